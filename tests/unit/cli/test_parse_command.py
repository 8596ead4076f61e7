"""`earshot parse`: recorded answers in, mentions out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import main

LISTING = "https://hn.algolia.com/api/v1/search_by_date?query=acme"


def hit(number: int, **changed: Any) -> dict[str, Any]:
    return {
        "objectID": str(number),
        "author": "pat",
        "comment_text": f"acme lost parcel <i>{number}</i>",
        "created_at_i": 1_770_000_000 + number,
        "story_id": 7,
        "parent_id": 7,
        "points": None,
        "num_comments": None,
        "_tags": ["comment", "author_pat", "story_7"],
    } | changed


def body(*hits: dict[str, Any]) -> str:
    return json.dumps({"hits": hits, "nbHits": len(hits), "page": 0, "nbPages": 1})


def exchange(answer: Any, **changed: Any) -> dict[str, Any]:
    method, url = changed.get("method", "GET"), changed.get("url", LISTING)
    return {
        "recorded_at": "",
        "request": {"method": method, "url": url, "headers": [], "body": None},
        "response": {"status": changed.get("status", 200), "headers": [["X", "1"]], "body": answer},
    }


def recording(*exchanges: Any) -> str:
    return json.dumps({"format": "http-exchanges/1", "source": {}, "exchanges": exchanges})


def parse(folder: Path, content: str, source: str = "hackernews") -> Result:
    file = folder / "recorded.json"
    file.write_text(content, "utf-8")
    return CliRunner().invoke(main, ["parse", source, str(file)])


def native_ids(result: Result) -> list[str]:
    return [json.loads(line)["native_id"] for line in result.stdout.splitlines()]


def test_a_bare_answer_is_written_as_people_script_against_it(tmp_path: Path) -> None:
    result = parse(tmp_path, body(hit(1)))

    assert (result.exit_code, result.stderr) == (0, "")
    mention = json.loads(result.stdout)
    assert mention["source"] == "hackernews"
    assert mention["native_id"] == "1"
    assert mention["url"] == "https://news.ycombinator.com/item?id=1"
    assert mention["text"] == "acme lost parcel 1"
    assert mention["created_at"] == "2026-02-02T02:40:01+00:00"
    assert mention["author"] == {"id": "pat", "name": "pat", "followers": None}
    assert mention["engagement"] == {"likes": 0, "replies": 0, "reposts": 0}
    assert set(mention) == {
        *("id", "source", "native_id", "url", "author", "text", "language"),
        *("created_at", "engagement", "in_reply_to"),
    }


def test_of_a_recording_only_what_lists_mentions_is_read(tmp_path: Path) -> None:
    result = parse(
        tmp_path,
        recording(
            exchange("posted", method="POST"),
            exchange("{}", url="https://hn.algolia.com/api/v1/users/pat"),
            exchange(body(hit(1), hit(2))),
            exchange(body(hit(2), hit(3))),
        ),
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert native_ids(result) == ["1", "2", "3"]


def test_a_list_of_addresses_and_replies_is_a_recording_too(tmp_path: Path) -> None:
    result = parse(
        tmp_path,
        json.dumps(
            [
                {"url": "/api/v1/users/pat", "reply": {"username": "pat"}},
                {"url": "/api/v1/search?query=acme", "reply": {"hits": [hit(1)]}},
            ]
        ),
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert native_ids(result) == ["1"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    result = parse(
        tmp_path,
        recording(
            exchange("<html>"),
            exchange("slow down", status=429),
            exchange(None),
            {"request": 7},
            None,
            exchange(body(hit(1), {"objectID": None})),
        ),
    )

    assert result.exit_code == 1
    assert native_ids(result) == ["1"]
    assert "malformed" in result.stderr
    assert "answered 429" in result.stderr


@pytest.mark.parametrize(
    ("content", "source", "said"),
    [
        ("<html>", "hackernews", "malformed"),
        ("", "hackernews", "malformed"),
        ("{}", "hackernewz", "did you mean 'hackernews'?"),
        (recording(), "hackernews", "no GET exchange in this recording lists mentions"),
        ('{"format": "http-exchanges/1"}', "hackernews", "has no list of exchanges"),
    ],
)
def test_what_holds_no_mentions_is_told_in_a_sentence(
    tmp_path: Path, content: str, source: str, said: str
) -> None:
    result = parse(tmp_path, content, source)

    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["parse", "hackernews", str(tmp_path / "gone.json")])

    assert (result.exit_code, "No such file" in result.stderr) == (1, True)


FEED = (
    '<rss version="2.0"><channel><title>Acme</title><item><guid>https://a.example/1</guid>'
    "<title>acme lost my parcel</title></item></channel></rss>"
)


def test_a_platforms_feed_is_read_as_feeds_are(tmp_path: Path) -> None:
    result = parse(tmp_path, FEED)
    assert result.exit_code == 0
    assert native_ids(result) == ["https://a.example/1"]
    assert "read as `feeds` reads it" in result.stderr


def test_a_page_in_place_of_an_answer_is_no_feed(tmp_path: Path) -> None:
    result = parse(tmp_path, "<html><body>Blocked</body></html>")
    assert result.exit_code == 1
    assert "malformed" in result.stderr
