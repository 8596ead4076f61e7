"""Webhooks: who may send, and what the JSON of others says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

from api.sent import SentAuthor, SentEngagement, SentMention
from earshot.domain.address import digest_of
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    MisconfiguredSourceError,
    SourceError,
)
from earshot.domain.mention import Mention
from earshot.domain.plain import to_plain
from earshot.sources import webhook
from earshot.sources.contract import Parsed
from earshot.sources.webhook_shape import JmesPath
from tests.unit.sources.fakes import answer, query, read_until

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# The example of the specification, and another.
SECRET, OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
TEXT = "The lamp broke after a week."


def parsed(document: Any) -> Parsed:
    return webhook.parse(answer(json.dumps(document)), NOW)


def received(document: Any, delivery: str = "msg_1", **shape: str) -> tuple[Mention, ...]:
    options: dict[str, object] = {"name": "crm", "shape": shape} if shape else {"name": "crm"}
    return webhook.received(json.dumps(document).encode(), delivery, options, NOW).mentions


# ------------------------------------------------------------------ signatures


def signed(
    body: str, secret: str = SECRET, at: datetime = NOW, id_: str = "msg_1"
) -> dict[str, str]:
    return {
        "webhook-id": id_,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(id_, at, body),
    }


@pytest.mark.parametrize("late_seconds", [-299, 0, 299])
@pytest.mark.parametrize("body", ["", "{}", '{"text": "Não funciona 💥"}'])
def test_a_signature_of_now_is_taken(body: str, late_seconds: int) -> None:
    with time_machine.travel(NOW, tick=False):
        headers = signed(body, at=NOW + timedelta(seconds=late_seconds))
        assert webhook.verify(body.encode(), headers, SECRET) == "msg_1"


def test_one_of_several_secrets_and_signatures_is_enough() -> None:
    with time_machine.travel(NOW, tick=False):
        headers = signed("{}")
        assert webhook.verify(b"{}", headers, f"{OTHER} {SECRET}") == "msg_1"
        headers["webhook-signature"] = f"v1a,eA== v1,eA== {headers['webhook-signature']}"
        assert webhook.verify(b"{}", headers, SECRET) == "msg_1"


GOOD = signed("{}")


@pytest.mark.parametrize(
    ("headers", "body", "secrets"),
    [
        ({}, b"{}", SECRET),
        ({**GOOD, "webhook-id": ""}, b"{}", SECRET),
        ({**GOOD, "webhook-id": "msg_2"}, b"{}", SECRET),
        ({**GOOD, "webhook-id": "m" * 5_000}, b"{}", SECRET),
        ({**GOOD, "webhook-timestamp": "now"}, b"{}", SECRET),
        ({**GOOD, "webhook-timestamp": "nan"}, b"{}", SECRET),
        ({**GOOD, "webhook-timestamp": "1" * 400}, b"{}", SECRET),
        ({**GOOD, "webhook-signature": "v1"}, b"{}", SECRET),
        ({**GOOD, "webhook-signature": "v1,a,b"}, b"{}", SECRET),
        ({**GOOD, "webhook-signature": "v1,%%%"}, b"{}", SECRET),
        ({**GOOD, "webhook-signature": "v2," + GOOD["webhook-signature"][3:]}, b"{}", SECRET),
        (GOOD, b"{} ", SECRET),
        (GOOD, b"\xff", SECRET),
        (GOOD, b"{}", OTHER),
        (GOOD, b"{}", None),
        (GOOD, b"{}", ""),
        (GOOD, b"{}", "whsec_"),
        (GOOD, b"{}", "whsec_a"),
        (signed("{}", at=NOW - timedelta(seconds=301)), b"{}", SECRET),
        (signed("{}", at=NOW + timedelta(seconds=301)), b"{}", SECRET),
        # Who knows what stands in for a missing secret has not the secret of a webhook.
        (signed("{}", secret="whsec_" + "A" * 43 + "="), b"{}", None),
    ],
)
def test_anything_else_is_refused(
    headers: dict[str, str], body: bytes, secrets: str | None
) -> None:
    with time_machine.travel(NOW, tick=False), pytest.raises(AccessRefusedError):
        webhook.verify(body, headers, secrets)


# ------------------------------------------------------------------ the documented shape

WHOLE = {
    "id": "r-7",
    "url": "https://shop.example/reviews/7",
    "title": "Never again",
    "text": TEXT,
    "author": {"id": "u-1", "name": "Ana", "followers": 12},
    "created_at": "2026-03-01T10:00:00+01:00",
    "edited_at": "2026-03-01T12:00:00Z",
    "language": "en-GB",
    "thread": "t-1",
    "in_reply_to": "r-6",
    "engagement": {"likes": 3, "replies": 2, "reposts": 1},
}


def test_every_field_of_the_documented_shape_is_read() -> None:
    (mention,) = parsed(WHOLE).mentions
    assert (mention.source, mention.native_id) == ("webhook", "r-7")
    assert mention.url == "https://shop.example/reviews/7"
    assert mention.text == f"Never again\n\n{TEXT}"
    assert (mention.author.id, mention.author.name) == ("u-1", "Ana")
    assert mention.author.followers == 12
    assert mention.created_at.isoformat() == "2026-03-01T09:00:00+00:00"
    assert mention.edited_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (mention.language, mention.thread, mention.in_reply_to) == ("en", "t-1", "r-6")
    assert mention.engagement.total == 6


def test_what_the_api_documents_is_what_is_read() -> None:
    author = SentAuthor(id="u-1", name="Ana", followers=12)
    engagement = SentEngagement(likes=3, replies=2, reposts=1)
    sent = SentMention(**{**WHOLE, "author": author, "engagement": engagement})  # type: ignore[arg-type]
    assert to_plain(sent) == WHOLE
    assert set(SentMention.__dataclass_fields__) == set(WHOLE)


@pytest.mark.parametrize(
    "document",
    [
        {"text": TEXT},
        [{"text": TEXT}],
        {"mentions": [{"text": TEXT}]},
        {"type": "review.created", "timestamp": "2026-03-01T00:00:00Z", "data": {"text": TEXT}},
        {"type": "reviews.created", "data": [{"text": TEXT}]},
        {"type": "reviews.created", "data": {"mentions": [{"text": TEXT}]}},
    ],
)
def test_one_mention_comes_alone_in_a_list_or_in_an_event(document: Any) -> None:
    (mention,) = parsed(document).mentions
    assert mention.text == TEXT
    assert mention.date_guessed is ("timestamp" not in document)


@pytest.mark.parametrize(
    ("created_at", "expected"),
    [
        (1772355600, "2026-03-01T09:00:00+00:00"),
        (1772355600123, "2026-03-01T09:00:00.123000+00:00"),
        ("2026-03-01T09:00:00", "2026-03-01T09:00:00+00:00"),
    ],
)
def test_dates_are_iso_or_epoch(created_at: Any, expected: str) -> None:
    (mention,) = parsed({"text": TEXT, "created_at": created_at}).mentions
    assert mention.created_at.isoformat() == expected


@pytest.mark.parametrize("created_at", [None, "yesterday", "9999-01-01T00:00:00Z", 1e300, True, []])
def test_a_date_that_cannot_be_is_a_guess(created_at: Any) -> None:
    (mention,) = parsed({"text": TEXT, "created_at": created_at}).mentions
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


@pytest.mark.parametrize(
    ("author", "id_", "name"),
    [
        ("Ana", "Ana", "Ana"),
        ({"name": "Ana"}, "Ana", "Ana"),
        ({"id": 17, "name": "Ana"}, "17", "Ana"),
        ({"id": "ana@post.example", "name": "Ana"}, digest_of("ana@post.example"), "Ana"),
        ("Ana <ana@post.example>", digest_of("ana@post.example"), "Ana"),
        ("ana@post.example", digest_of("ana@post.example"), "ana"),
        (None, "unknown/7", ""),
        (["Ana"], "unknown/7", ""),
    ],
)
def test_an_author_is_named_without_an_address(author: Any, id_: str, name: str) -> None:
    (mention,) = parsed({"id": 7, "text": TEXT, "author": author}).mentions
    assert mention.author.id == id_
    assert mention.author.name == name


def test_markup_in_a_text_is_no_text() -> None:
    (mention,) = parsed({"text": "<p>Bad &amp; <b>late</b></p><script>x()</script>"}).mentions
    assert mention.text == "Bad & late"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x.example", 7, None])
def test_an_address_is_on_the_web_or_none(url: Any) -> None:
    assert parsed({"text": TEXT, "url": url}).mentions[0].url == ""


def test_one_bad_entry_is_a_fault_and_stops_no_other() -> None:
    found = parsed([{"text": TEXT}, {"foo": "bar"}, 7, {"text": "More."}])
    assert [mention.text for mention in found.mentions] == [TEXT, "More."]
    assert found.faults == ("entry 1: no text", "entry 2: no object")


def test_too_many_at_once_are_refused() -> None:
    with pytest.raises(MalformedAnswerError, match="at most 100"):
        parsed([{"text": TEXT}] * 101)


# ------------------------------------------------------------------ ids


def test_what_a_delivery_without_ids_tells_has_the_deliverys() -> None:
    mentions = received([{"text": "One."}, {"text": "Two."}])
    assert [each.native_id for each in mentions] == ["crm/msg_1/0", "crm/msg_1/1"]
    assert [each.id for each in received([{"text": "One."}, {"text": "Two."}])] == [
        each.id for each in mentions
    ]
    assert received([{"text": "One."}], delivery="msg_2")[0].id != mentions[0].id


def test_a_mention_of_the_same_id_is_the_same_in_any_delivery() -> None:
    assert received(WHOLE)[0].id == received(WHOLE, delivery="msg_2")[0].id


def test_two_webhooks_may_count_the_same_numbers() -> None:
    (mention,) = received(WHOLE)
    assert (mention.native_id, mention.thread) == ("crm/r-7", "crm/t-1")
    assert (mention.in_reply_to, mention.author.id) == ("crm/r-6", "crm/u-1")


def test_nothing_to_read_is_told_to_the_sender() -> None:
    with pytest.raises(MalformedAnswerError, match="entry 0: no text"):
        received({"foo": "bar"})
    assert received([]) == ()


# ------------------------------------------------------------------ others' shapes

FOREIGN = {
    "event": "review",
    "items": [
        {"kind": "rating", "stars": 5},
        {
            "kind": "review",
            "review": {"uid": 991, "headline": "Never again", "comment": TEXT, "stars": 1},
            "consumer": {"display": "Ana", "key": "c-1"},
            "when": "2026-03-01T09:00:00Z",
        },
    ],
}
SHAPE = {
    "mentions": "items[?kind=='review']",
    "id": "review.uid",
    "title": "review.headline",
    "text": "join(' ', [review.comment, '(1 star)'])",
    "author_id": "consumer.key",
    "author_name": "consumer.display",
    "created_at": "when",
}


def test_another_shape_is_read_by_its_expressions() -> None:
    (mention,) = received(FOREIGN, **SHAPE)
    assert mention.native_id == "crm/991"
    assert mention.text == f"Never again\n\n{TEXT} (1 star)"
    assert (mention.author.id, mention.author.name) == ("crm/c-1", "Ana")
    assert mention.created_at.isoformat() == "2026-03-01T09:00:00+00:00"


def test_what_a_shape_leaves_out_has_its_documented_name() -> None:
    (mention,) = received({"body": TEXT, **{"id": 7}}, text="body")
    assert (mention.native_id, mention.text) == ("crm/7", TEXT)


def test_an_event_that_a_shape_does_not_want_is_no_fault() -> None:
    assert received({"items": [{"kind": "rating"}]}, **SHAPE) == ()
    assert received({"other": 1}, **SHAPE) == ()


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"items": [{"kind": "review", "review": 7}]}, "JMESPathTypeError"),
        ({"items": [{"kind": "review", "review": {"comment": 7}}]}, "JMESPathTypeError"),
    ],
)
def test_what_an_expression_cannot_work_on_is_a_fault(document: Any, fault: str) -> None:
    with pytest.raises(MalformedAnswerError, match=fault):
        received(document, **SHAPE)


@pytest.mark.parametrize(
    "expression", ["id", "a.b[0].c", "items[?kind=='review'] | [0]", "join(' ', [a, b])", "@"]
)
def test_an_expression_is_taken(expression: str) -> None:
    assert JmesPath().read(expression) == expression


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("", "write a JMESPath expression"),
        (7, "write a JMESPath expression"),
        ("a" * 301, "1 to 300 characters"),
        ("a\nb", "on one line"),
        ("a[", "no JMESPath"),
        ("a..b", "no JMESPath"),
        ("a ^ b", "no JMESPath"),
        ("(" * 300, "no JMESPath"),
        ("shout(a)", "no function 'shout'"),
        ("items[?length(shout(a)) > `1`]", "no function 'shout'"),
    ],
)
def test_an_expression_that_cannot_work_is_named(expression: Any, problem: str) -> None:
    with pytest.raises(ValueError, match="JMESPath") as caught:
        JmesPath().read(expression)
    assert problem in str(caught.value)


# ------------------------------------------------------------------ hostile JSON

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
fields = st.sampled_from(sorted(WHOLE))


@given(json_values, st.dictionaries(fields, json_values), st.sampled_from([{}, SHAPE]))
def test_any_json_is_read_or_refused(
    document: Any, entry: dict[str, Any], shape: dict[str, str]
) -> None:
    for each in (document, entry, {"type": "x", "timestamp": document, "data": entry}, [entry]):
        try:
            received(each, **shape)
            parsed(each)
        except SourceError:
            continue


@given(st.binary())
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        webhook.parse(answer(body), NOW)
    except SourceError:
        return


@pytest.mark.parametrize("body", ["[" * 100_000, '{"data":' * 50_000, "1" * 10_000])
def test_nesting_and_numbers_beyond_reason_are_refused(body: str) -> None:
    with pytest.raises(MalformedAnswerError):
        webhook.parse(answer(body), NOW)


def test_there_is_nothing_to_poll() -> None:
    with pytest.raises(MisconfiguredSourceError):
        webhook.fetch(None, query(), read_until(NOW), NOW)  # type: ignore[arg-type]
