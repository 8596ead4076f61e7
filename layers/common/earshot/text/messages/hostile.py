"""Strangers' text, made fit to be shown to people: bounded, visible, and never a link.

Everything here is linear in its input and takes any string, lone surrogates included.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

ELLIPSIS = "…"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# An emoji family and several scripts are spelled with joiners; every other invisible character
# (direction overrides, soft hyphens, tags) only serves to deceive the reader.
_JOINERS = frozenset("\u200c\u200d")
# No written language stacks more on one letter; "zalgo" text stacks dozens over the lines around.
_MOST_MARKS = 3

_LONGEST_LINK = 2000
# How much is read of a text for each character that is shown, and besides: much of it may be left
# out, and a letter of twenty endless texts has to be made all the same.
_READ_RATIO = 10
_READ_BESIDES = 1_000
# What RFC 3986 allows in an address. Anything else is percent-encoded.
_URL_SAFE = "!#$%&'()*+,-./:;=?@[]_~"

# A dot with a letter behind it is what mail programs and phones take for the dot of a domain.
_LINKING_DOT = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_])")
_GAPS = re.compile(r"\n{3,}")
# No width, and no line break after it; yet the word is no domain any more.
_GAP = "\u2060"


def visible(text: str) -> str:
    """The text without control characters and tricks of direction; lines end in a newline."""
    kept: list[str] = []
    marks = 0
    for character in text.replace("\r\n", "\n"):
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            continue
        if character in "\n\r\x0b\x0c\x85" or category in ("Zl", "Zp"):
            kept.append("\n")
        elif character == "\t" or category == "Zs":
            kept.append(" ")
        elif category == "Cs":
            kept.append(REPLACEMENT)
        elif category not in ("Cc", "Cf", "Co") or character in _JOINERS:
            kept.append(character)
    return "".join(kept)


def one_line(text: str, limit: int) -> str:
    """The visible text on one line of at most `limit` characters."""
    return shortened(" ".join(visible(_read(text, limit)).split()), limit)


def paragraphs(text: str, limit: int) -> list[str]:
    """The visible text as lines that are not empty, `limit` characters in all."""
    shown = visible(_read(text, limit))
    whole = "\n".join(line for raw in shown.split("\n") if (line := " ".join(raw.split())))
    return [line for line in shortened(whole, limit).split("\n") if line]


def copied(text: str, limit: int) -> list[str]:
    """The visible text as lines for somebody to copy, `limit` characters in all: paragraphs stay
    apart by one empty line, and what is a link stays one. For words that are ours."""
    shown = visible(_read(text, limit))
    whole = "\n".join(" ".join(line.split()) for line in shown.split("\n")).strip("\n")
    return shortened(_GAPS.sub("\n\n", whole), limit).split("\n") if whole else []


def _read(text: str, limit: int) -> str:
    return text[: limit * _READ_RATIO + _READ_BESIDES]


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words where one ends nearby."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    space = max(kept.rfind(" "), kept.rfind("\n"))
    if space > limit * 2 // 3:
        kept = kept[:space]
    return kept.rstrip(" \n\u200d") + ELLIPSIS


def unlinked(text: str, mark: str, gap: str = _GAP) -> str:
    """The text with addresses replaced by `mark`, and nothing left that becomes a link by itself.

    Beside our own link a stranger's would be pressed by mistake, or by design.
    """
    return "\n".join(
        " ".join(_unlinked_word(word, mark, gap) for word in line.split(" "))
        for line in text.split("\n")
    )


def _unlinked_word(word: str, mark: str, gap: str) -> str:
    if "://" in word or word.lower().startswith("www."):
        return mark
    return _LINKING_DOT.sub("." + gap, word)


def masked(address: str) -> str:
    """Enough of an address or a number to tell which it is, and no more: `a***@acme.example`,
    `+49***82`. What is masked already stays as it is."""
    name, at, domain = address.rpartition("@")
    if at:
        return f"{name[:1]}***@{domain}"
    return f"{address[:3]}***{address[-2:]}" if len(address) > 7 else "***" if address else ""


def web_link(url: str) -> str | None:
    """The address in ASCII if it is http(s) and names a host; None for anything else.

    User names in an address are refused: they exist to look like a host that is not there.
    """
    if len(url) > _LONGEST_LINK or any(c <= " " or c in '"<>\\^`{|}\x7f' for c in url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
            netloc = host if port is None else f"{host}:{port}"
            parts = parts._replace(netloc=netloc)
        return quote(parts.geturl(), safe=_URL_SAFE)
    except (ValueError, UnicodeError):
        return None
