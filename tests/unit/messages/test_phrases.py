"""The tables of words: whole in every language, and each language its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from earshot.domain.impact import Urgency
from earshot.domain.languages import LANGUAGES
from earshot.domain.weighing import MOST_POINTS
from earshot.text.messages.facts import Held
from earshot.text.messages.gsm7 import BASIC, EXTENSION, transliterated
from earshot.text.messages.phrases import Phrases, phrases_in

languages = pytest.mark.parametrize("language", LANGUAGES)

# A name, a number or a loan may be the same word in two languages; a sentence is not.
LOANS = 12
LETTERS = re.compile(r"[^\W\d_](?![^{]*\})")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{path}/{key}")
    elif isinstance(value, tuple):
        for number, held in enumerate(value):
            yield from leaves(held, f"{path}/{number}")
    else:
        yield path, value


def blanks(words: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", words))


@languages
def test_every_language_has_every_phrase_and_no_other(language: str) -> None:
    phrases = phrases_in(language)
    assert set(phrases) == set(get_type_hints(Phrases))
    assert phrases["language"] == language
    assert {path for path, _ in leaves(phrases)} == {path for path, _ in leaves(phrases_in("en"))}


@languages
def test_every_phrase_leaves_the_same_blanks_in_every_language(language: str) -> None:
    english = dict(leaves(phrases_in("en")))
    for path, words in leaves(phrases_in(language)):
        if isinstance(words, str) and not path.startswith("/contributions"):
            assert blanks(words) == blanks(english[path]), path


@languages
def test_no_phrase_is_empty_but_those_whose_meaning_comes_with_the_score(language: str) -> None:
    empty = {path for path, words in leaves(phrases_in(language)) if words == ""}
    own = {"/contributions/reach/1", "/contributions/history/1"}
    every = {f"/contributions/{name}/1" for name in MOST_POINTS}
    assert empty == (every - own if language == "en" else set())


@languages
def test_the_tables_speak_of_everything_there_is(language: str) -> None:
    phrases = phrases_in(language)
    assert set(phrases["urgency"]) == set(phrases["title"]) == set(get_args(Urgency))
    assert set(phrases["contributions"]) == set(MOST_POINTS)
    assert set(phrases["written_in"]) == {*LANGUAGES, "other"}
    assert (len(phrases["weekdays"]), len(phrases["months"])) == (7, 12)
    assert set(phrases["held"]) == set(get_args(Held))


@languages
def test_a_weekday_is_told_by_its_first_letters(language: str) -> None:
    phrases = phrases_in(language)
    letters = {day[: phrases["weekday_letters"]] for day in phrases["weekdays"]}
    assert len(letters) == 7


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(leaves(phrases_in("en")))
    same = [
        words
        for path, words in leaves(phrases_in(language))
        if words == english[path] and len(LETTERS.findall(str(words))) > LOANS
    ]
    assert same == []


@languages
def test_what_an_sms_says_loses_no_letters(language: str) -> None:
    phrases = phrases_in(language)
    short = [words for name, words in phrases.items() if name.startswith("sms_")]
    for words in map(str, (*phrases["urgency"].values(), phrases["level"], *short)):
        told = transliterated(words)
        assert len(told) == len(words)
        assert set(told) <= BASIC | EXTENSION
