"""Texts as sparse rows, by the very functions with which the layer reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

import numpy as np
from scipy.sparse import csr_matrix

from earshot.text.features import (
    ABOUT_ROWS,
    GRAM_ROWS,
    LANGUAGE_BITS,
    WORD_BITS,
    about_row,
    gram_rows,
    language_rows,
    topic_row,
    word_rows,
)
from earshot.text.lexicon import Lexicon
from earshot.text.reading import tokens, words
from earshot.text.sums import GRAM_SHARE

WORD_ROWS, LANGUAGE_ROWS = 1 << WORD_BITS, 1 << LANGUAGE_BITS


def heads_matrix(texts: Iterable[str], lexicons: Iterable[Lexicon]) -> csr_matrix:
    """A row a text, of length 1 but for repeated features: the word rows, then the gram rows. Each
    text comes with the lexicon of its language."""
    rows = []
    for text, lexicon in zip(texts, lexicons, strict=True):
        spoken = _words(text)
        concepts = [c for c in map(lexicon.concept, spoken) if c is not None]
        counts = Counter(row for word in spoken for row in word_rows(word))
        grams = Counter(WORD_ROWS + row for row in gram_rows(concepts))
        length = sqrt(counts.total() + GRAM_SHARE * grams.total() or 1)
        rows.append(
            {
                **{row: count / length for row, count in counts.items()},
                **{row: count * sqrt(GRAM_SHARE) / length for row, count in grams.items()},
            }
        )
    return _sparse(rows, WORD_ROWS + GRAM_ROWS)


def topics_matrix(texts: Iterable[str], lexicons: Iterable[Lexicon]) -> csr_matrix:
    """A row a text: its words' rows and its concepts'."""
    rows = []
    for text, lexicon in zip(texts, lexicons, strict=True):
        spoken = _words(text)
        concepts = [c for c in map(lexicon.concept, spoken) if c is not None]
        counts = Counter(topic_row(row) for word in spoken for row in word_rows(word))
        counts.update(about_row(concept) for concept in concepts)
        rows.append(_shortened(counts))
    return _sparse(rows, ABOUT_ROWS)


def languages_matrix(texts: Iterable[str]) -> csr_matrix:
    """A row a text: the spelling of its words."""
    counted = (
        Counter(
            row
            for token in tokens(text)
            if token[0].isalpha()
            for row in language_rows(token.lower())
        )
        for text in texts
    )
    return _sparse([_shortened(counts) for counts in counted], LANGUAGE_ROWS)


def _words(text: str) -> list[str]:
    return [word for token in tokens(text) for word in words(token)]


def _shortened(counts: Counter[int]) -> dict[int, float]:
    length = sqrt(counts.total() or 1)
    return {row: count / length for row, count in counts.items()}


def _sparse(rows: Sequence[dict[int, float]], width: int) -> csr_matrix:
    ends = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in sorted(row)), np.int32)
    values = np.fromiter((row[place] for row in rows for place in sorted(row)), np.float64)
    return csr_matrix((values, places, ends), shape=(len(rows), width))
