"""Teams and rules as an owner writes them: what they name has to be there, and be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from workbench.configuration.assignment import (
    assignment_faults,
    handler_alone_faults,
    handlers,
)
from workbench.configuration.checking import check
from workbench.configuration.faults import Path
from workbench.configuration.summary import alerts, assigned, changes

DOCUMENT: dict[str, Any] = {
    "brands": [
        {"name": "acme", "topics": {"green": {}}, "watches": [{"name": "acme-main"}]},
    ],
    "contacts": [
        {"name": "ana", "answers_in": ["de", "en"]},
        {"name": "ben", "answers_in": ["en"]},
        {"name": "cleo"},
    ],
    "calendars": {"office": {}},
    "rotations": {"support": {"contacts": ["cleo"]}},
    "teams": {"billing": {"members": ["ana", "ben"], "languages": ["de", "en"], "hours": "office"}},
    "topics": {"shrinkflation": {}},
}


def ruled(*rules: Any) -> dict[str, Any]:
    return DOCUMENT | {"assignment": list(rules)}


def team(**written: Any) -> dict[str, Any]:
    return DOCUMENT | {"teams": {"billing": {"members": ["ana"]} | written}}


RULE: Path = ("assignment", 0)
TEAM: Path = ("teams", "billing")


@pytest.mark.parametrize(
    "written",
    [
        DOCUMENT,
        ruled({"match": ["topic=price_billing", "impact>=60"], "to": "billing"}, {"to": "ana"}),
        ruled({"match": ["topic=green"], "to": "support"}, {"match": ["topic="], "to": "cleo"}),
        ruled({"match": ["topic=shrinkflation", "language=other"], "wrong_desk": {}}),
        ruled({"match": ["source=~mast.*", "watch!=acme-main", "urgency=high"], "to": "ana"}),
        # The same labels, but neither takes all that the other does.
        ruled({"match": ["language=de"], "to": "ana"}, {"match": ["language=en"], "to": "ben"}),
        # What has another shape is told elsewhere.
        {"assignment": "none", "teams": [], "contacts": "ana", "escalation": 3},
        ruled("x", None, {"match": "topic=delivery", "to": "ana"}),
        team(members="ana", languages="de", hours=["office"]),
    ],
)
def test_what_fits_together_is_no_fault(written: Any) -> None:
    assert list(assignment_faults(written)) == []
    assert list(handler_alone_faults(written)) == []


@pytest.mark.parametrize(
    ("written", "path", "problem"),
    [
        (ruled({"to": "biling"}), (*RULE, "to"), "did you mean 'billing'?"),
        (ruled({"match": ["topic=delivery"]}), RULE, "leads nowhere"),
        (ruled({"match": ["topic=delivry"], "to": "ana"}), (*RULE, "match", 0), "'delivery'?"),
        (ruled({"match": ["brand!=acem"], "to": "ana"}), (*RULE, "match", 0), "'acme'?"),
        (ruled({"match": ["language=pl"], "to": "ana"}), (*RULE, "match", 0), "no language 'pl'"),
        (ruled({"match": ["source=twitter"], "to": "ana"}), (*RULE, "match", 0), "no source"),
        (ruled({"match": ["kind=case"], "to": "ana"}), (*RULE, "match", 0), "no case has a label"),
        (ruled({"match": ["topc=outage"], "to": "ana"}), (*RULE, "match", 0), "'topic'?"),
        (ruled({"match": ["impact=60"], "to": "ana"}), (*RULE, "match", 0), "write impact>=60"),
        (ruled({"match": ["impact>=600"], "to": "ana"}), (*RULE, "match", 0), "from 0 to 100"),
        (ruled({"match": ["topic=~(a"], "to": "ana"}), (*RULE, "match", 0), "never closed"),
        (
            ruled({"match": ["impact>9", "impact>9"], "to": "ana"}),
            (*RULE, "match", 1),
            "once is enough",
        ),
        (
            ruled({"to": "ana"}, {"match": ["topic=outage"], "to": "ben"}),
            ("assignment", 1),
            "never reached: rule 1 above takes everything",
        ),
        (
            ruled(
                {"match": ["topic=outage"], "to": "ana"},
                {"match": ["language=de", "topic=outage"], "to": "ben"},
            ),
            ("assignment", 1),
            "never reached: rule 1 above takes all that fits this one",
        ),
        (team(members=["ana", "bob"]), (*TEAM, "members", 1), "there is no contact 'bob'"),
        (team(members=["ana", "ana"]), (*TEAM, "members", 1), "once is enough"),
        (team(hours="ofice"), (*TEAM, "hours"), "did you mean 'office'?"),
        (team(languages=["de", "fr"]), (*TEAM, "languages", 1), "no member answers in it"),
        (team(languages=["de", "de"]), (*TEAM, "languages", 1), "once is enough"),
        (DOCUMENT | {"teams": {"ana": {"members": ["ana"]}}}, ("teams", "ana"), "a contact has"),
        (
            DOCUMENT | {"teams": {"support": {"members": ["ana"]}}},
            ("teams", "support"),
            "a rotation has this name",
        ),
        (DOCUMENT | {"teams": {"handler": {}}}, ("teams", "handler"), "whoever has a case"),
        (DOCUMENT | {"rotations": {"handler": {}}}, ("rotations", "handler"), "choose another"),
        (
            DOCUMENT | {"teams": {}, "contacts": [{"name": "handler"}]},
            ("contacts", 0, "name"),
            "choose another",
        ),
        (
            DOCUMENT | {"teams": {}, "contacts": [{"name": "ana", "answers_in": ["de", "de"]}]},
            ("contacts", 0, "answers_in", 1),
            "once is enough",
        ),
    ],
)
def test_what_would_not_work_is_a_fault_in_its_place(
    written: Any, path: Path, problem: str
) -> None:
    ((at, said),) = assignment_faults(written)
    assert at == path
    assert problem in said


@pytest.mark.parametrize(
    ("levels", "faults"),
    [
        ([["handler"]], 1),
        ([["handler"], ["handler"]], 1),
        ([["handler"], ["ana"]], 0),
        ([["handler", "support"]], 0),
        ([[]], 0),
    ],
)
def test_a_policy_that_alerts_only_the_handler_is_a_fault(
    levels: list[list[str]], faults: int
) -> None:
    policy = {"levels": [{"contacts": names} for names in levels]}
    assert len(list(handler_alone_faults({"escalation": {"night": policy}}))) == faults


def test_all_whom_a_rule_may_make_a_handler_have_to_have_the_levels_channels() -> None:
    written = ruled({"match": ["topic=outage"], "to": "billing"}, {"to": "cleo"})
    assert handlers(written) == ("ana", "ben", "cleo")


ROUTED = """
  - name: cleo
    email: cleo@acme.example
    answers_in: [de, nl]
    most_cases: 20
    shown_as: Cleo
teams:
  billing: {members: [ana, cleo], languages: [en], shown_as: Acme Billing}
assignment:
  - match: [topic=price_billing, "impact>=60"]
    to: billing
  - match: [topic=policy]
    wrong_desk: {name: Acme Energy, link: https://energy.example/help}
  - match: [language=fr]
    to: ben
  - to: cleo
"""


def with_rules(good: str, rules: str = ROUTED) -> bytes:
    before, _, behind = good.partition("escalation:")
    return (before.rstrip("\n") + rules + "escalation:" + behind).encode()


def test_the_rules_are_told_in_words(good: str, sources: Mapping[str, type]) -> None:
    configuration = check(with_rules(good), sources).configuration
    assert configuration is not None
    assert list(assigned(configuration)) == [
        "1. cases with topic=price_billing, impact>=60 go to one of billing (ana, cleo)",
        "2. cases with topic=policy belong to Acme Energy (https://energy.example/help)",
        "3. cases with language=fr go to ben",
        "4. all other cases go to cleo",
    ]
    before = check(good.encode(), sources).configuration
    assert {"+ team billing", "+ assignment", "+ contact cleo"} <= {*changes(before, configuration)}


def test_a_level_of_the_handler_is_told_in_words(good: str, sources: Mapping[str, type]) -> None:
    written = good.replace("- contacts: [ana, ben]", "- contacts: [handler, ben]")
    configuration = check(written.encode(), sources).configuration
    assert configuration is not None
    assert "whoever has the case, ben" in next(alerts(configuration))


def test_a_handler_without_the_levels_channel_is_a_fault(
    good: str, sources: Mapping[str, type]
) -> None:
    written = with_rules(good).replace(b"contacts: [ana]", b"contacts: [handler]")
    told = [fault.problem for fault in check(written, sources).faults]
    assert "cleo has no phone, and this level alerts by sms" in told
    assert "ben has no phone, and this level alerts by sms" in told


def test_languages_in_which_nobody_answers_are_remarked_with_their_line(
    good: str, sources: Mapping[str, type]
) -> None:
    checked = check(with_rules(good), sources)
    assert checked.faults == ()
    lines = with_rules(good).decode().splitlines()
    told = {(lines[remark.line - 1].strip(), remark.problem) for remark in checked.remarks}
    end = "such cases go there all the same"
    assert told == {
        ("to: billing", f"nobody of billing answers in pt, es, fr, it; {end}"),
        # What is French goes to ben, who answers in anything.
        ("- to: cleo", f"cleo does not answer in en, pt, es, it; {end}"),
    }


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ("teams: {billing: {members: []}}", "write at least 1"),
        ("assignment: [{to: ana, matches: []}]", "did you mean 'match'?"),
        ("assignment: [{match: [topic], to: ana}]", "write a label and what it has to be"),
        ("assignment: [{wrong_desk: {name: Energy, link: energy.example}}]", "begins with https"),
        ("assignment: [{wrong_desk: {name: Energy}}]", "missing"),
        ("assignment: [{wrong_desk: {nme: E, link: 'https://e.example'}}]", "did you mean 'name'?"),
    ],
)
def test_what_is_misspelt_is_told(
    good: str, sources: Mapping[str, type], rules: str, problem: str
) -> None:
    faults = check(with_rules(good, f"\n{rules}\n"), sources).faults
    assert any(problem in fault.problem for fault in faults), faults
