"""Streams of one source: a stream that fails takes nothing from the others, and loses nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.ports import Response
from earshot.reading.paging import Gap, Leaf, gaps_of
from earshot.reading.streams import in_turn, read_streams
from earshot.sources import hackernews, mastodon
from tests.unit.sources.fakes import NOW, ScriptedHttp, ago, answer, query, read_until
from tests.unit.sources.test_paging import Timeline

MARK = ago(minutes=5)
FLOOR = ago(minutes=15)


def minute(number: int) -> datetime:
    return NOW + timedelta(minutes=number)


def when_first(names: tuple[str, ...], wanted: str) -> datetime:
    """A minute whose reading begins with that stream."""
    return next(minute(n) for n in range(1000) if in_turn(names, minute(n))[0] == wanted)


class Streams:
    """A timeline for each stream; `failing` ones raise on their first page."""

    def __init__(self, **timelines: Timeline) -> None:
        self.timelines = timelines
        self.failing: dict[str, SourceError] = {}
        self.asked: list[str] = []
        self.not_before: datetime | None = None

    def read(self, name: str, oldest: datetime, older: str | None) -> Leaf:
        self.asked.append(name)
        if name in self.failing:
            raise self.failing[name]
        leaf = self.timelines[name].read(older)
        return Leaf(
            mentions=leaf.mentions,
            older=leaf.older,
            newest_at=leaf.newest_at,
            oldest_at=leaf.oldest_at,
            not_before=self.not_before,
        )

    def page(self, cursor: Cursor, now: datetime = NOW, page_limit: int = 10) -> Page:
        names = tuple(self.timelines)
        return read_streams(names, self.read, query(), cursor, now, page_limit=page_limit)


def ids(page: Page) -> set[int]:
    return {int(mention.native_id) for mention in page.mentions}


ERRORS: list[tuple[SourceError, str]] = [
    (AccessRefusedError("answered 403"), "access_refused, answered 403"),
    (SourceUnavailableError("answered 500"), "unavailable, answered 500"),
    (MalformedAnswerError("the body is not JSON"), "malformed, the body is not JSON"),
]


@pytest.mark.parametrize("first", ["one", "two"])
@pytest.mark.parametrize(("error", "told"), ERRORS, ids=[each[0].code for each in ERRORS])
def test_a_stream_that_fails_is_a_fault_and_the_other_counts(
    error: SourceError, told: str, first: str
) -> None:
    streams = Streams(one=Timeline(1), two=Timeline(2))
    streams.failing = {"two": error}
    page = streams.page(read_until(MARK), when_first(("one", "two"), first))
    assert ids(page) == {1}
    assert page.faults == (f"stream 'two' was not read: {told}",)
    assert page.cursor.high_water_at == ago(minutes=1)
    assert gaps_of(page.cursor.position) == {"two": Gap(None, FLOOR)}


def test_what_a_failing_stream_published_meanwhile_is_read_when_it_comes_back() -> None:
    streams = Streams(one=Timeline(), two=Timeline(295, 200, 100))
    streams.failing = {"two": SourceUnavailableError("x")}
    cursor = read_until(ago(minutes=300))
    for age in (240, 180, 120, 60):
        # The other stream goes on, and its mark leaves the floor of the failing one far behind.
        streams.timelines["one"].ages = [age]
        cursor = streams.page(cursor, ago(minutes=age - 1)).cursor
        assert gaps_of(cursor.position) == {"two": Gap(None, ago(minutes=310))}
    assert cursor.high_water_at == ago(minutes=60)
    streams.failing = {}
    page = streams.page(cursor)
    assert {295, 200, 100} <= ids(page)
    assert page.cursor.position is None
    assert page.faults == ()


def test_a_failing_stream_keeps_its_older_gap_and_the_head_it_missed() -> None:
    streams = Streams(one=Timeline(1), two=Timeline(*range(30)))
    streams.failing = {"two": SourceUnavailableError("x")}
    older = Gap("14", ago(minutes=25))
    cursor = Cursor(
        high_water_at=MARK, position=json.dumps({"two": ["14", older.floor.isoformat()]})
    )
    assert gaps_of(cursor.position) == {"two": older}
    missed = Gap("14", older.floor, MARK - timedelta(minutes=1))
    for _ in range(3):
        cursor = streams.page(cursor).cursor
        assert gaps_of(cursor.position) == {"two": missed}
    streams.failing = {}
    page = streams.page(cursor)
    assert ids(page) >= {*range(7), *range(15, 26)}
    assert page.cursor.position is None


@pytest.mark.parametrize("retry_at", [None, NOW + timedelta(minutes=5)])
def test_a_rate_limit_ends_the_reading_and_keeps_what_was_read(retry_at: datetime | None) -> None:
    names = ("one", "two", "three")
    streams = Streams(one=Timeline(1), two=Timeline(2), three=Timeline(3))
    streams.failing = {"two": RateLimitedError("answered 429", retry_at)}
    page = streams.page(read_until(MARK), when_first(names, "one"))
    assert streams.asked == ["one", "two"]
    assert ids(page) == {1}
    assert page.not_before == retry_at
    assert page.faults == (
        "stream 'two' was not read: rate_limited, answered 429",
        "stream 'three' was not read: the platform's limit came before it",
    )
    assert gaps_of(page.cursor.position) == {"two": Gap(None, FLOOR), "three": Gap(None, FLOOR)}


def test_an_allowance_that_is_used_up_leaves_the_other_streams_for_later() -> None:
    streams = Streams(one=Timeline(1), two=Timeline(2))
    streams.not_before = NOW + timedelta(minutes=5)
    page = streams.page(read_until(MARK), when_first(("one", "two"), "one"))
    assert streams.asked == ["one"]
    assert page.not_before == streams.not_before
    assert gaps_of(page.cursor.position) == {"two": Gap(None, FLOOR)}


def test_a_limit_while_paging_ends_the_reading_even_without_a_time() -> None:
    streams = Streams(one=Timeline(*range(12)), two=Timeline(2))
    streams.timelines["one"].failing = {2: RateLimitedError("answered 429")}
    page = streams.page(read_until(MARK), when_first(("one", "two"), "one"))
    assert streams.asked == ["one", "one"]
    assert ids(page) == {0, 1, 2}
    assert set(gaps_of(page.cursor.position)) == {"one", "two"}


@pytest.mark.parametrize(
    ("failing", "raised"),
    [
        ({"one": AccessRefusedError("1"), "two": SourceUnavailableError("2")}, AccessRefusedError),
        ({"one": AccessRefusedError("1"), "two": RateLimitedError("2")}, RateLimitedError),
    ],
)
def test_where_no_stream_can_be_read_the_error_is_raised(
    failing: dict[str, SourceError], raised: type[SourceError]
) -> None:
    streams = Streams(one=Timeline(1), two=Timeline(2))
    streams.failing = failing
    for number in range(8):
        with pytest.raises(raised):
            streams.page(Cursor(), minute(number))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 15, 40])
@pytest.mark.parametrize("interval_minutes", [1, 3, 5, 15, 60, 120])
def test_every_stream_begins_a_reading_before_long(count: int, interval_minutes: int) -> None:
    names = [str(number) for number in range(count)]
    begun = set()
    for turn in range(12 * count):
        ordered = in_turn(names, minute(turn * interval_minutes))
        assert sorted(ordered) == sorted(names)
        begun.add(ordered[0])
    assert begun == set(names)
    assert in_turn([], NOW) == []


BUDGET_REQUESTS = 116
"""35 seconds at 0.3 s a request."""
LINES = tuple(f"lumo{number}" for number in range(15))


class BusySearch(ScriptedHttp):
    """Ten full pages for every line of terms, and time for `BUDGET_REQUESTS` of them."""

    def __init__(self) -> None:
        super().__init__()
        self.left = BUDGET_REQUESTS

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        self.left -= 1
        if self.left < 0:
            raise SourceUnavailableError("the time was spent")
        asked = parse_qs(urlsplit(url).query)
        word = asked["query"][0].strip('"')
        since, _, until = asked["numericFilters"][0].partition(",created_at_i<=")
        start = int(NOW.timestamp())
        newest = min(int(until or start), start)
        # A hit each 20 seconds, for as long as ten pages take.
        times = [
            at
            for at in range(newest - newest % 20, newest - 2000, -20)
            if start - at <= 20_000 and at >= int(since.rpartition("=")[2])
        ]
        hits = [
            {
                "objectID": f"{LINES.index(word)}{at}",
                "author": "jo",
                "comment_text": f"{word} broke",
                "created_at_i": at,
                "story_id": 1,
            }
            for at in times
        ]
        return answer(json.dumps({"hits": hits}), url=url)


@pytest.mark.parametrize("interval_minutes", [1, 5, 15])
def test_a_budget_that_ends_before_the_last_line_starves_none(interval_minutes: int) -> None:
    cursor = Cursor()
    found: dict[str, set[str]] = {line: set() for line in LINES}
    for turn in range(6):
        asked = query(*LINES, since=ago(hours=5))
        page = hackernews.fetch(BusySearch(), asked, cursor, minute(turn * interval_minutes))
        cursor = page.cursor
        assert page.mentions
        if turn == 0:
            assert 11 <= len({mention.text for mention in page.mentions}) <= 12
            assert any("unavailable" in fault for fault in page.faults)
        for mention in page.mentions:
            found[mention.text.partition(" ")[0]].add(mention.native_id)
    start = int(NOW.timestamp())
    whole = len(range(start - start % 20, start - 18_000 - 1, -20))
    assert {line: len(read) for line, read in found.items()} == dict.fromkeys(LINES, whole)
    assert cursor.position is None


def statuses(url: str) -> Response:
    text = next(part for part in ("search", "notifications", "tag") if part in url)
    status = {
        "id": "1",
        "uri": f"https://home.example/users/jo/statuses/{text}",
        "url": f"https://home.example/@jo/{text}",
        "created_at": ago(minutes=1).isoformat(),
        "content": f"acme {text}",
        "account": {"id": "7", "acct": "jo@home.example", "url": "https://home.example/@jo"},
    }
    listed: object = [status]
    if text == "search":
        listed = {"statuses": [status]}
    elif text == "notifications":
        listed = [{"id": "9", "type": "mention", "status": status}]
    return answer(json.dumps(listed), url=url)


def except_for(part: str, code: int, **headers: str) -> Callable[[str], Response]:
    return lambda url: (
        answer(status=code, url=url, headers=headers) if part in url else statuses(url)
    )


SIGNED_IN = query("acme", host="social.example", token="t0p")
MASTODON_STREAMS = ("tag acme", 'search "acme"', "mentions")


@pytest.mark.parametrize("first", MASTODON_STREAMS)
@pytest.mark.parametrize(
    ("part", "name"),
    [("/tag/", "tag acme"), ("/search", 'search "acme"'), ("/notifications", "mentions")],
)
@pytest.mark.parametrize(
    ("code", "told"),
    [
        (401, "access_refused"),
        (403, "access_refused"),
        (422, "access_refused"),
        (404, "gone"),
        (500, "unavailable"),
        (400, "malformed"),
    ],
)
def test_one_stream_of_mastodon_fails_while_the_others_answer(
    first: str, part: str, name: str, code: int, told: str
) -> None:
    at = when_first(MASTODON_STREAMS, first)
    http = ScriptedHttp(except_for(part, code))
    page = mastodon.fetch(http, SIGNED_IN, Cursor(), at)
    others = {"tag", "search", "notifications"} - {part.strip("/")}
    assert {mention.text for mention in page.mentions} == {f"acme {each}" for each in others}
    (fault,) = page.faults
    assert fault.startswith(f"stream {name!r} was not read: {told}, answered {code}")
    assert gaps_of(page.cursor.position) == {name: Gap(None, SIGNED_IN.since)}
    back = mastodon.fetch(ScriptedHttp(statuses), SIGNED_IN, page.cursor, at)
    assert f"acme {part.strip('/')}" in {mention.text for mention in back.mentions}
    assert (back.cursor.position, back.faults) == (None, ())


def test_mastodons_limit_in_a_later_stream_keeps_what_was_read() -> None:
    at = when_first(MASTODON_STREAMS, "tag acme")
    reset = at + timedelta(minutes=5)
    http = ScriptedHttp(except_for("/search", 429, **{"x-ratelimit-reset": reset.isoformat()}))
    page = mastodon.fetch(http, SIGNED_IN, Cursor(), at)
    assert [mention.text for mention in page.mentions] == ["acme tag"]
    assert page.not_before == reset
    assert len(http.asked) == 2
    assert set(gaps_of(page.cursor.position)) == {'search "acme"', "mentions"}


@pytest.mark.parametrize(
    ("code", "told"), [(403, "access_refused"), (500, "unavailable"), (400, "malformed")]
)
@pytest.mark.parametrize("first", ['"acme"', '"globex"'])
def test_one_line_of_hacker_news_fails_while_the_other_answers(
    first: str, code: int, told: str
) -> None:
    hit = {
        "objectID": "1",
        "author": "jo",
        "comment_text": "acme and globex",
        "created_at_i": int(ago(minutes=1).timestamp()),
    }

    def by_line(url: str) -> Response:
        if "globex" in url:
            return answer(status=code, url=url)
        return answer(json.dumps({"hits": [hit]}), url=url)

    asked = query("acme", "globex")
    at = when_first(('"acme"', '"globex"'), first)
    page = hackernews.fetch(ScriptedHttp(by_line), asked, read_until(MARK), at)
    assert [mention.native_id for mention in page.mentions] == ["1"]
    assert len(page.faults) == 1
    assert told in page.faults[0]
    assert "globex" in page.faults[0]
    assert gaps_of(page.cursor.position) == {'"globex"': Gap(None, FLOOR)}
