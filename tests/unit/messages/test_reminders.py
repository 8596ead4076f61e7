"""The letters of follow-ups: what each asks, what it hands over, and the buttons that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from earshot.domain.case import FollowUpKind
from earshot.domain.clocks.policy import CLOCKS, ClockName
from earshot.domain.languages import LANGUAGES
from earshot.domain.link import ANSWERS, answers_of
from earshot.text.messages import Duty, Email, reminder
from earshot.text.messages.chat import reminder_chat
from earshot.text.messages.hostile import copied
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.reminder_phrases import (
    ClockNews,
    ReminderPhrases,
    reminder_phrases_in,
)
from tests.unit.messages.examples import HOSTILE, LINK, facts
from tests.unit.messages.parsed import parsed

DUTIES: tuple[Duty, ...] = get_args(Duty)
NEWS: tuple[ClockNews, ...] = get_args(ClockNews)
ASKING: tuple[Duty, ...] = ("handler_check", "customer_check", "read_answer")

languages = pytest.mark.parametrize("language", LANGUAGES)
duties = pytest.mark.parametrize("duty", DUTIES)
asking = pytest.mark.parametrize("duty", ASKING)
hostile_texts = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())

QUESTION = "Olá Carla, uma pergunta rápida.\n\nEstá tudo resolvido agora? Basta um sim ou um não."
REPLY = "Hi Carla, we are sorry.\n\nPlease write to us here: https://help.lumo.example/contact"
WORDS = "well, the parcel came, but half of it is missing. see https://evil.example/x"

HANDED: dict[str, Any] = {
    "draft": QUESTION,
    "draft_language": "pt",
    "answer": WORDS,
    "answer_url": "https://social.example/@carla/177",
    "reply": REPLY,
    "why": "the thread is locked",
    "clock": "first_reply",
    "due_at": datetime(2026, 3, 1, 10, 15, tzinfo=UTC),
}
"""All that any of them hands over; each takes what is its own."""


def letter(duty: Duty, **changes: Any) -> Email:
    about = HANDED if duty == "reply_failed" else HANDED | {"why": ""}
    return reminder(facts(**about | changes), duty)


def hrefs(email: Email) -> list[str]:
    return parsed(email.html).values("href")


# ---------------------------------------------------------------- the words


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{path}/{key}")
    else:
        yield path, value


@languages
def test_every_language_has_every_phrase_with_the_same_blanks(language: str) -> None:
    words = reminder_phrases_in(language)
    assert set(words) == ReminderPhrases.__required_keys__
    assert words["language"] == language

    def blanks(phrases: ReminderPhrases) -> dict[str, list[str]]:
        return {path: sorted(re.findall(r"\{\w+\}", text)) for path, text in leaves(phrases)}

    assert blanks(words) == blanks(reminder_phrases_in("en"))
    assert all(text.strip() for _, text in leaves(words))


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(leaves(reminder_phrases_in("en")))
    words = leaves(reminder_phrases_in(language))
    assert [text for path, text in words if text == english[path] and len(text) > 2] == []


@languages
def test_the_words_speak_of_everything_there_is(language: str) -> None:
    words = reminder_phrases_in(language)
    assert set(words["title"]) == set(words["ask"]) == set(DUTIES)
    assert set(words["answers"]) == {"acknowledge", *ANSWERS}
    for table in (words["clock_title"], words["clock"]):
        assert set(table) == set(NEWS)
        assert all(set(told) == set(CLOCKS) for told in table.values())
    # One button of the alert, and one of the letters, say it in the same words.
    assert words["answers"]["acknowledge"] == phrases_in(language)["acknowledge_button"]


@languages
def test_no_two_buttons_say_the_same(language: str) -> None:
    labels = list(reminder_phrases_in(language)["answers"].values())
    assert len(set(labels)) == len(labels)
    assert max(map(len, labels)) <= 30, "they stand beside each other"


def test_there_is_a_letter_for_each_follow_up_that_tells_somebody() -> None:
    told = {"silence": "customer_check", "reply": "reply_failed", "clock_look": "clock_missed"}
    assert {told.get(kind, kind) for kind in get_args(FollowUpKind)} <= set(DUTIES)


# ---------------------------------------------------------------- the buttons


@asking
@languages
def test_each_answer_has_a_button_with_the_link_of_the_letter(duty: Duty, language: str) -> None:
    email = letter(duty, language=language)
    labels = reminder_phrases_in(language)["answers"]
    document = parsed(email.html)
    for answer in answers_of(duty):
        address = f"{LINK}?answer={answer}"
        assert hrefs(email).count(address) == 1
        assert labels[answer] in document.text
        assert f"{labels[answer]}{phrases_in(language)['colon']}{address}" in email.text
    assert hrefs(email).count(LINK) == 1, "for who cannot press a button"
    assert phrases_in(language)["link_note"] in email.text
    assert phrases_in(language)["acknowledge_button"] not in document.text


@asking
def test_a_letter_without_a_link_has_no_button(duty: Duty) -> None:
    email = letter(duty, acknowledge_link="", acknowledge_by=None)
    assert not any("answer=" in address or "/ack" in address for address in hrefs(email))
    assert "answer=" not in email.text
    assert phrases_in("en")["link_note"] not in email.text
    assert "None" not in email.text


@pytest.mark.parametrize("duty", [duty for duty in DUTIES if duty not in ASKING])
def test_what_asks_nothing_takes_no_answer(duty: Duty) -> None:
    assert "answer=" not in letter(duty).html + letter(duty).text
    assert letter(duty, acknowledge_link="").html.count("<a ") <= 2


@asking
def test_a_link_that_is_none_becomes_no_button(duty: Duty) -> None:
    email = letter(duty, acknowledge_link="javascript:alert(1)//")
    assert "javascript:" not in email.html + email.text


# ---------------------------------------------------------------- what they say


@languages
def test_no_two_letters_ask_for_the_same(language: str) -> None:
    letters = [letter(duty, language=language) for duty in DUTIES]
    assert len({email.subject for email in letters}) == len(DUTIES)
    for email in letters:
        for form in (email.subject, email.text, parsed(email.html).text):
            assert "{" not in form
            assert "}" not in form
            assert "None" not in form


def test_a_letter_to_the_handler_reads_well() -> None:
    email = letter("handler_check", acknowledge_by=None, acknowledge_link="https://e.example/ack/x")
    assert email.subject == "Is it done? · Lumo: Carla (Mastodon)"
    assert email.text.split("\n\n")[2] == (
        "If it is done, say so, and the customer is asked next whether it is solved. "
        "If not, Earshot asks you again later on.\n"
        "It is done: https://e.example/ack/x?answer=done\n"
        "Not yet: https://e.example/ack/x?answer=not_yet"
    )


def test_the_question_to_the_customer_is_there_to_be_copied_in_their_language() -> None:
    email = letter("customer_check")
    assert (
        "The question to the customer, in Portuguese, ready to copy\n"
        "--------------------\n"
        "Olá Carla, uma pergunta rápida.\n"
        "\n"
        "Está tudo resolvido agora? Basta um sim ou um não.\n"
        "--------------------\n"
    ) in email.text
    (block,) = [held for _, held in parsed(email.html).elements if held.get("lang") == "pt"]
    assert "user-select:all" in block["style"]
    assert "Olá Carla, uma pergunta rápida.<br><br>Está tudo" in email.html


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({"draft_language": None, "written_in": "fr"}, "customer, in French, ready"),
        ({"draft_language": "nl", "written_in": "fr"}, "customer, in Dutch, ready"),
        ({"draft_language": None, "written_in": None}, "customer, ready"),
        ({"draft_language": "ja", "written_in": "fr"}, "customer, ready"),
    ],
)
def test_the_language_of_the_question_is_named_where_it_is_known(
    changes: dict[str, Any], heading: str
) -> None:
    assert heading in letter("customer_check", **changes).text


@pytest.mark.parametrize("duty", ["customer_check", "read_answer", "reply_failed"])
def test_what_is_not_there_leaves_no_empty_place(duty: Duty) -> None:
    bare = dict.fromkeys(("draft", "answer", "reply", "why"), "")
    words = reminder_phrases_in("en")
    headings = ("they_wrote", "question", "reply", "why")
    for email in (letter(duty, **bare), letter(duty, **dict.fromkeys(bare, " \n\u200b"))):
        assert not any(words[name] in email.text for name in headings)  # type: ignore[literal-required]
        assert "----------" not in email.text


def test_what_the_customer_wrote_is_theirs_and_can_be_opened() -> None:
    email = letter("read_answer")
    assert "\n> well, the parcel came, but half of it is missing. see [link]\n" in email.text
    assert "https://social.example/@carla/177" in hrefs(email)
    assert "evil" not in email.text + email.html


@hostile_texts
def test_nothing_that_the_customer_wrote_leaves_its_quotation(text: str) -> None:
    email = letter("read_answer", answer=f"first\n\nIt is done: https://evil.example\n{text}")
    document = parsed(email.html)
    assert document.open == []
    assert not document.tags & {"script", "img", "svg", "form"}
    heading = reminder_phrases_in("en")["they_wrote"]
    quoted = email.text.partition(f"{heading}\n")[2].partition("\n\n")[0].splitlines()
    assert quoted[:2] == ["> first", "> It is done: [link]"]
    assert all(line.startswith("> ") for line in quoted[:-1])
    ours = {LINK, facts().case_link, facts().url, HANDED["answer_url"]}
    assert {address.partition("?answer=")[0] for address in hrefs(email)} <= ours


def test_a_reply_that_was_not_sent_is_there_with_the_reason_and_its_links() -> None:
    email = letter("reply_failed", why="the server says: <b>no</b> https://evil.example")
    assert "\n\nWhy it was not sent: the server says: <b>no</b> [link]\n\n" in email.text
    assert "Please write to us here: https://help.lumo.example/contact\n-----" in email.text
    assert facts().url in hrefs(email)
    assert "&lt;b&gt;no&lt;/b&gt;" in email.html


@hostile_texts
def test_what_is_to_be_copied_is_text_however_it_came_about(text: str) -> None:
    for duty, field in (("customer_check", "draft"), ("reply_failed", "reply")):
        email = letter(duty, **{field: text})  # type: ignore[arg-type]
        document = parsed(email.html)
        assert document.open == []
        assert not document.tags & {"script", "img"}
        assert len(email.html.encode("utf-8", "replace")) < 100_000, "Gmail cuts what is longer"


def test_why_the_question_could_not_be_asked_is_told_with_it() -> None:
    email = letter("customer_check", why="it cannot be asked there: the thread is locked")
    assert "Why it was not sent: it cannot be asked there: the thread is locked" in email.text


CLOCK_LETTERS = [
    ("clock_warned", "first_reply", "The customer should have a first reply by Sunday 1 March"),
    ("clock_missed", "first_reply", "The customer should have had a first reply by Sunday 1 March"),
    ("clock_warned", "resolve", "It should be solved by Sunday 1 March"),
    ("clock_missed", "acknowledge", "Somebody should have taken it on by Sunday 1 March"),
]


@pytest.mark.parametrize(("duty", "clock", "told"), CLOCK_LETTERS)
def test_a_clock_is_told_by_its_name_and_the_readers_time(
    duty: Duty, clock: ClockName, told: str
) -> None:
    email = letter(duty, clock=clock, time_zone="America/Sao_Paulo")
    assert f"{told} 2026, 07:15 (America/Sao_Paulo)." in email.text
    assert f"{told} 2026, 07:15 (America/Sao_Paulo)." in parsed(email.html).text
    assert email.subject.startswith(reminder_phrases_in("en")["clock_title"][duty][clock])  # type: ignore[index]


@languages
@pytest.mark.parametrize("duty", NEWS)
@pytest.mark.parametrize("clock", [*CLOCKS, None])
def test_each_clock_has_a_letter_of_its_own(
    language: str, duty: Duty, clock: ClockName | None
) -> None:
    email = letter(duty, language=language, clock=clock, acknowledge_by=None)
    assert ("10:15" in email.text) == (clock is not None)
    undated = letter(duty, language=language, clock=clock, due_at=None, acknowledge_by=None)
    assert "{" not in undated.text
    assert "None" not in undated.text


def test_a_subject_is_short_in_every_language() -> None:
    for language in LANGUAGES:
        for duty in DUTIES:
            subject = letter(duty, language=language).subject
            assert "Carla (Mastodon)" in subject
            assert len(subject) <= 100


@pytest.mark.parametrize("duty", ["handler_check", "customer_check", "read_answer"])
def test_a_reminder_with_a_time_says_it(duty: Duty) -> None:
    assert "Due by Sunday 1 March 2026, 09:30 (Europe/Lisbon)." in letter(duty).text


# ---------------------------------------------------------------- copying, and chats


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n \n", []),
        ("one", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("\n\none\r\n\r\n\r\n\r\ntwo  three\n", ["one", "", "two three"]),
        ("see https://a.example/b", ["see https://a.example/b"]),
        ("pay \u202ekil\u202c\x00now", ["pay kilnow"]),
        ("x" * 30, ["x" * 19 + "…"]),
    ],
)
def test_what_is_copied_keeps_its_paragraphs(text: str, lines: list[str]) -> None:
    limit = 20 if text.startswith("xxx") else 100
    assert copied(text, limit) == lines


def test_a_chat_hands_over_the_beginning_and_has_every_link() -> None:
    message = reminder_chat(facts(**HANDED | {"why": ""}), "customer_check")
    assert "Olá Carla, uma pergunta rápida." in message.text
    for answer in answers_of("customer_check"):
        assert f"{LINK}?answer={answer}" in message.text
    read = reminder_chat(facts(**HANDED), "read_answer")
    assert "> well, the parcel came" in read.text
