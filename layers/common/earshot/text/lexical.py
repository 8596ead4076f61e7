"""The built-in assessment: cues of seven languages, weighed by one small model for all."""

from __future__ import annotations

import math
from collections.abc import Mapping

from earshot.domain.assessment import LANGUAGES, Assessment
from earshot.text.folding import read
from earshot.text.languages import identify
from earshot.text.signals import Signals, signals_in
from earshot.text.weights import COMPLAINT, NEGATIVE, SARCASM, SEVERITY

READ_OTHERS_AS = "en"
"""A text in none of the languages is read as English: what is borrowed most is borrowed from it."""

_FACTS = ("problem", "waiting", "unanswered", "overcharge", "danger")
_BLAME = ("accuse", "threat", "reproach")

_TOPIC_FLOOR_RATIO = 0.3
"""Below this probability of a complaint a text is about nothing that went wrong."""


class LexicalClassifier:
    """A `ports.Classifier` without state: a lexicon is compiled when its language is first met."""

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """Any text, in time linear in its length; `language` is the platform's claim."""
        reading = read(text)
        found, confidence = identify(reading, language)
        signals = signals_in(reading, found if found in LANGUAGES else READ_OTHERS_AS)
        features = features_of(signals)
        complaint = _probability(_weighed(COMPLAINT, features))
        level = min(4.0, max(1.0, _weighed(SEVERITY, features)))
        return Assessment(
            language=found,
            language_confidence=confidence,
            complaint=complaint,
            severity=complaint * level,
            negative=_probability(_weighed(NEGATIVE, features)),
            sarcasm=_probability(_weighed(SARCASM, features)),
            topics=_topics(signals.topics) if complaint >= _TOPIC_FLOOR_RATIO else (),
        )


def features_of(signals: Signals) -> dict[str, float]:
    """The signals, and what only their company tells."""
    kinds = dict(signals.kinds)
    facts = sum(kinds.get(kind, 0.0) for kind in _FACTS)
    blame = sum(kinds.get(kind, 0.0) for kind in _BLAME)
    kinds["grievance"] = min(1.0, facts + blame) * min(1.0, kinds.get("own", 0.0))
    kinds["idle_question"] = min(1.0, kinds.get("question", 0.0)) * (facts + blame == 0)
    # "No problems with the phone" names a thing that could have failed.
    about = 0.0 if kinds.get("fine") else sum(signals.topics.values())
    kinds["topics"] = min(1.0, about)
    kinds["bias"] = 1.0
    return kinds


def _weighed(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weights[kind] * value for kind, value in features.items() if kind in weights)


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _topics(counts: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """One cue makes a topic likely, three make it near certain; without any it is `other`."""
    if not counts:
        return (("other", 0.5),)
    likely = [(topic, 1 - 0.4 ** max(1.0, count)) for topic, count in counts.items()]
    return tuple(sorted(likely, key=lambda pair: (-pair[1], pair[0])))
