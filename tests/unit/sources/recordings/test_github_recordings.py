"""What GitHub really answered, read as a person would list it.

The recordings are other people's and not part of the project: EARSHOT_SHARED names the folder that
has them in `payloads/`; without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from earshot.domain.cursor import Cursor
from earshot.domain.errors import MalformedAnswerError, RateLimitedError
from earshot.ports import Response
from earshot.sources import github
from tests.unit.sources.fakes import ScriptedHttp, query

SHARED = Path(os.environ.get("EARSHOT_SHARED", "../shared"))
PAYLOADS = SHARED / "payloads" / "github"
NOW = datetime(2030, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def exchanges(name: str) -> list[Response]:
    recording = json.loads((PAYLOADS / f"{name}.exchanges.json").read_text())
    return [
        Response(
            each["response"]["status"],
            {key.lower(): value for key, value in each["response"]["headers"]},
            each["response"]["body"].encode(),
            each["request"]["url"],
        )
        for each in recording["exchanges"]
    ]


def test_every_result_of_a_search_is_a_mention() -> None:
    (response,) = exchanges("search_issues")
    assert github.lists_mentions(response.url)
    items: list[dict[str, Any]] = json.loads(response.body)["items"]
    result = github.parse(response, NOW)
    assert (len(result.mentions), result.faults) == (30, ())
    for mention, item in zip(result.mentions, items, strict=True):
        assert mention.native_id == item["url"].removeprefix("https://api.github.com/repos/")
        assert mention.url == item["html_url"]
        assert mention.author.id == item["user"]["login"]
        assert mention.created_at == datetime.fromisoformat(item["created_at"])
        assert mention.engagement.replies == item["comments"]
        assert mention.text.startswith(" ".join(item["title"].split()))
        assert (mention.thread, mention.in_reply_to) == (mention.native_id, None)
    assert github.limits(response, NOW) is None


def test_comments_without_an_issues_address_answer_the_issue_that_was_asked() -> None:
    (response,) = exchanges("issue_comments_since")
    assert github.lists_mentions(response.url)
    first, second = github.parse(response, NOW).mentions
    assert first.native_id == "PyGithub/PyGithub/issues/comments/5449237"
    assert first.url == "https://github.com/PyGithub/PyGithub/issues/28#issuecomment-5449237"
    assert first.in_reply_to == second.thread == "PyGithub/PyGithub/issues/28"
    assert (first.author.name, second.author.name) == ("jacquev6", "roskakori")
    assert first.created_at.isoformat() == "2012-05-01T22:03:59+00:00"
    assert first.text.startswith("Thank you for the suggestion.")
    assert first.edited_at is None


def test_an_answer_about_a_repository_lists_nothing() -> None:
    (response,) = exchanges("conditional_304")
    assert not github.lists_mentions(response.url)
    assert github.limits(response, NOW) is None


def test_an_unchanged_answer_to_a_conditional_request_is_no_error() -> None:
    (response,) = exchanges("conditional_304")
    tags = '{"comments octo/app": "1", "issues octo/app": "2"}'
    http = ScriptedHttp(response)
    page = github.fetch(http, query("x", repositories=["octo/app"]), Cursor(etag=tags), NOW)
    assert (page.unchanged, page.faults) == (True, ())


def test_a_user_has_followers_and_the_last_request_is_told() -> None:
    allowed, refused = exchanges("rate_limit_exceeded_403")
    assert not github.lists_mentions(allowed.url)
    assert github.profiles(ScriptedHttp(allowed), query(), ["jacquev6"], NOW) == {"jacquev6": 27}
    assert github.limits(allowed, NOW) == NOW + timedelta(seconds=60)
    with pytest.raises(RateLimitedError):
        github.profiles(ScriptedHttp(refused), query(), ["jacquev6"], NOW)


def test_a_refusal_for_abuse_lists_nothing() -> None:
    body = (PAYLOADS / "abuse_rate_limit.json").read_bytes()
    with pytest.raises(MalformedAnswerError):
        github.parse(Response(200, {}, body, ""), NOW)
