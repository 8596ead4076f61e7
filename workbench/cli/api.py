"""`earshot status`, `cases`, `sources`: the API's answers as tables or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar
from urllib.parse import urlencode

import click

from workbench.cli.failing import safe
from workbench.cli.tables import show

Command = TypeVar("Command", bound=Callable[..., Any])

LONGEST_WAIT_SECONDS = 10.0

LARGEST_PAGE = 100
"""The API refuses to list more cases at once."""


def reads_the_api(command: Command) -> Command:
    """Adds the options of every command that asks the API."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="The API's answer as it came."),
        click.option("--token", envvar="EARSHOT_TOKEN", help="A JWT, where a route asks for one."),
        click.option("--url", envvar="EARSHOT_URL", required=True, help="Where the API is."),
    ):
        command = option(command)
    return command


@click.command()
@reads_the_api
def status(url: str, token: str | None, as_json: bool) -> None:
    """How everything is: cases by state, the oldest that waits, sources' health."""
    answer = asked(url, "/status", token)
    if as_json:
        print_json(answer)
        return
    targets = answer.pop("targets", None)
    show(("what", "is"), flat(answer))
    if isinstance(targets, dict):
        _show_targets(targets)


def _show_targets(targets: dict[str, Any]) -> None:
    """How many clocks were met, and within what time half and nine in ten of them were."""
    capped = ", the latest of them" if targets.get("capped") else ""
    click.echo(safe(f"\nclocks that started since {targets.get('since')}{capped}"))
    show(
        ("clock", "met", "missed", "met ratio", "half within", "nine in ten within"),
        (
            (
                one.get("clock"),
                one.get("met"),
                one.get("missed"),
                _percent(one.get("met_ratio")),
                spent(one.get("p50_seconds")),
                spent(one.get("p90_seconds")),
            )
            for one in entries(targets, "clocks")
        ),
    )


def _percent(ratio: object) -> str | None:
    return f"{ratio:.0%}" if isinstance(ratio, int | float) else None


def spent(seconds: object) -> str | None:
    """Hours of what counted: a day of business hours is not 24 of them."""
    if not isinstance(seconds, int | float):
        return None
    hours, minutes = divmod(max(0, round(seconds / 60)), 60)
    return f"{hours}h{minutes:02}m" if hours else f"{minutes}m"


@click.command()
@reads_the_api
@click.option("--state")
@click.option("--brand")
@click.option("--source")
@click.option("--language")
@click.option("--min-impact", type=click.IntRange(0, 100))
@click.option("--author")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
def cases(url: str, token: str | None, as_json: bool, limit: int, **filters: Any) -> None:
    """Cases, highest impact first within each state."""
    wanted = {name: value for name, value in filters.items() if value is not None}
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while len(found) < limit:
        query = {**wanted, "limit": min(limit - len(found), LARGEST_PAGE)}
        if cursor:
            query["cursor"] = cursor
        answer = asked(url, f"/cases?{urlencode(query)}", token)
        page, before = entries(answer, "cases"), cursor
        cursor = answer.get("cursor")
        found.extend(page)
        # A cursor that does not move would ask for ever.
        if not cursor or cursor == before:
            break
    if as_json:
        print_json({"cases": found, "cursor": cursor})
        return
    show(
        ("id", "state", "urgency", "impact", "brand", "source", "language", "opened", "excerpt"),
        (
            (
                case.get("id"),
                case.get("state"),
                case.get("urgency"),
                _score(case.get("impact")),
                case.get("brand"),
                case.get("source"),
                case.get("language"),
                case.get("opened_at"),
                case.get("excerpt"),
            )
            for case in found
        ),
    )


def print_sources(url: str, token: str | None, as_json: bool) -> None:
    """The answer of `earshot sources`, whose command has others below it."""
    answer = asked(url, "/sources", token)
    if as_json:
        print_json(answer)
        return
    rows = entries(answer, "sources")
    columns = list(dict.fromkeys(key for row in rows for key in row))
    show(columns, ([_worded(row.get(column)) for column in columns] for row in rows))


def asked(
    url: str,
    path: str,
    token: str | None,
    method: Literal["GET", "POST", "DELETE"] = "GET",
    sent: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The JSON object the API answers. Ends the command with the API's own reason otherwise."""
    from urllib3 import PoolManager, Timeout
    from urllib3.exceptions import HTTPError

    headers = {"accept": "application/json"}
    if sent is not None:
        headers["content-type"] = "application/json"
    if token:
        headers["authorization"] = f"Bearer {token}"
    try:
        # No redirects: a token goes to the address that was named and to no other.
        answer = PoolManager(retries=False, timeout=Timeout(LONGEST_WAIT_SECONDS)).request(
            method,
            url.rstrip("/") + path,
            headers=headers,
            body=None if sent is None else json.dumps(sent),
            redirect=False,
        )
    except HTTPError as error:
        raise click.ClickException(f"{url} does not answer: {type(error).__name__}") from error
    if answer.status in (401, 403):
        raise click.ClickException("the API lets nobody in without a valid --token (EARSHOT_TOKEN)")
    try:
        body = json.loads(answer.data)
    except ValueError:
        body = None
    if answer.status != 200 or not isinstance(body, dict):
        told = body.get("detail") or body.get("title") if isinstance(body, dict) else None
        raise click.ClickException(safe(f"the API answered {answer.status}: {told or 'no reason'}"))
    return body


def entries(answer: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    for name in names:
        if isinstance(answer.get(name), list):
            return [entry for entry in answer[name] if isinstance(entry, dict)]
    return []


def flat(value: Any, name: str = "") -> Iterable[tuple[str, object]]:
    """(path, value) of everything in an answer, in its order."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from flat(held, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list) and any(isinstance(held, dict | list) for held in value):
        for number, held in enumerate(value):
            yield from flat(held, f"{name}[{number}]")
    else:
        yield name, value


def _score(impact: Any) -> Any:
    return impact.get("score") if isinstance(impact, dict) else impact


def _worded(value: Any) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def print_json(value: Any) -> None:
    # ASCII: strangers' control characters stay escapes on the terminal.
    click.echo(json.dumps(value, indent=2))
