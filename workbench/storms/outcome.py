"""What became of a storm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Used:
    """Of a platform's limit, the `most` that it allows in a window and the `used` of the worst."""

    limit: str
    most: int
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the storm. `stored_twice` counts writes of what was stored already,
    `strangers` what should not have been stored; `limits` are what was used of them at most, and
    `broken` is what the server itself counts against its rules; `deaths` are by call and side;
    `excused` sign-ins failed, or were lost with a process that died."""

    source: str
    said: int
    lost: int
    stored_twice: int
    strangers: int
    requests: int
    faults: Counter[str]
    deaths: Counter[str]
    stalls: int
    twice: int
    limits: tuple[Used, ...]
    broken: int
    logins: int
    logins_needed: int
    excused: int
    seconds: float
    simulated: timedelta

    @property
    def exceeded(self) -> int:
        """Requests above the platform's limits."""
        return self.broken + sum(max(0, each.used - each.most) for each in self.limits)

    @property
    def unneeded_logins(self) -> int:
        return max(0, self.logins - self.logins_needed - self.excused)
