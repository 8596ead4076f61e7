"""The sources against servers that speak their real protocols, through the safe fetcher."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
)
from earshot.sources import registry
from tests.integration.sources.watching import ANYWHERE, NOW, Trouble, Watch, ago
from workbench.servers.feeds import Entry, FeedServer
from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.loopback import Fault, LoopbackServer, Reply, Request, status
from workbench.servers.mastodon import Account, MastodonServer, Status


def watching(source: str, server: LoopbackServer, *terms: str, **options: object) -> Watch:
    return Watch(registry.load(source), frozenset({server.host}), terms, options)


@pytest.fixture
def feed_server() -> Iterator[FeedServer]:
    with FeedServer() as server:
        server.create("forum", "Forum", "en-GB", "https://forum.example/")
        server.publish("forum", entry("1", "Acme broke", 30))
        yield server


@pytest.fixture
def hn() -> Iterator[HackerNewsServer]:
    with HackerNewsServer() as server:
        yield server


@pytest.fixture
def social() -> Iterator[MastodonServer]:
    with MastodonServer("social.example", tokens={"t0p": "acme"}) as server:
        yield server


def entry(name: str, title: str, minutes: float) -> Entry:
    return Entry(
        id=f"urn:{name}",
        link=f"https://forum.example/{name}",
        title=title,
        body=f"<p>All about {title}</p>",
        author="jo",
        published_at=ago(minutes),
    )


@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
def test_a_feed_is_read_once_then_unchanged_then_what_is_new(
    feed_server: FeedServer, kind: str
) -> None:
    watch = watching("feeds", feed_server, "acme", url=f"{feed_server.url}/forum.{kind}")
    (first,) = watch.read().mentions
    assert (first.native_id, first.author.name, first.language) == ("urn:1", "jo", "en")
    assert (first.url, first.created_at) == ("https://forum.example/1", ago(30))
    assert watch.read().unchanged
    assert feed_server.requests[1].headers["if-none-match"].startswith('"')
    feed_server.publish("forum", entry("2", "Acme again", 5), entry("3", "Globex", 4))
    watch.read()
    assert watch.texts == [
        "Acme broke\n\nAll about Acme broke",
        "Acme again\n\nAll about Acme again",
    ]


def test_an_edited_entry_is_handed_on_again(feed_server: FeedServer) -> None:
    watch = watching("feeds", feed_server, url=f"{feed_server.url}/forum.atom")
    before = watch.read().mentions[0]
    feed_server.edit("forum", "urn:1", "<p>Solved!</p>", ago(1))
    after = watch.read().mentions[0]
    assert (before.id, after.text, after.edited_at) == (after.id, "Acme broke\n\nSolved!", ago(1))


def test_a_feed_that_moves_is_followed_for_good(feed_server: FeedServer) -> None:
    old, new = f"{feed_server.url}/old.rss", f"{feed_server.url}/forum.rss"
    feed_server.move("/old.rss", new)
    watch = watching("feeds", feed_server, url=old)
    watch.read()
    watch.read()
    assert watch.cursor.moved_to == new
    assert [request.path for request in feed_server.requests] == [
        "/old.rss",
        "/forum.rss",
        "/forum.rss",
    ]


def test_a_feed_that_is_taken_down_is_gone(feed_server: FeedServer) -> None:
    watch = watching("feeds", feed_server, url=f"{feed_server.url}/forum.rss")
    feed_server.take_down("forum")
    with pytest.raises(SourceGoneError):
        watch.read()


def story(number: int, title: str, minutes: float) -> Item:
    return Item(id=number, author="mia", created_at=ago(minutes), title=title, points=12)


def test_hacker_news_is_searched_and_its_typos_are_dropped(hn: HackerNewsServer) -> None:
    hn.publish(
        story(1, "Acme raises prices", 30),
        story(2, "Acmeist poetry", 20),
        Item(
            id=3,
            author="jo",
            created_at=ago(10),
            text="and ACME never answers\nnever",
            story_id=1,
            parent_id=1,
        ),
    )
    watch = watching("hackernews", hn, "acme", base_url=hn.url)
    watch.read()
    assert watch.texts == ["Acme raises prices", "and ACME never answers\nnever"]
    assert {mention.thread for mention in watch.found.values()} == {"1"}


def test_a_late_hit_within_the_overlap_is_found(hn: HackerNewsServer) -> None:
    hn.publish(story(1, "acme one", 20))
    watch = watching("hackernews", hn, "acme", base_url=hn.url)
    watch.read()
    hn.publish(story(2, "acme late", 25))
    watch.read()
    assert watch.texts == ["acme late", "acme one"]


def test_a_storm_on_hacker_news_is_read_completely(hn: HackerNewsServer) -> None:
    hn.publish(*(story(number, f"acme {number}", 60 + number / 60) for number in range(2500)))
    watch = watching("hackernews", hn, "acme", base_url=hn.url)
    newest = watch.read()
    # Ten pages of a hundred, each of which begins with the last hit of the one before.
    assert len(newest.mentions) == 991
    hn.publish(story(9000, "acme now", 1))
    for _ in range(4):
        watch.read()
    assert len(watch.found) == 2501
    assert watch.cursor.position is None


JO = Account(name="jo", home="social.example", followers=40)
MIA = Account(name="mia", home="elsewhere.example", followers=9000)


def toot(text: str, minutes: float, account: Account = JO, **rest: object) -> Status:
    return Status(account=account, text=text, created_at=ago(minutes), **rest)  # type: ignore[arg-type]


def test_a_hashtag_is_read_without_a_token(social: MastodonServer) -> None:
    social.post(toot("#acme is down", 30, language="en"))
    social.post(toot("nothing about them", 20))
    social.post(toot("quiet #acme", 10, visibility="private"))
    watch = watching("mastodon", social, "acme", host="social.example", base_url=social.url)
    (mention,) = watch.read().mentions
    assert mention.text == "#acme is down"
    assert (mention.author.name, mention.author.followers) == ("jo@social.example", 40)
    assert mention.native_id.startswith("https://social.example/users/jo/statuses/")


def test_with_a_token_words_and_mentions_are_found_too(social: MastodonServer) -> None:
    social.post(toot("acme without a tag", 30))
    social.post(toot("@acme you never answer", 20))
    social.post(toot("@acme between us", 10, visibility="direct"))
    watch = watching(
        "mastodon", social, "acme", host="social.example", base_url=social.url, token="t0p"
    )
    watch.read()
    assert watch.texts == ["acme without a tag", "@acme you never answer"]


def test_a_post_seen_on_two_servers_is_one_mention(social: MastodonServer) -> None:
    with MastodonServer("elsewhere.example") as other:
        posted = other.post(toot("#acme lost my parcel", 10, MIA))
        social.receive(posted)
        found = [
            watching("mastodon", server, "acme", host="x", base_url=server.url).read().mentions[0]
            for server in (other, social)
        ]
    assert found[0].id == found[1].id
    assert found[0].author == found[1].author


class SearchlessServer(MastodonServer):
    """Refuses searches, as to a token without that scope, until told otherwise."""

    refuses_searches = True

    def take(self, request: Request) -> tuple[Reply, Fault]:
        reply, fault = super().take(request)
        if self.refuses_searches and request.path == "/api/v2/search":
            return Reply(403, b"{}"), fault
        return reply, fault


@pytest.fixture
def searchless() -> Iterator[SearchlessServer]:
    with SearchlessServer("social.example", tokens={"t0p": "acme"}) as server:
        yield server


def test_a_search_that_refuses_does_not_silence_the_hashtags(searchless: SearchlessServer) -> None:
    social = searchless
    social.post(toot("#acme is down", 30))
    social.post(toot("acme without a tag", 20))
    watch = watching(
        "mastodon", social, "acme", host="social.example", base_url=social.url, token="t0p"
    )
    for number in range(6):
        page = watch.read(NOW + timedelta(minutes=number))
        assert page.faults == (
            "stream 'search \"acme\"' was not read: access_refused, answered 403",
        )
        social.post(toot(f"#acme still down {number}", 10 - number))
    assert watch.texts == ["#acme is down", *(f"#acme still down {n}" for n in range(5))]
    social.refuses_searches = False
    # The mark has moved on, far from what only the search can find.
    page = watch.read(NOW + timedelta(minutes=6))
    assert page.faults == ()
    assert "acme without a tag" in watch.texts
    assert "#acme still down 5" in watch.texts
    assert watch.cursor.position is None


def test_an_edit_and_a_reply_are_read_as_such(social: MastodonServer) -> None:
    posted = social.post(toot("#acme is slow", 8))
    watch = watching("mastodon", social, "acme", host="x", base_url=social.url)
    watch.read()
    social.edit(posted.uri, "#acme is dead", ago(1))
    social.spread(posted.uri, favourites=30, reblogs=12)
    social.post(toot("#acme still dead", 2, reply_to=posted.uri))
    watch.read()
    assert watch.texts == ["#acme is dead", "#acme still dead"]
    root, reply = sorted(watch.found.values(), key=lambda mention: mention.created_at)
    assert (root.edited_at, root.engagement.total) == (ago(1), 42)
    assert reply.thread == root.thread == root.native_id


def test_a_storm_on_mastodon_is_read_completely(social: MastodonServer) -> None:
    for number in range(900):
        social.post(toot(f"#acme {number}", 60 + number / 60))
    watch = watching("mastodon", social, "acme", host="x", base_url=social.url)
    social.post(toot("#acme now", 1))
    for _ in range(5):
        watch.read()
    assert len(watch.found) == 901
    assert watch.cursor.position is None


def test_mastodons_limit_is_kept_and_nothing_is_lost() -> None:
    with MastodonServer("social.example", requests_in_window=4) as social:
        for number in range(200):
            social.post(toot(f"#acme {number}", 60 + number / 60))
        watch = watching("mastodon", social, "acme", host="x", base_url=social.url)
        at = datetime.now(UTC)
        page = watch.read(at)
        assert len(social.requests) == 4
        assert page.not_before is not None
        assert timedelta(minutes=4) < page.not_before - at <= timedelta(minutes=5, seconds=2)
        with pytest.raises(RateLimitedError) as caught:
            watch.read(at)
        assert caught.value.retry_at is not None
        social.reset_limit()
        watch.read(at)
    assert len(watch.found) == 200


def test_a_token_that_is_not_valid_is_refused(social: MastodonServer) -> None:
    watch = watching("mastodon", social, "acme", host="x", base_url=social.url, token="old")
    with pytest.raises(AccessRefusedError):
        watch.read()


def test_a_server_for_members_only_refuses() -> None:
    with MastodonServer("social.example", needs_sign_in=True) as social:
        watch = watching("mastodon", social, "acme", host="x", base_url=social.url)
        with pytest.raises(AccessRefusedError):
            watch.read()


FAULTS: list[Trouble] = [*ANYWHERE, ("410", status(410), SourceGoneError)]


@pytest.fixture
def watches(
    feed_server: FeedServer, hn: HackerNewsServer, social: MastodonServer
) -> Callable[[str], tuple[Watch, LoopbackServer]]:
    hn.publish(story(1, "acme", 5))
    social.post(toot("#acme", 5))

    def make(source: str) -> tuple[Watch, LoopbackServer]:
        servers: dict[str, tuple[LoopbackServer, dict[str, object]]] = {
            "feeds": (feed_server, {"url": f"{feed_server.url}/forum.rss"}),
            "hackernews": (hn, {"base_url": hn.url}),
            "mastodon": (social, {"host": "x", "base_url": social.url}),
        }
        server, options = servers[source]
        return watching(source, server, "acme", **options), server

    return make


@pytest.mark.parametrize("source", ["feeds", "hackernews", "mastodon"])
@pytest.mark.parametrize(("kind", "fault", "error"), FAULTS, ids=[each[0] for each in FAULTS])
def test_a_source_that_misbehaves_is_told_by_class_and_recovers(
    watches: Callable[[str], tuple[Watch, LoopbackServer]],
    source: str,
    kind: str,
    fault: Fault,
    error: type[SourceError],
) -> None:
    watch, server = watches(source)
    server.fail_always(fault)
    with pytest.raises(error):
        watch.read()
    assert watch.cursor == Cursor(), kind
    server.recover()
    assert len(watch.read().mentions) == 1
