"""What the tests of the classifiers share: a good answer, and fakes of everything around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

from earshot.adapters.classifiers.contract import NoAnswerError
from earshot.adapters.classifiers.question import TOOL
from earshot.domain.assessment import Assessment
from earshot.domain.errors import StoreError

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TEXT = "Third week waiting for my refund."

OWN = Assessment(
    language="en",
    language_confidence=0.98,
    complaint=0.4,
    severity=2.0,
    negative=0.3,
    sarcasm=0.1,
    topics=(("price_billing", 0.6),),
)
ANSWER: dict[str, Any] = {
    "language": "en",
    "language_confidence": 0.99,
    "complaint": 0.9,
    "severity": 3,
    "negative": 0.8,
    "sarcasm": 0.05,
    "topics": [
        {"topic": "waiting_contact", "probability": 0.5},
        {"topic": "price_billing", "probability": 0.9},
    ],
}
ASSESSED = Assessment(
    language="en",
    language_confidence=0.99,
    complaint=0.9,
    severity=3.0,
    negative=0.8,
    sarcasm=0.05,
    topics=(("price_billing", 0.9), ("waiting_contact", 0.5)),
)


def called(given: Any, name: str = TOOL) -> list[dict[str, Any]]:
    """Converse's content blocks where the tool was called."""
    return [{"toolUse": {"toolUseId": "t1", "name": name, "input": given}}]


def said(text: str) -> list[dict[str, Any]]:
    return [{"text": text}]


def conversed(content: list[dict[str, Any]]) -> dict[str, Any]:
    """Converse's whole answer."""
    return {
        "output": {"message": {"role": "assistant", "content": content}},
        "stopReason": "tool_use",
        "usage": {"inputTokens": 900, "outputTokens": 120, "totalTokens": 1020},
        "metrics": {"latencyMs": 700},
    }


def refused(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "no"}}, "Operation")


@dataclass
class FakeClient:
    """Any client: answers each call with the next outcome, the last one for ever; `asked` holds
    (operation, request)."""

    outcomes: Sequence[dict[str, Any] | Exception]
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __call__(self) -> FakeClient:
        return self

    def __getattr__(self, operation: str) -> Callable[..., dict[str, Any]]:
        def call(**request: Any) -> dict[str, Any]:
            outcome = self.outcomes[min(len(self.asked), len(self.outcomes) - 1)]
            self.asked.append((operation, request))
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        return call


@dataclass
class FakeService:
    """Answers `outcome` to everything, and notes what it was sent; costs `price` calls."""

    outcome: Assessment | NoAnswerError = ASSESSED
    price: int = 1
    texts: list[str] = field(default_factory=list)
    during: Callable[[], None] = lambda: None

    def calls(self, built_in: Assessment) -> int:
        return self.price

    def ask(self, text: str, built_in: Assessment) -> Assessment:
        self.texts.append(text)
        self.during()
        if isinstance(self.outcome, NoAnswerError):
            raise self.outcome
        return self.outcome


@dataclass
class FakeBuiltIn:
    answer: Assessment = OWN

    def assess(self, text: str, language: str | None = None) -> Assessment:
        return self.answer


@dataclass
class FakeBudget:
    left: int = 1_000
    reachable: bool = True
    asked: int = 0

    def take(self, calls: int, now: datetime) -> bool:
        self.asked += 1
        if not self.reachable:
            raise StoreError("update_item: ThrottlingException")
        if calls > self.left:
            return False
        self.left -= calls
        return True
