"""A service asked first, within its budget and time; the built-in answer wherever it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from earshot.adapters.classifiers.contract import (
    FAILURES,
    Budget,
    NoAnswerError,
    Reason,
    Service,
)
from earshot.adapters.classifiers.sent import as_sent
from earshot.domain.assessment import Assessment
from earshot.domain.errors import StoreError
from earshot.ports import Classifier, Clock

FAILURES_BEFORE_PAUSE = 3
PAUSE_SECONDS = 60
"""A service that is down costs the time of three questions, and of one a minute after that."""

MOST_ANSWERS = 500
"""About 2 MB at the longest. A mention that spreads is weighed again and again, and its text stays
the same: while the process lives, it is paid for once."""

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Experience:
    """What a process has learnt about its service; the one thing here that changes."""

    failures: int = 0
    paused_until: datetime = _NEVER
    paused_for: Reason = "paused"
    answers: dict[tuple[str, str], Assessment] = field(default_factory=dict)

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

    def answered(self, about: tuple[str, str], answer: Assessment) -> None:
        self.failures = 0
        if len(self.answers) >= MOST_ANSWERS:
            del self.answers[next(iter(self.answers))]
        self.answers[about] = answer

    def _pause(self, until: datetime, reason: Reason) -> None:
        self.paused_until, self.paused_for = until, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFirst:
    """A `ports.Classifier`. Nothing is asked after `ends_at`, so that a slow service cannot use up
    the time of the batch that it serves; `fell_back` hears why the built-in answer stands."""

    service: Service
    built_in: Classifier
    budget: Budget
    experience: Experience
    clock: Clock
    ends_at: datetime
    fell_back: Callable[[NoAnswerError], None]

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """Always answers: at worst what the built-in classifier says."""
        own = self.built_in.assess(text, language)
        about = (own.language, as_sent(text, language))
        if about in self.experience.answers:
            return self.experience.answers[about]
        try:
            answer = self._asked(about[1], own)
        except NoAnswerError as error:
            self.fell_back(error)
            return own
        self.experience.answered(about, answer)
        return answer

    def _asked(self, text: str, own: Assessment) -> Assessment:
        if not text:
            raise NoAnswerError("nothing_to_ask")
        calls = self.service.calls(own)
        if calls == 0:
            raise NoAnswerError("language")
        now = self.clock()
        if now < self.experience.paused_until:
            raise NoAnswerError(self.experience.paused_for)
        if now >= self.ends_at:
            raise NoAnswerError("out_of_time")
        try:
            self._pay(calls, now)
            return self.service.ask(text, own)
        except NoAnswerError as error:
            self.experience.refused(error.reason, self.clock())
            raise

    def _pay(self, calls: int, now: datetime) -> None:
        """Counted before it is asked: a process that dies in between has counted too much, and
        never too little."""
        try:
            within = self.budget.take(calls, now)
        except StoreError as error:
            raise NoAnswerError("budget_unreachable", str(error)) from error
        if not within:
            raise NoAnswerError("budget_empty")
