"""The glossaries: every word once, as readers meet it, in plain English."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.features import FIRST_GLOSS, GLOSS_BITS, UNGLOSSED
from earshot.text.lexicon import EMOJI, MARKS, parse_glosses
from earshot.text.reading import plainest, tokens, words
from workbench.training.glosses import GLOSSARY, numbers, read, written

GLOSSES = re.compile(r"[a-z]['a-z-]*( [a-z]['a-z-]*){0,2}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_once_as_it_is_read(language: str) -> None:
    lines = (GLOSSARY / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    cells = [tuple(line.split("\t")) for line in lines]
    assert {len(cell) for cell in cells} == {2}
    words = [word for word, _ in cells]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [word for word in words if plainest(word) != word] == []
    assert [cell for cell in cells if not GLOSSES.fullmatch(cell[1])] == []


@pytest.mark.parametrize(
    ("gloss", "said"),
    [
        ("bill", "en invoice pt fatura es factura nl rekening de rechnung fr facture it fattura"),
        ("wait", "en waiting pt esperando es esperando nl wacht de warte fr attends it aspetto"),
        ("broken", "en broken es roto nl kapot de kaputt fr casse it rotto"),
        ("not", "en not pt nao nl niet de nicht fr pas it non"),
        ("still", "en still pt ainda nl nog de noch fr encore it ancora"),
        ("package", "en parcel nl pakketje de paket fr colis it pacco es paquete"),
    ],
)
def test_the_same_thing_has_one_gloss_in_all_languages(gloss: str, said: str) -> None:
    words = said.split()
    found = {
        language: read(language)[word]
        for language, word in zip(words[::2], words[1::2], strict=True)
    }
    assert found == dict.fromkeys(found, (gloss,))


OTHER_SENSES = frozenset(
    {"cell", "coach", "flat", "found", "glasses", "hire", "id", "left", "present", "rose", "salon"}
    | {"used"}
)
"""Glosses that stand for another sense of the word than the one English posts mostly use."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gloss_is_what_english_itself_says_for_it(language: str) -> None:
    english = read("en")
    found = {gloss for glosses in read(language).values() for gloss in glosses} - OTHER_SENSES
    assert {g: english[g] for g in found if english.get(g, (g,)) != (g,)} == {}


@pytest.mark.parametrize(
    ("language", "elided", "glosses"),
    [
        ("fr", "j'attends", ["i", "wait"]),
        ("fr", "n'est", ["not", "is"]),
        ("fr", "l'appli", ["the", "app"]),
        ("it", "l'ordine", ["the", "order"]),
        ("it", "c'era", ["there", "was"]),
        ("nl", "'t", ["the"]),
        ("de", "zurück", ["back"]),
        ("de", "zurueck", ["back"]),
    ],
)
def test_what_is_elided_or_spelled_out_is_glossed(
    language: str, elided: str, glosses: list[str]
) -> None:
    glossary = read(language)
    spoken = [word for token in tokens(elided) for word in words(token)]
    assert [g for word in spoken for g in glossary.get(word, ())] == glosses


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_and_emoji_gloss_themselves(language: str) -> None:
    glossary = read(language)
    marks = [mark for written_marks in MARKS.values() for mark in written_marks.split()]
    faces = [face for written_faces in EMOJI.values() for face in written_faces]
    assert {mark: glossary[mark] for mark in marks + faces} == {m: (m,) for m in marks + faces}


def test_glosses_are_numbered_from_the_first_and_fit() -> None:
    numbered = numbers()
    assert sorted(numbered.values()) == list(range(FIRST_GLOSS, FIRST_GLOSS + len(numbered)))
    assert max(numbered.values()) < 1 << GLOSS_BITS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Glossaries of one short line each, and an English one of three."""
    for language in LANGUAGES:
        (tmp_path / f"{language}.tsv").write_text("x\tx\n", encoding="utf-8")
    lines = "dont\tdo not\nnot\tnot\nkiwi\tkiwi\n"
    (tmp_path / "en.tsv").write_text(lines, encoding="utf-8")
    return tmp_path


def test_the_layer_reads_what_is_written_without_what_is_not_kept(folder: Path) -> None:
    numbered = numbers(folder)
    do, negation, mark = numbered["do"], numbered["not"], numbered["!"]
    everything = parse_glosses(written("en", numbered, folder=folder))
    assert everything["dont"] == (do, negation)
    assert everything["not"] == (negation,)
    assert everything["kiwi"] == (numbered["kiwi"],)
    some = parse_glosses(written("en", numbered, {negation, mark}, folder))
    assert some == {"dont": (UNGLOSSED, negation), "not": (negation,), "!": (mark,)}


@pytest.mark.parametrize("line", ["dont", "dont\t", "\tdo", "not\tagain"])
def test_a_line_that_is_wrong_is_refused_by_its_file_and_words(folder: Path, line: str) -> None:
    file = folder / "en.tsv"
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en\.tsv: not a new word"):
        read("en", folder)
