"""Each minute: sends the pairs that are due to the queue, each five what is to be looked at again.
From the queues: reads and looks, and takes mail."""

from __future__ import annotations

import json
from typing import Any

from earshot.domain.errors import EarshotError, UnreadableMessageError
from earshot.flows.polling.pairs import read_pairs
from earshot.flows.polling.planning import plan
from earshot.flows.rechecking.planning import plan_rechecks
from earshot.telemetry import log
from earshot.wiring import fetching, poll_mentions, shared, stores
from poll_mentions.mail import read_stored, stored_mail


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        return {"batchItemFailures": [_failure(r) for r in event["Records"] if not _read(r)]}
    if not shared.is_configured():
        log.info("nothing to poll: no configuration was pushed yet")
        return {"due": 0}
    due = plan(
        shared.configuration(), stores.polls(), shared.queue(), fetching.source, shared.now()
    )
    rechecks = plan_rechecks(shared.configuration(), stores.agenda(), shared.queue(), shared.now())
    log.info("planned", due=due, rechecks=rechecks)
    return {"due": due, "rechecks": rechecks}


def _read(record: dict[str, Any]) -> bool:
    """False where the message has to come again; after three times it is a dead letter."""
    try:
        mail = stored_mail(record["body"])
        if mail is not None:
            read_stored(mail)
            return True
        kind, names = _message(record["body"])
        if kind == "recheck":
            _look_again(names)
            return True
        for reading in read_pairs(names, poll_mentions.polling()):
            log.info("read", extra=reading.keys_for_log())
    except EarshotError:
        log.exception("a message was not read; it comes again")
        return False
    return True


def _look_again(orders: list[str]) -> None:
    # Imported where it is used, as a minute that only reads starts without.
    from earshot.flows.rechecking.due import recheck

    for outcome in recheck(orders, poll_mentions.rechecking()):
        log.info("looked again", extra=outcome)


def _message(body: str) -> tuple[str, list[str]]:
    """What is asked for, and the names of what: pairs to read, or lists to look at again. Raises
    UnreadableMessageError where we never wrote this."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableMessageError("not JSON") from error
    for kind in ("pairs", "recheck"):
        names = message.get(kind) if isinstance(message, dict) else None
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return kind, names
    raise UnreadableMessageError("no list of pairs, nor of what is to be looked at again")


def _failure(record: dict[str, Any]) -> dict[str, str]:
    return {"itemIdentifier": record["messageId"]}
