"""Pages from the newest back, and nothing lost in between."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.mention import Author, Mention
from earshot.reading.paging import (
    Gap,
    Leaf,
    Reading,
    floor_of,
    gaps_of,
    page_of,
    position_of,
    read_back,
)
from tests.unit.sources.fakes import NOW, ago, query

PAGE = 3


def mention(minutes_ago: int) -> Mention:
    return Mention(
        source="test",
        native_id=str(minutes_ago),
        url="",
        author=Author(id="a", name="a"),
        text="t",
        language=None,
        created_at=ago(minutes=minutes_ago),
        thread=str(minutes_ago),
    )


class Timeline:
    """Posts by age in minutes, three to a page; `older` is the age to go on after."""

    def __init__(self, *ages: int) -> None:
        self.ages = sorted(ages)
        self.asked: list[str | None] = []
        self.failing: dict[int, Exception] = {}

    def read(self, older: str | None) -> Leaf:
        self.asked.append(older)
        if len(self.asked) in self.failing:
            raise self.failing[len(self.asked)]
        after = -1 if older is None else int(older)
        rest = [age for age in self.ages if age > after]
        page = rest[:PAGE]
        return Leaf(
            mentions=tuple(mention(age) for age in page),
            older=str(page[-1]) if len(rest) > PAGE else None,
            newest_at=ago(minutes=page[0]) if page else None,
            oldest_at=ago(minutes=page[-1]) if page else None,
        )


def ages(reading: Reading) -> list[int]:
    return [int(each.native_id) for each in reading.mentions]


def test_it_reads_until_the_floor_is_covered() -> None:
    timeline = Timeline(*range(12))
    reading = read_back(timeline.read, ago(minutes=4), None, None, 10)
    assert ages(reading) == [0, 1, 2, 3, 4, 5]
    assert (reading.gap, reading.newest_at) == (None, NOW)


def test_a_page_that_ends_exactly_at_the_floor_is_not_enough() -> None:
    """Two posts may share the second of the floor."""
    timeline = Timeline(*range(12))
    read_back(timeline.read, ago(minutes=2), None, None, 10)
    assert len(timeline.asked) == 2


def test_a_storm_is_read_in_turns_newest_first_and_completely() -> None:
    timeline = Timeline(*range(30))
    floor, gap = ago(minutes=60), None
    found: list[int] = []
    for _ in range(5):
        reading = read_back(timeline.read, floor, None, gap, 3)
        found += ages(reading)
        gap = reading.gap
        floor = ago(minutes=0)
        if gap is None:
            break
    assert sorted(set(found)) == list(range(30))
    assert gap is None
    assert found[0] == 0


def test_a_second_storm_before_the_first_is_read_loses_nothing() -> None:
    timeline = Timeline(*range(100, 130))
    first = read_back(timeline.read, ago(minutes=200), None, None, 2)
    assert first.gap == Gap("105", ago(minutes=200))
    timeline.ages = list(range(20)) + timeline.ages
    second = read_back(timeline.read, ago(minutes=100), None, first.gap, 2)
    assert second.gap == Gap("5", ago(minutes=200))
    third = read_back(timeline.read, ago(minutes=0), None, second.gap, 100)
    seen = {*ages(first), *ages(second), *ages(third)}
    assert seen == {*range(20), *range(100, 130)}
    assert third.gap is None


def test_a_storm_that_lasts_does_not_keep_the_gap_from_closing() -> None:
    """The overlap alone is longer than the limit allows: only what is new comes before the gap."""
    timeline = Timeline(*range(30))
    gap = Gap("11", ago(minutes=60))
    reading = read_back(timeline.read, ago(minutes=20), ago(minutes=1), gap, 4)
    assert ages(reading) == [*range(6), *range(12, 18)]
    assert reading.gap == Gap("17", ago(minutes=60))


@pytest.mark.parametrize(
    ("error", "retry_at"),
    [
        (SourceUnavailableError("x"), None),
        (RateLimitedError("x", NOW + timedelta(minutes=5)), NOW + timedelta(minutes=5)),
        (AccessRefusedError("answered 403"), None),
    ],
)
def test_what_was_read_before_an_error_counts_and_the_rest_is_a_gap(
    error: SourceError, retry_at: datetime | None
) -> None:
    timeline = Timeline(*range(12))
    timeline.failing = {3: error}
    reading = read_back(timeline.read, ago(minutes=60), None, None, 10)
    assert ages(reading) == [0, 1, 2, 3, 4, 5]
    assert reading.gap == Gap("5", ago(minutes=60))
    assert reading.not_before == retry_at
    assert reading.faults == [f"stopped after 2 pages: {error.code}, {error}"]


@pytest.mark.parametrize(
    "error", [SourceUnavailableError("x"), RateLimitedError("x"), AccessRefusedError("x")]
)
def test_an_error_on_the_first_page_is_raised(error: Exception) -> None:
    timeline = Timeline(*range(12))
    timeline.failing = {1: error}
    with pytest.raises(type(error)):
        read_back(timeline.read, ago(minutes=60), None, None, 10)


@pytest.mark.parametrize(
    ("gap", "expected", "left"),
    [
        # Not read at all last time: from the newest back to where it was left.
        (Gap(None, ago(minutes=9)), [*range(12)], None),
        # An older gap, and its newest part not read either.
        (Gap("14", ago(minutes=17), ago(minutes=4)), [*range(6), *range(15, 21)], None),
        # An older gap alone: its newest part is read as far as the mark asks for.
        (Gap("14", ago(minutes=17)), [*range(3), *range(15, 21)], None),
    ],
)
def test_a_stream_that_was_not_read_is_read_from_where_it_was_left(
    gap: Gap, expected: list[int], left: Gap | None
) -> None:
    timeline = Timeline(*range(30))
    reading = read_back(timeline.read, ago(minutes=2), ago(minutes=0), gap, 10)
    assert ages(reading) == expected
    assert reading.gap == left


def test_no_more_is_asked_once_the_allowance_is_used_up() -> None:
    wait = NOW + timedelta(minutes=5)

    def read(older: str | None) -> Leaf:
        assert older is None
        return Leaf(older="1", oldest_at=NOW, newest_at=NOW, not_before=wait)

    reading = read_back(read, ago(minutes=60), None, None, 10)
    assert (reading.gap, reading.not_before) == (Gap("1", ago(minutes=60)), wait)


def test_the_floor_is_the_overlap_before_the_mark_but_never_before_the_watch() -> None:
    asked = query(since=ago(hours=1))
    assert floor_of(asked, Cursor()) == ago(hours=1)
    assert floor_of(asked, Cursor(high_water_at=ago(minutes=5))) == ago(minutes=15)
    assert floor_of(asked, Cursor(high_water_at=ago(minutes=55))) == ago(hours=1)


def test_the_streams_make_one_page_with_each_mention_once() -> None:
    readings = {
        "one": Reading(mentions=[mention(1), mention(2)], newest_at=ago(minutes=1), faults=["f"]),
        "two": Reading(mentions=[mention(2)], gap=Gap("7", ago(minutes=9)), not_before=NOW),
    }
    page = page_of(readings, Cursor(high_water_at=ago(minutes=4)), NOW)
    assert sorted(each.native_id for each in page.mentions) == ["1", "2"]
    assert page.cursor.high_water_at == ago(minutes=1)
    assert gaps_of(page.cursor.position) == {"two": Gap("7", ago(minutes=9))}
    assert (page.not_before, page.faults) == (NOW, ("f",))


def test_the_mark_never_goes_back_nor_into_the_future() -> None:
    before = Cursor(high_water_at=ago(minutes=4))
    assert page_of({"one": Reading()}, before, NOW).cursor == before
    ahead = {"one": Reading(newest_at=NOW + timedelta(minutes=4))}
    assert page_of(ahead, before, NOW).cursor.high_water_at == NOW
    assert page_of({}, Cursor(), NOW).cursor == Cursor()


@pytest.mark.parametrize(
    "position", [None, "", "117020", "[]", '{"a": 1}', '{"a": ["x", "y"]}', "{"]
)
def test_a_position_that_is_not_ours_holds_no_gaps(position: str | None) -> None:
    assert gaps_of(position) == {}


def test_gaps_survive_being_stored() -> None:
    gaps = {
        "tag acme": Gap("117", ago(minutes=9)),
        "search acme": Gap("117", ago(minutes=9), ago(minutes=2)),
        "mentions": Gap(None, ago(minutes=9)),
    }
    assert gaps_of(position_of(gaps)) == gaps
    assert position_of({}) is None
