"""Sentences of a reply, as they are learnt from and judged: words in a row, without quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from earshot.text.guard.patterns import Match, Section
from earshot.text.guard.said import BREAKS, Said

FEWEST_WORDS = 4
"""Shorter ones tell too little to be judged by; those that are bad are phrases."""

MOST_WORDS = 60
"""A longer one is judged by its beginning; nobody writes so to a customer."""

MOST_SENTENCES = 120
"""So many are read."""


class Sentence(NamedTuple):
    """`words` are folded, the mark that ends it last; `signs` are the keys of those that phrases
    find in it. It stands at places `first` to `last` of what was said, the last one included."""

    words: tuple[str, ...]
    signs: tuple[str, ...]
    first: int
    last: int


def sentences(said: Said, matches: Mapping[Section, Sequence[Match]]) -> list[Sentence]:
    """In order, without those that are too short."""
    places = list(_places(said))
    lasts = [last for _, _, last in places]
    signs: list[set[str]] = [set() for _ in places]
    for (rule, key), spans in matches.items():
        for match in spans if rule == "SIGN" else ():
            at = bisect_left(lasts, match.start)
            if at < len(places) and match.end > places[at][1]:
                signs[at].add(key)
    return [
        Sentence(words, tuple(sorted(found)), first, last)
        for (words, first, last), found in zip(places, signs, strict=True)
    ]


def _places(said: Said) -> Iterator[tuple[tuple[str, ...], int, int]]:
    count = first = 0
    words: list[str] = []
    for place, word in enumerate((*said.words, ".")):
        if word not in BREAKS:
            if said.own(place):
                first = first if words else place
                words.append(word)
            continue
        if len(words) >= FEWEST_WORDS:
            yield (*words[:MOST_WORDS], word), first, min(place, len(said.words) - 1)
            count += 1
            if count == MOST_SENTENCES:
                return
        words = []
