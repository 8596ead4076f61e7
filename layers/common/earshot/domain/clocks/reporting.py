"""How many targets were met, and how long it took, for superiors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from earshot.domain.clocks.policy import CLOCKS, ClockName
from earshot.domain.clocks.running import ClockState


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


def target_reports(states: Iterable[ClockState]) -> tuple[TargetReport, ...]:
    """One for each kind of clock. What still runs is not counted, nor what the closing of its case
    left with nothing to wait for."""
    decided = [state for state in states if state.state in ("met", "missed")]
    return tuple(_report(clock, [s for s in decided if s.clock == clock]) for clock in CLOCKS)


def _report(clock: ClockName, decided: Sequence[ClockState]) -> TargetReport:
    met = sum(state.state == "met" for state in decided)
    taken = sorted(state.taken_seconds for state in decided if state.taken_seconds is not None)
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
