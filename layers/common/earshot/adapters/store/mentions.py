"""Mentions: one item each, written once by whoever finds it first, again when it changes.

`news` tells the stream's consumers from the agenda's writes: those touch an item of which there is
nothing to assess, and take the mark away (template.yaml filters by it).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.adapters.store.documents import document, milliseconds, record, ttl
from earshot.adapters.store.shards import recheck_shard
from earshot.adapters.store.table import Item, Key, Table, Value
from earshot.domain.errors import ConflictError
from earshot.domain.mention import Found
from earshot.domain.polling import Novelty, spread
from earshot.domain.rechecking import order_of

FORGOTTEN_AFTER = timedelta(days=1)
"""Searches and caches list for hours what is gone, and a reading may be stored late: none of that
brings it back. What is listed a day after it was found gone was published again; where that is
wrong, the next look finds it gone again."""

# What must hold for a write. A mention that is new to this pair may be known through another
# (the same toot on a second server), which must not undo an edit or lower a count.
CONDITIONS: dict[Novelty, str] = {
    "new": "attribute_not_exists(#pk) OR #edited_at < :edited_at OR #spread < :spread",
    "edited": "attribute_not_exists(#pk) OR (#read_at < :read_at AND #edited_at <= :edited_at)",
    "spreading": "attribute_not_exists(#pk) OR #spread < :spread",
}
BACK = " OR #gone_at < :forgotten_at"


@dataclass(frozen=True, slots=True)
class TableMentions:
    table: Table

    def save(
        self,
        found: Found,
        novelty: Novelty,
        expires_at: datetime,
        recheck_at: datetime | None = None,
    ) -> bool:
        mention = found.mention
        compared = {
            "edited_at": milliseconds(mention.edited_at) if mention.edited_at else 0,
            "spread": spread(mention),
            "read_at": milliseconds(found.read_at),
        }
        condition = CONDITIONS[novelty] + BACK
        item = _item(found, expires_at) | compared
        if recheck_at is not None:
            item["due_shard"] = recheck_shard(order_of(found.watch, mention.source), mention.id)
            item["due_at"] = milliseconds(recheck_at)
        used = {name: value for name, value in compared.items() if f":{name}" in condition}
        used["forgotten_at"] = milliseconds(found.read_at - FORGOTTEN_AFTER)
        return self._put(item, condition, used)

    def bury(self, gone: Found, expires_at: datetime) -> bool:
        item = _item(gone, expires_at) | {"gone_at": milliseconds(gone.read_at)}
        return self._put(item, "attribute_not_exists(#gone_at)", None)

    def _put(self, item: Item, condition: str, values: Item | None) -> bool:
        try:
            self.table.put(item, condition, values)
        except ConflictError:
            return False
        return True

    def get(self, brand: str, mention_id: str) -> Found | None:
        item = self.table.get(_key(brand, mention_id))
        return record(Found, item) if item else None


def _item(found: Found, expires_at: datetime) -> dict[str, Value]:
    pk, sk = _key(found.brand, found.id)
    return {
        "pk": pk,
        "sk": sk,
        "kind": "mention",
        "document": document(found),
        "expires_at": ttl(expires_at),
        "news": "yes",
    }


def _key(brand: str, mention_id: str) -> Key:
    return f"MENTION#{brand}#{mention_id}", "MENTION"
