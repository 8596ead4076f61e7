"""`earshot case`: who has it, its clocks, the conversation, words that could be said next, and what
was done, as tables or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import click

from workbench.cli.api import asked, entries, flat, print_json, reads_the_api, spent
from workbench.cli.journal import in_a_line, looked
from workbench.cli.tables import show
from workbench.cli.timeline import actor, local, told

Record = dict[str, Any]

IN_TABLES = ("mentions", "answers", "replies", "drafts")
"""What of a case has a table of its own."""


@click.command()
@click.argument("case_id", metavar="ID")
@reads_the_api
def case(case_id: str, url: str, token: str | None, as_json: bool) -> None:
    """One case with all that is known of it, and what was done on it."""
    at = f"/cases/{quote(case_id, safe='')}"
    found = asked(url, at, token)
    journal = asked(url, f"{at}/journal", token)
    if as_json:
        print_json({"case": found, "journal": journal})
        return
    clocks = found.get("clocks")
    targets = entries(clocks, "targets") if isinstance(clocks, dict) else []
    show(("what", "is"), flat(_besides(found)))
    _titled("clocks", ("clock", "state", "due", "left", "why"), _clocks(targets))
    _titled("conversation", ("at", "who", "what", "text", "where"), _conversation(found))
    _titled("drafts", ("kind", "language", "text", "not sent, because"), _drafts(found))
    _titled("what was done", ("at", "what", "why"), _timeline(journal))
    click.echo(in_a_line(looked(journal | {"case_id": case_id})))


def _besides(found: Record) -> Record:
    rest = {key: value for key, value in found.items() if key not in IN_TABLES}
    if isinstance(rest.get("clocks"), dict):
        rest["clocks"] = {k: v for k, v in rest["clocks"].items() if k != "targets"}
    return rest


def _titled(title: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    """A table under its title; a table without rows says nothing, and is not shown."""
    listed = list(rows)
    if listed:
        click.echo(f"\n{title}")
        show(columns, listed)


def _clocks(targets: list[Record]) -> Iterator[tuple[object, ...]]:
    now = datetime.now(UTC)
    for one in targets:
        state = one.get("state")
        if state == "missed" and one.get("met_at"):
            state = f"missed, done {local(one['met_at'])}"
        due = local(one.get("due_at"))
        yield one.get("clock"), state, due, time_left(one, now), one.get("reason")


def time_left(clock: Record, now: datetime) -> str | None:
    """Until it is due by all hours, also where only some of them count; None where it does not
    run."""
    if clock.get("state") != "running":
        return None
    try:
        left = datetime.fromisoformat(str(clock.get("due_at"))) - now
    except (ValueError, TypeError):
        return None
    return spent(left.total_seconds())


def _conversation(found: Record) -> Iterator[tuple[object, ...]]:
    """As it went: the customer's words, ours, and the answers that the brand gave there itself."""
    replies = entries(found, "replies")
    said = [
        *(_theirs(one) for one in entries(found, "mentions")),
        *(_ours(one) for one in replies),
        *(
            (
                one.get("at"),
                one.get("account") or "the brand",
                "answered there",
                None,
                one.get("url"),
            )
            for one in entries(found, "answers")
            if not any(_is_that(one, reply) for reply in replies)
        ),
    ]
    for at, *rest in sorted(said, key=lambda row: _moment(row[0])):
        yield local(at), *rest


def _theirs(one: Record) -> tuple[object, ...]:
    author = one.get("author")
    name = author.get("name") if isinstance(author, dict) else None
    gone = one.get("gone_at") is not None
    text = one.get("gone_why") if gone else one.get("text")
    return one.get("created_at"), actor(name), "is gone" if gone else "wrote", text, one.get("url")


def _ours(one: Record) -> tuple[object, ...]:
    what = f"{one.get('kind')}, {one.get('state')}"
    if one.get("state") == "refused" and one.get("reason"):
        what += f": {one['reason']}"
    at = one.get("sent_at") or one.get("planned_at")
    return at, actor(one.get("who")), what, one.get("text") or None, one.get("url") or None


def _is_that(answer: Record, reply: Record) -> bool:
    """Whether the brand's answer is the reply that a person sent from here."""
    if reply.get("state") != "sent":
        return False
    if answer.get("url"):
        return bool(answer["url"] == reply.get("url"))
    return bool(answer.get("at") == reply.get("sent_at"))


def _drafts(found: Record) -> Iterator[tuple[object, ...]]:
    for one in entries(found, "drafts"):
        yield one.get("kind"), one.get("language"), one.get("text"), one.get("unsent_because")


def _timeline(journal: Record) -> Iterator[tuple[object, ...]]:
    for entry in entries(journal, "entries", "journal"):
        what, why = told(entry)
        yield local(entry.get("at")), what, why or None


def _moment(at: object) -> datetime:
    try:
        known = datetime.fromisoformat(str(at))
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return known if known.tzinfo else known.replace(tzinfo=UTC)
