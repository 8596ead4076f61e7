"""Alarms about sources, one item a pair, and the letters that told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import document, number, record, text, ttl
from earshot.adapters.store.table import Key, Table, Value
from earshot.domain.alarm import KEPT, Alarm
from earshot.domain.errors import ConflictError


@dataclass(frozen=True, slots=True)
class TableTroubles:
    table: Table

    def read(self, keys: Sequence[str], now: datetime) -> dict[str, Alarm]:
        asked = [_key(key) for key in keys]
        items = self.table.batch_get(asked, ("pk", "document", "expires_at"))
        return {
            text(item, "pk").removeprefix("TROUBLE#"): record(Alarm, item)
            for item in items
            if (number(item, "expires_at") or 0) > now.timestamp()
        }

    def save(self, key: str, alarm: Alarm, replaces_version: int | None, now: datetime) -> bool:
        pk, sk = _key(key)
        item: dict[str, Value] = {
            "pk": pk,
            "sk": sk,
            "kind": "trouble",
            "document": document(alarm),
            "version": alarm.version,
            "expires_at": ttl(alarm.kept_at + KEPT),
        }
        # An expired item may stay for days, and counts as none.
        condition = "attribute_not_exists(#pk) OR #expires_at <= :now"
        values: dict[str, Value] = {"now": int(now.timestamp())}
        if replaces_version is not None:
            condition, values = "#version = :version", {"version": replaces_version}
        try:
            self.table.put(item, condition, values)
        except ConflictError:
            return False
        return True

    def is_told(self, letter: str) -> bool:
        return self.table.get(_letter(letter)) is not None

    def told(self, letter: str, outcome: str, now: datetime) -> None:
        pk, sk = _letter(letter)
        self.table.put(
            {
                "pk": pk,
                "sk": sk,
                "kind": "letter",
                "outcome": outcome,
                "expires_at": ttl(now + KEPT),
            }
        )


def _key(key: str) -> Key:
    return f"TROUBLE#{key}", "TROUBLE"


def _letter(letter: str) -> Key:
    return f"LETTER#{letter}", "LETTER"
