"""Pressing: what comes of the links in alerts and in the letters of follow-ups, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.adapters.store.documents import document, record
from earshot.domain.case import CLOSED, LIVE, Case, State
from earshot.domain.errors import ConflictError
from earshot.domain.link import (
    ANSWERS,
    FOLLOW_UP_LINK_VALID,
    LINK_VALID,
    answers_now,
    answers_of,
    digest,
)
from earshot.domain.outlet import Outlet
from earshot.domain.transition import move, noted
from earshot.flows.pressing import BY_LINK, Link, looked_up, press
from earshot.ports import Token
from tests.unit.domain.examples import NOW, RULES, after, case, chain, follow_up, impact
from tests.unit.flows.world import World

STATES: tuple[State, ...] = (*LIVE, *CLOSED)


def noting(kept: Case) -> Case:
    return noted(kept, who="cleo", what="note", why="meanwhile", now=NOW)


# The link in an alert.


def linked(world: World, **changes: Any) -> Token:
    token = Token(
        digest=digest("the link"),
        case_id=case().id,
        cycle=1,
        level=2,
        contact="cleo",
        expires_at=after(86_400),
    )
    token = replace(token, **changes)
    world.deliveries.save_token(token)
    return token


def test_the_link_acknowledges_for_whom_it_was_sent_to(world: World) -> None:
    kept = world.kept(chain=chain(level=2, alerted_at=NOW))
    linked(world)
    world.clock.advance(60)
    link = press("the link", None, world.acting())
    end = world.now(kept.id)
    assert (link.state, link.case) == ("valid", end)
    assert (end.state, end.acknowledged_by, end.acknowledged_at) == (
        "acknowledged",
        "cleo",
        after(60),
    )
    assert [(e.who, e.why) for e in end.outbox.journal] == [("cleo", "by the link of level 2")]
    assert [f.kind for f in end.follow_ups] == ["handler_check"]


def test_looking_a_link_up_changes_nothing(world: World) -> None:
    kept = world.kept()
    linked(world)
    for _ in range(3):
        assert looked_up("the link", world.acting()).state == "valid"
    assert world.now(kept.id) == kept
    assert world.deliveries.tokens[digest("the link")].used_at is None


def test_a_link_is_used_once(world: World) -> None:
    kept = world.kept()
    linked(world)
    press("the link", None, world.acting())
    once = world.now(kept.id)
    assert press("the link", None, world.acting()).state == "used"
    assert looked_up("the link", world.acting()).state == "used"
    assert world.now(kept.id) == once


LINKS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {}, "valid"),
    ({"state": "reopened"}, {}, "valid"),
    ({}, {"expires_at": after(0.001)}, "valid"),
    ({}, {"expires_at": after(0)}, "expired"),
    ({}, {"expires_at": after(-1)}, "expired"),
    ({}, {"used_at": after(-1)}, "used"),
    ({}, {"used_at": after(-1), "expires_at": after(-1)}, "used"),
    ({"cycle": 2, "state": "reopened"}, {}, "needless"),
    ({"cycle": 2, "state": "reopened"}, {"cycle": 2}, "valid"),
    ({"state": "acknowledged"}, {}, "needless"),
    ({"state": "in_progress"}, {}, "needless"),
    ({"state": "awaiting_customer"}, {}, "needless"),
    ({"state": "satisfied"}, {}, "needless"),
    ({"state": "dismissed"}, {}, "needless"),
    ({"state": "closed_unanswered"}, {}, "needless"),
    ({"id": "another case"}, {}, "unknown"),
]


@pytest.mark.parametrize(("kept", "token", "expected"), LINKS)
def test_what_a_link_stands_for(
    world: World, kept: dict[str, Any], token: dict[str, Any], expected: str
) -> None:
    before = world.kept(**kept)
    linked(world, **token)
    assert looked_up("the link", world.acting()).state == expected
    assert press("the link", None, world.acting()).state == expected
    assert (world.now(before.id) != before) is (expected == "valid")


def test_a_link_that_we_never_sent_is_unknown(world: World) -> None:
    world.kept()
    linked(world)
    for secret in ("", "another link", digest("the link")):
        assert press(secret, None, world.acting()).state == "unknown"


def test_of_two_clicks_at_once_exactly_one_acknowledges(world: World) -> None:
    kept = world.kept()
    linked(world)
    states = []

    def other_first(saved: Case) -> None:
        world.cases.before = None
        states.append(press("the link", None, world.acting()).state)

    world.cases.before = other_first
    states.append(press("the link", None, world.acting()).state)
    assert states == ["valid", "used"]
    assert world.now(kept.id).version == kept.version + 1


def test_a_link_whose_case_changes_meanwhile_is_used_all_the_same(world: World) -> None:
    kept = world.kept()
    linked(world)
    world.somebody_is_faster(noting)
    assert press("the link", None, world.acting()).state == "valid"
    assert [e.what for e in world.now(kept.id).outbox.journal] == ["note", "acknowledge"]


def test_a_link_whose_case_somebody_else_took_first_stays_unused(world: World) -> None:
    world.kept()
    linked(world)
    world.somebody_is_faster(lambda c: move(c, "assign", who="ana", why="", now=NOW, rules=RULES))
    assert press("the link", None, world.acting()).state == "needless"
    assert world.deliveries.tokens[digest("the link")].used_at is None


def test_a_link_whose_case_keeps_changing_is_not_used_up(world: World) -> None:
    world.kept()
    linked(world)
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError):
        press("the link", None, world.acting())
    assert world.deliveries.tokens[digest("the link")].used_at is None


def test_a_link_from_before_a_lapse_acknowledges_again(world: World) -> None:
    kept = world.kept(state="acknowledged", chain=chain(level=1, alerted_at=NOW))
    linked(world)
    lapsed = move(kept, "acknowledgement_lapses", who="earshot", why="", now=NOW, rules=RULES)
    world.cases.put(lapsed)
    assert press("the link", None, world.acting()).state == "valid"


# The buttons of a follow-up's letter.


def asked_by(world: World, purpose: str, **changes: Any) -> Token:
    """The link of a letter that went to ben."""
    return linked(
        world,
        **{"purpose": purpose, "level": 0, "contact": "ben", "follow_up": 1}
        | {"expires_at": NOW + FOLLOW_UP_LINK_VALID}
        | changes,
    )


def pressing(world: World, answer: str | None) -> Link:
    return press("the link", answer, world.acting())


# Of each letter, each answer with where the case ends; a state that is not named takes it no more.
OURS: dict[State, State] = {
    "open": "open",
    "reopened": "reopened",
    "acknowledged": "acknowledged",
    "in_progress": "in_progress",
}
ENDS: list[tuple[str, str, dict[State, State]]] = [
    ("handler_check", "done", dict.fromkeys(OURS, "awaiting_customer")),
    ("handler_check", "not_yet", OURS),
    ("customer_check", "asked", {"awaiting_customer": "awaiting_customer"}),
    (
        "customer_check",
        "yes",
        {"awaiting_customer": "satisfied", "closed_unanswered": "satisfied"},
    ),
    (
        "customer_check",
        "no",
        {"awaiting_customer": "reopened", "closed_unanswered": "reopened"},
    ),
    ("read_answer", "yes", dict.fromkeys((*LIVE, "closed_unanswered"), "satisfied")),
    (
        "read_answer",
        "no",
        OURS | {"awaiting_customer": "reopened", "closed_unanswered": "reopened"},
    ),
    ("read_answer", "unclear", OURS | {"awaiting_customer": "awaiting_customer"}),
]
PRESSES = [
    (purpose, answer, state, ends.get(state)) for purpose, answer, ends in ENDS for state in STATES
]


def test_the_table_has_every_answer_of_every_letter() -> None:
    for purpose in ("handler_check", "customer_check", "read_answer"):
        assert answers_of(purpose) == tuple(answer for p, answer, _ in ENDS if p == purpose)
    assert {answer for _, answer, _ in ENDS} == set(ANSWERS)
    assert answers_of("reply_failed") == answers_of("whatever comes next") == ()


@pytest.mark.parametrize(
    ("purpose", "answer", "state", "end"), [each for each in PRESSES if each[3] is not None]
)
def test_a_press_does_what_the_button_says_for_whom_it_was_sent_to(
    world: World, purpose: str, answer: str, state: State, end: State
) -> None:
    kept = world.kept(state=state, impact=impact(10), numbered=1)
    asked_by(world, purpose)
    world.clock.advance(60)
    assert answer in looked_up("the link", world.acting()).answers
    link = pressing(world, answer)
    now = world.now(kept.id)
    assert (link.state, link.answer, link.case) == ("valid", answer, now)
    assert (now.state, now.version > kept.version) == (end, True)
    assert {entry.who for entry in now.outbox.journal} >= {"ben"}
    assert all(BY_LINK in e.why for e in now.outbox.journal if e.who == "ben")
    assert world.deliveries.tokens[digest("the link")].used_at == after(60)


@pytest.mark.parametrize(
    ("purpose", "answer", "state"), [each[:3] for each in PRESSES if each[3] is None]
)
def test_a_case_that_moved_on_takes_the_answer_no_more(
    world: World, purpose: str, answer: str, state: State
) -> None:
    kept = world.kept(state=state, numbered=1)
    asked_by(world, purpose)
    assert answer not in looked_up("the link", world.acting()).answers
    assert pressing(world, answer).state == "needless"
    assert world.now(kept.id) == kept
    assert world.deliveries.tokens[digest("the link")].used_at is None


@pytest.mark.parametrize("purpose", ["handler_check", "customer_check", "read_answer"])
@pytest.mark.parametrize(
    "changes",
    [{"cycle": 2}, {"numbered": 0}],
    ids=["opened again", "the case began anew under the same id"],
)
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_link_is_of_its_own_opening(
    world: World, purpose: str, changes: dict[str, Any], answer: str
) -> None:
    kept = world.kept(**{"state": "awaiting_customer", "numbered": 1} | changes)
    world.cases.put(replace(kept, state="in_progress") if purpose == "handler_check" else kept)
    before = world.now(kept.id)
    asked_by(world, purpose)
    assert looked_up("the link", world.acting()).state == "needless"
    assert pressing(world, answer).state == "needless"
    assert world.now(kept.id) == before


FOREIGN = [None, "", "acknowledge", "DONE", "done ", "yes,no", "1", "<b>"]


@pytest.mark.parametrize("purpose", ["handler_check", "customer_check", "read_answer"])
def test_what_the_letter_does_not_ask_is_no_answer_and_uses_nothing_up(
    world: World, purpose: str
) -> None:
    kept = world.kept(
        state="in_progress" if purpose == "handler_check" else "awaiting_customer", numbered=1
    )
    asked_by(world, purpose)
    others = [answer for answer in ANSWERS if answer not in answers_of(purpose)]
    for said in [*FOREIGN, *others]:
        link = pressing(world, said)
        assert link.state == "unanswered", said
        assert link.answers == answers_now(purpose, kept.state)
    assert world.now(kept.id) == kept
    assert pressing(world, answers_of(purpose)[0]).state == "valid"


@pytest.mark.parametrize("said", [None, *ANSWERS, "anything"])
def test_the_link_of_an_alert_acknowledges_whatever_is_said_with_it(
    world: World, said: str | None
) -> None:
    kept = world.kept()
    linked(world)
    assert pressing(world, said).state == "valid"
    assert world.now(kept.id).state == "acknowledged"


def test_a_letter_whose_kind_we_do_not_know_asks_nothing(world: World) -> None:
    kept = world.kept(state="in_progress", numbered=1)
    asked_by(world, "of a newer version")
    assert pressing(world, "done").state == "needless"
    assert world.now(kept.id) == kept


# What each answer brings about.


def planned(case_: Case) -> list[tuple[str, int, float]]:
    """(kind, round, seconds from now) of each follow-up."""
    return [(f.kind, f.round, (f.due_at - NOW).total_seconds()) for f in case_.follow_ups]


def test_what_is_done_has_the_customer_asked_after_the_owners_interval(world: World) -> None:
    check = follow_up("handler_check", number=2, due_in=3_600, round=2)
    kept = world.kept(state="in_progress", follow_ups=(check,), numbered=2)
    asked_by(world, "handler_check")
    pressing(world, "done")
    now = world.now(kept.id)
    assert planned(now) == [("customer_check", 1, RULES.customer_after_seconds)]
    assert now.outbox.cancel == (check,)
    (entry,) = now.outbox.journal
    assert (entry.what, entry.why) == ("await_customer", f"it is done, {BY_LINK}")


@pytest.mark.parametrize("state", ["open", "reopened"])
def test_who_says_that_it_is_done_has_taken_it_on(world: World, state: State) -> None:
    kept = world.kept(state=state, numbered=1, chain=chain(level=1, alerted_at=NOW))
    asked_by(world, "handler_check")
    pressing(world, "done")
    now = world.now(kept.id)
    assert (now.state, now.acknowledged_by) == ("awaiting_customer", "ben")
    assert [e.what for e in now.outbox.journal] == ["acknowledge", "await_customer"]
    assert planned(now) == [("customer_check", 1, RULES.customer_after_seconds)]


def test_not_yet_leaves_the_next_question_where_it_is(world: World) -> None:
    check = follow_up("handler_check", number=2, due_in=3_600, round=2)
    kept = world.kept(state="in_progress", follow_ups=(check,), numbered=2)
    asked_by(world, "handler_check")
    pressing(world, "not_yet")
    now = world.now(kept.id)
    assert now.follow_ups == (check,)
    (entry,) = now.outbox.journal
    assert (entry.what, entry.why) == ("note", f"not yet, {BY_LINK}")


def test_not_yet_after_the_last_question_has_it_asked_again(world: World) -> None:
    kept = world.kept(state="in_progress", numbered=4)
    asked_by(world, "handler_check", follow_up=4)
    pressing(world, "not_yet")
    now = world.now(kept.id)
    assert planned(now) == [("handler_check", 1, RULES.handler_after_seconds)]
    assert now.outbox.plan == now.follow_ups


def test_who_was_asked_just_now_has_their_whole_time_to_answer(world: World) -> None:
    silence = follow_up("silence", number=2, due_in=600, round=2)
    kept = world.kept(state="awaiting_customer", follow_ups=(silence,), numbered=2)
    asked_by(world, "customer_check")
    world.clock.advance(60)
    pressing(world, "asked")
    now = world.now(kept.id)
    assert now.asked_at == after(60)
    assert planned(now) == [("silence", 2, 60 + RULES.silence_after_seconds)]
    assert now.outbox.cancel == (silence,)
    assert [(e.what, e.why) for e in now.outbox.journal] == [("asked", BY_LINK)]


def test_a_question_that_was_still_to_come_is_not_asked_twice(world: World) -> None:
    check = follow_up("customer_check", number=2, due_in=600)
    kept = world.kept(state="awaiting_customer", follow_ups=(check,), numbered=2)
    asked_by(world, "customer_check")
    pressing(world, "asked")
    assert planned(world.now(kept.id)) == [("silence", 1, RULES.silence_after_seconds)]


def test_what_was_answered_before_the_button_was_pressed_still_counts(world: World) -> None:
    kept = world.kept(state="awaiting_customer", asked_at=after(-600), numbered=1, recheckable=True)
    asked_by(world, "customer_check")
    pressing(world, "asked")
    now = world.now(kept.id)
    assert now.asked_at == after(-600)
    assert now.outbox.recheck, "the thread is read soon"


@pytest.mark.parametrize("purpose", ["customer_check", "read_answer"])
def test_a_no_reopens_weighs_more_and_alerts(world: World, purpose: str) -> None:
    kept = world.kept(state="awaiting_customer", impact=impact(50), numbered=1)
    asked_by(world, purpose)
    pressing(world, "no")
    now = world.now(kept.id)
    assert (now.state, now.cycle, now.impact.score) == ("reopened", 2, 65)
    assert now.outbox.escalate
    assert now.outbox.journal[0].why == f"the customer says no, {BY_LINK}"


def test_a_no_while_the_work_is_ours_is_a_note(world: World) -> None:
    kept = world.kept(state="in_progress", numbered=1)
    asked_by(world, "read_answer")
    pressing(world, "no")
    (entry,) = world.now(kept.id).outbox.journal
    assert (entry.what, entry.why) == ("customer_says_no", f"the customer says no, {BY_LINK}")


def test_a_case_whose_brand_is_gone_takes_answers_all_the_same(world: World) -> None:
    world.without_brands()
    kept = world.kept(state="awaiting_customer", numbered=1)
    asked_by(world, "customer_check")
    assert pressing(world, "no").state == "valid"
    assert world.now(kept.id).state == "reopened"


def test_what_follows_from_a_change_follows_from_a_press(world: World) -> None:
    """As from any other: here the request for a review, where the owner has it sent."""
    (brand,) = world.configuration.brands
    outlet = Outlet(use="mastodon", kinds=("review",))
    world.configuration = replace(world.configuration, brands=(replace(brand, outlets=(outlet,)),))
    kept = world.kept(state="awaiting_customer", numbered=1)
    asked_by(world, "customer_check")
    pressing(world, "yes")
    planned_replies = [f.about for f in world.now(kept.id).follow_ups if f.kind == "reply"]
    assert planned_replies == [f"review.{kept.opening}"]


# Once, late, and at once.


def test_a_letter_is_answered_once_whatever_is_pressed_next(world: World) -> None:
    kept = world.kept(state="in_progress", numbered=1)
    asked_by(world, "handler_check")
    assert pressing(world, "not_yet").state == "valid"
    once = world.now(kept.id)
    for answer in ("not_yet", "done", None):
        assert pressing(world, answer).state == "used"
    assert looked_up("the link", world.acting()).answers == ()
    assert world.now(kept.id) == once


@pytest.mark.parametrize(("left_seconds", "state"), [(1, "valid"), (0, "expired"), (-1, "expired")])
def test_the_buttons_work_for_a_week_to_the_second(
    world: World, left_seconds: float, state: str
) -> None:
    world.kept(state="in_progress", numbered=1)
    asked_by(world, "handler_check")
    world.clock.advance((timedelta(days=7) - timedelta(seconds=left_seconds)).total_seconds())
    assert looked_up("the link", world.acting()).state == state
    assert pressing(world, "done").state == state


def test_an_alerts_link_works_for_a_day_and_a_letters_for_a_week() -> None:
    assert (timedelta(hours=24), timedelta(days=7)) == (LINK_VALID, FOLLOW_UP_LINK_VALID)


@pytest.mark.parametrize(("first", "second"), [("done", "not_yet"), ("not_yet", "done")])
def test_of_two_buttons_at_once_exactly_one_counts(world: World, first: str, second: str) -> None:
    kept = world.kept(state="in_progress", numbered=1)
    asked_by(world, "handler_check")
    states = []

    def other_first(saved: Case) -> None:
        world.cases.before = None
        states.append(pressing(world, first).state)

    world.cases.before = other_first
    states.append(pressing(world, second).state)
    assert states == ["valid", "used"]
    assert world.now(kept.id).version == kept.version + 1


def test_a_customer_who_answers_first_makes_the_button_needless(world: World) -> None:
    world.kept(state="awaiting_customer", numbered=1)
    asked_by(world, "customer_check")
    world.somebody_is_faster(
        lambda c: move(c, "customer_says_yes", who="earshot", why="", now=NOW, rules=RULES)
    )
    assert pressing(world, "no").state == "needless"
    assert world.deliveries.tokens[digest("the link")].used_at is None


def test_who_always_loses_may_press_again(world: World) -> None:
    world.kept(state="in_progress", numbered=1)
    asked_by(world, "handler_check")
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError):
        pressing(world, "done")
    world.cases.before = None
    assert pressing(world, "done").state == "valid"


def test_a_link_from_before_there_were_letters_with_buttons_acknowledges() -> None:
    written = document(Token("d", "c", 1, 2, "ana", NOW))
    before = written.replace(',"purpose":"acknowledge","follow_up":0', "")
    assert "purpose" not in before
    assert record(Token, {"document": before}) == Token("d", "c", 1, 2, "ana", NOW)
