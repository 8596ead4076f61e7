"""Which stored mail a mention is from: a key of the mailbox, and nothing of what is in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import text, ttl
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.errors import ConflictError


@dataclass(frozen=True, slots=True)
class TableMails:
    table: Table

    def keep(self, mention_id: str, key: str, expires_at: datetime) -> None:
        pk, sk = _key(mention_id)
        item: Item = {"pk": pk, "sk": sk, "kind": "mail", "key": key, "expires_at": ttl(expires_at)}
        # Of two mails under one Message-ID the first is the one that became the mention.
        with suppress(ConflictError):
            self.table.put(item, "attribute_not_exists(#pk)")

    def key_of(self, mention_id: str) -> str | None:
        item = self.table.get(_key(mention_id))
        return text(item, "key") if item else None


def _key(mention_id: str) -> Key:
    return f"MAIL#{mention_id}", "MAIL"
