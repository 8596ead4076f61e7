"""Lambda's event filter patterns, as far as the template uses them: lists of values, and exists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def matches(pattern: str, event: Mapping[str, Any]) -> bool:
    return _within(json.loads(pattern), event)


def _within(pattern: Mapping[str, Any], event: Any) -> bool:
    return all(_one(wanted, _get(event, name)) for name, wanted in pattern.items())


def _one(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, list):
        return any(_rule(rule, value) for rule in wanted)
    return _within(wanted, value)


def _rule(rule: Any, value: Any) -> bool:
    if isinstance(rule, dict):
        # On leaves only, as AWS has it: a map is never there.
        exists = value is not None and not isinstance(value, dict)
        return exists is rule["exists"]
    return bool(rule == value)


def _get(event: Any, name: str) -> Any:
    return event.get(name) if isinstance(event, Mapping) else None
