"""For the escalation's state machine: decides the next step of a case, and sends its alerts."""

from __future__ import annotations

from typing import Any

from earshot import wiring
from earshot.domain.plain import from_plain, to_plain
from earshot.flows.alerting import Order, alert, decide
from earshot.telemetry import log


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> Any:
    case_id, cycle = event["case_id"], int(event["cycle"])
    if event["operation"] == "alert":
        step = alert(from_plain(Order, event), wiring.alerting())
    else:
        step = decide(case_id, cycle, wiring.alerting())
    log.info("escalation", case_id=case_id, action=step.action, reason=step.reason)
    return to_plain(step)
