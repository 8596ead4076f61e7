"""Hours: when somebody is there who keeps several calendars at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from earshot.domain.business_time import Stretch, open_stretches, zone_of
from earshot.domain.calendar import Calendar
from earshot.domain.errors import ConfigurationError

FURTHEST = timedelta(days=60)
"""Longer than any holidays; a case that waits for so long is anybody's."""


def opens_at(calendars: Sequence[Calendar], now: datetime) -> datetime | None:
    """The first moment from now on at which all of the calendars are open: now where they are, or
    where there are none. None where that is further away than FURTHEST. A calendar that cannot be
    read counts as none: somebody too many does less harm than nobody."""
    streams = [
        open_stretches(calendar, now, now + FURTHEST)
        for calendar in calendars
        if _is_readable(calendar)
    ]
    if not streams:
        return now
    common = streams[0]
    for stream in streams[1:]:
        common = _both(common, stream)
    return next((opens for opens, _ in common), None)


def _both(one: Iterator[Stretch], other: Iterator[Stretch]) -> Iterator[Stretch]:
    """Where both are open. In each, stretches are in order and apart."""
    left, right = next(one, None), next(other, None)
    while left is not None and right is not None:
        opens, closes = max(left[0], right[0]), min(left[1], right[1])
        if opens < closes:
            yield opens, closes
        if left[1] <= right[1]:
            left = next(one, None)
        else:
            right = next(other, None)


def _is_readable(calendar: Calendar) -> bool:
    with suppress(ConfigurationError):
        return bool(zone_of(calendar))
    return False
