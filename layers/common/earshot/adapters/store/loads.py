"""Loads: beside each case an item that says whose it is, in an index while it is live.

An item for each case and not for each contact: whoever delivers an older version of a case late
finds the newer one in its place, and cannot count the case for somebody who gave it away.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from earshot.adapters.store.documents import milliseconds, text, ttl
from earshot.adapters.store.table import Item, Table, Value
from earshot.domain.case import CLOSED, Case
from earshot.domain.errors import ConflictError

KEPT = timedelta(days=1)
"""How long an item stays that counts for nobody. A delivery that is late is so by minutes."""


@dataclass(frozen=True, slots=True)
class TableLoads:
    table: Table

    def note(self, case: Case) -> None:
        with suppress(ConflictError):
            self.table.put(
                _item(case),
                # Long after a case has expired another of its id begins at version 1.
                "attribute_not_exists(#pk) OR #opened_at < :opened_at"
                " OR (#opened_at = :opened_at AND #version <= :version)",
                {"opened_at": milliseconds(case.opened_at), "version": case.version},
            )

    def of(self, contact: str, most: int) -> frozenset[str]:
        items = self.table.query(
            "#due_shard = :shard", {"shard": _shard(contact)}, index="due", most=most
        )
        return frozenset(text(item, "pk").removeprefix("CASE#") for item in items)


def _item(case: Case) -> Item:
    item: dict[str, Value] = {
        "pk": f"CASE#{case.id}",
        "sk": "LOAD",
        "kind": "load",
        "opened_at": milliseconds(case.opened_at),
        "version": case.version,
    }
    if case.holder is None or case.state in CLOSED:
        item["expires_at"] = ttl(case.changed_at + KEPT)
    else:
        item["due_shard"] = _shard(case.holder)
        item["due_at"] = milliseconds(case.opened_at)
    return item


def _shard(contact: str) -> str:
    return f"LOAD#{contact}"
