"""What real forums answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.sources import discourse
from earshot.sources.contract import Parsed
from tests.unit.sources.fakes import ScriptedHttp, query

SHARED = Path(os.environ.get("EARSHOT_SHARED", "../shared"))
PAYLOADS = SHARED / "payloads" / "discourse"
FORUM = "https://forum.example"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def recorded(name: str, path: str) -> Response:
    return Response(200, {}, (PAYLOADS / name).read_bytes(), FORUM + path)


def parsed(name: str, path: str) -> Parsed:
    return discourse.parse(recorded(name, path), NOW)


def document(name: str) -> Any:
    return json.loads((PAYLOADS / name).read_bytes())


def test_every_latest_post_is_a_mention() -> None:
    result = parsed("posts.json", "/posts.json")
    posts = document("posts.json")["latest_posts"]
    assert (len(result.mentions), result.faults) == (50, ())
    by_number = {(post["topic_id"], post["post_number"]): post["id"] for post in posts}
    for mention, post in zip(result.mentions, posts, strict=True):
        assert mention.native_id == f"forum.example/p/{post['id']}"
        assert mention.url == FORUM + post["post_url"]
        assert mention.author.name == post["username"]
        assert mention.created_at == datetime.fromisoformat(post["created_at"])
        assert mention.thread == f"forum.example/t/{post['topic_id']}"
        assert (mention.edited_at is not None) == (post["version"] > 1)
        assert mention.text
        assert not re.search(r"</?(?:p|br|a|div|img|aside|blockquote)\b", mention.text)
        assert "&amp;" not in mention.text
        parent = by_number.get((post["topic_id"], post["reply_to_post_number"]))
        if parent is not None:
            assert mention.in_reply_to == f"forum.example/p/{parent}"
        else:
            assert (mention.in_reply_to is None) == (post["reply_to_post_number"] is None)


def test_fields_of_a_latest_post_are_as_a_person_reads_them() -> None:
    first, second = parsed("posts.json", "/posts.json").mentions[:2]
    assert first.text.startswith("People Being Bad at Logic\n\nI was talking with someone about")
    assert first.created_at.isoformat() == "2026-01-21T23:29:42.524000+00:00"
    assert first.edited_at == datetime(2026, 1, 21, 23, 43, 9, 90_000, UTC)
    # Changed within the grace period: no version, no edit.
    assert second.edited_at is None


def test_a_topic_lists_its_posts_with_likes() -> None:
    result = parsed("topic_1148.json", "/t/1149.json")
    first, second = result.mentions
    assert result.faults == ()
    assert [each.native_id for each in (first, second)] == [
        "forum.example/p/18952",
        "forum.example/p/19133",
    ]
    assert first.url == f"{FORUM}/t/support-ublock-origin/1149/1"
    assert first.text.startswith("[Support] uBlock Origin\n\nThis is the new support and feedback")
    assert (first.author.name, first.engagement.likes) == ("gorhill", 6)
    assert second.edited_at == datetime(2016, 2, 1, 15, 2, 1, 162_000, UTC)


def test_a_search_of_very_old_forums_lists_topics_without_posts() -> None:
    result = parsed("search_legacy.json", "/search.json?q=test")
    assert result.mentions == ()
    assert len(result.faults) == 1


def test_a_forums_feed_is_for_feeds() -> None:
    with pytest.raises(MalformedAnswerError):
        parsed("posts.rss", "/posts.rss")


def test_latest_posts_are_read_until_there_are_no_more() -> None:
    empty = Response(200, {}, b'{"latest_posts": []}', f"{FORUM}/posts.json")
    http = ScriptedHttp(recorded("posts.json", "/posts.json"), empty)
    asked = query("logic", since=datetime(2000, 1, 1, tzinfo=UTC), url=FORUM)
    page = discourse.fetch(http, asked, Cursor(), NOW)
    assert http.asked[1][0] == f"{FORUM}/posts.json?before=20169"
    assert "forum.example/p/20218" in {mention.native_id for mention in page.mentions}
    assert 0 < len(page.mentions) < 50
