"""Redaction: personal data out of a text, before it is stored, logged or sent.

What is found is replaced by its type in brackets, wherever in the text it stands again. Every
pattern has bounded repeats and begins at a boundary, so the time grows with the length of the text
and no faster; patterns are compiled at the first text and not at import.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from earshot.text.redaction import (
    addresses,
    contacts,
    handles,
    identities,
    names,
    orders,
    payments,
    phones,
)
from earshot.text.redaction.plain import placed_back, plain_form
from earshot.text.redaction.span import Span, has_digits

__all__ = ["Redacted", "Span", "redact"]

# Of two finds that are equally long, the earlier in this list names it: a number with a check digit
# is what it claims to be, and what a word introduces is no telephone.
_FINDERS = (
    contacts.found,
    handles.found,
    identities.found,
    payments.found,
    orders.found,
    phones.found,
    addresses.found,
    names.found,
)
_ROUNDS = 6
"""Where something is taken out, its neighbours stand free and may be found in turn. Ordinary texts
are done after the second look; more would only serve somebody who builds chains of them."""

_SHORTEST_REPEAT_CHARACTERS = 3
_MOST_LENGTHS = 200
_SHORTEST_NUMBER_CHARACTERS = 6
_LONGEST_NUMBER_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Redacted:
    """`spans` are (start, end, type) in the text that came in, in order, never overlapping."""

    text: str
    spans: tuple[Span, ...]


def redact(text: str, language: str | None = None) -> Redacted:
    """The text with marks such as [EMAIL] in place of what identifies someone.

    `language` is a hint that is not needed: numbers are written by country, and a Dutchman
    complains in English too.
    """
    plain, places = plain_form(text)
    spans = [(*placed_back(start, end, places), kind) for start, end, kind in _spans(plain)]
    return Redacted(_marked(text, spans), tuple(spans))


def _spans(plain: str) -> list[Span]:
    spans = _joined(span for find in _FINDERS for span in find(plain))
    if not spans:
        return []
    spans = _joined([*spans, *_repeats(plain, spans)])
    for _ in range(_ROUNDS):
        marked = _marked(plain, spans)
        further = [span for find in _FINDERS for span in find(marked)]
        if not further:
            break
        spans = _joined([*spans, *_moved_back(further, spans)])
        spans = _joined([*spans, *_repeats(plain, spans)])
    return spans


def _joined(found: Iterable[Span]) -> list[Span]:
    """In order; what overlaps is one span, named by what begins first and then is longest."""
    spans: list[Span] = []
    for start, end, kind in sorted(found, key=lambda span: (span[0], -span[1])):
        if spans and start < spans[-1][1]:
            first, last, name = spans[-1]
            spans[-1] = (first, max(last, end), name)
        else:
            spans.append((start, end, kind))
    return spans


def _marked(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, kind in spans:
        pieces += [text[at:start], f"[{kind}]"]
        at = end
    return "".join([*pieces, text[at:]])


def _moved_back(further: Iterable[Span], spans: Sequence[Span]) -> Iterable[Span]:
    """What was found in the marked text, in places of the text before it was marked."""
    marks: list[tuple[int, int, int, int]] = []
    shift = 0
    for start, end, kind in spans:
        marks.append((start + shift, start + shift + len(kind) + 2, start, end))
        shift += len(kind) + 2 - (end - start)
    begins = [mark[0] for mark in marks]

    def before(place: int, is_end: bool) -> int:
        index = bisect_right(begins, place - is_end) - 1
        if index < 0:
            return place
        _, mark_end, start, end = marks[index]
        if place - is_end < mark_end:
            return end if is_end else start
        return place - mark_end + end

    for start, end, kind in further:
        yield before(start, False), before(end, True), kind


def _repeats(text: str, spans: Sequence[Span]) -> Iterable[Span]:
    """The same words again, where nothing introduces them; numbers also within longer words.

    Looked up by length, at the beginning of each word or where the number's first character is, and
    the patterns bound the lengths.
    """
    kinds = {
        text[start:end]: kind
        for start, end, kind in spans
        if end - start >= _SHORTEST_REPEAT_CHARACTERS
    }
    if not kinds:
        return
    lengths = sorted({len(value) for value in kinds}, reverse=True)[:_MOST_LENGTHS]
    initials = {value[0] for value in kinds}
    places = (m.start() for m in re.finditer(r"(?<!\w)[^\s]|\b\w", text) if m.group() in initials)
    for place in places:
        for length in lengths:
            end = place + length
            kind = kinds.get(text[place:end])
            if kind and end <= len(text) and not text[end : end + 1].isalnum():
                yield place, end, kind
                break
    numbers = {value: kind for value, kind in kinds.items() if _is_told_by_itself(value)}
    if not numbers:
        return
    lengths = sorted({len(value) for value in numbers}, reverse=True)
    initials = {value[0] for value in numbers}
    for place in (place for place, character in enumerate(text) if character in initials):
        for length in lengths:
            end = place + length
            kind = numbers.get(text[place:end])
            if kind and end <= len(text):
                yield place, end, kind
                break


def _is_told_by_itself(value: str) -> bool:
    """Long enough and with digits: what stands within a longer word is the same number."""
    return _SHORTEST_NUMBER_CHARACTERS <= len(value) <= _LONGEST_NUMBER_CHARACTERS and has_digits(
        value
    )
