"""Alert mails: what a service found and lists as links with some of the words around them.

No two services write them alike, so this reads them as a person skims them: a link with a title
begins a mention, and what follows belongs to it; words above a button ("Read the review") are the
mention that the button leads to; links to settings and the like are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from earshot.reading.markup import plain_text, tidy
from earshot.sources.feed.entry import web_address
from earshot.sources.mail.letter import Letter
from earshot.sources.mail.phrases import BUTTON, NO_MENTION

MOST_ITEMS = 100
LONGEST_SNIPPET = 2_000
SHORTEST_TITLE = 15
SHORTEST_WORDS = 20
_LONGEST_BUTTON_WORDS = 5

# A tag holds no other tag: so that what is never closed is given up at the next one.
_ANCHOR = re.compile(r"<a\b([^<>]{0,4000})>|</a\s{0,9}>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BARE = re.compile(r"<?(https?://[^\s<>\"]{4,2000})>?")


@dataclass(slots=True)
class Item:
    """What one link of an alert tells of; `title` may be empty."""

    url: str
    title: str
    words: list[str] = field(default_factory=list)

    def text(self) -> str:
        words = tidy("\n".join(self.words))[:LONGEST_SNIPPET]
        return f"{self.title}\n\n{words}" if self.title and words else self.title or words


def items_in(letter: Letter) -> list[Item]:
    """What the alert lists, each address once."""
    pieces = _of_html(letter.html) if letter.html.strip() else _of_plain(letter.plain)
    found: dict[str, Item] = {}
    current: Item | None = None
    loose: list[str] = []
    for url, words in pieces:
        if not url:
            (loose if current is None else current.words).append(words)
            continue
        address = web_address(unescape(url), "")
        if not address or _is_no_mention(words, address):
            current, loose = None, []
        elif _is_title(words):
            current = found.setdefault(address, Item(address, words[:500]))
            loose = []
        elif current is not None:
            if words:
                current = None
        elif len(said := tidy("\n".join(loose))) >= SHORTEST_WORDS:
            found.setdefault(address, Item(address, "", [said]))
            loose = []
        if len(found) >= MOST_ITEMS:
            break
    return list(found.values())


def _is_no_mention(words: str, address: str) -> bool:
    path = address.partition("://")[2].partition("/")[2].partition("?")[0]
    return bool(
        (NO_MENTION.search(words) and not len(words) > 60) or re.search("unsubscribe", path, re.I)
    )


def _is_title(words: str) -> bool:
    if BUTTON.match(words) and len(words.split()) <= _LONGEST_BUTTON_WORDS:
        return False
    return len(words) >= SHORTEST_TITLE and len(words.split()) >= 3


def _of_html(html: str) -> Iterator[tuple[str, str]]:
    """("", words) and (address, words of the link), in their order."""
    at, url = 0, ""
    for tag in _ANCHOR.finditer(html):
        yield from _piece(url, html[at : tag.start()])
        at, url = tag.end(), ""
        if tag[1] is not None and (href := _HREF.search(tag[1])):
            url = next(each for each in href.groups() if each is not None)
    yield from _piece(url, html[at:])


def _piece(url: str, html: str) -> Iterator[tuple[str, str]]:
    words = plain_text(html)
    if url or words:
        yield url, " ".join(words.split()) if url else words


def _of_plain(text: str) -> Iterator[tuple[str, str]]:
    """Without links around words, each address is the button below the paragraph before it."""
    at = 0
    for found in _BARE.finditer(text):
        before = text[at : found.start()].strip()
        if before:
            yield "", before.rpartition("\n\n")[2]
        at = found.end()
        yield found[1].rstrip(".,;)"), ""
