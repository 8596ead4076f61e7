"""From the table's stream: scores mentions and delivers what cases wait for. Each five minutes:
delivers what the stream left."""

from __future__ import annotations

from typing import Any

from earshot import wiring
from earshot.domain.errors import EarshotError
from earshot.domain.mention import Found
from earshot.flows.delivering import deliver, sweep
from earshot.flows.scoring import score
from earshot.flows.stream import Record, consume
from earshot.telemetry import log


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        return consume(event["Records"], _handle, _failed)
    if not wiring.is_configured():
        return {"delivered": 0}
    delivered = sweep(wiring.delivering(), wiring.now())
    log.info("swept outboxes", delivered=delivered)
    return {"delivered": delivered}


def _handle(record: Record) -> None:
    if record.kind == "mention":
        found = record.read(Found)
        hearing = score(found, changed=record.event == "MODIFY", scoring=wiring.scoring())
        log.info("scored", mention_id=found.mention.id, reason=hearing.reason)
    elif record.kind == "case":
        case_id = record.attributes["pk"].removeprefix("CASE#")
        log.info("delivered", case_id=case_id, reason=deliver(case_id, wiring.delivering()))


def _failed(record: Record, error: EarshotError) -> None:
    log.exception("a record was not handled; it comes again", kind=record.kind)
