"""How the addresses of contacts stand: one item for each channel of a contact. The address itself
is not in it, only a hash by which a new one is told from the old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.adapters.store.documents import document, number, record, text, ttl
from earshot.adapters.store.table import Item, Key, Table, Value
from earshot.domain.alerts.address import AddressStanding, after, cleared, failing, hashed
from earshot.domain.alerts.feedback import Feedback, Receipt
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError
from earshot.domain.policy import Channel

KEPT = timedelta(days=30)
"""How long it is known what arrived and what did not. That an address was given up does not expire:
it is tried again when its contact or its owner says so, never because time went by."""

MOST_TRIES = 5
"""Two pieces of news about one address meet now and then, five times in a row is a fault."""


@dataclass(frozen=True, slots=True)
class TableAddresses:
    table: Table

    def failing(self, contact: Contact, now: datetime) -> frozenset[str]:
        return frozenset(failing(contact, self.standings(contact), now))

    def standings(self, contact: Contact) -> dict[str, AddressStanding]:
        # Strongly consistent, as who is about to send has often just been told that it failed.
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :address)",
            {"pk": f"CONTACT#{contact.name}", "address": "ADDRESS#"},
        )
        known = {text(i, "sk").removeprefix("ADDRESS#"): record(AddressStanding, i) for i in items}
        return {c: s for c, s in known.items() if s.address == hashed(contact, c)}

    def note(self, receipt: Receipt, news: Feedback) -> None:
        key = _key(receipt.contact, receipt.channel)
        for _ in range(MOST_TRIES):
            item = self.table.get(key)
            changed = after(record(AddressStanding, item) if item else None, receipt, news)
            if changed is None or self._save(key, changed, item):
                return
        raise ConflictError("the standing of an address kept changing")

    def clear(self, contact: Contact, channel: Channel, now: datetime) -> bool:
        key = _key(contact.name, channel)
        for _ in range(MOST_TRIES):
            item = self.table.get(key)
            standing = record(AddressStanding, item) if item else None
            if standing is None or standing.address != hashed(contact, channel):
                return False
            if standing.given_up_at is None and not standing.misses:
                return False
            if self._save(key, cleared(standing, now), item):
                return True
        raise ConflictError("the standing of an address kept changing")

    def _save(self, key: Key, standing: AddressStanding, replaces: Item | None) -> bool:
        """False where somebody else wrote it in between."""
        version = (number(replaces, "version") or 0) if replaces else 0
        item: dict[str, Value] = {
            "pk": key[0],
            "sk": key[1],
            "kind": "address",
            "document": document(standing),
            "version": version + 1,
        }
        if standing.given_up_at is None:
            changed_at = max(standing.sent_at, standing.cleared_at or standing.sent_at)
            item["expires_at"] = ttl(changed_at + KEPT)
        try:
            if replaces is None:
                self.table.put(item, "attribute_not_exists(#pk)")
            else:
                self.table.put(item, "#version = :version", {"version": version})
        except ConflictError:
            return False
        return True


def _key(contact: str, channel: Channel) -> Key:
    return f"CONTACT#{contact}", f"ADDRESS#{channel}"
