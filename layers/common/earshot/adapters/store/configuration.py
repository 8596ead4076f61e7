"""The owner's configuration, as the last push left it."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.adapters.store.documents import record
from earshot.adapters.store.table import Table
from earshot.domain.configuration import Configuration


@dataclass(frozen=True, slots=True)
class TableConfiguration:
    table: Table

    def current(self) -> Configuration | None:
        """None where none was ever pushed."""
        item = self.table.get(("CONFIG", "CURRENT"))
        return record(Configuration, item) if item else None
