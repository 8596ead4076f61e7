"""The pages behind our links: what each says, and that it can do nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any, get_args

import pytest

from api.pages.ack import Outcome, ack_page, policy
from api.pages.ack_phrases import ack_phrases_in
from api.pages.policy import hash_source
from earshot.domain.case import CLOSED, Case
from earshot.domain.contact import Contact
from earshot.domain.languages import LANGUAGES
from earshot.domain.link import answers_of
from earshot.flows.pressing import Link
from earshot.ports import Token
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.reminder_phrases import reminder_phrases_in
from tests.unit.domain.examples import NOW, POLICY, author, case, chain, follow_up
from tests.unit.flows.world import CONFIGURATION
from tests.unit.messages.examples import HOSTILE
from tests.unit.messages.parsed import Document, parsed

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
ANA = Contact(name="ana", email="ana@acme.example", language="en", time_zone="Europe/Lisbon")

every_outcome = pytest.mark.parametrize("outcome", OUTCOMES)
languages = pytest.mark.parametrize("language", LANGUAGES)


def page(outcome: Outcome, kept: Case | None = None, reader: Contact = ANA) -> str:
    kept = kept or case()
    token = Token("d", kept.id, kept.cycle, 1, reader.name, NOW + timedelta(hours=24))
    # The state of the link was decided already; a page is told what came of it.
    link = Link(state="valid", token=token, case=kept)
    if outcome == "unknown":
        link = Link(state="unknown")
    return ack_page(outcome, link, reader, CONFIGURATION)


def seen(outcome: Outcome, kept: Case | None = None, reader: Contact = ANA) -> Document:
    return parsed(page(outcome, kept, reader))


def taken(**changes: Any) -> Case:
    return case("acknowledged", acknowledged_at=NOW, acknowledged_by="ana", **changes)


# ---------------------------------------------------------------- what it can do


@every_outcome
def test_a_page_runs_nothing_and_loads_nothing(outcome: Outcome) -> None:
    document = seen(outcome)
    assert document.open == []
    assert not document.tags & {"script", "img", "link", "iframe", "object", "base", "svg"}
    assert document.values("src") == document.values("style") == []


def test_the_policy_lets_in_the_pages_own_look_and_nothing_else() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))
    style = page("ask").partition("<style>")[2].partition("</style>")[0]
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
        "style-src": hash_source(style),
    }


def test_a_hash_is_what_browsers_compute() -> None:
    # The example of CSP level 3, 2.3.1 in its own words: base64 of the digest of the text itself.
    assert hash_source("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


@every_outcome
def test_a_page_has_a_button_only_where_pressing_helps(outcome: Outcome) -> None:
    document = seen(outcome)
    forms = [held for tag, held in document.elements if tag == "form"]
    assert ("button" in document.tags) == (outcome in ("ask", "choose", "busy"))
    # To where the page itself is: the secret stands in the address alone.
    assert all(form["method"] == "post" and "action" not in form for form in forms)


@every_outcome
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_strangers_wrote_stays_text(outcome: Outcome, text: str) -> None:
    kept = taken(excerpt=text, url=text, source=text, brand=text, author=author(name=text))
    document = seen(outcome, kept, replace(ANA, name="<b>ana"))
    plain = seen(outcome, taken())
    assert document.open == []
    assert document.tags <= plain.tags | {"br"}
    assert all(link.startswith("/") for link in document.values("href"))
    assert not any(name.startswith("on") for _, held in document.elements for name in held)


def test_markup_is_shown_as_it_was_written() -> None:
    kept = case(excerpt=HOSTILE["markup"], author=author(name="<i>Carla"))
    html = page("ask", kept)
    assert escape("<script>alert(1)</script>") in html
    assert "&lt;i&gt;Carla" in html


# ---------------------------------------------------------------- what it says


@languages
@every_outcome
def test_a_page_speaks_the_readers_language_and_fills_every_blank(
    outcome: Outcome, language: Any
) -> None:
    document = seen(outcome, taken(), replace(ANA, language=language))
    assert ("html", {"lang": language}) in document.elements
    assert "{" not in document.text
    assert "None" not in document.text
    assert "Earshot" in document.text


def test_the_question_says_what_it_is_about() -> None:
    told = seen("ask").text
    for part in (
        "High",
        "70/100",
        "Serious complaint about Acme",
        case().excerpt,
        case().author.name,
        "Waiting since Monday 2 March 2026, 12:00 (Europe/Lisbon)",
        "Opening this page has changed nothing yet.",
        "I am on it",
    ):
        assert part in told


def test_thanks_say_who_has_it_and_what_comes_next() -> None:
    patient = chain(policy=replace(POLICY, acknowledge_timeout_seconds=4 * 3600))
    kept = taken(chain=patient, follow_ups=(follow_up(due_in=3600),))
    told = seen("done", kept).text
    assert "It is on record that ana is on it." in told
    assert "Earshot asks whether it is done: Monday 2 March 2026, 13:00 (Europe/Lisbon)." in told
    assert "the alarm starts again: Monday 2 March 2026, 16:00 (Europe/Lisbon)." in told
    assert f"/#case/{kept.id}" in page("done", kept)


@pytest.mark.parametrize("patience", [chain(policy=POLICY), None])
def test_thanks_threaten_nothing_that_will_not_happen(patience: Any) -> None:
    assert "the alarm starts again" not in seen("done", taken(chain=patience)).text


NEEDLESS = [
    (taken(), "Somebody is on it already", "ana is on it."),
    (taken(assignee="ben"), "Somebody is on it already", "ben is on it."),
    (case("in_progress"), "Somebody is on it already", "It is being worked on."),
    (case("awaiting_customer"), "Somebody is on it already", "the customer's turn"),
    (case("satisfied"), "This case is closed", "says that it is settled"),
    (case("dismissed"), "This case is closed", "no complaint"),
    (case("closed_unanswered"), "This case is closed", "did not answer"),
    (case("reopened", cycle=2), "This link is from an earlier alarm", "newest alert"),
]


@pytest.mark.parametrize(("kept", "title", "standing"), NEEDLESS)
def test_a_needless_link_says_how_the_case_stands(kept: Case, title: str, standing: str) -> None:
    told = seen("needless", kept).text
    assert title in told
    assert standing in told


@pytest.mark.parametrize(
    ("kept", "name", "title"),
    [
        (taken(), "ana", "It is yours already"),
        (taken(), "ben", "This link was used already"),
        (taken(assignee="ben"), "ben", "It is yours already"),
        (case("open"), "ana", "This link was used already"),
        (case("satisfied", acknowledged_by="ana"), "ana", "This link was used already"),
    ],
)
def test_pressing_twice_is_no_fault(kept: Case, name: str, title: str) -> None:
    assert title in seen("used", kept, replace(ANA, name=name)).text


def test_an_expired_link_says_how_long_links_work_and_how_the_case_stands() -> None:
    told = seen("expired", taken()).text
    assert "work for 24 hours" in told
    assert "ana is on it." in told


@pytest.mark.parametrize("outcome", ["needless", "used", "expired", "unknown", "busy"])
def test_a_link_that_is_not_good_shows_nobodys_words(outcome: Outcome) -> None:
    told = page(outcome, taken(excerpt="what was said", author=author(name="Carla")))
    assert "what was said" not in told
    assert "Carla" not in told


def test_an_unknown_link_tells_of_no_case() -> None:
    document = seen("unknown")
    assert document.values("href") == ["/"]
    assert "Acme" not in document.text


@languages
def test_the_button_says_the_same_as_the_one_in_the_mail(language: Any) -> None:
    document = seen("ask", reader=replace(ANA, language=language))
    assert phrases_in(language)["acknowledge_button"] in document.text


@languages
def test_every_closed_state_has_its_words(language: str) -> None:
    assert set(CLOSED) <= set(ack_phrases_in(language)["standing"])


# ---------------------------------------------------------------- the letters of follow-ups


def answering(
    outcome: Outcome,
    purpose: str = "handler_check",
    kept: Case | None = None,
    reader: Contact = ANA,
    *,
    answer: Any = None,
    chosen: str | None = None,
) -> str:
    kept = kept or case("in_progress")
    token = Token("d", kept.id, 1, 0, reader.name, NOW + timedelta(days=7), None, purpose, 1)
    link = Link(
        state="valid",
        token=token,
        case=kept,
        answers=answers_of(purpose),
        answer=answer,
    )
    return ack_page(outcome, link, reader, CONFIGURATION, chosen=chosen)


PURPOSES = ("handler_check", "customer_check", "read_answer")
every_purpose = pytest.mark.parametrize("purpose", PURPOSES)


@languages
@every_purpose
@every_outcome
def test_a_page_of_a_letter_is_whole_in_every_language(
    outcome: Outcome, purpose: str, language: Any
) -> None:
    reader = replace(ANA, language=language)
    for answer in answers_of(purpose):
        kept = case("in_progress", follow_ups=(follow_up(due_in=3600),))
        page_ = answering(outcome, purpose, kept, reader, answer=answer)
        document = parsed(page_)
        assert document.open == []
        assert not document.tags & {"script", "img", "link", "iframe", "object", "base", "svg"}
        assert document.values("src") == document.values("style") == []
        assert "{" not in document.text
        assert "None" not in document.text


@languages
@every_purpose
def test_a_letters_page_has_its_buttons_in_the_words_of_the_mail(
    purpose: str, language: Any
) -> None:
    document = parsed(answering("ask", purpose, reader=replace(ANA, language=language)))
    words = reminder_phrases_in(language)
    buttons = [held for tag, held in document.elements if tag == "button"]
    assert [(held["name"], held["value"]) for held in buttons] == [
        ("answer", answer) for answer in answers_of(purpose)
    ]
    for text in (words["title"][purpose], words["ask"][purpose]):  # type: ignore[index]
        assert text in document.text
    for answer in answers_of(purpose):
        assert words["answers"][answer] in document.text
    assert phrases_in(language)["acknowledge_button"] not in document.text


@pytest.mark.parametrize("outcome", ["ask", "choose", "busy"])
@every_purpose
def test_the_button_that_was_chosen_in_the_mail_comes_first(outcome: Outcome, purpose: str) -> None:
    for chosen in answers_of(purpose):
        values = parsed(answering(outcome, purpose, chosen=chosen)).values("value")
        assert values[0] == chosen
        assert sorted(values) == sorted(answers_of(purpose))


@pytest.mark.parametrize("chosen", [None, "", "acknowledge", '"><script>', "asked"])
def test_what_is_no_button_of_the_letter_is_not_on_its_page(chosen: str | None) -> None:
    html = answering("ask", "handler_check", chosen=chosen)
    assert parsed(html).values("value") == ["done", "not_yet"]
    assert html == answering("ask", "handler_check")


ANSWERED: list[tuple[str, Any, Case, str, str]] = [
    ("done", follow_up("customer_check", due_in=7200), case("awaiting_customer"), "done", "14:00"),
    ("not_yet", follow_up(due_in=3600), case("in_progress"), "Not yet, then", "13:00"),
    ("asked", follow_up("silence", due_in=7200), case("awaiting_customer"), "asked", "14:00"),
    ("yes", None, case("satisfied"), "the customer is satisfied", ""),
    ("no", follow_up(due_in=3600), case("reopened"), "It is not solved", "13:00"),
    ("unclear", follow_up(due_in=3600), case("in_progress"), "not clear yet", "13:00"),
]


@pytest.mark.parametrize(("answer", "planned", "kept", "told", "time"), ANSWERED)
def test_thanks_say_what_was_said_and_what_comes_next(
    answer: Any, planned: Any, kept: Case, told: str, time: str
) -> None:
    kept = replace(kept, follow_ups=(planned,) if planned else ())
    text = parsed(answering("done", "read_answer", kept, answer=answer)).text
    assert told in text
    assert time in text
    assert ("What happens next" in text) == bool(time)
    assert "alarm" not in text


@pytest.mark.parametrize(
    ("outcome", "state", "title"),
    [
        ("needless", "in_progress", "The case has moved on"),
        ("needless", "open", "The case has moved on"),
        ("needless", "satisfied", "This case is closed"),
        ("used", "in_progress", "This link was used already"),
        ("expired", "in_progress", "This link has expired"),
    ],
)
def test_a_letters_link_that_is_not_good_says_why_and_shows_nobodys_words(
    outcome: Outcome, state: Any, title: str
) -> None:
    kept = case(state, excerpt="what was said", acknowledged_by="ana")
    document = parsed(answering(outcome, "handler_check", kept))
    assert title in document.text
    assert "what was said" not in document.text
    assert "button" not in document.tags
    assert ("work for 7 days" in document.text) == (outcome == "expired")


@every_purpose
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_strangers_wrote_stays_text_on_a_letters_page(purpose: str, text: str) -> None:
    kept = case("in_progress", excerpt=text, url=text, source=text, author=author(name=text))
    for outcome in ("ask", "choose", "done"):
        document = parsed(answering(outcome, purpose, kept, answer="yes"))
        assert document.open == []
        assert not document.tags & {"script", "img", "svg"}
        assert all(link.startswith("/") for link in document.values("href"))


def test_the_page_of_a_letter_whose_kind_we_do_not_know_is_a_page() -> None:
    assert "moved on" in parsed(answering("needless", "of a newer version")).text
