"""From the table's stream: scores mentions and delivers what cases wait for. Each five minutes:
delivers what the stream left."""

from __future__ import annotations

from functools import partial
from typing import Any

from earshot.domain.mention import Found
from earshot.flows.delivering import Delivering, deliver, sweep
from earshot.flows.noticing import notice
from earshot.flows.scoring import Scoring
from earshot.flows.stream import Record, consume
from earshot.telemetry import log
from earshot.wiring import score_impact, shared


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        # Built here: what is wrong with a configuration is not wrong with a record.
        handle = partial(_handle, score_impact.scoring(), score_impact.delivering())
        return consume(event["Records"], handle, _failed, shared.set_aside())
    if not shared.is_configured():
        return {"delivered": 0}
    delivered = sweep(score_impact.delivering(), shared.now())
    log.info("swept outboxes", delivered=delivered)
    return {"delivered": delivered}


def _handle(scoring: Scoring, delivering: Delivering, record: Record) -> None:
    if record.kind == "mention":
        found = record.read(Found)
        hearing = notice(found, changed=record.event == "MODIFY", scoring=scoring)
        log.info("scored", mention_id=found.id, reason=hearing.reason)
    elif record.kind == "case":
        case_id = record.attributes["pk"].removeprefix("CASE#")
        log.info("delivered", case_id=case_id, reason=deliver(case_id, delivering))


def _failed(record: Record, error: Exception) -> None:
    log.exception("a record was not handled", kind=record.kind)
