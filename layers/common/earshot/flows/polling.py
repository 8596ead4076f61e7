"""Polling: who is due goes to the queue in batches; each batch is read side by side."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.configuration import SECRET_SUFFIX, Configuration, Pair
from earshot.domain.cursor import Page, Query
from earshot.domain.errors import (
    ConflictError,
    EarshotError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.mention import Found, Mention
from earshot.domain.polling import (
    Novelty,
    Poll,
    Seen,
    failed,
    is_due,
    novel,
    seen_after,
    seen_of,
    succeeded,
)
from earshot.flows.cleaning import cleaned
from earshot.ports import Clock, Http, Lease, Mentions, Polls, Queue, Response, Secrets, Source

PAIRS_PER_MESSAGE = 20
"""One message per pair would cost $3 a month for 12 quiet pairs; a batch costs cents."""

PAIR_BUDGET_SECONDS = 30.0
STORING_ENDS_SECONDS = 42.0
"""When one pair stops asking the network, and when it stops storing what it read, both from its
beginning. The function has 50 s (a request under way may take 10 more), the lease a little more: a
pair that is slow ends by itself, in order, and never keeps the others."""

LEASE_SECONDS = 55

OVERLAP_SECONDS = 600
"""How far each reading goes back: twice the interval, and never less than ten minutes, because
platforms index late and clocks differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polling:
    """Everything that reading takes."""

    configuration: Configuration
    polls: Polls
    mentions: Mentions
    http: Http
    secrets: Secrets
    source: Callable[[str], Source]
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one pair. `new` counts mentions written, `error` is the failure's class."""

    key: str
    outcome: str
    new: int = 0
    error: str | None = None
    reason: str = ""

    def keys_for_log(self) -> dict[str, str | int | None]:
        return {
            "pair": self.key,
            "outcome": self.outcome,
            "new": self.new,
            "error": self.error,
            "reason": self.reason,
        }


def plan(configuration: Configuration, polls: Polls, queue: Queue, now: datetime) -> int:
    """Sends the pairs that are due to the queue; returns how many they are."""
    due = polls.due([pair.source_key for pair in configuration.pairs()], now)
    batches = [due[at : at + PAIRS_PER_MESSAGE] for at in range(0, len(due), PAIRS_PER_MESSAGE)]
    queue.send([json.dumps({"pairs": batch}, separators=(",", ":")) for batch in batches])
    return len(due)


def read_pairs(keys: Sequence[str], polling: Polling) -> list[Reading]:
    """Reads the pairs of one message, each in a thread of its own.

    What a source does wrong is that pair's outcome. Raises the first StoreError once all are done:
    the message comes again, and leases and cursors make the repetition harmless.
    """
    pairs = {pair.source_key: pair for pair in polling.configuration.pairs()}
    wanted = [pairs[key] for key in keys if key in pairs]
    if not wanted:
        return []
    with ThreadPoolExecutor(max_workers=len(wanted)) as threads:
        futures = [threads.submit(read_pair, pair, polling) for pair in wanted]
    errors = [error for f in futures if isinstance(error := f.exception(), BaseException)]
    if errors:
        raise errors[0]
    return [future.result() for future in futures]


def read_pair(pair: Pair, polling: Polling) -> Reading:
    """Reads one pair since its cursor. The cursor moves last, when every mention is stored."""
    started_at, began = polling.clock(), time.monotonic()
    lease = polling.polls.lease(
        pair.source_key, started_at, started_at + timedelta(seconds=LEASE_SECONDS)
    )
    if lease is None:
        return Reading(key=pair.source_key, outcome="held", reason="somebody else reads it")
    lookback = timedelta(seconds=polling.configuration.lookback_seconds)
    poll = lease.poll or Poll(since=started_at - lookback)
    if not is_due(poll.next_at, None, started_at):
        # The message came twice, or late: the platform's limits count for both.
        reading = Reading(key=pair.source_key, outcome="early", reason="it was read a moment ago")
        return _released(lease, poll, lease.seen, reading, polling)
    try:
        page = cleaned(_fetched(pair, poll, polling, started_at))
        fresh = _fresh(pair, page, lease, polling)
    except Exception as problem:  # noqa: BLE001 - one pair's edge: no source may stop the others
        error = _source_error(problem)
        reading = Reading(
            key=pair.source_key, outcome="failed", error=error.code, reason=str(error)
        )
        after = failed(poll, error, pair.every_seconds, started_at)
        return _released(lease, after, lease.seen, reading, polling)
    new = 0
    for stored, (mention, novelty) in enumerate(fresh):
        if time.monotonic() - began > STORING_ENDS_SECONDS:
            done = [known for known, _ in fresh[:stored]]
            return _interrupted(lease, poll, done, new, polling)
        new += _stored(mention, novelty, pair, polling)
    after = succeeded(poll, page, new, pair.every_seconds, started_at)
    reading = Reading(key=pair.source_key, outcome="read", new=new)
    return _released(lease, after, seen_after(page, lease.seen), reading, polling)


def _source_error(problem: Exception) -> SourceError:
    """The problem as the source's own. What is not in our tree is a gap in our reading of it."""
    if isinstance(problem, SourceError):
        return problem
    if isinstance(problem, EarshotError):
        return MisconfiguredSourceError(str(problem))
    return MalformedAnswerError(f"{type(problem).__name__} while reading it")


def _fetched(pair: Pair, poll: Poll, polling: Polling, now: datetime) -> Page:
    query = Query(
        terms=pair.terms,
        languages=pair.languages,
        options=_with_secrets(pair.options, polling.secrets),
        since=poll.since,
        overlap_seconds=max(OVERLAP_SECONDS, 2 * pair.every_seconds),
    )
    return polling.source(pair.source).fetch(
        BudgetedHttp(polling.http, PAIR_BUDGET_SECONDS), query, poll.cursor, now
    )


def _fresh(pair: Pair, page: Page, lease: Lease, polling: Polling) -> list[tuple[Mention, Novelty]]:
    """What is to be stored of the page, as it may be kept."""
    own = polling.configuration.brand(pair.brand).accounts.get(pair.source, ())
    return [
        (mention, novelty)
        for mention, novelty in novel(page.mentions, lease.seen)
        if not is_own(mention, own)
    ]


def _stored(mention: Mention, novelty: Novelty, pair: Pair, polling: Polling) -> bool:
    # The moment of storing, not of asking: of two pairs that read the same mention, the one that
    # stores later has the later word.
    read_at = polling.clock()
    kept = timedelta(seconds=polling.configuration.retention.mentions_seconds)
    found = Found(mention=mention, brand=pair.brand, watch=pair.watch, read_at=read_at)
    return polling.mentions.save(found, novelty, read_at + kept)


def _interrupted(
    lease: Lease, poll: Poll, done: Sequence[Mention], new: int, polling: Polling
) -> Reading:
    """More was read than could be stored in time: the cursor stays, what is stored is remembered,
    and the pair is due again at once to go on behind it."""
    seen = {**lease.seen, **seen_of(done, lease.seen)}
    reading = Reading(
        key=lease.key, outcome="interrupted", new=new, reason="more was read than time to store it"
    )
    return _released(lease, replace(poll, next_at=None), seen, reading, polling)


def _released(lease: Lease, poll: Poll, seen: Seen, reading: Reading, polling: Polling) -> Reading:
    try:
        polling.polls.release(lease, poll, seen)
    except ConflictError:
        # We were so slow that somebody else took over; their cursor stands, and the mentions that
        # we stored are stored.
        return replace(reading, outcome="overtaken", reason="the lease ran out")
    return reading


def is_own(mention: Mention, accounts: Sequence[str]) -> bool:
    """True where one of the brand's own accounts wrote it."""
    names = {mention.author.id.casefold(), mention.author.name.casefold().lstrip("@")}
    return any(account.casefold().lstrip("@") in names for account in accounts)


def _with_secrets(options: Mapping[str, object], secrets: Secrets) -> dict[str, object]:
    """`token_secret: name` becomes `token: value` for the source, which never sees the name."""
    return {
        key.removesuffix(SECRET_SUFFIX) if key.endswith(SECRET_SUFFIX) else key: (
            _secret(str(value), secrets) if key.endswith(SECRET_SUFFIX) else value
        )
        for key, value in options.items()
    }


def _secret(name: str, secrets: Secrets) -> str:
    try:
        return secrets.get(name)
    except EarshotError as error:
        raise SourceUnavailableError(str(error)) from error


class BudgetedHttp:
    """HTTP that ends when the pair's time is spent, however many pages it would still ask for."""

    def __init__(self, http: Http, budget_seconds: float) -> None:
        self._http = http
        self._until = time.monotonic() + budget_seconds

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self._require_time()
        return self._http.get(url, headers)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        self._require_time()
        return self._http.post(url, body, headers)

    def _require_time(self) -> None:
        if time.monotonic() > self._until:
            raise SourceUnavailableError("the pair's time was spent before it had read everything")
