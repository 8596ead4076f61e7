"""Languages: in which of the seven a page speaks to somebody we do not know."""

from __future__ import annotations

import re
from typing import cast, get_args

from earshot.domain.contact import Language

DEFAULT_LANGUAGE: Language = "en"

_LONGEST_HEADER = 500
_RANGE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9-]+)?(?:\s*;\s*q\s*=\s*([01](?:\.[0-9]{1,3})?))?")


def preferred(accept_language: str) -> Language:
    """The first of ours by the header's own weights (RFC 9110, 12.5.4), English where none is."""
    wanted: list[tuple[float, str]] = []
    for written in accept_language[:_LONGEST_HEADER].lower().split(","):
        found = _RANGE.fullmatch(written.strip())
        if found and found[1] in get_args(Language):
            wanted.append((float(found[2] or 1), found[1]))
    weight, language = max(wanted, key=lambda each: each[0], default=(0.0, DEFAULT_LANGUAGE))
    return cast(Language, language) if weight > 0 else DEFAULT_LANGUAGE
