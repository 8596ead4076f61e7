"""For the escalation's state machine: decides the next step of a case, gives its alerts, and looks
at what waits. Each minute: looks at the desks of contacts on which something has become due. From
channels: hears what became of messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from earshot.domain.escalation import Step
from earshot.domain.plain import from_plain, to_plain
from earshot.flows.alerting import Order, alert, decide, look
from earshot.flows.notifying.attending import sweep
from earshot.flows.notifying.means import Notifying
from earshot.telemetry import log
from earshot.wiring import escalate_case, shared
from escalate_case.feedback import hear, is_feedback

OPERATIONS: dict[str, Callable[[Order, Notifying], Step]] = {
    "next_step": decide,
    "alert": alert,
    "attend": look,
}


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> Any:
    if is_feedback(event):
        return hear(event, escalate_case.hearing_back())
    if "operation" not in event:
        return _swept()
    order = from_plain(Order, event)
    step = OPERATIONS[event["operation"]](order, escalate_case.notifying())
    log.info("escalation", case_id=order.case_id, action=step.action, reason=step.reason)
    return to_plain(step)


def _swept() -> dict[str, int]:
    if not shared.is_configured():
        return {"attended": 0}
    attended = sweep(escalate_case.notifying())
    log.info("looked at desks", attended=attended)
    return {"attended": attended}
