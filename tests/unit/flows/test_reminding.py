"""Reminding: what happens when a follow-up leaves the table, once, however often it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import Case, FollowUp
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError, DeliveryError
from earshot.domain.transition import move, noted
from earshot.flows.reminding import handler_of, remind
from tests.unit.domain.examples import NOW, RULES, after, case, follow_up
from tests.unit.flows.world import ANA_EMAIL, BEN_EMAIL, CLEO_EMAIL, World

HANDLER, CUSTOMER = follow_up("handler_check"), follow_up("customer_check")
SILENCE = follow_up("silence")


def planning(world: World, planned: FollowUp, **changes: Any) -> Case:
    state = "in_progress" if planned.kind == "handler_check" else "awaiting_customer"
    return world.kept(**{"state": state, "follow_ups": (planned,), "numbered": 1} | changes)


def noting(kept: Case) -> Case:
    return noted(kept, who="ana", what="note", why="meanwhile", now=NOW)


def test_a_handler_is_asked_whether_it_is_done(world: World) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    assert remind(HANDLER, world.reminding()).action == "remind_handler"
    assert world.notifier.reached == [BEN_EMAIL]
    after_it = world.now(kept.id)
    assert [(f.kind, f.round, f.number) for f in after_it.follow_ups] == [("handler_check", 2, 2)]
    assert [e.why for e in after_it.outbox.journal] == ["is it done? (ben by email: sent)"]


def test_a_handler_is_asked_to_ask_the_customer_and_the_silence_begins(world: World) -> None:
    kept = planning(world, CUSTOMER, assignee="ben")
    assert remind(CUSTOMER, world.reminding()).action == "ask_customer"
    assert world.notifier.reached == [BEN_EMAIL]
    assert [f.kind for f in world.now(kept.id).follow_ups] == ["silence"]


def test_silence_closes_the_case_and_tells_nobody(world: World) -> None:
    kept = planning(world, SILENCE)
    assert remind(SILENCE, world.reminding()).action == "close_unanswered"
    assert world.now(kept.id).state == "closed_unanswered"
    assert world.notifier.sent == []


@pytest.mark.parametrize("planned", [HANDLER, CUSTOMER, SILENCE], ids=lambda f: f.kind)
def test_the_same_record_again_does_nothing(world: World, planned: FollowUp) -> None:
    kept = planning(world, planned)
    remind(planned, world.reminding())
    once, sent = world.now(kept.id), list(world.notifier.sent)
    for _ in range(3):
        assert remind(planned, world.reminding()).action == "nothing"
    assert (world.now(kept.id), world.notifier.sent) == (once, sent)


@pytest.mark.parametrize("planned", [HANDLER, CUSTOMER, SILENCE], ids=lambda f: f.kind)
def test_one_that_was_removed_early_was_cancelled(world: World, planned: FollowUp) -> None:
    kept = planning(world, planned)
    world.clock.advance(-1)
    assert remind(planned, world.reminding()).action == "nothing"
    assert world.now(kept.id) == kept
    assert world.notifier.sent == []


def test_one_of_a_case_that_moved_on_does_nothing(world: World) -> None:
    kept = planning(world, HANDLER)
    satisfied = move(kept, "customer_says_yes", who="ana", why="", now=NOW, rules=RULES)
    world.cases.put(satisfied)
    assert remind(HANDLER, world.reminding()).action == "nothing"
    assert world.notifier.sent == []


def test_one_of_a_case_that_is_gone_does_nothing(world: World) -> None:
    assert remind(HANDLER, world.reminding()).reason == "the case is gone"


# Channels that fail.


def test_a_message_that_may_yet_be_taken_comes_again_and_nothing_is_recorded(
    world: World,
) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    world.notifier.refusals = {BEN_EMAIL: DeliveryError("Throttling")}
    with pytest.raises(DeliveryError):
        remind(HANDLER, world.reminding())
    assert world.now(kept.id) == kept
    world.notifier.refusals = {}
    remind(HANDLER, world.reminding())
    assert world.notifier.reached == [BEN_EMAIL]


def test_a_message_that_is_refused_for_good_is_recorded_and_the_next_is_planned(
    world: World,
) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    world.notifier.refusals = {BEN_EMAIL: DeliveryError("MessageRejected", permanent=True)}
    remind(HANDLER, world.reminding())
    (entry,) = world.now(kept.id).outbox.journal
    assert entry.why == "is it done? (ben by email: failed)"
    assert [f.round for f in world.now(kept.id).follow_ups] == [2]


def test_who_dies_after_sending_does_not_send_again(world: World) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    remind(HANDLER, world.reminding())
    world.cases.put(kept)  # the record of it was never written
    remind(HANDLER, world.reminding())
    assert world.notifier.reached == [BEN_EMAIL]
    (entry,) = world.now(kept.id).outbox.journal
    assert entry.why == "is it done? (ben by email: sent)"


def test_each_round_is_a_message_of_its_own_and_the_last_is_the_owners(world: World) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    while world.now(kept.id).follow_ups:
        (planned,) = world.now(kept.id).follow_ups
        world.clock.at = planned.due_at
        remind(planned, world.reminding())
    assert world.notifier.reached == [BEN_EMAIL] * RULES.handler_repeats + [CLEO_EMAIL]


# Races.


def test_who_loses_a_race_sends_once_and_records_both(world: World) -> None:
    kept = planning(world, HANDLER, assignee="ben")
    world.somebody_is_faster(noting)
    remind(HANDLER, world.reminding())
    assert world.notifier.reached == [BEN_EMAIL]
    whats = [e.what for e in world.now(kept.id).outbox.journal]
    assert whats == ["note", "remind_handler"]


def test_a_customer_who_answers_while_the_silence_is_recorded_wins(world: World) -> None:
    kept = planning(world, SILENCE)
    world.somebody_is_faster(
        lambda c: move(c, "customer_says_yes", who="ana", why="", now=NOW, rules=RULES)
    )
    assert remind(SILENCE, world.reminding()).action == "nothing"
    assert world.now(kept.id).state == "satisfied"


def test_two_workers_with_one_record_plan_one_next_follow_up(world: World) -> None:
    kept = planning(world, HANDLER)
    world.somebody_is_faster(lambda c: c, times=0)
    first = world.reminding()
    other_done = False

    def other_finishes_first(saved: Case) -> None:
        nonlocal other_done
        if not other_done:
            other_done = True
            world.cases.before = None
            remind(HANDLER, first)

    world.cases.before = other_finishes_first
    assert remind(HANDLER, world.reminding()).action == "nothing"
    assert [f.number for f in world.now(kept.id).follow_ups] == [2]
    assert world.notifier.reached == [ANA_EMAIL]


def test_a_case_that_keeps_changing_makes_the_record_come_again(world: World) -> None:
    planning(world, HANDLER)
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError):
        remind(HANDLER, world.reminding())
    assert world.notifier.reached == [ANA_EMAIL]


# Who has the case.


@pytest.mark.parametrize(
    ("assignee", "acknowledged_by", "gone", "expected"),
    [
        ("ben", "cleo", None, "ben"),
        (None, "cleo", None, "cleo"),
        (None, None, None, "ana"),
        ("ben", "cleo", "ben", "cleo"),
        ("nobody", "nobody else", None, "ana"),
        (None, None, "ana", "cleo"),
    ],
    ids=[
        "the assignee",
        "who acknowledged it",
        "the first of the first level",
        "the assignee is gone",
        "both are unknown",
        "the first level is gone: the owner",
    ],
)
def test_who_has_the_case(
    world: World,
    assignee: str | None,
    acknowledged_by: str | None,
    gone: str | None,
    expected: str,
) -> None:
    if gone is not None:
        world.without_contact(gone)
    kept = case("in_progress", assignee=assignee, acknowledged_by=acknowledged_by)
    contact = handler_of(kept, world.configuration)
    assert contact is not None
    assert contact.name == expected


def test_a_case_whose_brand_is_gone_is_the_owners(world: World) -> None:
    world.without_brands()
    planning(world, HANDLER)
    remind(HANDLER, world.reminding())
    assert world.notifier.reached == [CLEO_EMAIL]


def test_silence_closes_a_case_whose_brand_is_gone(world: World) -> None:
    world.without_brands()
    kept = planning(world, SILENCE)
    remind(SILENCE, world.reminding())
    assert world.now(kept.id).state == "closed_unanswered"


def test_the_owner_is_asked_in_place_of_a_handler_without_an_address(world: World) -> None:
    kept = planning(world, HANDLER, assignee="dora")
    remind(HANDLER, world.reminding())
    (entry,) = world.now(kept.id).outbox.journal
    assert entry.why == "is it done? (cleo by email: sent)"


def test_where_the_owner_has_none_either_the_journal_says_so(world: World) -> None:
    world.configuration = replace(world.configuration, owner="dora")
    kept = planning(world, HANDLER, assignee="dora")
    remind(HANDLER, world.reminding())
    (entry,) = world.now(kept.id).outbox.journal
    assert entry.why == "is it done? (dora: has no email address)"


def test_with_nobody_left_to_tell_the_duty_is_recorded_all_the_same(world: World) -> None:
    stranger = Contact(name="eve", email="eve@acme.example")
    world.configuration = replace(world.configuration, contacts=(stranger,))
    kept = planning(world, HANDLER)
    remind(HANDLER, world.reminding())
    (entry,) = world.now(kept.id).outbox.journal
    assert entry.why == "is it done? (nobody could be told)"
    assert world.now(kept.id).follow_ups[0].due_at == after(RULES.handler_after_seconds)
