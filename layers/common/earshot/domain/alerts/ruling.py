"""A ruling: what one stage says of a notice, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["pass", "hold", "drop"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """`pass`: the next stage may look at it. `hold`: not now; `until` is when to look again, None
    where nobody can say, as of a silence that may be ended any moment. `drop`: never, it is over.
    """

    verdict: Verdict
    reason: str
    until: datetime | None = None


def passes(reason: str) -> Ruling:
    return Ruling("pass", reason)


def holds(reason: str, until: datetime | None = None) -> Ruling:
    return Ruling("hold", reason, until)


def drops(reason: str) -> Ruling:
    return Ruling("drop", reason)
