"""Standings: as much of a case as overviews and neighbours need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.case import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As much of a case as an overview needs."""

    case_id: str
    impact_score: int
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCase:
    """Another case of the same author."""

    case_id: str
    state: State
    opened_at: datetime
