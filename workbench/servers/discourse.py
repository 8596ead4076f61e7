"""A Discourse forum's JSON for strangers, and for users with a key, who may write: latest posts,
topics, single posts.

Like the original: post ids count for the whole forum and posts of private categories take some of
them; `/posts.json` cuts a page of 50 and then leaves out what strangers may not see, and how
`before` reads depends on the forum's version; a post within a topic is told by number; what is
deleted answers 404; strangers have so many requests a minute, and beyond it 429 with `Retry-After`
in plain text. Writing: see `discourse_writing`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from threading import Lock
from typing import Literal

from workbench.servers.discourse_writing import RefusedError, Writing
from workbench.servers.loopback import LoopbackServer, Reply, Request

PAGE_POSTS = 50
CHUNK_POSTS = 20
LONGEST_WAIT_SECONDS = 60
Before = Literal["below", "up to", "window"]
"""What `before` lists: ids below it (since 2026), up to and with it, or only 50 ids up to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`text` is plain; without a topic the post begins one, for which `title` is needed."""

    author: str
    text: str
    created_at: datetime
    topic: int = 0
    title: str = ""
    reply_to: int | None = None
    likes: int = 0
    is_private: bool = False
    is_small_action: bool = False
    id: int = 0
    number: int = 1
    version: int = 1
    updated_at: datetime | None = None
    is_hidden: bool = False
    is_withdrawn: bool = False

    @property
    def slug(self) -> str:
        return "-".join(self.title.lower().split()) or "topic"


class DiscourseServer(LoopbackServer):
    """`over_limit` counts the requests that came beyond what was allowed."""

    def __init__(
        self,
        port: int = 0,
        *,
        requests_in_window: int = 200,
        before: Before = "below",
        first_id: int = 1,
        keys: dict[str, str] | None = None,
        moderated: tuple[str, ...] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._clock = clock
        self._closed: dict[int, str] = {}
        self._writing = Writing(clock, keys or {}, moderated)
        self._posts: dict[int, Post] = {}
        self._next_id = first_id
        self._next_topic = 1
        self._allowed = requests_in_window
        self._before = before
        self._used = 0
        self.over_limit = 0
        self._change = Lock()
        super().__init__(self._reply, port)

    def publish(self, *posts: Post) -> list[Post]:
        """The posts with their ids, topics and numbers."""
        with self._change:
            return [self._add(post) for post in posts]

    def edit(self, post_id: int, text: str, at: datetime) -> None:
        """A new version, as after the five minutes in which edits make none."""
        old = self._posts[post_id]
        self._put(replace(old, text=text, version=old.version + 1, updated_at=at))

    def like(self, post_id: int, likes: int) -> None:
        self._put(replace(self._posts[post_id], likes=likes))

    def hide(self, post_id: int) -> None:
        """As flags of the community do, until staff decide."""
        self._put(replace(self._posts[post_id], is_hidden=True))

    def withdraw(self, post_id: int) -> None:
        """As its author does: for a day a placeholder stands there."""
        self._put(replace(self._posts[post_id], is_withdrawn=True))

    @property
    def posts(self) -> list[Post]:
        with self._change:
            return sorted(self._posts.values(), key=lambda each: each.id)

    @property
    def pending(self) -> int:
        """How many posts wait for moderators."""
        return len(self._writing.pending)

    def close_topic(self, topic: int, how: Literal["closed", "archived"] = "closed") -> None:
        with self._change:
            self._closed[topic] = how

    def remove(self, post_id: int) -> None:
        with self._change:
            del self._posts[post_id]

    def reset_limit(self) -> None:
        """The next rate-limit window begins."""
        with self._change:
            self._used = 0

    def _add(self, post: Post) -> Post:
        first = next((each for each in self._posts.values() if each.topic == post.topic), None)
        topic = post.topic or self._next_topic
        self._next_topic = max(self._next_topic, topic + 1)
        numbers = [each.number for each in self._posts.values() if each.topic == topic]
        kept = replace(
            post,
            id=self._next_id,
            topic=topic,
            title=first.title if first is not None else post.title,
            number=max(numbers, default=0) + 1,
        )
        self._next_id += 1
        self._posts[kept.id] = kept
        return kept

    def _put(self, post: Post) -> None:
        with self._change:
            self._posts[post.id] = post

    def _reply(self, request: Request) -> Reply:  # noqa: PLR0911  a return for each route
        with self._change:
            self._used += 1
            if self._used > self._allowed:
                self.over_limit += 1
                return _slow_down()
            posts = sorted(self._posts.values(), key=lambda each: each.id)
            highest = self._next_id - 1
            try:
                user = self._writing.user_of(request)
            except RefusedError as refusal:
                return _answer({"errors": [str(refusal)], "error_type": "invalid_access"}, 403)
        if request.method == "POST":
            return self._take(request, user)
        parts = request.path.strip("/").removesuffix(".json").split("/")
        if parts == ["posts"]:
            return self._latest(request, posts, highest)
        if parts[0] == "posts" and parts[1].isdigit():
            return self._single(int(parts[1]), posts)
        if user is not None and parts == ["posts", user, "pending"]:
            return _answer({"pending_posts": self._writing.waiting_for(user)})
        if parts[0] == "t" and parts[1].isdigit():
            return self._topic(request, int(parts[1]), parts[2:], posts, user)
        return _missing()

    def _latest(self, request: Request, posts: list[Post], highest: int) -> Reply:
        asked = request.first("before")
        before = int(asked) if asked.isdigit() and int(asked) > 0 else None
        limit = highest if before is None else before - (self._before == "below")
        found = [each for each in reversed(posts) if each.id <= limit and not each.is_small_action]
        if self._before == "below":
            found = [each for each in found if not each.is_private]
        if self._before == "window":
            found = [each for each in found if each.id > limit - PAGE_POSTS]
        page = [each for each in found[:PAGE_POSTS] if not each.is_private]
        listed = [
            _json(each) | {"topic_title": each.title, "raw": _shown(each)[0]} for each in page
        ]
        return _answer({"latest_posts": listed})

    def _single(self, post_id: int, posts: list[Post]) -> Reply:
        for post in posts:
            if post.id == post_id and not post.is_private:
                return _answer(_json(post) | {"raw": _shown(post)[0]})
        return _missing()

    def _take(self, request: Request, user: str | None) -> Reply:
        if user is None or request.path != "/posts.json":
            return _answer({"errors": ["You need to be logged in to do that."]}, 403)
        with self._change:
            answer = self._writing.before(user, request)
            if answer is None:
                try:
                    answer = self._write(request, user)
                except RefusedError as refusal:
                    return _answer({"action": "create_post", "errors": [str(refusal)]}, 422)
                self._writing.remember(user, request, answer)
        return _answer(answer)

    def _write(self, request: Request, user: str) -> dict[str, object]:
        asked = self._writing.read(user, request)
        inside = [each for each in self._posts.values() if each.topic == asked.topic]
        if not inside or asked.topic in self._closed:
            raise RefusedError("The topic you are replying to does not exist")
        if user in self._writing.moderated:
            return self._writing.enqueue(user, asked)
        post = Post(
            author=user,
            text=asked.raw,
            created_at=self._clock(),
            topic=asked.topic,
            reply_to=asked.reply_to,
        )
        return _json(self._add(post))

    def _topic(
        self,
        request: Request,
        topic: int,
        rest: list[str],
        posts: list[Post],
        user: str | None,
    ) -> Reply:
        inside = sorted(
            (each for each in posts if each.topic == topic and not each.is_private),
            key=lambda each: each.number,
        )
        if not inside:
            return _missing()
        with_raw = request.first("include_raw") != ""
        if rest == ["posts"]:
            wanted = {int(each) for each in request.every("post_ids[]") if each.isdigit()}
            chosen = [_json(each, with_raw=with_raw) for each in inside if each.id in wanted]
            return _answer({"post_stream": {"posts": chosen}, "id": topic})
        if by := request.first("username_filters"):
            # The topic's first post is always among them.
            inside = [each for each in inside if each.number == 1 or each.author == by]
        near = int(rest[0]) if rest and rest[0].isdigit() else 1
        at = next((n for n, each in enumerate(inside) if each.number >= near), len(inside) - 1)
        # Five posts before the one that was asked for, and a full chunk even at the end.
        start = max(0, min(at - CHUNK_POSTS // 4, len(inside) - CHUNK_POSTS))
        chunk = inside[start : start + CHUNK_POSTS]
        return _answer(
            {
                "post_stream": {
                    "posts": [_json(each, with_raw=with_raw) for each in chunk],
                    "stream": [each.id for each in inside],
                },
                "id": topic,
                "title": inside[0].title,
                "slug": inside[0].slug,
                "posts_count": len(inside),
                "chunk_size": CHUNK_POSTS,
                "closed": self._closed.get(topic) == "closed",
                "archived": self._closed.get(topic) == "archived",
                "details": {"can_create_post": True}
                if user is not None and topic not in self._closed
                else {},
            }
        )


def _shown(post: Post) -> tuple[str, str]:
    """(raw, cooked) as strangers see them."""
    if post.is_withdrawn:
        return "(post deleted by author)", "<p>(post deleted by author)</p>"
    if post.is_hidden:
        note = "This post was flagged by the community and is temporarily hidden."
        return note, f"<p>{note}</p>"
    # What stands in a comment of HTML is not shown.
    shown = re.sub(r"<!--.*?-->", "", post.text).strip()
    lines = "</p>\n<p>".join(escape(line, quote=False) for line in shown.split("\n"))
    return post.text, f"<p>{lines}</p>" if shown else ""


def _json(post: Post, *, with_raw: bool = False) -> dict[str, object]:
    raw = {"raw": _shown(post)[0]} if with_raw else {}
    return raw | {
        "id": post.id,
        "name": post.author.capitalize(),
        "username": post.author,
        "avatar_template": f"/letter_avatar_proxy/v4/letter/{post.author[0]}/{{size}}.png",
        "created_at": _iso(post.created_at),
        "updated_at": _iso(post.updated_at or post.created_at),
        "cooked": _shown(post)[1],
        "post_number": post.number,
        "post_type": 3 if post.is_small_action else 1,
        "reply_count": 0,
        "reply_to_post_number": post.reply_to,
        "quote_count": 0,
        "reads": 3,
        "score": 0.6,
        "topic_id": post.topic,
        "topic_slug": post.slug,
        "version": post.version,
        "actions_summary": [{"id": 2, "count": post.likes}] if post.likes else [],
        "hidden": post.is_hidden,
        "deleted_at": None,
        "user_deleted": post.is_withdrawn,
        "user_id": 7,
    }


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _answer(document: object, status: int = 200) -> Reply:
    sent = {"Content-Type": "application/json; charset=utf-8"}
    return Reply(status, json.dumps(document).encode(), sent)


def _missing() -> Reply:
    errors = ["The requested URL or resource could not be found."]
    return _answer({"errors": errors, "error_type": "not_found"}, 404)


def _slow_down() -> Reply:
    body = f"Slow down, too many requests. Retry again in {LONGEST_WAIT_SECONDS} seconds.\n"
    return Reply(
        429,
        body.encode(),
        {
            "Content-Type": "text/plain",
            "Retry-After": str(LONGEST_WAIT_SECONDS),
            "Discourse-Rate-Limit-Error-Code": "ip_60_secs_limit",
        },
    )
