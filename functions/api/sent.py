"""What a webhook takes, as /openapi.json describes it. `earshot.sources.webhook_shape` reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAuthor:
    id: str | None = None
    name: str | None = None
    followers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEngagement:
    likes: int = 0
    replies: int = 0
    reposts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMention:
    """Of `text` and `title` one is needed. The same `id` is the same mention, and a later
    `edited_at` replaces what was said; without an id the delivery's own stands for it."""

    text: str | None = None
    title: str | None = None
    id: str | int | None = None
    url: str | None = None
    author: SentAuthor | str | None = None
    created_at: datetime | int | None = None
    edited_at: datetime | int | None = None
    language: str | None = None
    thread: str | int | None = None
    in_reply_to: str | int | None = None
    engagement: SentEngagement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMentions:
    mentions: tuple[SentMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentEvent:
    """As Standard Webhooks advise. `timestamp` stands for a mention's `created_at`."""

    type: str
    data: SentMention | tuple[SentMention, ...] | SentMentions
    timestamp: datetime | None = None


SENT = SentMention | tuple[SentMention, ...] | SentMentions | SentEvent
