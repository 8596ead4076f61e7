"""Decided clocks: how many targets were met, by the day on which their clocks started.

One item for each case and day, written anew as a whole each time: what was heard of late corrects
it, and nothing counts twice. A month is a partition of two shards: at 10 million mentions a day,
one in ten a complaint and five looks at each, a shard sees 30 writes a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from earshot.adapters.store.documents import document, number, record, ttl
from earshot.adapters.store.shards import TARGET_SHARDS, target_shard
from earshot.adapters.store.table import Key, Table
from earshot.domain.case import Case
from earshot.domain.clocks.reporting import Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfOneDay:
    decided: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class TableDecidedClocks:
    """`kept_seconds` is how long a closed case stays, and what is known of its clocks."""

    table: Table
    kept_seconds: int

    def keep(self, case: Case, day: date, decided: Sequence[Decided], now: datetime) -> None:
        pk, sk = _key(case, day)
        if not decided:
            self.table.delete((pk, sk))
            return
        self.table.put(
            {
                "pk": pk,
                "sk": sk,
                "kind": "targets",
                "document": document(_OfOneDay(decided=tuple(decided))),
                "expires_at": ttl(now + timedelta(seconds=self.kept_seconds)),
            }
        )

    def latest(self, since: date, now: datetime, most: int) -> tuple[list[Decided], bool]:
        each = ceil(most / TARGET_SHARDS)
        found: list[Decided] = []
        more = False
        for shard in range(TARGET_SHARDS):
            left = each
            for month in _months(since, now.date()):
                items = list(
                    self.table.query(
                        "#pk = :pk AND #sk >= :since",
                        {"pk": _partition(month, shard), "since": since.isoformat()},
                        descending=True,
                        most=left,
                    )
                )
                left -= len(items)
                for item in items:
                    if (number(item, "expires_at") or 0) > now.timestamp():
                        found += record(_OfOneDay, item).decided
                if not left:
                    more = True
                    break
        return found, more


def _key(case: Case, day: date) -> Key:
    # A case of the same id may be opened again long after this one has expired.
    opened_at = int(case.opened_at.timestamp())
    return _partition(day, target_shard(case.id)), f"{day.isoformat()}#{case.id}-{opened_at}"


def _partition(day: date, shard: int) -> str:
    return f"TARGETS#{day:%Y-%m}#{shard}"


def _months(since: date, until: date) -> list[date]:
    """A day of each, the last month first."""
    count = (until.year - since.year) * 12 + until.month - since.month
    numbered = (until.year * 12 + until.month - 1 - back for back in range(count + 1))
    return [date(month // 12, month % 12 + 1, 1) for month in numbered]
