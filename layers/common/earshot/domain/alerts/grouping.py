"""Grouping: when the alerts of one group are told, so that what belongs together comes together.

As Alertmanager's (its configuration page, dispatch/dispatch.go and notify/dedup_stage.go):

- A new group waits `group_wait` for more. What is over by then was never told, and nobody hears of
  it. An alert that began longer ago than that does not wait.
- From then on it has its turn on a tick each `group_interval`. It speaks only if something fires
  that was not told, if something that was told is over, or if its last message is `repeat_interval`
  ago, which is so rounded up to a tick. Repeats count from the last message, whatever it was.
- A group of which nothing is left is forgotten on its tick. What comes later is a new group.

Where we differ:

- The wait counts from when the oldest alert began. Alertmanager's counts from when it came.
- What began and ended between two ticks is not told. Alertmanager tells its end.
- A group that nobody was told of is known by the alerts that wait and by nothing else: where the
  last of them is over, the next one waits its own `group_wait`.
- What is told once stays told while it is muted. Alertmanager tells it again when the silence ends
  if the group had something else to say meanwhile, and does not if it had not.
- Nobody needs to look at ticks on which there is nothing to say: all is reckoned from the last
  message and from how long something has waited. So where a silence ends in a group that has let a
  tick pass, what is still active is told at once; Alertmanager waits for the next tick.
- What is urgent (`at_once`) waits for none of this, and takes the rest of its group along.

Ticks count from the last message, as Alertmanager's timer from when it last went off. So a tick
that is looked at late is made up for at once and moves those after it by as much: however late
sweeps are, two messages are never closer than an interval, and what is not new is never told again
before `repeat_interval`. Many ticks that were missed are one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.alerts.rules import Route
from earshot.domain.duration import written

Action = Literal["send", "wait", "nothing", "forget"]

NONE = frozenset[str]()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    """A group that somebody was told of. `told` are the ids that they know of as firing, `told_at`
    is when the last message went, `tick_at` the first tick after it. Until its first message
    nothing is kept of a group: it is known by the alerts that wait.
    """

    told: tuple[str, ...]
    told_at: datetime
    tick_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Flush:
    """What to do with a group now.

    `send` a message of all that fires, of which `new` is told for the first time, and of the end of
    all that is `over`; `wait` with what there is to tell; `nothing` is to be told; or `forget` the
    group. `at` is when to look again unless something changes before, None where only a change
    matters. `state` is what to keep of the group, None for nothing; with `send`, once a channel
    took the message: until then what was kept before stays true.
    """

    action: Action
    reason: str
    at: datetime | None = None
    state: GroupState | None = None
    new: frozenset[str] = NONE
    over: frozenset[str] = NONE


def flushed(
    state: GroupState | None,
    firing: frozenset[str],
    resolved: frozenset[str],
    route: Route,
    now: datetime,
    *,
    waiting_since: datetime | None,
    muted: frozenset[str] = NONE,
    at_once: frozenset[str] = NONE,
    send_resolved: bool = True,
) -> Flush:
    """Whether the group is told now. Look whenever one of its alerts changes, and at `Flush.at`.

    All sets are of ids: `firing` is active and may be told; `muted` is active and may not, as of a
    silence; `resolved` is over and not muted; `at_once` is what does not wait, where it fires.
    `waiting_since` is when the oldest of what is not told yet began, or was over; None where nobody
    knows, and then it has waited long enough. Without `send_resolved` nobody hears that it is over.
    """
    told = frozenset(state.told) if state else NONE
    group = _Group(
        state=state,
        firing=firing,
        new=firing - told,
        over=(told & resolved) - firing - muted if send_resolved else NONE,
        lasting=told & (firing | muted),
    )
    if _has_lapsed(group, waiting_since, now):
        group = replace(group, state=None)
    if group.state is None and not firing:
        return Flush(action="forget", reason="nothing is left of the group")
    if group.new & at_once:
        return _sent(group, route, now, "urgent: it does not wait for its group")
    due_at = _due_at(group, route, waiting_since, now)
    if due_at is not None and due_at <= now:
        return _sent(group, route, now, _news(group) or _repeated(route))
    kept = group.state and replace(group.state, told=tuple(sorted(group.lasting | group.over)))
    if news := _news(group):
        reason = f"it waits for the group's next turn: {news}"
        return Flush(action="wait", reason=reason, at=due_at, state=kept)
    return Flush(
        action="nothing", reason="nothing new since the last message", at=due_at, state=kept
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """`lasting` was told and is still active, muted or not; the end of what is `over` is to be
    told."""

    state: GroupState | None
    firing: frozenset[str]
    new: frozenset[str]
    over: frozenset[str]
    lasting: frozenset[str]


def _has_lapsed(group: _Group, waiting_since: datetime | None, now: datetime) -> bool:
    """True where there was nothing left of it on its tick: what came later begins anew."""
    if group.state is None or group.lasting or group.over:
        return False
    if group.new:
        return waiting_since is not None and waiting_since > group.state.tick_at
    return now >= group.state.tick_at


def _due_at(
    group: _Group, route: Route, waiting_since: datetime | None, now: datetime
) -> datetime | None:
    """When the group speaks, or is forgotten, if nothing changes; None for neither."""
    interval = timedelta(seconds=route.group_interval_seconds)
    if group.state is None:
        wait = timedelta(seconds=route.group_wait_seconds)
        return _sane(now if waiting_since is None else waiting_since + wait, wait, now)
    tick_at = group.state.tick_at
    if group.new or group.over:
        return _sane(_first_tick(tick_at, interval, waiting_since or tick_at), interval, now)
    if group.firing:
        return _repeat_at(group.state, route)
    return None if group.lasting else tick_at


def _repeat_at(state: GroupState, route: Route) -> datetime | None:
    if route.repeat_interval_seconds is None:
        return None
    asked_at = state.told_at + timedelta(seconds=route.repeat_interval_seconds)
    return _first_tick(state.tick_at, timedelta(seconds=route.group_interval_seconds), asked_at)


def _first_tick(tick_at: datetime, interval: timedelta, at_least: datetime) -> datetime:
    """The first tick from `tick_at` on that is not before `at_least`."""
    return tick_at + max(0, -((tick_at - at_least) // interval)) * interval


def _sane(due_at: datetime, longest: timedelta, now: datetime) -> datetime:
    """Now, where it is further off than it can be: the clock was set back, or the owner has made
    the interval shorter. Two processes' clocks may differ by a little, which is no reason."""
    return now if due_at - now > 2 * longest else due_at


def _sent(group: _Group, route: Route, now: datetime, reason: str) -> Flush:
    state = GroupState(
        told=tuple(sorted(group.firing | group.lasting)),
        told_at=now,
        tick_at=now + timedelta(seconds=route.group_interval_seconds),
    )
    return Flush(
        action="send",
        reason=reason,
        at=_repeat_at(state, route) if group.firing else None,
        state=state if state.told else None,
        new=group.new,
        over=group.over,
    )


def _news(group: _Group) -> str:
    """`2 new, 1 over`; empty where there is none."""
    counted = ((len(group.new), "new"), (len(group.over), "over"))
    return ", ".join(f"{count} {what}" for count, what in counted if count)


def _repeated(route: Route) -> str:
    return f"nothing new for {written(route.repeat_interval_seconds or 0)}, but it lasts"
