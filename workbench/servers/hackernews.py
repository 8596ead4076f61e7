"""Hacker News as Algolia serves it: /api/v1/search_by_date, /api/v1/items/{id}, .../users/{name}.

Like the original it forgives typos unless told not to, matches the beginnings of words, lists at
most 1,000 hits for a query, and sends neither validators nor rate limits: who asks more often than
it allows is refused without a word, and counted. What is removed is not found any more; below
others it leaves a place without author and text. What is killed is only not listed any more.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from threading import Lock

from workbench.servers.loopback import LoopbackServer, Reply, Request

MOST_HITS = 1000
_TAGS = re.compile(r"\(([^()]*)\)|([^(),]+)")
_FILTER = re.compile(r"created_at_i(<=|>=|<|>|=)(\d+)")
_JSON = {"Content-Type": "application/json; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A story (with a title) or a comment (with a parent). `text` is plain."""

    id: int
    author: str
    created_at: datetime
    text: str = ""
    title: str | None = None
    url: str | None = None
    story_id: int | None = None
    parent_id: int | None = None
    points: int = 1
    comments: int = 0


class HackerNewsServer(LoopbackServer):
    """`refused` counts the requests beyond `requests_in_window`."""

    def __init__(self, port: int = 0, *, requests_in_window: int = 10_000) -> None:
        self._items: dict[int, Item] = {}
        self._removed: dict[int, Item] = {}
        self._killed: set[int] = set()
        self._karma: dict[str, int] = {}
        self._allowed = requests_in_window
        self._used = 0
        self.refused = 0
        self._change = Lock()
        super().__init__(self._reply, port)

    def publish(self, *items: Item) -> None:
        with self._change:
            self._items.update({item.id: item for item in items})

    def edit(self, item_id: int, text: str) -> None:
        with self._change:
            self._items[item_id] = replace(self._items[item_id], text=text)

    def remove(self, item_id: int) -> None:
        with self._change:
            self._removed[item_id] = self._items.pop(item_id)

    def kill(self, item_id: int) -> None:
        """Flagged by readers or moderators: still there, but in no list."""
        with self._change:
            self._killed.add(item_id)

    def reset_limit(self) -> None:
        """The next hour begins."""
        with self._change:
            self._used = 0

    def set_karma(self, author: str, karma: int) -> None:
        with self._change:
            self._karma[author] = karma

    def _reply(self, request: Request) -> Reply:
        with self._change:
            self._used += 1
            if self._used > self._allowed:
                self.refused += 1
                return _answer({"message": "Too Many Requests"}, 429)
        if request.path == "/api/v1/search_by_date":
            return self._search(request)
        if request.path.startswith("/api/v1/items/"):
            return self._single(request.path.rpartition("/")[2])
        if request.path.startswith("/api/v1/users/"):
            name = request.path.rpartition("/")[2]
            with self._change:
                karma = self._karma.get(name)
            if karma is not None:
                return _answer({"username": name, "karma": karma})
        return _answer({"status": 404, "error": "Not Found"}, 404)

    def _search(self, request: Request) -> Reply:
        wanted = request.first("query")
        groups = [
            set(some.split(",") if some else [one])
            for some, one in _TAGS.findall(request.first("tags"))
        ]
        limits = _FILTER.findall(request.first("numericFilters"))
        with self._change:
            listed = [each for each in self._items.values() if each.id not in self._killed]
        items = sorted(listed, key=lambda each: each.created_at, reverse=True)
        found = [
            item
            for item in items
            if all(group & set(_tags(item)) for group in groups)
            and all(_within(item, sign, int(number)) for sign, number in limits)
            and _finds(item, wanted, forgiving=request.first("typoTolerance") != "false")
        ][:MOST_HITS]
        size = min(int(request.first("hitsPerPage", "20")), MOST_HITS)
        page = int(request.first("page", "0"))
        return _answer(
            {
                "hits": [_hit(item) for item in found[page * size : (page + 1) * size]],
                "nbHits": len(found),
                "page": page,
                "nbPages": -(-len(found) // size),
                "hitsPerPage": size,
                "exhaustiveNbHits": False,
                "query": wanted,
                "params": "",
                "processingTimeMS": 3,
            }
        )

    def _single(self, wanted: str) -> Reply:
        with self._change:
            found = self._items.get(int(wanted)) if wanted.isdecimal() else None
            if found is not None:
                return _answer(self._tree(found))
        return _answer({"status": 404, "error": "Not Found"}, 404)

    def _tree(self, item: Item) -> dict[str, object]:
        """The item with all below it; what was removed keeps its place where something answers."""
        below = [each for each in self._items.values() if each.parent_id == item.id]
        below += [
            each
            for each in self._removed.values()
            if each.parent_id == item.id
            and any(other.parent_id == each.id for other in self._items.values())
        ]
        is_removed = item.id in self._removed
        return {
            "id": item.id,
            "created_at_i": int(item.created_at.timestamp()),
            "type": "comment" if item.title is None else "story",
            "author": None if is_removed else item.author,
            "title": item.title,
            "url": item.url,
            "text": None if is_removed or not item.text else _html(item.text),
            "points": item.points if item.title is not None else None,
            "parent_id": item.parent_id,
            "story_id": item.story_id if item.title is None else item.id,
            "children": [self._tree(each) for each in below],
        }


def _tags(item: Item) -> list[str]:
    kind = "comment" if item.title is None else "story"
    story_id = item.story_id if kind == "comment" else item.id
    return [kind, f"author_{item.author}", f"story_{story_id}"]


def _html(text: str) -> str:
    return "<p>".join(escape(line) for line in text.split("\n"))


def _within(item: Item, sign: str, number: int) -> bool:
    at = int(item.created_at.timestamp())
    return {
        "<": at < number,
        "<=": at <= number,
        ">": at > number,
        ">=": at >= number,
        "=": at == number,
    }[sign]


def _finds(item: Item, query: str, *, forgiving: bool) -> bool:
    text = f"{item.title or ''} {item.text} {item.url or ''}".lower()
    words = re.findall(r"\w+", text)
    parts = re.findall(r'"([^"]+)"|(\S+)', query.lower())
    for phrase, word in parts:
        part = phrase or word
        begins = any(each.startswith(part) for each in words) or part in text
        near = forgiving and any(each[: len(part) - 1] == part[:-1] for each in words)
        if not begins and not near:
            return False
    return True


def _hit(item: Item) -> dict[str, object]:
    kind = "comment" if item.title is None else "story"
    html = _html(item.text) if item.text else None
    story_id = item.story_id if kind == "comment" else item.id
    return {
        "objectID": str(item.id),
        "author": item.author,
        "created_at": item.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "created_at_i": int(item.created_at.timestamp()),
        "title": item.title,
        "url": item.url,
        "story_text": html if kind == "story" else None,
        "comment_text": html if kind == "comment" else None,
        "story_id": story_id,
        "parent_id": item.parent_id,
        "points": item.points if kind == "story" else None,
        "num_comments": item.comments if kind == "story" else None,
        "_tags": _tags(item),
    }


def _answer(document: object, status: int = 200) -> Reply:
    return Reply(status, json.dumps(document).encode(), _JSON)
