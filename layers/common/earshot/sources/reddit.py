"""Reddit: posts by its search, and the comments of subreddits that are watched.

Contract: https://www.reddit.com/dev/api and https://support.reddithelp.com/hc/en-us/articles/16160319875092
(Data API wiki). New apps need Reddit's approval since November 2025. An app signs in by client
credentials (https://github.com/reddit-archive/reddit/wiki/OAuth2) for an hour, without renewal.
GET /search finds posts only, so comments are read subreddit by subreddit and matched here.

Pages go back by `after`, never forward by `before`: that answers an empty listing although newer
things exist. A listing ends at about 1,000. 100 requests a minute, averaged over ten:
`X-Ratelimit-Remaining` is a float, `X-Ratelimit-Reset` counts seconds from now. A User-Agent of
Reddit's own form is required. What is deleted there must be deleted here.
"""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from earshot import __version__
from earshot.domain.asking import Allowance, Rechecked, Session
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceGoneError,
)
from earshot.domain.limits import Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import Terms, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import (
    LONGEST_WAIT,
    json_of,
    reasonable,
    require_success,
    retry_after,
)
from earshot.reading.counts import count
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed
from earshot.sources.reddit_thing import POST, Listed, below, is_full_name, read_things

CREDENTIAL = ("client_id", "base_url")
PAGE_THINGS = 100
PAGE_LIMIT = 10
"""For each stream and reading: as far as a listing goes."""
LISTING_ENDS = 900
"""Listings end at about 1,000 things, fewer where some are filtered out."""
TOKEN_SECONDS = 3_600
RECHECK_TOGETHER = 100
RECHECK_WITHIN_SECONDS = 48 * 3_600
"""What users delete is to be deleted elsewhere too; the Data API wiki suggests every 48 hours."""
UNREAD_TOGETHER = 100
"""How many comments that a tree only names can be asked for at once."""

ClientId = Shape(r"[A-Za-z0-9_-]{10,64}", "the id that Reddit shows below the app's name")
AccountName = Shape(r"(/?u/)?[A-Za-z0-9_-]{3,20}", "the name of a Reddit account")
Subreddit = Shape(
    r"(/?r/)?(?!(?i:all|popular)$)[A-Za-z0-9][A-Za-z0-9_]{1,20}",
    "a subreddit, such as acmefans (all and popular list no comments)",
)
_TOKEN = re.compile(r"[\x21-\x7e]{1,4096}")
_LISTS = re.compile(
    r"(/r/[^/]+)?(/(search|comments|new|hot|top|rising|controversial|best))?"
    r"|(/r/[^/]+)?/(comments|duplicates|by_id)/.+"
    r"|/user/[^/]+(/(overview|submitted|comments|gilded|saved|upvoted|downvoted))?"
    r"|/message/(inbox|unread|mentions|comments|selfreply)"
    r"|(/r/[^/]+)?/api/(info|morechildren)"
)


@dataclass(frozen=True, slots=True)
class Options:
    """`client_id` is the app's id, `app_secret` the name under which its secret is kept, `contact`
    the Reddit account that answers for the app, `subreddits` those whose comments are read too,
    `base_url` a server that stands in for Reddit's."""

    client_id: Annotated[str, ClientId]
    app_secret: str
    contact: Annotated[str, AccountName]
    subreddits: Annotated[tuple[Annotated[str, Subreddit], ...], Count(0, 32)] = ()
    base_url: Annotated[str, WebAddress] | None = None


@dataclass(frozen=True, slots=True)
class _Reddit:
    http: Http
    base_url: str
    headers: Mapping[str, str]
    now: datetime


@dataclass(frozen=True, slots=True)
class _Stream:
    path: str
    parameters: Mapping[str, str]


def allowance(options: Mapping[str, object]) -> Allowance:
    """By the Data API wiki: 100 requests a minute for an app, averaged over ten minutes."""
    return Allowance(1_000, 600)


def sign_in(http: Http, query: Query, kept: Session | None, now: datetime) -> Session:
    """A session for an app without a user. There is nothing to renew: `kept` is replaced."""
    options = read_options(Options, query.options)
    secret = secret_of(query.options, "app")
    if secret is None:
        raise MisconfiguredSourceError("reddit needs the app's secret: app_secret names it")
    pair = b64encode(f"{options.client_id}:{secret}".encode()).decode()
    response = http.post(
        f"{_base_url(options, 'https://www.reddit.com')}/api/v1/access_token",
        b"grant_type=client_credentials",
        {
            "Authorization": f"Basic {pair}",
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": _user_agent(options),
        },
    )
    require_success(response, limits(response, now))
    document = json_of(response)
    token = document.get("access_token") if isinstance(document, dict) else None
    if not isinstance(document, dict) or token is None:
        if isinstance(document, dict) and "error" in document:
            raise AccessRefusedError("Reddit gives this app no token")
        raise MalformedAnswerError("the answer holds no token")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        raise MalformedAnswerError("the token is none")
    lasts = timedelta(seconds=count(document.get("expires_in")) or TOKEN_SECONDS)
    return Session(token=token, expires_at=now + min(lasts, LONGEST_WAIT))


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """Posts that match, one search for each line of terms, and comments of the subreddits."""
    options = read_options(Options, query.options)
    reddit = _signed_in(http, query, now)
    terms = parse_terms(query.terms)
    streams = _streams(options, terms)

    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        return _page(reddit, streams[name], terms, oldest, older)

    return read_streams(tuple(streams), read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All posts and comments of a listing, a tree of comments, or a single one."""
    listed = read_things(response, now)
    return Parsed(tuple(bounded(each) for each in listed.mentions), tuple(listed.faults))


def limits(response: Response, now: datetime) -> datetime | None:
    """When the window ends, once nothing of it is left (told on every answer), or on a refusal."""
    left = _number(response.headers.get("x-ratelimit-remaining"))
    is_spent = left is not None and left < 1
    if response.status not in (429, 503) and not is_spent:
        return None
    waits = [retry_after(response, now)]
    reset = _number(response.headers.get("x-ratelimit-reset"))
    if reset is not None and (is_spent or response.status == 429):
        at = now + min(timedelta(seconds=min(reset, 1e6)), LONGEST_WAIT)
        waits.append(reasonable(at, now))
    return max((wait for wait in waits if wait is not None), default=None)


def lists_mentions(url: str) -> bool:
    path = urlsplit(url).path.rstrip("/").removesuffix(".json").rstrip("/")
    return _LISTS.fullmatch(path) is not None


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """Placeholders are gone. What Reddit does not list at all may only be hidden from this app."""
    asked = {each.native_id for each in mentions if is_full_name(each.native_id)}
    if not asked:
        return Rechecked()
    reddit = _signed_in(http, query, now)
    listed = _listed(_asked(reddit, "/api/info", {"id": ",".join(sorted(asked))}), now)
    return Rechecked(
        tuple(bounded(each) for each in listed.mentions if each.native_id in asked),
        tuple(name for name in listed.gone if name in asked),
    )


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The comments below a post or comment; what a large tree only names is asked for once."""
    name = mention.native_id
    post = name if name.startswith(POST) else mention.thread
    if not is_full_name(name) or not is_full_name(post) or not post.startswith(POST):
        return ()
    reddit = _signed_in(http, query, now)
    focus = {} if name == post else {"comment": name[3:], "context": "0"}
    parameters = {**focus, "limit": "500", "sort": "new"}
    listed = _listed(_asked(reddit, f"/comments/{post[3:]}", parameters), now)
    if all(each.native_id != name for each in listed.mentions):
        raise SourceGoneError("it is no longer there")
    found, parents = list(listed.mentions), dict(listed.parents)
    if listed.unread:
        named = ",".join(listed.unread[:UNREAD_TOGETHER])
        parameters = {"api_type": "json", "link_id": post, "children": named, "sort": "new"}
        rest = _listed(_asked(reddit, "/api/morechildren", parameters), now)
        found += rest.mentions
        parents |= rest.parents
    wanted = below(name, parents)
    return tuple({each.id: bounded(each) for each in found if each.native_id in wanted}.values())


def _streams(options: Options, terms: Terms) -> dict[str, _Stream]:
    """Raises MisconfiguredSourceError where there is nothing to ask for."""
    streams = {}
    for search in dict.fromkeys(search_text(line) for line in terms.lines):
        parameters = {"q": search, "sort": "new", "type": "link", "include_over_18": "1"}
        streams[f"search {search}"] = _Stream("/search", parameters)
    for name in options.subreddits:
        short = name.strip("/").removeprefix("r/").lower()
        streams[f"r/{short}"] = _Stream(f"/r/{short}/comments", {})
    if not streams:
        raise MisconfiguredSourceError("reddit needs terms to search for, or subreddits")
    return streams


def _page(
    reddit: _Reddit, stream: _Stream, terms: Terms, oldest: datetime, older: str | None
) -> Leaf:
    """One page of a stream; `older` is the `after` that asks for it and how many came before."""
    after, _, before = (older or "").partition(" ")
    listed_before = int(before) if before.isdecimal() else 0
    parameters = {**stream.parameters, "limit": str(PAGE_THINGS)}
    if after:
        parameters |= {"after": after, "count": str(listed_before)}
    response = _asked(reddit, stream.path, parameters)
    listed = _listed(response, reddit.now)
    faults = list(listed.faults)
    if after and not listed.length:
        faults.append(f"nothing is listed behind {after}, though there was more")
    total = listed_before + listed.length
    oldest_at = min(listed.times, default=None)
    following = listed.after if listed.after != after and listed.length else None
    if following is None and total >= LISTING_ENDS and oldest_at and oldest_at > oldest:
        faults.append(f"the listing ends after {total}: what is older can't be asked for")
    return Leaf(
        mentions=tuple(
            each
            for each in listed.mentions
            if (each.edited_at or each.created_at) >= oldest and match(terms, each.text).matched
        ),
        faults=tuple(faults),
        older=None if following is None else f"{following} {total}",
        newest_at=max(listed.times, default=None),
        oldest_at=oldest_at,
        not_before=limits(response, reddit.now),
    )


def _asked(reddit: _Reddit, path: str, parameters: Mapping[str, str]) -> Response:
    """A successful answer. Raises SourceGoneError also for a subreddit that does not exist: Reddit
    leads to a search for others instead, which lists no comments and looks like nothing new."""
    asked = urlencode({**parameters, "raw_json": "1"})
    response = reddit.http.get(f"{reddit.base_url}{path}?{asked}", reddit.headers)
    require_success(response, limits(response, reddit.now))
    if urlsplit(response.url).path.rstrip("/").endswith("/subreddits/search"):
        raise SourceGoneError("there is no such subreddit")
    return response


def _listed(response: Response, now: datetime) -> Listed:
    listed = read_things(response, now)
    if not listed.is_listing:
        raise MalformedAnswerError("the body is no listing")
    return listed


def _signed_in(http: Http, query: Query, now: datetime) -> _Reddit:
    """Raises AccessRefusedError where there is no session."""
    options = read_options(Options, query.options)
    if query.session is None:
        raise AccessRefusedError("not signed in")
    headers = {
        "Accept": "application/json",
        "Authorization": f"Bearer {query.session.token}",
        "User-Agent": _user_agent(options),
    }
    return _Reddit(http, _base_url(options, "https://oauth.reddit.com"), headers, now)


def _base_url(options: Options, usual: str) -> str:
    return (options.base_url or usual).rstrip("/")


def _user_agent(options: Options) -> str:
    """Of the form that Reddit asks for: platform, app, version and who answers for it."""
    account = options.contact.strip("/").removeprefix("u/")
    return f"python:earshot:v{__version__} (by /u/{account})"


def _number(text: str | None) -> float | None:
    try:
        number = float(text[:32]) if text else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
