"""Adding up by pieces gives what adding up row by row gives."""

from __future__ import annotations

from math import sqrt

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.features import (
    UNGLOSSED,
    about_row,
    gloss_rows,
    gram_rows,
    language_rows,
    topic_row,
    word_rows,
)
from earshot.text.lanes import unpacked
from earshot.text.model import ABSENT, BIAS, Kept, Model, Table, shipped
from earshot.text.reading import LONGEST_WORD, pieces, tokens, words
from earshot.text.remembering import Remembered
from earshot.text.sums import GRAM_SHARE, MOST_PIECES, Summing, TokenSums
from tests.unit.text.small import AGAIN, NOT, RARE, WORK, small_model

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
    place = kept.numbers.place(number)
    return 0.0 if place == ABSENT else true_weight(kept.table, place, column)


def glossed(model: Model, text: str, language: str) -> list[int]:
    """The glosses of a text's words, in order."""
    glossary = model.glossary(language)
    spoken = [word for token in tokens(text) for word in words(token)]
    return [gloss for word in spoken for gloss in glossary.get(word, (UNGLOSSED,))]


def meant(model: Model, text: str, language: str) -> list[int]:
    """The concepts of a text's words, in order."""
    concept = model.lexicon(language).concept
    spoken = [concept(word) for token in tokens(text) for word in words(token)]
    return [number for number in spoken if number is not None]


def said_by_rows(model: Model, text: str, language: str) -> list[float]:
    """What each head says, by the definition: the mean of true weights over a length."""
    spoken = [word for token in tokens(text) for word in words(token)]
    own = [row for word in spoken for row in word_rows(word)]
    grams = gram_rows(meant(model, text, language))
    glosses = gloss_rows(glossed(model, text, language))
    length = sqrt(len(own) + GRAM_SHARE * len(grams))
    return [
        (
            sum(kept_weight(model.words, row, column) for row in own)
            + sum(kept_weight(model.glosses, row, column) for row in glosses)
            + sum(true_weight(model.grams, row, column) for row in grams)
        )
        / length
        + intercept
        for column, intercept in enumerate(model.intercepts)
    ]


def said(summing: Summing, text: str, language: str) -> list[float]:
    seen = pieces(text)
    return summing.log_odds(summing.meanings(seen, language))


@pytest.mark.parametrize("text", TEXTS)
def test_the_heads_say_what_their_rows_add_up_to(text: str) -> None:
    assert said(SUMMING, text, "en") == pytest.approx(said_by_rows(SMALL, text, "en"), abs=1e-9)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("", 0),
        ("not", 2),  # alone, and first
        ("work", 1),
        ("again", 0),
        ("work again", 2),  # work, and both in a row
        ("does not work", 3),  # both alone, and in a row
        ("doesn't work", 5),  # two glosses in one word, work, and each two in a row
        ("not NOT, work", 5),
        ("works!", 3),  # both, and the mark last
        ("!!!", 6),  # three, twice in a row, last
        ("not [ORDER] work [ORDER]", 4),
        ("not other work", 3),
        ("quux quux", 1),
    ],
)
def test_known_glosses_are_counted(text: str, known: int) -> None:
    lanes = SUMMING.meanings(pieces(text), "en")
    added, length, abouts = unpacked(lanes >> 32 * len(SMALL.heads), 3 + len(SMALL.topics))[:3]
    spoken = [word for token in tokens(text) for word in words(token)]
    own = sum(len(word_rows(word)) for word in spoken)
    meant = abouts - own
    assert length == own + 2 * GRAM_SHARE * meant
    assert added - own - 2 * meant == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_heads_say_what_their_rows_add_up_to(language: str) -> None:
    model = shipped()
    text = TEXTS[2] + TEXTS[4]
    assert said(Summing(model), text, language) == pytest.approx(
        said_by_rows(model, text, language), abs=1e-9
    )


@pytest.mark.parametrize("text", TEXTS)
def test_the_topics_say_what_their_rows_add_up_to(text: str) -> None:
    spoken = [word for token in tokens(text) for word in words(token)]
    rows = [topic_row(row) for word in spoken for row in word_rows(word)]
    rows += map(about_row, meant(SMALL, text, "en"))
    expected = [
        sum(true_weight(SMALL.abouts, row, column) for row in rows) / sqrt(len(rows) or 1)
        + intercept
        for column, intercept in enumerate(SMALL.topic_intercepts)
    ]
    assert SUMMING.topic_log_odds(SUMMING.meanings(pieces(text), "en")) == pytest.approx(
        expected, abs=1e-9
    )


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


def test_each_language_reads_its_own_lexicon_and_glossary() -> None:
    model = shipped()
    summing = Summing(model)
    first = said(summing, "kwijt", "nl")
    assert said(summing, "kwijt", "it") != first
    assert said(summing, "kwijt", "nl") == first
    nothing, negation, missing = None, model.concepts["negation"], model.concepts["missing"]
    concepts = {
        (word, language): summing._meanings[language][word][4]
        for word, language in (("niet", "nl"), ("kwijt", "nl"), ("kwijt", "it"))
        if summing.meanings([word], language)
    }
    assert concepts == {
        ("niet", "nl"): negation,
        ("kwijt", "nl"): missing,
        ("kwijt", "it"): nothing,
    }


def test_words_of_one_gloss_share_what_may_follow() -> None:
    """Else whoever writes a hashtag for each of a thousand endings fills the memory."""
    summing = Summing(SMALL)
    summing.meanings(["not", "doesnt", "#NotNot", "again", "quux"], "en")
    meant = summing._meanings["en"]
    assert meant["not"][3] is meant["doesnt"][3] is meant["#NotNot"][3]
    assert set(meant["not"][3]) == {NOT, WORK}
    assert meant["again"][2] == AGAIN
    assert meant["quux"][3].keys() == {RARE}


def test_what_is_known_in_a_language_is_added_up_at_once() -> None:
    summing = Summing(SMALL)
    assert summing.known(pieces(TEXTS[0]), "en") is None
    # A wall of letters is never known.
    read = {t: summing.meanings(pieces(t), "en") for t in TEXTS if len(t.split()) != 1}
    for text, lanes in read.items():
        found = summing.known(pieces(text), "en")
        assert found is not None
        assert found[1] == lanes
        plain = summing.of_tokens(pieces(text))
        assert [getattr(found[0], name) for name in TokenSums.__slots__] == [
            getattr(plain, name) for name in TokenSums.__slots__
        ]


def test_what_is_not_known_in_a_guessed_language_is_not_read_there() -> None:
    summing = Summing(SMALL)
    summing.meanings(["not", "again"], "en")
    assert summing.known(["not", "unheard", "again"], "en") is None
    assert summing.known(["not"], "fr") is None
    assert [*summing._meanings] == ["en"]
    assert [*summing._meanings["en"]] == ["not", "again"]


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
    summing.meanings(others, "en")
    for remembered in (summing._pieces, summing._meanings["en"]):
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
    seen = ["a" * LONGEST_WORD, "b" * (LONGEST_WORD + 1)]
    summing.of_tokens(seen)
    summing.meanings(seen, "en")
    assert list(summing._pieces) == list(summing._meanings["en"]) == ["a" * LONGEST_WORD]
