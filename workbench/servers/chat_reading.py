"""What members of a chat see of a message with markup in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TELEGRAM_TAGS = frozenset(["b", "strong", "i", "em", "u", "s", "a", "code", "pre", "blockquote"])
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_COMMON = r"(?<!\w)([*_~`])\S[^\n]*?\1|^\s*(?:[-+*>#]|\d+[.)])\s|<[@!&#]?\w+(?::\w+)*>"
DISCORD_MARKS = re.compile(_COMMON + r"|\|\|[^\n]+?\|\|", re.M)
CARD_MARKS = re.compile(_COMMON + r"|\{\{(?:DATE|TIME)\(", re.M)
_ASIDE = 0xE000
"""Where private letters begin, that no message has."""


def commonmark(written: str, marks: re.Pattern[str]) -> tuple[str, list[str]]:
    """(what is read, what is marked up), of the one platform's marks or the other's."""
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found[1])
        return chr(_ASIDE + len(kept) - 1)

    bare = _ESCAPED.sub(aside, written)
    marked = [found[2] for found in _LINK.finditer(bare)]
    read = _LINK.sub(r"\1", bare)
    marked += [found[0] for found in marks.finditer(read)]
    shown = "".join(
        kept[ord(letter) - _ASIDE] if 0 <= ord(letter) - _ASIDE < len(kept) else letter
        for letter in read
    )
    return re.sub(r"\r?\n\n?", "\n", shown), marked


def telegram_html(written: str) -> tuple[str, list[str]]:
    """(what is read, the tags). ValueError for a tag that Telegram does not know."""
    parser = _TelegramHtml()
    parser.feed(written)
    parser.close()
    return "".join(parser.text), parser.tags


class _TelegramHtml(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in _TELEGRAM_TAGS:
            raise ValueError(f"no tag of Telegram: {tag}")
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)
