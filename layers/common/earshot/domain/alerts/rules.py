"""What an owner decides about alerts: routes, inhibitions, caps, storms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from earshot.domain.limits import Between, Count, Duration, Shape

DAY_SECONDS = 86_400

MatcherText = Annotated[
    str,
    Shape(
        r"[a-z_]{1,40}(=|!=|=~|!~)[^\x00-\x1f\x7f]{0,200}",
        "a label and what it has to be: brand=acme, topic!=outage or source=~mastodon|reddit",
    ),
]
Matchers = Annotated[tuple[MatcherText, ...], Count(0, 20)]
LabelName = Annotated[str, Shape(r"[a-z_]{1,40}", "the name of a label, for example brand")]
LabelNames = Annotated[tuple[LabelName, ...], Count(0, 10)]
Wait = Annotated[int, Duration(minimum_seconds=1, maximum_seconds=DAY_SECONDS)]
NoWait = Annotated[int, Duration(minimum_seconds=0, maximum_seconds=DAY_SECONDS)]
NoneOrRepeat = Annotated[
    int | None, Duration(minimum_seconds=60, maximum_seconds=30 * DAY_SECONDS, or_none=True)
]
RouteName = Annotated[
    str,
    Shape(
        r"(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*",
        "1 to 40 lower-case letters and digits, with single hyphens between",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where alerts go whose labels fit every one of `match`, and how they are told together.

    `escalation` is the policy's name, None for the brand's own. The times are Alertmanager's
    defaults: a new group waits `group_wait_seconds` for more, one that was told of waits for
    `group_interval_seconds`, and what has not changed is told again after
    `repeat_interval_seconds`, on a tick of the interval.
    """

    name: RouteName
    match: Matchers = ()
    escalation: str | None = None
    group_by: LabelNames = ("brand", "topic")
    group_wait_seconds: NoWait = 30
    group_interval_seconds: Wait = 300
    repeat_interval_seconds: NoneOrRepeat = 4 * 3_600


DEFAULT_ROUTE = Route(name="default")
OWN_ROUTE = Route(
    name="own", match=("kind=own",), group_by=("about",), repeat_interval_seconds=None
)
"""What Earshot has to say of itself is told once when it begins and once when it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhibition:
    """While an alert fits `source`, those that fit `target` and have the same values of the labels
    in `equal` are not told; a label that is missing equals one that is empty."""

    source: Annotated[Matchers, Count(1, 20)]
    target: Annotated[Matchers, Count(1, 20)]
    equal: LabelNames = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """What may be sent at most. `sms_a_month` is for the whole of Earshot: SNS lets a new account
    spend a dollar a month, some ten to a hundred messages by country.

    The others are for each contact, in any hour.
    """

    sms_a_month: Annotated[int, Between(0, 100_000)] = 100
    sms_an_hour: Annotated[int, Between(0, 100)] = 10
    emails_an_hour: Annotated[int, Between(1, 1_000)] = 30
    chats_an_hour: Annotated[int, Between(1, 1_000)] = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StormRules:
    """More than `more_than` messages to a contact within `within_seconds` are a storm: what comes
    then is told in one digest each `digest_every_seconds`; where something urgent is in it, each
    `urgent_every_seconds`."""

    more_than: Annotated[int, Between(1, 100)] = 5
    within_seconds: Wait = 600
    digest_every_seconds: Wait = 300
    urgent_every_seconds: Wait = 60
