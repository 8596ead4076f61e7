"""Weights from examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import sqrt

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from earshot.domain.languages import LANGUAGES
from earshot.text.answering.judging import Reading
from earshot.text.answering.said import said
from earshot.text.answering.weights import ANSWERS, BIAS, ROW_BITS, Weights, row_of
from earshot.text.builtin import BuiltInClassifier
from earshot.text.reading import tokens, words
from workbench.answers.examples import FOLDER, Example

STRENGTH = 4.0
"""Inverse regularisation, by cross-validation; 2 to 5 differ by less than a point of F1."""

LEAST_SEEN = 3
"""Answers that a word or concept must stand in to be learnt: what stands in fewer is chance."""

ENDINGS = ("", "o", "a", "i", "e", "os", "as", "s", "es")
"""Of gender and number, for the last word of a phrase that ends in a star."""

BORROWED_WEIGHT = 0.35
"""Of a post of the corpus beside a written answer: people complain there in more words, but nobody
asked them. With less, new complaints are taken for answers; with more, yeses are missed."""


def phrases() -> dict[str, str]:
    """By language, the phrases as the layer reads them: folded, of equals the first."""
    return {language: _phrases_of(language) for language in LANGUAGES}


def taught(examples: Sequence[Example], borrowed: Sequence[Example]) -> Weights:
    """The weights that these examples teach."""
    reading_of = phrases()
    reading = Reading(reading_of, BuiltInClassifier())
    everything = [*examples, *borrowed]
    weights = [1.0] * len(examples) + [BORROWED_WEIGHT] * len(borrowed)
    wordings = [reading.wording(said(e.message), e.language) for e in everything]
    seen = Counter(name for names in wordings[: len(examples)] for name in names)
    learnt = {name for name, many in seen.items() if many >= LEAST_SEEN}
    matrix = _matrix([reading.evidence(said(e.message), e.language) for e in everything])
    matrix += _matrix(wordings, learnt)
    model = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-6)
    model.fit(matrix, [ANSWERS.index(e.answer) for e in everything], sample_weight=weights)
    largest = [float(f"{(value or 1.0) / (BIAS - 1):.6g}") for value in np.abs(model.coef_).max(1)]
    steps = np.rint(model.coef_ / np.array(largest)[:, None])
    rows = (np.clip(steps, 1 - BIAS, BIAS - 1) + BIAS).astype(np.uint8)
    intercepts = [round(float(value), 5) for value in model.intercept_]
    return Weights(rows.T.tobytes(), largest, intercepts, reading_of)


def _matrix(found: Sequence[Sequence[str]], learnt: Collection[str] | None = None) -> csr_matrix:
    """Texts by rows, as `Weights.scores` adds them up; names that are not learnt weigh nothing."""
    kept = [[n for n in names if learnt is None or n in learnt] for names in found]
    columns = [row_of(name) for names in kept for name in names]
    places = [place for place, names in enumerate(kept) for _ in names]
    values = [1 / sqrt(len(all_)) for all_, names in zip(found, kept, strict=True) for _ in names]
    return csr_matrix((values, (places, columns)), shape=(len(found), 1 << ROW_BITS))


def _phrases_of(language: str) -> str:
    lines = []
    seen: set[str] = set()
    for line in (FOLDER / "words" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        meaning, _, listed = line.partition(":")
        kept = []
        for entry in listed.split(","):
            for folded in _spellings(entry.strip()):
                if folded.strip("*") and folded not in seen:
                    seen.add(folded)
                    kept.append(folded)
        lines.append(f"{meaning}:{','.join(kept)}")
    return "\n".join(lines)


def _spellings(entry: str) -> list[str]:
    """`refund*` stays a beginning; of several words the last is written with each ending."""
    folded = _folded(entry.rstrip("*"))
    if not entry.endswith("*"):
        return [folded]
    return [f"{folded}{ending}" for ending in ENDINGS] if " " in folded else [f"{folded}*"]


def _folded(phrase: str) -> str:
    return " ".join(word for token in tokens(phrase) for word in words(token))
