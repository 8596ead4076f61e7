"""Examining: every finding there is about a deployed Earshot, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.account import AwsAccount
from earshot.adapters.store.addresses import TableAddresses
from earshot.adapters.store.budgets import TableBudget
from earshot.adapters.store.configuration import TableConfiguration
from earshot.adapters.store.polls import TablePolls
from earshot.adapters.store.table import Table
from earshot.domain.account import Account
from earshot.domain.account.findings import findings
from earshot.domain.configuration import Configuration
from earshot.domain.errors import EarshotError
from earshot.domain.finding import Finding, Level
from workbench.doctor import parts, told
from workbench.doctor.stack import ClientOf, Stack

ORDER: tuple[Level, ...] = ("bad", "warn", "ok")


def examine(
    stack: Stack, written: Configuration | None, client_of: ClientOf, now: datetime
) -> tuple[Finding, ...]:
    """`written` is the owner's file, None where none is at hand. What cannot be looked at is a
    finding too, and keeps nothing else from being looked at."""
    client_of = cache(client_of)
    table = Table(client_of("dynamodb"), stack.outputs["TableName"])
    found: list[Finding] = []

    def look(name: str, check: Callable[[], Iterable[Finding]]) -> None:
        found.extend(_looked(name, check))

    current = _current(table, look, written)
    look("schedules", lambda: parts.schedules(stack, client_of))
    look("stream_mappings", lambda: parts.stream_mappings(stack, client_of))
    look("state_machine", lambda: parts.state_machine(stack, client_of))
    look("escalations", lambda: parts.failed_escalations(stack, client_of, now))
    look("set_aside", lambda: parts.given_up(stack, client_of))
    look("alarms", lambda: parts.alarms(stack, client_of))
    account = account_of(stack, client_of, now)
    if current is not None:
        known = current
        look("last_poll", lambda: parts.last_poll(TablePolls(table), known, now))
        prefix = stack.outputs["SecretsPrefix"]
        look("secrets", lambda: told.secrets(known, prefix, client_of("ssm")))
        standings = TableAddresses(table).standings
        look("contacts", lambda: told.contacts(known, account, standings, now))
        look("rotations", lambda: told.rotations(known, now))
        cap = known.caps.sms_a_month
        sms = TableBudget(table, "sms", cap, cap)
        look("account", lambda: findings(account, known.contacts, known.caps, sms.used(now)))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.level)))


def account_of(stack: Stack, client_of: ClientOf, now: datetime) -> Account:
    ses = client_of("sesv2")
    return AwsAccount(
        ses=lambda: ses,
        sns=lambda: client_of("sns"),
        cloudwatch=lambda: client_of("cloudwatch"),
        sender=stack.parameters.get("EmailSender", ""),
        region=ses.meta.region_name,
    ).read(now)


def _current(
    table: Table,
    look: Callable[[str, Callable[[], Iterable[Finding]]], None],
    written: Configuration | None,
) -> Configuration | None:
    """The configuration in force; without one, there is no more to say of what the owner told."""
    read: list[Configuration | None] = []

    def check() -> Iterable[Finding]:
        read.append(TableConfiguration(table).current())
        return told.configuration(read[0], written)

    look("configuration", check)
    return read[0] if read else None


def _looked(name: str, check: Callable[[], Iterable[Finding]]) -> list[Finding]:
    try:
        return list(check())
    except ClientError as error:
        code = error.response["Error"]["Code"]
        return [_unseen(name, f"{error.operation_name}: {code}")]
    except (BotoCoreError, EarshotError) as error:
        return [_unseen(name, str(error))]


def _unseen(name: str, why: str) -> Finding:
    return Finding(
        name=name,
        level="warn",
        what=f"cannot be looked at ({why})",
        why="what is wrong there is not seen",
        to_do="run it as somebody who may ask that, or look again in a while",
    )
