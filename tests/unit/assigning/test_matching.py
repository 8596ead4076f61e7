"""Which rule takes a case."""

from __future__ import annotations

import pytest

from earshot.domain.assigning.matching import all_fit, comparison, first_fit
from earshot.domain.assigning.rules import Assignment
from tests.unit.domain.examples import case, impact

LABELS = {"topic": "delivery", "language": "de", "brand": "acme", "source": "mastodon"}


@pytest.mark.parametrize(
    ("match", "fits"),
    [
        ([], True),
        (["topic=delivery"], True),
        (["topic=delivery", "language=fr"], False),
        (["language=~de|fr"], True),
        (["language!~de|fr"], False),
        (["topic!=delivery"], False),
        (["urgency="], True),
        (["impact>=60"], True),
        (["impact>60"], False),
        (["impact<=60"], True),
        (["impact<60"], False),
        (["impact>=61"], False),
        (["topic=delivery", "impact>=0", "impact<100"], True),
        # Not a comparison: the value of a label may hold anything.
        (["topic=a>=b"], False),
    ],
)
def test_all_of_a_match_has_to_fit(match: list[str], fits: bool) -> None:
    assert all_fit(match, LABELS, 60) == fits


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("impact=60", "impact is a number; write impact>=60"),
        ("impact=~6.", "impact is a number"),
        ("impact!=60", "impact is a number"),
        ("impact>=many", "from 0 to 100; write impact>=60"),
        ("impact>101", "from 0 to 100; write impact>60"),
        ("impact>=060", "from 0 to 100"),
        ("impact>=٦٠", "from 0 to 100"),
        ("impact>= 60", "from 0 to 100"),
        ("topic>=delivery", "only impact can be compared; write topic=delivery"),
    ],
)
def test_what_cannot_be_compared_says_what_to_write(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match="impact") as told:
        comparison(text)
    assert problem in str(told.value)


def test_the_first_rule_that_fits_counts() -> None:
    rules = (
        Assignment(match=("topic=outage",), to="ana"),
        Assignment(match=("topic=product_fault", "impact>=70"), to="ben"),
        Assignment(to="cleo"),
    )
    assert first_fit(case(impact=impact(70)), rules) == (2, rules[1])
    assert first_fit(case(impact=impact(69)), rules) == (3, rules[2])
    assert first_fit(case(topics=("outage", "product_fault")), rules) == (1, rules[0])
    assert first_fit(case(topics=()), rules[:2]) is None
