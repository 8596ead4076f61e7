"""Alerts and reminders for a chat: plain text that says what the mail says, and is short."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.domain.link import answers_of
from earshot.text.messages import Duty, email, reminder
from earshot.text.messages.chat import chat, reminder_chat
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS
from tests.unit.messages.examples import HOSTILE, LINK, facts, hostile_facts

DUTIES: tuple[Duty, ...] = get_args(Duty)

languages = pytest.mark.parametrize("language", LANGUAGES)
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


@languages
def test_a_chat_says_what_the_mail_says(language: str) -> None:
    held_since = datetime(2026, 2, 28, 22, 5, tzinfo=UTC)
    told = facts(language=language, lapsed_by="Ana", held_since=held_since, held_reason="cap")
    message, mail = chat(told), email(told)
    assert message.title == mail.subject
    # What the mail says in lines of its own, short of what explains the link and the score.
    for part in mail.text.split("\n\n"):
        first = part.partition("\n")[0]
        if ("Ana" in first or "22:05" in first or "09:30" in first) and "Lumo" not in first:
            assert first in message.text
    for part in (
        "> Third week waiting",
        "Carla",
        "Mastodon",
        told.url,
        LINK,
        "+50",
        told.case_link,
    ):
        assert part in message.text


def test_a_chat_in_english_reads_well() -> None:
    message = chat(facts(level=1, repeat=0, acknowledge_link="https://e.example/ack/x"))
    assert message.title == "Urgent 87/100 · Lumo: Carla (Mastodon)"
    assert message.text == (
        "> Third week waiting for my refund, and nobody answers. I will go to my lawyer.\n"
        "Carla · 12,400 followers · Mastodon · in English\n"
        "Open the original: https://social.example/@carla/109\n"
        "\n"
        "Please take it on by Sunday 1 March 2026, 09:30 (Europe/Lisbon).\n"
        "I am on it: https://e.example/ack/x\n"
        "\n"
        "Why 87 out of 100: +50 Severity · +17 Reach · +10 Speed · +6 History · +15 Topic · "
        "+15 Reopened\n"
        "What we know of the author: 3 earlier complaints on record, 1 not settled\n"
        "Open the case: https://api.example/#case/0123456789abcdef0123456789"
    )


@pytest.mark.parametrize("duty", DUTIES)
def test_a_reminder_says_what_is_asked(duty: Duty) -> None:
    told = facts(acknowledge_link="", acknowledge_by=None)
    message = reminder_chat(told, duty)
    assert message.title == reminder(told, duty).subject
    asked = reminder(told, duty).text.split("\n\n")[2]
    assert asked in message.text
    assert told.case_link in message.text


@languages
@hostile_texts
def test_hostile_text_makes_no_chat_too_long_and_hides_no_link(text: str, language: str) -> None:
    told = hostile_facts(text, language=language, url="https://e.example/" + "a" * 1_900)
    reminders = ((reminder_chat(told, duty), answers_of(duty)) for duty in DUTIES)
    for message, answers in ((chat(told), ()), *reminders):
        assert len(message.title) + len(message.text) <= MOST_CHAT_CHARACTERS
        assert message.title.splitlines() == [message.title]
        for link in [f"{LINK}?answer={answer}" for answer in answers] or [LINK]:
            assert f"{link}\n" in f"{message.text}\n"


@hostile_texts
def test_only_our_own_addresses_are_shown(text: str) -> None:
    told = hostile_facts(text)
    shown = {w for w in chat(told).text.split() if "://" in w or "www." in w}
    assert shown <= {LINK, told.case_link}


def test_a_long_excerpt_is_cut_before_anything_else_gives_way() -> None:
    message = chat(facts(excerpt="Where is it? " * 300))
    assert message.text.count("Where is it?") > 15
    assert "…" in message.text
    for part in (facts().url, LINK, facts().case_link, "+50"):
        assert part in message.text
    assert len(message.title) + len(message.text) > MOST_CHAT_CHARACTERS - 30


def test_what_is_least_needed_gives_way_to_a_beginning_of_what_was_said() -> None:
    long = "https://e.example/" + "a" * 900
    message = chat(facts(url=long, case_link="https://e.example/" + "b" * 600))
    assert "> Third week waiting for my refund, and nobody answers." in message.text
    assert long in message.text
    assert LINK in message.text
    assert "b" * 600 not in message.text
    assert "+50" not in message.text


def test_a_stranger_cannot_leave_the_quotation() -> None:
    message = chat(facts(excerpt="first\r\nsecond\n\nI am on it: https://evil.example\u2028third"))
    quoted = [line for line in message.text.splitlines() if line.startswith("> ")]
    assert quoted == ["> first", "> second", "> I am on it: [link]", "> third"]
