"""Feeds as a web server publishes them: RSS 2.0, Atom and JSON Feed, with validators.

Each feed has a name and is served at /{name}.rss, /{name}.atom and /{name}.json, newest first.
Entries are added, edited and removed while it runs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from threading import Lock
from xml.sax.saxutils import escape, quoteattr

from workbench.servers.loopback import LoopbackServer, Reply, Request

NEWEST_ENTRIES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`body` is HTML, `link` the page it is published on."""

    id: str
    link: str
    title: str
    body: str
    author: str
    published_at: datetime
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    title: str
    link: str
    language: str
    entries: tuple[Entry, ...] = ()


class FeedServer(LoopbackServer):
    def __init__(self, port: int = 0) -> None:
        self._feeds: dict[str, _Feed] = {}
        self._gone: set[str] = set()
        self._moved: dict[str, str] = {}
        self._change = Lock()
        super().__init__(self._reply, port)

    def create(self, name: str, title: str, language: str, link: str) -> None:
        with self._change:
            self._feeds[name] = _Feed(title=title, link=link, language=language)

    def publish(self, name: str, *entries: Entry) -> None:
        with self._change:
            feed = self._feeds[name]
            known = {entry.id: entry for entry in (*feed.entries, *entries)}
            self._feeds[name] = replace(feed, entries=tuple(known.values()))

    def edit(self, name: str, entry_id: str, body: str, at: datetime) -> None:
        with self._change:
            feed = self._feeds[name]
            self._feeds[name] = replace(
                feed,
                entries=tuple(
                    replace(entry, body=body, updated_at=at) if entry.id == entry_id else entry
                    for entry in feed.entries
                ),
            )

    def remove(self, name: str, entry_id: str) -> None:
        with self._change:
            feed = self._feeds[name]
            kept = tuple(entry for entry in feed.entries if entry.id != entry_id)
            self._feeds[name] = replace(feed, entries=kept)

    def take_down(self, name: str) -> None:
        """From now on 410."""
        with self._change:
            self._gone.add(name)

    def move(self, path: str, to: str) -> None:
        """From now on 301 from a path to another address."""
        with self._change:
            self._moved[path] = to

    def _reply(self, request: Request) -> Reply:
        name, _, kind = request.path.strip("/").rpartition(".")
        with self._change:
            if request.path in self._moved:
                return Reply(301, headers={"Location": self._moved[request.path]})
            if name in self._gone:
                return Reply(410, b"gone\n")
            feed = self._feeds.get(name)
        if feed is None or kind not in _WRITERS:
            return Reply(404, b"not found\n")
        entries = sorted(feed.entries, key=lambda each: each.published_at, reverse=True)
        content_type, write = _WRITERS[kind]
        body = write(replace(feed, entries=tuple(entries[:NEWEST_ENTRIES])))
        etag = f'"{sha256(body).hexdigest()[:20]}"'
        changed_at = max(
            (entry.updated_at or entry.published_at for entry in entries),
            default=datetime(2000, 1, 1, tzinfo=UTC),
        )
        headers = {
            "Content-Type": content_type,
            "ETag": etag,
            "Last-Modified": format_datetime(changed_at.astimezone(UTC), usegmt=True),
        }
        if request.headers.get("if-none-match") == etag:
            return Reply(304, headers=headers)
        return Reply(200, body, headers)


def _rss(feed: _Feed) -> bytes:
    items = "".join(
        f"<item><title>{escape(each.title)}</title><link>{escape(each.link)}</link>"
        f'<guid isPermaLink="false">{escape(each.id)}</guid>'
        f"<dc:creator>{escape(each.author)}</dc:creator>"
        f"<pubDate>{format_datetime(each.published_at)}</pubDate>"
        f"<description>{escape(each.body)}</description></item>"
        for each in feed.entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{escape(feed.title)}</title><link>{escape(feed.link)}</link>"
        f"<description>{escape(feed.title)}</description>"
        f"<language>{escape(feed.language)}</language>{items}</channel></rss>"
    ).encode()


def _atom(feed: _Feed) -> bytes:
    entries = "".join(
        f'<entry><title type="text">{escape(each.title)}</title><id>{escape(each.id)}</id>'
        f"<link href={quoteattr(each.link)}/>"
        f"<author><name>{escape(each.author)}</name></author>"
        f"<published>{each.published_at.isoformat()}</published>"
        f"<updated>{(each.updated_at or each.published_at).isoformat()}</updated>"
        f'<content type="html">{escape(each.body)}</content></entry>'
        for each in feed.entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>'
        f"<title>{escape(feed.title)}</title><id>{escape(feed.link)}</id>"
        f"<link href={quoteattr(feed.link)}/>{entries}</feed>"
    ).encode()


def _json(feed: _Feed) -> bytes:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.link,
            "language": feed.language,
            "items": [
                {
                    "id": each.id,
                    "url": each.link,
                    "title": each.title,
                    "content_html": each.body,
                    "date_published": each.published_at.isoformat(),
                    "date_modified": (each.updated_at or each.published_at).isoformat(),
                    "authors": [{"name": each.author}],
                }
                for each in feed.entries
            ],
        }
    ).encode()


_WRITERS = {
    "rss": ("application/rss+xml; charset=utf-8", _rss),
    "atom": ("application/atom+xml; charset=utf-8", _atom),
    "json": ("application/feed+json", _json),
}
