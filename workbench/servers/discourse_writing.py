"""What a Discourse forum does with a post that is written by its API.

Like the original: a key is for a user; the same request within two minutes gets the same answer;
the same words by the same user within five are refused (422), and so is a text that is too short;
nobody writes in a topic that is closed or archived; what some users write waits for moderators
(`action: enqueued`); all keys share so many requests a minute.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from workbench.servers.loopback import Request

SHORTEST_TEXT = 20
SAME_ANSWER = timedelta(minutes=2)
SAME_WORDS = timedelta(minutes=5)


class RefusedError(Exception):
    """Carries the forum's own words."""


@dataclass(frozen=True, slots=True)
class Asked:
    topic: int
    raw: str
    reply_to: int | None


@dataclass(slots=True)
class Writing:
    """`keys` are the keys by user, `moderated` the users whose posts wait; `pending` are those that
    do, `answers` what was answered to which request. Whoever calls holds a lock."""

    clock: Callable[[], datetime]
    keys: dict[str, str]
    moderated: tuple[str, ...] = ()
    pending: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[tuple[str, bytes], tuple[datetime, dict[str, Any]]] = field(default_factory=dict)
    words: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def user_of(self, request: Request) -> str | None:
        """Whose key it is; None for a stranger. Raises RefusedError for a key that is no good."""
        key, user = (request.headers.get(name) for name in ("api-key", "api-username"))
        if key is None:
            return None
        if user is None or self.keys.get(user) != key:
            raise RefusedError("You are not permitted to view the requested resource.")
        return user

    def before(self, user: str, request: Request) -> dict[str, Any] | None:
        at, answer = self.answers.get((user, request.body), (self.clock(), None))
        return answer if self.clock() - at < SAME_ANSWER else None

    def remember(self, user: str, request: Request, answer: dict[str, Any]) -> None:
        self.answers[user, request.body] = (self.clock(), answer)

    def read(self, user: str, request: Request) -> Asked:
        """Raises RefusedError."""
        asked = json.loads(request.body)
        raw = str(asked.get("raw", "")).strip()
        if len(raw) < SHORTEST_TEXT:
            raise RefusedError(f"Body is too short (minimum is {SHORTEST_TEXT} characters)")
        said_at = self.words.get((user, raw))
        if said_at is not None and self.clock() - said_at < SAME_WORDS:
            raise RefusedError("Body is too similar to what you recently posted")
        self.words[user, raw] = self.clock()
        return Asked(int(asked["topic_id"]), raw, asked.get("reply_to_post_number"))

    def enqueue(self, user: str, asked: Asked) -> dict[str, Any]:
        self.pending.append({"raw_text": asked.raw, "topic_id": asked.topic, "username": user})
        return {"success": True, "action": "enqueued", "pending_count": len(self.pending)}

    def waiting_for(self, user: str) -> list[dict[str, Any]]:
        return [each for each in self.pending if each["username"] == user]
