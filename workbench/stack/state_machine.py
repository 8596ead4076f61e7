"""Faults in a state machine and in schedules that no linter of templates sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TERMINAL = ("Succeed", "Fail")
_RATE = re.compile(r"rate\((\d+) (minute|minutes|hour|hours|day|days)\)")
_CRON = re.compile(r"cron\(([^)]*)\)")


def state_machine_faults(definition: Mapping[str, Any]) -> list[str]:
    """One line for each state that leads nowhere, is never reached, or would lose an alert."""
    states: Mapping[str, Mapping[str, Any]] = definition["States"]
    faults: list[str] = []
    if definition["StartAt"] not in states:
        faults.append(f"StartAt: there is no state {definition['StartAt']}")
    for name, state in states.items():
        targets = list(_targets(state))
        faults += [f"{name}: there is no state {to}" for to in targets if to not in states]
        if not targets and not state.get("End") and state["Type"] not in _TERMINAL:
            faults.append(f"{name}: leads nowhere and does not end")
        if state["Type"] == "Choice" and "Default" not in state:
            faults.append(f"{name}: has no Default for what it does not expect")
        if state["Type"] == "Task" and not state.get("Retry"):
            faults.append(f"{name}: has no Retry, so one passing error loses an alert")
        if state.get("Catch"):
            faults.append(f"{name}: its Catch would hide an alert that was never sent")
    reached = _reached(definition["StartAt"], states)
    return faults + [f"{name}: is never reached" for name in states if name not in reached]


def schedule_fault(expression: str) -> str | None:
    """Why EventBridge would refuse a schedule, or None."""
    reason = None
    if rate := _RATE.fullmatch(expression):
        count, unit = int(rate[1]), rate[2]
        if count < 1:
            reason = "must be at least 1"
        elif (count == 1) == unit.endswith("s"):
            reason = "takes the singular for 1 and the plural for more"
    elif cron := _CRON.fullmatch(expression):
        fields = cron[1].split()
        if len(fields) != 6:
            reason = f"has {len(fields)} fields and needs 6"
        elif (fields[2] == "?") == (fields[4] == "?"):
            reason = "exactly one of day of month and day of week must be ?"
    else:
        reason = "is neither rate(...) nor cron(...)"
    return f"{expression}: {reason}" if reason else None


def _targets(state: Mapping[str, Any]) -> Iterator[str]:
    for holder in (state, *state.get("Choices", ()), *state.get("Catch", ())):
        if "Next" in holder:
            yield holder["Next"]
    if "Default" in state:
        yield state["Default"]


def _reached(start: str, states: Mapping[str, Mapping[str, Any]]) -> set[str]:
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name in states and name not in reached:
            reached.add(name)
            ahead += _targets(states[name])
    return reached
