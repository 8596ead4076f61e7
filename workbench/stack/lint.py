"""Reads the template for faults before AWS does, or does not.

cfn-lint knows the properties of resources, checkov what is unsafe, parliament what is wrong in a
policy; our own checks know the state machine and the schedules.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.stack.expand import expanded, resolved
from workbench.stack.state_machine import schedule_fault, state_machine_faults
from workbench.stack.tools import ROOT, environment

PARAMETERS = {"EmailSender": "alerts@earshot.example"}

# What parliament says of policies that are as narrow as AWS allows: (issue, action).
_AS_NARROW_AS_CAN_BE = {
    # A phone number has no ARN.
    ("RESOURCE_STAR", "sns:Publish"),
    # AWS's own example for reading a stream names the table's streams here.
    ("RESOURCE_MISMATCH", "dynamodb:ListStreams"),
    # The state machine's executions; it has no maps, whose runs could be listed too.
    ("RESOURCE_MISMATCH", "states:ListExecutions"),
}


def lint() -> list[str]:
    """Every fault found in the expanded template, one entry each. Raises ToolError."""
    template = expanded()
    folder = ROOT / ".aws-sam" / "lint"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "expanded.json"
    path.write_text(json.dumps(template, indent=1))
    tools = environment("lint")
    return [
        *_said([tools / "cfn-lint", "--regions", "eu-west-1", "--template", path]),
        *_said(
            [
                tools / "checkov",
                "--skip-download",
                "--config-file",
                ROOT / "infra" / "checkov.yaml",
                "--file",
                path.relative_to(ROOT),
            ]
        ),
        *_policy_faults(tools, folder / "policies", template),
        *own_faults(template),
    ]


def own_faults(template: dict[str, Any]) -> Iterator[str]:
    """Faults in state machines and schedules."""
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::StepFunctions::StateMachine":
            yield from (
                f"{name}.{fault}" for fault in state_machine_faults(_definition(properties))
            )
        if fault := schedule_fault(properties.get("ScheduleExpression", "rate(1 day)")):
            yield f"{name}: {fault}"


def policies(template: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The policy of each role, its intrinsic functions worked out."""
    return {
        name: resolved(policy["PolicyDocument"], template, PARAMETERS)
        for name, resource in template["Resources"].items()
        if resource["Type"] == "AWS::IAM::Role"
        for policy in resource["Properties"]["Policies"]
    }


def _definition(properties: dict[str, Any]) -> dict[str, Any]:
    """SAM turns a definition into a join of its lines, so that it can be substituted in."""
    value = properties["DefinitionString"]
    [(_, (separator, lines))] = value.items()
    definition: dict[str, Any] = json.loads(separator.join(lines))
    return definition


def _policy_faults(tools: Path, folder: Path, template: dict[str, Any]) -> Iterator[str]:
    folder.mkdir(exist_ok=True)
    for name, policy in policies(template).items():
        (folder / f"{name}.json").write_text(json.dumps(policy))
    done = _output([tools / "parliament", "--json", "--directory", folder])
    if done.returncode not in (0, 1):
        yield done.stderr
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found = {(finding["issue"], action) for action in _actions(finding["detail"])}
        if not found or not found <= _AS_NARROW_AS_CAN_BE:
            role = Path(finding["location"]["filepath"]).stem
            yield f"{role}: {finding['title']}: {finding['detail']}"


def _actions(detail: Any) -> list[str]:
    """The actions that a finding is about: a sentence, or a list of actions or of mismatches."""
    if isinstance(detail, str):
        return [detail]
    return [part["action"] if isinstance(part, dict) else part for part in detail]


def _said(command: list[str | Path]) -> Iterator[str]:
    done = _output(command)
    if done.returncode != 0:
        yield (done.stdout + done.stderr).strip()


def _output(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
    # Neither the owner's AWS account nor the network has a part in this.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**kept, "AWS_DEFAULT_REGION": "eu-west-1", "PYTHONWARNINGS": "ignore"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
