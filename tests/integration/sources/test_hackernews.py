"""What became of items of Hacker News, and what was answered to them, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from earshot.adapters.http import SafeHttp
from earshot.domain.cursor import Cursor, Query
from earshot.domain.errors import RateLimitedError, SourceError, SourceGoneError
from earshot.domain.mention import Mention
from earshot.sources import hackernews
from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.loopback import Fault, Reply, status

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def item(number: int, text: str, parent: int | None = None, author: str = "jo") -> Item:
    at = NOW - timedelta(minutes=60 - number % 60)
    if parent is None:
        return Item(id=number, author=author, created_at=at, title=text)
    return Item(id=number, author=author, created_at=at, text=text, story_id=1, parent_id=parent)


@pytest.fixture
def hn() -> Iterator[HackerNewsServer]:
    with HackerNewsServer() as server:
        server.publish(
            item(1, "Acme raises prices"),
            item(2, "acme never answers", 1),
            item(3, "We do: write to us", 2, "acme_support"),
            item(4, "acme did not", 3),
            item(5, "another subject", 1),
        )
        yield server
        assert server.refused == 0


@pytest.fixture
def http(hn: HackerNewsServer) -> SafeHttp:
    return SafeHttp(contact="x", private_hosts=frozenset({hn.host}), total_seconds=3)


@pytest.fixture
def query(hn: HackerNewsServer) -> Query:
    since = NOW - timedelta(days=2)
    return Query(terms=("acme",), languages=("en",), options={"base_url": hn.url}, since=since)


@pytest.fixture
def found(http: SafeHttp, query: Query) -> dict[str, Mention]:
    page = hackernews.fetch(http, query, Cursor(), NOW)
    return {mention.native_id: mention for mention in page.mentions}


def test_edits_and_deletions_are_told(
    hn: HackerNewsServer, http: SafeHttp, query: Query, found: dict[str, Mention]
) -> None:
    assert sorted(found) == ["1", "2", "4"]
    hn.edit(2, "acme answered at last")
    hn.remove(4)
    became = hackernews.recheck(http, query, tuple(found.values()), NOW)
    assert {each.native_id: each.text for each in became.found} == {
        "1": "Acme raises prices",
        "2": "acme answered at last",
    }
    assert became.gone == ("4",)


def test_what_was_killed_is_neither_there_nor_gone(
    hn: HackerNewsServer, http: SafeHttp, query: Query, found: dict[str, Mention]
) -> None:
    hn.kill(2)
    became = hackernews.recheck(http, query, [found["2"]], NOW)
    assert (became.found, became.gone) == ((), ())


def test_answers_are_found_below_what_was_said(
    hn: HackerNewsServer, http: SafeHttp, query: Query, found: dict[str, Mention]
) -> None:
    hn.remove(3)
    below = hackernews.replies(http, query, found["2"], NOW)
    assert [(each.native_id, each.in_reply_to) for each in below] == [("4", "3")]
    everything = hackernews.replies(http, query, found["1"], NOW)
    assert sorted(each.native_id for each in everything) == ["2", "4", "5"]
    hn.remove(2)
    with pytest.raises(SourceGoneError):
        hackernews.replies(http, query, found["2"], NOW)


def test_a_storys_thousand_newest_comments_are_read_in_two_requests(
    hn: HackerNewsServer, http: SafeHttp, query: Query, found: dict[str, Mention]
) -> None:
    hn.publish(*(item(number, f"comment {number}", 1) for number in range(100, 1300)))
    asked_before = len(hn.requests)
    assert len(hackernews.replies(http, query, found["1"], NOW)) == 1000
    assert len(hn.requests) - asked_before == 2


def test_the_allowance_is_refused_without_a_word() -> None:
    with HackerNewsServer(requests_in_window=0) as server:
        http = SafeHttp(contact="x", private_hosts=frozenset({server.host}), total_seconds=3)
        since = NOW - timedelta(days=2)
        asked = Query(terms=(), languages=(), options={"base_url": server.url}, since=since)
        with pytest.raises(RateLimitedError) as caught:
            hackernews.fetch(http, asked, Cursor(), NOW)
        assert caught.value.retry_at == NOW + timedelta(seconds=hackernews.BLOCKED_SECONDS)
        assert server.refused == 1


HTML = Reply(200, b"<!doctype html>", {"Content-Type": "text/html"})


@pytest.mark.parametrize(
    "fault",
    [status(403), status(500), Fault(reply=HTML), Fault(cut=True), Fault(hang_up=True)],
    ids=["403", "500", "a page", "cut", "hang up"],
)
def test_trouble_is_never_taken_for_a_deletion(
    hn: HackerNewsServer,
    http: SafeHttp,
    query: Query,
    found: dict[str, Mention],
    fault: Fault,
) -> None:
    hn.fail_always(fault)
    with pytest.raises(SourceError):
        hackernews.recheck(http, query, [found["2"]], NOW)
    with pytest.raises(SourceError):
        hackernews.replies(http, query, found["2"], NOW)
    # Also not where the search does not list it, and only the look at it goes wrong.
    hn.recover()
    hn.kill(2)
    hn.fail_next(Fault(), status(502))
    with pytest.raises(SourceError):
        hackernews.recheck(http, query, [found["2"]], NOW)
