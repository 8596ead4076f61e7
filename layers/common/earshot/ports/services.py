"""What any of them may need: time, secrets, a queue, a budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

Clock = Callable[[], datetime]
"""The present, aware, in UTC."""


class Secrets(Protocol):
    def get(self, name: str) -> str:
        """ConfigurationError where there is none of that name."""
        ...


class Queue(Protocol):
    def send(self, bodies: Sequence[str]) -> None:
        """All or StoreError; what was sent before an error may be sent again."""
        ...


class Budget(Protocol):
    """Calls that cost money, counted where every process sees the same count."""

    def take(self, calls: int, now: datetime) -> bool:
        """Counts them, or False where that would be too many."""
        ...
