"""Acting: what people do with a case, from the API or from the link in an alert."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from earshot.domain.case import UNACKNOWLEDGED, Case
from earshot.domain.configuration import Configuration
from earshot.domain.errors import (
    ConfigurationError,
    ConflictError,
    NotFoundError,
)
from earshot.domain.hearing import returned
from earshot.domain.link import digest
from earshot.domain.transition import Action, move, noted
from earshot.flows.racing import MOST_TRIES
from earshot.flows.repeating import is_done, once_by
from earshot.flows.scoring import hearing_rules
from earshot.ports import Cases, Clock, Deliveries, Token, TokenUse

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
    `customer_says`; `note` is kept in the journal with any command."""

    action: CommandName
    note: str = ""
    to: str | None = None
    answer: Literal["yes", "no"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Everything that acting takes."""

    configuration: Configuration
    cases: Cases
    deliveries: Deliveries
    clock: Clock


def act(
    case_id: str, command: Command, *, who: str, acting: Acting, idempotency_key: str | None = None
) -> Case:
    """The case after the command. With a key, a repeated request changes nothing and answers the
    case as it is.

    Raises NotFoundError, IllegalTransitionError with the reason, RepeatedRequestError where the key
    stands for another command, ConflictError when it keeps losing races.
    """
    once = once_by(idempotency_key, case_id, who, command)
    for _ in range(MOST_TRIES):
        case = acting.cases.get(case_id)
        if case is None:
            raise NotFoundError(f"there is no case {case_id}")
        if is_done(once, acting.cases):
            return case
        changed = decided(case, command, who, acting.configuration, acting.clock())
        try:
            acting.cases.save(changed, replaces_version=case.version, once=once)
        except ConflictError:
            continue
        return changed
    raise ConflictError(f"case {case_id} is being changed by others; try again")


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
    if command.action == "assign" and command.to is not None:
        configuration.contact(command.to)
    if command.action == "customer_says" and command.answer == "no" and _owed(case):
        return noted(case, who=who, what="customer_says_no", why=command.note, now=now)
    action = _action(command)
    why = command.note or _reason(command)
    moved = move(case, action, who=who, why=why, now=now, rules=configuration.follow_ups)
    if command.action == "assign":
        moved = replace(moved, assignee=command.to)
    if moved.state == "reopened":
        moved = _returned(moved, configuration, now)
    return moved


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
    if command.to is not None:
        return f"to {command.to}"
    if command.answer is not None:
        return f"the customer says {command.answer}"
    return ""


LinkState = Literal["valid", "unknown", "used", "expired", "needless"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What an acknowledgement link stands for now. `needless` means that there is nothing left to
    acknowledge; `token` and `case` are None only where the link is `unknown`."""

    state: LinkState
    token: Token | None = None
    case: Case | None = None


def looked_up(secret: str, acting: Acting) -> Link:
    """The link as it is, changing nothing: previews of messages fetch what they find."""
    token = acting.deliveries.token(digest(secret))
    if token is None:
        return Link(state="unknown")
    case = acting.cases.get(token.case_id)
    if case is None:
        return Link(state="unknown")
    return Link(state=_link_state(token, case, acting.clock()), token=token, case=case)


def acknowledge(secret: str, acting: Acting) -> Link:
    """Uses the link up and acknowledges its case, both or neither; of two at once exactly one
    does. The answer is the link as this request found it: `valid` means that this one did it."""
    for _ in range(MOST_TRIES):
        link = looked_up(secret, acting)
        if link.state != "valid" or link.token is None or link.case is None:
            return link
        now = acting.clock()
        moved = move(
            link.case,
            "acknowledge",
            who=link.token.contact,
            why=f"by the link of level {link.token.level}",
            now=now,
            rules=acting.configuration.follow_ups,
        )
        try:
            acting.cases.save(
                moved,
                replaces_version=link.case.version,
                spending=TokenUse(link.token.digest, now),
            )
        except ConflictError:
            continue
        return replace(link, case=moved)
    raise ConflictError("the case is being changed by others; try again")


def _link_state(token: Token, case: Case, now: datetime) -> LinkState:
    if token.used_at is not None:
        return "used"
    if token.expires_at <= now:
        return "expired"
    if token.cycle != case.cycle or case.state not in UNACKNOWLEDGED:
        return "needless"
    return "valid"
