"""Posting: an alert is routed, and a notice of it laid on the desk of everyone who is to hear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from earshot.domain.alerts.inhibiting import is_source
from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.routing import group_key, routed
from earshot.domain.case import Case
from earshot.domain.configuration import Configuration
from earshot.domain.errors import DeliveryError, NotFoundError
from earshot.domain.escalation import Step, alert_name, whom
from earshot.domain.impact import Urgency
from earshot.ports import Clock, Desks, Firing


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Everything that posting takes: nothing is sent here."""

    configuration: Configuration
    desks: Desks
    firing: Firing
    clock: Clock


@dataclass(frozen=True, slots=True)
class Behind:
    """The contacts behind some names, each once, and those that name nobody any more."""

    contacts: tuple[str, ...]
    unknown: tuple[str, ...]


def case_notices(
    case: Case, step: Step, configuration: Configuration, now: datetime
) -> tuple[tuple[Notice, ...], tuple[str, ...]]:
    """A notice for everyone whom this step alerts, and the names that stand for nobody any more."""
    if case.chain is None:
        return (), ()
    level = case.chain.policy.levels[step.level - 1]
    labels = case_labels(case)
    route = routed(labels, configuration.routes).route
    message = alert_name(case, step)
    found = behind(whom(case, step), configuration, now)
    notices = tuple(
        Notice(
            id=notice_id(case, step, contact),
            contact=contact,
            kind="case",
            labels=labels,
            group=f"cases:{group_key(route, labels)}",
            urgency=case.urgency,
            score=case.impact.score,
            # Only the first alert waits for its group; whoever comes later is late already.
            starts_at=now if step.level == 1 and not step.repeat else case.opened_at,
            posted_at=now,
            route=route.name,
            case_id=case.id,
            cycle=case.cycle,
            message=message,
            level=step.level,
            repeat=step.repeat,
            lapsed_by=(case.acknowledged_by or "") if step.lapsed else "",
            waits=step.urgency == "low",
            channels=level.channels,
            acknowledge_within_seconds=level.timeout_seconds,
        )
        for contact in found.contacts
    )
    return notices, found.unknown


def notice_id(case: Case, step: Step, contact: str) -> str:
    """The same however often that step's alert is given."""
    return f"{case.id}.{alert_name(case, step)}.{contact}"


def post_own(
    letter: str,
    labels: Mapping[str, str],
    urgency: Urgency,
    facts: dict[str, Any],
    *,
    posting: Posting,
) -> None:
    """What Earshot has to say of itself: a notice for the owner, or for whom its route leads to.
    DeliveryError where there is nobody to hear it."""
    configuration, now = posting.configuration, posting.clock()
    known = {"kind": "own", "urgency": urgency, **labels}
    route = routed(known, configuration.routes).route
    whom = _owners(route.escalation, configuration, now)
    if not whom:
        raise DeliveryError("the owner is no contact, nor is anybody on call", permanent=True)
    form = "sources" if "sources" in facts else "own"
    notices = [
        Notice(
            id=f"{letter}.{contact}",
            contact=contact,
            kind="own",
            labels=known,
            group=f"{form}:{group_key(route, known)}",
            urgency=urgency,
            score=0,
            starts_at=now,
            posted_at=now,
            route=route.name,
            facts=facts,
        )
        for contact in whom
    ]
    post(notices, posting)


def post(notices: Sequence[Notice], posting: Posting) -> None:
    """Each is laid on its desk once, however often it is posted."""
    now = posting.clock()
    for notice in notices:
        if is_source(notice.labels, posting.configuration.inhibitions):
            _fire(notice, posting, now)
        posting.desks.post(notice, now)


def _fire(notice: Notice, posting: Posting, now: datetime) -> None:
    alert = notice.case_id or notice.group
    if notice.is_over:
        posting.firing.remove(alert)
    else:
        posting.firing.put(alert, notice.labels, now)


def behind(names: Sequence[str], configuration: Configuration, now: datetime) -> Behind:
    """Who is behind the names now: contacts, and whoever is on call in rotations."""
    contacts: list[str] = []
    unknown: list[str] = []
    for name in names:
        try:
            contacts += configuration.whom(name, now)
        except NotFoundError:
            unknown.append(name)
    return Behind(tuple(dict.fromkeys(contacts)), tuple(unknown))


def _owners(policy: str | None, configuration: Configuration, now: datetime) -> tuple[str, ...]:
    """The first level of the route's policy; without one, or while it is nobody's turn, the
    owner."""
    names: tuple[str, ...] = ()
    if policy is not None and policy in configuration.escalation:
        names = configuration.escalation[policy].levels[0].contacts
    found = behind(names, configuration, now).contacts
    return found or behind((configuration.owner,), configuration, now).contacts
