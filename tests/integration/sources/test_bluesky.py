"""Bluesky against a server that speaks its protocol, through the safe fetcher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import bluesky
from tests.integration.sources.watching import ANYWHERE, NOW, Clock, Trouble, Watch, ago
from workbench.servers.bluesky import Account, BlueskyServer, Post
from workbench.servers.loopback import Fault, Reply, status

JO = Account(name="jo", handle="jo.example", followers=40)
BRAND = Account(name="brand", handle="acme.example", followers=9000)
PASSWORDS = {"acme.example": "app-pass"}


def said(text: str, minutes: float, account: Account = JO, reply_to: str | None = None) -> Post:
    return Post(account=account, text=text, created_at=ago(minutes), reply_to=reply_to)


def watching(server: BlueskyServer, clock: Clock, *terms: str) -> Watch:
    account = {"identifier": "acme.example", "app_password": "app-pass"}
    return Watch(bluesky, server.hosts, terms, account | {"base_url": server.url}, clock=clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sky(clock: Clock) -> Iterator[BlueskyServer]:
    with BlueskyServer(passwords=PASSWORDS, clock=clock) as server:
        yield server
        assert server.refused == 0


@pytest.fixture
def watch(sky: BlueskyServer, clock: Clock) -> Watch:
    return watching(sky, clock, "acme")


def test_it_signs_in_once_and_reads_at_the_accounts_own_host(
    sky: BlueskyServer, watch: Watch, clock: Clock
) -> None:
    sky.publish(said("Acme is down", 30))
    sky.publish(said("nothing about them", 20))
    (mention,) = watch.read().mentions
    assert (mention.text, mention.author.name) == ("Acme is down", "jo.example")
    sky.publish(said("acme again", 0))
    clock.pass_by(minutes=1)
    watch.read()
    assert watch.texts == ["Acme is down", "acme again"]
    assert [request.path.rpartition(".")[2] for request in sky.requests] == ["createSession"]
    assert len(sky.home.requests) == 2
    assert not any("Bearer" in str(request.query) for request in sky.home.requests)


def test_a_week_of_readings_costs_one_sign_in(
    sky: BlueskyServer, watch: Watch, clock: Clock
) -> None:
    for _ in range(7 * 24):
        sky.publish(Post(account=JO, text="acme", created_at=clock.now))
        watch.read()
        clock.pass_by(hours=1)
        sky.reset_limits()
    assert (sky.sessions.begun, len(watch.found)) == (1, 168)
    assert sky.sessions.renewed >= 80


def test_a_refused_token_is_told_as_such_and_renewing_helps(
    sky: BlueskyServer, watch: Watch
) -> None:
    sky.publish(said("acme", 5))
    watch.read()
    sky.sessions.end()
    with pytest.raises(AccessRefusedError):
        watch.read()
    watch.sign_in()
    watch.read()
    assert (sky.sessions.begun, sky.sessions.renewed) == (1, 1)
    sky.sessions.end(renewals=True)
    watch.sign_in()
    watch.read()
    assert (sky.sessions.begun, sky.sessions.renewed) == (2, 1)


def test_a_wrong_app_password_is_refused(watch: Watch) -> None:
    watch.options["app_password"] = "stale"
    with pytest.raises(AccessRefusedError):
        watch.read()


def test_the_days_sign_ins_are_limited_and_it_is_told_until_when(clock: Clock) -> None:
    with BlueskyServer(passwords=PASSWORDS, clock=clock, sign_ins_in_day=1) as server:
        watching(server, clock).sign_in()
        with pytest.raises(RateLimitedError) as caught:
            watching(server, clock).sign_in()
        assert caught.value.retry_at == NOW + timedelta(days=1)
        assert server.refused == 1


def test_a_storm_is_read_completely(sky: BlueskyServer, watch: Watch) -> None:
    for number in range(2500):
        sky.publish(said(f"acme {number}", 60 + number / 60))
    newest = watch.read()
    # Ten pages of a hundred, each of which begins with the last post of the one before.
    assert len(newest.mentions) == 991
    assert newest.partial
    sky.publish(said("acme now", 1))
    for _ in range(4):
        watch.read()
    assert len(watch.found) == 2501
    assert watch.cursor.position is None


def test_the_limit_is_kept_to_the_last_request_and_nothing_is_lost(clock: Clock) -> None:
    with BlueskyServer(passwords=PASSWORDS, clock=clock, requests_in_window=3) as server:
        for number in range(450):
            server.publish(said(f"acme {number}", 60 + number / 6))
        watch = watching(server, clock, "acme")
        page = watch.read()
        assert len(server.home.requests) == 3
        assert page.not_before == clock.now + timedelta(minutes=5)
        for _ in range(4):
            clock.pass_by(minutes=5)
            server.reset_limits()
            watch.read()
        assert len(watch.found) == 450
        assert server.refused == 0
        assert watch.cursor.position is None


def test_asking_beyond_the_limit_says_when_to_come_back(clock: Clock) -> None:
    with BlueskyServer(passwords=PASSWORDS, clock=clock, requests_in_window=0) as server:
        watch = watching(server, clock, "acme")
        with pytest.raises(RateLimitedError) as caught:
            watch.read()
        assert caught.value.retry_at == NOW + timedelta(minutes=5)


def test_a_wave_of_spam_that_was_taken_down_hides_nothing(sky: BlueskyServer, watch: Watch) -> None:
    sky.publish(said("acme, a real complaint", 40))
    for number in range(150):
        spam = sky.publish(said(f"acme coins {number}", 10 + number / 60))
        sky.take_down(spam.uri)
    watch.read()
    assert watch.texts == ["acme, a real complaint"]


def test_a_post_that_is_indexed_late_is_found_within_the_overlap(
    sky: BlueskyServer, watch: Watch
) -> None:
    sky.publish(said("acme one", 20))
    watch.read()
    sky.publish(said("acme late", 25))
    watch.read()
    assert watch.texts == ["acme late", "acme one"]


def test_a_post_dated_ahead_stays_on_top_and_hides_nothing(
    sky: BlueskyServer, watch: Watch
) -> None:
    sky.publish(
        Post(account=JO, text="acme!", created_at=NOW.replace(year=2099), indexed_at=ago(9))
    )
    for number in range(150):
        sky.publish(said(f"acme {number}", 1 + number / 60))
    watch.read()
    assert len(watch.found) == 151
    (ahead,) = (mention for mention in watch.found.values() if mention.text == "acme!")
    assert ahead.created_at == ago(9)


def test_followers_are_told_of_those_who_are_known(sky: BlueskyServer, watch: Watch) -> None:
    sky.publish(said("acme", 5))
    sky.publish(said("sorry", 4, BRAND))
    watch.sign_in()
    ids = [JO.did, BRAND.did, "did:plc:nobody", *(f"did:plc:n{n}" for n in range(22))]
    assert bluesky.profiles(watch.http, watch.query, ids, NOW) == {JO.did: 40, BRAND.did: 9000}


def test_edits_and_deletions_are_told_of_what_is_checked_again(
    sky: BlueskyServer, watch: Watch
) -> None:
    uris = [sky.publish(said(f"acme {number}", 5 + number)).uri for number in range(25)]
    watch.read()
    sky.edit(uris[0], "acme, better now")
    sky.spread(uris[1], likes=30, reposts=12)
    sky.remove(uris[2])
    sky.take_down(uris[3])
    became = bluesky.recheck(watch.http, watch.query, tuple(watch.found.values()), NOW)
    assert set(became.gone) == {uris[2], uris[3]}
    told = {mention.native_id: mention for mention in became.found}
    assert told[uris[0]].text == "acme, better now"
    assert told[uris[1]].engagement.total == 42
    assert len(told) == 23


def test_the_brands_answer_is_found_below_the_complaint(sky: BlueskyServer, watch: Watch) -> None:
    root = sky.publish(said("acme lost my parcel", 30))
    ours = sky.publish(said("So sorry! Which one?", 20, BRAND, root.uri))
    sky.publish(said("The blue one", 10, JO, ours.uri))
    sky.take_down(sky.publish(said("spam", 9, JO, root.uri)).uri)
    (complaint,) = watch.read().mentions
    found = bluesky.replies(watch.http, watch.query, complaint, NOW)
    assert [(each.text, each.author.name) for each in found] == [
        ("So sorry! Which one?", "acme.example"),
        ("The blue one", "jo.example"),
    ]
    assert {each.thread for each in found} == {complaint.thread}
    assert found[1].in_reply_to == found[0].native_id
    sky.remove(root.uri)
    with pytest.raises(SourceGoneError):
        bluesky.replies(watch.http, watch.query, complaint, NOW)


FAULTS: list[Trouble] = [
    *ANYWHERE,
    ("400", status(400), MalformedAnswerError),
    ("an empty object", Fault(reply=Reply(200, b"{}")), MalformedAnswerError),
]


@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_trouble_is_told_by_class_and_passes(
    sky: BlueskyServer, watch: Watch, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    sky.publish(said("acme", 5))
    watch.sign_in()
    sky.home.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    sky.home.recover()
    assert len(watch.read().mentions) == 1


@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_trouble_with_signing_in_is_told_by_class_and_passes(
    sky: BlueskyServer, watch: Watch, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    sky.fail_always(fault)
    with pytest.raises(error):
        watch.sign_in()
    assert watch.session is None, kind
    sky.recover()
    assert watch.sign_in().place == sky.home.url


def test_a_redirect_elsewhere_takes_no_token_along(sky: BlueskyServer, watch: Watch) -> None:
    watch.sign_in()
    sky.home.fail_next(status(302, {"Location": f"{sky.url}/xrpc/app.bsky.feed.searchPosts?q=a"}))
    with pytest.raises(AccessRefusedError):
        watch.read()
    assert "authorization" not in sky.requests[-1].headers


def test_trouble_half_way_keeps_what_was_read(sky: BlueskyServer, watch: Watch) -> None:
    for number in range(250):
        sky.publish(said(f"acme {number}", 60 + number / 60))
    watch.sign_in()
    sky.home.fail_next(Fault(), status(502))
    page = watch.read()
    assert len(page.mentions) == 100
    assert page.partial
    watch.read()
    assert len(watch.found) == 250
