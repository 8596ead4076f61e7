"""Calendars of business hours: what must fit together in one, and a file that holds only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from earshot.domain.calendar import (
    DAY_MINUTES,
    DAYS,
    Calendar,
    DaysText,
    Holiday,
    Timetable,
    WindowText,
    days_of,
    holiday_read,
)
from workbench.configuration.faults import Fault, Path, did_you_mean
from workbench.configuration.reading import read
from workbench.configuration.validation import validated

Told = Iterator[tuple[Path, str]]

_WEEK_MINUTES = 7 * DAY_MINUTES
_CYCLE = (date(2024, 1, 1), 28 * 366)
"""In 28 years every date falls on every day of the week."""


def read_calendar(content: bytes) -> tuple[Calendar | None, tuple[Fault, ...]]:
    """The one calendar that a file holds, or all that is wrong with it; never raises."""
    written = read(content)
    if written.value is None:
        if not written.faults:
            written.fault((), "the file is empty; write hours, and a time_zone")
        return None, tuple(sorted(written.faults))
    calendar, problems = validated(Calendar, written.value)
    for path, problem in (*problems, *calendar_faults((), written.value)):
        written.fault(path, problem)
    return (None if written.faults else calendar), tuple(sorted(written.faults))


def calendar_faults(path: Path, calendar: Any) -> Told:
    """What does not fit in a calendar as it was written; what has another shape is passed over."""
    if not isinstance(calendar, dict):
        return
    yield from zone_faults((*path, "time_zone"), calendar.get("time_zone"))
    hours = calendar.get("hours")
    week = _week(hours if isinstance(hours, dict) else {})
    yield from _days_twice((*path, "hours"), week)
    yield from _overlapping((*path, "hours"), week)
    listed = calendar.get("holidays")
    holidays = listed if isinstance(listed, list) else []
    yield from _holidays((*path, "holidays"), holidays)
    if any(windows for _, _, windows in week) and not _ever_opens(week, holidays):
        yield path, "never opens: its holidays leave no day; write windows that are left"


def zone_faults(path: Path, zone: Any) -> Told:
    if isinstance(zone, str) and not _is_zone(zone):
        # A name without any near spelling would be answered with hundreds of zones.
        near = did_you_mean(zone, available_timezones())
        meant = near if near.startswith("; did you mean") else ""
        yield path, f"no IANA time zone, as Europe/Berlin is one{meant}"


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


_Week = list[tuple[str, int, list[tuple[int, tuple[int, int]]]]]
"""(as written, day, windows with their places in the list) of what can be read."""


def _week(hours: dict[str, Any]) -> _Week:
    week: _Week = []
    for days, listed in hours.items():
        try:
            numbers = list(days_of(DaysText().read(days)))
        except ValueError:
            continue
        windows: list[tuple[int, tuple[int, int]]] = []
        for place, window in enumerate(listed if isinstance(listed, list) else []):
            try:
                windows.append((place, WindowText().read(window)))
            except ValueError:
                continue
        week.extend((days, number, windows) for number in numbers)
    return week


def _days_twice(path: Path, week: _Week) -> Told:
    seen: dict[int, str] = {}
    for days, number, _ in week:
        if number in seen:
            problem = f"{DAYS[number]} has its hours by {seen[number]} already; write each day once"
            yield (*path, days), problem
        seen.setdefault(number, days)


def _overlapping(path: Path, week: _Week) -> Told:
    """Windows of a week in order; the last is followed by the first of the next."""
    placed = sorted(
        (number * DAY_MINUTES + opens, number * DAY_MINUTES + closes, (days, place))
        for days, number, windows in week
        for place, (opens, closes) in windows
    )
    if not placed:
        return
    first = placed[0]
    after = (first[0] + _WEEK_MINUTES, first[1] + _WEEK_MINUTES, first[2])
    told = set()
    for one, other in zip(placed, [*placed[1:], after], strict=True):
        days, place = other[2]
        if one[1] > other[0] and (days, place) not in told:
            told.add((days, place))
            yield (*path, days, place), "begins before the window ahead of it ends; join the two"


def _holidays(path: Path, holidays: list[Any]) -> Told:
    counted: Counter[tuple[int | None, int, int]] = Counter()
    for place, text in enumerate(holidays):
        holiday = _holiday(text)
        if holiday is None:
            continue
        key = (holiday.year, holiday.month, holiday.day)
        counted[key] += 1
        if counted[key] == 2:
            yield (*path, place), "this date is written already; once is enough"
        ends = 0
        for opens, closes in holiday.windows:
            if opens < ends:
                yield (*path, place), "a window begins before the one ahead of it ends"
            ends = max(ends, closes)


def _holiday(text: Any) -> Holiday | None:
    try:
        return holiday_read(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _ever_opens(week: _Week, holidays: list[Any]) -> bool:
    """Whether it opens once the holidays of single years are over."""
    hours: dict[str, tuple[tuple[int, int], ...]] = {}
    for _, number, windows in week:
        hours[DAYS[number]] = tuple(window for _, window in windows)
    yearly = [
        text for text in holidays if (known := _holiday(text)) is not None and known.year is None
    ]
    timetable = Timetable(Calendar(hours=hours, holidays=tuple(yearly)))
    first, days = _CYCLE
    return any(timetable.windows(first + timedelta(days=n)) for n in range(days))
