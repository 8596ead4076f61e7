"""What a service that assesses texts is asked for, and why there may be no answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Protocol

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    ReadTimeoutError,
)
from botocore.parsers import ResponseParserError

from earshot.adapters.aws import Client
from earshot.domain.assessment import Assessment
from earshot.domain.errors import EarshotError

Reason = Literal[
    # before anything is asked
    "nothing_to_ask",
    "language",
    "paused",
    "out_of_time",
    "budget_empty",
    "budget_unreachable",
    # the service
    "access_refused",
    "misconfigured",
    "request_refused",
    "throttled",
    "too_slow",
    "unavailable",
    # what it said
    "unusable_answer",
]

FAILURES: frozenset[Reason] = frozenset(
    {
        "budget_unreachable",
        "access_refused",
        "misconfigured",
        "request_refused",
        "throttled",
        "too_slow",
        "unavailable",
    }
)
"""What tells that the next question would fail as well. An unusable answer does not: a stranger can
provoke one, and must not be able to silence the service for everybody else."""

# "Errors" of Converse, DetectSentiment and ClassifyDocument in their API references; the first two
# are common to every service of AWS's.
_REASONS: dict[str, Reason] = {
    "AccessDeniedException": "access_refused",
    "UnrecognizedClientException": "access_refused",
    "ResourceNotFoundException": "misconfigured",
    "ResourceUnavailableException": "misconfigured",
    "InvalidRequestException": "request_refused",
    "ValidationException": "request_refused",
    "TextSizeLimitExceededException": "request_refused",
    "UnsupportedLanguageException": "language",
    "ThrottlingException": "throttled",
    "TooManyRequestsException": "throttled",
    "ServiceQuotaExceededException": "throttled",
    "ModelTimeoutException": "too_slow",
    "ModelErrorException": "unusable_answer",
}


class NoAnswerError(EarshotError):
    """There is no answer that could be used; `reason` is a word for the log, never a text."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason: Reason = reason


class Service(Protocol):
    """One that answers for money."""

    def calls(self, built_in: Assessment) -> int:
        """How many calls it takes to assess such a text; none where it cannot."""
        ...

    def ask(self, text: str, built_in: Assessment) -> Assessment:
        """NoAnswerError. `text` is as `sent.as_sent` makes it; `built_in` is what stands for all
        that the service says nothing about."""
        ...


class Budget(Protocol):
    def take(self, calls: int, now: datetime) -> bool:
        """False where so many calls are no longer within it. StoreError where nobody can tell."""
        ...


def answer_of(client: Client, operation: str, **request: Any) -> dict[str, Any]:
    """What the service answered. NoAnswerError, its reason told from the error's class and code."""
    try:
        answer: dict[str, Any] = getattr(client(), operation)(**request)
    except (ConnectTimeoutError, ReadTimeoutError) as error:
        raise NoAnswerError("too_slow", f"{operation}: {type(error).__name__}") from error
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        raise NoAnswerError(_REASONS.get(code, "unavailable"), f"{operation}: {code}") from error
    except (BotoCoreError, ResponseParserError) as error:
        raise NoAnswerError("unavailable", f"{operation}: {type(error).__name__}") from error
    return answer
