"""The alphabet of an SMS (3GPP TS 23.038) and how other letters are written in it.

One character outside it makes the phone network switch to UCS-2, where a segment holds 70
characters instead of 160.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SEGMENT_SEPTETS = 160

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
"""Each is sent as an escape and a character: two septets."""

# What Unicode does not decompose, or decomposes to something odd.
_WRITTEN_AS = {
    **dict.fromkeys("‘’‚‛′`´ʼ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("•·▪●◦", "*"),
    "…": "...", "⁄": "/", "×": "x", "÷": "/", "©": "(c)", "®": "(r)", "¢": "c",
    "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "ı": "i", "ẞ": "SS", "ŋ": "n", "Ŋ": "N", "ħ": "h", "Ħ": "H",
    "‽": "?!", "\N{ZERO WIDTH SPACE}": "",
}  # fmt: skip


def septets(text: str) -> int:
    """Room the text takes; every character must be one of the alphabet's."""
    return len(text) + sum(character in EXTENSION for character in text)


def transliterated(text: str) -> str:
    """The text on one line in the alphabet, letter by letter; what has no letters is left out."""
    return " ".join("".join(map(_written, text)).split())


def cut(text: str, room: int, mark: str = "...") -> str:
    """The longest beginning that takes at most `room` septets with `mark`; empty if none does."""
    if septets(text) <= room:
        return text
    room -= septets(mark)
    used = 0
    kept = 0
    for character in text:
        used += 2 if character in EXTENSION else 1
        if used > room:
            break
        kept += 1
    beginning = text[:kept]
    space = beginning.rfind(" ")
    if space > kept * 2 // 3 and text[kept : kept + 1] != " ":
        beginning = beginning[:space]
    beginning = beginning.rstrip(" ,;:.-")
    return beginning + mark if beginning else ""


@lru_cache(maxsize=1024)
def _written(character: str) -> str:
    if character in BASIC or character in EXTENSION:
        return " " if character in "\n\r\f" else character
    if character in _WRITTEN_AS:
        return _WRITTEN_AS[character]
    if character.isspace():
        return " "
    # One character at a time: decomposing a whole text sorts its marks, which hostile text can
    # make slow.
    parts = unicodedata.normalize("NFKD", character)
    if parts == character:
        return ""
    return "".join(_written(part) for part in parts)
