"""`earshot silences` and `earshot silence`: what is muted until when, by whom and why."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import click

from workbench.cli.api import asked, entries, print_json, reads_the_api
from workbench.cli.tables import show

Row = dict[str, Any]


@click.command()
@reads_the_api
def silences(url: str, token: str | None, as_json: bool) -> None:
    """What is muted now and later, and what was of late."""
    answer = asked(url, "/silences", token)
    if as_json:
        print_json(answer)
        return
    _show(entries(answer, "silences"))


@click.group()
def silence() -> None:
    """Mute alerts for a while, or end that."""


@silence.command()
@reads_the_api
@click.option("--for", "lasts", metavar="DURATION", help="How long: 2h, 1d12h.")
@click.option("--until", metavar="TIME", help="Or until when: 2026-03-01T18:00+01:00.")
@click.option("--from", "starts", metavar="TIME", help="From when on; now where none is given.")
@click.option("--reason", required=True, help="Why, in one line; whoever looks for alerts sees it.")
@click.option("--preview", is_flag=True, help="Only tell what it would mute.")
@click.argument("matchers", metavar="MATCHER...", nargs=-1, required=True)
def add(
    *,
    url: str,
    token: str | None,
    as_json: bool,
    lasts: str | None,
    until: str | None,
    starts: str | None,
    reason: str,
    preview: bool,
    matchers: tuple[str, ...],
) -> None:
    """Mute the alerts that fit every MATCHER: brand=acme, topic!=outage, source=~reddit|github."""
    times = {"for": lasts, "ends_at": until, "starts_at": starts}
    wanted = {name: value for name, value in times.items() if value is not None}
    sent = {**wanted, "matchers": list(matchers), "reason": reason, "preview": preview}
    answer = asked(url, "/silences", token, "POST", sent)
    if as_json:
        print_json(answer)
        return
    _show([answer])
    _show_muted(answer.get("mutes") or {}, preview=preview)


@silence.command()
@click.argument("silence_id", metavar="ID")
@reads_the_api
def end(silence_id: str, url: str, token: str | None, as_json: bool) -> None:
    """End a silence; what it held back and is still active is told."""
    answer = asked(url, f"/silences/{quote(silence_id, safe='')}", token, "DELETE")
    if as_json:
        print_json(answer)
        return
    _show([answer])


def _show(rows: list[Row]) -> None:
    show(
        ("id", "state", "matchers", "from", "until", "author", "reason", "ended by"),
        (
            (
                row.get("id"),
                row.get("state"),
                row.get("matchers"),
                row.get("starts_at"),
                row.get("ended_at") or row.get("ends_at"),
                row.get("author"),
                row.get("reason"),
                row.get("ended_by"),
            )
            for row in rows
        ),
    )


def _show_muted(mutes: Row, *, preview: bool) -> None:
    least = "at least " if mutes.get("capped") else ""
    verb = "would mute" if preview else "mutes"
    click.echo(
        f"\nIt {verb} {least}{mutes.get('count')} of the cases that wait for somebody now, "
        f"{mutes.get('alerting_count')} of them with alerts under way."
    )
    cases = entries(mutes, "cases")
    if not cases:
        return
    columns = ("id", "urgency", "score", "brand", "route", "excerpt")
    show(columns, ([case.get(column) for column in columns] for case in cases))
