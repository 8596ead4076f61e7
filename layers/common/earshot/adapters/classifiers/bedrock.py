"""Amazon Bedrock: any of its language models, by the Converse API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earshot.adapters.aws import Client
from earshot.adapters.classifiers.answer import assessment_in
from earshot.adapters.classifiers.contract import NoAnswerError, answer_of
from earshot.adapters.classifiers.question import requests
from earshot.domain.assessment import TOPICS, Assessment

SURE = 2


@dataclass(slots=True)
class Bedrock:
    """`model_id` is anything that Converse takes: a model's id, an inference profile's, an ARN.

    `way` is the way of asking that this model answers to, learnt from the first mentions; `refused`
    counts those in a row that it only answered when asked in a later way.
    """

    client: Client
    model_id: str
    topics: Sequence[str] = TOPICS
    way: int = 0
    refused: int = 0

    def calls(self, built_in: Assessment) -> int:
        return 1

    def ask(self, text: str, built_in: Assessment) -> Assessment:
        """A request that the model refuses as such is not billed, so the next way of asking belongs
        to the same call."""
        ways = requests(text, self.topics)
        for way in range(self.way, len(ways)):
            try:
                answer = answer_of(self.client, "converse", modelId=self.model_id, **ways[way])
            except NoAnswerError as error:
                if error.reason == "request_refused" and way + 1 < len(ways):
                    continue
                raise
            self._learn(way)
            return assessment_in(_content(answer), self.topics)
        raise NoAnswerError("request_refused")

    def _learn(self, way: int) -> None:
        """One text that is refused must not change how all others are asked; two in a row do."""
        self.refused = self.refused + 1 if way > self.way else 0
        if self.refused == SURE:
            self.way, self.refused = way, 0


def _content(answer: dict[str, object]) -> object:
    found: object = answer
    for name in ("output", "message", "content"):
        found = found.get(name) if isinstance(found, dict) else None
    return found
