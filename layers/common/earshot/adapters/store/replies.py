"""Replies: what is said to a customer, beside their case."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from earshot.adapters.store.documents import document, milliseconds, record
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.case import Reply
from earshot.domain.errors import ConflictError


@dataclass(frozen=True, slots=True)
class TableReplies:
    table: Table

    def get(self, case_id: str, name: str) -> Reply | None:
        item = self.table.get(_key(case_id, name))
        return record(Reply, item) if item else None

    def keep(self, reply: Reply) -> None:
        with suppress(ConflictError):
            self.table.put(_item(reply), "attribute_not_exists(#pk)")

    def begin(self, reply: Reply, before: Reply | None) -> None:
        if before is None:
            self.table.put(_item(reply), "attribute_not_exists(#pk)")
            return
        self.table.put(
            _item(reply),
            "#state = :state AND #tried_at = :tried_at",
            {"state": before.state, "tried_at": _tried_at(before)},
        )

    def settle(self, reply: Reply) -> None:
        # Of two that sent it, the one whose platform refused the second must not undo the first.
        with suppress(ConflictError):
            self.table.put(_item(reply), "attribute_not_exists(#pk) OR #state <> :sent", _SENT)

    def of(self, case_id: str, most: int) -> list[Reply]:
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :prefix)",
            {"pk": f"CASE#{case_id}", "prefix": "REPLY#"},
            most=most,
        )
        return [record(Reply, item) for item in items]


_SENT = {"sent": "sent"}


def _key(case_id: str, name: str) -> Key:
    return f"CASE#{case_id}", f"REPLY#{name}"


def _item(reply: Reply) -> Item:
    pk, sk = _key(reply.case_id, reply.name)
    return {
        "pk": pk,
        "sk": sk,
        "kind": "reply",
        "document": document(reply),
        "state": reply.state,
        "tried_at": _tried_at(reply),
    }


def _tried_at(reply: Reply) -> int:
    return milliseconds(reply.tried_at) if reply.tried_at is not None else 0
