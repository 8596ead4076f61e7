"""What a follow-up asks for when it leaves the table, and what comes after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import Case, FollowUp, FollowUpKind, State
from earshot.domain.followup import Duty, done, due
from earshot.domain.policy import FollowUpRules
from earshot.domain.transition import move
from tests.unit.domain.examples import NOW, RULES, after, case, follow_up

ASKS: list[tuple[State, FollowUpKind, str, str]] = [
    ("acknowledged", "handler_check", "remind_handler", "is it done?"),
    ("in_progress", "handler_check", "remind_handler", "is it done?"),
    ("awaiting_customer", "customer_check", "ask_customer", "is it solved for the customer?"),
    ("awaiting_customer", "silence", "close_unanswered", "the customer did not answer"),
]


def planning(state: State, *follow_ups: FollowUp) -> Case:
    return case(state, follow_ups=follow_ups, numbered=max(f.number for f in follow_ups))


@pytest.mark.parametrize(("state", "kind", "action", "reason"), ASKS)
@pytest.mark.parametrize("late_seconds", [0, 0.000001, 60, 48 * 3_600])
def test_a_follow_up_that_is_due_asks_for_its_duty_however_late(
    state: State, kind: FollowUpKind, action: str, reason: str, late_seconds: float
) -> None:
    planned = follow_up(kind)
    assert due(planning(state, planned), planned, RULES, after(late_seconds)) == Duty(
        action=action,  # type: ignore[arg-type]
        reason=reason,
    )


@pytest.mark.parametrize(("state", "kind", "action", "reason"), ASKS)
@pytest.mark.parametrize("early_seconds", [0.000001, 1, 86_400])
def test_one_that_left_before_its_time_was_cancelled(
    state: State, kind: FollowUpKind, action: str, reason: str, early_seconds: float
) -> None:
    planned = follow_up(kind)
    duty = due(planning(state, planned), planned, RULES, after(-early_seconds))
    assert duty == Duty(action="nothing", reason="it left before it was due: cancelled")


def test_one_of_a_case_that_is_gone_asks_for_nothing() -> None:
    assert due(None, follow_up(), RULES, NOW) == Duty(action="nothing", reason="the case is gone")


@pytest.mark.parametrize("number", [0, 2, 99])
def test_one_the_case_does_not_plan_asks_for_nothing(number: int) -> None:
    duty = due(planning("in_progress", follow_up()), follow_up(number=number), RULES, NOW)
    assert duty == Duty(action="nothing", reason="the case no longer plans it")


@pytest.mark.parametrize(
    ("state", "assignee", "action", "reason"),
    [
        ("in_progress", "ana", "tell_assignee", "the case was given to them"),
        ("awaiting_customer", "ana", "tell_assignee", "the case was given to them"),
        ("in_progress", "ben", "nothing", "somebody else has it by now"),
        ("in_progress", None, "nothing", "somebody else has it by now"),
        ("satisfied", "ana", "nothing", "the case is satisfied"),
    ],
)
def test_whoever_was_given_a_case_hears_of_it_while_it_is_theirs(
    state: State, assignee: str | None, action: str, reason: str
) -> None:
    planned = follow_up("handed_over", about="ana")
    kept = replace(planning(state, planned), assignee=assignee)
    assert due(kept, planned, RULES, NOW) == Duty(action=action, reason=reason)  # type: ignore[arg-type]
    told = done(
        kept,
        planned,
        Duty(action="tell_assignee", reason="why"),
        told=("ana by email: sent",),
        rules=RULES,
        now=NOW,
    )
    assert told.follow_ups == ()
    assert told.outbox.journal[-1].why == "why (ana by email: sent)"


@pytest.mark.parametrize("action", ["dismiss", "assign", "await_customer", "customer_says_yes"])
def test_one_of_an_earlier_state_asks_for_nothing(action: Any) -> None:
    planned = follow_up()
    moved_on = move(
        planning("in_progress", planned), action, who="ana", why="", now=NOW, rules=RULES
    )
    assert due(moved_on, planned, RULES, after(1)).action == "nothing"


def carried_out(
    before: Case, planned: FollowUp, *, rules: FollowUpRules = RULES, told: tuple[str, ...] = ()
) -> Case:
    duty = due(before, planned, RULES, NOW)
    return done(before, planned, duty, told=told, rules=rules, now=NOW)


def test_a_reminded_handler_is_reminded_again_after_the_same_time() -> None:
    planned = follow_up()
    after_it = carried_out(planning("in_progress", planned), planned, told=("ana by email: sent",))
    (next_one,) = after_it.follow_ups
    assert (next_one.kind, next_one.round, next_one.number) == ("handler_check", 2, 2)
    assert next_one.due_at == after(RULES.handler_after_seconds)
    assert after_it.outbox.plan == (next_one,)
    assert after_it.outbox.cancel == ()
    assert after_it.state == "in_progress"
    (entry,) = after_it.outbox.journal
    assert (entry.who, entry.what) == ("earshot", "remind_handler")
    assert entry.why == "is it done? (ana by email: sent)"


@pytest.mark.parametrize(
    ("repeats", "round_", "again"),
    [(0, 1, False), (1, 1, True), (1, 2, False), (3, 3, True), (3, 4, False), (3, 9, False)],
)
def test_a_handler_is_reminded_once_and_then_as_often_as_the_owner_said(
    repeats: int, round_: int, again: bool
) -> None:
    planned = follow_up(round=round_)
    rules = replace(RULES, handler_repeats=repeats)
    after_it = carried_out(planning("acknowledged", planned), planned, rules=rules)
    assert bool(after_it.follow_ups) is again
    assert after_it.version == 4


def test_reminding_without_an_answer_ends() -> None:
    current = planning("in_progress", follow_up())
    reminders = 0
    while current.follow_ups:
        (planned,) = current.follow_ups
        duty = due(current, planned, RULES, planned.due_at)
        current = done(current, planned, duty, told=(), rules=RULES, now=planned.due_at)
        reminders += 1
    assert reminders == 1 + RULES.handler_repeats
    assert len({e.number for e in current.outbox.journal}) == reminders


def test_a_question_to_the_customer_begins_the_silence() -> None:
    planned = follow_up("customer_check")
    after_it = carried_out(planning("awaiting_customer", planned), planned)
    (silence,) = after_it.follow_ups
    assert (silence.kind, silence.round) == ("silence", 1)
    assert silence.due_at == after(RULES.silence_after_seconds)
    assert after_it.state == "awaiting_customer"
    assert after_it.outbox.journal[0].why.endswith("(nobody could be told)")


def test_silence_closes_the_case_and_plans_nothing() -> None:
    planned = follow_up("silence")
    after_it = carried_out(planning("awaiting_customer", planned), planned)
    assert (after_it.state, after_it.closed_at) == ("closed_unanswered", NOW)
    assert after_it.follow_ups == after_it.outbox.plan == after_it.outbox.cancel == ()
    assert [(e.what, e.why) for e in after_it.outbox.journal] == [
        ("silence", "the customer did not answer")
    ]


def test_what_is_done_is_done_once() -> None:
    planned = follow_up("customer_check")
    after_it = carried_out(planning("awaiting_customer", planned), planned)
    assert due(after_it, planned, RULES, after(1)).action == "nothing"


def test_other_follow_ups_of_the_case_stay() -> None:
    planned, other = follow_up("customer_check"), follow_up("reply", number=2, due_in=60)
    after_it = carried_out(planning("awaiting_customer", planned, other), planned)
    assert other in after_it.follow_ups
