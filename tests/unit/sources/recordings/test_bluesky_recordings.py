"""What Bluesky really answered, read as a person would list it.

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

from earshot.domain.asking import Session
from earshot.domain.cursor import Cursor
from earshot.domain.errors import AccessRefusedError, MalformedAnswerError
from earshot.ports import Response
from earshot.sources import bluesky
from tests.unit.sources.fakes import ScriptedHttp, query

PAYLOADS = Path(os.environ.get("EARSHOT_SHARED", "../shared")) / "payloads" / "bluesky"
NOW = datetime(2025, 5, 22, 16, 30, tzinfo=UTC)
SESSION = Session(token="t", expires_at=NOW + timedelta(hours=1))

pytestmark = pytest.mark.skipif(
    not PAYLOADS.is_dir(), reason="no recordings: EARSHOT_SHARED names no folder with payloads"
)


def recorded(name: str) -> Response:
    """The only exchange of a recording."""
    (exchange,) = json.loads((PAYLOADS / f"{name}.exchanges.json").read_text())["exchanges"]
    answer = exchange["response"]
    headers = {key.lower(): value for key, value in answer["headers"]}
    return Response(answer["status"], headers, answer["body"].encode(), exchange["request"]["url"])


def body(response: Response) -> Any:
    return json.loads(response.body)


def test_every_recording_is_looked_at() -> None:
    assert {path.name.partition(".")[0] for path in PAYLOADS.glob("*.json")} == {
        "createSession_401",
        "createSession_ok",
        "getProfiles",
        "searchPosts",
    }


def test_every_post_of_the_search_is_a_mention() -> None:
    response = recorded("searchPosts")
    assert bluesky.lists_mentions(response.url)
    parsed = bluesky.parse(response, NOW)
    assert (len(parsed.mentions), parsed.faults) == (25, ())
    for mention, post in zip(parsed.mentions, body(response)["posts"], strict=True):
        record = post["record"]
        assert mention.native_id == post["uri"]
        assert mention.url.endswith("/post/" + post["uri"].rpartition("/")[2])
        assert (mention.author.id, mention.author.name) == (
            post["author"]["did"],
            post["author"]["handle"],
        )
        assert mention.text.split() == record["text"].split()
        assert mention.language == (record["langs"][0][:2] if "langs" in record else None)
        assert mention.created_at == datetime.fromisoformat(record["createdAt"])
        assert not mention.date_guessed
        counted = mention.engagement
        assert (counted.likes, counted.replies, counted.reposts) == (
            post["likeCount"],
            post["replyCount"],
            post["repostCount"],
        )
        reply = record.get("reply")
        assert mention.in_reply_to == (reply["parent"]["uri"] if reply else None)
        assert mention.thread == (reply["root"]["uri"] if reply else post["uri"])


def test_the_recorded_search_is_as_a_person_reads_it() -> None:
    mentions = bluesky.parse(recorded("searchPosts"), NOW).mentions
    first, third = mentions[0], mentions[2]
    assert first.author.name == "socpaperbot.bsky.social"
    assert first.text.startswith("Ends Versus Means: Public Opinion on Congressional")
    assert (first.language, first.created_at.isoformat(timespec="seconds")) == (
        None,
        "2025-05-19T17:10:09+00:00",
    )
    assert (third.language, third.thread == mentions[3].native_id) == ("en", True)
    assert sum(mention.language is None for mention in mentions) == 4


def test_the_recorded_search_is_paged_by_time() -> None:
    response = recorded("searchPosts")
    http = ScriptedHttp(response, Response(200, {}, b'{"posts": []}', ""))
    wanted = query("redistricting", since=NOW - timedelta(days=9), session=SESSION, identifier="x")
    page = bluesky.fetch(http, wanted, Cursor(), NOW)
    dates = [post["record"]["createdAt"] for post in body(response)["posts"]]
    until = datetime.fromisoformat(http.parameters(1)["until"])
    oldest = min(datetime.fromisoformat(date) for date in dates)
    assert oldest < until <= oldest + timedelta(seconds=5)
    assert len(page.mentions) == sum(
        "redistricting" in post["record"]["text"].lower() for post in body(response)["posts"]
    )


def test_the_recorded_limits_are_far_from_spent() -> None:
    response = recorded("searchPosts")
    assert bluesky.limits(response, NOW) is None
    spent = {**response.headers, "ratelimit-remaining": "0"}
    before = datetime(2025, 5, 19, 17, 41, 36, tzinfo=UTC)
    not_before = bluesky.limits(Response(200, spent, b"", ""), before)
    assert not_before == datetime.fromtimestamp(1747676784, UTC)


def test_the_recorded_profile_tells_its_followers() -> None:
    response = recorded("getProfiles")
    did = "did:plc:wpe35pganb6d4pg4ekmfy6u5"
    wanted = query(session=SESSION, identifier="x")
    assert bluesky.profiles(ScriptedHttp(response), wanted, [did], NOW) == {did: 554}
    assert not bluesky.lists_mentions(response.url)
    with pytest.raises(MalformedAnswerError):
        bluesky.parse(response, NOW)


def test_the_recorded_session_names_the_accounts_host() -> None:
    response = recorded("createSession_ok")
    restored = body(response) | {"accessJwt": "a.b.c", "refreshJwt": "d.e.f"}
    whole = Response(200, response.headers, json.dumps(restored).encode(), response.url)
    wanted = query(identifier="x", app_password="pw")
    session = bluesky.sign_in(ScriptedHttp(whole), wanted, None, NOW)
    assert session.place == "https://puffball.us-east.host.bsky.network"
    # The recording's tokens were taken out.
    with pytest.raises(MalformedAnswerError):
        bluesky.sign_in(ScriptedHttp(response), wanted, None, NOW)


def test_the_recorded_refusal_is_one() -> None:
    wanted = query(identifier="x", app_password="pw")
    with pytest.raises(AccessRefusedError):
        bluesky.sign_in(ScriptedHttp(recorded("createSession_401")), wanted, None, NOW)
