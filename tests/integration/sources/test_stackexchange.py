"""Stack Exchange over real sockets: pages, limits, storms, edits, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from earshot.adapters.http import SafeHttp
from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.sources import registry, stackexchange
from tests.integration.sources.watching import ANYWHERE, NOW, Clock, Trouble, Watch, ago
from workbench.servers.loopback import Fault, Reply, status
from workbench.servers.stackexchange import Post, StackExchangeServer

KEY = "app-k3y"


def watching(server: StackExchangeServer, *terms: str, **options: object) -> Watch:
    return Watch(
        stackexchange,
        frozenset({server.host}),
        terms or ("acme",),
        {"base_url": server.url, **options},
    )


@pytest.fixture
def at() -> Clock:
    return Clock()


@pytest.fixture
def server(at: Clock) -> Iterator[StackExchangeServer]:
    with StackExchangeServer(keys=[KEY], clock=at) as running:
        yield running
        assert running.violations == []


def question(number: int, minutes: float, title: str = "Acme breaks", text: str = "often") -> Post:
    return Post(
        number=number,
        kind="question",
        author="Zoë & co",
        user=7,
        created_at=ago(minutes),
        title=title,
        text=text,
        tags=("java", "acme-api"),
    )


def answer(number: int, on: int, minutes: float, text: str) -> Post:
    return Post(
        number=number,
        kind="answer",
        author="lee",
        user=8,
        created_at=ago(minutes),
        text=text,
        on=on,
        score=3,
    )


def comment(number: int, on: int, minutes: float, text: str) -> Post:
    return Post(
        number=number,
        kind="comment",
        author="gone",
        user=None,
        created_at=ago(minutes),
        text=text,
        on=on,
    )


def test_questions_and_answers_are_found_whole_with_their_authors(
    server: StackExchangeServer,
) -> None:
    long = "So it goes. " * 40 + "And then acme broke <List<String>> & more."
    server.publish(
        question(1, 30, text=long),
        replace(question(2, 25, "Acmeist poetry", "verses"), tags=("verse",)),
        answer(3, 2, 20, "Try acme\ninstead"),
        comment(4, 1, 10, "acme!"),
    )
    watch = watching(server)
    watch.read()
    assert sorted(watch.found) == ["stackoverflow.com/a/3", "stackoverflow.com/q/1"]
    asked = watch.found["stackoverflow.com/q/1"]
    assert asked.text == f"Acme breaks\n\n{long}"
    assert (asked.author.id, asked.author.name) == ("stackoverflow.com/users/7", "Zoë & co")
    assert watch.found["stackoverflow.com/a/3"].thread == "stackoverflow.com/q/2"


def test_a_quiet_reading_is_one_request(server: StackExchangeServer) -> None:
    server.publish(question(1, 90))
    watch = watching(server)
    watch.read()
    before = len(server.requests)
    assert watch.read().mentions == ()
    assert [request.path for request in server.requests[before:]] == ["/2.3/search/excerpts"]


def test_a_post_that_the_search_knows_late_is_found(server: StackExchangeServer) -> None:
    server.publish(question(1, 1))
    watch = watching(server)
    watch.read()
    server.publish(question(2, 9))
    watch.read()
    assert sorted(watch.found) == ["stackoverflow.com/q/1", "stackoverflow.com/q/2"]


def test_what_carries_the_tag_is_heard_and_a_late_post_within_the_overlap_too(
    server: StackExchangeServer,
) -> None:
    server.publish(question(1, 20, "It breaks"))
    watch = watching(server, "-spam", tagged=["acme-api"])
    watch.read()
    server.publish(question(2, 25, "It broke before"), question(3, 5, "Buy spam"))
    watch.read()
    assert sorted(watch.found) == ["stackoverflow.com/q/1", "stackoverflow.com/q/2"]


def test_a_storm_is_read_completely(server: StackExchangeServer) -> None:
    server.publish(*(question(number, 60 + number / 60) for number in range(1, 1201)))
    watch = watching(server, key=KEY, key_secret="se")
    page = watch.read()
    assert page.partial
    server.publish(question(5000, 1))
    for _ in range(4):
        watch.read()
    assert len(watch.found) == 1201
    assert watch.cursor.position is None


def test_a_method_is_never_asked_within_its_backoff(at: Clock) -> None:
    with StackExchangeServer(backoff_each=1, backoff_seconds=20, clock=at) as server:
        server.publish(*(question(number, 60 + number / 60) for number in range(1, 401)))
        watch = watching(server)
        readings = 0
        while watch.cursor.position is not None or not readings:
            page = watch.read(at.now)
            at.now = max(page.not_before or at.now, at.now + timedelta(seconds=1))
            readings += 1
            assert readings < 20
        assert len(watch.found) == 400
        assert server.violations == []
        assert readings > 2


def test_the_days_quota_is_kept_and_nothing_is_lost(at: Clock) -> None:
    with StackExchangeServer(quota=6, clock=at) as server:
        server.publish(*(question(number, 60 + number / 60) for number in range(1, 401)))
        watch = watching(server)
        page = watch.read()
        assert page.not_before == datetime(2026, 5, 5, tzinfo=UTC)
        assert (len(server.requests), server.violations) == (6, [])
        with pytest.raises(RateLimitedError) as caught:
            watch.read()
        assert caught.value.retry_at == datetime(2026, 5, 4, 13, 6, 40, tzinfo=UTC)
        server.new_day()
        watch.read()
        server.new_day()
        watch.read()
        assert len(watch.found) == 400


@pytest.mark.parametrize("options", [{"site": "nowhere"}, {"key": "wrong"}])
def test_what_the_api_does_not_know_is_the_owners_mistake(
    server: StackExchangeServer, options: dict[str, object]
) -> None:
    with pytest.raises(MisconfiguredSourceError):
        watching(server, **options).read()


def test_edits_and_deletions_are_told_when_looked_for(server: StackExchangeServer) -> None:
    server.publish(question(1, 30), answer(2, 1, 20, "acme is fine"), comment(3, 2, 10, "acme?"))
    watch = watching(server)
    watch.read()
    module = registry.load("stackexchange")
    asked = watch.found["stackoverflow.com/q/1"]
    (reply, remark) = stackexchange.replies(watch.http, watch.query, asked, NOW)
    assert remark.in_reply_to == reply.native_id
    assert {reply.thread, remark.thread} == {asked.thread}
    assert remark.author.id == "stackoverflow.com/users/gone"
    server.edit("question", 1, "solved!", ago(2))
    server.remove("answer", 2)
    told = stackexchange.recheck(watch.http, watch.query, [asked, reply, remark], NOW)
    assert told.gone == (reply.native_id,)
    changed, same = told.found
    assert (changed.text, changed.edited_at) == ("Acme breaks\n\nsolved!", ago(2))
    assert same == remark
    assert module.CREDENTIAL == ("base_url", "key_secret")


THROTTLED = b'{"error_id": 502, "error_name": "throttle_violation", "error_message": "x"}'
DOWN = b'{"error_id": 503, "error_name": "temporarily_unavailable", "error_message": "x"}'
FAULTS: list[Trouble] = [
    *ANYWHERE,
    ("error 502", status(400, body=THROTTLED), RateLimitedError),
    ("error 503", status(400, body=DOWN), SourceUnavailableError),
    ("an error with 200", status(200, body=THROTTLED), RateLimitedError),
    ("another shape", Fault(reply=Reply(200, b"{}")), MalformedAnswerError),
    ("silence", Fault(wait_seconds=9), SourceUnavailableError),
]


@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_what_goes_wrong_is_told_by_class_and_nothing_is_lost(
    server: StackExchangeServer, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    server.publish(question(1, 5))
    watch = watching(server)
    watch.http = SafeHttp(contact="x", private_hosts=frozenset({server.host}), total_seconds=0.4)
    server.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    server.recover()
    watch.http = SafeHttp(contact="x", private_hosts=frozenset({server.host}))
    assert len(watch.read().mentions) == 1


def test_an_error_between_the_search_and_the_posts_loses_nothing(
    server: StackExchangeServer,
) -> None:
    server.publish(question(1, 5))
    watch = watching(server)
    server.fail_next(Fault(), status(500))
    with pytest.raises(SourceUnavailableError):
        watch.read()
    assert len(watch.read().mentions) == 1
