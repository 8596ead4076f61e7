"""Reddit's API as an app without a user sees it: sign-in, search, comments, trees, /api/info.

Like the original: tokens last an hour and are not renewed; a User-Agent of another form than Reddit
asks for is refused; searching finds posts only; a listing holds at most 1,000 things and goes back
by `after`, while `before` answers nothing; what is deleted or removed leaves the listings and stays
as a placeholder for who asks by name; a subreddit that is not there leads to a search for others;
without `raw_json` the text is escaped. The window of the rate limit ends when a test says so.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from workbench.servers.loopback import LoopbackServer, Reply, Request

LISTED_AT_MOST = 1_000
_USER_AGENT = re.compile(r"\S+:\S+:\S+ \(by /u/[\w-]+\)")
_DELETED = "[deleted]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A post (with a title) or a comment (with a `post` and a `parent`, by full name). `gone` is
    None, "deleted" by its author, or who removed it, such as "moderator"."""

    name: str
    author: str
    created_at: datetime
    text: str = ""
    title: str | None = None
    subreddit: str = "gadgets"
    post: str = ""
    parent: str = ""
    score: int = 1
    edited_at: datetime | None = None
    gone: str | None = None


class RedditServer(LoopbackServer):
    """`apps` maps an app's id to its secret. `refused` counts requests beyond the limit, `sign_ins`
    the tokens given."""

    def __init__(
        self,
        port: int = 0,
        *,
        apps: dict[str, str] | None = None,
        requests_in_window: int = 1_000,
        window_seconds: int = 600,
        subreddits: tuple[str, ...] = ("gadgets",),
        closed_subreddits: tuple[str, ...] = (),
        comments_in_tree: int = 500,
    ) -> None:
        self._apps = dict(apps or {})
        self._allowed = requests_in_window
        self._window_seconds = window_seconds
        self._subreddits = set(subreddits)
        self._closed = set(closed_subreddits)
        self._in_tree = comments_in_tree
        self._things: dict[str, Thing] = {}
        self._tokens: set[str] = set()
        self._used = 0
        self._change = Lock()
        self.refused = 0
        self.sign_ins = 0
        super().__init__(self._reply, port)

    def publish(self, *things: Thing) -> None:
        with self._change:
            self._things.update({thing.name: thing for thing in things})

    def edit(self, name: str, text: str, at: datetime) -> None:
        self._alter(name, text=text, edited_at=at)

    def vote(self, name: str, score: int) -> None:
        self._alter(name, score=score)

    def remove(self, name: str, by: str = "deleted") -> None:
        """By its author, or by "moderator" or whoever else."""
        self._alter(name, gone=by)

    def expire_tokens(self) -> None:
        with self._change:
            self._tokens.clear()

    def reset_limit(self) -> None:
        """The next window of the rate limit begins."""
        with self._change:
            self._used = 0

    def _alter(self, name: str, **changed: Any) -> None:
        with self._change:
            self._things[name] = replace(self._things[name], **changed)

    def _reply(self, request: Request) -> Reply:
        if not _USER_AGENT.fullmatch(request.headers.get("user-agent", "")):
            return _answer({"message": "Too Many Requests", "error": 429}, 429)
        with self._change:
            if request.path == "/api/v1/access_token":
                return self._sign_in(request)
            scheme, _, token = request.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or token not in self._tokens:
                return _answer({"message": "Unauthorized", "error": 401}, 401)
            self._used += 1
            if self._used > self._allowed:
                self.refused += 1
                refusal = _answer({"message": "Too Many Requests", "error": 429}, 429)
                return replace(refusal, headers={**refusal.headers, **self._limit_headers()})
            reply = self._route(request)
            return replace(reply, headers={**reply.headers, **self._limit_headers()})

    def _sign_in(self, request: Request) -> Reply:
        asked = parse_qs(request.body.decode())
        pairs = {f"{app}:{secret}" for app, secret in self._apps.items()}
        known = {f"Basic {b64encode(pair.encode()).decode()}" for pair in pairs}
        if request.method != "POST" or request.headers.get("authorization") not in known:
            return _answer({"message": "Unauthorized", "error": 401}, 401)
        if asked.get("grant_type") != ["client_credentials"]:
            return _answer({"error": "unsupported_grant_type"})
        self.sign_ins += 1
        token = f"token-{self.sign_ins}"
        self._tokens.add(token)
        kept = {"token_type": "bearer", "expires_in": 3600, "scope": "*"}
        return _answer({"access_token": token, **kept})

    def _limit_headers(self) -> dict[str, str]:
        return {
            "x-ratelimit-used": str(self._used),
            "x-ratelimit-remaining": f"{max(self._allowed - self._used, 0):.1f}",
            "x-ratelimit-reset": str(self._window_seconds),
        }

    def _route(self, request: Request) -> Reply:  # noqa: PLR0911  a return for each route
        path = request.path.rstrip("/")
        if path == "/search":
            return self._listing(request, self._found(request.first("q")))
        if path == "/subreddits/search":
            return _answer(_listing_of([], None))
        if path == "/api/info":
            wanted = request.first("id").split(",")[:100]
            things = [self._things[name] for name in wanted if name in self._things]
            raw = request.first("raw_json") == "1"
            return _answer(_listing_of([_json(each, raw=raw) for each in things], None))
        if path == "/api/morechildren":
            return self._more(request)
        if match := re.fullmatch(r"/comments/(\w+)", path):
            return self._tree(request, f"t3_{match[1]}")
        if match := re.fullmatch(r"/r/(\w+)/(comments|new)", path):
            return self._in_subreddit(request, match[1].lower(), match[2])
        return _answer({"message": "Not Found", "error": 404}, 404)

    def _in_subreddit(self, request: Request, name: str, what: str) -> Reply:
        if name in self._closed:
            refusal = {"reason": "private", "message": "Forbidden", "error": 403}
            return _answer(refusal, 403)
        if name not in self._subreddits:
            place = f"{self.url}/subreddits/search?q={name}"
            return Reply(302, b"", {"Location": place})
        is_post = what == "new"
        things = [
            thing
            for thing in self._newest()
            if thing.subreddit == name and (thing.title is not None) == is_post
        ]
        return self._listing(request, things)

    def _newest(self) -> list[Thing]:
        shown = [thing for thing in self._things.values() if thing.gone is None]
        return sorted(shown, key=lambda each: (each.created_at, each.name), reverse=True)

    def _found(self, query: str) -> list[Thing]:
        """Loosely: words begin with what is looked for."""
        parts = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|(\S+)', query.lower())]
        return [
            thing
            for thing in self._newest()
            if thing.title is not None
            and all(part in f"{thing.title} {thing.text}".lower() for part in parts)
        ]

    def _listing(self, request: Request, things: list[Thing]) -> Reply:
        things = things[:LISTED_AT_MOST]
        names = [thing.name for thing in things]
        after = request.first("after")
        if request.first("before"):
            things = []
        elif after:
            things = things[names.index(after) + 1 :] if after in names else []
        limit = min(int(request.first("limit", "25")), 100)
        page = things[:limit]
        raw = request.first("raw_json") == "1"
        following = page[-1].name if len(things) > limit else None
        return _answer(_listing_of([_json(each, raw=raw) for each in page], following))

    def _tree(self, request: Request, post: str) -> Reply:
        if post not in self._things:
            return _answer({"message": "Not Found", "error": 404}, 404)
        raw = request.first("raw_json") == "1"
        focus = request.first("comment")
        top = f"t1_{focus}" if focus else post
        comments = [each for each in self._things.values() if each.post == post]
        comments.sort(key=lambda each: each.created_at, reverse=True)
        shown, rest = comments[: self._in_tree], comments[self._in_tree :]

        def below(parent: str) -> list[dict[str, Any]]:
            return [branch(each) for each in shown if (each.parent or post) == parent]

        def branch(comment: Thing) -> dict[str, Any]:
            document = _json(comment, raw=raw)
            if children := below(comment.name):
                document["data"]["replies"] = _listing_of(children, None)
            return document

        if focus:
            trees = [branch(each) for each in shown if each.name == top]
        else:
            trees = below(post)
            if rest:
                named = [each.name[3:] for each in rest]
                trees.append({"kind": "more", "data": {"count": len(rest), "children": named}})
        head = _listing_of([_json(self._things[post], raw=raw)], None)
        return _answer([head, _listing_of(trees, None)])

    def _more(self, request: Request) -> Reply:
        names = [f"t1_{each}" for each in request.first("children").split(",")[:100]]
        raw = request.first("raw_json") == "1"
        things = [_json(self._things[name], raw=raw) for name in names if name in self._things]
        return _answer({"json": {"errors": [], "data": {"things": things}}})


def _listing_of(children: list[dict[str, Any]], after: str | None) -> dict[str, Any]:
    data = {"after": after, "before": None, "dist": len(children), "children": children}
    return {"kind": "Listing", "data": data}


def _json(thing: Thing, *, raw: bool) -> dict[str, Any]:
    def written(text: str) -> str:
        return text if raw else escape(text, quote=False)

    is_post = thing.title is not None
    text = thing.text if thing.gone is None else _DELETED
    if thing.gone not in (None, "deleted"):
        text = "[removed]"
    seconds = thing.created_at.astimezone(UTC).timestamp()
    post = thing.name if is_post else thing.post
    place = f"/r/{thing.subreddit}/comments/{post[3:]}/_/"
    data: dict[str, Any] = {
        "id": thing.name[3:],
        "name": thing.name,
        "author": thing.author if thing.gone is None else _DELETED,
        "created_utc": seconds,
        "score": thing.score,
        "edited": thing.edited_at.timestamp() if thing.edited_at else False,
        "subreddit": thing.subreddit,
        "permalink": place if is_post else f"{place}{thing.name[3:]}/",
    }
    if is_post:
        data |= {
            "title": written(thing.title or ""),
            "selftext": written(text),
            "num_comments": 0,
            "removed_by_category": thing.gone,
            "over_18": False,
        }
    else:
        parent = thing.parent or post
        data |= {"body": written(text), "link_id": post, "parent_id": parent, "replies": ""}
    return {"kind": thing.name[:2], "data": data}


def _answer(document: object, status: int = 200) -> Reply:
    headers = {"Content-Type": "application/json; charset=UTF-8"}
    return Reply(status, json.dumps(document).encode(), headers)
