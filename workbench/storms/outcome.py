"""What became of a storm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from workbench.storms.weather import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the storm. `stored_twice` counts writes of what was stored already,
    `strangers` what should not have been stored; `limits` are the most that was asked in any window
    beside what is allowed; `broken` is what the server itself counts against its rules;
    `deaths` are by call and side; `excused` sign-ins failed, or were lost with a process that
    died."""

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
    limits: tuple[tuple[Limit, int], ...]
    broken: int
    logins: int
    logins_needed: int
    excused: int
    seconds: float
    simulated: timedelta

    @property
    def exceeded(self) -> int:
        """Requests above the platform's limits."""
        return self.broken + sum(max(0, used - limit.most) for limit, used in self.limits)

    @property
    def unneeded_logins(self) -> int:
        return max(0, self.logins - self.logins_needed - self.excused)
