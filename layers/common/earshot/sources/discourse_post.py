"""A post of a Discourse forum, the same from every endpoint.

Contract: https://docs.discourse.org (posts, topics, search). A post's `id` is the forum's own and
stays when the post moves to another topic; its number within the topic does not. What answers to
what is told by number, so a parent's id is known only where the parent is in the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Author, Engagement, Mention
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.counts import count
from earshot.reading.dates import parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.markup import one_line, plain_text
from earshot.sources.discourse_quotes import shown, typed

_PEOPLES = (1, 2)
"""Post types that people write: regular, and staff's in colour. 3 tells that a topic was closed or
the like, 4 is a whisper among staff."""
_LIKE = 2
_CUT = ("...", "…")
_HIGHEST_ID = 2**63
_MOST_POSTS = 1000
"""Of one answer; forums list 50, and one that lists a million means harm."""


@dataclass(frozen=True, slots=True)
class Forum:
    """`address` is the forum's, with its path and without a slash at the end."""

    address: str

    @property
    def place(self) -> str:
        """The address without its scheme: the part of an id that makes it global."""
        return self.address.partition("://")[2].lower()

    def id_of(self, *parts: object) -> str:
        return "/".join(map(str, (self.place, *parts))).lstrip("/")


@dataclass(frozen=True, slots=True)
class Post:
    """`number` counts within the topic, `reply_to` is the number of the parent. `mention` is None
    where there is nothing to hear: of these `is_gone` marks what its author or staff deleted; the
    others are hidden for the time being, or written by the forum itself."""

    id: int
    topic_id: int
    number: int
    reply_to: int | None
    mention: Mention | None
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The posts of an answer in its order; `stream` are the ids of all posts of a topic."""

    posts: tuple[Post, ...]
    faults: tuple[str, ...]
    stream: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Topic:
    title: str
    slug: str


def read_posts(response: Response, forum: Forum, now: datetime) -> Listed:
    """The posts of a list, a topic, a search, somebody's activity, or a single one.

    Raises MalformedAnswerError where the body is none of these.
    """
    document = json_of(response)
    items = _items(document)
    topics = _topics(document)
    posts = []
    faults = _search_faults(document, items)
    for number, item in enumerate(items[:_MOST_POSTS]):
        post = _post(item, topics, forum, now) if isinstance(item, dict) else None
        if post is None:
            faults.append(f"post {number}: no id, author or text")
        else:
            posts.append(post)
    stream = document.get("post_stream") if isinstance(document, dict) else None
    ids = stream.get("stream") if isinstance(stream, dict) else None
    return Listed(
        joined(posts, forum),
        tuple(faults),
        tuple(each for each in ids if _is_id(each)) if isinstance(ids, list) else (),
    )


def joined(posts: Iterable[Post], forum: Forum) -> tuple[Post, ...]:
    """The posts, with their parents' ids where the parents are among them."""
    listed = tuple(posts)
    ids = {(post.topic_id, post.number): post.id for post in listed}
    return tuple(
        replace(post, mention=replace(post.mention, in_reply_to=forum.id_of("p", parent)))
        if post.mention is not None
        and post.reply_to is not None
        and (parent := ids.get((post.topic_id, post.reply_to))) is not None
        else post
        for post in listed
    )


def _items(document: object) -> list[Any]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        stream = document.get("post_stream")
        holder = stream if isinstance(stream, dict) else document
        for name in ("latest_posts", "posts", "user_actions"):
            if isinstance(found := holder.get(name), list):
                return found
        if "cooked" in document or "raw" in document:
            return [document]
        if isinstance(document.get("grouped_search_result"), dict):
            return []
    raise MalformedAnswerError("the body lists no posts")


def _search_faults(document: object, items: list[Any]) -> list[str]:
    """A forum under load answers a search with 200 and nothing, and says so beside it."""
    result = document.get("grouped_search_result") if isinstance(document, dict) else None
    gave_up = isinstance(result, dict) and bool(result.get("error"))
    return ["the forum gave up searching"] if gave_up and not items else []


def _topics(document: object) -> Mapping[int, _Topic]:
    """What the answer tells about topics beside the posts, by id."""
    if not isinstance(document, dict):
        return {}
    beside = document.get("topics")
    told = [document, *(beside if isinstance(beside, list) else [])]
    return {
        topic["id"]: _Topic(one_line(topic.get("title"), 1000), one_line(topic.get("slug"), 500))
        for topic in told
        if isinstance(topic, dict) and _is_id(topic.get("id")) and "title" in topic
    }


def _post(
    item: dict[str, Any], topics: Mapping[int, _Topic], forum: Forum, now: datetime
) -> Post | None:
    post_id: Any = item.get("post_id", item.get("id"))
    name = one_line(item.get("username"))
    body = _body(item)
    if not _is_id(post_id) or not name or body is None:
        return None
    topic_id = item["topic_id"] if _is_id(item.get("topic_id")) else 0
    number = item["post_number"] if _is_id(item.get("post_number")) else 0
    reply_to = item["reply_to_post_number"] if _is_id(item.get("reply_to_post_number")) else None
    is_gone = bool(item.get("user_deleted") or item.get("deleted_at") or item.get("deleted"))
    is_silent = is_gone or item.get("hidden") is True or item.get("post_type", 1) not in _PEOPLES
    topic = topics.get(topic_id, _Topic("", ""))
    title = one_line(item.get("topic_title") or item.get("title"), 1000) or topic.title
    slug = one_line(item.get("topic_slug") or item.get("slug"), 500) or topic.slug or "-"
    created_at, date_guessed = settle(parse_iso(item.get("created_at")), now)
    mention = Mention(
        source="discourse",
        native_id=forum.id_of("p", post_id),
        url=f"{forum.address}/t/{quote(slug, safe='%')}/{topic_id}/{number}"
        if topic_id and number
        else f"{forum.address}/p/{post_id}",
        author=Author(id=forum.id_of("u", name.lower()), name=name),
        text=f"{title}\n\n{body}".strip() if number == 1 else body,
        language=claimed_language(item.get("locale")),
        created_at=created_at,
        thread=forum.id_of("t", topic_id) if topic_id else forum.id_of("p", post_id),
        engagement=Engagement(likes=_likes(item), replies=count(item.get("reply_count"))),
        # The topic's address with the number says what is answered, where nothing tells the id.
        in_reply_to=forum.id_of("t", topic_id, reply_to) if reply_to else None,
        edited_at=_edited_at(item, created_at, now),
        truncated=_is_blurb(item) and (body.startswith(_CUT) or body.endswith(_CUT)),
        date_guessed=date_guessed,
    )
    return Post(post_id, topic_id, number, reply_to, None if is_silent else mention, is_gone)


def _body(item: dict[str, Any]) -> str | None:
    """What people see of it but for what it quotes, None where the answer has no text of it."""
    cooked, raw = item.get("cooked"), item.get("raw")
    is_answer = item.get("post_number", 1) != 1
    blurb = item.get("blurb", item.get("excerpt"))
    if isinstance(cooked, str) and (text := shown(cooked, is_answer=is_answer)):
        return text
    if isinstance(raw, str):
        # Of a post that is nothing but embedded videos, the links.
        return typed(raw, is_answer=is_answer)
    if isinstance(cooked, str):
        return ""
    return plain_text(blurb) if isinstance(blurb, str) else None


def _is_blurb(item: dict[str, Any]) -> bool:
    return not isinstance(item.get("cooked"), str) and not isinstance(item.get("raw"), str)


def _likes(item: dict[str, Any]) -> int:
    if "like_count" in item:
        return count(item["like_count"])
    actions = item.get("actions_summary")
    return sum(
        count(action.get("count"))
        for action in (actions if isinstance(actions, list) else [])
        if isinstance(action, dict) and action.get("id") == _LIKE
    )


def _edited_at(item: dict[str, Any], created_at: datetime, now: datetime) -> datetime | None:
    """`updated_at` moves for other reasons too; only a new version is an edit. Within the forum's
    grace period (five minutes) edits make no new version."""
    updated_at = parse_iso(item.get("updated_at"))
    if count(item.get("version")) < 2 or updated_at is None:
        return None
    return updated_at if created_at < updated_at <= now else None


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _HIGHEST_ID


FORUM_ADDRESS = re.compile(
    r"(.*?)/(?:posts(?:/\d+(?:/replies|/reply-history)?)?|search(?:/query)?|t/[^?#]+|user_actions"
    r"|u(?:sers)?/[^/?#]+/activity)\.json(?:[?#].*)?",
    re.DOTALL,
)
"""An address that lists posts, and before it the forum's."""
