"""What is said in a storm, and what of it reached the table: each thing has a word of its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field

from workbench.storms.table import MemoryTable

WANTED = (
    *("My lumo broke {}",) * 5,
    *("The lumo lamp hums {}",) * 3,
    *("No zephyr in stock {}",) * 2,
)
_NAME = re.compile(r"\bq[a-z]{5}\b")


def name_of(number: int) -> str:
    """The word for a number."""
    letters = ""
    for _ in range(5):
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return f"q{letters}"


def wanted_text(number: int) -> str:
    """Something that a watch wants."""
    return WANTED[number % len(WANTED)].format(name_of(number))


@dataclass(slots=True)
class Hearing:
    """Follows the table's stream. `stored` are by name the items that hold it."""

    table: MemoryTable
    wanted: set[str] = field(default_factory=set)
    stored: dict[str, set[str]] = field(default_factory=dict)
    _writes: Counter[str] = field(default_factory=Counter)
    _read_up_to: int = 0

    def listen(self) -> None:
        for item in self.table.taken[self._read_up_to :]:
            self._read_up_to += 1
            if item.get("kind") == {"S": "mention"}:
                key = item["pk"]["S"]
                self._writes[key] += 1
                text = json.loads(item["document"]["S"])["mention"]["text"]
                for name in _NAME.findall(text):
                    self.stored.setdefault(name, set()).add(key)

    @property
    def missing(self) -> set[str]:
        return self.wanted - self.stored.keys()

    @property
    def strangers(self) -> set[str]:
        return self.stored.keys() - self.wanted

    @property
    def stored_twice(self) -> int:
        """Writes of what was stored already, and second items that hold the same."""
        again = sum(count - 1 for count in self._writes.values())
        return again + sum(len(keys) - 1 for keys in self.stored.values())
