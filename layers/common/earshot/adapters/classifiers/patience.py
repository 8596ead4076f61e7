"""Patience with a service that costs money: what a process has learnt of it, and when it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from earshot.adapters.classifiers.contract import FAILURES, Budget, NoAnswerError, Reason
from earshot.domain.errors import StoreError
from earshot.ports import Clock

FAILURES_BEFORE_PAUSE = 3
PAUSE_SECONDS = 60
"""A service that is down costs the time of three questions, and of one a minute after that."""

T = TypeVar("T")
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Patience:
    """The one thing here that changes, kept for as long as the process lives."""

    failures: int = 0
    paused_until: datetime = _NEVER
    paused_for: Reason = "paused"

    def refused(self, reason: Reason, now: datetime) -> None:
        """One failure after a pause begins the next one: the count goes back only by an answer."""
        if reason == "budget_empty":
            # No need to ask the table again today; another month begins at a midnight too.
            tomorrow = now.date() + timedelta(days=1)
            self._pause(datetime.combine(tomorrow, datetime.min.time(), UTC), reason)
        elif reason in FAILURES:
            self.failures += 1
            if self.failures >= FAILURES_BEFORE_PAUSE:
                self._pause(now + timedelta(seconds=PAUSE_SECONDS), "paused")
        else:
            self.failures = 0

    def _pause(self, until: datetime, reason: Reason) -> None:
        self.paused_until, self.paused_for = until, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What may be asked: within the budget, while the service is well, and not after `ends_at`."""

    budget: Budget
    patience: Patience
    clock: Clock
    ends_at: datetime

    def asked(self, calls: int, ask: Callable[[], T]) -> T:
        """The answer, paid for; NoAnswerError where there is none, or nothing may be asked now."""
        now = self.clock()
        if now < self.patience.paused_until:
            raise NoAnswerError(self.patience.paused_for)
        if now >= self.ends_at:
            raise NoAnswerError("out_of_time")
        try:
            self._pay(calls, now)
            answer = ask()
        except NoAnswerError as error:
            self.patience.refused(error.reason, self.clock())
            raise
        self.patience.failures = 0
        return answer

    def _pay(self, calls: int, now: datetime) -> None:
        """Counted before it is asked: a process that dies in between has counted too much, and
        never too little."""
        try:
            within = self.budget.take(calls, now)
        except StoreError as error:
            raise NoAnswerError("budget_unreachable", str(error)) from error
        if not within:
            raise NoAnswerError("budget_empty")
