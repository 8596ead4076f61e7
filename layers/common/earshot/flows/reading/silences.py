"""Silences as people see them, and the complaints of which nobody hears because of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.matching import all_match
from earshot.domain.alerts.routing import routed
from earshot.domain.alerts.rules import Route
from earshot.domain.alerts.silencing import Silence, SilenceState, state
from earshot.domain.case import UNACKNOWLEDGED, Case, State
from earshot.domain.impact import Urgency
from earshot.ports import CaseFilter, Cases, Silences

MOST_EXAMINED = 250
"""Cases of each state that are compared with a silence, those that weigh most: each is read
whole."""

PAGE = 50
MOST_SHOWN = 20
MOST_PAST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceView:
    """`ended_at` and `ended_by` say who ended it before `ends_at`. One that was only previewed has
    no `id`."""

    id: str | None
    state: SilenceState
    matchers: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    author: str
    reason: str
    created_at: datetime
    ended_at: datetime | None
    ended_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SilencesView:
    """Active ones first, soonest end first; then pending ones, soonest start first; then those that
    are over, latest first. Only of the last there are more where `capped`."""

    silences: tuple[SilenceView, ...]
    capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MutedCase:
    id: str
    brand: str
    urgency: Urgency
    score: int
    excerpt: str
    route: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MutesView:
    """The cases that nobody has acknowledged and that the silence fits now: at least `count` where
    `capped`, as no more were compared. `alerting_count` of them have an escalation under way.
    `routes` counts them by the route of their alerts; `cases` are the worst."""

    count: int
    capped: bool
    alerting_count: int
    urgencies: dict[Urgency, int]
    routes: dict[str, int]
    cases: tuple[MutedCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeView(SilenceView):
    mutes: MutesView


def listed(silences: Silences, now: datetime) -> SilencesView:
    by_state: dict[SilenceState, list[Silence]] = {"active": [], "pending": [], "expired": []}
    for silence in (*silences.lasting(now), *silences.past(now, MOST_PAST + 1)):
        by_state[state(silence, now)].append(silence)
    past = sorted(by_state["expired"], key=lambda s: (s.over_at, s.id), reverse=True)
    shown = (
        *sorted(by_state["active"], key=lambda s: (s.ends_at, s.id)),
        *sorted(by_state["pending"], key=lambda s: (s.starts_at, s.id)),
        *past[:MOST_PAST],
    )
    return SilencesView(
        silences=tuple(view(silence, now) for silence in shown), capped=len(past) > MOST_PAST
    )


def view(silence: Silence, now: datetime) -> SilenceView:
    return SilenceView(**_line(silence, now))


def made_view(silence: Silence, mutes: MutesView, now: datetime) -> MadeView:
    return MadeView(**_line(silence, now), mutes=mutes)


def preview_view(silence: Silence, mutes: MutesView, now: datetime) -> MadeView:
    return MadeView(**_line(silence, now) | {"id": None}, mutes=mutes)


def muted(silence: Silence, cases: Cases, routes: Sequence[Route]) -> MutesView:
    """What the silence fits now, whether it is active yet or not."""
    examined = [_examined(state, cases) for state in UNACKNOWLEDGED]
    fitting = [
        case
        for heaviest, _ in examined
        for case in heaviest
        if all_match(silence.matchers, case_labels(case))
    ]
    fitting.sort(key=lambda case: (-case.impact.score, case.opened_at, case.id))
    lines = [_muted(case, routes) for case in fitting]
    return MutesView(
        count=len(lines),
        capped=any(more for _, more in examined),
        alerting_count=sum(_is_alerting(case) for case in fitting),
        urgencies=dict(Counter(line.urgency for line in lines)),
        routes=dict(Counter(line.route for line in lines)),
        cases=tuple(lines[:MOST_SHOWN]),
    )


def _examined(state: State, cases: Cases) -> tuple[list[Case], bool]:
    """The unacknowledged cases of the state that weigh most, and whether there are more."""
    found: list[Case] = []
    cursor: str | None = None
    while len(found) < MOST_EXAMINED:
        page, cursor = cases.page(CaseFilter(state=state), PAGE, cursor)
        # The index lags a moment behind: a case may have left the state that was asked for.
        found += [case for case in page if case.state == state]
        if cursor is None:
            break
    return found, cursor is not None


def _muted(case: Case, routes: Sequence[Route]) -> MutedCase:
    return MutedCase(
        id=case.id,
        brand=case.brand,
        urgency=case.urgency,
        score=case.impact.score,
        excerpt=case.excerpt,
        route=routed(case_labels(case), routes).route.name,
    )


def _is_alerting(case: Case) -> bool:
    return case.chain is not None and case.chain.ended is None


def _line(silence: Silence, now: datetime) -> dict[str, Any]:
    own = {f.name: getattr(silence, f.name) for f in fields(silence)}
    return own | {"state": state(silence, now)}
