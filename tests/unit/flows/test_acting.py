"""Acting: what people do with a case by the API, once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import CLOSED, LIVE, Case, State
from earshot.domain.errors import (
    ConfigurationError,
    ConflictError,
    EarshotError,
    IllegalTransitionError,
    NotFoundError,
)
from earshot.domain.transition import move, noted
from earshot.flows.acting import Command, act
from earshot.flows.racing import MOST_TRIES
from tests.unit.domain.examples import NOW, POLICY, RULES, after, case, chain, impact
from tests.unit.flows.world import World

STATES: tuple[State, ...] = (*LIVE, *CLOSED)


def done(world: World, action: Any, *, key: str | None = None, **given: Any) -> Case:
    return act(
        case().id,
        Command(action=action, **given),
        who="ben",
        acting=world.acting(),
        idempotency_key=key,
    )


def noting(kept: Case) -> Case:
    return noted(kept, who="cleo", what="note", why="meanwhile", now=NOW)


# Each command with where it ends; a state that is not named is refused.
COMMANDS: list[tuple[dict[str, Any], dict[State, str]]] = [
    ({"action": "acknowledge"}, {"open": "acknowledged", "reopened": "acknowledged"}),
    ({"action": "assign", "to": "ana"}, dict.fromkeys(LIVE, "in_progress")),
    (
        {"action": "reply"},
        dict.fromkeys(LIVE, "in_progress") | {"awaiting_customer": "awaiting_customer"},
    ),
    (
        {"action": "await_customer"},
        dict.fromkeys(("acknowledged", "in_progress"), "awaiting_customer"),
    ),
    (
        {"action": "customer_says", "answer": "yes"},
        dict.fromkeys((*LIVE, "closed_unanswered"), "satisfied"),
    ),
    (
        {"action": "customer_says", "answer": "no"},
        {
            "open": "open",
            "reopened": "reopened",
            "acknowledged": "acknowledged",
            "in_progress": "in_progress",
            "awaiting_customer": "reopened",
            "satisfied": "reopened",
            "closed_unanswered": "reopened",
        },
    ),
    ({"action": "dismiss"}, dict.fromkeys(LIVE, "dismissed")),
    ({"action": "reopen"}, dict.fromkeys(CLOSED, "reopened")),
    ({"action": "note", "note": "called"}, {state: state for state in STATES}),
]
PAIRS = [(given, state, ends.get(state)) for given, ends in COMMANDS for state in STATES]


@pytest.mark.parametrize(("given", "state", "expected"), [p for p in PAIRS if p[2]])
def test_a_command_ends_in_its_state_and_is_journalled(
    world: World, given: dict[str, Any], state: State, expected: State
) -> None:
    kept = world.kept(state=state, impact=impact(10))
    world.clock.advance(60)
    answer = done(world, **given)
    assert answer == world.now(kept.id)
    assert (answer.state, answer.version) == (expected, kept.version + 1)
    (entry,) = answer.outbox.journal
    assert (entry.who, entry.at) == ("ben", after(60))


@pytest.mark.parametrize(("given", "state"), [p[:2] for p in PAIRS if p[2] is None])
def test_an_illegal_command_is_refused_with_the_reason_and_changes_nothing(
    world: World, given: dict[str, Any], state: State
) -> None:
    kept = world.kept(state=state)
    with pytest.raises(IllegalTransitionError, match=f"is {state.replace('_', ' ')}; that needs"):
        done(world, key="k", **given)
    assert world.now(kept.id) == kept
    assert world.cases.requests == {}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"action": "note", "note": "called them"}, "called them"),
        ({"action": "assign", "to": "ana"}, "to ana"),
        (
            {"action": "assign", "to": "ana", "note": "she knows kettles"},
            "to ana: she knows kettles",
        ),
        ({"action": "customer_says", "answer": "yes"}, "the customer says yes"),
        ({"action": "dismiss"}, ""),
    ],
)
def test_the_journal_says_why(world: World, given: dict[str, Any], why: str) -> None:
    world.kept()
    assert [entry.why for entry in done(world, **given).outbox.journal] == [why]


def test_an_assignment_names_the_handler(world: World) -> None:
    world.kept()
    assert done(world, "assign", to="ana").assignee == "ana"
    assert done(world, "assign", to="cleo").assignee == "cleo"


@pytest.mark.parametrize(
    ("handed", "told"),
    [
        (["ana"], ["ana"]),
        (["ben"], []),  # who does it: they know
        (["ana", "ana"], ["ana"]),
        (["ana", "cleo"], ["cleo"]),
        (["ana", "ben"], []),
        (["ben", "ana"], ["ana"]),
    ],
)
def test_only_the_last_who_was_given_a_case_is_written_to_and_at_once(
    world: World, handed: list[str], told: list[str]
) -> None:
    world.kept()
    for name in handed:
        case = done(world, "assign", to=name)
    letters = [f for f in case.follow_ups if f.kind == "handed_over"]
    assert [(f.about, f.due_at) for f in letters] == [(name, NOW) for name in told]


def test_who_takes_a_case_under_their_address_needs_no_letter(world: World) -> None:
    kept = world.kept()
    address = world.configuration.contact("ana").email or ""
    case = act(kept.id, Command(action="assign", to="ana"), who=address, acting=world.acting())
    assert [f.kind for f in case.follow_ups] == ["handler_check"]


def test_nobody_is_written_to_about_a_case_that_is_closed_by_then(world: World) -> None:
    world.kept()
    done(world, "assign", to="ana")
    case = done(world, "dismiss")
    assert "handed_over" not in {f.kind for f in (*case.follow_ups, *case.outbox.plan)}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"action": "assign", "to": "nobody we know"}, NotFoundError),
        ({"action": "assign"}, ConfigurationError),
        ({"action": "customer_says"}, ConfigurationError),
    ],
)
def test_a_command_that_lacks_something_is_refused_and_changes_nothing(
    world: World, given: dict[str, Any], error: type[EarshotError]
) -> None:
    kept = world.kept(state="awaiting_customer")
    with pytest.raises(error):
        done(world, **given)
    assert world.now(kept.id) == kept


def test_a_command_on_a_case_that_is_not_there(world: World) -> None:
    with pytest.raises(NotFoundError):
        done(world, "acknowledge")


# The customer's answer.


@pytest.mark.parametrize("state", ["open", "reopened", "acknowledged", "in_progress"])
def test_a_no_while_we_owe_the_work_is_a_note(world: World, state: State) -> None:
    kept = world.kept(state=state, chain=chain(level=1, alerted_at=NOW))
    answer = done(world, "customer_says", answer="no", note="still cold")
    assert (answer.state, answer.cycle, answer.chain) == (state, 1, kept.chain)
    assert [(e.what, e.why) for e in answer.outbox.journal] == [("customer_says_no", "still cold")]


@pytest.mark.parametrize("state", ["awaiting_customer", "satisfied", "closed_unanswered"])
@pytest.mark.parametrize(("score", "alerts"), [(44, False), (45, True)])
def test_a_no_after_that_reopens_and_alerts_from_the_threshold_on(
    world: World, state: State, score: int, alerts: bool
) -> None:
    world.kept(state=state, impact=impact(score), chain=chain(level=3, alerted_at=NOW))
    answer = done(world, "customer_says", answer="no")
    assert (answer.state, answer.cycle, answer.impact.score) == ("reopened", 2, score + 15)
    assert answer.outbox.escalate is alerts
    assert answer.chain == (chain() if alerts else None)


def test_a_yes_closes_for_good_what_silence_had_closed(world: World) -> None:
    world.kept(state="closed_unanswered", closed_at=after(-60))
    answer = done(world, "customer_says", answer="yes")
    assert (answer.state, answer.closed_at) == ("satisfied", NOW)


def test_reopening_escalates_with_the_policy_in_force_now(world: World) -> None:
    policy = replace(POLICY, repeats=0)
    world.configuration = replace(world.configuration, escalation={"default": policy})
    world.kept(state="dismissed", impact=impact(70), chain=chain(level=1, alerted_at=NOW))
    answer = done(world, "reopen")
    assert answer.chain == chain(policy=policy)
    assert answer.outbox.escalate


# A brand that the owner took out.


@pytest.mark.parametrize("action", ["acknowledge", "assign", "reply", "dismiss", "note"])
def test_a_case_whose_brand_is_gone_can_still_be_worked_on(world: World, action: str) -> None:
    world.without_brands()
    kept = world.kept()
    done(world, action, **({"to": "ana"} if action == "assign" else {}))
    assert world.now(kept.id).version == kept.version + 1


@pytest.mark.parametrize(
    "given", [{"action": "reopen"}, {"action": "customer_says", "answer": "no"}]
)
def test_a_case_whose_brand_is_gone_can_still_come_back(
    world: World, given: dict[str, Any]
) -> None:
    world.without_brands()
    world.kept(state="satisfied", impact=impact(10))
    assert done(world, **given).state == "reopened"


# The same request again.


def test_a_repeated_request_changes_nothing_and_answers_the_case_as_it_is(world: World) -> None:
    world.kept(state="in_progress")
    first = done(world, "note", note="called", key="k1")
    world.cases.put(noting(first))
    assert done(world, "note", note="called", key="k1") == world.now(first.id)
    assert [e.why for e in world.now(first.id).outbox.journal] == ["called", "meanwhile"]


def test_a_repeated_request_is_no_illegal_move(world: World) -> None:
    world.kept()
    first = done(world, "acknowledge", key="k1")
    assert done(world, "acknowledge", key="k1") == first
    with pytest.raises(IllegalTransitionError):
        done(world, "acknowledge", key="k2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ben", "k1"), ("ben", "k2")),
        (("ben", "k1"), ("cleo", "k1")),
        (("ben", None), ("ben", None)),
    ],
    ids=["another key", "another person", "no key"],
)
def test_other_requests_are_carried_out(
    world: World, one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    kept = world.kept(state="in_progress")
    for who, key in (one, other):
        act(
            kept.id,
            Command(action="note", note="x"),
            who=who,
            acting=world.acting(),
            idempotency_key=key,
        )
    assert len(world.now(kept.id).outbox.journal) == 2


def test_the_same_key_on_another_case_is_another_request(world: World) -> None:
    for name in ("a", "b"):
        world.kept(id=name)
        command = Command(action="note", note="x")
        act(name, command, who="ben", acting=world.acting(), idempotency_key="k1")
    assert len(world.cases.requests) == 2


def test_the_same_request_twice_at_once_is_carried_out_once(world: World) -> None:
    world.kept(state="in_progress")

    def other_first(saved: Case) -> None:
        world.cases.before = None
        done(world, "note", note="called", key="k1")

    world.cases.before = other_first
    answer = done(world, "note", note="called", key="k1")
    assert len(answer.outbox.journal) == 1
    assert answer == world.now(answer.id)


# Races.


def test_who_loses_a_race_decides_anew(world: World) -> None:
    kept = world.kept()
    world.somebody_is_faster(noting)
    done(world, "acknowledge")
    assert [e.what for e in world.now(kept.id).outbox.journal] == ["note", "acknowledge"]


def test_who_was_overtaken_by_the_same_move_hears_why_it_is_illegal(world: World) -> None:
    world.kept()
    world.somebody_is_faster(lambda c: move(c, "dismiss", who="cleo", why="", now=NOW, rules=RULES))
    with pytest.raises(IllegalTransitionError, match="while the case is dismissed"):
        done(world, "acknowledge")


def test_who_always_loses_is_told_to_try_again(world: World) -> None:
    kept = world.kept()
    world.somebody_is_faster(noting, times=None)
    with pytest.raises(ConflictError, match="try again"):
        done(world, "acknowledge")
    assert len(world.now(kept.id).outbox.journal) == MOST_TRIES
