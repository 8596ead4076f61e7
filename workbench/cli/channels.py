"""`earshot channels`: a trial of how a contact is reached."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.config import checked, client_of
from workbench.cli.failing import safe, told_plainly
from workbench.cli.sources import files_of

if TYPE_CHECKING:
    from workbench.trying.channels import Ways


@click.group()
def channels() -> None:
    """How contacts are reached."""


@channels.command("try")
@click.argument("contact")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    default=Path("earshot.yaml"),
    show_default=True,
    help="The configuration.",
)
@click.option("--secret", "given", multiple=True, metavar="NAME=FILE", help="A secret, in a file.")
@click.option("--stack", help="The stack whose secrets are used, and whose account sends.")
@click.option("--endpoint-url", help="Where AWS is, when it is not AWS: the embedded stack's URL.")
@click.option(
    "--private-host",
    "private_hosts",
    multiple=True,
    metavar="HOST:PORT",
    help="An address that may be private, for a server of your own.",
)
@click.pass_context
def try_channels(  # noqa: PLR0917  click passes an option by each name
    context: click.Context,
    contact: str,
    file: Path,
    given: tuple[str, ...],
    stack: str | None,
    endpoint_url: str | None,
    private_hosts: tuple[str, ...],
) -> None:
    """Send one test message to CONTACT by each of their channels, and say what came of each.

    A chat's secret comes from --secret, from the environment (EARSHOT_SECRET_TEAM_CHAT for
    team-chat), or from the --stack. SMS and mail need the --stack. Exit code 1 where one failed.
    """
    from workbench.trying.channels import told, tried

    configuration = checked(file)
    failed = False
    with told_plainly():
        person = configuration.contact(contact)
        ways = _ways(stack, endpoint_url, files_of(given), frozenset(private_hosts))
        for attempt in tried(person, ways):
            failed = failed or attempt.error is not None
            for line in told(attempt):
                click.echo(safe(line))
    context.exit(1 if failed else 0)


def _ways(
    stack: str | None,
    endpoint_url: str | None,
    files: dict[str, Path],
    private_hosts: frozenset[str],
) -> Ways:
    from earshot.adapters.aws import ParameterSecrets
    from earshot.adapters.channels.chat import Chats
    from earshot.adapters.channels.mail import SesMail
    from earshot.adapters.channels.sms import SnsSms
    from earshot.adapters.http import SafeHttp
    from workbench.configuration.pushing import deployed
    from workbench.trying.channels import Ways, sender_of
    from workbench.trying.secrets import GivenSecrets

    def http() -> SafeHttp:
        return SafeHttp(contact="its owner", private_hosts=private_hosts)

    if stack is None:
        secrets = GivenSecrets(files, os.environ)
        return Ways(sms=None, email=None, chat=Chats(http, secrets).send)
    cloudformation = client_of("cloudformation", endpoint_url)
    prefix = deployed(stack, cloudformation).secrets_prefix.rstrip("/")
    sender = sender_of(stack, cloudformation)
    sns, ses, ssm = (client_of(name, endpoint_url) for name in ("sns", "sesv2", "ssm"))
    secrets = GivenSecrets(files, os.environ, ParameterSecrets(lambda: ssm, prefix))
    return Ways(
        sms=SnsSms(lambda: sns).send,
        email=SesMail(lambda: ses, sender).send,
        chat=Chats(http, secrets).send,
    )
