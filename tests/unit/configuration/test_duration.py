"""Durations are read as owners write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.duration import parsed, written
from earshot.domain.limits import Duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0s", 0),
        ("90s", 90),
        ("30m", 1_800),
        ("4h", 14_400),
        ("2d", 172_800),
        ("1h30m", 5_400),
        ("1d1h1m1s", 90_061),
        (" 5m ", 300),
    ],
)
def test_a_duration_is_a_sum_of_its_parts(text: str, seconds: int) -> None:
    assert parsed(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", " ", "5", "m", "5 m", "1m1h", "1h1h", "1.5h", "-5m", "5M", "1w", "٣m", "1000000000000s"],
)
def test_what_is_no_duration_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write for example 90s"):
        parsed(text)


@given(st.integers(0, 10**9))
def test_every_number_of_seconds_reads_back_from_its_spelling(seconds: int) -> None:
    assert parsed(written(seconds)) == seconds


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("9s", "9s is too short; at least 10s"),
        ("61m", "61m is too long; at most 1h"),
        (30, "with its unit"),
        (True, "with its unit"),
        (None, "with its unit"),
        ("none", "no duration"),
        (["30m"], "with its unit"),
    ],
)
def test_a_duration_outside_its_limits_is_refused(value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Duration(minimum_seconds=10, maximum_seconds=3_600).read(value)


@pytest.mark.parametrize("seconds", [10, 3_600])
def test_both_limits_are_included(seconds: int) -> None:
    limits = Duration(minimum_seconds=10, maximum_seconds=3_600)

    assert limits.read(written(seconds)) == seconds


@pytest.mark.parametrize("value", [None, "none"])
def test_none_is_a_duration_only_where_it_may_be(value: object) -> None:
    assert Duration(or_none=True).read(value) is None
