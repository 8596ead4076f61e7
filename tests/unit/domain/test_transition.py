"""How a case moves: every state with every action, and what each move plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

import pytest

from earshot.domain.calendar import OFFICE, Calendar
from earshot.domain.case import CLOSED, Case, Chain, FollowUpKind, Outbox, State
from earshot.domain.errors import IllegalTransitionError
from earshot.domain.transition import (
    Action,
    escalating,
    fired,
    move,
    noted,
    planned,
    raised,
    refusal,
)
from tests.unit.domain.examples import (
    NOW,
    POLICY,
    RULES,
    after,
    attached,
    case,
    chain,
    follow_up,
)

STATES: tuple[State, ...] = (
    "open",
    "reopened",
    "acknowledged",
    "in_progress",
    "awaiting_customer",
    "satisfied",
    "closed_unanswered",
    "dismissed",
)
NAMES: dict[str, State] = {
    "open": "open",
    "reop": "reopened",
    "ackn": "acknowledged",
    "work": "in_progress",
    "wait": "awaiting_customer",
    "sati": "satisfied",
    "unan": "closed_unanswered",
    "dism": "dismissed",
}
# Rows: what is done. Columns: the state it is done in, in the order of STATES. A dot is a refusal.
EXPECTED: dict[Action, str] = {
    #                          open reop ackn work wait sati unan dism
    "acknowledge": "           ackn ackn .    .    .    .    .    .    ",
    "assign": "                work work work work work .    .    .    ",
    "reply": "                 work work work work wait .    .    .    ",
    "await_customer": "        .    .    wait wait .    .    .    .    ",
    "customer_says_yes": "     sati sati sati sati sati .    sati .    ",
    "customer_says_no": "      .    .    .    .    reop reop reop .    ",
    "dismiss": "               dism dism dism dism dism .    .    .    ",
    "reopen": "                .    .    .    .    .    reop reop reop ",
    "complain_again": "        .    .    .    .    reop reop reop reop ",
    "customer_writes": "       .    .    .    .    work .    .    .    ",
    "silence": "               .    .    .    .    unan .    .    .    ",
    "acknowledgement_lapses": ".    .    open .    .    .    .    .    ",
    "withdraw": "              unan unan .    .    .    .    .    .    ",
}
PAIRS = [
    (state, action, NAMES.get(cell))
    for action, row in EXPECTED.items()
    for state, cell in zip(STATES, row.split(), strict=True)
]
LEGAL = [(state, action, after_it) for state, action, after_it in PAIRS if after_it is not None]
ILLEGAL = [(state, action) for state, action, after_it in PAIRS if after_it is None]


def moved(before: Case, action: Action, **changes: Any) -> Case:
    given: dict[str, Any] = {"who": "ana", "why": "because", "now": NOW, "rules": RULES}
    return move(before, action, **(given | changes))


def test_the_table_names_every_action_and_every_state() -> None:
    assert set(EXPECTED) == set(get_args(Action))
    assert set(STATES) == set(get_args(State))
    assert len(PAIRS) == 104


@pytest.mark.parametrize(("state", "action", "expected"), LEGAL)
def test_a_legal_move_ends_in_its_state(state: State, action: Action, expected: State) -> None:
    assert refusal(state, action) is None
    assert moved(case(state), action).state == expected


@pytest.mark.parametrize(("state", "action"), ILLEGAL)
def test_an_illegal_move_is_refused_with_the_reason(state: State, action: Action) -> None:
    with pytest.raises(IllegalTransitionError) as refused:
        moved(case(state), action)
    reason = str(refused.value)
    assert reason == refusal(state, action)
    assert reason.startswith(f"cannot {action.replace('_', ' ')} while the case is ")
    assert f"is {state.replace('_', ' ')}; that needs: " in reason
    allowed = {s.replace("_", " ") for s, a, after_it in LEGAL if a == action}
    assert set(reason.split("that needs: ")[1].split(", ")) == allowed


def test_trying_an_illegal_move_again_will_not_help() -> None:
    assert IllegalTransitionError("x").permanent


@pytest.mark.parametrize(("state", "action", "expected"), LEGAL)
def test_every_move_is_one_version_with_one_journal_entry(
    state: State, action: Action, expected: State
) -> None:
    before = case(state)
    changed = moved(before, action, now=after(60))
    assert changed.version == before.version + 1
    (entry,) = changed.outbox.journal
    assert (entry.number, entry.who, entry.what, entry.why) == (4, "ana", action, "because")
    assert entry.at == changed.changed_at == after(60)
    assert changed.entries == 4


@pytest.mark.parametrize(("state", "action", "expected"), LEGAL)
def test_a_case_has_a_closing_time_only_while_it_is_closed(
    state: State, action: Action, expected: State
) -> None:
    before = case(state, closed_at=NOW if state in CLOSED else None)
    changed = moved(before, action, now=after(60))
    assert changed.closed_at == (after(60) if expected in CLOSED else None)


@pytest.mark.parametrize(("state", "action", "expected"), LEGAL)
def test_a_case_that_comes_back_begins_a_new_cycle_and_no_other_does(
    state: State, action: Action, expected: State
) -> None:
    before = case(state, chain=chain(level=2, alerted_at=NOW), cycle=4, assignee="ben")
    changed = moved(before, action)
    if expected == "reopened":
        assert changed.cycle == 5
        assert changed.chain is None
        assert changed.acknowledged_at is None
        assert changed.acknowledged_by is None
    else:
        assert changed.cycle == 4
        assert changed.chain == before.chain
    assert changed.assignee == "ben"


def test_an_acknowledgement_remembers_who_and_when() -> None:
    changed = moved(case("open"), "acknowledge", who="ben", now=after(5))
    assert (changed.acknowledged_by, changed.acknowledged_at) == ("ben", after(5))


def test_an_open_case_is_acknowledged_by_nobody() -> None:
    before = case("acknowledged", acknowledged_at=NOW, acknowledged_by="ana")
    changed = moved(before, "acknowledgement_lapses", who="earshot")
    assert (changed.acknowledged_by, changed.acknowledged_at) == (None, None)


# Follow-ups belong to a state.

PLANNED_IN = {
    "acknowledged": ("handler_check", RULES.handler_after_seconds),
    "in_progress": ("handler_check", RULES.handler_after_seconds),
    # It came back: somebody is asked after it even where it is too light to wake anybody.
    "reopened": ("handler_check", RULES.handler_after_seconds),
    "awaiting_customer": ("customer_check", RULES.customer_after_seconds),
}


@pytest.mark.parametrize(("state", "action", "expected"), LEGAL)
def test_a_move_cancels_the_old_follow_ups_and_plans_those_of_the_new_state(
    state: State, action: Action, expected: State
) -> None:
    old = follow_up(number=7)
    before = case(state, follow_ups=(old,), numbered=7)
    changed = moved(before, action)
    if expected == state and (action not in ("assign", "reply") or state == "awaiting_customer"):
        assert changed.follow_ups == (old,)
        return
    assert changed.outbox.cancel == (old,)
    assert changed.follow_ups == changed.outbox.plan
    kinds = [(f.kind, f.due_at, f.number, f.round, f.case_id) for f in changed.follow_ups]
    if expected in PLANNED_IN:
        kind, seconds = PLANNED_IN[expected]
        assert kinds == [(kind, after(seconds), 8, 1, before.id)]
        assert changed.numbered == 8
    else:
        assert kinds == []


def test_what_was_planned_and_not_yet_delivered_is_cancelled_and_never_put() -> None:
    once = moved(case("open"), "acknowledge")
    twice = moved(once, "dismiss")
    assert twice.outbox.plan == ()
    assert twice.outbox.cancel == once.follow_ups
    assert twice.follow_ups == ()


def test_every_cancellation_waits_until_it_is_delivered() -> None:
    one, two = follow_up(number=1), follow_up(number=2)
    before = case("in_progress", follow_ups=(two,), numbered=2, outbox=Outbox(cancel=(one,)))
    assert moved(before, "dismiss").outbox.cancel == (one, two)


def test_an_assignment_to_another_starts_the_handlers_time_anew() -> None:
    first = moved(case("open"), "assign")
    second = moved(first, "assign", now=after(3_600))
    (check,) = second.follow_ups
    assert check.due_at == after(3_600 + RULES.handler_after_seconds)
    assert check.number == 2


@pytest.mark.parametrize("kind", ["customer_check", "silence"])
def test_what_the_brand_says_meanwhile_puts_off_neither_the_question_nor_the_end(
    kind: FollowUpKind,
) -> None:
    waiting = case("awaiting_customer", follow_ups=(follow_up(kind, number=3),), numbered=3)
    assert moved(waiting, "reply").follow_ups == waiting.follow_ups


def test_a_number_is_never_given_twice() -> None:
    busy = case("open")
    seen: list[int] = []
    actions: list[Action] = ["acknowledge", "assign", "reply", "await_customer", "reply", "assign"]
    for action in actions:
        busy = moved(busy, action)
        seen += [f.number for f in busy.follow_ups]
    # The fifth, a reply to a customer who is awaited, plans nothing.
    assert (len(seen), len(set(seen))) == (6, 5)


def test_journal_numbers_run_on_while_the_outbox_waits() -> None:
    busy = moved(moved(moved(case("open"), "acknowledge"), "reply"), "await_customer")
    assert [entry.number for entry in busy.outbox.journal] == [4, 5, 6]
    assert busy.version == 6


def test_a_note_raises_the_version_and_leaves_the_state() -> None:
    changed = noted(case("satisfied"), who="ben", what="note", why="a call", now=after(9))
    assert changed.state == "satisfied"
    assert changed.version == 4
    assert changed.changed_at == after(9)
    assert [(e.what, e.why) for e in changed.outbox.journal] == [("note", "a call")]


def test_what_waits_in_the_outbox_stays_there_through_a_note() -> None:
    waiting = case(outbox=Outbox(escalate=True, attach=(attached(),), plan=(follow_up(),)))
    changed = noted(waiting, who="ben", what="note", why="", now=NOW)
    assert changed.outbox.escalate
    assert changed.outbox.attach == waiting.outbox.attach
    assert changed.outbox.plan == waiting.outbox.plan


def test_an_escalation_keeps_the_policy_of_its_start() -> None:
    changed = escalating(case("open"), POLICY, "impact 70", NOW)
    assert changed.chain == Chain(policy=POLICY)
    assert changed.outbox.escalate
    assert [(e.who, e.what) for e in changed.outbox.journal] == [("earshot", "escalate")]


NIGHT, MORNING = after(8 * 3_600), after(21 * 3_600)
"""Monday 20:00, and Tuesday 9:00."""


@pytest.mark.parametrize(
    ("now", "hours", "urgency", "low_until"),
    [
        (NIGHT, OFFICE, "high", MORNING),
        (NIGHT, OFFICE, "normal", MORNING),
        (NIGHT, OFFICE, "urgent", None),
        (NIGHT, None, "high", None),
        (NOW, OFFICE, "high", None),
        (MORNING, OFFICE, "high", None),
        (NIGHT, Calendar(hours={}), "high", None),
        (NIGHT, replace(OFFICE, time_zone="Mars/Olympus"), "high", None),
    ],
    ids=["night", "normal", "urgent", "always", "day", "opening", "never open", "no such zone"],
)
def test_an_escalation_keeps_when_its_urgency_turns_high(
    now: datetime, hours: Calendar | None, urgency: Any, low_until: datetime | None
) -> None:
    quiet = case("open", urgency=urgency)
    started = escalating(quiet, POLICY, "impact 70", now, support_hours=hours)
    assert started.chain == Chain(policy=POLICY, low_until=low_until)
    (entry,) = started.outbox.journal
    until = "; of low urgency until the support hours start at 2026-03-03T09:00:00+00:00"
    assert entry.why == "impact 70" + ("" if low_until is None else until)


ASLEEP = chain(level=1, alerted_at=NIGHT, low_until=MORNING)


@pytest.mark.parametrize("state", ["open", "reopened", "acknowledged"])
def test_what_becomes_urgent_while_low_is_high_at_once_and_woken(state: State) -> None:
    now = after(9 * 3_600)
    woken = raised(case(state, urgency="urgent", chain=ASLEEP), now)
    assert woken.chain == replace(ASLEEP, low_until=now, run=2)
    assert woken.outbox.escalate
    (entry,) = woken.outbox.journal
    assert (entry.who, entry.what) == ("earshot", "escalate")
    assert raised(woken, now) is woken


def test_nobody_is_woken_who_does_not_sleep_yet() -> None:
    fresh = case("open", urgency="urgent", chain=replace(ASLEEP, level=0, alerted_at=None))
    woken = raised(fresh, NIGHT)
    assert woken.chain == replace(ASLEEP, level=0, alerted_at=None, low_until=NIGHT)
    assert not woken.outbox.escalate
    waiting = replace(fresh, outbox=Outbox(escalate=True))
    assert raised(waiting, NIGHT).outbox.escalate


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (case("open", urgency="high", chain=ASLEEP), NIGHT),
        (case("open", urgency="urgent", chain=None), NIGHT),
        (case("open", urgency="urgent", chain=replace(ASLEEP, low_until=None)), NIGHT),
        (case("open", urgency="urgent", chain=ASLEEP), MORNING),
        (case("in_progress", urgency="urgent", chain=ASLEEP), NIGHT),
        (case("dismissed", urgency="urgent", chain=ASLEEP), NIGHT),
    ],
    ids=["not urgent", "no escalation", "high anyway", "hours started", "in hand", "closed"],
)
def test_nothing_is_raised_that_need_not_be(before: Case, now: datetime) -> None:
    assert raised(before, now) is before


def test_a_case_that_comes_back_does_not_start_the_escalation_of_its_last_cycle() -> None:
    loud = escalating(case("open"), POLICY, "impact 70", NOW)
    back = moved(moved(loud, "dismiss"), "complain_again")
    assert back.chain is None
    assert not back.outbox.escalate


def test_a_follow_up_that_fired_is_gone_from_the_case_and_from_what_is_to_be_put() -> None:
    one, two = follow_up(number=1), follow_up("silence", number=2)
    before = case(follow_ups=(one, two), outbox=Outbox(plan=(one, two)))
    freed = fired(before, one)
    assert freed.follow_ups == freed.outbox.plan == (two,)
    assert freed.version == before.version


def test_a_follow_up_the_case_does_not_know_changes_nothing() -> None:
    before = case(follow_ups=(follow_up(number=2),))
    assert fired(before, follow_up(number=9)) == before


def test_a_plan_is_in_the_list_and_in_the_outbox() -> None:
    changed = planned(case(numbered=4), "silence", after(60), 2)
    (made,) = changed.follow_ups
    assert (made.number, made.kind, made.due_at, made.round) == (5, "silence", after(60), 2)
    assert changed.outbox.plan == (made,)


def test_a_move_leaves_the_case_it_began_with_as_it_was() -> None:
    before = case("open", follow_ups=(follow_up(),))
    copy = case("open", follow_ups=(follow_up(),))
    moved(before, "acknowledge")
    assert before == copy
