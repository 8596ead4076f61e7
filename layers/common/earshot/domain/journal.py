"""The journal: the append-only record of everything done on a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

EARSHOT = "earshot"
"""Who did it, where no person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what, when and why. `number` orders a case's entries and never repeats in it."""

    number: int
    at: datetime
    who: str
    what: str
    why: str
