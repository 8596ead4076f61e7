"""Bluesky by its search, newest first, signed in with an app password.

Contract: https://docs.bsky.app/docs/api/app-bsky-feed-search-posts (without signing in it answers
403), and of the same place getProfiles and getPosts (25 each at once) and getPostThread. Asked at
the account's own host, which passes it on. 3,000 requests in 5 minutes for an address, by
https://docs.bsky.app/docs/advanced-guides/rate-limits; `RateLimit-Reset` is in Unix seconds.

The search's cursor is a number of posts, at most 10,000, which every new post shifts; so pages go
back by `until`. It is no firehose: what the index has not, or hides from this account, is not
heard. Posts are ordered by a date of which the author's program claims one half; see `_older`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from earshot.domain.asking import Allowance, Rechecked, Session
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    AnswerTooLargeError,
    ConfigurationError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceUnavailableError,
)
from earshot.domain.limits import WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import Terms, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import json_of
from earshot.reading.bluesky import Identifier, limited_until, require_answer
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.bluesky_post import (
    Listed,
    is_account,
    is_post_uri,
    lists_posts,
    read_posts,
    read_replies,
)
from earshot.sources.bluesky_session import begin, renew
from earshot.sources.contract import Parsed

CREDENTIAL = ("base_url", "identifier", "app_password_secret")
PROFILES_TOGETHER = 25
RECHECK_TOGETHER = 25
RECHECK_WITHIN_SECONDS = None
"""The developer guidelines want deletions obeyed and name no time."""
PAGE_POSTS = 100
PAGE_LIMIT = 10
"""For each line of terms and reading: 1,000 posts. What a storm leaves over is read next time."""
HIDDEN_PAGES = 3
"""How many pages on end may hold nothing but what is hidden from us, as after a wave of spam."""
DEEPEST = 1000
_TICK = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Options:
    """`identifier` is the account that reads, `app_password_secret` the name under which an app
    password of it is kept, `base_url` where it signs in, also a server that stands in."""

    identifier: Annotated[str, Identifier]
    app_password_secret: str
    base_url: Annotated[str, WebAddress] = "https://bsky.social"


@dataclass(frozen=True, slots=True)
class _Server:
    http: Http
    base_url: str
    token: str
    now: datetime


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    terms: Terms
    oldest: datetime


def allowance(options: Mapping[str, object]) -> Allowance:
    """By https://docs.bsky.app/docs/advanced-guides/rate-limits: 3,000 requests in 5 minutes."""
    return Allowance(3_000, 300)


def sign_in(http: Http, query: Query, kept: Session | None, now: datetime) -> Session:
    """`kept` renewed while it can be, else a new session by the app password."""
    options = read_options(Options, query.options)
    base_url = options.base_url.rstrip("/")
    if kept is not None and _is_renewable(kept, now):
        renewed = renew(http, base_url, kept, now)
        if renewed is not None:
            return renewed
    password = secret_of(query.options, "app_password")
    if password is None:
        raise MisconfiguredSourceError("the app password that app_password_secret names is missing")
    return begin(http, base_url, options.identifier.removeprefix("@"), password, now)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """The posts that match, one search for each line of terms."""
    server = _server(http, query, now)
    terms = parse_terms(query.terms)
    searches = list(dict.fromkeys(search_text(line) for line in terms.lines))
    if not searches:
        raise ConfigurationError("bluesky needs terms to search for")

    def read(search: str, oldest: datetime, older: str | None) -> Leaf:
        return _page(server, _Search(search, terms, oldest), older)

    return read_streams(searches, read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All posts of an answer. Raises MalformedAnswerError where the body lists none."""
    listed = read_posts(json_of(response), now)
    return Parsed(tuple(bounded(post.mention) for post in listed.posts), listed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left, or on a refusal."""
    return limited_until(response, now)


def lists_mentions(url: str) -> bool:
    return lists_posts(url)


def profiles(
    http: Http, query: Query, author_ids: Sequence[str], now: datetime
) -> Mapping[str, int]:
    """Followers by author id; who is gone, suspended or no account is left out."""
    # One that is no account would spoil the answer for all.
    actors = [each for each in dict.fromkeys(author_ids) if is_account(each)][:PROFILES_TOGETHER]
    if not actors:
        return {}
    asked = [("actors", actor) for actor in actors]
    document = json_of(_ask(_server(http, query, now), "app.bsky.actor.getProfiles", asked))
    found = document.get("profiles") if isinstance(document, dict) else None
    if not isinstance(found, list):
        raise MalformedAnswerError("the body lists no profiles")
    return {
        str(profile["did"]): count(profile.get("followersCount"))
        for profile in found
        if isinstance(profile, dict)
        and profile.get("did") in actors
        and isinstance(profile.get("followersCount"), int)
    }


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What became of at most RECHECK_TOGETHER posts. Bluesky leaves out what is deleted, taken down
    or hidden from this account by a block, and does not say which: all of it is gone for us."""
    uris = [each.native_id for each in mentions if is_post_uri(each.native_id)][:RECHECK_TOGETHER]
    if not uris:
        return Rechecked()
    asked = [("uris", uri) for uri in uris]
    document = json_of(_ask(_server(http, query, now), "app.bsky.feed.getPosts", asked))
    if not isinstance(document, dict) or not isinstance(document.get("posts"), list):
        raise MalformedAnswerError("the body lists no posts")
    listed = read_posts(document, now)
    return Rechecked(
        found=tuple(post.mention for post in listed.posts if post.mention.native_id in uris),
        gone=tuple(uri for uri in dict.fromkeys(uris) if uri not in listed.uris),
    )


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """All posts below the mention that this account may see; of a thread too large for one answer
    only the direct replies."""
    if not is_post_uri(mention.native_id):
        raise MalformedAnswerError("the mention is no post of Bluesky")
    server = _server(http, query, now)
    try:
        response = _thread(server, mention.native_id, DEEPEST)
    except AnswerTooLargeError:
        response = _thread(server, mention.native_id, 1)
    listed = read_replies(json_of(response), now)
    return tuple(post.mention for post in listed.posts)


def _thread(server: _Server, uri: str, depth: int) -> Response:
    asked = [("uri", uri), ("depth", str(depth)), ("parentHeight", "0")]
    return _ask(server, "app.bsky.feed.getPostThread", asked)


def _is_renewable(kept: Session, now: datetime) -> bool:
    ends_at = kept.renewal_expires_at
    return kept.renewal is not None and (ends_at is None or ends_at > now)


def _server(http: Http, query: Query, now: datetime) -> _Server:
    """Raises AccessRefusedError where nobody signed in."""
    options = read_options(Options, query.options)
    if query.session is None:
        raise AccessRefusedError("not signed in, and Bluesky's search is for those who are")
    base_url = query.session.place or options.base_url.rstrip("/")
    return _Server(http, base_url, query.session.token, now)


def _ask(server: _Server, method: str, parameters: Sequence[tuple[str, str]]) -> Response:
    """An answer of XRPC. Raises SourceError; SourceGoneError where it says NotFound."""
    response = server.http.get(
        f"{server.base_url}/xrpc/{method}?{urlencode(parameters)}",
        {"Accept": "application/json", "Authorization": f"Bearer {server.token}"},
    )
    require_answer(response, server.now)
    return response


def _page(server: _Server, search: _Search, older: str | None) -> Leaf:
    """One page of a search; `older` is the `until` that asks for it."""
    listed, not_before = _results(server, search, older)
    following = _older(listed, older, server.now)
    dates = [post.mention.created_at for post in listed.posts if not post.mention.date_guessed]
    return Leaf(
        mentions=tuple(
            post.mention
            for post in listed.posts
            # Not by the date its author's program claims: one dated back is still new.
            if (post.indexed_at or post.mention.created_at) >= search.oldest
            and match(search.terms, post.mention.text).matched
        ),
        faults=listed.faults,
        older=following,
        newest_at=max(dates, default=None),
        oldest_at=parse_iso(following),
        not_before=not_before,
    )


def _results(server: _Server, search: _Search, older: str | None) -> tuple[Listed, datetime | None]:
    """What a search lists, and when it may be asked again if not now."""
    asked = [
        ("q", search.text),
        ("sort", "latest"),
        ("limit", str(PAGE_POSTS)),
        # A date without a time would be refused.
        ("since", _written(search.oldest)),
    ]
    if older is not None:
        asked.append(("until", older))
    behind: list[tuple[str, str]] = []
    for _ in range(HIDDEN_PAGES):
        response = _ask(server, "app.bsky.feed.searchPosts", asked + behind)
        not_before = limits(response, server.now)
        listed = read_posts(json_of(response), server.now)
        if listed.uris or listed.cursor is None:
            return listed, not_before
        if not_before is not None:
            raise RateLimitedError("nothing left to ask with", not_before)
        # A time to go back by is not told, so for once it goes by the cursor.
        behind = [("cursor", listed.cursor)]
    raise SourceUnavailableError("page after page lists nothing, and says that there is more")


def _older(listed: Listed, asked: str | None, now: datetime) -> str | None:
    """The `until` of the next page, None after the last.

    Whether the search orders by the date that the author's program claims or by Bluesky's own is
    not promised. A post dated back, or ahead, must not make us skip what lies between; so the
    later of the two oldest dates counts, unless that leads nowhere. `until` itself is left out.
    """
    is_full = len(listed.posts) + len(listed.faults) >= PAGE_POSTS
    dates = [(post.created_at, post.indexed_at) for post in listed.posts]
    claimed = [at for at, _ in dates if at is not None]
    seen = [at for _, at in dates if at is not None]
    if not claimed or not seen or (listed.cursor is None and not is_full):
        return None
    before = parse_iso(asked)
    for reached in sorted((min(claimed), min(seen)), reverse=True):
        until = min(reached, now) + _TICK
        if before is None or until < before:
            return _written(until)
    # A whole page within a millisecond.
    return _written(before - _TICK) if before is not None and is_full else None


def _written(moment: datetime) -> str:
    """As Bluesky writes dates; to the millisecond, and no finer."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
