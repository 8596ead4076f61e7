"""Notifying: what may be told now, of all that lies on a contact's desk, and what it comes with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from earshot.domain.alerts.labels import case_labels
from earshot.domain.alerts.rules import Inhibition, StormRules
from earshot.domain.alerts.silencing import Wanted, made
from earshot.domain.calendar import Calendar
from earshot.domain.case import State
from earshot.domain.errors import EarshotError, StoreError
from earshot.domain.impact import Urgency
from earshot.flows.notifying.attending import BUSY, attend, sweep
from earshot.flows.notifying.posting import post
from tests.unit.domain.examples import after, impact
from tests.unit.flows.desk_work import (
    BOTH,
    OPENING,
    ana_is,
    ana_reads_in_the_evening,
    laid,
    letters,
    moved,
    nothing_waits,
    pass_minutes,
    posted,
    settle,
)
from tests.unit.flows.world import ANA_EMAIL, ANA_SMS, BEN_EMAIL, CLEO_EMAIL, DORA_SMS, World

# Quiet hours.


def test_in_quiet_hours_a_message_waits_until_they_are_over_to_the_second(world: World) -> None:
    ana_reads_in_the_evening(world)
    looked = posted(world)
    assert [ruling.reason for ruling in looked.untold.values()] == ["quiet hours"]
    assert looked.look_at == world.desks.looks["ana"] == OPENING
    world.clock.at = OPENING - timedelta(seconds=1)
    assert sweep(world.notifying()) == 0
    assert world.notifier.sent == []
    world.clock.at = OPENING
    assert sweep(world.notifying()) == 1
    assert world.notifier.reached == BOTH
    assert nothing_waits(world)


def test_what_is_urgent_breaks_through_quiet_hours_and_takes_nothing_along(world: World) -> None:
    ana_reads_in_the_evening(world)
    posted(world, 1)
    posted(world, 2, "urgent")
    assert letters(world) == [["case2"]]
    assert world.desks.looks["ana"] == OPENING


def test_what_waited_over_quiet_hours_comes_together_by_group(world: World) -> None:
    ana_reads_in_the_evening(world)
    for number, topic in ((1, "delivery"), (2, "delivery"), (3, "outage"), (4, "delivery")):
        posted(world, number, topics=(topic,))
        world.clock.advance(1_800)
    world.clock.at = OPENING
    sweep(world.notifying())
    assert letters(world) == [["case4", "case2", "case1"], ["case3"]]
    held = next(text for to, text in world.notifier.sent if to == ANA_EMAIL)
    assert "12:00" in held, "who reads it in the evening is told since when it waited"


def test_what_grew_urgent_while_it_waited_is_told_when_anything_is_looked_at(world: World) -> None:
    ana_reads_in_the_evening(world)
    posted(world, 1)
    world.cases.put(replace(world.now("case1"), urgency="urgent"))
    posted(world, 2, "urgent")
    assert letters(world) == [["case2"], ["case1"]]


@pytest.mark.parametrize("calendars", [{}, {"evenings": Calendar(hours={})}])
def test_whose_hours_nobody_knows_is_never_quiet(
    world: World, calendars: dict[str, Calendar]
) -> None:
    ana_reads_in_the_evening(world)
    settle(world, calendars=calendars)
    posted(world)
    assert world.notifier.reached == BOTH


def test_quiet_hours_are_each_contacts_own(world: World) -> None:
    ana_reads_in_the_evening(world)
    posted(world, 1)
    posted(world, 2, contact="ben")
    assert world.notifier.reached == [BEN_EMAIL]


# Silences.


def silence(world: World, *matchers: str, hours: int = 8) -> str:
    wanted = Wanted(matchers=matchers, reason="we know", for_seconds=hours * 3_600)
    nonce = f"{next(world.numbers):016x}"
    one = made(wanted, nonce=nonce, author="ben", now=world.clock())
    world.silences.put(one)
    return one.id


@pytest.mark.parametrize("urgency", ["urgent", "high", "normal"])
def test_a_silence_mutes_until_it_ends_and_then_what_is_still_active_is_told(
    world: World, urgency: Urgency
) -> None:
    silence(world, "brand=acme", hours=1)
    assert "silenced by ben" in next(iter(posted(world, 1, urgency).untold.values())).reason
    pass_minutes(world, 59)
    assert world.notifier.sent == []
    pass_minutes(world, 1)
    assert letters(world) == [["case1"]]


def test_a_silence_that_is_ended_early_is_over_within_the_minute(world: World) -> None:
    silence_id = silence(world, "brand=acme")
    posted(world)
    pass_minutes(world, 10)
    world.silences.end(silence_id, "ana", world.clock())
    pass_minutes(world, 1)
    assert world.notifier.reached == BOTH
    assert nothing_waits(world)


def test_who_acknowledges_under_a_silence_is_told_of_it_by_nobody(world: World) -> None:
    silence(world, "brand=acme", hours=1)
    posted(world)
    moved(world, "case1", "acknowledge")
    pass_minutes(world, 120)
    assert world.notifier.sent == []
    assert nothing_waits(world)


def test_a_silence_mutes_what_it_fits_and_nothing_else(world: World) -> None:
    silence(world, "topic=~topic-1|topic-3")
    for number in (1, 2, 3):
        posted(world, number)
    assert letters(world) == [["case2"]]


def test_a_silence_never_mutes_longer_than_its_matchers_fit(world: World) -> None:
    silence(world, "urgency=high")
    posted(world)
    world.cases.put(replace(world.now("case1"), urgency="urgent"))
    pass_minutes(world, 1)
    assert world.notifier.reached == BOTH


# Inhibitions.

URGENT_SAYS_IT = Inhibition(source=("urgency=urgent",), target=("urgency!=urgent",))


def is_gone(world: World) -> None:
    del world.cases.kept["case1"]


def is_closed(world: World) -> None:
    moved(world, "case1", "dismiss")


def is_acknowledged(world: World) -> None:
    moved(world, "case1", "acknowledge")


def stays(world: World) -> None:
    """Nothing happens to it."""


@pytest.mark.parametrize(
    ("happens", "told"),
    [(stays, False), (is_acknowledged, False), (is_closed, True), (is_gone, True)],
)
def test_while_a_greater_alert_fires_the_lesser_are_held_and_until_then_only(
    world: World, happens: Callable[[World], None], told: bool
) -> None:
    settle(world, inhibitions=(URGENT_SAYS_IT,))
    posted(world, 1, "urgent")
    held = posted(world, 2)
    assert "while another alert says it" in next(iter(held.untold.values())).reason
    assert letters(world) == [["case1"]]
    happens(world)
    pass_minutes(world, 3)
    assert letters(world) == [["case1"], *([["case2"]] if told else [])]


@pytest.mark.parametrize(("brand", "told"), [("acme", False), ("bolt", True)])
def test_an_inhibition_holds_where_the_labels_are_equal(
    world: World, brand: str, told: bool
) -> None:
    settle(world, inhibitions=(replace(URGENT_SAYS_IT, equal=("brand",)),))
    posted(world, 1, "urgent", contact="ben")
    posted(world, 2, brand=brand)
    assert (world.notifier.reached == [BEN_EMAIL, *BOTH]) is told


def test_an_alert_that_is_over_makes_room_for_those_that_inhibit_now(world: World) -> None:
    settle(world, inhibitions=(URGENT_SAYS_IT,))
    posted(world, 1, "urgent")
    is_closed(world)
    posted(world, 2)
    assert world.firing.kept == {}


# Groups.


def test_a_new_group_is_told_together_and_one_that_was_told_of_on_its_tick(world: World) -> None:
    settle(world, routes=())
    for number in (1, 2):
        looked = posted(world, number, topics=("delivery",))
        assert looked.look_at == after(30)
        world.clock.advance(10)
    world.clock.at = after(30)
    sweep(world.notifying())
    posted(world, 3, topics=("delivery",))
    world.clock.advance(60)
    posted(world, 4, topics=("delivery",))
    assert letters(world) == [["case2", "case1"]]
    assert world.desks.looks["ana"] == after(330)
    world.clock.at = after(330)
    sweep(world.notifying())
    assert letters(world)[1:] == [["case4", "case3"]]


def test_what_is_urgent_does_not_wait_and_takes_its_group_along(world: World) -> None:
    settle(world, routes=())
    posted(world, 1, topics=("delivery",))
    posted(world, 2, topics=("outage",))
    posted(world, 3, "urgent", topics=("delivery",))
    assert letters(world) == [["case3", "case1"]]


def test_who_posts_to_a_group_that_waits_needs_to_look_at_nothing(world: World) -> None:
    settle(world, routes=())
    posted(world, 1, topics=("delivery",))
    looked = posted(world, 2, topics=("delivery",))
    assert looked.all_held is not None
    assert looked.all_held.reason == "its group waits for its turn"
    assert (looked.untold, looked.look_at) == ({}, after(30))


def test_what_somebody_posted_who_died_is_seen_by_whoever_posts_next(world: World) -> None:
    settle(world, routes=())
    posted(world, 1, topics=("delivery",))
    laid(world, 2, "urgent")
    posted(world, 3, topics=("delivery",))
    assert letters(world) == [["case2"]]


# Storms.


def test_the_first_five_go_out_at_once_and_the_rest_in_digests_worst_first(world: World) -> None:
    for number in range(1, 9):
        posted(world, number)
        world.clock.advance(2)
    assert letters(world) == [[f"case{number}"] for number in range(1, 6)]
    last = after(8)
    pass_minutes(world, 4)
    assert len(letters(world)) == 5
    world.clock.at = last + timedelta(seconds=299)
    assert sweep(world.notifying()) == 0
    world.clock.advance(1)
    sweep(world.notifying())
    assert letters(world)[5:] == [["case8", "case7", "case6"]]
    assert nothing_waits(world)


def test_a_storm_with_something_urgent_in_it_is_told_each_minute_urgent_first(
    world: World,
) -> None:
    for number in range(1, 8):
        posted(world, number)
    posted(world, 8, "urgent", impact=impact(61))
    world.clock.advance(59)
    assert sweep(world.notifying()) == 0
    world.clock.advance(1)
    sweep(world.notifying())
    assert letters(world)[5:] == [["case8", "case7", "case6"]]


def test_the_first_alert_of_a_storm_is_never_held_back(world: World) -> None:
    settle(world, storms=StormRules(more_than=1))
    posted(world, 1)
    posted(world, 2)
    assert letters(world) == [["case1"]]


def test_in_a_storm_that_goes_on_nobody_gets_more_than_the_rules_allow(world: World) -> None:
    times: list[datetime] = []
    world.notifier.meanwhile = lambda: times.append(world.clock())
    ana_is(world, phone=None)
    for number in range(60):
        posted(world, number)
        pass_minutes(world, 1)
    pass_minutes(world, 5)
    told = Counter(case for one in letters(world) for case in one)
    assert told == Counter(list(world.cases.kept))
    # Five as they come, and two digests; then it is no storm any more.
    for at in times:
        assert sum(timedelta() <= other - at < timedelta(minutes=10) for other in times) <= 7


def test_who_is_acknowledged_in_a_storm_is_not_in_its_digest(world: World) -> None:
    for number in range(1, 9):
        posted(world, number)
    moved(world, "case7", "acknowledge")
    pass_minutes(world, 6)
    assert letters(world)[5:] == [["case8", "case6"]]


# What there is nothing left to tell of.


def test_a_contact_who_is_gone_is_told_nothing_and_the_desk_is_cleared(world: World) -> None:
    notice = laid(world)
    world.without_contact("ana")
    looked = attend("ana", world.notifying())
    assert looked.untold[notice.id].reason == "no longer a contact"
    assert world.notifier.sent == []
    assert nothing_waits(world)


def has_come_back(world: World) -> None:
    moved(world, "case1", "dismiss")
    moved(world, "case1", "reopen")


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        (is_gone, "the case is gone"),
        (is_closed, "the case is dismissed"),
        (is_acknowledged, "ben has it"),
        (has_come_back, "the case was reopened and has an escalation of its own"),
    ],
)
def test_what_is_over_before_it_was_told_leaves_the_desk_with_the_reason(
    world: World, happens: Callable[[World], None], reason: str
) -> None:
    notice = laid(world)
    happens(world)
    looked = attend("ana", world.notifying())
    assert (looked.untold[notice.id].verdict, looked.untold[notice.id].reason) == ("drop", reason)
    assert world.notifier.sent == []
    assert nothing_waits(world)


@pytest.mark.parametrize(
    ("state", "given_up", "told"),
    [
        ("acknowledged", -60, True),
        ("acknowledged", 60, False),
        ("in_progress", -60, False),
        ("open", -60, True),
    ],
)
def test_that_an_acknowledgement_lapsed_is_told_while_it_stands(
    world: World, state: State, given_up: float, told: bool
) -> None:
    notice = laid(world)
    world.desks.notices[notice.id] = replace(notice, lapsed_by="ana")
    changed = replace(world.now("case1"), state=state, acknowledged_at=after(given_up))
    world.cases.put(changed)
    attend("ana", world.notifying())
    assert bool(world.notifier.sent) is told


def test_what_was_told_and_is_posted_again_is_not_told_again(world: World) -> None:
    notice = laid(world)
    attend("ana", world.notifying(), notice)
    world.clock.advance(60)
    post([notice], world.notifying().posting)
    looked = attend("ana", world.notifying(), notice)
    assert looked.untold[notice.id].reason == "it was told already"
    assert world.notifier.reached == BOTH
    assert nothing_waits(world)


# The seat.


def test_where_somebody_else_works_at_the_desk_nothing_is_told_and_it_stays_due(
    world: World,
) -> None:
    world.desks.seated.add("ana")
    looked = posted(world)
    assert looked.all_held is not None
    assert (looked.all_held.reason, looked.look_at) == (BUSY, after(5))
    world.desks.seated.clear()
    assert sweep(world.notifying()) == 1
    assert world.notifier.reached == BOTH


def test_what_is_posted_while_somebody_works_there_keeps_the_desk_due(world: World) -> None:
    def another() -> None:
        world.notifier.meanwhile = None
        laid(world, 2)

    world.notifier.meanwhile = another
    posted(world, 1)
    assert letters(world) == [["case1"]]
    assert world.desks.due(world.clock(), 10) == ["ana"]
    world.clock.advance(2)
    sweep(world.notifying())
    assert letters(world) == [["case1"], ["case2"]]


def test_who_lost_the_seat_sends_nothing_more(world: World) -> None:
    laid(world, 1)
    laid(world, 2)

    def somebody_sits_down() -> None:
        world.desks.fences["ana"] += 1

    world.notifier.meanwhile = somebody_sits_down
    with pytest.raises(EarshotError):
        attend("ana", world.notifying())
    assert len(world.notifier.sent) == 1


@pytest.mark.parametrize("fault", [StoreError("throttled"), ZeroDivisionError("a fault of ours")])
def test_a_desk_that_cannot_be_worked_at_does_not_keep_the_others(
    world: World, fault: Exception
) -> None:
    laid(world, 1, contact="ana")
    laid(world, 2, contact="ben")
    laid(world, 3, contact="dora")
    world.notifier.refusals = {ANA_SMS: fault}
    with pytest.raises(type(fault)):
        sweep(world.notifying())
    assert world.notifier.reached == [BEN_EMAIL, DORA_SMS]
    assert world.desks.due(world.clock(), 10) == ["ana"]


def test_many_cases_of_one_contact_begin_with_the_worst(world: World) -> None:
    for number in (3, 1, 2):
        laid(world, number)
    laid(world, 9, "urgent", impact=impact(10))
    attend("ana", world.notifying())
    assert letters(world) == [["case9"], ["case3"], ["case2"], ["case1"]]


def test_labels_are_those_of_the_case_as_it_is_now(world: World) -> None:
    notice = laid(world)
    world.cases.put(replace(world.now("case1"), topics=("outage",)))
    assert case_labels(world.now("case1")) != notice.labels
    silence(world, "topic=outage")
    attend("ana", world.notifying())
    assert world.notifier.sent == []


def test_what_one_contact_heard_is_not_held_against_another(world: World) -> None:
    for number in range(1, 7):
        posted(world, number)
    posted(world, 7, contact="cleo")
    assert letters(world, CLEO_EMAIL) == [["case7"]]


def test_every_case_of_a_long_quiet_night_is_told_in_the_end(world: World) -> None:
    ana_reads_in_the_evening(world)
    for number in range(40):
        posted(world, number)
        world.clock.advance(120)
    world.clock.at = OPENING
    for _ in range(10):
        sweep(world.notifying())
        pass_minutes(world, 1)
    told = [case for one in letters(world) for case in one]
    # What is beyond those that a letter lists has no link in it, and is counted there.
    assert len(told) == 25
    assert len(world.desks.done) == len(world.cases.kept) == 40
