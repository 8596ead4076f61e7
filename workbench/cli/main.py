"""The `earshot` command."""

from __future__ import annotations

import click

from workbench.cli.addresses import address, addresses
from workbench.cli.answer import answer
from workbench.cli.api import cases, status
from workbench.cli.case import case
from workbench.cli.channels import channels
from workbench.cli.config import config
from workbench.cli.corrections import corrections
from workbench.cli.doctor import doctor
from workbench.cli.draft import draft
from workbench.cli.guard import guard
from workbench.cli.journal import journal
from workbench.cli.oncall import oncall
from workbench.cli.parse import parse
from workbench.cli.silences import silence, silences
from workbench.cli.sources import sources
from workbench.cli.text import assess, redact
from workbench.cli.when import when


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="earshot")
def main() -> None:
    """Earshot hears complaints before they get out of hand."""


for command in (
    assess,
    redact,
    guard,
    draft,
    answer,
    parse,
    config,
    doctor,
    status,
    cases,
    case,
    journal,
    oncall,
    sources,
    channels,
    addresses,
    address,
    silences,
    silence,
    corrections,
    when,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
