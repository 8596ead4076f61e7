"""Each minute: sends the pairs that are due to the queue. From the queue: reads them."""

from __future__ import annotations

import json
from typing import Any

from earshot import wiring
from earshot.domain.errors import EarshotError
from earshot.flows.polling import plan, read_pairs
from earshot.telemetry import log


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        return {"batchItemFailures": [_failure(r) for r in event["Records"] if not _read(r)]}
    if not wiring.is_configured():
        log.info("nothing to poll: no configuration was pushed yet")
        return {"due": 0}
    due = plan(wiring.configuration(), wiring.polls(), wiring.queue(), wiring.now())
    log.info("planned", due=due)
    return {"due": due}


def _read(record: dict[str, Any]) -> bool:
    """False where the message has to come again."""
    try:
        for reading in read_pairs(json.loads(record["body"])["pairs"], wiring.polling()):
            log.info("read", extra=reading.keys_for_log())
    except EarshotError:
        log.exception("a batch of pairs was not read; it comes again")
        return False
    return True


def _failure(record: dict[str, Any]) -> dict[str, str]:
    return {"itemIdentifier": record["messageId"]}
