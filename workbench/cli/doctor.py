"""`earshot doctor`: what is wrong with a deployed Earshot, or soon will be, and what to do."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from workbench.cli.api import print_json
from workbench.cli.config import checked, client_of
from workbench.cli.failing import told_plainly
from workbench.cli.tables import show


@click.command()
@click.option("--stack", default="earshot", show_default=True, help="The CloudFormation stack.")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    help="The configuration that should be in force, to compare.",
)
@click.option("--endpoint-url", help="Where AWS is, when it is not AWS: the embedded stack's URL.")
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
@click.option("--set-up", is_flag=True, help="First have SNS log what becomes of each SMS.")
@click.pass_context
def doctor(  # noqa: PLR0917  click passes an option by each name
    context: click.Context,
    stack: str,
    file: Path | None,
    endpoint_url: str | None,
    as_json: bool,
    set_up: bool,
) -> None:
    """Examine the stack and its account: what keeps alerts from somebody, and what to do.

    Reads only, but for --set-up. Exit 1 where something is bad.
    """
    from workbench.doctor import setting_up
    from workbench.doctor.examining import examine
    from workbench.doctor.stack import read_stack

    written = checked(file) if file is not None else None
    with told_plainly():
        client = partial(client_of, endpoint_url=endpoint_url)
        found = read_stack(stack, client("cloudformation"))
        for line in setting_up.set_up(found, client("sns")) if set_up else ():
            click.echo(line, err=as_json)
        findings = examine(found, written, client, datetime.now(UTC))
    if as_json:
        print_json({"findings": [asdict(one) for one in findings]})
    else:
        show(
            ("is", "what", "found", "why it matters", "what to do"),
            ((one.level, one.name, one.what, one.why, one.to_do) for one in findings),
        )
    context.exit(1 if any(one.level == "bad" for one in findings) else 0)
