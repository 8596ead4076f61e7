"""Inhibiting: an alert is not told while a greater one says it already. As Alertmanager's."""

from __future__ import annotations

from collections.abc import Iterable

from earshot.domain.alerts.matching import Labels, all_match
from earshot.domain.alerts.rules import Inhibition
from earshot.domain.alerts.ruling import Ruling, holds, passes

LONGEST_VALUE = 60
"""Characters of a label that a reason shows: it is for people, and values come from strangers."""


def inhibited(labels: Labels, firing: Iterable[Labels], rules: Iterable[Inhibition]) -> Ruling:
    """Held for as long as one of the alerts in `firing` inhibits this one; the reason names it.

    A label that is missing equals one that is empty, so a rule also applies where neither has the
    labels in `equal`. No alert inhibits itself: one that fits both sides of a rule is not inhibited
    by others of which the same is true.
    """
    targeting = [rule for rule in rules if all_match(rule.target, labels)]
    if not targeting:
        return passes("no inhibition is about it")
    alerts = list(firing)
    for rule in targeting:
        fits_both = all_match(rule.source, labels)
        for other in alerts:
            if not _same(rule, labels, other) or not all_match(rule.source, other):
                continue
            if fits_both and all_match(rule.target, other):
                continue
            return holds(f"while another alert says it: {_named(rule, other)}")
    return passes("nothing that inhibits it is active")


def is_source(labels: Labels, rules: Iterable[Inhibition]) -> bool:
    """Whether an alert with these labels could inhibit another."""
    return any(all_match(rule.source, labels) for rule in rules)


def _same(rule: Inhibition, one: Labels, other: Labels) -> bool:
    return all(one.get(label, "") == other.get(label, "") for label in rule.equal)


def _named(rule: Inhibition, inhibitor: Labels) -> str:
    """By what the rule asks of it, and by what the two have in common."""
    equal = [
        f"{label}={inhibitor[label][:LONGEST_VALUE]}"
        for label in rule.equal
        if inhibitor.get(label)
    ]
    return ", ".join(dict.fromkeys((*rule.source, *equal)))
