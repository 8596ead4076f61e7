"""Patterns: the regular expressions of matchers, read so that none can keep us busy for long.

Python's own `re` goes back and tries again, which some expressions of ten characters turn into
years. Alertmanager's (RE2) never does, and nor do these: all ways to read a text are followed side
by side, so the time grows with the length of the text times that of the expression, never faster.

What is understood: characters, `.`, `[a-z]`, `[^a-z]`, `\\d \\w \\s \\D \\W \\S` (ASCII, as RE2's),
`\\` before a sign, `( )`, `(?: )`, `|`, `*`, `+`, `?`. Counts (`{2,3}`) are not, nor is anything
that looks around or back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from operator import eq

DEEPEST = 20
"""Groups within groups: more is no expression that anybody reads, and each takes room to follow."""

Takes = Callable[[str], bool]
"""Whether a place in the expression takes this character."""

_DIGITS = frozenset("0123456789")
_WORD = _DIGITS | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_SPACE = frozenset("\t\n\f\r ")
_SHORT: dict[str, Takes] = {
    "d": lambda character: character in _DIGITS,
    "w": lambda character: character in _WORD,
    "s": lambda character: character in _SPACE,
    "D": lambda character: character not in _DIGITS,
    "W": lambda character: character not in _WORD,
    "S": lambda character: character not in _SPACE,
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression as places that each take one character (Glushkov's construction). `first` are
    the places where a text may begin, `last` where it may end, `after[place]` those that may come
    next; `optional` says whether it fits the empty text."""

    takes: tuple[Takes, ...]
    after: tuple[frozenset[int], ...]
    first: frozenset[int]
    last: frozenset[int]
    optional: bool

    def fits(self, text: str) -> bool:
        """Whether the expression fits the whole text: it is anchored on both ends."""
        if not text:
            return self.optional
        next_places, reached = self.first, frozenset[int]()
        for character in text:
            reached = frozenset(place for place in next_places if self.takes[place](character))
            next_places = frozenset[int]().union(*(self.after[place] for place in reached))
        return not reached.isdisjoint(self.last)


def read(expression: str) -> Pattern:
    """ValueError says what is wrong with the expression and what to write."""
    reading = _Reading(expression)
    part = _alternatives(reading)
    if reading.rest:
        raise ValueError("a ) closes nothing; write \\) for the sign itself")
    return Pattern(
        takes=tuple(reading.takes),
        after=tuple(map(frozenset, reading.after)),
        first=part.first,
        last=part.last,
        optional=part.optional,
    )


@dataclass(slots=True)
class _Reading:
    """How far the expression has been read, and the places found so far."""

    rest: str
    takes: list[Takes] = field(default_factory=list)
    after: list[set[int]] = field(default_factory=list)
    depth: int = 0

    def skips(self, sign: str) -> bool:
        found = self.rest.startswith(sign)
        if found:
            self.rest = self.rest[len(sign) :]
        return found

    def next(self) -> str:
        character, self.rest = self.rest[0], self.rest[1:]
        return character

    def place(self, takes: Takes) -> _Part:
        self.takes.append(takes)
        self.after.append(set())
        here = frozenset({len(self.takes) - 1})
        return _Part(first=here, last=here, optional=False)

    def join(self, before: frozenset[int], then: frozenset[int]) -> None:
        for place in before:
            self.after[place] |= then


@dataclass(frozen=True, slots=True)
class _Part:
    first: frozenset[int]
    last: frozenset[int]
    optional: bool


_EMPTY = _Part(first=frozenset(), last=frozenset(), optional=True)


def _alternatives(reading: _Reading) -> _Part:
    part = _sequence(reading)
    while reading.skips("|"):
        other = _sequence(reading)
        part = _Part(
            first=part.first | other.first,
            last=part.last | other.last,
            optional=part.optional or other.optional,
        )
    return part


def _sequence(reading: _Reading) -> _Part:
    part = _EMPTY
    while reading.rest and reading.rest[0] not in "|)":
        then = _repeated(reading)
        reading.join(part.last, then.first)
        part = _Part(
            first=part.first | then.first if part.optional else part.first,
            last=part.last | then.last if then.optional else then.last,
            optional=part.optional and then.optional,
        )
    return part


def _repeated(reading: _Reading) -> _Part:
    part = _single(reading)
    if not reading.rest or reading.rest[0] not in "*+?":
        return part
    times = reading.next()
    if reading.rest and reading.rest[0] in "*+?":
        raise ValueError(f"{times}{reading.rest[0]} is one sign too many; write {times}")
    if times != "?":
        reading.join(part.last, part.first)
    return _Part(first=part.first, last=part.last, optional=part.optional or times != "+")


def _single(reading: _Reading) -> _Part:
    character = reading.next()
    if character == "(":
        return _group(reading)
    if character == "[":
        return reading.place(_one_of(reading))
    if character == "\\":
        return reading.place(_escaped(reading))
    if character == ".":
        return reading.place(lambda found: found != "\n")
    if character in "*+?":
        raise ValueError(f"{character} repeats nothing; write \\{character} for the sign itself")
    if character in "^$":
        raise ValueError(f"it has to fit the whole value anyway; write it without {character}")
    if character in "{}":
        raise ValueError(f"it knows no counts; write \\{character} for the sign itself")
    return reading.place(partial(eq, character))


def _group(reading: _Reading) -> _Part:
    if reading.rest.startswith("?") and not reading.skips("?:"):
        raise ValueError("it knows no (?; write ( or (?:")
    reading.depth += 1
    if reading.depth > DEEPEST:
        raise ValueError(f"more than {DEEPEST} groups within each other; write fewer ( )")
    part = _alternatives(reading)
    reading.depth -= 1
    if not reading.skips(")"):
        raise ValueError("a ( is never closed; write ) after it, or \\( for the sign itself")
    return part


def _escaped(reading: _Reading) -> Takes:
    if not reading.rest:
        raise ValueError("it ends with \\; write \\\\ for the sign itself")
    character = reading.next()
    if character in _SHORT:
        return _SHORT[character]
    if character.isalnum():
        raise ValueError(
            f"it knows no \\{character}; write \\d, \\w or \\s, or a sign after the \\"
        )
    return partial(eq, character)


def _one_of(reading: _Reading) -> Takes:
    negated = reading.skips("^")
    members: list[Takes] = []
    # A ] in the first place is meant as itself, as everywhere.
    while not (members and reading.skips("]")):
        members.append(_member(reading))

    def takes(character: str) -> bool:
        return any(member(character) for member in members) != negated

    return takes


def _member(reading: _Reading) -> Takes:
    if not reading.rest:
        raise ValueError("a [ is never closed; write ] after it, or \\[ for the sign itself")
    if reading.rest[0] == "\\" and reading.rest[1:2] in _SHORT:
        reading.next()
        return _escaped(reading)
    low = _bound(reading)
    if not reading.rest.startswith("-") or reading.rest.startswith("-]"):
        return partial(eq, low)
    reading.next()
    high = _bound(reading)
    if high < low:
        raise ValueError(f"[{low}-{high}] runs backwards; write [{high}-{low}]")
    return lambda character: low <= character <= high


def _bound(reading: _Reading) -> str:
    """A character of a set, by itself or as one end of a range."""
    if not reading.rest:
        raise ValueError("a [ is never closed; write ] after it, or \\[ for the sign itself")
    character = reading.next()
    if character == "[":
        raise ValueError("a [ inside of [ ] needs a \\ before it; write \\[")
    if character != "\\":
        return character
    if not reading.rest or reading.rest[0].isalnum():
        raise ValueError(f"[ ] knows no \\{reading.rest[:1]}; write a sign after the \\")
    return reading.next()
