"""Discourse: the latest posts of one forum, read without an account and matched here.

Contract: https://docs.discourse.org. GET /posts.json lists 50 public posts, newest first by id;
`before` goes back. Forums differ: the newest versions list what is below that id, older ones up to
and with it, the oldest only the 50 ids before it; all but the newest leave out what strangers may
not see after they cut the page, so that a short page is not the last. Asking for the lowest id of
the page before loses nothing on any. Anonymous, because requests with a key share one small
allowance of the whole forum. Limits, by https://meta.discourse.org/t/78612: 200 requests a minute
and 50 in ten seconds for an address; a refusal is a 429 with `Retry-After`, or an error with
`extras.wait_seconds`. What is deleted or closed to strangers answers 404 (410 where the forum tells
them apart). Nobody has followers. The forum's own search is not asked: it shows excerpts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from earshot.domain.asking import Allowance, Rechecked
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import SourceGoneError
from earshot.domain.limits import WebAddress
from earshot.domain.mention import Mention, bounded
from earshot.domain.terms import match, parse_terms
from earshot.ports import Http, Response
from earshot.reading.answers import require_success
from earshot.reading.discourse import limited_until
from earshot.reading.options import read_options
from earshot.reading.paging import Leaf
from earshot.reading.streams import read_streams
from earshot.sources.contract import Parsed
from earshot.sources.discourse_post import (
    FORUM_ADDRESS,
    Forum,
    Listed,
    Post,
    joined,
    read_posts,
)

CREDENTIAL = ("url",)
PAGE_POSTS = 50
PAGE_LIMIT = 10
"""For each reading: 500 posts. What a storm leaves over is read next time."""
RECHECK_TOGETHER = 1
RECHECK_WITHIN_SECONDS: int | None = None
_REPLIES_TOGETHER = 50
_NUMBERS = {
    "native_id": re.compile(r"(?:^|/)p/(\d{1,19})$"),
    "thread": re.compile(r"(?:^|/)t/(\d{1,19})$"),
    "url": re.compile(r"/t/[^/]*/\d+/(\d{1,19})$"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """`url` is the forum's address, with its path where it does not have a host of its own."""

    url: Annotated[str, WebAddress]


def allowance(options: Mapping[str, object]) -> Allowance:
    """33 requests in ten seconds keep within both of a forum's limits, 50 in ten seconds and 200 a
    minute (https://meta.discourse.org/t/78612)."""
    return Allowance(33, 10)


def fetch(http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
    """The forum's new posts that match."""
    forum = _forum(query)
    terms = parse_terms(query.terms)

    def read(_: str, oldest: datetime, older: str | None) -> Leaf:
        before = "" if older is None else f"?before={older}"
        response = _asked(http, f"{forum.address}/posts.json{before}", now)
        listed = read_posts(response, forum, now)
        # Posts that are moved or imported keep their date and get a new id. One among many must
        # not look like the end: the page goes as far back as the one in its middle.
        times = sorted(each.created_at for each in _mentions(listed.posts) if not each.date_guessed)
        is_empty = older is None and not listed.posts and not listed.faults
        return Leaf(
            mentions=tuple(
                each
                for each in _mentions(listed.posts)
                if (each.edited_at or each.created_at) >= oldest and match(terms, each.text).matched
            ),
            faults=("the forum shows strangers no posts",) if is_empty else listed.faults,
            older=_older(listed, older),
            newest_at=times[-1] if times else None,
            oldest_at=times[len(times) // 2] if times else None,
        )

    return read_streams(("latest posts",), read, query, cursor, now, page_limit=PAGE_LIMIT)


def parse(response: Response, now: datetime) -> Parsed:
    """All posts of an answer. Raises MalformedAnswerError where the body lists none."""
    listed = read_posts(response, _forum_of(response.url), now)
    return Parsed(tuple(bounded(each) for each in _mentions(listed.posts)), listed.faults)


def limits(response: Response, now: datetime) -> datetime | None:
    """Only a refusal says anything."""
    return limited_until(response, now)


def lists_mentions(url: str) -> bool:
    return FORUM_ADDRESS.fullmatch(url[:2048]) is not None


def recheck(http: Http, query: Query, mentions: Sequence[Mention], now: datetime) -> Rechecked:
    """Asks for the post; for a topic's first one for the topic, because only that has the title.
    What is hidden for the time being is neither there nor gone."""
    forum = _forum(query)
    found: list[Mention] = []
    gone: list[str] = []
    for mention in mentions:
        post_id, topic_id = _number(mention, "native_id"), _number(mention, "thread")
        is_first = topic_id is not None and _number(mention, "url") == 1
        path = f"t/{topic_id}" if is_first else f"posts/{post_id}"
        try:
            response = _asked(http, f"{forum.address}/{path}.json", now)
        except SourceGoneError:
            gone.append(mention.native_id)
            continue
        for post in read_posts(response, forum, now).posts:
            if post.id == post_id and post.is_gone:
                gone.append(mention.native_id)
            elif post.id == post_id and post.mention is not None:
                found.append(post.mention)
    return Rechecked(tuple(found), tuple(gone))


def replies(http: Http, query: Query, mention: Mention, now: datetime) -> tuple[Mention, ...]:
    """The topic around the mention, and then up to 50 of its latest posts."""
    forum = _forum(query)
    post_id, topic_id = _number(mention, "native_id"), _number(mention, "thread")
    if topic_id is None:
        return ()
    topic = f"{forum.address}/t/{topic_id}"
    response = _asked(http, f"{topic}/{_number(mention, 'url') or 1}.json", now)
    near = read_posts(response, forum, now)
    posts = {post.id: post for post in near.posts}
    own = posts.get(post_id or 0)
    if own is None or own.is_gone:
        raise SourceGoneError("the post is no longer in its topic")
    later = near.stream[near.stream.index(own.id) + 1 :] if own.id in near.stream else ()
    unread = [each for each in later if each not in posts][-_REPLIES_TOGETHER:]
    if unread:
        wanted = urlencode([("post_ids[]", each) for each in unread])
        response = _asked(http, f"{topic}/posts.json?{wanted}", now)
        posts |= {post.id: post for post in read_posts(response, forum, now).posts}
    return _below(own, joined(posts.values(), forum))


def _below(own: Post, posts: Iterable[Post]) -> tuple[Mention, ...]:
    """Of a topic's first post everything else. Of any other what answers it, directly or not, what
    is addressed to its author by name, what the author adds, and what answers these: a forum's
    topic is one list, in which most is about something else."""
    author = own.mention.author.name if own.mention is not None else ""
    addressed = re.compile(rf"(?<![\w.@])@{re.escape(author)}(?![\w-])", re.IGNORECASE)
    numbers = {own.number}
    below = []
    for post in sorted(posts, key=lambda each: each.number):
        if post.number <= own.number or post.mention is None:
            continue
        if (
            own.number == 1
            or post.reply_to in numbers
            or post.mention.author.name == author
            or addressed.search(post.mention.text)
        ):
            numbers.add(post.number)
            below.append(post.mention)
    return tuple(below)


def _asked(http: Http, url: str, now: datetime) -> Response:
    response = http.get(url, {"Accept": "application/json"})
    require_success(response, limits(response, now))
    return response


def _older(listed: Listed, asked: str | None) -> str | None:
    """The `before` of the next page: the lowest id of this one."""
    if not listed.posts:
        return None
    lowest = min(post.id for post in listed.posts)
    if asked is not None and lowest >= int(asked):
        # Nothing but what was asked from: the other 49 ids are hidden, or there are none.
        lowest = int(asked) - PAGE_POSTS
    return str(lowest) if lowest > 0 else None


def _mentions(posts: Iterable[Post]) -> list[Mention]:
    return [post.mention for post in posts if post.mention is not None]


def _forum(query: Query) -> Forum:
    return Forum(read_options(Options, query.options).url.rstrip("/"))


def _forum_of(url: str) -> Forum:
    """The forum that gave an answer: the address before what lists posts, else its host."""
    listing = FORUM_ADDRESS.fullmatch(url[:2048])
    if listing is not None:
        return Forum(listing[1])
    host = re.match(r"https?://[^/?#]+", url[:2048])
    return Forum(host[0] if host else "")


def _number(mention: Mention, where: str) -> int | None:
    found = _NUMBERS[where].search(str(getattr(mention, where)))
    return int(found[1]) if found else None
