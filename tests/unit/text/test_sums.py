"""Adding up by pieces gives what adding up row by row gives."""

from __future__ import annotations

from itertools import pairwise, product
from math import sqrt

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.features import (
    about_row,
    beside,
    gram_rows,
    language_rows,
    topic_row,
    whole_word,
    word_row,
    word_rows,
)
from earshot.text.model import ABSENT, BIAS, Kept, Model, Table, pair_number, shipped
from earshot.text.reading import LONGEST_WORD, cut, pieces, tokens, words
from earshot.text.remembering import Remembered
from earshot.text.sums import GRAM_SHARE, MOST_PIECES, Summing
from tests.unit.text.small import small_model

SMALL = small_model()
SUMMING = Summing(SMALL)

TEXTS = [
    "",
    "no",
    "It does not work!!! Waiting for 3 weeks, NEVER again :(",
    "@acme the waiter never opens https://a.example #WorstAppEver 😡😡",
    "sooo l'app ne marche pas, [ORDER] n'a pas été livré",
    "Сайт не работает",
    "not " * 500,
    "a" * 3_000,
    "\ud800 \u202e never \u200b",
]


def true_weight(table: Table, row: int, column: int) -> float:
    return (table.row(row)[column] - BIAS) * table.scales[column]


def kept_weight(kept: Kept, number: int, column: int) -> float:
    place = kept.place(number)
    return 0.0 if place == ABSENT else true_weight(kept.table, place, column)


def numbers_in_a_row(model: Model, text: str) -> list[int]:
    """The numbers of the pairs of words that are both kept."""
    said = [
        beside([word for token in cut(piece) for word in words(token)]) for piece in pieces(text)
    ]
    places = [model.words.place(word_row(whole_word(word))) for word in said]
    return [pair_number(*pair) for pair in pairwise(places) if ABSENT not in pair]


def said_by_rows(model: Model, text: str, language: str) -> list[float]:
    """What each head says, by the definition: the mean of true weights over a length."""
    spoken = [word for token in tokens(text) for word in words(token)]
    lexicon = model.lexicon(language)
    meant = [concept for concept in map(lexicon.concept, spoken) if concept is not None]
    own = [row for word in spoken for row in word_rows(word)]
    grams = gram_rows(meant)
    in_a_row = numbers_in_a_row(model, text)
    length = sqrt(len(own) + GRAM_SHARE * len(grams))
    return [
        (
            sum(kept_weight(model.words, row, column) for row in own)
            + sum(kept_weight(model.pairs, number, column) for number in in_a_row)
            + sum(true_weight(model.grams, row, column) for row in grams)
        )
        / length
        + intercept
        for column, intercept in enumerate(model.intercepts)
    ]


def said(summing: Summing, text: str, language: str) -> list[float]:
    seen = pieces(text)
    return summing.log_odds(summing.of_tokens(seen), summing.concepts(seen, language))


@pytest.mark.parametrize("text", TEXTS)
def test_the_heads_say_what_their_rows_add_up_to(text: str) -> None:
    assert said(SUMMING, text, "en") == pytest.approx(said_by_rows(SMALL, text, "en"), abs=1e-9)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("", 0),
        ("not", 0),
        ("not work", 1),
        ("not NOT, work", 1),
        ("not not work!!!", 4),
        ("never again never again", 2),
        ("again never", 0),
        ("not zzz work", 0),
        ("zzz zzz", 0),
    ],
)
def test_known_words_in_a_row_are_counted(text: str, known: int) -> None:
    assert SUMMING.of_tokens(pieces(text)).pairs >> (32 * len(SMALL.heads)) == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_heads_say_what_their_rows_add_up_to(language: str) -> None:
    model = shipped()
    text = TEXTS[2] + TEXTS[4]
    assert said(Summing(model), text, language) == pytest.approx(
        said_by_rows(model, text, language), abs=1e-9
    )


@pytest.mark.parametrize("text", TEXTS)
def test_the_topics_say_what_their_rows_add_up_to(text: str) -> None:
    sums, concepts = SUMMING.of_tokens(pieces(text)), SUMMING.concepts(pieces(text), "en")
    spoken = [word for token in tokens(text) for word in words(token)]
    rows = [topic_row(row) for word in spoken for row in word_rows(word)]
    rows += map(about_row, concepts)
    expected = [
        sum(true_weight(SMALL.abouts, row, column) for row in rows) / sqrt(len(rows) or 1)
        + intercept
        for column, intercept in enumerate(SMALL.topic_intercepts)
    ]
    assert SUMMING.topic_log_odds(sums, concepts) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("text", TEXTS)
def test_the_languages_lanes_are_the_stored_bytes_of_the_spellings(text: str) -> None:
    rows = [
        row
        for token in tokens(text)
        if token[0].isalpha()
        for row in language_rows(token[:LONGEST_WORD].lower())
    ]
    width = SMALL.tongues.width
    got = SUMMING.of_tokens(pieces(text))
    assert got.tongue_rows == len(rows)
    assert list(got.tongues) == [
        sum(SMALL.tongues.row(row)[column] for row in rows) for column in range(width)
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", (0, 0, 0, 0, 0)),
        ("It is SOOO late!!", (6, 4, 0, 1, 1)),
        ("@acme 3 😡", (3, 0, 0, 0, 0)),
        ("сайт down", (2, 2, 1, 0, 0)),
        ("не работает", (2, 2, 2, 0, 0)),
        ("NEVER EVER nooo", (3, 3, 0, 2, 1)),
    ],
)
def test_tokens_words_foreign_shouted_and_stretched_are_counted(
    text: str, counted: tuple[int, ...]
) -> None:
    got = SUMMING.of_tokens(pieces(text))
    assert (got.tokens, got.words, got.foreign, got.shouted, got.stretched) == counted


def test_each_language_reads_its_own_lexicon() -> None:
    model = shipped()
    summing = Summing(model)
    assert summing.concepts(["niet"], "nl") == [model.concepts["negation"]]
    assert summing.concepts(["kwijt"], "nl") == [model.concepts["missing"]]
    assert summing.concepts(["kwijt"], "it") == []
    assert summing.concepts(["kwijt"], "nl") == [model.concepts["missing"]]


def test_words_that_share_a_row_share_its_pairs() -> None:
    """Else whoever finds a thousand words on the row of a comma fills the memory with its pairs."""
    summing = Summing(SMALL)
    row = word_row(whole_word("not"))
    letters = ("".join(found) for found in product("abcdefghij", repeat=7))
    twin = next(word for word in letters if word_row(whole_word(word)) == row)
    summing.of_tokens(["not", twin])
    assert summing._pieces[twin][1] is summing._pieces["not"][1]
    assert summing._pieces["not"][1]


def test_the_order_of_texts_changes_nothing() -> None:
    forwards, backwards = Summing(SMALL), Summing(SMALL)
    there = [said(forwards, text, "en") for text in TEXTS]
    back = [said(backwards, text, "en") for text in reversed(TEXTS)]
    assert there == back[::-1]


def test_forgetting_when_full_changes_nothing() -> None:
    summing = Summing(SMALL)
    before = [said(summing, text, "en") for text in TEXTS]
    others = [f"w{number:x}" for number in range(2 * MOST_PIECES + 50)]
    summing.of_tokens(others)
    remembered = summing._pieces
    assert len(remembered) + len(remembered._older) <= 2 * MOST_PIECES
    assert others[0] not in remembered
    assert [said(summing, text, "en") for text in TEXTS] == before


def test_what_is_asked_for_again_is_never_forgotten_and_what_came_once_is() -> None:
    made: list[int] = []

    def make(key: int) -> int:
        made.append(key)
        return key * key

    remembered = Remembered(make, 10)
    for key in range(1, 100):
        assert remembered[key] == key * key
        assert remembered[0] == 0
        assert len(remembered) <= 10
        assert len(remembered._older) <= 10
    assert made.count(0) == 1
    assert remembered[1] == 1
    assert made.count(1) == 2


def test_a_wall_of_letters_is_not_remembered() -> None:
    summing = Summing(SMALL)
    summing.of_tokens(["a" * LONGEST_WORD, "b" * (LONGEST_WORD + 1)])
    assert list(summing._pieces) == ["a" * LONGEST_WORD]
