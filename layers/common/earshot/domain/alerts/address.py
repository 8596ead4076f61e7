"""The standing of an address: whether messages to it arrive, as far as its channel has told.

What never arrives is not tried again: each bounce and each complaint counts against the account
that sends, and a contact who cannot be reached one way has to be reached another. The standing
follows from what is known of the messages, in whatever order the news of them come.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from earshot.domain.alerts.feedback import Feedback, Part, Receipt, outcome
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.ways import channels_of
from earshot.domain.contact import Contact
from earshot.domain.policy import Channel

IN_A_ROW = 3
"""So many messages that did not arrive, with none between that did, and the address rests: a phone
that is off misses one or two, and by the third alert another way should be tried first. Ours."""

REST = timedelta(hours=1)
"""Counted from the last of them. After that it is tried with the next alert, which is enough to
find out, and each further failure is another rest. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A message that did not arrive, for a reason that may pass."""

    reference: str
    sent_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressStanding:
    """`address` is a hash. `sent_at` is that of the latest message with news, `arrived` that of the
    latest one that arrived; `misses` were sent after it, the last IN_A_ROW of them in order.

    `given_up_at` is since when nothing is sent there, until the contact has another address or the
    owner clears it; `cleared_at` is when they did, and nothing sent before counts any more.
    """

    address: str
    sent_at: datetime
    arrived: datetime | None = None
    misses: tuple[Miss, ...] = ()
    given_up_at: datetime | None = None
    reason: str = ""
    cleared_at: datetime | None = None


def addressed(contact: Contact, channel: Channel) -> str | None:
    """The contact's address in the channel, None where they have none. A chat's is the name of the
    secret that holds it."""
    if channel == "sms":
        return contact.phone
    if channel == "email":
        return contact.email
    chat = contact.chats.get(channel.removeprefix("chat:"))
    return chat.url_secret if chat else None


def hashed(contact: Contact, channel: Channel) -> str:
    """32 hex digits that change when the contact's address does; of no address, an empty string.
    Letters of either case are the same mailbox."""
    address = addressed(contact, channel)
    if address is None:
        return ""
    # With the contact's name, so that the same number in two places has two hashes.
    name = json.dumps([contact.name, channel, address.casefold()])
    return sha256(name.encode()).hexdigest()[:32]


def receipt(
    reference: str, contact: Contact, channel: Channel, notices: Sequence[Notice], now: datetime
) -> Receipt:
    """For a message that a channel took just now, under that reference."""
    return Receipt(
        reference=reference,
        contact=contact.name,
        channel=channel,
        address=hashed(contact, channel),
        sent_at=now,
        parts=tuple(Part(notice=n.id, case_id=n.case_id, message=n.message) for n in notices),
    )


def is_dead(news: Feedback) -> bool:
    """True where nothing should be sent to the address any more."""
    return news.kind == "complained" or (news.permanent and news.kind in ("bounced", "failed"))


def after(
    known: AddressStanding | None, receipt: Receipt, news: Feedback
) -> AddressStanding | None:
    """The standing after news of the message; None where they change nothing."""
    if news.kind in ("delayed", "rejected"):
        return None
    standing = _of_that_address(known, receipt)
    if standing is None or standing.given_up_at is not None:
        return None
    if standing.cleared_at is not None and receipt.sent_at <= standing.cleared_at:
        return None
    heard = replace(standing, sent_at=max(standing.sent_at, receipt.sent_at))
    if is_dead(news):
        return replace(heard, given_up_at=news.at, reason=outcome(news), misses=())
    changed = (
        _arrived(heard, receipt) if news.kind == "delivered" else _missed(heard, receipt, news)
    )
    return None if changed == known else changed


def _of_that_address(known: AddressStanding | None, receipt: Receipt) -> AddressStanding | None:
    """A new one for an address that is newer than the one that is known; None for an older one."""
    if known is not None and known.address == receipt.address:
        return known
    if known is not None and receipt.sent_at <= known.sent_at:
        return None
    return AddressStanding(address=receipt.address, sent_at=receipt.sent_at)


def _arrived(standing: AddressStanding, receipt: Receipt) -> AddressStanding:
    arrived = max(standing.arrived or receipt.sent_at, receipt.sent_at)
    left = tuple(miss for miss in standing.misses if miss.sent_at > arrived)
    return replace(standing, arrived=arrived, misses=left)


def _missed(standing: AddressStanding, receipt: Receipt, news: Feedback) -> AddressStanding:
    if standing.arrived is not None and receipt.sent_at <= standing.arrived:
        return standing
    miss = Miss(reference=news.reference, sent_at=receipt.sent_at, at=news.at)
    others = tuple(m for m in standing.misses if m.reference != miss.reference)
    if len(others) < len(standing.misses):
        return standing
    ordered = sorted((*others, miss), key=lambda m: (m.sent_at, m.reference))
    return replace(standing, misses=tuple(ordered[-IN_A_ROW:]))


def failing(
    contact: Contact, standings: Mapping[str, AddressStanding], now: datetime
) -> dict[str, str]:
    """The contact's channels by which nothing is to be sent now, each with the reason. An address
    only rests while there is another way: who has no other is better tried in vain than not."""
    present = {c: s for c, s in standings.items() if s.address == hashed(contact, c)}
    dead = {c: s.reason for c, s in present.items() if s.given_up_at is not None}
    resting = {c: why for c, s in present.items() if (why := _why_resting(s, now)) is not None}
    left = set(channels_of(contact)) - dead.keys() - resting.keys()
    return dead | (resting if left else {})


def _why_resting(standing: AddressStanding, now: datetime) -> str | None:
    if len(standing.misses) < IN_A_ROW:
        return None
    until = max(miss.at for miss in standing.misses) + REST
    if now >= until:
        return None
    return f"the last {IN_A_ROW} messages did not arrive; it rests until {until:%H:%M} UTC"


def cleared(standing: AddressStanding, now: datetime) -> AddressStanding:
    """The address as if nothing had been sent to it yet."""
    return AddressStanding(address=standing.address, sent_at=standing.sent_at, cleared_at=now)
