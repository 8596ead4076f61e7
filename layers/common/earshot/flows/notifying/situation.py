"""The situation at a desk: what the stages have to know before they rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.rules import DEFAULT_ROUTE, OWN_ROUTE
from earshot.domain.alerts.stages import Scene
from earshot.domain.business_time import next_open
from earshot.domain.case import LIVE, UNACKNOWLEDGED, Case
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError
from earshot.flows.notifying.means import Notifying


def cases_of(notices: Sequence[Notice], notifying: Notifying) -> dict[str, Case]:
    """By their ids, the cases that the notices are about, as they are now."""
    wanted = dict.fromkeys(notice.case_id for notice in notices if notice.case_id)
    return notifying.cases.several(list(wanted))


def as_it_is(notice: Notice, cases: Mapping[str, Case]) -> Notice:
    """The notice with what its case weighs now: it may have waited for hours."""
    case = cases.get(notice.case_id)
    if case is None:
        return notice
    return replace(notice, labels=case_labels(case), urgency=case.urgency, score=case.impact.score)


def situation(
    contact: Contact,
    notices: Sequence[Notice],
    cases: Mapping[str, Case],
    now: datetime,
    notifying: Notifying,
) -> Scene:
    configuration = notifying.configuration
    over = {notice.id: why for notice in notices if (why := _over(notice, cases)) is not None}
    inhibitions = configuration.inhibitions
    return Scene(
        contact=contact,
        now=now,
        routes={route.name: route for route in (DEFAULT_ROUTE, OWN_ROUTE, *configuration.routes)},
        silences=notifying.silences.active(now),
        inhibitions=inhibitions,
        firing=_firing(notifying) if inhibitions else (),
        over=over,
        told=notifying.desks.told(notices),
        quiet_until=quiet_until(contact, configuration, now),
        failing=notifying.failing(contact, now),
        caps=configuration.caps,
        storms=configuration.storms,
    )


def quiet_until(contact: Contact, configuration: Configuration, now: datetime) -> datetime | None:
    """When the contact's hours begin; None where they may be disturbed now. Whose calendar was
    removed, or never opens, is never quiet: an alert too many does less harm than one too few."""
    calendar = configuration.calendars.get(contact.hours or "")
    if calendar is None:
        return None
    with suppress(ConfigurationError):
        opens = next_open(calendar, now)
        return opens if opens > now else None
    return None


def _over(notice: Notice, cases: Mapping[str, Case]) -> str | None:
    """Why there is nothing left to tell; None while there is."""
    if notice.kind == "own":
        return None
    case = cases.get(notice.case_id)
    if case is None:
        return "the case is gone"
    if case.cycle != notice.cycle:
        return "the case was reopened and has an escalation of its own"
    if case.state not in LIVE:
        return f"the case is {case.state.replace('_', ' ')}"
    return None if case.state in UNACKNOWLEDGED or _lapses(notice, case) else _taken(case)


def _lapses(notice: Notice, case: Case) -> bool:
    """That an acknowledgement has lapsed is told while it still stands."""
    stands = case.state == "acknowledged" and case.acknowledged_at is not None
    return bool(notice.lapsed_by) and stands and case.acknowledged_at <= notice.posted_at  # type: ignore[operator]


def _taken(case: Case) -> str:
    return f"{case.assignee or case.acknowledged_by or 'somebody'} has it"


def _firing(notifying: Notifying) -> tuple[dict[str, str], ...]:
    """The labels of the alerts that keep others from being told. A case fires until it is closed:
    that somebody has it does not make it over. What is over is struck off here, or it would take
    the place of others until it expires."""
    kept = notifying.firing.all()
    of_cases = [alert for alert, labels in kept.items() if labels.get("kind") == "case"]
    cases = notifying.cases.several(of_cases)
    over = {a for a in of_cases if a not in cases or cases[a].state not in LIVE}
    for alert in over:
        notifying.firing.remove(alert)
    return tuple(labels for alert, labels in kept.items() if alert not in over)
