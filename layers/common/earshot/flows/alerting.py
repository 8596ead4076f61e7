"""Alerting: the steps of an escalation, as the state machine asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.alerted import Told, alerted, attended, ended
from earshot.domain.alerts.desk import earliest
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.stages import TOLD_ALREADY
from earshot.domain.case import Case, Chain
from earshot.domain.configuration import Configuration
from earshot.domain.errors import ConflictError, DeliveryError
from earshot.domain.escalation import AlertUrgency, Step, next_step, people
from earshot.flows.notifying.attending import Attended, attend
from earshot.flows.notifying.means import Notifying
from earshot.flows.notifying.posting import behind, case_notices, notice_id, post
from earshot.flows.notifying.sending import UNUSED
from earshot.flows.racing import MOST_TRIES

IMPATIENT_ATTEMPTS = 4
"""The state machine waits 2, 4, 8, 16 s between attempts (less, at random): half a minute is what a
passing fault gets before the level's own clock starts without those who could not be reached."""


LEFT_TO_THE_SWEEP = timedelta(minutes=5)

LEFT = "it is on the contact's desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the state machine asks for. `execution` names the one that asks; `attempt` counts its
    retries from 0; `level` and `repeat` are those of the alert to be given."""

    case_id: str
    cycle: int
    execution: str | None = None
    level: int = 0
    repeat: int = 0
    attempt: int = 0


def decide(order: Order, notifying: Notifying) -> Step:
    """The next step of the case's escalation; its end is journalled once."""
    for _ in range(MOST_TRIES):
        case = notifying.cases.get(order.case_id)
        if case is None:
            return Step(action="stop", reason="the case is gone")
        now = notifying.clock()
        step = next_step(case, order.cycle, now, execution=order.execution)
        rules = notifying.configuration.follow_ups
        over = ended(case, step, now, rules) if step.action == "stop" else None
        if over is None:
            return _as_before(step) if order.execution is None else step
        try:
            notifying.cases.save(over, replaces_version=case.version)
        except ConflictError:
            continue
        return step
    raise ConflictError(f"case {order.case_id} kept changing while its escalation ended")


def _as_before(step: Step) -> Step:
    """For executions of an older definition, which know no `attend`: the sweep looks for them."""
    return replace(step, action="wait", wait_seconds=60) if step.action == "attend" else step


def alert(order: Order, notifying: Notifying) -> Step:
    """Lays a notice for everyone on the level on their desk, has the desks looked at, and records
    on the case what came of it.

    Decides anew first: an alert that was recorded, or that somebody made needless in the meantime,
    is not given again. Where nobody could be reached, DeliveryError has the state machine try
    again; after IMPATIENT_ATTEMPTS the chain goes on, since the next level may be reached by
    another channel. What was not told stays on its desk either way.
    """
    case = notifying.cases.get(order.case_id)
    if case is None:
        return Step(action="stop", reason="the case is gone")
    now = notifying.clock()
    step = next_step(case, order.cycle, now, execution=order.execution)
    if step.action != "alert" or (step.level, step.repeat) != (order.level, order.repeat):
        return step
    notices, unknown = case_notices(case, step, notifying.configuration, now)
    post(notices, notifying.posting)
    looked = _looked(notices, notifying)
    if looked.failing is not None and order.attempt < IMPATIENT_ATTEMPTS:
        raise looked.failing
    told = (*looked.told, *(_any_channel(name, "no longer a contact") for name in unknown))
    for _ in range(MOST_TRIES):
        now = notifying.clock()
        recorded = alerted(
            case, step, told, now, notifying.configuration.follow_ups, look_at=looked.look_at
        )
        try:
            notifying.cases.save(recorded, replaces_version=case.version)
        except ConflictError:
            case = notifying.cases.get(order.case_id) or case
            if case.cycle != order.cycle:
                return step
            continue
        return step
    raise ConflictError(f"case {order.case_id} kept changing while its alert was recorded")


def look(order: Order, notifying: Notifying) -> Step:
    """Looks at the desks on which notices of the case wait, since that is due now."""
    for _ in range(MOST_TRIES):
        case = notifying.cases.get(order.case_id)
        if case is None:
            return Step(action="stop", reason="the case is gone")
        now = notifying.clock()
        step = next_step(case, order.cycle, now, execution=order.execution)
        if step.action != "attend" or case.chain is None:
            return step
        told: list[Told] = []
        looks: list[datetime | None] = []
        for contact in _alerted_so_far(case, case.chain, notifying.configuration, now):
            some, look_ats = _seen(contact, case, case.chain, notifying)
            told += some
            looks += look_ats
        look_at = _next_look(case, earliest(looks), notifying.clock())
        after = attended(case, look_at, notifying.clock(), told=tuple(told))
        if after is None:
            return step
        try:
            notifying.cases.save(after, replaces_version=case.version)
        except ConflictError:
            continue
        return step
    raise ConflictError(f"case {order.case_id} kept changing while its desks were looked at")


def _next_look(case: Case, look_at: datetime | None, now: datetime) -> datetime | None:
    """What is urgent is awaited to the second. The rest the sweep of each minute tells as well: in
    a storm thousands of executions would wake for nothing."""
    if look_at is None or case.urgency == "urgent":
        return look_at
    return max(look_at, now + LEFT_TO_THE_SWEEP)


def _alerted_so_far(
    case: Case, chain: Chain, configuration: Configuration, now: datetime
) -> tuple[str, ...]:
    """Everyone on the levels that were alerted, as what waits may be an earlier level's; and for
    whom something waits, though somebody else is on call by now."""
    levels = chain.policy.levels[: chain.level]
    names = people(case, tuple(name for level in levels for name in level.contacts))
    return tuple(dict.fromkeys((*chain.held, *behind(names, configuration, now).contacts)))


def _seen(
    contact: str, case: Case, chain: Chain, notifying: Notifying
) -> tuple[list[Told], list[datetime | None]]:
    """What became of the case's notices on the contact's desk, and when to look again at each."""
    desk = attend(contact, notifying)
    became = [_became(contact, each, desk) for each in desk.of_case(case.id)]
    waited = contact in chain.held
    if not became and desk.all_held is not None and (waited or chain.failed):
        # Nobody has looked at what lies there.
        some, look_at = _became(contact, "", desk)
        became = [(some if waited else [], look_at)]
    elif (
        not became and (waited or not chain.reached) and _was_told(contact, case, chain, notifying)
    ):
        became = [([_any_channel(contact, TOLD_ALREADY, reached=True)], None)]
    return [one for some, _ in became for one in some], [look_at for _, look_at in became]


def _was_told(contact: str, case: Case, chain: Chain, notifying: Notifying) -> bool:
    """By a sweep, or with another case of the group: whoever takes a desk tells what waits there.
    In this round or, where it waited for long, in the one before."""
    urgencies: tuple[AlertUrgency, ...] = ("high", "low")
    steps = (
        Step(action="alert", level=level, repeat=repeat, urgency=urgency, reason="")
        for repeat in (chain.repeat, chain.repeat - 1)[: chain.repeat + 1]
        for level in range(len(chain.policy.levels), 0, -1)
        for urgency in urgencies[: 2 if chain.policy.support_hours else 1]
    )
    ids = (notice_id(case, step, contact) for step in steps)
    return any(notifying.desks.told_notice(each) is not None for each in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """`failing` is set where nobody was reached and another try may help."""

    told: tuple[Told, ...]
    look_at: datetime | None
    failing: DeliveryError | None


def _looked(notices: Sequence[Notice], notifying: Notifying) -> _Looked:
    told: list[Told] = []
    looks: list[datetime | None] = []
    failing: DeliveryError | None = None
    for notice in notices:
        desk = attend(notice.contact, notifying, notice)
        some, look_at = _became(notice.contact, notice.id, desk)
        told += some
        looks.append(look_at)
        attempt = desk.attempts.get(notice.id)
        if attempt is not None and not attempt.reached:
            failing = attempt.error or failing
    if any(one.reached or one.held for one in told):
        failing = None
    return _Looked(told=tuple(told), look_at=earliest(looks), failing=failing)


def _became(contact: str, notice_id: str, desk: Attended) -> tuple[list[Told], datetime | None]:
    """What became of the notice as its desk was looked at, and when to look again."""
    attempt, ruling = desk.attempts.get(notice_id), desk.untold.get(notice_id, desk.all_held)
    if attempt is not None:
        waits = attempt.held_until is not None
        told = [
            Told(
                contact=contact,
                channel=channel,
                reached=took,
                outcome=outcome,
                held=waits and outcome.startswith(UNUSED),
            )
            for channel, outcome, took in attempt.told()
        ]
        return told, None if attempt.reached else desk.look_at
    if ruling is not None and ruling.verdict == "drop":
        reached = ruling.reason == TOLD_ALREADY
        return [_any_channel(contact, ruling.reason, reached=reached)], None
    # Neither: somebody else has looked at the desk in between, and knows what became of it.
    reason, until = (ruling.reason, ruling.until) if ruling is not None else (LEFT, None)
    at = f" until {until.isoformat(timespec='seconds')}" if until is not None else ""
    # Where nobody can say for how long, nothing is awaited: the sweep of each minute finds it.
    return [_any_channel(contact, f"held{at}: {reason}", held=True)], until


def _any_channel(contact: str, outcome: str, *, reached: bool = False, held: bool = False) -> Told:
    return Told(contact=contact, channel="any channel", reached=reached, outcome=outcome, held=held)
