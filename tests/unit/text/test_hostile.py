"""Texts that nobody writes, or writes to break things: any text is assessed in linear time."""

from __future__ import annotations

import time
from dataclasses import astuple
from itertools import pairwise
from math import isfinite

import pytest

from earshot.text.builtin import BuiltInClassifier
from earshot.text.reading import MOST_CHARACTERS

assess = BuiltInClassifier().assess

UNSEEN = [
    ("my refund never came, liars", "my re\u200bfund ne\u00adver came, li\ufeffars"),
    ("my refund never came, liars", "\u202emy refund\u202c never\u200f came, liars\u200e"),
    ("my refund never came, liars", "  my refund\u3000never \n came, liars\t"),
    ("thanks ❤ great service", "thanks ❤\ufe0f great service"),
    ("you never answer", "yo\u0301u\u0300\u0300\u0300 never answer"),
]


@pytest.mark.parametrize(("plain", "dressed"), UNSEEN)
def test_characters_that_nobody_sees_change_nothing(plain: str, dressed: str) -> None:
    assert assess(dressed, "en") == assess(plain, "en")


def test_lone_surrogates_are_assessed_like_other_unknown_signs() -> None:
    plain, broken = "you never answer, liars", "\ud800 you never answer, liars \udfff"
    assert assess(broken).language == "en"
    assert assess(broken).complaint == pytest.approx(assess(plain).complaint, abs=0.3)


def test_a_text_that_says_nothing_is_no_complaint_in_the_claimed_language() -> None:
    for text in ("", " ", "\u200b", "\n\n"):
        got = assess(text, "pt-BR")
        assert got.language == "pt"
        assert got.complaint < 0.5
        assert assess(text) == assess("")


HOSTILE = [
    "💥",
    "👩‍👩‍👧‍👦",
    "a",
    "aé ",
    "never ",
    "no answer, ",
    "refund",
    "terrible ",
    "thanks ",
    "!?",
    "\u202e\u200b\u0301",
    "\ud800",
    "\udfff \ud800",
    "@",
    "#aB",
    "_",
    "l'",
    "x’y",
    "http://",
    "https://a.example ",
    "www.",
    "[ORDER",
    "[ORDER]",
    "1",
    "لا أحد يرد ",
    "不",
    "ß",
]


def repeated(unit: str, characters: int) -> str:
    return (unit * (characters // len(unit) + 1))[:characters]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_one_word_ten_thousand_times_is_a_bounded_assessment(unit: str) -> None:
    for text in (unit * 10_000, f"{unit} " * 10_000, f"my refund {unit * 100}"):
        *numbers, topics = astuple(assess(text))[1:]
        assert all(map(isfinite, [*numbers, *(share for _, share in topics)]))
        assert all(0 <= number <= (4 if place == 2 else 1) for place, number in enumerate(numbers))


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_the_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Ten times the text may take ten times as long; a hundred would be quadratic."""
    costs = [cost_seconds(repeated(unit, characters)) for characters in (1_000, 10_000, 100_000)]
    shortest_seconds = 0.001
    for shorter, longer in pairwise(costs):
        assert longer <= 40 * max(shorter, shortest_seconds)
    assert costs[-1] < 1


def cost_seconds(text: str) -> float:
    """The processor's time for a text, the less of two goes."""

    def once() -> float:
        started = time.process_time()
        assess(text)
        return time.process_time() - started

    return min(once() for _ in range(2))


def test_what_stands_far_behind_is_not_read() -> None:
    text = repeated("the weather is fine ", MOST_CHARACTERS)
    assert assess(text + "thieves, I want my refund " * 100) == assess(text)
