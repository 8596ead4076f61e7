# ruff: noqa: E501 - a table
"""When minutes are over, case by case: calendar | start | minutes | due, by the calendar's clock.

A start or due time without an offset is the first at which the clock shows it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from earshot.domain.calendar import Calendar, WindowText


def calendar(zone: str, hours: str, holidays: tuple[str, ...] = ()) -> Calendar:
    """`hours` as `mon-fri 09:00-12:00 13:00-17:00, sat 10:00-14:00`."""
    days = [part.split() for part in hours.split(",")]
    return Calendar(
        time_zone=zone,
        hours={day: tuple(map(WindowText().read, windows)) for day, *windows in days},
        holidays=holidays,
    )


NINE_TO_FIVE = "mon-fri 09:00-17:00"
ALWAYS = "mon-sun 00:00-24:00"
SPLIT = "mon-fri 09:00-12:30 14:00-18:30, sat 10:00-13:00"
NIGHT = "mon-fri 22:00-06:00"
EARLY = "mon-sun 01:00-04:00"

CALENDARS = {
    "utc": calendar("UTC", NINE_TO_FIVE),
    "always": calendar("UTC", ALWAYS),
    "split": calendar("Europe/Lisbon", SPLIT),
    "night": calendar("UTC", NIGHT),
    "berlin": calendar("Europe/Berlin", NINE_TO_FIVE),
    "berlin-always": calendar("Europe/Berlin", ALWAYS),
    "berlin-night": calendar("Europe/Berlin", "mon-sun 22:00-06:00"),
    "berlin-early": calendar("Europe/Berlin", EARLY),
    "berlin-gap": calendar("Europe/Berlin", "mon-sun 02:15-02:45"),
    "berlin-in-gap": calendar("Europe/Berlin", "mon-sun 02:30-05:00"),
    "berlin-to-gap": calendar("Europe/Berlin", "mon-sun 00:30-02:30"),
    "new-york": calendar("America/New_York", NINE_TO_FIVE),
    "new-york-early": calendar("America/New_York", EARLY),
    "kathmandu": calendar("Asia/Kathmandu", "sun-fri 10:00-17:00"),
    "st-johns": calendar("America/St_Johns", NINE_TO_FIVE),
    "st-johns-early": calendar("America/St_Johns", EARLY),
    "lord-howe": calendar("Australia/Lord_Howe", NINE_TO_FIVE),
    "lord-howe-early": calendar("Australia/Lord_Howe", EARLY),
    "havana": calendar("America/Havana", ALWAYS),
    "apia": calendar("Pacific/Apia", NINE_TO_FIVE),
    "sao-paulo": calendar("America/Sao_Paulo", ALWAYS),
    "kiritimati": calendar("Pacific/Kiritimati", NINE_TO_FIVE),
    "pago-pago": calendar("Pacific/Pago_Pago", NINE_TO_FIVE),
    "weekend": calendar("UTC", "sat-sun 10:00-16:00"),
    "monday": calendar("UTC", "mon 12:00-12:01"),
    "holidays": calendar(
        "Europe/Berlin",
        NINE_TO_FIVE,
        ("12-25", "12-26", "2026-12-24 09:00-12:00", "2026-12-31 09:00-11:00 12:00-13:00", "01-01"),
    ),
    "night-holiday": calendar("UTC", "mon-sun 22:00-06:00", ("2026-12-24",)),
    "leap": calendar("UTC", NINE_TO_FIVE, ("02-29",)),
    "moved": calendar("UTC", NINE_TO_FIVE, ("2026-05-01", "2026-05-02 10:00-14:00")),
}

CASES = """
# The boundary of design.md, and what is around it. 2026-03-06 is a Friday.
utc | 2026-03-06T16:30 | 60 | 2026-03-09T09:30
utc | 2026-03-06T16:30 | 30 | 2026-03-06T17:00
utc | 2026-03-06T16:30 | 31 | 2026-03-09T09:01
utc | 2026-03-06T16:30 | 0 | 2026-03-06T16:30
utc | 2026-03-06T17:00 | 0 | 2026-03-06T17:00
utc | 2026-03-06T17:00 | 1 | 2026-03-09T09:01
utc | 2026-03-07T12:00 | 0 | 2026-03-07T12:00
utc | 2026-03-07T12:00 | 1 | 2026-03-09T09:01
utc | 2026-03-07T12:00 | 480 | 2026-03-09T17:00
utc | 2026-03-07T12:00 | 481 | 2026-03-10T09:01
utc | 2026-03-02T09:00 | 480 | 2026-03-02T17:00
utc | 2026-03-02T08:59 | 480 | 2026-03-02T17:00
utc | 2026-03-02T09:01 | 480 | 2026-03-03T09:01
utc | 2026-03-02T00:00 | 1 | 2026-03-02T09:01
utc | 2026-03-02T16:59 | 1 | 2026-03-02T17:00
utc | 2026-03-02T16:59 | 2 | 2026-03-03T09:01
utc | 2026-03-02T23:59 | 60 | 2026-03-03T10:00
utc | 2026-03-02T09:00 | 2400 | 2026-03-06T17:00
utc | 2026-03-02T09:00 | 2401 | 2026-03-09T09:01
utc | 2026-03-02T12:00 | 2400 | 2026-03-09T12:00
utc | 2026-03-02T09:00 | 124800 | 2027-02-26T17:00
utc | 2026-03-08T23:00 | 15 | 2026-03-09T09:15
utc | 2026-12-31T16:00 | 120 | 2027-01-01T10:00
utc | 2026-03-06T16:30:20 | 30 | 2026-03-09T09:00:20
utc | 2026-03-06T16:59:59 | 1 | 2026-03-09T09:00:59
# Day and night.
always | 2026-03-06T16:30 | 60 | 2026-03-06T17:30
always | 2026-03-06T23:30 | 60 | 2026-03-07T00:30
always | 2026-03-06T00:00 | 1440 | 2026-03-07T00:00
always | 2026-02-28T12:00 | 1440 | 2026-03-01T12:00
always | 2028-02-28T12:00 | 1440 | 2028-02-29T12:00
always | 2026-12-31T23:59 | 2 | 2027-01-01T00:01
always | 2026-01-01T00:00 | 525600 | 2027-01-01T00:00
always | 2028-01-01T00:00 | 525600 | 2028-12-31T00:00
always | 2026-01-01T00:00 | 5258880 | 2036-01-01T00:00
# Several windows a day, and a short Saturday. 2026-06-01 is a Monday.
split | 2026-06-01T12:00 | 30 | 2026-06-01T12:30
split | 2026-06-01T12:00 | 31 | 2026-06-01T14:01
split | 2026-06-01T12:00 | 60 | 2026-06-01T14:30
split | 2026-06-01T12:30 | 60 | 2026-06-01T15:00
split | 2026-06-01T13:00 | 60 | 2026-06-01T15:00
split | 2026-06-01T13:59 | 1 | 2026-06-01T14:01
split | 2026-06-01T08:00 | 480 | 2026-06-01T18:30
split | 2026-06-01T08:00 | 481 | 2026-06-02T09:01
split | 2026-06-05T18:00 | 60 | 2026-06-06T10:30
split | 2026-06-05T18:30 | 180 | 2026-06-06T13:00
split | 2026-06-05T18:30 | 181 | 2026-06-08T09:01
split | 2026-06-06T12:30 | 45 | 2026-06-08T09:15
split | 2026-06-06T13:00 | 240 | 2026-06-08T14:30
split | 2026-06-07T20:00 | 210 | 2026-06-08T12:30
split | 2026-06-07T20:00 | 211 | 2026-06-08T14:01
split | 2026-06-01T09:00 | 2580 | 2026-06-06T13:00
split | 2026-06-01T09:00 | 2581 | 2026-06-08T09:01
weekend | 2026-06-05T09:00 | 60 | 2026-06-06T11:00
weekend | 2026-06-06T15:30 | 60 | 2026-06-07T10:30
weekend | 2026-06-07T15:30 | 60 | 2026-06-13T10:30
monday | 2026-06-01T12:00 | 1 | 2026-06-01T12:01
monday | 2026-06-01T12:01 | 1 | 2026-06-08T12:01
monday | 2026-06-01T12:00 | 5 | 2026-06-29T12:01
monday | 2026-06-01T12:00 | 522 | 2036-05-26T12:01
# Past midnight: the night of Friday ends on Saturday.
night | 2026-06-01T22:00 | 480 | 2026-06-02T06:00
night | 2026-06-01T23:30 | 60 | 2026-06-02T00:30
night | 2026-06-01T05:00 | 30 | 2026-06-01T22:30
night | 2026-06-02T05:00 | 30 | 2026-06-02T05:30
night | 2026-06-02T05:00 | 60 | 2026-06-02T06:00
night | 2026-06-02T05:00 | 61 | 2026-06-02T22:01
night | 2026-06-05T23:00 | 420 | 2026-06-06T06:00
night | 2026-06-06T05:30 | 60 | 2026-06-08T22:30
night | 2026-06-06T06:00 | 1 | 2026-06-08T22:01
night | 2026-06-07T12:00 | 481 | 2026-06-09T22:01
night | 2026-06-07T23:00 | 1 | 2026-06-08T22:01
night | 2026-06-08T00:30 | 1 | 2026-06-08T22:01
night | 2026-12-31T23:00 | 120 | 2027-01-01T01:00
night | 2028-02-28T23:00 | 120 | 2028-02-29T01:00
# The clock jumps ahead in Berlin on Sunday 2026-03-29, from 02:00 to 03:00.
berlin | 2026-03-27T16:30 | 60 | 2026-03-30T09:30
berlin-always | 2026-03-29T00:00 | 60 | 2026-03-29T01:00
berlin-always | 2026-03-29T00:00 | 120 | 2026-03-29T03:00
berlin-always | 2026-03-29T00:00 | 121 | 2026-03-29T03:01
berlin-always | 2026-03-29T01:59 | 2 | 2026-03-29T03:01
berlin-always | 2026-03-29T00:00 | 1380 | 2026-03-30T00:00
berlin-always | 2026-03-28T12:00 | 1440 | 2026-03-29T13:00
berlin-night | 2026-03-28T22:00 | 240 | 2026-03-29T03:00
berlin-night | 2026-03-28T22:00 | 420 | 2026-03-29T06:00
berlin-night | 2026-03-28T22:00 | 421 | 2026-03-29T22:01
berlin-early | 2026-03-29T00:00 | 60 | 2026-03-29T03:00
berlin-early | 2026-03-29T00:00 | 61 | 2026-03-29T03:01
berlin-early | 2026-03-29T00:00 | 120 | 2026-03-29T04:00
berlin-early | 2026-03-29T00:00 | 121 | 2026-03-30T01:01
berlin-gap | 2026-03-28T12:00 | 1 | 2026-03-30T02:16
berlin-gap | 2026-03-28T02:15 | 31 | 2026-03-30T02:16
berlin-gap | 2026-03-29T00:00 | 30 | 2026-03-30T02:45
berlin-in-gap | 2026-03-29T00:00 | 1 | 2026-03-29T03:01
berlin-in-gap | 2026-03-29T00:00 | 120 | 2026-03-29T05:00
berlin-in-gap | 2026-03-29T00:00 | 121 | 2026-03-30T02:31
berlin-to-gap | 2026-03-29T00:00 | 90 | 2026-03-29T03:00
berlin-to-gap | 2026-03-29T00:00 | 91 | 2026-03-30T00:31
# It goes back on Sunday 2026-10-25, from 03:00 to 02:00.
berlin | 2026-10-23T16:30 | 60 | 2026-10-26T09:30
berlin-always | 2026-10-25T00:00 | 120 | 2026-10-25T02:00
berlin-always | 2026-10-25T00:00 | 180 | 2026-10-25T02:00+01:00
berlin-always | 2026-10-25T00:00 | 240 | 2026-10-25T03:00
berlin-always | 2026-10-25T00:00 | 1500 | 2026-10-26T00:00
berlin-always | 2026-10-25T02:30+02:00 | 60 | 2026-10-25T02:30+01:00
berlin-always | 2026-10-25T02:30+01:00 | 60 | 2026-10-25T03:30
berlin-always | 2026-10-24T12:00 | 1440 | 2026-10-25T11:00
berlin-night | 2026-10-24T22:00 | 540 | 2026-10-25T06:00
berlin-night | 2026-10-24T22:00 | 541 | 2026-10-25T22:01
berlin-early | 2026-10-25T00:00 | 60 | 2026-10-25T02:00+02:00
berlin-early | 2026-10-25T00:00 | 120 | 2026-10-25T02:00+01:00
berlin-early | 2026-10-25T00:00 | 240 | 2026-10-25T04:00
berlin-gap | 2026-10-25T00:00 | 30 | 2026-10-25T02:45+02:00
berlin-gap | 2026-10-25T00:00 | 31 | 2026-10-26T02:16
berlin-gap | 2026-10-25T02:20+01:00 | 1 | 2026-10-26T02:16
berlin-in-gap | 2026-10-25T00:00 | 210 | 2026-10-25T05:00
berlin-in-gap | 2026-10-25T00:00 | 211 | 2026-10-26T02:31
berlin-to-gap | 2026-10-25T00:00 | 120 | 2026-10-25T02:30+02:00
berlin-to-gap | 2026-10-25T00:00 | 121 | 2026-10-26T00:31
berlin-to-gap | 2026-10-25T02:15+01:00 | 1 | 2026-10-26T00:31
# Other zones, other days: New York on 2026-03-08 and 2026-11-01.
new-york | 2026-03-06T16:30 | 60 | 2026-03-09T09:30
new-york | 2026-10-30T16:30 | 60 | 2026-11-02T09:30
new-york | 2026-03-06T21:30+00:00 | 60 | 2026-03-09T13:30+00:00
new-york | 2026-10-30T20:30+00:00 | 60 | 2026-11-02T14:30+00:00
new-york-early | 2026-03-08T00:00 | 120 | 2026-03-08T04:00
new-york-early | 2026-03-08T00:00 | 60 | 2026-03-08T03:00
new-york-early | 2026-11-01T00:00 | 240 | 2026-11-01T04:00
new-york-early | 2026-11-01T00:00 | 60 | 2026-11-01T01:00-05:00
# +05:45, Friday included, Saturday closed.
kathmandu | 2026-06-05T16:30 | 60 | 2026-06-07T10:30
kathmandu | 2026-06-05T10:45+00:00 | 60 | 2026-06-07T04:45+00:00
kathmandu | 2026-06-06T12:00 | 1 | 2026-06-07T10:01
kathmandu | 2026-06-07T04:15+00:00 | 30 | 2026-06-07T10:30
kathmandu | 2026-06-07T04:14+00:00 | 1 | 2026-06-07T10:01
kathmandu | 2026-06-07T11:15+00:00 | 1 | 2026-06-08T10:01
kathmandu | 2026-06-07T10:00 | 2520 | 2026-06-12T17:00
# -03:30, jumping from 02:00 to 03:00 on 2026-03-08 and back on 2026-11-01.
st-johns | 2026-03-06T16:30 | 60 | 2026-03-09T09:30
st-johns | 2026-03-06T20:00+00:00 | 60 | 2026-03-09T12:00+00:00
st-johns | 2026-06-01T11:30+00:00 | 1 | 2026-06-01T09:01
st-johns-early | 2026-03-08T00:00 | 120 | 2026-03-08T04:00
st-johns-early | 2026-11-01T00:00 | 240 | 2026-11-01T04:00
# Half an hour only: on 2026-04-05 back from 02:00 to 01:30, on 2026-10-04 ahead to 02:30.
lord-howe | 2026-04-03T16:30 | 60 | 2026-04-06T09:30
lord-howe | 2026-10-02T16:30 | 60 | 2026-10-05T09:30
lord-howe-early | 2026-04-05T00:00 | 210 | 2026-04-05T04:00
lord-howe-early | 2026-04-05T00:00 | 60 | 2026-04-05T01:30+10:30
lord-howe-early | 2026-04-05T00:00 | 211 | 2026-04-06T01:01
lord-howe-early | 2026-10-04T00:00 | 60 | 2026-10-04T02:30
lord-howe-early | 2026-10-04T00:00 | 150 | 2026-10-04T04:00
lord-howe-early | 2026-10-04T00:00 | 151 | 2026-10-05T01:01
# Where midnight itself is repeated or left out, and where a whole day was.
havana | 2025-11-01T23:00 | 120 | 2025-11-02T00:00-05:00
havana | 2025-11-02T00:00-04:00 | 1500 | 2025-11-03T00:00
havana | 2026-03-07T23:00 | 60 | 2026-03-08T01:00
havana | 2026-03-07T00:00 | 2820 | 2026-03-09T00:00
sao-paulo | 2018-11-03T23:30 | 60 | 2018-11-04T01:30
sao-paulo | 2018-11-03T00:00 | 2820 | 2018-11-05T00:00
apia | 2011-12-29T16:30 | 60 | 2012-01-02T09:30
apia | 2011-12-29T16:30 | 30 | 2011-12-29T17:00
apia | 2011-12-28T09:00 | 961 | 2012-01-02T09:01
kiritimati | 2026-06-05T16:30 | 60 | 2026-06-08T09:30
kiritimati | 2026-06-05T02:30+00:00 | 60 | 2026-06-07T19:30+00:00
pago-pago | 2026-06-05T16:30 | 60 | 2026-06-08T09:30
pago-pago | 2026-06-06T03:30+00:00 | 60 | 2026-06-08T20:30+00:00
# Holidays: of every year, of one, and half days. 2026-12-24 is a Thursday.
holidays | 2026-12-23T16:30 | 60 | 2026-12-24T09:30
holidays | 2026-12-24T11:30 | 30 | 2026-12-24T12:00
holidays | 2026-12-24T11:30 | 60 | 2026-12-28T09:30
holidays | 2026-12-24T13:00 | 60 | 2026-12-28T10:00
holidays | 2026-12-25T10:00 | 60 | 2026-12-28T10:00
holidays | 2026-12-30T16:30 | 60 | 2026-12-31T09:30
holidays | 2026-12-31T10:30 | 60 | 2026-12-31T12:30
holidays | 2026-12-31T12:30 | 60 | 2027-01-04T09:30
holidays | 2027-12-23T16:30 | 60 | 2027-12-24T09:30
holidays | 2027-12-24T16:30 | 60 | 2027-12-27T09:30
holidays | 2028-12-22T16:30 | 60 | 2028-12-27T09:30
moved | 2026-04-30T16:30 | 60 | 2026-05-02T10:30
moved | 2026-05-01T12:00 | 240 | 2026-05-02T14:00
moved | 2026-05-01T12:00 | 241 | 2026-05-04T09:01
night-holiday | 2026-12-23T23:00 | 420 | 2026-12-24T06:00
night-holiday | 2026-12-23T23:00 | 421 | 2026-12-25T22:01
night-holiday | 2026-12-24T23:00 | 1 | 2026-12-25T22:01
night-holiday | 2026-12-24T05:00 | 60 | 2026-12-24T06:00
# Leap days: 2028-02-29 is a Tuesday.
leap | 2028-02-28T16:30 | 60 | 2028-03-01T09:30
leap | 2028-02-29T12:00 | 60 | 2028-03-01T10:00
leap | 2026-02-27T16:30 | 60 | 2026-03-02T09:30
utc | 2028-02-28T16:30 | 60 | 2028-02-29T09:30
utc | 2028-02-29T16:30 | 60 | 2028-03-01T09:30
utc | 2100-02-26T16:30 | 60 | 2100-03-01T09:30
"""

PAUSES = """
# calendar | start | minutes | due | pauses from/until
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:30 | 2026-03-02T09:30/2026-03-02T10:00
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:00 | 2026-03-02T10:00/2026-03-02T11:00
utc | 2026-03-02T09:00 | 61 | 2026-03-02T11:01 | 2026-03-02T10:00/2026-03-02T11:00
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:00 | 2026-03-01T09:00/2026-03-02T09:00
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:15 | 2026-03-01T09:00/2026-03-02T09:15
utc | 2026-03-02T16:30 | 60 | 2026-03-03T09:30 | 2026-03-02T17:00/2026-03-03T09:00
utc | 2026-03-02T16:30 | 60 | 2026-03-04T09:30 | 2026-03-02T17:00/2026-03-03T17:00
utc | 2026-03-06T16:30 | 60 | 2026-03-09T09:40 | 2026-03-06T16:40/2026-03-06T16:50
utc | 2026-03-06T16:30 | 60 | 2026-03-09T09:30 | 2026-03-07T00:00/2026-03-08T00:00
utc | 2026-03-06T16:30 | 60 | 2026-03-10T09:30 | 2026-03-07T00:00/2026-03-09T17:00
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:20 | 2026-03-02T09:40/2026-03-02T09:50 2026-03-02T09:10/2026-03-02T09:20
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:20 | 2026-03-02T09:10/2026-03-02T09:30 2026-03-02T09:15/2026-03-02T09:20
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:30 | 2026-03-02T09:10/2026-03-02T09:30 2026-03-02T09:20/2026-03-02T09:40
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:20 | 2026-03-02T09:10/2026-03-02T09:20 2026-03-02T09:20/2026-03-02T09:30
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:00 | 2026-03-02T09:30/2026-03-02T09:20
utc | 2026-03-02T09:00 | 60 | never | 2026-03-02T09:59/
utc | 2026-03-02T09:00 | 60 | 2026-03-02T10:00 | 2026-03-02T10:00/
utc | 2026-03-02T09:00 | 60 | never | 2026-03-01T00:00/
utc | 2026-03-02T16:30 | 60 | never | 2026-03-02T20:00/
utc | 2026-03-02T09:00 | 0 | 2026-03-02T09:00 | 2026-03-01T00:00/
split | 2026-06-01T12:00 | 60 | 2026-06-01T15:00 | 2026-06-01T12:15/2026-06-01T14:15
always | 2026-03-06T23:00 | 120 | 2026-03-07T02:00 | 2026-03-06T23:30/2026-03-07T00:30
night | 2026-06-01T23:00 | 120 | 2026-06-02T02:00 | 2026-06-01T23:30/2026-06-02T00:30
berlin-always | 2026-10-25T00:00 | 180 | 2026-10-25T03:00 | 2026-10-25T02:00+02:00/2026-10-25T02:00+01:00
berlin-always | 2026-03-29T00:00 | 120 | 2026-03-29T03:30 | 2026-03-29T01:30/2026-03-29T03:00
"""


def moment(text: str, of: Calendar) -> datetime:
    read = datetime.fromisoformat(text)
    return (read if read.tzinfo else read.replace(tzinfo=ZoneInfo(of.time_zone))).astimezone(UTC)


def rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]
