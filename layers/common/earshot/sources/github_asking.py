"""Asking GitHub: the headers of a request, and when its token ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.ports import Http, Response
from earshot.reading.dates import parse_iso
from earshot.reading.github import headers_for, require_answer


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
        headers = headers_for(self.token)
        if etag is not None:
            headers["If-None-Match"] = etag
        response = self.http.get(f"{self.base_url}/{path}", headers)
        self.token_expires_at = _token_expiry(response) or self.token_expires_at
        if response.status != 304 or etag is None:
            require_answer(response, self.now)
        return response


def _token_expiry(response: Response) -> datetime | None:
    """Personal tokens tell their end with each answer, as `2026-07-01 12:00:00 UTC` or with an
    offset instead of the name."""
    told = response.headers.get("github-authentication-token-expiration", "").strip()
    day, _, rest = told.partition(" ")
    clock, _, zone = rest.partition(" ")
    return parse_iso(f"{day}T{clock}{zone.replace('UTC', '+00:00')}")
