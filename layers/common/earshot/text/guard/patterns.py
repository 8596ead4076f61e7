"""Phrases of a language as data, and where they stand in what was said.

A file `phrases/LANGUAGE.txt` has sections, each `RULE key` and below it one phrase a line:

    word        this word, folded as `reading` folds; `stem*` is every word that begins so
    a|b*|@name  one of these; `@name = a, b*` above gives a list its name
    [word]      may be there
    !a|b        one word that is none of these; `[!a|b]`: none of these follows
    ..  ...     up to three words, up to nine; never over the end of a sentence
    ^  $        a sentence begins, ends
    - phrase    where this stands, or overlaps, the section's phrases do not count

A phrase begins with a word, perhaps after `^`. One word that only needs to be there is not enough
where others may be: some of those are. Everything is bounded, so time grows with the
length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from earshot.text.guard.said import BREAKS, QUOTED, Said
from earshot.text.reading import plainest

SHORT_GAP, LONG_GAP = 3, 9

Section = tuple[str, str]
"""A rule and the key of an explanation; or SIGN and what is a sign of something else."""

_MARKS = frozenset(("?", "!", "&", "@", "http", "0", ".", "%", "100%"))


@dataclass(frozen=True, slots=True)
class Match:
    """Words `start` to `end` of what was said, end exclusive."""

    section: Section
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """One word of these. `lengths` are those of the stems."""

    words: frozenset[str]
    stems: frozenset[str]
    lengths: tuple[int, ...]
    optional: bool = False
    excluded: bool = False

    @property
    def ahead(self) -> bool:
        """Looks at the next word without taking it."""
        return self.optional and self.excluded

    def fits(self, word: str) -> bool:
        if word in self.words:
            return not self.excluded
        begins = any(word[:length] in self.stems for length in self.lengths)
        return begins != self.excluded and (not self.excluded or word not in BREAKS)


@dataclass(frozen=True, slots=True)
class _Gap:
    most: int


_Element = _Words | _Gap
_Listed = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Phrase:
    section: Section
    elements: tuple[_Element, ...]
    begins: bool
    ends: bool
    excepts: bool
    fewest: int = 1

    def end(self, words: Sequence[str], start: int) -> int | None:
        """Where it ends at the earliest when it begins here. All ways are followed at once, so
        that no text makes it go back and forth."""
        if self.begins and start and words[start - 1] not in BREAKS:
            return None
        places = {start}
        for element in self.elements:
            places = set(_steps(element, words, places))
            if not places:
                return None
        if self.ends:
            places = {p for p in places if p == len(words) or words[p] in BREAKS}
        return min((p for p in places if p - start >= self.fewest), default=None)


def _steps(element: _Element, words: Sequence[str], places: Iterable[int]) -> Iterator[int]:
    for place in places:
        if isinstance(element, _Gap):
            yield place
            for further in range(place, min(place + element.most, len(words))):
                if words[further] in BREAKS:
                    break
                yield further + 1
        elif element.ahead:
            if place == len(words) or element.fits(words[place]) or words[place] in BREAKS:
                yield place
        else:
            if element.optional:
                yield place
            if place < len(words) and element.fits(words[place]):
                yield place + 1


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases of a language by the word, or stem, that they begin with."""

    by_word: Mapping[str, Sequence[_Phrase]]
    by_stem: Mapping[str, Sequence[_Phrase]]
    lengths: Sequence[int] = field(default=())

    def matches(self, said: Said) -> dict[Section, list[Match]]:
        """By section, in the order of the text, without those that an exception covers."""
        found: dict[Section, list[Match]] = {}
        excepted: dict[Section, list[Match]] = {}
        for start, word in enumerate(said.words):
            for phrase in self._beginning(word):
                end = phrase.end(said.words, start)
                if end is not None:
                    held = excepted if phrase.excepts else found
                    match = Match(phrase.section, start, end)
                    held.setdefault(phrase.section, []).append(match)
        return {
            section: left
            for section, matches in found.items()
            if (left := _without(matches, excepted.get(section, ())))
        }

    def _beginning(self, word: str) -> Iterator[_Phrase]:
        yield from self.by_word.get(word, ())
        for length in self.lengths:
            if length > len(word):
                break
            yield from self.by_stem.get(word[:length], ())


def _without(matches: Sequence[Match], excepted: Sequence[Match]) -> list[Match]:
    """Each match that no exception overlaps; both are in order of their beginnings."""
    if not excepted:
        return list(matches)
    covered: set[int] = set()
    for exception in excepted:
        covered.update(range(exception.start, exception.end))
    return [m for m in matches if not any(p in covered for p in range(m.start, m.end))]


@cache
def of_language(language: str) -> Phrases:
    """Read when the first reply of a language comes. LookupError for a language that has none."""
    path = Path(__file__).parent / "phrases" / f"{language}.txt"
    if not path.exists():
        raise LookupError(f"there are no phrases in {language!r}")
    return parse(path.read_text("utf-8"), language)


def parse(written: str, language: str) -> Phrases:
    """ValueError names the line that is no phrase."""
    read = _Reader(language)
    section: Section | None = None
    by_word: dict[str, list[_Phrase]] = {}
    by_stem: dict[str, list[_Phrase]] = {}
    for number, raw in enumerate(written.splitlines(), start=1):
        line = raw.partition("#")[0].strip()
        if not line:
            continue
        if line.startswith("@") and " = " in line:
            name, _, listed = line.partition(" = ")
            read.lists[name] = read.listed(listed.replace(", ", "|"), number)
        elif line.split()[0].isupper() and len(line.split()) == 2 and line.split()[1].islower():
            rule, key = line.split()
            section = (rule, key)
        elif section is None:
            raise ValueError(f"line {number}: a phrase before the first section")
        else:
            phrase = read.phrase(line, section, number)
            first = phrase.elements[0]
            if not isinstance(first, _Words) or first.optional or first.excluded:
                raise ValueError(f"line {number}: begin with a word")
            for word in first.words:
                by_word.setdefault(word, []).append(phrase)
            for stem in first.stems:
                by_stem.setdefault(stem, []).append(phrase)
    return Phrases(by_word, by_stem, tuple(sorted(set(map(len, by_stem)))))


class _Reader:
    """Reads a language's phrases. Lists are folded once, and each element once: most of them stand
    in many phrases, and what is read here is read at the first reply after a cold start."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.lists: dict[str, _Listed] = {}
        self._elements: dict[str, _Element] = {}

    def phrase(self, line: str, section: Section, number: int) -> _Phrase:
        parts = line.split()
        excepts = parts[0] == "-"
        parts = parts[1:] if excepts else parts
        begins, ends = parts[:1] == ["^"], parts[-1:] == ["$"]
        parts = parts[begins : len(parts) - ends]
        if not parts:
            raise ValueError(f"line {number}: a phrase without a word")
        elements = tuple(self._element(part, number) for part in parts)
        return _Phrase(section, elements, begins, ends, excepts, _fewest(elements, excepts))

    def _element(self, part: str, number: int) -> _Element:
        if part not in self._elements:
            self._elements[part] = self._read(part, number)
        return self._elements[part]

    def _read(self, part: str, number: int) -> _Element:
        if part in ("..", "..."):
            return _Gap(SHORT_GAP if part == ".." else LONG_GAP)
        optional = part.startswith("[") and part.endswith("]")
        bare = part[1:-1] if optional else part
        excluded = bare.startswith("!") and len(bare) > 1
        words, stems = self.listed(bare[1:].replace("|!", "|") if excluded else bare, number)
        lengths = tuple(sorted(set(map(len, stems))))
        return _Words(words, stems, lengths, optional, excluded)

    def listed(self, alternatives: str, number: int) -> _Listed:
        """The words and the stems of `a|b*|@name`."""
        words: set[str] = set()
        stems: set[str] = set()
        for entry in alternatives.split("|"):
            if entry.startswith("@") and len(entry) > 1:
                if entry not in self.lists:
                    raise ValueError(f"line {number}: {entry} is not defined above")
                words |= self.lists[entry][0]
                stems |= self.lists[entry][1]
                continue
            for spelled in _spellings(entry.rstrip("*"), self.language):
                if not spelled:
                    raise ValueError(f"line {number}: nothing to look for in {entry!r}")
                (stems if entry.endswith("*") else words).add(spelled)
        return frozenset(words), frozenset(stems)


def _fewest(elements: Sequence[_Element], excepts: bool) -> int:
    """How many words a phrase has at least. An exception may be as short as it likes."""
    needed = sum(isinstance(e, _Words) and not e.optional for e in elements)
    optional = sum(isinstance(e, _Words) and e.optional and not e.excluded for e in elements)
    return 2 if needed == 1 and optional and not excepts else 1


def _spellings(entry: str, language: str) -> Iterator[str]:
    """As readers meet it; a German umlaut is read as one letter and as two."""
    if entry in _MARKS:
        yield entry
        return
    quoted = QUOTED if entry.startswith(QUOTED) else ""
    bare = entry.removeprefix(QUOTED)
    yield quoted + plainest(bare).replace("'", "") if bare else QUOTED
    if language == "de" and any(c in bare for c in "äöü"):
        doubled = bare.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
        yield quoted + plainest(doubled)
