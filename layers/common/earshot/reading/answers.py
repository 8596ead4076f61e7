"""An HTTP answer: what its status means, when it lets us come back, and the JSON in it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.ports import Response
from earshot.reading.dates import parse_http_date

LONGEST_WAIT = timedelta(hours=24)
"""No header silences a source for longer: what asks for more is a mistake or malice (ours)."""


def require_success(response: Response, retry_at: datetime | None) -> None:
    """Returns for 200 to 299; otherwise raises the SourceError that the status stands for."""
    status = response.status
    if 200 <= status < 300:
        return
    if status in (429, 503):
        raise RateLimitedError(f"answered {status}", retry_at)
    if status in (401, 403, 407, 451):
        raise AccessRefusedError(f"answered {status}")
    if status in (404, 410):
        raise SourceGoneError(f"answered {status}")
    if status < 400 or status >= 500 or status in (408, 425):
        raise SourceUnavailableError(f"answered {status}")
    raise MalformedAnswerError(f"answered {status} to a request it should understand")


def retry_after(response: Response, now: datetime) -> datetime | None:
    """`Retry-After` as a time, from seconds or an HTTP date (RFC 9110 10.2.3), within a day."""
    value = response.headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.isascii() and value.isdigit():
        # Longer numbers are centuries; int() itself refuses those of thousands of digits.
        seconds = int(value[:9])
        return now + min(timedelta(seconds=seconds), LONGEST_WAIT)
    return reasonable(parse_http_date(value), now)


def reasonable(claimed: datetime | None, now: datetime) -> datetime | None:
    """A time to come back: None where it has passed, at most a day from now."""
    if claimed is None or claimed <= now:
        return None
    return min(claimed, now + LONGEST_WAIT)


def json_of(response: Response) -> object:
    """The body as JSON. Raises MalformedAnswerError, also for nesting or numbers beyond reason."""
    try:
        return json.loads(response.body)
    except (ValueError, RecursionError) as error:
        raise MalformedAnswerError("the body is not JSON") from error
