"""Notifying: by which of their channels a contact is told, and what follows where none takes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.domain.alerts.desk import PATIENCE
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Chat
from earshot.domain.impact import Urgency
from earshot.flows.notifying.attending import sweep
from tests.unit.domain.examples import after
from tests.unit.flows.desk_work import (
    BOTH,
    DOWN,
    OPENING,
    REFUSED,
    ana_is,
    ana_reads_in_the_evening,
    laid,
    letters,
    nothing_waits,
    pass_minutes,
    posted,
    settle,
)
from tests.unit.flows.world import ANA_EMAIL, ANA_SMS, DORA_SMS, World


def outcomes(world: World, case_id: str = "case1") -> dict[str, str]:
    """What each channel did with the case's message."""
    of_case = {
        key: what for key, what in world.desks.outcomes.items() if key[0].startswith(case_id)
    }
    return {channel: what for (_, channel), what in of_case.items()}


# Caps.


def test_over_the_hours_cap_the_next_channel_is_used(world: World) -> None:
    ana_is(world, high=("sms", "email"))
    settle(world, caps=Caps(sms_an_hour=2))
    for number in (1, 2, 3):
        posted(world, number)
        world.clock.advance(60)
    assert world.notifier.reached == [ANA_SMS, ANA_SMS, ANA_EMAIL]
    assert outcomes(world, "case3")["sms"].startswith("not used: over its cap")
    world.clock.at = after(3_600)
    posted(world, 4)
    assert world.notifier.reached[3:] == [ANA_SMS]


def test_when_the_months_sms_are_used_up_the_next_channel_is_used(world: World) -> None:
    ana_is(world, high=("sms", "email"))
    world.sms_budget.left = 1
    posted(world, 1)
    posted(world, 2)
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


def test_an_sms_that_is_not_sent_for_its_cap_costs_the_month_nothing(world: World) -> None:
    settle(world, caps=Caps(sms_an_hour=1))
    world.sms_budget.left = 10
    for number in (1, 2, 3):
        posted(world, number)
    assert (world.notifier.reached.count(ANA_SMS), world.sms_budget.left) == (1, 9)


def test_when_everything_is_over_its_cap_the_message_waits_until_one_frees(world: World) -> None:
    settle(world, caps=Caps(sms_an_hour=1, emails_an_hour=1))
    posted(world, 1)
    world.clock.advance(600)
    looked = posted(world, 2)
    assert looked.look_at == world.desks.looks["ana"] == after(3_600)
    world.clock.at = after(3_599)
    assert sweep(world.notifying()) == 0
    world.clock.advance(1)
    sweep(world.notifying())
    assert letters(world) == [["case1"], ["case2"]]


def test_where_the_owner_lowers_a_cap_it_frees_when_there_are_fewer_than_that(
    world: World,
) -> None:
    ana_is(world, phone=None)
    for number in range(4):
        posted(world, number)
        world.clock.advance(600)
    settle(world, caps=Caps(emails_an_hour=2))
    assert posted(world, 9).look_at == after(1_200 + 3_600)


def test_a_cap_that_frees_is_not_waited_for_longer_because_another_channel_refused(
    world: World,
) -> None:
    ana_is(world, high=("sms", "email"))
    settle(world, caps=Caps(sms_an_hour=1))
    world.notifier.refusals = {ANA_EMAIL: REFUSED}
    posted(world, 1)
    world.clock.advance(3_000)
    assert posted(world, 2).look_at == after(3_600)


def test_who_has_only_a_phone_and_no_sms_is_left_is_asked_again_each_hour(world: World) -> None:
    world.sms_budget.left = 0
    posted(world, 1, contact="dora")
    assert world.desks.looks["dora"] == after(3_600)
    world.sms_budget.left = 1
    pass_minutes(world, 60)
    assert world.notifier.reached == [DORA_SMS]


# Preferences, and channels that fail.

CHAT = "team-chat"
CHATTY = {
    "chats": {"team": Chat(url_secret=CHAT)},
    "urgent": ("chat:team", "sms+email"),
    "high": ("sms", "chat:team"),
    "normal": ("chat:team",),
}


@pytest.mark.parametrize(
    ("refusals", "urgency", "tried", "told"),
    [
        ({}, "urgent", [], [CHAT]),
        ({}, "high", [], [ANA_SMS]),
        ({}, "normal", [], [CHAT]),
        ({CHAT: REFUSED}, "urgent", ["chat:team"], BOTH),
        ({CHAT: DOWN}, "urgent", ["chat:team"], BOTH),
        ({CHAT: REFUSED, ANA_SMS: DOWN}, "urgent", ["chat:team", "sms"], [ANA_EMAIL]),
        ({ANA_SMS: REFUSED}, "high", ["sms"], [CHAT]),
        ({ANA_SMS: DOWN, CHAT: DOWN}, "high", ["sms", "chat:team"], [ANA_EMAIL]),
        ({CHAT: REFUSED}, "normal", ["chat:team"], [ANA_EMAIL]),
        ({CHAT: REFUSED, ANA_EMAIL: REFUSED}, "normal", ["chat:team", "email"], [ANA_SMS]),
    ],
)
def test_a_channel_that_fails_gives_way_to_the_next_at_once(
    world: World,
    refusals: dict[str, Exception],
    urgency: Urgency,
    tried: list[str],
    told: list[str],
) -> None:
    ana_is(world, **CHATTY)
    world.notifier.refusals = refusals
    posted(world, 1, urgency)
    assert world.notifier.reached == told
    failed = [c for c, what in outcomes(world).items() if what.startswith("failed")]
    assert failed == tried
    assert nothing_waits(world)


def test_an_address_to_which_nothing_arrives_is_not_used(world: World) -> None:
    world.addresses.bad = {"ana": frozenset({"sms"})}
    posted(world)
    assert world.notifier.reached == [ANA_EMAIL]


def test_where_all_channels_fail_they_are_tried_again_and_ever_more_slowly(world: World) -> None:
    world.notifier.refusals = {ANA_SMS: DOWN, ANA_EMAIL: DOWN}
    posted(world)
    waits: list[float] = []
    for _ in range(6):
        look_at = world.desks.looks["ana"]
        waits.append((look_at - world.clock()).total_seconds())
        world.clock.at = look_at - timedelta(seconds=1)
        assert sweep(world.notifying()) == 0
        world.clock.at = look_at
        sweep(world.notifying())
    assert waits == [5, 15, 60, 300, 300, 300]
    assert waits[:4] == list(PATIENCE)
    world.notifier.refusals = {ANA_SMS: DOWN}
    pass_minutes(world, 5)
    assert world.notifier.reached == [ANA_EMAIL]
    world.notifier.refusals = {ANA_SMS: DOWN, ANA_EMAIL: DOWN}
    world.clock.advance(3_600)
    again = posted(world, 2)
    assert again.look_at == world.clock() + timedelta(seconds=5)


def test_several_messages_that_fail_at_once_are_one_failure(world: World) -> None:
    ana_reads_in_the_evening(world)
    world.notifier.refusals = {ANA_SMS: DOWN, ANA_EMAIL: DOWN}
    for number in (1, 2, 3, 4):
        posted(world, number)
    world.clock.at = OPENING
    sweep(world.notifying())
    assert world.desks.looks["ana"] == OPENING + timedelta(seconds=5)
    world.clock.advance(5)
    sweep(world.notifying())
    assert world.desks.looks["ana"] == OPENING + timedelta(seconds=20)


def test_where_all_refused_for_good_they_are_asked_each_hour(world: World) -> None:
    world.notifier.refusals = {ANA_SMS: REFUSED, ANA_EMAIL: REFUSED}
    posted(world)
    assert world.desks.looks["ana"] == after(3_600)


def test_what_each_channel_did_is_recorded_for_each_case_of_the_message(world: World) -> None:
    settle(world, routes=())
    world.notifier.refusals = {ANA_SMS: REFUSED}
    for number in (1, 2):
        laid(world, number, topics=("delivery",))
    pass_minutes(world, 1)
    for number in (1, 2):
        expected = {"sms": "failed: OptedOut", "email": "sent: m1"}
        assert outcomes(world, f"case{number}") == expected
    ((reference, contact, channel, told),) = world.receipts.kept
    assert (reference, contact, channel) == ("m1", "ana", "email")
    assert [notice.partition(".")[0] for notice in told] == ["case2", "case1"]
