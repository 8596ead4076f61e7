"""Polling: when a watch-source pair is due, what is new in what it read, and how healthy it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import RateLimitedError, SourceError
from earshot.domain.mention import Mention
from earshot.domain.pacing import after_interval, next_turn
from earshot.domain.silence import Gaps, after_gap

LONGEST_BACKOFF_SECONDS = 3_600
"""A source that fails is tried again after 1, 2, 4 ... times its interval, up to an hour: the
longest that one which came back may stay unheard."""

Novelty = Literal["new", "edited", "spreading"]

Seen = Mapping[bytes, bytes]
"""What the last reading listed: mention fingerprint (8 bytes) -> state fingerprint (5 bytes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a reading took of the pair's share: `requests` of the `allowed` ones, for which it takes
    `refill_seconds` to have them all again, at `free_at`. `quota_left` is what the platform said is
    left of the credential's own; `session_expires_at` and `renewal_expires_at` are of the session
    or token that was used, where it is known. `credential` is who asked, where other pairs ask with
    it too."""

    requests: int = 0
    allowed: int | None = None
    refill_seconds: float = 0.0
    free_at: datetime | None = None
    quota_left: int | None = None
    session_expires_at: datetime | None = None
    renewal_expires_at: datetime | None = None
    credential: str | None = None


NOTHING_USED = Usage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a pair is doing. `error` is the class of the last failure, None once it is well again;
    `detail` says more of it, or of the first of the `faults` in a reading that went well.
    `last_new_at` is when a reading found what nobody had found before, `last_heard_at` when it
    listed what the one before had not, though another pair may have been faster; `usage` is what
    the last reading took, and `share_used_ratio` how much of its share of what the platform allows
    the pair uses if it goes on like that."""

    last_success_at: datetime | None = None
    last_new_at: datetime | None = None
    last_heard_at: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    error: str | None = None
    detail: str | None = None
    faults: int = 0
    gaps: Gaps = field(default_factory=Gaps)
    usage: Usage = NOTHING_USED
    share_used_ratio: float | None = None

    @property
    def quiet_since(self) -> datetime | None:
        """The last sign that its source has something to say; None where there was none."""
        return self.last_heard_at or self.last_new_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What is kept of a pair between readings. `since` bounds how old a mention may be, for ever:
    it is set by the first reading, so that what that one passed over never counts as new.
    `next_reason` says why the next reading is at `next_at`."""

    since: datetime
    cursor: Cursor = field(default_factory=Cursor)
    health: Health = field(default_factory=Health)
    next_at: datetime | None = None
    next_reason: str | None = None


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


def succeeded(
    poll: Poll,
    page: Page,
    new: int,
    every_seconds: int,
    now: datetime,
    *,
    heard: int = 0,
    usage: Usage = NOTHING_USED,
) -> Poll:
    """The pair after a reading whose mentions are all stored. `new` counts those that nobody had
    stored before, `heard` those that its last reading had not listed; `now` is when it began."""
    turn = next_turn(
        every_seconds,
        now,
        left_over=page.partial,
        talkative=heard > 0,
        not_before=page.not_before,
        free_at=usage.free_at,
    )
    last_heard_at = poll.health.last_heard_at
    gaps = poll.health.gaps
    if heard and last_heard_at is not None:
        gaps = after_gap(gaps, (now - last_heard_at).total_seconds())
    if page.token_expires_at is not None:
        usage = replace(usage, session_expires_at=page.token_expires_at)
    health = replace(
        poll.health,
        last_success_at=now,
        last_new_at=now if new else poll.health.last_new_at,
        last_heard_at=now if heard else last_heard_at,
        failing_since=None,
        failures=0,
        error=None,
        detail=page.faults[0][:200] if page.faults else None,
        faults=len(page.faults),
        gaps=gaps,
        usage=usage,
        share_used_ratio=_share_used(usage, now, turn.at),
    )
    return replace(
        poll, cursor=page.cursor, health=health, next_at=turn.at, next_reason=turn.reason
    )


def failed(
    poll: Poll,
    error: SourceError,
    every_seconds: int,
    now: datetime,
    *,
    usage: Usage = NOTHING_USED,
) -> Poll:
    """The pair after a reading that failed: the cursor stays, the next try comes later."""
    failures = poll.health.failures + 1
    if isinstance(error, RateLimitedError) and error.retry_at is not None:
        turn = next_turn(every_seconds, now, not_before=error.retry_at, free_at=usage.free_at)
        next_at, reason = turn.at, turn.reason
    else:
        doubled_seconds = every_seconds * 2 ** min(failures - 1, 12)
        backoff_seconds = max(every_seconds, min(LONGEST_BACKOFF_SECONDS, doubled_seconds))
        # A share that runs in more slowly than a failure is forgotten is not asked in vain.
        next_at = max(after_interval(backoff_seconds, now), usage.free_at or now)
        reason = f"it failed {'once' if failures == 1 else f'{failures} times'}"
    health = replace(
        poll.health,
        failing_since=poll.health.failing_since or now,
        failures=failures,
        error=error.code,
        detail=str(error)[:200],
        usage=usage,
        share_used_ratio=_share_used(usage, now, next_at),
    )
    return replace(poll, health=health, next_at=next_at, next_reason=reason)


def postponed(
    poll: Poll, now: datetime, until: datetime, reason: str, error: str | None = None
) -> Poll:
    """The pair after a reading that did not take place: nothing was asked, so nothing failed.
    `error` is the class of what stands in its way, where that is a failure."""
    health = poll.health
    if error is not None:
        since = health.failing_since or now
        health = replace(health, failing_since=since, error=error, detail=reason[:200])
    return replace(poll, health=health, next_at=until, next_reason=reason)


def _share_used(usage: Usage, began_at: datetime, next_at: datetime) -> float | None:
    """From 0 to 1: how long the share takes to fill up again, of the time it is given."""
    if usage.allowed is None:
        return None
    return round(min(1.0, usage.refill_seconds / (next_at - began_at).total_seconds()), 3)
