"""Reading a feed again and again: validators, moves, limits, terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.cursor import Cursor, Query
from earshot.domain.errors import (
    ConfigurationError,
    RateLimitedError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.sources import feeds
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, query

URL = "https://site.example/feed"


def rss(*titles: str, minutes_ago: int = 5) -> str:
    date = ago(minutes=minutes_ago).strftime("%a, %d %b %Y %H:%M:%S GMT")
    items = "".join(
        f"<item><title>{title}</title><guid>urn:{title}</guid><pubDate>{date}</pubDate></item>"
        for title in titles
    )
    return f"<rss version='2.0'><channel><title>c</title>{items}</channel></rss>"


def test_validators_go_back_byte_for_byte_and_304_says_nothing_is_new() -> None:
    http = ScriptedHttp(
        answer(
            rss("acme"),
            headers={"etag": 'W/"a b"', "last-modified": "Mon, 4 May 2026 8:0:0 GMT"},
        ),
        answer(status=304),
    )
    first = feeds.fetch(http, query("acme", url=URL), Cursor(), NOW)
    second = feeds.fetch(http, query("acme", url=URL), first.cursor, NOW)
    assert "If-None-Match" not in http.asked[0][1]
    assert http.asked[1][1]["If-None-Match"] == 'W/"a b"'
    assert http.asked[1][1]["If-Modified-Since"] == "Mon, 4 May 2026 8:0:0 GMT"
    assert len(first.mentions) == 1
    assert not first.unchanged
    assert (second.mentions, second.unchanged, second.cursor) == ((), True, first.cursor)


def test_a_feed_without_validators_that_did_not_change_is_unchanged() -> None:
    http = ScriptedHttp(answer(rss("acme")), answer(rss("acme")), answer(rss("acme", "acme two")))
    pages = []
    cursor = Cursor()
    for _ in range(3):
        pages.append(feeds.fetch(http, query("acme", url=URL), cursor, NOW))
        cursor = pages[-1].cursor
    assert [page.unchanged for page in pages] == [False, True, False]
    assert [len(page.mentions) for page in pages] == [1, 0, 2]


def test_an_edited_text_is_a_change() -> None:
    http = ScriptedHttp(
        answer(rss("acme")), answer(rss("acme").replace("<title>acme", "<title>ACME"))
    )
    first = feeds.fetch(http, query("acme", url=URL), Cursor(), NOW)
    second = feeds.fetch(http, query("acme", url=URL), first.cursor, NOW)
    assert [mention.text for mention in second.mentions] == ["ACME"]


@pytest.mark.parametrize("changed", [query("globex", url=URL), query("acme", url=URL + "2")])
def test_other_terms_or_another_address_begin_anew(changed: Query) -> None:
    http = ScriptedHttp(
        answer(rss("acme", "globex"), headers={"etag": '"1"'}, moved_to="https://new.example/")
    )
    first = feeds.fetch(http, query("acme", url=URL), Cursor(), NOW)
    again = feeds.fetch(http, changed, first.cursor, NOW)
    assert "If-None-Match" not in http.asked[1][1]
    assert http.asked[1][0].startswith(URL)
    assert len(again.mentions) == 1


def test_a_304_that_nobody_asked_for_is_an_error() -> None:
    with pytest.raises(SourceUnavailableError):
        feeds.fetch(ScriptedHttp(answer(status=304)), query(url=URL), Cursor(), NOW)


def test_a_permanent_move_is_kept_and_used() -> None:
    http = ScriptedHttp(
        answer(rss("acme"), moved_to="https://new.example/feed"), answer(rss("acme", "acme 2"))
    )
    first = feeds.fetch(http, query(url=URL), Cursor(), NOW)
    second = feeds.fetch(http, query(url=URL), first.cursor, NOW)
    assert [url for url, _ in http.asked] == [URL, "https://new.example/feed"]
    assert first.cursor.moved_to == second.cursor.moved_to == "https://new.example/feed"


def test_a_feed_that_is_gone_or_busy_says_so() -> None:
    with pytest.raises(SourceGoneError):
        feeds.fetch(ScriptedHttp(answer(status=410)), query(url=URL), Cursor(), NOW)
    busy = ScriptedHttp(answer(status=503, headers={"retry-after": "120"}))
    with pytest.raises(RateLimitedError) as caught:
        feeds.fetch(busy, query(url=URL), Cursor(), NOW)
    assert caught.value.retry_at == NOW + timedelta(seconds=120)


def test_only_what_matches_and_is_not_too_old_is_a_mention() -> None:
    asked = replace(query("acme", "-jobs", url=URL), since=ago(minutes=10))
    page = feeds.fetch(
        ScriptedHttp(answer(rss("acme", "acme jobs", "globex"))), asked, Cursor(), NOW
    )
    assert [mention.text for mention in page.mentions] == ["acme"]
    old = feeds.fetch(ScriptedHttp(answer(rss("acme", minutes_ago=11))), asked, Cursor(), NOW)
    assert old.mentions == ()


def test_an_entry_that_appears_late_under_an_old_date_is_found() -> None:
    http = ScriptedHttp(
        answer(rss("acme", minutes_ago=1)), answer(rss("acme late", minutes_ago=90))
    )
    first = feeds.fetch(http, query("acme", url=URL), Cursor(), NOW)
    late = feeds.fetch(http, query("acme", url=URL), first.cursor, NOW)
    assert [mention.text for mention in late.mentions] == ["acme late"]
    assert late.cursor.high_water_at == first.cursor.high_water_at == ago(minutes=1)


def test_terms_are_looked_for_in_the_whole_text() -> None:
    long = rss("t").replace("</item>", f"<description>{'x ' * 9000} acme</description></item>")
    page = feeds.fetch(ScriptedHttp(answer(long)), query("acme", url=URL), Cursor(), NOW)
    assert [mention.text.endswith("acme") for mention in page.mentions] == [True]


def test_a_feed_without_an_address_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError):
        feeds.fetch(ScriptedHttp(answer()), query(), Cursor(), NOW)
