"""`earshot answer`: lines in, lines out."""

from __future__ import annotations

import json

from click.testing import CliRunner

from workbench.cli.main import main


def test_each_line_has_its_answer_and_a_bad_one_stops_no_other() -> None:
    lines = [
        {"id": 1, "text": "works again, thank you", "language": "en"},
        {"id": 2, "text": "immer noch kaputt"},
        {"id": 3},
        {"id": 4, "text": "I'll check tomorrow", "language": None},
    ]
    result = CliRunner().invoke(main, ["answer"], input="\n".join(map(json.dumps, lines)))
    answers = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 1
    assert [answer.get("answer") for answer in answers] == ["yes", "no", None, "unclear"]
    assert [answer["id"] for answer in answers] == [1, 2, 3, 4]
    assert set(answers[0]) == {"id", "answer", "confidence"}
    assert answers[2]["error"] == "'text' is missing or is not text"
