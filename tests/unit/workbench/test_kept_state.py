"""Starting again with the state of an earlier run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from workbench.stack.kept_state import Execution, mend


def saved(path: Path, payload: dict[str, Any]) -> None:
    path.write_text(json.dumps({"__ministack_format__": 2, "payload": payload}))


def payload(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text())["payload"]
    return loaded


def execution(name: str, status: str) -> dict[str, str]:
    return {"stateMachineArn": "machine", "name": name, "input": "{}", "status": status}


def test_a_first_run_has_nothing_to_mend(tmp_path: Path) -> None:
    assert mend(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_consumers_read_the_new_stream_from_its_start(tmp_path: Path) -> None:
    functions = {"functions": {"data": {"poll": 1}}}
    positions = {"dynamodb_stream_positions": {"data": {"score": 2}}}
    saved(tmp_path / "lambda.json", functions | positions)
    mend(tmp_path)
    assert payload(tmp_path / "lambda.json") == functions | {
        "dynamodb_stream_positions": {"data": {}}
    }


def test_an_escalation_that_was_cut_off_is_started_again_and_an_ended_one_stays(
    tmp_path: Path,
) -> None:
    running, ended = execution("case-1", "RUNNING"), execution("case-2", "SUCCEEDED")
    saved(tmp_path / "stepfunctions.json", {"executions": {"data": {"a": running, "b": ended}}})
    assert mend(tmp_path) == (Execution("machine", "case-1", "{}"),)
    assert payload(tmp_path / "stepfunctions.json") == {"executions": {"data": {"b": ended}}}
    assert mend(tmp_path) == ()
