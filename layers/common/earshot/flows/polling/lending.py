"""Lending: the session that a pair's readings use, for who asks beside them."""

from __future__ import annotations

from earshot.domain.asking import Session
from earshot.domain.configuration import Pair
from earshot.domain.errors import SourceUnavailableError
from earshot.domain.pacing import credential_of
from earshot.flows.polling.fetching import Fetching
from earshot.flows.polling.querying import query_of
from earshot.flows.polling.signing_in import SigningIn, Waiting, signed_in
from earshot.ports import SignsIn


def session_of(source: str, options: dict[str, object], fetching: Fetching) -> Session | None:
    """As `session_for`, of an account that need not read anything. Where one with the same options
    does, they share the session."""
    asking = Pair(
        brand="",
        watch="",
        source_key="",
        source=source,
        every_seconds=60,
        options=options,
        terms=(),
        languages=(),
    )
    return session_for(asking, fetching)


def session_for(pair: Pair, fetching: Fetching) -> Session | None:
    """None where its source asks without. Raises SourceError: SourceUnavailableError where there is
    none to be had just now. One that the platform refuses is for the readings to renew, which come
    each minute."""
    source = fetching.source(pair.source)
    if not isinstance(source, SignsIn):
        return None
    now = fetching.clock()
    query = query_of(pair, now, fetching.secrets)
    signing = SigningIn(
        claims=fetching.claims,
        sessions=fetching.sessions,
        remembered=fetching.remembered,
        clock=fetching.clock,
    )
    credential = credential_of(pair.source, source.CREDENTIAL, pair.options)

    def sign_in(kept: Session | None) -> Session:
        return source.sign_in(fetching.http, query, kept, fetching.clock())

    outcome = signed_in(credential, sign_in, signing)
    if isinstance(outcome, Waiting):
        raise SourceUnavailableError(outcome.reason)
    return outcome.session
