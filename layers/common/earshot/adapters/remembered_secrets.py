"""Secrets that are asked for with every request, and read once in a while."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from earshot.ports import Clock, Secrets

KEPT_SECONDS = 300
"""How long a secret that was replaced is still taken."""


@dataclass(frozen=True, slots=True)
class RememberedSecrets:
    secrets: Secrets
    clock: Clock
    _known: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """As it was at most KEPT_SECONDS ago. What is missing is looked for each time."""
        now = self.clock()
        value, until = self._known.get(name, ("", now))
        if until <= now:
            value = self.secrets.get(name)
            self._known[name] = (value, now + timedelta(seconds=KEPT_SECONDS))
        return value
