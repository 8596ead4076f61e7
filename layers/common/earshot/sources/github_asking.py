"""Asking GitHub: the headers of a request, and what those of an answer tell.

Contract: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. Nothing
left is 403 or 429 with `X-RateLimit-Remaining: 0`, until `X-RateLimit-Reset` (Unix seconds). Too
much at once, the secondary limit, is 403 or 429 with `Retry-After`; the search leaves that out at
times. A 403 that counts against the resource `search` is a limit all the same: who may not see
something is told 401 or 422 there, or of single sign-on. Any other 403 is a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.errors import RateLimitedError
from earshot.ports import Http, Response
from earshot.sources.reading.answers import reasonable, require_success, retry_after
from earshot.sources.reading.dates import parse_epoch, parse_iso

REFUSED_SECONDS = 60
"""By the contract, where a refusal does not say how long."""


@dataclass(slots=True)
class Asking:
    """Who asks whom. `token_expires_at` is what the answers told of the token."""

    http: Http
    base_url: str
    token: str | None
    now: datetime
    token_expires_at: datetime | None = None

    def get(self, path: str, etag: str | None = None) -> Response:
        """The answer, 200 or a 304 to `etag`. Raises the SourceError that any other stands for."""
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        if etag is not None:
            headers["If-None-Match"] = etag
        response = self.http.get(f"{self.base_url}/{path}", headers)
        self.token_expires_at = _token_expiry(response) or self.token_expires_at
        not_before = back_at(response, self.now)
        if response.status == 403 and not_before is not None:
            raise RateLimitedError("answered 403 for a limit", not_before)
        if response.status != 304 or etag is None:
            require_success(response, not_before)
        return response


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


def _token_expiry(response: Response) -> datetime | None:
    """Personal tokens tell their end with each answer, as `2026-07-01 12:00:00 UTC` or with an
    offset instead of the name."""
    told = response.headers.get("github-authentication-token-expiration", "").strip()
    day, _, rest = told.partition(" ")
    clock, _, zone = rest.partition(" ")
    return parse_iso(f"{day}T{clock}{zone.replace('UTC', '+00:00')}")
