"""A Mastodon server: its name, and what its headers tell of its limits.

Contract: https://docs.joinmastodon.org/api/rate-limits/. `X-RateLimit-Reset` is an ISO 8601 time,
and a 429 has no `Retry-After`.
"""

from __future__ import annotations

from datetime import datetime

from earshot.domain.limits import Shape
from earshot.ports import Response
from earshot.reading.answers import reasonable, retry_after
from earshot.reading.dates import parse_epoch, parse_iso

_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PORT = r"([1-5]?\d{1,4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])"
ServerName = Shape(
    rf"(?=[^:]{{1,253}}(:|$)){_LABEL}(\.{_LABEL})*(:{_PORT})?",
    "a server's name, such as mastodon.social",
)


def limited_until(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left, or on a refusal."""
    headers = response.headers
    if (
        response.status not in (429, 503)
        and headers.get("x-ratelimit-remaining", "").strip() != "0"
    ):
        return None
    reset = headers.get("x-ratelimit-reset", "").strip()
    # Relatives of Mastodon write Unix seconds there.
    claimed = parse_iso(reset) or parse_epoch(int(reset[:11]) if reset.isdecimal() else None)
    return reasonable(claimed, now) or retry_after(response, now)
