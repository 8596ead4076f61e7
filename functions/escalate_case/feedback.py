"""What channels say became of messages: SES by way of a topic, SNS by way of its log of SMS."""

from __future__ import annotations

from typing import Any

from earshot.flows.hearing_back import HearingBack, hear_back
from earshot.telemetry import log


def is_feedback(event: dict[str, Any]) -> bool:
    return "awslogs" in event or "Records" in event


def hear(event: dict[str, Any], hearing: HearingBack) -> dict[str, int]:
    """Acts on all of it. What failed is raised when everything had its turn, so that Lambda brings
    the event again: what was acted on is known by then."""
    told = hearing.read(event, hearing.clock())
    if told.unreadable:
        log.warning("feedback that nobody can read", count=told.unreadable)
    failed: Exception | None = None
    for heard in hear_back(told.news, hearing):
        log.info("heard back", reference=heard.reference, reason=heard.reason)
        failed = heard.error or failed
    if failed is not None:
        raise failed
    return {"heard": len(told.news), "unreadable": told.unreadable}
