"""`earshot oncall`: who is on call now and next, and whom an alert would reach."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from workbench.cli.api import asked, entries, print_json, reads_the_api
from workbench.cli.tables import show


@click.command()
@reads_the_api
def oncall(url: str, token: str | None, as_json: bool) -> None:
    """Who is on call now and next, and whom an alert of each brand would reach now."""
    answer = asked(url, "/oncall", token)
    if as_json:
        print_json(answer)
        return
    rotations = entries(answer, "rotations")
    if rotations:
        columns = ("rotation", "on call", "until", "why", "next", "time zone")
        show(columns, (_rotation(one) for one in rotations))
        click.echo()
    show(
        ("brand", "policy", "level", "alerts", "now", "by", "seconds"),
        (
            (
                brand.get("display_name"),
                brand.get("policy"),
                level.get("level"),
                level.get("names"),
                level.get("contacts"),
                level.get("channels") or "as each prefers",
                level.get("timeout_seconds"),
            )
            for brand in entries(answer, "brands")
            for level in entries(brand, "levels")
        ),
    )


def _rotation(rotation: dict[str, Any]) -> tuple[object, ...]:
    now, following = _held(rotation.get("now")), _held(rotation.get("next"))
    zone = rotation.get("time_zone")
    return (
        rotation.get("rotation"),
        now.get("contacts") or "nobody",
        _by_clock(now.get("until"), zone),
        now.get("reason"),
        (following.get("contacts") or "nobody") if following else None,
        zone,
    )


def _held(turn: Any) -> dict[str, Any]:
    return turn if isinstance(turn, dict) else {}


def _by_clock(at: object, zone: object) -> object:
    """`2026-03-09 09:00` by the clock of the rotation; as it came where that cannot be said."""
    from zoneinfo import ZoneInfo

    try:
        return (
            datetime.fromisoformat(str(at))
            .astimezone(ZoneInfo(str(zone)))
            .strftime("%Y-%m-%d %H:%M")
        )
    except (ValueError, KeyError, OSError):
        return at
