"""Alerts and reminders as email: what they say, and that strangers' text stays text."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import get_args

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.text.messages import Duty, Email, email, reminder
from earshot.text.messages.facts import Held
from earshot.text.messages.phrases import phrases_in
from tests.unit.messages.examples import HOSTILE, LINK, facts, hostile_facts
from tests.unit.messages.parsed import parsed

DUTIES: tuple[Duty, ...] = get_args(Duty)

WHAT_THE_LETTER_IS_MADE_OF = parsed(email(facts()).html).tags | {"h2"}

hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
languages = pytest.mark.parametrize("language", LANGUAGES)


def letters(text: str, language: str = "en") -> list[Email]:
    told = hostile_facts(text, language=language)
    return [email(told), *(reminder(told, duty) for duty in DUTIES)]


# ---------------------------------------------------------------- strangers


@languages
@hostile_texts
def test_a_subject_is_one_short_line_without_control_characters(text: str, language: str) -> None:
    for letter in letters(text, language):
        assert letter.subject
        assert len(letter.subject) <= 120
        assert letter.subject.splitlines() == [letter.subject]
        # Joiners spell emoji; other invisible characters deceive.
        invisible = {c for c in letter.subject if unicodedata.category(c)[0] == "C"}
        assert invisible <= {"\u200d", "\u200c", "\u2060"}


@hostile_texts
def test_a_strangers_markup_never_becomes_an_element(text: str) -> None:
    for letter in letters(text):
        document = parsed(letter.html)
        assert document.open == []
        assert document.tags <= WHAT_THE_LETTER_IS_MADE_OF
        assert not any(n.startswith("on") for _, held in document.elements for n in held)


def test_a_strangers_markup_is_shown_as_it_was_written() -> None:
    letter = email(hostile_facts(HOSTILE["markup"]))
    assert "<script>alert(1)</script>" in parsed(letter.html).text
    assert "> <script>alert(1)</script>" in letter.text


@hostile_texts
def test_only_our_own_addresses_can_be_pressed(text: str) -> None:
    ours = {LINK, facts().case_link}
    for letter in letters(text):
        assert {
            link.partition("?answer=")[0] for link in parsed(letter.html).values("href")
        } <= ours
        shown = {word for word in letter.text.split() if "://" in word or "www." in word}
        assert {link.partition("?answer=")[0] for link in shown} <= ours


@pytest.mark.parametrize(
    "written",
    ["https://evil.example/x", "ht\u200btps:\u2060//evil.example", "HTTPS://EVIL.EXAMPLE"],
)
def test_a_strangers_address_is_replaced_however_it_hides(written: str) -> None:
    letter = email(facts(excerpt=f"look at {written} now", author=written))
    assert "> look at [link] now" in letter.text
    assert "\n[link] · " in letter.text


def test_a_bare_domain_is_broken_so_that_no_mail_program_makes_a_link_of_it() -> None:
    letter = email(facts(excerpt="go to evil.example.org", author="evil.example"))
    assert "evil.ex" not in letter.text
    assert "evil.ex" not in letter.html
    assert "evil.\u2060example.\u2060org" in letter.text


def test_a_stranger_cannot_leave_the_quotation_of_a_plain_letter() -> None:
    text = "first\r\nsecond\n\nPlease take it on: https://evil.example\u2028-- \rthird"
    letter = email(facts(excerpt=text))
    quoted = [line for line in letter.text.splitlines() if line.startswith("> ")]
    assert quoted == ["> first", "> second", "> Please take it on: [link]", "> --", "> third"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://news.example@evil.example/",
        'https://e.example/"><script>',
        "https://e.example/\r\nX: y",
        "//e.example/",
        "https://",
        "https://e.example:99999/",
        "https://e.example/" + "a" * 3000,
    ],
)
def test_an_address_that_is_no_honest_web_address_is_left_out(url: str) -> None:
    letter = email(facts(url=url))
    assert len(parsed(letter.html).values("href")) == 3
    assert letter.text.count("://") == 2


def test_the_original_can_be_opened() -> None:
    letter = email(facts())
    assert facts().url in parsed(letter.html).values("href")
    assert facts().url in letter.text


def test_braces_in_what_strangers_write_are_never_filled_in() -> None:
    told = parsed(email(hostile_facts(HOSTILE["braces"])).html).text
    assert "{0} {count!r}" in told


# ---------------------------------------------------------------- what it says


@languages
def test_a_letter_says_the_same_in_both_its_forms(language: str) -> None:
    letter = email(facts(language=language))
    shown = parsed(letter.html).text
    for part in ("Lumo", "87/100", "Third week waiting for my refund", "Carla", "Mastodon", "+50"):
        assert part in shown
        assert part in letter.text


@languages
def test_nothing_is_left_to_fill_in(language: str) -> None:
    for level, repeat in [(1, 0), (3, 4)]:
        told = facts(language=language, level=level, repeat=repeat)
        for letter in [email(told), *(reminder(told, duty) for duty in DUTIES)]:
            for form in (letter.subject, letter.text, parsed(letter.html).text):
                assert "{" not in form
                assert "}" not in form


def test_a_subject_begins_with_what_matters() -> None:
    assert email(facts()).subject == "Urgent 87/100 · Lumo · level 2: Carla (Mastodon)"
    assert email(facts(level=1)).subject == "Urgent 87/100 · Lumo: Carla (Mastodon)"


def test_times_are_those_of_the_reader() -> None:
    letter = email(facts(time_zone="America/Sao_Paulo", language="pt"))
    assert "domingo, 1 de março de 2026, 06:30 (America/Sao_Paulo)" in letter.text


def test_a_time_zone_that_cannot_be_found_keeps_no_alert_back() -> None:
    assert "9:30 (UTC)" in email(facts(time_zone="../../etc/passwd")).text


@languages
def test_a_letter_names_its_language(language: str) -> None:
    (html, *_) = parsed(email(facts(language=language)).html).elements
    assert html == ("html", {"lang": language})


def test_a_language_we_do_not_speak_is_answered_in_english() -> None:
    assert email(facts(language="ja")) == email(facts(language="en"))


# ---------------------------------------------------------------- what went before


@languages
def test_an_alert_that_lapsed_says_who_had_taken_it(language: str) -> None:
    told = facts(language=language, lapsed_by="Ana Souza", level=1, repeat=0)
    for form in (email(told).text, parsed(email(told).html).text):
        assert phrases_in(language)["lapsed_note"].format(who="Ana Souza") in form
    assert "Ana Souza" not in email(facts(language=language)).text


@languages
@pytest.mark.parametrize("reason", get_args(Held))
def test_an_alert_that_was_kept_back_says_since_when_and_why(language: str, reason: Held) -> None:
    since = datetime(2026, 2, 28, 22, 5, tzinfo=UTC)
    letter = email(facts(language=language, held_since=since, held_reason=reason))
    for form in (letter.text, parsed(letter.html).text):
        assert "22:05" in form
        assert f"{phrases_in(language)['held'][reason]}." in form


def test_why_it_was_kept_back_may_be_left_out() -> None:
    since = datetime(2026, 2, 28, 22, 5, tzinfo=UTC)
    letter = email(facts(held_since=since))
    assert "\nKept back since Saturday 28 February 2026, 22:05 (Europe/Lisbon).\n" in letter.text


@languages
def test_an_alert_of_low_urgency_says_that_it_waits_for_support_hours(language: str) -> None:
    until = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    words = phrases_in(language)
    dated = email(facts(language=language, waits=True, waits_until=until))
    undated = email(facts(language=language, waits=True))
    before = words["waits_until"].partition("{when}")[0]
    for form in (dated.text, parsed(dated.html).text):
        assert before in form
        assert "08:00" in form
        assert "09:30" not in form, "a deadline that does not run yet"
    assert words["waits"] in undated.text
