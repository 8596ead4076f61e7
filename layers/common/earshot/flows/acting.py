"""Acting: what people do with a case by the API."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from earshot.domain.assigning.routing import given
from earshot.domain.attaching import returned
from earshot.domain.case import UNACKNOWLEDGED, Case, Reply
from earshot.domain.configuration import Configuration
from earshot.domain.errors import (
    ConfigurationError,
    ConflictError,
    IllegalTransitionError,
    NotFoundError,
    WrongFieldError,
)
from earshot.domain.outlet import SentKind
from earshot.domain.sending import ASKED_FOR, reply_name, unwanted, written
from earshot.domain.transition import Action, move, noted, planned, unplanned
from earshot.flows.racing import MOST_TRIES
from earshot.flows.repeating import is_done, once_by
from earshot.flows.replying.means import following, refusal_to_send
from earshot.flows.scoring import Router, hearing_rules
from earshot.ports import Cases, Clock, Deliveries

MOST_MENTIONS = 200
"""Of one case that are looked at."""

CommandName = Literal[
    "acknowledge",
    "assign",
    "note",
    "reply",
    "await_customer",
    "customer_says",
    "dismiss",
    "reopen",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What someone wants done. `to` is the assignee of `assign`, `answer` the customer's in
    `customer_says`; `note` is kept in the journal with any command.

    A `reply` with a `kind` is sent to the customer: its `text`, or a draft of that kind with the
    `news` in it; `language` is the text's, None for the case's, and `below` the mention that the
    writer had before them. A `reply` without a kind was given elsewhere, and is recorded.
    """

    action: CommandName
    kind: SentKind | None = None
    text: str = ""
    news: str = ""
    language: str | None = None
    below: str = ""
    note: str = ""
    to: str | None = None
    answer: Literal["yes", "no"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Everything that acting takes. `route` is None where the owner has no rules for that."""

    configuration: Configuration
    cases: Cases
    deliveries: Deliveries
    clock: Clock
    route: Router | None = None


def act(
    case_id: str, command: Command, *, who: str, acting: Acting, idempotency_key: str | None = None
) -> Case:
    """The case after the command. With a key, a repeated request changes nothing and answers the
    case as it is.

    Raises NotFoundError, IllegalTransitionError with the reason, RepeatedRequestError where the key
    stands for another command, ConflictError when it keeps losing races.
    """
    once = once_by(idempotency_key, case_id, who, command)
    if command.kind is not None:
        command = replace(command, below=_last_words(case_id, acting.cases))
    for _ in range(MOST_TRIES):
        case = acting.cases.get(case_id)
        if case is None:
            raise NotFoundError(f"there is no case {case_id}")
        if is_done(once, acting.cases):
            return case
        now = acting.clock()
        decision = decided(case, command, who, acting.configuration, now)
        if acting.route is not None:
            decision = acting.route(case, decision, now)
        changed = following(case, decision, acting.configuration, now)
        try:
            acting.cases.save(changed, replaces_version=case.version, once=once)
        except ConflictError:
            continue
        return changed
    raise ConflictError(f"case {case_id} is being changed by others; try again")


def _last_words(case_id: str, cases: Cases) -> str:
    """The last mention of the customer's that is there to be answered, empty where none is."""
    there = [f for _, f in cases.said(case_id, MOST_MENTIONS) if f.gone is None and not f.own]
    last = max(there, key=lambda f: (f.mention.created_at, f.id), default=None)
    return last.id if last is not None else ""


def decided(
    case: Case, command: Command, who: str, configuration: Configuration, now: datetime
) -> Case:
    """The case after the command. IllegalTransitionError where it cannot be, ConfigurationError
    where the command lacks something, NotFoundError for an assignee who is no contact."""
    if command.action == "customer_says" and command.answer is None:
        raise ConfigurationError("answer: say what the customer says, yes or no")
    if command.action == "assign" and command.to is None:
        raise ConfigurationError("to: say to whom, by the name of a contact")
    if command.action == "note":
        return noted(case, who=who, what="note", why=command.note, now=now)
    if command.action == "reply" and command.kind is not None:
        return _written(case, command, who, configuration, now)
    if command.action == "assign" and command.to is not None:
        configuration.contact(command.to)
    if command.action == "customer_says" and command.answer == "no" and _owed(case):
        return noted(case, who=who, what="customer_says_no", why=command.note, now=now)
    action = _action(command)
    why = _reason(command)
    moved = move(case, action, who=who, why=why, now=now, rules=configuration.follow_ups)
    if command.action == "assign" and command.to is not None:
        moved = _handed_over(given(moved, command.to), case.assignee, who, configuration, now)
    if moved.state == "reopened":
        moved = _returned(moved, configuration, now)
    return moved


def _handed_over(
    case: Case, before: str | None, who: str, configuration: Configuration, now: datetime
) -> Case:
    """The case with a letter to its new assignee, who else hears of it when asked whether it is
    done. Whoever takes it themselves knows."""
    if case.assignee == before:
        return case
    case = unplanned(case, "handed_over")
    contact = configuration.contact(case.assignee or "")
    if who in (contact.name, contact.email):
        return case
    return planned(case, "handed_over", now, about=contact.name)


def _written(
    case: Case, command: Command, who: str, configuration: Configuration, now: datetime
) -> Case:
    """The case with a reply to be sent. The state changes when it was; but who asks the customer
    waits for them from now on."""
    kind = command.kind or "own"
    if why := refusal_to_send(case, kind, configuration):
        raise IllegalTransitionError(why)
    if kind == "own" and not command.text:
        raise WrongFieldError("text", "write what is to be said, or name a kind that is drafted")
    if kind == "satisfaction":
        rules = configuration.follow_ups
        if case.state != "awaiting_customer":
            case = move(case, "await_customer", who=who, why=command.note, now=now, rules=rules)
        # They are asked now, and not once more when the time for that has come.
        case = unplanned(case, "customer_check", "silence")
    reply = Reply(
        case_id=case.id,
        name=reply_name(kind, f"{case.opening}.{ASKED_FOR}{case.version}"),
        kind=kind,
        text=command.text,
        news=command.news,
        language=command.language or case.language,
        who=who,
        planned_at=now,
        state="waiting",
        to=command.below,
    )
    if why := unwanted(case, reply.name):
        raise IllegalTransitionError(f"cannot reply: {why}")
    return written(case, reply, now)


def _returned(case: Case, configuration: Configuration, now: datetime) -> Case:
    """The reopened case, weighed anew; where its brand is no longer configured there is nobody to
    alert, and it is only reopened."""
    try:
        rules = hearing_rules(configuration, case.brand)
    except NotFoundError:
        return case
    return returned(case, rules, now)


def _owed(case: Case) -> bool:
    """True while the work is ours anyway: a customer's "no" is then a note and changes nothing."""
    return case.state in (*UNACKNOWLEDGED, "acknowledged", "in_progress")


def _action(command: Command) -> Action:
    if command.action == "customer_says":
        return "customer_says_yes" if command.answer == "yes" else "customer_says_no"
    if command.action == "note":
        raise AssertionError("a note is not a transition")
    return command.action


def _reason(command: Command) -> str:
    """The note, and to whom the case was given, which nothing else in the journal tells."""
    if command.to is not None:
        return f"to {command.to}: {command.note}" if command.note else f"to {command.to}"
    if command.answer is not None and not command.note:
        return f"the customer says {command.answer}"
    return command.note
