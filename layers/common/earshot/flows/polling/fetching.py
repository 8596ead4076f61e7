"""Fetching: one pair's page from its source, signed in where it has to be, within its share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, cast

from earshot.domain.asking import Session
from earshot.domain.configuration import Pair
from earshot.domain.cursor import Page, Query
from earshot.domain.errors import AccessRefusedError, RateLimitedError
from earshot.domain.mention import Mention
from earshot.domain.pacing import Share
from earshot.domain.polling import Novelty, Poll, Usage
from earshot.flows.polling.budgeted import BudgetedHttp, TimedHttp
from earshot.flows.polling.querying import query_of
from earshot.flows.polling.reaching import with_reach
from earshot.flows.polling.remembering import Remembered
from earshot.flows.polling.signing_in import (
    SignedIn,
    SigningIn,
    Waiting,
    refused_at_once,
    signed_in,
)
from earshot.flows.polling.threading import with_threads
from earshot.ports import (
    Clock,
    FindsThreads,
    Http,
    Secrets,
    Sessions,
    SignInClaims,
    SignsIn,
    Source,
    TellsReach,
)

PAIR_BUDGET_SECONDS = 30.0
"""When a pair stops asking the network, from its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """Everything that fetching takes. `allowance_times` is how many times as much may be asked as
    platforms allow: 1, but for servers that stand in for them."""

    http: Http
    secrets: Secrets
    source: Callable[[str], Source]
    claims: SignInClaims
    sessions: Sessions
    remembered: Remembered
    clock: Clock
    allowance_times: int = 1


class SigningSource(Source, SignsIn, Protocol):
    """A source that is read in a session."""


class Asking:
    """One reading's conversation with its platform: what it asked, as whom, and what it used."""

    def __init__(self, pair: Pair, share: Share, fetching: Fetching) -> None:
        self._pair = pair
        self._share = share
        self._fetching = fetching
        self._timed = TimedHttp(fetching.http, PAIR_BUDGET_SECONDS)
        remembered, credential = fetching.remembered, share.credential
        self._http = BudgetedHttp(
            self._timed,
            share.pace,
            fetching.clock,
            lambda: remembered.waits.get(credential),
            limits=fetching.source(pair.source).limits,
            tell=lambda until: remembered.wait(credential, until),
            turn=remembered.one_at_a_time(f"{credential} asks"),
        )
        self._session: Session | None = None
        self._query: Query | None = None

    def page(self, poll: Poll, now: datetime) -> Page | Waiting:
        """What is new since the cursor; Waiting where there is no session to ask with. Raises
        whatever the source does, SourceError where it keeps its promise."""
        source = self._fetching.source(self._pair.source)
        query = query_of(self._pair, poll.since, self._fetching.secrets)
        if isinstance(source, SignsIn):
            return self._signed_in_page(cast(SigningSource, source), query, poll, now)
        self._query = query
        return source.fetch(self._http, query, poll.cursor, now)

    def _signed_in_page(
        self, source: SigningSource, query: Query, poll: Poll, now: datetime
    ) -> Page | Waiting:
        """A session that is refused is renewed or signed in anew, once; then the refusal stands."""
        fetching, credential = self._fetching, self._share.credential
        signing = SigningIn(
            claims=fetching.claims,
            sessions=fetching.sessions,
            remembered=fetching.remembered,
            clock=fetching.clock,
        )

        def sign_in(kept: Session | None) -> Session:
            # Not out of the share: platforms count sign-ins by themselves, and without one
            # nothing else can be asked.
            return source.sign_in(self._timed, query, kept, fetching.clock())

        def fetched(as_whom: SignedIn) -> Page:
            self._session = as_whom.session
            self._query = replace(query, session=as_whom.session)
            try:
                return source.fetch(self._http, self._query, poll.cursor, now)
            except AccessRefusedError as refusal:
                if as_whom.claim is not None:
                    refused_at_once(as_whom.claim, refusal, signing)
                raise

        first = signed_in(credential, sign_in, signing)
        if isinstance(first, Waiting):
            return first
        try:
            return fetched(first)
        except AccessRefusedError:
            if first.claim is not None:
                raise
            second = signed_in(credential, sign_in, signing, refused=first.session)
            if isinstance(second, Waiting) and second.error is not None:
                raise
        return second if isinstance(second, Waiting) else fetched(second)

    def with_reach(
        self, fresh: list[tuple[Mention, Novelty]], now: datetime
    ) -> list[tuple[Mention, Novelty]]:
        """The mentions with their authors' followers, as far as the source tells them."""
        source, query = self._fetching.source(self._pair.source), self._query
        if query is None or not isinstance(source, TellsReach):
            return fresh
        known = self._fetching.remembered.reach

        def ask(author_ids: Sequence[str]) -> Mapping[str, int]:
            return source.profiles(self._http, query, author_ids, now)

        return with_reach(fresh, ask, source.PROFILES_TOGETHER, known, now)

    def with_threads(
        self, fresh: list[tuple[Mention, Novelty]], now: datetime
    ) -> list[tuple[Mention, Novelty]]:
        """The mentions, each in its thread as far as the source tells it."""
        source, query = self._fetching.source(self._pair.source), self._query
        if query is None or not isinstance(source, FindsThreads):
            return fresh

        def ask(mention: Mention) -> tuple[str, str] | None:
            return source.thread_of(self._http, query, mention, now)

        return with_threads(fresh, ask)

    def told_by(self, refusal: RateLimitedError | None = None) -> datetime | None:
        """Until when the platform wants none of the credential's requests, where it said so: not
        our own share, nor what a source plans for one pair by itself."""
        told = [self._http.put_off_until]
        if refusal is not None and refusal.retry_at != self._http.refused_until:
            told.append(refusal.retry_at)
        return max((until for until in told if until is not None), default=None)

    @property
    def usage(self) -> Usage:
        """What was used until now."""
        refill_seconds = self._http.refill_seconds
        session = self._session
        return Usage(
            requests=self._http.requests,
            allowed=self._share.pace.requests,
            refill_seconds=round(refill_seconds, 3),
            free_at=self._fetching.clock() + timedelta(seconds=refill_seconds),
            quota_left=self._http.quota_left,
            session_expires_at=session.expires_at if session else None,
            renewal_expires_at=session.renewal_expires_at if session else None,
            credential=self._share.credential if self._share.pairs > 1 else None,
        )
