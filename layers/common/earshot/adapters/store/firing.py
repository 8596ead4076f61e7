"""Firing: the alerts that keep others from being told, as long as they last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.adapters.store.documents import text, ttl
from earshot.adapters.store.table import Table

KEPT = timedelta(days=30)
"""One that nobody said the end of: no case stays open unanswered for longer."""

MOST_FIRING = 100
"""Only what an inhibition names as its source is written here; a few at a time, in any sane use."""

FIRING = "FIRING"


@dataclass(frozen=True, slots=True)
class TableFiring:
    table: Table

    def put(self, alert: str, labels: dict[str, str], now: datetime) -> None:
        self.table.put(
            {
                "pk": FIRING,
                "sk": f"ALERT#{alert}",
                "kind": "firing",
                "document": json.dumps(labels, ensure_ascii=False, sort_keys=True),
                "expires_at": ttl(now + KEPT),
            }
        )

    def remove(self, alert: str) -> None:
        self.table.delete((FIRING, f"ALERT#{alert}"))

    def all(self) -> dict[str, dict[str, str]]:
        items = self.table.query("#pk = :pk", {"pk": FIRING}, most=MOST_FIRING)
        return {
            str(item["sk"]).removeprefix("ALERT#"): json.loads(text(item, "document"))
            for item in items
        }
