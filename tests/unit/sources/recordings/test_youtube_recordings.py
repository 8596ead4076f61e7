"""What the YouTube Data API answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from earshot.ports import Response
from earshot.sources import youtube
from earshot.sources.contract import Parsed

RECORDINGS = Path(os.environ.get("EARSHOT_SHARED", "../shared")) / "payloads" / "youtube"
NOW = datetime(2030, 1, 1, tzinfo=UTC)
COUNTS = {
    "search__search_by_keywords_p1.json": 25,
    "comment_threads__comment_threads_with_search.json": 1,
    "comment_threads__comment_threads_by_video_paged_1.json": 5,
    "comment_threads__comment_threads_all_to_me.json": 4,
    "comments__comments_by_parent_paged_1.json": 2,
    "channels__info.json": 0,
}

pytestmark = pytest.mark.skipif(
    not RECORDINGS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def parsed(file: str) -> Parsed:
    return youtube.parse(Response(200, {}, (RECORDINGS / file).read_bytes(), ""), NOW)


def test_every_file_that_is_no_feed_is_looked_at() -> None:
    assert {path.name for path in RECORDINGS.glob("*.json")} == set(COUNTS)


@pytest.mark.parametrize("file", COUNTS)
def test_every_recorded_item_is_a_mention(file: str) -> None:
    read = parsed(file)
    items = json.loads((RECORDINGS / file).read_bytes())["items"]
    assert read.faults == ()
    assert len({mention.id for mention in read.mentions}) == len(read.mentions) == COUNTS[file]
    for mention, item in zip(read.mentions, items, strict=False):
        item_id = item["id"]
        assert mention.native_id == (item_id if isinstance(item_id, str) else item_id["videoId"])
        assert mention.url.startswith("https://www.youtube.com/")
        assert mention.author.id.startswith("UC")
        assert mention.text
        assert "&amp;" not in mention.text
        assert not mention.date_guessed


def test_fields_of_a_recorded_video_are_as_a_person_reads_them() -> None:
    second = parsed("search__search_by_keywords_p1.json").mentions[1]
    assert second.text.startswith("SURFING PERFECT PIPE & BACKDOOR || SUNRISE SHACK!\n\nThis is")
    assert (second.native_id, second.author.name) == ("i2hewkFijuY", "Koa Rothman")
    assert second.url == "https://www.youtube.com/watch?v=i2hewkFijuY"
    assert second.created_at.isoformat() == "2019-12-04T16:00:08+00:00"


def test_fields_of_a_recorded_comment_are_as_a_person_reads_them() -> None:
    first, second, *_ = parsed("comment_threads__comment_threads_all_to_me.json").mentions
    assert (first.text, first.author.name) == ("Hope to go next time. yah!", "kun liu")
    assert first.author.id == "UCNvMBmCASzTNNX8lW3JRMbw"
    assert first.url == "https://www.youtube.com/watch?v=JE8xdDp5B8Q&lc=UgyWeTdgc4sc1xgmbld4AaABAg"
    assert first.created_at.isoformat() == "2019-12-01T03:36:55+00:00"
    assert (second.engagement.likes, second.in_reply_to) == (1, None)


def test_recorded_replies_name_the_comment_they_answer() -> None:
    replies = parsed("comments__comments_by_parent_paged_1.json").mentions
    assert {reply.in_reply_to for reply in replies} == {"Ugw5zYU6n9pmIgAZWvN4AaABAg"}
    assert {reply.thread for reply in replies} == {"Ugw5zYU6n9pmIgAZWvN4AaABAg"}
