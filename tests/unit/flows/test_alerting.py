"""Alerting: everybody on the level is told once, and the chain goes on whatever a channel does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.alerts.rules import StormRules
from earshot.domain.case import Case, State
from earshot.domain.errors import ConflictError, DeliveryError
from earshot.domain.link import LINK_VALID, digest
from earshot.domain.policy import Level, Policy
from earshot.domain.transition import escalating, move, noted
from earshot.flows.alerting import IMPATIENT_ATTEMPTS, Order, alert, decide, look
from earshot.flows.racing import MOST_TRIES
from tests.unit.domain.examples import NOW, POLICY, RULES, after, case, chain, impact
from tests.unit.flows.world import (
    ANA_EMAIL,
    ANA_SMS,
    BEN_EMAIL,
    CLEO_EMAIL,
    CLEO_SMS,
    DORA_SMS,
    World,
)

REFUSED = DeliveryError("OptedOut", permanent=True)
BUSY = DeliveryError("Throttling")
STRICT = replace(POLICY, acknowledge_timeout_seconds=3_600)


def order(level: int = 1, repeat: int = 0, **changes: int) -> Order:
    return replace(
        Order(case_id=case().id, cycle=1, level=level, repeat=repeat),
        **changes,  # type: ignore[arg-type]
    )


def asked(of: Case, cycle: int = 1) -> Order:
    return Order(case_id=of.id, cycle=cycle, execution=of.execution)


def loud(world: World, state: State = "open", **chained: Any) -> Case:
    return world.kept(state=state, chain=chain(**chained))


def alerts(of: Case) -> list[str]:
    return [entry.why for entry in of.outbox.journal if entry.what == "alert"]


def acknowledged(kept: Case) -> Case:
    return move(kept, "acknowledge", who="ana", why="", now=NOW, rules=RULES)


def noting(kept: Case) -> Case:
    return noted(kept, who="ana", what="note", why="meanwhile", now=NOW)


def back_with_an_escalation_of_its_own(kept: Case) -> Case:
    dismissed = move(kept, "dismiss", who="ana", why="", now=NOW, rules=RULES)
    back = move(dismissed, "complain_again", who="earshot", why="", now=NOW, rules=RULES)
    return escalating(back, POLICY, "impact 85", NOW)


# Who is told.


def test_everybody_on_the_level_is_told_by_each_channel_they_have(world: World) -> None:
    loud(world)
    assert alert(order(1), world.notifying()).action == "alert"
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]
    world.clock.advance(900)
    alert(order(2), world.notifying())
    assert world.notifier.reached[2:] == [BEN_EMAIL, CLEO_SMS, CLEO_EMAIL]
    world.clock.advance(1_800)
    alert(order(3), world.notifying())
    assert world.notifier.reached[5:] == [DORA_SMS]


def test_an_alert_is_recorded_and_starts_the_clock_of_its_level(world: World) -> None:
    kept = loud(world)
    world.clock.advance(7)
    alert(order(1), world.notifying())
    after_it = world.now(kept.id)
    assert after_it.chain == chain(level=1, alerted_at=after(7), reached=True)
    assert alerts(after_it) == [
        "level 1: nobody was alerted yet. ana by sms: sent; ana by email: sent"
    ]


def test_the_channels_of_the_level_are_used_where_the_contact_has_them(world: World) -> None:
    by_mail = Policy(levels=(Level(contacts=("ana", "dora"), channels=("email",)),))
    kept = loud(world, policy=by_mail)
    alert(order(1), world.notifying())
    # Dora has a phone only: whoever can be reached at all is reached.
    assert world.notifier.reached == [ANA_EMAIL, DORA_SMS]
    assert "ana by sms" not in alerts(world.now(kept.id))[0]


def test_each_contact_has_a_link_of_their_own_kept_only_as_a_hash(world: World) -> None:
    loud(world, level=1, alerted_at=after(-900), reached=True)
    alert(order(2), world.notifying())
    assert set(world.deliveries.tokens) == {digest("secret-1"), digest("secret-2")}
    links = ("secret-1", "secret-2", "secret-2")
    for secret, (_, text) in zip(links, world.notifier.sent, strict=True):
        assert f"https://api.example/ack/{secret}" in text
    for secret, contact in (("secret-1", "ben"), ("secret-2", "cleo")):
        token = world.deliveries.tokens[digest(secret)]
        assert (token.case_id, token.cycle, token.level) == (case().id, 1, 2)
        assert (token.contact, token.used_at) == (contact, None)
        assert token.expires_at == world.clock() + LINK_VALID == world.clock() + timedelta(hours=24)


def test_a_contact_who_is_gone_does_not_keep_the_others(world: World) -> None:
    kept = loud(world, level=1, alerted_at=after(-900), reached=True)
    world.without_contact("ben")
    alert(order(2), world.notifying())
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]
    assert "ben by any channel: no longer a contact" in alerts(world.now(kept.id))[0]


def test_a_level_whose_contacts_are_all_gone_is_passed_after_its_time(world: World) -> None:
    kept = loud(world)
    world.without_contact("ana")
    alert(order(1), world.notifying())
    assert world.notifier.sent == []
    world.clock.advance(900)
    step = decide(asked(kept), world.notifying())
    assert (step.action, step.level) == ("alert", 2)


def test_a_brand_that_is_gone_is_named_as_the_case_knows_it(world: World) -> None:
    loud(world)
    world.without_brands()
    alert(order(1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


# Channels that fail.


@pytest.mark.parametrize("address", [ANA_SMS, ANA_EMAIL])
def test_what_is_refused_for_good_goes_on_to_the_others(world: World, address: str) -> None:
    kept = loud(world)
    world.notifier.refusals = {address: REFUSED}
    alert(order(1), world.notifying())
    assert len(world.notifier.sent) == 1
    channel = "sms" if address == ANA_SMS else "email"
    assert f"ana by {channel}: failed: OptedOut" in alerts(world.now(kept.id))[0]
    assert world.now(kept.id).chain == chain(level=1, alerted_at=NOW, reached=True, failed=True)


@pytest.mark.parametrize("attempt", range(IMPATIENT_ATTEMPTS))
def test_where_nobody_is_reached_for_now_the_order_comes_again(world: World, attempt: int) -> None:
    kept = loud(world)
    world.notifier.refusals = {ANA_SMS: BUSY, ANA_EMAIL: BUSY}
    with pytest.raises(DeliveryError, match="Throttling"):
        alert(order(1, attempt=attempt), world.notifying())
    assert world.now(kept.id) == kept
    world.notifier.refusals = {}
    world.clock.advance(2)
    alert(order(1, attempt=attempt + 1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


def test_who_is_not_reached_for_now_is_told_while_the_others_clock_runs(world: World) -> None:
    kept = loud(world, level=1, alerted_at=after(-900), reached=True)
    world.notifier.refusals = {BEN_EMAIL: BUSY}
    alert(order(2), world.notifying())
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL]
    world.notifier.refusals = {}
    step = decide(asked(kept), world.notifying())
    assert (step.action, step.wait_seconds) == ("wait", 5)
    world.clock.advance(5)
    assert look(asked(kept), world.notifying()).action == "attend"
    assert world.notifier.reached == [CLEO_SMS, CLEO_EMAIL, BEN_EMAIL]
    said = [entry.why for entry in world.now(kept.id).outbox.journal]
    assert said[-1] == "ben by email: sent"


def test_a_channel_that_stays_broken_does_not_keep_the_next_level_waiting(world: World) -> None:
    kept = loud(world)
    world.notifier.refusals = {ANA_SMS: BUSY, ANA_EMAIL: BUSY}
    for attempt in range(IMPATIENT_ATTEMPTS):
        with pytest.raises(DeliveryError):
            alert(order(1, attempt=attempt), world.notifying())
    assert alert(order(1, attempt=IMPATIENT_ATTEMPTS), world.notifying()).action == "alert"
    stuck = world.now(kept.id).chain
    assert stuck is not None
    assert (stuck.level, stuck.alerted_at, stuck.reached, stuck.failed) == (1, NOW, False, True)
    world.clock.advance(900)
    alert(order(2), world.notifying())
    assert world.notifier.reached == [BEN_EMAIL, CLEO_SMS, CLEO_EMAIL]


def test_a_round_in_which_nobody_was_reached_is_gone_through_again(world: World) -> None:
    kept = loud(world, level=3, repeat=2, alerted_at=after(-600), reached=False)
    step = decide(asked(kept), world.notifying())
    assert (step.action, step.level, step.repeat) == ("alert", 1, 3)
    alert(order(1, 3), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


def test_an_escalation_in_which_every_address_is_dead_ends_some_day(world: World) -> None:
    kept = loud(world)
    addresses = (ANA_SMS, ANA_EMAIL, BEN_EMAIL, CLEO_SMS, CLEO_EMAIL, DORA_SMS)
    world.notifier.refusals = dict.fromkeys(addresses, REFUSED)
    for _ in range(500):
        step = decide(asked(kept), world.notifying())
        if step.action == "stop":
            break
        if step.action == "alert":
            alert(order(step.level, step.repeat), world.notifying())
        if step.action == "attend":
            look(asked(kept), world.notifying())
        world.clock.advance(max(1, step.wait_seconds))
    assert step.action == "stop"


def test_an_unexpected_fault_in_a_channel_records_nothing(world: World) -> None:
    kept = loud(world)
    world.notifier.refusals = {ANA_EMAIL: ZeroDivisionError()}
    with pytest.raises(ZeroDivisionError):
        alert(order(1), world.notifying())
    assert world.now(kept.id) == kept
    world.notifier.refusals = {}
    alert(order(1, attempt=1), world.notifying())
    # That the first had gone was written down before the second was tried.
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


# Told once.


@pytest.mark.parametrize("times", [2, 5])
def test_the_same_order_again_tells_nobody_again(world: World, times: int) -> None:
    kept = loud(world)
    for attempt in range(times):
        alert(order(1, attempt=attempt), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]
    assert len(alerts(world.now(kept.id))) == 1


def test_who_dies_between_sending_and_recording_tells_nobody_twice(world: World) -> None:
    kept = loud(world)
    alert(order(1), world.notifying())
    world.cases.put(kept)  # the record of the alert was never written
    alert(order(1, attempt=1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]
    assert world.now(kept.id).chain == chain(level=1, alerted_at=NOW, reached=True)


def test_every_level_round_new_start_and_cycle_is_a_message_of_its_own(world: World) -> None:
    world.configuration = replace(world.configuration, storms=StormRules(more_than=100))
    chains: list[dict[str, Any]] = [
        {},
        {"level": 3, "repeat": 0},
        {"level": 3, "repeat": 1},
    ]
    for chained in chains:
        went_out = {"alerted_at": after(-600), "reached": True} if chained else {}
        world.cases.put(case(chain=chain(**chained, **went_out)))
        step = decide(asked(case()), world.notifying())
        alert(order(step.level, step.repeat), world.notifying())
        world.clock.advance(2)
    lapsed = case(
        "acknowledged",
        acknowledged_by="ana",
        acknowledged_at=after(-3_600),
        chain=chain(policy=STRICT, level=1, alerted_at=after(-7_200), reached=True),
    )
    world.cases.put(lapsed)
    alert(order(1), world.notifying())
    world.clock.advance(2)
    world.cases.put(case("reopened", cycle=2, chain=chain()))
    alert(order(1, cycle=2), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL] * 5


# Needless alerts.


@pytest.mark.parametrize(
    "state", ["acknowledged", "in_progress", "awaiting_customer", "satisfied", "dismissed"]
)
def test_an_alert_that_became_needless_is_not_sent(world: World, state: State) -> None:
    loud(world, state, level=1, alerted_at=after(-900), reached=True)
    assert alert(order(2), world.notifying()).action == "stop"
    assert world.notifier.sent == []
    assert world.cases.saves == []


@pytest.mark.parametrize(("level", "repeat"), [(1, 0), (3, 0), (2, 1)])
def test_an_order_that_is_not_the_next_step_is_not_carried_out(
    world: World, level: int, repeat: int
) -> None:
    loud(world, level=1, alerted_at=after(-900), reached=True)
    step = alert(order(level, repeat), world.notifying())
    assert (step.action, step.level, step.repeat) == ("alert", 2, 0)
    assert world.notifier.sent == []


def test_an_order_that_comes_early_waits(world: World) -> None:
    loud(world, level=1, alerted_at=NOW, reached=True)
    assert alert(order(2), world.notifying()).wait_seconds == 900
    assert world.notifier.sent == []


def test_an_order_of_another_cycle_tells_nobody(world: World) -> None:
    world.kept(state="reopened", cycle=2, chain=chain())
    assert alert(order(1), world.notifying()).action == "stop"
    assert world.notifier.sent == []


def test_a_case_that_is_gone_stops_its_escalation(world: World) -> None:
    assert alert(order(1), world.notifying()).reason == "the case is gone"
    assert decide(asked(case()), world.notifying()).reason == "the case is gone"


# Races.


@pytest.mark.parametrize("change", [noting, acknowledged])
def test_an_alert_is_recorded_on_the_case_as_somebody_changed_it(
    world: World, change: Callable[[Case], Case]
) -> None:
    kept = loud(world)
    world.somebody_is_faster(change)
    alert(order(1), world.notifying())
    end = world.now(kept.id)
    assert end.state == change(kept).state
    assert end.chain == chain(level=1, alerted_at=NOW, reached=True)
    assert [e.number for e in end.outbox.journal] == [4, 5]
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


def test_an_alert_of_a_cycle_that_is_over_is_not_recorded_in_the_next(world: World) -> None:
    kept = loud(world)
    world.somebody_is_faster(back_with_an_escalation_of_its_own)
    alert(order(1), world.notifying())
    assert world.now(kept.id).chain == chain()
    step = decide(asked(world.now(kept.id), 2), world.notifying())
    assert (step.action, step.level) == ("alert", 1)


def test_a_case_that_keeps_changing_makes_the_order_come_again_and_tells_nobody_twice(
    world: World,
) -> None:
    loud(world)
    world.somebody_is_faster(noting, times=MOST_TRIES)
    with pytest.raises(ConflictError):
        alert(order(1), world.notifying())
    alert(order(1, attempt=1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


# An acknowledgement without work.


def lapsing(world: World, who: str) -> Case:
    return world.kept(
        state="acknowledged",
        acknowledged_by=who,
        acknowledged_at=after(-3_600),
        chain=chain(policy=STRICT, level=2, alerted_at=after(-5_000), reached=True),
    )


def test_a_lapse_tells_the_first_level_and_who_acknowledged(world: World) -> None:
    kept = lapsing(world, "cleo")
    alert(order(1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL, CLEO_SMS, CLEO_EMAIL]
    end = world.now(kept.id)
    assert (end.state, end.acknowledged_by) == ("open", None)
    assert end.chain == chain(policy=STRICT, level=1, retriggers=1, alerted_at=NOW, reached=True)


def test_who_acknowledged_and_is_on_the_first_level_is_told_once(world: World) -> None:
    lapsing(world, "ana")
    alert(order(1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL]


def test_who_acknowledged_and_is_no_contact_is_named(world: World) -> None:
    kept = lapsing(world, "somebody by the page")
    alert(order(1), world.notifying())
    assert "somebody by the page by any channel: no longer" in alerts(world.now(kept.id))[0]


def test_a_lapse_tells_who_acknowledged_by_the_channel_that_works(world: World) -> None:
    kept = lapsing(world, "cleo")
    world.notifier.refusals = {CLEO_SMS: BUSY}
    alert(order(1), world.notifying())
    assert world.notifier.reached == [ANA_SMS, ANA_EMAIL, CLEO_EMAIL]
    assert world.now(kept.id).state == "open"


def test_work_that_began_while_the_lapse_was_told_is_not_undone(world: World) -> None:
    kept = lapsing(world, "ana")
    world.somebody_is_faster(lambda c: move(c, "reply", who="ana", why="", now=NOW, rules=RULES))
    alert(order(1), world.notifying())
    assert world.now(kept.id).state == "in_progress"
    assert decide(asked(kept), world.notifying()).action == "stop"


# Decisions.


def test_a_decision_to_wait_or_to_alert_writes_nothing(world: World) -> None:
    kept = loud(world, level=1, alerted_at=NOW, reached=True)
    assert decide(asked(kept), world.notifying()).action == "wait"
    world.clock.advance(900)
    assert decide(asked(kept), world.notifying()).action == "alert"
    assert world.cases.saves == []


def test_the_end_is_journalled_once(world: World) -> None:
    kept = loud(world, "in_progress", level=1, alerted_at=NOW, reached=True)
    for _ in range(3):
        assert decide(asked(kept), world.notifying()).action == "stop"
    assert [e.what for e in world.now(kept.id).outbox.journal] == ["stop_alerting"]
    assert len(world.cases.saves) == 1


def test_an_escalation_of_an_old_cycle_ends_without_a_word(world: World) -> None:
    world.kept(state="reopened", cycle=2, chain=chain())
    assert decide(asked(case()), world.notifying()).action == "stop"
    assert world.cases.saves == []


def test_an_end_that_somebody_overtakes_is_decided_anew(world: World) -> None:
    kept = loud(world, "in_progress", level=1, alerted_at=NOW, reached=True)
    world.somebody_is_faster(noting)
    decide(asked(kept), world.notifying())
    assert [e.what for e in world.now(kept.id).outbox.journal] == ["note", "stop_alerting"]


def test_a_case_that_comes_back_while_its_escalation_ends_keeps_its_new_one(world: World) -> None:
    kept = loud(world, "satisfied", level=1, alerted_at=NOW, reached=True)

    def back(kept: Case) -> Case:
        reopened = move(kept, "reopen", who="ana", why="", now=NOW, rules=RULES)
        return escalating(replace(reopened, impact=impact(85)), POLICY, "impact 85", NOW)

    world.somebody_is_faster(back)
    assert decide(asked(kept), world.notifying()).action == "stop"
    assert world.now(kept.id).chain == chain()


def test_ending_fails_where_the_case_keeps_changing(world: World) -> None:
    kept = loud(world, "in_progress", level=1, alerted_at=NOW, reached=True)
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError):
        decide(asked(kept), world.notifying())


def test_an_execution_of_an_older_definition_is_never_told_to_attend(world: World) -> None:
    kept = loud(world, level=1, alerted_at=NOW, reached=True, look_at=NOW)
    assert decide(asked(kept), world.notifying()).action == "attend"
    step = decide(replace(asked(kept), execution=None), world.notifying())
    assert (step.action, step.wait_seconds) == ("wait", 60)
