"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), read to `FeedEntry`."""

from __future__ import annotations

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.reading.answers import json_of
from earshot.reading.dates import parse_iso
from earshot.reading.markup import one_line, plain_text, tidy
from earshot.sources.feed.entry import MAX_ENTRIES, Feed, FeedEntry, left_out


def is_json(response: Response) -> bool:
    """By its first character: servers send JSON Feeds with every content type there is."""
    return response.body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def read_json_feed(response: Response) -> Feed:
    """Raises MalformedAnswerError where the body is no JSON Feed."""
    document = json_of(response)
    if (
        not isinstance(document, dict)
        or not str(document.get("version", "")).startswith("https://jsonfeed.org/version/")
        or not isinstance(items := document.get("items"), list)
    ):
        raise MalformedAnswerError("the body is no JSON Feed")
    too_many = left_out(len(items) - MAX_ENTRIES)
    items = items[:MAX_ENTRIES]
    faults = tuple(
        f"entry {number}: not an object"
        for number, item in enumerate(items)
        if not isinstance(item, dict)
    )
    author_name, author_url = _author(document)
    return Feed(
        title=one_line(document.get("title")),
        link=one_line(document.get("home_page_url"), 2048),
        language=one_line(document.get("language")),
        author_name=author_name,
        author_url=author_url,
        entries=tuple(_entry(item) for item in items if isinstance(item, dict)),
        faults=faults + too_many,
    )


def _entry(item: dict[str, object]) -> FeedEntry:
    author_name, author_url = _author(item)
    identity = item.get("id")
    html = item.get("content_html")
    text = item.get("content_text")
    if isinstance(html, str) and html:
        body = plain_text(html)
    else:
        body = tidy(text if isinstance(text, str) and text else one_line(item.get("summary"), 8192))
    return FeedEntry(
        # Version 1 let publishers write numbers.
        id=one_line(str(identity) if isinstance(identity, int | float) else identity, 2048),
        link=one_line(item.get("url") or item.get("external_url"), 2048),
        title=one_line(item.get("title"), 1000),
        body=body,
        author_name=author_name,
        author_url=author_url,
        language=one_line(item.get("language")),
        published_at=parse_iso(item.get("date_published")),
        updated_at=parse_iso(item.get("date_modified")),
    )


def _author(owner: dict[str, object]) -> tuple[str, str]:
    """(name, url): version 1.1 has a list of authors, version 1 had one."""
    authors = owner.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else owner.get("author")
    if not isinstance(author, dict):
        return "", ""
    return one_line(author.get("name")), one_line(author.get("url"), 2048)
