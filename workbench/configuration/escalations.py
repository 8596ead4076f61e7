"""Escalation policies: that the support hours of each are business hours that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.configuration.faults import Path, did_you_mean

Told = Iterator[tuple[Path, str]]


def support_hours_faults(document: Any) -> Told:
    """Where a policy names a calendar that is not there; what has another shape is passed over."""
    calendars = _named(document, "calendars")
    for name, policy in _named(document, "escalation").items():
        wanted = policy.get("support_hours") if isinstance(policy, dict) else None
        if isinstance(wanted, str) and wanted not in calendars:
            near = did_you_mean(wanted, map(str, calendars))
            meant = near or "; write it under calendars"
            yield (
                ("escalation", name, "support_hours"),
                f"there is no calendar {wanted[:40]!r}{meant}",
            )


def _named(document: Any, key: str) -> dict[str, Any]:
    found = document.get(key) if isinstance(document, dict) else None
    return found if isinstance(found, dict) else {}
