"""What the reading of answers is worth: on the third that is held out, and what limits cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earshot.domain.languages import LANGUAGES
from earshot.text.answering import MOST_NO, YES_FROM, told
from earshot.text.answering.judging import Judge
from earshot.text.answering.weights import ANSWERS
from workbench.answers.examples import Example

Judged = Sequence[tuple[Example, dict[str, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What comes of telling a yes from `yes_from` on where a no has at most `most_no`: of the
    yeses told `wrong_ratio` are none, of all noes `closed_wrongly_ratio` are told as yes, of all
    yeses `found_ratio` are found; macro-F1, 0-100."""

    yes_from: float
    most_no: float
    wrong_ratio: float
    closed_wrongly_ratio: float
    found_ratio: float
    f1: float


def judged(judge: Judge, examples: Sequence[Example]) -> Judged:
    return [(e, judge.probabilities(e.message, e.language)) for e in examples]


def macro_f1(found: Judged, yes_from: float = YES_FROM, most_no: float = MOST_NO) -> float:
    """0-100, over yes, no and unclear."""
    pairs = _pairs(found, yes_from, most_no)
    return 100 * sum(_f1(pairs, answer) for answer in ANSWERS) / len(ANSWERS)


def by_language(found: Judged) -> dict[str, float]:
    return {
        language: round(macro_f1([(e, p) for e, p in found if e.language == language]), 1)
        for language in LANGUAGES
    }


def limit(found: Judged, yes_from: float, most_no: float) -> Limit:
    pairs = _pairs(found, yes_from, most_no)
    yeses = [truth for truth, said in pairs if said == "yes"]
    truths = [truth for truth, _ in pairs]
    return Limit(
        yes_from=yes_from,
        most_no=most_no,
        wrong_ratio=1 - yeses.count("yes") / (len(yeses) or 1),
        closed_wrongly_ratio=yeses.count("no") / (truths.count("no") or 1),
        found_ratio=yeses.count("yes") / (truths.count("yes") or 1),
        f1=macro_f1(found, yes_from, most_no),
    )


def _pairs(found: Judged, yes_from: float, most_no: float) -> list[tuple[str, str]]:
    """(truth, what is told) of each."""
    return [
        (e.answer, told(p["yes"], p["no"], p["unclear"], yes_from, most_no).answer)
        for e, p in found
    ]


def _f1(pairs: Sequence[tuple[str, str]], answer: str) -> float:
    both = sum(truth == answer == said for truth, said in pairs)
    either = sum(truth == answer for truth, _ in pairs) + sum(said == answer for _, said in pairs)
    return 2 * both / either if either else 1.0
