"""Adds up a text's rows, all columns at once.

What stands between two spaces is read when it is first met, and what it adds is remembered as one
whole number with a lane for each column; so a known word costs one addition, whatever the number
of heads. A new one costs as many as it has letters, since most letters in a row were met before.
"""

from __future__ import annotations

from math import sqrt

from earshot.text.features import (
    END,
    START,
    about_row,
    beside,
    gram_row,
    language_row,
    letters_of_token,
    letters_of_word,
    topic_row,
    whole_token,
    whole_word,
    word_row,
)
from earshot.text.lanes import LANE_BITS, of_bytes, packed, unpacked
from earshot.text.model import ABSENT, BIAS, PLACE_BITS
from earshot.text.reading import LONGEST_WORD, cut, is_own, is_shouted, is_stretched, words
from earshot.text.remembering import Remembered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from earshot.text.model import Model

MOST_PIECES = 30_000
"""Pieces kept in each half of a memory: about 15 MB; a busy day's words in one language."""

MOST_LETTERS = 10_000
"""Letters in a row kept in each half: about 3 MB; nearly all that a few languages have."""

GRAM_SHARE = 2
"""What a gram of concepts adds to a text's length; a word, or four letters of it, add 1."""

PAIR_SHARE = 2
"""What two words in a row count as, beside 1 for a word. They add nothing to a text's length, since
most are not known."""

_LAST_LATIN = "\u024f"

_NO_PAIRS: dict[int, int] = {}
"""One for all words that begin none, so that it stays near the processor."""

_COUNTS = 7
"""Lanes after the languages'; see TokenSums."""


class TokenSums:
    """What a text's pieces add up to: `packed` lanes; of the words in a row that are known the
    heads' lanes, and one that counts them, in `pairs`; of the languages' lanes `tongues`, of
    `tongue_rows` rows; the heads' `rows`; counts of tokens, of words, of those in foreign letters,
    of those shouted and stretched."""

    __slots__ = (
        "foreign", "packed", "pairs", "rows", "shouted", "stretched", "tokens", "tongue_rows",
        "tongues", "words",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - lanes as they stand
        self,
        packed: int,
        pairs: int,
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
        self.pairs = pairs
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
        self._scales, self._intercepts = model.grams.scales, model.intercepts
        self._unkept = bytes([BIAS]) * self._heads
        self._pieces = Remembered(self._met, MOST_PIECES)
        self._letters = Remembered(self._of_word, MOST_LETTERS)
        self._tongue_letters = Remembered(self._of_tongue, MOST_LETTERS)
        self._counts = Remembered(self._counted, MOST_LETTERS)
        self._concepts: dict[str, Remembered[str, tuple[int, ...]]] = {}
        self._neighbours = Remembered(self._neighbour, MOST_PIECES)
        self._following = Remembered(self._pairs_of, 1 << PLACE_BITS)
        self._grams = Remembered(self._grams_of, END + 1)
        self._abouts = Remembered(self._about, END + 1)

    def of_tokens(self, pieces: Sequence[str]) -> TokenSums:
        """What the tokens add by themselves and in a row, in any language."""
        lanes = pairs = 0
        following = _NO_PAIRS
        met = self._pieces
        # A loop, in less time than sums over maps: each piece is looked at once, while it is near.
        for piece in pieces:
            own, after, place = met[piece]
            lanes += own
            if place in following:
                pairs += following[place]
            following = after
        rest = unpacked(lanes >> self._tongues_at, self._tongues + _COUNTS)
        return TokenSums(lanes, pairs, rest[: self._tongues], *rest[self._tongues :])

    def concepts(self, pieces: Sequence[str], language: str) -> list[int]:
        """The concepts of the words in `language`, in order."""
        of = self._concepts.get(language)
        if of is None:
            of = self._concepts[language] = self._concepts_in(language)
        found: list[int] = []
        for piece in pieces:
            found += of[piece]
        return found

    def log_odds(self, sums: TokenSums, concepts: Sequence[int]) -> list[float]:
        """What each head says: of the tokens, and of their concepts in company."""
        lanes, met = sums.pairs, self._grams
        after = met[START]
        for concept in concepts:
            lanes += after[concept]
            after = met[concept]
        lanes += after[END]
        grams = 2 * len(concepts) + 1
        heads = unpacked(lanes + (sums.packed & self._heads_only), self._heads + 1)
        bias = BIAS * (sums.rows + grams + heads.pop())
        shrink = 1 / sqrt(sums.rows + GRAM_SHARE * grams)
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

    def _met(self, piece: str) -> tuple[int, dict[int, int], int]:
        """The lanes of a piece, where it is several tokens theirs together; those of the pairs that
        it may begin, by the place of the second word; and its own place."""
        if piece.isalnum() or (found := cut(piece)) == [piece]:
            spoken = words(piece)
            lanes = self._read(piece, spoken)
        else:
            spoken = tuple([word for token in found for word in words(token)])
            lanes = sum([self._pieces[token][0] for token in found])
        following, place = self._neighbours[beside(spoken)]
        return lanes, following, place

    def _read(self, piece: str, spoken: Sequence[str]) -> int:
        """The lanes of a piece that is one token."""
        lanes = rows = tongue_rows = 0
        for word in spoken:
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
        place = model.words.place(row)
        kept = self._unkept if place == ABSENT else model.words.table.row(place)
        return of_bytes(kept + model.abouts.row(topic_row(row)))

    def _neighbour(self, word: str) -> tuple[dict[int, int], int]:
        """The lanes of the pairs that begin with a word, by the place of the second, and its own
        place."""
        first = self._model.words.place(word_row(whole_word(word))) if word else ABSENT
        return self._following[first], first

    def _pairs_of(self, first: int) -> dict[int, int]:
        """By the place of the first, so that all pairs are there once, however many words an
        enemy finds that share a row."""
        pairs = self._model.pairs
        found, row = pairs.following(first), pairs.table.row
        lanes = {second: of_bytes(row(place) + b"\x01") for second, place in found.items()}
        return lanes or _NO_PAIRS

    def _of_tongue(self, spelling: str) -> int:
        return of_bytes(self._model.tongues.row(language_row(spelling))) << self._tongues_at

    def _counted(self, counts: tuple[int, ...]) -> int:
        return packed(counts) << self._counts_at

    def _about(self, concept: int) -> int:
        return of_bytes(self._model.abouts.row(about_row(concept)))

    def _grams_of(self, first: int) -> Remembered[int, int]:
        """The lanes of two concepts in a row, by the second, which adds its own: so each is counted
        once."""
        grams = self._model.grams

        def with_second(second: int) -> int:
            alone = 0 if second == END else of_bytes(grams.row(second))
            return alone + of_bytes(grams.row(gram_row((first, second))))

        return Remembered(with_second, END + 1)
