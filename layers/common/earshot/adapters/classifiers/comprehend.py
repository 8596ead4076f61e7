"""Amazon Comprehend: the tone, and the probability of a complaint where the owner trained that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from earshot.adapters.aws import Client
from earshot.adapters.classifiers.answer import MOST_SEVERE, topics_of
from earshot.adapters.classifiers.contract import NoAnswerError, answer_of
from earshot.domain.assessment import Assessment
from earshot.text.deciding import share_of_level

LANGUAGES = frozenset({"en", "es", "fr", "de", "it", "pt"})
"""Those of ours that DetectSentiment takes: not Dutch."""

COMPLAINT_CLASS = "complaint"
"""What the owner's own classifier calls a complaint, in any case of letters."""


@dataclass(frozen=True, slots=True)
class Comprehend:
    """Language, sarcasm and topics stay the built-in classifier's, which Comprehend says nothing
    about, or charges for. Without an `endpoint_arn` (of a custom classifier) only the tone is
    Comprehend's."""

    client: Client
    endpoint_arn: str = ""

    def calls(self, built_in: Assessment) -> int:
        if built_in.language not in LANGUAGES:
            return 0
        return 2 if self.endpoint_arn else 1

    def ask(self, text: str, built_in: Assessment) -> Assessment:
        """NoAnswerError where either call fails: half an answer would be neither's."""
        tone = answer_of(self.client, "detect_sentiment", Text=text, LanguageCode=built_in.language)
        assessment = replace(built_in, negative=_negative(tone))
        if not self.endpoint_arn:
            return assessment
        classified = answer_of(
            self.client, "classify_document", Text=text, EndpointArn=self.endpoint_arn
        )
        return _as_complaint(assessment, _complaint(classified))


def _negative(answer: Mapping[str, Any]) -> float:
    """Where the tone is mixed there are two, and one of them is negative: half of it counts."""
    scores = answer.get("SentimentScore")
    if not isinstance(scores, dict):
        raise NoAnswerError("unusable_answer", "no scores of the tone")
    return min(1.0, _ratio(scores.get("Negative")) + _ratio(scores.get("Mixed")) / 2)


def _complaint(answer: Mapping[str, Any]) -> float:
    """A classifier of one class out of several lists Classes, one of any number of them Labels."""
    for entry in [*(answer.get("Classes") or ()), *(answer.get("Labels") or ())]:
        if isinstance(entry, dict) and str(entry.get("Name")).lower() == COMPLAINT_CLASS:
            return _ratio(entry.get("Score"))
    raise NoAnswerError("unusable_answer", "no class of that name")


def _as_complaint(built_in: Assessment, complaint: float) -> Assessment:
    """Its level as a complaint, which is 1 at least, is the built-in classifier's, as far as that
    gave it one."""
    share = share_of_level(built_in.complaint)
    level = built_in.severity / share if share else 1.0
    return replace(
        built_in,
        complaint=complaint,
        severity=share_of_level(complaint) * min(MOST_SEVERE, max(1.0, level)),
        topics=topics_of(complaint, built_in.topics),
    )


def _ratio(value: object) -> float:
    """Scores come as single-precision numbers, which may end a hair above 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1.001:
        raise NoAnswerError("unusable_answer", "a score out of its range")
    return min(1.0, float(value))
