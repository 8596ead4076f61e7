"""SES's events about a mail, which hold its headers and verdicts, and hardly ever its words.

Contract: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html.
A Lambda action sends `Records[].ses`, an SNS action a message with `notificationType: Received`,
which holds the whole mail as `content` up to 150 KB.
"""

from __future__ import annotations

import json
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from earshot.sources.mail.verdicts import Verdicts, verdicts_of

MOST_EVENTS = 1_000


@dataclass(frozen=True, slots=True)
class Told:
    """One mail of an event. `content` is only its headers where the event holds no more."""

    content: bytes
    verdicts: Verdicts
    is_whole: bool


def told_in(document: object) -> list[Told]:
    """The mails that a document tells of; none where it is no event of SES's."""
    return [_told(event) for event in _events(document, depth=0)][:MOST_EVENTS]


def _events(document: object, depth: int) -> Iterator[dict[str, Any]]:
    """The objects with `mail` and `receipt`, out of the envelopes of Lambda, SNS and SQS."""
    if isinstance(document, str):
        try:
            document = json.loads(document)
        except (ValueError, RecursionError):
            return
    if not isinstance(document, dict) or depth > 6:
        return
    if isinstance(document.get("mail"), dict) and isinstance(document.get("receipt"), dict):
        yield document
        return
    records = document.get("Records")
    for record in records[:MOST_EVENTS] if isinstance(records, list) else ():
        yield from _events(record, depth + 1)
    for name in ("ses", "Sns", "Message", "body"):
        if name in document:
            yield from _events(document[name], depth + 1)


def _told(event: dict[str, Any]) -> Told:
    mail, receipt = event["mail"], event["receipt"]
    headers = list(_headers(mail))
    content = _content(event.get("content"), receipt)
    return Told(
        content=content or _as_mail(headers),
        verdicts=verdicts_of(receipt, headers),
        is_whole=bool(content),
    )


def _content(content: object, receipt: dict[str, Any]) -> bytes:
    if not isinstance(content, str):
        return b""
    action = receipt.get("action")
    encoding = action.get("encoding") if isinstance(action, dict) else None
    if isinstance(encoding, str) and encoding.upper() == "BASE64":
        try:
            return b64decode(content, validate=True)
        except (Base64Error, ValueError):
            return b""
    return content.encode("utf-8", "surrogatepass")


def _headers(mail: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """As they stood in the mail; where the event lists none, the common ones."""
    listed = mail.get("headers")
    found = [
        (str(each["name"]), str(each["value"]))
        for each in (listed if isinstance(listed, list) else ())
        if isinstance(each, dict) and "name" in each and "value" in each
    ]
    yield from found
    known = {name.lower() for name, _ in found}
    common = mail.get("commonHeaders")
    for name, key in (
        ("From", "from"),
        ("To", "to"),
        ("Subject", "subject"),
        ("Date", "date"),
        ("Message-ID", "messageId"),
    ):
        value = common.get(key) if isinstance(common, dict) else None
        written = ", ".join(map(str, value)) if isinstance(value, list) else value
        if isinstance(written, str) and name.lower() not in known:
            yield name, written


def _as_mail(headers: list[tuple[str, str]]) -> bytes:
    """The headers as a mail without words: nothing in them may begin another line."""
    lines = [
        f"{''.join(name.split())}: {' '.join(value.split())}\r\n"
        for name, value in headers
        if name.lower() not in ("content-type", "content-transfer-encoding")
    ]
    return ("".join(lines) + "\r\n").encode("utf-8", "surrogatepass")
