"""Earshot's own trouble: what is wrong, where, what it means, what to do; and that it is over."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.subject import OwnKind as DetectedKind
from earshot.text.messages.gsm7 import transliterated
from earshot.text.messages.own import own_chat, own_email, own_sms
from earshot.text.messages.own_facts import DETAILS, OwnFacts, OwnKind, OwnNews
from earshot.text.messages.own_phrases import OwnPhrases, own_phrases_in
from earshot.text.messages.trouble_phrases import trouble_phrases_in
from tests.unit.messages.examples import KINDS, STATUS, own_facts, own_news
from tests.unit.messages.parsed import parsed
from tests.unit.messages.test_phrases import blanks, leaves

languages = pytest.mark.parametrize("language", LANGUAGES)
foreign = pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
kinds = pytest.mark.parametrize("kind", KINDS)


def every_kind(language: str = "en", *, over: bool = False) -> OwnNews:
    return own_news(*(own_facts(kind, over=over) for kind in KINDS), language=language)


# ---------------------------------------------------------------- what it says


@languages
@kinds
def test_each_kind_says_what_is_wrong_where_what_it_means_and_what_to_do(
    language: str, kind: OwnKind
) -> None:
    news = own_news(own_facts(kind), language=language)
    words, headings = own_phrases_in(language), trouble_phrases_in(language)
    told = words["kinds"][kind]
    letter, chat = own_email(news), own_chat(news)
    for form in (letter.subject, chat.title, own_sms(news)):
        assert transliterated(told.label) in transliterated(form)
    for form in (letter.text, parsed(letter.html).text, chat.text):
        for part in (told.meaning, told.to_do, headings["what_it_means"], headings["what_to_do"]):
            assert part in form
        for name in DETAILS[kind]:
            assert words["details"][name] in form
        assert "09:00" in form
    assert letter.text.count(STATUS) == chat.text.count(STATUS) == 1
    assert STATUS in parsed(letter.html).values("href")


@languages
@kinds
def test_each_kind_says_that_it_is_over(language: str, kind: OwnKind) -> None:
    news = own_news(own_facts(kind, over=True), language=language)
    words = own_phrases_in(language)
    told = words["kinds"][kind]
    letter, chat = own_email(news), own_chat(news)
    over = words["title_over"].format(title=told.label)
    for form in (letter.subject, chat.title, own_sms(news)):
        assert transliterated(over) in transliterated(form)
    for form in (letter.text, parsed(letter.html).text, chat.text):
        assert words["intro_over"] in form
        assert "09:00" in form
        assert "14:00" in form
        assert told.to_do not in form
        assert told.meaning not in form


@pytest.mark.parametrize(
    ("facts", "title", "row"),
    [
        (
            own_facts("poison"),
            "Records that could not be handled: StreamFailures",
            "Where: StreamFailures · Records: 1,204 · since Sunday 1 March 2026, 09:00",
        ),
        (
            own_facts("queue_stuck", queue="polling"),
            "Falling behind: reading",
            "Where: reading · How many: 1,412 · Oldest, in minutes: 35 · since ",
        ),
        (
            own_facts("address_failed"),
            "A contact can no longer be reached: ana",
            "Contact: ana · Channel: chat team · Address: a***@acme.\u2060example · since ",
        ),
        (
            own_facts("address_failed", channel="sms", address="+351912345682"),
            "A contact can no longer be reached: ana",
            "Contact: ana · Channel: SMS · Address: +35***82 · since ",
        ),
        (
            own_facts("sender_unverified", address="alerts@acme"),
            "The sender of our mail is not verified",
            "Address: alerts@acme · Region: eu-central-1 · since ",
        ),
        (
            own_facts("sns_spending"),
            "SMS spending limit is nearly reached",
            "Region: eu-central-1 · Spent: 1,250.50 USD · Limit: 2,000.00 USD · since ",
        ),
        (
            own_facts("nobody_on_call"),
            "Nobody on call: week",
            "Rotation: week · Next on call: Monday 2 March 2026, 08:00 (Europe/Lisbon) · since ",
        ),
        (
            own_facts("undelivered", contact="ben"),
            "An alert reached nobody: ben",
            "Contact: ben · Brand: Lumo · Case: 0123456789abcdef · Channels: SMS, email · since ",
        ),
        (
            own_facts("classifier_calls"),
            "The classifier's calls are used up",
            "Classifier: bedrock · Per: day · Limit: 200 · since ",
        ),
    ],
)
def test_values_are_written_as_people_write_them(facts: OwnFacts, title: str, row: str) -> None:
    letter = own_email(own_news(facts))
    assert letter.subject == f"Earshot · {title}"
    assert f"\n- {row}" in letter.text


@kinds
@pytest.mark.parametrize("value", [None, "", True])
def test_a_detail_that_is_missing_is_left_out(kind: OwnKind, value: object) -> None:
    blank = replace(own_facts(kind), details=dict.fromkeys(DETAILS[kind], value))
    bare = replace(blank, details={})
    assert own_email(own_news(blank)) == own_email(own_news(bare))
    assert "\n- since Sunday" in own_email(own_news(bare)).text


@pytest.mark.parametrize(
    "written", ["soon", "2026-03-02T08:00:00", "2026-13-45", "0001-01-01T00:00:00+12:00"]
)
def test_a_moment_that_cannot_be_read_is_shown_as_it_came(written: str) -> None:
    told = own_email(own_news(own_facts("nobody_on_call", until_at=written)))
    assert f"Next on call: {written} · " in told.text


@kinds
def test_facts_survive_json(kind: OwnKind) -> None:
    for facts in (own_facts(kind), replace(own_facts(kind, over=True), link="https://e.example/")):
        assert from_plain(OwnFacts, json.loads(json.dumps(to_plain(facts)))) == facts


def test_everything_that_is_detected_can_be_told() -> None:
    assert set(get_args(DetectedKind)) <= set(KINDS)
    assert tuple(DETAILS) == KINDS, "in the order of their gravity"


# ---------------------------------------------------------------- several at once


def test_several_come_in_one_message_the_gravest_first_and_what_is_over_last() -> None:
    news = own_news(
        own_facts("poison", over=True),
        own_facts("sms_month"),
        own_facts("address_failed", contact="ben"),
        own_facts("address_failed"),
        own_facts("nobody_on_call"),
    )
    letter = own_email(news)
    assert letter.subject == "Earshot · Nobody on call: week (+4)"
    headings = [part.partition("\n")[0] for part in letter.text.split("\n\n") if "\n- " in part]
    assert headings == [
        "Nobody on call",
        "A contact can no longer be reached",
        "This month's SMS are used up",
        "Over: Records that could not be handled",
    ]
    assert letter.text.count("\n- Contact: ") == 2
    assert letter.text.count("What to do: ") == 3
    assert letter.text.endswith("Earshot sends this once, and again when it is over.\n")


def test_beyond_twelve_of_a_kind_it_counts() -> None:
    news = own_news(*(own_facts("address_failed", contact=f"c{n}") for n in range(15)))
    assert own_email(news).text.count("\n- Contact: ") == 12
    assert "\n- and 3 more\n" in own_email(news).text


@pytest.mark.parametrize(
    ("link", "kind", "shown"),
    [
        ("https://api.example/#case/1", "escalation_over", "Open the case"),
        ("https://api.example/x", "poison", "See more"),
        ("javascript:alert(1)", "poison", "Open the status page"),
        ("", "poison", "Open the status page"),
    ],
)
def test_a_link_of_its_own_takes_the_place_of_the_status_page(
    link: str, kind: OwnKind, shown: str
) -> None:
    news = own_news(replace(own_facts(kind), link=link))
    address = STATUS if shown == "Open the status page" else link
    assert f"{shown}: {address}" in own_email(news).text
    assert own_sms(news).endswith(f" {address}")
    assert own_chat(news).text.endswith(f"{shown}: {address}")


@languages
def test_a_letter_says_the_same_in_both_its_forms(language: str) -> None:
    for over in (False, True):
        letter = own_email(every_kind(language, over=over))
        shown = " ".join(parsed(letter.html).text.split())
        for line in letter.text.splitlines():
            words = " ".join(line.removeprefix("- ").replace("-- ", "").split())
            for part in map(str.strip, words.split(": ")):
                assert part.removesuffix(STATUS) in shown, part


# ---------------------------------------------------------------- the words


@languages
def test_every_language_has_every_phrase_with_the_same_blanks(language: str) -> None:
    phrases, english = own_phrases_in(language), dict(leaves(own_phrases_in("en")))
    assert set(phrases) == set(get_type_hints(OwnPhrases))
    assert phrases["language"] == language
    assert tuple(phrases["kinds"]) == KINDS
    assert set(phrases["details"]) == {name for names in DETAILS.values() for name in names}
    assert {path for path, _ in leaves(phrases)} == set(english)
    for path, words in leaves(phrases):
        assert words.strip(), path
        assert blanks(words) == blanks(english[path]), path


@foreign
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(leaves(own_phrases_in("en")))
    same = [p for p, words in leaves(own_phrases_in(language)) if words == english[p]]
    # Loans, and what is spelled alike.
    assert {path.split("/")[1] for path in same} <= {"details", "channels"}
    assert len(same) <= 8


@languages
def test_no_two_kinds_are_called_alike(language: str) -> None:
    assert len({words.label for words in own_phrases_in(language)["kinds"].values()}) == len(KINDS)
