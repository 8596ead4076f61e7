"""A span: where in a text something was found, and what it is."""

from __future__ import annotations

import re

Span = tuple[int, int, str]
"""(start, end, type) in characters, end exclusive."""


def digits(found: str) -> str:
    return "".join(c for c in found if c.isdecimal() and c.isascii())


_DIGIT = re.compile(r"\d")


def has_digits(text: str) -> bool:
    """Most posts have none, and need not be searched for numbers."""
    return _DIGIT.search(text) is not None
