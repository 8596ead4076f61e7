"""What a platform says a text's language is."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)
_THREE_LETTERS = {
    "deu": "de", "dut": "nl", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de",
    "ita": "it", "nld": "nl", "por": "pt", "spa": "es",
}  # fmt: skip


def claimed_language(tag: object) -> str | None:
    """The primary subtag of a language tag ("en-GB" is "en"), None where there is none."""
    if not isinstance(tag, str) or (match := _TAG.fullmatch(tag.strip())) is None:
        return None
    primary = match[1].lower()
    return None if primary == "und" else _THREE_LETTERS.get(primary, primary)
