"""Each minute: sends the pairs that are due to the queue. From the queue: reads them."""

from __future__ import annotations

import json
from typing import Any

from earshot import wiring
from earshot.domain.errors import EarshotError, UnreadableMessageError
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
    """False where the message has to come again; after three times it is a dead letter."""
    try:
        for reading in read_pairs(_pairs(record["body"]), wiring.polling()):
            log.info("read", extra=reading.keys_for_log())
    except EarshotError:
        log.exception("a batch of pairs was not read; it comes again")
        return False
    return True


def _pairs(body: str) -> list[str]:
    """The keys of the pairs. Raises UnreadableMessageError where `plan` never wrote this."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableMessageError("not JSON") from error
    keys = message.get("pairs") if isinstance(message, dict) else None
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise UnreadableMessageError("no list of pairs")
    return keys


def _failure(record: dict[str, Any]) -> dict[str, str]:
    return {"itemIdentifier": record["messageId"]}
