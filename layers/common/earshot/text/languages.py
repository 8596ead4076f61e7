"""Which of our languages a text is in: its spelling, and the platform's claim."""

from __future__ import annotations

from math import exp, sqrt

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.model import BIAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from earshot.text.model import Model
    from earshot.text.sums import TokenSums

_CLAIM_SCORE = 1.5
"""Log-odds: a claim decides between near neighbours and never against a clear sentence."""

_FOREIGN_RATIO = 0.4
"""From this share of words in other alphabets a text is none of ours, whatever it quotes."""


def identify(sums: TokenSums, model: Model, claimed: str | None) -> tuple[str, float]:
    """The language and its probability; OTHER_LANGUAGE where it is none of ours.

    A text without any word is in the language the platform claims, or in OTHER_LANGUAGE.
    """
    claim = claimed.strip().lower().replace("_", "-").split("-")[0] if claimed else ""
    if not sums.words:
        return (claim, 0.5) if claim in LANGUAGES else (OTHER_LANGUAGE, 0.5)
    if sums.foreign > _FOREIGN_RATIO * sums.words:
        return OTHER_LANGUAGE, 0.5 + sums.foreign / sums.words / 2
    names = model.languages
    bias, shrink = BIAS * sums.tongue_rows, 1 / sqrt(sums.tongue_rows)
    weighed = zip(sums.tongues, model.tongues.scales, model.language_intercepts)  # noqa: B905
    scores = [(lane - bias) * shrink * scale + intercept for lane, scale, intercept in weighed]
    if claim:
        scores[names.index(claim if claim in LANGUAGES else OTHER_LANGUAGE)] += _CLAIM_SCORE
    highest = max(scores)
    return names[scores.index(highest)], 1 / sum([exp(score - highest) for score in scores])
