"""Budgets: calls that cost money, counted where every process sees the same count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from earshot.adapters.store.documents import number, ttl
from earshot.adapters.store.table import Key, Table
from earshot.domain.errors import ConflictError

KEPT = timedelta(days=62)
"""Counted from the last call of a month: long enough to compare it with its invoice."""


@dataclass(frozen=True, slots=True)
class TableBudget:
    """So many calls in a UTC day and in a calendar month, one item a month: its own count and one
    for each day, so that both limits hold in a single conditional write."""

    table: Table
    name: str
    most_per_day: int
    most_per_month: int

    def take(self, calls: int, now: datetime) -> bool:
        """Counts the calls and says True, or False where they would exceed a limit; StoreError
        where nothing can be said.

        An update that is tried again after its answer was lost counts twice: too much, never too
        little.
        """
        if calls > min(self.most_per_day, self.most_per_month):
            return False
        today = now.astimezone(UTC)
        day = f"day_{today:%d}"
        try:
            self.table.update(
                self._key(today),
                f"SET #kind = :kind, #expires_at = :expires_at ADD #calls :calls, #{day} :calls",
                "(attribute_not_exists(#calls) OR #calls <= :month_room)"
                f" AND (attribute_not_exists(#{day}) OR #{day} <= :day_room)",
                {
                    "kind": "budget",
                    "expires_at": ttl(today + KEPT),
                    "calls": calls,
                    "month_room": self.most_per_month - calls,
                    "day_room": self.most_per_day - calls,
                },
            )
        except ConflictError:
            return False
        return True

    def used(self, now: datetime) -> int:
        """How many calls of this month are counted; a moment ago, for whoever only looks."""
        items = self.table.batch_get([self._key(now.astimezone(UTC))], ("calls",))
        return (number(items[0], "calls") or 0) if items else 0

    def _key(self, today: datetime) -> Key:
        return f"BUDGET#{self.name}", f"{today:%Y-%m}"
