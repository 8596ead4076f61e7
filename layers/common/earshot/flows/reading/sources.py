"""Sources: how each watch-source pair is doing, and why we say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from earshot.domain.alarm import Alarm
from earshot.domain.configuration import Pair
from earshot.domain.polling import NOTHING_USED, Poll
from earshot.domain.silence import Gaps, silence
from earshot.domain.trouble import Kind, is_of_source
from earshot.flows.reading import Reading

PairHealth = Literal["well", "failing", "late", "silent", "unread"]

LATE_SECONDS = 600
LATE_INTERVALS = 3
"""A pair is late when it was not read for three of its intervals, and at least ten minutes: one
slow minute of the schedule is no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleView:
    """What the owner was told of a pair, at `told_at`, and has not been told the end of yet."""

    kind: Kind
    since: datetime
    reason: str
    told_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One watch in one source. `error` is the class of the last failure and null once it is well
    again; `faults` counts entries of the last reading that could not be read; the pair is not read
    before `not_before`, for `not_before_reason`. `cursor_age_seconds` is the age of the newest
    mention seen, `usual_gap_seconds` what usually lies between readings with something new, and
    `longest_gap_seconds` the most of late.

    `requests` were made in the last reading, of the `requests_allowed` in one; `share_used_ratio`
    is how much the pair uses of its share of what the platform allows, `quota_left` what the
    platform said is left for all who ask with the credential. `session_expires_at` is the end of
    the session or token it was read with, `renewal_expires_at` of what renews it. `trouble` is what
    the owner was told by mail, until it has been over for a while."""

    key: str
    brand: str
    watch: str
    source: str
    every_seconds: int
    health: PairHealth
    reason: str
    cursor_age_seconds: int | None
    last_success_at: datetime | None
    last_new_at: datetime | None
    failing_since: datetime | None
    failures: int
    error: str | None
    detail: str | None
    faults: int
    not_before: datetime | None
    not_before_reason: str | None
    usual_gap_seconds: int | None
    longest_gap_seconds: int | None
    requests: int
    requests_allowed: int | None
    share_used_ratio: float | None
    quota_left: int | None
    session_expires_at: datetime | None
    renewal_expires_at: datetime | None
    trouble: TroubleView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    sources: tuple[SourceView, ...]


def sources(reading: Reading) -> SourcesView:
    """Every pair of the configuration, in the owner's order."""
    pairs = reading.configuration.pairs()
    polls = reading.polls.read([pair.source_key for pair in pairs])
    used = {key: poll.health.usage.credential for key, poll in polls.items()}
    limits = reading.polls.limited([name for name in used.values() if name is not None])
    now = reading.clock()
    alarms = reading.troubles.read([pair.source_key for pair in pairs], now)
    views = []
    for pair in pairs:
        poll = polls.get(pair.source_key)
        limit = limits.get(used.get(pair.source_key) or "")
        views.append(_view(pair, _put_off(poll, limit), alarms.get(pair.source_key), now))
    return SourcesView(sources=tuple(views))


def _put_off(poll: Poll | None, limit: datetime | None) -> Poll | None:
    """The pair as it is due: not before its credential is."""
    if poll is None or limit is None or (poll.next_at is not None and poll.next_at >= limit):
        return poll
    reason = "the platform told another pair with its credential to wait"
    return replace(poll, next_at=limit, next_reason=reason)


def health(pair: Pair, poll: Poll | None, now: datetime) -> tuple[PairHealth, str]:
    """How the pair is doing, and the reason."""
    if poll is None:
        return "unread", "it was not read yet"
    known = poll.health
    if known.error is not None:
        times = "once" if known.failures == 1 else f"{known.failures} times in a row"
        return "failing", f"{known.error.replace('_', ' ')}, {times}"
    if known.last_success_at is None:
        return "unread", "it was not read yet"
    silent_seconds = int((now - known.last_success_at).total_seconds())
    # Where the platform or its share makes it wait longer than its interval, only from then on.
    overdue_seconds = (now - (poll.next_at or known.last_success_at)).total_seconds()
    patience = max(LATE_SECONDS, LATE_INTERVALS * pair.every_seconds)
    if silent_seconds > patience and overdue_seconds > LATE_SECONDS:
        return "late", f"it was not read for {silent_seconds} s; it is due every " + (
            f"{pair.every_seconds} s"
        )
    if known.quiet_since is not None:
        quiet_seconds = (now - known.quiet_since).total_seconds()
        is_silent, why = silence(known.gaps, quiet_seconds, pair.every_seconds)
        if is_silent:
            return "silent", why
    return "well", f"it was read {max(0, silent_seconds)} s ago"


def _view(pair: Pair, poll: Poll | None, alarm: Alarm | None, now: datetime) -> SourceView:
    how, reason = health(pair, poll, now)
    known = poll.health if poll else None
    gaps, usage = (known.gaps, known.usage) if known else (Gaps(), NOTHING_USED)
    seen_at = poll.cursor.high_water_at if poll else None
    return SourceView(
        key=pair.source_key,
        brand=pair.brand,
        watch=pair.watch,
        source=pair.source,
        every_seconds=pair.every_seconds,
        health=how,
        reason=reason,
        cursor_age_seconds=max(0, int((now - seen_at).total_seconds())) if seen_at else None,
        last_success_at=known.last_success_at if known else None,
        last_new_at=known.last_new_at if known else None,
        failing_since=known.failing_since if known else None,
        failures=known.failures if known else 0,
        error=known.error if known else None,
        detail=known.detail if known else None,
        faults=known.faults if known else 0,
        not_before=poll.next_at if poll else None,
        not_before_reason=poll.next_reason if poll else None,
        usual_gap_seconds=gaps.usual_seconds,
        longest_gap_seconds=gaps.longest_seconds,
        requests=usage.requests,
        requests_allowed=usage.allowed,
        share_used_ratio=known.share_used_ratio if known else None,
        quota_left=usage.quota_left,
        session_expires_at=usage.session_expires_at,
        renewal_expires_at=usage.renewal_expires_at,
        trouble=_trouble(alarm) if alarm else None,
    )


def _trouble(alarm: Alarm) -> TroubleView | None:
    standing = alarm.standing
    if standing is None or not is_of_source(standing.kind):
        return None
    return TroubleView(
        kind=standing.kind, since=standing.since, reason=standing.reason, told_at=alarm.told_at
    )
