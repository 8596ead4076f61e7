"""The built-in assessment: seven languages, one model, less than a tenth of a millisecond."""

from __future__ import annotations

from earshot.domain.languages import OTHER_LANGUAGE
from earshot.text import deciding
from earshot.text.languages import identify
from earshot.text.model import shipped
from earshot.text.reading import pieces
from earshot.text.sums import Summing
from earshot.text.topics import likely

TYPE_CHECKING = False
if TYPE_CHECKING:
    from earshot.domain.assessment import Assessment
    from earshot.text.model import Model

READ_OTHERS_AS = "en"
"""A text in none of the languages is read as English: what is borrowed most is borrowed from it."""

TOPIC_FLOOR_RATIO = 0.3
"""Below this probability of a complaint a text is about nothing that went wrong."""


class BuiltInClassifier:
    """A `ports.Classifier`. Without `model` it is the shipped one, read when the first text comes,
    or at `load`: a function that assesses nothing pays nothing."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model
        self._reading: tuple[Model, Summing, deciding.Deciding] | None = None
        self._assessment: type[Assessment] | None = None
        self._last_read_as = READ_OTHERS_AS

    def load(self) -> None:
        """Reads the model, where it is not read yet."""
        if self._reading is None:
            self._begin()

    def assess(self, text: str, language: str | None = None) -> Assessment:
        """Any text, in time linear in its length; `language` is the platform's claim."""
        model, summing, decides = self._reading or self._begin()
        seen = pieces(text)
        guessed = self._last_read_as
        known = summing.known(seen, guessed)
        sums = known[0] if known else summing.of_tokens(seen)
        spoken, confidence = identify(sums, model, language)
        read_as = READ_OTHERS_AS if spoken == OTHER_LANGUAGE else spoken
        if known and read_as == guessed:
            meant = known[1]
        else:
            meant = summing.meanings(seen, read_as)
            self._last_read_as = read_as
        found = deciding.evidence(
            summing.log_odds(meant),
            decides.told_apart,
            decides.as_customer,
            sums.tokens,
            sums.shouted,
            sums.stretched,
        )
        decided = deciding.decide(decides, spoken, found)
        about: tuple[tuple[str, float], ...] = ()
        if decided.complaint >= TOPIC_FLOOR_RATIO:
            about = likely(model.topics, summing.topic_log_odds(meant))
        assessed = self._assessment or self._kept()
        return assessed(
            language=spoken,
            language_confidence=confidence,
            complaint=decided.complaint,
            severity=decided.severity,
            negative=decided.negative,
            sarcasm=decided.sarcasm,
            topics=about,
        )

    def _kept(self) -> type[Assessment]:
        # Not with the rest, because dataclasses take longer to import than the model to read:
        # whoever keeps an assessment has them, and nobody else needs them. Once, because even what
        # is imported already takes a microsecond to import again.
        from earshot.domain.assessment import Assessment

        self._assessment = Assessment
        return Assessment

    def _begin(self) -> tuple[Model, Summing, deciding.Deciding]:
        model = self._model or shipped()
        self._reading = (model, Summing(model), deciding.read(model.deciding, model.heads))
        return self._reading
