"""Polling: when a watch-source pair is due, what is new in what it read, and how healthy it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Literal

from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import RateLimitedError, SourceError
from earshot.domain.mention import Mention

TICK_SLACK_SECONDS = 15
"""The schedule ticks each minute and a reading starts a moment after its tick. Without slack a pair
due "every minute" would find itself a second early and be read every other minute. Taken from the
owner's interval (at most half of it), never from what a platform asks for."""

LONGEST_BACKOFF_SECONDS = 3_600
"""A source that fails is tried again after 1, 2, 4 ... times its interval, up to an hour: the
longest that one which came back may stay unheard."""

Novelty = Literal["new", "edited", "spreading"]

Seen = Mapping[bytes, bytes]
"""What the last reading listed: mention fingerprint (8 bytes) -> state fingerprint (5 bytes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a pair is doing. `error` is the class of the last failure, None once it is well again;
    `detail` says more of it, or of the first of the `faults` in a reading that went well."""

    last_success_at: datetime | None = None
    last_new_at: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    error: str | None = None
    detail: str | None = None
    faults: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What is kept of a pair between readings. `since` bounds how old a mention may be, for ever:
    it is set by the first reading, so that what that one passed over never counts as new."""

    since: datetime
    cursor: Cursor = field(default_factory=Cursor)
    health: Health = field(default_factory=Health)
    next_at: datetime | None = None


def is_due(next_at: datetime | None, leased_until: datetime | None, now: datetime) -> bool:
    """True where the pair's time has come and nobody is reading it."""
    if leased_until is not None and leased_until > now:
        return False
    return next_at is None or next_at <= now


def novel(mentions: tuple[Mention, ...], seen: Seen) -> list[tuple[Mention, Novelty]]:
    """The mentions that are new here, or changed since the last reading, oldest first."""
    found: list[tuple[Mention, Novelty]] = []
    for mention in sorted(mentions, key=lambda m: (m.created_at, m.native_id)):
        before = seen.get(name_print(mention))
        if before is None:
            found.append((mention, "new"))
        elif before[:4] != content_print(mention):
            found.append((mention, "edited"))
        elif before[4] < spread(mention):
            found.append((mention, "spreading"))
    return found


def seen_after(page: Page, seen: Seen) -> dict[bytes, bytes]:
    """What to remember: what this reading listed, since it covers the next one's overlap."""
    if page.unchanged:
        return dict(seen)
    listed = seen_of(page.mentions, seen)
    # Of a part that was not read, what is known is still to be told from what is new.
    return {**seen, **listed} if page.partial else listed


def seen_of(mentions: Iterable[Mention], seen: Seen) -> dict[bytes, bytes]:
    """The fingerprints of these mentions. How far one has spread never goes back: the count on a
    second server may be lower."""
    kept = {}
    for mention in mentions:
        level = spread(mention)
        before = seen.get(name_print(mention))
        highest = max(level, before[4]) if before else level
        kept[name_print(mention)] = content_print(mention) + bytes([highest])
    return kept


def name_print(mention: Mention) -> bytes:
    return bytes.fromhex(mention.id[:16])


def content_print(mention: Mention) -> bytes:
    """4 bytes that change when the words do."""
    return blake2b(mention.text.encode("utf-8", "surrogatepass"), digest_size=4).digest()


def spread(mention: Mention) -> int:
    """How far it has spread, in doublings of the reactions: 0 for none, 7 for about a hundred."""
    return min(255, mention.engagement.total.bit_length())


def succeeded(poll: Poll, page: Page, new: int, every_seconds: int, now: datetime) -> Poll:
    """The pair after a reading whose mentions are all stored."""
    next_at = now + _interval(every_seconds)
    if page.not_before is not None:
        next_at = max(next_at, page.not_before)
    health = replace(
        poll.health,
        last_success_at=now,
        last_new_at=now if new else poll.health.last_new_at,
        failing_since=None,
        failures=0,
        error=None,
        detail=page.faults[0][:200] if page.faults else None,
        faults=len(page.faults),
    )
    return replace(poll, cursor=page.cursor, health=health, next_at=next_at)


def failed(poll: Poll, error: SourceError, every_seconds: int, now: datetime) -> Poll:
    """The pair after a reading that failed: the cursor stays, the next try comes later."""
    failures = poll.health.failures + 1
    doubled_seconds = every_seconds * 2 ** min(failures - 1, 12)
    backoff_seconds = max(every_seconds, min(LONGEST_BACKOFF_SECONDS, doubled_seconds))
    next_at = now + _interval(backoff_seconds)
    if isinstance(error, RateLimitedError) and error.retry_at is not None:
        next_at = max(now + _interval(every_seconds), error.retry_at)
    health = replace(
        poll.health,
        failing_since=poll.health.failing_since or now,
        failures=failures,
        error=error.code,
        detail=str(error)[:200],
    )
    return replace(poll, health=health, next_at=next_at)


def _interval(seconds: int) -> timedelta:
    return timedelta(seconds=seconds - min(TICK_SLACK_SECONDS, seconds / 2))
