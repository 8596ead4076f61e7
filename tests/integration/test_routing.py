"""A case is routed, given away and closed, through the real handlers and the real table's rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from earshot.domain.assigning.rules import Assignment, Team
from earshot.domain.configuration import Configuration
from earshot.domain.policy import HANDLER, Level, Policy
from earshot.flows.acting import Command, act
from earshot.flows.reading.cases import page
from earshot.ports import CaseFilter
from earshot.wiring import api, stores
from tests.integration.dying import READS, Recorded, come_to_rest
from workbench.rehearsal.given import CONFIGURATION, MILD, SEVERE, found, mention
from workbench.rehearsal.world import World, world

ROUTED: Configuration = replace(
    CONFIGURATION,
    contacts=tuple(replace(one, most_cases=1) for one in CONFIGURATION.contacts),
    teams={"care": Team(members=("ana", "bram"))},
    assignment=(Assignment(to="care"),),
    escalation={"default": Policy(levels=(Level(contacts=(HANDLER, "ana")),))},
)


def held() -> dict[str, int]:
    return {name: len(stores.loads().of(name, 10)) for name in ("ana", "bram")}


def by_hand(earshot: World, case: dict[str, Any], command: Command) -> None:
    act(case["id"], command, who="ana", acting=api.acting())
    earshot.settle()


def test_cases_are_shared_counted_given_away_and_closed() -> None:
    with world() as earshot:
        earshot.push(ROUTED)
        earshot.deliver_twice = True
        for number in range(2):
            found(mention(SEVERE, native_id=f"{number}", at=earshot.now()), earshot.now())
        earshot.settle()
        cases = earshot.cases()
        assert held() == {"ana": 1, "bram": 1}
        assert {case["team"] for case in cases} == {"care"}
        assert all("route" in [e["what"] for e in earshot.journal(c["id"])] for c in cases)
        listed = page(CaseFilter(), 9, None, api.reading()).cases
        assert {c.id: c.handler for c in listed} == {c["id"]: c["handler"] for c in cases}
        # Each is told to its handler, and both to ana.
        told = sorted(address for address, _ in earshot.letters())
        assert told == ["ana@lumo.example", "ana@lumo.example", "bram@lumo.example"]

        (one,) = [case for case in cases if case["handler"] == "ana"]
        by_hand(earshot, one, Command(action="assign", to="bram"))
        assert held() == {"ana": 0, "bram": 2}
        by_hand(earshot, one, Command(action="customer_says", answer="yes"))
        assert held() == {"ana": 0, "bram": 1}


def opened_and_given_away(deaths: Recorded) -> tuple[dict[str, int], list[str]]:
    """Who has how many cases at the end, and how often it was routed."""
    with world(deaths=deaths) as earshot:
        deaths.watch(earshot)
        earshot.push(replace(ROUTED, assignment=(Assignment(to="ana"),)))
        found(mention(MILD, followers=10, at=earshot.now()), earshot.now())
        come_to_rest(earshot)
        (case,) = earshot.cases()
        act(case["id"], Command(action="assign", to="bram"), who="ana", acting=api.acting())
        come_to_rest(earshot)
        return held(), [e["what"] for e in earshot.journal(case["id"]) if e["what"] == "route"]


def test_wherever_the_process_dies_the_case_is_routed_once_and_counts_for_who_has_it() -> None:
    whole = Recorded(mortal=("ScoreImpact",))
    assert opened_and_given_away(whole) == ({"ana": 0, "bram": 1}, ["route"])
    writes = [at for at, call in enumerate(whole.calls) if not call.startswith(READS)]
    assert len(writes) >= 8
    # Around the counting itself every death is played with fakes; here are some of all.
    for at in writes[::4]:
        dying = Recorded(at=at, after=True, mortal=("ScoreImpact",))
        assert opened_and_given_away(dying) == ({"ana": 0, "bram": 1}, ["route"]), at
        assert dying.died
