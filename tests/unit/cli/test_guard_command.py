"""`earshot guard`: lines in, verdicts out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from earshot.domain.replies import ReplyRules
from workbench.cli.guard import guarded
from workbench.cli.jsonlines import BadLineError
from workbench.cli.main import main

GOOD = "Hi Ana, sorry about the delay. I'm looking into it right now."


def judged(**line: Any) -> dict[str, Any]:
    return guarded()({"id": 1, **line})


def test_a_verdict_is_written_as_people_script_against_it() -> None:
    reply = "As we already told you twice, it is on its way. Sorry, Ana."
    answer = judged(reply=reply, complaint="where is it, this is a disgrace")

    assert set(answer) == {"allowed", "reasons", "suggestions"}
    assert answer["allowed"] is False
    assert set(answer["reasons"][0]) == {"rule", "start", "end", "explanation"}
    assert answer["reasons"][0]["rule"] == "TONE"


def test_a_line_may_leave_out_all_but_the_reply() -> None:
    assert judged(reply=GOOD) == {"allowed": True, "reasons": [], "suggestions": []}
    assert judged(reply=GOOD, public=None, source=None, language="xx-YY")["allowed"]


def test_the_owners_rules_count_where_they_are_given() -> None:
    answer = guarded(ReplyRules(forbidden=("delay",)))({"reply": GOOD})

    assert [reason["rule"] for reason in answer["reasons"]] == ["POLICY"]


@pytest.mark.parametrize(
    "line",
    [{}, {"reply": 3}, {"reply": "x", "public": "no"}, {"reply": "x", "source": 3}],
)
def test_a_bad_line_is_told(line: dict[str, Any]) -> None:
    with pytest.raises(BadLineError):
        judged(**line)


def test_the_command_answers_every_line() -> None:
    lines = [json.dumps({"id": 1, "reply": GOOD}), "nonsense", json.dumps({"id": 3})]
    result = CliRunner().invoke(main, ["guard"], input="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in result.output.splitlines()]

    assert result.exit_code == 1
    assert [a.get("allowed") for a in answers] == [True, None, None]
    assert answers[2]["id"] == 3


def test_a_brand_needs_a_configuration() -> None:
    result = CliRunner().invoke(main, ["guard", "--brand", "acme"], input="")

    assert result.exit_code == 2


def test_the_example_configuration_has_rules_that_can_be_read(tmp_path: Path) -> None:
    example = (Path(__file__).parents[3] / "earshot.example.yaml").read_text("utf-8")
    file = tmp_path / "earshot.yaml"
    file.write_text(example + "\nreplies: {forbidden: [delay]}\n", "utf-8")
    line = json.dumps({"id": 1, "reply": GOOD})
    result = CliRunner().invoke(main, ["guard", "--config", str(file)], input=line + "\n")

    assert json.loads(result.output)["reasons"][0]["rule"] == "POLICY"
