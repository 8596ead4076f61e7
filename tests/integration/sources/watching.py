"""How the tests of sources read over real sockets: one watch, its time, and what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from earshot.adapters.http import SafeHttp
from earshot.domain.asking import Session
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention
from workbench.servers.loopback import Fault, Reply, status

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


class Clock:
    """The present, for the server and the watch alike."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **units: float) -> None:
        self.now += timedelta(**units)


class Watch:
    """One watch of `source`, a module of `earshot.sources`: reads, and keeps the cursor and what it
    found, by its name on the platform. Where one has to sign in it does so as a flow would: when it
    must, and the session is kept."""

    def __init__(
        self,
        source: Any,
        hosts: frozenset[str],
        terms: tuple[str, ...],
        options: Mapping[str, object],
        *,
        clock: Clock | None = None,
        total_seconds: float = 3,
    ) -> None:
        self.source = source
        self.http = SafeHttp(contact="x", private_hosts=hosts, total_seconds=total_seconds)
        self.clock = clock
        self.terms = terms
        self.options = dict(options)
        self.session: Session | None = None
        self.cursor = Cursor()
        self.found: dict[str, Mention] = {}

    @property
    def query(self) -> Query:
        return Query(
            terms=self.terms,
            languages=("en",),
            options=self.options,
            since=NOW - timedelta(days=2),
            session=self.session,
        )

    def sign_in(self) -> Session:
        now = self.clock.now if self.clock else NOW
        session: Session = self.source.sign_in(self.http, self.query, self.session, now)
        self.session = session
        return session

    def read(self, at: datetime | None = None) -> Page:
        now = at or (self.clock.now if self.clock else NOW)
        if hasattr(self.source, "sign_in") and (
            self.session is None or self.session.expires_at <= now
        ):
            self.sign_in()
        page: Page = self.source.fetch(self.http, self.query, self.cursor, now)
        self.cursor = page.cursor
        self.found.update({mention.native_id: mention for mention in page.mentions})
        return page

    @property
    def texts(self) -> list[str]:
        ordered = sorted(self.found.values(), key=lambda mention: mention.created_at)
        return [mention.text for mention in ordered]

    @property
    def only(self) -> Mention:
        (mention,) = self.found.values()
        return mention


Trouble = tuple[str, Fault, type[SourceError]]

HTML = Reply(200, b"<!doctype html><title>Just a moment</title>", {"Content-Type": "text/html"})

ANYWHERE: tuple[Trouble, ...] = (
    ("401", status(401), AccessRefusedError),
    ("403", status(403), AccessRefusedError),
    ("404", status(404), SourceGoneError),
    ("429", status(429), RateLimitedError),
    ("500", status(500), SourceUnavailableError),
    ("502", status(502), SourceUnavailableError),
    ("503", status(503, {"Retry-After": "60"}), RateLimitedError),
    ("503 without a time", status(503), RateLimitedError),
    ("a page", Fault(reply=HTML), MalformedAnswerError),
    ("nothing", Fault(reply=Reply(200, b"")), MalformedAnswerError),
    ("cut short", Fault(cut=True), SourceUnavailableError),
    ("hang up", Fault(hang_up=True), SourceUnavailableError),
    ("a drip", Fault(drip_seconds=0.5), SourceUnavailableError),
    ("a loop", status(302, {"Location": "/again"}), SourceUnavailableError),
)
"""What any platform's server can do, and how we are to tell it."""
