"""What was really sent: the emulator keeps every SMS and every mail that was handed to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.run.places import MAIL_PATH, SMS_PATH
from workbench.stack.loopback import request

_LINK = re.compile(r"https?://\S+?/ack/[A-Za-z0-9_-]{16,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One SMS or mail. `sent_at` is None for an SMS, of which the emulator keeps no time."""

    reference: str
    channel: str
    to: str
    subject: str
    text: str
    sent_at: datetime | None

    @property
    def link(self) -> str | None:
        """The link that acknowledges, where there is one."""
        found = _LINK.search(self.text)
        return found[0] if found else None

    @property
    def secret(self) -> str | None:
        """What the link ends in."""
        return self.link.rsplit("/", 1)[-1] if self.link else None


def sent(endpoint: str) -> tuple[Message, ...]:
    """Every message so far: the SMS, then the mail, each in the order of sending."""
    phones = _asked(endpoint + SMS_PATH)["sms_messages"]
    accounts = _asked(endpoint + MAIL_PATH)["messages"]
    return (
        *(_sms(kept) for number in phones.values() for kept in number),
        *(_mail(kept) for account in accounts.values() for kept in account),
    )


def _sms(kept: dict[str, Any]) -> Message:
    return Message(
        reference=kept["MessageId"],
        channel="sms",
        to=kept["PhoneNumber"],
        subject="",
        text=kept["Message"],
        sent_at=None,
    )


def _mail(kept: dict[str, Any]) -> Message:
    return Message(
        reference=kept["MessageId"],
        channel="email",
        to=", ".join(kept["To"]),
        subject=kept["Subject"],
        text=kept["BodyText"],
        sent_at=datetime.fromtimestamp(kept["Timestamp"], UTC),
    )


def _asked(url: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(request(url).body)
    return answer
