"""From a text to the probabilities of the three answers; what that takes is read when needed."""

from __future__ import annotations

from math import exp

from earshot.text.answering.evidence import MOST_WORDS, Phrases, evidence, points_nowhere
from earshot.text.answering.said import said
from earshot.text.answering.weights import ANSWERS, Weights, agreed, phrases_read, shipped
from earshot.text.answering.wording import wording
from earshot.text.builtin import READ_OTHERS_AS, BuiltInClassifier
from earshot.text.model import shipped as shipped_model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from earshot.text.lexicon import Lexicon

_TELLING_WORDS = 6
"""From so many words on a text may be a new complaint, or about something else; what the text model
says of it is evidence then, where the words are hardly those of an answer. Otherwise it only
errs: it hears a complaint in "not one outage since"."""

_SHORT_WORDS = 3
"""Up to so many words tell no language; then the claim does."""


class Reading:
    """What words mean: the answers' own phrases, and the lexicons of the text model behind them."""

    def __init__(self, phrases: dict[str, str], classifier: BuiltInClassifier) -> None:
        self._classifier = classifier
        self._phrases = {language: phrases_read(lines) for language, lines in phrases.items()}
        self._others = agreed(self._phrases.values())
        self._concepts: dict[str, Callable[[str], str | None]] = {}

    def evidence(self, text: str, language: str) -> list[str]:
        """Of the writer's own words; `language` is one of ours."""
        own: Phrases = self._phrases[language]
        found = evidence(text, own, self._others, self._concept_of(language))
        many = len(text.split(None, MOST_WORDS))
        if many >= _TELLING_WORDS and points_nowhere(found, many):
            assessed = self._classifier.assess(text, language)
            complaint, negative = int(4.99 * assessed.complaint), int(3.99 * assessed.negative)
            found += [f"ac {complaint}", f"an {negative}", f"acn {complaint} {negative}"]
        return found

    def wording(self, text: str, language: str) -> list[str]:
        """Of the writer's own words, as they are."""
        return wording(text, language, self._concept_of(language))

    def knows(self, language: str) -> bool:
        return language in self._phrases

    def _concept_of(self, language: str) -> Callable[[str], str | None]:
        if language not in self._concepts:
            model = shipped_model()
            names = {number: name for name, number in model.concepts.items()}
            lexicon: Lexicon = model.lexicon(language)

            def concept(word: str) -> str | None:
                number = lexicon.concept(word)
                return None if number is None else names[number]

            self._concepts[language] = concept
        return self._concepts[language]


class Judge:
    """Judges texts by one set of weights."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or shipped()
        self._classifier = BuiltInClassifier()
        self._reading = Reading(self._weights.phrases, self._classifier)

    def probabilities(self, text: str, language: str | None) -> dict[str, float]:
        """Of each of ANSWERS; `language` is a claim."""
        own = said(text)
        spoken = self._spoken(own, language)
        scores = self._weights.scores(
            self._reading.evidence(own, spoken), self._reading.wording(own, spoken)
        )
        highest = max(scores)
        shares = [exp(score - highest) for score in scores]
        total = sum(shares)
        return {name: share / total for name, share in zip(ANSWERS, shares, strict=True)}

    def _spoken(self, own: str, claimed: str | None) -> str:
        claim = claimed.strip().lower().replace("_", "-").split("-")[0] if claimed else ""
        if self._reading.knows(claim) and len(own.split(None, _SHORT_WORDS)) <= _SHORT_WORDS:
            return claim
        found = self._classifier.assess(own, claimed).language
        if self._reading.knows(found):
            return found
        return claim if self._reading.knows(claim) else READ_OTHERS_AS
