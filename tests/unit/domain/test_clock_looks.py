"""When the clocks of a case are looked at: once it is time, and one look at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.answering import answered
from earshot.domain.case import Answer, Case, FollowUp
from earshot.domain.clocks.looking import Breach, look_again, next_breach, with_clock_look
from earshot.domain.clocks.policy import DEFAULT_TARGETS, Targets
from earshot.domain.hearing import hear
from earshot.domain.transition import Action, move, noted, planned
from tests.unit.domain.examples import (
    NOW,
    RULES,
    after,
    case,
    follow_up,
    heard,
    hearing_rules,
    impact,
    mention,
)

URGENT = Targets(seconds=DEFAULT_TARGETS["urgent"])
NORMAL = Targets(seconds=DEFAULT_TARGETS["normal"])
LATER = after(3_600)


def looks(of: Case) -> list[FollowUp]:
    return [f for f in of.follow_ups if f.kind == "clock_look"]


def look(due_in: float, number: int = 9) -> FollowUp:
    return follow_up("clock_look", due_in=due_in, number=number, about="resolve " + str(LATER))


@pytest.mark.parametrize(
    ("targets", "minutes", "first"),
    [(URGENT, 12, 15), (NORMAL, 192, 240), (Targets(seconds={"resolve": 36_000}), 480, 600)],
)
def test_a_case_that_opens_is_looked_at_as_its_first_clock_warns(
    targets: Targets, minutes: int, first: int
) -> None:
    opened = hear(None, None, heard(), hearing_rules(), NOW).case
    assert opened is not None
    (planned_look,) = looks(with_clock_look(None, opened, targets, NOW))
    assert planned_look.due_at == NOW + timedelta(minutes=minutes)
    clock = min(targets.seconds, key=lambda name: targets.seconds[name])
    assert next_breach(planned_look) == Breach(clock=clock, at=NOW + timedelta(minutes=first))


def test_a_case_without_clocks_is_never_looked_at() -> None:
    assert with_clock_look(None, case(), Targets(seconds={}), NOW) == case()


def moved(action: Action, **changes: Any) -> Callable[[Case], Case]:
    return lambda of: replace(
        move(of, action, who="ana", why="", now=LATER, rules=RULES), **changes
    )


def wrote(of: Case) -> Case:
    said = heard(mention("p9", created_at=LATER), complaint=False)
    changed = hear(of, None, said, hearing_rules(), LATER).case
    assert changed is not None
    return changed


def replied(minutes: float) -> Callable[[Case], Case]:
    said = Answer(mention_id="a1", at=after(60 * minutes), account="@acme", url="")
    return lambda of: answered(of, said, RULES, LATER)


AT_ONCE: list[tuple[str, Case, Callable[[Case], Case]]] = [
    ("reopened", case("satisfied"), moved("reopen")),
    ("came back", case("awaiting_customer"), moved("complain_again")),
    ("no", case("awaiting_customer"), moved("customer_says_no")),
    ("awaited no more", case("awaiting_customer"), moved("assign")),
    ("wrote", case("in_progress"), wrote),
    ("wrote in the open, after it came back", case("reopened", cycle=2), wrote),
    ("wrote in the open, after an answer", case("open", answered_at=NOW), wrote),
    ("awaited, wrote", case("awaiting_customer"), wrote),
    ("more urgent", case(urgency="normal"), lambda of: replace(of, urgency="urgent")),
    ("settled", case("in_progress"), moved("customer_says_yes")),
    ("dismissed", case("open"), moved("dismiss")),
    ("silent", case("awaiting_customer"), moved("silence")),
    ("answered late", case("in_progress", last_mention_at=after(300)), replied(4)),
]
"""What may start a clock, sets one going again, or leaves it nothing to wait for."""

LEFT: list[tuple[str, Case, Callable[[Case], Case]]] = [
    ("acknowledged", case("open"), moved("acknowledge")),
    ("assigned", case("open"), moved("assign")),
    ("replied", case("acknowledged"), moved("reply")),
    ("awaited", case("in_progress"), moved("await_customer")),
    ("noted", case("open"), lambda of: noted(of, who="ana", what="note", why="", now=LATER)),
    ("wrote before anybody replied", case("open"), wrote),
    ("answered", case("in_progress", last_mention_at=after(300)), replied(6)),
    ("settled after all", case("closed_unanswered"), moved("customer_says_yes")),
    ("urgent, but over", case("satisfied"), lambda of: replace(of, urgency="urgent")),
]


@pytest.mark.parametrize(("name", "before", "change"), AT_ONCE, ids=[row[0] for row in AT_ONCE])
def test_what_may_move_a_clock_is_looked_at_at_once(
    name: str, before: Case, change: Callable[[Case], Case]
) -> None:
    (planned_look,) = looks(with_clock_look(before, change(before), URGENT, LATER))
    assert planned_look.due_at == LATER


@pytest.mark.parametrize(("name", "before", "change"), LEFT, ids=[row[0] for row in LEFT])
def test_what_moves_no_clock_ahead_is_left_to_the_look_that_is_planned(
    name: str, before: Case, change: Callable[[Case], Case]
) -> None:
    assert with_clock_look(before, change(before), URGENT, LATER) == change(before)


def test_a_case_has_one_look_at_most() -> None:
    before = case("in_progress", follow_ups=(follow_up(number=2), look(9_000)), numbered=9)
    changed = with_clock_look(before, wrote(before), URGENT, LATER)
    (planned_look,) = looks(changed)
    # Number 10 is for whoever has to read what was written.
    assert (planned_look.due_at, planned_look.number) == (LATER, 11)
    # Until it is known better, the first breach is the one that was known.
    assert planned_look.about == look(9_000).about
    assert look(9_000) in changed.outbox.cancel
    assert planned_look in changed.outbox.plan
    assert follow_up(number=2) in changed.follow_ups


@pytest.mark.parametrize("due_in", [3_600, 3_599, 0])
def test_a_look_that_is_due_is_enough(due_in: float) -> None:
    before = case("in_progress", follow_ups=(look(due_in),), numbered=9)
    assert with_clock_look(before, wrote(before), URGENT, LATER) == wrote(before)


def test_one_that_waits_for_its_delivery_is_not_delivered_any_more() -> None:
    before = planned(case("in_progress"), "clock_look", after(9_000))
    changed = with_clock_look(before, wrote(before), URGENT, LATER)
    assert [f.due_at for f in changed.outbox.plan if f.kind == "clock_look"] == [LATER]


def test_nothing_is_planned_where_nothing_comes() -> None:
    assert look_again(case("satisfied"), (), NOW) == case("satisfied")


def test_a_look_of_which_no_breach_is_known_tells_none() -> None:
    assert next_breach(follow_up("clock_look")) is None


def test_a_heavier_complaint_that_makes_a_case_urgent_is_looked_at_at_once() -> None:
    before = case(urgency="normal", impact=impact(30))
    said = heard(mention("p9", created_at=LATER), score=90)
    changed = hear(before, None, said, hearing_rules(), LATER).case
    assert changed is not None
    assert [f.due_at for f in looks(with_clock_look(before, changed, URGENT, LATER))] == [LATER]
