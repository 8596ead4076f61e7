"""The Stack Exchange API of one site: searching, posts by their ids, answers and comments.

Like the original: everything is in a wrapper and compressed; errors are HTTP 400 with an
`error_id`; searching finds pieces of words, cuts texts short and tells no authors; what is deleted
is left out; a day's quota is counted, and a method that answered with `backoff` refuses whoever
comes back before. Each request against these rules is kept in `violations`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from threading import Lock
from typing import Literal

from workbench.servers.loopback import LoopbackServer, Reply, Request

EXCERPT_CHARACTERS = 160
_METHOD = re.compile(
    r"/2\.3/(?:search/(?P<search>excerpts)"
    r"|(?P<kind>questions|answers|comments|posts)/(?P<ids>[\d;]+)(?:/(?P<below>answers|comments))?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`text` is plain; `on` is the question of an answer, and the post of a comment."""

    number: int
    kind: Literal["question", "answer", "comment"]
    author: str
    user: int | None
    created_at: datetime
    text: str
    title: str = ""
    tags: tuple[str, ...] = ()
    on: int | None = None
    score: int = 0
    edited_at: datetime | None = None


class StackExchangeServer(LoopbackServer):
    """`keys` are applications' keys; `backoff_each` is how many answers of a method come without a
    `backoff` before one with it; `clock` is the server's."""

    def __init__(
        self,
        port: int = 0,
        *,
        site: str = "stackoverflow",
        host: str = "stackoverflow.com",
        keys: Iterable[str] = (),
        quota: int = 300,
        quota_with_key: int = 10_000,
        backoff_seconds: int = 10,
        backoff_each: int | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._site = site
        self._host = host
        self._keys = frozenset(keys)
        self._quotas = {False: quota, True: quota_with_key}
        self._backoff_seconds = backoff_seconds
        self._backoff_each = backoff_each
        self._clock = clock
        self._posts: dict[tuple[str, int], Post] = {}
        self._used = 0
        self._asked: Counter[str] = Counter()
        self._barred: dict[str, datetime] = {}
        self._change = Lock()
        self.violations: list[str] = []
        super().__init__(self._reply, port)

    def publish(self, *posts: Post) -> None:
        with self._change:
            self._posts.update({(post.kind, post.number): post for post in posts})

    def edit(self, kind: str, number: int, text: str, at: datetime) -> None:
        with self._change:
            post = self._posts[kind, number]
            self._posts[kind, number] = replace(post, text=text, edited_at=at)

    def remove(self, kind: str, number: int) -> None:
        with self._change:
            del self._posts[kind, number]

    def new_day(self) -> None:
        with self._change:
            self._used = 0

    def _reply(self, request: Request) -> Reply:
        method = _METHOD.fullmatch(request.path)
        if method is None:
            return _error(404, "no_method", "no such method")
        name = re.sub(r"[\d;]+", "{ids}", request.path.removeprefix("/2.3/"))
        key = request.first("key")
        with self._change:
            refusal = self._limited(name, has_key=key in self._keys)
            left = max(self._quotas[key in self._keys] - self._used, 0)
            posts = sorted(self._posts.values(), key=lambda each: each.created_at, reverse=True)
        if refusal is not None:
            return refusal
        if request.first("site") not in (self._site, self._host):
            return _error(400, "bad_parameter", "No site found for name")
        if key and key not in self._keys:
            return _error(400, "bad_parameter", "`key` is not recognized")
        found = self._searched(request, posts) if method["search"] else self._listed(method, posts)
        size, page = int(request.first("pagesize", "30")), int(request.first("page", "1"))
        wrapper: dict[str, object] = {
            "items": [
                self._excerpt(post)
                if method["search"]
                else self._whole(post, posts, body=request.first("filter") == "withbody")
                for post in found[(page - 1) * size : page * size]
            ],
            "has_more": len(found) > page * size,
            "quota_max": self._quotas[key in self._keys],
            "quota_remaining": left,
        }
        with self._change:
            self._asked[name] += 1
            if self._backoff_each is not None and self._asked[name] % (self._backoff_each + 1) == 0:
                wrapper["backoff"] = self._backoff_seconds
                until = self._clock() + timedelta(seconds=self._backoff_seconds)
                self._barred[name] = until
        return _answer(wrapper)

    def _limited(self, name: str, *, has_key: bool) -> Reply | None:
        """Counts the request, and refuses it where it breaks a rule."""
        self._used += 1
        if self._used > self._quotas[has_key]:
            self.violations.append(f"{name}: the day's quota is used up")
            return _error(
                502,
                "throttle_violation",
                "too many requests, more requests available in 4000 seconds",
            )
        if self._barred.get(name, self._clock()) > self._clock():
            self.violations.append(f"{name}: asked before its backoff was over")
            return _error(502, "throttle_violation", "too many requests")
        return None

    def _searched(self, request: Request, posts: list[Post]) -> list[Post]:
        parts = re.findall(r'"([^"]+)"|(\S+)', request.first("q").lower())
        words = [phrase or word for phrase, word in parts]
        tags = set(filter(None, request.first("tagged").split(";")))
        since, until = (
            int(request.first("fromdate", "0")),
            int(request.first("todate", "99999999999")),
        )
        return [
            post
            for post in posts
            if post.kind != "comment"
            and since <= int(post.created_at.timestamp()) <= until
            and all(word in f"{self._question(post).title} {post.text}".lower() for word in words)
            and (not tags or tags & set(self._question(post).tags))
        ]

    def _listed(self, method: re.Match[str], posts: list[Post]) -> list[Post]:
        ids = {int(number) for number in method["ids"].split(";") if number}
        if len(ids) > 100:
            self.violations.append(f"{len(ids)} ids at once")
        if method["below"]:
            return [p for p in posts if f"{p.kind}s" == method["below"] and p.on in ids]
        return [p for p in posts if f"{p.kind}s" == method["kind"] and p.number in ids]

    def _question(self, post: Post) -> Post:
        return self._posts.get(("question", post.on or 0), post) if post.kind == "answer" else post

    def _excerpt(self, post: Post) -> dict[str, object]:
        question = self._question(post)
        shown = post.text[:EXCERPT_CHARACTERS]
        return {
            "item_type": post.kind,
            "question_id": question.number,
            **({"answer_id": post.number} if post.kind == "answer" else {}),
            "title": escape(question.title),
            "body": shown,
            "excerpt": f'<span class="highlight">{escape(shown)}</span>',
            "tags": list(question.tags),
            "score": post.score,
            "question_score": question.score,
            "creation_date": int(post.created_at.timestamp()),
            "last_activity_date": int((post.edited_at or post.created_at).timestamp()),
        }

    def _whole(self, post: Post, posts: list[Post], *, body: bool) -> dict[str, object]:
        owner: dict[str, object] = {"display_name": escape(post.author), "user_type": "registered"}
        if post.user is None:
            owner["user_type"] = "does_not_exist"
        else:
            owner |= {"user_id": post.user, "reputation": 1234}
            owner["link"] = f"https://{self._host}/users/{post.user}/{post.author}"
        whole: dict[str, object] = {
            "owner": owner,
            "score": post.score,
            "creation_date": int(post.created_at.timestamp()),
        }
        if body:
            whole["body"] = "".join(f"<p>{escape(line)}</p>\n" for line in post.text.split("\n"))
        if post.kind == "comment":
            return whole | {"comment_id": post.number, "post_id": post.on, "edited": False}
        if post.edited_at is not None:
            whole["last_edit_date"] = int(post.edited_at.timestamp())
        if post.kind == "answer":
            return whole | {"answer_id": post.number, "question_id": post.on, "is_accepted": False}
        return whole | {
            "question_id": post.number,
            "title": escape(post.title),
            "tags": list(post.tags),
            "link": f"https://{self._host}/questions/{post.number}/some-words",
            "answer_count": sum(p.kind == "answer" and p.on == post.number for p in posts),
        }


def _error(number: int, name: str, message: str) -> Reply:
    error = {"error_id": number, "error_name": name, "error_message": message}
    return replace(_answer(error), status=400)


def _answer(document: dict[str, object]) -> Reply:
    headers = {"Content-Type": "application/json; charset=utf-8", "Content-Encoding": "gzip"}
    return Reply(200, gzip.compress(json.dumps(document).encode(), 1), headers)
