"""What S3 tells of mail that SES left in the bucket, and what becomes of it.

Contract: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html.
Keys come URL-encoded; when the notification is set up, S3 sends one message without records.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote_plus

from earshot.domain.errors import UnreadableMessageError
from earshot.telemetry import log
from earshot.wiring import receiving, shared


def stored_mail(body: str) -> list[str] | None:
    """The keys of the mails that a message is about; None where it is not from S3."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    if message.get("Event") == "s3:TestEvent":
        return []
    records = message.get("Records")
    return None if not isinstance(records, list) else [_key(record) for record in records]


def read_stored(keys: list[str]) -> None:
    """Reads each mail for every watch that takes mail. Raises StoreError where it has to be read
    again: what was stored of it by then is not stored twice."""
    # Loaded where there is mail: polling has no use for it.
    from earshot.flows.receiving import read_mail

    for key in keys:
        for taken in read_mail(key, receiving.mail()):
            log.info("read mail", extra={"key": key, **taken.keys_for_log()})


def _key(record: Any) -> str:
    try:
        stored, bucket = record["s3"], shared.settings().needed("mail_bucket")
        if record["eventSource"] == "aws:s3" and stored["bucket"]["name"] == bucket:
            return unquote_plus(stored["object"]["key"])
    except (KeyError, TypeError) as error:
        raise UnreadableMessageError("no message about stored mail") from error
    raise UnreadableMessageError("it is about another bucket")
