"""A trial: one reading of a pair as the poller would do it the first time, within its share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.asking import Session
from earshot.domain.configuration import RECEIVING, Configuration, Pair
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    EarshotError,
    MisconfiguredSourceError,
    NotFoundError,
    SourceError,
)
from earshot.domain.pacing import Share
from earshot.domain.signing import serves
from earshot.flows.polling.budgeted import BudgetedHttp
from earshot.flows.polling.querying import query_of
from earshot.flows.polling.sharing import shares
from earshot.flows.polling.signing_in import as_source_error
from earshot.ports import Clock, Http, Sessions, SignsIn
from earshot.sources.contract import SourceModule
from workbench.trying.overhearing import Exchange, OverheardHttp
from workbench.trying.secrets import GivenSecrets


@dataclass(frozen=True, slots=True, kw_only=True)
class Trying:
    """Everything that a trial takes. `sessions` are those of the stack, where one was named; they
    are only looked at."""

    configuration: Configuration
    http: Http
    secrets: GivenSecrets
    source: Callable[[str], SourceModule]
    sessions: Sessions | None
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of it. `page` is None where the reading failed, and then `error` says why;
    `listed` counts what the answers listed, wanted or not; `signed_in` is how there was a session:
    "anew", "kept", or None where the source needs none."""

    pair: Pair
    share: Share
    exchanges: tuple[Exchange, ...]
    page: Page | None
    error: SourceError | None
    listed: int
    signed_in: str | None


def found(name: str, configuration: Configuration) -> Pair:
    """The one pair that is meant by its key, the beginning of it, or its source. NotFoundError
    names those there are, where that is not one."""
    pairs = configuration.listened()
    meant = [p for p in pairs if p.source_key == name]
    meant = meant or [p for p in pairs if p.source == name or p.source_key.startswith(f"{name}/")]
    if len(meant) == 1:
        return meant[0]
    keys = ", ".join(pair.source_key for pair in meant or pairs)
    if meant:
        raise NotFoundError(f"{name!r} may be any of {keys}")
    raise NotFoundError(f"nothing that is watched is called {name!r}; there are {keys}")


def tried(pair: Pair, trying: Trying) -> Trial:
    """Reads the pair once, and keeps nothing."""
    share = shares([pair], trying.configuration.pairs(), trying.source)[pair.source_key]
    http = OverheardHttp(trying.http, trying.secrets.given)
    page: Page | None = None
    error: SourceError | None = None
    how: str | None = None
    module: SourceModule | None = None
    now = trying.clock()
    try:
        if pair.source in RECEIVING:
            raise MisconfiguredSourceError(
                f"{pair.source} is sent to us: there is nothing to poll, see docs/sources.md"
            )
        module = trying.source(pair.source)
        since = now - timedelta(seconds=trying.configuration.lookback_seconds)
        query = query_of(pair, since, trying.secrets)
        if isinstance(module, SignsIn):
            how, query = _signed_in(module, query, share, http, trying)
        budgeted = BudgetedHttp(http, share.pace, trying.clock)
        page = module.fetch(budgeted, query, Cursor(), now)
    except EarshotError as problem:
        error = as_source_error(problem)
    return Trial(
        pair=pair,
        share=share,
        exchanges=tuple(http.exchanges),
        page=page,
        error=error,
        listed=_listed(module, http.exchanges, now) if module else 0,
        signed_in=how,
    )


def _signed_in(
    module: SignsIn, query: Query, share: Share, http: OverheardHttp, trying: Trying
) -> tuple[str, Query]:
    """How, and the query with its session. The stack's own is used where it serves: platforms
    count sign-ins by the day, and a trial should not use up the poller's."""
    now = trying.clock()
    kept = trying.sessions.get(share.credential) if trying.sessions else None
    if kept is not None and serves(kept, now):
        return "kept", _as(kept, query, http)
    # Not renewed from the stack's: that would end the session that the poller holds.
    return "anew", _as(module.sign_in(http, query, None, now), query, http)


def _as(session: Session, query: Query, http: OverheardHttp) -> Query:
    http.conceal["session"] = session.token
    http.conceal["renewal"] = session.renewal or ""
    return replace(query, session=session)


def _listed(module: SourceModule, exchanges: list[Exchange], now: datetime) -> int:
    seen: set[str] = set()
    for exchange in exchanges:
        response = exchange.response
        if response is None or not 200 <= response.status < 300:
            continue
        if module.lists_mentions(response.url):
            try:
                seen.update(mention.id for mention in module.parse(response, now).mentions)
            except SourceError:
                continue
    return len(seen)
