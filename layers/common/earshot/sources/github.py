"""GitHub: issues and pull requests that match, or everything said in the owner's repositories.

Contract: https://docs.github.com/en/rest/search/search: GET /search/issues, issues and pull
requests asked apart; 1,000 results at most, so pages go back by time; `incomplete_results` says
that the search ran out of time. It looks into comments too but lists only their issues, so comments
are heard where `repositories` are listed: /rest/issues/issues and /rest/issues/comments, by `since`
and what changed last; a 304 to an `If-None-Match` is free with a token.

Limits: the search 30 requests a minute (10 without a token), all else 5,000 an hour (60); see
`github_asking`. What bots write is nobody's own words and is not searched for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Annotated
from urllib.parse import quote

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import ConfigurationError, SourceGoneError, SourceUnavailableError
from earshot.domain.limits import Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.github import ENTRY_PATH, REPOSITORY, back_at
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed
from earshot.sources.github_asking import Asking
from earshot.sources.github_entry import read_entries
from earshot.sources.github_pages import (
    LISTS,
    PAGE_ENTRIES,
    Reading,
    list_page,
    search_page,
    to_seconds,
)

CREDENTIAL = ("base_url", "token_secret")
PAGE_LIMIT = 5
"""For each stream and reading: 500 entries. What a storm leaves over is read next time."""
PROFILES_TOGETHER = 1
RECHECK_TOGETHER = 1
RECHECK_WITHIN_SECONDS: int | None = None
_KINDS = ("issue", "pull-request")
_LISTING = re.compile(
    r"(?:^|/)(?:search/issues|(?:issues|pulls)(?:/\d+)?(?:/comments(?:/\d+)?|/timeline)?)/?$"
)

Repository = Shape(REPOSITORY, "a repository, such as octocat/hello-world")


@dataclass(frozen=True, slots=True)
class Options:
    """`repositories` are read completely, issues, pull requests and comments, instead of searching
    all of GitHub; `token_secret` is the name under which a token is kept, `base_url` a server that
    stands in for GitHub's."""

    repositories: Annotated[tuple[Annotated[str, Repository], ...], Count(0, 20)] = ()
    token_secret: str | None = None
    base_url: Annotated[str, WebAddress] = "https://api.github.com"


def allowance(options: Mapping[str, object]) -> Allowance:
    """Of the search, or of lists of repositories; less without a token
    (https://docs.github.com/en/rest/rate-limit/rate-limit)."""
    has_token = bool(options.get("token_secret") or options.get("token"))
    if options.get("repositories"):
        return Allowance(5_000 if has_token else 60, 3_600)
    return Allowance(30 if has_token else 10, 60)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """What matches in all of GitHub, two searches for each line of terms; or in repositories, two
    lists for each. A search that ran out of time hands on what it found and is asked again."""
    options = read_options(Options, query.options)
    asking = _asking(http, query, now)
    reading = Reading(asking, parse_terms(query.terms), query.since, _etags_of(cursor))
    streams = _streams(options, reading)

    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        return streams[name](oldest, older)

    try:
        page = read_streams(tuple(streams), read, query, cursor, now, page_limit=PAGE_LIMIT)
    except SourceUnavailableError as error:
        if not reading.aside:
            raise
        # The cursor stays where it is: nobody knows what the search left out.
        page = Page(mentions=(), cursor=cursor, faults=(str(error),), partial=True)
    found = {each.id: each for each in (*reading.aside, *page.mentions)}
    etags = {name: etag for name, etag in reading.etags.items() if etag and name in streams}
    return replace(
        page,
        mentions=tuple(found.values()),
        cursor=replace(page.cursor, etag=json.dumps(etags, sort_keys=True) if etags else None),
        unchanged=len(reading.unchanged) == len(streams) and not found and not page.partial,
        token_expires_at=asking.token_expires_at,
    )


def parse(response: Response, now: datetime) -> Parsed:
    """All issues, pull requests and comments of an answer."""
    listed = read_entries(response, now)
    faults = (*listed.faults, *(["the search ran out of time"] if listed.is_incomplete else []))
    return Parsed(tuple(bounded(each.mention) for each in listed.entries), faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left, or the end of a refusal."""
    return back_at(response, now)


def lists_mentions(url: str) -> bool:
    return _LISTING.search(re.split(r"[?#]", url, maxsplit=1)[0][:2048]) is not None


def profiles(
    http: Http, query: Query, author_ids: Sequence[str], now: datetime
) -> Mapping[str, int]:
    """Followers of users. Accounts that are no more are left out."""
    asking = _asking(http, query, now)
    followers = {}
    for author_id in author_ids:
        try:
            document = json_of(asking.get(f"users/{quote(author_id, safe='')}"))
        except SourceGoneError:
            continue
        told = document.get("followers") if isinstance(document, dict) else None
        if isinstance(told, int):
            followers[author_id] = count(told)
    return followers


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """Asks for each. What was moved to another repository is found there and keeps its ids."""
    asking = _asking(http, query, now)
    found: list[Mention] = []
    gone: list[str] = []
    for mention in mentions:
        if ENTRY_PATH.fullmatch(mention.native_id) is None:
            continue
        try:
            listed = read_entries(asking.get(f"repos/{mention.native_id}"), now)
        except SourceGoneError:
            gone.append(mention.native_id)
            continue
        found.extend(
            replace(
                each.mention,
                native_id=mention.native_id,
                thread=mention.thread,
                in_reply_to=mention.in_reply_to,
            )
            for each in listed.entries[:1]
        )
    return Rechecked(tuple(found), tuple(gone))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The issue's comments after the mention, up to 200: an issue is one list, oldest first."""
    asking = _asking(http, query, now)
    thread = ENTRY_PATH.fullmatch(mention.thread)
    if thread is None or not re.fullmatch(r"issues/\d+", thread["entry"]):
        return ()
    comments: list[Mention] = []
    for page in (1, 2):
        asked = f"since={to_seconds(mention.created_at)}&per_page={PAGE_ENTRIES}&page={page}"
        listed = read_entries(asking.get(f"repos/{mention.thread}/comments?{asked}"), now)
        comments += [each.mention for each in listed.entries]
        if listed.length < PAGE_ENTRIES:
            break
    is_whole = listed.length < PAGE_ENTRIES
    is_listed = any(each.native_id == mention.native_id for each in comments)
    if "/issues/comments/" in mention.native_id and is_whole and not is_listed:
        raise SourceGoneError("the comment is no longer in its issue")
    return tuple(
        each
        for each in comments
        if each.native_id != mention.native_id and each.created_at >= mention.created_at
    )


def _asking(http: Http, query: Query, now: datetime) -> Asking:
    options = read_options(Options, query.options)
    return Asking(http, options.base_url.rstrip("/"), secret_of(query.options, "token"), now)


def _streams(
    options: Options, reading: Reading
) -> dict[str, Callable[[datetime, str | None], Leaf]]:
    """What is read page by page. Raises ConfigurationError where there is nothing to ask for."""
    if options.repositories:
        return {
            f"{what} {repository}": partial(list_page, reading, f"{what} {repository}")
            for repository in options.repositories
            for what in LISTS
        }
    searches = dict.fromkeys(search_text(line) for line in reading.terms.lines)
    if not searches:
        raise ConfigurationError("github needs repositories, or terms to search all of it for")
    return {
        f"{kind} {search}": partial(search_page, reading, kind, search)
        for search in searches
        for kind in _KINDS
    }


def _etags_of(cursor: Cursor) -> dict[str, str]:
    """Those of the lists, by stream, from the cursor; none where it holds something else."""
    try:
        kept = json.loads(cursor.etag or "{}")
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: etag for name, etag in kept.items() if etag and isinstance(etag, str)}
