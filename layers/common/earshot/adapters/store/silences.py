"""Silences: one partition, in the order in which they were made to end.

That order lets a read begin where those that are over end, so it costs by what is live, however
many there ever were.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.adapters.store.documents import (
    document,
    milliseconds,
    moment,
    number,
    record,
    text,
    ttl,
)
from earshot.adapters.store.requests import request_key, request_write
from earshot.adapters.store.table import Item, Key, Table, Write
from earshot.domain.alerts.silencing import Silence, id_floor, state
from earshot.ports import Once

PARTITION = "SILENCES"

KEPT = timedelta(days=14)
"""After its end: long enough to find out why nobody was woken the weekend before last."""

MOST_READ = 1_000
"""More than `silencing.MOST_LASTING`: those that are made at the same moment may exceed it."""


@dataclass(frozen=True, slots=True)
class TableSilences:
    table: Table

    def active(self, now: datetime) -> list[Silence]:
        return [silence for silence in self.lasting(now) if state(silence, now) == "active"]

    def lasting(self, now: datetime) -> list[Silence]:
        items = self.table.query(
            "#pk = :pk AND #sk > :now", {"pk": PARTITION, "now": id_floor(now)}, most=MOST_READ
        )
        return _silences(items, now)

    def past(self, now: datetime, most: int) -> list[Silence]:
        items = self.table.query(
            "#pk = :pk AND #sk BETWEEN :first AND :now",
            {"pk": PARTITION, "first": id_floor(now - KEPT), "now": id_floor(now)},
            descending=True,
            most=most,
        )
        return _silences(items, now)

    def get(self, silence_id: str) -> Silence | None:
        item = self.table.get(_key(silence_id))
        return _silence(item) if item else None

    def put(self, silence: Silence, once: Once | None = None) -> None:
        pk, sk = _key(silence.id)
        item: Item = {
            "pk": pk,
            "sk": sk,
            "kind": "silence",
            "document": document(silence),
            "ends_at": milliseconds(silence.ends_at),
            "expires_at": ttl(silence.ends_at + KEPT),
        }
        condition = "attribute_not_exists(#pk)"
        if once is None:
            self.table.put(item, condition)
            return
        made = request_write(once, silence.created_at, silence.id)
        self.table.transact([Write(item=item, condition=condition), made])

    def made_by(self, request: str) -> Silence | None:
        item = self.table.get(request_key(request))
        return self.get(text(item, "made")) if item else None

    def end(self, silence_id: str, who: str, at: datetime) -> Silence:
        # Beside the document, which stays as it was made: two who end it at once write one end.
        item = self.table.update(
            _key(silence_id),
            "SET #ended_at = :at, #ended_by = :who, #expires_at = :expires_at",
            "#ends_at > :at AND attribute_not_exists(#ended_at)",
            {"at": milliseconds(at), "who": who, "expires_at": ttl(at + KEPT)},
        )
        return _silence(item)


def _key(silence_id: str) -> Key:
    return PARTITION, silence_id


def _silences(items: Iterable[Item], now: datetime) -> list[Silence]:
    """Without those whose time in the table is over: it removes them only days later."""
    return [_silence(item) for item in items if (number(item, "expires_at") or 0) > now.timestamp()]


def _silence(item: Item) -> Silence:
    silence = record(Silence, item)
    if "ended_at" not in item:
        return silence
    ended_at = moment(number(item, "ended_at"))
    return replace(silence, ended_at=ended_at, ended_by=text(item, "ended_by"))
