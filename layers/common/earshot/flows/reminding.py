"""Reminding: what happens when a follow-up leaves the table."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from earshot.domain.case import Case, FollowUp
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, DeliveryError, NotFoundError
from earshot.domain.followup import Duty, done, due
from earshot.flows.racing import MOST_TRIES
from earshot.flows.telling import case_facts
from earshot.ports import Cases, Clock, Deliveries, Notifier
from earshot.text.messages import reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """Everything that reminding takes."""

    configuration: Configuration
    cases: Cases
    deliveries: Deliveries
    notifier: Notifier
    clock: Clock
    api_url: str


def remind(follow_up: FollowUp, reminding: Reminding) -> Duty:
    """Does what the follow-up asks for now, and records it on the case.

    A follow-up that was cancelled, or done before, does nothing. Raises DeliveryError where the
    message may yet be taken: the record comes again.
    """
    for _ in range(MOST_TRIES):
        case = reminding.cases.get(follow_up.case_id)
        now = reminding.clock()
        duty = due(case, follow_up, now)
        if case is None or duty.action == "nothing":
            return duty
        told = () if duty.action == "close_unanswered" else _told(case, follow_up, duty, reminding)
        after = done(
            case,
            follow_up,
            duty,
            told=told,
            rules=reminding.configuration.follow_ups,
            now=now,
        )
        try:
            reminding.cases.save(after, replaces_version=case.version)
        except ConflictError:
            continue
        return duty
    raise ConflictError(f"case {follow_up.case_id} kept changing while its follow-up was done")


def _told(case: Case, follow_up: FollowUp, duty: Duty, reminding: Reminding) -> tuple[str, ...]:
    contact = _asked(case, follow_up, reminding.configuration)
    if contact is None:
        return ()
    if contact.email is None:
        return (f"{contact.name}: has no email address",)
    message = f"{case.opening}.followup.{follow_up.number}"
    if not reminding.deliveries.claim(case.id, message, contact.name, "email"):
        return (f"{contact.name} by email: sent",)
    facts = case_facts(case, contact, reminding.configuration, api_url=reminding.api_url)
    letter = reminder(
        facts, "handler_check" if duty.action == "remind_handler" else "customer_check"
    )
    try:
        reference = reminding.notifier.email(
            contact.email, letter.subject, letter.text, letter.html
        )
    except DeliveryError as error:
        if not error.permanent:
            raise
        outcome = f"failed: {error}"
    else:
        outcome = f"sent: {reference}"
    reminding.deliveries.settle(case.id, message, contact.name, "email", outcome)
    return (f"{contact.name} by email: {outcome.partition(':')[0]}",)


def _asked(case: Case, follow_up: FollowUp, configuration: Configuration) -> Contact | None:
    """The handler; the owner in place of one who cannot be written to, and when the handler was
    asked as often as the owner wants."""
    handler = handler_of(case, configuration)
    last = (
        follow_up.kind == "handler_check"
        and follow_up.round > configuration.follow_ups.handler_repeats
    )
    if handler is None or handler.email is None or last:
        with suppress(NotFoundError):
            return configuration.contact(configuration.owner)
    return handler


def handler_of(case: Case, configuration: Configuration) -> Contact | None:
    """Who has the case: the assignee, who acknowledged it, else the first of the first level, else
    the owner; None where none of them is a contact any more."""
    first = _first(case, configuration)
    for name in (case.assignee, case.acknowledged_by, first, configuration.owner):
        with suppress(NotFoundError):
            return configuration.contact(name or "")
    return None


def _first(case: Case, configuration: Configuration) -> str | None:
    with suppress(NotFoundError):
        return configuration.policy_for(case.brand).levels[0].contacts[0]
    return None
