"""What is to be told of a case's clocks, and when to look at them again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.clocks.running import ClockState


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockNews:
    """A clock that runs out soon, or has. Who keeps the `name` of what was told tells nothing
    twice: `missed next_reply:9f3c...`."""

    name: str
    key: str
    kind: Literal["warned", "missed"]
    at: datetime
    reason: str


def news(
    states: Iterable[ClockState], told: Collection[str], now: datetime
) -> tuple[ClockNews, ...]:
    """What happened to the clocks by `now` and is not among the names that were `told`, in the
    order in which it happened. A warning that comes after its miss would help nobody: none is
    given. Nor is one for a clock that stands or has ended."""
    found = []
    for state in states:
        kind: Literal["warned", "missed"]
        if state.state == "missed":
            kind, at = "missed", state.due_at
        elif state.state == "running" and state.warn_at is not None and state.warn_at <= now:
            kind, at = "warned", state.warn_at
        else:
            continue
        name = f"{kind} {state.key}"
        if at is not None and name not in told:
            one = ClockNews(name=name, key=state.key, kind=kind, at=at, reason=state.reason)
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.at, one.name)))


def next_look_at(states: Iterable[ClockState], now: datetime) -> datetime | None:
    """When there will be news unless something happens; None where there will be none."""
    coming = (
        moment
        for state in states
        if state.state == "running"
        for moment in (state.warn_at, state.due_at)
        if moment is not None and moment > now
    )
    return min(coming, default=None)
