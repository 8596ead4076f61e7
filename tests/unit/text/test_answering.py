"""What a customer says when asked whether it is solved."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.text.answering import MOST_NO, NO_FROM, YES_FROM, Answer, answer, told
from earshot.text.answering.said import said
from earshot.text.answering.weights import (
    FILE,
    ROW_BITS,
    AnswersFileError,
    Weights,
    read,
    row_of,
    shipped,
    written,
)
from earshot.text.answering.wording import wording


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "works now, but it took you 3 weeks", "yes"),
        ("en", "no problem anymore", "yes"),
        ("en", "no, thanks, it's fine", "yes"),
        ("en", "thanks, all good", "yes"),
        ("en", "👍", "yes"),
        ("en", "🙏", "yes"),
        ("en", "thanks for nothing", "no"),
        ("en", "not yet", "no"),
        ("en", "nothing works", "no"),
        ("en", "yes but it still doesn't work", "no"),
        ("en", "sure, if waiting 3 months counts as solved", "no"),
        ("en", "😡", "no"),
        ("en", "My parcel was left in the rain and is soaked", "no"),
        ("en", "I'll check tomorrow", "unclear"),
        ("en", "ok", "unclear"),
        ("en", "What are your opening hours?", "unclear"),
        ("en", "Automatic reply: I am out of the office until Monday", "unclear"),
        ("en", "> Is your problem solved?\nNo.", "no"),
        ("en", "> Is your problem solved?\nYes!", "yes"),
        ("en", "On Monday Acme wrote:\n> Solved?\nnot at all", "no"),
        ("en", "Is it solved?", "unclear"),
        ("en", "gracias, it works now", "yes"),
        ("pt", "já está resolvido, obrigada", "yes"),
        ("pt", "continua sem funcionar", "no"),
        ("pt", "vejo amanhã", "unclear"),
        ("es", "ya quedó, gracias", "yes"),
        ("es", "sigue igual", "no"),
        ("es", "mañana lo miro", "unclear"),
        ("nl", "het werkt weer, bedankt", "yes"),
        ("nl", "nog steeds kapot", "no"),
        ("nl", "ik kijk morgen", "unclear"),
        ("de", "läuft wieder, danke", "yes"),
        ("de", "geht immer noch nicht", "no"),
        ("de", "schau ich morgen an", "unclear"),
        ("fr", "ça marche, merci", "yes"),
        ("fr", "toujours pas", "no"),
        ("fr", "je regarde demain", "unclear"),
        ("it", "tutto a posto, grazie", "yes"),
        ("it", "ancora niente", "no"),
        ("it", "guardo domani", "unclear"),
    ],
)
def test_an_answer_is_read_as_it_is_meant(language: str, text: str, expected: str) -> None:
    assert answer(text, language).answer == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes, everything works again, thank you", "yes"),
        ("Das Problem besteht immer noch", "no"),
        ("Muchas gracias, ya está todo solucionado", "yes"),
        ("Je ne sais pas encore, je vous dis demain", "unclear"),
        ("是的，谢谢", "unclear"),
        ("да, спасибо", "unclear"),
    ],
)
def test_without_a_claim_the_language_is_found_and_a_foreign_one_is_for_a_person(
    text: str, expected: str
) -> None:
    assert answer(text).answer == expected


@pytest.mark.parametrize("text", ["", " ", "\n>\n", "....", "123", "@acme", "https://a.example/x"])
def test_where_nothing_is_said_nothing_is_concluded(text: str) -> None:
    assert answer(text, "en").answer == "unclear"


@pytest.mark.parametrize(
    ("yes", "no", "unclear", "expected"),
    [
        (0.9, 0.05, 0.05, Answer("yes", 0.9)),
        (YES_FROM, MOST_NO, 0.2, Answer("yes", YES_FROM)),
        (YES_FROM - 0.01, 0.2, 0.21, Answer("unclear", 1.01 - YES_FROM)),
        (0.7, MOST_NO + 0.01, 0.04, Answer("unclear", 0.3)),
        (0.2, NO_FROM, 0.4 - 0.01, Answer("no", NO_FROM)),
        (0.35, NO_FROM - 0.01, 0.26, Answer("unclear", 0.61)),
        (0.45, 0.5, 0.05, Answer("no", 0.5)),
        (0.1, 0.1, 0.8, Answer("unclear", 0.9)),
    ],
)
def test_a_yes_must_be_likely_and_a_no_unlikely_beside_it(
    yes: float, no: float, unclear: float, expected: Answer
) -> None:
    found = told(yes, no, unclear)

    assert found.answer == expected.answer
    assert found.confidence == pytest.approx(expected.confidence)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("> is it solved?\n> really?\nno", "no"),
        ("Am Montag schrieb Acme:\n> gelöst?\n\nja", "ja"),
        ("Le lundi, Acme a écrit :\n> réglé ?\noui", "oui"),
        ("yes\n-----Original Message-----\nis it solved?", "yes"),
        ("yes\n-- \nAna, Head of Noes", "yes"),
        ("> only a quotation", "> only a quotation"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_what_is_quoted_is_not_the_writers(text: str, own: str) -> None:
    assert said(text) == own


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400), st.sampled_from(["en", "pt-BR", "xx", "", None]))
def test_any_text_has_an_answer(text: str, language: str | None) -> None:
    found = answer(text, language)

    assert found.answer in ("yes", "no", "unclear")
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize("piece", ["no ", "yes but ", ">", "?", "a", "👍", "\n", "\ud800", "é́"])
def test_time_grows_no_faster_than_a_text(piece: str) -> None:
    answer(piece * 10, "en")
    began = time.process_time()
    answer(piece * (400_000 // len(piece)), "en")

    assert time.process_time() - began < 1


def test_words_are_of_a_language_and_concepts_of_all() -> None:
    concept = {"fridge": "cold", "hums": "well", "frigo": "cold"}.get

    assert wording("The fridge hums.", "en", concept) == [
        "w en fridge", "w en hums", "w en the", "x cold", "x well",
        "xx < cold", "xx cold well", "xx well >",
    ]  # fmt: skip
    assert wording("frigo", "fr", concept) == ["w fr frigo", "x cold", "xx < cold", "xx cold >"]
    assert wording("", "en", concept) == ["xx < >"]


def test_evidence_of_one_kind_takes_no_weight_from_the_other() -> None:
    rows = bytearray([128]) * (3 << ROW_BITS)
    rows[3 * row_of("a")] = 138
    weights = Weights(bytes(rows), (0.5, 0.5, 0.5), (1.0, 0.0, 0.0), {})

    assert weights.scores(["a"]) == weights.scores(["a"], ["b", "c"]) == [6.0, 0.0, 0.0]
    assert weights.scores(["a", "b", "c", "d"]) == [3.5, 0.0, 0.0]
    assert weights.scores(["a"], ["a"]) == [11.0, 0.0, 0.0]


def test_weights_are_read_as_they_were_written() -> None:
    weights = shipped()
    again = read(written(weights))

    assert (again.rows, again.scales, again.intercepts, again.phrases) == (
        weights.rows,
        weights.scales,
        weights.intercepts,
        weights.phrases,
    )
    assert isinstance(again, Weights)


@pytest.mark.parametrize("spoilt", [b"", b"\n\n\n", b"1\t2\t3\n1\t2\t3\nrows 3\nabc"])
def test_a_file_that_is_none_of_ours_is_refused(spoilt: bytes) -> None:
    with pytest.raises(AnswersFileError):
        read(spoilt)


def test_the_file_stays_small() -> None:
    with open(FILE, "rb") as file:  # noqa: PTH123
        assert len(file.read()) <= 150_000


def test_importing_reads_no_file_and_no_heavy_module() -> None:
    script = (
        "import sys, earshot.text.answering;"
        "print([m for m in ('numpy', 'pydantic', 'earshot.text.model') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
