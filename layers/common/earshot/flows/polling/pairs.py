"""Polling: each pair of a batch is read side by side; its cursor moves last."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.configuration import Configuration, Pair
from earshot.domain.cursor import Page
from earshot.domain.errors import ConflictError, RateLimitedError, SourceError, StoreError
from earshot.domain.mention import Mention
from earshot.domain.pacing import SHORTEST_SECONDS, Share
from earshot.domain.polling import (
    Novelty,
    Poll,
    Seen,
    failed,
    novel,
    postponed,
    seen_after,
    seen_of,
    succeeded,
)
from earshot.flows.cleaning import cleaned
from earshot.flows.keeping import Keeping, is_wanted, keep
from earshot.flows.polling.fetching import Asking, Fetching
from earshot.flows.polling.sharing import shares
from earshot.flows.polling.signing_in import Waiting, as_source_error
from earshot.ports import Lease, Mentions, Polls

STORING_ENDS_SECONDS = 42.0
"""When a pair stops storing what it read, from its beginning. The function has 50 s (a request
under way may take 10 more), the lease a little more: a pair that is slow ends by itself, in order,
and never keeps the others."""

LEASE_SECONDS = 55


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """Everything that reading takes."""

    configuration: Configuration
    polls: Polls
    mentions: Mentions
    fetching: Fetching


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one pair. `new` counts mentions written, `error` is the failure's class,
    `requests` were made."""

    key: str
    outcome: str
    new: int = 0
    error: str | None = None
    reason: str = ""
    requests: int = 0

    def keys_for_log(self) -> dict[str, str | int | None]:
        return {
            "pair": self.key,
            "outcome": self.outcome,
            "new": self.new,
            "error": self.error,
            "reason": self.reason,
            "requests": self.requests,
        }


def read_pairs(keys: Sequence[str], polling: Polling) -> list[Reading]:
    """Reads the pairs of one message, each in a thread of its own.

    What a source does wrong is that pair's outcome. Raises the first StoreError once all are done:
    the message comes again, and leases and cursors make the repetition harmless.
    """
    pairs = polling.configuration.pairs()
    known = {pair.source_key: pair for pair in pairs}
    wanted = [known[key] for key in keys if key in known]
    if not wanted:
        return []
    parts = shares(wanted, pairs, polling.fetching.source, polling.fetching.allowance_times)
    with ThreadPoolExecutor(max_workers=len(wanted)) as threads:
        futures = [threads.submit(read_pair, p, parts[p.source_key], polling) for p in wanted]
    errors = [error for f in futures if isinstance(error := f.exception(), BaseException)]
    if errors:
        raise errors[0]
    return [future.result() for future in futures]


def read_pair(pair: Pair, share: Share, polling: Polling) -> Reading:
    """Reads one pair since its cursor. The cursor moves last, when every mention is stored."""
    clock = polling.fetching.clock
    started_at, began = clock(), time.monotonic()
    lease = polling.polls.lease(
        pair.source_key,
        started_at,
        started_at + timedelta(seconds=LEASE_SECONDS),
        started_at + timedelta(seconds=share.pace.full_pause_seconds),
    )
    if lease is None:
        # Also where a message came twice, or late: the platform's limits count for both.
        return Reading(
            key=pair.source_key,
            outcome="held",
            reason="somebody else reads it, or it was read a moment ago",
        )
    lookback = timedelta(seconds=polling.configuration.lookback_seconds)
    poll = lease.poll or Poll(since=started_at - lookback)
    asking = Asking(pair, share, polling.fetching)
    try:
        page = asking.page(poll, started_at)
        if not isinstance(page, Waiting):
            page = cleaned(page)
            fresh = asking.with_reach(_fresh(pair, page, lease, polling), started_at)
            fresh = asking.with_threads(fresh, started_at)
            _tell_others(share, asking.told_by(), polling)
    except StoreError:
        raise
    except Exception as problem:  # noqa: BLE001 - one pair's edge: no source may stop the others
        error = as_source_error(problem)
        refusal = error if isinstance(error, RateLimitedError) else None
        _tell_others(share, asking.told_by(refusal), polling)
        after = failed(poll, error, pair.every_seconds, started_at, usage=asking.usage)
        return _released(lease, after, lease.seen, _failure(pair, error, asking), polling)
    if isinstance(page, Waiting):
        return _postponed(lease, poll, page, started_at, polling)
    usage = asking.usage
    stored, new = _store(fresh, pair, began, polling)
    if len(stored) < len(fresh):
        return _interrupted(lease, replace(poll, next_at=usage.free_at), stored, new, polling)
    # What another pair stored first was heard here all the same.
    heard = sum(novelty == "new" for _, novelty in fresh)
    after = succeeded(poll, page, new, pair.every_seconds, started_at, heard=heard, usage=usage)
    reading = Reading(
        key=pair.source_key,
        outcome="read",
        new=new,
        reason=f"next: {after.next_reason}",
        requests=usage.requests,
    )
    return _released(lease, after, seen_after(page, lease.seen), reading, polling)


def _failure(pair: Pair, error: SourceError, asking: Asking) -> Reading:
    return Reading(
        key=pair.source_key,
        outcome="failed",
        error=error.code,
        reason=str(error),
        requests=asking.usage.requests,
    )


def _store(
    fresh: Sequence[tuple[Mention, Novelty]], pair: Pair, began: float, polling: Polling
) -> tuple[list[Mention], int]:
    """What was stored until the time was up, and how much of it was news to the table."""
    source = polling.fetching.source(pair.source)
    keeping = Keeping(
        configuration=polling.configuration,
        mentions=polling.mentions,
        clock=polling.fetching.clock,
    )
    stored: list[Mention] = []
    new = 0
    for mention, novelty in fresh:
        if time.monotonic() - began > STORING_ENDS_SECONDS:
            break
        new += keep(mention, novelty, pair, source, keeping)
        stored.append(mention)
    return stored, new


def _tell_others(share: Share, until: datetime | None, polling: Polling) -> None:
    """The platform wants none of the credential's pairs before then; each would run into it."""
    if until is None:
        return
    polling.fetching.remembered.wait(share.credential, until)
    next_tick = polling.fetching.clock() + timedelta(seconds=SHORTEST_SECONDS)
    if share.pairs > 1 and until > next_tick:
        # Without it they learn by themselves, one refusal each: nothing to lose a reading for.
        with suppress(StoreError):
            polling.polls.limit(share.credential, until)


def _fresh(pair: Pair, page: Page, lease: Lease, polling: Polling) -> list[tuple[Mention, Novelty]]:
    """What is to be stored of the page, as it may be kept."""
    return [
        (mention, novelty)
        for mention, novelty in novel(page.mentions, lease.seen)
        if is_wanted(mention, pair, polling.configuration)
    ]


def _postponed(
    lease: Lease, poll: Poll, waiting: Waiting, now: datetime, polling: Polling
) -> Reading:
    """Nothing was asked, since there is no session to ask with."""
    reading = Reading(key=lease.key, outcome="waiting", error=waiting.error, reason=waiting.reason)
    after = postponed(poll, now, waiting.until, waiting.reason, waiting.error)
    return _released(lease, after, lease.seen, reading, polling)


def _interrupted(
    lease: Lease, poll: Poll, stored: Sequence[Mention], new: int, polling: Polling
) -> Reading:
    """More was read than could be stored in time: the cursor stays, what is stored is remembered,
    and the pair is due again as soon as its share allows, to go on behind it."""
    seen = {**lease.seen, **seen_of(stored, lease.seen)}
    why = "more was read than time to store it"
    reading = Reading(key=lease.key, outcome="interrupted", new=new, reason=why)
    return _released(lease, replace(poll, next_reason=why), seen, reading, polling)


def _released(lease: Lease, poll: Poll, seen: Seen, reading: Reading, polling: Polling) -> Reading:
    try:
        polling.polls.release(lease, poll, seen)
    except ConflictError:
        # We were so slow that somebody else took over; their cursor stands, and the mentions that
        # we stored are stored.
        return replace(reading, outcome="overtaken", reason="the lease ran out")
    return reading
