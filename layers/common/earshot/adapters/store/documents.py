"""Records as the JSON documents inside items, and times as the whole numbers beside them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from math import ceil
from typing import Any, TypeVar

from earshot.adapters.store.table import Item
from earshot.domain.plain import from_plain, to_plain

T = TypeVar("T")


def document(record: Any) -> str:
    """Compact and in one order, so that the same record is always the same bytes."""
    return json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":"))


def record(cls: type[T], item: Item) -> T:
    return from_plain(cls, json.loads(text(item, "document")))


def text(item: Item, name: str) -> str:
    value = item[name]
    return value if isinstance(value, str) else str(value)


def number(item: Item, name: str) -> int | None:
    value = item.get(name)
    return value if isinstance(value, int) else None


def milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def moment(value: int | None) -> datetime | None:
    return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def ttl(at: datetime) -> int:
    """Epoch seconds, rounded up: DynamoDB reads anything larger as a date in the far future."""
    return ceil(at.timestamp())
