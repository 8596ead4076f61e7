"""What leaves for a service: the text alone, without what could tell who wrote or is meant."""

from __future__ import annotations

import re
import unicodedata

from earshot.text.redaction import redact

LONGEST_TEXT_BYTES = 4_000
"""About a thousand tokens, which bounds the price of a question; Comprehend takes 5,000 bytes."""

_HANDLE = re.compile(r"(?<![\w@])@\w[\w.\-]*(?:@[\w.\-]+)?|(?<!\w)/?u/[\w\-]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

# Controls, format characters (zero width, direction, tags), private use, lone surrogates. Models
# read some that people cannot see, so they could carry instructions that nobody would notice.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_VARIATION_SELECTORS = frozenset(
    [*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]
)


def as_sent(text: str, language: str | None = None) -> str:
    """The text on one line, what is unseen taken out, handles and links replaced by marks,
    redacted, at most LONGEST_TEXT_BYTES of UTF-8. Empty where nothing is left to ask about.

    What is stored is redacted already. Here it is done once more, since only here it is certain:
    whoever asks, and although a number may have been split by characters that nobody sees.
    """
    # Cut roughly first, so that the work is bounded; what this cut may halve is cut off at the end.
    rough = "".join(map(_visible, text[: 2 * LONGEST_TEXT_BYTES]))
    marked = _HANDLE.sub("@user", _LINK.sub("[LINK]", rough))
    kept = " ".join(redact(marked, language).text.split()).encode()[:LONGEST_TEXT_BYTES]
    return kept.decode("utf-8", "ignore").strip()


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSEEN or ord(character) in _VARIATION_SELECTORS:
        return ""
    return character
