"""Alerted: what became of an alert, as the case records it, and how its escalation ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.case import UNACKNOWLEDGED, Case
from earshot.domain.escalation import Step
from earshot.domain.journal import EARSHOT
from earshot.domain.policy import FollowUpRules
from earshot.domain.transition import move, noted, planned

SOONEST = timedelta(seconds=1)
"""The state machine counts whole seconds; looking again at once would be a loop without a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one message: to whom, by what, and whether the channel took it (`reached`).

    `held`: it waits on purpose, as in quiet hours; nobody was reached by it, and nothing failed.
    """

    contact: str
    channel: str
    reached: bool
    outcome: str
    held: bool = False

    @property
    def failed(self) -> bool:
        return not self.reached and not self.held

    def __str__(self) -> str:
        return f"{self.contact} by {self.channel}: {self.outcome}"


def alerted(
    case: Case,
    step: Step,
    told: tuple[Told, ...],
    now: datetime,
    rules: FollowUpRules,
    *,
    look_at: datetime | None = None,
) -> Case:
    """The case after the alert of `step`, its next level's clock running whoever was reached.

    `told` has what became of every message, those that are held too; it is empty only where there
    was nobody to tell. `look_at` is when to look again at what waits.
    """
    chain = case.chain
    if chain is None:
        return case
    if step.lapsed and case.state == "acknowledged":
        case = move(
            case, "acknowledgement_lapses", who=EARSHOT, why=step.reason, now=now, rules=rules
        )
    told_whom = _all_told(told) or "nobody could be told"
    recorded = noted(
        case,
        who=EARSHOT,
        what="alert",
        why=f"level {step.level}: {step.reason}. {told_whom}",
        now=now,
    )
    # What waits since an earlier alert is looked at too; an acknowledgement has settled it.
    earlier = replace(chain, held=(), look_at=None) if step.lapsed else chain
    held = (*earlier.held, *_held(told))
    looks = [at for at in (earlier.look_at, look_at) if at is not None]
    chain = replace(
        chain,
        level=step.level,
        repeat=step.repeat,
        retriggers=chain.retriggers + (1 if step.lapsed else 0),
        alerted_at=now,
        reached=chain.reached or any(one.reached for one in told),
        failed=any(one.failed for one in told),
        nobody=not told and look_at is None,
        held=tuple(dict.fromkeys(held)),
        look_at=min(looks, default=None),
        low_until=chain.low_until if step.urgency == "low" else None,
    )
    return replace(recorded, chain=chain)


def attended(
    case: Case, look_at: datetime | None, now: datetime, *, told: tuple[Told, ...] = ()
) -> Case | None:
    """The case after what waits was looked at; None where that changes nothing.

    `look_at` is when to look again, None where nothing waits or no moment is known. `told` has what
    became of every message that waited, those that still are held too; without it nothing was
    told, and without `look_at` as well nothing waits. Only what is no longer held is worth a line
    in the journal.
    """
    chain = case.chain
    if chain is None:
        return None
    if look_at is not None:
        look_at = max(look_at, now + SOONEST)
    news = tuple(one for one in told if not one.held)
    looked = replace(
        chain,
        reached=chain.reached or any(one.reached for one in told),
        failed=chain.failed or any(one.failed for one in told),
        held=_held(told) if told or look_at is None else chain.held,
        look_at=look_at,
    )
    if looked == chain and not news:
        return None
    if news:
        case = noted(case, who=EARSHOT, what="attend", why=_all_told(news), now=now)
    else:
        case = replace(case, version=case.version + 1)
    return replace(case, chain=looked)


def ended(case: Case, step: Step, now: datetime, rules: FollowUpRules) -> Case | None:
    """The case with the end of its escalation on record; None where it is already, or goes on.

    A case that nobody took is not let go: it is asked after like one that somebody has.
    """
    if case.chain is None or case.chain.ended is not None or step.elsewhere:
        return None
    recorded = noted(case, who=EARSHOT, what="stop_alerting", why=step.reason, now=now)
    over = replace(recorded, chain=replace(case.chain, ended=step.reason))
    if case.state not in UNACKNOWLEDGED or case.follow_ups:
        return over
    return planned(over, "handler_check", now + timedelta(seconds=rules.handler_after_seconds))


def _held(told: tuple[Told, ...]) -> tuple[str, ...]:
    """The contacts with a message that waits, each once."""
    return tuple(dict.fromkeys(one.contact for one in told if one.held))


def _all_told(told: tuple[Told, ...]) -> str:
    return "; ".join(map(str, told))
