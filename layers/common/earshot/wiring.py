"""Wiring: the only place where adapters are built, and only those in use.

Each builder imports what only it needs, so that a function starts without the others'.
"""

from __future__ import annotations

import os
import secrets
import time
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import (
    CHANNEL_CONFIG,
    ParameterSecrets,
    SqsQueue,
    StepFunctionsEscalations,
    client,
)
from earshot.adapters.store.configuration import TableConfiguration
from earshot.adapters.store.table import Table
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotConfiguredError
from earshot.settings import Settings, from_environment

if TYPE_CHECKING:
    from earshot.adapters.http import SafeHttp
    from earshot.adapters.notifier import AwsNotifier
    from earshot.adapters.store.cases import TableCases
    from earshot.adapters.store.deliveries import TableDeliveries
    from earshot.adapters.store.followups import TableFollowUps
    from earshot.adapters.store.mentions import TableMentions
    from earshot.adapters.store.polls import TablePolls
    from earshot.flows.acting import Acting
    from earshot.flows.alerting import Alerting
    from earshot.flows.delivering import Delivering
    from earshot.flows.polling import Polling
    from earshot.flows.reading import Reading
    from earshot.flows.reminding import Reminding
    from earshot.flows.scoring import Scoring
    from earshot.ports import Classifier

CONFIGURATION_SECONDS = 30
"""How long a function works with a configuration before it looks again: a push is in force
everywhere within half a minute, and a busy function reads it twice a minute instead of always."""

TOKEN_BYTES = 18
"""144 random bits in 24 characters; the rule asks for 128."""


@cache
def settings() -> Settings:
    return from_environment(os.environ)


@cache
def table() -> Table:
    return Table(client("dynamodb"), settings().table)


def now() -> datetime:
    return datetime.now(UTC)


def configuration() -> Configuration:
    """The owner's, at most CONFIGURATION_SECONDS old; NotConfiguredError where none was pushed."""
    current = _current(_period())
    if current is None:
        raise NotConfiguredError("no configuration was pushed yet: run earshot config push")
    return current


def is_configured() -> bool:
    """False before the first push, when there is nothing to do and nothing wrong."""
    return _current(_period()) is not None


def _period() -> int:
    return int(time.time() // CONFIGURATION_SECONDS)


@lru_cache(maxsize=1)
def _current(period: int) -> Configuration | None:
    return TableConfiguration(table()).current()


def cases() -> TableCases:
    from earshot.adapters.store.cases import TableCases

    return TableCases(table(), configuration().retention.closed_cases_seconds)


def polls() -> TablePolls:
    from earshot.adapters.store.polls import TablePolls

    return TablePolls(table())


def mentions() -> TableMentions:
    from earshot.adapters.store.mentions import TableMentions

    return TableMentions(table())


def follow_ups() -> TableFollowUps:
    from earshot.adapters.store.followups import TableFollowUps

    return TableFollowUps(table())


def deliveries() -> TableDeliveries:
    from earshot.adapters.store.deliveries import TableDeliveries

    return TableDeliveries(table())


def queue() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("poll_queue_url"))


def set_aside() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("set_aside_url"))


def notifier() -> AwsNotifier:
    from earshot.adapters.notifier import AwsNotifier

    sender = settings().needed("email_sender")
    return AwsNotifier(
        partial(client, "sns", CHANNEL_CONFIG), partial(client, "sesv2", CHANNEL_CONFIG), sender
    )


@cache
def http() -> SafeHttp:
    from earshot.adapters.http import SafeHttp

    # Operators of what we read should be able to reach us: alerts are sent from a real address.
    return SafeHttp(
        contact=settings().needed("email_sender"), private_hosts=settings().private_hosts
    )


@cache
def classifier() -> Classifier:
    from earshot.text.lexical import LexicalClassifier

    return LexicalClassifier()


def polling() -> Polling:
    from earshot.flows.polling import Polling
    from earshot.sources.registry import load

    return Polling(
        configuration=configuration(),
        polls=polls(),
        mentions=mentions(),
        http=http(),
        secrets=ParameterSecrets(partial(client, "ssm"), settings().needed("secrets_prefix")),
        source=load,
        clock=now,
    )


def scoring() -> Scoring:
    from earshot.flows.delivering import deliver
    from earshot.flows.scoring import Scoring

    return Scoring(
        configuration=configuration(),
        classifier=classifier(),
        cases=cases(),
        clock=now,
        deliver=partial(deliver, delivering=delivering()),
    )


def delivering() -> Delivering:
    from earshot.flows.delivering import Delivering

    return Delivering(
        cases=cases(),
        mentions=mentions(),
        follow_ups=follow_ups(),
        escalations=StepFunctionsEscalations(
            partial(client, "stepfunctions"), settings().needed("escalation_arn")
        ),
    )


def alerting() -> Alerting:
    from earshot.flows.alerting import Alerting

    return Alerting(
        configuration=configuration(),
        cases=cases(),
        deliveries=deliveries(),
        notifier=notifier(),
        clock=now,
        secret=partial(secrets.token_urlsafe, TOKEN_BYTES),
        api_url=settings().needed("api_url"),
    )


def reminding() -> Reminding:
    from earshot.flows.reminding import Reminding

    return Reminding(
        configuration=configuration(),
        cases=cases(),
        deliveries=deliveries(),
        notifier=notifier(),
        clock=now,
        api_url=settings().needed("api_url"),
    )


def acting() -> Acting:
    from earshot.flows.acting import Acting

    return Acting(configuration=configuration(), cases=cases(), deliveries=deliveries(), clock=now)


def reading() -> Reading:
    from earshot.adapters.store.lookups import TableLookups
    from earshot.flows.reading import Reading

    return Reading(
        configuration=configuration(),
        cases=cases(),
        mentions=mentions(),
        lookups=TableLookups(table()),
        polls=polls(),
        clock=now,
    )
