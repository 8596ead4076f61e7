"""An owner's search terms: read once, then matched against every text.

Platforms search loosely (typo tolerance, stems, any word of the query), so what they return is
matched again here and strangers are dropped. A line of terms holds words, "quoted phrases",
#hashtags, @handles and -exclusions; all parts of a line must occur and none of its exclusions may.
Lines are alternatives, except that a line of nothing but exclusions applies to all the others.

Letters are compared without case, accents, width or invisible characters; words end where the
letters and digits end, so `acme` is found in "Acme's", "ACME-Store" and "#acme", not in "acmeist".
A word also matches the hashtag, a hashtag the word, and a phrase the hashtag that joins its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

_SPELLINGS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"}
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_OUTER_PUNCTUATION = ".,;:!?()[]{}'"
_MAX_GAP = r"\W{1,8}"


class Kind(Enum):
    WORD = "word"
    PHRASE = "phrase"
    HASHTAG = "hashtag"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to look for. `text` is as written, without quotes, `#` or `@`."""

    kind: Kind
    text: str
    excluded: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Line:
    """Parts that must all occur (`wanted`) and parts of which none may (`excluded`)."""

    written: str
    wanted: tuple[Part, ...]
    excluded: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Alternatives, and exclusions that apply to all of them. Without lines everything matches."""

    lines: tuple[Line, ...]
    never: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    matched: bool
    reason: str


def parse_terms(written: Iterable[str]) -> Terms:
    """The owner's lines as Terms; lines without anything to look for are left out."""
    return _parsed(tuple(written))


def match(terms: Terms, text: str) -> Verdict:
    """Whether the text is about what the owner asked for, and which line says so."""
    folded = fold(text)
    for part in terms.never:
        if part.pattern.search(folded):
            return Verdict(False, f"excluded by -{part.text}")
    if not terms.lines:
        return Verdict(True, "no terms: everything matches")
    for line in terms.lines:
        if all(part.pattern.search(folded) for part in line.wanted) and not any(
            part.pattern.search(folded) for part in line.excluded
        ):
            return Verdict(True, f"matches {line.written}")
    return Verdict(False, "matches no term")


def excluded(terms: Terms, text: str) -> bool:
    """Whether an exclusion of the whole watch forbids the text, whatever else it says."""
    folded = fold(text)
    return any(part.pattern.search(folded) for part in terms.never)


def search_text(line: Line) -> str:
    """The line for a platform's own search: every part in quotes, since all of them must occur.

    Exclusions are left to `match`: no two platforms write them alike.
    """
    return " ".join(f'"{part.text}"' for part in line.wanted)


def fold(text: str) -> str:
    """The text without case, accents, width and invisible characters (NFKC, casefold, no marks)."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLINGS)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", composed)
        if unicodedata.category(letter) not in ("Mn", "Cf")
    )


@lru_cache(maxsize=256)
def _parsed(written: tuple[str, ...]) -> Terms:
    lines: list[Line] = []
    never: list[Part] = []
    for text in written:
        parts = _parts(text)
        wanted = tuple(part for part in parts if not part.excluded)
        unwanted = tuple(part for part in parts if part.excluded)
        if wanted:
            lines.append(Line(text.strip(), wanted, unwanted))
        else:
            never.extend(unwanted)
    return Terms(tuple(lines), tuple(never))


def _parts(line: str) -> tuple[Part, ...]:
    found = []
    for minus, quoted, bare in _PART.findall(line.translate(_QUOTES)):
        part = _part(quoted, bare, excluded=bool(minus))
        if part is not None:
            found.append(part)
    return tuple(found)


def _part(quoted: str, bare: str, *, excluded: bool) -> Part | None:
    sign, name = bare[:1], bare[1:].rstrip(_OUTER_PUNCTUATION)
    if sign in ("#", "＃") and fold(name):
        loose = "#?" if not excluded else "#"
        return Part(Kind.HASHTAG, name, excluded, _bounded(loose + re.escape(fold(name))))
    if sign in ("@", "＠") and fold(name):
        return Part(Kind.HANDLE, name, excluded, _handle(fold(name)))
    text = (quoted or bare.strip(_OUTER_PUNCTUATION) or bare).strip()
    words = fold(text).split()
    if not any(word.strip("-") for word in words):
        return None
    if len(words) == 1:
        return Part(Kind.WORD, text, excluded, _bounded(_word(words[0])))
    spaced = _MAX_GAP.join(re.escape(word) for word in words)
    joined = "#" + "".join(re.escape(word) for word in words)
    return Part(Kind.PHRASE, text, excluded, _bounded(f"(?:{spaced}|{joined})"))


def _word(folded: str) -> str:
    """A hyphen in a name is written with a space or not at all as often as with a hyphen."""
    return r"[\s-]?".join(re.escape(piece) for piece in folded.split("-") if piece)


def _bounded(pattern: str) -> re.Pattern[str]:
    """The pattern not within a longer word; where it ends in a sign (C++) any neighbour will do."""
    return re.compile(rf"(?:(?<!\w)|(?!\w)){pattern}(?:(?!\w)|(?<!\w))")


def _handle(name: str) -> re.Pattern[str]:
    """`@acme` is neither `@acme@elsewhere`, `@acme.shop` nor the end of a mail address; texts show
    `@acme@home.example` as `@acme` too, so the host is looked for only where there is one."""
    user, _, host = name.partition("@")
    here = rf"(?<![\w.@])@{re.escape(user)}"
    if not host:
        return re.compile(rf"{here}(?![\w@]|[.-]\w)")
    return re.compile(rf"{here}(?:@{re.escape(host)}(?![\w-]|\.\w)|(?![\w@]|[.-]\w))")
