"""Discourse against forums of each kind, through the safe fetcher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import discourse
from tests.integration.sources.watching import ANYWHERE, NOW, Trouble, Watch, ago
from workbench.servers.discourse import Before, DiscourseServer, Post
from workbench.servers.loopback import Fault, Reply, status


def said(text: str, minutes: float, author: str = "jo", **rest: Any) -> Post:
    rest.setdefault("title", "The app" if "topic" not in rest else "")
    return Post(author=author, text=text, created_at=ago(minutes), **rest)


def watching(server: DiscourseServer, *terms: str) -> Watch:
    return Watch(discourse, frozenset({server.host}), terms, {"url": server.url}, total_seconds=1)


@pytest.fixture
def forum() -> Iterator[DiscourseServer]:
    with DiscourseServer() as server:
        yield server
    assert server.over_limit == 0


def test_posts_are_heard_with_their_topic_and_parent(forum: DiscourseServer) -> None:
    (first,) = forum.publish(said("Acme lost everything", 30))
    forum.publish(
        said("nothing about them", 20, topic=first.topic),
        said("ACME never answers", 10, "mia", topic=first.topic, reply_to=1, likes=4),
        said("", 9, "system", topic=first.topic, is_small_action=True),
        said("acme in private", 8, topic=first.topic, is_private=True),
    )
    watch = watching(forum, "acme")
    watch.read()
    assert watch.texts == ["The app\n\nAcme lost everything", "ACME never answers"]
    root, reply = sorted(watch.found.values(), key=lambda mention: mention.created_at)
    assert (reply.in_reply_to, reply.thread) == (root.native_id, root.thread)
    assert (reply.engagement.likes, reply.author.name) == (4, "mia")
    assert root.native_id == f"{forum.host}/p/1"
    assert root.url == f"{forum.url}/t/the-app/1/1"


def test_what_is_new_is_read_with_an_overlap(forum: DiscourseServer) -> None:
    forum.publish(said("acme one", 20))
    watch = watching(forum, "acme")
    watch.read()
    forum.publish(said("acme late", 25), said("acme two", 5))
    watch.read()
    assert [text.rpartition("\n")[2] for text in watch.texts] == [
        "acme late",
        "acme one",
        "acme two",
    ]


@pytest.mark.parametrize("before", ["below", "up to", "window"])
def test_a_storm_is_read_completely_on_every_version(before: Before) -> None:
    with DiscourseServer(before=before, first_id=4000) as forum:
        # Every third is nobody's business; between them are topics that no page shows.
        forum.publish(
            *(said(f"acme {n}", 240 - n / 6, is_private=n % 3 == 0, title="t") for n in range(1200))
        )
        watch = watching(forum, "acme")
        newest = watch.read()
        assert newest.partial
        forum.publish(said("acme now", 1))
        for _ in range(6):
            watch.read()
        assert len(watch.found) == 801
        assert "The app\n\nacme now" in watch.texts
        assert watch.cursor.position is None
        assert forum.over_limit == 0


def test_a_quiet_forum_takes_one_request(forum: DiscourseServer) -> None:
    forum.publish(*(said(f"acme {n}", 600 + n) for n in range(100, 0, -1)))
    forum.publish(said("acme now", 1))
    watch = watching(forum, "acme")
    watch.read()
    before = len(forum.requests)
    watch.read()
    assert len(forum.requests) == before + 1


def test_the_limit_is_kept_and_nothing_is_lost() -> None:
    with DiscourseServer(requests_in_window=3) as forum:
        forum.publish(*(said(f"acme {n}", 60 - n / 60) for n in range(200)))
        watch = watching(forum, "acme")
        page = watch.read()
        assert page.not_before == NOW + timedelta(seconds=60)
        assert len(watch.found) == 150
        with pytest.raises(RateLimitedError) as caught:
            watch.read()
        assert caught.value.retry_at == NOW + timedelta(seconds=60)
        forum.reset_limit()
        watch.read()
        forum.reset_limit()
        watch.read()
        assert len(watch.found) == 200


def test_an_edit_is_read_as_such(forum: DiscourseServer) -> None:
    (post,) = forum.publish(said("acme is slow", 8))
    watch = watching(forum, "acme")
    watch.read()
    forum.edit(post.id, "acme is dead", ago(1))
    forum.like(post.id, 30)
    watch.read()
    assert watch.texts == ["The app\n\nacme is dead"]
    assert (watch.only.edited_at, watch.only.engagement.likes) == (ago(1), 30)


def rechecked(watch: Watch) -> tuple[list[str], tuple[str, ...]]:
    told = discourse.recheck(watch.http, watch.query, list(watch.found.values()), NOW)
    return [mention.text for mention in told.found], told.gone


def test_a_recheck_follows_a_post_to_its_end(forum: DiscourseServer) -> None:
    (first,) = forum.publish(said("Acme lost everything", 30))
    (reply,) = forum.publish(said("acme again", 20, topic=first.topic))
    watch = watching(forum, "again", "everything")
    watch.read()
    gone = {mention.text.rpartition(" ")[2]: mention.native_id for mention in watch.found.values()}
    forum.edit(reply.id, "all is well again", ago(1))
    assert sorted(rechecked(watch)[0]) == ["The app\n\nAcme lost everything", "all is well again"]
    forum.hide(reply.id)
    assert rechecked(watch) == (["The app\n\nAcme lost everything"], ())
    forum.withdraw(reply.id)
    assert rechecked(watch)[1] == (gone["again"],)
    forum.remove(reply.id)
    forum.remove(first.id)
    assert set(rechecked(watch)[1]) == set(gone.values())


def test_what_is_withdrawn_is_not_heard(forum: DiscourseServer) -> None:
    (post,) = forum.publish(said("deleted by author", 3))
    forum.withdraw(post.id)
    watch = watching(forum, "deleted")
    assert watch.read().mentions == ()


def test_replies_are_read_around_the_post_and_at_the_end_of_its_topic(
    forum: DiscourseServer,
) -> None:
    (first,) = forum.publish(said("Welcome", 300, "acme"))
    forum.publish(*(said(f"chat {n}", 200 - n, "mia", topic=first.topic) for n in range(30)))
    (complaint,) = forum.publish(said("acme lost my parcel", 90, topic=first.topic))
    forum.publish(*(said(f"chat {n}", 80 - n, "mia", topic=first.topic) for n in range(40)))
    forum.publish(
        said("we look into it", 3, "acme", topic=first.topic, reply_to=complaint.number),
        said("thank you", 2, "jo", topic=first.topic),
    )
    watch = watching(forum, '"my parcel"')
    watch.read()
    before = len(forum.requests)
    below = discourse.replies(watch.http, watch.query, watch.only, NOW)
    assert [mention.text for mention in below] == ["we look into it", "thank you"]
    assert below[0].in_reply_to == watch.only.native_id
    assert len(forum.requests) == before + 2
    forum.remove(complaint.id)
    with pytest.raises(SourceGoneError):
        discourse.replies(watch.http, watch.query, watch.only, NOW)


MEMBERS_ONLY = Reply(403, b'{"errors":["no"],"error_type":"not_logged_in"}')
FAULTS: list[Trouble] = [
    *ANYWHERE,
    ("members only", Fault(reply=MEMBERS_ONLY), AccessRefusedError),
    ("410", status(410), SourceGoneError),
]


@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_a_forum_that_misbehaves_is_told_by_class_and_recovers(
    forum: DiscourseServer, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    forum.publish(said("acme", 5))
    watch = watching(forum, "acme")
    forum.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    forum.recover()
    assert len(watch.read().mentions) == 1


def test_a_forum_that_fails_while_paging_is_read_on_later(forum: DiscourseServer) -> None:
    forum.publish(*(said(f"acme {n}", 60 - n / 60) for n in range(120)))
    watch = watching(forum, "acme")
    forum.fail_next(Fault(), status(502))
    assert watch.read().partial
    assert len(watch.found) == 50
    watch.read()
    assert len(watch.found) == 120
