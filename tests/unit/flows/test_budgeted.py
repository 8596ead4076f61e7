"""HTTP within a budget, and pairs that share what their platform allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest

from earshot.domain.asking import Allowance
from earshot.domain.configuration import WatchedSource
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import RateLimitedError
from earshot.domain.pacing import Pace
from earshot.domain.polling import Poll
from earshot.flows.polling.budgeted import BudgetedHttp
from earshot.flows.polling.pairs import Reading
from earshot.flows.polling.planning import plan
from earshot.flows.polling.sharing import credentials, shares
from earshot.ports import Http, Response
from tests.fakes import FakeClock
from tests.unit.domain.examples import NOW, after, mention
from tests.unit.flows.polled import FakeSource, NoHttp, page, polling, read_pair
from tests.unit.flows.world import World

URL = "https://a.example/"


@dataclass
class Answering:
    """Every request is answered like this."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        return Response(status=self.status, headers=self.headers, body=b"", url=url)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        return self.get(url)


@dataclass
class Paged(FakeSource):
    """Asks for `pages_wanted` pages and ends where it is refused, as sources do."""

    pages_wanted: int = 1
    answers: list[int] = field(default_factory=list)

    def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
        super().fetch(http, query, cursor, now)
        for _ in range(self.pages_wanted):
            try:
                self.answers.append(http.get(URL).status)
            except RateLimitedError as error:
                return page(partial=True, not_before=error.retry_at, faults=(str(error),))
        return page(mention())


@pytest.fixture
def world() -> World:
    """Three pairs with one credential, two that are alone with theirs."""
    made = World()
    brand = made.configuration.brands[0]
    sources = (
        *(WatchedSource(use="mastodon", options={"tags": [tag]}) for tag in "abc"),
        WatchedSource(use="mastodon", options={"tags": ["d"], "token_secret": "other"}),
        WatchedSource(use="hackernews"),
    )
    watch = replace(brand.watches[0], sources=sources)
    brands = (replace(brand, watches=(watch,)),)
    made.configuration = replace(made.configuration, brands=brands)
    made.secrets.kept = {"other": "x"}
    return made


def read(world: World, source: FakeSource, number: int = 0) -> Reading:
    return read_pair(world.configuration.pairs()[number], polling(world, mastodon=source))


def poll_of(world: World, number: int = 0) -> Poll:
    key = world.configuration.pairs()[number].source_key
    return world.polls.read([key])[key]


# The budget.


def test_what_is_beyond_the_share_is_refused_with_the_moment_it_is_not() -> None:
    http = BudgetedHttp(NoHttp(), Pace(2, 30.0), FakeClock(NOW))
    assert [http.get(URL).status, http.post(URL, b"").status] == [200, 200]
    for _ in range(2):
        with pytest.raises(RateLimitedError) as refused:
            http.get(URL)
        assert refused.value.retry_at == http.refused_until == after(60)
    assert http.requests == 2


def test_a_platform_that_put_others_off_is_asked_for_nothing() -> None:
    http = BudgetedHttp(NoHttp(), Pace(2, 30.0), FakeClock(NOW), lambda: after(10))
    with pytest.raises(RateLimitedError) as refused:
        http.get(URL)
    assert (refused.value.retry_at, http.requests) == (after(10), 0)


def test_what_it_put_off_until_now_may_be_asked_now() -> None:
    http = BudgetedHttp(NoHttp(), Pace(2, 30.0), FakeClock(NOW), lambda: NOW)
    assert http.get(URL).status == 200


@pytest.mark.parametrize(
    ("headers", "left"),
    [
        ({}, None),
        ({"x-ratelimit-remaining": "17"}, 17),
        ({"x-ratelimit-remaining": "99.5"}, 99),
        ({"ratelimit-remaining": "0"}, 0),
        ({"x-ratelimit-remaining": "lots"}, None),
        ({"x-ratelimit-remaining": "-1"}, None),
        ({"x-ratelimit-remaining": "9" * 5_000}, 10**20 - 1),
    ],
)
def test_what_the_platform_says_is_left_is_noted(headers: dict[str, str], left: int | None) -> None:
    http = BudgetedHttp(Answering(headers=headers), Pace(2, 30.0), FakeClock(NOW))
    http.get(URL)
    assert http.quota_left == left


def test_what_an_answer_says_of_waiting_is_passed_on_at_once() -> None:
    told: list[datetime] = []
    http = BudgetedHttp(
        NoHttp(),
        Pace(3, 30.0),
        FakeClock(NOW),
        lambda: max(told, default=None),
        limits=lambda response, now: after(90) if response.url.endswith("last") else None,
        tell=told.append,
    )
    http.get(URL)
    assert (told, http.put_off_until) == ([], None)
    http.get(f"{URL}/last")
    assert (told, http.put_off_until) == ([after(90)], after(90))
    # Who was told so keeps to it by itself: it may concern one of its questions only.
    assert http.get(URL).status == 200


def test_what_has_passed_already_puts_nobody_off() -> None:
    http = BudgetedHttp(NoHttp(), Pace(2, 30.0), FakeClock(NOW), limits=lambda *_: NOW)
    http.get(URL)
    assert http.put_off_until is None


# Shares.


def test_pairs_with_the_same_credential_share_and_others_do_not(world: World) -> None:
    pairs = world.configuration.pairs()
    source = FakeSource([page()], allowed=Allowance(90, 60))
    found = shares(pairs, pairs, lambda name: source)
    assert [found[pair.source_key].pairs for pair in pairs] == [3, 3, 3, 1, 1]
    assert len({found[pair.source_key].credential for pair in pairs}) == 3


def test_only_sources_with_several_pairs_are_loaded_to_plan(world: World) -> None:
    loaded = []

    def load(name: str) -> FakeSource:
        loaded.append(name)
        return FakeSource([page()])

    pairs = world.configuration.pairs()
    found = credentials(pairs, load)
    assert set(loaded) == {"mastodon"}
    assert list(found) == [pair.source_key for pair in pairs[:3]]
    assert len(set(found.values())) == 1


def test_a_reading_that_spends_its_share_goes_on_at_the_next_tick(world: World) -> None:
    source = Paged([page()], allowed=Allowance(90, 60), pages_wanted=50)
    reading = read(world, source)
    # 90 a minute is 24 for each of three, of which ten may be asked for at once.
    assert reading.requests == len(source.answers) == 10
    assert poll_of(world).next_at == after(45)
    world.clock.advance(60)
    assert read(world, source).requests == 10


def test_the_share_is_shown_with_the_health(world: World) -> None:
    source = Paged([page()], allowed=Allowance(90, 60), pages_wanted=7)
    read(world, source)
    health = poll_of(world).health
    assert (health.usage.requests, health.usage.allowed) == (7, 10)
    assert health.usage.refill_seconds == pytest.approx(7 * 60 / 14)
    assert health.share_used_ratio == pytest.approx(30 / 45, abs=0.001)


def test_a_pair_that_needs_more_than_its_share_is_read_less_often(world: World) -> None:
    source = Paged([page()], allowed=Allowance(90, 900), pages_wanted=6)
    read(world, source)
    poll = poll_of(world)
    assert poll.next_at is not None
    assert poll.next_at - NOW == pytest.approx((after(6 * 900 / 18) - NOW), abs=after(1) - NOW)
    assert poll.next_reason == "its share of what the platform allows"
    assert poll.health.share_used_ratio == 1.0


def test_a_reading_that_died_counts_as_one_that_took_everything(world: World) -> None:
    class Died(BaseException):
        pass

    def die() -> None:
        raise Died

    key = world.configuration.pairs()[0].source_key
    source = Paged([page()], allowed=Allowance(90, 900), meanwhile=die)
    with pytest.raises(Died):
        read(world, source)
    assert world.polls.readings[key].next_at == after(6 * 900 / 18)
    world.clock.at = after(299)
    assert read(world, source).outcome == "held"
    world.clock.at = after(301)
    assert read(world, source).outcome == "read"


# Told to wait.


def due(world: World, source: FakeSource) -> int:
    return plan(world.configuration, world.polls, world.queue, lambda name: source, world.clock())


def test_when_one_pair_is_told_to_wait_no_other_runs_into_it(world: World) -> None:
    limited = FakeSource([RateLimitedError("answered 429", after(900))])
    read(world, limited)
    world.clock.advance(60)
    # Left are the two that ask with another credential.
    assert due(world, limited) == 2
    world.clock.at = after(899.9)
    assert due(world, limited) == 2
    world.clock.at = after(900)
    assert due(world, limited) == 5


def test_a_pair_that_was_queued_already_asks_for_nothing(world: World) -> None:
    read(world, FakeSource([RateLimitedError("answered 429", after(900))]))
    source = Paged([page()])
    reading = read(world, source, 1)
    assert (reading.outcome, source.answers) == ("read", [])
    assert poll_of(world, 1).next_at == after(900)


@pytest.mark.parametrize(
    ("not_before_in", "status", "limited"),
    [(900, 429, True), (900, 200, False), (30, 429, False)],
    ids=["a refusal", "the source's own plan for one pair", "over before the next tick"],
)
def test_others_are_told_what_the_platform_said_and_nothing_else(
    world: World, not_before_in: float, status: int, limited: bool
) -> None:
    class Asks(FakeSource):
        def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
            http.get(URL)
            return page(not_before=after(not_before_in))

        def limits(self, response: Response, now: datetime) -> datetime | None:
            return after(not_before_in) if response.status == 429 else None

    told = polling(world, mastodon=Asks([page()]))
    told = replace(told, fetching=replace(told.fetching, http=Answering(status)))
    read_pair(world.configuration.pairs()[0], told)
    assert bool(world.polls.limits) is limited


def test_our_own_share_is_nobody_elses_limit(world: World) -> None:
    read(world, Paged([page()], allowed=Allowance(9, 900), pages_wanted=50))
    assert world.polls.limits == {}


def test_a_source_that_needs_more_than_its_share_is_no_limit_for_others_either(
    world: World,
) -> None:
    class Stubborn(FakeSource):
        def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
            while True:
                http.get(URL)

    reading = read(world, Stubborn([page()], allowed=Allowance(9, 900)))
    assert (reading.outcome, reading.error) == ("failed", "rate_limited")
    assert world.polls.limits == {}
    assert poll_of(world).next_reason == "its share of what the platform allows"


def test_who_is_alone_with_a_credential_writes_no_limit(world: World) -> None:
    read(world, FakeSource([RateLimitedError("answered 429", after(900))]), 3)
    assert world.polls.limits == {}
