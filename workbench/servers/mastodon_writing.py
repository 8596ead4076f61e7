"""What a Mastodon server does with a status that is posted to it.

Like the original: for an hour the same `Idempotency-Key` gets the same status; what is answered has
to be there (404); a text that is empty or too long is 422, links counting 23 characters and
mentions no server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from workbench.servers.loopback import Request

REMEMBERED = timedelta(hours=1)
_VISIBILITIES = ("public", "unlisted", "private", "direct")


class RefusedError(Exception):
    """Carries the status and the server's own words."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.error = error


@dataclass(frozen=True, slots=True)
class Written:
    """`parent` is this server's id of what is answered, None where nothing is."""

    text: str
    parent: int | None
    visibility: str
    language: str | None


@dataclass(slots=True)
class Writing:
    """Whoever calls holds a lock. `keys` are the ids of statuses by account and key."""

    clock: Callable[[], datetime]
    most_characters: int
    keys: dict[tuple[str, str], tuple[int, datetime]] = field(default_factory=dict)

    def before(self, user: str, request: Request) -> int | None:
        """The status that this key has made already."""
        local_id, at = self.keys.get((user, _key(request)), (None, self.clock()))
        return local_id if self.clock() - at < REMEMBERED else None

    def remember(self, user: str, request: Request, local_id: int) -> None:
        if _key(request):
            self.keys[user, _key(request)] = (local_id, self.clock())

    def read(self, request: Request, known: Callable[[int], bool]) -> Written:
        """Raises RefusedError."""
        asked: dict[str, Any] = json.loads(request.body)
        text, parent = str(asked.get("status", "")), asked.get("in_reply_to_id")
        if parent is not None and not known(int(parent)):
            raise RefusedError(404, "The post you are trying to reply to does not appear to exist.")
        counted = re.sub(r"https?://\S+", "x" * 23, text)
        counted = re.sub(r"@([\w.-]+)@[\w.:-]+", r"@\1", counted)
        if not text.strip():
            raise RefusedError(422, "Validation failed: Text can't be blank")
        if len(counted) > self.most_characters:
            limit = f"Text character limit of {self.most_characters} exceeded"
            raise RefusedError(422, f"Validation failed: {limit}")
        visibility = asked.get("visibility", "public")
        if visibility not in _VISIBILITIES:
            raise RefusedError(422, "Validation failed: Visibility is not included in the list")
        return Written(
            text, None if parent is None else int(parent), visibility, asked.get("language")
        )


def _key(request: Request) -> str:
    return request.headers.get("idempotency-key", "")
