"""`earshot addresses` and `earshot address clear`: where messages do not arrive."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import click

from workbench.cli.api import asked, entries, print_json, reads_the_api
from workbench.cli.tables import show


@click.command()
@reads_the_api
def addresses(url: str, token: str | None, as_json: bool) -> None:
    """The contacts' addresses: whether what is sent there arrives, those that fail first."""
    answer = asked(url, "/addresses", token)
    if as_json:
        print_json(answer)
        return
    _show(entries(answer, "addresses"))


@click.group()
def address() -> None:
    """Take up an address again that was given up."""


@address.command()
@click.argument("contact")
@click.argument("channel")
@reads_the_api
def clear(contact: str, channel: str, url: str, token: str | None, as_json: bool) -> None:
    """Forget what counts against CONTACT's address in CHANNEL: sms, email or chat:NAME."""
    path = f"/addresses/{quote(contact, safe='')}/{quote(channel, safe=':')}/failures"
    answer = asked(url, path, token, "DELETE")
    if as_json:
        print_json(answer)
        return
    _show([answer])


def _show(rows: list[dict[str, Any]]) -> None:
    show(
        ("contact", "channel", "used", "why not", "given up", "missed", "last arrived"),
        (
            (
                row.get("contact"),
                row.get("channel"),
                "no" if row.get("failing") else "yes",
                row.get("reason"),
                row.get("given_up_at"),
                row.get("misses"),
                row.get("arrived_at"),
            )
            for row in rows
        ),
    )
