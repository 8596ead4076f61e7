"""`earshot when`: when so many business minutes are over."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.failing import told_plainly

if TYPE_CHECKING:
    from earshot.domain.calendar import Calendar


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("start")
@click.argument("minutes")
@click.option(
    "--calendar",
    type=click.Path(path_type=Path),
    help="YAML with the hours, holidays and time_zone of one calendar.",
)
def when(start: str, minutes: str, calendar: Path | None) -> None:
    """Print when MINUTES business minutes after START are over, as an ISO time with its offset.

    Without a calendar: Monday to Friday, 9 to 17, by the clock of START. A START without an offset
    is by the calendar's clock, or UTC.
    """
    many = _minutes(minutes)
    begin = _start(start)
    with told_plainly():
        told = _by(_calendar(calendar), begin, many) if calendar else _by_own_clock(begin, many)
    click.echo(told.isoformat())


def _by(calendar: Calendar, start: datetime, minutes: int) -> datetime:
    from earshot.domain.business_time import zone_of

    zone = zone_of(calendar)
    begin = start if start.tzinfo else start.replace(tzinfo=zone)
    return _due(begin, minutes, calendar).astimezone(zone)


def _by_own_clock(start: datetime, minutes: int) -> datetime:
    """An offset is no time zone, so its clock never jumps: it can be read as if it were UTC."""
    from earshot.domain.calendar import OFFICE

    own = start.tzinfo or UTC
    return _due(start.replace(tzinfo=UTC), minutes, OFFICE).replace(tzinfo=own)


def _due(start: datetime, minutes: int, calendar: Calendar) -> datetime:
    from earshot.domain.business_time import due

    try:
        moment = due(start, minutes, calendar)
    except ValueError as error:
        raise click.ClickException(f"START: {error}") from None
    assert moment is not None  # only a pause could keep it from being due
    return moment


def _calendar(file: Path) -> Calendar:
    from workbench.configuration.calendars import read_calendar

    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}") from error
    calendar, faults = read_calendar(content)
    for fault in faults:
        click.echo(fault.told(str(file)), err=True)
    if calendar is None:
        count = len(faults)
        raise click.ClickException(f"{count} fault{'s' if count != 1 else ''} in {file}")
    return calendar


def _start(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise click.ClickException(
            "START: write an ISO time, for example 2026-03-06T16:30:00+01:00"
        ) from None


def _minutes(text: str) -> int:
    from earshot.domain.business_time import MOST_MINUTES

    if not re.fullmatch(r"[0-9]{1,7}", text) or int(text) > MOST_MINUTES:
        raise click.ClickException(
            f"MINUTES: write a whole number from 0 to {MOST_MINUTES}, which is ten years"
        )
    return int(text)
