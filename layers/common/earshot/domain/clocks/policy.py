"""What an owner promises: how long a case may wait for each thing, by whose clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from earshot.domain.calendar import Calendar
from earshot.domain.contact import Name
from earshot.domain.impact import Urgency
from earshot.domain.limits import Count, Duration, Shape

ClockName = Literal["acknowledge", "first_reply", "next_reply", "resolve"]

CLOCKS: tuple[ClockName, ...] = ("acknowledge", "first_reply", "next_reply", "resolve")
"""In the order in which they usually end."""

_MINUTE, _HOUR = 60, 3_600

DEFAULT_TARGETS: dict[Urgency, dict[ClockName, int]] = {
    "urgent": {
        "acknowledge": 15 * _MINUTE,
        "first_reply": 30 * _MINUTE,
        "next_reply": 2 * _HOUR,
        "resolve": 8 * _HOUR,
    },
    "high": {
        "acknowledge": _HOUR,
        "first_reply": _HOUR,
        "next_reply": 4 * _HOUR,
        "resolve": 24 * _HOUR,
    },
    "normal": {
        "acknowledge": 4 * _HOUR,
        "first_reply": 4 * _HOUR,
        "next_reply": 24 * _HOUR,
        "resolve": 72 * _HOUR,
    },
}
"""Seconds. Ours: within what people who complain in public expect, and a small team can keep."""

LONGEST_TARGET_SECONDS = 365 * 86_400
"""Longer than anything a customer waits for; more is a slip of the pen."""

# Not `or_none`: whoever writes `none` may mean that the clock does not run, which is `without`.
Target = Annotated[int | None, Duration(minimum_seconds=60, maximum_seconds=LONGEST_TARGET_SECONDS)]
SourceName = Annotated[str, Shape(r"[a-z]{1,40}", "the name of a source, for example mastodon")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPolicy:
    """What holds for the cases that it fits: of these urgencies, brands and sources, or of all
    where none are written.

    A target that is not written is the default of the case's urgency; the clocks in `without` do
    not run. `calendar` is the name of one of the owner's calendars: time counts only while that is
    open. None: round the clock.
    """

    urgencies: Annotated[tuple[Urgency, ...], Count(0, 3)] = ()
    brands: Annotated[tuple[Name, ...], Count(0, 100)] = ()
    sources: Annotated[tuple[SourceName, ...], Count(0, 50)] = ()
    acknowledge_seconds: Target = None
    first_reply_seconds: Target = None
    next_reply_seconds: Target = None
    resolve_seconds: Target = None
    without: Annotated[tuple[ClockName, ...], Count(0, 4)] = ()
    calendar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What holds for one case: seconds by clock, without those that do not run, and the hours that
    count, None for all. `reason` says which policy it is from."""

    seconds: Mapping[ClockName, int]
    calendar: Calendar | None = None
    reason: str = ""


def targets_for(
    policies: Sequence[ClockPolicy],
    calendars: Mapping[str, Calendar],
    *,
    urgency: Urgency,
    brand: str,
    source: str,
) -> Targets:
    """By the first of the owner's policies that fits; by the defaults, round the clock, where none
    does. A calendar that the owner has removed since counts as none: a clock that runs too early
    is better than one that never runs."""
    for number, policy in enumerate(policies, 1):
        if _fits(policy, urgency, brand, source):
            calendar = None if policy.calendar is None else calendars.get(policy.calendar)
            reason = f"clock policy {number} is the first that fits {urgency}, {brand}, {source}"
            if policy.calendar is not None and calendar is None:
                reason += f"; there is no calendar {policy.calendar!r}, so all hours count"
            return Targets(seconds=_seconds(policy, urgency), calendar=calendar, reason=reason)
    return Targets(
        seconds=DEFAULT_TARGETS[urgency],
        reason=f"no clock policy fits; the defaults of {urgency} cases",
    )


def _fits(policy: ClockPolicy, urgency: Urgency, brand: str, source: str) -> bool:
    return (
        (not policy.urgencies or urgency in policy.urgencies)
        and (not policy.brands or brand in policy.brands)
        and (not policy.sources or source in policy.sources)
    )


def _seconds(policy: ClockPolicy, urgency: Urgency) -> dict[ClockName, int]:
    written: dict[ClockName, int | None] = {
        "acknowledge": policy.acknowledge_seconds,
        "first_reply": policy.first_reply_seconds,
        "next_reply": policy.next_reply_seconds,
        "resolve": policy.resolve_seconds,
    }
    return {
        clock: DEFAULT_TARGETS[urgency][clock] if seconds is None else seconds
        for clock, seconds in written.items()
        if clock not in policy.without
    }
