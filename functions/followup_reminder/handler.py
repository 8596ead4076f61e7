"""Each minute: takes follow-ups that are due out of the table. From its stream: does what each
that left asks for."""

from __future__ import annotations

from functools import partial
from typing import Any

from earshot import wiring
from earshot.domain.case import FollowUp
from earshot.flows.reminding import Reminding, remind
from earshot.flows.stream import Record, consume
from earshot.telemetry import log


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        handle = partial(_handle, wiring.reminding())
        return consume(event["Records"], handle, _failed, wiring.set_aside())
    removed = wiring.follow_ups().sweep(wiring.now())
    log.info("swept follow-ups", removed=removed)
    return {"removed": removed}


def _handle(reminding: Reminding, record: Record) -> None:
    follow_up = record.read(FollowUp)
    duty = remind(follow_up, reminding)
    log.info("follow-up", case_id=follow_up.case_id, action=duty.action, reason=duty.reason)


def _failed(record: Record, error: Exception) -> None:
    log.exception("a follow-up was not done")
