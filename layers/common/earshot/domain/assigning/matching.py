"""Matching: which of the owner's rules takes a case.

Labels are matched as those of alerts are (`alerts.matching`), and the impact as the number it is:
`impact>=60`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import ge, gt, le, lt

from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.matching import Labels, parsed
from earshot.domain.assigning.rules import Assignment
from earshot.domain.case import Case

ROUTED_BY = ("topic", "language", "brand", "watch", "source", "urgency")
"""The labels of a case's alerts that tell cases apart when they open."""

MEASURED = "impact"

_COMPARED: dict[str, Callable[[int, int], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
_WRITTEN = r"([a-z_]{1,40})(>=|<=|>|<)(.*)"


def first_fit(case: Case, rules: Sequence[Assignment]) -> tuple[int, Assignment] | None:
    """The first rule that the case fits, counted from 1; None where it fits none."""
    labels = case_labels(case)
    for number, rule in enumerate(rules, start=1):
        if all_fit(rule.match, labels, case.impact.score):
            return number, rule
    return None


def all_fit(match: Iterable[str], labels: Labels, impact_score: int) -> bool:
    """Whether all of it fits. ValueError as of `comparison` and `alerts.matching.parsed`."""
    return all(_fits(text, labels, impact_score) for text in match)


def _fits(text: str, labels: Labels, impact_score: int) -> bool:
    compared = comparison(text)
    if compared is None:
        return parsed(text).matches(labels)
    operator, limit_score = compared
    return _COMPARED[operator](impact_score, limit_score)


def comparison(text: str) -> tuple[str, int] | None:
    """(operator, score) of what compares a number; None of a matcher of labels. ValueError says
    what to write instead."""
    written = re.fullmatch(_WRITTEN, text)
    if written is None:
        if re.match(rf"{MEASURED}(=|!)", text):
            raise ValueError(f"impact is a number; write {MEASURED}>=60 or {MEASURED}<60")
        return None
    label, operator, value = written.groups()
    if label != MEASURED:
        raise ValueError(f"only impact can be compared; write {label}={value[:40]}")
    if not re.fullmatch("[0-9]|[1-9][0-9]|100", value):
        raise ValueError(f"impact is from 0 to 100; write {MEASURED}{operator}60")
    return operator, int(value)
