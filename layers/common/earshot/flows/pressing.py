"""Pressing: what comes of the links in our messages, and of the buttons behind them, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.case import Case, FollowUp
from earshot.domain.configuration import Configuration
from earshot.domain.errors import ConflictError, IllegalTransitionError
from earshot.domain.link import (
    FOLLOW_UP_LINK_VALID,
    PressedAnswer,
    answers_now,
    answers_of,
    digest,
)
from earshot.domain.policy import FollowUpRules
from earshot.domain.sending import asked
from earshot.domain.transition import move, noted, planned, refusal
from earshot.flows.acting import Acting, Command, decided
from earshot.flows.racing import MOST_TRIES
from earshot.flows.replying.means import following
from earshot.ports import Token, TokenUse

LinkState = Literal["valid", "unanswered", "unknown", "used", "expired", "needless"]

BY_LINK = "by the link in the mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a link stands for now. `needless`: the case has moved on, and there is nothing left to
    say; `unanswered`: it is good, and was pressed without saying what. `token` and `case` are None
    only where it is `unknown`.

    `answers` are those that it takes now, `answer` the one that was given.
    """

    state: LinkState
    token: Token | None = None
    case: Case | None = None
    answers: tuple[PressedAnswer, ...] = ()
    answer: PressedAnswer | None = None


def looked_up(secret: str, acting: Acting) -> Link:
    """The link as it is, changing nothing: previews of messages fetch what they find."""
    token = acting.deliveries.token(digest(secret))
    if token is None:
        return Link(state="unknown")
    case = acting.cases.get(token.case_id)
    if case is None:
        return Link(state="unknown")
    state = _state(token, case, acting.clock())
    answers = answers_now(token.purpose, case.state) if state == "valid" else ()
    return Link(state=state, token=token, case=case, answers=answers)


def press(secret: str, said: str | None, acting: Acting) -> Link:
    """Uses the link up and does what was said, both or neither; of two presses at once exactly one
    does. The answer is the link as this request found it: `valid` means that this one did it.

    `said` is one of `link.ANSWERS`, and anything at all for the link of an alert, which has one
    button. ConflictError where it keeps losing races; the link is good then as before.
    """
    for _ in range(MOST_TRIES):
        link = looked_up(secret, acting)
        if link.state != "valid" or link.token is None or link.case is None:
            return link
        answer = _answer(link.token, said)
        if answer is None:
            return replace(link, state="unanswered")
        if answer not in link.answers or _is_overtaken(link.token, link.case, answer):
            return replace(link, state="needless", answers=())
        now = acting.clock()
        try:
            after = pressed(link.case, answer, link.token, acting.configuration, now)
        except IllegalTransitionError:
            return replace(link, state="needless", answers=())
        if acting.route is not None:
            after = acting.route(link.case, after, now)
        after = following(link.case, after, acting.configuration, now)
        try:
            acting.cases.save(
                after,
                replaces_version=link.case.version,
                spending=TokenUse(link.token.digest, now),
            )
        except ConflictError:
            continue
        return replace(link, case=after, answer=answer)
    raise ConflictError("the case is being changed by others; try again")


def _is_overtaken(token: Token, case: Case, answer: PressedAnswer) -> bool:
    """Whether the customer has written since the letter: a yes to what they wrote before would
    close the case over newer words."""
    sent_at = token.expires_at - FOLLOW_UP_LINK_VALID
    return answer == "yes" and case.last_mention_at > sent_at


def pressed(
    case: Case, answer: PressedAnswer, token: Token, configuration: Configuration, now: datetime
) -> Case:
    """The case after whom the link was sent to has given this answer. IllegalTransitionError where
    the case takes it no more."""
    who, rules = token.contact, configuration.follow_ups
    if answer == "acknowledge":
        why = f"by the link of level {token.level}"
        return move(case, "acknowledge", who=who, why=why, now=now, rules=rules)
    if answer == "not_yet":
        after = noted(case, who=who, what="note", why=_why("not yet"), now=now)
        return _checked_again(after, rules, now)
    if answer == "asked":
        after = noted(case, who=who, what="asked", why=BY_LINK, now=now)
        return _waiting(after, rules, now)
    if answer == "unclear":
        return noted(case, who=who, what="note", why=_why("what they wrote is not clear"), now=now)
    if answer == "done":
        command = Command(action="await_customer", note=_why("it is done"))
        if refusal(case.state, "await_customer") and not refusal(case.state, "acknowledge"):
            # Whoever says that it is done has seen it, and nobody else is to be woken for it.
            case = move(case, "acknowledge", who=who, why=BY_LINK, now=now, rules=rules)
    else:
        says: Literal["yes", "no"] = "yes" if answer == "yes" else "no"
        note = _why(f"the customer says {says}")
        command = Command(action="customer_says", answer=says, note=note)
    return decided(case, command, who, configuration, now)


def _why(told: str) -> str:
    return f"{told}, {BY_LINK}"


def _answer(token: Token, said: str | None) -> PressedAnswer | None:
    answers = answers_of(token.purpose)
    if token.purpose == "acknowledge":
        return "acknowledge"
    return next((answer for answer in answers if answer == said), None)


def _state(token: Token, case: Case, now: datetime) -> LinkState:
    if token.used_at is not None:
        return "used"
    if token.expires_at <= now:
        return "expired"
    # A case of the same id that began anew counts its follow-ups from the beginning.
    moved_on = token.cycle != case.cycle or token.follow_up > case.numbered
    if moved_on or not answers_now(token.purpose, case.state):
        return "needless"
    return "valid"


def _checked_again(case: Case, rules: FollowUpRules, now: datetime) -> Case:
    """The case with a next question to its handler, also where they were asked often enough: who
    says "not yet" wants to be asked again."""
    if case.state == "open" or any(f.kind == "handler_check" for f in case.follow_ups):
        return case
    return planned(case, "handler_check", now + timedelta(seconds=rules.handler_after_seconds))


def _waiting(case: Case, rules: FollowUpRules, now: datetime) -> Case:
    """The case whose customer has been asked: from now on they have their time to answer.

    Where a moment of asking is known already, it stays: between the question and the press of a
    button they may have answered.
    """
    left = tuple(f for f in case.follow_ups if f.kind in ("customer_check", "silence"))
    round_ = max((f.round for f in left if f.kind == "silence"), default=1)
    waiting = replace(asked(_without(case, left), now), asked_at=case.asked_at or now)
    give_up_at = now + timedelta(seconds=rules.silence_after_seconds)
    return planned(waiting, "silence", give_up_at, round_)


def _without(case: Case, cancelled: tuple[FollowUp, ...]) -> Case:
    numbers = {f.number for f in cancelled}
    return replace(
        case,
        follow_ups=tuple(f for f in case.follow_ups if f.number not in numbers),
        outbox=replace(
            case.outbox,
            plan=tuple(f for f in case.outbox.plan if f.number not in numbers),
            cancel=(*case.outbox.cancel, *cancelled),
        ),
    )
