"""A second opinion on each sentence, learnt from examples: `learnt.bin`.

Phrases say what is wrong with which words; this only says that a sentence is like others that made
it worse, and like which. So it adds a fault only where phrases are silent and it is sure, and takes
one of theirs back where it is sure of the contrary.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from math import sqrt
from os import path
from typing import NamedTuple

from earshot.text.guard import meanings
from earshot.text.guard.meanings import Meanings
from earshot.text.guard.patterns import Match, Section
from earshot.text.guard.said import Said
from earshot.text.guard.sentences import MOST_WORDS, Sentence, sentences
from earshot.text.guard.traits import (
    LETTERS_TIMES,
    MEANING_TIMES,
    PAIR_TIMES,
    ROW_BITS,
    SHORTEST_SQUARE,
    SIGN_TIMES,
    WORD_TIMES,
    ending,
    of_letters,
    of_meanings,
    of_pairs,
    of_signs,
    of_word,
    row_of,
)
from earshot.text.guard.verdict import Find, Rule
from earshot.text.lanes import of_bytes, unpacked
from earshot.text.remembering import Remembered

FILE = path.join(path.dirname(__file__), "learnt.bin")  # noqa: PTH118, PTH120 - pathlib is slow

BIAS = 128
"""What is added to each stored weight."""

FAULTS: Mapping[str, tuple[Rule, str]] = {
    "arguing": ("ARGUING", "seems_arguing"),
    "blaming": ("BLAMING", "seems_blaming"),
    "ridicule": ("RIDICULE", "seems_ridicule"),
    "promise": ("FALSE_PROMISE", "seems_promise"),
    "impersonal": ("NOT_PERSONAL", "seems_impersonal"),
    "tone": ("TONE", "seems_tone"),
}
"""What is taught of a sentence that makes it worse: the rule it breaks, and the wording's key."""

DOUBTED_RULES = frozenset(("ARGUING", "BLAMING", "TONE"))
"""Of their phrases some stand in good sentences too; of the others hardly any."""

HEADS = ("bad", *FAULTS)
"""Columns: whether it makes it worse, and then by what."""

_MOST_ROWS = 10_000
_MOST_WORDS = 5_000
_MOST_SENTENCES = 2_000
"""Kept in each half of a memory, by language: some megabytes."""


class LearntFileError(Exception):
    """The file of what was learnt is missing or none of ours."""


class Learnt:
    """`rows` has a byte for each of HEADS in each row; the true weight is (byte - BIAS) * the scale
    of its column. `refused_from`: by language, the log-odds from which a sentence is refused;
    `doubted_below`: those below which phrases of DOUBTED_RULES are not believed."""

    __slots__ = ("doubted_below", "intercepts", "refused_from", "rows", "scales")

    def __init__(
        self,
        rows: bytes,
        scales: Sequence[float],
        intercepts: Sequence[float],
        refused_from: Mapping[str, float],
        doubted_below: float,
    ) -> None:
        self.rows = rows
        self.scales = tuple(scales)
        self.intercepts = tuple(intercepts)
        self.refused_from = dict(refused_from)
        self.doubted_below = doubted_below


class Judge:
    """Judges sentences of one language; remembers words and sentences that come again."""

    def __init__(self, learnt: Learnt, meanings: Meanings) -> None:
        self._learnt = learnt
        self._meanings = meanings
        self._rows = Remembered(self._of_row, _MOST_ROWS)
        self._words = Remembered(self._of_word, _MOST_WORDS)
        self._sentences = Remembered(self._of_sentence, _MOST_SENTENCES)

    def log_odds(self, words: tuple[str, ...], signs: tuple[str, ...]) -> list[float]:
        """Of each of HEADS, for a sentence's words and signs."""
        return self._sentences[words, signs]

    def _of_sentence(self, sentence: tuple[tuple[str, ...], tuple[str, ...]]) -> list[float]:
        words, signs = sentence
        lanes = count = square = 0
        meant: list[str] = []
        for word in words:
            added, rows, squares, means = self._words[word]
            lanes += added
            count += rows
            square += squares
            meant += means
        for traits, times in (
            (of_pairs(words), PAIR_TIMES),
            (of_meanings(meant, ending(words)), MEANING_TIMES),
            (of_signs(signs), SIGN_TIMES),
        ):
            lanes += times * self._lanes(traits)
            count += times * len(traits)
            square += times * times * len(traits)
        bias, shrink = BIAS * count, 1 / sqrt(max(square, SHORTEST_SQUARE))
        learnt = self._learnt
        columns = zip(unpacked(lanes, len(HEADS)), learnt.scales, learnt.intercepts, strict=True)
        return [(lane - bias) * shrink * scale + start for lane, scale, start in columns]

    def _of_word(self, word: str) -> tuple[int, int, int, tuple[str, ...]]:
        """Its lanes, how many rows they add up, what that adds to the square of a length, and what
        it means."""
        letters = of_letters(word)
        lanes = WORD_TIMES * self._lanes([of_word(word)]) + LETTERS_TIMES * self._lanes(letters)
        count = WORD_TIMES + LETTERS_TIMES * len(letters)
        square = WORD_TIMES**2 + LETTERS_TIMES**2 * len(letters)
        return lanes, count, square, self._meanings.of(word)

    def _lanes(self, traits: Iterable[str]) -> int:
        return sum(map(self._rows.__getitem__, map(row_of, traits)))

    def _of_row(self, row: int) -> int:
        many = len(HEADS)
        return of_bytes(self._learnt.rows[many * row : many * (row + 1)])


class Opinion(NamedTuple):
    """What is thought of a sentence: `log_odds` of each of HEADS."""

    sentence: Sentence
    log_odds: Sequence[float]


def opinions(
    said: Said, matches: Mapping[Section, Sequence[Match]], language: str
) -> list[Opinion]:
    """Of each sentence that is long enough. Raises LearntFileError."""
    judge = of_language(language)
    return [Opinion(s, judge.log_odds(s.words, s.signs)) for s in sentences(said, matches)]


def believed(
    said: Said, matches: Mapping[Section, Sequence[Match]], held: Sequence[Opinion], language: str
) -> dict[Section, list[Match]]:
    """What phrases found, without that of DOUBTED_RULES in sentences that are surely fine, as a
    whole and from where the phrase begins: "sorry, it is your own fault" opens kindly."""
    limit = shipped().doubted_below
    fine = {
        place: sentence.last + 1
        for sentence, log_odds in held
        if log_odds[0] < limit
        for place in range(sentence.first, sentence.last + 1)
    }

    def doubted(match: Match) -> bool:
        end = fine.get(match.start)
        if match.section[0] not in DOUBTED_RULES or end is None:
            return False
        rest = tuple(said.words[p] for p in range(match.start, end) if said.own(p))
        return of_language(language).log_odds(rest[:MOST_WORDS], ())[0] < limit / 2

    kept = {
        section: [match for match in spans if not doubted(match)]
        for section, spans in matches.items()
    }
    return {section: spans for section, spans in kept.items() if spans}


def found(
    said: Said, held: Sequence[Opinion], language: str, spoken_of: Sequence[tuple[int, int]]
) -> Iterator[Find]:
    """Sentences that surely make it worse; `spoken_of` are places in the text, from and to, with
    which something is wrong already."""
    limit = shipped().refused_from[language]
    for sentence, (bad, *faults) in held:
        if bad < limit:
            continue
        start, end = said.starts[sentence.first], said.ends[sentence.last]
        if any(start < last and first < end for first, last in spoken_of):
            continue
        rule, key = list(FAULTS.values())[faults.index(max(faults))]
        yield Find(rule, key, start, end, said.text[start:end])


@cache
def of_language(language: str) -> Judge:
    """Made when the first reply of a language comes. Raises LearntFileError."""
    return Judge(shipped(), meanings.of_language(language))


@cache
def shipped() -> Learnt:
    """Raises LearntFileError where the layer was built without it."""
    try:
        with open(FILE, "rb") as file:  # noqa: PTH123
            return read(file.read())
    except OSError as error:
        raise LearntFileError("nothing learnt; `python -m workbench.replies` makes it") from error


def written(learnt: Learnt) -> bytes:
    """The same bytes for the same weights."""
    lines = [
        "\t".join(map(repr, learnt.scales)),
        "\t".join(map(repr, learnt.intercepts)),
        "\t".join(f"{name} {limit!r}" for name, limit in learnt.refused_from.items()),
        repr(learnt.doubted_below),
    ]
    return "\n".join(lines).encode() + b"\n" + zlib.compress(learnt.rows, 9)


def read(content: bytes) -> Learnt:
    """Raises LearntFileError for bytes that `written` has not made."""
    try:
        scales, intercepts, limits, doubted, rows = content.split(b"\n", 4)
        numbers = partial(map, float)
        learnt = Learnt(
            zlib.decompress(rows),
            list(numbers(scales.decode().split("\t"))),
            list(numbers(intercepts.decode().split("\t"))),
            {
                name: float(limit)
                for name, limit in (one.split(" ") for one in limits.decode().split("\t"))
            },
            float(doubted),
        )
    except (ValueError, zlib.error) as error:
        raise LearntFileError(f"what was learnt is not readable: {error}") from error
    if len(learnt.rows) != len(HEADS) << ROW_BITS or len(learnt.scales) != len(HEADS):
        raise LearntFileError("what was learnt has not all rows")
    return learnt
