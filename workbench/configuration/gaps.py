"""Gaps: when nobody would be on call. Each is a night on which an alert wakes nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo

from earshot.domain.business_time import Stretch
from earshot.domain.calendar import Calendar, Holiday, holiday_read
from earshot.domain.errors import ConfigurationError
from earshot.domain.oncall import gaps
from earshot.domain.roster import roster
from earshot.domain.rotation import Rotation
from workbench.configuration.faults import Path

SEARCHED_DAYS = 400
"""More than a year: every day of the week, and every night on which a clock is changed, also where
two zones change theirs weeks apart."""

SEARCHED_YEARS = 28
"""How far holidays are looked at: by then each date fell on every day of the week, and the 29th of
February too."""

_AROUND = timedelta(days=2)
"""A date's hours, wherever on earth, lie within so much of its midnight in UTC and the next."""


def gap_faults(
    path: Path, rotation: Rotation, calendars: Mapping[str, Calendar], now: datetime
) -> Iterator[tuple[Path, str]]:
    """One fault, at most: the first gap from `now` on, and how many more there are soon after.

    None where the rotation has contacts of its own, who are on call whenever it is no shift's
    hours; or where it cannot be worked out, since that is told otherwise.
    """
    if rotation.contacts or not rotation.shifts:
        return
    try:
        worked_out = roster(rotation, calendars)
    except ConfigurationError:
        return
    used = {shift.calendar for shift in rotation.shifts}
    holidays = [
        holiday_read(text)
        for name, calendar in calendars.items()
        if name in used
        for text in calendar.holidays
    ]
    searched = (gaps(worked_out, *stretch) for stretch in _searched(now, holidays))
    found = next(filter(None, searched), None)
    if found is None:
        return
    told = _told(*found[0], worked_out.zone, rotation.time_zone)
    others = f", and {len(found) - 1} times more" if len(found) > 1 else ""
    yield (
        (*path, "shifts"),
        f"nobody is on call {told}{others}; write a shift for it, or contacts beside the shifts,"
        " who are on call whenever it is no shift's hours",
    )


def _searched(now: datetime, holidays: Iterable[Holiday]) -> list[Stretch]:
    """Where a gap may be for the first time, in order and apart from each other."""
    year = now.astimezone(UTC).year
    days = [date(day.year, day.month, day.day) for day in holidays if day.year is not None]
    days += [
        date(later, day.month, day.day)
        for day in holidays
        if day.year is None
        for later in range(year, year + SEARCHED_YEARS + 1)
        if _is_date(later, day.month, day.day)
    ]
    merged = [(now, now + timedelta(days=SEARCHED_DAYS))]
    for day in sorted(days):
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        begin, end = midnight - _AROUND, midnight + _AROUND + timedelta(days=1)
        last = merged[-1]
        if end <= last[1]:
            continue
        if begin <= last[1]:
            merged[-1] = (last[0], end)
        else:
            merged.append((begin, end))
    return merged


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _told(since: datetime, until: datetime, zone: tzinfo, zone_name: str) -> str:
    """`on Sunday 2026-03-29, 08:00-09:00 (Europe/Berlin)`"""
    first, last = since.astimezone(zone), until.astimezone(zone)
    # On a night when the clock is changed, a time alone could be either of two.
    clock = "%H:%M" if first.utcoffset() == last.utcoffset() else "%H:%M%z"
    day = "%A %Y-%m-%d"
    if first.date() == last.date():
        return f"on {first:{day}}, {first:{clock}}-{last:{clock}} ({zone_name})"
    return f"from {first:{day} {clock}} until {last:{day} {clock}} ({zone_name})"
