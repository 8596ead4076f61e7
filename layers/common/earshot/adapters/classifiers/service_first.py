"""A service asked first, within its budget and time; the built-in answer wherever it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from earshot.adapters.classifiers.contract import Budget, NoAnswerError, Service
from earshot.adapters.classifiers.patience import Allowance, Patience
from earshot.adapters.classifiers.sent import as_sent
from earshot.domain.assessment import Assessment
from earshot.ports import Classifier, Clock

MOST_ANSWERS = 500
"""About 2 MB at the longest. A mention that spreads is weighed again and again, and its text stays
the same: while the process lives, it is paid for once."""


@dataclass(slots=True)
class Experience(Patience):
    """What a process has learnt about its service, its answers included."""

    answers: dict[tuple[str, str], Assessment] = field(default_factory=dict)

    def answered(self, about: tuple[str, str], answer: Assessment) -> None:
        if len(self.answers) >= MOST_ANSWERS:
            del self.answers[next(iter(self.answers))]
        self.answers[about] = answer


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
        allowance = Allowance(
            budget=self.budget,
            patience=self.experience,
            clock=self.clock,
            ends_at=self.ends_at,
        )
        return allowance.asked(calls, lambda: self.service.ask(text, own))
