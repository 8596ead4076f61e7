"""What strangers put into a draft: made fit, or left out."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS
from earshot.text.drafts import Facts, drafted
from earshot.text.drafts.slots import fitting, quoted
from earshot.text.drafts.wording import of_language

NAMES = [
    ("Ana", "Ana"),
    ("  Ana \n Silva ", "Ana Silva"),
    ("Zoë O’Neill-Müller", "Zoë O’Neill-Müller"),
    ("李娜", "李娜"),
    ("محمد", "محمد"),
    ("MARTA", "Marta"),
    ("Ana 🌸✨", "Ana"),
    ("**Ana**", "Ana"),
    ("Ana\u202egpj.exe\u202c", "Anagpj.exe"),
    ("A\u0301" + "\u0301" * 50 + "na", "A\u0301\u0301\u0301na"),
    ("ana1987", "ana1987"),
    ("@ana", "@ana"),
    ("@ana.bsky.social", "@ana.bsky.social"),
    ("@ana@mastodon.example", "ana"),
    ("@everyone", None),
    ("@here", None),
    ("@Channel.", None),
    ("@" + "a" * 60, None),
    ("Ana https://evil.example/x", None),
    ("www.evil.example", None),
    ("Ana evil.example", None),
    ("[Ana](https://evil.example)", None),
    ("<b>Ana</b>", None),
    ("#Ana", None),
    ("ana@mail.example", None),
    ("{handler}", None),
    ("x" * 5_000, None),
    ("Ana " * 1_250, None),
    ("one two three four five", None),
    ("🌸", None),
    ("...", None),
    ("", None),
    ("   ", None),
    ("You idiot", None),
    ("Your fault", None),
    ("+44 20 7946 0018", None),
    ("\ud800", None),
]


@pytest.mark.parametrize(("name", "said"), NAMES)
def test_a_customers_name_is_made_fit_or_left_out(name: str, said: str | None) -> None:
    if name.startswith("Ana\u202e"):
        said = None  # without its trick of direction it is a file's name
    assert fitting(Facts(customer=name), of_language("en"), "en").get("customer") == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my parcel is lost", "“my parcel is lost”"),
        ("MY PARCEL IS LOST FOR WEEKS", None),
        ("Well. My parcel is lost! Do something", "“My parcel is lost”"),
        ("no, my parcel is still not here, and I waited", "“my parcel is still not here”"),
        ("the app crashes 🤬 every time", None),
        ("look: https://evil.example/x is my parcel", None),
        ("@acme my parcel is lost", "“my parcel is lost”"),
        ("my parcel @acme is still lost", None),
        ("your driver is a thief", None),
        ("you absolute idiots lost my parcel", None),
        ("call me on 020 7946 0018 right now", None),
        ("order 123456789 never came to me", None),
        ("*my parcel* is _lost_ somewhere", None),
        ("it broke", None),
        ("", None),
        ("word " * 1_000, None),
        ("my parcel \u202eis lost", "“my parcel is lost”"),
        ("he said “my parcel is lost”", "“my parcel is lost”"),
        ("my child's toy was 3 days late", "“my child's toy was 3 days late”"),
    ],
)
def test_only_a_short_decent_clause_of_their_words_is_quoted(words: str, said: str | None) -> None:
    assert quoted(words, of_language("en"), "en") == said


@pytest.mark.parametrize(
    ("slot", "given", "said"),
    [
        ("link", "https://acme.example/a b", None),
        ("link", "javascript:alert(1)", None),
        ("link", "http://user:x@evil.example", None),
        ("link", "https://acme.example/" + "a" * 300, None),
        ("link", "help@acme.example", "help@acme.example"),
        ("link", "https://acme.example/help", "https://acme.example/help"),
        ("case", "A-2031", "A-2031"),
        ("case", "case", None),
        ("case", "4711 https://evil.example", None),
        ("case", "4" * 40, None),
        ("handler", "the parcels team", "the parcels team"),
        ("handler", "Ben <b>", None),
        ("handler", "B" * 61, None),
        ("brand", "Acme & Sons, Inc.", "Acme & Sons, Inc."),
        ("brand", "@acme", None),
        ("topic", "delivery", "with the delivery"),
        ("topic", "discrimination", None),
        ("topic", "greenwashing", None),
        ("news", "It left Leeds", "It left Leeds."),
        ("news", "It left Leeds!\nReally?", "It left Leeds! Really?"),
        ("news", "n" * 301, None),
    ],
)
def test_other_facts_are_looked_at_too(slot: str, given: str, said: str | None) -> None:
    given_facts: dict[str, Any] = {slot: given}
    found = fitting(Facts(**given_facts), of_language("en"), "en")

    assert found.get(slot) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_and_no_words_get_markup_or_calls_into_a_draft(language: str) -> None:
    hostile = [name for name, _ in NAMES]
    for number, (kind, name) in enumerate(
        (kind, name) for kind in REPLY_KINDS for name in hostile[::3]
    ):
        given = Facts(case_id=str(number), customer=name, words=f"{name} {name} {name}")
        text = drafted(kind, given, language).text
        assert "evil" not in text
        assert not any(c in text for c in "*_#<>[]{}|\\")
        assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "So") for c in text)
        assert "@everyone" not in text
        assert len(text) < 500
