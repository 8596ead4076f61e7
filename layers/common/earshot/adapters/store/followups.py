"""Follow-ups: items that leave the table when they are due; their leaving is the trigger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import document, milliseconds, ttl
from earshot.adapters.store.shards import DUE_SHARDS, due_shard
from earshot.adapters.store.table import Key, Table
from earshot.domain.case import FollowUp
from earshot.domain.errors import ConflictError

LISTS = ("FOLLOWUP", "LOOK")
"""In the `due` index. Looks at clocks, of which nearly every open case has one, have a list of
their own: nobody waits for them, and what comes next is read from the beginning of a list."""

MOST_SWEPT = 500
"""A minute's sweep removes at most this many a shard; the rest is the next minute's."""


@dataclass(frozen=True, slots=True)
class TableFollowUps:
    table: Table

    def put(self, follow_up: FollowUp) -> None:
        pk, sk = _key(follow_up)
        self.table.put(
            {
                "pk": pk,
                "sk": sk,
                "kind": "followup",
                "document": document(follow_up),
                "due_shard": due_shard(_list_of(follow_up), follow_up.case_id),
                "due_at": milliseconds(follow_up.due_at),
                "expires_at": ttl(follow_up.due_at),
            }
        )

    def remove(self, follow_up: FollowUp) -> None:
        self.table.delete(_key(follow_up))

    def sweep(self, now: datetime) -> int:
        removed = 0
        for listed in (f"{name}#{shard}" for name in LISTS for shard in range(DUE_SHARDS)):
            due = self.table.query(
                "#due_shard = :shard AND #due_at <= :now",
                {"shard": listed, "now": milliseconds(now)},
                index="due",
                most=MOST_SWEPT,
            )
            for item in due:
                removed += self._removed((str(item["pk"]), str(item["sk"])), now)
        return removed

    def _removed(self, key: Key, now: datetime) -> int:
        # The index may lag: what was planned anew since must stay.
        try:
            self.table.delete(key, "#due_at <= :now", {"now": milliseconds(now)})
        except ConflictError:
            return 0
        return 1


def _list_of(follow_up: FollowUp) -> str:
    return "LOOK" if follow_up.kind == "clock_look" else "FOLLOWUP"


def _key(follow_up: FollowUp) -> Key:
    return f"CASE#{follow_up.case_id}", f"FOLLOWUP#{follow_up.number:06d}"
