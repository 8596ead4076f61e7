"""Quotations: the customer's words in a reply, by which nobody judges the reply."""

from __future__ import annotations

import re
from functools import cache

LONGEST_QUOTATION = 1_000
"""A mark that is never closed must not swallow the letter."""

_UNQUOTED_RATIO = 1 / 3
"""Of a quotation fewer words than this are the customer's: then they are the writer's own."""


def quotations(text: str, complaint: str | None = None) -> list[tuple[int, int, bool]]:
    """(start, end, whether the customer may have said it) of each, in order, marks included.

    In time linear in the length of the text.

    Where the complaint is known, what stands in quotation marks and is not in it is our own.
    """
    found: list[tuple[int, int, bool]] = []
    known = set(_words().findall(complaint.lower())) if complaint else None
    for match in _quoted().finditer(text):
        words = _words().findall(match.group().lower())
        theirs = not known or sum(w in known for w in words) >= _UNQUOTED_RATIO * len(words)
        found.append((*match.span(), theirs))
    return found


@cache
def _quoted() -> re.Pattern[str]:
    inside = rf"{{1,{LONGEST_QUOTATION}}}"
    return re.compile(
        rf"^[ \t]{{0,8}}>[^\n]{{1,{LONGEST_QUOTATION}}}"
        rf"|\"[^\"\n]{inside}\""
        rf"|“[^”“\n]{inside}[”“]"
        rf"|„[^“”\"\n]{inside}[“”\"]"
        rf"|”[^”\n]{inside}”"
        rf"|«[^»«\n]{inside}»"
        rf"|»[^«»\n]{inside}«"
        rf"|‹[^›\n]{inside}›|›[^‹\n]{inside}‹"
        rf"|(?<!\w)‘[^’‘\n]{inside}’(?!\w)"
        rf"|‚[^‘’'\n]{inside}[‘’']"
        # Apostrophes stand inside of words; a quotation's marks stand around them.
        rf"|(?<![\w'])'(?=\S)(?:[^'\n]|(?<=\w)'(?=\w)){inside}(?<=[\w.!?…])'(?![\w'])",
        re.MULTILINE,
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\w{2,}")
