"""RSS and Atom in all dialects, by feedparser, read to `FeedEntry`.

feedparser (https://feedparser.readthedocs.io/) gets bytes only, so it opens nothing, and neither
sanitises (quadratic time) nor resolves links; `feed_repair` bounds what reaches it.
"""

from __future__ import annotations

import re
from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.reading.markup import one_line, plain_text
from earshot.sources.feed.charset import decode
from earshot.sources.feed.entry import Feed, FeedEntry, left_out
from earshot.sources.feed.repair import repair

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
EXTRA_ESCAPES = 2
"""Some publishers escape their markup twice or three times (seen on large sites)."""

_STILL_MARKUP = re.compile(
    r"(?:<|&lt;)/(?:a|b|blockquote|div|em|i|li|ol|p|pre|script|span|strong|style|td|ul)\s*(?:>|&gt;)",
    re.IGNORECASE,
)
_READABLE = ("text/", "application/xhtml", "html", "xhtml", "text")


def read_xml_feed(response: Response) -> Feed:
    """Raises MalformedAnswerError where the body is neither RSS, Atom nor a relative of theirs."""
    import feedparser  # 60 ms that other sources need not wait for

    document = decode(response.body, response.headers.get("content-type", ""))
    headers = dict(_HEADERS)
    if language := response.headers.get("content-language"):
        headers["content-language"] = language
    try:
        repaired = repair(document)
        parsed: dict[str, Any] = feedparser.parse(
            BytesIO(repaired.document),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except MalformedAnswerError:
        raise
    except Exception as error:  # its handlers raise anything
        raise MalformedAnswerError(f"the feed parser gave up: {type(error).__name__}") from error
    version = str(parsed.get("version") or "")
    feed = parsed["feed"]
    is_atom = version.startswith("atom")
    author_name, author_url = _author(feed, is_atom) if is_atom else ("", "")
    return Feed(
        title=one_line(plain_text(_string(feed, "title"))),
        link=_string(feed, "link")[:2048],
        language=_string(feed, "language"),
        author_name=author_name,
        author_url=author_url,
        entries=tuple(_entry(entry, is_atom) for entry in parsed["entries"]),
        faults=left_out(repaired.entries_left_out),
    )


def _entry(entry: dict[str, Any], is_atom: bool) -> FeedEntry:
    author_name, author_url = _author(entry, is_atom)
    title = dict.get(entry, "title_detail") or {}
    bodies = [
        *(dict.get(entry, "content") or ()),
        dict.get(entry, "summary_detail") or {},
    ]
    return FeedEntry(
        id=one_line(_string(entry, "id"), 2048),
        link=one_line(_string(entry, "link"), 2048),
        title=one_line(_plain(title, is_atom) or plain_text(_string(entry, "title")), 1000),
        body=next((text for body in bodies if (text := _plain(body, is_atom))), "")
        or plain_text(_string(entry, "summary")),
        author_name=author_name,
        author_url=author_url,
        language=next((tag for part in (*bodies, title) if (tag := _string(part, "language"))), ""),
        published_at=_time(entry, "published_parsed") or _time(entry, "created_parsed"),
        updated_at=_time(entry, "updated_parsed"),
    )


def _plain(detail: dict[str, Any], is_atom: bool) -> str:
    """Only Atom says reliably what is plain text; in the others it is HTML more often than not."""
    kind = _string(detail, "type")
    if kind and not kind.startswith(_READABLE):
        return ""
    text = plain_text(_string(detail, "value"), is_markup=not is_atom or kind != "text/plain")
    for _ in range(EXTRA_ESCAPES):
        if not _STILL_MARKUP.search(text):
            break
        text = plain_text(text, is_markup=False)
    return text


def _author(owner: dict[str, Any], is_atom: bool) -> tuple[str, str]:
    """(name, url). Only Atom says what is a name; elsewhere feedparser's guess cuts mail addresses
    in two, and what was written is taken as it is."""
    detail = dict.get(owner, "author_detail") or {}
    name = _string(detail, "name") or _string(detail, "email") if is_atom else ""
    name = name or _string(owner, "author")
    return one_line(plain_text(name, is_markup=False)), one_line(_string(detail, "href"), 2048)


def _string(owner: dict[str, Any], key: str) -> str:
    """By `dict.get`: feedparser's own answers with other keys' values, and warns of it."""
    value = dict.get(owner, key)
    return value if isinstance(value, str) else ""


def _time(entry: dict[str, Any], key: str) -> datetime | None:
    value = dict.get(entry, key)
    if not isinstance(value, struct_time):
        return None
    try:
        return datetime.fromtimestamp(timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
