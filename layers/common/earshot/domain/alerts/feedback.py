"""Feedback: what became of a message after its channel had taken it.

It comes late, more than once and in any order: a mail is delivered and bounces hours later, a
bounce is told twice. So the news of one message have weights, and only what weighs more than what
is known of it changes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from earshot.domain.policy import Channel

Kind = Literal["delivered", "delayed", "bounced", "complained", "failed", "rejected"]
"""`delivered`: the recipient's mail server, or the phone's carrier, has it. `delayed`: the channel
still tries. `bounced`: a mail that never arrived. `complained`: it arrived, and was marked as spam.
`failed`: an SMS that never arrived. `rejected`: the channel did not let the message out at all, for
its contents or for the account's limits, which tells nothing of the address."""

TELLING: tuple[Channel, ...] = ("sms", "email")
"""The channels that tell afterwards what became of a message; chats do not."""

LOST: tuple[Kind, ...] = ("bounced", "failed", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """`reference` is what the channel called the message when it took it. `permanent` says that the
    next message to that address would fare no better. `reason` is in words of ours, in English."""

    reference: str
    channel: Channel
    kind: Kind
    at: datetime
    permanent: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an event of a channel's tells: `news` of messages, and how many of its records nobody
    could make sense of."""

    news: tuple[Feedback, ...] = ()
    unreadable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One notice that a message told of, by its id; `case_id` and `message` name its delivery on
    the case, and are empty for an alert of our own."""

    notice: str
    case_id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a channel took, and for whom; a digest has several `parts`.

    `address` is the hash of the address that it went to (`address.hashed`). `known` are the
    weightiest news of it that were acted on, None while there are none.
    """

    reference: str
    contact: str
    channel: Channel
    address: str
    sent_at: datetime
    parts: tuple[Part, ...]
    known: Feedback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of one message to one contact. `message` names the alert among all of its case;
    `outcome` is a word, with a reason behind a colon where there is one. `at` is when the channel
    told of it, and `sent_at` when it took the message; None where that is not on record."""

    contact: str
    channel: str
    message: str
    outcome: str
    sent_at: datetime | None = None
    at: datetime | None = None


def is_lost(news: Feedback) -> bool:
    """True where the message will not arrive any more."""
    return news.kind in LOST


def weight(news: Feedback) -> int:
    """How much the news say of their message.

    A transient bounce weighs less than a delivery: what comes back after a mail was delivered is an
    automatic answer (SES reports them as transient bounces), and the contact has the message. A
    permanent one weighs more: the server that took the mail could not place it after all.
    """
    if news.kind == "delayed":
        return 1
    if news.kind == "delivered":
        return 3
    if news.kind == "complained":
        return 5
    return 4 if news.permanent or news.kind == "rejected" else 2


def outweighs(news: Feedback, known: Feedback | None) -> bool:
    """False for what came before, and for what later news have overtaken."""
    return known is None or weight(news) > weight(known)


def outcome(news: Feedback) -> str:
    """As it stands in the record of the delivery."""
    return f"{news.kind}: {news.reason}" if news.reason else news.kind
