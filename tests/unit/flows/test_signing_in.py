"""Signing in: as few sign-ins as there can be, whatever it says and whoever else reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest

from earshot.domain.asking import Session
from earshot.domain.configuration import WatchedSource
from earshot.domain.cursor import Cursor, Page, Query
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceUnavailableError,
    StoreError,
)
from earshot.domain.polling import Health
from earshot.flows.polling.pairs import Reading
from earshot.flows.polling.remembering import Remembered
from earshot.flows.polling.signing_in import CLAIM_SECONDS
from earshot.ports import Http
from tests.unit.domain.examples import NOW, after, mention
from tests.unit.flows.polled import FakeSource, page, polling, read_pair
from tests.unit.flows.world import World

LASTS = timedelta(hours=2)


@dataclass
class Platform(FakeSource):
    """Takes the sessions that it gave, until they end or are revoked. `fails` is raised at each
    sign-in; `kept` notes with which session each was asked for."""

    taken: set[str] = field(default_factory=set)
    kept: list[Session | None] = field(default_factory=list)
    fails: Exception | None = None
    gives_good_ones: bool = True
    lasts: timedelta = LASTS
    while_signing_in: Callable[[], None] = lambda: None

    def sign_in(self, http: Http, query: Query, kept: Session | None, now: datetime) -> Session:
        self.kept.append(kept)
        self.while_signing_in()
        if self.fails is not None:
            raise self.fails
        token = f"token-{len(self.kept)}"
        if self.gives_good_ones:
            self.taken.add(token)
        return Session(token=token, expires_at=now + self.lasts, renewal=f"renew-{token}")

    def fetch(self, http: Http, query: Query, cursor: Cursor, now: datetime) -> Page:
        assert query.session is not None
        if query.session.token not in self.taken:
            self.asked.append((query, cursor, now))
            raise AccessRefusedError("answered 401")
        return super().fetch(http, query, cursor, now)

    @property
    def sign_ins(self) -> int:
        return len(self.kept)


@pytest.fixture
def world() -> World:
    """Three pairs of one source, all with the same credential."""
    made = World()
    brand = made.configuration.brands[0]
    sources = tuple(WatchedSource(use="mastodon", options={"tags": [tag]}) for tag in "abc")
    watch = replace(brand.watches[0], sources=sources)
    brands = (replace(brand, watches=(watch,)),)
    made.configuration = replace(made.configuration, brands=brands)
    return made


@pytest.fixture
def platform() -> Platform:
    return Platform([page(mention())])


def read(world: World, platform: Platform, number: int = 0) -> Reading:
    return read_pair(world.configuration.pairs()[number], polling(world, mastodon=platform))


def another_process(world: World) -> None:
    world.remembered = Remembered()


def health(world: World, number: int = 0) -> Health:
    key = world.configuration.pairs()[number].source_key
    return world.polls.read([key])[key].health


def due_in_seconds(world: World, number: int = 0) -> float:
    key = world.configuration.pairs()[number].source_key
    next_at = world.polls.readings[key].next_at
    assert next_at is not None
    return (next_at - world.clock()).total_seconds()


# As long as it serves.


def test_the_first_reading_signs_in_and_keeps_the_session(world: World, platform: Platform) -> None:
    assert read(world, platform).outcome == "read"
    assert platform.kept == [None]
    (kept,) = world.sessions.kept.values()
    assert (kept.token, kept.expires_at) == ("token-1", NOW + LASTS)


def test_a_hundred_readings_sign_in_once(world: World, platform: Platform) -> None:
    for number in range(100):
        assert read(world, platform, number % 3).outcome in ("read", "held")
        world.clock.advance(60)
    assert platform.sign_ins == 1


def test_another_process_uses_the_session_that_is_kept(world: World, platform: Platform) -> None:
    read(world, platform, 0)
    another_process(world)
    assert read(world, platform, 1).outcome == "read"
    assert platform.sign_ins == 1


def test_a_session_that_ends_soon_is_renewed_from_what_is_kept(
    world: World, platform: Platform
) -> None:
    read(world, platform)
    world.clock.at = NOW + LASTS - timedelta(minutes=5)
    read(world, platform)
    assert [kept and kept.token for kept in platform.kept] == [None, "token-1"]
    assert [kept.token for kept in world.sessions.kept.values()] == ["token-2"]


def test_who_remembers_an_old_session_takes_the_new_one_that_is_kept(
    world: World, platform: Platform
) -> None:
    read(world, platform)
    old = world.remembered
    another_process(world)
    world.clock.at = NOW + LASTS - timedelta(minutes=5)
    read(world, platform)
    world.remembered = old
    assert read(world, platform, 1).outcome == "read"
    assert platform.sign_ins == 2


def test_a_reading_shows_when_its_session_and_its_renewal_end(
    world: World, platform: Platform
) -> None:
    read(world, platform)
    assert health(world).usage.session_expires_at == NOW + LASTS


# Refused while it is used.


def test_a_session_that_is_refused_is_renewed_once_and_the_reading_goes_on(
    world: World, platform: Platform
) -> None:
    read(world, platform)
    platform.taken.clear()
    world.clock.advance(60)
    assert read(world, platform).outcome == "read"
    assert [kept and kept.token for kept in platform.kept] == [None, "token-1"]


def test_who_has_a_refused_session_takes_the_new_one_of_another(
    world: World, platform: Platform
) -> None:
    read(world, platform, 0)
    old = world.remembered
    platform.taken.clear()
    another_process(world)
    read(world, platform, 1)
    world.remembered = old
    assert read(world, platform, 2).outcome == "read"
    assert platform.sign_ins == 2


def test_a_new_session_that_is_refused_too_is_the_end_of_it(
    world: World, platform: Platform
) -> None:
    platform.gives_good_ones = False
    reading = read(world, platform)
    assert (reading.outcome, reading.error) == ("failed", "access_refused")
    assert platform.sign_ins == 1
    assert len(platform.asked) == 1


def test_a_renewed_session_that_is_refused_too_is_the_end_of_it(
    world: World, platform: Platform
) -> None:
    read(world, platform)
    platform.taken.clear()
    platform.gives_good_ones = False
    world.clock.advance(60)
    assert read(world, platform).error == "access_refused"
    assert platform.sign_ins == 2


def test_refusals_that_no_sign_in_helps_against_cost_fewer_and_fewer_of_them(
    world: World, platform: Platform
) -> None:
    platform.gives_good_ones = False
    for minute in range(24 * 60):
        world.clock.at = NOW + timedelta(minutes=minute)
        read(world, platform, minute % 3)
    assert platform.sign_ins <= 7 + 24


# Signing in fails.


def test_a_refused_password_is_not_tried_each_minute(world: World, platform: Platform) -> None:
    platform.fails = AccessRefusedError("answered 401")
    tried_at = []
    for minute in range(180):
        world.clock.at = NOW + timedelta(minutes=minute)
        before = platform.sign_ins
        for number in range(3):
            assert read(world, platform, number).outcome in ("failed", "waiting", "held")
        tried_at += [minute] * (platform.sign_ins - before)
    assert len(tried_at) <= 9
    assert len(set(tried_at)) == len(tried_at)


def test_all_pairs_show_why_there_is_no_session(world: World, platform: Platform) -> None:
    platform.fails = AccessRefusedError("answered 401")
    assert read(world, platform, 0).outcome == "failed"
    assert read(world, platform, 1).outcome == "waiting"
    assert (health(world, 0).error, health(world, 1).error) == ("access_refused", "access_refused")
    assert health(world, 1).detail == "signing in failed once: answered 401"
    assert health(world, 1).failures == 0
    assert health(world, 1).failing_since == NOW


def test_a_limit_on_sign_ins_is_obeyed_by_all_pairs(world: World, platform: Platform) -> None:
    platform.fails = RateLimitedError("answered 429", after(86_400))
    read(world, platform, 0)
    world.clock.at = after(86_399)
    assert read(world, platform, 1).outcome == "waiting"
    assert due_in_seconds(world, 1) == 45
    assert platform.sign_ins == 1
    platform.fails = None
    world.clock.at = after(86_460)
    assert read(world, platform, 1).outcome == "read"


def test_after_a_failed_sign_in_the_next_that_works_heals(world: World, platform: Platform) -> None:
    platform.fails = SourceUnavailableError("no answer")
    read(world, platform)
    platform.fails = None
    world.clock.advance(120)
    assert read(world, platform).outcome == "read"
    assert health(world).error is None
    assert next(iter(world.claims.kept.values())).sign_ins.failures == 0


def test_a_fault_in_a_source_counts_as_a_failed_sign_in(world: World, platform: Platform) -> None:
    platform.fails = ZeroDivisionError("x")
    assert read(world, platform).error == "malformed"
    world.clock.advance(59)
    assert read(world, platform, 1).outcome == "waiting"


# Never two at once.


def test_while_somebody_signs_in_the_others_wait_for_their_next_tick(
    world: World, platform: Platform
) -> None:
    outcomes = []

    def meanwhile() -> None:
        mine = world.remembered
        another_process(world)
        outcomes.append(read(world, platform, 1))
        world.remembered = mine

    platform.while_signing_in = meanwhile
    assert read(world, platform, 0).outcome == "read"
    (reading,) = outcomes
    assert (reading.outcome, reading.error) == ("waiting", None)
    assert due_in_seconds(world, 1) == 45
    assert (health(world, 1).error, health(world, 1).failures) == (None, 0)
    assert platform.sign_ins == 1


def test_who_died_signing_in_is_followed_when_the_claim_runs_out(
    world: World, platform: Platform
) -> None:
    class Died(BaseException):
        pass

    def die() -> None:
        raise Died

    platform.while_signing_in = die
    with pytest.raises(Died):
        read(world, platform, 0)
    another_process(world)
    platform.while_signing_in = lambda: None
    world.clock.advance(CLAIM_SECONDS - 0.001)
    assert read(world, platform, 1).outcome == "waiting"
    world.clock.advance(60)
    assert read(world, platform, 1).outcome == "read"
    assert platform.sign_ins == 2


def test_pairs_side_by_side_in_one_process_wait_for_the_one_sign_in(
    world: World, platform: Platform
) -> None:
    together = Barrier(3)
    outcomes = []

    def one(number: int) -> None:
        together.wait(5)
        outcomes.append(read(world, platform, number).outcome)

    threads = [Thread(target=one, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == ["read"] * 3
    assert platform.sign_ins == 1


def test_who_finds_a_session_after_its_claim_uses_it(world: World, platform: Platform) -> None:
    """Somebody signed in and was done between our look and our claim."""
    get, looks = world.sessions.get, 0

    def late(credential: str) -> Session | None:
        nonlocal looks
        looks += 1
        return None if looks == 1 else get(credential)

    read(world, platform, 0)
    another_process(world)
    world.sessions.get = late  # type: ignore[method-assign]
    assert read(world, platform, 1).outcome == "read"
    assert platform.sign_ins == 1
    world.clock.advance(60)
    assert read(world, platform, 2).outcome == "read"


def test_a_session_whose_writing_does_not_show_yet_is_waited_for(
    world: World, platform: Platform
) -> None:
    read(world, platform, 0)
    another_process(world)
    world.sessions.get = lambda credential: None  # type: ignore[method-assign]
    assert read(world, platform, 1).outcome == "waiting"
    assert platform.sign_ins == 1
    world.clock.advance(61)
    assert read(world, platform, 1).outcome == "read"
    assert platform.sign_ins == 2


# Where sessions are kept does not answer.


def test_nobody_signs_in_because_what_is_kept_cannot_be_read(
    world: World, platform: Platform
) -> None:
    def broken(credential: str) -> Session | None:
        raise StoreError("get_parameter: ThrottlingException")

    world.sessions.get = broken  # type: ignore[method-assign]
    assert read(world, platform).error == "unavailable"
    assert platform.sign_ins == 0


def test_a_session_that_cannot_be_kept_serves_here_and_is_no_reason_for_others_to_sign_in(
    world: World, platform: Platform
) -> None:
    def broken(credential: str, session: Session) -> None:
        raise StoreError("put_parameter: AccessDenied")

    world.sessions.put = broken  # type: ignore[method-assign]
    assert read(world, platform, 0).outcome == "read"
    assert read(world, platform, 1).outcome == "read"
    another_process(world)
    reading = read(world, platform, 2)
    assert (reading.outcome, reading.error) == ("waiting", "unavailable")
    assert platform.sign_ins == 1
