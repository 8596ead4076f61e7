"""An answer is used where it is exactly what was asked for, and nothing else is."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.adapters.classifiers.answer import assessment_in
from earshot.adapters.classifiers.contract import NoAnswerError
from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES
from tests.unit.classifiers.examples import ANSWER, ASSESSED, called, said

WRITTEN = json.dumps(ANSWER)


@pytest.mark.parametrize(
    "content",
    [
        called(ANSWER),
        [{"reasoningContent": {"reasoningText": {"text": "hm"}}}, *called(ANSWER)],
        [*said("I will record it."), *called(ANSWER)],
        said(WRITTEN),
        said(f"\n```json\n{WRITTEN}\n```\n"),
        said(f"```\n{WRITTEN}\n```"),
        [*said(WRITTEN[:40]), *said(WRITTEN[40:])],
    ],
)
def test_an_answer_is_read_from_the_tool_or_from_plain_json(content: list[Any]) -> None:
    assert assessment_in(content, TOPICS) == ASSESSED


@pytest.mark.parametrize(
    "change",
    [
        {"language": "xx"},
        {"language": None},
        {"language": ["en"]},
        {"language_confidence": 1.01},
        {"complaint": -0.01},
        {"complaint": 1.0001},
        {"complaint": True},
        {"complaint": "0.9"},
        {"complaint": None},
        {"complaint": math.nan},
        {"complaint": math.inf},
        {"complaint": 10**400},
        {"severity": 4.01},
        {"severity": -1},
        {"severity": "3"},
        # It contradicts itself.
        {"complaint": 0.5, "severity": 0},
        {"negative": 2},
        {"sarcasm": {}},
        {"topics": None},
        {"topics": {}},
        {"topics": "delivery"},
        {"topics": ["delivery"]},
        {"topics": [{"topic": "weather", "probability": 0.5}]},
        {"topics": [{"topic": ["delivery"], "probability": 0.5}]},
        {"topics": [{"topic": "delivery"}]},
        {"topics": [{"topic": "delivery", "probability": 1.5}]},
        {"topics": [{"topic": "delivery", "probability": 0.5, "why": "x"}]},
        {"topics": [{"topic": "delivery", "probability": 0.5}] * 2},
        {"topics": [{"topic": topic, "probability": 0.5} for topic in TOPICS[:5]]},
        {"note": "a key that nobody asked for"},
    ],
    ids=repr,
)
def test_an_answer_with_anything_else_in_it_is_not_used(change: dict[str, Any]) -> None:
    with pytest.raises(NoAnswerError) as raised:
        assessment_in(called({**ANSWER, **change}), TOPICS)
    assert raised.value.reason == "unusable_answer"


@pytest.mark.parametrize("missing", sorted(ANSWER))
def test_an_answer_that_leaves_something_out_is_not_used(missing: str) -> None:
    left = {key: value for key, value in ANSWER.items() if key != missing}
    with pytest.raises(NoAnswerError, match="other keys"):
        assessment_in(called(left), TOPICS)


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        "text",
        [None],
        [{"text": 5}],
        said(""),
        said("I cannot judge this."),
        # What a model quotes from a mention is not its answer.
        said(f"The post says {WRITTEN}"),
        said(f"{WRITTEN}\n{WRITTEN}"),
        said(f"[{WRITTEN}]"),
        said(WRITTEN.replace('"complaint"', '"complaint": 0, "complaint"')),
        said(WRITTEN.replace("0.9,", "NaN,", 1)),
        said(WRITTEN.replace("0.9,", "1e999,", 1)),
        said(WRITTEN.replace("0.9,", "9" * 5_000 + ",", 1)),
        said("[" * 9_000),
        said(WRITTEN + " " * 10_000),
        called(ANSWER, "other_tool"),
        called("complaint 0"),
        [*called(ANSWER), *called({**ANSWER, "complaint": 0.0})],
        [{"toolUse": {"name": "record_assessment"}}],
    ],
    ids=lambda content: repr(content)[:40],
)
def test_what_is_no_single_object_is_not_used(content: Any) -> None:
    with pytest.raises(NoAnswerError) as raised:
        assessment_in(content, TOPICS)
    assert raised.value.reason == "unusable_answer"


def test_a_detail_of_the_refusal_never_quotes_the_answer() -> None:
    with pytest.raises(NoAnswerError) as raised:
        assessment_in(called({**ANSWER, "language": "SECRET"}), TOPICS)
    assert "SECRET" not in str(raised.value)


@pytest.mark.parametrize(
    ("complaint", "severity", "topics", "expected_severity", "expected_topics"),
    [
        (0.0, 0, [], 0.0, ()),
        (0.15, 4, ["delivery"], 0.0, ()),
        (0.225, 2, ["delivery"], 1.0, ()),
        (0.3, 2, ["delivery"], 2.0, (("delivery", 0.7),)),
        (0.49, 0, [], 0.0, (("other", 0.5),)),
        (0.5, 1, [], 1.0, (("other", 0.5),)),
        (1.0, 4, ["safety"], 4.0, (("safety", 0.7),)),
        (1, 4.0, ["safety"], 4.0, (("safety", 0.7),)),
    ],
)
def test_a_doubted_severity_is_a_share_and_only_complaints_have_topics(
    complaint: float,
    severity: float,
    topics: list[str],
    expected_severity: float,
    expected_topics: tuple[tuple[str, float], ...],
) -> None:
    listed = [{"topic": topic, "probability": 0.7} for topic in topics]
    answer = {**ANSWER, "complaint": complaint, "severity": severity, "topics": listed}
    assessment = assessment_in(called(answer), TOPICS)
    assert assessment.severity == pytest.approx(expected_severity)
    assert assessment.topics == expected_topics


def test_an_owners_topic_is_known_only_where_it_was_offered() -> None:
    answer = {**ANSWER, "topics": [{"topic": "battery", "probability": 0.5}]}
    assert assessment_in(called(answer), (*TOPICS, "battery")).topics == (("battery", 0.5),)
    with pytest.raises(NoAnswerError):
        assessment_in(called(answer), TOPICS)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(TOPICS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ANSWER, "topic", "probability"]) | st.text(), inner)
    ),
    max_leaves=8,
)


@given(st.fixed_dictionaries({key: st.just(value) | ANYTHING for key, value in ANSWER.items()}))
def test_whatever_a_model_answers_is_an_assessment_in_range_or_none(answer: Any) -> None:
    try:
        assessment = assessment_in(called(answer), TOPICS)
    except NoAnswerError as error:
        assert error.reason == "unusable_answer"
        return
    assert assessment.language in (*LANGUAGES, "other")
    assert 0 <= assessment.severity <= 4
    ratios = (assessment.complaint, assessment.negative, assessment.sarcasm)
    assert all(0 <= ratio <= 1 for ratio in ratios)


@given(st.text() | ANYTHING.map(json.dumps))
def test_other_words_than_the_answer_are_none(text: str) -> None:
    with pytest.raises(NoAnswerError):
        assessment_in(said(text), TOPICS)
