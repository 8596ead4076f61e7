"""What functions start from: settings, the table, the owner's configuration, queues, channels."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from earshot.adapters.aws import CHANNEL_CONFIG, ParameterSecrets, SqsQueue, client
from earshot.adapters.store.configuration import TableConfiguration
from earshot.adapters.store.table import Table
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NotConfiguredError
from earshot.settings import Settings, from_environment

if TYPE_CHECKING:
    from earshot.adapters.channels.chat import Chats
    from earshot.adapters.channels.notifier import Channels
    from earshot.adapters.http import SafeHttp

CONFIGURATION_SECONDS = 30
"""How long a function works with a configuration before it looks again: a push is in force
everywhere within half a minute, and a busy function reads it twice a minute instead of always."""

CONNECT_SECONDS = 1

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


def queue() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("poll_queue_url"))


def set_aside() -> SqsQueue:
    return SqsQueue(partial(client, "sqs"), settings().needed("set_aside_url"))


def notifier() -> Channels:
    from earshot.adapters.channels.mail import SesMail
    from earshot.adapters.channels.notifier import Channels
    from earshot.adapters.channels.sms import SnsSms

    return Channels(
        texts=SnsSms(partial(client, "sns", CHANNEL_CONFIG)),
        mail=SesMail(
            partial(client, "sesv2", CHANNEL_CONFIG),
            settings().needed("email_sender"),
            settings().mail_configuration_set,
        ),
        chats=_chats,
    )


@cache
def _chats() -> Chats:
    from earshot.adapters.channels.chat import Chats
    from earshot.adapters.remembered_secrets import RememberedSecrets

    prefix = settings().needed("secrets_prefix")
    ssm = partial(client, "ssm", CHANNEL_CONFIG)
    return Chats(http=http, secrets=RememberedSecrets(ParameterSecrets(ssm, prefix), now))


@cache
def http() -> SafeHttp:
    from earshot.adapters.http import SafeHttp

    # Operators of what we read should be able to reach us: alerts are sent from a real address.
    return SafeHttp(
        contact=settings().needed("email_sender"), private_hosts=settings().private_hosts
    )
