"""An alert as SMS: one segment of the GSM-7 alphabet, whoever wrote what."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.messages import sms
from earshot.text.messages.gsm7 import (
    BASIC,
    EXTENSION,
    SEGMENT_SEPTETS,
    cut,
    septets,
    transliterated,
)
from earshot.text.messages.phrases import phrases_in
from tests.unit.messages.examples import HOSTILE, LINK, facts, hostile_facts


def in_the_alphabet(text: str) -> bool:
    return set(text) <= BASIC | EXTENSION


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("urgency", ["urgent", "high", "normal"])
def test_an_sms_is_one_segment_with_the_link_whole(language: str, text: str, urgency: str) -> None:
    told = sms(hostile_facts(text, language=language, urgency=urgency))
    assert in_the_alphabet(told)
    assert septets(told) <= SEGMENT_SEPTETS
    assert told.endswith(f" {LINK}")
    assert "\n" not in told
    assert told.count("http") == 1
    assert "www." not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_sms_tells_what_weighs_how_much_for_whom(language: str) -> None:
    told = sms(facts(language=language))
    assert "87/100 Lumo" in told
    assert "Carla (12k)" in told
    assert "Third" in told


def test_an_sms_in_english_reads_as_a_sentence() -> None:
    link = "https://e.example/ack/Yk3v9Qx0bTqLr7_mNfZ2-wAA"
    assert sms(facts(acknowledge_link=link, excerpt="It burnt!")) == (
        f'URGENT 87/100 Lumo, level 2. Carla (12k): "It burnt!" Take it by Sun 09:30: {link}'
    )


SHORT = "https://e.example/ack/Yk3v9Qx0bTqLr7_mNfZ2-wAA"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, 'URGENT 87/100 Lumo. Carla (12k): "No!" Take it by Sun 09:30: '),
        ({"acknowledge_by": None}, 'URGENT 87/100 Lumo. Carla (12k): "No!" Take it: '),
        ({"excerpt": ""}, "URGENT 87/100 Lumo. Carla (12k). Take it by Sun 09:30: "),
        ({"excerpt": "", "author": "", "followers": None}, "URGENT 87/100 Lumo. Take it by Sun "),
        (
            {"lapsed_by": "Ana Souza"},
            "URGENT 87/100 Lumo. Ana Souza took it, nothing followed. Carla (12k): ",
        ),
        (
            {"held_since": datetime(2026, 2, 28, 22, 5, tzinfo=UTC), "urgency": "high"},
            "HIGH 87/100 Lumo, held since Sat 22:05. Carla (12k): ",
        ),
        (
            {"waits": True, "urgency": "normal"},
            'NORMAL 87/100 Lumo, can wait for support hours. Carla (12k): "No!" Take it: ',
        ),
    ],
)
def test_an_sms_says_what_went_before_and_until_when(changes: dict[str, Any], told: str) -> None:
    sent = sms(facts(**{"level": 1, "excerpt": "No!", "acknowledge_link": SHORT} | changes))
    assert sent.startswith(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_sms_names_who_acknowledged_and_did_nothing_in_every_language(language: str) -> None:
    told = sms(facts(language=language, lapsed_by="Ana", acknowledge_link=SHORT))
    lapsed = transliterated(phrases_in(language)["sms_lapsed"]).format(who="Ana")
    assert f" {lapsed}" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "day", [datetime(2026, 3, number, 9, 30, tzinfo=UTC) for number in range(1, 8)]
)
def test_an_sms_says_until_when_in_the_readers_week(language: str, day: datetime) -> None:
    told = sms(facts(language=language, acknowledge_by=day, acknowledge_link=SHORT, excerpt="No!"))
    weekday = phrases_in(language)["weekdays"][day.weekday()]
    (shown,) = re.findall(r"(\w+) 09:30", told)
    assert transliterated(weekday).startswith(shown)
    assert len(shown) in (2, 3)


def test_what_to_do_gives_way_to_a_beginning_of_what_was_said() -> None:
    longer = sms(facts(level=1, acknowledge_link=LINK, excerpt="Third week waiting for a refund"))
    assert '"Third week waiting' in longer
    assert "by Sun" not in longer


@pytest.mark.parametrize(
    ("length", "kept"),
    [
        (100, 'URGENT 87/100 Lumo, level 2. Carla (12k): "Third week..." '),
        (115, "URGENT 87/100 Lumo, level 2. Carla (12k) https"),
        (125, "URGENT 87/100 Lumo, level 2 https"),
        (141, "URGENT 87/100 Lumo "),
        (146, "URGENT 87/100 "),
        (150, "Take it: "),
        (160, "https"),
    ],
)
def test_a_long_link_takes_the_room_of_everything_else(length: int, kept: str) -> None:
    link = "https://e.example/ack/".ljust(length, "A")
    told = sms(facts(acknowledge_link=link))
    assert told.endswith(link)
    assert septets(told) <= SEGMENT_SEPTETS
    assert told.startswith(kept)


def test_a_link_longer_than_a_segment_goes_out_whole_all_the_same() -> None:
    link = "https://e.example/ack/".ljust(200, "A")
    assert sms(facts(acknowledge_link=link)) == f"URGENT 87/100 Lumo {link}"


def test_a_link_that_is_none_is_left_out() -> None:
    told = sms(facts(acknowledge_link="javascript:alert(1)"))
    assert "javascript" not in told
    assert told.startswith("URGENT 87/100 Lumo")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ação", "Acao"),
        ("“Straße” – größer", '"Straße" - größer'),
        ("œuvre à Łódź", "oeuvre à Lodz"),
        ("ﬁne ½", "fine 1/2"),
        ("a\u00a0b\u200bc", "a bc"),
        ("price: 5 €", "price: 5 €"),
        ("no 👎 thanks", "no thanks"),
        ("ёж", ""),
        ("`x`", "'x'"),
    ],
)
def test_letters_outside_the_alphabet_are_written_with_those_in_it(written: str, told: str) -> None:
    assert transliterated(written) == told


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_transliteration_never_leaves_the_alphabet(text: str) -> None:
    assert in_the_alphabet(transliterated(text))


@pytest.mark.parametrize(
    ("text", "room", "kept"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two..."),
        ("one two three", 6, "one..."),
        ("one two three", 3, ""),
        ("[one]", 7, "[one]"),
        ("[one]!", 7, "[on..."),
        ("€€€€", 7, "€€..."),
        ("", 0, ""),
    ],
)
def test_a_cut_counts_the_letters_that_take_two_places(text: str, room: int, kept: str) -> None:
    assert cut(text, room) == kept
    assert septets(cut(text, room)) <= room
