"""The impact of a complaint: one score, 0-100, as the sum of named contributions.

Each contribution keeps its points and a sentence, so that whoever is woken can see why. What adds
how many points is weighed in `weighing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Urgency = Literal["urgent", "high", "normal"]

CAME_BACK = "reopened"

FEWEST_MEASURED = 3
"""Of fewer earlier posts no usual can be told: of three, one that went viral changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """`points` are negative where something takes away from the score."""

    name: str
    points: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """`score` 0-100 is the capped sum of the contributions; `reason` names the heaviest of them."""

    score: int
    contributions: tuple[Contribution, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorHistory:
    """What we know of the author: earlier complaints here, how many of them never got settled.

    `reactions_per_hour` is what their earlier posts usually gathered at their busiest, None where
    too few are known.
    """

    complaints: int = 0
    unresolved: int = 0
    reactions_per_hour: float | None = None


def total(found: Iterable[Contribution]) -> Impact:
    """The contributions summed, capped at 100, heaviest first, the two heaviest as the reason."""
    contributions = tuple(sorted(found, key=lambda c: (-c.points, c.name)))
    score = min(100, sum(c.points for c in contributions))
    heaviest = "; ".join(c.sentence for c in contributions[:2] if c.points > 0)
    return Impact(score=score, contributions=contributions, reason=heaviest or "nothing weighs")


def urgency(score: int, *, urgent_score: int, high_score: int) -> Urgency:
    """At the boundary and above."""
    if score >= urgent_score:
        return "urgent"
    return "high" if score >= high_score else "normal"


def usual_pace(paces: Sequence[float]) -> float | None:
    """The median of what earlier posts gathered an hour; None of fewer than FEWEST_MEASURED."""
    if len(paces) < FEWEST_MEASURED:
        return None
    ordered = sorted(paces)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
