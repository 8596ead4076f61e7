"""Business hours as an owner writes them, and every fault of them with its line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.calendar import Calendar
from earshot.domain.configuration import Configuration
from earshot.domain.plain import from_plain, to_plain
from workbench.configuration.calendars import read_calendar
from workbench.configuration.checking import check
from workbench.configuration.summary import changes

ONE = """\
time_zone: Europe/Berlin
hours:
  mon-fri: ["09:00-12:30", 13:30-17:00]
  sat: [22:00-06:00]
holidays:
  - 12-25
  - 2026-12-24 09:00-12:00
"""


def told(text: str) -> list[str]:
    calendar, faults = read_calendar(text.encode())

    assert (calendar is None) == bool(faults)
    return [fault.told("c.yaml") for fault in faults]


def test_a_calendar_says_what_the_owner_meant() -> None:
    calendar, faults = read_calendar(ONE.encode())

    assert faults == ()
    assert calendar == Calendar(
        time_zone="Europe/Berlin",
        hours={"mon-fri": ((540, 750), (810, 1020)), "sat": ((1320, 1800),)},
        holidays=("12-25", "2026-12-24 09:00-12:00"),
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Europe/Berlin", "Europe/Berln", "c.yaml:1: time_zone: no IANA time zone, as Europe/Ber"),
        ("Europe/Berlin", "+02:00", "c.yaml:1: time_zone: no IANA time zone"),
        ("hours:", "hour:", "c.yaml:2: hour: unknown key; did you mean 'hours'?"),
        (ONE.partition("holidays")[0], "", "c.yaml:1: hours: missing; it is required"),
        ("mon-fri", "mon-fry", "c.yaml:3: hours.mon-fry: write a day or two with a hyphen: mon"),
        ("mon-fri", "Mon-Fri", "c.yaml:3: hours.Mon-Fri: write a day or two with a hyphen"),
        ("mon-fri", "mon-wed-fri", "hours.mon-wed-fri: write a day or two with a hyphen"),
        ("mon-fri", "mon-", "hours.mon-: write a day or two with a hyphen"),
        ("mon-fri", "mon-sat", "c.yaml:4: hours.sat: sat has its hours by mon-sat already"),
        ("  sat:", "  fri-sun:", "hours.fri-sun: fri has its hours by mon-fri already"),
        ("13:30-17:00", "13:30", "c.yaml:3: hours.mon-fri[1]: write a window as 09:00-17:00"),
        ("13:30-17:00", "1pm-5pm", "hours.mon-fri[1]: write a window as 09:00-17:00"),
        ("13:30-17:00", "13:30-25:00", "hours.mon-fri[1]: there is no 25:00 on a clock"),
        ("13:30-17:00", "13:30-16:60", "hours.mon-fri[1]: there is no 16:60 on a clock"),
        ("13:30-17:00", "24:00-02:00", "hours.mon-fri[1]: write 00:00 of the day on which it"),
        ("13:30-17:00", "13:30-13:30", "hours.mon-fri[1]: opens and closes at the same time"),
        ("13:30-17:00", "12:00-17:00", "c.yaml:3: hours.mon-fri[1]: begins before the window ahe"),
        ("22:00-06:00", "22:00-06:00, 23:00-23:30", "hours.sat[1]: begins before the window ahea"),
        ("  sat:", "  sun:", None),
        ("  sat: [22:00", "  sun: [22:00-09:30, 20:00", "hours.mon-fri[0]: begins before the"),
        ("[22:00-06:00]", "[]", "c.yaml:4: hours.sat: write at least 1"),
        ("[22:00-06:00]", "22:00-06:00", "c.yaml:4: hours.sat: write a list"),
        ("- 12-25", "- 12-32", "c.yaml:6: holidays[0]: there is no 12-32 in the calendar"),
        ("- 12-25", "- 02-30", "holidays[0]: there is no 02-30 in the calendar"),
        ("- 12-25", "- 02-29", None),
        ("- 12-25", "- 2026-02-29", "holidays[0]: there is no 2026-02-29 in the calendar"),
        ("- 12-25", "- 2028-02-29", None),
        ("- 12-25", "- 25.12.", "holidays[0]: write a date: 2026-12-25, or 12-25 for every year"),
        ("- 12-25", "- 7", "holidays[0]: write a date: 2026-12-25, or 12-25 for every year"),
        ("- 12-25", "- 2026-12-24", "c.yaml:7: holidays[1]: this date is written already"),
        ("09:00-12:00", "09:00-12", "c.yaml:7: holidays[1]: write a window as 09:00-17:00"),
        ("09:00-12:00", "09:00-12:00 11:00-13:00", "holidays[1]: a window begins before the"),
        ("09:00-12:00", "closed", "holidays[1]: write a window as 09:00-17:00"),
    ],
)
def test_a_fault_says_where_it_is_and_what_to_write(old: str, new: str, fault: str | None) -> None:
    assert old in ONE
    found = told(ONE.replace(old, new, 1))

    if fault is None:
        assert found == []
    else:
        assert len([line for line in found if fault in line]) == 1, found


def every_day(but: str = "") -> str:
    """Holidays on all dates of a year."""
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    days = [f"{m:02}-{d:02}" for m, n in enumerate(lengths, 1) for d in range(1, n + 1)]
    return ", ".join(day for day in days if day != but)


def test_a_calendar_that_never_opens_is_a_fault() -> None:
    never = "hours: {mon-sun: [00:00-24:00]}\nholidays: [%s]\n"

    assert told("hours: {}") == ["c.yaml:1: hours: write at least 1"]
    assert told(never % every_day()) == [
        "c.yaml:1: never opens: its holidays leave no day; write windows that are left"
    ]
    assert told(never % every_day(but="02-29")) == []


@pytest.mark.parametrize("text", ["", "[]", "7", "hours: 7", "hours: [7]", "holidays: {a: 1}"])
def test_a_file_of_another_shape_is_told_and_never_raises(text: str) -> None:
    assert told(text)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["mon", "hours", "time_zone", "holidays"]), inside)
    ),
    max_leaves=6,
)


@given(anything)
def test_whatever_stands_in_a_file_is_told_and_never_raises(document: object) -> None:
    calendar, faults = read_calendar(json.dumps(document).encode())

    assert (calendar is None) == bool(faults)


@pytest.fixture
def with_calendars(good: str) -> str:
    nested = "".join(f"    {line}\n" for line in ONE.splitlines())
    return f"{good}calendars:\n  office:\n{nested}"


def test_calendars_are_part_of_the_configuration_and_read_back_as_they_were_stored(
    with_calendars: str, good: str, sources: Mapping[str, type]
) -> None:
    configuration = check(with_calendars.encode(), sources).configuration
    before = check(good.encode(), sources).configuration

    assert configuration is not None
    assert configuration.calendars == {"office": read_calendar(ONE.encode())[0]}
    stored = json.loads(json.dumps(to_plain(configuration)))
    assert from_plain(Configuration, stored) == configuration
    assert list(changes(before, configuration)) == ["+ calendar office"]


def test_a_calendars_fault_in_the_whole_file_has_its_line(
    with_calendars: str, sources: Mapping[str, type]
) -> None:
    bad = with_calendars.replace("mon-fri", "mon-sat")
    line = with_calendars.splitlines().index("      sat: [22:00-06:00]") + 1

    assert [fault.told("e.yaml") for fault in check(bad.encode(), sources).faults] == [
        f"e.yaml:{line}: calendars.office.hours.sat: sat has its hours by mon-sat already;"
        " write each day once"
    ]


def test_the_calendars_in_the_document_are_without_fault() -> None:
    document = (Path(__file__).parents[3] / "docs/configuration.md").read_text("utf-8")
    written = document.partition("\n## `calendars`\n")[2].split("```yaml\n")[1].split("```")[0]

    for calendar in yaml.load(written, Loader=yaml.BaseLoader)["calendars"].values():
        assert told(json.dumps(calendar)) == []
