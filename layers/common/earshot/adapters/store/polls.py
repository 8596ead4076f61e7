"""Readings of watch-source pairs: one item a pair, taken and given back under a fence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import document, milliseconds, moment, number, record
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.errors import ConflictError
from earshot.domain.plain import from_plain
from earshot.domain.polling import Poll, Seen, is_due
from earshot.ports import Lease

NAME_BYTES, STATE_BYTES = 8, 5
MOST_SEEN = 2_000
"""26 KB: beyond that the conditional write of each mention decides alone, which costs more."""


@dataclass(frozen=True, slots=True)
class TablePolls:
    table: Table

    def due(self, keys: Sequence[str], now: datetime) -> list[str]:
        items = self.table.batch_get([_key(key) for key in keys], ("pk", "next_at", "leased_until"))
        waiting = {
            item["pk"]
            for item in items
            if not is_due(
                moment(number(item, "next_at")), moment(number(item, "leased_until")), now
            )
        }
        return [key for key in keys if _key(key)[0] not in waiting]

    def lease(self, key: str, now: datetime, until: datetime) -> Lease | None:
        try:
            item = self.table.update(
                _key(key),
                "SET #leased_until = :until, #fence = if_not_exists(#fence, :zero) + :one,"
                " #kind = :kind",
                "attribute_not_exists(#leased_until) OR #leased_until <= :now",
                {
                    "until": milliseconds(until),
                    "now": milliseconds(now),
                    "zero": 0,
                    "one": 1,
                    "kind": "poll",
                },
            )
        except ConflictError:
            return None
        poll = record(Poll, item) if "document" in item else None
        return Lease(key=key, fence=number(item, "fence") or 0, poll=poll, seen=_seen(item))

    def release(self, lease: Lease, poll: Poll, seen: Seen) -> None:
        packed = b"".join(name + state for name, state in list(seen.items())[-MOST_SEEN:])
        self.table.update(
            _key(lease.key),
            "SET #document = :document, #seen = :seen, #next_at = :next_at REMOVE #leased_until",
            "#fence = :fence",
            {
                "document": document(poll),
                "seen": packed,
                "next_at": milliseconds(poll.next_at) if poll.next_at else 0,
                "fence": lease.fence,
            },
        )

    def read(self, keys: Sequence[str]) -> dict[str, Poll]:
        items = self.table.batch_get([_key(key) for key in keys], ("pk", "document"))
        return {
            str(item["pk"]).removeprefix("POLL#"): from_plain(
                Poll, json.loads(str(item["document"]))
            )
            for item in items
            if "document" in item
        }


def _key(key: str) -> Key:
    return f"POLL#{key}", "POLL"


def _seen(item: Item) -> dict[bytes, bytes]:
    packed = item.get("seen", b"")
    if not isinstance(packed, bytes):
        return {}
    size = NAME_BYTES + STATE_BYTES
    return {
        packed[at : at + NAME_BYTES]: packed[at + NAME_BYTES : at + size]
        for at in range(0, len(packed), size)
    }
