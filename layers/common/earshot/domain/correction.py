"""Corrections: where a person says that the assessment was wrong, and what is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from earshot.domain.assessment import TOPICS, Assessment

CORRECTING = frozenset({"dismiss", "missed"})
"""The entries of a journal by which a person corrects an assessment."""

USUAL_SEVERITY = 2
"""Of a missed complaint whose severity nobody gave: displeasure, the middle of the scale."""

MOST_TOPICS = 3
"""As many as the corpus gives a complaint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What a person says of a complaint that was taken for none; no `topics`: as assessed."""

    severity: int = USUAL_SEVERITY
    topics: tuple[str, ...] = ()


def as_missed(assessment: Assessment, missed: Missed) -> Assessment:
    """The assessment as the person corrects it."""
    given = tuple((topic, 1.0) for topic in missed.topics)
    return replace(
        assessment,
        complaint=1.0,
        severity=float(missed.severity),
        topics=given or assessment.topics or (("other", 1.0),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a text is to be learnt as, in the words of the corpus."""

    kind: Literal["complaint", "everyday"]
    severity: int
    tone: Literal["negative", "neutral"]
    topics: tuple[str, ...]
    sarcasm: bool


def dismissed_label(assessment: Assessment) -> Label:
    """Of a false alarm: no complaint, in the tone that was heard."""
    return Label(
        kind="everyday",
        severity=0,
        tone=_tone(assessment),
        topics=(),
        sarcasm=assessment.sarcasm >= 0.5,
    )


def missed_label(assessment: Assessment, missed: Missed) -> Label:
    """Of a missed complaint. Owners' own topics are left out: no model learns them."""
    ours = [topic for topic in missed.topics if topic in TOPICS]
    assessed = [t for t, probability in assessment.topics if t in TOPICS and probability >= 0.5]
    return Label(
        kind="complaint",
        severity=missed.severity,
        tone=_tone(assessment),
        topics=tuple((ours or assessed or ["other"])[:MOST_TOPICS]),
        sarcasm=assessment.sarcasm >= 0.5,
    )


def _tone(assessment: Assessment) -> Literal["negative", "neutral"]:
    return "negative" if assessment.negative >= 0.5 else "neutral"
