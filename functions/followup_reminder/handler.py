"""Each minute: takes follow-ups that are due out of the table; each five, looks whether the owner
should hear of a source, or of Earshot itself. From its stream: does what each follow-up that left
asks for."""

from __future__ import annotations

from functools import partial
from typing import Any

from earshot.domain.case import FollowUp
from earshot.flows.reminding import Reminding, remind
from earshot.flows.stream import Record, consume
from earshot.telemetry import log
from earshot.wiring import followup_reminder, shared, stores

LOOK_EVERY_MINUTES = 5
"""Most of what is told has lasted for some minutes or half an hour already."""


@log.inject_lambda_context
def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    if "Records" in event:
        handle = partial(_handle, followup_reminder.reminding())
        return consume(event["Records"], handle, _failed, shared.set_aside())
    removed = stores.follow_ups().sweep(shared.now())
    log.info("swept follow-ups", removed=removed)
    return {"removed": removed} | _look_around()


def _look_around() -> dict[str, Any]:
    if shared.now().minute % LOOK_EVERY_MINUTES or not shared.is_configured():
        return {}
    # Imported where it is used, as most minutes and all records start without.
    from earshot.flows.reporting.telling import report

    found = report(followup_reminder.reporting())
    for letter, outcome in found.letters.items():
        log.warning("wrote to the owner", letter=letter, outcome=outcome)
    for look, reason in found.unseen.items():
        log.warning("could not look at a part of Earshot", look=look, reason=reason)
    return {"troubled": found.troubled}


def _handle(reminding: Reminding, record: Record) -> None:
    follow_up = record.read(FollowUp)
    duty = remind(follow_up, reminding)
    log.info("follow-up", case_id=follow_up.case_id, action=duty.action, reason=duty.reason)


def _failed(record: Record, error: Exception) -> None:
    log.exception("a follow-up was not done")
