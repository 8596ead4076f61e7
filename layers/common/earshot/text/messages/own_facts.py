"""What a message about Earshot's own trouble is made from, other than that with a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

OwnKind = Literal[
    "escalation_failed",
    "escalation_over",
    "undelivered",
    "nobody_on_call",
    "poison",
    "queue_stuck",
    "ses_paused",
    "ses_sandbox",
    "sns_sandbox",
    "sender_unverified",
    "sns_spending",
    "ses_quota",
    "address_complained",
    "address_failed",
    "sms_month",
    "contact_hour",
    "classifier_calls",
]
"""The gravest first, by how near a complaint is to nobody hearing of it.

`escalation_failed`: a fault ended it, and nobody is alerted any more. `escalation_over`: everybody
was alerted as often as the policy says, and nobody took the case on. `undelivered`: an alert that
no channel would take. `nobody_on_call`: a gap in a rotation.
`poison`: records set aside because they could not be handled. `queue_stuck`: what waits is not
worked off. `ses_paused`: AWS sends no mail for the account. `ses_sandbox`, `sns_sandbox`: only
verified addresses and numbers are reached. `sender_unverified`: SES does not know our sender.
`sns_spending`: the account's spending limit of the month is near. `ses_quota`: the mails of 24
hours are nearly used up. `address_complained`: a contact marked a mail as spam, or opted out of
SMS. `address_failed`: an address, number or chat that takes nothing any more. `sms_month`,
`contact_hour`: our own caps are used up. `classifier_calls`: so are the calls of a classifier."""

DETAILS: Mapping[OwnKind, tuple[str, ...]] = {
    "escalation_failed": ("brand", "case", "score"),
    "escalation_over": ("brand", "case", "score", "rounds"),
    "undelivered": ("contact", "brand", "case", "channels"),
    "nobody_on_call": ("rotation", "until_at"),
    "poison": ("queue", "records"),
    "queue_stuck": ("queue", "waiting", "oldest_minutes"),
    "ses_paused": ("region",),
    "ses_sandbox": ("region", "contacts"),
    "sns_sandbox": ("region", "contacts"),
    "sender_unverified": ("address", "region"),
    "sns_spending": ("region", "spent_usd", "limit_usd"),
    "ses_quota": ("region", "used", "limit"),
    "address_complained": ("contact", "channel", "address"),
    "address_failed": ("contact", "channel", "address"),
    "sms_month": ("used", "limit"),
    "contact_hour": ("contact", "channel", "limit"),
    "classifier_calls": ("classifier", "period", "limit"),
}
"""What can be told of each kind, in the order in which it is shown; any of it may be missing.

By its name: `_at` is ISO 8601 with an offset, `_usd` dollars, `_minutes` a whole number, `channel`
one of `sms`, `email`, `chat:team` and `channels` several with commas between, `period` is `day` or
`month`; `queue` is a queue's name or what waits: `polling`, `scoring` or `reminders`. `address` is
shown masked unless it is our own sender's. Numbers may come as such or as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """One trouble of Earshot's own, or that it is over since `over_at`; survives JSON.

    `details` are those of DETAILS: text or numbers. `link` leads to what it is about, where the
    status page does not say more.
    """

    kind: OwnKind
    since: datetime
    details: dict[str, object] = field(default_factory=dict)
    over_at: datetime | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNews:
    """All that one message tells; at least one. The rest is as in TroubleFacts."""

    facts: tuple[OwnFacts, ...]
    time_zone: str
    language: str
    status_link: str
