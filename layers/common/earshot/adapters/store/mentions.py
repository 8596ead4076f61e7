"""Mentions: one item each, written once by whoever finds it first, again when it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import document, milliseconds, record, ttl
from earshot.adapters.store.table import Key, Table
from earshot.domain.errors import ConflictError
from earshot.domain.mention import Found
from earshot.domain.polling import Novelty, spread

# What must hold for a write. A mention that is new to this pair may be known through another
# (the same toot on a second server), which must not undo an edit or lower a count.
CONDITIONS: dict[Novelty, str] = {
    "new": "attribute_not_exists(#pk) OR #edited_at < :edited_at OR #spread < :spread",
    "edited": "attribute_not_exists(#pk) OR (#read_at < :read_at AND #edited_at <= :edited_at)",
    "spreading": "attribute_not_exists(#pk) OR #spread < :spread",
}


@dataclass(frozen=True, slots=True)
class TableMentions:
    table: Table

    def save(self, found: Found, novelty: Novelty, expires_at: datetime) -> bool:
        mention = found.mention
        pk, sk = _key(found.brand, mention.id)
        compared = {
            "edited_at": milliseconds(mention.edited_at) if mention.edited_at else 0,
            "spread": spread(mention),
            "read_at": milliseconds(found.read_at),
        }
        condition = CONDITIONS[novelty]
        item = {"pk": pk, "sk": sk, "kind": "mention", "document": document(found)} | compared
        item["expires_at"] = ttl(expires_at)
        used = {name: value for name, value in compared.items() if f":{name}" in condition}
        try:
            self.table.put(item, condition, used)
        except ConflictError:
            return False
        return True

    def get(self, brand: str, mention_id: str) -> Found | None:
        item = self.table.get(_key(brand, mention_id))
        return record(Found, item) if item else None


def _key(brand: str, mention_id: str) -> Key:
    return f"MENTION#{brand}#{mention_id}", "MENTION"
