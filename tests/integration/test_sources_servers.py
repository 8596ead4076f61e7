"""The stand-in servers keep to the protocols they stand in for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from workbench.servers.hackernews import HackerNewsServer, Item
from workbench.servers.mastodon import Account, MastodonServer, Status

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
JO = Account(name="jo", home="social.example", followers=40)


def ask(url: str, token: str = "") -> tuple[int, dict[str, str], Any]:
    request = Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    try:
        with urlopen(request) as answer:
            return answer.status, dict(answer.headers), json.loads(answer.read())
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), json.loads(error.read())


@pytest.fixture
def social() -> Iterator[MastodonServer]:
    with MastodonServer("social.example", tokens={"t": "acme"}, requests_in_window=50) as server:
        for minute in range(45):
            server.post(
                Status(
                    account=JO, text=f"#acme {minute}", created_at=NOW - timedelta(minutes=minute)
                )
            )
        yield server


def test_a_timeline_is_newest_first_and_pages_both_ways(social: MastodonServer) -> None:
    _, headers, first = ask(f"{social.url}/api/v1/timelines/tag/acme?limit=40")
    assert len(first) == 40
    assert first[0]["content"].startswith('<p><a href="https://social.example/tags/acme"')
    next_url = headers["Link"].split(">")[0].strip("<")
    _, _, second = ask(next_url)
    assert [len(second), second[-1]["created_at"]] == [5, "2026-05-04T11:16:00.000Z"]
    _, _, just_after = ask(
        f"{social.url}/api/v1/timelines/tag/acme?limit=2&min_id={second[-1]['id']}"
    )
    assert [each["id"] for each in just_after] == [second[-3]["id"], second[-2]["id"]]


def test_the_limit_is_told_on_every_answer_and_a_429_has_no_retry_after(
    social: MastodonServer,
) -> None:
    for left in (49, 48):
        _, headers, _ = ask(f"{social.url}/api/v2/instance")
        assert headers["X-RateLimit-Remaining"] == str(left)
    for _ in range(48):
        ask(f"{social.url}/api/v2/instance")
    code, headers, _ = ask(f"{social.url}/api/v2/instance")
    assert code == 429
    assert "Retry-After" not in headers
    assert datetime.fromisoformat(headers["X-RateLimit-Reset"]) > datetime.now(UTC)


def test_searching_finds_statuses_for_users_only(social: MastodonServer) -> None:
    assert ask(f"{social.url}/api/v2/search?q=acme&type=statuses")[2]["statuses"] == []
    found = ask(f"{social.url}/api/v2/search?q=acme&type=statuses&limit=5", "t")[2]["statuses"]
    assert len(found) == 5
    assert ask(f"{social.url}/api/v2/search?q=acme", "wrong")[0] == 401
    assert ask(f"{social.url}/api/v1/notifications")[0] == 401


def test_a_deleted_status_is_not_found(social: MastodonServer) -> None:
    posted = social.post(Status(account=JO, text="#acme oops", created_at=NOW))
    address = f"{social.url}/api/v1/statuses/{social.local_id(posted.uri)}"
    assert ask(address)[2]["uri"] == posted.uri
    social.delete(posted.uri)
    assert ask(address)[0] == 404


def test_tags_can_be_joined_needed_and_barred(social: MastodonServer) -> None:
    social.post(Status(account=JO, text="#globex #late", created_at=NOW))
    base = f"{social.url}/api/v1/timelines/tag/nothing?any[]=globex"
    assert len(ask(base)[2]) == 1
    assert len(ask(f"{base}&all[]=late")[2]) == 1
    assert len(ask(f"{base}&none[]=late")[2]) == 0


def test_the_search_of_hacker_news_forgives_filters_and_pages() -> None:
    with HackerNewsServer() as hn:
        hn.publish(
            *(
                Item(
                    id=number,
                    author="jo",
                    title=f"acme {number}",
                    created_at=NOW - timedelta(seconds=number),
                )
                for number in range(30)
            )
        )
        hn.set_karma("jo", 77)
        base = f"{hn.url}/api/v1/search_by_date"
        page = ask(f"{base}?query=acme&hitsPerPage=10&page=2")[2]
        assert [hit["objectID"] for hit in page["hits"]] == [str(n) for n in range(20, 30)]
        assert (page["nbHits"], page["nbPages"]) == (30, 3)
        newest = int(NOW.timestamp())
        filtered = ask(f"{base}?query=acme&numericFilters=created_at_i%3E{newest - 5}")[2]
        assert filtered["nbHits"] == 5
        assert ask(f"{base}?query=acmf")[2]["nbHits"] == 30
        assert ask(f"{base}?query=acmf&typoTolerance=false")[2]["nbHits"] == 0
        assert ask(f"{base}?query=acme&tags=(comment)")[2]["nbHits"] == 0
        assert ask(f"{hn.url}/api/v1/users/jo")[2]["karma"] == 77
        assert ask(f"{hn.url}/api/v1/users/nobody")[0] == 404
