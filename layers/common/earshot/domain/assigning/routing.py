"""Routing: when a case is routed, and what becomes of one that was."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime

from earshot.domain.case import LIVE, Case, WrongDesk
from earshot.domain.journal import EARSHOT
from earshot.domain.transition import noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """Where the rules lead: `handler` is a contact, None where that is nobody."""

    handler: str | None = None
    team: str | None = None
    wrong_desk: WrongDesk | None = None
    reason: str


def why_route(before: Case | None, case: Case, contacts: Container[str]) -> str | None:
    """Why the changed case is to be routed, None where it is not: it opened or reopened and is
    nobody's, or whoever has it is no contact any more."""
    if case.state not in LIVE or (case.holder is not None and case.holder in contacts):
        return None
    if case.holder is not None:
        return f"{case.holder} is no contact any more"
    if before is None:
        return "it opened"
    return "it reopened and is nobody's" if before.cycle != case.cycle else None


def routed(case: Case, to: Routed, now: datetime) -> Case:
    """The case with its handler, and the reason in its journal. An assignee who is no contact any
    more does not stand in the way."""
    told = noted(case, who=EARSHOT, what="route", why=to.reason, now=now)
    whose = replace(told, handler=to.handler, team=to.team, wrong_desk=to.wrong_desk, assignee=None)
    return _counted(whose, before=case)


def given(case: Case, to: str) -> Case:
    """The case as it is once somebody gave it to a contact, whose it is then."""
    return _counted(replace(case, assignee=to), before=case)


def _counted(case: Case, *, before: Case) -> Case:
    if case.holder == before.holder:
        return case
    return replace(case, outbox=replace(case.outbox, count=True))
