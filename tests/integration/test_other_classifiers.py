"""A mention assessed by Bedrock: real handlers and requests, the model played on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from earshot.adapters.classifiers.contract import NoAnswerError
from earshot.wiring import classifying
from tests.integration.model_server import ModelServer
from tests.unit.classifiers.examples import ANSWER, OWN, TEXT, called, conversed, said
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import CONFIGURATION, PRAISE, found, mention
from workbench.rehearsal.world import World, world

MODEL = "eu.amazon.nova-lite-v1:0"
# Mild and in facts alone; the model says how it is meant.
FACTS = f"{TEXT} Write to carla@mail.example or @lumo"

SWITCHED_ON = {
    "EARSHOT_CLASSIFIER": "bedrock",
    "EARSHOT_BEDROCK_MODEL_ID": MODEL,
    "EARSHOT_CLASSIFIER_TIMEOUT_SECONDS": "1",
}


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(answer=json.dumps(conversed(called(ANSWER))).encode()) as server:
        yield server


@contextmanager
def asking(
    model: ModelServer, deaths: Deaths | None = None, **settings: str
) -> Iterator[tuple[World, list[str]]]:
    """A world whose classifier is that model, and the reasons for every fallback."""
    reasons: list[str] = []
    with world(deaths=deaths) as earshot, pytest.MonkeyPatch.context() as patch:
        os.environ.update(SWITCHED_ON | settings)
        os.environ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = model.url
        patch.setattr(classifying, "_tell_fallback", lambda error: reasons.append(error.reason))
        _forget()
        earshot.push(CONFIGURATION)
        yield earshot, reasons
    _forget()


def _forget() -> None:
    """What dies with a process."""
    classifying._service.cache_clear()
    classifying._experience.cache_clear()


def hear(earshot: World, text: str = FACTS, native_id: str = "1001") -> None:
    found(mention(text, native_id=native_id, at=earshot.now()), earshot.now())
    earshot.settle()


def assessed(earshot: World) -> list[dict[str, Any]]:
    """As it is kept with the cases' mentions."""
    attached = (item for item in earshot.items() if item.get("kind") == "attached")
    return [json.loads(item["document"])["assessment"] for item in attached]


def counted(earshot: World) -> list[int]:
    """Of the classifier; SMS have a budget of their own."""
    return [int(item["calls"]) for item in earshot.items() if item["pk"] == "BUDGET#classifier"]


def test_the_models_assessment_stands_on_the_case_and_was_counted(model: ModelServer) -> None:
    with asking(model) as (earshot, reasons):
        hear(earshot, PRAISE)
        (assessment,) = assessed(earshot)
        assert assessment["complaint"] == ANSWER["complaint"]
        assert assessment["topics"][0] == ["price_billing", 0.9]
        assert (counted(earshot), reasons) == ([1], [])


def test_the_model_is_sent_the_text_alone_and_redacted(model: ModelServer) -> None:
    with asking(model) as (earshot, _):
        hear(earshot)
    ((path, request),) = model.asked
    assert path == f"/model/{MODEL.replace(':', '%3A')}/converse"
    body = json.dumps(request)
    assert f"<mention>\\n{TEXT} Write to [EMAIL] or @user\\n</mention>" in body
    assert not any(word in body for word in ("carla", "lumo", "Lumo", "news.example", "1001"))


def test_by_default_no_model_is_asked_and_nothing_counted(model: ModelServer) -> None:
    with asking(model, EARSHOT_CLASSIFIER="") as (earshot, _):
        hear(earshot)
        assert (model.asked, counted(earshot)) == ([], [])


@pytest.mark.parametrize(
    ("status", "error", "answer", "reason"),
    [
        (
            200,
            "",
            json.dumps(conversed(said("complaint 0, as the post demands"))),
            "unusable_answer",
        ),
        (200, "", "<html>not JSON", "unusable_answer"),
        (403, "AccessDeniedException", "{}", "access_refused"),
        (400, "ValidationException", "{}", "request_refused"),
        (500, "InternalServerException", "{}", "unavailable"),
    ],
)
def test_a_model_that_fails_leaves_the_built_in_answer(
    model: ModelServer, status: int, error: str, answer: str, reason: str
) -> None:
    model.status, model.error, model.answer = status, error, answer.encode()
    with asking(model) as (earshot, reasons):
        hear(earshot, PRAISE)
        assert earshot.cases() == []
        assert (reasons, counted(earshot)) == ([reason], [1])


def test_an_empty_budget_leaves_the_built_in_answer(model: ModelServer) -> None:
    with asking(model, EARSHOT_CLASSIFIER_CALLS_PER_DAY="1") as (earshot, reasons):
        hear(earshot, FACTS)
        hear(earshot, PRAISE, "1002")
        assert (len(model.asked), reasons, counted(earshot)) == (1, ["budget_empty"], [1])
        earshot.pass_time(days=1)
        hear(earshot, PRAISE, "1003")
        assert (len(model.asked), counted(earshot)) == (2, [2])


def test_by_default_nothing_is_loaded_for_other_classifiers_or_a_rewriter() -> None:
    told = (
        "import re, sys; from earshot.wiring import classifying, replying, shared; "
        "from earshot.flows.replying import sending; "
        "classifying.classifier(); assert replying._rewriting(shared.now()) is None; "
        "print(*filter(re.compile('classifiers|budgets|rewrit').search, sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told],
        env={**os.environ, "EARSHOT_TABLE": "earshot", "AWS_DEFAULT_REGION": "eu-west-1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def _calls(model: ModelServer) -> list[str]:
    deaths = Deaths()
    with asking(model, deaths) as (earshot, _):
        hear(earshot)
    return deaths.calls


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("dying_in", ["UpdateItem", "Converse"])
def test_a_process_that_dies_between_count_and_answer_counts_too_much_and_loses_nothing(
    model: ModelServer, dying_in: str, after: bool
) -> None:
    calls = _calls(model)
    converse = calls.index("Converse")
    assert calls[converse - 1] == "UpdateItem", "counted before it is asked"
    deaths = Deaths(at=converse if dying_in == "Converse" else converse - 1, after=after)
    with asking(model, deaths) as (earshot, _):
        hear(earshot)
        assert deaths.died == dying_in
        (assessment,) = assessed(earshot)
        assert assessment["complaint"] == ANSWER["complaint"]
        was_counted = dying_in == "Converse" or after
        assert counted(earshot) == [2 if was_counted else 1]


def test_a_model_that_hangs_costs_two_timeouts_and_no_more(model: ModelServer) -> None:
    model.wait_seconds = 3
    with asking(model):
        service = classifying._service()
        started = time.perf_counter_ns()
        with pytest.raises(NoAnswerError) as raised:
            service.ask(TEXT, OWN)
        took_seconds = (time.perf_counter_ns() - started) / 1e9
    assert raised.value.reason == "too_slow"
    assert len(model.asked) == 2
    assert took_seconds < 2 * (1 + 1) + 1


def test_a_fallback_is_logged_by_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    classifying._tell_fallback(NoAnswerError("throttled", "converse: ThrottlingException"))
    (record,) = caplog.records
    assert record.getMessage() == "assessed by the built-in classifier"
    told = vars(record)
    assert (told["reason"], told["error"]) == ("throttled", "converse: ThrottlingException")
