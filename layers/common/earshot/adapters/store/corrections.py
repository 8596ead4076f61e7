"""Corrections: pointers to the cases that people corrected, by month.

What a correction says is read from its case, so a pointer holds nothing about anybody, and one
whose case is gone, or was opened again, means nothing. People correct by hand: a month is one
partition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from earshot.adapters.store.documents import milliseconds, text, ttl
from earshot.adapters.store.table import Item, Table
from earshot.domain.errors import UnknownCursorError

POSITION = re.compile(r"[0-9]{14}#[0-9a-f]{26}")


def correction_item(case_id: str, at: datetime, expires_at: datetime) -> Item:
    """The same however often the correction is delivered."""
    return {
        "pk": _partition(at.year, at.month),
        "sk": f"{milliseconds(at):014d}#{case_id}",
        "kind": "correction",
        "expires_at": ttl(expires_at),
    }


def corrected(
    table: Table, since: datetime, until: datetime, after: str | None, most: int
) -> list[tuple[str, str]]:
    """(position, case id) of up to `most` corrections from `since` on, oldest first, and behind the
    position `after`. UnknownCursorError for a position that is not ours."""
    if after is not None and not POSITION.fullmatch(after):
        raise UnknownCursorError("the cursor is not one of ours")
    behind = max(f"{milliseconds(since):014d}", after or "")
    found: list[tuple[str, str]] = []
    for partition in _partitions(since, until):
        items = table.query(
            "#pk = :pk AND #sk > :behind",
            {"pk": partition, "behind": behind},
            page=most,
        )
        for item in items:
            position = text(item, "sk")
            found.append((position, position.partition("#")[2]))
            if len(found) == most:
                return found
    return found


def _partitions(since: datetime, until: datetime) -> Iterator[str]:
    month = since.year * 12 + since.month - 1
    while month <= until.year * 12 + until.month - 1:
        yield _partition(month // 12, month % 12 + 1)
        month += 1


def _partition(year: int, month: int) -> str:
    return f"CORRECTION#{year:04d}-{month:02d}"
