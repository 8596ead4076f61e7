"""The impact of a complaint: one score, 0-100, as the sum of named contributions.

Each contribution keeps its points and a sentence, so that whoever is woken can see why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import log10
from typing import Literal

from earshot.domain.assessment import Assessment
from earshot.domain.mention import Mention

Urgency = Literal["urgent", "high", "normal"]

# The most that each thing can add. They sum to more than 100 on purpose: a safety complaint by a
# stranger and a billing complaint by a star both reach the top without needing each other's points.
# Severity leads because design.md weighs the complaint before the complainer; reach and velocity
# together can double a plain complaint but never make a mild remark urgent by themselves.
MOST_POINTS = {
    "severity": 50,
    "reach": 25,
    "velocity": 15,
    "history": 15,
    "topic_risk": 15,
    "reopened": 15,
}

CAME_BACK = "reopened"

# Points by expected severity, linear between: from 0 (no complaint) to 4 (blame of the company).
SEVERITY_POINTS = (0, 8, 20, 38, 50)

# Topics where being slow costs more than a customer: harm, money taken, dignity, nobody served.
TOPIC_RISK_POINTS = {
    "safety": 15,
    "privacy_fraud": 15,
    "discrimination": 15,
    "outage": 8,
}
# A topic counts when the text says it more likely than not.
TOPIC_PROBABILITY = 0.5

# The audience above which an author reaches beyond friends, and the one that gets full points;
# log scale between. Medians on the open networks lie around a hundred followers.
REACH_FLOOR_FOLLOWERS = 100
REACH_CEILING_FOLLOWERS = 100_000

# Reactions per hour: one an hour is ordinary, a hundred an hour is spreading by itself.
VELOCITY_FLOOR_PER_HOUR = 1
VELOCITY_CEILING_PER_HOUR = 100
# A post a minute old with one like has not "sixty likes an hour".
VELOCITY_SHORTEST_HOURS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
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
    """What we know of the author: earlier complaints here, how many of them never got settled."""

    complaints: int = 0
    unresolved: int = 0


def weigh(
    mention: Mention,
    assessment: Assessment,
    history: AuthorHistory,
    now: datetime,
) -> Impact:
    """The impact of one mention, with every contribution that is not zero, heaviest first."""
    found = [
        _severity(assessment.severity),
        _reach(mention.author.followers),
        _velocity(mention, now),
        _history(history),
        _topic_risk(assessment.topics),
    ]
    return total(c for c in found if c.points)


def total(found: Iterable[Contribution]) -> Impact:
    """The contributions summed, capped at 100, heaviest first, the two heaviest as the reason."""
    contributions = tuple(sorted(found, key=lambda c: (-c.points, c.name)))
    score = min(100, sum(c.points for c in contributions))
    heaviest = "; ".join(c.sentence for c in contributions[:2])
    return Impact(score=score, contributions=contributions, reason=heaviest or "nothing weighs")


def reopened(impact: Impact) -> Impact:
    """The impact of what was settled and came back: somebody was promised that it was done."""
    came_back = Contribution(
        name=CAME_BACK, points=MOST_POINTS[CAME_BACK], sentence="it was settled and came back"
    )
    others = (c for c in impact.contributions if c.name != came_back.name)
    return total((came_back, *others))


def urgency(score: int, *, urgent_score: int, high_score: int) -> Urgency:
    """At the boundary and above."""
    if score >= urgent_score:
        return "urgent"
    return "high" if score >= high_score else "normal"


def _severity(severity: float) -> Contribution:
    level = min(max(severity, 0.0), 4.0)
    below = min(int(level), 3)
    points = SEVERITY_POINTS[below] + (level - below) * (
        SEVERITY_POINTS[below + 1] - SEVERITY_POINTS[below]
    )
    meaning = ("no reproach", "facts, little reproach", "displeasure", "an accusation", "blame")
    return Contribution(
        name="severity",
        points=round(points),
        sentence=f"severity {level:.1f} of 4 ({meaning[round(level)]})",
    )


def _reach(followers: int | None) -> Contribution:
    points = _on_log_scale(
        followers or 0, REACH_FLOOR_FOLLOWERS, REACH_CEILING_FOLLOWERS, MOST_POINTS["reach"]
    )
    return Contribution(name="reach", points=points, sentence=f"{followers or 0} followers")


def _velocity(mention: Mention, now: datetime) -> Contribution:
    hours = max(VELOCITY_SHORTEST_HOURS, (now - mention.created_at).total_seconds() / 3600)
    per_hour = mention.engagement.total / hours
    points = _on_log_scale(
        per_hour, VELOCITY_FLOOR_PER_HOUR, VELOCITY_CEILING_PER_HOUR, MOST_POINTS["velocity"]
    )
    return Contribution(
        name="velocity", points=points, sentence=f"{per_hour:.0f} reactions an hour"
    )


def _history(history: AuthorHistory) -> Contribution:
    # An unresolved complaint counts double: it was our turn.
    settled = history.complaints - history.unresolved
    points = min(MOST_POINTS["history"], 3 * (settled + 2 * history.unresolved))
    return Contribution(
        name="history",
        points=points,
        sentence=f"{history.complaints} earlier complaints, {history.unresolved} unresolved",
    )


def _topic_risk(topics: tuple[tuple[str, float], ...]) -> Contribution:
    risky = [
        (TOPIC_RISK_POINTS[topic], topic)
        for topic, probability in topics
        if topic in TOPIC_RISK_POINTS and probability >= TOPIC_PROBABILITY
    ]
    points, topic = max(risky, default=(0, ""))
    return Contribution(
        name="topic_risk", points=points, sentence=f"it is about {topic.replace('_', ' ')}"
    )


def _on_log_scale(value: float, floor: float, ceiling: float, most: int) -> int:
    if value <= floor:
        return 0
    return round(most * min(1.0, log10(value / floor) / log10(ceiling / floor)))
