"""POLICY: the owner's own phrases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from earshot.text.guard.said import BREAKS, Said
from earshot.text.guard.verdict import Circumstances, Find
from earshot.text.keywords import topics_in
from earshot.text.reading import words as folded


def found(said: Said, given: Circumstances) -> Iterator[Find]:
    """Forbidden phrases in the writer's own words; required ones that are nowhere."""
    forbidden = given.rules.forbidden_in(given.language)
    own = " ".join(said.written[p] for p in range(len(said.words)) if said.own(p))
    for phrase in topics_in(own, {phrase: (phrase,) for phrase in forbidden}):
        first, last = _place(said, phrase)
        start, end = said.starts[first], said.ends[last]
        yield Find("POLICY", "forbidden", start, end, said.text[start:end])
    required = given.rules.required_in(given.language)
    there = set(topics_in(said.text, {phrase: (phrase,) for phrase in required}))
    for phrase in required:
        if phrase not in there:
            yield Find("POLICY", "required", 0, len(said.text), phrase)


def _place(said: Said, phrase: str) -> tuple[int, int]:
    """Where the phrase's words stand, as near as folded words tell; else the whole text."""
    wanted = list(chain.from_iterable(folded(part.rstrip("*")) for part in phrase.split()))
    begins = [part.endswith("*") for part in phrase.split()]
    if len(begins) != len(wanted):
        begins = [True] * len(wanted)
    for place in range(len(said.words) - len(wanted) + 1):
        here = said.words[place : place + len(wanted)]
        if all(
            word.startswith(w) if b else word == w
            for word, w, b in zip(here, wanted, begins, strict=True)
        ) and not BREAKS.intersection(here):
            return place, place + len(wanted) - 1
    return 0, len(said.words) - 1
