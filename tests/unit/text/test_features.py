"""The rows that words, concepts and spellings stand for."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from earshot.text.features import (
    EDGE,
    END,
    FIRST_GLOSS,
    GLOSS_BITS,
    GRAM_ROWS,
    LANGUAGE_BITS,
    MOST_CONCEPTS,
    START,
    UNGLOSSED,
    WORD_BITS,
    gloss_row,
    gloss_rows,
    gram_row,
    gram_rows,
    language_rows,
    word_rows,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("refund", 1 + 5),  # " ref refu efun fund und "
        ("ab", 1 + 1),
        ("a", 1),
        ("!", 1),
        ("😡", 1),
        ("@", 1),
        ("http", 1),
        ("0", 1),
        ("\ud800", 1),
    ],
)
def test_a_word_is_itself_and_its_fours_of_letters(word: str, count: int) -> None:
    rows = word_rows(word)
    assert len(rows) == count
    assert all(0 <= row < 1 << WORD_BITS for row in rows)


def test_like_words_share_letters_and_not_the_word() -> None:
    one, other = word_rows("refund"), word_rows("refunds")
    assert one[0] != other[0]
    assert set(one[1:-1]) <= set(other[1:])


def test_each_concept_and_each_pair_has_a_row_of_its_own() -> None:
    pairs = list(product(range(END + 1), range(END + 1)))
    rows = [*range(END + 1), *map(gram_row, pairs)]
    assert sorted(rows) == list(range(GRAM_ROWS))


@pytest.mark.parametrize(
    ("glosses", "alone", "in_a_row"),
    [
        ([], [], [(EDGE, EDGE)]),
        ([7], [7], [(EDGE, 7), (7, EDGE)]),
        ([7, 7, 8], [7, 7, 8], [(EDGE, 7), (7, 7), (7, 8), (8, EDGE)]),
        ([7, UNGLOSSED, 8], [7, 8], [(EDGE, 7), (8, EDGE)]),
        ([UNGLOSSED], [], []),
        ([UNGLOSSED, 7, UNGLOSSED], [7], []),
    ],
)
def test_glosses_are_read_alone_and_in_a_row_and_a_word_without_one_parts_them(
    glosses: list[int], alone: list[int], in_a_row: list[tuple[int, int]]
) -> None:
    expected = [*map(gloss_row, alone), *(gloss_row(*pair) for pair in in_a_row)]
    assert gloss_rows(glosses) == expected


def test_each_gloss_and_each_two_have_a_row_of_their_own() -> None:
    last = (1 << GLOSS_BITS) - 1
    seen = (EDGE, FIRST_GLOSS, FIRST_GLOSS + 1, last)
    rows = [*map(gloss_row, seen), *(gloss_row(*pair) for pair in product(seen, seen))]
    assert len({*rows}) == len(rows)
    assert max(rows) < 1 << 2 * GLOSS_BITS


@pytest.mark.parametrize("concepts", [[], [3], [3, 5], [MOST_CONCEPTS - 1, 0, 7, 7]])
def test_concepts_are_read_alone_and_in_a_row(concepts: list[int]) -> None:
    pairs = [gram_row(pair) for pair in pairwise([START, *concepts, END])]
    assert gram_rows(concepts) == [*concepts, *pairs]
    assert len(pairs) == len(concepts) + 1


@pytest.mark.parametrize("token", ["a", "não", "straße", "l'été", "\udfff", "不好"])
def test_a_spelling_is_whole_and_in_threes(token: str) -> None:
    rows = language_rows(token)
    assert len(rows) == 1 + len(token)
    assert all(0 <= row < 1 << LANGUAGE_BITS for row in rows)


def test_accents_tell_languages_apart() -> None:
    assert set(language_rows("nao")).isdisjoint({language_rows("não")[0]})
