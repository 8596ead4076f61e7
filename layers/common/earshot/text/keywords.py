"""Finds an owner's topics by their keywords, whoever assessed the text.

Text and keywords are folded alike: case, accents and drawn-out letters do not matter, words do:
"eco" is not in "decoration". `ecolog*` stands for every word that begins so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from earshot.domain.assessment import Assessment
from earshot.text.reading import HASHTAG, fold, tokens, words

KEYWORD_PROBABILITY = 0.9
"""Of a topic whose keyword is there. The owner chose the word for the topic, so it is likely; not
certain, as words stand in jokes, names and negations too. Well above the 0.5 from which a topic
counts."""

_BREAKS = frozenset('!?;:,()"“”«»„…|/')
"""A keyword of several words does not reach from one clause into the next."""

_BREAK = ""

_INSIDE_WORDS = str.maketrans("", "", "'’_")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    begins: bool

    def fits(self, word: str) -> bool:
        return word.startswith(self.text) if self.begins else word == self.text


def topics_in(text: str, keywords: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The topics of which a keyword is in the text, in the order they are given.

    Any text, in time linear in its length for each keyword, and mostly far less.
    """
    run = [word for token in tokens(text) for word in _said(token)]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(run):
        places.setdefault(word, []).append(place)
    ordered = sorted(places)
    return tuple(
        topic
        for topic, looked_for in keywords.items()
        if any(_is_in(_pattern(keyword), run, places, ordered) for keyword in looked_for)
    )


def with_topics(assessment: Assessment, found: Sequence[str]) -> Assessment:
    """The assessment with these topics too, most probable first."""
    known = {topic for topic, _ in assessment.topics}
    added = [(topic, KEYWORD_PROBABILITY) for topic in found if topic not in known]
    if not added:
        return assessment
    topics = sorted((*assessment.topics, *added), key=lambda pair: -pair[1])
    return replace(assessment, topics=tuple(topics))


def can_be_found(keyword: str) -> bool:
    """False of a keyword that says nothing once it is folded, such as a handle or a link."""
    return bool(_pattern(keyword))


def _is_in(
    pattern: tuple[_Word, ...],
    run: Sequence[str],
    places: Mapping[str, list[int]],
    ordered: Sequence[str],
) -> bool:
    if not pattern:
        return False
    first, *others = pattern
    for word in _beginning(first.text, ordered) if first.begins else (first.text,):
        for place in places.get(word, ()):
            following = run[place + 1 : place + len(pattern)]
            if len(following) == len(others) and all(
                wanted.fits(there) for wanted, there in zip(others, following, strict=True)
            ):
                return True
    return False


def _beginning(start: str, ordered: Sequence[str]) -> Iterator[str]:
    place = bisect_left(ordered, start)
    while place < len(ordered) and ordered[place].startswith(start):
        yield ordered[place]
        place += 1


@lru_cache(maxsize=8_192)
def _pattern(keyword: str) -> tuple[_Word, ...]:
    """Cached: the same few hundred keywords are looked for in every text."""
    pattern: list[_Word] = []
    for part in keyword.split():
        spoken = [word for token in tokens(part.rstrip("*")) for word in _plain(token)]
        pattern += [_Word(word, begins=False) for word in spoken[:-1]]
        pattern += [_Word(word, begins=part.endswith("*")) for word in spoken[-1:]]
    return tuple(pattern)


def _said(token: str) -> tuple[str, ...]:
    """The words of one token of a text; a hashtag stands both as its words and as one."""
    if token in _BREAKS:
        return (_BREAK,)
    said = _plain(token)
    if token[0] == HASHTAG and len(said) > 1:
        return (*said, _BREAK, "".join(said), _BREAK)
    return said


def _plain(token: str) -> tuple[str, ...]:
    """As `reading.words`, but digits stay what they are (a 5G is no 4G), and what is no word
    (links, handles, marks, signs) says nothing."""
    tagged = token[0] == HASHTAG
    written = token[1:] if tagged else token
    if not written.translate(_INSIDE_WORDS).isalnum():
        return ()
    if any(letter.isdigit() for letter in written):
        return tuple(fold(part) for part in written.split("_") if part)
    if tagged:
        return words(token)[1:]
    return tuple(word for part in written.split("_") if part for word in words(part))
