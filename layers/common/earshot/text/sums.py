"""Adds up a text's rows, all columns at once.

What stands between two spaces is read when it is first met, and what it adds is remembered as one
whole number with a lane of 32 bits for each column; so a known word costs one addition, whatever
the number of heads.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from math import sqrt
from struct import Struct
from typing import NamedTuple, TypeVar

from earshot.text.features import (
    about_row,
    around_row,
    in_company,
    language_rows,
    pair_row,
    word_rows,
)
from earshot.text.lexicon import Lexicon
from earshot.text.model import BIAS, Model, Table
from earshot.text.reading import LONGEST_WORD, is_own, is_shouted, is_stretched, tokens, words

MOST_REMEMBERED = 20_000
"""Tokens kept in memory: about 6 MB; a busy day's words in one language."""

GRAM_SHARE = 2
"""What a gram of concepts adds to a text's length; a word, or four letters of it, add 1."""

_LAST_LATIN = "\u024f"

_COUNTS = 7
"""Lanes after the languages'; see TokenSums."""

_Key = TypeVar("_Key", bound=Hashable)
_Made = TypeVar("_Made")


class TokenSums(NamedTuple):
    """What a text's pieces add up to: `packed` lanes; of the languages' lanes `tongues`, of
    `tongue_rows` rows; the heads' `rows`; counts of tokens, of words, of those in foreign letters,
    of those shouted and stretched."""

    packed: int
    tongues: tuple[int, ...]
    rows: int
    tongue_rows: int
    tokens: int
    words: int
    foreign: int
    shouted: int
    stretched: int


class Summing:
    """Adds up texts by one model; remembers what words add."""

    def __init__(self, model: Model) -> None:
        grams = model.grams
        self._model = model
        tokens_add = _Remembered[str, int](lambda token: _of_token(model, token))
        self._pieces = _Remembered[str, int](
            lambda piece: sum(map(tokens_add.__getitem__, tokens(piece)))
        )
        self._abouts = _Remembered[str, int](lambda piece: _about(model.abouts, piece))
        self._about_concepts = _Remembered[int, int](
            lambda concept: _packed([*_columns(model.abouts, [about_row(concept)]), 1])
        )
        self._concepts: dict[str, _Remembered[str, tuple[int, ...]]] = {}
        self._single = _Remembered[int, int](lambda concept: _of_row(grams, concept))
        self._pair = _Remembered[tuple[int, int], int](lambda p: _of_row(grams, pair_row(p)))
        self._around = _Remembered[tuple[int, int], int](lambda p: _of_row(grams, around_row(p)))
        self._heads = Struct(f"<{len(model.heads)}I")
        self._tongues = len(model.languages)
        self._rest = Struct(f"<{self._tongues + _COUNTS}I")
        self._topics = Struct(f"<{len(model.topics) + 1}I")
        self._bytes = self._heads.size + self._rest.size
        self._scales, self._intercepts = model.words.scales, model.intercepts

    def of_tokens(self, pieces: Sequence[str]) -> TokenSums:
        """What the tokens add by themselves, in any language."""
        packed = sum(map(self._pieces.__getitem__, pieces))
        rest = self._rest.unpack(
            (packed >> 8 * self._heads.size).to_bytes(self._rest.size, "little")
        )
        return TokenSums(packed, rest[: self._tongues], *rest[self._tongues :])

    def concepts(self, pieces: Sequence[str], language: str) -> list[int]:
        """The concepts of the words in `language`, in order."""
        of = self._concepts.get(language)
        if of is None:
            lexicon = self._model.lexicon(language)
            of = self._concepts[language] = _Remembered(lambda piece: _meant(lexicon, piece))
        return list(chain.from_iterable(map(of.__getitem__, pieces)))

    def log_odds(self, sums: TokenSums, concepts: Sequence[int]) -> list[float]:
        """What each head says: of the tokens, and of their concepts in company."""
        row, after, later = in_company(concepts)
        packed = sum(map(self._single.__getitem__, concepts))
        packed = sum(map(self._pair.__getitem__, zip(row, after)), packed)  # noqa: B905 - uneven
        packed = sum(map(self._around.__getitem__, zip(row, later)), packed)  # noqa: B905 - uneven
        grams = 3 * len(concepts) + 1
        bias = BIAS * (sums.rows + grams)
        shrink = 1 / sqrt(sums.rows + GRAM_SHARE * grams)
        lanes = self._heads.unpack_from((packed + sums.packed).to_bytes(self._bytes, "little"))
        weighed = zip(lanes, self._scales, self._intercepts)  # noqa: B905 - one each a head
        return [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]

    def topic_log_odds(self, pieces: Sequence[str], concepts: Sequence[int]) -> list[float]:
        """The log-odds of each topic, by words and concepts; complaints only are asked."""
        model = self._model
        packed = sum(map(self._abouts.__getitem__, pieces))
        packed = sum(map(self._about_concepts.__getitem__, concepts), packed)
        *lanes, rows = self._topics.unpack(packed.to_bytes(self._topics.size, "little"))
        bias, shrink = BIAS * rows, 1 / sqrt(rows or 1)
        return [
            (lane - bias) * shrink * scale + intercept
            for lane, scale, intercept in zip(
                lanes, model.abouts.scales, model.topic_intercepts, strict=True
            )
        ]


class _Remembered(dict[_Key, _Made]):
    """What was made of each key; forgets everything when it is full, which is rare and cheap."""

    def __init__(self, make: Callable[[_Key], _Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _Key) -> _Made:
        made = self._make(key)
        # A link or a wall of letters comes once.
        if not isinstance(key, str) or len(key) <= LONGEST_WORD:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[key] = made
        return made


def _of_token(model: Model, token: str) -> int:
    """Lanes of a token: the heads, the languages, and _COUNTS."""
    rows = [row for word in words(token) for row in word_rows(word)]
    is_word = token[0].isalpha()
    tongue_rows = language_rows(token[:LONGEST_WORD].lower()) if is_word else []
    lanes = [
        *_columns(model.words, rows),
        *_columns(model.tongues, tongue_rows),
        len(rows),
        len(tongue_rows),
        is_own(token),
        is_word,
        is_word and token[0] > _LAST_LATIN,
        is_shouted(token),
        is_stretched(token),
    ]
    return _packed(lanes)


def _about(table: Table, piece: str) -> int:
    """Lanes of a piece: the topics and the number of rows."""
    rows = [row for token in tokens(piece) for word in words(token) for row in word_rows(word)]
    return _packed([*_columns(table, rows), len(rows)])


def _meant(lexicon: Lexicon, piece: str) -> tuple[int, ...]:
    found = (lexicon.concept(word) for token in tokens(piece) for word in words(token))
    return tuple(concept for concept in found if concept is not None)


def _of_row(table: Table, row: int) -> int:
    return _packed([*table.rows[row * table.width : (row + 1) * table.width]])


def _columns(table: Table, rows: Sequence[int]) -> list[int]:
    """The columns' sums over the rows, each BIAS too high a row."""
    width = table.width
    joined = b"".join([table.rows[row * width : (row + 1) * width] for row in rows])
    return [sum(joined[column::width]) for column in range(width)]


def _packed(lanes: Sequence[int]) -> int:
    return int.from_bytes(array("I", lanes).tobytes(), "little")
