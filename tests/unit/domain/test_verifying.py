"""A journal is a chain: whatever is done to it afterwards, its seals tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.case import Case
from earshot.domain.journal import Entry, seal, sealed
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.transition import move, noted
from earshot.domain.verifying import Verification, verified
from tests.unit.domain.examples import NOW, RULES, after, case

CASE, OTHER = "a" * 26, "b" * 26
STOLEN = "0" * 64
Entries = list[Entry]


def entry(number: int, **changes: Any) -> Entry:
    made = Entry(number=number, at=after(60 * number), who="ana", what="note", why=f"call {number}")
    return replace(made, **changes)


def chained(entries: Entries, case_id: str = CASE, previous: str | None = None) -> Entries:
    chain: Entries = []
    for one in entries:
        chain.append(sealed(one, case_id, previous))
        previous = chain[-1].hash
    return chain


def journal(many: int = 5, *, unchained: int = 0, case_id: str = CASE) -> Entries:
    written = [entry(number) for number in range(1, many + 1)]
    return written[:unchained] + chained(written[unchained:], case_id)


def looked(entries: Entries, head: str | None, *, case_id: str = CASE) -> Verification:
    return verified(entries, case_id=case_id, head=head)


def anew(entries: Entries, place: int, **changes: Any) -> Entries:
    """The entry changed, and its own seal made to fit."""
    changed = replace(entries[place], **changes)
    changed = sealed(changed, CASE, changed.previous)
    return [*entries[:place], changed, *entries[place + 1 :]]


@pytest.mark.parametrize("many", [1, 2, 5, 40])
def test_a_journal_as_it_was_written_verifies(many: int) -> None:
    kept = journal(many)
    assert looked(kept, kept[-1].hash) == Verification(
        ok=True,
        count=many,
        unchained=0,
        first_fault=None,
        reason="every entry is as it was written, and none is missing",
    )


def test_the_seal_is_what_the_documents_say_it_is() -> None:
    said = (
        f'{{"at":"2026-03-02T09:30:00+00:00","case":"{CASE}","number":7,"previous":"{STOLEN}",'
        '"what":"note","who":"ana","why":"r\\u00fcckruf"}'
    )
    at = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    written = Entry(number=7, at=at, who="ana", what="note", why="rückruf", previous=STOLEN)
    assert seal(written, CASE) == sha256(said.encode()).hexdigest()


def test_a_time_is_the_same_moment_in_every_zone() -> None:
    here = entry(1)
    there = replace(here, at=here.at.astimezone(timezone(timedelta(hours=5, minutes=45))))
    assert seal(here, CASE) == seal(there, CASE)


def test_an_entry_that_was_stored_and_read_again_has_the_same_seal() -> None:
    kept = chained([entry(1, why='"quoted" \u2028 né\x00 😡', at=after(0.123456))])
    read = [from_plain(Entry, json.loads(json.dumps(to_plain(one)))) for one in kept]
    assert looked(read, kept[-1].hash).ok


# What can be done to a journal: (what, the entries afterwards, the first fault, what is told).
Tampered = Callable[[Entries], Entries]
TAMPERED: list[tuple[str, Tampered, int, str]] = [
    ("why is changed", lambda j: [*j[:1], replace(j[1], why="no"), *j[2:]], 2, "entry 2 was cha"),
    ("who is changed", lambda j: [*j[:1], replace(j[1], who="ben"), *j[2:]], 2, "entry 2 was cha"),
    ("what is changed", lambda j: [replace(j[0], what="reply"), *j[1:]], 1, "entry 1 was changed"),
    ("the time is changed", lambda j: [*j[:4], replace(j[4], at=NOW)], 5, "entry 5 was changed"),
    ("a seal is changed", lambda j: [*j[:2], replace(j[2], hash=STOLEN), *j[3:]], 3, "entry 3 was"),
    ("a link is changed", lambda j: [*j[:2], replace(j[2], previous=STOLEN), *j[3:]], 3, "entry 3"),
    ("changed, with its seal", lambda j: anew(j, 1, why="no"), 3, "entry 3 does not follow the e"),
    ("the first, with its seal", lambda j: anew(j, 0, why="no"), 2, "entry 2 does not follow the"),
    ("the last, with its seal", lambda j: anew(j, 4, why="no"), 6, "the case knows another last"),
    ("all written anew", lambda j: chained([entry(n, why="x") for n in range(1, 6)]), 6, "anew"),
    ("the first is removed", lambda j: j[1:], 1, "entry 1 is missing"),
    ("one in between is removed", lambda j: j[:2] + j[3:], 3, "entry 3 is missing"),
    ("two are removed", lambda j: j[:1] + j[3:], 2, "entry 2 is missing"),
    ("the last is removed", lambda j: j[:-1], 5, "from entry 5 on entries are missing"),
    ("the tail is removed", lambda j: j[:2], 3, "from entry 3 on entries are missing"),
    ("all are removed", lambda j: [], 1, "from entry 1 on entries are missing"),
    (
        "removed, and the rest numbered anew",
        lambda j: j[:1] + [replace(e, number=e.number - 1) for e in j[2:]],
        2,
        "entry 2 was changed",
    ),
    (
        "removed, and the rest sealed anew",
        lambda j: chained([replace(e, number=n) for n, e in enumerate(j[:1] + j[2:], 1)]),
        5,
        "the case knows another last entry",
    ),
    (
        "one is added at the end",
        lambda j: [*j, sealed(entry(6), CASE, j[-1].hash)],
        6,
        "came after",
    ),
    ("one is added without a seal", lambda j: [*j, entry(6)], 6, "entry 6 has no seal"),
    ("one is added in between", lambda j: [*j[:2], entry(3), *j[2:]], 3, "entry 3 has no seal"),
    (
        "one is added in between, sealed",
        lambda j: [*j[:2], sealed(entry(3, why="?"), CASE, j[1].hash), *j[2:]],
        3,
        "entry 3 stands where entry 4 belongs",
    ),
    ("one is there twice", lambda j: [*j[:2], *j[1:]], 2, "entry 2 stands where entry 3 belongs"),
    ("two are exchanged", lambda j: [j[0], j[2], j[1], *j[3:]], 2, "entry 2 is missing"),
    ("all are turned round", lambda j: j[::-1], 1, "entry 1 is missing"),
    (
        "two exchange their words",
        lambda j: [j[0], replace(j[1], why=j[2].why), replace(j[2], why=j[1].why), *j[3:]],
        2,
        "entry 2 was changed",
    ),
    (
        "two exchange their numbers",
        lambda j: [j[0], replace(j[2], number=2), replace(j[1], number=3), *j[3:]],
        2,
        "entry 2 was changed",
    ),
    ("one is of another case", lambda j: [*j[:1], journal(case_id=OTHER)[1], *j[2:]], 2, "another"),
    ("all are of another case", lambda j: journal(case_id=OTHER), 1, "or is of another case"),
    ("the seals are taken off", lambda j: [entry(n) for n in range(1, 6)], 6, "another last"),
    ("one seal is taken off", lambda j: [*j[:2], replace(j[2], hash=None), *j[3:]], 3, "taken off"),
    ("the first seal is taken off", lambda j: [entry(1), *j[1:]], 2, "entry 2 follows a sealed"),
    (
        "a seal and its link are taken off",
        lambda j: [*j[:2], entry(3), *j[3:]],
        3,
        "entry 3 has no seal, though entry 2 has one",
    ),
    ("numbers begin at 0", lambda j: [replace(e, number=e.number - 1) for e in j], 0, "stands whe"),
    ("numbers are negative", lambda j: [replace(e, number=-e.number) for e in j], -1, "stands whe"),
]


@pytest.mark.parametrize(
    ("tamper", "fault", "told"), [t[1:] for t in TAMPERED], ids=[t[0] for t in TAMPERED]
)
def test_tampering_is_found_and_told_where(tamper: Tampered, fault: int, told: str) -> None:
    kept = journal()
    found = looked(tamper(kept), kept[-1].hash)
    assert (found.ok, found.first_fault) == (False, fault), found.reason
    assert told in found.reason


@pytest.mark.parametrize("unchained", [1, 3, 4])
def test_entries_from_before_there_were_seals_are_told_as_unchained(unchained: int) -> None:
    kept = journal(unchained=unchained)
    found = looked(kept, kept[-1].hash)
    assert (found.ok, found.unchained, found.count) == (True, unchained, 5)
    assert f"unchained until {unchained}" in found.reason


def test_a_journal_without_any_seal_is_unchained_to_its_end() -> None:
    found = looked(journal(unchained=5), None)
    assert (found.ok, found.unchained) == (True, 5)
    assert found.reason.startswith("unchained until 5: ")


OLD: list[tuple[str, Tampered, int]] = [
    ("an unsealed entry is removed", lambda j: j[1:], 1),
    ("unsealed entries are exchanged", lambda j: [j[1], j[0], *j[2:]], 1),
    ("an unsealed entry is sealed", lambda j: [j[0], *chained(j[1:2]), *j[2:]], 3),
    ("the first seal is taken off", lambda j: [*j[:2], entry(3), *j[3:]], 4),
    ("the tail is removed", lambda j: j[:4], 5),
    ("all that is sealed is removed", lambda j: j[:2], 3),
]


@pytest.mark.parametrize(("tamper", "fault"), [t[1:] for t in OLD], ids=[t[0] for t in OLD])
def test_tampering_is_found_where_old_entries_go_before(tamper: Tampered, fault: int) -> None:
    kept = journal(unchained=2)
    assert looked(tamper(kept), kept[-1].hash).first_fault == fault


def test_a_head_taken_off_the_case_is_found_by_the_entries() -> None:
    found = looked(journal(), None)
    assert (found.ok, found.first_fault) == (False, 1)
    assert "the case knows of no seal" in found.reason


def test_a_case_without_entries_has_nothing_to_verify() -> None:
    assert looked([], None).ok


def test_what_is_read_from_later_on_is_verified_from_there() -> None:
    kept = journal(9)
    found = verified(kept[4:], case_id=CASE, head=kept[-1].hash, from_number=5)
    assert (found.ok, found.count) == (True, 5)
    assert found.reason.startswith("from entry 5 on ")
    assert not verified(kept[5:], case_id=CASE, head=kept[-1].hash, from_number=5).ok
    assert not verified(kept[4:-1], case_id=CASE, head=kept[-1].hash, from_number=5).ok


WORDS = st.text(max_size=12)
MOMENTS = st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1))  # noqa: DTZ001
ENTRIES = st.lists(st.tuples(MOMENTS, WORDS, WORDS, WORDS), min_size=1, max_size=6).map(
    lambda rows: [
        Entry(number=n, at=at, who=who, what=what, why=why)
        for n, (at, who, what, why) in enumerate(rows, 1)
    ]
)
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "number": st.integers(-3, 9),
    "at": MOMENTS,
    "who": WORDS,
    "what": WORDS,
    "why": WORDS,
    "previous": st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    "hash": st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
}


@given(ENTRIES, st.data())
def test_any_change_of_any_field_of_any_entry_is_found(
    entries: Entries, data: st.DataObject
) -> None:
    kept = chained(entries)
    place = data.draw(st.integers(0, len(kept) - 1))
    name = data.draw(st.sampled_from(sorted(CHANGES)))
    value = data.draw(CHANGES[name].filter(lambda v: v != getattr(kept[place], name)))
    changed = replace(kept[place], **{name: value})
    found = looked([*kept[:place], changed, *kept[place + 1 :]], kept[-1].hash)
    assert not found.ok
    assert looked(kept, kept[-1].hash).ok


@given(ENTRIES, st.data())
def test_any_other_order_or_number_of_entries_is_found(
    entries: Entries, data: st.DataObject
) -> None:
    kept = chained(entries)
    places = data.draw(st.lists(st.integers(0, len(kept) - 1), max_size=8))
    others = [kept[place] for place in places]
    assert looked(others, kept[-1].hash).ok == (others == kept)


@given(ENTRIES, st.integers(0, 6))
def test_whoever_seals_anew_from_an_entry_on_does_not_meet_the_head(
    entries: Entries, place: int
) -> None:
    kept = chained(entries)
    place %= len(kept)
    forged = [replace(one, why=one.why + "!") for one in kept[place:]]
    forged = [*kept[:place], *chained(forged, previous=kept[place].previous)]
    assert not looked(forged, kept[-1].hash).ok


# How a case writes it.


def test_a_case_seals_every_entry_and_keeps_the_head() -> None:
    now = case("open", entries=0)
    for number in range(3):
        now = noted(now, who="ana", what="note", why=str(number), now=after(number))
    now = move(now, "dismiss", who="ana", why="", now=after(9), rules=RULES)
    written = list(now.outbox.journal)
    assert now.journal_head == written[-1].hash
    found = verified(written, case_id=now.id, head=now.journal_head)
    assert (found.ok, found.count, found.unchained) == (True, 4, 0)


def test_a_case_from_before_there_were_seals_begins_its_chain_where_it_is() -> None:
    old = [entry(number) for number in (1, 2, 3)]
    now = noted(case("open", entries=3), who="ana", what="note", why="", now=NOW)
    written = [*old, *now.outbox.journal]
    found = verified(written, case_id=now.id, head=now.journal_head)
    assert (found.ok, found.unchained) == (True, 3)


def test_a_change_decided_twice_writes_the_same_bytes() -> None:
    def decided() -> Case:
        return move(case("open"), "acknowledge", who="ana", why="", now=NOW, rules=RULES)

    assert json.dumps(to_plain(decided())) == json.dumps(to_plain(decided()))


def test_of_two_changes_at_once_only_the_one_that_is_kept_is_in_the_chain() -> None:
    before = case("open", entries=0)
    lost = noted(before, who="ben", what="note", why="mine", now=NOW)
    kept = noted(before, who="ana", what="note", why="mine", now=NOW)
    # Whoever lost reads again and decides anew: on what is there now.
    again = noted(kept, who="ben", what="note", why="mine", now=after(1))
    assert verified(again.outbox.journal, case_id=again.id, head=again.journal_head).ok
    assert not verified(
        [*lost.outbox.journal, again.outbox.journal[1]], case_id=again.id, head=again.journal_head
    ).ok
