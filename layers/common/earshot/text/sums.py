"""Adds up a text's rows, all columns at once.

What stands between two spaces is read when it is first met, and what it adds is remembered as one
whole number with a lane for each column; so a known word costs one addition for its language, and
then, by what it means there, one for all heads and topics, whatever their number. A new one costs
as many as it has letters, since most letters in a row were met before.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt

from earshot.text.features import (
    EDGE,
    END,
    START,
    UNGLOSSED,
    about_row,
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
from earshot.text.model import ABSENT, BIAS
from earshot.text.reading import LONGEST_WORD, cut, is_own, is_shouted, is_stretched, words
from earshot.text.remembering import Remembered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from earshot.text.model import Model

    Meaning = tuple[int, int, int, dict[int, int], int | None, dict[int, int]]
    """Of a piece in a language: what it adds whatever it means, and what it means adds; its first
    gloss, and what each gloss adds that may follow its last; its first concept, if it has any, and
    what each adds after its last."""

MOST_PIECES = 40_000
"""Pieces kept in each half of a memory, about 8 MB; and, of one language, in each half of what they
mean there, about 18 MB: a busy day's words. Who writes new words in all seven fills 290 MB; who
does it with the longest pieces and an emoji in each, some 370 MB."""

MOST_LETTERS = 10_000
"""Letters in a row kept in each half: about 3 MB; nearly all that a few languages have."""

GRAM_SHARE = 2
"""What a gram of concepts adds to a text's length; a word, or four letters of it, add 1."""

GLOSS_SHARE = 2
"""What a gloss, or two in a row, count as, beside 1 for a word. They add nothing to a text's
length, since many are not known."""

_LAST_LATIN = "\u024f"

_NOTHING: dict[int, int] = {}
"""One for all that is followed by nothing known, so that it stays near the processor."""

_UNGLOSSED = (UNGLOSSED,)

_ONE_ROW = b"\x01\x01\x01"
"""What counts a word between its heads' lanes and its topics'; see Summing."""

_COUNTS = 6
"""Lanes after the languages'; see TokenSums."""


class TokenSums:
    """What a text's pieces add up to, whatever they mean: of the languages' lanes `tongues`, of
    `tongue_rows` rows; counts of tokens, of words, of those in foreign letters, of those shouted
    and stretched."""

    __slots__ = (
        "foreign", "shouted", "stretched", "tokens", "tongue_rows", "tongues", "words",
    )  # fmt: skip

    def __init__(  # noqa: PLR0917 - lanes as they stand
        self,
        tongues: Sequence[int],
        tongue_rows: int,
        tokens: int,
        words: int,
        foreign: int,
        shouted: int,
        stretched: int,
    ) -> None:
        self.tongues = tongues
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
        # The lanes of a token: the languages', the counts. Those of what it means: the heads', how
        # many rows are in them, what these are of a text's length, how many are in the topics', and
        # the topics'.
        self._tongues = len(model.languages)
        self._counts_at = LANE_BITS * self._tongues
        self._heads, self._topics = len(model.heads), len(model.topics)
        self._rows_at = LANE_BITS * self._heads
        self._topics_at = self._rows_at + 3 * LANE_BITS
        self._heads_only = (1 << self._rows_at + 2 * LANE_BITS) - 1
        self._concept = packed([2, 2 * GRAM_SHARE, 1]) << self._rows_at
        self._scales, self._intercepts = model.grams.scales, model.intercepts
        self._unkept = bytes([BIAS]) * self._heads
        self._pieces = Remembered(self._met, MOST_PIECES)
        self._letters = Remembered(self._of_word, MOST_LETTERS)
        self._tongue_letters = Remembered(self._of_tongue, MOST_LETTERS)
        self._counts = Remembered(self._counted, MOST_LETTERS)
        self._meanings: dict[str, Remembered[str, Meaning]] = {}
        self._glosses = Remembered(self._glosses_of, len(model.glosses.numbers) + 1)
        self._grams = Remembered(self._grams_of, END + 1)
        self._abouts = Remembered(self._about, END + 1)

    def of_tokens(self, pieces: Sequence[str]) -> TokenSums:
        """What the tokens add whatever they mean."""
        return self._told_apart(sum(map(self._pieces.__getitem__, pieces)))

    def meanings(self, pieces: Sequence[str], language: str) -> int:
        """What the words add in `language`, and their concepts and glosses, alone and in a row: for
        `log_odds` and `topic_log_odds`."""
        of = self._meanings.get(language)
        if of is None:
            of = self._meanings[language] = self._meanings_in(language)
        return self._added_up(map(of.__getitem__, pieces))[1]

    def known(self, pieces: Sequence[str], language: str) -> tuple[TokenSums, int] | None:
        """Both of these, with one look-up for two; None where a piece was not read in `language`
        before. So the language may be guessed, and no word is read in a wrong one."""
        of = self._meanings.get(language)
        if of is None:
            return None
        found = [*filter(None, map(of.get, pieces))]
        if len(found) < len(pieces):
            return None
        tokens, lanes = self._added_up(found)
        return self._told_apart(tokens), lanes

    def _told_apart(self, tokens: int) -> TokenSums:
        lanes = unpacked(tokens, self._tongues + _COUNTS)
        return TokenSums(lanes[: self._tongues], *lanes[self._tongues :])

    def _added_up(self, meanings: Iterable[Meaning]) -> tuple[int, int]:
        """What pieces add whatever they mean, and what they mean adds."""
        tokens = lanes = 0
        following: dict[int, int] = self._glosses[EDGE][1]
        after: dict[int, int] = self._grams[START]
        # A loop, in less time than sums over maps: each piece is looked at once, while it is near.
        for token, own, gloss, next_following, concept, next_after in meanings:
            tokens += token
            if not own:
                continue  # a mark of redaction says nothing, and parts nothing
            lanes += own
            if gloss in following:
                lanes += following[gloss]
            following = next_following
            if concept is not None:
                lanes += after[concept]
                after = next_after
        return tokens, lanes + following.get(EDGE, 0) + after[END]

    def log_odds(self, meanings: int) -> list[float]:
        """What each head says."""
        *heads, added, length = unpacked(meanings & self._heads_only, self._heads + 2)
        # The row of the last concept and END is not counted.
        bias = BIAS * (added + 1)
        shrink = 1 / sqrt(length + GRAM_SHARE)
        weighed = zip(heads, self._scales, self._intercepts)  # noqa: B905 - one each a head
        return [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]

    def topic_log_odds(self, meanings: int) -> list[float]:
        """The log-odds of each topic; complaints only are asked."""
        rows, *columns = unpacked(meanings >> self._topics_at - LANE_BITS, 1 + self._topics)
        bias, shrink = BIAS * rows, 1 / sqrt(rows or 1)
        model = self._model
        weighed = zip(columns, model.abouts.scales, model.topic_intercepts)  # noqa: B905
        return [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]

    def _met(self, piece: str) -> int:
        """The lanes of a piece, where it is several tokens theirs together."""
        if piece.isalnum() or (found := cut(piece)) == [piece]:
            return self._read(piece)
        return sum([self._pieces[token] for token in found])

    def _read(self, piece: str) -> int:
        """The lanes of a piece that is one token."""
        lanes = tongue_rows = 0
        is_word = piece[0].isalpha()
        if is_word:
            whole = whole_token(piece[:LONGEST_WORD].lower())
            letters = letters_of_token(whole)
            of = self._tongue_letters
            lanes = sum(map(of.__getitem__, letters), self._of_tongue(whole))
            tongue_rows = 1 + len(letters)
        counts = (
            tongue_rows,
            is_own(piece),
            is_word,
            is_word and piece[0] > _LAST_LATIN,
            is_shouted(piece),
            is_stretched(piece),
        )
        return lanes + self._counts[counts]

    def _meanings_in(self, language: str) -> Remembered[str, Meaning]:
        concept = self._model.lexicon(language).concept
        glossed = self._model.glossary(language).get
        of, met, whatever = self._glosses, self._grams, self._pieces

        def meant(piece: str) -> Meaning:
            spoken = [word for token in cut(piece) for word in words(token)]
            glosses = [gloss for word in spoken for gloss in glossed(word, _UNGLOSSED)]
            concepts = [number for number in map(concept, spoken) if number is not None]
            lanes = sum(map(self._read_word, spoken), sum(map(self._abouts.__getitem__, concepts)))
            following = _NOTHING
            for gloss in glosses:
                lanes += following.get(gloss, 0)
                alone, following = of[gloss]
                lanes += alone
            lanes += sum(met[first][second] for first, second in pairwise(concepts))
            first_gloss = glosses[0] if glosses else UNGLOSSED
            if not concepts:
                return whatever[piece], lanes, first_gloss, following, None, _NOTHING
            return whatever[piece], lanes, first_gloss, following, concepts[0], met[concepts[-1]]

        return Remembered(meant, MOST_PIECES)

    def _read_word(self, word: str) -> int:
        """The lanes of a word and its letters."""
        letters = map(self._letters.__getitem__, letters_of_word(word))
        return sum(letters, self._of_word(whole_word(word)))

    def _of_word(self, spelling: str) -> int:
        row, model = word_row(spelling), self._model
        place = model.words.numbers.place(row)
        kept = self._unkept if place == ABSENT else model.words.table.row(place)
        return of_bytes(kept + _ONE_ROW + model.abouts.row(topic_row(row)))

    def _glosses_of(self, first: int) -> tuple[int, dict[int, int]]:
        """The lanes of a gloss alone, and those of it with each that may follow, by its number."""
        if first == UNGLOSSED:
            return 0, _NOTHING
        kept = self._model.glosses
        row = kept.table.row
        found = {
            second: of_bytes(row(at) + b"\x01") for second, at in kept.following(first).items()
        }
        return found.pop(UNGLOSSED, 0), found or _NOTHING

    def _of_tongue(self, spelling: str) -> int:
        return of_bytes(self._model.tongues.row(language_row(spelling)))

    def _counted(self, counts: tuple[int, ...]) -> int:
        return packed(counts) << self._counts_at

    def _about(self, concept: int) -> int:
        """The topics' lanes of a concept, and what counts it and the two in a row that it ends,
        whose heads' lanes `_grams_of` adds."""
        topics = of_bytes(self._model.abouts.row(about_row(concept)))
        return self._concept + (topics << self._topics_at)

    def _grams_of(self, first: int) -> Remembered[int, int]:
        """The lanes of two concepts in a row, by the second, which adds its own: so each is counted
        once."""
        grams = self._model.grams

        def with_second(second: int) -> int:
            alone = 0 if second == END else of_bytes(grams.row(second))
            return alone + of_bytes(grams.row(gram_row((first, second))))

        return Remembered(with_second, END + 1)
