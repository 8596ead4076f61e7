"""A mention's name, and the most that is kept of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.mention import TEXT_LIMIT_BYTES, TRUNCATION_MARK, bounded, mention_id
from tests.unit.domain.examples import NOW, author, liked, mention

MARK_BYTES = len(TRUNCATION_MARK.encode())


def test_an_id_is_32_hex_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", mention_id("mastodon", "https://a.example/1"))


def test_an_id_is_the_same_in_every_version_for_ever() -> None:
    # Changing it would find every mention of the past anew.
    assert mention_id("hackernews", "1") == "ebe09f4305959582d8ecfd69dc1a541c"


def test_the_same_post_seen_on_two_servers_has_one_id() -> None:
    here = mention(url="https://here.example/@kim@social.example/9", engagement=liked(3))
    there = mention(url="https://there.example/@kim@social.example/4", created_at=NOW)
    assert here.id == there.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("mastodon", "1"), ("hackernews", "1")),
        (("mastodon", "1"), ("mastodon", "2")),
        (("mastodon", "1"), ("mastodon", "1 ")),
        (("mastodon", "a"), ("mastodon", "A")),
        (("mastodon", ""), ("mastodon", "0")),
    ],
)
def test_different_posts_have_different_ids(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert mention_id(*one) != mention_id(*other)


def test_an_id_is_made_of_any_text_even_a_broken_one() -> None:
    assert mention_id("feeds", "\ud83d") != mention_id("feeds", "?")


def test_a_changed_text_or_audience_or_time_keeps_the_id() -> None:
    post = mention()
    changed = replace(
        post,
        text="edited",
        engagement=liked(99),
        created_at=NOW + timedelta(days=1),
        author=author(name="other"),
    )
    assert changed.id == post.id


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", False),
        ("x" * (TEXT_LIMIT_BYTES - 1), False),
        ("x" * TEXT_LIMIT_BYTES, False),
        ("x" * (TEXT_LIMIT_BYTES + 1), True),
        ("é" * (TEXT_LIMIT_BYTES // 2), False),
        ("é" * (TEXT_LIMIT_BYTES // 2) + "x", True),
        ("😀" * (TEXT_LIMIT_BYTES // 4), False),
        ("😀" * (TEXT_LIMIT_BYTES // 4) + "x", True),
        ("x" * 1_000_000, True),
    ],
    ids=[
        "empty",
        "a byte below",
        "exactly",
        "a byte above",
        "two-byte letters, exactly",
        "two-byte letters, above",
        "four-byte letters, exactly",
        "four-byte letters, above",
        "a million",
    ],
)
def test_a_text_over_the_limit_is_cut_and_marked(text: str, cut: bool) -> None:
    kept = bounded(mention(text=text))
    assert kept.truncated is cut
    assert kept.text.endswith(TRUNCATION_MARK) is cut
    assert len(kept.text.encode()) <= TEXT_LIMIT_BYTES
    if not cut:
        assert kept.text == text


def test_no_letter_is_cut_in_half() -> None:
    kept = bounded(mention(text="x" + "😀" * TEXT_LIMIT_BYTES))
    assert set(kept.text.removesuffix(TRUNCATION_MARK)) == {"x", "😀"}


def test_bounding_twice_is_bounding_once() -> None:
    once = bounded(mention(text="word " * 5_000))
    assert bounded(once) == once


def test_nothing_but_the_text_and_its_mark_changes() -> None:
    post = mention(text="x" * 20_000)
    kept = bounded(post)
    assert replace(kept, text=post.text, truncated=False) == post


@given(st.text(st.characters(), max_size=12).map(lambda piece: piece * 1_500))
def test_the_kept_text_begins_like_the_published_one(text: str) -> None:
    kept = bounded(mention(text=text))
    beginning = kept.text.removesuffix(TRUNCATION_MARK) if kept.truncated else kept.text
    published = text.encode("utf-8", "replace").decode() if kept.truncated else text
    assert published.startswith(beginning)
    assert not kept.truncated or len(kept.text.encode()) > TEXT_LIMIT_BYTES - MARK_BYTES
