"""The App Store over real sockets: both ways in, pages, limits, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from earshot.adapters.http import SafeHttp
from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.sources import appstore
from tests.integration.sources.watching import ANYWHERE, NOW, Clock, Trouble, Watch, ago
from workbench.servers.appstore import AppStoreServer, Review
from workbench.servers.loopback import Fault, Reply, status

APP = 1_000_001


def watching(server: AppStoreServer, *terms: str, **options: object) -> Watch:
    return Watch(
        appstore,
        frozenset({server.host}),
        terms or ("acme",),
        {"base_url": server.url, "app_id": APP, **options},
    )


@pytest.fixture(scope="module")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture
def signing(key: ec.EllipticCurvePrivateKey) -> dict[str, str]:
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return {"issuer_id": "issuer-1", "key_id": "KEY1", "private_key": pem}


@pytest.fixture
def at() -> Clock:
    return Clock()


@pytest.fixture
def server(at: Clock, key: ec.EllipticCurvePrivateKey) -> Iterator[AppStoreServer]:
    with AppStoreServer(app_id=APP, public_key=key.public_key(), clock=at) as running:
        yield running
        assert running.violations == []


def review(number: int, minutes: float, country: str = "gb", rating: int = 1) -> Review:
    return Review(
        number=number,
        author=f"mia{number}",
        rating=rating,
        title="Gone & lost",
        body=f"My notes <{number}> are gone.",
        written_at=ago(minutes),
        country=country,
        helpful=4,
    )


def test_the_feeds_of_all_countries_are_read(server: AppStoreServer) -> None:
    server.publish(review(1, 30), review(2, 20, "ie", 5), review(3, 10, "fr"))
    watch = watching(server, countries=["gb", "ie"])
    page = watch.read()
    assert sorted(watch.found) == ["1", "2"]
    assert watch.found["1"].text == "★☆☆☆☆ Gone & lost\n\nMy notes <1> are gone."
    assert watch.found["1"].author.id == "900001"
    assert (page.faults, page.cursor.high_water_at) == ((), ago(20))


def test_an_empty_feed_loses_nothing_and_hides_nothing(server: AppStoreServer) -> None:
    server.publish(review(1, 300), review(2, 20, "ie"))
    watch = watching(server, countries=["gb", "ie"])
    watch.read()
    server.empty("gb", 1)
    server.publish(review(3, 15), review(4, 1, "ie"))
    page = watch.read()
    assert page.faults == (f"stream 'gb' was not read: unavailable, {appstore.EMPTY}",)
    assert sorted(watch.found) == ["1", "2", "4"]
    server.empty("gb")
    server.empty("ie", 1)
    page = watch.read()
    assert "3" in watch.found
    assert "stream 'ie'" in page.faults[0]


def test_a_feed_that_is_always_empty_is_an_error_of_the_source(server: AppStoreServer) -> None:
    watch = watching(server, countries=["gb"])
    with pytest.raises(SourceUnavailableError) as caught:
        watch.read()
    assert str(caught.value) == appstore.EMPTY
    assert watch.cursor == Cursor()


def test_a_review_that_appears_late_is_found(server: AppStoreServer) -> None:
    server.publish(review(1, 5))
    watch = watching(server, countries=["gb"])
    watch.read()
    server.publish(review(2, 900))
    watch.read()
    assert sorted(watch.found) == ["1", "2"]


def test_a_storm_is_read_as_deep_as_the_feed_goes(server: AppStoreServer) -> None:
    server.publish(*(review(number, number / 10) for number in range(1, 621)))
    watch = watching(server, countries=["gb"])
    page = watch.read()
    assert len(watch.found) == 500
    assert page.faults == ("gb: more reviews than the feed shows; the oldest were not read",)
    assert {request.path.split("/")[4] for request in server.requests} == {
        f"page={number}" for number in range(1, 11)
    }


def test_an_edit_is_the_same_review_with_other_words(server: AppStoreServer) -> None:
    server.publish(review(1, 30))
    watch = watching(server, countries=["gb"])
    watch.read()
    server.edit(1, "They are back!", 5, ago(1))
    watch.read()
    (mention,) = watch.found.values()
    assert mention.text == "★★★★★ Gone & lost\n\nThey are back!"


def test_app_store_connect_lists_all_countries_with_answers(
    server: AppStoreServer, signing: dict[str, str]
) -> None:
    server.publish(review(1, 30), review(2, 20, "jp"))
    server.respond(2, "We are sorry.", ago(5))
    watch = watching(server, **signing)
    watch.read()
    assert sorted(watch.found) == ["0000-1-abcd", "0000-2-abcd", "response/r2"]
    reply = watch.found["response/r2"]
    assert (reply.in_reply_to, reply.author.id) == ("0000-2-abcd", f"app/{APP}")
    assert watch.cursor.high_water_at == ago(20)


def test_a_storm_on_app_store_connect_is_read_completely(
    server: AppStoreServer, signing: dict[str, str]
) -> None:
    server.publish(*(review(number, number / 10) for number in range(1, 1501)))
    watch = watching(server, **signing)
    assert watch.read().partial
    server.forget_cursors()
    server.publish(review(9000, 0.05))
    for _ in range(4):
        watch.read()
    assert len(watch.found) == 1501
    assert watch.cursor.position is None


def test_the_hour_of_app_store_connect_is_kept(
    key: ec.EllipticCurvePrivateKey, signing: dict[str, str], at: Clock
) -> None:
    with AppStoreServer(
        app_id=APP, public_key=key.public_key(), connect_requests_an_hour=3, clock=at
    ) as server:
        server.publish(*(review(number, number / 10) for number in range(1, 901)))
        watch = watching(server, **signing)
        page = watch.read()
        assert page.not_before == NOW + timedelta(minutes=10)
        assert (len(server.requests), server.violations) == (3, [])
        at.now = NOW + timedelta(minutes=61)
        watch.read(at.now)
        assert (len(watch.found), server.violations) == (900, [])


@pytest.mark.parametrize(
    "wrong", [{"issuer_id": "issuer-2"}, {"key_id": "KEY2"}], ids=["issuer", "key"]
)
def test_a_token_that_apple_does_not_know_is_refused(
    server: AppStoreServer, signing: dict[str, str], wrong: dict[str, str]
) -> None:
    with pytest.raises(AccessRefusedError):
        watching(server, **{**signing, **wrong}).read()


def test_an_app_that_is_not_ours_is_not_there(
    server: AppStoreServer, signing: dict[str, str]
) -> None:
    with pytest.raises(SourceGoneError):
        watching(server, **{**signing, "app_id": 7}).read()


def test_edits_answers_and_deletions_are_told_when_looked_for(
    server: AppStoreServer, signing: dict[str, str]
) -> None:
    server.publish(review(1, 30), review(2, 20))
    watch = watching(server, **signing)
    watch.read()
    first, second = watch.found["0000-1-abcd"], watch.found["0000-2-abcd"]
    assert appstore.replies(watch.http, watch.query, first, NOW) == ()
    server.respond(1, "We are sorry.", ago(5))
    (reply,) = appstore.replies(watch.http, watch.query, first, NOW)
    assert (reply.text, reply.in_reply_to) == ("We are sorry.", first.native_id)
    server.edit(1, "Better.", 4, ago(1))
    server.remove(2)
    (found,) = appstore.recheck(watch.http, watch.query, [first], NOW).found
    assert found.text == "★★★★☆ Gone & lost\n\nBetter."
    assert appstore.recheck(watch.http, watch.query, [second], NOW).gone == (second.native_id,)
    assert appstore.recheck(watch.http, watch.query, [reply], NOW).found == (reply,)
    with pytest.raises(SourceGoneError):
        appstore.replies(watch.http, watch.query, second, NOW)


def test_the_token_goes_to_nobody_else(server: AppStoreServer, signing: dict[str, str]) -> None:
    with AppStoreServer(app_id=APP) as stranger:
        server.fail_next(status(307, {"Location": f"{stranger.url}/v1/apps/{APP}/customerReviews"}))
        watch = watching(server, **signing)
        watch.http = SafeHttp(
            contact="x", private_hosts=frozenset({server.host, stranger.host}), total_seconds=3
        )
        with pytest.raises(AccessRefusedError):
            watch.read()
        assert "authorization" not in stranger.requests[0].headers
        token = server.requests[0].headers["authorization"].removeprefix("Bearer ")
        assert token not in str(stranger.requests[0])


def test_feeds_are_asked_within_a_minutes_allowance(at: Clock) -> None:
    with AppStoreServer(app_id=APP, feed_requests_a_minute=3, clock=at) as server:
        server.publish(*(review(number, 1, country) for number, country in enumerate(("gb", "ie"))))
        watch = watching(server, countries=["gb", "ie"])
        watch.read()
        with pytest.raises(RateLimitedError) as caught:
            server.fail_always(status(503))
            watch.read()
        assert caught.value.retry_at == NOW + timedelta(minutes=10)
        assert server.violations == []


FAULTS: list[Trouble] = [
    *ANYWHERE,
    ("400", status(400), MalformedAnswerError),
    ("another shape", Fault(reply=Reply(200, b"{}")), MalformedAnswerError),
    ("silence", Fault(wait_seconds=9), SourceUnavailableError),
]


@pytest.mark.parametrize("way", ["feed", "connect"])
@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_what_goes_wrong_is_told_by_class_and_nothing_is_lost(
    server: AppStoreServer,
    signing: dict[str, str],
    way: str,
    kind: str,
    fault: Fault,
    error: type[SourceError],
) -> None:
    server.publish(review(1, 5))
    watch = watching(server, countries=["gb"], **(signing if way == "connect" else {}))
    watch.http = SafeHttp(contact="x", private_hosts=frozenset({server.host}), total_seconds=0.4)
    server.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    server.recover()
    watch.http = SafeHttp(contact="x", private_hosts=frozenset({server.host}))
    assert len(watch.read().mentions) == 1
