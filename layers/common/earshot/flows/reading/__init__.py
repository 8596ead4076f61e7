"""Reading: what people are shown. It changes nothing, and each answer costs a bounded amount."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.domain.configuration import Configuration
from earshot.ports import Cases, Clock, Lookups, Mentions, Polls, Troubles


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that reading takes."""

    configuration: Configuration
    cases: Cases
    mentions: Mentions
    lookups: Lookups
    polls: Polls
    troubles: Troubles
    clock: Clock
