"""Which rows are kept of texts, and how a text reads them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import pytest

from earshot.text.features import (
    EDGE,
    END,
    GRAM_ROWS,
    START,
    gloss_row,
    gram_row,
    whole_word,
    word_row,
    word_rows,
)
from earshot.text.lexicon import parse, parse_glosses
from earshot.text.sums import GLOSS_SHARE, GRAM_SHARE
from tests.unit.text.small import AGAIN, CONCEPTS, DO, GLOSSED, MARK, NOT, WORK, WRITTEN
from workbench.training.matrix import (
    LEAST_GLOSSES,
    LEAST_TEXTS,
    Dictionary,
    Rows,
    heads_matrix,
    kept,
)

DICTIONARY = Dictionary(parse(WRITTEN, CONCEPTS), parse_glosses(GLOSSED))
NEGATION = CONCEPTS["negation"]


def row(word: str) -> int:
    return word_row(whole_word(word))


def kept_of(texts: Sequence[str]) -> Rows:
    return kept(texts, [DICTIONARY] * len(texts))


def values(text: str, rows: Rows) -> dict[int, float]:
    """What is read of a text, by column."""
    matrix = heads_matrix([text], [DICTIONARY], rows)
    assert matrix.shape == (1, len(rows.words) + GRAM_ROWS + len(rows.glosses))
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
    rows = kept_of(texts)
    assert (row("ab") in rows.words) == found
    assert list(rows.words) == sorted(set(rows.words))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["not again"] * LEAST_GLOSSES,
            [(NOT,), (AGAIN,), (EDGE, NOT), (NOT, AGAIN), (AGAIN, EDGE)],
        ),
        (["not again"] * (LEAST_GLOSSES - 1), []),
        (
            [f"a not {c * 2} again z" for c in "bcdefghijklmnopqrs"[:LEAST_GLOSSES]],
            [(NOT,), (AGAIN,)],
        ),
        (
            ["a don't work! z"] * LEAST_GLOSSES,
            [(DO,), (NOT,), (WORK,), (MARK,), (DO, NOT), (NOT, WORK), (WORK, MARK)],
        ),
        (["a not [ORDER] work z"] * LEAST_GLOSSES, [(NOT,), (WORK,), (NOT, WORK)]),
        (["a not not z"] * LEAST_GLOSSES, [(NOT,), (NOT, NOT)]),
        (["a works z", "a work z"] * (LEAST_GLOSSES // 2 + 1), [(WORK,)]),
    ],
)
def test_glosses_are_kept_that_enough_texts_have_alone_and_in_their_order(
    texts: Sequence[str], found: list[tuple[int, ...]]
) -> None:
    assert kept_of(texts).glosses == sorted(gloss_row(*some) for some in found)


def test_a_text_reads_its_words_its_concepts_and_its_glosses() -> None:
    rows = kept_of(["a not ab"] * LEAST_GLOSSES)
    assert rows.glosses == [gloss_row(NOT)]
    first = list(rows.words).index(row("not"))
    grams_at, glosses_at = len(rows.words), len(rows.words) + GRAM_ROWS
    read = values("not ab zz", rows)
    spoken = ("not", "ab", "zz")
    length = sqrt(sum(len(word_rows(word)) for word in spoken) + GRAM_SHARE * 3)
    assert read[first] == pytest.approx(1 / length)
    assert read[grams_at + NEGATION] == pytest.approx(sqrt(GRAM_SHARE) / length)
    ends = [gram_row((START, NEGATION)), gram_row((NEGATION, END))]
    assert read[grams_at + ends[0]] == read[grams_at + ends[1]]
    assert read[glosses_at] == pytest.approx(sqrt(GLOSS_SHARE) / length)
