"""What counts for a case's clocks, of what is kept beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.answering import told_as
from earshot.domain.case import Answer, Attached, Case
from earshot.domain.clocks.happening import events_of, told_of
from earshot.domain.clocks.timeline import ClockEvent
from earshot.domain.errors import IllegalTransitionError
from earshot.domain.journal import Entry
from earshot.domain.mention import Found, Gone
from earshot.domain.transition import TRANSITIONS, Action, move
from tests.unit.domain.examples import NOW, RULES, after, attached, case, found, mention

OPENED = "opened 0"


def journal(written: str) -> list[Entry]:
    """`1 acknowledge, 5 reply ana: note`: the minute, what, and who said why."""
    entries = []
    for number, line in enumerate(filter(None, map(str.strip, written.split(","))), 1):
        minute, what, *who = line.split(" ", 2)
        name, _, why = (who or ["ana: "])[0].partition(": ")
        entries.append(
            Entry(number=number, at=after(60 * int(minute)), who=name, what=what, why=why)
        )
    return entries


def told(events: tuple[ClockEvent, ...]) -> list[str]:
    """`acknowledged 1`, with the name of what has one."""
    ordered = sorted(events, key=lambda e: e.at)
    return [
        f"{e.kind} {round((e.at - NOW).total_seconds() / 60)} {e.name[:4]}".rstrip()
        for e in ordered
    ]


def answer(minute: int, name: str = "a1", *, url: str = "https://social.example/a1") -> Answer:
    return Answer(mention_id=name, at=after(60 * minute), account="@acme", url=url)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("", []),
        ("0 open, 1 acknowledge", ["acknowledged 1"]),
        ("0 open, 1 assign", ["acknowledged 1"]),
        ("1 reply", ["brand_replied 1"]),
        ("1 note, 2 alert, 3 reread, 4 escalate, 5 route, 6 not_delivered", []),
        ("1 told_customer, 2 reply_delayed, 3 write, 4 asked", []),
        (
            "1 acknowledge, 2 await_customer, 3 assign",
            [
                "acknowledged 1",
                "customer_awaited 2",
                "acknowledged 3",
                "customer_awaited_no_more 3",
            ],
        ),
        (
            "1 acknowledge, 2 await_customer, 3 reply, 4 customer_says_yes",
            ["acknowledged 1", "customer_awaited 2", "brand_replied 3", "closed 4"],
        ),
        (
            "1 acknowledge, 2 await_customer, 3 customer_writes",
            ["acknowledged 1", "customer_awaited 2", "customer_awaited_no_more 3"],
        ),
        (
            "1 acknowledge, 2 await_customer, 3 customer_says_no",
            ["acknowledged 1", "customer_awaited 2", "reopened 3"],
        ),
        ("1 acknowledge, 2 customer_says_no", ["acknowledged 1"]),
        ("1 acknowledge, 2 await_customer, 3 silence, 4 complain_again", [
            "acknowledged 1", "customer_awaited 2", "closed 3", "reopened 4"]),
        ("1 acknowledge, 2 await_customer, 3 silence, 4 customer_says_yes", [
            "acknowledged 1", "customer_awaited 2", "closed 3"]),
        ("1 dismiss, 2 reopen", ["closed 1", "reopened 2"]),
        ("1 customer_says_yes, 2 customer_says_no", ["closed 1", "reopened 2"]),
        ("1 withdraw", ["closed 1"]),
        ("1 gone", []),
        ("1 acknowledge, 2 acknowledgement_lapses", ["acknowledged 1"]),
    ],
)  # fmt: skip
def test_the_journal_tells_whose_turn_it_was(entries: str, expected: list[str]) -> None:
    assert told(events_of(case(mentions=0), journal(entries), (), ())) == [OPENED, *expected]


@pytest.mark.parametrize("action", get_args(Action))
def test_every_move_of_a_case_is_understood_from_the_journal_alone(action: Action) -> None:
    """Whatever is added to the table: the events tell the turn that the case has."""
    for before in TRANSITIONS[action]:
        moved = case(state="open", mentions=0, entries=0, version=1)
        for step in _way_to(before):
            moved = move(moved, step, who="ana", why="", now=NOW, rules=RULES)
        moved = move(moved, action, who="ana", why="", now=after(60), rules=RULES)
        kinds = [e.kind for e in events_of(moved, moved.outbox.journal, (), ())]
        turns = [k for k in kinds if k not in ("acknowledged", "brand_replied")]
        expected = {
            "awaiting_customer": ("customer_awaited",),
            "reopened": ("reopened",),
            "satisfied": ("closed",),
            "dismissed": ("closed",),
            "closed_unanswered": ("closed",),
        }.get(moved.state, ("opened", "customer_awaited_no_more", "reopened"))
        assert turns[-1] in expected, (before, action, kinds)


def _way_to(state: str) -> tuple[Action, ...]:
    ways: dict[str, tuple[Action, ...]] = {
        "open": (),
        "acknowledged": ("acknowledge",),
        "in_progress": ("assign",),
        "awaiting_customer": ("assign", "await_customer"),
        "satisfied": ("customer_says_yes",),
        "dismissed": ("dismiss",),
        "closed_unanswered": ("assign", "await_customer", "silence"),
        "reopened": ("dismiss", "reopen"),
    }
    return ways[state]


def test_an_answer_in_the_thread_counts_when_it_was_written_and_once() -> None:
    said = answer(3)
    who, why = told_as(said)
    heard = Entry(number=1, at=after(600), who=who, what="reply", why=why)
    assert told(events_of(case(mentions=0), [heard], [said], ())) == [OPENED, "brand_replied 3 a1"]


def test_a_reply_that_a_person_reports_counts_beside_one_in_the_thread() -> None:
    said = answer(3)
    who, why = told_as(said)
    heard = Entry(number=1, at=after(240), who=who, what="reply", why=why)
    events = events_of(case(mentions=0), [heard, *journal("1 note, 9 reply")[1:]], [said], ())
    assert told(events) == [OPENED, "brand_replied 3 a1", "brand_replied 9"]


def test_an_answer_from_a_clock_that_is_ahead_counts_as_it_was_heard() -> None:
    said = answer(90)
    who, why = told_as(said)
    heard = Entry(number=1, at=after(300), who=who, what="reply", why=why)
    assert told(events_of(case(mentions=0), [heard], [said], ())) == [OPENED, "brand_replied 5 a1"]


def attachment(minute: float, name: str, *, heard: float | None = None) -> tuple[Attached, Found]:
    made = mention(name, created_at=after(60 * minute))
    read_at = after(60 * (minute + 1 if heard is None else heard))
    return attached(made, read_at=read_at), found(made, read_at=read_at)


def test_what_the_customer_wrote_counts_when_it_was_written() -> None:
    pairs = [attachment(-5, "p1"), attachment(7, "p2")]
    first, second = (pair[0].mention_id[:4] for pair in pairs)
    events = events_of(case(mentions=2), (), (), pairs)
    assert told(events) == [f"customer_wrote -5 {first}", OPENED, f"customer_wrote 7 {second}"]


@pytest.mark.parametrize(
    "created_at", [datetime(9999, 1, 1, tzinfo=UTC), datetime(2700, 1, 1, tzinfo=UTC)]
)
def test_what_is_dated_ahead_counts_as_it_was_heard(created_at: datetime) -> None:
    made = mention("p2", created_at=created_at)
    pair = attached(made, read_at=after(120)), found(made, read_at=after(120))
    last = case(mentions=1, last_mention_at=created_at, changed_at=after(120))
    (event,) = [e for e in events_of(last, (), (), [pair]) if e.kind == "customer_wrote"]
    assert event.at == after(120)


def test_what_is_dated_before_there_were_clocks_counts_as_old() -> None:
    made = mention("p2", created_at=datetime(1, 1, 1, tzinfo=UTC))
    (event,) = [
        e
        for e in events_of(case(mentions=1), (), (), [(attached(made), found(made))])
        if e.kind == "customer_wrote"
    ]
    assert event.at.year == 1970


def test_what_is_gone_waits_for_no_reply() -> None:
    marked, kept = attachment(7, "p2")
    gone = Gone(at=NOW, why="deleted", mention_id=marked.mention_id, case_id="c")
    pairs = [(replace(marked, gone_at=NOW), kept), (marked, replace(kept, gone=gone))]
    assert told(events_of(case(mentions=2, gone=2), (), (), pairs)) == [OPENED]


def test_where_not_all_is_read_the_last_words_count_by_their_time() -> None:
    last_at = after(3_600)
    long = case(mentions=150, last_mention_at=last_at, changed_at=last_at)
    events = events_of(long, (), (), [attachment(1, "p2")])
    assert ClockEvent(kind="customer_wrote", at=last_at) in events


def test_the_journal_tells_what_was_told() -> None:
    entries = journal(
        "1 clock_warned earshot: resolve:1: the end of the case is due by 2026-03-02T13:00:00+00:00"
        ", 2 clock_missed earshot: next_reply:2026-03-02T12:00:00+00:00: it did not come: it was"
        ", 3 note ana: resolve:2: not ours"
    )
    assert told_of(entries) == {
        "warned resolve:1",
        "missed next_reply:2026-03-02T12:00:00+00:00",
    }


@settings(max_examples=60)
@given(st.lists(st.sampled_from(get_args(Action)), max_size=30), st.randoms(use_true_random=False))
def test_entries_that_come_twice_and_in_any_order_tell_the_same(
    actions: list[Action], chance: object
) -> None:
    moved: Case = case(state="open", mentions=0, entries=0, version=1)
    for number, action in enumerate(actions):
        try:
            now = NOW + timedelta(minutes=number)
            moved = move(moved, action, who="ana", why="", now=now, rules=RULES)
        except IllegalTransitionError:
            continue
    entries = list(moved.outbox.journal)
    expected = events_of(moved, entries, (), ())
    mixed = entries * 2
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert events_of(moved, mixed, (), ()) == expected
