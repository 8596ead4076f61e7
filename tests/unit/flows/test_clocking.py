"""Clocking: a case's clocks are looked at in time, and what they say is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from earshot.domain.calendar import OFFICE
from earshot.domain.case import Case, FollowUp
from earshot.domain.clocks.policy import ClockPolicy
from earshot.domain.clocks.reporting import Decided
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, DeliveryError
from earshot.domain.mention import Author
from earshot.domain.transition import move, noted
from earshot.flows import clocking
from earshot.flows.acting import Command, act
from earshot.flows.answering import answer
from earshot.flows.clocking import look, standing
from earshot.flows.delivering import deliver
from earshot.flows.reminding import remind
from earshot.flows.scoring import score
from tests.unit.domain.examples import (
    NOW,
    RULES,
    after,
    assessment,
    attached,
    case,
    chain,
    follow_up,
    found,
    mention,
)
from tests.unit.flows.world import ANA_EMAIL, CLEO_EMAIL, World

LOOK = follow_up("clock_look", number=9)
URGENT = ClockPolicy(
    acknowledge_seconds=900,
    first_reply_seconds=1_800,
    next_reply_seconds=7_200,
    resolve_seconds=28_800,
)


@pytest.fixture(autouse=True)
def clocks(world: World) -> None:
    world.configuration = replace(world.configuration, clocks=(URGENT,))


def planning(world: World, *, at: float, **changes: Any) -> Case:
    """A case that ana has, to be looked at now, that many seconds after it was opened."""
    kept = world.kept(**{"assignee": "ana", "follow_ups": (LOOK,), "numbered": 9} | changes)
    world.clock.at = after(at)
    return kept


def looked(world: World) -> str:
    return look(replace(LOOK, due_at=NOW), world.clocking()).action


def entries(world: World, case_id: str) -> list[tuple[str, str]]:
    waiting = world.now(case_id).outbox.journal
    all_ = {e.number: e for e in (*world.cases.journal(case_id), *waiting)}
    return [(e.what, e.why) for _, e in sorted(all_.items()) if e.what.startswith("clock_")]


def next_look(world: World, case_id: str) -> datetime | None:
    planned = [f.due_at for f in world.now(case_id).follow_ups if f.kind == "clock_look"]
    assert len(planned) <= 1
    return planned[0] if planned else None


# ------------------------------------------------------------------ what a look does


def test_a_look_at_which_nothing_is_new_only_plans_the_next(world: World) -> None:
    kept = planning(world, at=60)
    assert looked(world) == "clock_look"
    seen = world.now(kept.id)
    assert (world.notifier.sent, seen.outbox.journal) == ([], ())
    assert next_look(world, kept.id) == after(720)
    assert (seen.version, seen.changed_at) == (kept.version + 1, kept.changed_at)


def test_a_warning_is_for_the_handler(world: World) -> None:
    kept = planning(world, at=720)
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL]
    assert entries(world, kept.id) == [
        (
            "clock_warned",
            "acknowledge:1: an acknowledgement is due by 2026-03-02T12:15:00+00:00: little time "
            "is left (ana by email: sent)",
        )
    ]
    assert next_look(world, kept.id) == after(900)


def test_a_miss_is_for_the_handler_and_the_owner(world: World) -> None:
    kept = planning(world, at=900)
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL, CLEO_EMAIL]
    assert entries(world, kept.id) == [
        (
            "clock_missed",
            "acknowledge:1: an acknowledgement did not come by 2026-03-02T12:15:00+00:00 "
            "(ana by email: sent; cleo by email: sent)",
        )
    ]


def test_an_owner_who_handles_the_case_hears_of_a_miss_once(world: World) -> None:
    planning(world, at=900, assignee="cleo")
    looked(world)
    assert world.notifier.reached == [CLEO_EMAIL]


@pytest.mark.parametrize(("at", "handler"), [(720, "dora"), (900, "dora"), (900, "nobody")])
def test_the_owner_stands_in_for_a_handler_who_cannot_be_written_to(
    world: World, at: float, handler: str
) -> None:
    planning(world, at=at, assignee=handler)
    if handler == "nobody":
        world.without_contact("ana")
    looked(world)
    assert world.notifier.reached == [CLEO_EMAIL]


def test_where_nobody_can_be_told_the_journal_says_so(world: World) -> None:
    kept = planning(world, at=900)
    nobody = Contact(name="dora", phone="+4930901820")
    world.configuration = replace(world.configuration, contacts=(nobody,), owner="dora")
    looked(world)
    assert entries(world, kept.id)[0][1].endswith("(dora by email: has no email address)")
    world.configuration = replace(world.configuration, contacts=(), owner="ghost")
    world.cases.put(replace(world.now(kept.id), follow_ups=(LOOK,)))
    world.clock.at = after(1_800)
    looked(world)
    assert entries(world, kept.id)[-1][1].endswith("(nobody could be told)")


def test_what_was_decided_is_kept_and_written_over(world: World) -> None:
    kept = planning(world, at=900)
    looked(world)
    day = NOW.date()
    missed = Decided(clock="acknowledge", met=False, taken_seconds=None)
    assert world.decided.kept == {(kept.id, day): (missed,)}
    late = move(world.now(kept.id), "acknowledge", who="ana", why="", now=after(1_000), rules=RULES)
    world.cases.put(replace(late, follow_ups=(LOOK,)))
    world.clock.at = after(1_000)
    looked(world)
    assert world.decided.kept == {(kept.id, day): (replace(missed, taken_seconds=1_000.0),)}


def test_of_a_case_that_was_dismissed_nothing_counts(world: World) -> None:
    kept = planning(world, at=900)
    looked(world)
    gone = move(world.now(kept.id), "dismiss", who="ana", why="", now=after(1_000), rules=RULES)
    world.cases.put(replace(gone, follow_ups=(LOOK,)))
    world.clock.at = after(1_000)
    looked(world)
    assert world.decided.kept == {(kept.id, NOW.date()): ()}
    assert next_look(world, kept.id) is None


def test_a_case_that_closed_tells_nobody_but_its_journal(world: World) -> None:
    kept = planning(world, at=900, state="satisfied", closed_at=after(960))
    closed = move(case(), "customer_says_yes", who="ana", why="", now=after(960), rules=RULES)
    world.cases.put(
        replace(kept, outbox=closed.outbox, entries=closed.entries, version=closed.version)
    )
    world.clock.at = after(970)
    looked(world)
    assert world.notifier.sent == []
    (told,) = entries(world, kept.id)
    assert told[0] == "clock_missed"
    assert told[1].endswith("(told to nobody: the case is closed)")


def test_what_its_alerts_say_already_is_no_warning(world: World) -> None:
    kept = planning(world, at=720, chain=chain(level=1, alerted_at=NOW))
    looked(world)
    assert world.notifier.sent == []
    assert "what the case's alerts say" in entries(world, kept.id)[0][1]
    world.cases.put(replace(world.now(kept.id), follow_ups=(LOOK,)))
    world.clock.at = after(900)
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL, CLEO_EMAIL]


@pytest.mark.parametrize("over", [chain(ended="nobody is left"), None])
def test_where_nothing_alerts_any_more_a_warning_is_one(world: World, over: Any) -> None:
    planning(world, at=720, chain=over)
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL]


def test_a_case_that_became_urgent_has_other_targets_at_once(world: World) -> None:
    slow = replace(URGENT, acknowledge_seconds=14_400)
    world.configuration = replace(
        world.configuration,
        clocks=(replace(URGENT, urgencies=("urgent",)), slow),
    )
    kept = planning(world, at=720, urgency="normal")
    looked(world)
    assert world.notifier.sent == []
    world.cases.put(replace(world.now(kept.id), follow_ups=(LOOK,), urgency="urgent"))
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL]


def test_only_the_hours_of_the_policys_calendar_count(world: World) -> None:
    world.configuration = replace(
        world.configuration,
        clocks=(replace(URGENT, calendar="office"),),
        calendars={"office": OFFICE},
    )
    kept = planning(world, at=0, opened_at=datetime.fromisoformat("2026-03-06T16:50:00+00:00"))
    world.clock.at = datetime.fromisoformat("2026-03-06T17:30:00+00:00")
    looked(world)
    assert world.notifier.sent == []
    assert next_look(world, kept.id) == datetime.fromisoformat("2026-03-09T09:02:00+00:00")


# ------------------------------------------------------------------ twice, late, too long


@pytest.mark.parametrize("at", [60, 720, 900])
def test_the_same_record_again_does_nothing(world: World, at: float) -> None:
    kept = planning(world, at=at)
    looked(world)
    once, sent = world.now(kept.id), list(world.notifier.sent)
    for _ in range(3):
        assert looked(world) == "nothing"
    assert (world.now(kept.id), world.notifier.sent) == (once, sent)


def test_one_that_was_removed_early_was_replaced(world: World) -> None:
    kept = planning(world, at=900, follow_ups=(replace(LOOK, due_at=after(1_000)),))
    assert look(replace(LOOK, due_at=after(1_000)), world.clocking()).action == "nothing"
    assert world.now(kept.id) == kept


def test_one_of_a_case_that_is_gone_does_nothing(world: World) -> None:
    assert look(LOOK, world.clocking()).reason == "the case is gone"


def test_a_letter_that_may_yet_be_taken_comes_again_and_nobody_hears_twice(world: World) -> None:
    kept = planning(world, at=900)
    world.notifier.refusals = {CLEO_EMAIL: DeliveryError("Throttling")}
    with pytest.raises(DeliveryError):
        looked(world)
    assert world.now(kept.id) == kept
    world.notifier.refusals = {}
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL, CLEO_EMAIL]


def test_a_letter_that_is_refused_for_good_is_recorded(world: World) -> None:
    kept = planning(world, at=720)
    world.notifier.refusals = {ANA_EMAIL: DeliveryError("MessageRejected", permanent=True)}
    looked(world)
    assert entries(world, kept.id)[0][1].endswith("(ana by email: failed)")


def test_who_loses_a_race_decides_anew_and_writes_nobody_twice(world: World) -> None:
    kept = planning(world, at=900)
    world.somebody_is_faster(lambda c: noted(c, who="ben", what="note", why="", now=after(900)))
    looked(world)
    assert world.notifier.reached == [ANA_EMAIL, CLEO_EMAIL]
    assert [what for what, _ in entries(world, kept.id)] == ["clock_missed"]


def test_who_keeps_losing_gives_up_and_comes_again(world: World) -> None:
    planning(world, at=60)
    world.somebody_is_faster(
        lambda c: noted(c, who="ben", what="note", why="", now=NOW), times=None
    )
    with pytest.raises(ConflictError):
        looked(world)


def test_a_long_journal_is_read_in_pages_to_its_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocking, "ENTRIES_PER_PAGE", 2)
    kept = planning(world, at=1_000, state="open", entries=0)
    busy = kept
    for minute in range(7):
        busy = noted(busy, who="ana", what="note", why="", now=after(60 * minute))
    busy = move(busy, "acknowledge", who="ana", why="", now=after(500), rules=RULES)
    world.cases.put(busy)
    deliver(busy.id, world.delivering())
    world.cases.put(noted(world.now(busy.id), who="ana", what="note", why="", now=after(600)))
    stood = standing(
        world.now(busy.id), world.cases, world.mentions, world.configuration, after(1_000)
    )
    assert stood is not None
    assert next((s.key, s.state) for s in stood.states) == ("acknowledge:1", "met")


def test_beyond_the_bound_a_case_has_no_clocks_any_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clocking, "MOST_ENTRIES", 2)
    kept = planning(world, at=900)
    duty = look(LOOK, world.clocking())
    assert (duty.action, duty.reason) == ("nothing", "more than 2 entries in its journal")
    assert world.now(kept.id) == kept
    assert world.notifier.sent == []


def test_what_is_on_its_way_beside_the_case_counts_already(world: World) -> None:
    """The look may come before what else the case still has to cause."""
    kept = planning(world, at=9_000, state="in_progress", answered_at=after(60), mentions=2)
    wrote = mention("p2", created_at=after(600))
    world.mentions.kept["acme", wrote.id] = found(wrote)
    world.cases.put(
        replace(kept, outbox=replace(kept.outbox, attach=(attached(wrote, read_at=after(660)),)))
    )
    world.cases.answered[kept.id, "a1"] = _answer("a1", 60)
    looked(world)
    assert ("clock_missed" in dict(entries(world, kept.id))) is True
    assert any(why.startswith(f"next_reply:{wrote.id}") for _, why in entries(world, kept.id))


def _answer(name: str, at: float) -> Any:
    from earshot.domain.case import Answer

    return Answer(mention_id=name, at=after(at), account="@acme@social.example", url="")


# ------------------------------------------------------------------ a case's life


def minutes(world: World, many: float) -> None:
    """So many minutes pass; each ends with a sweep, and what was removed is done."""
    until = world.clock() + timedelta(minutes=many)
    while world.clock() < until:
        due = [f.due_at for f in world.follow_ups.kept.values()]
        world.clock.at = min(
            [until, *(max(at, world.clock() + timedelta(minutes=1)) for at in due)]
        )
        sweep(world)


def sweep(world: World, *, twice: bool = False) -> None:
    world.follow_ups.left.clear()
    world.follow_ups.sweep(world.clock())
    for left in [*world.follow_ups.left] * (2 if twice else 1):
        if left.kind == "clock_look":
            remind(left, world.reminding())
            deliver(left.case_id, world.delivering())


def says(world: World, native_id: str, text: str, severity: float = 0.0) -> str:
    made = mention(native_id, text=text, created_at=world.clock(), in_reply_to="p1")
    world.classifier.known = {
        **world.classifier.known,
        text: assessment(severity, 0.9 if severity else 0.1),
    }
    written = found(made, read_at=world.clock())
    world.mentions.kept["acme", made.id] = written
    hearing = score(written, changed=False, scoring=world.scoring())
    assert hearing.case is not None, hearing.reason
    deliver(hearing.case.id, world.delivering())
    return made.id


def brand_says(world: World, native_id: str, *, to: str = "p1", ago: float = 0) -> None:
    made = mention(
        native_id,
        author=Author(id="https://social.example/users/acme", name="@acme@social.example"),
        created_at=world.clock() - timedelta(minutes=ago),
        in_reply_to=to,
    )
    written = replace(found(made, read_at=world.clock()), own=True)
    world.mentions.kept["acme", made.id] = written
    hearing = answer(written, world.scoring())
    assert hearing.case is not None, hearing.reason
    deliver(hearing.case.id, world.delivering())


def does(world: World, action: Any, **given: Any) -> None:
    act(case().id, Command(action=action, **given), who="ana", acting=world.acting())
    deliver(case().id, world.delivering())


def missed(world: World) -> list[str]:
    return [why.split(": ")[0] for what, why in entries(world, case().id) if what == "clock_missed"]


def test_a_case_that_is_well_looked_after_hears_nothing_of_its_clocks(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 5)
    does(world, "acknowledge")
    minutes(world, 10)
    brand_says(world, "b1")
    minutes(world, 30)
    says(world, "p2", "Thanks, I wait then.")
    minutes(world, 20)
    brand_says(world, "b2", to="p2")
    does(world, "await_customer")
    minutes(world, 60 * 24)
    does(world, "customer_says", answer="yes")
    minutes(world, 5)
    assert world.notifier.sent == []
    assert missed(world) == []
    assert next_look(world, case().id) is None
    decided = {one.clock: one for one in _all_decided(world)}
    assert {name: (one.met, one.taken_seconds) for name, one in decided.items()} == {
        "acknowledge": (True, 300.0),
        "first_reply": (True, 900.0),
        "next_reply": (True, 1_200.0),
        "resolve": (True, 3_900.0),
    }


def _all_decided(world: World) -> Iterator[Decided]:
    return iter([one for all_ in world.decided.kept.values() for one in all_])


def test_a_case_that_nobody_cares_for_misses_each_of_its_clocks_once(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 60 * 48)
    assert missed(world) == ["acknowledge:1", "first_reply:1", "resolve:1"]
    warned = [why for what, why in entries(world, case().id) if what == "clock_warned"]
    assert len(warned) == 3
    assert Counter(world.notifier.reached) == {ANA_EMAIL: 6, CLEO_EMAIL: 3}
    assert next_look(world, case().id) is None
    assert Counter(one.met for one in _all_decided(world)) == {False: 3}


def test_a_reply_is_missed_once_for_each_message_that_waits(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 5)
    brand_says(world, "b1")
    minutes(world, 5)
    second = says(world, "p2", "And now?")
    minutes(world, 60)
    says(world, "p3", "Hello?")
    minutes(world, 120)
    assert missed(world) == [f"next_reply:{second}"]
    third = says(world, "p4", "Still waiting!")
    minutes(world, 240)
    assert missed(world) == [f"next_reply:{second}", f"next_reply:{third}"]
    brand_says(world, "b2", to="p4")
    minutes(world, 100)
    assert missed(world) == [f"next_reply:{second}", f"next_reply:{third}", "resolve:1"]


def test_what_earshot_says_by_itself_stops_no_clock(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    told = noted(
        world.now(case().id), who="earshot", what="told_customer", why="holding", now=world.clock()
    )
    world.cases.put(told)
    deliver(told.id, world.delivering())
    minutes(world, 31)
    assert missed(world) == ["acknowledge:1", "first_reply:1"]


def test_an_answer_that_is_heard_of_late_takes_the_miss_out_of_the_figures(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 40)
    assert missed(world) == ["acknowledge:1", "first_reply:1"]
    brand_says(world, "b1", ago=35)
    minutes(world, 60 * 24)
    assert missed(world) == ["acknowledge:1", "first_reply:1", "resolve:1"]
    met = {one.clock: (one.met, one.taken_seconds) for one in _all_decided(world)}
    assert met == {
        "acknowledge": (True, 300.0),
        "first_reply": (True, 300.0),
        "resolve": (False, None),
    }


def test_clocks_stand_while_the_customer_is_awaited_and_go_on_as_they_write(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 5)
    brand_says(world, "b1")
    does(world, "await_customer")
    minutes(world, 60 * 24 * 3)
    assert missed(world) == []
    says(world, "p2", "I do not know whether it works.")
    minutes(world, 1)
    assert next_look(world, case().id) is not None
    minutes(world, 60 * 24)
    assert [one.partition(":")[0] for one in missed(world)] == ["next_reply", "resolve"]


def test_a_case_that_comes_back_has_its_clocks_anew(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    minutes(world, 5)
    does(world, "acknowledge")
    does(world, "customer_says", answer="yes")
    minutes(world, 60)
    says(world, "p2", "It broke again!", 3.0)
    minutes(world, 20)
    assert missed(world) == ["acknowledge:2"]


def test_records_that_come_twice_change_nothing(world: World) -> None:
    says(world, "p1", "It broke!", 3.0)
    for minute in range(1, 40):
        world.clock.at = after(60 * minute)
        sweep(world, twice=True)
    assert missed(world) == ["acknowledge:1", "first_reply:1"]
    assert Counter(world.notifier.reached) == {ANA_EMAIL: 4, CLEO_EMAIL: 2}


# ------------------------------------------------------------------ deaths


class Died(Exception):  # noqa: N818 - not an error of ours
    """The process ended here."""


CALLS = ("claim", "email", "settle", "keep", "save")
"""What a look does to the world, in this order; a read that fails has done nothing."""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("at", "call"),
    # At a warning nothing is decided yet.
    [(720, call) for call in CALLS if call != "keep"] + [(900, call) for call in CALLS],
)
def test_wherever_a_look_dies_it_ends_the_same(
    world: World, call: str, when: str, at: float
) -> None:
    kept = planning(world, at=at)
    fatal = _dying(world, call, when)
    with pytest.raises(Died):
        looked(world)
    fatal()
    looked(world)
    assert [what for what, _ in entries(world, kept.id)] == [
        "clock_warned" if at == 720 else "clock_missed"
    ]
    expected = Counter([ANA_EMAIL] if at == 720 else [ANA_EMAIL, CLEO_EMAIL])
    # The one window that no sender can close: it went, and nobody could write that down.
    in_the_window = (call, when) in (("email", "after"), ("settle", "before"))
    extra = Counter(world.notifier.reached) - expected
    assert extra == (Counter([ANA_EMAIL]) if in_the_window else Counter())
    assert next_look(world, kept.id) == (after(900) if at == 720 else after(1_440))


def _dying(world: World, call: str, when: str) -> Callable[[], None]:
    """Lets the first such call die; what is returned lets everybody live again."""
    owner: Any = {
        "claim": world.deliveries,
        "email": world.notifier,
        "settle": world.deliveries,
        "keep": world.decided,
        "save": world.cases,
    }[call]
    real = getattr(owner, call)

    def dies(*args: Any, **given: Any) -> Any:
        if when == "after":
            real(*args, **given)
        raise Died

    setattr(owner, call, dies)
    return lambda: setattr(owner, call, real)


def test_days_are_those_of_the_universal_clock(world: World) -> None:
    opened_at = datetime.fromisoformat("2026-03-03T00:30:00+01:00")
    kept = planning(world, at=86_400, opened_at=opened_at)
    looked(world)
    assert list(world.decided.kept) == [(kept.id, date(2026, 3, 2))]
    assert isinstance(LOOK, FollowUp)
