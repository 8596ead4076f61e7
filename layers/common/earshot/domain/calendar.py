"""Business hours as an owner writes them: a time zone, windows for each day of the week, holidays.

A window belongs to the day on which it begins, also where it runs past midnight. A holiday takes
the place of all windows that begin on its date: with hours of its own it is a half day, without any
nothing begins on it; what began the evening before goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from earshot.domain.limits import Count

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_MINUTES = 24 * 60

_CLOCK = r"([0-9]{1,2}):([0-9]{2})"
_WINDOW = f"{_CLOCK}-{_CLOCK}"
_DATE = r"(?:([0-9]{4})-)?([0-9]{2})-([0-9]{2})"
_LEAP_YEAR = 2024
"""Any one: a holiday of every year may be the 29th of February."""


class WindowText:
    """`09:00-12:30`, kept as the minutes after midnight at which it opens and closes.

    What closes at or before its opening closes on the next day: 22:00-06:00 is (1320, 1800).
    """

    def read(self, value: object) -> tuple[int, int]:
        match = re.fullmatch(_WINDOW, value) if isinstance(value, str) else None
        if match is None:
            raise ValueError("write a window as 09:00-17:00, from opening to closing")
        opens, closes = _minute(*match.groups()[:2]), _minute(*match.groups()[2:])
        if opens == DAY_MINUTES:
            raise ValueError("write 00:00 of the day on which it opens, not 24:00")
        if opens == closes:
            raise ValueError("opens and closes at the same time; the whole day is 00:00-24:00")
        return opens, closes if closes > opens else closes + DAY_MINUTES

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _read_by(self)


class DaysText:
    """`mon`, or `mon-fri`; kept as it was written."""

    def read(self, value: object) -> str:
        if isinstance(value, str) and 1 <= len(value.split("-")) <= 2 and value == value.lower():
            first, _, last = value.partition("-")
            if first in DAYS and (last or first) in DAYS and not value.endswith("-"):
                return value
        raise ValueError(f"write a day or two with a hyphen: {' '.join(DAYS)}, mon-fri")

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _read_by(self)


class HolidayText:
    """`2026-12-25`, or `12-25` for every year; a half day has its hours behind it:
    `2026-12-24 09:00-12:00`. Kept as it was written."""

    def read(self, value: object) -> str:
        if not isinstance(value, str) or len(value) > 200:
            raise ValueError("write a date: 2026-12-25, or 12-25 for every year")
        holiday_read(value)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _read_by(self)


Window = Annotated[tuple[int, int], WindowText()]
Windows = Annotated[tuple[Window, ...], Count(1, 10)]
Hours = Annotated[dict[Annotated[str, DaysText()], Windows], Count(1, 7)]
Holidays = Annotated[tuple[Annotated[str, HolidayText()], ...], Count(0, 1_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When somebody is there. `hours` has windows by `mon` or `mon-fri`, each day once;
    `holidays` are lines of `HolidayText`; `time_zone` is an IANA name."""

    hours: Hours
    holidays: Holidays = ()
    time_zone: str = "UTC"


OFFICE = Calendar(hours={"mon-fri": ((9 * 60, 17 * 60),)})
"""Monday to Friday, 9 to 17: what is meant where nobody has said."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """`year` is None for every year; `windows` is empty for a whole day."""

    year: int | None
    month: int
    day: int
    windows: tuple[tuple[int, int], ...]


def holiday_read(text: str) -> Holiday:
    """ValueError says what to write instead."""
    written, *hours = text.split(" ")
    match = re.fullmatch(_DATE, written)
    if match is None:
        raise ValueError("write a date: 2026-12-25, or 12-25 for every year")
    year, month, day = (int(digits) if digits else None for digits in match.groups())
    assert month is not None
    assert day is not None
    try:
        date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        raise ValueError(f"there is no {written} in the calendar; write a date that is") from None
    return Holiday(year, month, day, tuple(sorted(map(WindowText().read, hours))))


def days_of(written: str) -> Iterator[int]:
    """The days of `mon`, `mon-fri` or `sat-mon`, Monday being 0."""
    first, _, last = written.partition("-")
    begin = DAYS.index(first)
    many = (DAYS.index(last or first) - begin) % 7 + 1
    return ((begin + n) % 7 for n in range(many))


class Timetable:
    """A calendar unfolded: what opens on which date."""

    __slots__ = ("_dated", "_weekly", "_yearly")

    def __init__(self, calendar: Calendar) -> None:
        weekly: list[list[tuple[int, int]]] = [[] for _ in DAYS]
        for days, windows in calendar.hours.items():
            for day in days_of(days):
                weekly[day].extend(windows)
        self._weekly = [tuple(sorted(windows)) for windows in weekly]
        holidays = list(map(holiday_read, calendar.holidays))
        self._yearly = {(h.month, h.day): h.windows for h in holidays if h.year is None}
        self._dated = {(h.year, h.month, h.day): h.windows for h in holidays if h.year is not None}

    def windows(self, day: date) -> tuple[tuple[int, int], ...]:
        """(opens, closes) in minutes after the date's midnight, in order of opening."""
        dated = self._dated.get((day.year, day.month, day.day))
        if dated is not None:
            return dated
        yearly = self._yearly.get((day.month, day.day))
        return self._weekly[day.weekday()] if yearly is None else yearly


def _minute(hour: str, minute: str) -> int:
    total = int(hour) * 60 + int(minute)
    if int(minute) > 59 or total > DAY_MINUTES:
        raise ValueError(f"there is no {hour}:{minute} on a clock; write 00:00 to 24:00")
    return total


def _read_by(mark: WindowText | DaysText | HolidayText) -> CoreSchema:
    # Imported here: whoever only reads checked documents must not pay for pydantic.
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(mark.read)
