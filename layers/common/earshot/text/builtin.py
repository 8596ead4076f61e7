"""The built-in assessment: seven languages, one model, less than a tenth of a millisecond."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from earshot.domain.assessment import OTHER_LANGUAGE, Assessment
from earshot.text import deciding
from earshot.text.languages import identify
from earshot.text.model import Model, shipped
from earshot.text.reading import pieces
from earshot.text.sums import Summing
from earshot.text.topics import likely

READ_OTHERS_AS = "en"
"""A text in none of the languages is read as English: what is borrowed most is borrowed from it."""

TOPIC_FLOOR_RATIO = 0.3
"""Below this probability of a complaint a text is about nothing that went wrong."""


class _Reading(NamedTuple):
    model: Model
    summing: Summing
    deciding: deciding.Deciding


class BuiltInClassifier:
    """A `ports.Classifier`. Without `model` it is the shipped one, read when the first text comes:
    a function that assesses nothing pays nothing."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model

    @cached_property
    def _reading(self) -> _Reading:
        model = self._model or shipped()
        return _Reading(model, Summing(model), deciding.read(model.deciding, model.heads))

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """Any text, in time linear in its length; `language` is the platform's claim."""
        model, summing, decides = self._reading
        seen = pieces(text)
        sums = summing.of_tokens(seen)
        spoken, confidence = identify(sums, model, language)
        concepts = summing.concepts(seen, READ_OTHERS_AS if spoken == OTHER_LANGUAGE else spoken)
        found = deciding.evidence(
            summing.log_odds(sums, concepts),
            decides.told_apart,
            sums.tokens,
            sums.shouted,
            sums.stretched,
        )
        decided = deciding.decide(decides, spoken, found)
        about: tuple[tuple[str, float], ...] = ()
        if decided.complaint >= TOPIC_FLOOR_RATIO:
            about = likely(model.topics, summing.topic_log_odds(seen, concepts))
        return Assessment(
            language=spoken,
            language_confidence=confidence,
            complaint=decided.complaint,
            severity=decided.severity,
            negative=decided.negative,
            sarcasm=decided.sarcasm,
            topics=about,
        )
