"""A rotation as an owner writes it: who is on call, in turn, and who takes over from whom.

    support:
      contacts: [ana, ben, cleo]
      hand_over: mon 09:00
      time_zone: Europe/Berlin

Only records: `roster` works out what they come to. Dates and times are kept as they were written,
since they are read from the clock of a time zone, whose offset may yet change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from earshot.domain.calendar import DAYS, Hours
from earshot.domain.contact import Name
from earshot.domain.limits import Count

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

WEEK_DAYS = 7

LONGEST_TURN_DAYS = 52 * WEEK_DAYS

_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_HAND_OVER = f"(?:({'|'.join(DAYS)}) )?{_CLOCK}"
# The years that business time knows.
_DATE = r"(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}"


def hand_over_read(text: str) -> tuple[int | None, int]:
    """`mon 09:00` or `09:00` as the day of the week, Monday being 0 and None any day, and minutes
    after midnight. ValueError says what to write instead."""
    match = re.fullmatch(_HAND_OVER, text)
    if match is None:
        raise ValueError("write the hand-over as mon 09:00 for weeks, or 09:00 for days")
    day, hour, minute = match.groups()
    return DAYS.index(day) if day else None, int(hour) * 60 + int(minute)


def day_read(text: str) -> date:
    """`2026-12-24`. ValueError says what to write instead."""
    if not re.fullmatch(_DATE, text):
        raise ValueError("write a date as 2026-12-24")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no {text} in the calendar; write a date that is") from None


def local_read(text: str) -> tuple[date, int]:
    """`2026-12-24 18:00` as a date and minutes after its midnight. ValueError says what to write
    instead."""
    day, _, clock = text.partition(" ")
    match = re.fullmatch(_CLOCK, clock)
    if match is None or not re.fullmatch(_DATE, day):
        raise ValueError("write a date and a time as 2026-12-24 18:00")
    return day_read(day), int(match[1]) * 60 + int(match[2])


class AsWritten:
    """Text that one of the functions above can read, kept as it was written."""

    def __init__(self, reads: Callable[[str], object]) -> None:
        self.reads = reads

    def read(self, value: object) -> str:
        # What is no text is told the same as text that cannot be read.
        text = value if isinstance(value, str) else ""
        self.reads(text)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _read_by(self)


class TurnText:
    """`3d` or `2w`, kept as days: a day of the calendar, which is no fixed number of hours."""

    def read(self, value: object) -> int:
        match = re.fullmatch(r"([1-9][0-9]{0,2})([dw])", value) if isinstance(value, str) else None
        if match is None:
            raise ValueError("write how long a turn lasts in days or weeks: 1d, 3d, 1w, 2w")
        days = int(match[1]) * (WEEK_DAYS if match[2] == "w" else 1)
        if days > LONGEST_TURN_DAYS:
            raise ValueError(f"{value} is too long; at most {LONGEST_TURN_DAYS // WEEK_DAYS}w")
        return days

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return _read_by(self)


class TwoTurns:
    """Two entries of a mapping, which are the turns that are exchanged."""

    def read(self, value: Any) -> Any:
        if len(value) != 2:
            raise ValueError(
                "write two contacts, each with the date on which their turn begins:"
                " {ana: 2026-12-21, ben: 2026-12-28}"
            )
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.read, handler(source))


HandOver = Annotated[str, AsWritten(hand_over_read)]
Day = Annotated[str, AsWritten(day_read)]
Local = Annotated[str, AsWritten(local_read)]
TurnDays = Annotated[int, TurnText()]
Swap = Annotated[dict[Name, Day], TwoTurns()]
"""Two contacts, each with the date on which that turn of theirs begins which the other takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """`contacts` have their turns in this order, over and over.

    They hand over at `hand_over`: on a day of the week or on any, at a time of day; None, where
    there is only one of them, is midnight. A turn lasts `turn_days`, None being a week where the
    hand-over names a day of the week, and a day otherwise. `first_turn` is a date on which the turn
    of the first contact begins, and counts backwards too; None is the first hand-over of 2024.
    """

    contacts: Annotated[tuple[Name, ...], Count(1, 50)]
    hand_over: HandOver | None = None
    turn_days: TurnDays | None = None
    first_turn: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Turns):
    """People with hours of their own: either `hours`, read from the clock of `time_zone` (None: the
    rotation's), or the `calendar` of that name, with its own clock and holidays."""

    hours: Hours | None = None
    calendar: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """`contact` is on call from `from_` up to `until`, whoever else would be."""

    contact: Name
    from_: Local
    until: Local


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation(Turns):
    """Who is on call. An override wins over all else; then the first of the `shifts` whose hours it
    is; where it is nobody's hours, whose turn it is among the rotation's own `contacts`. Times are
    read from the clock of `time_zone` (IANA)."""

    contacts: Annotated[tuple[Name, ...], Count(0, 50)] = ()
    time_zone: str = "UTC"
    shifts: Annotated[tuple[Shift, ...], Count(0, 20)] = ()
    overrides: Annotated[tuple[Override, ...], Count(0, 200)] = ()
    swaps: Annotated[tuple[Swap, ...], Count(0, 200)] = ()


def _read_by(mark: AsWritten | TurnText) -> CoreSchema:
    # Imported here: whoever only reads checked documents must not pay for pydantic.
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(mark.read)
