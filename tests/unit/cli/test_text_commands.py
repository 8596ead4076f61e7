"""`earshot assess` and `earshot redact`: lines in, lines out."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from earshot.domain.assessment import Assessment
from workbench.cli.jsonlines import BadLineError
from workbench.cli.main import main
from workbench.cli.text import assessed

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Angry:
    """Finds everything an angry complaint about delivery."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        return Assessment(
            language=language or "en",
            language_confidence=0.9,
            complaint=0.87654321,
            severity=3.0,
            negative=0.8,
            sarcasm=0.1,
            topics=(("delivery", 0.7),),
        )


def assess(**line: Any) -> dict[str, Any]:
    return assessed(Angry(), NOW)({"id": 1, "text": "where is it", **line})


def test_an_assessment_is_written_as_people_script_against_it() -> None:
    answer = assess(language="de")

    assert answer["language"] == "de"
    assert answer["complaint"] == 0.876543
    assert answer["topics"] == [{"topic": "delivery", "probability": 0.7}]
    assert set(answer["impact"]) == {"score", "contributions", "reason"}
    assert sum(answer["impact"]["contributions"].values()) == answer["impact"]["score"]


def test_reach_and_engagement_add_to_the_impact() -> None:
    plain = assess()["impact"]["score"]

    assert assess(author={"followers": 50_000})["impact"]["score"] > plain
    assert assess(engagement={"likes": 500})["impact"]["score"] > plain


def test_what_the_line_tells_of_history_and_platform_counts() -> None:
    plain = assess(author={"followers": 1_000})["impact"]["contributions"]

    known = assess(author={"followers": 1_000, "complaints": 2, "unresolved": 1})
    assert known["impact"]["contributions"] == {**plain, "history": 9}
    small = assess(author={"followers": 1_000}, source="github")
    assert small["impact"]["contributions"]["reach"] > plain["reach"]


def test_more_unresolved_complaints_than_complaints_are_all_complaints() -> None:
    assert assess(author={"unresolved": 1})["impact"]["contributions"]["history"] == 6


def test_what_is_unknown_may_be_null() -> None:
    nothing = assess(author=None, engagement={"likes": None}, created_at=None, language=None)

    assert nothing == assess()


def test_a_time_without_offset_is_utc() -> None:
    old = (NOW - timedelta(days=2)).replace(tzinfo=None).isoformat()
    engaged = {"likes": 500}

    assert (
        assess(created_at=old, engagement=engaged)["impact"]["score"]
        < assess(engagement=engaged)["impact"]["score"]
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"author": "ana"}, "'author' is not an object"),
        ({"author": {"followers": -1}}, "'followers' is not a count"),
        ({"author": {"followers": 1.5}}, "'followers' is not a count"),
        ({"author": {"followers": "many"}}, "'followers' is not a count"),
        ({"author": {"followers": True}}, "'followers' is not a count"),
        ({"engagement": [1]}, "'engagement' is not an object"),
        ({"engagement": {"likes": 10**30}}, "'likes' is not a count"),
        ({"created_at": "yesterday"}, "'created_at' is not an ISO 8601 time"),
        ({"created_at": 5}, "'created_at' is not an ISO 8601 time"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_with_the_reason(
    line: dict[str, Any], said: str
) -> None:
    with pytest.raises(BadLineError, match=said):
        assess(**line)


def run(command: str, *lines: str) -> tuple[int, list[dict[str, Any]]]:
    result = CliRunner().invoke(main, [command], input="\n".join(lines))
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_the_built_in_classifier_answers() -> None:
    code, (bad, good) = run(
        "assess",
        "{",
        json.dumps({"id": 2, "text": "Worst service ever, I want my money back, you thieves!"}),
    )

    assert code == 1
    assert bad == {"id": None, "error": "not JSON"}
    assert good["id"] == 2
    assert good["language"] == "en"
    assert good["complaint"] > 0.5


def test_a_file_from_windows_begins_with_a_mark_that_is_no_text() -> None:
    lines = b'\xef\xbb\xbf{"id": 1, "text": "a"}\r\n{"id": 2, "text": "b"}\r\n'
    result = CliRunner().invoke(main, ["redact"], input=lines)

    assert result.exit_code == 0
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["a", "b"]


def test_personal_data_is_taken_out_and_its_place_is_told() -> None:
    text = "Mail me at ana@acme.example please"
    code, (answer,) = run("redact", json.dumps({"id": 1, "text": text}))

    assert code == 0
    assert "ana@acme.example" not in answer["text"]
    ((start, end, kind),) = answer["spans"]
    assert (text[start:end], kind) == ("ana@acme.example", "EMAIL")
