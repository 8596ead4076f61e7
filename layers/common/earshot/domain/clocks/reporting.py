"""How many targets were met, and how long it took, for superiors.

What was decided is kept by the day on which its clock started: that never changes, so what is
heard of late writes over what was thought before, and nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from earshot.domain.case import State
from earshot.domain.clocks.policy import CLOCKS, ClockName
from earshot.domain.clocks.running import ClockState


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A clock of some case that was `met`, or missed. `taken_seconds`, of the time that counts, is
    None where what it waited for never came."""

    clock: ClockName
    met: bool
    taken_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReport:
    """Of all clocks of one kind that were decided. `late` of the `missed` ended after all.

    Half of them took `p50_seconds` at most, nine in ten `p90_seconds`, of the time that counts;
    None where that many have not ended: leaving a case unanswered must not look like being fast.
    """

    clock: ClockName
    met: int
    missed: int
    late: int
    met_ratio: float | None
    p50_seconds: float | None
    p90_seconds: float | None


def decided_by_day(
    states: Iterable[ClockState], state: State
) -> Mapping[date, tuple[Decided, ...]]:
    """By the day (UTC) on which they started, those that were decided; of a day on which all still
    run, none. `state` is the case's: what was dismissed was no complaint, and promised nothing."""
    by_day: dict[date, tuple[Decided, ...]] = {}
    for one in states:
        day = one.started_at.date()
        here = by_day.setdefault(day, ())
        if state != "dismissed" and one.state in ("met", "missed"):
            met = one.state == "met"
            by_day[day] = (
                *here,
                Decided(clock=one.clock, met=met, taken_seconds=one.taken_seconds),
            )
    return by_day


def target_reports(decided: Iterable[Decided]) -> tuple[TargetReport, ...]:
    """One for each kind of clock. What still runs is not counted, nor what the closing of its case
    left with nothing to wait for."""
    known = tuple(decided)
    return tuple(_report(clock, [one for one in known if one.clock == clock]) for clock in CLOCKS)


def _report(clock: ClockName, decided: Sequence[Decided]) -> TargetReport:
    met = sum(one.met for one in decided)
    taken = sorted(one.taken_seconds for one in decided if one.taken_seconds is not None)
    return TargetReport(
        clock=clock,
        met=met,
        missed=len(decided) - met,
        late=len(taken) - met,
        met_ratio=met / len(decided) if decided else None,
        p50_seconds=_nearest_rank(taken, len(decided), 50),
        p90_seconds=_nearest_rank(taken, len(decided), 90),
    )


def _nearest_rank(taken: Sequence[float], of: int, percent: int) -> float | None:
    """The shortest time within which so many percent of all ended; those that did not end took
    longer than any."""
    rank = ceil(of * percent / 100)
    return taken[rank - 1] if 0 < rank <= len(taken) else None
