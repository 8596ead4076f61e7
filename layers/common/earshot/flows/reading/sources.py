"""Sources: how each watch-source pair is doing, and why we say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.configuration import Pair
from earshot.domain.polling import Poll
from earshot.flows.reading import Reading

PairHealth = Literal["well", "failing", "late", "unread"]

LATE_SECONDS = 600
LATE_INTERVALS = 3
"""A pair is late when it was not read for three of its intervals, and at least ten minutes: one
slow minute of the schedule is no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One watch in one source. `error` is the class of the last failure and null once it is well
    again; `faults` counts entries of the last reading that could not be read; the pair is not read
    before `not_before`. `cursor_age_seconds` is the age of the newest mention seen."""

    key: str
    brand: str
    watch: str
    source: str
    every_seconds: int
    health: PairHealth
    reason: str
    cursor_age_seconds: int | None
    last_success_at: datetime | None
    last_new_at: datetime | None
    failing_since: datetime | None
    failures: int
    error: str | None
    detail: str | None
    faults: int
    not_before: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    sources: tuple[SourceView, ...]


def sources(reading: Reading) -> SourcesView:
    """Every pair of the configuration, in the owner's order."""
    pairs = reading.configuration.pairs()
    polls = reading.polls.read([pair.source_key for pair in pairs])
    now = reading.clock()
    return SourcesView(sources=tuple(_view(p, polls.get(p.source_key), now) for p in pairs))


def health(pair: Pair, poll: Poll | None, now: datetime) -> tuple[PairHealth, str]:
    """How the pair is doing, and the reason."""
    if poll is None:
        return "unread", "it was not read yet"
    known = poll.health
    if known.error is not None:
        times = "once" if known.failures == 1 else f"{known.failures} times in a row"
        return "failing", f"{known.error.replace('_', ' ')}, {times}"
    if known.last_success_at is None:
        return "unread", "it was not read yet"
    silent_seconds = int((now - known.last_success_at).total_seconds())
    waits = poll.next_at is not None and poll.next_at > now
    if silent_seconds > max(LATE_SECONDS, LATE_INTERVALS * pair.every_seconds) and not waits:
        return "late", f"it was not read for {silent_seconds} s; it is due every " + (
            f"{pair.every_seconds} s"
        )
    return "well", f"it was read {max(0, silent_seconds)} s ago"


def _view(pair: Pair, poll: Poll | None, now: datetime) -> SourceView:
    how, reason = health(pair, poll, now)
    known = poll.health if poll else None
    seen_at = poll.cursor.high_water_at if poll else None
    return SourceView(
        key=pair.source_key,
        brand=pair.brand,
        watch=pair.watch,
        source=pair.source,
        every_seconds=pair.every_seconds,
        health=how,
        reason=reason,
        cursor_age_seconds=max(0, int((now - seen_at).total_seconds())) if seen_at else None,
        last_success_at=known.last_success_at if known else None,
        last_new_at=known.last_new_at if known else None,
        failing_since=known.failing_since if known else None,
        failures=known.failures if known else 0,
        error=known.error if known else None,
        detail=known.detail if known else None,
        faults=known.faults if known else 0,
        not_before=poll.next_at if poll else None,
    )
