"""Redaction: what identifies someone leaves the text, and nothing else does."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.text.redaction import redact

FOUND = [
    ("write to ana.silva+web@mail.example.pt please", "EMAIL", "ana.silva+web@mail.example.pt"),
    (
        "mein Konto DE89 3704 0044 0532 0130 00 wurde belastet",
        "IBAN",
        "DE89 3704 0044 0532 0130 00",
    ),
    ("op NL91ABNA0417164300 gestort", "IBAN", "NL91ABNA0417164300"),
    ("they charged 4111 1111 1111 1111 twice", "CARD", "4111 1111 1111 1111"),
    ("ma carte 5500-0000-0000-0004 !", "CARD", "5500-0000-0000-0004"),
    ("llámame al +34 612 345 678", "PHONE", "+34 612 345 678"),
    ("ligue para (11) 91234-5678", "PHONE", "(11) 91234-5678"),
    ("o meu número é 912 345 678", "PHONE", "912 345 678"),
    ("bel me op 06-12345678", "PHONE", "06-12345678"),
    ("Tel. 030 90182-345 anrufen", "PHONE", "030 90182-345"),
    ("appelez le 06 12 34 56 78", "PHONE", "06 12 34 56 78"),
    ("chiamatemi al 0039 347 123 4567", "PHONE", "0039 347 123 4567"),
    ("call 555-123-4567 now", "PHONE", "555-123-4567"),
    ("mi teléfono 612 34 56 78", "PHONE", "612 34 56 78"),
    ("my order #AB-20934 never came", "ORDER", "AB-20934"),
    ("pedido nº 8837261 ainda nada", "ORDER", "8837261"),
    ("Bestellnummer: 77120934", "ORDER", "77120934"),
    ("commande n° 20240931 perdue", "ORDER", "20240931"),
    ("bestelling 99120023 kwijt", "ORDER", "99120023"),
    ("ordine numero 55512099 mai arrivato", "ORDER", "55512099"),
    ("from 192.168.1.17 they said", "IP", "192.168.1.17"),
    ("host 2001:db8::8a2e:370:7334 is down", "IP", "2001:db8::8a2e:370:7334"),
]


@pytest.mark.parametrize(("text", "kind", "value"), FOUND)
def test_what_identifies_someone_is_replaced_by_its_type(text: str, kind: str, value: str) -> None:
    redacted = redact(text)
    assert value not in redacted.text
    assert [(text[start:end], k) for start, end, k in redacted.spans] == [(value, kind)]
    assert f"[{kind}]" in redacted.text


KEPT = [
    "it cost 1.299,00 € and broke after 2 years",
    "the train of 14:32 on 12.03.2024 was 95 minutes late",
    "since 2024-03-12 nothing works",
    "version 10.2.3 crashes, 3.14159 times",
    "100000 followers, 250.000 views, 12,345,678 people",
    "@acme #fail 24/7 support, 50% off",
    "I waited from 09:00 to 17:30 on 01/02/2025",
    "ordered 3 of them in order to save 20 euros",
    "std::vector and a::b are C++",
    "ID1234 1234567890123 is no card",
]


@pytest.mark.parametrize("text", KEPT)
def test_prices_dates_versions_and_counts_stay(text: str) -> None:
    assert redact(text).text == text


@given(st.lists(st.sampled_from([t for t, _, _ in FOUND] + KEPT), max_size=6).map(" / ".join))
def test_redacting_twice_changes_nothing(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


@given(st.text(max_size=300))
def test_any_text_at_all_is_taken(text: str) -> None:
    once = redact(text).text
    assert redact(once).text == once


def test_what_was_introduced_once_is_gone_everywhere() -> None:
    redacted = redact("My name is Ana Silva, order 8837261. Where is 8837261? Ana Silva waits.")
    assert redacted.text == "My name is [PERSON], order [ORDER]. Where is [ORDER]? [PERSON] waits."


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789 -.,/()+:@#€[]",
                "Via ",
                "Straße ",
                "order ",
                "BSN ",
                "tel ",
                "06",
                "AB",
                "my name is ",
                "John ",
                "\n",
                "DE89",
                "[EMAIL]",
                "12 rue de ",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_spans_lie_in_the_text_in_order_whatever_is_strung_together(text: str) -> None:
    redacted = redact(text)
    at = 0
    for start, end, _ in redacted.spans:
        assert at <= start < end <= len(text)
        at = end
    assert redact(redacted.text).text == redacted.text


def test_thousands_of_different_numbers_take_linear_time() -> None:
    text = "".join(f"order AB{number * 7919} " for number in range(1000, 7000))
    started = time.perf_counter()
    assert redact(text).text.count("[ORDER]") == 6000
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "unit",
    [
        "0",
        "1 ",
        "a@",
        "a.",
        "+1",
        "(11)",
        "DE89 ",
        "1.",
        "f:",
        "order ",
        "�",
        "[EMAIL]",
        "my name is ",
        "Via A ",
        "12 rue de la ",
        "A-",
        "Aastraat 1",
        "BSN ",
        "tel ",
        "06 12 34 56 78 ",
    ],
)
def test_pathological_repeats_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    started = time.perf_counter()
    redact(text)
    assert time.perf_counter() - started < 5
