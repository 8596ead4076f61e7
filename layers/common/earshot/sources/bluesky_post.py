"""A Bluesky post, out of any answer that lists some.

Contract: https://docs.bsky.app/docs/api/app-bsky-feed-search-posts and its neighbours; the views
are those of `app.bsky.feed.defs` (https://github.com/bluesky-social/atproto/tree/main/lexicons).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs

from earshot.domain.errors import MalformedAnswerError, SourceGoneError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.reading.bluesky import DID, POST, POST_URI
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.markup import one_line, tidy

_LISTS = ("posts", "feed", "notifications", "bookmarks", "records")
_LISTING = (
    *(f"app.bsky.feed.{each}" for each in ("searchPosts", "searchPostsV2", "getPosts")),
    *(f"app.bsky.feed.{each}" for each in ("getPostThread", "getQuotes", "getTimeline")),
    *(f"app.bsky.feed.{each}" for each in ("getFeed", "getAuthorFeed", "getListFeed")),
    *("app.bsky.feed.getActorLikes", "app.bsky.bookmark.getBookmarks"),
    *("app.bsky.unspecced.getPostThreadV2", "app.bsky.unspecced.getPostThreadOtherV2"),
    "app.bsky.notification.listNotifications",
)
_RECORDS = ("com.atproto.repo.listRecords", "com.atproto.repo.getRecord")
_UNKNOWN_HANDLE = "handle.invalid"
"""What stands for a handle whose domain no longer says that it is the account's."""


@dataclass(frozen=True, slots=True)
class Post:
    """`created_at` is what the author's program says, `indexed_at` when Bluesky saw it; either
    stands in for the other, both are None where neither is told."""

    mention: Mention
    created_at: datetime | None
    indexed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The posts of an answer, each once. `uris` are of all that are there, readable or not."""

    posts: tuple[Post, ...]
    faults: tuple[str, ...]
    uris: frozenset[str]
    cursor: str | None = None


def is_post_uri(uri: str) -> bool:
    return POST_URI.fullmatch(uri) is not None


def is_account(author_id: str) -> bool:
    return re.fullmatch(DID, author_id) is not None


def lists_posts(url: str) -> bool:
    """Whether answers from such an address list posts."""
    address, _, asked = url.partition("?")
    method = address.rpartition("/xrpc/")[2]
    if method in _RECORDS:
        return parse_qs(asked).get("collection") == [POST]
    return method in _LISTING


def read_posts(document: object, now: datetime) -> Listed:
    """The posts of a search, a feed, a thread, notifications, records or a single one of these;
    what stands for one that is deleted or hidden is none.

    Raises MalformedAnswerError where the document is none of these.
    """
    cursor = document.get("cursor") if isinstance(document, dict) else None
    return _listed(_views(document), now, cursor if isinstance(cursor, str) and cursor else None)


def read_replies(document: object, now: datetime) -> Listed:
    """The posts below the one a thread is of. Raises MalformedAnswerError where it is no thread,
    SourceGoneError where only a placeholder is left of the post."""
    top = document.get("thread") if isinstance(document, dict) else None
    if not isinstance(top, dict):
        raise MalformedAnswerError("the body holds no thread")
    if not isinstance(top.get("post"), dict):
        raise SourceGoneError("the post is deleted, or hidden from this account")
    _, *below = _branch(top)
    return _listed(below, now)


def _listed(views: list[object], now: datetime, cursor: str | None = None) -> Listed:
    posts: dict[str, Post] = {}
    faults = []
    uris = set()
    for number, view in enumerate(views):
        if isinstance(view, dict):
            if _is_no_post(view):
                continue
            uris.add(_string(view, "uri"))
        post = _post(view, now) if isinstance(view, dict) else None
        if post is None:
            faults.append(f"item {number}: no uri of a post, or no text")
        else:
            posts.setdefault(post.mention.native_id, post)
    return Listed(tuple(posts.values()), tuple(faults), frozenset(uris), cursor)


def _views(document: object) -> list[object]:
    """What the answer lists, unwrapped as far as posts may be wrapped."""
    if isinstance(document, list):
        return [_unwrapped(item) for item in document]
    if isinstance(document, dict):
        for name in _LISTS:
            if isinstance(found := document.get(name), list):
                return [_unwrapped(item) for item in found]
        thread = document.get("thread")
        if isinstance(thread, list):
            return [_unwrapped(item) for item in thread]
        if isinstance(thread, dict):
            return [*_above(thread), *_branch(thread)]
        view = _unwrapped(document)
        if isinstance(view, dict) and "uri" in view and "record" in view:
            return [view]
    raise MalformedAnswerError("the body lists no posts")


def _unwrapped(item: object) -> object:
    """The post's view: feeds wrap it as `post`, bookmarks as `item`, flat threads as `value.post`;
    a bare record is the `value` beside its `uri`."""
    if not isinstance(item, dict) or "record" in item:
        return item
    value = item.get("value")
    if isinstance(value, dict):
        inner = value.get("post")
        return inner if isinstance(inner, dict) else {"uri": item.get("uri"), "record": value}
    for name in ("post", "item"):
        if isinstance(inner := item.get(name), dict):
            return inner
    return item


def _is_no_post(view: dict[str, object]) -> bool:
    """Placeholders of what is deleted or blocked, and records of other kinds: likes, follows."""
    record = view.get("record")
    if not isinstance(record, dict):
        return view.get("notFound") is True or view.get("blocked") is True
    return _string(record, "$type") not in ("", POST)


def _above(thread: dict[str, object]) -> list[object]:
    """The posts that the thread's own answers, oldest first."""
    views: list[object] = []
    parent = thread.get("parent")
    while isinstance(parent, dict):
        views.append(_unwrapped(parent))
        parent = parent.get("parent")
    return views[::-1]


def _branch(thread: dict[str, object]) -> list[object]:
    """The thread's own post and all below it, level by level."""
    views: list[object] = []
    level: list[object] = [thread]
    while level:
        views.extend(_unwrapped(node) for node in level)
        level = [reply for node in level for reply in _replies(node)]
    return views


def _replies(node: object) -> Iterator[object]:
    replies = node.get("replies") if isinstance(node, dict) else None
    yield from replies if isinstance(replies, list) else ()


def _post(view: dict[str, object], now: datetime) -> Post | None:
    uri = _string(view, "uri")
    named = POST_URI.fullmatch(uri)
    record = view.get("record")
    if named is None or not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    did, key = named.groups()
    indexed_at = parse_iso(view.get("indexedAt"))
    claimed_at = parse_iso(record.get("createdAt")) or indexed_at
    indexed_at = indexed_at or claimed_at
    # The claim is the author's program's. Nothing is written after Bluesky saw it, clocks aside.
    is_ahead = settle(claimed_at, indexed_at)[1] if indexed_at is not None else False
    created_at, date_guessed = settle(indexed_at if is_ahead else claimed_at, now)
    parent, root = (_reference(record.get("reply"), name) for name in ("parent", "root"))
    languages = record.get("langs")
    mention = Mention(
        source="bluesky",
        native_id=uri,
        url=f"https://bsky.app/profile/{did}/post/{key}",
        author=_author(did, view.get("author")),
        text=tidy(_string(record, "text")),
        language=claimed_language(languages[0])
        if isinstance(languages, list) and languages
        else None,
        created_at=created_at,
        thread=root or parent or uri,
        engagement=Engagement(
            likes=count(view.get("likeCount")),
            replies=count(view.get("replyCount")),
            reposts=count(view.get("repostCount")),
        ),
        in_reply_to=parent,
        date_guessed=date_guessed,
    )
    return Post(mention, claimed_at, indexed_at)


def _author(did: str, profile: object) -> Author:
    """The account that the post's address names; its handle may change, its DID never does."""
    author = profile if isinstance(profile, dict) else {}
    handle = one_line(author.get("handle"))
    followers = author.get("followersCount")
    return Author(
        id=did,
        name=handle if handle not in ("", _UNKNOWN_HANDLE) else did,
        followers=count(followers) if isinstance(followers, int) else None,
    )


def _reference(reply: object, name: str) -> str | None:
    """The `uri` of a reply's parent or root, None where it names no post."""
    reference = reply.get(name) if isinstance(reply, dict) else None
    uri = _string(reference, "uri") if isinstance(reference, dict) else ""
    return uri if is_post_uri(uri) else None


def _string(owner: dict[str, object], key: str) -> str:
    value = owner.get(key)
    return value if isinstance(value, str) else ""
