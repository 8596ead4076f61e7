"""Sessions, through the real handler: kept between readings, one sign-in more for each death."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from earshot.domain.asking import Session
from earshot.domain.configuration import Configuration
from earshot.domain.errors import AccessRefusedError
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.signing import SignIns, after_failure, after_sign_in
from earshot.wiring import fetching, shared, stores
from tests.integration.dying import some
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, client, start_processes_anew, world
from workbench.servers.bluesky import Account, BlueskyServer, Post

SECRET = "/earshot/test/bluesky-password"
READER = "lumo.example"
CARLA = Account(name="carla", handle="carla.example", followers=1_200)


def listening_to_bluesky(url: str, watches: int = 1) -> Configuration:
    """So many watches, all with one account."""
    plain = to_plain(CONFIGURATION)
    (watch,) = plain["brands"][0]["watches"]
    options = {"base_url": url, "identifier": READER, "app_password_secret": "bluesky-password"}
    sources = [{"use": "bluesky", "every_seconds": 60, "options": options}]
    plain["brands"][0]["watches"] = [
        watch | {"name": f"lumo-{number}", "sources": sources} for number in range(watches)
    ]
    return from_plain(Configuration, plain)


@contextmanager
def stage(deaths: Deaths | None = None, watches: int = 1) -> Iterator[tuple[World, BlueskyServer]]:
    passwords = {READER: "app-password"}
    with (
        BlueskyServer(passwords=passwords) as server,
        world(",".join(server.hosts), deaths) as earshot,
    ):
        client("ssm").put_parameter(Name=SECRET, Value="app-password", Type="SecureString")
        earshot.push(listening_to_bluesky(server.url, watches))
        yield earshot, server


def post(server: BlueskyServer, earshot: World, text: str) -> None:
    at = earshot.now() - timedelta(minutes=2)
    server.publish(Post(account=CARLA, text=text, created_at=at))


def minutes(earshot: World, count: int) -> None:
    for _ in range(count):
        earshot.minute()
        earshot.pass_time(minutes=1)


def readings_of_all(earshot: World) -> None:
    """A minute, without what follows in the other functions."""
    keys = [pair.source_key for pair in shared.configuration().pairs()]
    message = {"messageId": "1", "body": json.dumps({"pairs": keys})}
    earshot.invoke_until_taken("PollMentions", {"Records": [message]})
    earshot.clock.shift(timedelta(minutes=1))


def mentions(earshot: World) -> list[dict[str, Any]]:
    found = (i for i in earshot.items() if i.get("kind") == "mention")
    return [json.loads(item["document"])["mention"] for item in found]


def kept_sessions() -> dict[str, Session]:
    listed = client("ssm").get_parameters_by_path(
        Path="/earshot/test/sessions", WithDecryption=True
    )["Parameters"]
    assert all(each["Type"] == "SecureString" for each in listed)
    return {each["Name"]: from_plain(Session, json.loads(each["Value"])) for each in listed}


def test_many_readings_in_many_processes_sign_in_once() -> None:
    with stage(watches=3) as (earshot, server):
        post(server, earshot, "My lumo lamp broke")
        for _ in range(5):
            minutes(earshot, 1)
            start_processes_anew()
        assert (server.sessions.begun, server.sessions.renewed) == (1, 0)
        assert len(kept_sessions()) == 1
        assert {m["author"]["followers"] for m in mentions(earshot)} == {1_200}


def test_over_a_day_a_session_is_renewed_and_never_begun_again() -> None:
    with stage() as (earshot, server):
        for _ in range(24):
            readings_of_all(earshot)
            start_processes_anew()
            earshot.clock.shift(timedelta(minutes=59))
        assert server.sessions.begun == 1
        assert 11 <= server.sessions.renewed <= 13


def test_a_session_that_was_revoked_is_replaced_once() -> None:
    with stage() as (earshot, server):
        minutes(earshot, 2)
        server.sessions.end(renewals=True)
        post(server, earshot, "My lumo lamp broke")
        minutes(earshot, 2)
        assert server.sessions.begun == 2
        assert len(mentions(earshot)) == 1


def test_a_wrong_password_is_tried_a_few_times_an_hour() -> None:
    with stage(watches=3) as (earshot, server):
        client("ssm").put_parameter(Name=SECRET, Value="wrong", Type="SecureString", Overwrite=True)
        for _ in range(60):
            readings_of_all(earshot)
        tries = [r for r in server.requests if r.path.endswith("createSession")]
        assert 1 < len(tries) <= 7
        assert server.refused == 0


@dataclass(frozen=True)
class End:
    mentions: list[dict[str, Any]]
    sign_ins: int


def readings(earshot: World) -> None:
    """Three minutes: the lease and the claim of who died run out by the second."""
    for _ in range(3):
        readings_of_all(earshot)


def played(deaths: Deaths) -> End:
    """A session is begun, ends, is renewed, is revoked, and begun again."""
    with stage(deaths) as (earshot, server):
        post(server, earshot, "My lumo lamp broke")
        readings(earshot)
        earshot.clock.shift(timedelta(hours=2))
        post(server, earshot, "The lumo shop does not answer")
        readings(earshot)
        server.sessions.end(renewals=True)
        post(server, earshot, "Never again lumo")
        readings(earshot)
        found = sorted(mentions(earshot), key=lambda mention: str(mention["native_id"]))
        for mention in found:
            mention.pop("created_at")
        return End(found, server.sessions.begun + server.sessions.renewed)


@cache
def undisturbed() -> tuple[End, tuple[str, ...]]:
    deaths = Deaths()
    return played(deaths), tuple(deaths.calls)


def test_whoever_dies_wherever_costs_one_sign_in_more_and_no_mention() -> None:
    expected, calls = undisturbed()
    assert (len(expected.mentions), expected.sign_ins) == (3, 3)
    assert {"PutParameter", "GetParameter", "UpdateItem"} <= set(calls)
    for at in some(range(len(calls)), 2):
        place = Deaths(at=at, after=True)
        end = played(place)
        where = f"killed after call {at}: {place.died}"
        assert place.died == calls[at], where
        assert end.mentions == expected.mentions, where
        assert end.sign_ins <= expected.sign_ins + 1, where


# The items.


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def test_one_claim_at_a_time_and_the_next_when_it_ran_out(earshot: World) -> None:
    claims, now = fetching.fetching().claims, earshot.now()
    until = now + timedelta(seconds=55)
    first = claims.claim("bluesky-1", now, until)
    assert first is not None
    assert claims.claim("bluesky-1", now, until) is None
    assert claims.claim("bluesky-2", now, until) is not None
    second = claims.claim("bluesky-1", until, until + timedelta(seconds=55))
    assert second is not None
    # Who was overtaken has no say any more.
    claims.settle(first, after_failure(SignIns(), AccessRefusedError("401"), now))
    assert claims.standing("bluesky-1") == SignIns()
    session = Session(token="t", expires_at=until)
    claims.settle(second, after_sign_in(session, now))
    assert claims.standing("bluesky-1") == SignIns(expires_at=until, kept_at=now)
    assert claims.claim("bluesky-1", until, until) is not None


def test_a_failure_keeps_all_others_from_signing_in(earshot: World) -> None:
    claims, now = fetching.fetching().claims, earshot.now()
    claim = claims.claim("bluesky-1", now, now + timedelta(seconds=55))
    assert claim is not None
    failed = after_failure(claim.before, AccessRefusedError("401"), now)
    claims.settle(claim, failed)
    assert claims.claim("bluesky-1", now + timedelta(seconds=59), now) is None
    again = claims.claim("bluesky-1", now + timedelta(seconds=60), now)
    assert again is not None
    assert again.before == failed


def test_what_is_kept_and_cannot_be_read_is_no_session(earshot: World) -> None:
    sessions = fetching.fetching().sessions
    for broken in ("", "{", "null", '{"token": 7}', '{"token": "x"}'):
        client("ssm").put_parameter(
            Name="/earshot/test/sessions/x", Value=broken or " ", Type="String", Overwrite=True
        )
        assert sessions.get("x") is None


def test_a_limit_and_signing_in_are_kept_on_one_item(earshot: World) -> None:
    polls, claims, now = stores.polls(), fetching.fetching().claims, earshot.now()
    later = now + timedelta(minutes=15)
    claims.claim("bluesky-1", now, now)
    polls.limit("bluesky-1", later)
    polls.limit("bluesky-1", now)
    assert polls.limited(["bluesky-1", "bluesky-1", "other"]) == {"bluesky-1": later}
    assert claims.standing("bluesky-1") == SignIns()
    held = [item["pk"] for item in earshot.items() if item.get("kind") == "credential"]
    assert held == ["CREDENTIAL#bluesky-1"]


def test_who_shares_a_limited_credential_is_not_due(earshot: World) -> None:
    polls, now = stores.polls(), earshot.now()
    polls.limit("c", now + timedelta(minutes=15))
    keys, asking = ["a", "b", "d"], {"a": "c", "b": "c"}
    assert polls.due(keys, now, asking) == ["d"]
    assert polls.due(keys, now + timedelta(minutes=15), asking) == keys
    assert polls.due(keys, now, {}) == keys


def test_a_reading_that_died_is_due_when_what_it_may_have_asked_is_forgotten(
    earshot: World,
) -> None:
    polls, now = stores.polls(), earshot.now()

    def lease(at: float) -> bool:
        moment = now + timedelta(seconds=at)
        until, again = moment + timedelta(seconds=55), moment + timedelta(seconds=300)
        return polls.lease("a", moment, until, again) is not None

    assert lease(0)
    assert [lease(54), lease(55), lease(299), lease(300)] == [False, False, False, True]
    assert polls.due(["a"], now + timedelta(seconds=360), {}) == []


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
