"""Clockwork: a clock that goes from one thing that is due to the next."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count


class Clockwork:
    def __init__(self, starts_at: datetime) -> None:
        self.now = starts_at
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()

    @property
    def is_idle(self) -> bool:
        return not self._due

    def later(self, wait: timedelta, do: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now + wait, next(self._order), do))

    def play(self, longest: timedelta) -> None:
        """Until nothing is due any more, or for so long."""
        end = self.now + longest
        while self._due and self._due[0][0] <= end:
            self.now, _, do = heapq.heappop(self._due)
            do()
