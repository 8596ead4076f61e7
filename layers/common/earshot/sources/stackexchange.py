"""Stack Exchange: questions and answers of one site, by its search and by the brand's own tags.

Contract: https://api.stackexchange.com/docs/excerpt-search (finds questions and answers, newest
first between `fromdate` and `todate`, without authors and with texts cut short),
/docs/questions-by-ids and /docs/answers-by-ids (100 at a time, whole with `filter=withbody`).
Answers are in a wrapper, /docs/wrapper, and always compressed. Errors are HTTP 400 with an
`error_id` in the body, /docs/error-handling: 502 is a rate limit.

Limits, by /docs/throttle: 300 requests a day for an address, 10,000 with a key (which the API takes
in the query only, and calls no secret); `quota_remaining` tells what is left, `backoff` for how
many seconds the same method must not be asked again; the same question at most once a minute.

The search goes by an algorithm of its own, so posts are matched again, whole. Comments are not
searched; they are read as replies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Annotated
from urllib.parse import quote, urlencode, urlsplit

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.limits import Count, Shape, WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import excluded, match, parse_terms, search_text
from earshot.ports import Http, Response
from earshot.reading.answers import json_of, reasonable, require_success, retry_after
from earshot.reading.options import read_options, secret_of
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed
from earshot.sources.stackexchange_post import (
    DEFAULT_SITE,
    Kind,
    Listed,
    Place,
    Post,
    named,
    native_of,
    read_posts,
)

CREDENTIAL = ("base_url", "key_secret")
RECHECK_TOGETHER = 100
RECHECK_WITHIN_SECONDS = None
"""The licence (CC BY-SA) asks for attribution, and not for looking again."""
PAGE_POSTS = 100
PAGE_LIMIT = 5
"""For each line of terms and reading: 500 posts, for at most 15 requests of the day's 300."""
SETTLED_SECONDS = 3_600
"""The search knows a post minutes after it was written; what it does not list after an hour is not
waited for (ours). Without this the newest post of a quiet watch would be read whole at each
reading, for as long as nothing follows it, and the day's 300 requests would not last."""
BLOCKED_SECONDS = 300
"""For a refusal that does not say how long: "30 seconds to a few minutes", by /docs/throttle."""
BACKOFF_SLACK_SECONDS = 2
"""Clients that come back on the second of `backoff` are throttled (seen by several)."""
_THROTTLED, _UNAVAILABLE = 502, 503
_REFUSED = frozenset([401, 402, 403, 405, 406])
_BAD_PARAMETER = 400
_LISTS = re.compile(
    r"^/feeds(/|$)|/(search(/excerpts|/advanced)?|similar|linked|related"
    r"|(questions|answers|comments|posts)(/[\w;-]+)?)$"
)
_AVAILABLE_IN = re.compile(r"available in (\d{1,6}) seconds")


@dataclass(frozen=True, slots=True)
class Options:
    """`site` is the API's name of it, `tagged` are tags whose questions are heard whatever their
    words, `key_secret` the name under which the application's key is kept, `base_url` a server that
    stands in for the API's."""

    site: Annotated[str, Shape(r"[a-z0-9]+([.-][a-z0-9]+)*", "a site, such as stackoverflow")] = (
        DEFAULT_SITE
    )
    tagged: Annotated[
        tuple[Annotated[str, Shape(r"[^\s;\[\]]{1,35}", "a tag, such as acme-api")], ...],
        Count(0, 20),
    ] = ()
    key_secret: str | None = None
    base_url: Annotated[str, WebAddress] = "https://api.stackexchange.com"


@dataclass(frozen=True, slots=True)
class _Api:
    http: Http
    base_url: str
    site: str
    key: str | None
    now: datetime


def allowance(options: Mapping[str, object]) -> Allowance:
    """By https://api.stackexchange.com/docs/throttle: 300 requests a day, 10,000 with a key."""
    has_key = options.get("key_secret") is not None or options.get("key") is not None
    return Allowance(10_000 if has_key else 300, 86_400)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """Questions and answers that match, one search for each line of terms; and what is tagged."""
    options = read_options(Options, query.options)
    api = _api(http, query, now)
    terms = parse_terms(query.terms)
    searches = list(dict.fromkeys(search_text(line) for line in terms.lines))
    if not searches and not options.tagged:
        raise MisconfiguredSourceError("stackexchange needs terms to search for, or tags")
    streams = {f"search {text}": ("q", text) for text in searches}
    if options.tagged:
        streams["tagged"] = ("tagged", ";".join(options.tagged))

    def wants(post: Post, parameter: str) -> bool:
        text = post.mention.text
        if parameter == "tagged":
            return not excluded(terms, text)
        tags = post.tags if post.kind == "question" else ()
        return match(terms, " ".join((text, *(f"#{tag}" for tag in tags)))).matched

    def read(name: str, oldest: datetime, older: str | None) -> Leaf:
        parameter, text = streams[name]
        leaf, posts = _page(api, {parameter: text}, oldest, older)
        return replace(leaf, mentions=tuple(p.mention for p in posts if wants(p, parameter)))

    return read_streams(tuple(streams), read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All posts in an answer of the API, or in an Atom feed of one of the sites."""
    listed = read_posts(response, now)
    return Parsed(tuple(bounded(post.mention) for post in listed.posts), listed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """The latest of: the method's `backoff`, a new day once its quota is used up, a refusal's."""
    waits = []
    if response.status in (429, 503):
        waits.append(retry_after(response, now) or now + timedelta(seconds=BLOCKED_SECONDS))
    wrapper = _wrapper(response)
    backoff = wrapper.get("backoff")
    if isinstance(backoff, int | float) and 0 < backoff < 10**6:
        waits.append(now + timedelta(seconds=backoff + BACKOFF_SLACK_SECONDS))
    if wrapper.get("error_id") == _THROTTLED:
        told = _AVAILABLE_IN.search(str(wrapper.get("error_message"))[:200])
        waits.append(now + timedelta(seconds=int(told[1]) if told else BLOCKED_SECONDS))
    left = wrapper.get("quota_remaining")
    if isinstance(left, int) and left <= 0:
        today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        waits.append(today + timedelta(days=1))
    return reasonable(max(waits, default=None), now)


def lists_mentions(url: str) -> bool:
    """Whether it names a list of posts: the API's, or a feed of one of the sites."""
    return _LISTS.search(urlsplit(url).path.rstrip("/")) is not None


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """What became of posts: one request for each kind of them. The API leaves out what is deleted.

    Raises SourceError where nothing could be told.
    """
    api = _api(http, query, now)
    asked: dict[tuple[str, Kind], dict[int, Mention]] = {}
    for mention in mentions:
        identity = named(mention.native_id)
        if identity is not None:
            host, kind, number = identity
            asked.setdefault((host, kind), {})[number] = mention
    found: list[Mention] = []
    gone: list[str] = []
    errors: list[SourceError] = []
    for (host, kind), wanted in asked.items():
        try:
            listed = _by_ids(replace(api, site=host), kind, tuple(wanted)).listed
        except SourceError as error:
            errors.append(error)
            continue
        there = {post.number: post.mention for post in listed.posts if post.kind == kind}
        # Where a comment stands is not told again.
        found += [
            bounded(replace(there[n], thread=old.thread, in_reply_to=old.in_reply_to))
            for n, old in wanted.items()
            if n in there
        ]
        if not listed.has_more and not listed.faults:
            gone += [old.native_id for n, old in wanted.items() if n not in there]
    if errors and len(errors) == len(asked):
        raise errors[0]
    return Rechecked(tuple(found), tuple(gone))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """A question's newest answers, and the comments on it and on them; the comments on an answer;
    those behind a comment. A question that is gone has none of them; `recheck` tells it."""
    identity = named(mention.native_id)
    if identity is None:
        return ()
    host, kind, number = identity
    api = replace(_api(http, query, now), site=host)
    newest = {"order": "desc", "sort": "creation", "pagesize": str(PAGE_POSTS)}
    places = {number: Place(mention.native_id, mention.thread)}
    answers: tuple[Post, ...] = ()
    if kind == "comment":
        parent = named(mention.in_reply_to or "")
        if parent is None:
            return ()
        places = {parent[2]: Place(native_of(*parent), mention.thread)}
    elif kind == "question":
        answers = _ask(api, f"questions/{number}/answers", newest).listed.posts[: PAGE_POSTS - 1]
        places |= {each.number: Place(each.mention.native_id, mention.thread) for each in answers}
    comments = _ask(api, f"posts/{_ids(places)}/comments", newest, places).listed.posts
    below = [post.mention for post in (*answers, *comments)]
    if kind == "comment":
        below = [each for each in below if each.created_at > mention.created_at]
    return tuple(bounded(each) for each in sorted(below, key=lambda each: each.created_at))


@dataclass(frozen=True, slots=True)
class _Answer:
    listed: Listed
    not_before: datetime | None


def _api(http: Http, query: Query, now: datetime) -> _Api:
    options = read_options(Options, query.options)
    key = secret_of(query.options, "key")
    return _Api(http, options.base_url.rstrip("/"), options.site, key, now)


def _page(
    api: _Api, wanted: Mapping[str, str], oldest: datetime, older: str | None
) -> tuple[Leaf, tuple[Post, ...]]:
    """One page of a search, without its mentions, and its posts whole; `older` is the time of the
    last post of the page before."""
    parameters = {
        **wanted,
        "order": "desc",
        "sort": "creation",
        "pagesize": str(PAGE_POSTS),
        "fromdate": str(int(oldest.timestamp())),
    }
    if older is not None:
        parameters["todate"] = older
    answer = _ask(api, "search/excerpts", parameters)
    listed = answer.listed
    posts: list[Post] = []
    faults = list(listed.faults)
    waits = [answer.not_before]
    kinds: tuple[Kind, Kind] = ("question", "answer")
    for kind in kinds:
        numbers = tuple(dict.fromkeys(p.number for p in listed.posts if p.kind == kind))
        if numbers:
            whole = _by_ids(api, kind, numbers)
            posts += [post for post in whole.listed.posts if post.kind == kind]
            faults += whole.listed.faults
            waits.append(whole.not_before)
    times = [p.mention.created_at for p in listed.posts if not p.mention.date_guessed]
    settled = () if older else (api.now - timedelta(seconds=SETTLED_SECONDS),)
    next_older = int(min(times).timestamp()) if times else 0
    if older is not None and next_older >= int(older):
        next_older = int(older) - 1  # a whole page within one second
    leaf = Leaf(
        faults=tuple(faults),
        older=str(next_older) if listed.has_more and times else None,
        newest_at=max((*times, *settled), default=None),
        oldest_at=min(times, default=None),
        not_before=max((wait for wait in waits if wait is not None), default=None),
    )
    return leaf, tuple(post for post in posts if post.mention.created_at >= oldest)


def _by_ids(api: _Api, kind: Kind, numbers: Sequence[int]) -> _Answer:
    return _ask(api, f"{kind}s/{_ids(numbers)}", {"pagesize": str(PAGE_POSTS)})


def _ids(numbers: Sequence[int] | Mapping[int, Place]) -> str:
    return ";".join(str(number) for number in numbers)


def _ask(
    api: _Api,
    method: str,
    parameters: Mapping[str, str],
    places: Mapping[int, Place] | None = None,
) -> _Answer:
    """An answer of the API. Raises SourceError."""
    sent = {"site": api.site, "filter": "withbody", **parameters}
    if api.key is not None:
        sent["key"] = api.key
    address = f"{api.base_url}/2.3/{quote(method, safe='/;')}?{urlencode(sent)}"
    response = api.http.get(address, {"Accept": "application/json"})
    not_before = limits(response, api.now)
    _require(response, not_before)
    return _Answer(read_posts(response, api.now, site=api.site, places=places), not_before)


def _require(response: Response, retry_at: datetime | None) -> None:
    """Raises the SourceError that the error in the body stands for, else the status."""
    error = _wrapper(response).get("error_id")
    if not isinstance(error, int):
        return require_success(response, retry_at)
    if error == _THROTTLED:
        raise RateLimitedError("answered error 502: too many requests", retry_at)
    if error in _REFUSED:
        raise AccessRefusedError(f"answered error {error}")
    if error == _BAD_PARAMETER:
        raise MisconfiguredSourceError("answered error 400: it knows no such site, tag or key")
    if error >= 500:
        raise SourceUnavailableError(f"answered error {error}")
    raise MalformedAnswerError(f"answered error {error} to a request it should understand")


def _wrapper(response: Response) -> dict[str, object]:
    """What is told about an answer beside its items; nothing where it is none of the API's."""
    try:
        document = json_of(response)
    except MalformedAnswerError:
        return {}
    return document if isinstance(document, dict) else {}
