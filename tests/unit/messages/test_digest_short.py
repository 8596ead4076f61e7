"""Several cases in one SMS and in one chat message."""

from __future__ import annotations

from typing import Any

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.digest import digest_chat, digest_sms
from earshot.text.messages.digest_phrases import digest_phrases_in
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS
from earshot.text.messages.gsm7 import BASIC, EXTENSION, SEGMENT_SEPTETS, septets, transliterated
from earshot.text.messages.phrases import phrases_in
from tests.unit.messages.examples import (
    STATUS,
    cases,
    digest_facts,
    own_link,
)

languages = pytest.mark.parametrize("language", LANGUAGES)


# ---------------------------------------------------------------- short forms


@languages
@pytest.mark.parametrize("brand", ["Lumo", "A brand whose name is longer than any SMS can bear"])
@pytest.mark.parametrize("count", [2, 57, 1_000_000])
def test_an_sms_is_one_segment_with_the_worst_ones_link_whole(
    language: str, brand: str, count: int
) -> None:
    told = digest_sms(
        digest_facts(20, items=cases(20, brand=brand), language=language, count=count)
    )
    assert septets(told) <= SEGMENT_SEPTETS
    assert set(told) <= BASIC | EXTENSION
    assert told.endswith(f" {own_link(0)}")
    assert told.count("http") == 1
    urgency = transliterated(phrases_in(language)["urgency"]["urgent"].upper())
    assert f"{urgency} 99/100" in told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "3 complaints: URGENT 99/100 Lumo, 98 Acme, 97 Lumo. Take the first: "),
        ({"items": cases(2)}, "3 complaints: URGENT 99/100 Lumo, 98 Acme... Take the first: "),
        ({"items": cases(3, brand="Lumo")}, "3 complaints: URGENT 99/100 Lumo, 98, 97. Take the "),
    ],
)
def test_an_sms_names_the_worst_first_with_score_and_brand(
    changes: dict[str, Any], told: str
) -> None:
    assert digest_sms(digest_facts(**changes)).startswith(told)


@pytest.mark.parametrize(
    ("length", "kept"),
    [
        (100, "3 complaints: URGENT 99/100 Lumo... Take the first: https"),
        (115, "3 complaints: URGENT 99/100 Lumo https"),
        (130, "3 complaints: URGENT 99/100 https"),
        (145, "URGENT 99/100 https"),
        (160, "https"),
        (161, "URGENT 99/100 https"),
    ],
)
def test_a_long_link_takes_the_room_of_everything_else(length: int, kept: str) -> None:
    link = "https://e.example/ack/".ljust(length, "A")
    items = cases(3, acknowledge_link=link)
    told = digest_sms(digest_facts(items=items))
    assert told.startswith(kept)
    assert told.endswith(link)


def test_without_a_link_of_its_own_an_sms_leads_to_all_of_them() -> None:
    told = digest_sms(digest_facts(items=cases(3, acknowledge_link="")))
    assert told.endswith(f"97 Lumo {STATUS}")
    assert "Take" not in told


@languages
@pytest.mark.parametrize("listed", [1, 2, 20])
def test_a_chat_counts_what_it_leaves_out(language: str, listed: int) -> None:
    told = digest_chat(digest_facts(listed, count=40, language=language))
    assert len(told.title) + len(told.text) <= MOST_CHAT_CHARACTERS
    shown = sum(own_link(number) in told.text for number in range(listed))
    assert 1 <= shown <= listed
    assert digest_phrases_in(language)["more"].format(count=40 - shown) in told.text
    assert STATUS in told.text
