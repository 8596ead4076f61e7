"""What happened on a case, put in order: its openings, its replies, and whose turn it was when.

Events come late, twice and in any order; the timeline is the same however they came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.business_time import Pause, known

EventKind = Literal[
    "opened",
    "customer_wrote",
    "customer_awaited",
    "customer_awaited_no_more",
    "acknowledged",
    "brand_replied",
    "closed",
    "reopened",
]

_AT_ONCE: tuple[EventKind, ...] = (
    "opened",
    "customer_wrote",
    "customer_awaited_no_more",
    "acknowledged",
    "brand_replied",
    "customer_awaited",
    "closed",
    "reopened",
)
"""Platforms tell times to the second. What happens in the same one is taken in this order: a reply
answers a message of its second, and a case that closes and reopens in one is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """Something that happened at `at`, and not when we heard of it. `name` is the mention's id of
    what the customer or the brand wrote: whatever is told of it twice is one event, at the earlier
    of both times. Without a name, what is of one kind at one moment is one event.

    To assign a case to somebody is to acknowledge it.
    """

    kind: EventKind
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A time for which somebody has to look after the case: `number` counts them from 1. It ends
    at `ended_at`, None while it lasts: as the case closes, or opens again without having closed.
    """

    number: int
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """`openings` are for the acknowledgement. A case that is reopened while the customer is awaited
    was never settled: `lives` reach from an opening to the closing. All times are UTC, each list in
    order. `messages` are what the customer wrote, with their names."""

    openings: tuple[Opening, ...]
    lives: tuple[Opening, ...]
    acknowledged: tuple[datetime, ...]
    replies: tuple[datetime, ...]
    messages: tuple[tuple[datetime, str], ...]
    pauses: tuple[Pause, ...]


def timeline(events: Iterable[ClockEvent], now: datetime) -> Timeline:
    """Of what happened up to and at `now`. ValueError for a time without its offset, or outside of
    the years that business time knows."""
    ordered = _ordered(events, known(now))
    openings = _openings(ordered)
    return Timeline(
        openings=openings,
        lives=_lives(ordered),
        acknowledged=tuple(e.at for e in ordered if e.kind == "acknowledged"),
        replies=tuple(e.at for e in ordered if e.kind == "brand_replied"),
        messages=tuple((e.at, e.name) for e in ordered if e.kind == "customer_wrote"),
        pauses=_pauses(ordered),
    )


def _ordered(events: Iterable[ClockEvent], now: datetime) -> list[ClockEvent]:
    first: dict[tuple[str, object], ClockEvent] = {}
    for event in events:
        at = known(event.at)
        key = (event.kind, event.name or at)
        if key not in first or at < first[key].at:
            first[key] = ClockEvent(kind=event.kind, at=at, name=event.name)
    # By name as well, so that two of one kind and moment have an order however they came.
    kept = [event for event in first.values() if event.at <= now]
    return sorted(kept, key=lambda e: (e.at, _AT_ONCE.index(e.kind), e.name))


def _openings(ordered: list[ClockEvent]) -> tuple[Opening, ...]:
    openings: list[Opening] = []
    for event in ordered:
        lasts = bool(openings) and openings[-1].ended_at is None
        if lasts and event.kind in ("closed", "reopened"):
            openings[-1] = Opening(openings[-1].number, openings[-1].began_at, event.at)
        if (event.kind == "opened" and not openings) or (event.kind == "reopened" and openings):
            openings.append(Opening(len(openings) + 1, event.at))
    return tuple(openings)


def _lives(ordered: list[ClockEvent]) -> tuple[Opening, ...]:
    lives: list[Opening] = []
    for event in ordered:
        lasts = bool(lives) and lives[-1].ended_at is None
        if lasts and event.kind == "closed":
            lives[-1] = Opening(lives[-1].number, lives[-1].began_at, event.at)
        elif (event.kind == "opened" and not lives) or (
            event.kind == "reopened" and lives and not lasts
        ):
            lives.append(Opening(len(lives) + 1, event.at))
    return tuple(lives)


def _pauses(ordered: list[ClockEvent]) -> tuple[Pause, ...]:
    """When it was the customer's turn: from when we began to wait for them until they wrote, or
    until we no longer waited; and again from the brand's reply to that, where we still wait."""
    pauses: list[Pause] = []
    awaited, since = False, None
    for event in ordered:
        if event.kind == "customer_awaited":
            awaited = True
        elif event.kind in ("customer_awaited_no_more", "closed", "reopened"):
            awaited = False
        theirs = awaited and event.kind != "customer_wrote"
        if event.kind in ("opened", "acknowledged"):
            continue
        if theirs and since is None:
            since = event.at
        elif not theirs and since is not None:
            pauses.append(Pause(from_at=since, until_at=event.at))
            since = None
    if since is not None:
        pauses.append(Pause(from_at=since))
    return tuple(pauses)
