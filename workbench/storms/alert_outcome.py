"""What came of a storm of alerts, and whether that is what was promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from earshot.domain.alerts.desk import HOUR, cap_of
from earshot.domain.alerts.rules import Caps
from earshot.text.messages.facts import MOST_LISTED
from workbench.storms.tellings import Doubled, Tellings

MEDIA = ("sms", "email", "chat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """From an alert to the first message about it; all zero where there was none."""

    median: timedelta
    p95: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOutcome:
    """`lost` were told to nobody; `lost_severe` of them are severe. `unnamed` are severe and were
    only counted in a digest, never spelled out. `untold` are notices, an alert for one contact,
    that their contact never got. `over_cap` messages came to a contact above their cap of an hour,
    `over_month` above the month's for all. `repeated` notices are of an alert that was given again
    by its escalation. `first_wait` is that of the very first alert.
    """

    alerts: int
    severe: int
    notices: int
    lost: int
    lost_severe: int
    unnamed: int
    untold: int
    repeated: int
    doubled: Doubled
    deaths: int
    over_cap: int
    over_month: int
    messages: int
    by_contact: Mapping[str, int]
    refused: int
    severe_waits: Waits
    first_wait: timedelta | None
    invocations: int
    lasted: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What a storm has seen: when each alert began, by its case; which of them are severe; and of
    every notice that was laid on a desk the case, the first in `posted` of each case first."""

    began: Mapping[str, datetime]
    severe: frozenset[str]
    posted: Mapping[str, str]
    tellings: Tellings
    refused: int
    invocations: int
    lasted: timedelta
    caps: Caps


def outcome(played: Played) -> AlertOutcome:
    tellings = played.tellings
    first = tellings.first()
    told: dict[str, datetime] = {}
    for notice, at in first.items():
        case = played.posted[notice]
        told[case] = min(at, told.get(case, at))
    named = {played.posted[notice] for notice in tellings.named(MOST_LISTED)}
    lost = played.began.keys() - told.keys()
    waits = {case: told[case] - played.began[case] for case in played.began if case in told}
    sms = sum(each.channel == "sms" for each in tellings.taken)
    caps = {medium: cap_of(medium, played.caps) for medium in MEDIA}
    of_case: dict[tuple[str, str], int] = {}
    for notice, case in played.posted.items():
        key = case, notice.rpartition(".")[2]
        of_case[key] = of_case.get(key, 0) + 1
    return AlertOutcome(
        alerts=len(played.began),
        severe=len(played.severe),
        notices=len(played.posted),
        lost=len(lost),
        lost_severe=len(lost & played.severe),
        unnamed=len(played.severe - lost - named),
        untold=len(played.posted.keys() - first.keys()),
        repeated=sum(times - 1 for times in of_case.values()),
        doubled=tellings.doubled(),
        deaths=len(tellings.died),
        over_cap=tellings.over(caps, HOUR),
        over_month=max(0, sms - played.caps.sms_a_month),
        messages=len(tellings.taken),
        by_contact=tellings.by_contact(),
        refused=played.refused,
        severe_waits=_waits([wait for case, wait in waits.items() if case in played.severe]),
        first_wait=waits.get(min(played.began, key=lambda case: played.began[case])),
        invocations=played.invocations,
        lasted=played.lasted,
    )


def _waits(waits: Sequence[timedelta]) -> Waits:
    ordered = sorted(waits) or [timedelta()]
    return Waits(
        median=ordered[ceil(len(ordered) / 2) - 1],
        p95=ordered[ceil(len(ordered) * 95 / 100) - 1],
        longest=ordered[-1],
    )
