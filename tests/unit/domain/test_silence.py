"""How far apart new items usually come, and when it has been quiet for too long."""

from __future__ import annotations

from random import Random

import pytest

from earshot.domain.silence import FEWEST_GAPS, Gaps, after_gap, silence, told

MINUTE, HOUR, DAY = 60, 3_600, 86_400


def after_gaps(*gaps: float) -> Gaps:
    found = Gaps()
    for gap in gaps:
        found = after_gap(found, gap)
    return found


def a_week_of_office_hours(minutes_apart: int = 20) -> list[float]:
    """Something new from nine to five on five days, nothing in between."""
    day = [float(minutes_apart * MINUTE)] * (8 * 60 // minutes_apart)
    return [*day, 16 * HOUR] * 4 + [*day, 64 * HOUR]


def test_the_first_gap_is_all_that_is_known() -> None:
    assert after_gaps(90) == Gaps(seen=1, usual_seconds=90, longest_seconds=90)


@pytest.mark.parametrize("usual", [30, 600, 7 * HOUR])
def test_regular_gaps_are_usual(usual: int) -> None:
    assert after_gaps(10, *[usual] * 60).usual_seconds == usual
    assert after_gaps(10 * DAY, *[usual] * 60).usual_seconds == usual


def test_a_single_gap_of_a_month_changes_what_is_usual_by_one_step() -> None:
    assert after_gaps(*[600] * 50, 30 * DAY).usual_seconds == 750


def test_irregular_gaps_settle_near_their_median() -> None:
    chance = Random(4)
    gaps = [chance.expovariate(1 / 1_000) for _ in range(2_000)]
    usual = after_gaps(*gaps).usual_seconds
    assert usual is not None
    assert 400 < usual < 1_200  # the median is 693


def test_the_longest_gap_fades_to_half_in_a_week() -> None:
    week = after_gaps(10 * HOUR, *[HOUR] * (7 * 24))
    assert week.longest_seconds == pytest.approx(5 * HOUR, rel=0.02)


def test_no_count_grows_for_ever() -> None:
    assert after_gaps(*[60] * 1_500).seen == 1_000


@pytest.mark.parametrize("gap", [0, -5, 0.2])
def test_a_gap_is_a_second_at_least(gap: float) -> None:
    assert after_gaps(gap).usual_seconds == 1


@pytest.mark.parametrize(
    ("gaps", "quiet", "every", "expected"),
    [
        (Gaps(), 30 * DAY, 60, False),
        (after_gaps(*[600] * (FEWEST_GAPS - 1)), 30 * DAY, 60, False),
        (after_gaps(*[600] * FEWEST_GAPS), 30 * DAY, 60, True),
        (after_gaps(*[600] * 50), 6 * HOUR, 60, False),
        (after_gaps(*[600] * 50), 6 * HOUR + 1, 60, True),
        (after_gaps(*[HOUR] * 50), 10 * HOUR, 60, False),
        (after_gaps(*[HOUR] * 50), 10 * HOUR + 1, 60, True),
        (after_gaps(*[60] * 50), DAY, 12 * HOUR, False),
        (after_gaps(*[60] * 50), DAY + 1, 12 * HOUR, True),
        (after_gaps(*[60] * 50, 20 * HOUR), 40 * HOUR, 60, False),
        (after_gaps(*[60] * 50, 20 * HOUR), 40 * HOUR + 1, 60, True),
    ],
    ids=[
        "nothing known",
        "too little known",
        "just enough known",
        "six hours at least",
        "after six hours",
        "ten times the usual",
        "after ten times the usual",
        "two readings at least",
        "after two readings",
        "twice the longest",
        "after twice the longest",
    ],
)
def test_a_source_is_silent_much_later_than_usual(
    gaps: Gaps, quiet: float, every: int, expected: bool
) -> None:
    assert silence(gaps, quiet, every)[0] is expected


def test_nights_and_weekends_are_no_silence() -> None:
    gaps = after_gaps(*a_week_of_office_hours())  # a first week has to be heard
    for gap in a_week_of_office_hours() * 7:
        assert not silence(gaps, gap, 60)[0]
        gaps = after_gap(gaps, gap)


def test_a_source_that_died_on_a_friday_is_silent_within_a_week() -> None:
    gaps = after_gaps(*a_week_of_office_hours() * 4)
    assert silence(gaps, 6 * DAY, 60)[0]


def test_the_reason_says_what_was_expected() -> None:
    _, reason = silence(after_gaps(*[600] * 50), 3 * DAY, 60)
    assert reason == "nothing new for 3 days; usually every 10 minutes, at most 10 minutes of late"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (2 * HOUR - 1, "119 minutes"),
        (2 * HOUR, "2 hours"),
        (2 * DAY - 1, "47 hours"),
        (2 * DAY, "2 days"),
    ],
)
def test_a_time_is_told_in_a_unit_of_which_there_are_two(seconds: float, expected: str) -> None:
    assert told(seconds) == expected
