"""A Mastodon server's API: hashtag timelines, search, notifications, statuses, accounts' mentions;
and statuses that are posted to it (`mastodon_writing`).

Like the original: ids are the server's own and carry the time, `uri` is the author's server's;
lists are newest first with a Link header; with `min_id` they begin just after it; searching finds
statuses only for a user, and one of another server by its `uri` with `resolve`; a context shows
strangers less than users; the rate limit's reset is an ISO time and a 429 has no Retry-After.
Several servers share posts by `receive`, as federation does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from threading import Lock
from urllib.parse import urlencode

from workbench.servers.loopback import LoopbackServer, Reply, Request
from workbench.servers.mastodon_writing import RefusedError, Writing

MOST_BELOW_FOR_STRANGERS = 60
_HASHTAG = re.compile(r"#(\w+)")
_MENTION = re.compile(r"(?<![\w@/])@([\w.-]+)@([\w.-]+\w)")
_WINDOW = timedelta(minutes=5)
_TAG_PATH = "/api/v1/timelines/tag/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`home` is the server's name ("social.example"); `name` the part before the @."""

    name: str
    home: str
    followers: int = 0
    no_index: bool = False
    is_bot: bool = False

    @property
    def url(self) -> str:
        return f"https://{self.home}/@{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`text` is plain; tags and mentions are found in it. `reply_to` is the parent's `uri`."""

    account: Account
    text: str
    created_at: datetime
    uri: str = ""
    language: str | None = None
    reply_to: str | None = None
    visibility: str = "public"
    edited_at: datetime | None = None
    favourites: int = 0
    reblogs: int = 0
    replies: int = 0
    warning: str = ""

    @property
    def tags(self) -> list[str]:
        return [tag.lower() for tag in _HASHTAG.findall(self.text)]


class MastodonServer(LoopbackServer):
    """`tokens` maps a user's token to the account name that is signed in with it, `bots` are those
    that say they are automated; `refused` counts the requests beyond the limit."""

    def __init__(
        self,
        name: str,
        port: int = 0,
        *,
        tokens: dict[str, str] | None = None,
        requests_in_window: int = 300,
        needs_sign_in: bool = False,
        bots: tuple[str, ...] = (),
        most_characters: int = 500,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.name = name
        self._bots = bots
        self._clock = clock
        self._writing = Writing(clock, most_characters)
        self._tokens = dict(tokens or {})
        self._allowed = requests_in_window
        self._needs_sign_in = needs_sign_in
        self._statuses: dict[int, Status] = {}
        self._ids: dict[str, int] = {}
        self._used = 0
        self.refused = 0
        self._change = Lock()
        super().__init__(self._reply, port)

    @property
    def statuses(self) -> list[Status]:
        """All there are, oldest first."""
        with self._change:
            return [status for _, status in sorted(self._statuses.items())]

    def post(self, status: Status) -> Status:
        """Published here by a local account; the status with its `uri`."""
        with self._change:
            return self._statuses[self._publish(status)]

    def _publish(self, status: Status) -> int:
        local_id = self._next_id(status.created_at)
        uri = f"https://{self.name}/users/{status.account.name}/statuses/{local_id}"
        kept = status if status.uri else replace(status, uri=uri)
        self._statuses[local_id] = kept
        self._ids[kept.uri] = local_id
        return local_id

    def receive(self, status: Status) -> None:
        """Federated from elsewhere: the same `uri` under an id of this server."""
        self.post(status)

    def edit(self, uri: str, text: str, at: datetime) -> None:
        with self._change:
            local_id = self._ids[uri]
            self._statuses[local_id] = replace(self._statuses[local_id], text=text, edited_at=at)

    def spread(self, uri: str, *, favourites: int, reblogs: int, replies: int = 0) -> None:
        """What others did with it, as this server knows."""
        with self._change:
            local_id = self._ids[uri]
            self._statuses[local_id] = replace(
                self._statuses[local_id],
                favourites=favourites,
                reblogs=reblogs,
                replies=replies,
            )

    def delete(self, uri: str) -> None:
        with self._change:
            del self._statuses[self._ids.pop(uri)]

    def reset_limit(self) -> None:
        """The next rate-limit window begins."""
        with self._change:
            self._used = 0

    def local_id(self, uri: str) -> str:
        return str(self._ids[uri])

    def _next_id(self, created_at: datetime) -> int:
        """Milliseconds in the upper bits, as Mastodon's own ids, and never used before."""
        local_id = int(created_at.timestamp() * 1000) << 16
        while local_id in self._statuses:
            local_id += 1
        return local_id

    def _reply(self, request: Request) -> Reply:
        with self._change:
            self._used += 1
            used = self._used
            statuses = sorted(self._statuses.items(), reverse=True)
        limits = self._limit_headers(used)
        if used > self._allowed:
            self.refused += 1
            return _answer({"error": "Too many requests"}, 429, limits)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        user = self._tokens.get(token) if scheme == "Bearer" else None
        if token and user is None:
            return _answer({"error": "The access token is invalid"}, 401, limits)
        reply = self._route(request, statuses, user)
        return replace(reply, headers={**reply.headers, **limits})

    def _route(  # noqa: PLR0911  a return for each route
        self, request: Request, statuses: list[tuple[int, Status]], user: str | None
    ) -> Reply:
        path = request.path
        if request.method == "POST" or path == "/api/v1/accounts/verify_credentials":
            return self._own(request, user)
        if path == "/api/v2/search":
            return self._search(request, statuses, user)
        if path == "/api/v2/instance":
            counted = {
                "max_characters": self._writing.most_characters,
                "characters_reserved_per_url": 23,
            }
            told = {"domain": self.name, "title": self.name, "version": "4.5.0"}
            return _answer({**told, "configuration": {"statuses": counted}})
        if path.startswith("/api/v1/statuses/"):
            local_id, _, part = path.removeprefix("/api/v1/statuses/").partition("/")
            if part == "context":
                return self._context(local_id, statuses, user)
            return self._single(local_id, statuses)
        if path.startswith(_TAG_PATH):
            if self._needs_sign_in and user is None:
                return _answer({"error": "This method requires an authenticated user"}, 422)
            return self._timeline(request, statuses)
        if path == "/api/v1/notifications" and user is not None:
            return self._mentions(request, statuses, user)
        if path == "/api/v1/notifications":
            return _answer({"error": "The access token is invalid"}, 401)
        return _answer({"error": "Not Found"}, 404)

    def _own(self, request: Request, user: str | None) -> Reply:
        """What only the account itself may ask for: who it is, and to post."""
        if user is None:
            return _answer({"error": "The access token is invalid"}, 401)
        if request.method == "GET":
            return _answer(self._account_json(self._account(user)))
        if request.path != "/api/v1/statuses":
            return _answer({"error": "Not Found"}, 404)
        with self._change:
            local_id = self._writing.before(user, request)
            try:
                if local_id is None or local_id not in self._statuses:
                    local_id = self._write(request, user)
            except RefusedError as refusal:
                return _answer({"error": refusal.error}, refusal.status)
            return _answer(self._json(local_id, self._statuses[local_id]))

    def _write(self, request: Request, user: str) -> int:
        written = self._writing.read(request, self._statuses.__contains__)
        parent = self._statuses.get(written.parent or 0)
        status = Status(
            account=self._account(user),
            text=written.text,
            created_at=self._clock(),
            language=written.language,
            reply_to=parent.uri if parent else None,
            visibility=written.visibility,
        )
        local_id = self._publish(status)
        self._writing.remember(user, request, local_id)
        return local_id

    def _account(self, user: str) -> Account:
        return Account(name=user, home=self.name, is_bot=user in self._bots)

    def _search(
        self, request: Request, statuses: list[tuple[int, Status]], user: str | None
    ) -> Reply:
        wanted = request.first("q")
        if wanted.startswith(("http://", "https://")) and request.first("resolve") == "true":
            known = [each for each in statuses if user is not None and each[1].uri == wanted]
            page = [self._json(*each) for each in known]
            return _answer({"accounts": [], "statuses": page, "hashtags": []})
        parts = re.findall(r'"([^"]+)"|(\S+)', wanted.lower())
        words = [phrase or word for phrase, word in parts]
        found = [
            (local_id, status)
            for local_id, status in statuses
            if user is not None
            and status.visibility == "public"
            and all(word in status.text.lower() for word in words)
        ]
        page = [self._json(*each) for each in _cut(found, request)]
        return _answer({"accounts": [], "statuses": page, "hashtags": []})

    def _single(self, wanted: str, statuses: list[tuple[int, Status]]) -> Reply:
        for local_id, status in statuses:
            if str(local_id) == wanted and status.visibility in ("public", "unlisted"):
                return _answer(self._json(local_id, status))
        return _answer({"error": "Record not found"}, 404)

    def _context(self, wanted: str, statuses: list[tuple[int, Status]], user: str | None) -> Reply:
        by_id = {str(local_id): status for local_id, status in statuses}
        if wanted not in by_id:
            return _answer({"error": "Record not found"}, 404)
        below: list[tuple[int, Status]] = []
        level = [by_id[wanted].uri]
        while level:
            answers = [each for each in reversed(statuses) if each[1].reply_to in level]
            below += answers
            level = [status.uri for _, status in answers]
        shown = [each for each in below if each[1].visibility in ("public", "unlisted")]
        if user is None:
            shown = shown[:MOST_BELOW_FOR_STRANGERS]
        descendants = [self._json(*each) for each in shown]
        ancestors = [self._json(*each) for each in _above(by_id[wanted], statuses)]
        return _answer({"ancestors": ancestors, "descendants": descendants})

    def _timeline(self, request: Request, statuses: list[tuple[int, Status]]) -> Reply:
        wanted = {request.path.removeprefix(_TAG_PATH).lower()}
        wanted |= {tag.lower() for tag in request.every("any[]")[:3]}
        needed = {tag.lower() for tag in request.every("all[]")}
        barred = {tag.lower() for tag in request.every("none[]")}
        found = [
            (local_id, status)
            for local_id, status in statuses
            if status.visibility == "public"
            and wanted & set(status.tags)
            and needed <= set(status.tags)
            and not barred & set(status.tags)
        ]
        page = _cut(found, request)
        return _answer(
            [self._json(*each) for each in page], headers=self._links(request, [i for i, _ in page])
        )

    def _mentions(self, request: Request, statuses: list[tuple[int, Status]], user: str) -> Reply:
        addressed = re.compile(rf"@{re.escape(user)}\b")
        found = [each for each in statuses if addressed.search(each[1].text)]
        page = _cut(found, request)
        items = [
            {
                "id": str(local_id),
                "type": "mention",
                "created_at": _iso(status.created_at),
                "account": self._account_json(status.account),
                "status": self._json(local_id, status),
            }
            for local_id, status in page
        ]
        return _answer(items, headers=self._links(request, [i for i, _ in page]))

    def _links(self, request: Request, ids: list[int]) -> dict[str, str]:
        if not ids:
            return {}
        kept = [(k, v) for k, v in request.query if k not in ("max_id", "min_id", "since_id")]
        older = urlencode([*kept, ("max_id", str(ids[-1]))])
        newer = urlencode([*kept, ("min_id", str(ids[0]))])
        address = f"{self.url}{request.path}"
        return {"Link": f'<{address}?{older}>; rel="next", <{address}?{newer}>; rel="prev"'}

    def _limit_headers(self, used: int) -> dict[str, str]:
        reset = datetime.now(UTC) + _WINDOW
        return {
            "X-RateLimit-Limit": str(self._allowed),
            "X-RateLimit-Remaining": str(max(self._allowed - used, 0)),
            "X-RateLimit-Reset": _iso(reset),
        }

    def _json(self, local_id: int, status: Status) -> dict[str, object]:
        parent = self._ids.get(status.reply_to or "")
        parent_status = self._statuses.get(parent) if parent is not None else None
        return {
            "id": str(local_id),
            "created_at": _iso(status.created_at),
            "in_reply_to_id": str(parent) if parent is not None else None,
            "in_reply_to_account_id": _account_id(parent_status.account) if parent_status else None,
            "sensitive": bool(status.warning),
            "spoiler_text": status.warning,
            "visibility": status.visibility,
            "language": status.language,
            "uri": status.uri,
            "url": f"{status.account.url}/{status.uri.rpartition('/')[2]}",
            "replies_count": status.replies,
            "reblogs_count": status.reblogs,
            "favourites_count": status.favourites,
            "edited_at": _iso(status.edited_at) if status.edited_at else None,
            "content": _html(status),
            "reblog": None,
            "account": self._account_json(status.account),
            "media_attachments": [],
            "mentions": [],
            "tags": [{"name": tag, "url": f"{self.url}/tags/{tag}"} for tag in status.tags],
            "emojis": [],
        }

    def _account_json(self, account: Account) -> dict[str, object]:
        is_local = account.home == self.name
        return {
            "id": _account_id(account),
            "username": account.name,
            "acct": account.name if is_local else f"{account.name}@{account.home}",
            "display_name": account.name.capitalize(),
            "url": account.url,
            "uri": f"https://{account.home}/users/{account.name}",
            "followers_count": account.followers,
            "noindex": account.no_index,
            "bot": account.is_bot,
        }


def _account_id(account: Account) -> str:
    return str(int.from_bytes(f"{account.name}@{account.home}".encode()[:7], "big"))


def _html(status: Status) -> str:
    lines = "</p><p>".join(escape(line, quote=False) for line in status.text.split("\n"))
    home = f"https://{status.account.home}"
    tagged = _HASHTAG.sub(
        rf'<a href="{home}/tags/\1" class="mention hashtag" rel="tag">#<span>\1</span></a>', lines
    )
    # A mention shows no server, and leads to one.
    mentioned = _MENTION.sub(
        r'<span class="h-card"><a href="https://\2/@\1" class="u-url mention">@<span>\1</span></a>'
        r"</span>",
        tagged,
    )
    return f"<p>{mentioned}</p>"


def _cut(found: list[tuple[int, Status]], request: Request) -> list[tuple[int, Status]]:
    """One page of newest-first items, by the ids the request names."""
    limit = min(int(request.first("limit", "20")), 40)
    max_id, min_id = request.first("max_id"), request.first("min_id")
    since_id = request.first("since_id")
    if max_id:
        found = [each for each in found if each[0] < int(max_id)]
    if since_id:
        found = [each for each in found if each[0] > int(since_id)]
    if min_id:
        return [each for each in found if each[0] > int(min_id)][-limit:]
    return found[:limit]


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _answer(document: object, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    sent = {"Content-Type": "application/json; charset=utf-8", **(headers or {})}
    return Reply(status, json.dumps(document).encode(), sent)


def _above(status: Status, statuses: list[tuple[int, Status]]) -> list[tuple[int, Status]]:
    """What a status answers and what that answers in turn, from the first on."""
    by_uri = {each[1].uri: each for each in statuses}
    above: list[tuple[int, Status]] = []
    while status.reply_to in by_uri:
        above.insert(0, by_uri[status.reply_to])
        status = above[0][1]
    return above
