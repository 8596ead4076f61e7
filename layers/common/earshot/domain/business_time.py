"""Time that counts only while a calendar is open: when so many minutes have passed, and how many.

What the clock on the wall does twice a year:

- It jumps ahead: a window that opens or closes at a time that is left out does so at the moment of
  the jump. 02:00-06:00 then lasts three hours, and 02:15-02:45 does not happen.
- It goes back: a window opens, and closes, when the clock first shows the time. 01:00-02:30 lasts
  an hour and a half and is not open again; 02:00-06:00 lasts five hours, 00:00-24:00 25.

So the minutes of a window are always minutes that really pass, and two windows of which one begins
where the other ends never leave a hole or overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from earshot.domain.calendar import Calendar, Timetable
from earshot.domain.errors import ConfigurationError

MOST_MINUTES = 10 * 366 * 24 * 60
"""Ten years: longer than anything we promise."""

FURTHEST_DAYS = 100 * 366
"""How far ahead we look for open hours: a day a century is no calendar, and each day costs us some
microseconds."""

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Zones and holidays mean nothing further away, and dates overflow there."""

WARN_RATIO = 0.8
"""A clock warns when a fifth of its time is left: of an hour 12 minutes, of a working day 96."""

_EARLIER_DAYS = 2
"""A window reaches a day past its date, and a zone may leave out a whole day, as Samoa did."""

_DAY = timedelta(days=1)
_NOTHING = timedelta()
Stretch = tuple[datetime, datetime]
"""From the first moment up to, and without, the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The clock stands from `from_at` until `until_at`; None: it still stands. One that ends before
    it begins is none."""

    from_at: datetime
    until_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a clock warns, and when it is missed; None while a pause without an end keeps it from
    that."""

    warn_at: datetime | None
    due_at: datetime | None


def due(
    start: datetime, minutes: float, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> datetime | None:
    """The first moment, from `start` on, by which the calendar was open for `minutes`, in UTC.

    No minutes are over at once, also when it is closed; and what is over as it closes is due then,
    not when it opens again. None where a pause without an end comes before. ValueError for a start
    without its offset or outside of the years we know, and for minutes below 0 or above
    MOST_MINUTES; ConfigurationError where the calendar is not open long enough in a century, or its
    zone is unknown.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise ValueError(f"minutes are from 0 to {MOST_MINUTES}")
    left = timedelta(minutes=minutes)
    begin = known(start)
    if not left:
        return begin
    merged = _merged(pauses)
    for opens, closes in _running(calendar, begin, None, merged):
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
    if merged and merged[-1][1] is None:
        return None
    raise ConfigurationError("the calendar is not open for so long in a hundred years")


def elapsed(
    start: datetime, end: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> timedelta:
    """For how long the calendar was open between the two, without pauses; nothing where `end` is
    not after `start`. Errors as of `due`."""
    begin, until = known(start), known(end)
    stretches = _running(calendar, begin, until, _merged(pauses))
    return sum((closes - opens for opens, closes in stretches), _NOTHING)


def deadline(
    start: datetime,
    minutes: float,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    *,
    warn_ratio: float = WARN_RATIO,
) -> Deadline:
    """When `minutes` are over, and when the given share of them is. Errors as of `due`."""
    kept = tuple(pauses)
    return Deadline(
        warn_at=due(start, minutes * warn_ratio, calendar, kept),
        due_at=due(start, minutes, calendar, kept),
    )


def next_open(calendar: Calendar, at: datetime) -> datetime:
    """The first moment from `at` on at which the calendar is open, in UTC: `at` itself where it is.
    As it closes it is closed. Errors as of `due`."""
    for opens, _ in open_stretches(calendar, known(at), None):
        return opens
    raise ConfigurationError("the calendar is not open once in a hundred years")


def zone_of(calendar: Calendar) -> tzinfo:
    """ConfigurationError where there is no such zone."""
    return zone_named(calendar.time_zone)


def zone_named(name: str) -> tzinfo:
    """ConfigurationError where there is no such zone."""
    # Here, as few functions that read the configuration ever ask for the time.
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ConfigurationError(f"{name!r} is no IANA time zone") from None


def known(moment: datetime) -> datetime:
    """The moment in UTC. ValueError where it has no offset, or is outside of the years we know."""
    if moment.utcoffset() is None:
        raise ValueError("a time without its offset could mean any hour")
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"a time outside of the years {FIRST_YEAR} to {LAST_YEAR}")
    return moment.astimezone(UTC)


def _running(
    calendar: Calendar,
    start: datetime,
    end: datetime | None,
    pauses: list[tuple[datetime, datetime | None]],
) -> Iterator[Stretch]:
    """Where the calendar is open and no pause is, in order and apart from each other."""
    at = 0
    for begins, closes in open_stretches(calendar, start, end):
        opens = begins
        while at < len(pauses) and pauses[at][0] < closes:
            from_at, until_at = pauses[at]
            if opens < from_at:
                yield opens, from_at
            if until_at is None:
                return
            opens = max(opens, until_at)
            if until_at > closes:
                break
            at += 1
        if opens < closes:
            yield opens, closes


def open_stretches(calendar: Calendar, start: datetime, end: datetime | None) -> Iterator[Stretch]:
    """Where the calendar is open from `start` to `end`, or for a century, all in UTC: in order and
    apart from each other, also where windows overlap or a jump of the clock pushes them together.
    """
    zone, timetable = zone_of(calendar), Timetable(calendar)
    day = start.astimezone(zone).date() - _EARLIER_DAYS * _DAY
    last = day + FURTHEST_DAYS * _DAY if end is None else end.astimezone(zone).date() + _DAY
    reached = start
    while day <= last:
        for opening, closing in timetable.windows(day):
            opens = max(first_shown(zone, day, opening), reached)
            closes = first_shown(zone, day, closing)
            if end is not None:
                closes = min(closes, end)
            if opens < closes:
                yield opens, closes
                reached = closes
        day += _DAY


def first_shown(zone: tzinfo, day: date, minute: int) -> datetime:
    """When the clock first shows so many minutes after the date's midnight, or jumps over it."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001
    first = wall.replace(tzinfo=zone)
    before, after = first.utcoffset(), first.replace(fold=1).utcoffset()
    assert before is not None
    assert after is not None
    shown = wall.replace(tzinfo=UTC) - before
    if after <= before:
        return shown
    # Left out: the jump is somewhere between the two ways to read it.
    early, late = shown - (after - before), shown
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


def _merged(pauses: Iterable[Pause]) -> list[tuple[datetime, datetime | None]]:
    """In order, without those that overlap another; one without an end is the last."""
    merged: list[tuple[datetime, datetime | None]] = []
    for pause in sorted(pauses, key=lambda one: one.from_at):
        if pause.until_at is not None and pause.until_at <= pause.from_at:
            continue
        if merged:
            from_at, until_at = merged[-1]
            if until_at is None:
                break
            if pause.from_at <= until_at:
                ends = None if pause.until_at is None else max(until_at, pause.until_at)
                merged[-1] = (from_at, ends)
                continue
        merged.append((pause.from_at, pause.until_at))
    return merged
