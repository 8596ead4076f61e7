"""The second layer's scale, threshold and calibration."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from math import log1p

import numpy as np
import pytest

from earshot.text.deciding import on_scale, probability
from earshot.text.reading import pieces
from earshot.text.sums import Summing
from tests.unit.text.small import small_model
from workbench.training import answers
from workbench.training.examples import Example
from workbench.training.heads import HEADS

COUNTED = [
    "my order is late",
    "My order [ORDER] is SOOO late!!! call [PHONE] 😡",
    "@acme NEVER again https://a.example #fail",
    "n'ai l'app, dell'ordine",
    "\u200b [ID]",
    "",
]


@pytest.mark.parametrize("text", COUNTED)
def test_training_counts_what_the_layer_counts(text: str) -> None:
    found = Summing(small_model()).of_tokens(pieces(text))
    example = Example(text=text, language="en", source="corpus", group="bank")
    (row,) = answers.evidences([example], np.zeros((1, len(HEADS)))).tolist()
    counted = [log1p(found.tokens), float(found.shouted > 0), float(found.stretched > 0)]
    assert row[-3:] == pytest.approx(counted, abs=1e-4)


SHARES = [{1: 40, 2: 30, 3: 20, 4: 10}, {1: 5, 2: 5, 3: 30, 4: 60}, {1: 25, 2: 25, 3: 25, 4: 25}]


@pytest.mark.parametrize("counts", SHARES)
def test_rounded_levels_are_given_as_often_as_people_give_them(counts: dict[int, int]) -> None:
    drawn = random.Random(3)
    truth = [level for level, count in counts.items() for _ in range(count)]
    expected = np.array([drawn.uniform(1.8, 3.1) for _ in truth])  # shrunk to the middle
    pairs = [(found, level) for found, level in answers.levels(expected, truth)]
    rounded = Counter(round(on_scale(float(one), pairs)) for one in expected)
    assert all(abs(rounded[level] - count) <= 1 for level, count in counts.items())


@pytest.mark.parametrize(
    ("expected", "truth"),
    [
        ([2.0] * 9, [1, 2, 3] * 3),
        ([1.0], [4]),
        ([4.0] * 4, [1, 1, 1, 1]),
        ([1.5, 2.5], [4, 4]),
    ],
)
def test_a_scale_only_rises_whatever_the_examples(expected: list[float], truth: list[int]) -> None:
    found = answers.levels(np.array(expected), truth)
    assert all(low < high for (low, _), (high, _) in pairwise(found))
    assert [level for _, level in found] == [1.0, 1.5, 2.5, 3.5, 4.0]


def written() -> dict[str, dict[str, list[float]]]:
    return {
        f"{language} tweeted": {"complaint": [1.0, 2.0, 0.5], "negative": [2.0, -1.0, 0.5]}
        for language in ("en", "it")
    }


def test_without_texts_from_elsewhere_the_tone_stays_as_it_is() -> None:
    assert answers.calibrated(written(), [], [], []) == written()


def test_the_tone_is_scaled_to_what_it_was_worth_elsewhere() -> None:
    """Log-odds of 4 that are right three times in four are worth log-odds of 1.1."""
    log_odds = [4.0] * 400 + [-4.0] * 400
    truths = [True] * 300 + [False] * 100 + [False] * 300 + [True] * 100
    found = answers.calibrated(written(), log_odds, truths, [1.0] * 800)
    for by_answer in found.values():
        *weights, intercept = by_answer["negative"]
        assert weights[0] / weights[1] == pytest.approx(-2, abs=0.001)
        assert probability(4 * weights[0] / 2.0) == pytest.approx(0.75, abs=0.02)
        assert intercept == pytest.approx(0.5 * weights[0] / 2, abs=0.02)
        assert by_answer["complaint"] == [1.0, 2.0, 0.5]


def test_a_shift_makes_the_threshold_one_in_two() -> None:
    found = answers.shifted(written(), 0.75)
    for by_answer in found.values():
        assert by_answer["complaint"] == [1.0, 2.0, -0.25]
        assert by_answer["negative"] == [2.0, -1.0, 0.5]
