"""Escalation: who is alerted next, and when. PagerDuty's semantics; every step says why.

Urgency is `high` or `low`. Outside of a policy's support hours all but the severe begins with low
urgency: the first level is told once, and nothing escalates, repeats or begins anew. When the hours
start it turns high: the first level is alerted again, and its clock runs from then. It never turns
low again, also where the hours end while a level still has time: PagerDuty knows no such change
(https://developer.pagerduty.com/api-reference, `scheduled_actions`: `to_urgency` is `high`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from earshot.domain.case import CLOSED, UNACKNOWLEDGED, Case, Chain
from earshot.domain.duration import written
from earshot.domain.policy import HANDLER, MOST_REPEATS

MOST_RETRIGGERS = 9
"""Like repeats: an acknowledgement that lapses ten times is a matter for people."""

AlertUrgency = Literal["high", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the escalation does next. `level` counts from 1; `wait_seconds` is whole and at least 1.

    `attend`: look again at the messages that wait. `until` is the moment at which a wait is over;
    it may end before, to attend. `lapsed` is True where this alert starts anew because nobody
    worked after an acknowledgement. `elsewhere` is True of a stop where the case goes on without
    whoever asked: there is no end to record.
    """

    action: Literal["alert", "attend", "wait", "stop"]
    reason: str
    level: int = 0
    repeat: int = 0
    wait_seconds: int = 0
    lapsed: bool = False
    urgency: AlertUrgency = "high"
    until: datetime | None = None
    elsewhere: bool = False


def next_step(case: Case, cycle: int, now: datetime, *, execution: str | None = None) -> Step:
    """The next step of the escalation that was started for this cycle of the case.

    `execution` names who asks, where that is known: one that was replaced while it slept is told to
    stop.
    """
    chain = case.chain
    if case.cycle != cycle or chain is None:
        reason = "the case was reopened and has an escalation of its own"
        return Step(action="stop", elsewhere=True, reason=reason)
    if execution is not None and execution != case.execution:
        return Step(action="stop", elsewhere=True, reason="another execution has taken over")
    if case.state in CLOSED:
        return Step(action="stop", reason=f"the case is {_words(case.state)}")
    if case.state in UNACKNOWLEDGED:
        return _attending(chain, _unacknowledged(case, chain, now), now)
    if case.state == "acknowledged":
        return _acknowledged(case, chain, now)
    return Step(action="stop", reason=f"somebody works on it: {_words(case.state)}")


def _unacknowledged(case: Case, chain: Chain, now: datetime) -> Step:
    low_until = _low_until(case, chain, now)
    urgency: AlertUrgency = "high" if low_until is None else "low"
    if begins := _begins(case, chain, low_until):
        return Step(action="alert", level=1, repeat=chain.repeat, urgency=urgency, reason=begins)
    if chain.nobody and chain.level < len(chain.policy.levels):
        # The last level keeps its time, or a policy without anybody would be through at once.
        return _next_level(chain, urgency, f"there was nobody to tell on level {chain.level}")
    if low_until is not None:
        return _wait(low_until, now, f"of low urgency until {_told(low_until)}")
    return _high(chain, now)


def _begins(case: Case, chain: Chain, low_until: datetime | None) -> str | None:
    """Why the first level is to be alerted as the first; None where it was, of this urgency."""
    if chain.level == 0 or chain.alerted_at is None:
        return "nobody was alerted yet"
    if chain.low_until is None or low_until is not None:
        return None
    return "it has become urgent" if case.urgency == "urgent" else "the support hours have started"


def _high(chain: Chain, now: datetime) -> Step:
    """What follows an alert of high urgency."""
    assert chain.alerted_at is not None
    level = chain.policy.levels[chain.level - 1]
    until = chain.alerted_at + timedelta(seconds=level.timeout_seconds)
    if now < until:
        return _wait(until, now, f"level {chain.level} has until {_told(until)}")
    silent = f"level {chain.level} did not acknowledge within {written(level.timeout_seconds)}"
    if chain.level < len(chain.policy.levels):
        return _next_level(chain, "high", silent)
    # Where not one message was taken by its channel, the owner's patience does not count: the most
    # that any policy may repeat does. What only waits on purpose will be taken.
    patient = chain.reached or (chain.held and not chain.failed)
    repeats = min(chain.policy.repeats, MOST_REPEATS) if patient else MOST_REPEATS
    if chain.repeat < repeats:
        return Step(action="alert", level=1, repeat=chain.repeat + 1, reason=f"{silent}; again")
    return Step(action="stop", reason=f"{silent}, and it was the last")


def _next_level(chain: Chain, urgency: AlertUrgency, reason: str) -> Step:
    level, repeat = chain.level + 1, chain.repeat
    return Step(action="alert", level=level, repeat=repeat, urgency=urgency, reason=reason)


def _attending(chain: Chain, step: Step, now: datetime) -> Step:
    """The step, or a look at what is held before it. An alert that is due comes first: there are
    only so many, and what is held may be looked at without end."""
    look_at = chain.look_at
    if look_at is None or step.action == "alert":
        return step
    if step.action == "stop" and not chain.held:
        # Channels that fail are tried again all the same; that is no reason to stay awake.
        return step
    if now >= look_at:
        reason = f"what is held is looked at again; {step.reason}"
        return Step(action="attend", until=step.until, reason=reason)
    if step.until is not None and step.until <= look_at:
        return step
    reason = f"{step.reason}; what is held is looked at again at {_told(look_at)}"
    return replace(_wait(look_at, now, reason), until=step.until)


def _acknowledged(case: Case, chain: Chain, now: datetime) -> Step:
    who = case.acknowledged_by or "somebody"
    timeout_seconds = chain.policy.acknowledge_timeout_seconds
    if timeout_seconds is None or case.acknowledged_at is None:
        return Step(action="stop", reason=f"{who} acknowledged it")
    until = case.acknowledged_at + timedelta(seconds=timeout_seconds)
    # What is of low urgency begins anew no earlier than it turns high.
    until = max(until, _low_until(case, chain, now) or until)
    if now < until:
        return _wait(until, now, f"{who} acknowledged it and has until {_told(until)}")
    if chain.retriggers >= MOST_RETRIGGERS:
        return Step(action="stop", reason=f"{who} acknowledged it; it lapsed too often")
    return Step(
        action="alert",
        level=1,
        lapsed=True,
        reason=f"{who} acknowledged it, and no work followed within {written(timeout_seconds)}",
    )


def _low_until(case: Case, chain: Chain, now: datetime) -> datetime | None:
    """Until when urgency is low; None where it is high now."""
    until = chain.low_until
    return None if until is None or now >= until or case.urgency == "urgent" else until


def whom(case: Case, step: Step) -> tuple[str, ...]:
    """For whom the alert of `step` is, contacts or rotations by name: all on its level; after a
    lapsed acknowledgement also the one who gave it, whoever is on call by now."""
    if case.chain is None:
        return ()
    names = people(case, case.chain.policy.levels[step.level - 1].contacts)
    lapsed = case.acknowledged_by if step.lapsed else None
    return names if lapsed is None or lapsed in names else (*names, lapsed)


def people(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, each once, with whose case it is in the place of HANDLER; nobody where it is
    nobody's."""
    meant = (case.holder if name == HANDLER else name for name in names)
    return tuple(dict.fromkeys(name for name in meant if name is not None))


def alert_name(case: Case, step: Step) -> str:
    """What the alert of `step` is called among all of its case's: the same in every attempt, and
    another for the one that is told of with low urgency and again with high."""
    retriggers = (case.chain.retriggers if case.chain is not None else 0) + step.lapsed
    low = ".low" if step.urgency == "low" else ""
    return f"{case.opening}.{retriggers}.{step.repeat}.{step.level}{low}"


def _wait(until: datetime, now: datetime, reason: str) -> Step:
    seconds = ceil((until - now).total_seconds())
    return Step(action="wait", wait_seconds=seconds, until=until, reason=reason)


def _words(state: str) -> str:
    return state.replace("_", " ")


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
