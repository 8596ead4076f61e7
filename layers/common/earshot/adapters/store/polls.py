"""Readings of watch-source pairs: one item a pair, taken and given back under a fence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
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

    def due(self, keys: Sequence[str], now: datetime, credentials: Mapping[str, str]) -> list[str]:
        asked = [_key(key) for key in keys]
        asked += [credential_key(name) for name in sorted(set(credentials.values()))]
        items = self.table.batch_get(asked, ("pk", "next_at", "leased_until", "not_before"))
        waiting = {item["pk"] for item in items if not _is_due(item, now)}
        return [
            key
            for key in keys
            if _key(key)[0] not in waiting
            and (key not in credentials or credential_key(credentials[key])[0] not in waiting)
        ]

    def lease(
        self, key: str, now: datetime, until: datetime, again_at: datetime | None = None
    ) -> Lease | None:
        try:
            item = self.table.update(
                _key(key),
                "SET #leased_until = :until, #next_at = :again_at, #kind = :kind,"
                " #fence = if_not_exists(#fence, :zero) + :one",
                "(attribute_not_exists(#leased_until) OR #leased_until <= :now)"
                " AND (attribute_not_exists(#next_at) OR #next_at <= :now)",
                {
                    "until": milliseconds(until),
                    "again_at": milliseconds(again_at or now),
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

    def limit(self, credential: str, until: datetime) -> None:
        # Whoever was told a later time has written it already.
        with suppress(ConflictError):
            self.table.update(
                credential_key(credential),
                "SET #not_before = :until, #kind = :kind",
                "attribute_not_exists(#not_before) OR #not_before < :until",
                {"until": milliseconds(until), "kind": "credential"},
            )

    def limited(self, credentials: Sequence[str]) -> dict[str, datetime]:
        keys = [credential_key(name) for name in sorted(set(credentials))]
        items = self.table.batch_get(keys, ("pk", "not_before"))
        waits = ((str(item["pk"]), moment(number(item, "not_before"))) for item in items)
        return {pk.removeprefix("CREDENTIAL#"): until for pk, until in waits if until is not None}


def credential_key(credential: str) -> Key:
    return f"CREDENTIAL#{credential}", "CREDENTIAL"


def _is_due(item: Item, now: datetime) -> bool:
    """Of a pair by its turn and its lease, of a credential by what it was told."""
    told = max(number(item, "next_at") or 0, number(item, "not_before") or 0)
    return is_due(moment(told), moment(number(item, "leased_until")), now)


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
