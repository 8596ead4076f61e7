"""GitHub's API for issues: search, lists of a repository, single entries, users, new comments.

Like the original: the search counts against limits of its own; it finds issues and pull requests
apart, by what stands in them or their comments, a thousand at most; every answer carries the
limit's headers, and beyond a limit comes 403 with nothing left; lists have an ETag, and a 304 is
free with a token; pages are told in the Link header, by a repository's number; a deleted issue is
gone (410), a deleted comment not found. Who comments in a locked conversation is refused (403), and
who comments too much at once waits for the secondary limit (403 with `Retry-After`); nothing keeps
a comment from being written twice. A repository that moved answers readers with its new place.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Lock
from urllib.parse import urlencode

from workbench.servers.loopback import LoopbackServer, Reply, Request

MOST_FOUND = 1000
LONGEST_BODY = 65_536
WRITER = "acme-answers"
"""Whose tokens they are."""
_WINDOWS = {"search": timedelta(minutes=1), "core": timedelta(hours=1)}
_LIST = re.compile(r"/repos/([\w.-]+/[\w.-]+)/issues(/comments)?")
_ISSUE = re.compile(r"/repos/([\w.-]+/[\w.-]+)/issues/(\d+)(/comments)?")
_COMMENT = re.compile(r"/repos/([\w.-]+/[\w.-]+)/issues/comments/(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An issue or pull request (with a title), or a comment of issue `number`."""

    repository: str
    author: str
    text: str
    created_at: datetime
    title: str | None = None
    number: int = 0
    is_pull: bool = False
    id: int = 0
    updated_at: datetime | None = None
    reactions: int = 0

    @property
    def changed_at(self) -> datetime:
        return self.updated_at or self.created_at


class GithubServer(LoopbackServer):
    """`limits` are requests in a window by resource, for each token and for strangers; `tokens`
    are the valid ones. `over_limit` counts the requests that came beyond, `free` the 304s that cost
    nothing."""

    def __init__(
        self,
        port: int = 0,
        *,
        tokens: tuple[str, ...] = (),
        limits: dict[str, int] | None = None,
        token_expires: str = "",
        comments_at_once: int = 80,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._locked: set[tuple[str, int]] = set()
        self._moved: dict[str, str] = {}
        self._comments_left = comments_at_once
        self._clock = clock
        self._entries: dict[int, Entry] = {}
        self._followers: dict[str, int] = {}
        self._gone: set[tuple[str, int]] = set()
        self._tokens = tokens
        self._limits = {"search": 30, "core": 5000} | (limits or {})
        self._token_expires = token_expires
        self._used: Counter[tuple[str, str]] = Counter()
        self._incomplete = 0
        self._next_id = 1000
        self.over_limit = 0
        self.free = 0
        self._change = Lock()
        super().__init__(self._reply, port)

    def publish(self, *entries: Entry) -> list[Entry]:
        """The entries with their ids and numbers. A comment moves its issue's `updated_at`."""
        with self._change:
            return [self._add(entry) for entry in entries]

    def edit(self, entry_id: int, text: str, at: datetime) -> None:
        self._put(replace(self._entries[entry_id], text=text, updated_at=at))

    def react(self, entry_id: int, reactions: int) -> None:
        self._put(replace(self._entries[entry_id], reactions=reactions))

    def remove(self, entry_id: int) -> None:
        with self._change:
            entry = self._entries.pop(entry_id)
            if entry.title is not None:
                self._gone.add((entry.repository, entry.number))

    @property
    def entries(self) -> list[Entry]:
        with self._change:
            return sorted(self._entries.values(), key=lambda each: each.id)

    def lock(self, repository: str, number: int) -> None:
        with self._change:
            self._locked.add((repository, number))

    def move(self, repository: str, to: str) -> None:
        with self._change:
            self._moved[repository] = to
            for entry in self._entries.values():
                if entry.repository == repository:
                    self._entries[entry.id] = replace(entry, repository=to)

    def follow(self, author: str, followers: int) -> None:
        with self._change:
            self._followers[author] = followers

    def run_out_of_time(self, searches: int) -> None:
        """The next searches list half of what there is, and say so."""
        with self._change:
            self._incomplete = searches

    def reset_limits(self) -> None:
        """The next rate-limit windows begin."""
        with self._change:
            self._used.clear()

    def _add(self, entry: Entry) -> Entry:
        issues = [e for e in self._entries.values() if e.repository == entry.repository]
        number = entry.number or max((e.number for e in issues), default=0) + 1
        kept = replace(entry, id=self._next_id, number=number)
        self._next_id += 1
        self._entries[kept.id] = kept
        for each in issues:
            if kept.title is None and each.title is not None and each.number == number:
                moved = max(each.changed_at, kept.created_at)
                self._entries[each.id] = replace(each, updated_at=moved)
        return kept

    def _put(self, entry: Entry) -> None:
        with self._change:
            self._entries[entry.id] = entry

    def _reply(self, request: Request) -> Reply:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        resource = "search" if request.path.startswith("/search/") else "core"
        if token and (scheme != "Bearer" or token not in self._tokens):
            return _answer({"message": "Bad credentials"}, 401)
        with self._change:
            self._used[token, resource] += 1
            if self._used[token, resource] > self._limits[resource]:
                self.over_limit += 1
                refusal = _answer({"message": "API rate limit exceeded"}, 403)
                return self._marked(refusal, token, resource)
            entries = sorted(self._entries.values(), key=lambda e: (e.created_at, e.id))
        reply = self._route(request, entries)
        if reply.status == 200 and resource == "core":
            reply = self._conditional(request, reply, token)
        return self._marked(reply, token, resource)

    def _conditional(self, request: Request, reply: Reply, token: str) -> Reply:
        question = urlencode(request.query).encode()
        etag = f'W/"{sha256(question + reply.body).hexdigest()}"'
        if request.headers.get("if-none-match") != etag:
            return replace(reply, headers={**reply.headers, "ETag": etag})
        if token:
            with self._change:
                self._used[token, "core"] -= 1
                self.free += 1
        return Reply(304, b"", {"ETag": etag})

    def _marked(self, reply: Reply, token: str, resource: str) -> Reply:
        used, limit = self._used[token, resource], self._limits[resource]
        reset = datetime.now(UTC) + _WINDOWS[resource]
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(max(limit - used, 0)),
            "X-RateLimit-Reset": str(int(reset.timestamp())),
            "X-RateLimit-Used": str(used),
            "X-RateLimit-Resource": resource,
        }
        if token and self._token_expires:
            headers["GitHub-Authentication-Token-Expiration"] = self._token_expires
        return replace(reply, headers={**reply.headers, **headers})

    def _route(  # noqa: PLR0911  a return for each route
        self, request: Request, entries: list[Entry]
    ) -> Reply:
        path = request.path
        moved = next((old for old in self._moved if path.startswith(f"/repos/{old}/")), None)
        if moved is not None:
            to = f"{self.url}{path.replace(moved, self._moved[moved], 1)}"
            status = 307 if request.method == "POST" else 301
            return _answer({"message": "Moved Permanently", "url": to}, status, {"Location": to})
        if request.method == "POST":
            return self._comment(request, entries)
        if path == "/search/issues":
            return self._search(request, entries)
        if listed := _LIST.fullmatch(path):
            return self._list(request, entries, listed[1], is_comments=bool(listed[2]))
        if issue := _ISSUE.fullmatch(path):
            return self._issue(request, entries, issue[1], int(issue[2]), bool(issue[3]))
        if comment := _COMMENT.fullmatch(path):
            for entry in entries:
                if entry.id == int(comment[2]) and entry.repository == comment[1]:
                    return _answer(_comment_json(entry))
        name = path.removeprefix("/users/")
        if path.startswith("/users/") and name in self._followers:
            return _answer({"login": name, "id": 7, "followers": self._followers[name]})
        return _answer({"message": "Not Found"}, 404)

    def _search(self, request: Request, entries: list[Entry]) -> Reply:
        asked = request.first("q")
        since, _, until = _qualifier(asked, "created").removeprefix(">=").partition("..")
        is_pull = "is:pull-request" in asked
        if is_pull == ("is:issue" in asked):
            return _answer({"message": "Query must include 'is:issue' or 'is:pull-request'"}, 422)
        phrases = re.findall(r'"([^"]+)"', asked)
        found = [
            entry
            for entry in reversed(entries)
            if entry.title is not None
            and entry.is_pull == is_pull
            and (not since or _iso(entry.created_at) >= since)
            and (not until or _iso(entry.created_at) <= until)
            and all(phrase.lower() in f"{entry.title} {entry.text}".lower() for phrase in phrases)
        ]
        page = _cut(request, found[:MOST_FOUND])
        with self._change:
            is_incomplete = self._incomplete > 0
            self._incomplete -= is_incomplete
        if is_incomplete:
            page = page[::2]
        items = [_issue_json(entry, entries) for entry in page]
        body = {"total_count": len(found), "incomplete_results": is_incomplete, "items": items}
        return _answer(body)

    def _list(
        self, request: Request, entries: list[Entry], repository: str, *, is_comments: bool
    ) -> Reply:
        since = request.first("since")
        found = [
            entry
            for entry in entries
            if entry.repository == repository
            and (entry.title is None) == is_comments
            and _iso(entry.changed_at) >= since
        ]
        if not found and not any(entry.repository == repository for entry in entries):
            return _answer({"message": "Not Found"}, 404)
        found.sort(key=lambda each: (each.changed_at, each.id), reverse=True)
        page = _cut(request, found)
        shown = [_comment_json(e) if is_comments else _issue_json(e, entries) for e in page]
        return _answer(shown, headers=_links(self.url, request, len(found)))

    def _issue(
        self, request: Request, entries: list[Entry], repository: str, number: int, comments: bool
    ) -> Reply:
        if (repository, number) in self._gone:
            return _answer({"message": "This issue was deleted"}, 410)
        thread = [e for e in entries if e.repository == repository and e.number == number]
        if not thread:
            return _answer({"message": "Not Found"}, 404)
        if comments:
            since = request.first("since")
            found = [e for e in thread if e.title is None and _iso(e.changed_at) >= since]
            page = [_comment_json(each) for each in _cut(request, found)]
            return _answer(page, headers=_links(self.url, request, len(found)))
        issue = next(e for e in thread if e.title is not None)
        is_locked = (repository, number) in self._locked
        return _answer(_issue_json(issue, entries) | {"locked": is_locked})

    def _comment(  # noqa: PLR0911  a return for each refusal
        self, request: Request, entries: list[Entry]
    ) -> Reply:
        issue = _ISSUE.fullmatch(request.path)
        if issue is None or not issue[3] or "authorization" not in request.headers:
            return _answer({"message": "Not Found"}, 404)
        repository, number = issue[1], int(issue[2])
        if (repository, number) in self._gone:
            return _answer({"message": "This issue was deleted"}, 410)
        if not any((e.repository, e.number) == (repository, number) for e in entries):
            return _answer({"message": "Not Found"}, 404)
        if (repository, number) in self._locked:
            message = "Unable to create comment because issue is locked."
            return _answer({"message": message}, 403)
        body = json.loads(request.body).get("body")
        if not body or len(body) > LONGEST_BODY:
            return _answer({"message": "Validation Failed"}, 422)
        with self._change:
            if self._comments_left == 0:
                message = "You have exceeded a secondary rate limit."
                return _answer({"message": message}, 403, {"Retry-After": "60"})
            self._comments_left -= 1
            at = self._clock()
            said = Entry(
                repository=repository, author=WRITER, text=body, created_at=at, number=number
            )
            return _answer(_comment_json(self._add(said)), 201)


def _qualifier(asked: str, name: str) -> str:
    found = re.search(rf"\b{name}:(\S+)", asked)
    return found[1] if found else ""


def _cut(request: Request, found: list[Entry]) -> list[Entry]:
    size = min(int(request.first("per_page", "30")), 100)
    start = (int(request.first("page", "1")) - 1) * size
    return found[start : start + size]


def _links(url: str, request: Request, length: int) -> dict[str, str]:
    size, page = int(request.first("per_page", "30")), int(request.first("page", "1"))
    if page * size >= length:
        return {}
    kept = [(key, value) for key, value in request.query if key != "page"]
    address = f"{url}/repositories/1/issues?{urlencode([*kept, ('page', str(page + 1))])}"
    return {"Link": f'<{address}>; rel="next"'}


def _issue_json(entry: Entry, entries: list[Entry]) -> dict[str, object]:
    thread = (entry.repository, entry.number)
    comments = [e for e in entries if e.title is None and (e.repository, e.number) == thread]
    kind = "pull" if entry.is_pull else "issues"
    page = f"https://github.com/{entry.repository}/{kind}/{entry.number}"
    return _json(entry) | {
        "url": f"https://api.github.com/repos/{entry.repository}/issues/{entry.number}",
        "html_url": page,
        "number": entry.number,
        "title": entry.title,
        "comments": len(comments),
        **({"pull_request": {"html_url": page}} if entry.is_pull else {}),
    }


def _comment_json(entry: Entry) -> dict[str, object]:
    issues = f"https://api.github.com/repos/{entry.repository}/issues"
    page = f"https://github.com/{entry.repository}/issues/{entry.number}"
    return _json(entry) | {
        "url": f"{issues}/comments/{entry.id}",
        "html_url": f"{page}#issuecomment-{entry.id}",
        "issue_url": f"{issues}/{entry.number}",
    }


def _json(entry: Entry) -> dict[str, object]:
    is_bot = entry.author.endswith("[bot]")
    return {
        "id": entry.id,
        "user": {"login": entry.author, "id": 7, "type": "Bot" if is_bot else "User"},
        "body": entry.text or None,
        "created_at": _iso(entry.created_at),
        "updated_at": _iso(entry.changed_at),
        "reactions": {"total_count": entry.reactions, "+1": entry.reactions},
    }


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _answer(document: object, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    sent = {"Content-Type": "application/json; charset=utf-8", **(headers or {})}
    return Reply(status, json.dumps(document).encode(), sent)
