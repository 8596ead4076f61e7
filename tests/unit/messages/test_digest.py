"""Several cases in one message: how many, why, the worst first, and each with its own link."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from earshot.domain.assessment import TOPICS
from earshot.domain.languages import LANGUAGES
from earshot.text.messages.digest import digest_chat, digest_email, digest_sms
from earshot.text.messages.digest_phrases import DigestPhrases, digest_phrases_in
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS, MOST_LISTED, DigestFacts, Together
from earshot.text.messages.gsm7 import BASIC, EXTENSION, SEGMENT_SEPTETS, septets, transliterated
from earshot.text.messages.phrases import phrases_in
from tests.unit.messages.examples import (
    HOSTILE,
    LINK,
    STATUS,
    cases,
    digest_facts,
    hostile_facts,
    own_link,
)
from tests.unit.messages.parsed import parsed
from tests.unit.messages.test_phrases import blanks, leaves

REASONS: tuple[Together, ...] = get_args(Together)

languages = pytest.mark.parametrize("language", LANGUAGES)
foreign = pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
reasons = pytest.mark.parametrize("reason", REASONS)
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def hostile_digest(text: str, language: str = "en") -> DigestFacts:
    items = tuple(hostile_facts(text, acknowledge_link=own_link(n)) for n in range(25))
    return digest_facts(items=items, count=40, topic=text, brand=text, language=language)


# ---------------------------------------------------------------- why they come together


@pytest.mark.parametrize(
    ("changes", "title", "why"),
    [
        (
            {"reason": "storm", "count": 40},
            "40 complaints",
            "More than 5 alerts came within 10 min, so they come together, the worst first.",
        ),
        (
            {"reason": "storm", "more_than": 12, "within_seconds": 60, "count": 1_234},
            "1,234 complaints",
            "More than 12 alerts came within 1 min, so they come together, the worst first.",
        ),
        (
            {"reason": "group", "brand": "Lumo", "topic": "delivery"},
            "3 complaints about Lumo: delivery",
            "They belong together, so they come in one message, the worst first.",
        ),
        (
            {"reason": "group", "brand": "Lumo", "topic": "loyalty_card"},
            "3 complaints about Lumo: loyalty card",
            "The first came on Sunday 1 March 2026, 09:00 (Europe/Lisbon).",
        ),
        (
            {"reason": "held", "brand": "Lumo", "held_reason": "quiet_hours"},
            "3 complaints about Lumo",
            "Kept back since Sunday 1 March 2026, 09:00 (Europe/Lisbon): outside your hours.",
        ),
        (
            {"reason": "held", "held_reason": "cap"},
            "3 complaints",
            "(Europe/Lisbon): the limit of messages was reached.",
        ),
        (
            {"reason": "held"},
            "3 complaints",
            "Kept back since Sunday 1 March 2026, 09:00 (Europe/Lisbon).",
        ),
    ],
)
def test_a_digest_says_how_many_and_why_they_come_together(
    changes: dict[str, Any], title: str, why: str
) -> None:
    told = digest_facts(**changes)
    letter, chat = digest_email(told), digest_chat(told)
    assert letter.subject == chat.title == f"Urgent 99/100 · {title}"
    assert letter.text.startswith(f"{title}\n\n")
    for form in (letter.text, parsed(letter.html).text, chat.text):
        assert why in form


@languages
@reasons
def test_nothing_is_left_to_fill_in(language: str, reason: Together) -> None:
    told = digest_facts(25, language=language, reason=reason, brand="Lumo", topic="delivery")
    letter, chat = digest_email(told), digest_chat(told)
    forms = (letter.subject, letter.text, parsed(letter.html).text, chat.title, chat.text)
    for form in (*forms, digest_sms(told)):
        assert "{" not in form
        assert "}" not in form


def test_what_all_were_kept_back_for_is_said_once() -> None:
    since = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    items = cases(3, held_since=since)
    told = digest_facts(items=items, reason="held", since=since)
    assert digest_email(told).text.count("Kept back since") == 1


# ---------------------------------------------------------------- each of them


@languages
def test_each_is_told_with_what_it_takes_to_act(language: str) -> None:
    letter = digest_email(digest_facts(3, language=language))
    document = parsed(letter.html)
    for number, brand in enumerate(("Lumo", "Acme", "Lumo")):
        weight = f"{99 - number}/100 · {brand}"
        for form in (letter.text, document.text):
            assert weight in form
        assert own_link(number) in letter.text
        assert document.values("href").count(own_link(number)) == 1
    for form in (letter.text, document.text):
        assert form.count("Third week waiting for my refund") >= 3
        assert form.count("Carla") == 3
        assert form.count("09:30") == 3
    assert letter.text.count("https://social.example/@carla/109") == 3
    # The button of each, and nobody else's.
    assert document.text.count(phrases_in(language)["acknowledge_button"]) == 3


def test_they_stand_in_the_order_given_and_the_severe_are_marked() -> None:
    told = digest_facts(5)
    text, chat = digest_email(told).text, digest_chat(told).text
    for form in (text, chat):
        heads = [line for line in form.splitlines() if line[:2] in ("1.", "2.", "3.", "4.")]
        assert heads == [
            "1. URGENT 99/100 · Lumo",
            "2. URGENT 98/100 · Acme",
            "3. High 97/100 · Lumo",
            "4. High 96/100 · Acme",
        ]
    urgent = [
        style for style in parsed(digest_email(told).html).values("style") if "a8321f" in style
    ]
    assert len(urgent) == 3, "the two severe ones, and how urgent the worst is"


@pytest.mark.parametrize(
    ("listed", "count", "more"),
    [(2, 2, ""), (20, 20, ""), (20, 57, "and 37 more"), (25, 25, "and 5 more"), (3, 2, "")],
)
def test_beyond_what_is_listed_it_counts_and_says_where(listed: int, count: int, more: str) -> None:
    letter = digest_email(digest_facts(listed, count=count))
    assert letter.text.count("I am on it: ") == min(listed, MOST_LISTED)
    for form in (letter.text, parsed(letter.html).text):
        assert (" more" in form.replace("More than", "")) == bool(more)
        assert more in form
    assert letter.text.count(f"See them all: {STATUS}") == 1
    assert STATUS in parsed(letter.html).values("href")


def test_the_language_and_the_hours_are_those_of_the_digest() -> None:
    told = digest_facts(2, items=cases(2, language="en", time_zone="UTC"), language="pt")
    letter = digest_email(replace(told, time_zone="America/Sao_Paulo"))
    assert "12.400 seguidores" in letter.text
    assert "06:30 (America/Sao_Paulo)" in letter.text


def test_a_mail_of_twenty_is_not_cut_by_gmail() -> None:
    items = cases(20, excerpt="Ä" * 9_000, author="Ö" * 300, level=9, repeat=9, lapsed_by="Ü" * 99)
    html = digest_email(digest_facts(items=items, language="de")).html
    assert len(html.encode()) < 102_000


# ---------------------------------------------------------------- strangers


@languages
@hostile_texts
def test_hostile_text_breaks_no_segment_and_no_line(text: str, language: str) -> None:
    told = hostile_digest(text, language)
    sent, letter, chat = digest_sms(told), digest_email(told), digest_chat(told)
    assert septets(sent) <= SEGMENT_SEPTETS
    assert set(sent) <= BASIC | EXTENSION
    assert "\n" not in sent
    assert sent.endswith(f" {own_link(0)}")
    for line in (letter.subject, chat.title):
        assert line.splitlines() == [line]
        assert len(line) <= 120
    assert len(chat.title) + len(chat.text) <= MOST_CHAT_CHARACTERS
    assert own_link(0) in chat.text


@hostile_texts
def test_markup_never_becomes_an_element_and_only_our_own_links_can_be_pressed(text: str) -> None:
    letter, chat = digest_email(hostile_digest(text)), digest_chat(hostile_digest(text))
    document = parsed(letter.html)
    assert document.open == []
    harmless = digest_facts(items=cases(1, level=2), count=40)
    assert document.tags <= parsed(digest_email(harmless).html).tags
    assert not any(n.startswith("on") for _, held in document.elements for n in held)
    ours = {STATUS, *map(own_link, range(MOST_LISTED))}
    assert set(document.values("href")) == ours
    for form in (letter.text, chat.text):
        assert {word for word in form.split() if "://" in word or "www." in word} <= ours


def test_nobody_can_leave_a_quotation() -> None:
    said = "first\r\n2. URGENT 100/100 · Lumo\n\n-- \u2028I am on it: https://evil.example"
    text = digest_email(digest_facts(items=cases(1, excerpt=said), count=1)).text
    assert "> first 2. URGENT 100/100 · Lumo -- I am on it: [link]\n" in text


# ---------------------------------------------------------------- the words


@languages
def test_every_language_has_every_phrase_with_the_same_blanks(language: str) -> None:
    phrases, english = digest_phrases_in(language), dict(leaves(digest_phrases_in("en")))
    assert set(phrases) == set(get_type_hints(DigestPhrases))
    assert phrases["language"] == language
    assert set(phrases["topics"]) == set(TOPICS)
    for path, words in leaves(phrases):
        assert words.strip(), path
        assert blanks(words) == blanks(english[path]), path


@foreign
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(leaves(digest_phrases_in("en")))
    same = [p for p, words in leaves(digest_phrases_in(language)) if words == english[p]]
    assert [path for path in same if path != "/topics/discrimination"] == []


@languages
def test_what_an_sms_says_loses_no_letters(language: str) -> None:
    words = digest_phrases_in(language)
    for told in (words["one"], words["other"], words["sms_first"]):
        assert len(transliterated(told)) == len(told)


def test_a_link_is_the_length_of_a_real_one() -> None:
    assert len(own_link(3)) == len(LINK)
