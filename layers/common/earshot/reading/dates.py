"""Dates as strangers write them: read leniently, never trusted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FUTURE_SKEW_SECONDS = 300
"""How far ahead a server's clock may honestly be (ours)."""

_LONGEST_DATE = 64


def parse_iso(text: object) -> datetime | None:
    """An ISO 8601 date with time as aware UTC, None where it is none; without offset it is UTC."""
    if not isinstance(text, str) or len(text) > _LONGEST_DATE:
        return None
    try:
        return _aware(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError):
        return None


def parse_http_date(text: str) -> datetime | None:
    """An HTTP date (RFC 9110, also its older forms) as aware UTC, None where it is none."""
    if len(text) > _LONGEST_DATE:
        return None
    try:
        return _aware(parsedate_to_datetime(text))
    except (ValueError, OverflowError, TypeError):
        return None


def parse_epoch(seconds: object) -> datetime | None:
    """Unix seconds as aware UTC, None where they are no number or out of a calendar's range."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def settle(claimed: datetime | None, now: datetime) -> tuple[datetime, bool]:
    """(created_at, date_guessed): now stands in for a date that is missing or in the future."""
    if claimed is None or claimed > now + timedelta(seconds=FUTURE_SKEW_SECONDS):
        return now, True
    return claimed, False


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
