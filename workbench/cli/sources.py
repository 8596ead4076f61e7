"""`earshot sources`: how each source is, and a trial of one."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from workbench.cli.api import print_sources
from workbench.cli.config import checked, client_of
from workbench.cli.failing import safe, told_plainly


@click.group(invoke_without_command=True)
@click.option("--url", envvar="EARSHOT_URL", help="Where the API is.")
@click.option("--token", envvar="EARSHOT_TOKEN", help="A JWT, where a route asks for one.")
@click.option("--json", "as_json", is_flag=True, help="The API's answer as it came.")
@click.pass_context
def sources(context: click.Context, url: str | None, token: str | None, as_json: bool) -> None:
    """Each watch in each source: how it is, and since when."""
    if context.invoked_subcommand is not None:
        return
    if url is None:
        raise click.UsageError("Missing option '--url'.", context)
    print_sources(url, token, as_json)


@sources.command("try")
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--secret", "given", multiple=True, metavar="NAME=FILE", help="A secret, in a file.")
@click.option("--stack", help="The stack whose secrets are used.")
@click.option("--endpoint-url", help="Where AWS is, when it is not AWS: the embedded stack's URL.")
@click.option(
    "--private-host",
    "private_hosts",
    multiple=True,
    metavar="HOST:PORT",
    help="An address that may be private, for a server of your own.",
)
@click.option("--mentions", type=click.IntRange(0, 100), default=5, show_default=True)
@click.pass_context
def try_source(  # noqa: PLR0917  click passes an option by each name
    context: click.Context,
    name: str,
    file: Path,
    given: tuple[str, ...],
    stack: str | None,
    endpoint_url: str | None,
    private_hosts: tuple[str, ...],
    mentions: int,
) -> None:
    """Read NAME of the configuration in FILE once, live, and store nothing.

    NAME is a source (mastodon), a watch (acme-main), both (acme-main/mastodon) or a key as `earshot
    sources` shows it. Shown are the requests without their secrets, what the platform says of its
    limits, and the first mentions. A secret comes from --secret, from the environment
    (EARSHOT_SECRET_MASTODON_TOKEN for mastodon-token), or from the --stack.
    """
    from earshot.adapters.http import SafeHttp
    from earshot.sources.registry import load
    from workbench.trying.secrets import GivenSecrets
    from workbench.trying.telling import told
    from workbench.trying.trial import Trying, found, tried

    configuration = checked(file)
    with told_plainly():
        pair = found(name, configuration)
        stacks, sessions = (None, None) if stack is None else _of_stack(stack, endpoint_url)
        owner = configuration.contact(configuration.owner)
        trying = Trying(
            configuration=configuration,
            http=SafeHttp(
                contact=owner.email or "its owner", private_hosts=frozenset(private_hosts)
            ),
            secrets=GivenSecrets(files_of(given), os.environ, stacks),
            source=load,
            sessions=sessions,
            clock=lambda: datetime.now(UTC),
        )
        trial = tried(pair, trying)
    for line in told(trial, mentions):
        click.echo(safe(line))
    context.exit(0 if trial.error is None else 1)


def files_of(given: tuple[str, ...]) -> dict[str, Path]:
    """The files by the secrets' names, of what --secret was given."""
    files = {}
    for each in given:
        name, separator, path = each.partition("=")
        if not (name and separator and path):
            raise click.UsageError(f"--secret is NAME=FILE, and not {each!r}")
        files[name] = Path(path)
    return files


def _of_stack(stack: str, endpoint_url: str | None) -> tuple[Any, Any]:
    """The stack's secrets, and the sessions that its poller keeps."""
    from earshot.adapters.aws import ParameterSecrets
    from earshot.adapters.sessions import ParameterSessions
    from workbench.configuration.pushing import deployed

    prefix = deployed(stack, client_of("cloudformation", endpoint_url)).secrets_prefix.rstrip("/")
    ssm = client_of("ssm", endpoint_url)
    return ParameterSecrets(lambda: ssm, prefix), ParameterSessions(lambda: ssm, prefix)
