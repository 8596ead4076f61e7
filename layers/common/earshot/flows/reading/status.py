"""Status: how everything stands, in a bounded number of reads whatever the table holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.case import CLOSED, LIVE, UNACKNOWLEDGED, State
from earshot.domain.finding import Finding
from earshot.domain.impact import Urgency, urgency
from earshot.domain.standing import Standing
from earshot.flows.reading import Reading
from earshot.flows.reading.channels import BudgetView, budget, channels
from earshot.flows.reading.clocks import (
    BreachView,
    TargetsMet,
    breach_view,
    escalation_view,
    targets_met,
)
from earshot.flows.reading.sources import PairHealth, SourceView, sources
from earshot.ports import CaseFilter

MOST_COUNTED = 100
"""Cases read of each shard of a state, and counted of a closed one. Counting costs a read of every
item counted: a page that asks each half minute must stay within cents a day."""

MOST_ESCALATIONS = 25
"""Cases of a state that are asked for their next alert: those that weigh most alert first."""

ALERTING: tuple[State, ...] = (*UNACKNOWLEDGED, "acknowledged")
"""States in which an escalation may still alert somebody."""

URGENCIES: tuple[Urgency, ...] = ("urgent", "high", "normal")
HEALTHS: tuple[PairHealth, ...] = ("failing", "late", "silent", "unread", "well")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many; at least so many where `capped`, as no more were counted."""

    count: int
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case that nobody has acknowledged. Where its state is capped, the oldest of those that
    were counted."""

    case_id: str
    urgency: Urgency
    opened_at: datetime
    waiting_seconds: int
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDue:
    """What happens next by itself: an alert or the end of one's patience, or a follow-up."""

    case_id: str
    kind: Literal["escalation", "follow_up"]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesSummary:
    """How many pairs are in which health, and those that need somebody."""

    counts: dict[PairHealth, int]
    troubled: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """`states` counts cases by state, `urgencies` the live ones by urgency. `next_breach` is the
    clock that runs out first, `targets` are how many were met. `last_poll_at` is when any source
    was last read without error. `channels` are what keeps alerts from somebody, or soon will."""

    at: datetime
    states: dict[State, Count]
    urgencies: dict[Urgency, Count]
    oldest_unacknowledged: Waiting | None
    next_due: NextDue | None
    next_breach: BreachView | None
    targets: TargetsMet
    sources: SourcesSummary
    last_poll_at: datetime | None
    channels: tuple[Finding, ...]
    budget: BudgetView


def status(reading: Reading) -> StatusView:
    now = reading.clock()
    live = {state: reading.lookups.standings(state, MOST_COUNTED) for state in LIVE}
    closed = {state: reading.cases.count(state, MOST_COUNTED) for state in CLOSED}
    pairs = sources(reading).sources
    look = reading.account_look()
    return StatusView(
        at=now,
        states={state: Count(count=len(seen), capped=more) for state, (seen, more) in live.items()}
        | {
            state: Count(count=min(found, MOST_COUNTED), capped=found >= MOST_COUNTED)
            for state, found in closed.items()
        },
        urgencies=_urgencies(live.values(), reading),
        oldest_unacknowledged=_oldest([live[state] for state in UNACKNOWLEDGED], reading, now),
        next_due=_next_due([state for state in ALERTING if live[state][0]], reading, now),
        next_breach=breach_view(reading),
        targets=targets_met(reading),
        sources=SourcesSummary(
            counts={how: sum(pair.health == how for pair in pairs) for how in HEALTHS},
            troubled=tuple(pair for pair in pairs if pair.health in ("failing", "late", "silent")),
        ),
        last_poll_at=max((p.last_success_at for p in pairs if p.last_success_at), default=None),
        channels=channels(look),
        budget=budget(look, reading, now),
    )


def _urgencies(
    live: Iterable[tuple[list[Standing], bool]], reading: Reading
) -> dict[Urgency, Count]:
    seen: Counter[Urgency] = Counter()
    capped = False
    for standings, more in live:
        seen.update(_urgency(standing, reading) for standing in standings)
        capped = capped or more
    return {level: Count(count=seen[level], capped=capped) for level in URGENCIES}


def _urgency(standing: Standing, reading: Reading) -> Urgency:
    """By the owner's thresholds as they are now."""
    thresholds = reading.configuration.thresholds
    return urgency(
        standing.impact_score,
        urgent_score=thresholds.urgent_impact_score,
        high_score=thresholds.high_impact_score,
    )


def _oldest(
    unacknowledged: Sequence[tuple[list[Standing], bool]], reading: Reading, now: datetime
) -> Waiting | None:
    waiting = [standing for standings, _ in unacknowledged for standing in standings]
    oldest = min(waiting, key=lambda standing: standing.opened_at, default=None)
    if oldest is None:
        return None
    return Waiting(
        case_id=oldest.case_id,
        urgency=_urgency(oldest, reading),
        opened_at=oldest.opened_at,
        waiting_seconds=max(0, int((now - oldest.opened_at).total_seconds())),
        capped=any(more for _, more in unacknowledged),
    )


def _next_due(states: Sequence[State], reading: Reading, now: datetime) -> NextDue | None:
    due: list[NextDue] = []
    if (first := reading.lookups.next_follow_up()) is not None:
        due.append(NextDue(case_id=first[0], kind="follow_up", at=first[1]))
    for state in states:
        cases, _ = reading.cases.page(CaseFilter(state=state), MOST_ESCALATIONS, None)
        for case in cases:
            view = escalation_view(case, now)
            if view is not None and view.next is not None:
                due.append(NextDue(case_id=case.id, kind="escalation", at=view.next.at))
    return min(due, key=lambda duty: duty.at, default=None)
