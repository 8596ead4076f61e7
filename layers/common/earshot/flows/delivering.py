"""Delivering: what a change of a case still has to cause, from its outbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from earshot.domain.case import CLOSED, Case
from earshot.domain.errors import EarshotError
from earshot.domain.rechecking import first_look_at
from earshot.ports import Agenda, Cases, Escalations, FollowUps, Loads, Mentions, Replies


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivering:
    """Everything that delivering takes. `loads` are built where somebody got or lost a case."""

    cases: Cases
    mentions: Mentions
    follow_ups: FollowUps
    escalations: Escalations
    agenda: Agenda
    replies: Replies
    loads: Callable[[], Loads]


def deliver(case_id: str, delivering: Delivering) -> str:
    """Carries out the outbox of the case as it is now, then empties it; returns what was done.

    Every part may happen twice: puts of the same item, removals of what is gone, an execution that
    was started before. A death in between leaves the outbox; the stream or the sweep come again.
    """
    case = delivering.cases.get(case_id)
    if case is None or case.outbox.empty:
        return "nothing is waiting"
    outbox = case.outbox
    if outbox.escalate:
        delivering.escalations.start(case)
    for attached in outbox.attach:
        found = delivering.mentions.get(case.brand, attached.mention_id)
        if found is not None:
            delivering.cases.attach(case.id, attached, found)
    for answer in outbox.answers:
        delivering.cases.keep_answer(case.id, answer)
    if outbox.recheck:
        delivering.agenda.put(case, first_look_at(case))
    # Before their follow-ups: who sends them must find the words.
    _keep_replies(case, delivering)
    for follow_up in outbox.plan:
        delivering.follow_ups.put(follow_up)
    for follow_up in outbox.cancel:
        delivering.follow_ups.remove(follow_up)
    for entry in outbox.journal:
        delivering.cases.write(case.id, entry)
    if outbox.count or (outbox.refile and case.holder is not None):
        delivering.loads().note(case)
    if outbox.refile or case.state in CLOSED:
        delivering.cases.refile(case)
    delivering.cases.settle(case)
    return "delivered"


def _keep_replies(case: Case, delivering: Delivering) -> None:
    """What people want said; where nothing is left of what its author said, nothing of either."""
    for reply in case.outbox.replies:
        delivering.replies.keep(reply)
    if case.gone >= case.mentions:
        delivering.replies.forget(case.id)


def sweep(delivering: Delivering, now: datetime) -> int:
    """Delivers the outboxes that the stream left waiting; returns how many.

    One that cannot be delivered does not keep the others; its error is raised when all had their
    turn.
    """
    failed: EarshotError | None = None
    delivered = 0
    for case_id in delivering.cases.undelivered(now):
        try:
            deliver(case_id, delivering)
        except EarshotError as error:
            failed = error
        else:
            delivered += 1
    if failed is not None:
        raise failed
    return delivered
