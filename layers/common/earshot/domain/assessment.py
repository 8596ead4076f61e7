"""An assessment: what a mention's text tells."""

from __future__ import annotations

from dataclasses import dataclass

TOPICS = (
    "product_fault",
    "delivery",
    "price_billing",
    "service_staff",
    "waiting_contact",
    "website_app",
    "outage",
    "safety",
    "privacy_fraud",
    "discrimination",
    "policy",
    "other",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the text tells, as calibrated probabilities (0-1) unless said otherwise.

    `language` is one of LANGUAGES, or OTHER_LANGUAGE. `complaint` is 0.5 where calling a text a
    complaint is right most often. `severity` is the expected level, 0-4, which is 0 where a
    complaint is unlikely: 0 no complaint, 1 facts without reproach, 2 displeasure, 3 an accusation
    or a demand, 4 blame, boycott, lawyer, press. `topics` are (topic, probability), most probable
    first; no complaint has none.
    """

    language: str
    language_confidence: float
    complaint: float
    severity: float
    negative: float
    sarcasm: float
    topics: tuple[tuple[str, float], ...] = ()


def is_complaint(assessment: Assessment, threshold_ratio: float) -> bool:
    """True at the threshold and above."""
    return assessment.complaint >= threshold_ratio
