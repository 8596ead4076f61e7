"""An escalation policy: who is alerted, by what, and how long until it is the next one's turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from earshot.domain.limits import Between, Count, Duration, Shape

Channel = Annotated[
    str,
    Shape(
        r"sms|email|chat:(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*",
        "sms, email, or chat: and the name of one of the contact's chats, for example chat:team",
    ),
]

DEFAULT_TIMEOUT_SECONDS = 1_800
"""PagerDuty's default: a level has 30 minutes to acknowledge."""

MOST_REPEATS = 9
"""PagerDuty's limit: who slept through ten rounds is not reached by an eleventh."""

HANDLER = "handler"
"""Stands in a level for whom the case is assigned or routed to. Nobody else may be called that."""

LONGEST_TIMEOUT_SECONDS = 7 * 86_400
"""A week on one level is longer than any clock of a case; more is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a policy: all `contacts` (names of contacts, or of rotations, which stand for who
    is on call then, or HANDLER) are alerted together, each by all those of the `channels` that they
    have; where none is written, as each contact prefers."""

    contacts: Annotated[tuple[str, ...], Count(1, 50)]
    channels: Annotated[tuple[Channel, ...], Count(1, 10)] = ()
    timeout_seconds: Annotated[
        int, Duration(minimum_seconds=1, maximum_seconds=LONGEST_TIMEOUT_SECONDS)
    ] = DEFAULT_TIMEOUT_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Levels in order. After the last, the round starts again, `repeats` times.

    `acknowledge_timeout_seconds` is how long an acknowledgement may stand without work before the
    policy starts anew; None trusts it for ever. `support_hours` is the name of a calendar: outside
    of it all but the severe has low urgency, which never escalates, and turns high when the hours
    start; None means always.
    """

    levels: Annotated[tuple[Level, ...], Count(1, 20)]
    repeats: Annotated[int, Between(0, MOST_REPEATS)] = 0
    acknowledge_timeout_seconds: Annotated[
        int | None,
        Duration(minimum_seconds=1, maximum_seconds=LONGEST_TIMEOUT_SECONDS, or_none=True),
    ] = None
    support_hours: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRules:
    """When we ask the handler, when the customer, and when silence closes a case.

    `handler_after_seconds` counts from the acknowledgement and then between repeats;
    `customer_after_seconds` from the moment we began to wait for the customer;
    `silence_after_seconds` from the question to the customer, who is asked `customer_repeats` times
    more before the case is closed. `review_after_seconds` counts from the closing to the request
    for a review, where those are sent.
    """

    handler_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 4 * 3_600
    handler_repeats: Annotated[int, Between(0, 9)] = 3
    customer_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 48 * 3_600
    customer_repeats: Annotated[int, Between(0, 3)] = 0
    silence_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 7 * 86_400
    review_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 86_400
