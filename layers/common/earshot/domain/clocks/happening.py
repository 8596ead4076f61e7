"""What happened on a case, for its clocks: told by its journal, by what the brand answered and by
what the customer wrote. The case itself keeps none of it, so that it does not grow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal

from earshot.domain.answering import told_as
from earshot.domain.case import CLOSED, Answer, Attached, Case, State
from earshot.domain.clocks.timeline import ClockEvent
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.domain.transition import TRANSITIONS

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Times come from strangers; nothing on the web is older."""

_TOLD = {"clock_warned": "warned", "clock_missed": "missed"}

_Turn = Literal["ours", "the customer's", "nobody's"]


def events_of(
    case: Case,
    entries: Iterable[Entry],
    answers: Collection[Answer],
    mentions: Iterable[tuple[Attached, Found]],
) -> tuple[ClockEvent, ...]:
    """Everything that counts for the clocks, in no order.

    `entries` are the journal's from its beginning, what still waits in the outbox included. Where
    some of the `mentions` are left out, the author's last words count by their time. Nothing counts
    as later than we heard of it, whatever clock it was dated by; what is gone from its platform
    waits for no reply. What Earshot says by itself (`told_customer`) is no reply.
    """
    ordered = sorted({entry.number: entry for entry in entries}.values(), key=lambda e: e.number)
    heard_at = {(e.who, e.why): e.at for e in ordered if e.what == "reply"}
    in_thread = {told_as(answer) for answer in answers}
    return (
        ClockEvent(kind="opened", at=case.opened_at),
        *_turns(ordered),
        *(
            ClockEvent(kind="brand_replied", at=e.at)
            for e in ordered
            if e.what == "reply" and (e.who, e.why) not in in_thread
        ),
        *(_answered(answer, heard_at, case) for answer in answers),
        *_written(case, mentions),
    )


def told_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The names of the news that were told (`ClockNews.name`): the journal is their record."""
    return frozenset(
        f"{_TOLD[entry.what]} {entry.why.partition(': ')[0]}"
        for entry in entries
        if entry.what in _TOLD
    )


def _turns(ordered: Iterable[Entry]) -> Iterator[ClockEvent]:
    """Whose turn it was, from what was done: an action that the table does not allow then was only
    noted, and moved nothing."""
    turn: _Turn = "ours"
    for entry in ordered:
        if entry.what in ("acknowledge", "assign"):
            yield ClockEvent(kind="acknowledged", at=entry.at)
        state = _reached(entry.what, turn)
        if state is None:
            continue
        before, turn = turn, _turn_of(state)
        if state == "reopened":
            yield ClockEvent(kind="reopened", at=entry.at)
        elif turn == before:
            continue
        elif turn == "nobody's":
            yield ClockEvent(kind="closed", at=entry.at)
        elif turn == "the customer's":
            yield ClockEvent(kind="customer_awaited", at=entry.at)
        elif before == "the customer's":
            yield ClockEvent(kind="customer_awaited_no_more", at=entry.at)


def _reached(action: str, turn: _Turn) -> State | None:
    moves: Mapping[State, State] = dict(TRANSITIONS).get(action, {})  # type: ignore[call-overload]
    return next((moves[state] for state in moves if _turn_of(state) == turn), None)


def _turn_of(state: State) -> _Turn:
    if state in CLOSED:
        return "nobody's"
    return "the customer's" if state == "awaiting_customer" else "ours"


def _answered(
    answer: Answer, heard_at: Mapping[tuple[str, str], datetime], case: Case
) -> ClockEvent:
    at = _credible(answer.at, heard_at.get(told_as(answer), case.changed_at))
    return ClockEvent(kind="brand_replied", at=at, name=answer.mention_id)


def _written(case: Case, mentions: Iterable[tuple[Attached, Found]]) -> Iterator[ClockEvent]:
    there = [
        (attached.mention_id, _credible(found.mention.created_at, attached.read_at))
        for attached, found in mentions
        if attached.gone_at is None and found.gone is None
    ]
    for mention_id, at in there:
        yield ClockEvent(kind="customer_wrote", at=at, name=mention_id)
    last_at = _credible(case.last_mention_at, case.changed_at)
    if len(there) < case.mentions - case.gone and all(at < last_at for _, at in there):
        yield ClockEvent(kind="customer_wrote", at=last_at)


def _credible(at: datetime, heard_at: datetime) -> datetime:
    return min(max(at, _EARLIEST), heard_at)
