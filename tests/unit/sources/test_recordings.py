"""What real servers answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import io
import json
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import MalformedAnswerError, SourceError
from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.sources import registry
from tests.unit.sources.fakes import ScriptedHttp, query

SHARED = Path(os.environ.get("EARSHOT_SHARED", "../shared"))
PAYLOADS = SHARED / "payloads"
SLOWEST_SECONDS = 2.0
NOW = datetime(2030, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def files(pattern: str) -> list[Path]:
    found = sorted(PAYLOADS.glob(pattern))
    return [path for path in found if path.is_file() and path.name != "PROVENANCE.md"]


def name(path: Path) -> str:
    return path.relative_to(PAYLOADS).as_posix()


def bare(path: Path) -> Response:
    """A recorded body with the headers that its own leading comment asks for."""
    body = path.read_bytes()
    headers = {
        key.decode().lower(): value.decode("latin-1").strip()
        for key, value in re.findall(rb"Header:\s*([\w-]+):\s*(.*)", body[:2000])
    }
    return Response(200, headers, body, "https://site.example/feed")


def exchanges(path: Path) -> Iterator[Response]:
    for exchange in json.loads(path.read_text())["exchanges"]:
        if exchange["request"]["method"] == "GET":
            answer = exchange["response"]
            headers = {key.lower(): value for key, value in answer["headers"]}
            url = exchange["request"]["url"]
            yield Response(answer["status"], headers, answer["body"].encode(), url)


def readable(mention: Mention) -> None:
    """What must hold for any mention, wherever it comes from."""
    assert mention.native_id
    assert mention.author.id
    assert mention.created_at.tzinfo is not None
    assert mention.created_at <= NOW
    assert not re.search(r"</?(?:p|br|script|a|div|img|span|iframe|object)\b", mention.text)
    assert "&amp;" not in mention.text
    mention.text.encode()


FEED_FILES = [
    *files("feeds/*"),
    *files("reddit/*.xml"),
    *files("youtube/*.xml"),
    *files("stackexchange/*.xml"),
    *files("discourse/*.rss"),
]


@pytest.mark.parametrize("path", FEED_FILES, ids=name)
def test_every_entry_of_a_recorded_feed_is_a_mention(path: Path) -> None:
    parsed = registry.load("feeds").parse(bare(path), NOW)
    assert len(parsed.mentions) == entries_in(path)
    assert parsed.faults == ()
    assert len({mention.id for mention in parsed.mentions}) == len(parsed.mentions)
    for mention in parsed.mentions:
        readable(mention)
        assert mention.text
        assert mention.url.startswith("http")
        assert not mention.url.startswith("https://www.google.com/url")
        assert not mention.date_guessed


def entries_in(path: Path) -> int:
    """Counted without any parser: by the elements' opening tags, or the JSON's own list."""
    if path.suffix == ".json":
        return len(json.loads(path.read_bytes())["items"])
    return len(re.findall(rb"<(?:\w+:)?(?:item|entry)[\s>]", path.read_bytes()))


def a_feed(file: str) -> tuple[Mention, ...]:
    path = PAYLOADS / file
    return registry.load("feeds").parse(bare(path), NOW).mentions


def test_fields_of_a_google_alert_are_as_a_person_reads_them() -> None:
    first = a_feed("feeds/google_alerts_atom.xml")[0]
    assert first.native_id == "tag:google.com,2013:googlealerts/feed:8974135267215335962"
    assert first.url.startswith("https://www.aglobalmarketresearch.com/report-offers-")
    assert first.text.startswith("Report offers Prediction of Automotive Slack Market")
    assert first.created_at.isoformat() == "2019-07-10T11:53:37+00:00"


def test_fields_of_a_reddit_feed_are_as_a_person_reads_them() -> None:
    first = a_feed("reddit/subreddit_2022_atom_excerpt.xml")[0]
    assert (first.native_id, first.author.name) == ("t3_shueto", "/u/KasaneTeto_")
    assert first.url == "https://www.reddit.com/r/thinkpad/comments/shueto/_/"
    assert first.created_at.isoformat() == "2022-02-01T13:00:44+00:00"


def test_fields_of_a_channels_feed_are_as_a_person_reads_them() -> None:
    first = a_feed("youtube/channel_uploads_feed.atom.xml")[0]
    assert (first.native_id, first.author.name) == ("yt:video:5shykyfmb28", "Google")
    assert first.url == "http://www.youtube.com/watch?v=5shykyfmb28"
    assert first.text.startswith("The Google app: Questions Title\n\nA question is the most")


def test_fields_of_a_newspapers_feed_are_as_a_person_reads_them() -> None:
    first = a_feed("feeds/encoding.rss")[0]
    assert first.text.startswith("Mãe de utente é a nova presidente da Raríssimas\n\nSónia")
    assert (first.language, first.created_at.isoformat()) == ("pt", "2018-01-03T13:47:00+00:00")


TORTURE_FILES = [*files("feeds-torture/*"), *files("feeds-torture/synthetic/*")]
NOT_FEEDS = {"empty.xml", "html_not_feed.html", "gzip_bomb_note.txt"}


@pytest.mark.parametrize("path", TORTURE_FILES, ids=name)
def test_a_tortured_feed_is_read_or_refused_and_never_slow(path: Path) -> None:
    started_at = time.perf_counter()
    try:
        parsed = registry.load("feeds").parse(bare(path), NOW)
    except SourceError as error:
        assert isinstance(error, MalformedAnswerError)
        assert path.name in NOT_FEEDS
        return
    finally:
        assert time.perf_counter() - started_at < SLOWEST_SECONDS
    assert path.name not in NOT_FEEDS
    for mention in parsed.mentions:
        readable(mention)
        assert "root:" not in mention.text
        assert not re.search(r"alert\(|var str|@import|onmouse", mention.text)


def test_a_safe_description_is_all_that_is_left_of_an_unsafe_one() -> None:
    left = {
        mention.text
        for path in files("feeds-torture/wellformed__sanitize__*")
        if b"safe description" in path.read_bytes().split(b"-->")[-1]
        for mention in registry.load("feeds").parse(bare(path), NOW).mentions
    }
    assert left in (set(), {"safe description"})


@pytest.mark.parametrize("path", TORTURE_FILES, ids=name)
def test_a_tortured_feed_has_as_many_entries_as_its_makers_parser_finds(path: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    if path.parent.name == "synthetic" or path.suffix == ".json":
        pytest.skip("made against that parser, or nothing for it")
    found = feedparser.parse(
        io.BytesIO(path.read_bytes()), sanitize_html=False, resolve_relative_uris=False
    )
    parsed = registry.load("feeds").parse(bare(path), NOW)
    assert len(parsed.mentions) + len(parsed.faults) == len(found.entries)


@pytest.mark.parametrize("path", files("mastodon/*.exchanges.json"), ids=name)
def test_every_public_status_of_a_recording_is_a_mention(path: Path) -> None:
    source = registry.load("mastodon")
    listing = [each for each in exchanges(path) if source.lists_mentions(each.url)]
    assert listing
    for response in listing:
        parsed = source.parse(response, NOW)
        expected = [status for status in statuses_in(response) if not status["reblog"]]
        assert parsed.faults == ()
        assert [mention.native_id for mention in parsed.mentions] == [s["uri"] for s in expected]
        for mention, status in zip(parsed.mentions, expected, strict=True):
            readable(mention)
            assert mention.url == status["url"]
            assert mention.author.followers == status["account"]["followers_count"]
            assert mention.engagement.likes == status["favourites_count"]
            assert mention.in_reply_to == status["in_reply_to_id"]
            assert mention.author.name.count("@") == 1


def statuses_in(response: Response) -> list[dict[str, Any]]:
    document = json.loads(response.body)
    items = document["statuses"] if isinstance(document, dict) else document
    return [item.get("status", item) for item in items]


@pytest.mark.parametrize("path", files("mastodon/hashtag_paged*"), ids=name)
def test_a_recorded_timeline_is_read_page_by_page(path: Path) -> None:
    pages = list(exchanges(path))
    last = Response(200, {}, b"[]", pages[-1].url)
    http = ScriptedHttp(*pages, last)
    asked = query(host="mastodon.social", tags=["ichbinhanna"], since=LONG_AGO)
    page = registry.load("mastodon").fetch(http, asked, Cursor(), NOW)
    listed = [status["uri"] for each in pages for status in statuses_in(each)]
    assert {mention.native_id for mention in page.mentions} <= set(listed)
    assert len(page.mentions) > 40
    oldest_ids = [json.loads(each.body)[-1]["id"] for each in pages]
    assert [http.parameters(number).get("max_id") for number in (0, 1, 2)] == [None, *oldest_ids]


HITS = [
    (entry["url"], entry["reply"])
    for path in files("hackernews/*.json")
    for entry in json.loads(path.read_text())
]


@pytest.mark.parametrize(("url", "reply"), HITS, ids=[url for url, _ in HITS])
def test_every_recorded_hit_is_a_mention(url: str, reply: dict[str, Any]) -> None:
    source = registry.load("hackernews")
    response = Response(200, {}, json.dumps(reply).encode(), url)
    if not source.lists_mentions(url):
        with pytest.raises(MalformedAnswerError):
            source.parse(response, NOW)
        return
    parsed = source.parse(response, NOW)
    assert parsed.faults == ()
    for mention, hit in zip(parsed.mentions, reply["hits"], strict=True):
        readable(mention)
        assert mention.native_id == hit["objectID"]
        assert mention.author.id == hit["author"]
        assert int(mention.created_at.timestamp()) == hit["created_at_i"]
        assert mention.engagement.likes == (hit["points"] or 0)
        assert mention.thread == str(hit["story_id"] or hit["objectID"])
