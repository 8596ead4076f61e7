"""What a message is made from, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.impact import AuthorHistory, Contribution, Urgency

Duty = Literal["handler_check", "customer_check"]
"""What a reminder asks: whether it is done, or to ask the customer whether it is solved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """A case as one contact is to hear of it.

    `excerpt` is redacted already; it, `author`, `url` and `source` come from outside and may hold
    anything. `source` is a registry name such as `mastodon`; `written_in` the mention's language
    (ISO 639-1) or None; `followers` None where the platform does not tell. `level` counts from 1,
    `repeat` from 0. `time_zone` (IANA name) and `language` are the contact's. `acknowledge_link`
    is the contact's own and may be empty where there is nothing to acknowledge; `case_link` leads
    to the case on the status page, where there is one.
    """

    case_id: str
    brand: str
    excerpt: str
    url: str
    author: str
    followers: int | None
    source: str
    written_in: str | None
    impact_score: int
    reasons: tuple[Contribution, ...]
    urgency: Urgency
    history: AuthorHistory
    level: int
    repeat: int
    opened_at: datetime
    acknowledge_by: datetime | None
    acknowledge_link: str
    time_zone: str
    language: str
    case_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """One message in two forms. `subject` is one line without control characters."""

    subject: str
    text: str
    html: str
