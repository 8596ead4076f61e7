"""Business clocks: a table of cases, and what holds of all calendars."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.business_time import (
    MOST_MINUTES,
    Deadline,
    Pause,
    deadline,
    due,
    elapsed,
    next_open,
)
from earshot.domain.calendar import OFFICE, Calendar, Timetable
from earshot.domain.errors import ConfigurationError
from tests.unit.domain.clock_cases import ALWAYS, CALENDARS, CASES, PAUSES, calendar, moment, rows

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(("name", "start", "minutes", "expected"), rows(CASES))
def test_minutes_are_over_when_the_calendar_was_open_for_them(
    name: str, start: str, minutes: str, expected: str
) -> None:
    of = CALENDARS[name]
    begin, end = moment(start, of), moment(expected, of)

    assert due(begin, int(minutes), of) == end
    assert elapsed(begin, end, of) == timedelta(minutes=int(minutes))


@pytest.mark.parametrize(("name", "start", "minutes", "expected", "paused"), rows(PAUSES))
def test_a_clock_stands_while_it_is_paused(
    name: str, start: str, minutes: str, expected: str, paused: str
) -> None:
    of = CALENDARS[name]
    spans = [span.partition("/")[::2] for span in paused.split()]
    pauses = [Pause(from_at=moment(a, of), until_at=moment(b, of) if b else None) for a, b in spans]
    end = None if expected == "never" else moment(expected, of)
    begin = moment(start, of)

    assert due(begin, int(minutes), of, pauses) == end
    if end is not None:
        assert elapsed(begin, end, of, pauses) == timedelta(minutes=int(minutes))


def test_the_table_has_all_the_cases_that_were_promised() -> None:
    assert len(rows(CASES)) + len(rows(PAUSES)) >= 150


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        ("utc", "2026-03-02 09:00", "2026-03-02 09:00"),
        ("utc", "2026-03-02 12:00:30", "2026-03-02 12:00:30"),
        ("utc", "2026-03-02 16:59:59", "2026-03-02 16:59:59"),
        ("utc", "2026-03-02 17:00", "2026-03-03 09:00"),
        ("utc", "2026-03-02 08:59:59", "2026-03-02 09:00"),
        ("utc", "2026-03-06 17:00", "2026-03-09 09:00"),
        ("always", "2026-03-02 00:00", "2026-03-02 00:00"),
        ("night", "2026-03-03 05:59", "2026-03-03 05:59"),
        ("night", "2026-03-03 06:00", "2026-03-03 22:00"),
        ("split", "2026-03-02 12:30", "2026-03-02 14:00"),
        ("holidays", "2026-12-24 12:00", "2026-12-28 09:00"),
        ("holidays", "2026-12-31 11:00", "2026-12-31 12:00"),
        ("monday", "2026-03-02 12:01", "2026-03-09 12:00"),
        ("berlin", "2026-03-28 20:00", "2026-03-30 09:00"),
        ("berlin-in-gap", "2026-03-29 00:00", "2026-03-29 03:00"),
        ("berlin-gap", "2026-03-29 00:00", "2026-03-30 02:15"),
    ],
)
def test_it_opens_next_when_it_is_open_or_when_it_will_be(
    name: str, at: str, expected: str
) -> None:
    of = CALENDARS[name]
    opens = next_open(of, moment(at, of))

    assert opens == moment(expected, of)
    assert opens.utcoffset() == timedelta()


def test_a_warning_comes_before_the_breach() -> None:
    friday = datetime(2026, 3, 6, 16, 30, tzinfo=UTC)

    assert deadline(friday, 60, OFFICE) == Deadline(
        warn_at=datetime(2026, 3, 9, 9, 18, tzinfo=UTC),
        due_at=datetime(2026, 3, 9, 9, 30, tzinfo=UTC),
    )
    assert deadline(friday, 60, OFFICE, warn_ratio=0.5).warn_at == friday + 30 * MINUTE


def test_a_pause_without_an_end_lets_a_clock_warn_and_not_run_out() -> None:
    paused = (Pause(from_at=MONDAY + 50 * MINUTE),)

    assert deadline(MONDAY, 60, OFFICE, paused) == Deadline(
        warn_at=MONDAY + 48 * MINUTE, due_at=None
    )


@pytest.mark.parametrize("minutes", [-1, -0.001, float("nan"), float("inf"), MOST_MINUTES + 1])
def test_minutes_below_nought_or_beyond_ten_years_are_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="minutes are from 0 to"):
        due(MONDAY, minutes, OFFICE)


@pytest.mark.parametrize(
    "start",
    [
        MONDAY.replace(tzinfo=None),
        datetime.min.replace(tzinfo=UTC),
        datetime(9999, 1, 1, tzinfo=UTC),
    ],
)
def test_a_time_that_means_no_moment_we_know_is_refused(start: datetime) -> None:
    with pytest.raises(ValueError, match=r"without its offset|outside of the years"):
        due(start, 1, OFFICE)
    with pytest.raises(ValueError, match=r"without its offset|outside of the years"):
        next_open(OFFICE, start)


@pytest.mark.parametrize(
    "never", [Calendar(hours={}), Calendar(hours={"mon-sun": ()})], ids=["no hours", "no windows"]
)
def test_a_calendar_that_never_opens_is_a_fault_and_no_endless_loop(never: Calendar) -> None:
    with pytest.raises(ConfigurationError, match="not open for so long in a hundred years"):
        due(MONDAY, 1, never)
    with pytest.raises(ConfigurationError, match="not open once in a hundred years"):
        next_open(never, MONDAY)
    assert elapsed(MONDAY, MONDAY + timedelta(days=400), never) == timedelta()


def test_a_month_of_holidays_is_waited_for() -> None:
    closed = calendar("UTC", ALWAYS, tuple(f"01-{day:02}" for day in range(1, 32)))

    assert due(datetime(2026, 1, 1, tzinfo=UTC), 1, closed) == datetime(
        2026, 2, 1, 0, 1, tzinfo=UTC
    )


def test_a_zone_that_does_not_exist_is_a_fault_of_the_configuration() -> None:
    with pytest.raises(ConfigurationError, match="'Europe/Berln' is no IANA time zone"):
        due(MONDAY, 1, Calendar(hours=OFFICE.hours, time_zone="Europe/Berln"))


@pytest.mark.parametrize(
    ("of", "minutes"), [(CALENDARS["monday"], 5_000), (CALENDARS["berlin-always"], MOST_MINUTES)]
)
def test_years_of_minutes_cost_a_bounded_time(of: Calendar, minutes: int) -> None:
    began = time.process_time()
    due(MONDAY, minutes, of)

    assert time.process_time() - began < 3


# What holds of all calendars.

zones = st.sampled_from(
    [
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "America/St_Johns",
        "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "Africa/Casablanca",
    ]
)  # fmt: skip
# Half an hour a week at least, so that all that is asked is over within a century.
window = st.tuples(st.integers(0, 1439), st.integers(30, 1440)).map(lambda w: (w[0], w[0] + w[1]))
holiday = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(str)
calendars = st.builds(
    Calendar,
    time_zone=zones,
    hours=st.dictionaries(
        st.sampled_from(["mon", "tue", "wed-thu", "fri", "sat-sun"]),
        st.lists(window, min_size=1, max_size=3).map(tuple),
        min_size=1,
    ),
    holidays=st.lists(holiday, max_size=5).map(tuple),
)
moments = st.integers(0, 2 * 365 * 24 * 3_600).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
some_minutes = st.integers(0, 3_000)
pauses_made = st.lists(
    st.builds(
        lambda at, many: Pause(from_at=at, until_at=at + many * MINUTE),
        moments,
        st.integers(0, 5_000),
    ),
    max_size=4,
)


@settings(deadline=None)
@given(of=calendars, start=moments, minutes=some_minutes, pauses=pauses_made)
def test_what_is_due_is_just_when_so_much_has_elapsed(
    of: Calendar, start: datetime, minutes: int, pauses: list[Pause]
) -> None:
    end = due(start, minutes, of, pauses)

    assert end is not None
    assert end >= start
    assert elapsed(start, end, of, pauses) == minutes * MINUTE
    if minutes:
        before = end - timedelta(microseconds=1)
        assert elapsed(start, before, of, pauses) < minutes * MINUTE


@settings(deadline=None)
@given(of=calendars, start=moments, first=some_minutes, second=some_minutes, pauses=pauses_made)
def test_minutes_add_up(
    of: Calendar, start: datetime, first: int, second: int, pauses: list[Pause]
) -> None:
    between = due(start, first, of, pauses)

    assert between is not None
    in_two_steps = due(between, second, of, pauses)
    assert in_two_steps == (due(start, first + second, of, pauses) if second else between)


@settings(deadline=None)
@given(of=calendars, starts=st.tuples(moments, moments), minutes=some_minutes)
def test_who_begins_later_is_not_done_earlier(
    of: Calendar, starts: tuple[datetime, datetime], minutes: int
) -> None:
    early, late = (due(start, minutes, of) for start in sorted(starts))

    assert early is not None
    assert late is not None
    assert early <= late


@settings(deadline=None)
@given(of=calendars, times=st.tuples(moments, moments, moments), pauses=pauses_made)
def test_what_elapses_in_two_parts_elapses_in_the_whole(
    of: Calendar, times: tuple[datetime, datetime, datetime], pauses: list[Pause]
) -> None:
    a, b, c = sorted(times)

    assert elapsed(a, b, of, pauses) + elapsed(b, c, of, pauses) == elapsed(a, c, of, pauses)
    assert timedelta() <= elapsed(a, c, of, pauses) <= c - a
    assert elapsed(c, a, of, pauses) == timedelta()


@settings(deadline=None, max_examples=40)
@given(of=calendars, start=moments, many=st.integers(0, 3_000))
def test_each_minute_counts_as_the_clock_on_the_wall_shows_it(
    of: Calendar, start: datetime, many: int
) -> None:
    """Minute by minute, wherever the clock does not jump or repeat."""
    begin = start.replace(second=0, microsecond=0)
    zone, timetable = ZoneInfo(of.time_zone), Timetable(of)
    offsets = {
        (begin + n * timedelta(hours=6)).astimezone(zone).utcoffset()
        for n in range(-12, many // 360 + 12)
    }
    if len(offsets) > 1:
        return

    def is_open(at: datetime) -> bool:
        local = at.astimezone(zone)
        minute = local.hour * 60 + local.minute
        return any(
            opens <= minute + back * 1_440 < closes
            for back in (0, 1)
            for opens, closes in timetable.windows(local.date() - timedelta(days=back))
        )

    counted = sum(is_open(begin + n * MINUTE) for n in range(many))
    assert elapsed(begin, begin + many * MINUTE, of) == counted * MINUTE
