"""What is done to a reply's text before it leaves, and to whom it may go."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.errors import MisconfiguredSourceError, NotFoundError, ReplyRefusedError
from earshot.domain.mention import Author
from earshot.publishers import registry
from earshot.publishers.email import recipient, subject
from earshot.publishers.mastodon import addressed, length
from earshot.publishers.posting import marker, needed_secret, part, same_words
from earshot.publishers.webhook import event
from tests.unit.publishers.examples import NOW, mention, outgoing


@pytest.mark.parametrize(
    ("text", "account", "addresses"),
    [
        ("Hello", "jo", "@jo Hello"),
        ("Hello @jo!", "jo", "Hello @jo!"),
        ("@JO hello", "jo", "@JO hello"),
        ("@joanna hello", "jo", "@jo @joanna hello"),
        ("@jo-ann hello", "jo", "@jo @jo-ann hello"),
        ("write to care@jo", "jo", "@jo write to care@jo"),
        ("@jo hello", "jo@b.example", "@jo@b.example @jo hello"),
        ("@jo@b.example hello", "jo@b.example", "@jo@b.example hello"),
        ("@jo@b.example hello", "jo", "@jo @jo@b.example hello"),
    ],
)
def test_a_status_mentions_its_reader_once(text: str, account: str, addresses: str) -> None:
    assert addressed(text, account) == addresses


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", 0),
        ("abc", 3),
        ("é👍", 2),
        ("https://a.example", 23),
        ("https://a.example/" + "x" * 200, 23),
        ("see http://a.example now", 31),
        ("@jo@b.example hi", 6),
        ("mail jo@b.example", 17),
    ],
)
def test_length_is_counted_as_mastodon_counts(text: str, counted: int) -> None:
    assert length(text) == counted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hello there", "hello  there\n", True),
        ("@jo Hello", "@jo@b.example Hello", True),
        ("Hello", "@jo Hello", True),
        ("Hello…", "Hello...", True),
        ("Hello", "Hello!", False),
        ("We are on it", "We are on that", False),
        ("", "", True),
    ],
)
def test_words_are_the_same_whatever_a_platform_does_to_spaces_and_mentions(
    one: str, other: str, same: bool
) -> None:
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    "name",
    [
        *("noreply", "no-reply", "no_reply", "no.reply", "NoReply", "donotreply", "do-not-reply"),
        *("news-noreply", "noreply+77", "noreply-alerts", "neverreply", "nao-responda"),
        *("naoresponda", "no-responder", "noresponder", "nichtantworten", "nicht-antworten"),
        *("niet-beantwoorden", "ne-pas-repondre", "nepasrepondre", "non-rispondere"),
        *("mailer-daemon", "MAILER-DAEMON", "postmaster", "bounce", "bounces+77", "abuse"),
        *("majordomo", "list-request", "owner-list", "list-owner", "list-bounces"),
    ],
)
def test_machines_are_not_written_to(name: str) -> None:
    said = mention(author=Author(id=f"{name}@shop.example", name="x"))
    with pytest.raises(ReplyRefusedError, match="machine"):
        recipient(said)


@pytest.mark.parametrize(
    "name",
    ["jo", "noel", "nora.reply", "renato", "notary", "reply", "nobody.knows", "owner", "a-bouncer"],
)
def test_people_are(name: str) -> None:
    address = f"{name}@mail.example"
    assert recipient(mention(author=Author(id=address, name="x"))) == address


@settings(max_examples=50)
@given(st.text())
def test_whatever_an_author_is_called_is_an_address_or_refused(text: str) -> None:
    for author_id in (text, f"{text}@mail.example", f"jo@mail.example{text}"):
        try:
            address = recipient(mention(author=Author(id=author_id, name="x")))
        except ReplyRefusedError:
            continue
        assert address == author_id
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address


@pytest.mark.parametrize(
    ("changes", "language", "wanted"),
    [
        ({}, "en", "Re: Late again"),
        ({"text": "My parcel is late"}, "en", "Re: your message"),
        ({"text": "My parcel is late"}, "de", "Re: Ihre Nachricht"),
        ({"text": "My parcel is late"}, "xx", "Re: your message"),
        ({"in_reply_to": "x@acme.example"}, "pt", "Re: a sua mensagem"),
        (
            {"text": "Late\r\nBcc: all@acme.example\n\nwords"},
            "en",
            "Re: Late Bcc: all@acme.example",
        ),
        ({"text": f"{'x' * 500}\n\nwords"}, "en", f"Re: {'x' * 120}"),
    ],
)
def test_a_subject_is_one_line_about_what_was_written(
    changes: dict[str, Any], language: str, wanted: str
) -> None:
    assert subject(mention(**changes), language) == wanted


def test_an_event_says_what_is_answered_and_nothing_else_of_it() -> None:
    told = event(outgoing(), NOW)

    assert told["timestamp"] == "2026-05-04T12:00:00Z"
    assert set(told["data"]) == {"key", "text", "language", "automated", "in_reply_to"}
    assert "My parcel is late" not in json.dumps(told)


def test_a_mark_cannot_be_ended_by_the_key() -> None:
    assert marker("ab" * 16) == f"<!-- earshot {'ab' * 16} -->"


@pytest.mark.parametrize("value", [None, "", 7, ["x"]])
def test_a_secret_that_is_missing_is_named(value: object) -> None:
    with pytest.raises(MisconfiguredSourceError, match="token_secret"):
        needed_secret({"token": value}, "token")


def test_parts_of_strangers_json_are_objects_or_empty() -> None:
    assert part({"a": {"b": {"c": 1}}}, "a", "b") == {"c": 1}
    for document in ({}, {"a": 7}, {"a": {"b": [1]}}, {"a": None}):
        assert part(document, "a", "b") == {}


def test_a_publisher_that_there_is_not_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="bluesky, discourse, email"):
        registry.load("telegraph")
