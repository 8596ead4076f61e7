"""YouTube: searches are joined, spread over the day, and cost the comments nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import (
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.terms import parse_terms
from earshot.ports import Response
from earshot.sources import youtube
from earshot.sources.youtube_searching import kept_of, search_texts
from tests.unit.sources.fakes import NOW, ago, answer_json
from tests.unit.sources.youtube_answers import (
    FIRST,
    MIDNIGHT,
    VIDEO,
    Answering,
    asked,
    comment,
    iso,
    listed,
    refused,
    result,
    thread,
    video,
)


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (("acme",), ('"acme"',)),
        (("acme", '"globex corp"', "-spam"), ('"acme"|"globex corp"',)),
        (("acme", "acme phone", "globex"), ('"acme" "phone"', '"acme"|"globex"')),
        (("-spam",), ()),
        (tuple(f"brand{n:03d}xxxxxxxxxxxxxxxxxxxxx" for n in range(50)), None),
    ],
)
def test_lines_of_one_part_are_searched_together(
    lines: tuple[str, ...], texts: tuple[str, ...] | None
) -> None:
    found = search_texts(parse_terms(lines))
    assert texts is None or found == texts
    assert all(len(text) <= 400 for text in found)
    assert "|".join(found).count('"') == 2 * sum(
        len(line.wanted) for line in parse_terms(lines).lines
    )


def searching(*results: Response | SourceError, videos: object = None) -> Answering:
    details = answer_json(listed("video", video()) if videos is None else videos)
    return Answering(search=list(results), videos=[details])


FOUND = answer_json(listed("search", result(title="Nothing of it yet")))


def test_a_search_asks_for_what_it_found_in_full() -> None:
    api = searching(FOUND)
    page = youtube.fetch(api.http, asked("acme", "globex"), Cursor(), NOW)
    assert api.parameters("search") == [
        {
            "part": "snippet",
            "type": "video",
            "order": "date",
            "q": '"acme"|"globex"',
            "publishedAfter": iso(ago(days=2)),
            "maxResults": "50",
            "safeSearch": "none",
        }
    ]
    assert api.parameters("videos") == [{"part": "snippet,statistics", "id": VIDEO}]
    (mention,) = page.mentions
    assert mention.text.startswith("I returned my Acme phone")


def test_a_search_pages_back_by_time_and_overlaps_hours() -> None:
    first = listed("search", result("vid_eo-0001", 1), result("vid_eo-0002", 9), token="more")
    second = listed("search", result("vid_eo-0003", 20))
    api = searching(answer_json(first), answer_json(second))
    page = youtube.fetch(api.http, asked("acme"), Cursor(), NOW)
    before = api.parameters("search")[1]["publishedBefore"]
    assert before == iso(ago(minutes=9) + timedelta(seconds=1))
    assert page.not_before == NOW + timedelta(days=1) / 75 * 2
    api = searching(answer_json(second))
    youtube.fetch(api.http, asked("acme"), page.cursor, page.not_before)
    assert api.parameters("search")[0]["publishedAfter"] == iso(ago(minutes=1) - timedelta(hours=2))


def test_a_search_waits_for_its_turn() -> None:
    api = searching(FOUND)
    wanted = asked("acme")
    page = youtube.fetch(api.http, wanted, Cursor(), NOW)
    due_at = NOW + timedelta(days=1) / 75
    assert page.not_before == due_at
    early = youtube.fetch(api.http, wanted, page.cursor, due_at - timedelta(seconds=1))
    assert (early.unchanged, early.not_before, early.mentions) == (True, due_at, ())
    assert early.cursor == page.cursor
    youtube.fetch(api.http, wanted, early.cursor, due_at)
    assert api.resources == ["search", "videos"] * 2


def test_comments_do_not_wait_for_searches_nor_searches_lose_time_by_comments() -> None:
    threads = answer_json(listed("commentThread", thread(comment(minutes=1))))
    api = Answering(
        commentThreads=[threads],
        search=[answer_json(listed("search", result(minutes=50)))],
        videos=[answer_json(listed("video", video(minutes=50)))],
    )
    wanted = asked("acme", videos=[VIDEO])
    page = youtube.fetch(api.http, wanted, Cursor(), NOW)
    assert page.not_before is None
    for minute in range(1, 21):
        page = youtube.fetch(api.http, wanted, page.cursor, NOW + timedelta(minutes=minute))
    assert api.resources.count("commentThreads") == 21
    after = [each["publishedAfter"] for each in api.parameters("search")]
    assert after == [iso(ago(days=2)), iso(ago(minutes=50) - timedelta(hours=2))]


def test_a_spent_bucket_of_searches_leaves_the_comments_alone() -> None:
    threads = answer_json(listed("commentThread", thread(comment())))
    spent = refused(429, "rateLimitExceeded", quota_unit="1/d/{project}")
    api = Answering(commentThreads=[threads], search=[spent])
    wanted = asked("acme", videos=[VIDEO])
    page = youtube.fetch(api.http, wanted, Cursor(), NOW)
    assert [m.native_id for m in page.mentions] == [FIRST]
    assert page.faults == (
        "searches were not read: rate_limited, answered 429: RATE_LIMIT_EXCEEDED, "
        "rateLimitExceeded",
    )
    assert page.not_before is None
    assert kept_of(page.cursor).search_after == MIDNIGHT
    youtube.fetch(api.http, wanted, page.cursor, MIDNIGHT - timedelta(seconds=1))
    assert api.resources.count("search") == 1


def test_a_spent_quota_stops_the_comments_until_midnight() -> None:
    api = Answering(
        commentThreads=[refused(403, "quotaExceeded")],
        search=[answer_json(listed("search"))],
    )
    page = youtube.fetch(api.http, asked("acme", videos=[VIDEO]), Cursor(), NOW)
    assert page.not_before == MIDNIGHT
    assert page.cursor.high_water_at is None


def test_failing_searches_are_paid_for_and_then_told() -> None:
    api = searching(SourceUnavailableError("slow"))
    wanted, cursor, at = asked("acme"), Cursor(), NOW
    for _ in range(2):
        page: Page = youtube.fetch(api.http, wanted, cursor, at)
        assert page.faults == ("searches were not read: unavailable, slow",)
        assert page.not_before == at + timedelta(days=1) / 75
        cursor, at = page.cursor, page.not_before
    with pytest.raises(SourceUnavailableError):
        youtube.fetch(api.http, wanted, cursor, at)
    page = youtube.fetch(searching(FOUND).http, wanted, cursor, at)
    assert kept_of(page.cursor).lost == 0
    assert [m.native_id for m in page.mentions] == [VIDEO]


def test_one_reading_spends_no_more_than_its_share_of_searches() -> None:
    lines = tuple(f"acme product{n}" for n in range(30))
    api = searching(answer_json(listed("search")))
    page = youtube.fetch(api.http, asked(*lines), Cursor(), NOW)
    assert api.resources.count("search") == 10
    assert page.partial
    assert page.not_before == NOW + timedelta(days=1) / 75 * 10


@pytest.mark.parametrize("position", ["", "x", "[]", '{"comments":1}', '{"lost":"x"}', "1" * 5000])
def test_a_cursor_that_holds_something_else_begins_anew(position: str) -> None:
    api = searching(FOUND)
    page = youtube.fetch(api.http, asked("acme"), Cursor(position=position), NOW)
    assert len(page.mentions) == 1
