"""Reddit against a server that speaks its protocol, through the safe fetcher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from earshot.adapters.http import SafeHttp
from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import reddit
from tests.integration.sources.watching import ANYWHERE, NOW, Watch, ago
from workbench.servers.loopback import Fault, status
from workbench.servers.reddit import RedditServer, Thing

APPS = {"app-of-acme": "s3cret"}


def post(name: str, title: str, minutes: float, text: str = "") -> Thing:
    return Thing(name=f"t3_{name}", author="jo", title=title, text=text, created_at=ago(minutes))


def comment(
    name: str, text: str, minutes: float, under: str = "a1", parent: str = "", author: str = "mia"
) -> Thing:
    return Thing(
        name=f"t1_{name}",
        author=author,
        text=text,
        created_at=ago(minutes),
        post=f"t3_{under}",
        parent=parent,
    )


def watching(server: RedditServer, *terms: str, **options: object) -> Watch:
    return Watch(
        reddit,
        frozenset({server.host}),
        terms,
        {
            "client_id": "app-of-acme",
            "app": "s3cret",
            "contact": "acme_help",
            "base_url": server.url,
            **options,
        },
    )


@pytest.fixture
def server() -> Iterator[RedditServer]:
    with RedditServer(apps=APPS, closed_subreddits=("members",)) as running:
        yield running


def test_posts_are_found_by_searching_and_comments_in_their_subreddit(
    server: RedditServer,
) -> None:
    server.publish(
        post("a1", "Acme & me", 30, "a <b>broken</b> thing"),
        post("a2", "Acmeist poets", 25),
        comment("c1", "ACME never answers\n\nnever", 20),
        comment("c2", "nothing about them", 10),
    )
    watch = watching(server, "acme", subreddits=["gadgets"])
    assert watch.read().faults == ()
    assert watch.texts == ["Acme & me\n\na broken thing", "ACME never answers\nnever"]
    assert {mention.thread for mention in watch.found.values()} == {"t3_a1"}
    assert server.sign_ins == 1


def test_one_token_serves_until_it_is_refused(server: RedditServer) -> None:
    server.publish(post("a1", "acme", 5))
    watch = watching(server, "acme")
    for _ in range(5):
        watch.read()
    assert server.sign_ins == 1
    server.expire_tokens()
    with pytest.raises(AccessRefusedError):
        watch.read()
    watch.sign_in()
    watch.read()
    assert server.sign_ins == 2


def test_a_wrong_secret_is_refused(server: RedditServer) -> None:
    with pytest.raises(AccessRefusedError):
        watching(server, "acme", app="guessed").sign_in()


def test_a_late_post_within_the_overlap_is_found(server: RedditServer) -> None:
    server.publish(post("a1", "acme one", 20))
    watch = watching(server, "acme")
    watch.read()
    server.publish(post("a2", "acme late", 25))
    watch.read()
    assert watch.texts == ["acme late", "acme one"]


def test_edits_and_votes_within_the_overlap_are_read_again(server: RedditServer) -> None:
    server.publish(post("a1", "Acme is slow", 8))
    watch = watching(server, "acme")
    watch.read()
    server.edit("t3_a1", "Update: it is dead", ago(1))
    server.vote("t3_a1", 420)
    watch.read()
    (mention,) = watch.found.values()
    assert mention.text == "Acme is slow\n\nUpdate: it is dead"
    assert (mention.edited_at, mention.engagement.likes) == (ago(1), 420)


def test_a_storm_of_comments_is_read_as_far_as_reddit_lists_it(server: RedditServer) -> None:
    server.publish(*(comment(f"c{n}", f"acme {n}", 60 + n / 60) for n in range(950)))
    watch = watching(server, "acme", subreddits=["gadgets"])
    watch.read()
    server.publish(comment("new", "acme now", 1))
    watch.read()
    assert len(watch.found) == 951
    assert watch.cursor.position is None
    assert all(not request.first("before") for request in server.requests)


def test_the_limit_is_never_exceeded_and_nothing_is_lost() -> None:
    with RedditServer(apps=APPS, requests_in_window=4, window_seconds=90) as server:
        server.publish(*(post(f"a{n}", f"acme {n}", 60 + n / 60) for n in range(700)))
        watch = watching(server, "acme", "globex")
        at, readings = NOW, 0
        while len(watch.found) < 700 or watch.cursor.position is not None:
            page = watch.read(at)
            assert page.not_before is None or page.not_before == at + timedelta(seconds=90)
            at = page.not_before or at + timedelta(minutes=1)
            server.reset_limit()
            readings += 1
            assert readings < 20
        assert server.refused == 0


def test_a_reading_too_early_is_told_when_to_come_back() -> None:
    with RedditServer(apps=APPS, requests_in_window=1, window_seconds=90) as server:
        server.publish(post("a1", "acme", 5))
        watch = watching(server, "acme")
        watch.read()
        with pytest.raises(RateLimitedError) as caught:
            watch.read()
        assert caught.value.retry_at == NOW + timedelta(seconds=90)
        assert server.refused == 1


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("nowhere", "stream 'r/nowhere' was not read: gone, there is no such subreddit"),
        ("members", "stream 'r/members' was not read: access_refused, answered 403"),
    ],
)
def test_a_subreddit_that_cannot_be_read_silences_no_other(
    server: RedditServer, name: str, fault: str
) -> None:
    server.publish(comment("c1", "acme again", 5))
    watch = watching(server, subreddits=[name, "gadgets"])
    assert watch.read().faults == (fault,)
    assert watch.texts == ["acme again"]
    alone = watching(server, subreddits=[name])
    with pytest.raises((SourceGoneError, AccessRefusedError)):
        alone.read()


def test_a_recheck_finds_what_changed_and_what_users_deleted(server: RedditServer) -> None:
    server.publish(
        post("a1", "acme one", 30), post("a2", "acme two", 20), comment("c1", "acme three", 10)
    )
    watch = watching(server, "acme", subreddits=["gadgets"])
    watch.read()
    server.vote("t3_a1", 77)
    server.remove("t3_a2")
    server.remove("t1_c1", by="moderator")
    kept = tuple(watch.found.values())
    rechecked = reddit.recheck(watch.http, watch.query, kept, NOW)
    assert [(m.text, m.engagement.likes) for m in rechecked.found] == [("acme one", 77)]
    assert set(rechecked.gone) == {"t3_a2", "t1_c1"}
    anew = watching(server, "acme", subreddits=["gadgets"])
    anew.read()
    assert anew.texts == ["acme one"]


def test_replies_are_read_with_those_a_large_tree_only_names() -> None:
    with RedditServer(apps=APPS, comments_in_tree=20) as server:
        server.publish(
            post("a1", "acme broke", 90),
            *(comment(f"c{n}", f"reply {n}", 80 - n) for n in range(60)),
            comment("b1", "We can help", 5, parent="t1_c59", author="acme_help"),
        )
        watch = watching(server, "acme")
        watch.read()
        (asked_about,) = watch.found.values()
        before = len(server.requests)
        found = reddit.replies(watch.http, watch.query, asked_about, NOW)
        assert len(server.requests) - before == 2
        assert len(found) == 61
        (answered,) = (each for each in found if each.author.name == "acme_help")
        assert (answered.in_reply_to, answered.thread) == ("t1_c59", "t3_a1")
        (below,) = reddit.replies(
            watch.http, watch.query, next(m for m in found if m.native_id == "t1_c59"), NOW
        )
        assert below.id == answered.id
        server.remove("t3_a1")
        with pytest.raises(SourceGoneError):
            reddit.replies(watch.http, watch.query, asked_about, NOW)


@pytest.mark.parametrize(("kind", "fault", "error"), ANYWHERE, ids=[each[0] for each in ANYWHERE])
def test_a_server_that_misbehaves_is_told_by_class_and_recovers(
    server: RedditServer, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    server.publish(post("a1", "acme", 5))
    watch = watching(server, "acme")
    watch.sign_in()
    server.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    server.recover()
    assert len(watch.read().mentions) == 1


def test_a_fault_in_the_middle_of_a_storm_loses_nothing(server: RedditServer) -> None:
    server.publish(*(post(f"a{n}", f"acme {n}", 60 + n / 60) for n in range(450)))
    watch = watching(server, "acme")
    watch.sign_in()
    server.fail_next(Fault(), Fault(), status(502))
    page = watch.read()
    assert page.faults == ("stopped after 2 pages: unavailable, answered 502",)
    assert page.partial
    watch.read()
    assert len(watch.found) == 450
    assert watch.cursor.position is None


def test_a_token_stays_with_the_server_it_is_for(server: RedditServer) -> None:
    with RedditServer(apps=APPS) as elsewhere:
        watch = watching(server, "acme")
        watch.http = SafeHttp(
            contact="x", private_hosts=frozenset({server.host, elsewhere.host}), total_seconds=3
        )
        watch.sign_in()
        server.fail_next(status(302, {"Location": f"{elsewhere.url}/search"}))
        with pytest.raises(AccessRefusedError):
            watch.read()
        (request,) = elsewhere.requests
        assert "authorization" not in request.headers
