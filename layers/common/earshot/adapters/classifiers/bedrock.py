"""Amazon Bedrock: any of its language models, by the Converse API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earshot.adapters.classifiers.answer import assessment_in
from earshot.adapters.classifiers.converse import Conversing
from earshot.adapters.classifiers.question import requests
from earshot.domain.assessment import TOPICS, Assessment


@dataclass(slots=True)
class Bedrock(Conversing):
    topics: Sequence[str] = TOPICS

    def calls(self, built_in: Assessment) -> int:
        return 1

    def ask(self, text: str, built_in: Assessment) -> Assessment:
        return assessment_in(self.content(requests(text, self.topics)), self.topics)
