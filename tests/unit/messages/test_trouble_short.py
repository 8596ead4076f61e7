"""Trouble with sources as SMS and for a chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS
from earshot.text.messages.gsm7 import BASIC, EXTENSION, SEGMENT_SEPTETS, septets
from earshot.text.messages.trouble_letter import TroubledSource, TroubleFacts
from earshot.text.messages.trouble_mail import trouble_mail
from earshot.text.messages.trouble_phrases import trouble_phrases_in
from earshot.text.messages.trouble_short import trouble_chat, trouble_sms
from tests.unit.messages.examples import HOSTILE
from tests.unit.messages.test_trouble import SINCE, SOURCE, STATUS, every_kind

languages = pytest.mark.parametrize("language", LANGUAGES)
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def facts(*sources: TroubledSource, language: str = "en", over: bool = False) -> TroubleFacts:
    return TroubleFacts(
        sources=sources or (SOURCE,),
        over=over,
        time_zone="Europe/Lisbon",
        language=language,
        status_link=STATUS,
    )


def test_an_sms_says_which_source_and_what_it_means() -> None:
    assert trouble_sms(facts()) == (
        "Earshot: Trouble with Mastodon. Nothing is heard there for now, and alerts come late. Once"
        f" it answers, Earshot reads on from where it... {STATUS}"
    )


@languages
@pytest.mark.parametrize("over", [False, True])
def test_short_forms_fit_and_keep_the_link(language: str, over: bool) -> None:
    told = facts(*every_kind(over), language=language, over=over)
    sent, chat = trouble_sms(told), trouble_chat(told)
    assert septets(sent) <= SEGMENT_SEPTETS
    assert set(sent) <= BASIC | EXTENSION
    assert sent.endswith(f" {STATUS}")
    assert chat.title == trouble_mail(told).subject
    assert len(chat.title) + len(chat.text) <= MOST_CHAT_CHARACTERS
    assert chat.text.endswith(STATUS)


@languages
def test_a_chat_says_what_it_means_and_what_to_do(language: str) -> None:
    words = trouble_phrases_in(language)["kinds"]["failing"]
    text = trouble_chat(facts(language=language)).text
    for part in (words.meaning, words.to_do, "Lumo · lumo-main · mastodon social · "):
        assert part in text


def test_many_rows_are_cut_rather_than_what_to_do() -> None:
    watches = [replace(SOURCE, watch=f"watch-{n:02}" + "x" * 60) for n in range(12)]
    chat = trouble_chat(facts(*watches))
    assert len(chat.title) + len(chat.text) <= MOST_CHAT_CHARACTERS
    assert "What to do: Mostly this passes by itself." in chat.text
    assert "watch-00" in chat.text
    assert "watch-11" not in chat.text


@hostile_texts
def test_hostile_text_breaks_nothing(text: str) -> None:
    names: dict[str, Any] = {"brand": text, "watch": text, "source": text, "place": text}
    told = facts(*every_kind(**names))
    sent, chat = trouble_sms(told), trouble_chat(told)
    assert septets(sent) <= SEGMENT_SEPTETS
    assert set(sent) <= BASIC | EXTENSION
    assert sent.splitlines() == [sent]
    assert chat.title.splitlines() == [chat.title]
    assert len(chat.title) + len(chat.text) <= MOST_CHAT_CHARACTERS
    for form in (sent, chat.text):
        assert {word for word in form.split() if "://" in word or "www." in word} <= {STATUS}


def test_a_letter_about_both_tells_the_trouble_first_and_what_is_over_behind() -> None:
    well = replace(SOURCE, source="reddit", kind="refused", over_at=SINCE + timedelta(hours=5))
    letter = trouble_mail(facts(well, SOURCE))
    assert letter.subject == "Earshot · Trouble with Mastodon"
    assert letter.text.index("Mastodon: no usable answer") < letter.text.index(
        "Over · Reddit: access refused"
    )
    assert letter.text.count("What to do: ") == 1
    assert "Make a new token" not in letter.text
