"""Where a mention counts as a complaint."""

from __future__ import annotations

import pytest

from earshot.domain.assessment import is_complaint
from tests.unit.domain.examples import assessment


@pytest.mark.parametrize(
    ("probability", "threshold", "expected"),
    [
        (0.49, 0.5, False),
        (0.5, 0.5, True),
        (0.51, 0.5, True),
        (0.0, 0.0, True),
        (1.0, 1.0, True),
        (0.999, 1.0, False),
    ],
)
def test_a_complaint_is_one_at_the_threshold_and_above(
    probability: float, threshold: float, expected: bool
) -> None:
    assert is_complaint(assessment(complaint=probability), threshold) is expected
