"""Reminding: what happens when a follow-up leaves the table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from earshot.domain.case import Case, FollowUp, Reply
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, NotFoundError
from earshot.domain.followup import Duty, asking, done, due, sent, waiting
from earshot.domain.policy import HANDLER
from earshot.domain.sending import put_back, put_off, unsaid
from earshot.domain.transition import fired
from earshot.flows.mailing import mailed
from earshot.flows.racing import MOST_TRIES
from earshot.flows.reminders import letter
from earshot.flows.replying.means import Replying, following, switched_on
from earshot.ports import Cases, Clock, Deliveries, Notifier

if TYPE_CHECKING:
    from earshot.flows.clocking import Clocking


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """Everything that reminding takes. `replying` and `clocking` are built for those duties that
    need them."""

    configuration: Configuration
    cases: Cases
    deliveries: Deliveries
    notifier: Notifier
    clock: Clock
    secret: Callable[[], str]
    api_url: str
    replying: Callable[[], Replying]
    clocking: Callable[[], Clocking]


def remind(follow_up: FollowUp, reminding: Reminding) -> Duty:
    """Does what the follow-up asks for now, and records it on the case.

    A follow-up that was cancelled, or done before, does nothing. Raises DeliveryError where the
    message may yet be taken: the record comes again.
    """
    if follow_up.kind == "clock_look":
        # Imported for it: it is a duty of its own, that tells nothing most of the time.
        from earshot.flows.clocking import look

        return look(follow_up, reminding.clocking())
    rules = reminding.configuration.follow_ups
    for _ in range(MOST_TRIES):
        case = reminding.cases.get(follow_up.case_id)
        now = reminding.clock()
        duty = due(case, follow_up, rules, now)
        if case is None or duty.action == "nothing":
            return duty
        if duty.action == "send_reply":
            duty, after = _replied(case, follow_up, duty, reminding, now)
        elif duty.action == "ask_customer" and _asks_itself(case, reminding):
            after = asking(case, follow_up, now)
        else:
            after = _reminded(case, follow_up, duty, reminding, now)
        after = following(case, after, reminding.configuration, now)
        try:
            reminding.cases.save(after, replaces_version=case.version)
        except ConflictError:
            continue
        return duty
    raise ConflictError(f"case {follow_up.case_id} kept changing while its follow-up was done")


def _reminded(
    case: Case, follow_up: FollowUp, duty: Duty, reminding: Reminding, now: datetime
) -> Case:
    told = () if duty.action == "close_unanswered" else _told(case, follow_up, duty, reminding)
    rules = reminding.configuration.follow_ups
    return done(case, follow_up, duty, told=told, rules=rules, now=now)


def _asks_itself(case: Case, reminding: Reminding) -> bool:
    return "satisfaction" in switched_on(case, reminding.configuration)


def _replied(
    case: Case, follow_up: FollowUp, duty: Duty, reminding: Reminding, now: datetime
) -> tuple[Duty, Case]:
    """What was done about a reply, and the case after it. Whoever has the case hears of one that
    cannot be sent; where it was the question to the customer, that they have to ask."""
    # Imported where there is one: most duties are reminders.
    from earshot.flows.replying.sending import given_up, send

    rules, replying = reminding.configuration.follow_ups, reminding.replying()
    outcome = send(case, follow_up, replying, now)
    freed = fired(case, follow_up)
    if outcome.result == "untried":
        return replace(duty, reason=outcome.why), put_back(freed, follow_up, now)
    if outcome.result == "unwanted":
        after = unsaid(freed, follow_up.about, outcome.why, now)
        if follow_up.about.startswith("satisfaction."):
            # Nobody asks; silence ends it all the same.
            after = waiting(after, 0, rules, now)
        return replace(duty, reason=outcome.why), after
    if outcome.result == "later":
        later = put_off(freed, follow_up, outcome.why, now, outcome.again_at)
        if later is not None:
            return replace(duty, reason=outcome.why), later
        outcome = given_up(outcome, replying)
    if outcome.result == "sent" and outcome.reply is not None:
        return duty, sent(freed, outcome.reply, rules, now)
    failed = Duty(action="reply_failed", reason=outcome.why)
    if follow_up.about.startswith("satisfaction."):
        failed = Duty(action="ask_customer", reason=f"it cannot be asked there: {outcome.why}")
    told = _told(case, follow_up, failed, reminding, outcome.reply)
    refused = unsaid(case, follow_up.about, outcome.why, now)
    return failed, done(refused, follow_up, failed, told=told, rules=rules, now=now)


def _told(
    case: Case,
    follow_up: FollowUp,
    duty: Duty,
    reminding: Reminding,
    reply: Reply | None = None,
) -> tuple[str, ...]:
    contact = _asked(case, follow_up, reminding.configuration)
    if contact is None:
        return ()
    if contact.email is None:
        return (f"{contact.name}: has no email address",)
    outcome = mailed(
        case.id,
        f"{case.opening}.followup.{follow_up.number}",
        contact,
        lambda: letter(case, follow_up, duty, contact, reminding, reply=reply),
        deliveries=reminding.deliveries,
        notifier=reminding.notifier,
    )
    return (f"{contact.name} by email: {outcome}",)


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
    """Who has the case: the assignee, who acknowledged it, whom it was routed to, else the first of
    the first level, else the owner; None where none of them is a contact any more."""
    has_it = (case.assignee, case.acknowledged_by, case.handler)
    for name in (*has_it, _first(case, configuration), configuration.owner):
        with suppress(NotFoundError):
            return configuration.contact(name or "")
    return None


def _first(case: Case, configuration: Configuration) -> str | None:
    with suppress(NotFoundError):
        names = configuration.policy_for(case.brand).levels[0].contacts
        return next((name for name in names if name != HANDLER), None)
    return None
