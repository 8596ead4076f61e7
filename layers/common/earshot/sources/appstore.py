"""The App Store: customers' reviews of one app, from the public feed or from App Store Connect.

Two ways in. The feed, https://itunes.apple.com/{country}/rss/customerreviews, is there for any app
without an account: 50 reviews a page and 10 pages for each country, behind which a plain sentence
is the answer. It is often empty for no reason, more so for servers than for people, so an empty
page means that nothing is known, and never that there are no reviews. Apple states no limit for it;
that of its sister, 20 requests a minute, is obeyed (https://performance-partners.apple.com/
search-api). Its XML form is asked for, because the JSON form has no dates.

App Store Connect, with a key of the app's developer, lists all reviews of all countries, 200 a
page, with the developer's answers:
https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_-customerreviews.
`X-Rate-Limit: user-hour-lim:3500;user-hour-rem:500;` counts the last 60 minutes, /documentation/
appstoreconnectapi/identifying-rate-limits. It is read instead of the feed, not beside it: both
number reviews in ways of their own.

Every review of the app is about the app, whatever its words: of the terms only exclusions count.
An edit keeps the id. Reviews appear up to a day after they were written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import quote, urlencode, urlsplit

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    MisconfiguredSourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.limits import Between, Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import excluded, parse_terms
from earshot.ports import Http, Response
from earshot.reading.answers import require_success, retry_after
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.appstore_review import Listed, developer, is_too_deep, read_reviews
from earshot.sources.appstore_token import signed_token
from earshot.sources.contract import Parsed

CREDENTIAL = ("base_url", "issuer_id", "key_id")
RECHECK_TOGETHER = 1
RECHECK_WITHIN_SECONDS = None
"""Apple's terms ask for no second look."""
FEED_PAGES = 10
FEED_PAGE_REVIEWS = 50
CONNECT_PAGE_REVIEWS = 200
CONNECT_PAGE_LIMIT = 5
LATE_SECONDS = 86_400
"""How far each reading goes back at least: Apple shows reviews "up to 24 hours" after they were
written, in their place by date. For most apps it is one page."""
BLOCKED_SECONDS = 600
"""The hour of App Store Connect rolls, so a little of it is free again soon; the feed's refusals
end within minutes (ours)."""
EMPTY = "the feed lists nothing, which does not mean that there are no reviews"
_FEED_HOST = "https://itunes.apple.com"
_CONNECT_HOST = "https://api.appstoreconnect.apple.com"
_LEFT = re.compile(r"user-hour-rem:\s*0*(?:;|$)")
_LISTS = re.compile(
    r"/rss/customerreviews(/|$)|/v1/(apps|appStoreVersions)/[^/]+/customerReviews$"
    r"|/v1/customerReviews/[^/]+(/response)?$|/v1/customerReviewResponses/[^/]+$"
)

Country = Shape(r"[a-z]{2}", "a country's two small letters, such as gb")


@dataclass(frozen=True, slots=True)
class Options:
    """`app_id` is the number in the app's address in the store, `countries` the storefronts whose
    feeds are read. With `issuer_id`, `key_id` and `private_key_secret`, the name under which the
    .p8 file's text is kept, App Store Connect is read instead. `base_url` is a server that stands
    in for Apple's."""

    app_id: Annotated[int, Between(1, 10**12)]
    countries: Annotated[tuple[Annotated[str, Country], ...], Count(0, 20)] = ()
    issuer_id: Annotated[str, Shape(r"[0-9A-Za-z-]{8,64}", "the issuer id of the key")] | None = (
        None
    )
    key_id: Annotated[str, Shape(r"[0-9A-Za-z]{4,32}", "the id of the key")] | None = None
    private_key_secret: str | None = None
    base_url: Annotated[str, WebAddress] | None = None


@dataclass(frozen=True, slots=True)
class _Feed:
    http: Http
    base_url: str
    app_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class _Connect:
    """App Store Connect, with a token for this reading."""

    http: Http
    base_url: str
    token: str
    now: datetime

    def get(self, path: str, **parameters: str) -> Response:
        return self.http.get(
            f"{self.base_url}/v1/{path}?{urlencode(parameters | {'include': 'response'})}",
            {"Accept": "application/json", "Authorization": f"Bearer {self.token}"},
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """One page; `older` asks for the page before it in time."""

    listed: Listed
    older: str | None
    not_before: datetime | None
    faults: tuple[str, ...] = ()


def allowance(options: Mapping[str, object]) -> Allowance:
    """App Store Connect: 3,500 an hour for a key, by its documentation's example ("actual limits
    can vary"). The feed: 20 a minute for an address, the limit of Apple's search of the store."""
    if options.get("key_id") is not None:
        return Allowance(3_500, 3_600)
    return Allowance(20, 60)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """All reviews that no exclusion forbids; from App Store Connect with the developer's answers.

    They are handed on whatever their date, since some appear late.
    """
    options = read_options(Options, query.options)
    connect = _connect(http, query, now)
    feed = _Feed(http, (options.base_url or _FEED_HOST).rstrip("/"), options.app_id, now)
    countries = tuple(dict.fromkeys(options.countries))
    if connect is None and not countries:
        raise MisconfiguredSourceError("appstore needs countries, or a key of App Store Connect")

    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        if connect is not None:
            page = _connect_page(connect, options.app_id, older)
        else:
            page = _feed_page(feed, name, int(older or "1"), oldest)
        return _leaf(page, query)

    return read_streams(
        countries if connect is None else ("App Store Connect",),
        read,
        replace(query, overlap_seconds=max(query.overlap_seconds, LATE_SECONDS)),
        cursor,
        now,
        page_limit=FEED_PAGES if connect is None else CONNECT_PAGE_LIMIT,
    )


def parse(response: Response, now: datetime) -> Parsed:
    """All reviews in an answer, with the developer's answers that it holds."""
    if is_too_deep(response.body):
        return Parsed((), (f"the feed ends at page {FEED_PAGES}",))
    listed = read_reviews(response, now)
    faults = listed.faults or ((EMPTY,) if listed.is_feed and not listed.length else ())
    return Parsed(tuple(bounded(mention) for mention in listed.mentions), faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """Once nothing is left of App Store Connect's hour, and on a refusal."""
    is_used_up = _LEFT.search(response.headers.get("x-rate-limit", "")[:200]) is not None
    if response.status not in (429, 503) and not is_used_up:
        return None
    return retry_after(response, now) or now + timedelta(seconds=BLOCKED_SECONDS)


def lists_mentions(url: str) -> bool:
    return _LISTS.search(urlsplit(url).path) is not None


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What became of a review or an answer, by App Store Connect. The feed cannot be asked for one,
    and what was read from it, numbered in another way, is not known there: of that, nothing."""
    connect = _connect(http, query, now)
    if connect is None:
        return Rechecked()
    found: list[Mention] = []
    gone: list[str] = []
    for mention in mentions:
        if _review_of(mention).isdigit():
            continue
        try:
            listed = _review(connect, mention)
        except SourceGoneError:
            gone.append(mention.native_id)
            continue
        same = [each for each in listed.mentions if each.native_id == mention.native_id]
        # Where it is shown is told by lists only, and whose answer it is.
        found += [bounded(replace(each, url=mention.url, author=mention.author)) for each in same]
        if not same and not listed.faults:
            gone.append(mention.native_id)
    return Rechecked(tuple(found), tuple(gone))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The developer's answer to a review, by App Store Connect; there is never another."""
    connect = _connect(http, query, now)
    if connect is None or mention.in_reply_to is not None or mention.native_id.isdigit():
        return ()
    author = developer(str(read_options(Options, query.options).app_id))
    return tuple(
        bounded(replace(each, url=mention.url, author=author))
        for each in _review(connect, mention).mentions
        if each.in_reply_to == mention.native_id
    )


def _connect(http: Http, query: Query, now: datetime) -> _Connect | None:
    """App Store Connect where the owner has a key of it. Raises MisconfiguredSourceError where a
    part of the key is missing, or cannot be used."""
    options = read_options(Options, query.options)
    private_key = secret_of(query.options, "private_key")
    if options.issuer_id is None and options.key_id is None and private_key is None:
        return None
    if options.issuer_id is None or options.key_id is None or private_key is None:
        raise MisconfiguredSourceError(
            "App Store Connect needs all of issuer_id, key_id and private_key_secret"
        )
    token = signed_token(options.issuer_id, options.key_id, private_key, now)
    return _Connect(http, (options.base_url or _CONNECT_HOST).rstrip("/"), token, now)


def _connect_page(connect: _Connect, app_id: int, older: str | None) -> _Read:
    """A page of all reviews; `older` is the cursor of the page after it in time. Only the cursor is
    taken from the link to it: the address stays ours, and so does the token."""
    parameters = {"sort": "-createdDate", "limit": str(CONNECT_PAGE_REVIEWS)}
    path = f"apps/{app_id}/customerReviews"
    response = connect.get(path, **parameters, **({} if older is None else {"cursor": older}))
    if response.status == 400 and older is not None:
        # A cursor that was kept too long; from the newest page on there is a way to the same place.
        response = connect.get(path, **parameters)
    not_before = limits(response, connect.now)
    require_success(response, not_before)
    listed = read_reviews(response, connect.now)
    following = listed.next_cursor if listed.next_cursor != older else None
    return _Read(listed, following, not_before)


def _review(connect: _Connect, mention: Mention) -> Listed:
    """A single review with its answer."""
    response = connect.get(f"customerReviews/{quote(_review_of(mention), safe='')}")
    require_success(response, limits(response, connect.now))
    return read_reviews(response, connect.now)


def _review_of(mention: Mention) -> str:
    return mention.in_reply_to or mention.native_id


def _feed_page(feed: _Feed, country: str, number: int, oldest: datetime) -> _Read:
    """A page of a country's feed. Raises SourceUnavailableError where it is empty and does not say
    that it is behind the last one: what it should have listed stays to be read."""
    response = feed.http.get(
        f"{feed.base_url}/{country}/rss/customerreviews/page={number}/id={feed.app_id}"
        "/sortby=mostrecent/xml",
        {"Accept": "application/atom+xml, application/xml"},
    )
    not_before = limits(response, feed.now)
    if is_too_deep(response.body):  # with status 400, and 200 in earlier years
        return _Read(Listed(()), None, not_before)
    require_success(response, not_before)
    listed = read_reviews(response, feed.now)
    last = listed.last_page
    if not listed.length and (last is None or number <= last):
        raise SourceUnavailableError(EMPTY)
    if last is None:
        last = FEED_PAGES if listed.length >= FEED_PAGE_REVIEWS else number
    older = str(number + 1) if number < min(last, FEED_PAGES) else None
    faults: tuple[str, ...] = ()
    if number == FEED_PAGES and min(_times(listed), default=oldest) > oldest:
        faults = (f"{country}: more reviews than the feed shows; the oldest were not read",)
    return _Read(listed, older, not_before, faults)


def _leaf(page: _Read, query: Query) -> Leaf:
    times = _times(page.listed)
    terms = parse_terms(query.terms)
    return Leaf(
        mentions=tuple(
            mention
            for mention in page.listed.mentions
            if mention.created_at >= query.since and not excluded(terms, mention.text)
        ),
        faults=(*page.listed.faults, *page.faults),
        older=page.older,
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
        not_before=page.not_before,
    )


def _times(listed: Listed) -> list[datetime]:
    """When the reviews were written, by which pages are in order; answers come later."""
    reviews = [each for each in listed.mentions if each.in_reply_to is None]
    return [each.created_at for each in reviews if not each.date_guessed]
