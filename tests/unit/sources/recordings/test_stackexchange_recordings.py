"""What Stack Exchange's servers answered, read as a person would list it.

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
from earshot.sources import stackexchange

SHARED = Path(os.environ.get("EARSHOT_SHARED", "../shared"))
PAYLOADS = SHARED / "payloads/stackexchange"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def recorded(name: str) -> Response:
    return Response(200, {}, (PAYLOADS / name).read_bytes(), "")


PAGES = ["stackexchange_question_page.json", "stackexchange_question_backoff_page.json"]


@pytest.mark.parametrize("name", PAGES)
def test_every_question_is_listed_with_its_answers_and_comments(name: str) -> None:
    response = recorded(name)
    parsed = stackexchange.parse(response, NOW)
    items = json.loads(response.body)["items"]
    listed = [("q", item["question_id"], item) for item in items]
    listed += [("a", each["answer_id"], each) for item in items for each in item["answers"]]
    listed += [
        ("posts/comments", each["comment_id"], each) for item in items for each in item["comments"]
    ]
    assert parsed.faults == ()
    assert len(parsed.mentions) == len(listed) == 6
    by_id = {mention.native_id: mention for mention in parsed.mentions}
    for path, number, item in listed:
        mention = by_id[f"stackoverflow.com/{path}/{number}"]
        owner = item["owner"]
        assert mention.author.id == f"stackoverflow.com/users/{owner['user_id']}"
        assert mention.author.name == owner["display_name"]
        assert mention.author.followers is None
        assert mention.thread == "stackoverflow.com/q/1"
        assert mention.in_reply_to == (None if path == "q" else "stackoverflow.com/q/1")
        assert not mention.date_guessed
    first = by_id["stackoverflow.com/q/1"]
    assert first.engagement.replies == items[0]["answer_count"] + items[0]["comment_count"] == 2


def test_a_recorded_backoff_is_obeyed() -> None:
    waits = [stackexchange.limits(recorded(name), NOW) for name in PAGES]
    assert waits[0] is None
    assert waits[1] is not None
    assert 2 <= (waits[1] - NOW).total_seconds() < 3


def test_a_recorded_feed_lists_a_question_and_its_answer() -> None:
    parsed = stackexchange.parse(recorded("stackoverflow_tag_feed.atom.xml"), NOW)
    question, answer = parsed.mentions
    assert parsed.faults == ()
    assert (question.native_id, answer.native_id) == (
        "stackoverflow.com/q/28509965",
        "stackoverflow.com/a/28842733",
    )
    assert answer.in_reply_to == answer.thread == question.native_id
    assert (question.author.id, answer.author.id) == (
        "stackoverflow.com/users/212343",
        "stackoverflow.com/users/302898",
    )
    assert (question.engagement.likes, answer.engagement.likes) == (93, 158)
    assert question.created_at == datetime(2015, 2, 13, 22, 39, 34, tzinfo=UTC)
    assert question.text.startswith('Setuptools "development" Requirements\n\nTL;DR: Is there')


def test_no_recording_is_left_out() -> None:
    read = {*PAGES, "stackoverflow_tag_feed.atom.xml", "PROVENANCE.md"}
    for path in PAYLOADS.iterdir():
        if path.name not in read:
            assert stackexchange.parse(recorded(path.name), NOW).mentions
