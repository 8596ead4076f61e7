"""Reading newest first, page after page, back to what was read before, without losing the middle.

Every reading goes back to `floor` (the high-water mark less the overlap). A burst can be longer
than the pages one reading may take, and a platform can stop answering half-way; what then stays
unread is a gap, kept in the cursor and read in the next turns, newest part first. So a storm is
read completely, and its newest posts are still found at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import RateLimitedError, SourceError
from earshot.domain.mention import Mention
from earshot.reading.dates import parse_iso

STORM_OVERLAP_SECONDS = 60
"""The overlap while there is a gap to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page: the mentions a watch wants, and what the page tells about the others.

    `older` asks for the page before it in time, None when there is none; `newest_at` and
    `oldest_at` are of all that was listed; `not_before` is set when no more may be asked now.
    """

    mentions: tuple[Mention, ...] = ()
    faults: tuple[str, ...] = ()
    older: str | None = None
    newest_at: datetime | None = None
    oldest_at: datetime | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What is still to be read of a stream: from the page that `older` asks for (None: from the
    newest) back to `floor`. `head_floor` is set where the newest part was not read either while
    there was an older gap: how far back that part goes."""

    older: str | None
    floor: datetime
    head_floor: datetime | None = None


@dataclass(slots=True)
class Reading:
    mentions: list[Mention] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    gap: Gap | None = None
    newest_at: datetime | None = None
    not_before: datetime | None = None
    pages: int = 0
    is_limited: bool = False
    """The platform wants to be asked no more now, whether or not it said until when."""


def floor_of(query: Query, cursor: Cursor) -> datetime:
    """How far back a reading goes: the overlap before the high-water mark, never before `since`."""
    if cursor.high_water_at is None:
        return query.since
    return max(query.since, cursor.high_water_at - timedelta(seconds=query.overlap_seconds))


def read_back(
    read: Callable[[str | None], Leaf],
    floor: datetime,
    mark: datetime | None,
    gap: Gap | None,
    page_limit: int,
) -> Reading:
    """Pages from the newest back to `floor`, then as much of an older gap as the limit allows.

    `read` takes None for the newest page, `mark` is the high-water mark. A SourceError on the first
    page is raised; later ones end the reading with a gap, and what was read counts.
    """
    reading = Reading()
    unread = _walk(reading, read, None, head_floor_of(floor, mark, gap), page_limit)
    if unread is not None:
        # Both gaps become one: what lies between is read twice, which costs less than losing it.
        reading.gap = Gap(unread, floor if gap is None else min(floor, gap.floor))
    elif gap is not None and gap.older is not None:
        rest = _walk(reading, read, gap.older, gap.floor, page_limit)
        reading.gap = None if rest is None else Gap(rest, gap.floor)
    return reading


def head_floor_of(floor: datetime, mark: datetime | None, gap: Gap | None) -> datetime:
    """How far back the newest part of a stream is read, before its gap."""
    if gap is None:
        return floor
    if gap.older is None:
        return min(floor, gap.floor)
    # While a storm lasts the overlap alone may fill the limit, and the gap would never close.
    near = floor if mark is None else max(floor, mark - timedelta(seconds=STORM_OVERLAP_SECONDS))
    return near if gap.head_floor is None else min(near, gap.head_floor)


def _walk(
    reading: Reading,
    read: Callable[[str | None], Leaf],
    start: str | None,
    floor: datetime,
    page_limit: int,
) -> str | None:
    """Reads until `floor` is covered and returns None, or the page where it had to stop."""
    older = start
    while True:
        if older is not None and (reading.pages >= page_limit or reading.is_limited):
            return older
        try:
            leaf = read(older)
        except SourceError as error:
            if older is None:
                raise
            reading.faults.append(f"stopped after {reading.pages} pages: {error.code}, {error}")
            if isinstance(error, RateLimitedError):
                reading.not_before = error.retry_at
                reading.is_limited = True
            return older
        reading.pages += 1
        reading.mentions.extend(leaf.mentions)
        reading.faults.extend(leaf.faults)
        reading.not_before = leaf.not_before
        reading.is_limited = leaf.not_before is not None
        if leaf.newest_at is not None:
            reading.newest_at = max(reading.newest_at or leaf.newest_at, leaf.newest_at)
        if leaf.older is None or leaf.oldest_at is None or leaf.oldest_at < floor:
            return None
        older = leaf.older


def page_of(readings: Mapping[str, Reading], cursor: Cursor, now: datetime) -> Page:
    """One page of all the streams of a source: each mention once, and the cursor to keep."""
    found = [mention for reading in readings.values() for mention in reading.mentions]
    newest = [reading.newest_at for reading in readings.values()]
    waits = [reading.not_before for reading in readings.values() if reading.not_before is not None]
    gaps = {name: reading.gap for name, reading in readings.items() if reading.gap is not None}
    return Page(
        mentions=tuple({each.id: each for each in reversed(found)}.values()),
        cursor=Cursor(
            position=position_of(gaps),
            high_water_at=max(
                (min(at, now) for at in (cursor.high_water_at, *newest) if at is not None),
                default=None,
            ),
        ),
        not_before=max(waits, default=None),
        faults=tuple(fault for reading in readings.values() for fault in reading.faults),
        partial=bool(gaps),
    )


def gaps_of(position: str | None) -> dict[str, Gap]:
    """The gaps in a cursor's position, by stream; none where it holds something else."""
    try:
        kept = json.loads(position or "{}")
        return {
            stream: Gap(None if older is None else str(older), at, parse_iso(head_floor))
            for stream, (older, floor, *rest) in kept.items()
            if (at := parse_iso(floor)) is not None
            for head_floor in (rest or [None])[:1]
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def position_of(gaps: Mapping[str, Gap]) -> str | None:
    """The gaps as a cursor's position, None when everything was read."""
    if not gaps:
        return None
    return json.dumps(
        {
            name: [gap.older, gap.floor.isoformat()]
            + ([gap.head_floor.isoformat()] if gap.head_floor else [])
            for name, gap in gaps.items()
        },
        sort_keys=True,
    )
