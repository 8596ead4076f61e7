"""The lexicons: every concept in every language, each word once, written as readers meet it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.features import MOST_CONCEPTS
from earshot.text.lexicon import EMOJI, MARKS, normalised, parse
from earshot.text.reading import fold, tokens, words
from workbench.training.examples import LEXICON
from workbench.training.packing import concepts, lexicon

ENTRY = re.compile(r"[^\W_]+(?:['’][^\W_]+)*\*?")
EXPLAINED = re.findall(r"^\| `(\w+)` \|", (LEXICON / "README.md").read_text(encoding="utf-8"), re.M)


def lines(language: str) -> list[tuple[str, list[str]]]:
    """(concept, entries) as written."""
    written = (LEXICON / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(":") for line in written]
    return [
        (name, [e.strip() for e in entries.split(",")]) for name, colon, entries in pairs if colon
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_is_written_once_in_every_language(language: str) -> None:
    names = [name for name, _ in lines(language)]
    assert len(EXPLAINED) > 80
    assert sorted(names) == sorted(EXPLAINED)
    assert [name for name, entries in lines(language) if len(entries) < 5] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_there_twice(language: str) -> None:
    counts = Counter(fold(entry) for _, entries in lines(language) for entry in entries)
    assert [entry for entry, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_has_two_concepts(language: str) -> None:
    """As readers meet it: "sooo" and "soo" are one word, "4g" and "5g" another."""
    meant = defaultdict(set)
    for name, entries in lines(language):
        for entry in entries:
            for word in normalised(entry, language):
                meant[word].add(name)
    assert {word: names for word, names in meant.items() if len(names) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_is_one_word_or_the_beginning_of_one(language: str) -> None:
    wrong = [
        (name, entry)
        for name, entries in lines(language)
        for entry in entries
        if not ENTRY.fullmatch(entry) or (entry.endswith("*") and len(entry) < 4)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_somebody_types_means_its_concept(language: str) -> None:
    """Else the entry is dead: reading shortens "zzz" to "zz" and makes a mark of digits. Words that
    reading cuts at an apostrophe are left out; so are stems, of which a longer entry may own one
    form."""
    numbers = concepts()
    known = parse(lexicon(language), numbers)
    dead = []
    for name, entries in lines(language):
        for entry in entries:
            said = [word for token in tokens(entry) for word in words(token)]
            if len(said) == 1 and known.concept(said[0]) != numbers[name]:
                dead.append((name, entry))
    assert dead == []


def test_every_concept_has_a_number_below_the_most() -> None:
    numbers = concepts()
    assert set(numbers) == {*EXPLAINED, *MARKS, *EMOJI}
    assert sorted(numbers.values()) == list(range(len(numbers)))
    assert len(numbers) <= MOST_CONCEPTS
