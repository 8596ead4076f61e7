"""Which rows are kept of texts, and how a text reads them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pytest

from earshot.text.features import (
    END,
    GRAM_ROWS,
    START,
    gram_row,
    whole_word,
    word_row,
    word_rows,
)
from earshot.text.lexicon import parse
from earshot.text.sums import GRAM_SHARE, PAIR_SHARE
from tests.unit.text.small import CONCEPTS, WRITTEN
from workbench.training.matrix import LEAST_PAIRS, LEAST_TEXTS, Rows, heads_matrix, kept

LEXICON = parse(WRITTEN, CONCEPTS)
NOT = CONCEPTS["negation"]


def row(word: str) -> int:
    return word_row(whole_word(word))


def words_in_a_row(rows: Rows) -> set[tuple[str, ...]]:
    """The pairs kept, of the words that these tests use."""
    spelled = {row(word): word for word in ("ab", "cd", "ef", "!")}
    return {tuple(spelled[rows.words[place]] for place in pair) for pair in rows.pairs}


def values(text: str, rows: Rows) -> dict[int, float]:
    """What is read of a text, by column."""
    matrix = heads_matrix([text], [LEXICON], rows)
    assert matrix.shape == (1, len(rows.words) + GRAM_ROWS + len(rows.pairs))
    return dict(zip(matrix.indices.tolist(), matrix.data.tolist(), strict=True))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["ab"] * LEAST_TEXTS, True),
        (["ab"] * (LEAST_TEXTS - 1), False),
        (["ab " * 2 * LEAST_TEXTS], False),
        (["cd"] * LEAST_TEXTS, False),
        ([], False),
    ],
)
def test_a_row_is_kept_that_enough_texts_have(texts: Sequence[str], found: bool) -> None:
    rows = kept(texts)
    assert (row("ab") in rows.words) == found
    assert list(rows.words) == sorted(set(rows.words))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["ab cd"] * LEAST_PAIRS, {("ab", "cd")}),
        (["ab cd"] * (LEAST_PAIRS - 1), set()),
        (["ab cd ab cd"] * LEAST_PAIRS, {("ab", "cd"), ("cd", "ab")}),
        (["ab cd!"] * LEAST_PAIRS, {("ab", "cd"), ("cd", "!")}),
        ([f"ab {letter * 2} cd" for letter in "xyzwvuts"], set()),
        (["ab ab"] * LEAST_PAIRS, {("ab", "ab")}),
    ],
)
def test_two_words_in_a_row_are_kept_in_their_order(
    texts: Sequence[str], found: set[tuple[str, str]]
) -> None:
    assert words_in_a_row(kept(texts)) == found


def test_a_text_reads_its_words_its_concepts_and_what_stands_in_a_row() -> None:
    rows = kept(["not ab"] * LEAST_PAIRS)
    ((first, second),) = rows.pairs
    assert (rows.words[first], rows.words[second]) == (row("not"), row("ab"))
    grams_at, pairs_at = len(rows.words), len(rows.words) + GRAM_ROWS
    read = values("not ab zz", rows)
    spoken = ("not", "ab", "zz")
    length = sqrt(sum(len(word_rows(word)) for word in spoken) + GRAM_SHARE * 3)
    assert read[first] == pytest.approx(1 / length)
    assert read[grams_at + NOT] == pytest.approx(sqrt(GRAM_SHARE) / length)
    assert read[grams_at + gram_row((START, NOT))] == read[grams_at + gram_row((NOT, END))]
    assert read[pairs_at] == pytest.approx(sqrt(PAIR_SHARE) / length)
