"""What Reddit answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from earshot.domain.mention import Mention
from earshot.ports import Response
from earshot.sources import reddit

RECORDINGS = Path(os.environ.get("EARSHOT_SHARED", "../shared")) / "payloads" / "reddit"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not RECORDINGS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def answers(file: str) -> Iterator[Response]:
    for exchange in json.loads((RECORDINGS / file).read_text())["exchanges"]:
        if exchange["request"]["method"] == "GET":
            answer = exchange["response"]
            headers = {key.lower(): value for key, value in answer["headers"]}
            url = exchange["request"]["url"]
            yield Response(answer["status"], headers, answer["body"].encode(), url)


def mentions_in(file: str) -> list[Mention]:
    listing = [each for each in answers(file) if reddit.lists_mentions(each.url)]
    parsed = [reddit.parse(each, NOW) for each in listing]
    assert all(each.faults == () for each in parsed)
    return [mention for each in parsed for mention in each.mentions]


@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("search_r_all.exchanges.json", 6),
        ("inbox_mentions_2025.exchanges.json", 16),
        ("user_about_karma.exchanges.json", 0),
        ("forbidden_403_2025.exchanges.json", 0),
    ],
)
def test_every_recorded_thing_is_a_mention(file: str, count: int) -> None:
    mentions = mentions_in(file)
    assert len({mention.id for mention in mentions}) == len(mentions) == count
    for mention in mentions:
        assert mention.url.startswith("https://www.reddit.com/r/")
        assert "?" not in mention.url
        assert mention.text
        assert "&amp;" not in mention.text
        assert not mention.date_guessed


def test_every_file_that_is_no_feed_is_looked_at() -> None:
    recorded = {path.name for path in RECORDINGS.glob("*.json")}
    assert recorded == {
        "search_r_all.exchanges.json",
        "inbox_mentions_2025.exchanges.json",
        "user_about_karma.exchanges.json",
        "forbidden_403_2025.exchanges.json",
    }


def test_fields_of_a_recorded_post_are_as_a_person_reads_them() -> None:
    first = mentions_in("search_r_all.exchanges.json")[0]
    assert (first.native_id, first.author.name) == ("t3_3gpbiu", "dClauzel")
    assert first.text.startswith(
        "[PRAW][OAuth2Util] Problem using get_banned() : raise Forbidden(_raw=response)\n\n# solved"
    )
    assert first.url.endswith(
        "/r/redditdev/comments/3gpbiu/prawoauth2util_problem_using_get_banned_raise/"
    )
    assert (first.thread, first.in_reply_to) == ("t3_3gpbiu", None)


def test_fields_of_a_recorded_comment_are_as_a_person_reads_them() -> None:
    first = mentions_in("inbox_mentions_2025.exchanges.json")[0]
    assert (first.native_id, first.author.name) == ("t1_ekftbox", "2Botter2Loop")
    assert first.created_at.isoformat() == "2019-04-09T01:45:08+00:00"
    assert (first.thread, first.in_reply_to) == ("t3_bb24k7", "t3_bb24k7")
    assert (first.engagement.likes, first.engagement.replies) == (1, 0)


def test_recorded_limits_leave_us_alone() -> None:
    (answer,) = answers("inbox_mentions_2025.exchanges.json")
    assert reddit.limits(answer, NOW) is None
    spent = Response(200, {**answer.headers, "x-ratelimit-remaining": "0.0"}, b"", answer.url)
    assert reddit.limits(spent, NOW) == NOW + timedelta(seconds=53)
