"""Dates, counts and plurals, written as the reader's language writes them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from earshot.text.messages.phrases import Phrases


def when(at: datetime, time_zone: str, phrases: Phrases) -> str:
    """`Friday 21 November 2025, 14:05 (Europe/Lisbon)`, in the phrases' language."""
    zone, name = _zone(time_zone)
    local = at.astimezone(zone)
    day = phrases["first_of_month"] if local.day == 1 else str(local.day)
    date = phrases["date"].format(
        weekday=phrases["weekdays"][local.weekday()],
        day=day,
        month=phrases["months"][local.month - 1],
        year=local.year,
        time=f"{local:%H:%M}",
    )
    return f"{date} ({name})"


def short_when(at: datetime, time_zone: str, phrases: Phrases) -> str:
    """`Fri 14:05`, for an SMS: within a week it can be no other day."""
    local = at.astimezone(_zone(time_zone)[0])
    return f"{phrases['weekdays'][local.weekday()][: phrases['weekday_letters']]} {local:%H:%M}"


def count(number: int, phrases: Phrases) -> str:
    """A whole number with the language's thousands separator."""
    return f"{number:,}".replace(",", phrases["thousands"])


def amount(number: float, phrases: Phrases) -> str:
    """With two decimals, and the language's separators."""
    whole, _, cents = f"{number:,.2f}".partition(".")
    mark = "." if phrases["thousands"] == "," else ","
    return f"{whole.replace(',', phrases['thousands'])}{mark}{cents}"


def short_count(number: int) -> str:
    """At most five characters, for an SMS: `950`, `12k`, `1.4M`."""
    if number < 1_000:
        return str(number)
    if number < 1_000_000:
        return f"{number // 1_000}k"
    millions = number // 100_000
    return f"{millions // 10}M" if millions >= 100 else f"{millions // 10}.{millions % 10}M"


def plural(number: int, one: str, other: str, phrases: Phrases, **named: str) -> str:
    """The form for the number, with `{count}` and what else is named filled in. CLDR: French counts
    zero as singular."""
    singular = number in (0, 1) if phrases["zero_is_singular"] else number == 1
    return (one if singular else other).format(count=count(number, phrases), **named)


def _zone(name: str) -> tuple[tzinfo, str]:
    """A name that cannot be found must not keep an alert back: UTC then, and it says so."""
    try:
        return ZoneInfo(name), name
    except (KeyError, ValueError, OSError):
        return UTC, "UTC"
