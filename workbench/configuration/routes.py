"""Routes and inhibitions: that their matchers can be read, and that what they name is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from earshot.domain.alerts.labels import LABELS
from earshot.domain.alerts.matching import parsed
from workbench.configuration.faults import Path, did_you_mean

Told = Iterator[tuple[Path, str]]


def route_faults(document: Any) -> Told:
    """(path, problem) of each; what has another shape is passed over."""
    policies = _at(document, "escalation", dict)
    seen: set[str] = set()
    for number, route in enumerate(_at(document, "routes", list)):
        path: Path = ("routes", number)
        if not isinstance(route, dict):
            continue
        yield from _matcher_faults((*path, "match"), route.get("match"))
        yield from _label_faults((*path, "group_by"), route.get("group_by"))
        name, wanted = route.get("name"), route.get("escalation")
        if isinstance(name, str):
            if name in seen:
                yield (*path, "name"), "another route has this name already; choose a second one"
            seen.add(name)
        if name == "default" and route.get("match"):
            yield (*path, "match"), "default takes what fits no other route; leave it out"
        if isinstance(wanted, str) and wanted not in policies:
            near = did_you_mean(wanted, map(str, policies))
            yield (*path, "escalation"), f"there is no escalation policy {wanted[:40]!r}{near}"


def inhibition_faults(document: Any) -> Told:
    for number, rule in enumerate(_at(document, "inhibitions", list)):
        if isinstance(rule, dict):
            path: Path = ("inhibitions", number)
            yield from _matcher_faults((*path, "source"), rule.get("source"))
            yield from _matcher_faults((*path, "target"), rule.get("target"))
            yield from _label_faults((*path, "equal"), rule.get("equal"))


def _matcher_faults(path: Path, written: Any) -> Told:
    for number, text in enumerate(written if isinstance(written, list) else ()):
        if not isinstance(text, str):
            continue
        try:
            label = parsed(text).label
        except ValueError as error:
            yield (*path, number), str(error)
            continue
        yield from _label_fault((*path, number), label)


def _label_faults(path: Path, written: Any) -> Told:
    for number, label in enumerate(written if isinstance(written, list) else ()):
        if isinstance(label, str):
            yield from _label_fault((*path, number), label)


def _label_fault(path: Path, label: str) -> Told:
    if label not in LABELS:
        yield path, f"no alert has a label {label[:40]!r}{did_you_mean(label, LABELS)}"


def _at(document: Any, key: str, kind: type[Any]) -> Any:
    found = document.get(key) if isinstance(document, dict) else None
    return found if isinstance(found, kind) else kind()
