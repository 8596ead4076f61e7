"""What SES and SNS say became of a mail or an SMS, read into our words.

Contracts:
https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html,
https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html and
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html. Anything may be
missing or wrong in it. What mail servers write (diagnostic codes) names the recipient, and is left
where it is.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from earshot.domain.alerts.feedback import Feedback, Kind, Told

GZIP = 16 + zlib.MAX_WBITS
MOST_LOG_BYTES = 10_000_000
"""Logs send batches of 256 KB, compressed; ten times that is far more than a batch becomes."""

_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,100}")
_WORD = re.compile(r"[A-Za-z]{1,40}")
_HYPHENED = re.compile(r"[a-z-]{1,40}")
_STATUS = re.compile(r"[245]\.[0-9]{1,3}\.[0-9]{1,3}")

# By the type of the event: what it is to us, the part that says when, and the reason where there
# is only one.
_OF_MAIL: dict[str, tuple[Kind, str, str]] = {
    "Delivery": ("delivered", "delivery", ""),
    "DeliveryDelay": ("delayed", "deliveryDelay", ""),
    "Reject": ("rejected", "mail", "SES took it for harmful"),
    "Rendering Failure": ("rejected", "mail", "SES could not render it"),
}
SUPPRESSED = "OnAccountSuppressionList"

# What carriers answer, as SNS documents it, and whether the next SMS would fare no better. Here and
# nowhere else a decision rests on words: SNS has no codes for them.
_PHONE_FAILURES = {
    "Destination is on a blocked list": True,
    "Invalid phone number": True,
    "Phone has blocked SMS": True,
    "Phone is on a blocked list": True,
    "Phone number is opted out": True,
    "Blocked as spam by phone carrier": False,
    "Phone carrier has blocked this message": False,
    "Phone carrier is currently unreachable/unavailable": False,
    "Phone is currently unreachable/unavailable": False,
    "Unknown error attempting to reach phone": False,
}
# These are about the message or the account, and tell nothing of the phone.
_NOT_SENT = (
    "Message body is invalid",
    "This delivery would exceed max price",
    "Sandboxed account unable to send to number.",
)


def read(event: Mapping[str, Any], now: datetime) -> Told:
    """What the event that a function was started with tells, whichever of the two it is."""
    return of_sms(event, now) if "awslogs" in event else of_mail(event, now)


def of_mail(event: Mapping[str, Any], now: datetime) -> Told:
    """What SES has published to a topic: `Records` as SNS hands them to a function."""
    return _told([_mail(_json(_held(record, "Sns", "Message")), now) for record in _records(event)])


def of_sms(event: Mapping[str, Any], now: datetime) -> Told:
    """What SNS has written of SMS to its log: `awslogs`, as a subscription hands it over."""
    batch = _json(_unpacked(_held(event, "awslogs", "data")))
    if _held(batch, "messageType") == "CONTROL_MESSAGE":
        return Told()
    events = _held(batch, "logEvents")
    if not isinstance(events, list):
        return Told(unreadable=1)
    return _told([_sms(_json(_held(e, "message")), _held(e, "timestamp"), now) for e in events])


def _told(read: list[Feedback | bool]) -> Told:
    news = tuple(one for one in read if isinstance(one, Feedback))
    return Told(news=news, unreadable=sum(one is False for one in read))


def _records(event: Mapping[str, Any]) -> list[Any]:
    records = event.get("Records")
    return records if isinstance(records, list) else []


def _mail(said: Any, now: datetime) -> Feedback | bool:
    """The news; True where it is nothing that we wait for, False where it cannot be read."""
    reference = _reference(_held(said, "mail", "messageId"))
    kind = _held(said, "eventType")
    if reference is None or not isinstance(kind, str):
        return False
    if kind == "Bounce":
        return _bounce(reference, _held(said, "bounce"), now)
    if kind == "Complaint":
        return _complaint(reference, _held(said, "complaint"), now)
    if kind not in _OF_MAIL:
        return True
    found, part, why = _OF_MAIL[kind]
    return Feedback(
        reference=reference,
        channel="email",
        kind=found,
        at=_moment(_held(said, part, "timestamp"), now),
        reason=why or _word(_held(said, part, "delayType")),
    )


def _bounce(reference: str, bounce: Any, now: datetime) -> Feedback:
    # Undetermined is taken for what may pass: an address that is alive must not be given up.
    words = (_word(_held(bounce, "bounceType")), _word(_held(bounce, "bounceSubType")))
    recipients = _held(bounce, "bouncedRecipients")
    first = recipients[0] if isinstance(recipients, list) and recipients else None
    return Feedback(
        reference=reference,
        channel="email",
        kind="bounced",
        at=_moment(_held(bounce, "timestamp"), now),
        permanent=words[0] == "Permanent",
        reason=" ".join(filter(None, (*words, _matching(_STATUS, _held(first, "status"))))),
    )


def _complaint(reference: str, complaint: Any, now: datetime) -> Feedback | bool:
    kind = _held(complaint, "complaintFeedbackType")
    at = _moment(_held(complaint, "timestamp"), now)
    if _held(complaint, "complaintSubType") == SUPPRESSED:
        # SES did not send it at all, as the address had complained before.
        return Feedback(
            reference=reference,
            channel="email",
            kind="bounced",
            at=at,
            permanent=True,
            reason=f"Complaint {SUPPRESSED}",
        )
    if kind == "not-spam":
        return True
    why = _matching(_HYPHENED, kind)
    return Feedback(reference=reference, channel="email", kind="complained", at=at, reason=why)


def _sms(said: Any, logged: Any, now: datetime) -> Feedback | bool:
    reference = _reference(_held(said, "notification", "messageId"))
    status = _held(said, "status")
    if reference is None or status not in ("SUCCESS", "FAILURE"):
        return False
    at = _moment(logged, now)
    if status == "SUCCESS":
        return Feedback(reference=reference, channel="sms", kind="delivered", at=at)
    answer = _held(said, "delivery", "providerResponse")
    if answer in _NOT_SENT:
        return Feedback(reference=reference, channel="sms", kind="rejected", at=at, reason=answer)
    known = isinstance(answer, str) and answer in _PHONE_FAILURES
    return Feedback(
        reference=reference,
        channel="sms",
        kind="failed",
        at=at,
        permanent=known and _PHONE_FAILURES[answer],
        reason=answer if known else "for a reason that SNS does not document",
    )


def _held(value: Any, *path: str) -> Any:
    """What is there under these names; None where anything on the way is not an object."""
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def _json(text: Any) -> Any:
    """None for what is no JSON."""
    try:
        return json.loads(text) if isinstance(text, str | bytes) else None
    except (ValueError, RecursionError):
        return None


def _unpacked(data: Any) -> bytes | None:
    if not isinstance(data, str):
        return None
    try:
        return zlib.decompressobj(GZIP).decompress(b64decode(data), MOST_LOG_BYTES)
    except (Base64Error, ValueError, zlib.error):
        return None


def _reference(value: Any) -> str | None:
    return _matching(_REFERENCE, value) or None


def _word(value: Any) -> str:
    return _matching(_WORD, value)


def _matching(pattern: re.Pattern[str], value: Any) -> str:
    return value if isinstance(value, str) and pattern.fullmatch(value) else ""


def _moment(value: Any, now: datetime) -> datetime:
    """ISO, or milliseconds since 1970; now where it is neither, or in the future."""
    try:
        if isinstance(value, int):
            at = datetime.fromtimestamp(value / 1000, UTC)
        else:
            at = datetime.fromisoformat(str(value))
        # A time without a zone is in UTC, as all of AWS's are.
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return min(at, now)
