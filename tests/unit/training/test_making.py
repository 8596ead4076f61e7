"""One model from labelled texts: the same bytes each time, and true to what was fitted."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text import deciding
from earshot.text.languages import identify
from earshot.text.model import Model, read, write
from earshot.text.reading import pieces
from earshot.text.sums import Summing
from tests.unit.training import sample
from workbench.training import answers, heads, packing, tongues
from workbench.training.examples import Example, corpus
from workbench.training.heads import ABOUTS, HEADS, Floats
from workbench.training.matrix import heads_matrix, kept, languages_matrix, topics_matrix

ROOT = Path(__file__).parents[3]
STEPS = 0.75
"""Log-odds: what weights in steps of an eightieth of the largest may cost."""


@pytest.fixture(scope="module")
def model() -> Model:
    return sample.taught(sample.sample())


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return sample.sample()


def test_another_process_makes_the_same_bytes_whatever_is_held_out(model: Model) -> None:
    """Sets are walked in another order there, and there is more that must teach nothing."""
    made = subprocess.run(
        [sys.executable, "-c", "from tests.unit.training import sample; print(sample.digest())"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "11"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout.strip() == hashlib.sha256(write(model)).hexdigest()


def fitted_logits(examples: list[Example]) -> Floats:
    """The heads' log-odds before their weights are packed into bytes."""
    dictionaries = packing.dictionaries()
    meant = [dictionaries[e.language] for e in examples]
    rows = kept([e.text for e in examples], meant)
    matrix = heads_matrix((e.text for e in examples), meant, rows)
    return heads.fit(examples, matrix, HEADS).logits(matrix)


def test_the_packed_heads_say_what_was_fitted(model: Model, examples: list[Example]) -> None:
    summing = Summing(read(write(model)))
    fitted = fitted_logits(examples)
    decides = deciding.read(model.deciding, model.heads)
    apart = []
    for example, row, found in zip(
        examples, fitted, answers.evidences(examples, fitted).tolist(), strict=True
    ):
        seen = pieces(example.text)
        sums = summing.of_tokens(seen)
        packed = summing.log_odds(summing.meanings(seen, example.language))
        apart.append(np.abs(np.array(packed) - row))
        read_by_layer = deciding.evidence(
            packed,
            decides.told_apart,
            decides.as_customer,
            sums.tokens,
            sums.shouted,
            sums.stretched,
        )
        if abs(found[decides.register]) < 0.1:
            continue  # the smallest step may change the register
        one = deciding.decide(decides, example.language, read_by_layer)
        other = deciding.decide(decides, example.language, found)
        assert one.complaint == pytest.approx(other.complaint, abs=0.06)
        assert one.negative == pytest.approx(other.negative, abs=0.05)
    assert np.max(apart) < STEPS
    assert np.mean(apart) < STEPS / 12


def test_the_packed_topics_rank_like_the_fitted(model: Model, examples: list[Example]) -> None:
    """Calibration stretches each topic's log-odds by a number of its own and keeps their order."""
    about = [example for example in examples if example.topics]
    dictionaries = packing.dictionaries()
    matrix = topics_matrix((e.text for e in about), (dictionaries[e.language] for e in about))
    fitted = heads.fit(about, matrix, ABOUTS).logits(matrix)
    summing = Summing(model)
    packed = np.array(
        [summing.topic_log_odds(summing.meanings(pieces(e.text), e.language)) for e in about]
    )
    for column in range(len(ABOUTS)):
        assert np.corrcoef(fitted[:, column], packed[:, column])[0, 1] > 0.998


def test_the_packed_languages_are_told_like_the_fitted(model: Model) -> None:
    fitted = tongues.fit(sample.heard(sample.sample()))
    summing = Summing(model)
    posts = [tongues.Spoken(e.text, e.language) for e in corpus()[::200]]
    logits = fitted.logits(languages_matrix(post.text for post in posts))
    for post, row in zip(posts, logits, strict=True):
        sums = summing.of_tokens(pieces(post.text))
        heard, confidence = identify(sums, model, None)
        shares = np.exp(row - row.max()) / np.exp(row - row.max()).sum()
        assert shares[tongues.NAMES.index(heard)] == pytest.approx(confidence, abs=0.05)


def test_a_model_is_made_for_all_languages_whatever_taught_it(model: Model) -> None:
    assert model.languages == (*LANGUAGES, OTHER_LANGUAGE)
    assert set(model.lexicons) == set(LANGUAGES)
    assert set(deciding.read(model.deciding, model.heads).levels) == {False, True}
