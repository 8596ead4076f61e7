"""The checks of what no linter sees, and the escalation's own state machine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.stack.state_machine import schedule_fault, state_machine_faults
from workbench.stack.tools import ROOT

TASK = {"Type": "Task", "Retry": [{"ErrorEquals": ["States.ALL"]}], "Next": "End"}
END = {"Type": "Succeed"}


def machine(**states: dict[str, Any]) -> dict[str, Any]:
    return {"StartAt": next(iter(states)), "States": states}


@pytest.mark.parametrize(
    ("definition", "faults"),
    [
        (machine(Work=TASK, End=END), []),
        (
            machine(Work=TASK | {"Next": "Ende"}, End=END),
            ["Work: there is no state Ende", "End: is never reached"],
        ),
        (
            {"StartAt": "Wrok", "States": {"End": END}},
            ["StartAt: there is no state Wrok", "End: is never reached"],
        ),
        (machine(Rest={"Type": "Wait", "Seconds": 1}), ["Rest: leads nowhere and does not end"]),
        (machine(Rest={"Type": "Wait", "Seconds": 1, "End": True}), []),
        (
            machine(Work={"Type": "Task", "Next": "End"}, End=END),
            ["Work: has no Retry, so one passing error loses an alert"],
        ),
        (
            machine(Work=TASK | {"Catch": [{"Next": "End"}]}, End=END),
            ["Work: its Catch would hide an alert that was never sent"],
        ),
        (
            machine(Ask={"Type": "Choice", "Choices": [{"Next": "End"}]}, End=END),
            ["Ask: has no Default for what it does not expect"],
        ),
        (
            machine(
                Ask={"Type": "Choice", "Choices": [{"Next": "Gone"}], "Default": "End"}, End=END
            ),
            ["Ask: there is no state Gone"],
        ),
    ],
)
def test_a_state_machine_that_leads_nowhere_is_told(
    definition: dict[str, Any], faults: list[str]
) -> None:
    assert state_machine_faults(definition) == faults


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("rate(1 minute)", None),
        ("rate(5 minutes)", None),
        ("cron(0 8 ? * MON *)", None),
        ("rate(5 minute)", "takes the singular for 1 and the plural for more"),
        ("rate(1 minutes)", "takes the singular for 1 and the plural for more"),
        ("rate(0 minutes)", "must be at least 1"),
        ("cron(0 8 * * MON *)", "exactly one of day of month and day of week must be ?"),
        ("cron(0 8 ? * ? *)", "exactly one of day of month and day of week must be ?"),
        ("cron(0 8 ? * MON)", "has 5 fields and needs 6"),
        ("every minute", "is neither rate(...) nor cron(...)"),
        ("rate(1 second)", "is neither rate(...) nor cron(...)"),
    ],
)
def test_a_schedule_that_aws_would_refuse_is_told(expression: str, reason: str | None) -> None:
    assert schedule_fault(expression) == (f"{expression}: {reason}" if reason else None)


def test_an_escalation_keeps_trying_for_hours_rather_than_lose_an_alert() -> None:
    definition = json.loads((ROOT / "infra" / "escalation.asl.json").read_text())
    tasks = [s for s in definition["States"].values() if s["Type"] == "Task"]
    assert len(tasks) == 3
    for task in tasks:
        [retry] = task["Retry"]
        assert retry["ErrorEquals"] == ["States.ALL"]
        assert "JitterStrategy" not in retry  # it would halve the hours
        delays = [
            min(retry["IntervalSeconds"] * retry["BackoffRate"] ** n, retry["MaxDelaySeconds"])
            for n in range(retry["MaxAttempts"])
        ]
        assert sum(delays) >= 8 * 3600


@pytest.mark.parametrize(
    ("action", "state"),
    [("alert", "Alert"), ("attend", "Attend"), ("wait", "Wait"), ("stop", "Done")],
)
def test_each_answer_of_next_step_leads_to_its_state(action: str, state: str) -> None:
    definition = json.loads((ROOT / "infra" / "escalation.asl.json").read_text())
    choices = definition["States"]["WhatNext"]["Choices"]
    assert [c["Next"] for c in choices if c["StringEquals"] == action] == [state]
