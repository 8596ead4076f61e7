"""`earshot when`: when business minutes are over, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import main

KATHMANDU = """\
time_zone: Asia/Kathmandu
hours: {sun-fri: [10:00-17:00]}
holidays: [2026-06-08]
"""
BERLIN = "time_zone: Europe/Berlin\nhours: {mon-fri: [09:00-17:00]}\n"


def when(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["when", *arguments])


@pytest.mark.parametrize(
    ("start", "minutes", "told"),
    [
        ("2026-03-06T16:30:00+00:00", "60", "2026-03-09T09:30:00+00:00"),
        ("2026-03-06T16:30:00Z", "60", "2026-03-09T09:30:00+00:00"),
        ("2026-03-06T16:30", "60", "2026-03-09T09:30:00+00:00"),
        ("2026-03-06T16:30:00-03:00", "60", "2026-03-09T09:30:00-03:00"),
        ("2026-03-06T16:30:00+05:45", "60", "2026-03-09T09:30:00+05:45"),
        ("2026-03-06", "481", "2026-03-09T09:01:00+00:00"),
        ("2026-03-07T12:00:00+01:00", "0", "2026-03-07T12:00:00+01:00"),
    ],
)
def test_without_a_calendar_it_is_monday_to_friday_by_the_clock_of_the_start(
    start: str, minutes: str, told: str
) -> None:
    result = when(start, minutes)

    assert (result.exit_code, result.output) == (0, told + "\n")


@pytest.mark.parametrize(
    ("calendar", "start", "minutes", "told"),
    [
        (KATHMANDU, "2026-06-05T16:30", "60", "2026-06-07T10:30:00+05:45"),
        (KATHMANDU, "2026-06-05T10:45:00Z", "60", "2026-06-07T10:30:00+05:45"),
        (KATHMANDU, "2026-06-07T16:30", "60", "2026-06-09T10:30:00+05:45"),
        (BERLIN, "2026-03-27T16:30:00+01:00", "60", "2026-03-30T09:30:00+02:00"),
        (BERLIN, "2026-10-23T16:30:00+02:00", "60", "2026-10-26T09:30:00+01:00"),
    ],
)
def test_with_a_calendar_the_answer_is_by_its_clock(
    tmp_path: Path, calendar: str, start: str, minutes: str, told: str
) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text(calendar)
    result = when(start, minutes, "--calendar", str(file))

    assert (result.exit_code, result.output) == (0, told + "\n")


@pytest.mark.parametrize(
    ("start", "minutes", "told"),
    [
        ("tomorrow", "60", "START: write an ISO time, for example"),
        ("2026-02-29T10:00", "60", "START: write an ISO time, for example"),
        ("9999-12-31T10:00", "60", "START: a time outside of the years 1900 to 2999"),
        ("0001-01-01T00:00:00+14:00", "60", "START: a time outside of the years 1900 to 2999"),
        ("2026-03-06T16:30", "-5", "MINUTES: write a whole number from 0 to 5270400"),
        ("2026-03-06T16:30", "1.5", "MINUTES: write a whole number"),
        ("2026-03-06T16:30", "soon", "MINUTES: write a whole number"),
        ("2026-03-06T16:30", "9999999", "MINUTES: write a whole number"),
        ("2026-03-06T16:30", "٣", "MINUTES: write a whole number"),
    ],
)
def test_what_cannot_be_read_is_told(start: str, minutes: str, told: str) -> None:
    result = when(start, minutes)

    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stdout == ""


def test_the_faults_of_a_calendar_are_told_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text(BERLIN.replace("17:00", "9:00").replace("Berlin", "Berln"))
    result = when("2026-03-06T16:30", "60", "--calendar", str(file))

    assert result.exit_code == 1
    assert f"{file}:1: time_zone: no IANA time zone" in result.stderr
    assert f"{file}:2: hours.mon-fri[0]: opens and closes at the same time" in result.stderr
    assert "2 faults" in result.stderr


def test_a_calendar_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = when("2026-03-06T16:30", "60", "--calendar", str(tmp_path / "none.yaml"))

    assert result.exit_code == 1
    assert "none.yaml: No such file" in result.stderr


def test_a_calendar_that_opens_too_rarely_is_told(tmp_path: Path) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text("hours: {mon: [12:00-12:01]}\n")
    result = when("2026-03-06T16:30", "6000", "--calendar", str(file))

    assert result.exit_code == 1
    assert "not open for so long in a hundred years" in result.stderr
