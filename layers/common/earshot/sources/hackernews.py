"""Hacker News by Algolia's search, newest first.

Contract: https://hn.algolia.com/api. GET /api/v1/search_by_date with `query`, `tags`,
`numericFilters`, `hitsPerPage`; no key, no ETag; 10,000 requests an hour for an address, without
any header that tells how many are left; at most 1,000 hits for a query, so pages go back by time.
The search forgives typos, so hits are matched again. A hit's text may change for two hours after
it was written, and nothing says so. An author's karma is not in a hit: followers are unknown.

GET /api/v1/items/{id} is one item with everything below it, 404 where it was deleted; what is
deleted within has no author. The search's index holds neither what is deleted nor what is dead
(https://github.com/algolia/hn-search, `Item`), and may lack a new one for a moment: so what it does
not list is looked at itself before it counts as gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import AnswerTooLargeError, MalformedAnswerError
from earshot.domain.limits import WebAddress
from earshot.domain.mention import Author, Engagement, Mention, bounded
from earshot.domain.terms import Terms, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import json_of, require_success, retry_after
from earshot.reading.counts import count
from earshot.reading.dates import parse_epoch, parse_iso, settle
from earshot.reading.markup import one_line, plain_text
from earshot.reading.options import read_options
from earshot.reading.paging import Leaf
from earshot.reading.quotations import says_something, without_quoted_lines
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed

CREDENTIAL = ("base_url",)
RECHECK_TOGETHER = 20
RECHECK_WITHIN_SECONDS = None
LOOKED_AT_TOGETHER = 5
"""Of those that the search no longer lists, in one go; the rest is told another time."""
MOST_HITS = 1_000
"""All that a search lists."""
REPLIES_PAGE = 500
"""Comments with what the search adds to each: two pages of a thread are well below 2 MB each."""
_ITEM = re.compile(r"[0-9]{1,20}")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
PAGE_HITS = 100
PAGE_LIMIT = 10
"""For each line of terms and reading: 1,000 hits. What a storm leaves over is read next time."""
BLOCKED_SECONDS = 300
"""The allowance is by the hour and tells nothing; asking again each five minutes costs 12 of it."""


@dataclass(frozen=True, slots=True)
class Options:
    """`base_url` is for a server that stands in for Algolia's."""

    base_url: Annotated[str, WebAddress] = "https://hn.algolia.com"


@dataclass(frozen=True, slots=True)
class _Server:
    http: Http
    base_url: str
    now: datetime


@dataclass(frozen=True, slots=True)
class _Search:
    server: _Server
    text: str
    terms: Terms
    oldest: datetime


def allowance(options: Mapping[str, object]) -> Allowance:
    """By https://hn.algolia.com/api: 10,000 requests an hour for one address."""
    return Allowance(10_000, 3_600)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """Stories and comments that match, one search for each line of terms."""
    options = read_options(Options, query.options)
    terms = parse_terms(query.terms)
    server = _Server(http, options.base_url.rstrip("/"), now)
    searches = list(dict.fromkeys(search_text(line) for line in terms.lines)) or [""]

    def read(search: str, oldest: datetime, older: str | None) -> Leaf:
        return _page(_Search(server, search, terms, oldest), older)

    return read_streams(searches, read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All hits of a search. Raises MalformedAnswerError where the body is none."""
    parsed = _read(response, now)
    return Parsed(tuple(bounded(mention) for mention in parsed.mentions), parsed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """Only a refusal says anything: `Retry-After` if it is there, else a few minutes from now."""
    if response.status not in (429, 503):
        return None
    return retry_after(response, now) or now + timedelta(seconds=BLOCKED_SECONDS)


def lists_mentions(url: str) -> bool:
    return urlsplit(url).path.endswith(("/search_by_date", "/search"))


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What became of at most RECHECK_TOGETHER items: one search for all, and a look at each that it
    does not list. What is there and not listed is dead (killed, flagged): neither found nor gone.
    """
    server = _Server(http, read_options(Options, query.options).base_url.rstrip("/"), now)
    asked = {
        each.native_id: each
        for each in mentions[:RECHECK_TOGETHER]
        if _ITEM.fullmatch(each.native_id)
    }
    authors = ",".join(f"author_{each}" for each in _named(e.author.id for e in asked.values()))
    stories = ",".join(f"story_{each}" for each in _named(e.thread for e in asked.values()))
    if not authors or not stories:
        return Rechecked()
    found = tuple(
        # A comment's story may have become known meanwhile; its thread stays what it was.
        replace(each, thread=asked[each.native_id].thread)
        for each in _listed(server, f"({authors}),({stories})", MOST_HITS)
        if each.native_id in asked
    )
    missing = sorted(asked.keys() - {each.native_id for each in found})[:LOOKED_AT_TOGETHER]
    return Rechecked(found, tuple(each for each in missing if not _is_there(server, each)))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """All comments below an item; of a story the newest thousand."""
    if not _ITEM.fullmatch(mention.native_id):
        raise MalformedAnswerError("the mention is no item of Hacker News")
    server = _Server(http, read_options(Options, query.options).base_url.rstrip("/"), now)
    if mention.thread == mention.native_id:
        tags = f"comment,story_{mention.native_id}"
        comments = _listed(server, tags, REPLIES_PAGE)
        if len(comments) == REPLIES_PAGE:
            comments += _listed(server, tags, REPLIES_PAGE, page=1)
        if comments:
            return comments
        # None yet, or the story is gone, or it is a comment whose story was not known yet.
    response = _item(server, mention.native_id)
    require_success(response, limits(response, now))
    below = _below(json_of(response), now)
    return tuple(replace(comment, thread=mention.thread) for comment in below)


def _page(search: _Search, older: str | None) -> Leaf:
    """One page of a search; `older` is the time of the last hit of the page before."""
    filters = f"created_at_i>={int(search.oldest.timestamp())}"
    if older is not None:
        filters += f",created_at_i<={older}"
    parameters = {
        "query": search.text,
        "tags": "(story,comment)",
        "numericFilters": filters,
        "hitsPerPage": str(PAGE_HITS),
        "typoTolerance": "false",
    }
    response = search.server.http.get(
        f"{search.server.base_url}/api/v1/search_by_date?{urlencode(parameters)}",
        {"Accept": "application/json"},
    )
    require_success(response, limits(response, search.server.now))
    parsed = _read(response, search.server.now)
    times = [each.created_at for each in parsed.mentions if not each.date_guessed]
    next_older = int(min(times).timestamp()) if times else 0
    if older is not None and next_older >= int(older):
        next_older = int(older) - 1  # a whole page within one second
    is_last = len(parsed.mentions) + len(parsed.faults) < PAGE_HITS or not times
    return Leaf(
        mentions=tuple(
            each
            for each in parsed.mentions
            if each.created_at >= search.oldest and match(search.terms, each.text).matched
        ),
        faults=parsed.faults,
        older=None if is_last else str(next_older),
        newest_at=max(times, default=None),
        oldest_at=min(times, default=None),
    )


def _listed(server: _Server, tags: str, size: int, page: int = 0) -> tuple[Mention, ...]:
    """What the search lists under the tags, newest first."""
    parameters = {"tags": tags, "hitsPerPage": str(size), "page": str(page)}
    response = server.http.get(
        f"{server.base_url}/api/v1/search_by_date?{urlencode(parameters)}",
        {"Accept": "application/json"},
    )
    require_success(response, limits(response, server.now))
    return _read(response, server.now).mentions


def _named(names: Iterable[str]) -> list[str]:
    """Names that a tag may hold: others would ask for something else."""
    return [name for name in dict.fromkeys(names) if _NAME.fullmatch(name)]


def _item(server: _Server, item_id: str) -> Response:
    return server.http.get(
        f"{server.base_url}/api/v1/items/{item_id}", {"Accept": "application/json"}
    )


def _is_there(server: _Server, item_id: str) -> bool:
    try:
        response = _item(server, item_id)
    except AnswerTooLargeError:
        return True
    if response.status in (404, 410) and isinstance(json_of(response), dict):
        return False
    require_success(response, limits(response, server.now))
    return True


def _below(document: object, now: datetime) -> list[Mention]:
    """The comments below an item, level by level. Deleted ones are passed over, not what is below
    them. Raises MalformedAnswerError where the document is no item."""
    if not isinstance(document, dict) or not isinstance(document.get("children"), list):
        raise MalformedAnswerError("the body is no item")
    mentions = []
    level: list[dict[str, object]] = [document]
    while level:
        children = [node.get("children") for node in level]
        nodes = [node for each in children if isinstance(each, list) for node in each]
        level = [node for node in nodes if isinstance(node, dict)]
        for node in level:
            hit = node | {"objectID": str(node.get("id")), "comment_text": node.get("text")}
            if (mention := _mention(hit, now)) is not None:
                mentions.append(mention)
    return mentions


def _read(response: Response, now: datetime) -> Parsed:
    document = json_of(response)
    hits = document.get("hits") if isinstance(document, dict) else None
    if not isinstance(hits, list):
        raise MalformedAnswerError("the body is no answer of the search")
    mentions = []
    faults = []
    for number, hit in enumerate(hits):
        mention = _mention(hit, now) if isinstance(hit, dict) else None
        if mention is None:
            faults.append(f"hit {number}: no id, author or text")
        else:
            mentions.append(mention)
    return Parsed(tuple(mentions), tuple(faults))


def _mention(hit: dict[str, object], now: datetime) -> Mention | None:
    native_id = one_line(hit.get("objectID"), 20)
    author = one_line(hit.get("author"))
    title = one_line(plain_text(_string(hit, "title")), 1000)
    body = _own(plain_text(_string(hit, "comment_text"))) or plain_text(_string(hit, "story_text"))
    if not (native_id.isascii() and native_id.isdigit()) or not author or not (title or body):
        return None
    claimed = parse_epoch(hit.get("created_at_i")) or parse_iso(hit.get("created_at"))
    created_at, date_guessed = settle(claimed, now)
    story, parent = hit.get("story_id"), hit.get("parent_id")
    return Mention(
        source="hackernews",
        native_id=native_id,
        url=f"https://news.ycombinator.com/item?id={native_id}",
        author=Author(id=author, name=author),
        text=f"{title}\n\n{body}" if title and body else title or body,
        language=None,
        created_at=created_at,
        thread=str(story) if isinstance(story, int) else native_id,
        engagement=Engagement(
            likes=count(hit.get("points")), replies=count(hit.get("num_comments"))
        ),
        in_reply_to=str(parent) if isinstance(parent, int) else None,
        date_guessed=date_guessed,
    )


def _own(comment: str) -> str:
    """A comment without what it quotes, where it says anything itself. The site has no form for
    quotations; people write `>` before them."""
    own = without_quoted_lines(comment)
    return own if says_something(own) else comment


def _string(hit: dict[str, object], key: str) -> str:
    value = hit.get(key)
    return value if isinstance(value, str) else ""
