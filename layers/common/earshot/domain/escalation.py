"""Escalation: who is alerted next, and when. PagerDuty's semantics; every step says why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from earshot.domain.case import CLOSED, UNACKNOWLEDGED, Case, Chain
from earshot.domain.journal import EARSHOT
from earshot.domain.policy import MOST_REPEATS, FollowUpRules
from earshot.domain.transition import move, noted, planned

MOST_RETRIGGERS = 9
"""Like repeats: an acknowledgement that lapses ten times is a matter for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the escalation does next. `level` counts from 1; `wait_seconds` is whole and at least 1.

    `lapsed` is True where this alert starts anew because nobody worked after an acknowledgement.
    """

    action: Literal["alert", "wait", "stop"]
    reason: str
    level: int = 0
    repeat: int = 0
    wait_seconds: int = 0
    lapsed: bool = False


def next_step(case: Case, cycle: int, now: datetime) -> Step:
    """The next step of the escalation that was started for this cycle of the case."""
    chain = case.chain
    if case.cycle != cycle or chain is None:
        return Step(action="stop", reason="the case was reopened and has an escalation of its own")
    if case.state in CLOSED:
        return Step(action="stop", reason=f"the case is {case.state.replace('_', ' ')}")
    if case.state in UNACKNOWLEDGED:
        return _unacknowledged(chain, now)
    if case.state == "acknowledged":
        return _acknowledged(case, chain, now)
    return Step(action="stop", reason=f"somebody works on it: {case.state.replace('_', ' ')}")


def _unacknowledged(chain: Chain, now: datetime) -> Step:
    if chain.level == 0 or chain.alerted_at is None:
        return Step(action="alert", level=1, repeat=chain.repeat, reason="nobody was alerted yet")
    level = chain.policy.levels[chain.level - 1]
    until = chain.alerted_at + timedelta(seconds=level.timeout_seconds)
    if now < until:
        reason = f"level {chain.level} has until {until.isoformat(timespec='seconds')}"
        return Step(action="wait", wait_seconds=_seconds(until - now), reason=reason)
    silent = f"level {chain.level} did not acknowledge within {level.timeout_seconds} s"
    if chain.level < len(chain.policy.levels):
        return Step(action="alert", level=chain.level + 1, repeat=chain.repeat, reason=silent)
    # Where not one message was taken by its channel, the owner's patience does not count: the most
    # that any policy may repeat does.
    repeats = chain.policy.repeats if chain.reached else MOST_REPEATS
    if chain.repeat < repeats:
        return Step(action="alert", level=1, repeat=chain.repeat + 1, reason=f"{silent}; again")
    return Step(action="stop", reason=f"{silent}, and it was the last")


def _acknowledged(case: Case, chain: Chain, now: datetime) -> Step:
    who = case.acknowledged_by or "somebody"
    timeout_seconds = chain.policy.acknowledge_timeout_seconds
    if timeout_seconds is None or case.acknowledged_at is None:
        return Step(action="stop", reason=f"{who} acknowledged it")
    until = case.acknowledged_at + timedelta(seconds=timeout_seconds)
    if now < until:
        reason = f"{who} acknowledged it and has until {until.isoformat(timespec='seconds')}"
        return Step(action="wait", wait_seconds=_seconds(until - now), reason=reason)
    if chain.retriggers >= MOST_RETRIGGERS:
        return Step(action="stop", reason=f"{who} acknowledged it; it lapsed too often")
    return Step(
        action="alert",
        level=1,
        lapsed=True,
        reason=f"{who} acknowledged it, and no work followed within {timeout_seconds} s",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one message: to whom, by what, and whether the channel took it."""

    contact: str
    channel: str
    reached: bool
    outcome: str

    def __str__(self) -> str:
        return f"{self.contact} by {self.channel}: {self.outcome}"


def alerted(
    case: Case, step: Step, told: tuple[Told, ...], now: datetime, rules: FollowUpRules
) -> Case:
    """The case after the alert of `step`, its next level's clock running whoever was reached."""
    chain = case.chain
    if chain is None:
        return case
    if step.lapsed and case.state == "acknowledged":
        case = move(
            case, "acknowledgement_lapses", who=EARSHOT, why=step.reason, now=now, rules=rules
        )
    told_whom = "; ".join(map(str, told)) or "nobody could be told"
    recorded = noted(
        case,
        who=EARSHOT,
        what="alert",
        why=f"level {step.level}: {step.reason}. {told_whom}",
        now=now,
    )
    retriggers = chain.retriggers + (1 if step.lapsed else 0)
    chain = replace(
        chain,
        level=step.level,
        repeat=step.repeat,
        retriggers=retriggers,
        alerted_at=now,
        reached=chain.reached or any(one.reached for one in told),
    )
    return replace(recorded, chain=chain)


def ended(case: Case, step: Step, now: datetime, rules: FollowUpRules) -> Case | None:
    """The case with the end of its escalation on record; None where it is already.

    A case that nobody took is not let go: it is asked after like one that somebody has.
    """
    if case.chain is None or case.chain.ended is not None:
        return None
    recorded = noted(case, who=EARSHOT, what="stop_alerting", why=step.reason, now=now)
    over = replace(recorded, chain=replace(case.chain, ended=step.reason))
    if case.state not in UNACKNOWLEDGED or case.follow_ups:
        return over
    return planned(over, "handler_check", now + timedelta(seconds=rules.handler_after_seconds))


def _seconds(duration: timedelta) -> int:
    return max(1, ceil(duration.total_seconds()))
