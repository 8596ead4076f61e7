"""Clock policies as an owner writes them: what they name is there, and each can apply."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.clocks.policy import ClockPolicy
from tests.unit.flows.world import CONFIGURATION
from workbench.configuration.clocks import clock_faults, promises
from workbench.configuration.validation import validated

SOURCES = ("mastodon", "email", "discourse")


def written(*policies: Any) -> dict[str, Any]:
    return {
        "brands": [{"name": "acme"}, {"name": "lumo"}],
        "calendars": {"office": {}, "night": {}},
        "clocks": list(policies),
    }


@pytest.mark.parametrize(
    ("policy", "path", "problem"),
    [
        ({"calendar": "office", "brands": ["acme"], "sources": ["email"]}, None, ""),
        ({"resolve": "8h", "without": ["acknowledge"]}, None, ""),
        ({"calendar": "offcie"}, ("calendar",), "no calendar 'offcie'; did you mean 'office'?"),
        ({"brands": ["acme", "lumoo"]}, ("brands", 1), "no brand 'lumoo'; did you mean 'lumo'?"),
        ({"sources": ["mastodn"]}, ("sources", 0), "no source 'mastodn'; did you mean 'mastodon'?"),
        ({"resolve": "8h", "without": ["resolve"]}, ("without", 0), "write one of both"),
        ({"brands": "acme", "calendar": 3, "without": {}}, None, ""),
        ("office", None, ""),
        (None, None, ""),
    ],
)
def test_a_policy_that_names_what_is_not_there_is_a_fault(
    policy: Any, path: tuple[Any, ...] | None, problem: str
) -> None:
    found = list(clock_faults(written(policy), SOURCES))
    if path is None:
        assert found == []
    else:
        ((at, said),) = found
        assert at == ("clocks", 0, *path)
        assert problem in said


@pytest.mark.parametrize("document", [None, [], {"clocks": "x"}, {"clocks": [], "brands": [3]}])
def test_what_has_another_shape_is_passed_over(document: Any) -> None:
    assert list(clock_faults(document, SOURCES)) == []


URGENCIES = [{"urgencies": [name]} for name in ("urgent", "high", "normal")]


@pytest.mark.parametrize(
    ("policies", "dead"),
    [
        ([{}], []),
        ([{"brands": ["acme"]}, {}], []),
        ([{}, {"brands": ["acme"]}], [1]),
        ([{"urgencies": ["urgent"]}, {"urgencies": ["urgent"], "brands": ["acme"]}, {}], [1]),
        ([{"urgencies": ["urgent"], "brands": ["acme"]}, {"urgencies": ["urgent"]}, {}], []),
        ([*URGENCIES, {}], [3]),
        ([*URGENCIES[:2], {}], []),
        ([*URGENCIES[:2], {}, {"sources": ["email"]}], [3]),
        ([{"brands": ["acme"]}, {"brands": ["lumo"]}, {}], []),
        ([{"brands": ["acme"]}, {"brands": ["lumo"]}, {"brands": ["lumo", "acme"]}], [2]),
        ([{"brands": ["acme"], "sources": ["email"]}, {"sources": ["email"]}], []),
        ([{"sources": ["email"]}, {"brands": ["acme"]}, {"brands": ["acme"]}, {}, {}], [2, 4]),
    ],
)
def test_a_policy_behind_those_that_fit_all_of_it_is_a_fault(
    policies: list[dict[str, Any]], dead: list[int]
) -> None:
    found = list(clock_faults(written(*policies), SOURCES))
    assert [path for path, _ in found] == [("clocks", number) for number in dead]
    assert all("never applies" in problem for _, problem in found)


def test_the_summary_says_what_is_promised_to_whom() -> None:
    clocks = (
        ClockPolicy(urgencies=("urgent",), resolve_seconds=600, without=("acknowledge",)),
        ClockPolicy(brands=("acme",), sources=("email",), calendar="office"),
    )
    assert list(promises(replace(CONFIGURATION, clocks=clocks))) == [
        "clocks of urgent cases: no acknowledge, resolve in 10m, else the defaults"
        ", round the clock",
        "clocks of all cases of acme in email: the defaults, in the hours of office",
        "clocks of all other cases: the defaults of their urgency, round the clock",
    ]
    assert list(promises(CONFIGURATION)) == [
        "clocks of all cases: the defaults of their urgency, round the clock"
    ]
    whole = replace(CONFIGURATION, clocks=(ClockPolicy(calendar="office"),))
    assert list(promises(whole)) == ["clocks of all cases: the defaults, in the hours of office"]


def test_a_policy_is_read_as_it_is_documented() -> None:
    policy, problems = validated(
        ClockPolicy, {"urgencies": ["high"], "first_reply": "90m", "without": ["resolve"]}
    )
    assert not problems
    assert policy == ClockPolicy(
        urgencies=("high",), first_reply_seconds=5_400, without=("resolve",)
    )
