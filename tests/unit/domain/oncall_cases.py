# ruff: noqa: E501 - a table
"""Rotations, and who is on call in them when: (rotation, moment, contact, since, until).

Moments and ends are ISO times with the offset of the place, `-` being none. Every turn was counted
by hand from the rotation's first, every change of a clock taken from the zone's own table.
"""

from __future__ import annotations

from dataclasses import replace

from earshot.domain.calendar import Calendar
from earshot.domain.rotation import Override, Rotation, Shift

Case = tuple[Rotation, str, str, str, str]

THREE = ("ana", "ben", "cleo")
OFFICE = ((540, 1020),)
"""09:00-17:00"""

WEEKLY = Rotation(
    contacts=THREE, hand_over="mon 09:00", time_zone="Europe/Berlin", first_turn="2026-03-02"
)
UNSAID = Rotation(contacts=THREE, hand_over="wed 09:00")
DAILY = Rotation(
    contacts=("ana", "ben"), hand_over="09:00", time_zone="Europe/Berlin", first_turn="2026-03-01"
)
LEFT_OUT = replace(DAILY, hand_over="02:30")
SAO_PAULO = Rotation(
    contacts=("ana", "ben"), hand_over="0:00", time_zone="America/Sao_Paulo",
    first_turn="2018-11-03",
)  # fmt: skip
SAO_PAULO_LATE = replace(SAO_PAULO, hand_over="23:30", first_turn="2019-02-16")
LORD_HOWE = Rotation(
    contacts=("ana", "ben"), hand_over="02:15", time_zone="Australia/Lord_Howe",
    first_turn="2026-10-04",
)  # fmt: skip
LORD_HOWE_BACK = replace(LORD_HOWE, hand_over="01:45", first_turn="2026-04-05")
KATHMANDU = Rotation(
    contacts=THREE, hand_over="sun 06:00", time_zone="Asia/Kathmandu", first_turn="2026-03-01"
)
APIA = Rotation(
    contacts=THREE, hand_over="12:00", time_zone="Pacific/Apia", first_turn="2011-12-29"
)
FORTNIGHT = Rotation(
    contacts=("ana", "ben"), hand_over="fri 17:00", turn_days=14, time_zone="Europe/London",
    first_turn="2026-03-06",
)  # fmt: skip
THREE_DAYS = Rotation(
    contacts=("ana", "ben"), hand_over="12:00", turn_days=3, first_turn="2028-02-28"
)
TWICE = replace(WEEKLY, contacts=("ana", "ana", "ben"))
ALONE = Rotation(contacts=("ana",))

SUN = Rotation(
    shifts=(
        Shift(contacts=("mei",), hours={"mon-sun": OFFICE}, time_zone="Asia/Tokyo"),
        Shift(contacts=("ana",), hours={"mon-sun": OFFICE}, time_zone="Europe/Berlin"),
        Shift(contacts=("kim",), hours={"mon-sun": ((480, 960),)}, time_zone="America/Los_Angeles"),
    )
)
"""Tokyo 00-08, Berlin 08-16, Los Angeles 16-24 by UTC, in the winter of both."""
SUN_AND_NIGHT = replace(SUN, contacts=("bo",))
NIGHTS = Rotation(
    contacts=("dora",),
    time_zone="Europe/Berlin",
    shifts=(
        Shift(
            contacts=("ana", "ben"),
            hours={"mon-sun": ((1320, 1800),)},
            hand_over="mon 12:00",
            first_turn="2026-03-02",
        ),
    ),
)
BY_CALENDAR = Rotation(contacts=("bo",), shifts=(Shift(contacts=("ana",), calendar="office"),))
CALENDARS = {
    "office": Calendar(
        hours={"mon-fri": OFFICE},
        holidays=("12-25", "2026-12-24 09:00-12:00"),
        time_zone="Europe/Berlin",
    )
}
TWO_SHIFTS = Rotation(
    contacts=("bo",),
    shifts=(
        Shift(contacts=("ana",), hours={"mon-sun": ((0, 480),)}),
        Shift(contacts=("ben",), hours={"mon-sun": ((480, 960),)}),
    ),
)


def taken(contact: str, from_: str, until: str) -> Override:
    return Override(contact=contact, from_=from_, until=until)


COVERED = replace(WEEKLY, overrides=(taken("dora", "2026-03-04 18:00", "2026-03-05 08:30"),))
RELAYED = replace(
    WEEKLY,
    overrides=(
        taken("eve", "2026-03-05 08:00", "2026-03-05 20:00"),
        taken("dora", "2026-03-04 20:00", "2026-03-05 08:00"),
    ),
)
OWN_EVENING = replace(WEEKLY, overrides=(taken("ana", "2026-03-04 18:00", "2026-03-05 08:00"),))
INTO_NEXT = replace(WEEKLY, overrides=(taken("dora", "2026-03-08 09:00", "2026-03-10 09:00"),))
EARLY = replace(WEEKLY, overrides=(taken("ben", "2026-03-08 21:00", "2026-03-09 09:00"),))
AT_THE_JUMP = replace(WEEKLY, overrides=(taken("dora", "2026-03-29 02:30", "2026-03-29 06:00"),))
AT_THE_REPEAT = replace(WEEKLY, overrides=(taken("dora", "2026-10-25 00:00", "2026-10-25 02:30"),))
FILLED = replace(SUN, overrides=(taken("bo", "2026-07-02 00:00", "2026-07-03 00:00"),))

SWAPPED = replace(WEEKLY, swaps=({"ana": "2026-03-02", "cleo": "2026-03-16"},))
NEIGHBOURS = replace(WEEKLY, swaps=({"ana": "2026-03-02", "ben": "2026-03-09"},))
SWAPPED_YEARS = replace(WEEKLY, swaps=({"ben": "2026-12-28", "cleo": "2027-01-04"},))
SWAPPED_DAY = replace(DAILY, swaps=({"ana": "2026-03-29", "ben": "2026-04-01"},))
SWAPPED_SHIFTS = replace(TWO_SHIFTS, swaps=({"ana": "2026-03-04", "ben": "2026-03-05"},))
SWAPPED_AND_COVERED = replace(SWAPPED, overrides=COVERED.overrides)

TURNS: list[Case] = [
    # Weekly, to the second.
    (WEEKLY, "2026-03-02T08:59:59+01:00", "cleo", "2026-02-23T09:00+01:00", "2026-03-02T09:00+01:00"),
    (WEEKLY, "2026-03-02T09:00:00+01:00", "ana", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (WEEKLY, "2026-03-02T08:00:00+00:00", "ana", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (WEEKLY, "2026-03-05T23:59:59+13:00", "ana", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (WEEKLY, "2026-03-09T08:59:59.999999+01:00", "ana", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (WEEKLY, "2026-03-09T09:00:00+01:00", "ben", "2026-03-09T09:00+01:00", "2026-03-16T09:00+01:00"),
    (WEEKLY, "2026-03-16T09:00:00+01:00", "cleo", "2026-03-16T09:00+01:00", "2026-03-23T09:00+01:00"),
    # The week of either change has 167 and 169 hours.
    (WEEKLY, "2026-03-29T12:00:00+02:00", "ana", "2026-03-23T09:00+01:00", "2026-03-30T09:00+02:00"),
    (WEEKLY, "2026-03-30T08:59:59+02:00", "ana", "2026-03-23T09:00+01:00", "2026-03-30T09:00+02:00"),
    (WEEKLY, "2026-03-30T09:00:00+02:00", "ben", "2026-03-30T09:00+02:00", "2026-04-06T09:00+02:00"),
    (WEEKLY, "2026-10-25T12:00:00+01:00", "ana", "2026-10-19T09:00+02:00", "2026-10-26T09:00+01:00"),
    # Before the first turn, over a year's end, in a leap year.
    (WEEKLY, "2026-02-16T09:00:00+01:00", "ben", "2026-02-16T09:00+01:00", "2026-02-23T09:00+01:00"),
    (WEEKLY, "2026-12-31T23:59:59+01:00", "ben", "2026-12-28T09:00+01:00", "2027-01-04T09:00+01:00"),
    (WEEKLY, "2027-01-01T00:00:00+01:00", "ben", "2026-12-28T09:00+01:00", "2027-01-04T09:00+01:00"),
    (WEEKLY, "2028-02-29T12:00:00+01:00", "cleo", "2028-02-28T09:00+01:00", "2028-03-06T09:00+01:00"),
    # No first turn was said: the first Wednesday of 2024 was the 3rd.
    (UNSAID, "2024-01-03T09:00:00+00:00", "ana", "2024-01-03T09:00+00:00", "2024-01-10T09:00+00:00"),
    (UNSAID, "2024-01-03T08:59:59+00:00", "cleo", "2023-12-27T09:00+00:00", "2024-01-03T09:00+00:00"),
    (TWICE, "2026-03-03T00:00:00+01:00", "ana", "2026-03-02T09:00+01:00", "2026-03-16T09:00+01:00"),
    (ALONE, "2026-03-03T00:00:00+00:00", "ana", "-", "-"),
    # Daily: a day has 23 hours in spring and 25 in autumn.
    (DAILY, "2026-03-01T09:00:00+01:00", "ana", "2026-03-01T09:00+01:00", "2026-03-02T09:00+01:00"),
    (DAILY, "2026-03-02T08:59:59+01:00", "ana", "2026-03-01T09:00+01:00", "2026-03-02T09:00+01:00"),
    (DAILY, "2026-03-02T09:00:00+01:00", "ben", "2026-03-02T09:00+01:00", "2026-03-03T09:00+01:00"),
    (DAILY, "2026-03-29T03:00:00+02:00", "ben", "2026-03-28T09:00+01:00", "2026-03-29T09:00+02:00"),
    (DAILY, "2026-10-25T02:30:00+01:00", "ben", "2026-10-24T09:00+02:00", "2026-10-25T09:00+01:00"),
    (DAILY, "2028-02-29T09:00:00+01:00", "ana", "2028-02-29T09:00+01:00", "2028-03-01T09:00+01:00"),
    (DAILY, "2026-12-31T12:00:00+01:00", "ben", "2026-12-31T09:00+01:00", "2027-01-01T09:00+01:00"),
    # 02:30 does not exist on one night, and comes twice on another.
    (LEFT_OUT, "2026-03-29T01:59:59+01:00", "ben", "2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00"),
    (LEFT_OUT, "2026-03-29T03:00:00+02:00", "ana", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"),
    (LEFT_OUT, "2026-10-25T02:29:59+02:00", "ben", "2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00"),
    (LEFT_OUT, "2026-10-25T02:30:00+02:00", "ana", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"),
    (LEFT_OUT, "2026-10-25T02:30:00+01:00", "ana", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"),
    # Where midnight itself was left out, and the last hour of a day came twice.
    (SAO_PAULO, "2018-11-03T23:59:59-03:00", "ana", "2018-11-03T00:00-03:00", "2018-11-04T01:00-02:00"),
    (SAO_PAULO, "2018-11-04T01:00:00-02:00", "ben", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00"),
    (SAO_PAULO_LATE, "2019-02-16T23:29:59-02:00", "ben", "2019-02-15T23:30-02:00", "2019-02-16T23:30-02:00"),
    (SAO_PAULO_LATE, "2019-02-16T23:30:00-02:00", "ana", "2019-02-16T23:30-02:00", "2019-02-17T23:30-03:00"),
    (SAO_PAULO_LATE, "2019-02-16T23:00:00-03:00", "ana", "2019-02-16T23:30-02:00", "2019-02-17T23:30-03:00"),
    # Half an hour of daylight saving, an offset of three quarters, a date that never was.
    (LORD_HOWE, "2026-10-04T01:59:59+10:30", "ben", "2026-10-03T02:15+10:30", "2026-10-04T02:30+11:00"),
    (LORD_HOWE, "2026-10-04T02:30:00+11:00", "ana", "2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00"),
    (LORD_HOWE_BACK, "2026-04-05T01:44:59+11:00", "ben", "2026-04-04T01:45+11:00", "2026-04-05T01:45+11:00"),
    (LORD_HOWE_BACK, "2026-04-05T01:45:00+10:30", "ana", "2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"),
    (KATHMANDU, "2026-03-01T00:14:59+00:00", "cleo", "2026-02-22T06:00+05:45", "2026-03-01T06:00+05:45"),
    (KATHMANDU, "2026-03-01T00:15:00+00:00", "ana", "2026-03-01T06:00+05:45", "2026-03-08T06:00+05:45"),
    (APIA, "2011-12-29T23:59:59-10:00", "ana", "2011-12-29T12:00-10:00", "2011-12-31T00:00+14:00"),
    (APIA, "2011-12-31T00:00:00+14:00", "ben", "2011-12-31T00:00+14:00", "2011-12-31T12:00+14:00"),
    # Every two weeks, every three days over the 29th of February.
    (FORTNIGHT, "2026-03-13T17:00:00+00:00", "ana", "2026-03-06T17:00+00:00", "2026-03-20T17:00+00:00"),
    (FORTNIGHT, "2026-03-20T16:59:59+00:00", "ana", "2026-03-06T17:00+00:00", "2026-03-20T17:00+00:00"),
    (FORTNIGHT, "2026-03-29T12:00:00+01:00", "ben", "2026-03-20T17:00+00:00", "2026-04-03T17:00+01:00"),
    (THREE_DAYS, "2028-03-02T11:59:59+00:00", "ana", "2028-02-28T12:00+00:00", "2028-03-02T12:00+00:00"),
    (THREE_DAYS, "2028-03-02T12:00:00+00:00", "ben", "2028-03-02T12:00+00:00", "2028-03-05T12:00+00:00"),
]  # fmt: skip

SHIFTS: list[Case] = [
    # Follow the sun. In winter the three meet; from the 8th of March Los Angeles is an hour early,
    # from the 29th Berlin too: where two overlap, the first of the list has it.
    (SUN, "2026-01-14T07:59:59+00:00", "mei", "2026-01-14T09:00+09:00", "2026-01-14T17:00+09:00"),
    (SUN, "2026-01-14T08:00:00+00:00", "ana", "2026-01-14T09:00+01:00", "2026-01-14T17:00+01:00"),
    (SUN, "2026-01-14T16:00:00+00:00", "kim", "2026-01-14T08:00-08:00", "2026-01-14T16:00-08:00"),
    (SUN, "2026-01-15T00:00:00+00:00", "mei", "2026-01-15T09:00+09:00", "2026-01-15T17:00+09:00"),
    (SUN, "2026-03-10T15:30:00+00:00", "ana", "2026-03-10T09:00+01:00", "2026-03-10T17:00+01:00"),
    (SUN, "2026-03-10T16:00:00+00:00", "kim", "2026-03-10T16:00+00:00", "2026-03-10T16:00-07:00"),
    (SUN, "2026-03-10T23:30:00+00:00", "", "2026-03-10T23:00+00:00", "2026-03-11T00:00+00:00"),
    (SUN, "2026-07-01T07:30:00+00:00", "mei", "2026-07-01T09:00+09:00", "2026-07-01T17:00+09:00"),
    (SUN, "2026-07-01T08:00:00+00:00", "ana", "2026-07-01T08:00+00:00", "2026-07-01T17:00+02:00"),
    (SUN, "2026-07-01T15:00:00+00:00", "kim", "2026-07-01T08:00-07:00", "2026-07-01T16:00-07:00"),
    (SUN_AND_NIGHT, "2026-07-01T22:59:59+00:00", "kim", "2026-07-01T08:00-07:00", "2026-07-01T16:00-07:00"),
    (SUN_AND_NIGHT, "2026-07-01T23:00:00+00:00", "bo", "2026-07-01T23:00+00:00", "2026-07-02T00:00+00:00"),
    # Two who take turns at the nights, which run past midnight and the change of the clock.
    (NIGHTS, "2026-03-02T21:59:59+01:00", "dora", "2026-03-02T06:00+01:00", "2026-03-02T22:00+01:00"),
    (NIGHTS, "2026-03-02T22:00:00+01:00", "ana", "2026-03-02T22:00+01:00", "2026-03-03T06:00+01:00"),
    (NIGHTS, "2026-03-09T05:59:59+01:00", "ana", "2026-03-08T22:00+01:00", "2026-03-09T06:00+01:00"),
    (NIGHTS, "2026-03-09T22:00:00+01:00", "ben", "2026-03-09T22:00+01:00", "2026-03-10T06:00+01:00"),
    (NIGHTS, "2026-03-29T05:00:00+02:00", "ben", "2026-03-28T22:00+01:00", "2026-03-29T06:00+02:00"),
    (NIGHTS, "2026-10-25T02:30:00+01:00", "ben", "2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00"),
    # A calendar with a holiday and a half day.
    (BY_CALENDAR, "2026-12-23T12:00:00+01:00", "ana", "2026-12-23T09:00+01:00", "2026-12-23T17:00+01:00"),
    (BY_CALENDAR, "2026-12-24T12:00:00+01:00", "bo", "2026-12-24T12:00+01:00", "2026-12-28T09:00+01:00"),
]  # fmt: skip

EXCEPTIONS: list[Case] = [
    # Overrides.
    (COVERED, "2026-03-04T17:59:59+01:00", "ana", "2026-03-02T09:00+01:00", "2026-03-04T18:00+01:00"),
    (COVERED, "2026-03-04T18:00:00+01:00", "dora", "2026-03-04T18:00+01:00", "2026-03-05T08:30+01:00"),
    (COVERED, "2026-03-05T08:29:59+01:00", "dora", "2026-03-04T18:00+01:00", "2026-03-05T08:30+01:00"),
    (COVERED, "2026-03-05T08:30:00+01:00", "ana", "2026-03-05T08:30+01:00", "2026-03-09T09:00+01:00"),
    (RELAYED, "2026-03-05T07:59:59+01:00", "dora", "2026-03-04T20:00+01:00", "2026-03-05T08:00+01:00"),
    (RELAYED, "2026-03-05T08:00:00+01:00", "eve", "2026-03-05T08:00+01:00", "2026-03-05T20:00+01:00"),
    (INTO_NEXT, "2026-03-09T09:00:00+01:00", "dora", "2026-03-08T09:00+01:00", "2026-03-10T09:00+01:00"),
    (INTO_NEXT, "2026-03-10T09:00:00+01:00", "ben", "2026-03-10T09:00+01:00", "2026-03-16T09:00+01:00"),
    (OWN_EVENING, "2026-03-04T19:00:00+01:00", "ana", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (EARLY, "2026-03-09T08:00:00+01:00", "ben", "2026-03-08T21:00+01:00", "2026-03-16T09:00+01:00"),
    (AT_THE_JUMP, "2026-03-29T01:59:59+01:00", "ana", "2026-03-23T09:00+01:00", "2026-03-29T03:00+02:00"),
    (AT_THE_JUMP, "2026-03-29T03:00:00+02:00", "dora", "2026-03-29T03:00+02:00", "2026-03-29T06:00+02:00"),
    (AT_THE_REPEAT, "2026-10-25T02:29:59+02:00", "dora", "2026-10-25T00:00+02:00", "2026-10-25T02:30+02:00"),
    (AT_THE_REPEAT, "2026-10-25T02:15:00+01:00", "ana", "2026-10-25T02:30+02:00", "2026-10-26T09:00+01:00"),
    (FILLED, "2026-07-02T23:30:00+00:00", "bo", "2026-07-02T00:00+00:00", "2026-07-03T00:00+00:00"),
    # Swaps: two turns change hands, and nothing else does.
    (SWAPPED, "2026-03-02T09:00:00+01:00", "cleo", "2026-02-23T09:00+01:00", "2026-03-09T09:00+01:00"),
    (SWAPPED, "2026-03-09T09:00:00+01:00", "ben", "2026-03-09T09:00+01:00", "2026-03-16T09:00+01:00"),
    (SWAPPED, "2026-03-16T09:00:00+01:00", "ana", "2026-03-16T09:00+01:00", "2026-03-30T09:00+02:00"),
    (NEIGHBOURS, "2026-03-02T09:00:00+01:00", "ben", "2026-03-02T09:00+01:00", "2026-03-09T09:00+01:00"),
    (NEIGHBOURS, "2026-03-09T09:00:00+01:00", "ana", "2026-03-09T09:00+01:00", "2026-03-16T09:00+01:00"),
    (NEIGHBOURS, "2026-03-16T09:00:00+01:00", "cleo", "2026-03-16T09:00+01:00", "2026-03-23T09:00+01:00"),
    (SWAPPED_YEARS, "2027-01-01T00:00:00+01:00", "cleo", "2026-12-28T09:00+01:00", "2027-01-04T09:00+01:00"),
    (SWAPPED_YEARS, "2027-01-04T09:00:00+01:00", "ben", "2027-01-04T09:00+01:00", "2027-01-11T09:00+01:00"),
    (SWAPPED_DAY, "2026-03-30T08:59:59+02:00", "ben", "2026-03-28T09:00+01:00", "2026-03-31T09:00+02:00"),
    (SWAPPED_DAY, "2026-04-01T09:00:00+02:00", "ana", "2026-03-31T09:00+02:00", "2026-04-03T09:00+02:00"),
    (SWAPPED_SHIFTS, "2026-03-04T07:59:59+00:00", "ben", "2026-03-04T00:00+00:00", "2026-03-04T16:00+00:00"),
    (SWAPPED_SHIFTS, "2026-03-05T12:00:00+00:00", "ana", "2026-03-05T00:00+00:00", "2026-03-05T16:00+00:00"),
    # An override wins over a swap.
    (SWAPPED_AND_COVERED, "2026-03-04T18:00:00+01:00", "dora", "2026-03-04T18:00+01:00", "2026-03-05T08:30+01:00"),
    (SWAPPED_AND_COVERED, "2026-03-05T08:30:00+01:00", "cleo", "2026-03-05T08:30+01:00", "2026-03-09T09:00+01:00"),
]  # fmt: skip

NEXT: list[Case] = [
    (WEEKLY, "2026-03-04T12:00:00+01:00", "ben", "2026-03-09T09:00+01:00", "2026-03-16T09:00+01:00"),
    (COVERED, "2026-03-04T12:00:00+01:00", "dora", "2026-03-04T18:00+01:00", "2026-03-05T08:30+01:00"),
    (COVERED, "2026-03-04T20:00:00+01:00", "ana", "2026-03-05T08:30+01:00", "2026-03-09T09:00+01:00"),
    (SUN, "2026-07-01T22:00:00+00:00", "", "2026-07-01T23:00+00:00", "2026-07-02T00:00+00:00"),
    (FILLED, "2026-07-01T23:30:00+00:00", "bo", "2026-07-02T00:00+00:00", "2026-07-03T00:00+00:00"),
]  # fmt: skip
"""Who is on call after those who are at the moment."""
