"""The labels of a case's alerts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.alerts.labels import LABELS, case_labels
from tests.unit.domain.examples import case


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({}, {"kind": "case", "incident": ""}),
        ({"brand": "bolt", "watch": "bolt-eu"}, {"brand": "bolt", "watch": "bolt-eu"}),
        ({"source": "reddit", "language": "pt"}, {"source": "reddit", "language": "pt"}),
        ({"topics": ("outage", "delivery")}, {"topic": "outage"}),
        ({"topics": ()}, {"topic": ""}),
        ({"urgency": "urgent"}, {"urgency": "urgent"}),
    ],
)
def test_a_case_has_the_labels_of_what_it_is_now(
    about: dict[str, Any], expected: dict[str, str]
) -> None:
    labels = case_labels(replace(case(), **about))
    assert labels | expected == labels


def test_a_case_has_no_label_that_nothing_can_match() -> None:
    assert set(case_labels(case())) <= set(LABELS)
