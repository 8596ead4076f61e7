"""The second layer: answers from all heads, fitted on texts that the heads had not seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.deciding import (
    ANSWERS,
    AS_CUSTOMER,
    AT_LEAST,
    REGISTER,
    REGISTERS,
    TOLD_APART,
    evidence,
    places,
)
from earshot.text.reading import is_own, is_shouted, is_stretched, tokens
from workbench.training.examples import Example
from workbench.training.heads import (
    ABOUTS,
    HEADS,
    Fitted,
    Floats,
    Places,
    folds,
    logistic,
    real_weight,
    tone_weight,
)

STRENGTH = 0.01
"""Inverse regularisation over standardised evidence; chosen by cross-validation."""

HELD_STRENGTH = 0.1
"""The same for tone and sarcasm, which read little or have little to read."""

BOTH_SPREAD = 0.1
"""The log-odds of both heads AS_CUSTOMER are spread ten times wider than other evidence, and so are
hardly held back: they are nearly an answer."""

BOTH_SHARE = 0.4
"""What the two heads AS_CUSTOMER say by themselves of a post on a microblog has this share in its
log-odds: the second layer, most of whose texts are invented, undoes much of what they gain on real
ones. Without it real posts lose 0.003 of AUC, in trades not seen 0.009; with more, posts of the
corpus lose."""

_FLATTEST = 0.1

BOTH = len(HEADS) + len(TOLD_APART)
"""Where the log-odds of both heads stand in the evidence."""

THRESHOLDS = (-0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2)

_DIGITS = 5
"""Evidence and weights are rounded, so that the last bit of an exponential, which processors
compute differently, changes nothing."""


READS = {"negative": ("negative", "positive")}
"""Answers that read the heads named alone. What goes wrong in posts of the corpus tells the
tone too well: with all heads, tones of sources that were left out lose 0.01 to 0.045 of AUC."""


def _at_least(level: int) -> Callable[[Example], bool | None]:
    return lambda e: e.severity >= level if e.severity else None


TRUTHS: Mapping[str, Callable[[Example], bool | None]] = {
    "complaint": lambda e: e.complaint,
    **{f"severity_{level}": _at_least(level) for level in (2, 3, 4)},
    "negative": lambda e: None if e.tone is None else e.tone == "negative",
    "sarcasm": lambda e: e.sarcasm,
}


def evidences(examples: Sequence[Example], logits: Floats) -> Floats:
    """Texts by evidence, as `deciding.evidence` makes it."""
    heads = tuple(HEADS)
    apart, customer = places(TOLD_APART, heads), places(AS_CUSTOMER, heads)
    rows = []
    for example, row in zip(examples, logits.tolist(), strict=True):
        seen = tokens(example.text)
        shouted, stretched = sum(map(is_shouted, seen)), sum(map(is_stretched, seen))
        rows.append(evidence(row, apart, customer, sum(map(is_own, seen)), shouted, stretched))
    return np.array([[round(value, _DIGITS) for value in row] for row in rows])


def fit(
    examples: Sequence[Example], found: Floats, asked: Sequence[str] = ANSWERS
) -> dict[str, dict[str, list[float]]]:
    """Weights, the intercept last, by language and register, and answer that is asked for."""
    centre, spread = _spread(found)
    tweeted = is_tweeted(found)
    both = _both_alone(examples, found, tweeted)
    wide = _wide((found - centre) / spread, tweeted, examples)
    answers: dict[str, dict[str, list[float]]] = {
        f"{language} {register}": {}
        for language in (*LANGUAGES, OTHER_LANGUAGE)
        for register in REGISTERS
    }
    for answer in asked:
        known = np.array([TRUTHS[answer](example) is not None for example in examples])
        for register in REGISTERS:
            # Levels mean other words in each register; the rest is shared.
            here = known & (tweeted == (register == REGISTERS[1])) if answer in AT_LEAST else known
            taught = [example for example, at in zip(examples, here, strict=True) if at]
            model = _fitted(answer, taught, wide[here] * _readable(answer, wide.shape[1]))
            shared, *own = model.coef_[0].reshape(1 + len(REGISTERS) + len(LANGUAGES), -1)
            for language in (*LANGUAGES, OTHER_LANGUAGE):
                weights = shared + own[REGISTERS.index(register)]
                if language in LANGUAGES:
                    weights = weights + own[2 + LANGUAGES.index(language)]
                plain = weights[:-1] / spread
                offset = weights[-1] + model.intercept_[0] - plain @ centre
                if answer == "complaint" and register == REGISTERS[1]:
                    plain, offset = plain * (1 - BOTH_SHARE), offset * (1 - BOTH_SHARE)
                    plain[BOTH] += BOTH_SHARE * both[0]
                    offset += BOTH_SHARE * both[1]
                answers[f"{language} {register}"][answer] = [
                    round(float(number), _DIGITS) for number in (*plain, offset)
                ]
    return answers


def _spread(found: Floats) -> tuple[Floats, Floats]:
    """The mean of each item of evidence, and what counts as one step of it."""
    centre, spread = np.round(found.mean(0), 6), np.round(found.std(0) + 1e-3, 6)
    spread[BOTH] *= BOTH_SPREAD
    return centre, spread


def _both_alone(
    examples: Sequence[Example], found: Floats, tweeted: NDArray[np.bool_]
) -> tuple[float, float]:
    """What the heads AS_CUSTOMER are worth together on a microblog: a slope and an offset."""
    known = [i for i, e in enumerate(examples) if e.complaint is not None and tweeted[i]]
    told = [examples[i] for i in known]
    model = logistic(1.0).fit(
        found[known][:, [BOTH]], [bool(e.complaint) for e in told], [*map(real_weight, told)]
    )
    return float(model.coef_[0][0]), float(model.intercept_[0])


def _fitted(answer: str, examples: Sequence[Example], wide: Floats) -> LogisticRegression:
    truth = TRUTHS[answer]
    weights = [_weight(answer, example) for example in examples]
    strength = STRENGTH if answer == "complaint" or answer in AT_LEAST else HELD_STRENGTH
    return logistic(strength).fit(wide, [bool(truth(e)) for e in examples], sample_weight=weights)


def calibrated(
    answers: dict[str, dict[str, list[float]]],
    log_odds: Sequence[float],
    truths: Sequence[bool],
    shares: Sequence[float],
) -> dict[str, dict[str, list[float]]]:
    """The answers with the negative tone scaled to what it was worth elsewhere (no pairs: as it
    is)."""
    if not log_odds:
        return answers
    model = logistic(1.0).fit(np.round(np.array(log_odds), _DIGITS).reshape(-1, 1), truths, shares)
    slope, offset = float(model.coef_[0][0]), float(model.intercept_[0])
    for by_answer in answers.values():
        *weights, intercept = by_answer["negative"]
        by_answer["negative"] = [
            *(round(weight * slope, _DIGITS) for weight in weights),
            round(intercept * slope + offset, _DIGITS),
        ]
    return answers


def _readable(answer: str, columns: int) -> NDArray[np.bool_]:
    """Which columns of `_wide` an answer may read."""
    names = [*HEADS, *(f"odds of {head}" for head in TOLD_APART), "odds of both"]
    heads = {*READS.get(answer, HEADS)}
    read = [name.removeprefix("odds of ") in heads for name in names]
    # The rest (length, capitals, drawn-out letters) with all; the constant always.
    copies = 1 + len(REGISTERS) + len(LANGUAGES)
    rest = columns // copies - len(names) - 1
    return np.tile([*read, *[answer not in READS] * rest, True], copies)


def _weight(answer: str, example: Example) -> float:
    if answer == "negative":
        return tone_weight(example)
    return real_weight(example) if answer == "complaint" or answer in AT_LEAST else 1.0


def is_tweeted(found: Floats) -> NDArray[np.bool_]:
    """Which of the texts the register's head takes for posts on a microblog."""
    tweeted: NDArray[np.bool_] = found[:, list(HEADS).index(REGISTER)] > 0
    return tweeted


def complaint_threshold(examples: Sequence[Example], found: Floats) -> float:
    """The log-odds from which a text is best called a complaint, found on texts that neither layer
    had seen: the F1 of our own, and of both classes of real posts, the mean of the two."""
    known = [i for i, e in enumerate(examples) if e.complaint is not None]
    told, evidence_of = [examples[i] for i in known], found[known]
    centre, spread = _spread(evidence_of)
    tweeted = is_tweeted(evidence_of)
    wide = _wide(np.round((evidence_of - centre) / spread, _DIGITS), tweeted, told)
    log_odds = np.zeros(len(told))
    for seen, unseen in folds(told, seed=3):
        model = _fitted("complaint", [told[i] for i in seen], wide[seen])
        log_odds[unseen] = model.decision_function(wide[unseen])
    slope, offset = _both_alone(told, evidence_of, tweeted)
    alone = slope * evidence_of[:, BOTH] + offset
    log_odds += BOTH_SHARE * tweeted * (alone - log_odds)
    truth = np.array([bool(e.complaint) for e in told])
    ours = np.array([e.source == "corpus" for e in told])

    def worth(threshold: float) -> float:
        said = log_odds >= threshold
        value: float = f1_score(truth[ours], said[ours])
        if not ours.all():
            value += f1_score(truth[~ours], said[~ours], average="macro")
        return round(value, 3)

    return max(THRESHOLDS, key=lambda threshold: (worth(threshold), -abs(threshold)))


def shifted(
    answers: dict[str, dict[str, list[float]]], threshold: float
) -> dict[str, dict[str, list[float]]]:
    """The answers, with the log-odds of a complaint 0 at the threshold."""
    for by_answer in answers.values():
        *weights, intercept = by_answer["complaint"]
        by_answer["complaint"] = [*weights, round(intercept - threshold, _DIGITS)]
    return answers


def _wide(standard: Floats, tweeted: NDArray[np.bool_], examples: Sequence[Example]) -> Floats:
    """The evidence and a constant for all, and copies for each register and language."""
    spoken = np.array([example.language for example in examples])
    shared = np.hstack([standard, np.ones((len(standard), 1))])
    registers = [shared * (tweeted == which)[:, None] for which in (False, True)]
    languages = [shared * (spoken == one)[:, None] for one in LANGUAGES]
    wide: Floats = np.hstack([shared, *registers, *languages])
    return wide


def levels(expected: Floats, truth: Sequence[int]) -> list[list[float]]:
    """Pairs of expected level and level on the scale, so that rounding gives each level as often as
    people do: an expectation shrinks to the middle, the published scale does not. Of complaints
    alone; `expected` as `deciding.expected_level` gives it."""
    ordered = np.sort(expected)
    pairs = [[1.0, 1.0]]
    for level in (2, 3, 4):
        below = sum(t < level for t in truth)
        at = float(ordered[min(below, len(ordered) - 1)])
        pairs.append([round(max(at, pairs[-1][0] + 0.01), _DIGITS), level - 0.5])
    pairs.append([max(4.0, pairs[-1][0] + 0.01), 4.0])
    return pairs


def calibrated_topics(examples: Sequence[Example], logits: Floats, fitted: Fitted) -> Fitted:
    """The topics' heads, scaled by what their log-odds were worth on texts they had not seen."""
    weights, intercepts = fitted.weights.copy(), fitted.intercepts.copy()
    for column, about in enumerate(ABOUTS.values()):
        known: Places = np.array([i for i, e in enumerate(examples) if about.label(e) is not None])
        scores = np.round(logits[known, column], _DIGITS).reshape(-1, 1)
        model = logistic(1.0).fit(scores, [bool(about.label(examples[i])) for i in known])
        # A topic of which there is next to nothing to learn from keeps its order.
        slope = max(_FLATTEST, round(float(model.coef_[0][0]), 4))
        offset = round(float(model.intercept_[0]), 4)
        weights[column] *= slope
        intercepts[column] = intercepts[column] * slope + offset
    return Fitted(weights, intercepts)
