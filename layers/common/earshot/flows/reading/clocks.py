"""Clocks: by when a case has to be acknowledged, answered and settled; what its escalation waits
for, and does when that time is over; which clock of all runs out first; how many were met."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from earshot.domain.case import Case
from earshot.domain.clocks.looking import next_breach
from earshot.domain.clocks.policy import ClockName
from earshot.domain.clocks.reporting import TargetReport, target_reports
from earshot.domain.clocks.running import ClockState
from earshot.domain.escalation import Step, next_step
from earshot.flows.clocking import standing
from earshot.flows.reading import Reading

MOST_LOOKS = 40
"""Read of what is to be looked at next, to find the clock that runs out first."""

REPORTED_DAYS = 30

MOST_REPORTED = 1_000
"""Cases and days of which the targets are counted: some 40 read units, as the status page asks for
them twice a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """What happens at `at` unless somebody acts. `level` is who is alerted, null for a stop."""

    at: datetime
    action: Literal["alert", "stop"]
    level: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationView:
    """How far the alerts have come: `level` of `levels` (0 before the first), in round `repeat` of
    `repeats` (counted from 0). `next` is null where nobody will be alerted any more."""

    level: int
    levels: int
    repeat: int
    repeats: int
    alerted_at: datetime | None
    reason: str
    next: NextView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsView:
    """The case's clocks in the order in which they started, and why these targets hold. `followed`
    is False for a case whose journal is too long to tell how they stand."""

    targets: tuple[ClockState, ...]
    reason: str
    followed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachView:
    """The clock that runs out first, `due_at` unless somebody acts. Where `capped`, another one of
    a case that was not looked at may be earlier."""

    case_id: str
    clock: ClockName
    due_at: datetime
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsMet:
    """Of the clocks that started from `since` on and were decided; the latest of them where
    `capped`."""

    since: datetime
    capped: bool
    clocks: tuple[TargetReport, ...]


def targets_view(case: Case, reading: Reading) -> TargetsView:
    now, configuration = reading.clock(), reading.configuration
    stood = standing(case, reading.cases, reading.mentions, configuration, now)
    if stood is None:
        return TargetsView(targets=(), reason="its journal is too long", followed=False)
    return TargetsView(targets=stood.states, reason=stood.targets.reason, followed=True)


def breach_view(reading: Reading) -> BreachView | None:
    """The first clock of all open cases that runs out. A case is looked at before a clock of its
    runs out, so what comes behind the earliest breach that was found cannot be earlier."""
    looks, more = reading.lookups.next_looks(MOST_LOOKS)
    first: BreachView | None = None
    for look in looks:
        if first is not None and look.due_at >= first.due_at:
            return first
        breach = next_breach(look)
        if breach is not None and (first is None or breach.at < first.due_at):
            first = BreachView(
                case_id=look.case_id, clock=breach.clock, due_at=breach.at, capped=False
            )
    return first if first is None else replace(first, capped=more)


def targets_met(reading: Reading) -> TargetsMet:
    now = reading.clock()
    day = (now - timedelta(days=REPORTED_DAYS)).date()
    since = datetime(day.year, day.month, day.day, tzinfo=UTC)
    decided, capped = reading.decided.latest(day, now, MOST_REPORTED)
    return TargetsMet(since=since, capped=capped, clocks=target_reports(decided))


def escalation_view(case: Case, now: datetime) -> EscalationView | None:
    """None where no escalation was started in this cycle of the case."""
    chain = case.chain
    if chain is None:
        return None
    # What is held is looked at again and again, which changes nothing in who is next.
    case = replace(case, chain=replace(chain, look_at=None))
    step = next_step(case, case.cycle, now)
    return EscalationView(
        level=chain.level,
        levels=len(chain.policy.levels),
        repeat=chain.repeat,
        repeats=chain.policy.repeats,
        alerted_at=chain.alerted_at,
        reason=step.reason,
        next=_next(case, step, now),
    )


def _next(case: Case, step: Step, now: datetime) -> NextView | None:
    if step.action == "stop":
        return None
    if step.action == "alert":
        return NextView(at=now, action="alert", level=step.level, reason=step.reason)
    at = step.until or now
    then = next_step(case, case.cycle, at)
    action: Literal["alert", "stop"] = "alert" if then.action == "alert" else "stop"
    return NextView(at=at, action=action, level=then.level or None, reason=then.reason)
