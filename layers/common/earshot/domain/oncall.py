"""Who is on call: at a moment, next, over a time, and when nobody is.

What the clock on the wall does twice a year is as in `business_time`: a hand-over at a time that is
left out is at the moment of the jump, one at a time that is shown twice is at the first of them.
So a turn of a day is a day of the calendar, 23, 24 or 25 hours long, and turns always meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from earshot.domain.business_time import Stretch, first_shown, known, open_stretches
from earshot.domain.calendar import Calendar
from earshot.domain.roster import Kind, Layer, Piece, Roster

FURTHEST_DAYS = 400
"""How far we look for a change: further than the longest turn."""

_LOOKS_DAYS = (2, 16, 100, FURTHEST_DAYS)
"""Most turns are of days or a week: we look further only where that finds no change."""

_MOMENT = timedelta(microseconds=1)

_EARLIER = timedelta(days=2)
"""A date's hand-over is never further from its midnight in UTC than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """`contacts` are on call from `since` up to `until`, all of them at once; nobody, where there
    are none. None: it does not change within FURTHEST_DAYS. `kind` and `reason` say why they are at
    the moment that was asked for, or at the beginning where none was."""

    contacts: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    kind: Kind
    reason: str


def contacts_on_call(roster: Roster, now: datetime) -> tuple[str, ...]:
    """Whom `on_call` names, without looking for since when and until when."""
    now = known(now)
    return _contacts(_pieces(roster, now, now + _MOMENT)[0])


def on_call(roster: Roster, now: datetime) -> OnCall:
    """Who is on call. ValueError for a time without its offset, or outside of the years that
    business time knows."""
    now = known(now)
    for days in _LOOKS_DAYS:
        look = timedelta(days=days)
        around = _pieces(roster, now - look, now + look)
        at = next(number for number, piece in enumerate(around) if now < piece.until)
        first = last = at
        while first and around[first - 1].contact == around[at].contact:
            first -= 1
        while last + 1 < len(around) and around[last + 1].contact == around[at].contact:
            last += 1
        if first and last + 1 < len(around):
            break
    return OnCall(
        contacts=_contacts(around[at]),
        since=around[first].since if first else None,
        until=around[last].until if last + 1 < len(around) else None,
        kind=around[at].kind,
        reason=around[at].reason,
    )


def next_on_call(roster: Roster, now: datetime) -> OnCall | None:
    """Who is on call after those who are; None where that does not change within FURTHEST_DAYS.
    Errors as of `on_call`."""
    until = on_call(roster, now).until
    return None if until is None else on_call(roster, until)


def listed(roster: Roster, from_at: datetime, until_at: datetime) -> tuple[OnCall, ...]:
    """Who is on call from one moment up to another, in order: each ends as the next begins, and has
    other contacts. Nothing where `until_at` is not after `from_at`. Errors as of `on_call`."""
    begin, end = known(from_at), known(until_at)
    merged: list[Piece] = []
    for piece in _pieces(roster, begin, end) if begin < end else []:
        if merged and merged[-1].contact == piece.contact:
            merged[-1] = merged[-1]._replace(until=piece.until)
        else:
            merged.append(piece)
    return tuple(
        OnCall(
            contacts=_contacts(piece),
            since=piece.since,
            until=piece.until,
            kind=piece.kind,
            reason=piece.reason,
        )
        for piece in merged
    )


def gaps(roster: Roster, from_at: datetime, until_at: datetime) -> list[Stretch]:
    """When nobody is on call, in order. Errors as of `on_call`.

    Whose turn it is does not matter here, as turns meet: only hours leave gaps. So this looks at
    decades in the time that `listed` takes for years.
    """
    begin, end = known(from_at), known(until_at)
    calendars: list[Calendar] = []
    for layer in roster.layers:
        if layer.calendar is None:
            return []
        if layer.calendar not in calendars:
            calendars.append(layer.calendar)
    covered = [stretch for one in calendars for stretch in open_stretches(one, begin, end)]
    covered += [(one.since, one.until) for one in roster.overrides if one.since < end]
    found: list[Stretch] = []
    reached = begin
    for since, until in sorted(covered):
        if reached < since:
            found.append((reached, since))
        reached = max(reached, until)
    if reached < end:
        found.append((reached, end))
    return found


def _contacts(piece: Piece) -> tuple[str, ...]:
    return () if piece.contact is None else (piece.contact,)


def _pieces(roster: Roster, from_at: datetime, until_at: datetime) -> list[Piece]:
    """Who is on call from one moment, in UTC, up to another: pieces that meet, in order."""
    laid = [Piece(from_at, until_at, None, "nobody", "no shift has its hours")]
    for layer in reversed(roster.layers):
        laid = _laid_over(list(_pieces_of(layer, from_at, until_at)), laid)
    overrides = [
        one._replace(since=max(one.since, from_at), until=min(one.until, until_at))
        for one in roster.overrides
        if one.since < until_at and from_at < one.until
    ]
    return _laid_over(overrides, laid)


def _pieces_of(layer: Layer, from_at: datetime, until_at: datetime) -> Iterator[Piece]:
    """The layer's turns, limited to its hours."""
    if layer.calendar is None:
        yield from _turns(layer, from_at, until_at)
        return
    turns = _turns(layer, from_at, until_at)
    turn = next(turns, None)
    for opens, closes in open_stretches(layer.calendar, from_at, until_at):
        while turn is not None and turn.since < closes:
            if opens < turn.until:
                yield turn._replace(since=max(opens, turn.since), until=min(closes, turn.until))
            if turn.until > closes:
                break
            turn = next(turns, None)


def _turns(layer: Layer, from_at: datetime, until_at: datetime) -> Iterator[Piece]:
    turn = layer.turn_in(from_at.astimezone(UTC).date() - _EARLIER)
    until = first_shown(layer.zone, layer.begins(turn), layer.minute)
    while until < until_at:
        since, number = until, turn
        turn += 1
        until = first_shown(layer.zone, layer.begins(turn), layer.minute)
        since, end = max(since, from_at), min(until, until_at)
        if since < end:
            planned = f"{layer.where}the turn of {layer.begins(number)}"
            contact, told = layer.swapped.get(number, (layer.planned(number), planned))
            kind: Kind = "swap" if number in layer.swapped else "plan"
            yield Piece(since, end, contact, kind, told)


def _laid_over(top: list[Piece], below: list[Piece]) -> list[Piece]:
    """`top`, and what it leaves of `below`. In both, pieces are in order and apart."""
    laid = list(top)
    first = 0
    for one in below:
        begin = one.since
        while first < len(top) and top[first].until <= begin:
            first += 1
        at = first
        while at < len(top) and top[at].since < one.until:
            if begin < top[at].since:
                laid.append(one._replace(since=begin, until=top[at].since))
            begin = max(begin, top[at].until)
            at += 1
        if begin < one.until:
            laid.append(one._replace(since=begin))
    return sorted(laid, key=lambda piece: piece.since)
