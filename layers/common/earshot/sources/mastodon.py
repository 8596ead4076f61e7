"""Mastodon: hashtags of one server, and with a user's token also its search and mentions.

Contract: https://docs.joinmastodon.org/methods/timelines/#tag (anyone may read it on most servers),
/methods/search/#v2 (a user's token with read:search; the server must run a search engine, and finds
only authors who let it), /methods/notifications/#get (the brand's own account: the best signal).
Pages go back by `max_id`, which the Link header carries. Rate limits, by
https://docs.joinmastodon.org/api/rate-limits/: 300 requests in 5 minutes, of paged ones 300 in 15;
`X-RateLimit-Reset` is an ISO 8601 time, and a 429 has no `Retry-After`.

A status has another `id` on every server; its `uri` is the same everywhere and names the mention.
Counts are what this server knows. Boosts are nobody's own words and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from earshot.domain.asking import Allowance
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import AccessRefusedError, ConfigurationError
from earshot.domain.limits import Count, Shape, WebAddress
from earshot.domain.mention import bounded
from earshot.domain.terms import Kind, Terms, excluded, fold, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.sources.contract import Parsed
from earshot.sources.mastodon_status import Listed, Status, read_statuses
from earshot.sources.reading.answers import reasonable, require_success, retry_after
from earshot.sources.reading.dates import parse_epoch, parse_iso
from earshot.sources.reading.options import read_options, secret_of
from earshot.sources.reading.paging import Leaf
from earshot.sources.reading.streams import read_streams

CREDENTIAL = ("host", "base_url", "token_secret")
PAGE_STATUSES = 40
PAGE_LIMIT = 8
"""For each stream and reading: 320 statuses. What a storm leaves over is read next time."""
_NEXT_LINK = re.compile(r'<([^<>]*)>\s*;\s*rel="?next"?')
TAGS_TOGETHER = 4
"""Servers take the tag of the path and up to three others (`any[]`) by default."""


_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PORT = r"([1-5]?\d{1,4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
ServerName = Shape(
    rf"(?=[^:]{{1,253}}(:|$)){_LABEL}(\.{_LABEL})*(:{_PORT})?",
    "a server's name, such as mastodon.social",
)
Tag = Shape(r"#?\w{1,100}", "a hashtag")


@dataclass(frozen=True, slots=True)
class Options:
    """`host` is the server, `tags` the hashtags to read there (without any, those among the terms
    and the terms of one word), `token_secret` the name under which the user's token is kept,
    `base_url` a server that stands in for `https://{host}`."""

    host: Annotated[str, ServerName]
    tags: Annotated[tuple[Annotated[str, Tag], ...], Count(0, 32)] = ()
    token_secret: str | None = None
    base_url: Annotated[str, WebAddress] | None = None


@dataclass(frozen=True, slots=True)
class _Server:
    http: Http
    base_url: str
    token: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class _Stream:
    """What is read page by page, and what of it is wanted."""

    name: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    wants: Callable[[Status], bool]


def allowance(options: Mapping[str, object]) -> Allowance:
    """Of the servers' limits the narrowest: 300 requests with page parameters in 15 minutes."""
    return Allowance(300, 900)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """What matches in the hashtags, and with a token in the search and the account's mentions."""
    options = read_options(Options, query.options)
    server = _Server(
        http,
        (options.base_url or f"https://{options.host}").rstrip("/"),
        secret_of(query.options, "token"),
        now,
    )
    streams = {stream.name: stream for stream in _streams(options, query.terms, server.token)}

    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        return _page(server, streams[name], oldest, older)

    return read_streams(tuple(streams), read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All public statuses of a timeline, a search or a list of notifications."""
    listed = read_statuses(response, now)
    return Parsed(tuple(bounded(each.mention) for each in listed.statuses), listed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left, or on a refusal."""
    headers = response.headers
    if (
        response.status not in (429, 503)
        and headers.get("x-ratelimit-remaining", "").strip() != "0"
    ):
        return None
    reset = headers.get("x-ratelimit-reset", "").strip()
    # Relatives of Mastodon write Unix seconds there.
    claimed = parse_iso(reset) or parse_epoch(int(reset[:11]) if reset.isdecimal() else None)
    return reasonable(claimed, now) or retry_after(response, now)


def lists_mentions(url: str) -> bool:
    path = urlsplit(url).path.rstrip("/")
    return "/api/v1/timelines/" in path or path.endswith(
        ("/api/v2/search", "/api/v1/notifications")
    )


def _streams(options: Options, written: tuple[str, ...], token: str | None) -> tuple[_Stream, ...]:
    """Raises ConfigurationError where there is nothing to ask for."""
    terms = parse_terms(written)
    # What carries a tag the owner listed is wanted, as if the tag were a term.
    wanted = parse_terms((*written, *(f"#{tag.lstrip('#')}" for tag in options.tags)))
    # Each once: a stream is known by its first tag.
    tags = list(dict.fromkeys(tag.lstrip("#") for tag in options.tags)) or _tags_of(terms)

    def matches(status: Status) -> bool:
        # Who asked not to be indexed is not searched for; only what they write to us is read.
        return not status.no_index and match(wanted, status.mention.text).matched

    def is_allowed(status: Status) -> bool:
        return not excluded(terms, status.mention.text)

    streams = []
    for start in range(0, len(tags), TAGS_TOGETHER):
        first, *others = tags[start : start + TAGS_TOGETHER]
        parameters = tuple(("any[]", tag) for tag in others)
        path = f"/api/v1/timelines/tag/{quote(first, safe='')}"
        streams.append(_Stream(f"tag {first}", path, parameters, matches))
    if token is not None:
        for search in dict.fromkeys(search_text(line) for line in terms.lines):
            parameters = (("q", search), ("type", "statuses"))
            streams.append(_Stream(f"search {search}", "/api/v2/search", parameters, matches))
        parameters = (("types[]", "mention"),)
        streams.append(_Stream("mentions", "/api/v1/notifications", parameters, is_allowed))
    if not streams:
        raise ConfigurationError("mastodon without a token needs tags, or terms that make tags")
    return tuple(streams)


def _tags_of(terms: Terms) -> list[str]:
    """A tag for each line: of its first hashtag, word or phrase, without what tags cannot hold."""
    tags = []
    for line in terms.lines:
        parts = [part for part in line.wanted if part.kind is not Kind.HANDLE]
        tag = re.sub(r"\W", "", fold(parts[0].text)) if parts else ""
        if tag and tag not in tags:
            tags.append(tag)
    return tags


def _page(server: _Server, stream: _Stream, oldest: datetime, older: str | None) -> Leaf:
    """One page of a stream; `older` is the `max_id` that asks for it."""
    parameters = [*stream.parameters, ("limit", str(PAGE_STATUSES))]
    if older is not None:
        parameters.append(("max_id", older))
    headers = {"Accept": "application/json"}
    if server.token is not None:
        headers["Authorization"] = f"Bearer {server.token}"
    response = server.http.get(f"{server.base_url}{stream.path}?{urlencode(parameters)}", headers)
    not_before = limits(response, server.now)
    if response.status == 422:
        raise AccessRefusedError("answered 422: this server shows that to signed-in users only")
    require_success(response, not_before)
    listed = read_statuses(response, server.now)
    times = [s.mention.created_at for s in listed.statuses if not s.mention.date_guessed]
    return Leaf(
        mentions=tuple(
            status.mention
            for status in listed.statuses
            if (status.mention.edited_at or status.mention.created_at) >= oldest
            and stream.wants(status)
        ),
        faults=listed.faults,
        older=_older(response, listed, older),
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
        not_before=not_before,
    )


def _older(response: Response, listed: Listed, asked: str | None) -> str | None:
    """The `max_id` of the next page, by the Link header where the server writes one. Only the
    parameter is taken from it: the address stays ours, and so does the token."""
    link = response.headers.get("link")
    if link is None:
        return (
            listed.last_id if listed.length >= PAGE_STATUSES and listed.last_id != asked else None
        )
    following = _NEXT_LINK.search(link[:4096])
    if following is None:
        return None
    older = parse_qs(urlsplit(following[1]).query, max_num_fields=50).get("max_id", [None])[0]
    return older if older != asked else None
