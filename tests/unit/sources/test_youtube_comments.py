"""YouTube: what is asked about comments, and how refusals are told apart."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.ports import Response
from earshot.sources import youtube
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, answer_json, query, read_until
from tests.unit.sources.youtube_answers import (
    CHANNEL,
    FIRST,
    MIDNIGHT,
    REPLY,
    VIDEO,
    Answering,
    asked,
    comment,
    listed,
    refused,
    result,
    thread,
    video,
)


@pytest.mark.parametrize(
    ("response", "error", "retry_at"),
    [
        (refused(403, "quotaExceeded"), RateLimitedError, MIDNIGHT),
        (refused(403, "dailyLimitExceeded"), RateLimitedError, MIDNIGHT),
        (refused(429, "quotaExceeded"), RateLimitedError, MIDNIGHT),
        (
            refused(429, "rateLimitExceeded", quota_unit="1/d/{project}"),
            RateLimitedError,
            MIDNIGHT,
        ),
        (
            refused(429, "rateLimitExceeded", quota_limit="SearchQueriesPerDayPerProject"),
            RateLimitedError,
            MIDNIGHT,
        ),
        (
            refused(429, "rateLimitExceeded", quota_unit="1/min/{project}"),
            RateLimitedError,
            NOW + timedelta(seconds=60),
        ),
        (refused(403, "userRateLimitExceeded"), RateLimitedError, NOW + timedelta(seconds=60)),
        (answer(status=429), RateLimitedError, NOW + timedelta(seconds=60)),
        (
            answer(status=429, headers={"retry-after": "7"}),
            RateLimitedError,
            NOW + timedelta(seconds=7),
        ),
        (answer(status=503), RateLimitedError, None),
        (refused(400, "keyInvalid"), AccessRefusedError, None),
        (refused(403, "accessNotConfigured"), AccessRefusedError, None),
        (refused(403, "forbidden"), AccessRefusedError, None),
        (refused(403), AccessRefusedError, None),
        (answer("<html>", 403), AccessRefusedError, None),
        (refused(403, "commentsDisabled"), SourceGoneError, None),
        (refused(404, "videoNotFound"), SourceGoneError, None),
        (refused(400, "processingFailure"), MalformedAnswerError, None),
        (refused(500, "quotaExceeded"), SourceUnavailableError, None),
    ],
)
def test_refusals_are_told_apart_by_their_codes(
    response: Response, error: type[SourceError], retry_at: datetime | None
) -> None:
    http = ScriptedHttp(response)
    with pytest.raises(error) as caught:
        youtube.fetch(http, asked("acme", videos=[VIDEO], searches_per_day=0), Cursor(), NOW)
    assert getattr(caught.value, "retry_at", None) == retry_at
    assert type(caught.value) is error


def test_a_key_that_the_common_front_refuses_is_refused() -> None:
    details = [{"reason": "API_KEY_INVALID"}]
    body = {"error": {"errors": [{"reason": "badRequest"}], "details": details}}
    with pytest.raises(AccessRefusedError) as caught:
        youtube.fetch(
            ScriptedHttp(answer_json(body, 400)), asked("acme", videos=[VIDEO]), Cursor(), NOW
        )
    assert "API_KEY_INVALID" in str(caught.value)


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        ("2026-05-04T06:59:00+00:00", "2026-05-04T07:00:00+00:00"),
        ("2026-05-04T07:00:00+00:00", "2026-05-05T07:00:00+00:00"),
        ("2026-03-08T09:00:00+00:00", "2026-03-09T07:00:00+00:00"),
        ("2026-11-01T08:00:00+00:00", "2026-11-02T08:00:00+00:00"),
    ],
    ids=["a minute before", "at midnight", "a day of 23 hours", "a day of 25 hours"],
)
def test_a_spent_day_ends_at_midnight_pacific(now: str, midnight: str) -> None:
    at = datetime.fromisoformat(now)
    assert youtube.limits(refused(403, "quotaExceeded"), at) == datetime.fromisoformat(midnight)


def test_the_key_goes_into_a_header_and_into_no_address() -> None:
    api = Answering(
        commentThreads=[answer_json(listed("commentThread"))],
        search=[answer_json(listed("search", result()))],
        videos=[answer_json(listed("video", video()))],
    )
    youtube.fetch(api.http, asked("acme", videos=[VIDEO]), Cursor(), NOW)
    assert api.resources == ["commentThreads", "search", "videos"]
    for url, headers in api.http.asked:
        assert headers["X-Goog-Api-Key"] == "a-k3y"
        assert "k3y" not in url


def test_comments_are_asked_for_by_channel_and_video() -> None:
    other = "UC" + "c" * 22
    api = Answering(commentThreads=[answer_json(listed("commentThread"))])
    options = {"videos": [VIDEO], "channels": [other], "own_channels": [CHANNEL]}
    youtube.fetch(api.http, asked("acme", searches_per_day=0, **options), Cursor(), NOW)
    asked_for = api.parameters("commentThreads")
    assert {each.get("videoId") for each in asked_for} == {VIDEO, None}
    assert {each.get("allThreadsRelatedToChannelId") for each in asked_for} == {
        CHANNEL,
        other,
        None,
    }
    for each in asked_for:
        assert (each["order"], each["maxResults"], each["textFormat"]) == (
            "time",
            "100",
            "plainText",
        )
        assert each["part"] == "snippet,replies"


def test_on_the_brands_own_channel_all_counts_but_exclusions() -> None:
    threads = answer_json(
        listed(
            "commentThread",
            thread(comment("UgxAAAAAAAAAAA", textDisplay="Mine broke too")),
            thread(comment("UgxBBBBBBBBBBB", textDisplay="buy my spam")),
            thread(comment("UgxCCCCCCCCCCC", textDisplay="acme, really?")),
        )
    )

    def found(**options: object) -> list[str]:
        api = Answering(commentThreads=[threads])
        wanted = asked("acme", "-spam", searches_per_day=0, **options)
        return sorted(m.text for m in youtube.fetch(api.http, wanted, Cursor(), NOW).mentions)

    assert found(own_channels=[CHANNEL]) == ["Mine broke too", "acme, really?"]
    assert found(channels=[CHANNEL]) == ["acme, really?"]
    assert found(channels=[CHANNEL], own_channels=[CHANNEL]) == found(own_channels=[CHANNEL])


def test_threads_are_read_back_to_the_overlap_by_their_first_comments() -> None:
    fresh_reply = comment(REPLY, 1, textDisplay="acme replied")
    first = listed("commentThread", thread(comment(minutes=5)), token="page-2")
    second = listed(
        "commentThread", thread(comment("UgxOlderOlderOlder", 30), fresh_reply), token="page-3"
    )
    api = Answering(commentThreads=[answer_json(first), answer_json(second)])
    page = youtube.fetch(
        api.http,
        asked("acme", videos=[VIDEO], searches_per_day=0),
        read_until(ago(minutes=4)),
        NOW,
    )
    # A cursor that never was ours: the reading goes back as far as a first one.
    assert {m.native_id for m in page.mentions} >= {FIRST, REPLY}
    api = Answering(commentThreads=[answer_json(first), answer_json(second)])
    again = youtube.fetch(
        api.http, asked("acme", videos=[VIDEO], searches_per_day=0), page.cursor, NOW
    )
    assert [each.get("pageToken") for each in api.parameters("commentThreads")] == [None, "page-2"]
    assert [m.native_id for m in again.mentions] == [REPLY, FIRST]
    assert again.cursor.high_water_at == ago(minutes=5)


def test_a_page_that_can_no_longer_be_asked_for_ends_its_gap() -> None:
    pages = [
        listed("commentThread", thread(comment(f"UgxStorm{n:012d}", 1 + n)), token=f"page-{n + 1}")
        for n in range(10)
    ]
    api = Answering(commentThreads=[answer_json(page) for page in pages])
    wanted = asked("acme", videos=[VIDEO], searches_per_day=0)
    page = youtube.fetch(api.http, wanted, Cursor(), NOW)
    assert page.partial
    gone = Answering(
        commentThreads=[
            answer_json(listed("commentThread", thread(comment(minutes=1)))),
            refused(400, "invalidPageToken"),
        ]
    )
    page = youtube.fetch(gone.http, wanted, page.cursor, NOW)
    assert page.faults == ("the rest of a storm can't be asked for any more",)
    assert not page.partial


@pytest.mark.parametrize(
    "kind", [listed("channel"), listed("video", video()), {"kind": "youtube#video"}]
)
def test_an_answer_to_another_question_is_not_taken_for_nothing_new(kind: object) -> None:
    api = Answering(commentThreads=[answer_json(kind)])
    with pytest.raises(MalformedAnswerError):
        youtube.fetch(api.http, asked("acme", videos=[VIDEO], searches_per_day=0), Cursor(), NOW)


def test_nothing_is_asked_without_a_key_or_something_to_read() -> None:
    http = ScriptedHttp(answer_json({}))
    for wanted in (query("acme"), asked("acme", searches_per_day=0), asked("-spam")):
        with pytest.raises(MisconfiguredSourceError):
            youtube.fetch(http, wanted, Cursor(), NOW)
    assert http.asked == []
