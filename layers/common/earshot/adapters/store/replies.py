"""Replies: what is said to a customer, beside their case."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.adapters.store.documents import document, milliseconds, record, ttl
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.case import Reply
from earshot.domain.errors import ConflictError

MOST_FORGOTTEN = 1_000


@dataclass(frozen=True, slots=True)
class TableReplies:
    """`kept_seconds` is how long it is known which posts are ours."""

    table: Table
    kept_seconds: int

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

    def claim(self, mention_id: str, now: datetime) -> None:
        pk, sk = _ours_key(mention_id)
        expires_at = ttl(now + timedelta(seconds=self.kept_seconds))
        self.table.put({"pk": pk, "sk": sk, "kind": "ours", "expires_at": expires_at})

    def is_ours(self, mention_id: str) -> bool:
        return self.table.get(_ours_key(mention_id)) is not None

    def forget(self, case_id: str) -> None:
        for reply in self.of(case_id, MOST_FORGOTTEN):
            if reply.text or reply.news:
                self.table.put(_item(replace(reply, text="", news="")))


_SENT = {"sent": "sent"}


def _ours_key(mention_id: str) -> Key:
    return f"OURS#{mention_id}", "OURS"


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
