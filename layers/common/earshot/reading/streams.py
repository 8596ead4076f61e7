"""The streams of a source (lines of terms, hashtags, a search) read as one, none at another's cost.

They share one high-water mark. A stream that fails takes nothing from the others: what they read
counts and moves the mark, and the gap of the one that failed keeps how far back it is to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import sha256

from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import RateLimitedError, SourceError
from earshot.reading.paging import (
    Gap,
    Leaf,
    Reading,
    floor_of,
    gaps_of,
    head_floor_of,
    page_of,
    read_back,
)


def read_streams(
    names: Sequence[str],
    read: Callable[[str, datetime, str | None], Leaf],
    query: Query,
    cursor: Cursor,
    now: datetime,
    *,
    page_limit: int,
) -> Page:
    """All streams of a source as one page; `read` takes a stream, the oldest time of interest and
    the page that is asked for.

    A stream that fails is a fault with the error's class, and is read from where it was left next
    time; a rate limit ends the reading, and what it kept from being read waits likewise. Raises
    SourceError where no stream could be read: the rate limit, else the first stream's error.
    """
    floor = floor_of(query, cursor)
    mark = cursor.high_water_at
    gaps = gaps_of(cursor.position)
    readings: dict[str, Reading] = {}
    errors: dict[str, SourceError] = {}
    for name in in_turn(names, now):
        gap = gaps.get(name)
        oldest = floor if gap is None else min(floor, gap.floor)
        try:
            readings[name] = read_back(partial(read, name, oldest), floor, mark, gap, page_limit)
        except SourceError as error:
            errors[name] = error
            if isinstance(error, RateLimitedError):
                break
        else:
            if readings[name].is_limited:
                break
    if errors and not readings:
        limits = [error for error in errors.values() if isinstance(error, RateLimitedError)]
        raise limits[0] if limits else next(errors[name] for name in names if name in errors)
    for name in names:
        if name not in readings:
            readings[name] = _unread(name, errors.get(name), gaps.get(name), floor, mark)
    return page_of({name: readings[name] for name in names}, cursor, now)


def in_turn(names: Sequence[str], now: datetime) -> list[str]:
    """The streams in order, beginning with another one each minute, so that a reading whose time or
    allowance ends early does not always end before the same. By a digest, because the minute itself
    would begin with the same stream whenever the interval divides by their number."""
    if not names:
        return []
    minute = int(now.timestamp()) // 60
    digest = sha256(str(minute).encode()).digest()
    start = int.from_bytes(digest[:8], "big") % len(names)
    return [*names[start:], *names[:start]]


def _unread(
    name: str, error: SourceError | None, gap: Gap | None, floor: datetime, mark: datetime | None
) -> Reading:
    """What stands for a stream that failed, or whose turn did not come."""
    head_floor = head_floor_of(floor, mark, gap)
    if gap is None or gap.older is None:
        kept = Gap(None, head_floor)
    else:
        kept = replace(gap, head_floor=head_floor)
    reason = f"{error.code}, {error}" if error else "the platform's limit came before it"
    return Reading(
        faults=[f"stream {name!r} was not read: {reason}"],
        gap=kept,
        not_before=error.retry_at if isinstance(error, RateLimitedError) else None,
    )
