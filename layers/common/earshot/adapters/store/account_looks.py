"""The last look at the account, one item."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.adapters.store.documents import document, record
from earshot.adapters.store.table import Table
from earshot.domain.account.look import AccountLook

_KEY = ("ACCOUNT", "LOOK")


@dataclass(frozen=True, slots=True)
class TableAccountLooks:
    table: Table

    def last(self) -> AccountLook | None:
        items = self.table.batch_get([_KEY], ("document",))
        return record(AccountLook, items[0]) if items else None

    def keep(self, look: AccountLook) -> None:
        pk, sk = _KEY
        self.table.put({"pk": pk, "sk": sk, "kind": "account", "document": document(look)})
