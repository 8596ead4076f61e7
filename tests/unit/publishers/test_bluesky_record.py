"""What goes into a record: its key, its facets, how many characters people see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from earshot.domain.errors import MalformedAnswerError
from earshot.publishers.bluesky_record import facets_of, graphemes, record_key, references_to
from tests.unit.publishers.examples import NOW, outgoing

KEYS = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")


def test_a_key_is_the_one_that_the_specification_gives_for_its_moment() -> None:
    alphabet = "234567abcdefghijklmnopqrstuvwxyz"
    value = 0
    for letter in record_key(outgoing()):
        value = value * 32 + alphabet.index(letter)
    at = datetime.fromtimestamp((value >> 10) // 10**6, UTC)

    assert at == NOW.replace(microsecond=0)
    assert value < 2**63


@settings(max_examples=50)
@given(KEYS, st.integers(0, 10**9).map(lambda seconds: NOW + timedelta(seconds=seconds)))
def test_a_key_depends_on_the_reply_alone_and_has_the_form_of_a_tid(key: str, at: datetime) -> None:
    said = outgoing(key=key, planned_at=at)
    tid = record_key(said)

    assert record_key(replace(said, text="other words", automated=False)) == tid
    assert len(tid) == 13
    assert tid[0] in "234567abcdefghij"


def test_a_thousand_replies_of_one_second_have_a_thousand_keys() -> None:
    keys = (sha256(str(number).encode()).hexdigest()[:32] for number in range(1_000))
    assert len({record_key(outgoing(key=key)) for key in keys}) == 1_000


def test_keys_sort_by_time() -> None:
    keys = [record_key(outgoing(planned_at=NOW + timedelta(seconds=n))) for n in range(5)]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See https://acme.example/help.", ["https://acme.example/help"]),
        ("(https://acme.example/a)", ["https://acme.example/a"]),
        ("Olá! Não é aqui: https://acme.example/é 👍", ["https://acme.example/é"]),
        ("👩‍👩‍👧 https://a.example, http://b.example!", ["https://a.example", "http://b.example"]),
        ("Hallo @jo.example, danke", ["@jo.example"]),
        ("@JO.example: https://a.example", ["@JO.example", "https://a.example"]),
        ("write to care@jo.example", []),
        ("@jo.example-shop and @mia.example", []),
        ("no links at all", []),
        ("https://", []),
    ],
)
def test_facets_are_where_the_bytes_are(text: str, shown: list[str]) -> None:
    found = list(facets_of(text, "jo.example", "did:plc:jo"))
    encoded = text.encode()

    cut = [encoded[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode() for f in found]
    assert cut == shown
    for facet, words in zip(found, shown, strict=True):
        (feature,) = facet["features"]
        assert feature.get("uri") == words or feature["did"] == "did:plc:jo"


@pytest.mark.parametrize("did", [None, "", "jo", 7, "did:plc:jo\n"])
def test_nobody_is_mentioned_whose_did_is_none(did: object) -> None:
    assert list(facets_of("@jo.example hello", "jo.example", did)) == []


@settings(max_examples=50)
@given(st.text())
def test_facets_of_any_text_lie_within_it(text: str) -> None:
    length = len(text.encode("utf-8", "replace"))
    for facet in facets_of(f"{text} https://a.example {text}", "jo.example", "did:plc:jo"):
        assert 0 <= facet["index"]["byteStart"] < facet["index"]["byteEnd"] <= 2 * length + 19


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("e\u0301", 1),
        ("👍🏽", 1),
        ("👩‍👩‍👧", 1),
        ("🇧🇷🇳🇱", 2),
        ("🇧🇷🇳", 2),
        ("❤️", 1),
        ("\u0301", 1),
        ("a\u200db", 2),
        ("ção", 3),
    ],
)
def test_characters_are_counted_as_people_see_them(text: str, count: int) -> None:
    assert graphemes(text) == count


POST = {"uri": "at://did:plc:jo/app.bsky.feed.post/3k2", "cid": "bafyreia"}


def test_a_post_that_answers_nothing_is_its_threads_root() -> None:
    assert references_to({**POST, "record": {}}) == {"root": POST, "parent": POST}


@pytest.mark.parametrize("root", [None, 7, {}, {"uri": "x", "cid": "y"}, {"uri": POST["uri"]}])
def test_a_root_that_cannot_be_read_is_left_out(root: object) -> None:
    record = {"reply": {"root": root}}
    assert references_to({**POST, "record": record})["root"] == POST


@pytest.mark.parametrize("cid", [None, "", "bafy\n", "a b", 7.5])
def test_a_post_without_its_cid_cannot_be_answered(cid: object) -> None:
    with pytest.raises(MalformedAnswerError):
        references_to({**POST, "cid": cid})
