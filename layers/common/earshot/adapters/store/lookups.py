"""What people look at: overviews and neighbours of cases, each read with a bound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import cast

from earshot.adapters.store.cases import HISTORY_CASES, author_key
from earshot.adapters.store.corrections import corrected
from earshot.adapters.store.documents import record, text
from earshot.adapters.store.receipts import deliveries_in
from earshot.adapters.store.shards import CASE_SHARDS, DUE_SHARDS
from earshot.adapters.store.table import Item, Table
from earshot.domain.alerts.feedback import Delivery
from earshot.domain.case import Attached, FollowUp, State
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.domain.standing import EarlierCase, Standing


@dataclass(frozen=True, slots=True)
class TableLookups:
    table: Table

    def standings(self, state: State, most: int) -> tuple[list[Standing], bool]:
        found: list[Standing] = []
        more = False
        for shard in range(CASE_SHARDS):
            items = list(
                self.table.query(
                    "#state_shard = :shard",
                    {"shard": f"{state}#{shard}"},
                    index="cases",
                    descending=True,
                    most=most,
                )
            )
            more = more or len(items) == most
            found += [_standing(item) for item in items]
        return found, more

    def next_follow_up(self) -> tuple[str, datetime] | None:
        first = [
            (_at(item, "due_at"), _case_id(item))
            for shard in range(DUE_SHARDS)
            for item in self.table.query(
                "#due_shard = :shard", {"shard": f"FOLLOWUP#{shard}"}, index="due", most=1
            )
        ]
        if not first:
            return None
        due_at, case_id = min(first)
        return case_id, due_at

    def next_looks(self, most: int) -> tuple[list[FollowUp], bool]:
        each = ceil(most / DUE_SHARDS)
        listed = [
            list(
                self.table.query(
                    "#due_shard = :shard", {"shard": f"LOOK#{shard}"}, index="due", most=each
                )
            )
            for shard in range(DUE_SHARDS)
        ]
        full = [items for items in listed if len(items) == each]
        # Behind the end of a list that was cut nothing is known of the order.
        until = min((_at(items[-1], "due_at") for items in full), default=None)
        found = [item for items in listed for item in items]
        kept = [item for item in found if until is None or _at(item, "due_at") <= until]
        keys = [(text(item, "pk"), text(item, "sk")) for item in kept]
        looks = [record(FollowUp, item) for item in self.table.batch_get(keys)]
        return sorted(looks, key=lambda look: (look.due_at, look.case_id)), bool(full)

    def earlier(
        self, brand: str, source: str, author_id: str, *, besides: str
    ) -> list[EarlierCase]:
        items = self.table.query(
            "#author_key = :author",
            {"author": author_key(brand, source, author_id)},
            index="authors",
            descending=True,
            most=HISTORY_CASES,
        )
        return [
            EarlierCase(
                case_id=_case_id(item),
                state=cast(State, text(item, "state")),
                opened_at=_at(item, "opened_at"),
            )
            for item in items
            if _case_id(item) != besides
        ]

    def mentions(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :prefix)",
            {"pk": f"CASE#{case_id}", "prefix": "MENTION#"},
            most=most,
        )
        return [
            (record(Attached, item), record(Found, {"document": item["found"]})) for item in items
        ]

    def journal(self, case_id: str, most: int) -> list[Entry]:
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :prefix)",
            {"pk": f"CASE#{case_id}", "prefix": "JOURNAL#"},
            descending=True,
            most=most,
        )
        return [record(Entry, item) for item in items][::-1]

    def deliveries(self, case_id: str, most: int) -> list[Delivery]:
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :prefix)",
            {"pk": f"CASE#{case_id}", "prefix": "DELIVERY#"},
            descending=True,
            most=most,
        )
        return deliveries_in(items)

    def corrected(
        self, since: datetime, until: datetime, after: str | None, most: int
    ) -> list[tuple[str, str]]:
        return corrected(self.table, since, until, after, most)


def _standing(item: Item) -> Standing:
    score, opened_at, case_id = text(item, "rank").split("#")
    return Standing(
        case_id=case_id,
        impact_score=int(score),
        opened_at=datetime.fromtimestamp(int(opened_at) / 1000, UTC),
    )


def _case_id(item: Item) -> str:
    return text(item, "pk").removeprefix("CASE#")


def _at(item: Item, name: str) -> datetime:
    return datetime.fromtimestamp(int(item[name]) / 1000, UTC)
