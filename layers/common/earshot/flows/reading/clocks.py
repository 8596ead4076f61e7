"""The clock of an escalation: what it waits for, and what it does when that time is over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from earshot.domain.case import Case
from earshot.domain.escalation import Step, next_step


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
