"""A feed's entries, whatever format they came in, and the mentions they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qs, urljoin, urlsplit

from earshot.domain.mention import Author, Mention
from earshot.reading.dates import settle
from earshot.reading.language import claimed_language
from earshot.sources.contract import Parsed

EDIT_SECONDS = 60
"""Publishing takes moments; only what changed later than that was edited (ours)."""

MAX_ENTRIES = 1_000
"""Of one feed, the first as it lists them, newest first by custom. Feeds that keep everything they
ever said have some hundreds (ours)."""

_MAIL = re.compile(r"[^\s@<>()]{1,100}@[^\s@<>()]{1,200}")
_GOOGLE = re.compile(r"(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry; texts are plain, `link` may be relative, empty strings are what is missing."""

    id: str
    link: str
    title: str
    body: str
    author_name: str
    author_url: str
    language: str
    published_at: datetime | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    title: str
    link: str
    language: str
    author_name: str
    author_url: str
    entries: tuple[FeedEntry, ...]
    faults: tuple[str, ...] = ()


def left_out(count: int) -> tuple[str, ...]:
    """The fault of a feed with more entries than are read."""
    return (f"{count} entries behind the first {MAX_ENTRIES} are not read",) if count > 0 else ()


def mentions_of(feed: Feed, feed_url: str, now: datetime) -> Parsed:
    """A mention for each entry that anything identifies; the texts are whole."""
    site = web_address(feed.link, feed_url) or web_address(feed_url, "")
    mentions = []
    faults = list(feed.faults)
    for number, entry in enumerate(feed.entries):
        mention = _mention(feed, entry, site, now)
        if mention is None:
            faults.append(f"entry {number}: nothing to identify it by")
        else:
            mentions.append(mention)
    return Parsed(tuple(mentions), tuple(faults))


def web_address(link: str, base: str) -> str:
    """The http(s) address of a link, relative to `base`, without Google's redirection; or ""."""
    if not link:
        return ""
    try:
        address = urljoin(base, link).replace(" ", "%20")
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    if parts.path == "/url" and _GOOGLE.fullmatch(host):
        wrapped = parse_qs(parts.query, max_num_fields=50)
        target = (wrapped.get("url") or wrapped.get("q") or [""])[0]
        return web_address(target, "") or address
    return address


def _mention(feed: Feed, entry: FeedEntry, site: str, now: datetime) -> Mention | None:
    url = web_address(entry.link, site) or web_address(entry.id, "")
    native_id = _identity(entry, url, site)
    if native_id is None:
        return None
    published_at = entry.published_at or entry.updated_at
    created_at, date_guessed = settle(published_at, now)
    edited_at = entry.updated_at
    if (
        date_guessed
        or edited_at is None
        or edited_at > now
        or edited_at - created_at < timedelta(seconds=EDIT_SECONDS)
    ):
        edited_at = None
    return Mention(
        source="feeds",
        native_id=native_id,
        url=url,
        author=_author(feed, entry, url or site, site),
        text=_text(entry),
        language=claimed_language(entry.language) or claimed_language(feed.language),
        created_at=created_at,
        thread=native_id,
        edited_at=edited_at,
        date_guessed=date_guessed,
    )


def _identity(entry: FeedEntry, url: str, site: str) -> str | None:
    """The entry's id, else its link, else what it says. A number is only unique on its site."""
    if entry.id:
        return f"{_host(url or site)}/{entry.id}" if entry.id.isdigit() else entry.id
    if url:
        return url
    if not entry.title and not entry.link and not entry.body:
        return None
    return sha256(f"{entry.title or entry.body}\n{entry.link}".encode()).hexdigest()


def _text(entry: FeedEntry) -> str:
    """Title and body: either may name the brand. Many feeds repeat the title in the body."""
    if not entry.title or " ".join(entry.body.split()).startswith(entry.title):
        return entry.body or entry.title
    return f"{entry.title}\n\n{entry.body}" if entry.body else entry.title


def _author(feed: Feed, entry: FeedEntry, address: str, site: str) -> Author:
    """The author, else the feed's, else the publishing site. A name is only unique on its site;
    mail addresses identify, but are personal, so a digest stands for them."""
    host = _host(address)
    name, url = entry.author_name, entry.author_url
    if not name and not url:
        name, url = feed.author_name, feed.author_url
    if mail := _MAIL.search(name):
        name = _MAIL.sub("", name).strip(" <>(),;:@")
        if not name:
            digest = sha256(mail[0].lower().encode()).hexdigest()[:16]
            return Author(id=f"{host}/{digest}", name=mail[0].partition("@")[0])
    identity = web_address(url, address) or (f"{host}/{name}" if name else host)
    publisher = feed.title if host == _host(site) else ""
    return Author(id=identity, name=name or url or publisher or host)


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""
