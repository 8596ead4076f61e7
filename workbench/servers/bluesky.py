"""Bluesky's XRPC: where one signs in, and behind it the account's own host, which answers the rest.

Like the original: sessions are renewed with a refresh token that is good once, and a token that has
ended is a 400; signing in is limited by the day, everything else by five minutes, both told by
`RateLimit-*`; search is for those who signed in, lists the newest by the date they claim, in pages
by an offset, and leaves out what is taken down without filling the page up; what is deleted is left
out of getPosts. The two places are servers of their own: `url` signs in, `home` is in the DID
document; either answers everything, and takes records (`bluesky_writing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Lock
from typing import Any

from workbench.servers.bluesky_sessions import DID, Sessions, answer, refusal
from workbench.servers.bluesky_writing import RefusedError, cid_of, read
from workbench.servers.loopback import LoopbackServer, Reply, Request

MOST_POSTS = 100
MOST_TOGETHER = 25
LAST_OFFSET = 10_000
DAY = timedelta(days=1)
WINDOW = timedelta(minutes=5)
_DATE_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`name` is the last part of its DID."""

    name: str
    handle: str
    followers: int = 0

    @property
    def did(self) -> str:
        return f"did:plc:{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`created_at` is what its author's program claims. `reply_to` is the parent's `uri`,
    `mentions` the DIDs of whom it names."""

    account: Account
    text: str
    created_at: datetime
    indexed_at: datetime | None = None
    uri: str = ""
    languages: tuple[str, ...] = ()
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    likes: int = 0
    reposts: int = 0
    is_taken_down: bool = False


@dataclass(slots=True)
class _Limit:
    """So many in a window, counted for real; a new window begins by `reset_limits`."""

    most: int
    window: timedelta
    used: int = 0


class BlueskyServer(LoopbackServer):
    """`passwords` are the accounts' app passwords by identifier, `labels` those that the profile of
    whoever signs in gives itself. `refused` counts what was asked beyond a limit; `sessions` are
    those it gave, `records` what was written, by address."""

    def __init__(
        self,
        port: int = 0,
        *,
        passwords: dict[str, str] | None = None,
        requests_in_window: int = 3_000,
        sign_ins_in_day: int = 10,
        token_lasts: timedelta = timedelta(hours=2),
        labels: tuple[str, ...] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._requests = _Limit(requests_in_window, WINDOW)
        self._sign_ins = _Limit(sign_ins_in_day, DAY)
        self._clock = clock
        self._posts: dict[str, Post] = {}
        self._accounts: dict[str, Account] = {}
        self._numbers = count(1)
        self._gated: set[str] = set()
        self._blocking: set[str] = set()
        values = [{"val": label} for label in labels]
        profile = {"labels": {"$type": "com.atproto.label.defs#selfLabels", "values": values}}
        self.records: dict[str, dict[str, Any]] = {
            f"at://{DID}/app.bsky.actor.profile/self": profile
        }
        self._change = Lock()
        self.refused = 0
        self.home = LoopbackServer(self._reply)
        self.sessions = Sessions(passwords or {}, self.home.url, token_lasts, clock)
        super().__init__(self._reply, port)

    @property
    def hosts(self) -> frozenset[str]:
        """Both places, as an allow-list of private hosts names them."""
        return frozenset({self.host, self.home.host})

    def close(self) -> None:
        self.home.close()
        super().close()

    def publish(self, post: Post) -> Post:
        """The post with its `uri`, seen at once where it does not say when."""
        with self._change:
            key = f"3k{next(self._numbers):011d}"
            uri = post.uri or f"at://{post.account.did}/app.bsky.feed.post/{key}"
            kept = replace(post, uri=uri, indexed_at=post.indexed_at or post.created_at)
            self._posts[uri] = kept
            self._accounts[post.account.did] = post.account
            return kept

    def edit(self, uri: str, text: str) -> None:
        self._replace(uri, text=text)

    def spread(self, uri: str, *, likes: int, reposts: int) -> None:
        self._replace(uri, likes=likes, reposts=reposts)

    def take_down(self, uri: str) -> None:
        """Hidden by moderation: the search's index still has it, and nobody is shown it."""
        self._replace(uri, is_taken_down=True)

    def remove(self, uri: str) -> None:
        with self._change:
            del self._posts[uri]

    def gate(self, uri: str) -> None:
        """Who wrote the post lets nobody here answer it or what is below."""
        with self._change:
            self._gated.add(uri)

    def block(self, did: str) -> None:
        """The account blocks whoever signs in."""
        with self._change:
            self._blocking.add(did)

    def reset_limits(self) -> None:
        """The next windows begin."""
        with self._change:
            self._requests.used = self._sign_ins.used = 0

    def _replace(self, uri: str, **changes: Any) -> None:
        with self._change:
            self._posts[uri] = replace(self._posts[uri], **changes)

    def _reply(self, request: Request) -> Reply:
        with self._change:
            method = request.path.removeprefix("/xrpc/")
            signs_in = method == "com.atproto.server.createSession"
            limit = self._sign_ins if signs_in else self._requests
            limit.used += 1
            if limit.used > limit.most:
                self.refused += 1
                reply = refusal(429, "RateLimitExceeded", "Rate Limit Exceeded")
            elif signs_in:
                reply = self.sessions.begin(request)
            elif method == "com.atproto.server.refreshSession":
                reply = self.sessions.renew(request)
            else:
                reply = self.sessions.refusal_of(request) or self._answer_of(method, request)
            return replace(reply, headers={**reply.headers, **self._told(limit)})

    def _told(self, limit: _Limit) -> dict[str, str]:
        reset = int((self._clock() + limit.window).timestamp())
        return {
            "RateLimit-Limit": str(limit.most),
            "RateLimit-Remaining": str(max(limit.most - limit.used, 0)),
            "RateLimit-Reset": str(reset),
            "RateLimit-Policy": f"{limit.most};w={int(limit.window.total_seconds())}",
        }

    def _answer_of(self, method: str, request: Request) -> Reply:
        answers = {
            "app.bsky.feed.searchPosts": self._search,
            "app.bsky.feed.getPosts": self._named,
            "app.bsky.feed.getPostThread": self._below,
            "app.bsky.actor.getProfiles": self._profiles,
            "com.atproto.server.getSession": self.sessions.answered,
            "com.atproto.repo.getRecord": self._record,
            "com.atproto.repo.putRecord": self._put,
        }
        if method not in answers:
            return refusal(501, "MethodNotImplemented", "Method Not Implemented")
        return answers[method](request)

    def _record(self, request: Request) -> Reply:
        asked = (request.first(name) for name in ("repo", "collection", "rkey"))
        uri = f"at://{'/'.join(asked)}"
        if uri not in self.records:
            return refusal(400, "RecordNotFound", f"Could not locate record: {uri}")
        return answer({"uri": uri, "cid": cid_of(self.records[uri]), "value": self.records[uri]})

    def _put(self, request: Request) -> Reply:
        try:
            written = read(request.body, DID, self.records)
        except RefusedError as refused:
            return refusal(400, refused.name, str(refused))
        self.records[written.uri] = written.record
        if written.is_new:
            self._posts[written.uri] = Post(
                account=Account(name="reader", handle="reader"),
                text=written.record["text"],
                created_at=datetime.fromisoformat(written.record["createdAt"]),
                indexed_at=self._clock(),
                uri=written.uri,
                languages=tuple(written.record.get("langs", ())),
                reply_to=written.record.get("reply", {}).get("parent", {}).get("uri"),
            )
        return answer({"uri": written.uri, "cid": cid_of(written.record)})

    def _search(self, request: Request) -> Reply:
        size, offset = int(request.first("limit", "25")), int(request.first("cursor", "0"))
        since, until = request.first("since"), request.first("until")
        if not request.first("q") or size > MOST_POSTS or offset + size > LAST_OFFSET:
            return refusal(400, "InvalidRequest", "Error: bad q, limit or cursor")
        if any(each and not _DATE_WITH_TIME.fullmatch(each) for each in (since, until)):
            return refusal(400, "InvalidRequest", "Error: since and until must be a datetime")
        parts = re.findall(r'"([^"]+)"|(\S+)', request.first("q").lower())
        found = [
            post
            for post in sorted(self._posts.values(), key=lambda each: each.created_at, reverse=True)
            if all((phrase or word) in post.text.lower() for phrase, word in parts)
            and (not since or post.created_at >= datetime.fromisoformat(since))
            and (not until or post.created_at < datetime.fromisoformat(until))
        ]
        page = found[offset : offset + size]
        document: dict[str, object] = {
            "posts": [self._view(post) for post in page if not post.is_taken_down],
            "hitsTotal": len(found),
        }
        if len(page) == size and offset + 2 * size <= LAST_OFFSET:
            document["cursor"] = str(offset + size)
        return answer(document)

    def _named(self, request: Request) -> Reply:
        uris = request.every("uris")
        if not 0 < len(uris) <= MOST_TOGETHER or not all(each.startswith("at://") for each in uris):
            return refusal(400, "InvalidRequest", "Error: uris must be 1 to 25 at-uris")
        return answer({"posts": [self._view(post) for uri in uris if (post := self._shown(uri))]})

    def _below(self, request: Request) -> Reply:
        post = self._shown(request.first("uri"))
        if post is None:
            return refusal(400, "NotFound", f"Post not found: {request.first('uri')}")
        return answer({"thread": self._branch(post, int(request.first("depth", "6")))})

    def _branch(self, post: Post, depth: int) -> dict[str, object]:
        below = [each for each in self._posts.values() if each.reply_to == post.uri]
        replies = [
            self._branch(each, depth - 1)
            if not each.is_taken_down
            else {"$type": "app.bsky.feed.defs#notFoundPost", "uri": each.uri, "notFound": True}
            for each in (below if depth > 0 else ())
        ]
        kind = "app.bsky.feed.defs#threadViewPost"
        return {"$type": kind, "post": self._view(post), "replies": replies}

    def _profiles(self, request: Request) -> Reply:
        actors = request.every("actors")
        if not 0 < len(actors) <= MOST_TOGETHER or not all(a.startswith("did:") for a in actors):
            return refusal(400, "InvalidRequest", "Error: actors must be 1 to 25 identifiers")
        known = [self._accounts[actor] for actor in actors if actor in self._accounts]
        return answer({"profiles": [_profile(each, followers=True) for each in known]})

    def _shown(self, uri: str) -> Post | None:
        post = self._posts.get(uri)
        return None if post is None or post.is_taken_down else post

    def _view(self, post: Post) -> dict[str, object]:
        record = self._record_of(post)
        viewer = {"threadMuted": False, "embeddingDisabled": False}
        if self._gated & {post.uri, self._root(post)}:
            viewer["replyDisabled"] = True
        author = _profile(post.account, followers=False)
        return {
            "uri": post.uri,
            "cid": cid_of(record),
            "author": author | {"viewer": {"blockedBy": post.account.did in self._blocking}},
            "record": record,
            "replyCount": sum(each.reply_to == post.uri for each in self._posts.values()),
            "repostCount": post.reposts,
            "likeCount": post.likes,
            "quoteCount": 0,
            "indexedAt": _iso(post.indexed_at or post.created_at),
            "viewer": viewer,
            "labels": [],
        }

    def _record_of(self, post: Post) -> dict[str, Any]:
        if post.uri in self.records:
            return self.records[post.uri]
        record: dict[str, Any] = {
            "$type": "app.bsky.feed.post",
            "createdAt": _iso(post.created_at),
            "text": post.text,
        }
        if post.languages:
            record["langs"] = list(post.languages)
        if post.mentions:
            kind = "app.bsky.richtext.facet#mention"
            features = [{"$type": kind, "did": did} for did in post.mentions]
            index = {"byteStart": 0, "byteEnd": 1}
            record["facets"] = [{"index": index, "features": [each]} for each in features]
        if post.reply_to:
            record["reply"] = {
                "parent": self._reference(post.reply_to),
                "root": self._reference(self._root(post)),
            }
        return record

    def _reference(self, uri: str) -> dict[str, str]:
        post = self._posts.get(uri)
        return {"uri": uri, "cid": cid_of(self._record_of(post) if post else uri)}

    def _root(self, post: Post) -> str:
        while post.reply_to and (parent := self._posts.get(post.reply_to)):
            post = parent
        return post.reply_to or post.uri


def _profile(account: Account, *, followers: bool) -> dict[str, object]:
    profile: dict[str, object] = {"did": account.did, "handle": account.handle, "labels": []}
    return profile | ({"followersCount": account.followers} if followers else {})


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
