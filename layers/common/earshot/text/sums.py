"""Adds up a text's rows, all columns at once.

What stands between two spaces is read when it is first met, and what it adds is remembered as one
whole number with a lane for each column; so a known word costs one addition, whatever the number
of heads. A new one costs as many as it has letters, since most letters in a row were met before.
"""

from __future__ import annotations

from itertools import chain
from math import sqrt
from operator import getitem

from earshot.text.features import (
    END,
    about_row,
    around_row,
    in_company,
    language_row,
    letters_of_token,
    letters_of_word,
    pair_row,
    topic_row,
    whole_token,
    whole_word,
    word_row,
)
from earshot.text.lanes import LANE_BITS, of_bytes, packed, unpacked
from earshot.text.model import BIAS
from earshot.text.reading import LONGEST_WORD, cut, is_own, is_shouted, is_stretched, words
from earshot.text.remembering import Remembered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from earshot.text.model import Model

MOST_PIECES = 30_000
"""Pieces kept in each half of a memory: about 12 MB; a busy day's words in one language."""

MOST_LETTERS = 10_000
"""Letters in a row kept in each half: about 3 MB; nearly all that a few languages have."""

GRAM_SHARE = 2
"""What a gram of concepts adds to a text's length; a word, or four letters of it, add 1."""

_LAST_LATIN = "\u024f"

_COUNTS = 7
"""Lanes after the languages'; see TokenSums."""


class TokenSums:
    """What a text's pieces add up to: `packed` lanes; of the languages' lanes `tongues`, of
    `tongue_rows` rows; the heads' `rows`; counts of tokens, of words, of those in foreign letters,
    of those shouted and stretched."""

    __slots__ = (
        "foreign", "packed", "rows", "shouted", "stretched", "tokens", "tongue_rows", "tongues",
        "words",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - lanes as they stand
        self,
        packed: int,
        tongues: Sequence[int],
        rows: int,
        tongue_rows: int,
        tokens: int,
        words: int,
        foreign: int,
        shouted: int,
        stretched: int,
    ) -> None:
        self.packed = packed
        self.tongues = tongues
        self.rows = rows
        self.tongue_rows = tongue_rows
        self.tokens = tokens
        self.words = words
        self.foreign = foreign
        self.shouted = shouted
        self.stretched = stretched


class Summing:
    """Adds up texts by one model; remembers what words, letters and concepts add."""

    def __init__(self, model: Model) -> None:
        self._model = model
        # The lanes of a piece: the heads', the topics', the languages', the counts.
        self._heads, self._topics = len(model.heads), len(model.topics)
        self._tongues = len(model.languages)
        self._topics_at = LANE_BITS * self._heads
        self._tongues_at = self._topics_at + LANE_BITS * self._topics
        self._counts_at = self._tongues_at + LANE_BITS * self._tongues
        self._heads_only = (1 << self._topics_at) - 1
        self._topics_only = (1 << LANE_BITS * self._topics) - 1
        self._scales, self._intercepts = model.words.scales, model.intercepts
        self._pieces = Remembered(self._read, MOST_PIECES)
        self._letters = Remembered(self._of_word, MOST_LETTERS)
        self._tongue_letters = Remembered(self._of_tongue, MOST_LETTERS)
        self._counts = Remembered(self._counted, MOST_LETTERS)
        self._concepts: dict[str, Remembered[str, tuple[int, ...]]] = {}
        self._pairs = Remembered(self._pairs_of, END + 1)
        self._arounds = Remembered(self._arounds_of, END + 1)
        self._abouts = Remembered(self._about, END + 1)

    def of_tokens(self, pieces: Sequence[str]) -> TokenSums:
        """What the tokens add by themselves, in any language."""
        lanes = sum(map(self._pieces.__getitem__, pieces))
        rest = unpacked(lanes >> self._tongues_at, self._tongues + _COUNTS)
        return TokenSums(lanes, rest[: self._tongues], *rest[self._tongues :])

    def concepts(self, pieces: Sequence[str], language: str) -> list[int]:
        """The concepts of the words in `language`, in order."""
        of = self._concepts.get(language)
        if of is None:
            of = self._concepts[language] = self._concepts_in(language)
        return list(chain.from_iterable(map(of.__getitem__, pieces)))

    def log_odds(self, sums: TokenSums, concepts: Sequence[int]) -> list[float]:
        """What each head says: of the tokens, and of their concepts in company."""
        row, after, later = in_company(concepts)
        lanes = sum(map(getitem, map(self._pairs.__getitem__, row), after))
        lanes = sum(map(getitem, map(self._arounds.__getitem__, row), later), lanes)
        grams = 3 * len(concepts) + 1
        bias = BIAS * (sums.rows + grams)
        shrink = 1 / sqrt(sums.rows + GRAM_SHARE * grams)
        heads = unpacked(lanes + (sums.packed & self._heads_only), self._heads)
        weighed = zip(heads, self._scales, self._intercepts)  # noqa: B905 - one each a head
        return [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]

    def topic_log_odds(self, sums: TokenSums, concepts: Sequence[int]) -> list[float]:
        """The log-odds of each topic, by words and concepts; complaints only are asked."""
        lanes = sum(map(self._abouts.__getitem__, concepts), sums.packed >> self._topics_at)
        rows = sums.rows + len(concepts)
        bias, shrink = BIAS * rows, 1 / sqrt(rows or 1)
        model = self._model
        columns = unpacked(lanes & self._topics_only, self._topics)
        weighed = zip(columns, model.abouts.scales, model.topic_intercepts)  # noqa: B905
        return [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]

    def _read(self, piece: str) -> int:
        """The lanes of a piece; where it is several tokens, theirs together."""
        if not piece.isalnum() and (found := cut(piece)) != [piece]:
            return sum(map(self._pieces.__getitem__, found))
        lanes = rows = tongue_rows = 0
        for word in words(piece):
            letters = letters_of_word(word)
            lanes += sum(map(self._letters.__getitem__, letters), self._of_word(whole_word(word)))
            rows += 1 + len(letters)
        is_word = piece[0].isalpha()
        if is_word:
            whole = whole_token(piece[:LONGEST_WORD].lower())
            letters = letters_of_token(whole)
            of = self._tongue_letters
            lanes += sum(map(of.__getitem__, letters), self._of_tongue(whole))
            tongue_rows = 1 + len(letters)
        counts = (
            rows,
            tongue_rows,
            is_own(piece),
            is_word,
            is_word and piece[0] > _LAST_LATIN,
            is_shouted(piece),
            is_stretched(piece),
        )
        return lanes + self._counts[counts]

    def _concepts_in(self, language: str) -> Remembered[str, tuple[int, ...]]:
        concept = self._model.lexicon(language).concept

        def meant(piece: str) -> tuple[int, ...]:
            found = [concept(word) for token in cut(piece) for word in words(token)]
            return tuple([number for number in found if number is not None])

        return Remembered(meant, MOST_PIECES)

    def _of_word(self, spelling: str) -> int:
        row, model = word_row(spelling), self._model
        return of_bytes(model.words.row(row) + model.abouts.row(topic_row(row)))

    def _of_tongue(self, spelling: str) -> int:
        return of_bytes(self._model.tongues.row(language_row(spelling))) << self._tongues_at

    def _counted(self, counts: tuple[int, ...]) -> int:
        return packed(counts) << self._counts_at

    def _about(self, concept: int) -> int:
        return of_bytes(self._model.abouts.row(about_row(concept)))

    def _pairs_of(self, first: int) -> Remembered[int, int]:
        """The lanes of two concepts in a row, by the second, which adds its own: so each is counted
        once."""
        grams = self._model.grams

        def with_second(second: int) -> int:
            alone = 0 if second == END else of_bytes(grams.row(second))
            return alone + of_bytes(grams.row(pair_row((first, second))))

        return Remembered(with_second, END + 1)

    def _arounds_of(self, first: int) -> Remembered[int, int]:
        """The lanes of two concepts around a third, by the second."""
        grams = self._model.grams
        return Remembered(lambda second: of_bytes(grams.row(around_row((first, second)))), END + 1)
