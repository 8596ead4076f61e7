"""Turns: what was asked with each credential, one item each, taken and given back under a fence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.adapters.store.documents import document, milliseconds, number, record, ttl
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.errors import ConflictError
from earshot.domain.rechecking import Asked
from earshot.ports import Turn

KEPT = timedelta(days=7)
"""Counted from the last turn: longer than any window that platforms count by, and then the
credential is not in use any more."""


@dataclass(frozen=True, slots=True)
class TableTurns:
    table: Table

    def take(self, credential: str, now: datetime, until: datetime) -> Turn | None:
        try:
            item = self.table.update(
                _key(credential),
                "SET #leased_until = :until, #fence = if_not_exists(#fence, :zero) + :one,"
                " #kind = :kind, #expires_at = :expires_at",
                "attribute_not_exists(#leased_until) OR #leased_until <= :now",
                {
                    "until": milliseconds(until),
                    "now": milliseconds(now),
                    "zero": 0,
                    "one": 1,
                    "kind": "turn",
                    "expires_at": ttl(now + KEPT),
                },
            )
        except ConflictError:
            return None
        asked = record(Asked, item) if "document" in item else None
        return Turn(credential=credential, fence=number(item, "fence") or 0, asked=asked)

    def note(self, turn: Turn, asked: Asked) -> None:
        self._write(turn, asked, "SET #document = :document")

    def give_back(self, turn: Turn, asked: Asked) -> None:
        self._write(turn, asked, "SET #document = :document REMOVE #leased_until")

    def _write(self, turn: Turn, asked: Asked, update: str) -> None:
        values: Item = {"document": document(asked), "fence": turn.fence}
        self.table.update(_key(turn.credential), update, "#fence = :fence", values)


def _key(credential: str) -> Key:
    return f"TURN#{credential}", "TURN"
