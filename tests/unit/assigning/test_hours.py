"""When somebody is there who keeps several calendars."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from earshot.domain.assigning.hours import opens_at
from earshot.domain.calendar import DAYS, OFFICE, Calendar

EARLY = Calendar(hours={"mon-fri": ((6 * 60, 14 * 60),)})
WEEKEND = Calendar(hours={"sat-sun": ((0, 24 * 60),)})
AZORES_EVENINGS = Calendar(hours={"mon-sun": ((16 * 60, 22 * 60),)}, time_zone="Atlantic/Azores")
NOWHERE = Calendar(hours={"mon": ((0, 60),)}, time_zone="Europe/Atlantis")


def at(written: str) -> datetime:
    """In the week of Monday 2026-03-02, or so many weeks later."""
    day, _, clock = written.partition(" ")
    number = DAYS.index(day[:3]) + 7 * int(day[3:] or 0)
    return datetime(2026, 3, 2 + number, int(clock[:2]), int(clock[3:]), tzinfo=UTC)


@pytest.mark.parametrize(
    ("calendars", "now", "opens"),
    [
        ([], "sun 03:00", "sun 03:00"),
        ([OFFICE], "mon 12:00", "mon 12:00"),
        ([OFFICE], "mon 08:00", "mon 09:00"),
        ([OFFICE], "mon 17:00", "tue 09:00"),
        ([OFFICE, EARLY], "mon 08:00", "mon 09:00"),
        ([OFFICE, EARLY], "mon 13:59", "mon 13:59"),
        ([OFFICE, EARLY], "mon 14:00", "tue 09:00"),
        ([EARLY, OFFICE], "mon 14:00", "tue 09:00"),
        # 16:00 on the Azores is 17:00 UTC, as the office closes; until their summer begins.
        ([OFFICE, AZORES_EVENINGS], "mon 12:00", "mon+4 16:00"),
        ([OFFICE, WEEKEND], "mon 12:00", None),
        # One that cannot be read counts as none.
        ([NOWHERE], "sun 03:00", "sun 03:00"),
        ([NOWHERE, OFFICE], "mon 08:00", "mon 09:00"),
    ],
)
def test_they_are_there_when_all_of_their_calendars_are_open(
    calendars: list[Calendar], now: str, opens: str | None
) -> None:
    assert opens_at(calendars, at(now)) == (opens and at(opens))
