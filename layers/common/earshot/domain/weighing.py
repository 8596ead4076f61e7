"""Weighing: what each thing that we know of a complaint adds to its impact, and why so much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import log10

from earshot.domain.assessment import Assessment
from earshot.domain.impact import CAME_BACK, AuthorHistory, Contribution, Impact, total
from earshot.domain.mention import Mention, reactions_per_hour
from earshot.domain.usual import Usual, usual_on

# The most that each thing can add, or take away (confidence); docs/text.md tells the same. They sum
# to more than 100 on purpose: a safety complaint by a stranger and a billing complaint by a star
# both reach the top without needing each other's points.
MOST_POINTS = {
    # Leads, because what is said weighs more than who says it: half of the score.
    "severity": 50,
    # With velocity as much as severity's step from displeasure to blame: an audience can double a
    # plain complaint, and never makes a mild remark urgent by itself.
    "reach": 25,
    "velocity": 15,
    # Five settled complaints, or three that nobody settled: then it is no longer bad luck.
    "history": 15,
    # Where being slow costs more than a customer: one step of severity.
    "topic_risk": 15,
    # Somebody was promised that it was done: as much as the worst history.
    "reopened": 15,
    # Whatever a risky topic lacks to the score from which a case is high.
    "floor": 100,
    # Taken away from what is hardly a complaint: the step from none to displeasure.
    "confidence": 20,
}

# Points by expected severity, linear between: from 0 (no complaint) to 4 (blame of the company).
# The steps are unequal because the scale's are: from displeasure to an accusation is the widest.
SEVERITY_POINTS = (0, 8, 20, 38, 50)

# Harm, money or data taken, dignity: 15; nobody served, which hurts many at once but mends: 8.
TOPIC_RISK_POINTS = {"safety": 15, "privacy_fraud": 15, "discrimination": 15, "outage": 8}

NEVER_LOW = frozenset({"safety", "privacy_fraud", "discrimination"})
"""A complaint that is likely about these is high at least, however mildly it is told."""

TOPIC_PROBABILITY = 0.5
"""A topic counts where the text says it more likely than not."""

# Nothing up to what is usual, all from so many times as much, log scale between: an audience grows
# by factors. A thousand times is a national voice, a hundred times a post that spreads by itself.
FULL_REACH_TIMES = 1_000
FULL_VELOCITY_TIMES = 100

OWN_SHARE = 1 / 3
"""How much of velocity is measured against the author's own usual. The platform's comes first: what
a star's every post gathers spreads all the same, only less of it is about us."""

QUIETEST_SHARE = 0.1
"""An author's usual counts as at least this part of the platform's: a first like is no storm."""

# For doubt nothing is taken from SURE on, half at an even chance, all where it is hardly one.
# From displeasure (2) to an accusation (3) the deduction fades: what would be severe if it is one
# must not be missed for a doubt.
SURE_PROBABILITY = 0.8
HARDLY_PROBABILITY = 0.2
FADING_FROM, FADING_TO = 2.0, 3.0

SETTLED_POINTS = 3
"""For each earlier complaint; double for an unresolved one, since it was our turn."""

_MEANINGS = ("no reproach", "facts, little reproach", "displeasure", "an accusation", "blame")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """What the owner decided: their figures of what is usual, their own risky topics, and the score
    below which no risky complaint falls (the one from which a case is high)."""

    usual: Mapping[str, Usual] = field(default_factory=dict)
    risky_topics: frozenset[str] = frozenset()
    floor_score: int = 60


UNDECIDED = Scales()


def weigh(
    mention: Mention,
    assessment: Assessment,
    history: AuthorHistory,
    measured_at: datetime,
    *,
    complaint: bool = True,
    scales: Scales = UNDECIDED,
) -> Impact:
    """The impact of one mention, with every contribution that is not zero, heaviest first.

    `measured_at` is when its reactions were counted, so that a reading weighs the same whenever it
    is looked at. `complaint` says whether the owner's threshold takes it for one.
    """
    usual = usual_on(mention.source, scales.usual)
    found = [
        _severity(assessment.severity),
        _reach(mention.author.followers or 0, usual),
        _velocity(reactions_per_hour(mention, measured_at), usual, history.reactions_per_hour),
        _history(history),
        _topic_risk(assessment.topics, scales.risky_topics),
    ]
    found.append(_confidence(assessment, sum(c.points for c in found)))
    if complaint:
        found.append(_floor(assessment.topics, scales, sum(c.points for c in found)))
    return total(c for c in found if c.points)


def reopened(impact: Impact) -> Impact:
    """The impact of what was settled and came back: somebody was promised that it was done."""
    came_back = Contribution(
        name=CAME_BACK, points=MOST_POINTS[CAME_BACK], sentence="it was settled and came back"
    )
    others = (c for c in impact.contributions if c.name != came_back.name)
    return total((came_back, *others))


def _severity(severity: float) -> Contribution:
    level = min(max(severity, 0.0), 4.0)
    below = min(int(level), 3)
    points = SEVERITY_POINTS[below] + (level - below) * (
        SEVERITY_POINTS[below + 1] - SEVERITY_POINTS[below]
    )
    meaning = _MEANINGS[round(level)]
    return Contribution(
        name="severity",
        points=round(points),
        sentence=f"severity {level:.1f} of 4 ({meaning})",
    )


def _reach(followers: int, usual: Usual) -> Contribution:
    times = followers / usual.followers
    return Contribution(
        name="reach",
        points=round(MOST_POINTS["reach"] * _log_share(times, FULL_REACH_TIMES)),
        sentence=f"{followers:,} followers, {_times(times)} the usual there",
    )


def _velocity(pace: float, usual: Usual, own: float | None) -> Contribution:
    times = pace / usual.reactions_per_hour
    share = _log_share(times, FULL_VELOCITY_TIMES)
    sentence = f"{_figure(pace)} reactions an hour, {_times(times)} the usual there"
    if own is not None:
        own_times = pace / max(own, QUIETEST_SHARE * usual.reactions_per_hour)
        own_share = _log_share(own_times, FULL_VELOCITY_TIMES)
        share += OWN_SHARE * (own_share - share)
        sentence += f" and {_times(own_times)} the author's own"
    return Contribution(
        name="velocity", points=round(MOST_POINTS["velocity"] * share), sentence=sentence
    )


def _history(history: AuthorHistory) -> Contribution:
    settled = history.complaints - history.unresolved
    points = SETTLED_POINTS * (settled + 2 * history.unresolved)
    plural = "" if history.complaints == 1 else "s"
    return Contribution(
        name="history",
        points=min(MOST_POINTS["history"], points),
        sentence=f"{history.complaints} earlier complaint{plural}, {history.unresolved} unresolved",
    )


def _topic_risk(topics: tuple[tuple[str, float], ...], owners: frozenset[str]) -> Contribution:
    points_of = dict.fromkeys(owners, MOST_POINTS["topic_risk"]) | TOPIC_RISK_POINTS
    risky = [(points_of[topic], topic) for topic in _likely(topics) if topic in points_of]
    points, topic = max(risky, default=(0, ""))
    return Contribution(name="topic_risk", points=points, sentence=f"it is about {_named(topic)}")


def _confidence(assessment: Assessment, others_points: int) -> Contribution:
    """Never takes more than there is: a score ends at zero."""
    span = SURE_PROBABILITY - HARDLY_PROBABILITY
    doubt = min(1.0, max(0.0, (SURE_PROBABILITY - assessment.complaint) / span))
    mildness = (FADING_TO - assessment.severity) / (FADING_TO - FADING_FROM)
    share = doubt * min(1.0, max(0.0, mildness))
    points = min(others_points, round(MOST_POINTS["confidence"] * share))
    return Contribution(
        name="confidence",
        points=-points,
        sentence=f"only {assessment.complaint:.0%} sure that it is a complaint",
    )


def _floor(
    topics: tuple[tuple[str, float], ...], scales: Scales, others_points: int
) -> Contribution:
    grave = [t for t in _likely(topics) if t in NEVER_LOW or t in scales.risky_topics]
    missing = max(0, scales.floor_score - others_points) if grave else 0
    return Contribution(
        name="floor",
        points=missing,
        sentence=f"{_named(grave[0]) if grave else ''} never weighs less than {scales.floor_score}",
    )


def _likely(topics: tuple[tuple[str, float], ...]) -> list[str]:
    return [topic for topic, probability in topics if probability >= TOPIC_PROBABILITY]


def _named(topic: str) -> str:
    return topic.replace("_", " ")


def _log_share(times: float, full_times: float) -> float:
    """0 up to the usual, 1 from `full_times` of it, log scale between."""
    if times <= 1:
        return 0.0
    return min(1.0, log10(times) / log10(full_times))


def _times(times: float) -> str:
    return f"{_figure(times)} times"


def _figure(value: float) -> str:
    """Two digits are enough of something rough: 0.4, 7, 1,200."""
    rough = float(f"{value:.2g}")
    return f"{rough:,.0f}" if rough == int(rough) else f"{rough:,.1f}"
