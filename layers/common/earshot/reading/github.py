"""GitHub's answers: what their headers mean, and what names an entry.

Contract: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. Nothing
left is 403 or 429 with `X-RateLimit-Remaining: 0`, until `X-RateLimit-Reset` (Unix seconds). Too
much at once, the secondary limit, is 403 or 429 with `Retry-After`; the search leaves that out at
times. A 403 that counts against the resource `search` is a limit all the same: who may not see
something is told 401 or 422 there, or of single sign-on. Any other 403 is a refusal.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from earshot.domain.errors import RateLimitedError
from earshot.ports import Response
from earshot.reading.answers import reasonable, require_success, retry_after
from earshot.reading.dates import parse_epoch

REFUSED_SECONDS = 60
"""By the contract, where a refusal does not say how long."""
REPOSITORY = r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\.{1,2}(?:/|$))[A-Za-z0-9._-]{1,100}"
"""`owner/name`, as a part of a regular expression."""
ENTRY_PATH = re.compile(
    rf"(?P<repository>{REPOSITORY})/"
    r"(?P<entry>(?:issues|pulls)/(?:comments/)?\d{1,19}|comments/\d{1,19})"
)


def headers_for(token: str | None) -> dict[str, str]:
    """Of a request; without a token it is a stranger's."""
    headers = {
        "Accept": "application/vnd.github+json",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    return headers if token is None else headers | {"Authorization": f"Bearer {token}"}


def require_answer(response: Response, now: datetime) -> None:
    """Returns for 200 to 299; raises the SourceError that any other stands for."""
    not_before = back_at(response, now)
    if response.status == 403 and not_before is not None:
        raise RateLimitedError("answered 403 for a limit", not_before)
    require_success(response, not_before)


def back_at(response: Response, now: datetime) -> datetime | None:
    """When the window begins anew, once nothing of it is left; or the end of a refusal, where the
    headers tell that it is one for a limit."""
    headers = response.headers
    is_refused = response.status in (403, 429, 503)
    told = retry_after(response, now) if is_refused else None
    if told is not None:
        return told
    a_minute = now + timedelta(seconds=REFUSED_SECONDS)
    if headers.get("x-ratelimit-remaining", "").strip() == "0":
        reset = headers.get("x-ratelimit-reset", "").strip()
        if not (reset.isascii() and reset.isdigit()):
            return a_minute
        # A reset that has passed leaves nothing to wait for, except after a refusal.
        return reasonable(parse_epoch(int(reset[:11])), now) or (a_minute if is_refused else None)
    of_search = headers.get("x-ratelimit-resource") == "search" and "x-github-sso" not in headers
    is_limit = response.status == 429 or (
        response.status == 403 and (of_search or "gh-limited-by" in headers)
    )
    return a_minute if is_limit else None
