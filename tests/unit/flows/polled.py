"""A pair that is polled: a source that answers as told, and all that reading takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from earshot.domain.asking import Allowance
from earshot.domain.configuration import Pair
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.mention import Mention
from earshot.flows.polling import pairs as flow
from earshot.flows.polling.fetching import Fetching
from earshot.flows.polling.pairs import Polling, Reading
from earshot.flows.polling.sharing import shares
from earshot.ports import Http, Response
from tests.unit.flows.world import World

PLENTY = Allowance(10_000, 60)


class NoHttp:
    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        return Response(status=200, headers={}, body=b"", url=url)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        return self.get(url, headers)


@dataclass
class FakeSource:
    """Answers with its pages in turn, the last one for ever; an exception is raised."""

    pages: list[Page | Exception]
    asked: list[tuple[Query, Cursor, datetime]] = field(default_factory=list)
    meanwhile: Callable[[], None] | None = None
    allowed: Allowance = PLENTY
    CREDENTIAL: tuple[str, ...] = ("token_secret",)

    def allowance(self, options: Mapping[str, object]) -> Allowance:
        return self.allowed

    def limits(self, response: Response, now: datetime) -> datetime | None:
        return None

    def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
        self.asked.append((query, cursor, now))
        page = self.pages[0] if len(self.pages) == 1 else self.pages.pop(0)
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        if isinstance(page, Exception):
            raise page
        return page


def page(*mentions: Mention, position: str = "1", **changes: Any) -> Page:
    return replace(Page(mentions=mentions, cursor=Cursor(position=position)), **changes)


def polling(world: World, *pages: Page | Exception, **sources: FakeSource) -> Polling:
    default = FakeSource(list(pages) or [page()])
    return Polling(
        configuration=world.configuration,
        polls=world.polls,
        mentions=world.mentions,
        fetching=Fetching(
            http=NoHttp(),
            secrets=world.secrets,
            source=lambda name: sources.get(name, default),
            claims=world.claims,
            sessions=world.sessions,
            remembered=world.remembered,
            clock=world.clock,
        ),
    )


def read_pair(pair: Pair, polling: Polling) -> Reading:
    """By its own share, as `read_pairs` would."""
    share = shares([pair], polling.configuration.pairs(), polling.fetching.source)
    return flow.read_pair(pair, share[pair.source_key], polling)
