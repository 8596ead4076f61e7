"""YouTube's searches: few a day, so they are joined, spread over the day, and have a cursor apart.

Contract: https://developers.google.com/youtube/v3/determine_quota_cost: 100 calls of search.list a
day for a key, each page of results a call, and what fails costs as much. `|` joins alternatives
(https://developers.google.com/youtube/v3/docs/search/list#q).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from earshot.domain.cursor import Cursor
from earshot.domain.errors import RateLimitedError
from earshot.domain.terms import Terms, match, search_text
from earshot.reading.dates import parse_iso
from earshot.reading.paging import Leaf
from earshot.sources.youtube_api import PAGE_VIDEOS, Api
from earshot.sources.youtube_item import Listed

SEARCH_PAGE_LIMIT = 3
SEARCH_OVERLAP_SECONDS = 7_200
"""A video may be found an hour after it was published, or later; nothing says so (ours)."""
SEARCHES_TOGETHER = 10
"""In one reading, all its lines and their pages."""
SEARCH_LETTERS = 400
"""Longest text of one search (ours: no limit is documented)."""
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept between readings: comments and searches have a cursor each, because searches are
    rare. They may go on at `search_after`; `lost` of them failed since the last that did not."""

    comments: Cursor = field(default_factory=Cursor)
    searches: Cursor = field(default_factory=Cursor)
    search_after: datetime | None = None
    lost: int = 0


def search_texts(terms: Terms) -> tuple[str, ...]:
    """Lines of one part are alternatives of one search, because searches are few."""
    texts: list[str] = []
    joined = ""
    for line in dict.fromkeys(terms.lines):
        text = search_text(line)
        if len(line.wanted) > 1:
            texts.append(text)
        elif joined and len(joined) + len(text) < SEARCH_LETTERS:
            joined = f"{joined}|{text}"
        else:
            texts += [joined] if joined else []
            joined = text
    return tuple(dict.fromkeys([*texts, joined] if joined else texts))


def search_page(api: Api, search: str, terms: Terms, oldest: datetime, older: str | None) -> Leaf:
    """One page of a search; `older` is the time of the last video of the page before."""
    parameters = {
        "part": "snippet",
        "type": "video",
        "order": "date",
        "q": search,
        "publishedAfter": _written(oldest),
        "maxResults": str(PAGE_VIDEOS),
        "safeSearch": "none",
    }
    if older is not None:
        parameters["publishedBefore"] = older
    found = api.ask("search", parameters)
    ids = [each.native_id for each in found.mentions]
    # A search shows only the beginning of a description, and no counts.
    details = api.videos(ids) if ids else Listed("")
    oldest_at = min(found.times, default=None)
    return Leaf(
        mentions=tuple(
            each
            for each in details.mentions
            if each.created_at >= oldest and match(terms, each.text).matched
        ),
        faults=(*found.faults, *details.faults),
        older=_before(oldest_at, older) if oldest_at and found.next_page else None,
        newest_at=max(found.times, default=None),
        oldest_at=oldest_at,
    )


def _before(oldest_at: datetime, older: str | None) -> str:
    """The time that asks for the next page: the last second again, which the page may have cut in
    two, but always an earlier one than before."""
    moment = oldest_at + _SECOND
    asked_at = parse_iso(older)
    return _written(moment if asked_at is None else min(moment, asked_at - _SECOND))


def kept_of(cursor: Cursor) -> Kept:
    """What a cursor keeps; nothing where its position holds something else."""
    try:
        kept = json.loads(cursor.position or "{}")
        return Kept(
            comments=_cursor(kept["comments"]),
            searches=_cursor(kept["searches"]),
            search_after=parse_iso(kept["search_after"]),
            lost=int(kept["lost"]),
        )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Kept()


def cursor_of(kept: Kept) -> Cursor:
    """The cursor that keeps it."""
    marks = [kept.comments.high_water_at, kept.searches.high_water_at]
    position = {
        "comments": _plain(kept.comments),
        "searches": _plain(kept.searches),
        "search_after": kept.search_after and kept.search_after.isoformat(),
        "lost": kept.lost,
    }
    return Cursor(
        position=json.dumps(position, sort_keys=True),
        high_water_at=max((mark for mark in marks if mark is not None), default=None),
    )


class Spending:
    """Counts the searches of one reading: each is paid for with time until the next."""

    def __init__(self) -> None:
        self.searches = 0

    def spend(self) -> None:
        """RateLimitedError once this reading has had its share."""
        if self.searches >= SEARCHES_TOGETHER:
            raise RateLimitedError(f"{SEARCHES_TOGETHER} searches at once are enough")
        self.searches += 1

    def next_at(self, per_day: int, now: datetime) -> datetime:
        """When so many a day are not exceeded by searching again."""
        return now + timedelta(days=1) / per_day * self.searches


def _cursor(plain: list[str | None]) -> Cursor:
    position, mark = plain
    return Cursor(position=position, high_water_at=parse_iso(mark))


def _plain(cursor: Cursor) -> list[str | None]:
    mark = cursor.high_water_at
    return [cursor.position, None if mark is None else mark.isoformat()]


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
