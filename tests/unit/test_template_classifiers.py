"""What the template gives to another classifier: nothing unless it is switched on, and then one."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from earshot.settings import CLASSIFIERS, LONGEST_TIMEOUT_SECONDS, MOST_CALLS, Settings
from earshot.settings import from_environment as read
from earshot.wiring.classifying import asking_seconds
from workbench.stack.expand import expanded, resolved

MODEL = "amazon.nova-lite-v1:0"
ENDPOINT = "arn:aws:comprehend:eu-west-1:123456789012:document-classifier-endpoint/earshot"
BEDROCK = {"Classifier": "bedrock", "BedrockModelId": MODEL}
COMPREHEND = {"Classifier": "comprehend"}
PROFILE = f"arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.{MODEL}"


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return expanded()


def is_made(resource: dict[str, Any], template: dict[str, Any], given: dict[str, str]) -> bool:
    condition = resource.get("Condition")
    return condition is None or bool(resolved({"Fn::If": [condition, "made", ""]}, template, given))


def granted(template: dict[str, Any], given: dict[str, str]) -> list[tuple[str, str, str, Any]]:
    """(role, action, resource, condition) of all that these parameters let anyone do with the two
    services, by a role's own policies or by one that is put beside them."""
    found = []
    for resource in template["Resources"].values():
        if not resource["Type"].startswith("AWS::IAM::"):
            continue
        properties = resource["Properties"]
        documents = [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
        documents += [properties["PolicyDocument"]] if "PolicyDocument" in properties else []
        if not is_made(resource, template, given):
            continue
        parameters = {"EmailSender": "alerts@earshot.example", **given}
        for statement in resolved(documents, template, parameters):
            for each in statement["Statement"]:
                if re.search("bedrock|comprehend", json.dumps(each)):
                    role = properties.get("RoleName", {}).get("Ref", "")
                    entry = (role, each["Action"], each["Resource"], each.get("Condition"))
                    found.append(entry)
    return found


@pytest.mark.parametrize(
    "given",
    [
        {},
        # Named, but not switched on.
        {"BedrockModelId": MODEL, "BedrockProfile": "eu", "ComprehendEndpointArn": ENDPOINT},
    ],
)
def test_by_default_nothing_may_be_asked_of_bedrock_or_comprehend(
    template: dict[str, Any], given: dict[str, str]
) -> None:
    assert granted(template, given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            BEDROCK,
            [("bedrock:InvokeModel", f"arn:aws:bedrock:eu-west-1::foundation-model/{MODEL}", None)],
        ),
        (
            {**BEDROCK, "BedrockProfile": "eu"},
            [
                ("bedrock:InvokeModel", PROFILE, None),
                (
                    "bedrock:InvokeModel",
                    f"arn:aws:bedrock:*::foundation-model/{MODEL}",
                    {"StringEquals": {"bedrock:InferenceProfileArn": PROFILE}},
                ),
            ],
        ),
        (COMPREHEND, [("comprehend:DetectSentiment", "*", None)]),
        (
            {**COMPREHEND, "ComprehendEndpointArn": ENDPOINT},
            [
                ("comprehend:DetectSentiment", "*", None),
                ("comprehend:ClassifyDocument", ENDPOINT, None),
            ],
        ),
        # What the other one would need is not granted along with it.
        ({**COMPREHEND, "BedrockModelId": MODEL}, [("comprehend:DetectSentiment", "*", None)]),
    ],
)
def test_switched_on_the_scorer_may_ask_exactly_that_one(
    template: dict[str, Any], given: dict[str, str], expected: list[tuple[str, str, Any]]
) -> None:
    assert granted(template, given) == [("ScoreImpactRole", *each) for each in expected]


@pytest.mark.parametrize("timeout_seconds", range(1, LONGEST_TIMEOUT_SECONDS + 1))
def test_the_last_question_of_a_batch_ends_before_its_function_does(
    template: dict[str, Any], timeout_seconds: int
) -> None:
    function_seconds = template["Resources"]["ScoreImpact"]["Properties"]["Timeout"]
    # Comprehend's two calls, each tried twice with a second to connect and one in between.
    longest_seconds = 2 * (2 * (1 + timeout_seconds) + 1)
    assert asking_seconds(timeout_seconds) + longest_seconds <= function_seconds - 5
    assert asking_seconds(timeout_seconds) >= 15


def environment(template: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    function = template["Resources"]["ScoreImpact"]["Properties"]
    parameters = {"EmailSender": "alerts@earshot.example", **given}
    variables = resolved(function["Environment"]["Variables"], template, parameters)
    return {name: str(value) for name, value in variables.items()}


@pytest.mark.parametrize(
    ("given", "classifier", "model", "endpoint"),
    [
        ({}, "built_in", "", ""),
        (BEDROCK, "bedrock", MODEL, ""),
        ({**BEDROCK, "BedrockProfile": "eu"}, "bedrock", f"eu.{MODEL}", ""),
        ({**COMPREHEND, "ComprehendEndpointArn": ENDPOINT}, "comprehend", "", ENDPOINT),
    ],
)
def test_the_scorer_asks_what_it_may_ask(
    template: dict[str, Any], given: dict[str, str], classifier: str, model: str, endpoint: str
) -> None:
    settings = read(environment(template, given))
    assert settings.classifier == classifier
    if classifier == "bedrock":
        assert settings.bedrock_model_id == model
    assert settings.comprehend_endpoint == endpoint


def test_the_templates_defaults_and_bounds_are_the_settings(template: dict[str, Any]) -> None:
    settings = read(environment(template, {}))
    assert settings == Settings(
        table=settings.table,
        escalation_arn=settings.escalation_arn,
        set_aside_url=settings.set_aside_url,
        email_sender=settings.email_sender,
        api_url=settings.api_url,
    )
    parameters = template["Parameters"]
    assert parameters["Classifier"]["AllowedValues"] == list(CLASSIFIERS)
    for name in ("ClassifierCallsPerDay", "ClassifierCallsPerMonth"):
        assert (parameters[name]["MinValue"], parameters[name]["MaxValue"]) == (1, MOST_CALLS)
    assert parameters["ClassifierTimeoutSeconds"]["MaxValue"] == LONGEST_TIMEOUT_SECONDS


@pytest.mark.parametrize(("given", "batch"), [({}, 100), (BEDROCK, 10), (COMPREHEND, 10)])
def test_a_batch_is_small_where_each_text_takes_a_second(
    template: dict[str, Any], given: dict[str, str], batch: int
) -> None:
    mapping = template["Resources"]["ScoreImpactNewMentions"]["Properties"]
    assert resolved(mapping["BatchSize"], template, given) == batch


@pytest.mark.parametrize(
    ("given", "is_deployed"),
    [({}, True), (BEDROCK, True), (COMPREHEND, True), ({"Classifier": "bedrock"}, False)],
)
def test_bedrock_without_a_model_is_not_deployed(
    template: dict[str, Any], given: dict[str, str], is_deployed: bool
) -> None:
    rule = template["Rules"]["BedrockNamesModel"]
    [assertion] = rule["Assertions"]
    asked, held = (
        resolved({"Fn::If": [condition, True, False]}, template, given)
        for condition in (rule["RuleCondition"], assertion["Assert"])
    )
    assert (held or not asked) is is_deployed


@pytest.mark.parametrize(
    ("name", "value", "is_taken"),
    [
        ("BedrockModelId", "", True),
        ("BedrockModelId", MODEL, True),
        ("BedrockModelId", "anthropic.claude-3-haiku-20240307-v1:0", True),
        ("BedrockModelId", "mistral.mistral-7b-instruct-v0:2", True),
        # Its prefix belongs into BedrockProfile: as a model's id it would be refused at every call.
        ("BedrockModelId", f"eu.{MODEL}", False),
        ("BedrockModelId", f"global.{MODEL}", False),
        # Nobody is let in by a wildcard.
        ("BedrockModelId", "*", False),
        ("BedrockModelId", "amazon.*", False),
        ("BedrockModelId", "amazon.nova/../x", False),
        ("BedrockProfile", "us-gov", True),
        ("BedrockProfile", "*", False),
        ("BedrockProfile", "eu.", False),
        ("ComprehendEndpointArn", "", True),
        ("ComprehendEndpointArn", ENDPOINT, True),
        ("ComprehendEndpointArn", "*", False),
        ("ComprehendEndpointArn", ENDPOINT.replace("earshot", "*"), False),
    ],
)
def test_a_parameter_names_one_thing(
    template: dict[str, Any], name: str, value: str, is_taken: bool
) -> None:
    pattern = template["Parameters"][name]["AllowedPattern"]
    assert (re.fullmatch(pattern, value) is not None) is is_taken


def test_each_parameter_of_the_classifier_has_its_place_in_the_console(
    template: dict[str, Any],
) -> None:
    groups = template["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
    listed = [name for group in groups for name in group["Parameters"]]
    assert sorted(listed) == sorted(template["Parameters"])
