"""Feeds: RSS, Atom and JSON Feed, one address for each watch.

Contract: GET with `If-None-Match` and `If-Modified-Since` byte for byte as the last answer gave
them; 304 says nothing is new, 301 and 308 move the address, 404 and 410 end it, 429 and 503 may
say `Retry-After` (RFC 9110, https://www.rfc-editor.org/rfc/rfc9110). Formats:
https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://www.jsonfeed.org/version/1.1/.

A feed lists its newest entries, and some appear late under an old date, so all of them are handed
on each time the feed changed. Google Alerts' and YouTube's channel feeds are read here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated

from earshot.domain.asking import Allowance
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.limits import WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import match, parse_terms
from earshot.ports import Http, Response
from earshot.reading.answers import require_success, retry_after
from earshot.reading.options import read_options
from earshot.sources.contract import Parsed
from earshot.sources.feed.entry import mentions_of
from earshot.sources.feed.json import is_json, read_json_feed
from earshot.sources.feed.xml import read_xml_feed

CREDENTIAL = ("url",)
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Options:
    """`url` is the feed's address, http or https."""

    url: Annotated[str, WebAddress]


def allowance(options: Mapping[str, object]) -> Allowance:
    """Nobody tells a feed's limit; this lets each reading ask twice, as it must where a feed has
    moved and the new place is gone. The schedule reads once a minute (ours)."""
    return Allowance(6, 60)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """The entries that match, when anything in the feed changed since the cursor."""
    options = read_options(Options, query.options)
    asked, _, known_content = (cursor.position or "").partition(":")
    asking = _digest(options.url, *query.terms)
    # Another address or other terms begin anew: "unchanged" would hide what matches now.
    known = cursor if asked == asking else Cursor(high_water_at=cursor.high_water_at)
    response = http.get(known.moved_to or options.url, _headers(known))
    if response.status in (404, 410) and known.moved_to:
        # It has left the place that it had moved to: perhaps for the one the owner knows.
        known = Cursor(high_water_at=known.high_water_at)
        response = http.get(options.url, _headers(known))
    not_before = limits(response, now)
    if response.status == 304 and (known.etag or known.last_modified):
        return Page(mentions=(), cursor=known, not_before=not_before, unchanged=True)
    require_success(response, not_before)
    parsed = _read(response, now)
    content = _content_digest(parsed.mentions)
    seen_at = [mention.created_at for mention in parsed.mentions if not mention.date_guessed]
    if known.high_water_at is not None:
        seen_at.append(known.high_water_at)
    terms = parse_terms(query.terms)
    unchanged = asked == asking and content == known_content
    return Page(
        mentions=()
        if unchanged
        else tuple(
            mention
            for mention in parsed.mentions
            if mention.created_at >= query.since and match(terms, mention.text).matched
        ),
        cursor=Cursor(
            position=f"{asking}:{content}",
            high_water_at=min(now, max(seen_at)) if seen_at else None,
            etag=response.headers.get("etag"),
            last_modified=response.headers.get("last-modified"),
            moved_to=response.moved_to or known.moved_to,
        ),
        not_before=not_before,
        faults=parsed.faults,
        unchanged=unchanged,
    )


def parse(response: Response, now: datetime) -> Parsed:
    """All entries of a feed. Raises MalformedAnswerError where the body is none."""
    parsed = _read(response, now)
    return Parsed(tuple(bounded(mention) for mention in parsed.mentions), parsed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """`Retry-After`. Not `max-age` nor `<ttl>`: they ask caches to wait, often for hours."""
    return retry_after(response, now)


def lists_mentions(url: str) -> bool:
    """Every address of a feed lists its entries."""
    return url.startswith(("http://", "https://"))


def _read(response: Response, now: datetime) -> Parsed:
    feed = read_json_feed(response) if is_json(response) else read_xml_feed(response)
    return mentions_of(feed, response.url, now)


def _headers(known: Cursor) -> dict[str, str]:
    headers = {"Accept": _ACCEPT}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _content_digest(mentions: tuple[Mention, ...]) -> str:
    """Without a date that was guessed, or every reading would be a change."""
    return _digest(*(part for each in mentions for part in (each.native_id, each.text)))


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
