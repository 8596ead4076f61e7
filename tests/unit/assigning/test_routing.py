"""When a case is routed, whose it is then, and whom customers are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.assigning.naming import handler_name
from earshot.domain.assigning.routing import Routed, given, routed, why_route
from earshot.domain.assigning.rules import Team
from earshot.domain.case import Case, State
from earshot.domain.configuration import Configuration
from earshot.domain.escalation import Step, people, whom
from earshot.domain.policy import HANDLER, Level, Policy
from tests.unit.domain.examples import NOW, case, chain
from tests.unit.flows.world import CONFIGURATION

CONTACTS = {"ana", "ben"}
GONE = "gone is no contact any more"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (None, case(), "it opened"),
        (case("satisfied"), case("reopened", cycle=2), "it reopened and is nobody's"),
        (case("satisfied"), case("reopened", cycle=2, handler="ana"), None),
        (case("satisfied"), case("reopened", cycle=2, assignee="ben"), None),
        (case(), case(version=4), None),
        (case("in_progress", handler="ana"), case("in_progress", handler="ana"), None),
        (case(handler="gone"), case(handler="gone"), GONE),
        (case(handler="ana"), case(handler="ana", assignee="gone"), GONE),
        (case(handler="gone"), case(handler="gone", assignee="ana"), None),
        (case("satisfied"), case("reopened", cycle=2, handler="gone"), GONE),
        (case("awaiting_customer"), case("awaiting_customer", handler="gone"), GONE),
        (case("satisfied", handler="gone"), case("satisfied", handler="gone"), None),
        (None, case("dismissed"), None),
    ],
)
def test_a_case_is_routed_when_it_opens_or_is_nobodys_any_more(
    before: Case | None, after: Case, why: str | None
) -> None:
    assert why_route(before, after, CONTACTS) == why


def test_a_routed_case_has_its_handler_its_reason_and_is_to_be_counted() -> None:
    to = Routed(handler="ana", team="billing", reason="rule 1 (everything) to ana")
    after = routed(case(assignee="gone"), to, NOW)
    assert (after.handler, after.team, after.assignee) == ("ana", "billing", None)
    assert after.version == case().version + 1
    assert after.outbox.count
    (entry,) = after.outbox.journal
    assert (entry.what, entry.why) == ("route", "rule 1 (everything) to ana")


def test_where_nothing_changes_hands_nothing_is_to_be_counted() -> None:
    assert not routed(case(), Routed(reason="no rule fits"), NOW).outbox.count
    assert not given(case(handler="ana"), "ana").outbox.count
    assert given(case(handler="ana"), "ben").outbox.count
    assert given(case(), "ben").holder == "ben"


LEVELS = Policy(
    levels=(
        Level(contacts=(HANDLER,)),
        Level(contacts=("ana", HANDLER)),
        Level(contacts=("ben", "cleo")),
    )
)


@pytest.mark.parametrize(
    ("changes", "level", "names"),
    [
        ({}, 1, ()),
        ({}, 2, ("ana",)),
        ({"handler": "dora"}, 1, ("dora",)),
        ({"handler": "dora"}, 2, ("ana", "dora")),
        ({"handler": "ana"}, 2, ("ana",)),
        ({"handler": "dora", "assignee": "ben"}, 1, ("ben",)),
        ({"handler": "dora"}, 3, ("ben", "cleo")),
    ],
)
def test_in_a_level_handler_stands_for_whose_case_it_is(
    changes: dict[str, Any], level: int, names: tuple[str, ...]
) -> None:
    alerted = case(chain=chain(policy=LEVELS), **changes)
    assert whom(alerted, Step(action="alert", reason="", level=level)) == names


def test_who_acknowledged_is_no_handler_whatever_they_are_called() -> None:
    step = Step(action="alert", reason="", level=3, lapsed=True)
    lapsed = case(chain=chain(policy=LEVELS), handler="dora", acknowledged_by=HANDLER)
    assert whom(lapsed, step) == ("ben", "cleo", HANDLER)
    assert people(case(), (HANDLER, "ana", "ana")) == ("ana",)


def named(team_shown: str | None = None, **shown: str) -> Configuration:
    contacts = tuple(replace(c, shown_as=shown.get(c.name)) for c in CONFIGURATION.contacts)
    team = Team(members=("ana", "ben"), shown_as=team_shown)
    return replace(CONFIGURATION, contacts=contacts, teams={"billing": team, "night-shift": team})


@pytest.mark.parametrize(
    ("changes", "configuration", "told"),
    [
        ({}, named(), None),
        ({"handler": "ana"}, named(), "Ana"),
        ({"handler": "ana"}, named(ana="Ana S."), "Ana S."),
        ({"handler": "ana", "team": "billing"}, named("Acme Billing"), "Acme Billing"),
        ({"handler": "ana", "team": "billing"}, named("Acme Billing", ana="Ana S."), "Ana S."),
        ({"handler": "ana", "assignee": "ben"}, named(ana="Ana S."), "Ben"),
        ({"handler": "ana", "acknowledged_by": "ben"}, named(), "Ben"),
        ({"handler": "ana", "acknowledged_by": "kim@acme.example"}, named(), "Ana"),
        # Whoever it was given to outside of the team does not go by its name.
        ({"handler": "ana", "team": "billing", "assignee": "cleo"}, named("Billing"), "Cleo"),
        ({"handler": "gone", "team": "night-shift"}, named(), "Night Shift"),
        ({"team": "billing"}, named("Acme Billing"), "Acme Billing"),
        ({"handler": "gone", "team": "gone"}, named(), None),
    ],
)
def test_customers_are_told_a_name_that_is_meant_for_them(
    changes: dict[str, Any], configuration: Configuration, told: str | None
) -> None:
    assert handler_name(case(**changes), configuration) == told


@pytest.mark.parametrize("state", ["open", "acknowledged", "awaiting_customer"])
def test_a_case_without_handler_is_nobodys(state: State) -> None:
    assert case(state).holder is None
