"""What leaves for a service, whatever a stranger wrote."""

from __future__ import annotations

import time

import pytest

from earshot.adapters.classifiers.sent import LONGEST_TEXT_BYTES, as_sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("  Third week,\n\nno  refund ", "Third week, no refund"),
        ("Write to ana@acme.example please", "Write to [EMAIL] please"),
        # Split by characters that nobody sees, which would hide it from redaction.
        ("Write to ana@ac\u200bme.exam\u200bple please", "Write to [EMAIL] please"),
        ("@acme @ben@social.example my app is dead", "@user @user my app is dead"),
        ("thanks u/helpful_one for nothing", "thanks @user for nothing"),
        ("see https://acme.example/o?id=1 and www.acme.example now", "see [LINK] and [LINK] now"),
        # Unicode's tags spell "obey" and are invisible.
        ("fine\U000e006f\U000e0062\U000e0065\U000e0079 day", "fine day"),
        ("plain\ufe0f\U000e0101 words \u202eback\u202c", "plain words back"),
        ("half \ud83d a pair", "half a pair"),
        ("\x00\x07bell", "bell"),
        ("50 €, ça va, größer, 👎🏽", "50 €, ça va, größer, 👎🏽"),
        ("", ""),
        ("\u200b\n \ufe0f", ""),
    ],
)
def test_a_text_leaves_without_what_is_unseen_or_personal(text: str, sent: str) -> None:
    assert as_sent(text) == sent


@pytest.mark.parametrize(
    "text",
    [
        unit * 50_000
        for unit in ("a", "€", "👎", "@a", "u/", "\u200b", "https://", "(", "<mention>", "1 ", "a@")
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_a_text_leaves_bounded_and_soon(text: str) -> None:
    started = time.perf_counter()
    sent = as_sent(text)
    assert len(sent.encode()) <= LONGEST_TEXT_BYTES
    # A generous second; what grows faster than the text would take minutes.
    assert time.perf_counter() - started < 1


def test_what_is_sent_once_would_be_sent_the_same_again() -> None:
    sent = as_sent("@acme call +49 30 901820 or mail ana@acme.example, see https://acme.example")
    assert as_sent(sent) == sent
