"""A reply as the guard reads it: folded words with their places, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from earshot.text import reading
from earshot.text.guard.quotes import quotations

BREAKS = frozenset(".!?")
"""No phrase reaches over one of these; a line's end is read as a full stop."""

QUOTED = '"'
"""Stands for a whole quotation, and before each word of one that is short: `"problem`."""

_MOST_SCARE_WORDS = 2
"""Of so few words marks of quotation are mostly no quotation: sorry about your "problem"."""


@dataclass(frozen=True, slots=True)
class Said:
    """`words[i]` stands at text[starts[i]:ends[i]]; `written[i]` is how it is spelled there.

    Commas, dashes and brackets are left out. `own` is false of what is quoted.
    """

    text: str
    words: Sequence[str]
    written: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def own(self, place: int) -> bool:
        return not self.words[place].startswith(QUOTED)


def read(text: str, complaint: str | None = None) -> Said:
    """In time linear in the length of the text."""
    words: list[str] = []
    written: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def say(word: str, token: str, start: int) -> None:
        words.append(word)
        written.append(token)
        starts.append(start)
        ends.append(start + len(token))

    quoted = quotations(text, complaint)
    next_quoted = 0
    for match in _tokens().finditer(text):
        token, start = match.group(), match.start()
        while next_quoted < len(quoted) and quoted[next_quoted][1] <= start:
            next_quoted += 1
        if next_quoted < len(quoted) and quoted[next_quoted][0] <= start:
            first, last, theirs = quoted[next_quoted]
            inside = _inside(text[first:last]) if start == first else []
            if len(inside) > _MOST_SCARE_WORDS and not theirs:
                next_quoted += 1
            elif start == first:
                for word in inside if len(inside) <= _MOST_SCARE_WORDS else [""]:
                    say(QUOTED + word, text[first:last], first)
                continue
            else:
                continue
        for word in _folded(token):
            say(word, token, start)
    return Said(text, words, written, starts, ends)


def _inside(quotation: str) -> list[str]:
    said = [word for token in _tokens().findall(quotation) for word in _folded(token)]
    return [word for word in said if word not in BREAKS]


_SIGNS = {"\n": ".", ".": ".", "…": ".", ";": ".", "&": "&", "@": reading.HANDLE}


def _folded(token: str) -> tuple[str, ...]:
    first = token[0]
    if first in _SIGNS:
        return (_SIGNS[first],)
    if first in "!?":
        return ("?" if "?" in token else "!",)
    if first in "0123456789" and token.endswith("%"):
        return ("100%",) if token[:-1].strip() == "100" else (reading.NUMBER, "%")
    if first.isalnum():
        return reading.words(token)
    if token.startswith(("http", "www")):
        return (reading.LINK,)
    # What is neither punctuation nor a letter may be a face that laughs at somebody.
    return (token,) if ord(first) >= 0x2190 and first not in "、。" else ()


@cache
def _tokens() -> re.Pattern[str]:
    unseen = "\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff"
    letter = rf"[^\W_{unseen}]"
    word = rf"{letter}[^\W_]*(?:[{unseen}]{{1,9}}[^\W_]+)*(?:['’´`][^\W_]+)*"
    return re.compile(
        rf"https?://\S+|www\.\S+|@\w+|\d{{1,9}} ?%|{word}|\d+|[.…]+|;|[!?]+|\n+|&"
        rf"|[\u2190-\u2bff\U0001f000-\U0001faff]|[{_quote_marks()}]"
    )


def _quote_marks() -> str:
    return "\"“”„«»‹›‘’‚'>"
