"""What words mean, by hand-made lexicons and by the shipped ones."""

from __future__ import annotations

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.lexicon import EMOJI, MARKS, normalised, parse
from earshot.text.model import shipped
from earshot.text.reading import tokens, words

NUMBERS = {
    name: number
    for number, name in enumerate(["wait", "staff", "work", "negation", *MARKS, *EMOJI])
}
NAMES = {number: name for name, number in NUMBERS.items()}
LEXICON = parse(
    "a line that explains\nwait: wait*, warteschlange\nstaff: waiter, waitres*\n"
    "work:work,works,,\nnegation:not,works\n",
    NUMBERS,
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("wait", "wait"),
        ("waiting", "wait"),
        ("waiter", "staff"),  # whole before a stem
        ("waiters", "wait"),
        ("waitress", "staff"),  # the longer stem
        ("wai", None),
        ("work", "work"),
        ("working", None),
        ("works", "work"),  # the first that claims a word keeps it
        ("not", "negation"),
        ("", None),
        ("?", "question"),
        ("“", "quote"),
        ("@", "handle"),
        ("0", "number"),
        ("😡", "furious"),
        ("👏", "mocking"),
        ("🦔", None),
    ],
)
def test_the_longest_entry_that_fits_decides(word: str, meant: str | None) -> None:
    found = LEXICON.concept(word)
    assert (None if found is None else NAMES[found]) == meant


def test_a_concept_without_a_number_is_an_error() -> None:
    with pytest.raises(KeyError, match="unheard"):
        parse("unheard: word", NUMBERS)


def test_a_lexicon_without_stems_knows_its_words() -> None:
    assert parse("work:work", NUMBERS).concept("work") == NUMBERS["work"]
    assert parse("work:work", NUMBERS).concept("worked") is None


@pytest.mark.parametrize(
    ("entry", "language", "met"),
    [
        ("don't", "en", ["dont"]),
        ("Réclamation", "fr", ["reclamation"]),
        ("Verspätung*", "de", ["verspatung*", "verspaetung*"]),
        ("größe", "de", ["grosse", "groesse"]),
        ("größe", "nl", ["grosse"]),
        ("L'Écran", "fr", ["lecran"]),
        ("sooo", "en", ["soo"]),
        ("4g", "it", ["0g"]),
    ],
)
def test_an_entry_is_written_as_readers_meet_it(entry: str, language: str, met: list[str]) -> None:
    assert normalised(entry, language) == met


@pytest.mark.parametrize(("name", "faces"), EMOJI.items())
def test_a_face_means_one_thing_and_survives_reading(name: str, faces: str) -> None:
    others = {face for other, those in EMOJI.items() if other != name for face in those}
    assert not others & set(faces)
    for face in faces:
        assert [word for token in tokens(face) for word in words(token)] == [face]


@pytest.mark.parametrize(
    ("name", "mark"), [(name, mark) for name, marks in MARKS.items() for mark in marks.split()]
)
def test_a_mark_that_somebody_types_has_its_concept(name: str, mark: str) -> None:
    typed = {"handle": "@acme", "link": "https://a.example", "hashtag": "#acme", "number": "17"}
    said = [word for token in tokens(typed.get(name, mark)) for word in words(token)]
    assert LEXICON.concept(said[0]) == NUMBERS[name]


SAME_IN_ALL = [
    ("en", "doesn't work"),
    ("pt", "não funciona"),
    ("es", "no funciona"),
    ("nl", "werkt niet"),
    ("de", "funktioniert nicht"),
    ("fr", "ne marche pas"),
    ("it", "non funziona"),
]


@pytest.mark.parametrize(("language", "text"), SAME_IN_ALL)
def test_what_does_not_work_is_the_same_in_all_languages(language: str, text: str) -> None:
    model = shipped()
    lexicon = model.lexicon(language)
    meant = {lexicon.concept(word) for token in tokens(text) for word in words(token)}
    assert {model.concepts["negation"], model.concepts["work"]} <= meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_lexicon_knows_marks_and_faces(language: str) -> None:
    model = shipped()
    lexicon = model.lexicon(language)
    assert lexicon.concept("?") == model.concepts["question"]
    assert lexicon.concept("😡") == model.concepts["furious"]
