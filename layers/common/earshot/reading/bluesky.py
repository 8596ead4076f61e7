"""Bluesky's answers: what their errors and headers mean, and what names a post.

XRPC names what is wrong in the body, and the name says more than the status: a token that has
ended, or a post that is gone, is a 400 (packages/pds of https://github.com/bluesky-social/atproto).
"""

from __future__ import annotations

import re
from datetime import datetime

from earshot.domain.errors import AccessRefusedError, MalformedAnswerError, SourceGoneError
from earshot.domain.limits import Shape
from earshot.ports import Response
from earshot.reading.answers import json_of, reasonable, require_success, retry_after
from earshot.reading.dates import parse_epoch

DID = r"did:[a-z0-9]{1,32}:[A-Za-z0-9._:%-]{1,200}"
POST = "app.bsky.feed.post"
POST_URI = re.compile(rf"at://({DID})/{re.escape(POST)}/([A-Za-z0-9._:~-]{{1,512}})")
ENDED = ("ExpiredToken", "InvalidToken")
CLOSED = ("AccountTakedown", "AccountSuspended", "AccountDeactivated")

Identifier = Shape(
    rf"@?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|{DID}|[^@\s]+@[^@\s]+",
    "the account's handle, such as acme.bsky.social",
)


def require_answer(response: Response, now: datetime) -> None:
    """Returns for an answer; raises the SourceError that the status, or the error's name in the
    body, stands for."""
    name = error_name(response) if response.status == 400 else ""
    if name in (*ENDED, *CLOSED):
        raise AccessRefusedError(f"answered 400, {name}")
    if name == "NotFound":
        raise SourceGoneError("answered 400, NotFound")
    require_success(response, limited_until(response, now))


def limited_until(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left, or on a refusal. The reset is in
    Unix seconds."""
    headers = response.headers
    is_refusal = response.status in (429, 503)
    if not is_refusal and headers.get("ratelimit-remaining", "").strip() != "0":
        return None
    reset = headers.get("ratelimit-reset", "").strip()
    claimed = parse_epoch(int(reset[:11])) if reset.isascii() and reset.isdigit() else None
    return reasonable(claimed, now) or retry_after(response, now)


def error_name(response: Response) -> str:
    """XRPC's name of what went wrong, empty where there is none."""
    if 200 <= response.status < 300:
        return ""
    try:
        document = json_of(response)
    except MalformedAnswerError:
        return ""
    name = document.get("error") if isinstance(document, dict) else None
    return name if isinstance(name, str) else ""
