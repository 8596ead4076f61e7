"""A message's text as each platform has to be given it, so that it shows as it was written.

What strangers wrote is in it: it may ping nobody, format nothing, and become no link that it was
not. Web addresses stay links: ours are, and strangers' were taken out when the text was made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

ELLIPSIS = "…"
SHORTEST_LINE = 40
"""A line that is cut further says nothing any more."""

_LINK = re.compile(r"""https?://[^\s<>"'`\\^{|}]*[^\s<>"'`\\^{|}.,;:!?)\]*_~]""")
_HANDLE = re.compile(r"@(?=[^\s@])")
_BROKEN_AT = "@\u200b"  # without width, and yet nobody's name any more

# Of what cannot be seen only these have a use: joiners in emoji and scripts, what keeps words from
# being links, and the marks of direction that end with their letter.
_USEFUL_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\u200e\u200f")

# What begins a list or a heading does so only at the beginning of a line.
_LINE_START = r"|^(\s*)([-+#]|\d+(?=[.)]))(?=.)"
# https://support.discord.com/hc/en-us/articles/210298617
_DISCORD = re.compile(r"[\\*_~`|<>\[\]]" + _LINE_START, re.M)
# A part of CommonMark, tags of mentions, and the {{DATE()}} of cards:
# https://learn.microsoft.com/adaptive-cards/create/textfeatures
_CARD = re.compile(r"[\\*_~`<>\[\]{}]" + _LINE_START, re.M)
_IN_TARGET = "!#$%&'*+,-./:;=?@_~"


@dataclass(frozen=True, slots=True)
class Markup:
    """How a platform wants text. `prose` and `link` write what is no link, and what is one;
    `line_end` parts two lines; at most `most` UTF-16 units are taken, written as they are."""

    prose: Callable[[str], str]
    link: Callable[[str], str]
    line_end: str
    most: int


def plain(text: str) -> str:
    return text


def unpinged(text: str) -> str:
    """The text with no handle in it that a platform would call."""
    return _HANDLE.sub(_BROKEN_AT, text)


def for_discord(text: str) -> str:
    return _DISCORD.sub(_escaped, unpinged(text))


def for_card(text: str) -> str:
    return _CARD.sub(_escaped, unpinged(text))


def card_link(url: str) -> str:
    """Cards make no links by themselves."""
    return f"[{_CARD.sub(_escaped, url)}]({quote(url, safe=_IN_TARGET)})"


def for_html(text: str) -> str:
    return escape(unpinged(text), quote=False)


def html_link(url: str) -> str:
    return escape(url, quote=False)


def without_signs(text: str) -> str:
    """For what is not known to us: neither a tag nor a handle in any language of markup."""
    return unpinged(text).replace("<", "‹").replace(">", "›")


def visible(text: str) -> str:
    """The text without what steers a screen or turns its direction around; it ends lines in a
    newline alone."""
    lines = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return "".join(
        letter
        for letter in lines.replace("\t", " ")
        if letter == "\n"
        or letter in _USEFUL_INVISIBLE
        or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs")
    )


def written(text: str, markup: Markup, room: int | None = None) -> str:
    """The text for that platform, in at most `room` (or as much as it takes).

    Too long, it is the longest lines that are shortened, and of what does not fit even so the last
    ones that are left out: a line with a link is what the message is sent for, and stays whole.
    """
    room = markup.most if room is None else room
    lines = _that_fit([_Line(line, markup) for line in visible(text).strip().split("\n")], room)
    over = _size(lines) - room
    for line in sorted(lines, key=lambda each: len(each.text), reverse=True):
        if over <= 0:
            break
        if not line.has_link:
            line.shorten(max(len(line.text) - over, SHORTEST_LINE))
            over = _size(lines) - room
    return markup.line_end.join(line.form for line in lines)


class _Line:
    """A line and its written `form`; `least` is what it takes when it is as short as it may be."""

    def __init__(self, text: str, markup: Markup) -> None:
        self.text, self.markup = text, markup
        self.has_link = bool(_LINK.search(text))
        self.form = _line(text, markup)
        shortest = text if self.has_link else shortened(text, SHORTEST_LINE)
        self.least = _length(_line(shortest, markup)) + len(markup.line_end)

    def shorten(self, most: int) -> None:
        self.text = shortened(self.text, most)
        self.form = _line(self.text, self.markup)


def _that_fit(lines: list[_Line], room: int) -> list[_Line]:
    """Without those, of lines with links none before any other, that do not fit at their least."""
    over = sum(line.least for line in lines) - room
    left_out = set()
    for number in sorted(range(len(lines)), key=lambda n: (lines[n].has_link, -n)):
        if over <= 0:
            break
        left_out.add(number)
        over -= lines[number].least
    return [line for number, line in enumerate(lines) if number not in left_out]


def _size(lines: list[_Line]) -> int:
    return sum(_length(line.form) + len(line.markup.line_end) for line in lines)


def title_of(text: str, markup: Markup, most: int) -> str:
    """One line of at most `most` characters, in which nothing is a link."""
    return markup.prose(shortened(" ".join(visible(text).split()), most))


def shortened(line: str, most: int) -> str:
    """At most `most` characters, cut before a letter that does not hang on to the one before it."""
    if len(line) <= most:
        return line
    end = most - len(ELLIPSIS)
    while end > 0 and _hangs_on(line, end):
        end -= 1
    return line[:end].rstrip() + ELLIPSIS


def _hangs_on(line: str, at: int) -> bool:
    """Whether a cut there would part an accent from its letter, or an emoji's pieces."""
    before, after = line[at - 1], line[at]
    return (
        after == "\u200d"
        or before == "\u200d"
        or unicodedata.category(after) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # colours of skin
        or ("\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff")
    )


def _line(line: str, markup: Markup) -> str:
    parts: list[str] = []
    end = 0
    for found in _LINK.finditer(line):
        parts += [markup.prose(line[end : found.start()]), markup.link(found[0])]
        end = found.end()
    return "".join([*parts, markup.prose(line[end:])])


def _length(text: str) -> int:
    """In UTF-16 units, the widest that any of the platforms counts in."""
    return len(text.encode("utf-16-le", "replace")) // 2


def _escaped(found: re.Match[str]) -> str:
    """A backslash before the sign; of a list's number, behind it."""
    if found[0][-1:].isdigit():
        return f"{found[0]}\\"
    indent = found[1] or ""
    return f"{indent}\\{found[0][len(indent) :]}"
