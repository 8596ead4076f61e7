"""How the clocks of a case stand: what each waits for, when it is due, whether it was met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.business_time import Deadline, Pause, deadline, elapsed, known
from earshot.domain.calendar import DAY_MINUTES, Calendar
from earshot.domain.clocks.policy import CLOCKS, ClockName, Targets
from earshot.domain.clocks.timeline import ClockEvent, Opening, Timeline, timeline
from earshot.domain.errors import ConfigurationError

Standing = Literal["running", "paused", "met", "missed", "ended"]

ROUND_THE_CLOCK = Calendar(hours={"mon-sun": ((0, DAY_MINUTES),)})

_AWAITED: dict[ClockName, str] = {
    "acknowledge": "an acknowledgement",
    "first_reply": "the brand's first reply",
    "next_reply": "a reply to what the customer wrote",
    "resolve": "the end of the case",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockState:
    """One clock of a case, named by its `key` as long as the case lives: `acknowledge:2` is that of
    its second opening, `next_reply:9f3c...` that of what the customer wrote.

    `running` and `paused` wait. `met` ended in time; `missed` did not, and has a `met_at` where it
    ended late. `ended` is a clock that the closing of the case left with nothing to wait for.
    `warn_at` and `due_at` are None while a pause without an end keeps it from them. `taken_seconds`
    is the time that counted from `started_at` to `met_at`.
    """

    key: str
    clock: ClockName
    state: Standing
    started_at: datetime
    warn_at: datetime | None
    due_at: datetime | None
    met_at: datetime | None
    taken_seconds: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Wait:
    """`done_at` is when what is waited for happened, `over_at` when it was no longer wanted."""

    clock: ClockName
    name: str
    started_at: datetime
    done_at: datetime | None
    over_at: datetime | None


def clocks(events: Iterable[ClockEvent], targets: Targets, now: datetime) -> tuple[ClockState, ...]:
    """Every clock that the case had until `now`, in the order in which they started.

    - acknowledge: from each opening to the first acknowledgement or reply in it.
    - first_reply: from the opening to the brand's first reply, anew where the case closed without.
    - next_reply: after that, from the first message that nobody answered yet to the next reply.
      Who writes three times waits once; what is written after a miss has a clock of its own.
    - resolve: from the opening to the closing, however it closed. A case that comes back while the
      customer is awaited was never settled, and its clock goes on.

    They stand while it is the customer's turn. What is exactly in time is met; at the moment it is
    due a clock is missed, unless what it waits for has happened by then. What happened before a
    clock began counts as at its beginning. ValueError as of `timeline`.
    """
    at = known(now)
    told = timeline(events, at)
    states = [
        _state(wait, targets, told.pauses, at)
        for wait in (*_acknowledge(told), *_first_reply(told), *_resolve(told))
        if wait.clock in targets.seconds
    ]
    if "next_reply" in targets.seconds:
        states.extend(_next_replies(told, targets, at))
    return tuple(sorted(states, key=lambda s: (s.started_at, CLOCKS.index(s.clock), s.key)))


def _acknowledge(told: Timeline) -> Iterator[_Wait]:
    taken_on = sorted((*told.acknowledged, *told.replies))
    for opening in told.openings:
        yield _wait("acknowledge", opening, str(opening.number), _first(taken_on, opening))


def _first_reply(told: Timeline) -> Iterator[_Wait]:
    for life in told.lives:
        if life.number > 1 and told.replies and told.replies[0] < life.began_at:
            return
        yield _wait("first_reply", life, str(life.number), _first(told.replies, life))


def _resolve(told: Timeline) -> Iterator[_Wait]:
    for life in told.lives:
        yield _wait("resolve", life, str(life.number), life.ended_at)


def _next_replies(told: Timeline, targets: Targets, now: datetime) -> Iterator[ClockState]:
    """A closing settles what was written before it: only what came after is waited for."""
    if not told.replies:
        return
    settled_at = told.replies[0]
    for life in told.lives:
        current: ClockState | None = None
        for at, name in told.messages:
            if at <= settled_at or (life.ended_at is not None and at > life.ended_at):
                continue
            if current is not None and _joins(at, current):
                continue
            reply_at = next((reply for reply in told.replies if reply >= at), None)
            if reply_at is not None and reply_at < life.began_at:
                continue
            wait = _wait("next_reply", life, name or at.isoformat(), reply_at, at)
            current = _state(wait, targets, told.pauses, now)
            yield current
        settled_at = max(settled_at, life.ended_at or settled_at)


def _joins(at: datetime, current: ClockState) -> bool:
    """Whether a message falls into a wait that goes on already, and is not missed yet."""
    answered = current.met_at is not None and at > current.met_at
    return not answered and (current.due_at is None or at <= current.due_at)


def _first(moments: Iterable[datetime], opening: Opening) -> datetime | None:
    """The first of the moments that is of this opening. What happened before the case was first
    opened is of that: a complaint may be heard after it was answered."""
    for moment in moments:
        if opening.number == 1 or moment >= opening.began_at:
            return moment
    return None


def _wait(
    clock: ClockName,
    opening: Opening,
    name: str,
    done_at: datetime | None,
    since: datetime | None = None,
) -> _Wait:
    began_at = opening.began_at if since is None else max(since, opening.began_at)
    over_at = opening.ended_at
    if done_at is not None and over_at is not None and done_at > over_at:
        done_at = None
    if done_at is not None:
        done_at = max(done_at, began_at)
    return _Wait(clock, name, began_at, done_at, over_at)


def _state(wait: _Wait, targets: Targets, pauses: Iterable[Pause], now: datetime) -> ClockState:
    end_at = wait.done_at or wait.over_at
    stood = tuple(_until(pauses, end_at))
    calendar, ends, always = _deadline(wait, targets, stood)
    state, reason = _standing(wait, ends, stood, now)
    taken = None
    if wait.done_at is not None:
        taken = elapsed(wait.started_at, wait.done_at, calendar, stood).total_seconds()
    return ClockState(
        key=f"{wait.clock}:{wait.name}",
        clock=wait.clock,
        state=state,
        started_at=wait.started_at,
        warn_at=ends.warn_at,
        due_at=ends.due_at,
        met_at=wait.done_at,
        taken_seconds=taken,
        reason=reason + always,
    )


def _deadline(
    wait: _Wait, targets: Targets, pauses: tuple[Pause, ...]
) -> tuple[Calendar, Deadline, str]:
    minutes = targets.seconds[wait.clock] / 60
    calendar = targets.calendar or ROUND_THE_CLOCK
    try:
        return calendar, deadline(wait.started_at, minutes, calendar, pauses), ""
    except ConfigurationError as error:
        # A calendar that cannot be counted by must not keep a customer waiting for ever.
        ends = deadline(wait.started_at, minutes, ROUND_THE_CLOCK, pauses)
        return ROUND_THE_CLOCK, ends, f"; all hours count, as {error}"


def _until(pauses: Iterable[Pause], end_at: datetime | None) -> Iterator[Pause]:
    """What is paused after a clock has ended must not move its deadline."""
    for pause in pauses:
        if end_at is None:
            yield pause
        elif pause.from_at < end_at:
            until_at = end_at if pause.until_at is None else min(pause.until_at, end_at)
            yield Pause(from_at=pause.from_at, until_at=until_at)


def _standing(
    wait: _Wait, ends: Deadline, pauses: tuple[Pause, ...], now: datetime
) -> tuple[Standing, str]:
    what, due_at = _AWAITED[wait.clock], ends.due_at
    by = "" if due_at is None else f" by {due_at.isoformat(timespec='seconds')}"
    if wait.done_at is not None:
        if due_at is None or wait.done_at <= due_at:
            return "met", f"{what} came in time"
        return "missed", f"{what} came too late: it was due{by}"
    if wait.over_at is not None and (due_at is None or due_at >= wait.over_at):
        return "ended", f"nothing waits for {what} any more: that turn of the case is over"
    if due_at is not None and due_at <= now:
        return "missed", f"{what} did not come{by}"
    if any(pause.until_at is None for pause in pauses):
        return "paused", f"{what} can wait: it is the customer's turn"
    soon = ": little time is left" if ends.warn_at is not None and ends.warn_at <= now else ""
    return "running", f"{what} is due{by}{soon}"
