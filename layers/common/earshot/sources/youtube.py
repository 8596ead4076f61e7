"""YouTube: comments on channels and videos that are watched, and videos by its search.

Contract: https://developers.google.com/youtube/v3/docs, with a key. commentThreads.list lists the
newest threads of a channel's videos (`allThreadsRelatedToChannelId`) or of one video, each with at
most five replies; a new reply does not move a thread up. search.list finds videos, with `|` between
alternatives, and shows the beginning of a description, so videos.list is asked for what was found.
Searches have an allowance of their own of 100 a day (`youtube_searching`), and go back by time;
pages of comments go back by `pageToken`.

The key goes into a header and never shows in an address. Data is to be refreshed or deleted within
30 days (https://developers.google.com/youtube/terms/developer-policies, III.E.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Annotated
from urllib.parse import urlsplit

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import MisconfiguredSourceError, RateLimitedError, SourceError
from earshot.domain.limits import Between, Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import Terms, excluded, match, parse_terms
from earshot.ports import Http, Response
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources import youtube_api, youtube_known
from earshot.sources.contract import Parsed
from earshot.sources.youtube_api import PAGE_THREADS, Api
from earshot.sources.youtube_item import read_items
from earshot.sources.youtube_searching import (
    SEARCH_OVERLAP_SECONDS,
    SEARCH_PAGE_LIMIT,
    Spending,
    cursor_of,
    kept_of,
    search_page,
    search_texts,
)

CREDENTIAL = ("key_secret", "base_url")
PAGE_LIMIT = 10
"""For each channel or video and reading: 1,000 threads."""
LOST_IN_SILENCE = 2
"""So many searches in a row may fail before that is an error instead of a fault: an error keeps the
cursor, and with it when the next search is due, where it was."""
PROFILES_TOGETHER = 50
RECHECK_TOGETHER = 50
RECHECK_WITHIN_SECONDS = 30 * 86_400

ChannelId = Shape(r"UC[A-Za-z0-9_-]{22}", "a channel's id: UC and 22 more characters")
VideoId = Shape(r"[A-Za-z0-9_-]{11}", "a video's id: the 11 characters behind watch?v=")
_LISTS = re.compile(r"(.*/)?youtube/v3/(search|videos|commentThreads|comments)/?")


@dataclass(frozen=True, slots=True)
class Options:
    """`key_secret` is the name under which the API key is kept. What is written on `own_channels`
    is written to the brand and counts whatever its words; on `channels` and `videos` of others the
    terms decide. `searches_per_day` is this watch's share of the key's 100, none with 0."""

    key_secret: str
    own_channels: Annotated[tuple[Annotated[str, ChannelId], ...], Count(0, 16)] = ()
    channels: Annotated[tuple[Annotated[str, ChannelId], ...], Count(0, 16)] = ()
    videos: Annotated[tuple[Annotated[str, VideoId], ...], Count(0, 32)] = ()
    searches_per_day: Annotated[int, Between(0, 100_000)] = 75
    base_url: Annotated[str, WebAddress] = "https://www.googleapis.com"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where comments are read, and which of them are wanted."""

    parameter: tuple[str, str]
    wants: Callable[[Mention], bool]


@dataclass(frozen=True, slots=True)
class _Part:
    """What reading the comments, or searching, brought: a page, empty where there is an error."""

    page: Page
    error: SourceError | None = None


def allowance(options: Mapping[str, object]) -> Allowance:
    """By /youtube/v3/determine_quota_cost: 10,000 units a day, and a list costs one. Searches have
    their own; `fetch` keeps to it by `searches_per_day`."""
    return Allowance(10_000, 86_400)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """What is new in the comments, and the videos that match, once a search is due."""
    options = read_options(Options, query.options)
    api = _api(http, query, now)
    terms = parse_terms(query.terms)
    places = _places(options, terms)
    searches = search_texts(terms) if options.searches_per_day else ()
    if not places and not searches:
        raise MisconfiguredSourceError("youtube needs channels or videos, or terms to search for")
    kept = kept_of(cursor)
    parts = []
    if places:
        part = _comments(api, places, query, kept.comments)
        parts.append(part)
        kept = replace(kept, comments=part.page.cursor)
    is_due = bool(searches) and (kept.search_after is None or kept.search_after <= now)
    if is_due:
        spending = Spending()
        part = _videos(api, searches, spending, query, kept.searches)
        parts.append(part)
        next_at = spending.next_at(options.searches_per_day, now)
        kept = replace(
            kept,
            searches=part.page.cursor,
            search_after=max(next_at, part.page.not_before or next_at),
            lost=0 if part.error is None else kept.lost + 1,
        )
    _require_some(parts, may_be_lost=is_due and kept.lost <= LOST_IN_SILENCE)
    return Page(
        mentions=tuple({each.id: each for part in parts for each in part.page.mentions}.values()),
        cursor=cursor_of(kept),
        not_before=parts[0].page.not_before if places else kept.search_after,
        faults=tuple(fault for part in parts for fault in part.page.faults),
        unchanged=not parts,
        partial=any(part.page.partial for part in parts),
    )


def parse(response: Response, now: datetime) -> Parsed:
    """All videos and comments of an answer."""
    listed = read_items(response, now)
    return Parsed(tuple(bounded(each) for each in listed.mentions), tuple(listed.faults))


def limits(response: Response, now: datetime) -> datetime | None:
    """Only a refusal says anything: `youtube_api`."""
    return youtube_api.limits(response, now)


def lists_mentions(url: str) -> bool:
    return _LISTS.fullmatch(urlsplit(url).path) is not None


def profiles(
    http: Http, query: Query, author_ids: Sequence[str], now: datetime
) -> Mapping[str, int]:
    """Subscribers by channel; who hides their number is left out."""
    return youtube_known.subscribers(_api(http, query, now), author_ids)


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What is asked for by its id and not listed is gone."""
    return youtube_known.rechecked(_api(http, query, now), mentions)


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The comments on a video, the replies to a comment."""
    return youtube_known.replies_to(_api(http, query, now), mention)


def _require_some(parts: Sequence[_Part], *, may_be_lost: bool) -> None:
    """Raises what went wrong where no part could be read: what will not pass by itself first."""
    errors = [part.error for part in parts if part.error is not None]
    if not errors or len(errors) < len(parts):
        return
    told = next((error for error in errors if error.permanent), errors[0])
    if told.permanent or isinstance(told, RateLimitedError) or not may_be_lost:
        raise told


def _part_of(read: Callable[[], Page], cursor: Cursor, what: str) -> _Part:
    try:
        return _Part(read())
    except SourceError as error:
        wait = error.retry_at if isinstance(error, RateLimitedError) else None
        fault = f"{what} were not read: {error.code}, {error}"
        return _Part(Page(mentions=(), cursor=cursor, not_before=wait, faults=(fault,)), error)


def _places(options: Options, terms: Terms) -> dict[str, _Place]:
    def is_allowed(mention: Mention) -> bool:
        return not excluded(terms, mention.text)

    def matches(mention: Mention) -> bool:
        return match(terms, mention.text).matched

    related = "allThreadsRelatedToChannelId"
    places = {f"video {each}": _Place(("videoId", each), matches) for each in options.videos}
    places |= {f"channel {each}": _Place((related, each), matches) for each in options.channels}
    places |= {
        f"channel {each}": _Place((related, each), is_allowed) for each in options.own_channels
    }
    return places


def _comments(api: Api, places: Mapping[str, _Place], query: Query, cursor: Cursor) -> _Part:
    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        return _threads(api, places[name], oldest, older)

    names = tuple(places)
    reading = partial(read_streams, names, read, query, cursor, api.now, page_limit=PAGE_LIMIT)
    return _part_of(reading, cursor, "comments")


def _threads(api: Api, place: _Place, oldest: datetime, older: str | None) -> Leaf:
    """One page of comments; `older` is the `pageToken` that asks for it."""
    name, value = place.parameter
    parameters = {
        "part": "snippet,replies",
        name: value,
        "order": "time",
        "maxResults": str(PAGE_THREADS),
        "textFormat": "plainText",
    }
    if older is not None:
        parameters["pageToken"] = older
    response = api.get("commentThreads", parameters)
    if older is not None and youtube_api.NO_PAGE in youtube_api.reasons_of(response):
        # Kept from an earlier reading, and asking again would fail for ever.
        return Leaf(faults=("the rest of a storm can't be asked for any more",))
    listed = api.listed("commentThreads", response)
    return Leaf(
        mentions=tuple(
            each
            for each in listed.mentions
            if (each.edited_at or each.created_at) >= oldest and place.wants(each)
        ),
        faults=tuple(listed.faults),
        older=listed.next_page if listed.next_page != older else None,
        newest_at=max(listed.times, default=None),
        oldest_at=min(listed.times, default=None),
    )


def _videos(
    api: Api, searches: Sequence[str], spending: Spending, query: Query, cursor: Cursor
) -> _Part:
    terms = parse_terms(query.terms)

    def read(search: str, oldest: datetime, older: str | None) -> Leaf:
        spending.spend()
        return search_page(api, search, terms, oldest, older)

    overlapping = replace(query, overlap_seconds=max(query.overlap_seconds, SEARCH_OVERLAP_SECONDS))
    reading = partial(
        read_streams, searches, read, overlapping, cursor, api.now, page_limit=SEARCH_PAGE_LIMIT
    )
    return _part_of(reading, cursor, "searches")


def _api(http: Http, query: Query, now: datetime) -> Api:
    key = secret_of(query.options, "key")
    if key is None:
        raise MisconfiguredSourceError("youtube needs an API key: key_secret names it")
    return Api(http, read_options(Options, query.options).base_url.rstrip("/"), key, now)
