"""The plain form of a text, in which the finders look, and the way back to the text itself."""

from __future__ import annotations

import re
from functools import cache

# Spaces, hyphens and signs that look like plain ones, one character for one so that places stay.
_LOOKALIKES = {
    **dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D), "-"),
    0xFF20: "@",
    0xFF0B: "+",
}
# Where the ten digits of other scripts begin, the wide ones and those of mathematics included.
_ZEROS = (0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)

# What nobody sees (soft hyphens, zero width, direction) and accents that stand by themselves.
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ACCENTS = "\u0300-\u036f"

Places = tuple[list[int], list[int]]
"""For each plain character where it begins in the text and where it ends."""


def plain_form(text: str) -> tuple[str, Places | None]:
    """The text in plain digits, spaces and letters; no places where they are the text's own.

    Numbers copied from an address book carry marks of direction, and some systems write é as e and
    an accent: neither may hide what is there.
    """
    if text.isascii():
        return text, None
    characters, loose = _translation()
    plain = text.translate(characters)
    return (plain, None) if not loose.search(plain) else _closed_up(plain)


def placed_back(start: int, end: int, places: Places | None) -> tuple[int, int]:
    """A span of the plain form as one of the text; a span is never empty."""
    if places is None:
        return start, end
    begins, ends = places
    return begins[start], ends[end - 1]


@cache
def _translation() -> tuple[dict[int, str], re.Pattern[str]]:
    digits = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
    return {**_LOOKALIKES, **digits}, re.compile(f"[{_UNSEEN}{_ACCENTS}]")


def _closed_up(plain: str) -> tuple[str, Places]:
    from unicodedata import normalize

    kept: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    _, loose = _translation()
    for place, character in enumerate(plain):
        if loose.match(character):
            composed = normalize("NFC", kept[-1] + character) if kept else ""
            if len(composed) == 1:
                kept[-1], ends[-1] = composed, place + 1
                continue
            if not "\u0300" <= character <= "\u036f":
                continue
        kept.append(character)
        begins.append(place)
        ends.append(place + 1)
    return "".join(kept), (begins, ends)
