"""Payments: account numbers and cards, told by their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, digits, has_digits

# How long an account number is where our languages are spoken and around (SWIFT IBAN registry).
_IBAN_CHARACTERS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI NL",
        20: "AT CH EE LT LU",
        21: "HR LI LV",
        22: "BG DE GB GE IE ME RS",
        24: "AD CZ ES MD RO SE SK TN",
        25: "PT",
        26: "IS TR",
        27: "FR GR IT MC SM",
        28: "CY HU LB PL",
        29: "BR UA",
    }.items()
    for country in countries.split()
}

# Which first digits a card of that length has (ISO/IEC 7812 ranges in use). Without it a tenth of
# all barcodes (13 digits), times in milliseconds (13) and post ids (18, 19) would be cards.
_FIRST_DIGITS = {12: "56", 13: "456", 14: "356", 15: "12356", 16: "0123456789"}
_FIRST_DIGITS_OF_LONG = "23456"


def found(text: str) -> Iterator[Span]:
    if not has_digits(text):
        return
    iban, card = _patterns()
    for match in iban.finditer(text):
        end = _iban_end(text, match.start(), _IBAN_CHARACTERS.get(match["country"].upper(), 0))
        if end is not None:
            yield match.start(), end, "IBAN"
    for match in card.finditer(text):
        if _is_card(match.group()):
            yield match.start(), match.end(), "CARD"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"(?<![A-Za-z0-9])(?P<country>[A-Za-z]{2})\d{2}(?=[ -]?[A-Za-z0-9])"),
        re.compile(r"(?<![\w.,])\d(?:[ -]?\d){11,18}(?!\w)"),
    )


def _iban_end(text: str, start: int, characters: int) -> int | None:
    """Where the account number ends that begins here, written with or without single spaces."""
    end, left = start, characters
    while left and end < len(text):
        if text[end].isascii() and text[end].isalnum():
            left -= 1
        elif text[end] not in " -" or text[end - 1] in " -":
            return None
        end += 1
    if left or not characters or text[end : end + 1].isalnum():
        return None
    return end if _is_iban(text[start:end]) else None


def _is_iban(value: str) -> bool:
    """ISO 13616: moved four places, letters as numbers, the remainder by 97 is 1."""
    compact = value.replace(" ", "").replace("-", "").upper()
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _is_card(value: str) -> bool:
    """ISO/IEC 7812: the Luhn sum is a multiple of ten."""
    number = digits(value)
    if not number or number[0] not in _FIRST_DIGITS.get(len(number), _FIRST_DIGITS_OF_LONG):
        return False
    doubled = [int(d) * 2 for d in number[-2::-2]]
    total = sum(int(d) for d in number[-1::-2]) + sum(d - 9 if d > 9 else d for d in doubled)
    return total % 10 == 0 and len(set(number)) > 1
