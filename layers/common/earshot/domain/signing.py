"""Signing in: whether a session still serves, and when it may be tried again after a failure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.asking import Session
from earshot.domain.errors import RateLimitedError, SourceError

ENDS_SOON = timedelta(minutes=5)
"""A session that ends within it is renewed: a reading may take most of a minute, and clocks
differ."""

READS_LAG = timedelta(seconds=60)
"""No promise is made for SSM's reads after its writes; in practice they take moments."""

LONGEST_BACKOFF_MINUTES = 60
"""After 1, 2, 4 ... minutes up to this: platforms count sign-ins (Bluesky allows few in a day) and
lock accounts for them, and who mends a password waits an hour at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIns:
    """How signing in with a credential has gone. `failures` in a row, the class of the last one and
    what it said; no new try before `not_before`. `expires_at` is of the session that was kept
    last, at `kept_at`."""

    failures: int = 0
    error: str | None = None
    detail: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    kept_at: datetime | None = None


def serves(session: Session, now: datetime) -> bool:
    """True while the session lasts long enough for a reading."""
    return session.expires_at - now > ENDS_SOON


def after_sign_in(session: Session, now: datetime) -> SignIns:
    """A new session was kept."""
    return SignIns(expires_at=session.expires_at, kept_at=now)


def is_behind(kept: Session | None, known: SignIns, now: datetime) -> bool:
    """True where another session was kept a moment ago than the one that was found: reading what
    was written may lag behind writing it."""
    if known.expires_at is None or known.kept_at is None or now - known.kept_at > READS_LAG:
        return False
    return kept is None or kept.expires_at < known.expires_at


def after_failure(before: SignIns, error: SourceError, now: datetime) -> SignIns:
    """One more failure: the next try comes later, and never before the platform's own time."""
    failures = before.failures + 1
    minutes = min(LONGEST_BACKOFF_MINUTES, 2 ** min(failures - 1, 6))
    not_before = now + timedelta(minutes=minutes)
    if isinstance(error, RateLimitedError) and error.retry_at is not None:
        not_before = max(not_before, error.retry_at)
    return SignIns(
        failures=failures,
        error=error.code,
        detail=str(error)[:200],
        not_before=not_before,
        expires_at=before.expires_at,
        kept_at=before.kept_at,
    )
