"""Receipts and standings of addresses, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from earshot.domain.alerts.address import (
    AddressStanding,
    after,
    cleared,
    failing,
    hashed,
    receipt,
)
from earshot.domain.alerts.feedback import Feedback, Receipt, outweighs
from earshot.domain.alerts.notice import Notice
from earshot.domain.contact import Contact
from earshot.domain.policy import Channel


@dataclass
class FakeReceipts:
    """`became` holds what was recorded, by reference; `standing` are the references of messages
    that another channel has as well."""

    kept: dict[str, Receipt] = field(default_factory=dict)
    became: dict[str, list[Feedback]] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)

    def keep(
        self,
        reference: str,
        contact: Contact,
        channel: Channel,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        self.kept.setdefault(reference, receipt(reference, contact, channel, notices, now))

    def get(self, reference: str) -> Receipt | None:
        return self.kept.get(reference)

    def record(self, receipt: Receipt, news: Feedback) -> None:
        self.became.setdefault(receipt.reference, []).append(news)

    def stands(self, receipt: Receipt) -> bool:
        return receipt.reference in self.standing

    def close(self, receipt: Receipt, news: Feedback) -> None:
        kept = self.kept[receipt.reference]
        if outweighs(news, kept.known):
            self.kept[receipt.reference] = replace(kept, known=news)


@dataclass
class FakeAddresses:
    """By contact and channel; the pure rules decide."""

    kept: dict[tuple[str, Channel], AddressStanding] = field(default_factory=dict)

    def failing(self, contact: Contact, now: datetime) -> frozenset[str]:
        return frozenset(failing(contact, self.standings(contact), now))

    def note(self, receipt: Receipt, news: Feedback) -> None:
        key = (receipt.contact, receipt.channel)
        changed = after(self.kept.get(key), receipt, news)
        if changed is not None:
            self.kept[key] = changed

    def standings(self, contact: Contact) -> dict[str, AddressStanding]:
        return {
            channel: standing
            for (name, channel), standing in self.kept.items()
            if name == contact.name and standing.address == hashed(contact, channel)
        }

    def clear(self, contact: Contact, channel: Channel, now: datetime) -> bool:
        standing = self.standings(contact).get(channel)
        if standing is None or (standing.given_up_at is None and not standing.misses):
            return False
        self.kept[contact.name, channel] = cleared(standing, now)
        return True
