"""YouTube against a server that speaks its protocol, through the safe fetcher."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import youtube
from tests.integration.sources.watching import ANYWHERE, NOW, Watch, ago
from workbench.servers.loopback import Fault, status
from workbench.servers.youtube import Comment, Video, YouTubeServer

OWN, REVIEWS, JO = (f"UC{letter * 22}" for letter in "abc")
CLIP = "vid_eo-0000"


def clip(number: int, title: str, minutes: float, description: str = "", **rest: object) -> Video:
    return Video(
        id=f"vid_eo-{number:04d}",
        channel=REVIEWS,
        title=title,
        description=description,
        published_at=ago(minutes),
        **rest,  # type: ignore[arg-type]
    )


def said(name: str, text: str, minutes: float, video: str = CLIP, parent: str = "") -> Comment:
    return Comment(
        id=f"{parent}.{name}" if parent else f"Ugx{name:0>12}",
        video=video,
        author=JO,
        text=text,
        published_at=ago(minutes),
        parent=parent or None,
    )


def watching(server: YouTubeServer, *terms: str, **options: object) -> Watch:
    return Watch(
        youtube,
        frozenset({server.host}),
        terms,
        {"key": "a-key", "base_url": server.url, **options},
    )


@pytest.fixture
def server() -> Iterator[YouTubeServer]:
    with YouTubeServer() as running:
        running.publish(clip(0, "A review", 500))
        yield running


def test_comments_and_videos_are_found_and_strangers_dropped(server: YouTubeServer) -> None:
    server.publish(
        said("1", "Acme broke\nafter <a> day", 30),
        said("2", "nice video", 20),
        clip(1, "My Acme & me", 15, "Bad. " * 20 + "Never again, Acme!", language="en-GB"),
        clip(2, "Acmeist poetry", 10),
    )
    watch = watching(server, "acme", channels=[REVIEWS])
    assert watch.read().faults == ()
    assert watch.texts[0] == "Acme broke\nafter <a> day"
    assert watch.texts[1].startswith("My Acme & me\n\nBad. ")
    assert watch.texts[1].endswith("Never again, Acme!")
    assert len(watch.texts) == 2
    assert {mention.language for mention in watch.found.values()} == {None, "en"}
    assert all("key" not in dict(request.query) for request in server.requests)


def test_the_end_of_a_description_is_searched_too(server: YouTubeServer) -> None:
    server.publish(clip(1, "Ten phones", 15, "One after another. " * 10 + "The last is by Acme."))
    watch = watching(server, "acme")
    watch.read()
    assert len(watch.texts) == 1


def test_replies_and_edits_within_the_overlap_are_read(server: YouTubeServer) -> None:
    first = said("1", "acme is slow", 8)
    server.publish(first)
    watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
    watch.read()
    server.edit(first.id, "acme is dead", ago(1))
    server.publish(said("r", "acme replies never", 2, parent=first.id))
    watch.read()
    assert watch.texts == ["acme is dead", "acme replies never"]
    edited, reply = sorted(watch.found.values(), key=lambda mention: mention.created_at)
    assert edited.edited_at == ago(1)
    assert (reply.in_reply_to, reply.thread) == (edited.native_id, edited.native_id)


def test_a_storm_of_comments_is_read_completely(server: YouTubeServer) -> None:
    server.publish(*(said(f"{n}", f"acme {n}", 60 + n / 60) for n in range(2500)))
    watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
    assert len(watch.read().mentions) == 1000
    server.publish(said("now", "acme now", 1))
    for _ in range(3):
        watch.read()
    assert len(watch.found) == 2501
    assert kept_position(watch) is None


def kept_position(watch: Watch) -> str | None:
    from earshot.sources.youtube_searching import kept_of

    return kept_of(watch.cursor).comments.position


def test_a_day_of_searching_stays_within_its_hundred_whatever_fails(
    server: YouTubeServer,
) -> None:
    chance = random.Random(7)
    watch = watching(server, "acme", '"acme phone"')
    at, published = NOW, 0
    while at < NOW + timedelta(days=1):
        if chance.random() < 0.3:
            published += 1
            moment = at - timedelta(minutes=20)
            server.publish(
                Video(id=f"day_{published:07d}", channel=REVIEWS, title="acme", published_at=moment)
            )
        server.recover()
        if chance.random() < 0.2:
            server.fail_next(status(500))
        elif chance.random() < 0.1:
            server.fail_next(Fault(), Fault(cut=True))
        try:
            page = watch.read(at)
        except SourceError:
            at += timedelta(minutes=1)
        else:
            assert page.not_before is not None
            at = max(page.not_before, at + timedelta(minutes=1))
    asked = sum(request.path.endswith("/search") for request in server.requests)
    assert 50 < asked <= 100
    assert server.refused == 0
    server.recover()
    watch.read(at)
    assert len(watch.found) == published


def test_a_watch_that_is_read_each_minute_searches_no_more_often(server: YouTubeServer) -> None:
    watch = watching(server, "acme", channels=[REVIEWS])
    for minute in range(120):
        watch.read(NOW + timedelta(minutes=minute))
    assert server.searches == 6
    assert server.units == 120


def test_searches_of_somebody_else_with_the_key_end_ours_until_midnight() -> None:
    with YouTubeServer(searches_per_day=0) as server:
        server.publish(clip(0, "A review", 500), said("1", "acme", 5))
        watch = watching(server, "acme", videos=[CLIP])
        page = watch.read()
        assert (watch.texts, page.not_before) == (["acme"], None)
        for hour in range(1, 19):
            watch.read(NOW + timedelta(hours=hour))
        assert server.searches == 1
        alone = watching(server, "acme")
        with pytest.raises(RateLimitedError) as caught:
            alone.read()
        assert caught.value.retry_at == datetime(2026, 5, 5, 7, 0, tzinfo=UTC)


def test_a_spent_quota_is_obeyed_and_nothing_is_lost() -> None:
    with YouTubeServer(units_per_day=3) as server:
        server.publish(clip(0, "A review", 500))
        server.publish(*(said(f"{n}", f"acme {n}", 60 + n / 60) for n in range(450)))
        watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
        page = watch.read()
        assert len(page.mentions) == 300
        assert page.not_before == datetime(2026, 5, 5, 7, 0, tzinfo=UTC)
        server.begin_day()
        watch.read(page.not_before)
        assert len(watch.found) == 450
        assert server.refused == 1


def test_the_rest_of_a_storm_that_can_no_longer_be_asked_for_is_told(
    server: YouTubeServer,
) -> None:
    server.publish(*(said(f"{n}", f"acme {n}", 60 + n / 60) for n in range(1500)))
    watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
    watch.read()
    server.forget_pages()
    page = watch.read()
    assert page.faults == ("the rest of a storm can't be asked for any more",)
    assert kept_position(watch) is None


def test_a_video_without_comments_silences_no_other(server: YouTubeServer) -> None:
    server.publish(clip(1, "Quiet", 90, quiet=True), said("1", "acme again", 5))
    watch = watching(server, "acme", videos=["vid_eo-0001", CLIP], searches_per_day=0)
    assert watch.read().faults == (
        "stream 'video vid_eo-0001' was not read: gone, comments are turned off there",
    )
    assert watch.texts == ["acme again"]


def test_a_wrong_key_is_refused(server: YouTubeServer) -> None:
    for options in ({"videos": [CLIP]}, {}):
        with pytest.raises(AccessRefusedError):
            watching(server, "acme", key="another", **options).read()


def test_a_recheck_finds_what_changed_and_what_was_removed(server: YouTubeServer) -> None:
    server.publish(said("1", "acme one", 30), said("2", "acme two", 20), clip(1, "Acme", 10))
    watch = watching(server, "acme", videos=[CLIP])
    watch.read()
    kept = tuple(watch.found.values())
    server.like("Ugx000000000001", 77)
    server.remove("Ugx000000000002")
    server.remove("vid_eo-0001")
    rechecked = youtube.recheck(watch.http, watch.query, kept, NOW)
    (found,) = rechecked.found
    before = next(mention for mention in kept if mention.native_id == found.native_id)
    assert (found.engagement.likes, found.url) == (77, before.url)
    assert set(rechecked.gone) == {"Ugx000000000002", "vid_eo-0001"}


def test_replies_beyond_the_five_of_a_thread_are_read(server: YouTubeServer) -> None:
    first = said("1", "acme broke", 90)
    server.publish(
        first, *(said(f"r{n}", f"me too {n}", 80 - n, parent=first.id) for n in range(9))
    )
    watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
    watch.read()
    (asked_about,) = watch.found.values()
    assert asked_about.engagement.replies == 9
    found = youtube.replies(watch.http, watch.query, asked_about, NOW)
    assert [mention.text for mention in found] == [f"me too {n}" for n in range(8, -1, -1)]
    assert {mention.thread for mention in found} == {asked_about.thread}
    server.remove(first.id)
    with pytest.raises(SourceGoneError):
        youtube.replies(watch.http, watch.query, asked_about, NOW)


def test_comments_on_a_found_video_are_its_replies(server: YouTubeServer) -> None:
    server.publish(clip(1, "My Acme", 50), said("1", "We can help", 5, video="vid_eo-0001"))
    watch = watching(server, "acme")
    watch.read()
    (asked_about,) = watch.found.values()
    (reply,) = youtube.replies(watch.http, watch.query, asked_about, NOW)
    assert reply.text == "We can help"


def test_subscribers_are_told_in_one_request(server: YouTubeServer) -> None:
    server.set_subscribers(JO, 12)
    server.set_subscribers(OWN, None)
    watch = watching(server, "acme")
    told = youtube.profiles(watch.http, watch.query, [JO, OWN, REVIEWS], NOW)
    assert told == {JO: 12}
    assert youtube.profiles(watch.http, watch.query, [REVIEWS], NOW) == {}
    assert server.units == 2


@pytest.mark.parametrize(("kind", "fault", "error"), ANYWHERE, ids=[each[0] for each in ANYWHERE])
def test_a_server_that_misbehaves_is_told_by_class_and_recovers(
    server: YouTubeServer, kind: str, fault: Fault, error: type[SourceError]
) -> None:
    server.publish(said("1", "acme", 5))
    watch = watching(server, "acme", videos=[CLIP], searches_per_day=0)
    server.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    server.recover()
    assert len(watch.read().mentions) == 1
