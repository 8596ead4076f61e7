"""Follow-ups: what a duty that has fallen due asks for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.answering import answered
from earshot.domain.case import CLOSED, Answer, Case, FollowUp, FollowUpKind, Reply
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import mention_id
from earshot.domain.policy import FollowUpRules
from earshot.domain.sending import asked, reply_key, said, with_reply
from earshot.domain.transition import fired, move, noted, planned, unplanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What to do about a follow-up that has left the table, and why. `reply_failed` follows from a
    `send_reply` that came to nothing, and from no follow-up itself."""

    action: Literal[
        "nothing",
        "remind_handler",
        "ask_customer",
        "close_unanswered",
        "send_reply",
        "reply_failed",
        "read_answer",
        "clock_look",
        "tell_assignee",
    ]
    reason: str


def due(case: Case | None, follow_up: FollowUp, rules: FollowUpRules, now: datetime) -> Duty:
    """What the follow-up asks for. One that the case no longer plans was cancelled, or is done."""
    if now < follow_up.due_at:
        return Duty(action="nothing", reason="it left before it was due: cancelled")
    if case is None:
        return Duty(action="nothing", reason="the case is gone")
    if overtaken := _overtaken(case, follow_up):
        return Duty(action="nothing", reason=overtaken)
    if (
        follow_up.kind == "silence"
        and follow_up.round <= rules.customer_repeats
        and case.gone < case.mentions
    ):
        return Duty(action="ask_customer", reason="the customer did not answer yet")
    return _DUTIES[follow_up.kind]


def _overtaken(case: Case, follow_up: FollowUp) -> str:
    """Why nothing is left of it to do; empty where there is."""
    if all(planned_.number != follow_up.number for planned_ in case.follow_ups):
        return "the case no longer plans it"
    if follow_up.kind in ("read_answer", "handed_over") and case.state in CLOSED:
        return f"the case is {case.state.replace('_', ' ')}"
    if follow_up.kind == "handed_over" and follow_up.about != case.assignee:
        return "somebody else has it by now"
    return ""


_DUTIES: dict[FollowUpKind, Duty] = {
    "handler_check": Duty(action="remind_handler", reason="is it done?"),
    "customer_check": Duty(action="ask_customer", reason="is it solved for the customer?"),
    "silence": Duty(action="close_unanswered", reason="the customer did not answer"),
    "reply": Duty(action="send_reply", reason="a reply is to be sent"),
    "read_answer": Duty(action="read_answer", reason="the customer wrote; a person has to read it"),
    "clock_look": Duty(action="clock_look", reason="how its clocks stand"),
    "handed_over": Duty(action="tell_assignee", reason="the case was given to them"),
}


def done(
    case: Case,
    follow_up: FollowUp,
    duty: Duty,
    *,
    told: tuple[str, ...],
    rules: FollowUpRules,
    now: datetime,
) -> Case:
    """The case after the duty was carried out, with the next follow-up where one is left."""
    freed = fired(case, follow_up)
    if duty.action == "close_unanswered":
        return move(freed, "silence", who=EARSHOT, why=duty.reason, now=now, rules=rules)
    whom = "; ".join(told) or "nobody could be told"
    recorded = noted(freed, who=EARSHOT, what=duty.action, why=f"{duty.reason} ({whom})", now=now)
    if duty.action == "ask_customer":
        # Whether the handler has asked they tell by a button; until then nothing is an answer.
        return waiting(recorded, _times_asked(follow_up), rules, now)
    if follow_up.kind != "handler_check" or follow_up.round > rules.handler_repeats:
        return recorded
    next_at = now + timedelta(seconds=rules.handler_after_seconds)
    return planned(recorded, "handler_check", next_at, follow_up.round + 1)


def asking(case: Case, follow_up: FollowUp, now: datetime) -> Case:
    """The case with the question to its customer to be sent in the thread."""
    times_asked = _times_asked(follow_up)
    why = "asked again in the thread" if times_asked else "asked in the thread"
    noted_case = noted(fired(case, follow_up), who=EARSHOT, what="ask_customer", why=why, now=now)
    cause = f"{case.opening}.{follow_up.number}x{times_asked}"
    return with_reply(noted_case, "satisfaction", cause, now)


def sent(case: Case, reply: Reply, rules: FollowUpRules, now: datetime) -> Case:
    """The case after a reply was sent. What a person said is the brand's answer; after the question
    we wait."""
    if reply.kind == "satisfaction":
        times_asked = _times_in(reply.name)
        return waiting(asked(said(case, reply, now), reply.sent_at or now), times_asked, rules, now)
    if reply.automated:
        return said(case, reply, now)
    mention = mention_id(case.source, reply.native_id) if reply.native_id else reply_key(reply)
    answer = Answer(mention_id=mention, at=reply.sent_at or now, account=reply.who, url=reply.url)
    return answered(case, answer, rules, now)


def waiting(case: Case, times_asked: int, rules: FollowUpRules, now: datetime) -> Case:
    """The case that waits for its customer's answer, and how long. Where somebody has taken it back
    since, it is not the customer whom we wait for."""
    if case.state != "awaiting_customer":
        return case
    give_up_at = now + timedelta(seconds=rules.silence_after_seconds)
    return planned(
        unplanned(case, "customer_check", "silence"), "silence", give_up_at, times_asked + 1
    )


def _times_asked(follow_up: FollowUp) -> int:
    """Before this follow-up: each silence is the one after so many questions."""
    if follow_up.kind == "reply":
        return _times_in(follow_up.about)
    return follow_up.round if follow_up.kind == "silence" else 0


def _times_in(name: str) -> int:
    """Of the question that is named after how often it was asked before; a person's is not."""
    last = name.rpartition("x")[2]
    return int(last) if last.isdecimal() else 0
