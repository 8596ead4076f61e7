"""Earshot's own trouble as SMS and for a chat, and hostile text in any of its forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS
from earshot.text.messages.gsm7 import BASIC, EXTENSION, SEGMENT_SEPTETS, septets
from earshot.text.messages.own import own_chat, own_email, own_sms
from earshot.text.messages.own_facts import OwnKind, OwnNews
from earshot.text.messages.own_phrases import own_phrases_in
from tests.unit.messages.examples import HOSTILE, KINDS, STATUS, own_facts, own_news
from tests.unit.messages.parsed import parsed

languages = pytest.mark.parametrize("language", LANGUAGES)
kinds = pytest.mark.parametrize("kind", KINDS)
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def every_kind(language: str = "en", *, over: bool = False) -> OwnNews:
    return own_news(*(own_facts(kind, over=over) for kind in KINDS), language=language)


# ---------------------------------------------------------------- short forms


@languages
@kinds
@pytest.mark.parametrize("over", [False, True])
def test_an_sms_is_one_segment_with_the_link_whole(
    language: str, kind: OwnKind, over: bool
) -> None:
    told = own_sms(own_news(own_facts(kind, over=over), language=language))
    assert septets(told) <= SEGMENT_SEPTETS
    assert set(told) <= BASIC | EXTENSION
    assert told.startswith("Earshot: ")
    assert told.endswith(f" {STATUS}")


def test_an_sms_says_what_is_wrong_before_what_it_means() -> None:
    short = own_news(own_facts("nobody_on_call"), status_link="https://e.example/")
    assert own_sms(short) == (
        "Earshot: Nobody on call: week. A complaint that is alerted to this rotation reaches nobody"
        " there. Only others on the same level, and the... https://e.example/"
    )


def test_a_link_that_leaves_no_room_for_what_is_wrong_is_left_out() -> None:
    news = own_news(own_facts("poison"), status_link="https://e.example/".ljust(140, "a"))
    assert "http" not in own_sms(news)
    assert "StreamFailures" in own_sms(news)


@languages
@pytest.mark.parametrize("over", [False, True])
def test_a_chat_of_all_kinds_leaves_the_lighter_ones_to_the_status_page(
    language: str, over: bool
) -> None:
    message = own_chat(every_kind(language, over=over))
    assert len(message.title) + len(message.text) <= MOST_CHAT_CHARACTERS
    assert own_phrases_in(language)["kinds"]["escalation_failed"].label in message.title
    assert message.text.endswith(STATUS)


# ---------------------------------------------------------------- strangers


def hostile_news(text: str, language: str = "en") -> OwnNews:
    told = [own_facts(kind) for kind in KINDS]
    hostile = (replace(f, link=text, details=dict.fromkeys(f.details, text)) for f in told)
    return own_news(*hostile, language=language)


@languages
@hostile_texts
def test_hostile_text_breaks_no_segment_and_no_line(text: str, language: str) -> None:
    everything = hostile_news(text, language)
    singles = [replace(everything, facts=(one,)) for one in everything.facts]
    for news in (everything, *singles):
        sent, letter, chat = own_sms(news), own_email(news), own_chat(news)
        assert septets(sent) <= SEGMENT_SEPTETS
        assert set(sent) <= BASIC | EXTENSION
        assert sent.splitlines() == [sent]
        for line in (letter.subject, chat.title):
            assert line.splitlines() == [line]
            assert len(line) <= 120
        assert len(chat.title) + len(chat.text) <= MOST_CHAT_CHARACTERS


@hostile_texts
def test_markup_never_becomes_an_element_and_only_our_address_can_be_pressed(text: str) -> None:
    letter, chat = own_email(hostile_news(text)), own_chat(hostile_news(text))
    document = parsed(letter.html)
    assert document.open == []
    assert document.tags <= parsed(own_email(every_kind()).html).tags
    assert not any(n.startswith("on") for _, held in document.elements for n in held)
    assert document.values("href") == [STATUS]
    for form in (letter.text, chat.text, own_sms(hostile_news(text))):
        assert {word for word in form.split() if "://" in word or "www." in word} <= {STATUS}


def test_nobody_can_leave_a_row() -> None:
    told = own_email(own_news(own_facts("poison", queue="first\r\nsecond\n\n-- \nthird")))
    assert told.text.count("\n-- \n") == 1
