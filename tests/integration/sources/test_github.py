"""GitHub against a server that speaks its protocol, through the safe fetcher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import github
from tests.integration.sources.watching import ANYWHERE, NOW, Trouble, Watch, ago
from workbench.servers.github import Entry, GithubServer
from workbench.servers.loopback import Fault, status

HOME = "octo/app"


def issue(title: str, minutes: float, author: str = "jo", **rest: Any) -> Entry:
    rest = {"repository": HOME, "text": ""} | rest
    return Entry(title=title, author=author, created_at=ago(minutes), **rest)


def comment(number: int, text: str, minutes: float, author: str = "mia") -> Entry:
    return Entry(repository=HOME, number=number, author=author, text=text, created_at=ago(minutes))


def watching(server: GithubServer, *terms: str, **options: object) -> Watch:
    return Watch(
        github,
        frozenset({server.host}),
        terms,
        {"base_url": server.url, **options},
        total_seconds=1,
    )


@pytest.fixture
def hub() -> Iterator[GithubServer]:
    with GithubServer(tokens=("t0p",), token_expires="2026-07-01 12:00:00 UTC") as server:
        yield server
    assert server.over_limit == 0


def test_issues_and_pull_requests_everywhere_are_found(hub: GithubServer) -> None:
    hub.publish(
        issue("Acme sync is broken", 30, text="It\nlost data", reactions=3),
        issue("Replace acme", 20, "mia", repository="some/other", is_pull=True),
        issue("Acmeist poetry", 15),
        issue("Bump acme from 1 to 2", 10, "bumps[bot]", is_pull=True),
    )
    hub.publish(comment(1, "acme again", 5))
    watch = watching(hub, "acme", token="t0p")
    page = watch.read()
    assert watch.texts == ["Acme sync is broken\n\nIt\nlost data", "Replace acme"]
    first = min(watch.found.values(), key=lambda mention: mention.created_at)
    assert (first.engagement.likes, first.engagement.replies) == (3, 1)
    assert first.native_id == "octo/app/issues/1"
    assert page.token_expires_at == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert {request.headers["authorization"] for request in hub.requests} == {"Bearer t0p"}


def test_in_listed_repositories_comments_are_heard_too(hub: GithubServer) -> None:
    hub.publish(issue("Sync is broken", 30), issue("acme", 29, repository="some/other"))
    hub.publish(comment(1, "Acme never answers", 20), comment(1, "me too", 10))
    watch = watching(hub, "acme", token="t0p", repositories=[HOME])
    watch.read()
    assert watch.texts == ["Acme never answers"]
    (mention,) = watch.found.values()
    assert mention.in_reply_to == mention.thread == "octo/app/issues/1"


def test_what_is_new_is_read_with_an_overlap(hub: GithubServer) -> None:
    hub.publish(issue("acme one", 20))
    watch = watching(hub, "acme", token="t0p")
    watch.read()
    hub.publish(issue("acme indexed late", 25), issue("acme two", 5))
    watch.read()
    assert watch.texts == ["acme indexed late", "acme one", "acme two"]


def test_a_repository_in_which_nothing_happens_costs_nothing(hub: GithubServer) -> None:
    hub.publish(issue("acme one", 20))
    hub.publish(comment(1, "acme answers", 15))
    watch = watching(hub, "acme", token="t0p", repositories=[HOME])
    watch.read()
    for _ in range(3):
        # The second begins the overlap before what the first saw, which is another question.
        page = watch.read()
    assert page.unchanged
    assert hub.free == 4
    (posted,) = hub.publish(comment(1, "acme, hello?", 2))
    assert {mention.text for mention in watch.read().mentions} == {
        "acme one",
        "acme answers",
        "acme, hello?",
    }
    hub.edit(posted.id, "acme, solved", ago(1))
    watch.read()
    assert "acme, solved" in watch.texts
    edited = next(each for each in watch.found.values() if each.text == "acme, solved")
    assert edited.edited_at == ago(1)


def test_a_storm_in_the_search_is_read_completely(hub: GithubServer) -> None:
    hub.publish(*(issue(f"acme {n}", 240 - n / 10) for n in range(1300)))
    watch = watching(hub, "acme", token="t0p")
    assert watch.read().partial
    hub.publish(issue("acme now", 1))
    for _ in range(4):
        hub.reset_limits()
        watch.read()
    assert len(watch.found) == 1301
    assert watch.cursor.position is None


def test_a_storm_in_a_repository_is_read_completely_while_it_goes_on(hub: GithubServer) -> None:
    hub.publish(issue("Sync", 300))
    hub.publish(*(comment(1, f"acme {n}", 240 - n / 10) for n in range(1200)))
    watch = watching(hub, "acme", token="t0p", repositories=[HOME])
    assert watch.read().partial
    for minute in range(8):
        hub.publish(*(comment(1, f"acme again {minute} {n}", 60 - minute) for n in range(10)))
        watch.read()
    assert len(watch.found) == 1280
    assert watch.cursor.position is None


def test_the_limit_of_the_search_is_kept_and_nothing_is_lost() -> None:
    with GithubServer(limits={"search": 3}) as hub:
        hub.publish(*(issue(f"acme {n}", 60 - n / 60) for n in range(400)))
        watch = watching(hub, "acme", "globex")
        # Each reading is of another minute, and begins with another of the searches.
        for minutes in range(60, 0, -1):
            at = datetime.now(UTC) - timedelta(minutes=minutes)
            page = watch.read(at)
            assert hub.over_limit == 0
            if not page.partial:
                break
            if page.not_before is not None:
                assert at < page.not_before <= datetime.now(UTC) + timedelta(seconds=61)
            hub.reset_limits()
        assert len(watch.found) == 400


def test_beyond_the_limit_github_refuses_until_the_window_ends() -> None:
    with GithubServer(limits={"core": 0}) as hub:
        at = datetime.now(UTC)
        with pytest.raises(RateLimitedError) as caught:
            watching(hub, repositories=[HOME]).read(at)
        assert caught.value.retry_at is not None
        assert timedelta(minutes=59) < caught.value.retry_at - at <= timedelta(minutes=61)


def test_a_search_that_runs_out_of_time_is_asked_again(hub: GithubServer) -> None:
    hub.publish(*(issue(f"acme {n}", 60 - n) for n in range(10)))
    watch = watching(hub, "acme", token="t0p")
    hub.run_out_of_time(2)
    page = watch.read()
    assert (len(watch.found), page.cursor, page.partial) == (5, Cursor(), True)
    assert watch.read().faults == ()
    assert len(watch.found) == 10


def rechecked(watch: Watch) -> tuple[list[str], set[str]]:
    told = github.recheck(watch.http, watch.query, list(watch.found.values()), NOW)
    return [mention.text for mention in told.found], set(told.gone)


def test_a_recheck_follows_an_entry_to_its_end(hub: GithubServer) -> None:
    (first,) = hub.publish(issue("Sync", 30, text="acme lost it"))
    (reply,) = hub.publish(comment(1, "acme again", 20))
    watch = watching(hub, "acme", token="t0p", repositories=[HOME])
    watch.read()
    hub.edit(reply.id, "it works again", ago(1))
    assert sorted(rechecked(watch)[0]) == ["Sync\n\nacme lost it", "it works again"]
    hub.remove(reply.id)
    assert rechecked(watch) == (
        ["Sync\n\nacme lost it"],
        {f"octo/app/issues/comments/{reply.id}"},
    )
    hub.remove(first.id)
    assert len(rechecked(watch)[1]) == 2


def test_replies_and_reach_are_asked_for(hub: GithubServer) -> None:
    (first,) = hub.publish(issue("acme lost it", 30))
    hub.publish(comment(1, "early", 20), comment(1, "acme here, sorry", 10, "acme-support"))
    hub.follow("jo", 27)
    watch = watching(hub, "acme", token="t0p")
    watch.read()
    (mention,) = watch.found.values()
    below = github.replies(watch.http, watch.query, mention, NOW)
    assert [each.text for each in below] == ["early", "acme here, sorry"]
    assert {each.in_reply_to for each in below} == {mention.native_id}
    assert github.profiles(watch.http, watch.query, ["jo"], NOW) == {"jo": 27}
    assert github.profiles(watch.http, watch.query, ["nobody"], NOW) == {}
    hub.remove(first.id)
    with pytest.raises(SourceGoneError):
        github.replies(watch.http, watch.query, mention, NOW)


def test_a_token_that_is_not_valid_is_refused(hub: GithubServer) -> None:
    with pytest.raises(AccessRefusedError):
        watching(hub, "acme", token="old").read()


def test_a_repository_that_is_not_there_takes_nothing_from_the_others(hub: GithubServer) -> None:
    hub.publish(issue("acme one", 20))
    watch = watching(hub, "acme", token="t0p", repositories=[HOME, "octo/gone"])
    page = watch.read()
    assert watch.texts == ["acme one"]
    assert sorted(page.faults) == [
        "stream 'comments octo/gone' was not read: gone, answered 404",
        "stream 'issues octo/gone' was not read: gone, answered 404",
    ]


SECONDARY = {"Retry-After": "30", "X-RateLimit-Remaining": "20", "X-RateLimit-Resource": "search"}
UNTOLD = {"X-RateLimit-Remaining": "20", "X-RateLimit-Resource": "search"}
FAULTS: list[Trouble] = [
    *ANYWHERE,
    ("secondary", status(403, SECONDARY), RateLimitedError),
    ("secondary, untold", status(403, UNTOLD), RateLimitedError),
    ("422", status(422), MalformedAnswerError),
]


@pytest.mark.parametrize("options", [{}, {"repositories": [HOME]}], ids=["search", "lists"])
@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_a_github_that_misbehaves_is_told_by_class_and_recovers(
    hub: GithubServer,
    options: dict[str, object],
    kind: str,
    fault: Fault,
    error: type[SourceError],
) -> None:
    hub.publish(issue("acme", 5), comment(1, "so it is", 4))
    watch = watching(hub, "acme", token="t0p", **options)
    hub.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    hub.recover()
    assert len(watch.read().mentions) == 1
