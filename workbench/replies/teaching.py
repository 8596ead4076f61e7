"""Weights from examples, and from which log-odds a sentence is refused."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from earshot.domain.languages import LANGUAGES
from earshot.text.guard import meanings
from earshot.text.guard.learnt import BIAS, FAULTS, Learnt
from earshot.text.guard.traits import ROW_BITS, SHORTEST_SQUARE, all_of, row_of
from workbench.replies.examples import Example, drafts, of_replies, replies, written

STRENGTH = 10.0
"""Inverse regularisation; 3 and 30 are as good on replies that are held out."""

DRAFT_WEIGHT = 1.0
"""Of a sentence of our own drafts: they are surely good, and have to stay below the limits."""

FOLDS = 5
MOST_REFUSED_RATIO = 0.005
"""Of written sentences that are fine, many of which were written to look dangerous. A good reply
has about three, so it stays allowed with a probability of 0.985; twice as many would refuse three
bad ones more in a hundred and stop as many good ones."""

MOST_TAKEN_BACK_RATIO = 0.03
"""Of written bad sentences in which phrases found something; of the good ones in which they did, a
third is let go for it."""

DRAFT_MARGIN = 0.3
"""In log-odds: so far below the limit every sentence of our drafts stays."""

_CHUNK = 7

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from: written sentences; sentences of good replies; those of bad replies, each
    of which has one at least that is bad; sentences of our own drafts."""

    written: Sequence[Example]
    good: Sequence[Sequence[Example]]
    bad: Sequence[Sequence[Example]]
    drafts: Sequence[Example]


def everything() -> Material:
    """All that may be learnt from: no reply that is held out, and none of the later rounds."""
    seen = [reply for reply in replies() if not reply.held_out and reply.tells]
    return Material(
        written(),
        of_replies((reply for reply in seen if reply.allowed), "ok"),
        of_replies((reply for reply in seen if not reply.allowed), "tone"),
        drafts(),
    )


@dataclass(frozen=True, slots=True)
class Fitted:
    """`weights`: the heads by rows, of values that `matrix` makes; `intercepts`: one a head."""

    weights: Floats
    intercepts: Floats

    def log_odds(self, found: csr_matrix) -> Floats:
        """Sentences by heads."""
        result: Floats = found @ self.weights.T + self.intercepts
        return result


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """A row a sentence, as the layer adds them up."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for example in examples:
        known = meanings.of_language(example.language)
        meant = [name for word in example.words for name in known.of(word)]
        found = all_of(example.words, meant, example.signs)
        length = sqrt(max(sum(times * times for _, times in found), SHORTEST_SQUARE))
        columns += [row_of(trait) for trait, _ in found]
        values += [times / length for _, times in found]
        ends.append(len(columns))
    rows = csr_matrix((values, columns, ends), shape=(len(examples), 1 << ROW_BITS))
    rows.sum_duplicates()
    return rows


def fit(material: Material) -> Fitted:
    """First what is bad, then, with the worst sentence of each bad reply beside it, all heads."""
    fine = [*(e for reply in material.good for e in reply), *material.drafts]
    taught = [*material.written, *fine]
    found = matrix(taught)
    truth = np.array([e.bad for e in taught])
    shares = np.ones(len(taught))
    if material.drafts:
        shares[-len(material.drafts) :] = DRAFT_WEIGHT
    if material.bad:
        first = _logistic().fit(found, truth, sample_weight=shares)
        worst = [_worst(first, matrix(reply)) for reply in material.bad]
        found = vstack([found, *worst]).tocsr()
        truth = np.concatenate([truth, np.ones(len(worst), bool)])
        shares = np.concatenate([shares, np.ones(len(worst))])
    kinds = np.array([e.kind for e in taught])
    heads = [_logistic().fit(found, truth, sample_weight=shares)]
    for kind in FAULTS:
        head = _logistic().fit(found[: len(taught)], kinds == kind)
        heads.append(head)
    return Fitted(
        np.array([head.coef_[0] for head in heads]),
        np.array([head.intercept_[0] for head in heads]),
    )


def _worst(model: LogisticRegression, reply: csr_matrix) -> csr_matrix:
    return reply[int(model.decision_function(reply).argmax())]


def fold_of(origin: str) -> int:
    """By its text alone: the same for ever."""
    return zlib.crc32(origin.encode()) // _CHUNK % FOLDS


def left_out(material: Material) -> Floats:
    """The log-odds of the written sentences, each by heads that were fitted without it."""
    found = np.zeros((len(material.written), 1 + len(FAULTS)))
    places = np.array([fold_of(e.origin) for e in material.written])
    rows = matrix(material.written)
    for fold in range(FOLDS):
        rest = Material(
            [e for e in material.written if fold_of(e.origin) != fold],
            [reply for reply in material.good if fold_of(reply[0].origin) != fold],
            [reply for reply in material.bad if fold_of(reply[0].origin) != fold],
            material.drafts,
        )
        found[places == fold] = fit(rest).log_odds(rows[places == fold])
    return found


def limits(
    material: Material, unseen: Floats, fitted: Fitted, most_ratio: float = MOST_REFUSED_RATIO
) -> dict[str, float]:
    """From which log-odds a sentence of each language is refused."""
    drafted = fitted.log_odds(matrix(material.drafts))[:, 0] if material.drafts else np.zeros(0)
    found = {}
    for language in LANGUAGES:
        fine = sorted(
            score
            for e, score in zip(material.written, unseen[:, 0].tolist(), strict=True)
            if e.language == language and not e.bad
        )
        ours = [
            score + DRAFT_MARGIN
            for e, score in zip(material.drafts, drafted.tolist(), strict=True)
            if e.language == language
        ]
        highest = fine[ceil((1 - most_ratio) * len(fine)) - 1] if fine else 0.0
        found[language] = round(max([highest, *ours]), 4)
    return found


def doubted(material: Material, unseen: Floats, most_ratio: float = MOST_TAKEN_BACK_RATIO) -> float:
    """Below which log-odds the phrases of DOUBTED_RULES are not believed."""
    told = sorted(
        score
        for e, score in zip(material.written, unseen[:, 0].tolist(), strict=True)
        if e.bad and e.phrased
    )
    return round(told[int(most_ratio * len(told))], 4) if told else -100.0


def packed(fitted: Fitted, refused_from: dict[str, float], doubted_below: float) -> Learnt:
    """As it ships: small whole numbers, a scale for each head."""
    largest = [float(f"{(one or 1.0) / (BIAS - 1):.6g}") for one in np.abs(fitted.weights).max(1)]
    steps = np.rint(fitted.weights / np.array(largest)[:, None])
    rows = (np.clip(steps, 1 - BIAS, BIAS - 1) + BIAS).astype(np.uint8)
    intercepts = [round(float(value), 5) for value in fitted.intercepts]
    return Learnt(rows.T.tobytes(), largest, intercepts, refused_from, doubted_below)


def taught(material: Material) -> Learnt:
    """All of it."""
    fitted, unseen = fit(material), left_out(material)
    return packed(fitted, limits(material, unseen, fitted), doubted(material, unseen))


def _logistic() -> LogisticRegression:
    """Dual coordinate descent: no BLAS, so the same numbers on every machine."""
    return LogisticRegression(
        C=STRENGTH, solver="liblinear", dual=True, max_iter=300, tol=0.01, random_state=0
    )
