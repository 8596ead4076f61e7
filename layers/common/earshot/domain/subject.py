"""A subject: one thing that can be in trouble, a watch in a source or a part of Earshot itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

OwnKind = Literal[
    "escalation_failed",
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
]
"""What a part of Earshot suffers from. `escalation_failed`: nobody is alerted of a case any more,
for a fault. The others are explained where they are told (`text.messages.own_facts`)."""

About = Literal[
    "source", "escalation", "rotation", "poison", "queue", "account", "address", "budget"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`key` is the same at every look, and never that of another subject. `about` and `labels`
    (brand, watch, source, where it belongs to one) are what an owner's rules match."""

    key: str
    about: About
    labels: dict[str, str] = field(default_factory=dict)


def own(about: About, name: str, **labels: str) -> Subject:
    """A part of Earshot. No key of a pair has a colon."""
    return Subject(key=f"{about}:{name}", about=about, labels=labels)
