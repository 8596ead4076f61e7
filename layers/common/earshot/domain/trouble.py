"""Trouble: what keeps a watch-source pair from being heard, and when it is worth waking the owner.

What went wrong is told by the class of the error, never by its text. Trouble that passes by itself
is given time to do so; what only a person can mend is told after the second failure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, TypeGuard, get_args

from earshot.domain.configuration import Pair
from earshot.domain.polling import Health, Poll
from earshot.domain.silence import silence, told
from earshot.domain.subject import OwnKind

Kind = Literal[
    "refused",
    "misconfigured",
    "gone",
    "failing",
    "limited",
    "unread",
    "last_day",
    "expiring",
    "silent",
]
"""`refused`: the token is missing, wrong or has expired. `misconfigured`: the options do not say
what to read, or lead to an address that may not be read. `gone`: what is watched is no longer
there. `failing`: no answer, or none that can be read. `limited`: the platform has let nothing be
read for hours. `unread`: we do not come to read it. `expiring`, `last_day`: its token will end.
`silent`: it answers, and has nothing new for far longer than usual."""

AnyKind = Literal[Kind, OwnKind]
"""Of a pair, or of a part of Earshot itself."""

_KIND_OF: dict[str, Kind] = {
    "access_refused": "refused",
    "misconfigured": "misconfigured",
    "address_refused": "misconfigured",
    "gone": "gone",
    "rate_limited": "limited",
}
"""By the class of the error (`SourceError.code`); any other is `failing`."""

PASSING = timedelta(minutes=30)
"""What may pass by itself has this long to do so; five tries of a pair that is read each minute,
and as long as a level of an escalation has. Ours."""

LIMITED = timedelta(hours=3)
"""How long a platform may keep a pair unread: limits of an hour pass by themselves. Ours."""

UNREAD = timedelta(minutes=30)
"""How long a pair may wait for its turn after it is due. The queue's alarm rings after ten minutes
and tells those who watch the account; this one tells the owner what is not heard. Ours."""

AWAITED = timedelta(minutes=10)
"""After this a pair that is due counts as looked for in vain: two looks, and the queue's own alarm
at the latest."""

FEWEST_FAILURES = 2
"""One failure is no news, of whatever kind: even a wrong refusal happens once."""

FEWEST_INTERVALS = 2
"""Who failed once and is not tried again for long has lasted after this many intervals."""

EXPIRING = timedelta(days=7)
LAST_DAY = timedelta(days=1)
"""Before a token ends: a working week to renew it, and a last call. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What a pair or a part of Earshot suffers from, and since when. `error` is the class of the
    error, where it is one; `ends_at` is when the token ends; `details` are what its letter tells,
    text and numbers by name. `reason` says it in plain words, in English, and holds nothing that a
    platform wrote."""

    kind: AnyKind
    since: datetime
    reason: str
    error: str | None = None
    ends_at: datetime | None = None
    details: dict[str, object] = field(default_factory=dict)


def is_of_source(kind: AnyKind) -> TypeGuard[Kind]:
    return kind in get_args(Kind)


def trouble(
    pair: Pair,
    poll: Poll | None,
    now: datetime,
    *,
    first_seen_at: datetime | None = None,
    credential_until: datetime | None = None,
    renews_itself: bool = False,
) -> Trouble | None:
    """What the owner should know of the pair, the gravest first; None where that is nothing.

    `first_seen_at` is when the pair was first looked for in vain (`is_awaited`), `credential_until`
    until when the platform told others with its credential to wait; `renews_itself` is True where
    the source signs in, and its session's end is nobody's business.
    """
    health = poll.health if poll else Health()
    if health.error is not None and (found := _failing(pair, health, now)) is not None:
        return found
    if (found := _unread(pair, poll, now, first_seen_at, credential_until)) is not None:
        return found
    ends_at = health.usage.session_expires_at
    if ends_at is not None and not renews_itself and (found := _expiring(ends_at, now)):
        return found
    return _silent(pair, health, now) if health.error is None else None


def is_well(poll: Poll | None) -> bool:
    """True where the last reading went well: who has no trouble worth telling may still fail."""
    return (
        poll is not None and poll.health.error is None and poll.health.last_success_at is not None
    )


def _failing(pair: Pair, health: Health, now: datetime) -> Trouble | None:
    error, since = health.error or "error", health.failing_since or now
    kind = _KIND_OF.get(error, "failing")
    lasted = now - since
    grace = {"failing": PASSING, "limited": LIMITED}.get(kind, timedelta(0))
    # Where others sign in for it, a pair fails without having asked: its failures are not counted.
    alone = max(grace, PASSING, FEWEST_INTERVALS * timedelta(seconds=pair.every_seconds))
    if lasted < (grace if health.failures >= FEWEST_FAILURES else alone):
        return None
    times = f", {health.failures} times in a row" if health.failures >= FEWEST_FAILURES else ""
    why = f"{error.replace('_', ' ')} for {told(lasted.total_seconds())}{times}"
    return Trouble(kind=kind, since=since, reason=why, error=error)


def is_awaited(pair: Pair, poll: Poll | None, now: datetime) -> bool:
    """True where the pair should have been read by now. From then on it is known how long we have
    looked for it in vain; a pair that was taken out and put back was due long ago."""
    if poll is None or _was_never_read(poll):
        return True
    return now - _due_at(pair, poll, None) >= AWAITED


def _unread(
    pair: Pair,
    poll: Poll | None,
    now: datetime,
    first_seen_at: datetime | None,
    credential_until: datetime | None,
) -> Trouble | None:
    if poll is None or _was_never_read(poll):
        if first_seen_at is None or now - first_seen_at < UNREAD:
            return None
        waited = told((now - first_seen_at).total_seconds())
        return Trouble(kind="unread", since=first_seen_at, reason=f"not read once in {waited}")
    since = poll.health.last_success_at or poll.health.failing_since or now
    due_at = _due_at(pair, poll, credential_until)
    unread_for = told((now - since).total_seconds())
    if first_seen_at is not None and now - max(due_at, first_seen_at) >= UNREAD:
        late = f"not read for {unread_for}; it was due {told((now - due_at).total_seconds())} ago"
        return Trouble(kind="unread", since=since, reason=late)
    free_at = poll.health.usage.free_at
    # What its own share makes it wait is no trouble: it follows from the owner's configuration.
    longest = max(LIMITED, FEWEST_INTERVALS * timedelta(seconds=pair.every_seconds))
    if due_at <= max(now, free_at or now) or now - since < longest:
        return None
    why = f"not read for {unread_for}: the platform said to wait"
    return Trouble(kind="limited", since=since, reason=why)


def _was_never_read(poll: Poll) -> bool:
    return poll.health.last_success_at is None and poll.health.error is None


def _due_at(pair: Pair, poll: Poll, credential_until: datetime | None) -> datetime:
    health = poll.health
    read_at = health.last_success_at or health.failing_since or poll.since
    due_at = poll.next_at or read_at + timedelta(seconds=pair.every_seconds)
    return max(due_at, credential_until or due_at)


def _expiring(ends_at: datetime, now: datetime) -> Trouble | None:
    left = ends_at - now
    if left > EXPIRING:
        return None
    seconds = left.total_seconds()
    why = f"its token ends in {told(seconds)}" if seconds > 0 else "its token should have ended"
    if left <= LAST_DAY:
        return Trouble(kind="last_day", since=ends_at - LAST_DAY, reason=why, ends_at=ends_at)
    return Trouble(kind="expiring", since=ends_at - EXPIRING, reason=why, ends_at=ends_at)


def _silent(pair: Pair, health: Health, now: datetime) -> Trouble | None:
    if health.quiet_since is None:
        return None
    quiet_seconds = (now - health.quiet_since).total_seconds()
    is_silent, why = silence(health.gaps, quiet_seconds, pair.every_seconds)
    return Trouble(kind="silent", since=health.quiet_since, reason=why) if is_silent else None
