"""What the learnt judgement is worth: on sentences left out, and on whole replies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import roc_auc_score

from earshot.domain.languages import LANGUAGES
from earshot.text.guard import patterns
from earshot.text.guard.learnt import FAULTS, Judge, Learnt
from earshot.text.guard.meanings import of_language
from earshot.text.guard.said import read
from earshot.text.guard.sentences import sentences
from workbench.replies.examples import CLASSES, Example, Reply
from workbench.replies.teaching import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How well good and bad sentences of a language are told apart that were left out: the area
    under the curve, the bad ones refused and the good ones stopped at its limit, and of the refused
    ones those whose fault is named."""

    language: str
    auc: float
    refused_ratio: float
    stopped_ratio: float
    named_ratio: float


def apart(
    written: Sequence[Example], unseen: Floats, refused_from: dict[str, float]
) -> Iterator[Apart]:
    for language in LANGUAGES:
        here = [place for place, e in enumerate(written) if e.language == language]
        if not here:
            continue
        scores = unseen[here]
        bad = np.array([written[place].bad for place in here])
        refused = scores[:, 0] >= refused_from[language]
        kinds = np.array([CLASSES.index(written[place].kind) for place in here])
        named = 1 + scores[:, 1:].argmax(1)
        yield Apart(
            language=language,
            auc=float(roc_auc_score(bad, scores[:, 0])),
            refused_ratio=float(refused[bad].mean()),
            stopped_ratio=float(refused[~bad].mean()),
            named_ratio=float((named == kinds)[bad & refused].mean()),
        )


def refusals(learnt: Learnt, reply: Reply) -> set[str]:
    """The rules by which it refuses a reply, all alone."""
    judge = Judge(learnt, of_language(reply.language))
    said = read(reply.text, reply.complaint or None)
    rules: set[str] = set()
    for one in sentences(said, patterns.of_language(reply.language).matches(said)):
        bad, *faults = judge.log_odds(one.words, one.signs)
        if bad >= learnt.refused_from[reply.language]:
            rules.add(list(FAULTS.values())[faults.index(max(faults))][0])
    return rules


def alone(learnt: Learnt, chosen: Sequence[Reply], language: str) -> str:
    """What it makes of whole replies in a language, or in all, with no phrase beside it."""
    told = [
        (reply, refusals(learnt, reply))
        for reply in chosen
        if reply.tells and reply.language.startswith(language)
    ]
    good = [not rules for reply, rules in told if reply.allowed]
    bad = [rules for reply, rules in told if not reply.allowed]
    named = sum(bool(rules & set(reply.rules)) for reply, rules in told if not reply.allowed)
    return (
        f"{language or 'all'}: {sum(good)} of {len(good)} good allowed,"
        f" {sum(map(bool, bad))} of {len(bad)} bad refused, {named} by the right rule"
    )
