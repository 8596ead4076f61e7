"""A platform that can be asked again, in memory, and everything that asking takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from earshot.domain.asking import Allowance, Rechecked, Session
from earshot.domain.configuration import Pair
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.mention import Found, Mention
from earshot.flows.delivering import deliver
from earshot.flows.keeping import keep
from earshot.flows.noticing import notice
from earshot.flows.polling.querying import query_of
from earshot.flows.rechecking.due import Outcome, recheck
from earshot.flows.rechecking.looking import Rechecking
from earshot.ports import Http, ReadsThreads, Rechecks, Response, Source
from tests.unit.domain.examples import mention
from tests.unit.flows.world import World

ORDER = "acme-main/mastodon"
PLENTY = Allowance(100_000, 3_600)


@dataclass
class Web:
    """Counts what is asked for."""

    made: int = 0

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self.made += 1
        return Response(status=200, headers={}, body=b"", url=url)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        return self.get(url, headers)


@dataclass
class Plain:
    """A source that only lists what is new."""

    allowed: Allowance = PLENTY
    CREDENTIAL: tuple[str, ...] = ("token_secret",)

    def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
        return Page(mentions=(), cursor=cursor)

    def allowance(self, options: Mapping[str, object]) -> Allowance:
        return self.allowed

    def limits(self, response: Response, now: datetime) -> datetime | None:
        return None


@dataclass
class Published(Plain):
    """What is there now, by native id; who is in `hidden` cannot be told of. `trouble` is asked for
    an exception before each answer; `asked` lists the ids of each question."""

    there: dict[str, Mention] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    sessions: list[Session | None] = field(default_factory=list)
    trouble: Callable[[Sequence[str]], Exception | None] = lambda ids: None

    def _ask(self, http: Http, query: Query, ids: Sequence[str]) -> None:
        http.get("https://platform.example/")
        self.asked.append(tuple(ids))
        self.sessions.append(query.session)
        if (problem := self.trouble(ids)) is not None:
            raise problem


@dataclass
class Listing(Published):
    """A source that tells what became of mentions."""

    RECHECK_TOGETHER: int = 3
    RECHECK_WITHIN_SECONDS: int | None = None

    def recheck(
        self, http: Http, query: Query, mentions: Sequence[Mention], now: datetime
    ) -> Rechecked:
        ids = [each.native_id for each in mentions]
        assert len(ids) <= self.RECHECK_TOGETHER
        self._ask(http, query, ids)
        told = [each for each in ids if each not in self.hidden]
        return Rechecked(
            found=tuple(self.there[each] for each in told if each in self.there),
            gone=tuple(each for each in told if each not in self.there),
        )


@dataclass
class Threads(Published):
    """A source that tells what was answered. `gone` raises for ids that are no longer there."""

    gone: type[Exception] = Exception

    def replies(
        self, http: Http, query: Query, mention: Mention, now: datetime
    ) -> tuple[Mention, ...]:
        self._ask(http, query, [mention.native_id])
        if mention.native_id not in self.there:
            raise self.gone("not there")
        below = (m for m in self.there.values() if m.in_reply_to is not None)
        return tuple(m for m in below if m.native_id != mention.native_id)


@dataclass
class Both(Listing, Threads):
    pass


@dataclass
class Scene:
    """A world whose one source is asked again."""

    source: Source
    world: World = field(default_factory=World)
    web: Web = field(default_factory=Web)
    session_for: Callable[[Pair], Session | None] = lambda pair: None

    def rechecking(self) -> Rechecking:
        return Rechecking(
            configuration=self.world.configuration,
            agenda=self.world.agenda,
            turns=self.world.turns,
            cases=self.world.cases,
            mentions=self.world.mentions,
            polls=self.world.polls,
            http=self.web,
            source=lambda name: self.source,
            query=lambda pair, since: query_of(pair, since, self.world.secrets),
            session_for=self.session_for,
            clock=self.world.clock,
        )

    def pair(self, number: int = 1) -> Pair:
        return self.world.configuration.pairs()[number]

    def read(self, post: Mention, number: int = 1) -> Found | None:
        """What a reading stores, and what scoring and delivering make of it."""
        published = self.source
        if isinstance(published, Published):
            published.there[post.native_id] = post
        keep(post, "new", self.pair(number), self.source, self.rechecking().keeping)
        self.settle()
        return self.world.mentions.get("acme", post.id)

    def look(self) -> Outcome:
        (outcome,) = recheck([ORDER], self.rechecking())
        self.settle()
        return outcome

    def settle(self) -> None:
        """What the stream brings about."""
        saved, self.world.mentions.saved = self.world.mentions.saved, []
        for found in saved:
            notice(found, changed=True, scoring=self.world.scoring())
        for case_id in list(self.world.cases.kept):
            deliver(case_id, self.world.delivering())

    def pass_time(self, **time: float) -> None:
        self.world.clock.at += timedelta(**time)

    def kept(self, native_id: str = "p1") -> Found:
        found = self.world.mentions.get("acme", mention(native_id).id)
        assert found is not None
        return found


def post(native_id: str = "p1", **changes: Any) -> Mention:
    """Of the thread p1; a reply unless it is its first."""
    above = None if native_id == "p1" else "p1"
    return replace(mention(native_id, in_reply_to=above), **changes)


# mypy checks here that these are what the ports ask for.
_RECHECKS: Rechecks = Listing()
_THREADS: ReadsThreads = Threads()
_SOURCE: Source = Both()
