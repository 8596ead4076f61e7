"""Mends what the emulator gets wrong when it starts with the state of an earlier run.

It keeps how far each consumer has read a table's stream, but not the stream: the consumers would
pass over as many new records as there were old ones. And it fails the executions that were running,
where on AWS they would have gone on: their escalations would end with nobody told. The files are
its own; their form is that of the pinned version.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.stack.clients import client


@dataclass(frozen=True)
class Execution:
    """A state machine's run that was cut off."""

    state_machine_arn: str
    name: str
    order: str


def mend(state: Path) -> tuple[Execution, ...]:
    """Readies the saved files before the emulator reads them; returns what was running."""
    if (functions := _read(state / "lambda.json")) is not None:
        functions["payload"]["dynamodb_stream_positions"]["data"] = {}
        _write(state / "lambda.json", functions)
    if (machines := _read(state / "stepfunctions.json")) is None:
        return ()
    executions = machines["payload"]["executions"]
    running = [kept for kept in executions["data"].values() if kept["status"] == "RUNNING"]
    executions["data"] = {
        key: kept for key, kept in executions["data"].items() if kept["status"] != "RUNNING"
    }
    _write(state / "stepfunctions.json", machines)
    return tuple(
        Execution(kept["stateMachineArn"], kept["name"], kept["input"]) for kept in running
    )


def resume(endpoint: str, executions: tuple[Execution, ...]) -> None:
    """Starts again what was running, by its own name. EscalateCase decides anew what is next."""
    states = client(endpoint, "stepfunctions")
    for execution in executions:
        states.start_execution(
            stateMachineArn=execution.state_machine_arn,
            name=execution.name,
            input=execution.order,
        )


def _read(path: Path) -> dict[str, Any] | None:
    if not path.exists():
        return None
    saved: dict[str, Any] = json.loads(path.read_text())
    return saved


def _write(path: Path, saved: dict[str, Any]) -> None:
    beside = path.with_suffix(".mended")
    beside.write_text(json.dumps(saved))
    beside.replace(path)
