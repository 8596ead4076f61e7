"""Follow-ups: what a duty that has fallen due asks for now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.case import Case, FollowUp
from earshot.domain.journal import EARSHOT
from earshot.domain.policy import FollowUpRules
from earshot.domain.transition import fired, move, noted, planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What to do about a follow-up that has left the table, and why."""

    action: Literal["nothing", "remind_handler", "ask_customer", "close_unanswered"]
    reason: str


def due(case: Case | None, follow_up: FollowUp, now: datetime) -> Duty:
    """What the follow-up asks for. One that the case no longer plans was cancelled, or is done."""
    if now < follow_up.due_at:
        return Duty(action="nothing", reason="it left before it was due: cancelled")
    if case is None:
        return Duty(action="nothing", reason="the case is gone")
    if all(planned_.number != follow_up.number for planned_ in case.follow_ups):
        return Duty(action="nothing", reason="the case no longer plans it")
    if follow_up.kind == "handler_check":
        return Duty(action="remind_handler", reason="is it done?")
    if follow_up.kind == "customer_check":
        return Duty(action="ask_customer", reason="is it solved for the customer?")
    return Duty(action="close_unanswered", reason="the customer did not answer")


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
    if follow_up.kind == "customer_check":
        give_up_at = now + timedelta(seconds=rules.silence_after_seconds)
        return planned(recorded, "silence", give_up_at)
    if follow_up.round > rules.handler_repeats:
        return recorded
    next_at = now + timedelta(seconds=rules.handler_after_seconds)
    return planned(recorded, "handler_check", next_at, follow_up.round + 1)
