"""Signing in: a session for every reading, and as few sign-ins as there can be.

A session is kept outside of the process, so that any process can use it; whoever finds none that
serves claims the right to sign in, looks again, signs in, keeps the session, and writes down how it
went. Whoever dies on the way leaves a claim that runs out: at most one sign-in more for each death.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.domain.asking import Session
from earshot.domain.errors import (
    EarshotError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceError,
    SourceUnavailableError,
    StoreError,
)
from earshot.domain.pacing import SHORTEST_SECONDS
from earshot.domain.signing import SignIns, after_failure, after_sign_in, is_behind, serves
from earshot.flows.polling.remembering import Remembered
from earshot.ports import Clock, Sessions, SignInClaim, SignInClaims

CLAIM_SECONDS = 55
"""As long as a pair's lease: nobody signs in for longer than a reading may take."""

PATIENCE_SECONDS = 15.0
"""For another thread of this process that signs in: then the pair waits for its next tick."""

SignIn = Callable[[Session | None], Session]
"""The source's own, with all it takes but the session that was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningIn:
    """Everything that signing in takes."""

    claims: SignInClaims
    sessions: Sessions
    remembered: Remembered
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """`claim` is set where this reading itself signed in."""

    session: Session
    claim: SignInClaim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """There is no session, and no signing in before `until`. `error` is the class of the failure
    that keeps us waiting, None while somebody else signs in."""

    until: datetime
    reason: str
    error: str | None = None


def signed_in(
    credential: str, sign_in: SignIn, signing: SigningIn, refused: Session | None = None
) -> SignedIn | Waiting:
    """A session that serves: the one that is remembered or kept, else a new one.

    `refused` is one that the platform would not take: whatever it says of its end, it does not
    serve. Raises SourceError where signing in fails, SourceUnavailableError where it cannot be told
    what is kept: then nobody signs in.
    """
    lock = signing.remembered.one_at_a_time(credential)
    if not lock.acquire(timeout=PATIENCE_SECONDS):
        return _waiting(SignIns(), signing.clock())
    try:
        found = _found(credential, signing, refused)
        if isinstance(found, SignedIn):
            return found
        now = signing.clock()
        claim = signing.claims.claim(credential, now, now + timedelta(seconds=CLAIM_SECONDS))
        if claim is None:
            return _waiting(signing.claims.standing(credential), now)
        # Between our look and our claim somebody may have signed in and given the claim up.
        found = _found(credential, signing, refused)
        if isinstance(found, SignedIn):
            signing.claims.settle(claim, claim.before)
            return found
        if is_behind(found, claim.before, now):
            signing.claims.settle(claim, claim.before)
            return _waiting(SignIns(), now)
        return _new(claim, found, sign_in, signing)
    finally:
        lock.release()


def refused_at_once(claim: SignInClaim, error: SourceError, signing: SigningIn) -> None:
    """A session was refused that had just been given: signing in again would be in vain."""
    signing.remembered.sessions.pop(claim.credential, None)
    signing.claims.settle(claim, after_failure(claim.before, error, signing.clock()))


def _found(
    credential: str, signing: SigningIn, refused: Session | None
) -> SignedIn | Session | None:
    """The session that serves, or what is kept and does not: it may still be renewed."""
    now = signing.clock()
    remembered = signing.remembered.sessions.get(credential)
    if remembered is not None and _serves(remembered, refused, now):
        return SignedIn(session=remembered)
    try:
        kept = signing.sessions.get(credential)
    except StoreError as error:
        raise SourceUnavailableError(str(error)) from error
    if kept is not None and _serves(kept, refused, now):
        signing.remembered.sessions[credential] = kept
        return SignedIn(session=kept)
    return kept or remembered


def _serves(session: Session, refused: Session | None, now: datetime) -> bool:
    return serves(session, now) and (refused is None or session.token != refused.token)


def _new(claim: SignInClaim, kept: Session | None, sign_in: SignIn, signing: SigningIn) -> SignedIn:
    try:
        session = sign_in(kept)
    except Exception as problem:  # a source's edge: whatever it is, it counts as a failure
        error = as_source_error(problem)
        signing.claims.settle(claim, after_failure(claim.before, error, signing.clock()))
        raise error from problem
    signing.remembered.sessions[claim.credential] = session
    try:
        signing.sessions.put(claim.credential, session)
    except StoreError as problem:
        # This process can go on with it. The others must not each sign in for want of it.
        unkept = SourceUnavailableError(f"the session could not be kept: {problem}")
        signing.claims.settle(claim, after_failure(claim.before, unkept, signing.clock()))
    else:
        signing.claims.settle(claim, after_sign_in(session, signing.clock()))
    return SignedIn(session=session, claim=claim)


def _waiting(standing: SignIns, now: datetime) -> Waiting:
    next_tick = now + timedelta(seconds=SHORTEST_SECONDS)
    if standing.not_before is None or standing.not_before <= now:
        return Waiting(until=next_tick, reason="somebody else signs in with its credential")
    times = "once" if standing.failures == 1 else f"{standing.failures} times"
    return Waiting(
        until=max(next_tick, standing.not_before),
        reason=f"signing in failed {times}: {standing.detail}",
        error=standing.error,
    )


def as_source_error(problem: Exception) -> SourceError:
    """The problem as the source's own. What is not in our tree is a gap in our reading of it."""
    if isinstance(problem, SourceError):
        return problem
    if isinstance(problem, EarshotError):
        return MisconfiguredSourceError(str(problem))
    return MalformedAnswerError(f"{type(problem).__name__} while reading it")
