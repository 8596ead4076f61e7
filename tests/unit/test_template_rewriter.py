"""What the template gives to a rewriter: nothing unless it is switched on, and then one model."""

from __future__ import annotations

import re
from typing import Any

import pytest

from earshot.settings import LONGEST_REWRITING_SECONDS, MOST_CALLS, REWRITERS, Settings
from earshot.settings import from_environment as read
from earshot.wiring.followup_reminder import REPLYING_SECONDS
from earshot.wiring.replying import rewriting_seconds
from tests.unit.test_template_classifiers import BEDROCK, MODEL, PROFILE, granted
from workbench.stack.expand import expanded, resolved

REWRITER = {"Rewriter": "bedrock", "RewriterModelId": MODEL}
ONE_MODEL = f"arn:aws:bedrock:eu-west-1::foundation-model/{MODEL}"
ANY_REGION = f"arn:aws:bedrock:*::foundation-model/{MODEL}"
BY_PROFILE = {"StringEquals": {"bedrock:InferenceProfileArn": PROFILE}}


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return expanded()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        # Named, but not switched on.
        ({"RewriterModelId": MODEL, "RewriterProfile": "eu"}, []),
        (REWRITER, [("FollowupReminderRole", ONE_MODEL, None)]),
        (
            {**REWRITER, "RewriterProfile": "eu"},
            [
                ("FollowupReminderRole", PROFILE, None),
                ("FollowupReminderRole", ANY_REGION, BY_PROFILE),
            ],
        ),
        # Each has its own switch.
        (BEDROCK, [("ScoreImpactRole", ONE_MODEL, None)]),
    ],
)
def test_who_sends_replies_may_ask_exactly_the_model_that_is_switched_on(
    template: dict[str, Any], given: dict[str, str], expected: list[tuple[str, str, Any]]
) -> None:
    allowed = granted(template, given)
    assert {action for _, action, _, _ in allowed} <= {"bedrock:InvokeModel"}
    assert [(role, resource, when) for role, _, resource, when in allowed] == expected


def environment(template: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    function = template["Resources"]["FollowupReminder"]["Properties"]
    parameters = {"EmailSender": "alerts@earshot.example", **given}
    variables = resolved(function["Environment"]["Variables"], template, parameters)
    return {name: str(value) for name, value in variables.items()}


@pytest.mark.parametrize(
    ("given", "rewriter", "model"),
    [
        ({}, "none", ""),
        (REWRITER, "bedrock", MODEL),
        ({**REWRITER, "RewriterProfile": "eu"}, "bedrock", f"eu.{MODEL}"),
    ],
)
def test_it_asks_what_it_may_ask(
    template: dict[str, Any], given: dict[str, str], rewriter: str, model: str
) -> None:
    settings = read(environment(template, given))
    assert (settings.rewriter, settings.rewriter_model_id) == (rewriter, model)


def test_the_templates_defaults_and_bounds_are_the_settings(template: dict[str, Any]) -> None:
    settings, plain = read(environment(template, {})), Settings(table="earshot")
    for name in ("rewriter", "rewriter_calls_per_day", "rewriter_calls_per_month"):
        assert getattr(settings, name) == getattr(plain, name)
    assert settings.rewriter_timeout_seconds == plain.rewriter_timeout_seconds
    parameters = template["Parameters"]
    assert parameters["Rewriter"]["AllowedValues"] == list(REWRITERS)
    for name in ("RewriterCallsPerDay", "RewriterCallsPerMonth"):
        assert (parameters[name]["MinValue"], parameters[name]["MaxValue"]) == (1, MOST_CALLS)
    assert parameters["RewriterTimeoutSeconds"]["MaxValue"] == LONGEST_REWRITING_SECONDS


def test_even_the_slowest_model_has_time_to_rewrite_within_a_batch_of_replies() -> None:
    assert rewriting_seconds(LONGEST_REWRITING_SECONDS) <= REPLYING_SECONDS - 3


@pytest.mark.parametrize(
    ("given", "is_deployed"), [({}, True), (REWRITER, True), ({"Rewriter": "bedrock"}, False)]
)
def test_a_rewriter_without_a_model_is_not_deployed(
    template: dict[str, Any], given: dict[str, str], is_deployed: bool
) -> None:
    rule = template["Rules"]["RewriterNamesModel"]
    [assertion] = rule["Assertions"]
    asked, held = (
        resolved({"Fn::If": [condition, True, False]}, template, given)
        for condition in (rule["RuleCondition"], assertion["Assert"])
    )
    assert (held or not asked) is is_deployed


@pytest.mark.parametrize("name", ["ModelId", "Profile"])
def test_a_model_is_named_as_the_classifiers_is(template: dict[str, Any], name: str) -> None:
    """Whose patterns have a table of their own."""
    pattern = template["Parameters"][f"Rewriter{name}"]["AllowedPattern"]
    assert pattern == template["Parameters"][f"Bedrock{name}"]["AllowedPattern"]
    assert re.fullmatch(pattern, "*") is None
