"""A roster: a rotation worked out, with the calendars and time zones that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple

from earshot.domain.business_time import first_shown, zone_named
from earshot.domain.calendar import Calendar
from earshot.domain.errors import ConfigurationError, NotFoundError
from earshot.domain.rotation import (
    WEEK_DAYS,
    Override,
    Rotation,
    Shift,
    Swap,
    Turns,
    day_read,
    hand_over_read,
    local_read,
)

Kind = Literal["plan", "swap", "override", "nobody"]

FIRST_MONDAY = date(2024, 1, 1)
"""A turn begins in this week where the owner has not said when one does: any week would do."""


class Piece(NamedTuple):
    """Who is on call from `since` up to `until`: one contact, or nobody."""

    since: datetime
    until: datetime
    contact: str | None
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Turns worked out: those of a shift, which `where` names, or the rotation's own.

    Turn 0 begins on `first`, at `minute` after midnight by the clock of `zone`. `calendar` has the
    hours to which they are limited; `swapped` who takes a turn in place of the plan's, and why.
    """

    contacts: tuple[str, ...]
    zone: tzinfo
    minute: int
    turn_days: int
    first: date
    where: str
    calendar: Calendar | None
    swapped: Mapping[int, tuple[str, str]]

    def begins(self, turn: int) -> date:
        return self.first + timedelta(days=turn * self.turn_days)

    def turn_in(self, day: date) -> int:
        """The turn that begins on the date, or the last one before."""
        return (day - self.first).days // self.turn_days

    def planned(self, turn: int) -> str:
        return self.contacts[turn % len(self.contacts)]


class _Place(NamedTuple):
    """Where a turn is: the layer by its number, the turn by its own."""

    layer: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """`layers` in the order in which they win, below `overrides`, which are in order of time."""

    layers: tuple[Layer, ...]
    overrides: tuple[Piece, ...]
    zone: tzinfo


def roster(rotation: Rotation, calendars: Mapping[str, Calendar]) -> Roster:
    """ConfigurationError where something in the rotation does not fit, NotFoundError where there is
    no calendar of the name that a shift has."""
    layers = planned(rotation, calendars)
    for swap in rotation.swaps:
        layers = with_swap(layers, swap)
    zone = zone_named(rotation.time_zone)
    overrides = sorted(overriding(override, zone) for override in rotation.overrides)
    return Roster(layers=layers, overrides=tuple(overrides), zone=zone)


def planned(rotation: Rotation, calendars: Mapping[str, Calendar]) -> tuple[Layer, ...]:
    """The rotation's layers before anybody swapped. Errors as of `roster`."""
    layers = [
        _shift(shift, f"shift {number}, ", rotation, calendars)
        for number, shift in enumerate(rotation.shifts, start=1)
    ]
    if rotation.contacts:
        layers.append(_layer(rotation, zone_named(rotation.time_zone), "", None))
    return tuple(layers)


def with_swap(layers: tuple[Layer, ...], swap: Swap) -> tuple[Layer, ...]:
    """The layers in which two turns are exchanged; ConfigurationError where that cannot be."""
    (one, one_day), (other, other_day) = swap.items()
    pairs = [
        (mine, theirs)
        for mine in _turns_of(layers, one, one_day)
        for theirs in _turns_of(layers, other, other_day)
    ]
    # Who has turns in two layers on that day swaps like for like.
    alike = [pair for pair in pairs if pair[0].layer == pair[1].layer] or pairs
    if len(alike) > 1:
        problem = "more than one turn begins on that day, and either could be meant"
        raise ConfigurationError(f"{problem}; write two overrides")
    ((mine, theirs),) = alike
    told = f"{one} and {other} have swapped their turns of {one_day} and {other_day}"
    swapped = list(layers)
    for (number, turn), contact in ((mine, other), (theirs, one)):
        layer = swapped[number]
        if turn in layer.swapped:
            day = layer.begins(turn).isoformat()
            raise ConfigurationError(f"the turn of {day} is swapped already; write an override")
        swapped[number] = replace(layer, swapped={**layer.swapped, turn: (contact, told)})
    return tuple(swapped)


def overriding(override: Override, zone: tzinfo) -> Piece:
    """ConfigurationError where it is over before it begins."""
    since, until = (first_shown(zone, *local_read(at)) for at in (override.from_, override.until))
    if until <= since:
        raise ConfigurationError("until is not after from; write a later time")
    told = f"{override.contact} takes over from {override.from_} until {override.until}"
    return Piece(since, until, override.contact, "override", told)


def _shift(
    shift: Shift, where: str, rotation: Rotation, calendars: Mapping[str, Calendar]
) -> Layer:
    if shift.calendar is None:
        zone = shift.time_zone or rotation.time_zone
        calendar = Calendar(hours=shift.hours or {}, time_zone=zone)
    elif shift.calendar in calendars:
        calendar = calendars[shift.calendar]
    else:
        raise NotFoundError(f"there is no calendar {shift.calendar!r}")
    return _layer(shift, zone_named(calendar.time_zone), where, calendar)


def _layer(turns: Turns, zone: tzinfo, where: str, calendar: Calendar | None) -> Layer:
    weekday, minute = hand_over_read(turns.hand_over or "00:00")
    first = FIRST_MONDAY + timedelta(days=weekday or 0)
    return Layer(
        contacts=turns.contacts,
        zone=zone,
        minute=minute,
        turn_days=turns.turn_days or (1 if weekday is None else WEEK_DAYS),
        first=day_read(turns.first_turn) if turns.first_turn else first,
        where=where,
        calendar=calendar,
        swapped={},
    )


def _turns_of(layers: tuple[Layer, ...], contact: str, day: str) -> list[_Place]:
    """The contact's turns that begin on that date: one or more."""
    begins = day_read(day)
    found: list[_Place] = []
    near: set[date] = set()
    for number, layer in enumerate(layers):
        turn = layer.turn_in(begins)
        if layer.begins(turn) == begins and layer.planned(turn) == contact:
            found.append(_Place(number, turn))
        # Whoever is in the list has a turn in each round.
        round_about = range(turn - len(layer.contacts), turn + len(layer.contacts) + 1)
        near |= {layer.begins(t) for t in round_about if layer.planned(t) == contact}
    if not near:
        raise ConfigurationError(f"{contact} has no turn in this rotation; write who has one")
    if not found:
        before = max(begin for begin in near if begin <= begins)
        after = min(begin for begin in near if begin > begins)
        raise ConfigurationError(
            f"no turn of {contact} begins on {day}; one begins on {before}, one on {after}"
        )
    return found
