"""Silences in memory: what the table promises, kept to the letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from earshot.domain.alerts.silencing import Silence, state
from earshot.domain.errors import ConflictError
from earshot.ports import Once
from tests.fakes import FakeCases


@dataclass
class FakeSilences:
    """Requests that were carried out are kept with the cases', as in the table. `before` is called
    before each write is judged."""

    cases: FakeCases
    kept: dict[str, Silence] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] | None = None

    def active(self, now: datetime) -> list[Silence]:
        return [silence for silence in self.lasting(now) if state(silence, now) == "active"]

    def lasting(self, now: datetime) -> list[Silence]:
        return [self.kept[key] for key in sorted(self.kept) if self.kept[key].ends_at > now]

    def past(self, now: datetime, most: int) -> list[Silence]:
        over = [self.kept[key] for key in sorted(self.kept) if self.kept[key].ends_at <= now]
        return over[::-1][:most]

    def get(self, silence_id: str) -> Silence | None:
        return self.kept.get(silence_id)

    def put(self, silence: Silence, once: Once | None = None) -> None:
        self._hook()
        if silence.id in self.kept or (once is not None and once.name in self.cases.requests):
            raise ConflictError("it is there already")
        self.kept[silence.id] = silence
        if once is not None:
            self.cases.requests[once.name] = once.digest
            self.requests[once.name] = silence.id

    def made_by(self, request: str) -> Silence | None:
        return self.kept.get(self.requests.get(request, ""))

    def end(self, silence_id: str, who: str, at: datetime) -> Silence:
        self._hook()
        kept = self.kept.get(silence_id)
        if kept is None or state(kept, at) == "expired":
            raise ConflictError("it is over, or there is none")
        self.kept[silence_id] = replace(kept, ended_at=at, ended_by=who)
        return self.kept[silence_id]

    def _hook(self) -> None:
        if self.before is not None:
            self.before()
