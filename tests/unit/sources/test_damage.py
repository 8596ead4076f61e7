"""Whatever happens to an answer on its way, it is read or refused, and never anything else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.sources import registry
from tests.unit.sources.fakes import NOW
from tests.unit.sources.test_feed_parsing import ATOM, JSON_FEED, RSS
from tests.unit.sources.test_hackernews import COMMENT, STORY
from tests.unit.sources.test_mastodon import STATUS

FRAGMENTS = [
    *"<>\"'&\x00",
    *["]]>", "<![CDATA[", "<!--", "-->", "&#0;", "&#x110000;", "<!DOCTYPE", "<item>", "</item>"],
    *["<entry", "</rss>", "<content type='xhtml'>", 'mode="base64"', "<georss:point>1 x", "<link>"],
    *["xmlns:a='b c'", "xmlns=''", "<gml:pos>", "<source>", "<image>", "<textInput>", "<media:x>"],
    *["<pubDate>99999</pubDate>", "<updated>0000-00-00T99:99:99Z</updated>", "<link href='http://['/>"],
]  # fmt: skip
ODD = [None, True, -1, 1.5, 10**40, "", "\ud800", "<b>", [], {}, [None], {"a": 1}, "http://["]


def check(source: str, body: bytes) -> None:
    response = Response(200, {}, body, "https://site.example/api/v1/timelines/tag/x")
    try:
        parsed = registry.load(source).parse(response, NOW)
    except MalformedAnswerError:
        return
    for mention in parsed.mentions:
        words = (mention.native_id, mention.url, mention.thread, mention.in_reply_to or "")
        "".join((*words, mention.text, mention.author.id, mention.author.name)).encode()
        assert mention.native_id
        assert mention.author.id
        assert mention.engagement.total >= 0


damage = some.lists(
    some.tuples(some.floats(0, 1), some.sampled_from(FRAGMENTS), some.integers(0, 40)), max_size=12
)


@settings(max_examples=300, deadline=None)
@given(some.sampled_from([RSS, ATOM]), damage)
def test_a_damaged_feed_is_read_or_refused(body: str, wounds: list[tuple[float, str, int]]) -> None:
    for where, fragment, lost in wounds:
        at = int(where * len(body))
        body = body[:at] + fragment + body[at + lost :]
    check("feeds", body.encode())


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=400))
def test_a_body_of_any_bytes_is_read_or_refused(body: bytes) -> None:
    for source in registry.NAMES:
        check(source, body)
        check(source, b"<rss><channel><item><title>" + body)


def wounded(document: Any, draw: Any) -> Any:
    if draw(some.integers(0, 14)) == 0:
        return draw(some.sampled_from(ODD))
    if isinstance(document, dict):
        return {key: wounded(value, draw) for key, value in document.items()}
    if isinstance(document, list):
        return [wounded(value, draw) for value in document]
    return document


@settings(max_examples=300, deadline=None)
@given(
    some.sampled_from(
        [
            ("hackernews", {"hits": [COMMENT, STORY]}),
            ("mastodon", [STATUS, {"id": "1", "status": STATUS}]),
            ("feeds", JSON_FEED),
        ]
    ),
    some.data(),
)
def test_json_with_anything_in_it_is_read_or_refused(case: tuple[str, Any], data: Any) -> None:
    source, document = case
    check(source, json.dumps(wounded(document, data.draw)).encode())
