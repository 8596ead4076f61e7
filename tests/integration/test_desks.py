"""Desks and what fires, in the table: one sits at a desk at a time, and nothing is ever forgotten
on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from earshot.adapters.store.desks import KEPT, TOLD_KEPT, TableDesks
from earshot.adapters.store.firing import MOST_FIRING, TableFiring
from earshot.adapters.store.shards import DUE_SHARDS, due_shard
from earshot.domain.alerts.desk import MOST_GROUPS, Desk, after_handing_over, soonest
from earshot.domain.alerts.grouping import GroupState
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import Message, after_telling
from earshot.domain.alerts.routing import LONGEST_KEY
from earshot.domain.alerts.rules import Caps, StormRules
from earshot.domain.alerts.stages import Scene
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError
from earshot.ports import Seat
from earshot.wiring import shared
from workbench.rehearsal.world import START, TABLE, World, world

NOW = START
LEASE = timedelta(seconds=30)


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        yield made


@pytest.fixture
def desks(earshot: World) -> TableDesks:
    return TableDesks(shared.table())


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def notice(number: int = 1, contact: str = "ana", **changes: Any) -> Notice:
    made = Notice(
        id=f"case{number:05}.1.{contact}",
        contact=contact,
        kind="case",
        labels={"kind": "case", "brand": "lumo"},
        group="cases:default",
        urgency="high",
        score=60,
        starts_at=NOW,
        posted_at=NOW,
        case_id=f"case{number:05}",
        message=f"1.{number}",
    )
    return replace(made, **changes)


def taken(desks: TableDesks, at: datetime = NOW, contact: str = "ana") -> Seat:
    seat = desks.take(contact, at, at + LEASE)
    assert seat is not None
    return seat


def item(earshot: World, contact: str = "ana") -> dict[str, Any]:
    """The desk's item, and nothing where there is none."""
    key = {"pk": {"S": f"DESK#{contact}"}, "sk": {"S": "DESK"}}
    found = earshot.dynamodb.get_item(TableName=TABLE, Key=key).get("Item", {})
    return {name: value for name, held in found.items() for value in held.values()}


def is_due(earshot: World, contact: str = "ana") -> bool:
    """That it is in the index of what is due, now or at any time."""
    return {"due_shard", "due_at"} <= item(earshot, contact).keys()


# The seat.


def test_one_sits_at_a_desk_until_it_is_given_back(desks: TableDesks) -> None:
    seat = taken(desks)
    assert desks.take("ana", after(29), after(59)) is None
    assert desks.take("ben", after(0), after(30)) is not None
    desks.give_back(seat, seat.desk, None)
    assert taken(desks, after(1)).fence == seat.fence + 1


@pytest.mark.parametrize(("seconds", "free"), [(29.999, False), (30, True), (31, True)])
def test_the_seat_of_one_who_died_is_free_when_its_time_is_over(
    desks: TableDesks, seconds: float, free: bool
) -> None:
    taken(desks)
    assert (desks.take("ana", after(seconds), after(90)) is not None) is free


def test_who_writes_the_desk_keeps_the_seat_for_longer(desks: TableDesks) -> None:
    seat = taken(desks)
    desks.note(seat, replace(seat.desk, failures=2), after(50))
    assert desks.take("ana", after(49), after(80)) is None
    assert taken(desks, after(50)).desk.failures == 2


def test_who_lost_the_seat_can_neither_write_nor_leave(earshot: World, desks: TableDesks) -> None:
    late = taken(desks)
    current = taken(desks, after(30))
    before = item(earshot)
    with pytest.raises(ConflictError):
        desks.note(late, replace(late.desk, failures=7), after(90))
    with pytest.raises(ConflictError):
        desks.give_back(late, replace(late.desk, failures=7), None)
    assert item(earshot) == before
    desks.give_back(current, current.desk, None)


def test_who_takes_the_seat_finds_the_desk_as_it_was_left(desks: TableDesks) -> None:
    seat = taken(desks)
    assert seat.desk == Desk(contact="ana")
    left = Desk(
        contact="ana",
        messages=(after(-60), after(0)),
        sent={"sms": (after(0),), "chat": (after(-60),)},
        groups={
            "g": GroupState(told=("a",), told_at=NOW, tick_at=after(300)),
            'default{"topic":"ünïcode"}': GroupState(told=(), told_at=NOW, tick_at=after(5)),
        },
        failures=3,
        looks={"g": after(300)},
        look_at=after(20.5),
        known=4,
    )
    desks.give_back(seat, left, after(20.5))
    assert taken(desks, after(1)).desk == left


# Due.


def test_a_desk_is_due_when_it_says_and_for_nothing_where_nothing_waits(
    earshot: World, desks: TableDesks
) -> None:
    seat = taken(desks)
    desks.give_back(seat, seat.desk, after(60))
    assert is_due(earshot)
    assert desks.due(after(59), 10) == []
    assert desks.due(after(60), 10) == ["ana"]
    again = taken(desks, after(60))
    assert desks.due(after(61), 10) == ["ana"], "who dies here has left it due"
    desks.give_back(again, again.desk, None)
    assert not is_due(earshot)
    assert desks.due(after(999), 10) == []
    assert "leased_until" not in item(earshot)


def test_a_desk_is_due_as_soon_as_something_is_posted(earshot: World, desks: TableDesks) -> None:
    desks.post(notice(), NOW)
    assert desks.due(NOW, 10) == ["ana"]
    seat = taken(desks)
    desks.give_back(seat, seat.desk, after(3_600))
    desks.post(notice(2), after(10))
    assert desks.due(after(10), 10) == ["ana"]


def test_what_is_posted_while_somebody_sits_there_keeps_it_due(
    earshot: World, desks: TableDesks
) -> None:
    desks.post(notice(1), NOW)
    seat = taken(desks)
    desks.post(notice(2), after(1))
    desks.give_back(seat, replace(seat.desk, failures=1), None)
    assert desks.due(after(1), 10) == ["ana"]
    again = taken(desks, after(2))
    assert (again.called, again.desk.failures) == (seat.called + 1, 1)
    desks.give_back(again, again.desk, None)
    assert not is_due(earshot)


def test_all_shards_are_looked_at_and_each_of_its_first(desks: TableDesks) -> None:
    contacts = [f"contact-{number}" for number in range(24)]
    shards = {due_shard("DESK", contact) for contact in contacts}
    assert len(shards) == DUE_SHARDS
    for seconds, contact in enumerate(contacts):
        desks.post(notice(contact=contact), after(seconds))
    assert sorted(desks.due(after(60), 100)) == sorted(contacts)
    assert sorted(desks.due(after(11), 100)) == sorted(contacts[:12])
    few = desks.due(after(60), 2)
    assert len(few) == 2 * DUE_SHARDS
    for shard in shards:
        own = [contact for contact in contacts if due_shard("DESK", contact) == shard]
        assert [each for each in few if each in own] == own[:2]


# Notices.


def test_what_is_posted_lies_there_once_as_it_was_posted_first(desks: TableDesks) -> None:
    first = notice(labels={"topic": "Ünïcode ☂", "brand": ""}, facts={"sources": [{"a": 1}]})
    desks.post(first, NOW)
    desks.post(replace(first, posted_at=after(90), score=99), after(90))
    assert desks.waiting("ana", 10) == [first]
    assert taken(desks, after(91)).called == 2


def test_notices_of_one_contact_are_not_anothers(desks: TableDesks) -> None:
    desks.post(notice(1, "ana"), NOW)
    desks.post(notice(1, "ana-2"), NOW)
    assert [each.contact for each in desks.waiting("ana", 10)] == ["ana"]
    assert [each.contact for each in desks.waiting("ana-2", 10)] == ["ana-2"]


def test_what_waits_is_read_part_by_part_and_without_the_desk(desks: TableDesks) -> None:
    for number in (3, 1, 4, 2, 5):
        desks.post(notice(number), NOW)
    seat = taken(desks)
    desks.note(seat, seat.desk, after(30))
    first = desks.waiting("ana", 2)
    second = desks.waiting("ana", 2, first[-1].id)
    third = desks.waiting("ana", 2, second[-1].id)
    ids = [each.case_id for each in (*first, *second, *third)]
    assert ids == [f"case{number:05}" for number in range(1, 6)]


@pytest.mark.parametrize("count", [1, 25, 26, 130])
def test_a_digest_of_any_size_is_remembered_whole(
    earshot: World, desks: TableDesks, count: int
) -> None:
    notices = [notice(number) for number in range(count)]
    for each in notices:
        desks.post(each, NOW)
    other = notice(9_999)
    desks.post(other, NOW)
    assert desks.told([*notices, other]) == frozenset()
    desks.remember(notices, {"sms": "sent: m1", "email": "failed: OptedOut"}, after(5))
    assert desks.told([*notices, other]) == frozenset(each.id for each in notices)
    assert desks.waiting("ana", 500) == [other]
    outcomes = {
        (found["pk"], found["outcome"]): found["sent_at"]
        for found in earshot.items()
        if found.get("kind") == "delivery"
    }
    assert len(outcomes) == 2 * count
    assert set(outcomes.values()) == {str(int(after(5).timestamp() * 1_000))}
    desks.remember(notices, {"sms": "sent: m1"}, after(6))
    assert desks.waiting("ana", 500) == [other]


@pytest.mark.parametrize("count", [26, 130])
def test_any_number_is_cleared_and_is_not_told(desks: TableDesks, count: int) -> None:
    notices = [notice(number) for number in range(count)]
    for each in notices:
        desks.post(each, NOW)
    desks.clear(notices)
    assert desks.waiting("ana", 500) == []
    assert desks.told(notices) == frozenset()


def test_what_failed_waits_on(desks: TableDesks) -> None:
    desks.post(notice(), NOW)
    desks.failed([notice()], {"sms": "failed: Throttling"}, NOW)
    assert desks.waiting("ana", 10) == [notice()]
    assert desks.told([notice()]) == frozenset()


def test_what_was_told_is_known_when_it_is_posted_again_and_can_be_had_back(
    desks: TableDesks,
) -> None:
    given = notice(facts={"kind": "poison"})
    desks.post(given, NOW)
    assert desks.told_notice(given.id) is None
    desks.remember([given], {"sms": "sent: m1"}, NOW)
    desks.post(given, after(60))
    assert desks.waiting("ana", 10) == [given]
    assert desks.told([given]) == {given.id}
    assert desks.told_notice(given.id) == given


def test_of_trouble_of_our_own_no_delivery_of_a_case_is_written(
    earshot: World, desks: TableDesks
) -> None:
    desks.remember([notice(case_id="", kind="own")], {"email": "sent: m1"}, NOW)
    assert [found["kind"] for found in earshot.items()] == ["told"]


def test_everything_expires_and_not_before_it_may(earshot: World, desks: TableDesks) -> None:
    desks.post(notice(1), NOW)
    desks.post(notice(2), NOW)
    desks.remember([notice(2)], {}, NOW)
    expires = {found["kind"]: int(found["expires_at"]) for found in earshot.items()}
    seconds = {"desk": KEPT, "notice": KEPT, "told": TOLD_KEPT}
    assert expires == {kind: int((NOW + kept).timestamp()) for kind, kept in seconds.items()}, (
        "in seconds, or DynamoDB would never delete it"
    )


# How much a desk can hold.


def crowded(caps: Caps) -> Desk:
    """Told as much and as variously as the rules allow, with keys as long as they can be."""
    contact = Contact(name="a" * 40, email="ana@lumo.example")
    rules = StormRules(more_than=100)
    scene = Scene(contact=contact, now=NOW, caps=caps, storms=rules)
    desk = Desk(contact=contact.name)
    for medium, cap in (
        ("sms", caps.sms_an_hour),
        ("email", caps.emails_an_hour),
        ("chat", caps.chats_an_hour),
    ):
        for second in range(cap):
            desk = after_handing_over(desk, medium, after(second + 0.123456))
    for number in range(500):
        key = f"cases:{number:05}".ljust(LONGEST_KEY + len("cases:"), "x")
        state = GroupState(told=(), told_at=after(0.123456), tick_at=after(86_400.123456 + number))
        message = Message(notices=(notice(),), why="alone", reason="", groups={key: state})
        desk = after_telling(desk, message, scene)
    assert len(desk.groups) == MOST_GROUPS
    latest = max(state.tick_at for state in desk.groups.values())
    assert latest == after(86_400.123456 + 499), "those that were told of last are known"
    turns = {key: at.tick_at for key, at in desk.groups.items()}
    more = {f"{key}+": at + timedelta(days=1) for key, at in turns.items()}
    desk = replace(desk, looks=soonest(more | turns), look_at=NOW, known=10**9)
    assert desk.looks == turns, "those that have their turn first are foreseen"
    return desk


@pytest.mark.parametrize(
    ("caps", "most_bytes"),
    [
        (Caps(), 50_000),
        # As high as anybody can set them; DynamoDB takes 400 KB.
        (Caps(sms_an_hour=100, emails_an_hour=1_000, chats_an_hour=1_000), 120_000),
    ],
)
def test_a_desk_stays_small_whatever_waits_and_was_told(
    earshot: World, desks: TableDesks, caps: Caps, most_bytes: int
) -> None:
    full = crowded(caps)
    seat = taken(desks, contact=full.contact)
    desks.give_back(seat, full, NOW)
    held = item(earshot, full.contact)
    size = sum(len(name) + len(str(value).encode()) for name, value in held.items())
    assert 10_000 < size < most_bytes
    assert taken(desks, after(1), full.contact).desk == full


# What fires.


def test_what_fires_is_kept_until_it_is_over(earshot: World) -> None:
    firing = TableFiring(shared.table())
    assert firing.all() == {}
    firing.put("case1", {"kind": "case", "topic": "Ünïcode"}, NOW)
    firing.put('own:own{"about":"source"}', {"kind": "own"}, NOW)
    firing.put("case1", {"kind": "case", "topic": "outage"}, after(5))
    assert firing.all() == {
        "case1": {"kind": "case", "topic": "outage"},
        'own:own{"about":"source"}': {"kind": "own"},
    }
    firing.remove("case1")
    firing.remove("case1")
    firing.remove("never there")
    assert list(firing.all()) == ['own:own{"about":"source"}']


def test_what_fires_is_read_up_to_a_bound_and_expires(earshot: World) -> None:
    firing = TableFiring(shared.table())
    for number in range(MOST_FIRING + 5):
        firing.put(f"case{number:05}", {"kind": "case"}, NOW)
    assert len(firing.all()) == MOST_FIRING
    expires = {int(found["expires_at"]) for found in earshot.items()}
    assert {datetime.fromtimestamp(at, UTC) for at in expires} == {NOW + timedelta(days=30)}
