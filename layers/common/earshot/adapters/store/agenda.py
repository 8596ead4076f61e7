"""The agenda: what must be looked at again, in the `due` index, by watch, source and time.

A mention carries its own entry; a case has an item beside it, since a case's own place in that
index is for its outbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge

from earshot.adapters.store.documents import milliseconds, moment, number, record, text, ttl
from earshot.adapters.store.shards import recheck_shard, recheck_shards
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.case import Case
from earshot.domain.errors import ConflictError
from earshot.domain.mention import Found
from earshot.domain.rechecking import order_of
from earshot.ports import Due, Kept

_MENTION, _CASE = "MENTION#", "CASE#"


@dataclass(frozen=True, slots=True)
class TableAgenda:
    table: Table

    def waiting(self, orders: Sequence[str], now: datetime) -> list[str]:
        return [
            order
            for order in orders
            if any(self._listed(shard, now, 1) for shard in recheck_shards(order))
        ]

    def due(self, order: str, now: datetime, most: int) -> list[Due]:
        shards = recheck_shards(order)
        each = max(1, most // len(shards))
        listed = (self._listed(shard, now, each) for shard in shards)
        merged = merge(*listed, key=lambda item: number(item, "due_at") or 0)
        return [_due(order, item) for item in merged]

    def kept(self, dues: Sequence[Due], now: datetime) -> list[Kept]:
        items = {text(i, "pk"): i for i in self.table.batch_get([_key(due) for due in dues])}
        pairs = ((due, items.get(_key(due)[0])) for due in dues)
        # The index lags: an item that was written since stands elsewhere in the list by now.
        return [
            _kept(due, item, now)
            for due, item in pairs
            if item is not None and number(item, "due_at") == _mark(due)
        ]

    def put(self, case: Case, at: datetime) -> None:
        # What was confirmed stays confirmed as long ago as it was.
        self.table.update(
            (f"{_CASE}{case.id}", "RECHECK"),
            "SET #kind = :kind, #due_shard = :shard, #due_at = :at,"
            " #looked_at = if_not_exists(#looked_at, :changed_at) REMOVE #expires_at",
            values={
                "kind": "recheck",
                "shard": recheck_shard(order_of(case.watch, case.source), case.id),
                "at": milliseconds(at),
                "changed_at": milliseconds(case.changed_at),
            },
        )

    def put_off(self, due: Due, until: datetime, confirmed_at: datetime | None = None) -> None:
        update, values = "SET #due_at = :until", {"until": milliseconds(until)}
        if confirmed_at is not None:
            update += ", #looked_at = :looked_at"
            values["looked_at"] = milliseconds(confirmed_at)
        self._change(due, f"{update} REMOVE #news", values)

    def strike(self, due: Due) -> None:
        if due.case_id is None:
            self._change(due, "REMOVE #due_shard, #due_at, #news", {})
        else:
            # There is nothing else in it.
            update = "SET #expires_at = :at REMOVE #due_shard, #due_at, #looked_at"
            self._change(due, update, {"at": ttl(due.due_at)})

    def _listed(self, shard: str, now: datetime, most: int) -> list[Item]:
        return list(
            self.table.query(
                "#due_shard = :shard AND #due_at <= :now",
                {"shard": shard, "now": milliseconds(now)},
                index="due",
                most=most,
            )
        )

    def _change(self, due: Due, update: str, values: dict[str, int]) -> None:
        known = {"known": _mark(due)}
        with suppress(ConflictError):
            self.table.update(_key(due), update, "#due_at = :known", values | known)


def _due(order: str, item: Item) -> Due:
    pk = text(item, "pk")
    due_at = moment(number(item, "due_at")) or datetime.now(UTC)
    if pk.startswith(_CASE):
        return Due(order=order, due_at=due_at, case_id=pk.removeprefix(_CASE))
    brand, _, mention_id = pk.removeprefix(_MENTION).rpartition("#")
    return Due(order=order, due_at=due_at, mention=(brand, mention_id))


def _key(due: Due) -> Key:
    if due.mention is None:
        return f"{_CASE}{due.case_id}", "RECHECK"
    brand, mention_id = due.mention
    return f"{_MENTION}{brand}#{mention_id}", "MENTION"


def _mark(due: Due) -> int:
    """The number that `due_at` was read from, whatever the float in between made of it."""
    return round(due.due_at.timestamp() * 1000)


def _kept(due: Due, item: Item, now: datetime) -> Kept:
    found = None if due.mention is None else record(Found, item)
    looked_at = moment(number(item, "looked_at"))
    confirmed_at = looked_at or (found.read_at if found else due.due_at)
    expires_at = number(item, "expires_at")
    return Kept(
        due=due,
        confirmed_at=confirmed_at,
        found=found,
        has_expired=expires_at is not None and expires_at <= now.timestamp(),
    )
