"""An impact: what its parts come to, how urgent that is, and what is usual for an author."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.impact import Contribution, total, urgency, usual_pace


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0, "normal"), (59, "normal"), (60, "high"), (79, "high"), (80, "urgent"), (100, "urgent")],
)
def test_an_urgency_begins_at_its_score(score: int, expected: str) -> None:
    assert urgency(score, urgent_score=80, high_score=60) == expected


def part(name: str, points: int) -> Contribution:
    return Contribution(name=name, points=points, sentence=f"it is {name}")


def test_total_of_nothing_weighs_nothing() -> None:
    assert (total(()).score, total(()).reason) == (0, "nothing weighs")


def test_the_reason_names_the_two_heaviest_and_nothing_that_takes_away() -> None:
    parts = (part("light", 3), part("doubtful", -7), part("heavy", 20), part("middling", 10))
    assert total(parts).reason == "it is heavy; it is middling"
    assert total((part("light", 9), part("doubtful", -7))).reason == "it is light"
    assert [c.name for c in total(parts).contributions] == [
        "heavy",
        "middling",
        "light",
        "doubtful",
    ]


def test_the_score_ends_at_a_hundred_and_the_contributions_do_not() -> None:
    impact = total((part("grave", 90), part("loud", 30)))
    assert impact.score == 100
    assert sum(c.points for c in impact.contributions) == 120


@pytest.mark.parametrize(
    ("paces", "expected"),
    [
        ((), None),
        ((5.0,), None),
        ((5.0, 7.0), None),
        ((5.0, 7.0, 9.0), 7.0),
        ((9.0, 1.0, 5.0, 7.0), 6.0),
        ((0.0, 0.0, 10_000.0), 0.0),
    ],
    ids=["no post", "one", "two", "three", "four", "one that went viral changes nothing"],
)
def test_an_authors_usual_is_the_median_of_three_posts_or_more(
    paces: tuple[float, ...], expected: float | None
) -> None:
    assert {usual_pace(order) for order in permutations(paces)} == {expected}


@given(st.lists(st.floats(0, 1e6), min_size=3, max_size=20))
def test_an_authors_usual_is_never_outside_what_was_seen(paces: list[float]) -> None:
    usual = usual_pace(paces)
    assert usual is not None
    assert min(paces) <= usual <= max(paces)
