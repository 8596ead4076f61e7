"""What Bedrock and Comprehend are asked, and what is made of their answers and errors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import (
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    ReadTimeoutError,
    UnknownServiceError,
)
from botocore.parsers import ResponseParserError

from earshot.adapters.classifiers.bedrock import Bedrock
from earshot.adapters.classifiers.comprehend import Comprehend
from earshot.adapters.classifiers.contract import NoAnswerError, Reason, Service
from tests.unit.classifiers.examples import (
    ANSWER,
    ASSESSED,
    OWN,
    TEXT,
    FakeClient,
    called,
    conversed,
    refused,
    said,
)

MODEL = "amazon.nova-lite-v1:0"
ENDPOINT = "arn:aws:comprehend:eu-west-1:123456789012:document-classifier-endpoint/earshot"

ERRORS: list[tuple[Exception, Reason]] = [
    (refused("AccessDeniedException"), "access_refused"),
    (refused("UnrecognizedClientException"), "access_refused"),
    (refused("ResourceNotFoundException"), "misconfigured"),
    (refused("ThrottlingException"), "throttled"),
    (refused("ServiceQuotaExceededException"), "throttled"),
    (refused("ModelTimeoutException"), "too_slow"),
    (refused("ModelErrorException"), "unusable_answer"),
    (refused("InternalServerException"), "unavailable"),
    (refused("SomethingNewException"), "unavailable"),
    (ReadTimeoutError(endpoint_url="https://x.example"), "too_slow"),
    (ConnectTimeoutError(endpoint_url="https://x.example"), "too_slow"),
    (EndpointConnectionError(endpoint_url="https://x.example"), "unavailable"),
    (NoCredentialsError(), "unavailable"),
    (UnknownServiceError(service_name="bedrock-runtime", known_service_names=""), "unavailable"),
    (ResponseParserError("not JSON"), "unavailable"),
]


def tone(negative: Any = 0.7, mixed: Any = 0.2) -> dict[str, Any]:
    scores = {"Positive": 0.05, "Negative": negative, "Neutral": 0.05, "Mixed": mixed}
    return {"Sentiment": "NEGATIVE", "SentimentScore": scores}


def classes(score: Any = 0.9, name: str = "complaint", kind: str = "Classes") -> dict[str, Any]:
    return {kind: [{"Name": "else", "Score": 0.1}, {"Name": name, "Score": score}]}


@pytest.mark.parametrize(("error", "reason"), ERRORS, ids=lambda v: v if isinstance(v, str) else "")
def test_an_error_is_told_by_its_class_and_code(error: Exception, reason: Reason) -> None:
    services: list[Service] = [
        Bedrock(FakeClient([error]), MODEL),
        Comprehend(FakeClient([error])),
        Comprehend(FakeClient([tone(), error]), ENDPOINT),
    ]
    for service in services:
        with pytest.raises(NoAnswerError) as raised:
            service.ask(TEXT, OWN)
        assert raised.value.reason == reason
        assert raised.value.__cause__ is error


def test_a_model_is_asked_by_its_id_and_answers_by_the_tool() -> None:
    client = FakeClient([conversed(called(ANSWER))])
    assert Bedrock(client, MODEL).ask(TEXT, OWN) == ASSESSED
    [(operation, request)] = client.asked
    assert (operation, request["modelId"]) == ("converse", MODEL)
    assert TEXT in request["messages"][0]["content"][0]["text"]


@pytest.mark.parametrize("refusals", [0, 1, 2])
def test_a_model_that_refuses_a_way_of_asking_twice_is_asked_in_the_next_from_then_on(
    refusals: int,
) -> None:
    no = refused("ValidationException")
    yes = conversed(said(f"{ANSWER}".replace("'", '"')))
    client = FakeClient([*[no] * refusals, yes, *[no] * refusals, yes])
    bedrock = Bedrock(client, MODEL)
    for _ in range(3):
        assert bedrock.ask(TEXT, OWN) == ASSESSED
    assert len(client.asked) == 2 * refusals + 3
    assert client.asked[-1][1] == client.asked[-2][1]
    assert ("toolConfig" in client.asked[-1][1]) is (refusals < 2)


def test_one_text_that_is_refused_does_not_change_how_the_others_are_asked() -> None:
    yes = conversed(called(ANSWER))
    client = FakeClient([refused("ValidationException"), yes])
    bedrock = Bedrock(client, MODEL)
    for _ in range(2):
        assert bedrock.ask(TEXT, OWN) == ASSESSED
    assert client.asked[-1][1] == client.asked[0][1]


def test_a_model_that_refuses_every_way_is_asked_in_each_once_and_forgotten() -> None:
    client = FakeClient([refused("ValidationException")])
    bedrock = Bedrock(client, MODEL)
    with pytest.raises(NoAnswerError) as raised:
        bedrock.ask(TEXT, OWN)
    assert raised.value.reason == "request_refused"
    assert (len(client.asked), bedrock.way) == (3, 0)


@pytest.mark.parametrize(
    "error", [refused("ThrottlingException"), refused("AccessDeniedException")]
)
def test_other_refusals_are_no_reason_to_ask_differently(error: Exception) -> None:
    client = FakeClient([error])
    with pytest.raises(NoAnswerError):
        Bedrock(client, MODEL).ask(TEXT, OWN)
    assert len(client.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [{}, {"output": None}, {"output": {"message": []}}, {"output": {"message": {"content": None}}}],
    ids=repr,
)
def test_an_answer_of_another_shape_is_unusable(answer: dict[str, Any]) -> None:
    with pytest.raises(NoAnswerError) as raised:
        Bedrock(FakeClient([answer]), MODEL).ask(TEXT, OWN)
    assert raised.value.reason == "unusable_answer"


@pytest.mark.parametrize(
    ("language", "endpoint", "calls"),
    [(language, "", 1) for language in ("en", "pt", "es", "de", "fr", "it")]
    + [(language, ENDPOINT, 2) for language in ("en", "pt", "es", "de", "fr", "it")]
    + [("nl", "", 0), ("nl", ENDPOINT, 0), ("other", "", 0)],
)
def test_comprehend_is_paid_by_the_call_and_speaks_no_dutch(
    language: str, endpoint: str, calls: int
) -> None:
    service = Comprehend(FakeClient([]), endpoint)
    assert service.calls(replace(OWN, language=language)) == calls


def test_a_model_is_asked_once_in_any_language() -> None:
    service = Bedrock(FakeClient([]), MODEL)
    assert [service.calls(replace(OWN, language=each)) for each in ("nl", "other")] == [1, 1]


@pytest.mark.parametrize(
    ("negative", "mixed", "expected"),
    [(0.7, 0.2, 0.8), (0, 0, 0), (1.0000001, 0, 1), (0.6, 1.0, 1.0)],
)
def test_without_an_endpoint_only_the_tone_is_comprehends(
    negative: float, mixed: float, expected: float
) -> None:
    client = FakeClient([tone(negative, mixed)])
    assessment = Comprehend(client).ask(TEXT, OWN)
    assert assessment.negative == pytest.approx(expected)
    assert replace(assessment, negative=OWN.negative) == OWN
    assert client.asked == [("detect_sentiment", {"Text": TEXT, "LanguageCode": "en"})]


@pytest.mark.parametrize("answer", [{}, {"SentimentScore": None}, tone("high"), tone(True)])
def test_a_tone_that_is_none_is_unusable(answer: dict[str, Any]) -> None:
    with pytest.raises(NoAnswerError) as raised:
        Comprehend(FakeClient([answer])).ask(TEXT, OWN)
    assert raised.value.reason == "unusable_answer"


@pytest.mark.parametrize("answer", [classes(), classes(kind="Labels"), classes(name="Complaint")])
def test_the_owners_own_endpoint_says_whether_it_is_a_complaint(answer: dict[str, Any]) -> None:
    client = FakeClient([tone(), answer])
    assessment = Comprehend(client, ENDPOINT).ask(TEXT, OWN)
    assert assessment.complaint == 0.9
    # The level stays what it was: 0.8 expected at a probability of 0.4.
    assert assessment.severity == OWN.severity
    assert assessment.topics == OWN.topics
    assert client.asked[1] == ("classify_document", {"Text": TEXT, "EndpointArn": ENDPOINT})


@pytest.mark.parametrize(
    ("own", "score", "severity", "topics"),
    [
        # What the built-in classifier took for none has no topics and no severity.
        (replace(OWN, complaint=0.0, severity=0.0, topics=()), 0.9, 1.0, (("other", 0.5),)),
        (replace(OWN, complaint=0.15, severity=0.0, topics=()), 0.9, 1.0, (("other", 0.5),)),
        # Half of its level was counted: the whole of it is twice that.
        (replace(OWN, complaint=0.225, severity=1.0, topics=()), 0.9, 2.0, (("other", 0.5),)),
        (replace(OWN, complaint=0.3), 0.9, 2.0, OWN.topics),
        (replace(OWN, complaint=0.5, severity=4.0), 1.0, 4.0, OWN.topics),
        (OWN, 0.225, 1.0, ()),
        (OWN, 0.0, 0.0, ()),
    ],
)
def test_severity_and_topics_follow_the_endpoints_probability(
    own: Any, score: float, severity: float, topics: Any
) -> None:
    assessment = Comprehend(FakeClient([tone(), classes(score)]), ENDPOINT).ask(TEXT, own)
    assert assessment.severity == pytest.approx(severity)
    assert assessment.topics == topics


@pytest.mark.parametrize(
    "answer", [{}, {"Classes": None}, classes(name="kept"), classes(1.5), classes(None)], ids=repr
)
def test_an_endpoint_without_a_class_for_complaints_is_unusable(answer: dict[str, Any]) -> None:
    with pytest.raises(NoAnswerError) as raised:
        Comprehend(FakeClient([tone(), answer]), ENDPOINT).ask(TEXT, OWN)
    assert raised.value.reason == "unusable_answer"
