"""An escalation policy: who is alerted, by what, and how long until it is the next one's turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from earshot.domain.limits import Between, Count, Duration

Channel = Literal["sms", "email"]

DEFAULT_TIMEOUT_SECONDS = 1_800
"""PagerDuty's default: a level has 30 minutes to acknowledge."""

MOST_REPEATS = 9
"""PagerDuty's limit: who slept through ten rounds is not reached by an eleventh."""

LONGEST_TIMEOUT_SECONDS = 7 * 86_400
"""A week on one level is longer than any clock of a case; more is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One step of a policy: all `contacts` (names) are alerted together, each by those of the
    `channels` that they have, the preferred one first."""

    contacts: Annotated[tuple[str, ...], Count(1, 50)]
    channels: Annotated[tuple[Channel, ...], Count(1, 2)] = ("sms", "email")
    timeout_seconds: Annotated[
        int, Duration(minimum_seconds=1, maximum_seconds=LONGEST_TIMEOUT_SECONDS)
    ] = DEFAULT_TIMEOUT_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Levels in order. After the last, the round starts again, `repeats` times.

    `acknowledge_timeout_seconds` is how long an acknowledgement may stand without work before the
    policy starts anew; None trusts it for ever.
    """

    levels: Annotated[tuple[Level, ...], Count(1, 20)]
    repeats: Annotated[int, Between(0, MOST_REPEATS)] = 0
    acknowledge_timeout_seconds: Annotated[
        int | None,
        Duration(minimum_seconds=1, maximum_seconds=LONGEST_TIMEOUT_SECONDS, or_none=True),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRules:
    """When we ask the handler, when the customer, and when silence closes a case.

    `handler_after_seconds` counts from the acknowledgement and then between repeats;
    `customer_after_seconds` from the moment we began to wait for the customer;
    `silence_after_seconds` from the question to the customer.
    """

    handler_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 4 * 3_600
    handler_repeats: Annotated[int, Between(0, 9)] = 3
    customer_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 48 * 3_600
    silence_after_seconds: Annotated[int, Duration(minimum_seconds=1)] = 7 * 86_400
