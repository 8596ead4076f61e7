"""Mastodon: hashtags of one server, and with a user's token also its search and mentions.

Contract: https://docs.joinmastodon.org/methods/timelines/#tag (anyone may read it on most servers),
/methods/search/#v2 (a user's token with read:search; the server must run a search engine, and finds
only authors who let it), /methods/notifications/#get (the brand's own account: the best signal).
Pages go back by `max_id`, which the Link header carries. Rate limits, by
https://docs.joinmastodon.org/api/rate-limits/: 300 requests in 5 minutes, of paged ones 300 in 15;
`X-RateLimit-Reset` is an ISO 8601 time, and a 429 has no `Retry-After`.

A status has another `id` on every server; its `uri` is the same everywhere and names the mention.
Counts are what this server knows. Boosts are nobody's own words and are passed over.

GET /api/v1/statuses/{id} and .../{id}/context (/methods/statuses/) take this server's id. What was
written here has it in its `uri`; anything else is looked for by its `uri`, which takes a user's
token: /api/v2/search with `resolve`, for which this server asks the other one. Whether what was
written elsewhere is gone cannot be told: it is not found then, but for other reasons neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    ConfigurationError,
    MalformedAnswerError,
)
from earshot.domain.limits import Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import Kind, Terms, excluded, fold, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import json_of, require_success
from earshot.reading.mastodon import ServerName, limited_until
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed
from earshot.sources.mastodon_status import (
    Listed,
    Status,
    id_on,
    read_first,
    read_replies,
    read_statuses,
    unplaced,
    with_parents,
)

CREDENTIAL = ("host", "base_url", "token_secret")
RECHECK_TOGETHER = 1
"""Only newer servers list several by their ids, and what is not written here is looked for."""
RECHECK_WITHIN_SECONDS = None
PAGE_STATUSES = 40
PAGE_LIMIT = 8
"""For each stream and reading: 320 statuses. What a storm leaves over is read next time."""
_LISTING = re.compile(
    r"/api/v1/timelines/|/api/v2/search$|/api/v[12]/notifications$|/api/v1/statuses/[^/]+/context$"
    r"|/api/v1/(accounts/[^/]+/statuses|trends/statuses|favourites|bookmarks)$"
)
_NEXT_LINK = re.compile(r'<([^<>]*)>\s*;\s*rel="?next"?')
TAGS_TOGETHER = 4
"""Servers take the tag of the path and up to three others (`any[]`) by default."""


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
    host: str
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
    server = _server(http, query, now)
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
    return limited_until(response, now)


def lists_mentions(url: str) -> bool:
    return _LISTING.search(url.partition("?")[0].rstrip("/")) is not None


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What became of statuses, one request for each; without a token only of those written here."""
    server = _server(http, query, now)
    found, gone = [], []
    for mention in mentions[:RECHECK_TOGETHER]:
        local_id = id_on(server.host, mention.native_id)
        if local_id is not None:
            status = _written_here(server, local_id)
            if status is None:
                gone.append(mention.native_id)
        else:
            status = _looked_up(server, mention.native_id) if server.token is not None else None
        if status is not None and status.mention.native_id == mention.native_id:
            # Asked for alone it does not tell where in a conversation it belongs.
            thread, parent = mention.thread, mention.in_reply_to
            found.append(replace(status.mention, thread=thread, in_reply_to=parent))
    return Rechecked(tuple(found), tuple(gone))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The public statuses below one, as far as this server knows them. Raises MalformedAnswerError
    where that cannot be asked for: the status was written elsewhere, and there is no token, or this
    server does not find it. That says nothing of others, as any other error would."""
    server = _server(http, query, now)
    local_id = id_on(server.host, mention.native_id)
    if local_id is None:
        if server.token is None:
            raise MalformedAnswerError("a post of another server takes a token to be followed")
        status = _looked_up(server, mention.native_id)
        if status is None:
            raise MalformedAnswerError("this server does not find the post")
        local_id = status.local_id
    response = _ask(server, f"/api/v1/statuses/{quote(local_id, safe='')}/context")
    return tuple(read_replies(response, mention, local_id, now))


def thread_of(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[str, str] | None:
    """The first status of a reply's conversation, and the one it answers, where the reading told no
    more of that one than its id on this server."""
    server = _server(http, query, now)
    local_id = unplaced(mention)
    if local_id is None:
        return None
    answered = _written_here(server, quote(local_id, safe=""))
    if answered is None:
        return None
    if answered.parent_id is None:
        return answered.mention.native_id, answered.mention.native_id
    response = _ask(server, f"/api/v1/statuses/{quote(local_id, safe='')}/context")
    first = read_first(response, now)
    return (first, answered.mention.native_id) if first is not None else None


def _server(http: Http, query: Query, now: datetime) -> _Server:
    options = read_options(Options, query.options)
    base_url = (options.base_url or f"https://{options.host}").rstrip("/")
    return _Server(http, options.host, base_url, secret_of(query.options, "token"), now)


def _get(server: _Server, path: str, parameters: Sequence[tuple[str, str]] = ()) -> Response:
    headers = {"Accept": "application/json"}
    if server.token is not None:
        headers["Authorization"] = f"Bearer {server.token}"
    asked = f"?{urlencode(parameters)}" if parameters else ""
    return server.http.get(f"{server.base_url}{path}{asked}", headers)


def _ask(server: _Server, path: str, parameters: Sequence[tuple[str, str]] = ()) -> Response:
    response = _get(server, path, parameters)
    _require(server, response)
    return response


def _require(server: _Server, response: Response) -> None:
    if response.status == 422:
        raise AccessRefusedError("answered 422: this server shows that to signed-in users only")
    require_success(response, limits(response, server.now))


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
    response = _ask(server, stream.path, parameters)
    listed = read_statuses(response, server.now)
    times = [s.mention.created_at for s in listed.statuses if not s.mention.date_guessed]
    mentions = with_parents(listed.statuses, {})
    return Leaf(
        mentions=tuple(
            mention
            for mention, status in zip(mentions, listed.statuses, strict=True)
            if (mention.edited_at or mention.created_at) >= oldest and stream.wants(status)
        ),
        faults=listed.faults,
        older=_older(response, listed, older),
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
        not_before=limits(response, server.now),
    )


def _written_here(server: _Server, local_id: str) -> Status | None:
    """The status as it is now, None where this server says that there is none."""
    response = _get(server, f"/api/v1/statuses/{local_id}")
    if response.status in (404, 410):
        if isinstance(json_of(response), dict):
            return None
        raise MalformedAnswerError("answered 404, but not as Mastodon does")
    _require(server, response)
    return next(iter(read_statuses(response, server.now).statuses), None)


def _looked_up(server: _Server, uri: str) -> Status | None:
    """A status of another server as this one knows it, None where it does not find it."""
    asked = (("q", uri), ("type", "statuses"), ("resolve", "true"), ("limit", "1"))
    found = read_statuses(_ask(server, "/api/v2/search", asked), server.now)
    return next((each for each in found.statuses if each.mention.native_id == uri), None)


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
