"""What a Discourse forum says of its limits.

Contract: https://meta.discourse.org/t/78612. A refusal is a 429 with `Retry-After`, or an error
with `extras.wait_seconds`.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.reading.answers import json_of, retry_after

REFUSED_SECONDS = 60
"""The longer of the forum's two windows, for refusals that do not say how long."""


def limited_until(response: Response, now: datetime) -> datetime | None:
    """Only a refusal says anything: `Retry-After`, else the seconds in it, else a minute."""
    if response.status not in (429, 503):
        return None
    seconds = _wait_seconds(response) or REFUSED_SECONDS
    return retry_after(response, now) or now + timedelta(seconds=seconds)


def _wait_seconds(response: Response) -> float | None:
    """What the forum's own errors say, for proxies that drop the header; within a day."""
    try:
        document = json_of(response)
    except MalformedAnswerError:
        return None
    extras = document.get("extras") if isinstance(document, dict) else None
    seconds = extras.get("wait_seconds") if isinstance(extras, dict) else None
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        return None
    return min(seconds, 86_400)
