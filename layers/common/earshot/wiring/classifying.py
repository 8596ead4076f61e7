"""Who tells complaints: the built-in model, or a service that the owner switched on."""

from __future__ import annotations

from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from botocore.config import Config

from earshot.adapters.aws import client
from earshot.wiring import shared

if TYPE_CHECKING:
    from earshot.adapters.classifiers.contract import NoAnswerError, Service
    from earshot.adapters.classifiers.service_first import Experience
    from earshot.ports import Classifier


BATCH_SECONDS = 55
"""What score_impact may spend of its 60 s, its classifier's last question included."""


ATTEMPTS = 2
"""A second one, because a connection kept from before Lambda froze the process is dead."""


def classifier() -> Classifier:
    """The built-in one, or the service that the owner switched on, with the built-in one behind it.

    Built anew for every batch, whose time the service may not use up.
    """
    if shared.settings().classifier == "built_in":
        return built_in()
    from earshot.adapters.classifiers.service_first import ServiceFirst
    from earshot.adapters.store.budgets import TableBudget

    return ServiceFirst(
        service=_service(),
        built_in=built_in(),
        budget=TableBudget(
            shared.table(),
            "classifier",
            shared.settings().classifier_calls_per_day,
            shared.settings().classifier_calls_per_month,
        ),
        experience=_experience(),
        clock=shared.now,
        ends_at=shared.now()
        + timedelta(seconds=asking_seconds(shared.settings().classifier_timeout_seconds)),
        fell_back=_tell_fallback,
    )


def asking_seconds(timeout_seconds: int) -> int:
    """How long one batch may go on asking. The last question can take two calls, each with all its
    attempts and up to a second between them."""
    return BATCH_SECONDS - 2 * (ATTEMPTS * (shared.CONNECT_SECONDS + timeout_seconds) + 1)


@cache
def built_in() -> Classifier:
    from earshot.text.builtin import BuiltInClassifier

    return BuiltInClassifier()


@cache
def _service() -> Service:
    timeouts = Config(
        connect_timeout=shared.CONNECT_SECONDS,
        read_timeout=shared.settings().classifier_timeout_seconds,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
    )
    if shared.settings().classifier == "bedrock":
        from earshot.adapters.classifiers.bedrock import Bedrock

        return Bedrock(
            partial(client, "bedrock-runtime", timeouts), shared.settings().bedrock_model_id
        )
    from earshot.adapters.classifiers.comprehend import Comprehend

    return Comprehend(
        partial(client, "comprehend", timeouts), shared.settings().comprehend_endpoint
    )


@cache
def _experience() -> Experience:
    from earshot.adapters.classifiers.service_first import Experience

    return Experience()


def _tell_fallback(error: NoAnswerError) -> None:
    from earshot.telemetry import log

    log.warning("assessed by the built-in classifier", reason=error.reason, error=str(error))
