"""Looking: when the clocks of a case are looked at.

A look is a follow-up of the case, one at most, at the moment of its next news. It costs a read of
the case's journal, so whatever changes a case only says that it is time for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from earshot.domain.case import CLOSED, Case, FollowUp
from earshot.domain.clocks.policy import ClockName, Targets
from earshot.domain.clocks.running import ClockState, clocks
from earshot.domain.clocks.telling import next_look_at
from earshot.domain.clocks.timeline import ClockEvent
from earshot.domain.transition import planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """The clock of a case that runs out first, and when."""

    clock: ClockName
    at: datetime


def with_clock_look(before: Case | None, after: Case, targets: Targets, now: datetime) -> Case:
    """The changed case, with a look at its clocks where the change may have started one, or set one
    going again, or ended the case: then at once, unless one is due anyway.

    `before` is None for a case that was just opened: its clocks follow from that alone.
    """
    if not targets.seconds:
        return after
    if before is None:
        opened = ClockEvent(kind="opened", at=after.opened_at)
        return look_again(after, clocks([opened], targets, now), now)
    look = _planned_in(after)
    if not _matters(before, after) or (look is not None and look.due_at <= now):
        return after
    return _with_look(after, now, look.about if look is not None else "")


def look_again(case: Case, states: Sequence[ClockState], now: datetime) -> Case:
    """The case with a look at the next news of its clocks; with none where there will be none."""
    at = next_look_at(states, now)
    return case if at is None else _with_look(case, at, _first_breach(states))


def next_breach(look: FollowUp) -> Breach | None:
    """The first clock that runs out, as it was known when the look was planned."""
    clock, _, at = look.about.partition(" ")
    return Breach(clock=clock, at=datetime.fromisoformat(at)) if at else None  # type: ignore[arg-type]


def _first_breach(states: Sequence[ClockState]) -> str:
    running = ((s.due_at, s.clock) for s in states if s.state == "running" and s.due_at is not None)
    first = min(running, default=None)
    return "" if first is None else f"{first[1]} {first[0].isoformat()}"


def _planned_in(case: Case) -> FollowUp | None:
    return next((f for f in case.follow_ups if f.kind == "clock_look"), None)


def _with_look(case: Case, at: datetime, about: str) -> Case:
    """In place of the one that is planned: an item of the table is one or the other."""
    there = tuple(f for f in case.follow_ups if f.kind == "clock_look")
    freed = replace(
        case,
        follow_ups=tuple(f for f in case.follow_ups if f not in there),
        outbox=replace(
            case.outbox,
            plan=tuple(f for f in case.outbox.plan if f not in there),
            cancel=(*case.outbox.cancel, *there),
        ),
    )
    return planned(freed, "clock_look", at, about=about)


def _matters(before: Case, after: Case) -> bool:
    if after.state in CLOSED:
        return before.state not in CLOSED
    return (
        after.cycle != before.cycle
        or (before.state == "awaiting_customer" and after.state != "awaiting_customer")
        or after.urgency != before.urgency
        or _awaits_a_reply(before, after)
    )


def _awaits_a_reply(before: Case, after: Case) -> bool:
    """Whether the customer may have written what nobody answered yet. As long as nobody replied at
    all, it is the first reply that they wait for, and its clock runs."""
    wrote = after.mentions - after.gone > before.mentions - before.gone
    unanswered = before.state == "open" and before.cycle == 1 and before.answered_at is None
    known = {answer.mention_id for answer in before.outbox.answers}
    answered_late = any(
        answer.at < after.last_mention_at
        for answer in after.outbox.answers
        if answer.mention_id not in known
    )
    return (wrote and not unanswered) or answered_late
