"""Rotations: whom they name, whether their turns and shifts fit together, who is left out.

Names and shifts are looked at as they were written, so that their faults are told together with all
others; turns, overrides, swaps and gaps once the rotation itself can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from earshot.domain.business_time import zone_named
from earshot.domain.calendar import DAYS, Calendar
from earshot.domain.errors import ConfigurationError, NotFoundError
from earshot.domain.roster import overriding, planned, with_swap
from earshot.domain.rotation import WEEK_DAYS, Rotation, Turns, day_read, hand_over_read
from workbench.configuration.calendars import calendar_faults, zone_faults
from workbench.configuration.faults import Path, did_you_mean
from workbench.configuration.gaps import gap_faults
from workbench.configuration.validation import validated

Told = Iterator[tuple[Path, str]]


def people_by_rotation(document: Any) -> dict[str, tuple[str, ...]]:
    """The names that a level may have beside those of contacts: of each rotation, with everybody
    whom it names."""
    return {
        name: tuple(dict.fromkeys(contact for _, contact in _named((), rotation)))
        for name, rotation in _rotations(document)
    }


def rotation_faults(document: Any, now: datetime) -> Told:
    """What does not fit in the document's rotations. Gaps are looked for from `now` on."""
    contacts = {one["name"] for _, one in _entries(document, "contacts") if _has_name(one)}
    calendars = dict(_mapping(document, "calendars"))
    read = {name: validated(Calendar, calendar)[0] for name, calendar in calendars.items()}
    readable = {name: calendar for name, calendar in read.items() if calendar is not None}
    for name, rotation in _rotations(document):
        path: Path = ("rotations", name)
        if name in contacts:
            yield path, "a contact has this name, and a level could mean either; choose another"
        for at, contact in _named(path, rotation):
            yield from _known(at, contact, contacts, "contact")
        yield from zone_faults((*path, "time_zone"), rotation.get("time_zone"))
        for at, shift in _entries(rotation, "shifts"):
            yield from _hours((*path, *at), shift, calendars)
        record, _ = validated(Rotation, rotation)
        if record is not None:
            yield from _record_faults(path, record, readable, now)


def _hours(path: Path, shift: dict[str, Any], calendars: Iterable[str]) -> Told:
    hours, calendar, zone = (shift.get(key) for key in ("hours", "calendar", "time_zone"))
    if (hours is None) == (calendar is None):
        problem = "write when it is on: either hours, or the name of a calendar"
        yield path if hours is None else (*path, "calendar"), problem
    if isinstance(calendar, str):
        yield from _known((*path, "calendar"), calendar, calendars, "calendar")
        if zone is not None:
            yield (*path, "time_zone"), "the calendar has a time zone of its own; leave this out"
    if hours is not None:
        yield from calendar_faults(path, {"hours": hours, "time_zone": zone})


def _record_faults(
    path: Path, rotation: Rotation, calendars: Mapping[str, Calendar], now: datetime
) -> Told:
    if not rotation.contacts and not rotation.shifts:
        yield path, "nobody is ever on call; write contacts, or shifts"
    yield from _turns(path, rotation)
    for number, shift in enumerate(rotation.shifts):
        yield from _turns((*path, "shifts", number), shift)
    try:
        zone = zone_named(rotation.time_zone)
        layers = planned(rotation, calendars)
    except (ConfigurationError, NotFoundError):
        return  # told already: a zone or a calendar that there is not
    taken: list[tuple[datetime, datetime]] = []
    for number, override in enumerate(rotation.overrides):
        at = (*path, "overrides", number)
        try:
            piece = overriding(override, zone)
        except ConfigurationError as error:
            yield (*at, "until"), str(error)
            continue
        if any(piece.since < until and since < piece.until for since, until in taken):
            yield at, "overlaps an override above; write only one of them for any time"
        taken.append((piece.since, piece.until))
    for number, swap in enumerate(rotation.swaps):
        try:
            layers = with_swap(layers, swap)
        except ConfigurationError as error:
            yield (*path, "swaps", number), str(error)
    yield from gap_faults(path, rotation, calendars, now)


def _turns(path: Path, turns: Turns) -> Told:
    if not turns.contacts:
        for key, value in (("hand_over", turns.hand_over), ("turn", turns.turn_days)):
            if value is not None:
                problem = "the rotation has no contacts beside its shifts; write it in the shifts"
                yield (*path, key), problem
        return
    if turns.hand_over is None:
        if len(turns.contacts) > 1:
            problem = (
                "these take turns; write hand_over: mon 09:00 beside it for turns of a week, or"
                " hand_over: 09:00 for turns of a day"
            )
            yield (*path, "contacts"), problem
        return
    weekday, _ = hand_over_read(turns.hand_over)
    if weekday is None:
        return
    if (turns.turn_days or WEEK_DAYS) % WEEK_DAYS:
        problem = (
            f"turns that begin on {DAYS[weekday]} last whole weeks; write 1w or 2w, or a hand_over"
            " without a day"
        )
        yield (*path, "turn"), problem
    if turns.first_turn is not None:
        first = day_read(turns.first_turn)
        if first.weekday() != weekday:
            near = date.fromordinal(first.toordinal() + (weekday - first.weekday()) % WEEK_DAYS)
            problem = (
                f"{first} is a {DAYS[first.weekday()]}, and turns begin on {DAYS[weekday]};"
                f" write {near}"
            )
            yield (*path, "first_turn"), problem


def _rotations(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, rotation in _mapping(document, "rotations"):
        if isinstance(rotation, dict):
            yield name, rotation


def _named(path: Path, rotation: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Every contact whom the rotation names, where it does. Those of a swap have turns already."""
    holders = [(path, rotation)]
    holders += [((*path, *at), shift) for at, shift in _entries(rotation, "shifts")]
    for at, holder in holders:
        listed = holder.get("contacts")
        for number, contact in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(contact, str):
                yield (*at, "contacts", number), contact
    for at, override in _entries(rotation, "overrides"):
        if isinstance(override.get("contact"), str):
            yield (*path, *at, "contact"), override["contact"]


def _known(path: Path, name: str, known: Iterable[str], kind: str) -> Told:
    if name not in known:
        yield path, f"there is no {kind} {name[:40]!r}{did_you_mean(name, known)}"


def _entries(value: Any, key: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    listed = value.get(key) if isinstance(value, dict) else None
    for number, entry in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(entry, dict):
            yield (key, number), entry


def _mapping(value: Any, key: str) -> Iterable[tuple[str, Any]]:
    found = value.get(key) if isinstance(value, dict) else None
    return found.items() if isinstance(found, dict) else ()


def _has_name(contact: dict[str, Any]) -> bool:
    return isinstance(contact.get("name"), str)
