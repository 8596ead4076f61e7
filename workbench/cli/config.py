"""`earshot config`: check the owner's file, push it to a stack."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.failing import told_plainly
from workbench.cli.tables import show

if TYPE_CHECKING:
    from earshot.domain.configuration import Configuration


@click.group()
def config() -> None:
    """Check the owner's configuration, and push it to a stack."""


@config.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Name every fault of FILE with its line, or say what will be watched."""
    from workbench.configuration.clocks import promises
    from workbench.configuration.summary import (
        WATCHED_COLUMNS,
        alerts,
        assigned,
        on_call_now,
        outlets,
        watched,
    )

    configuration = checked(file)
    show(WATCHED_COLUMNS, watched(configuration))
    now = datetime.now(UTC)
    for line in (
        *alerts(configuration),
        *assigned(configuration),
        *promises(configuration),
        *outlets(configuration),
        *on_call_now(configuration, now),
    ):
        click.echo(line)


@config.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--stack", required=True, help="The CloudFormation stack Earshot is deployed as.")
@click.option("--endpoint-url", help="Where AWS is, when it is not AWS: the embedded stack's URL.")
def push(file: Path, stack: str, endpoint_url: str | None) -> None:
    """Check FILE and store it in the stack's table, where the functions read it."""
    from workbench.configuration.pushing import deployed, push

    configuration = checked(file)
    with told_plainly():
        stack_found = deployed(stack, client_of("cloudformation", endpoint_url))
        dynamodb = client_of("dynamodb", endpoint_url)
        pushed = push(configuration, stack_found, dynamodb, datetime.now(UTC))
    if not pushed.changes:
        click.echo(f"nothing changed; version {pushed.version} stays in force")
        return
    click.echo(f"version {pushed.version} is in force; the functions read it within a minute")
    for change in pushed.changes:
        click.echo(f"  {change}")
    for name in pushed.secrets:
        click.echo(f"the secret {name} must be there, as a SecureString")


def checked(file: Path) -> Configuration:
    """The configuration in the file; what is remarked of it is told. Ends the command with every
    fault told where there is any."""
    from workbench.configuration.checking import check, source_options

    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}") from error
    checked = check(content, source_options())
    for fault in checked.faults:
        click.echo(fault.told(str(file)), err=True)
    if checked.configuration is None:
        count = len(checked.faults)
        raise click.ClickException(f"{count} fault{'s' if count != 1 else ''} in {file}")
    for remark in checked.remarks:
        click.echo(f"note: {remark.told(str(file))}", err=True)
    return checked.configuration


def client_of(service: str, endpoint_url: str | None) -> Any:
    import boto3
    from botocore.exceptions import BotoCoreError

    from earshot.domain.errors import StoreError

    try:
        return boto3.client(service, endpoint_url=endpoint_url)
    except BotoCoreError as error:
        # No region, a profile that does not exist: said in botocore's own words.
        raise StoreError(str(error)) from error
