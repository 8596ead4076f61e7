"""Payments: account numbers and cards, told by their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, digits, has_digits

# How long an account number is (SWIFT IBAN registry).
_IBAN_CHARACTERS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI FO GL NL",
        19: "MK SI",
        20: "AT BA EE KZ LT LU XK",
        21: "CH HR LI LV",
        22: "BG CR DE GB GE IE ME RS VA",
        23: "AE GI IL",
        24: "AD CZ ES MD RO SA SE SK TN",
        25: "PT",
        26: "IS TR",
        27: "FR GR IT MC SM",
        28: "AL AZ BY CY DO HU LB PL",
        29: "BR EG PS QA UA",
        30: "JO KW MU",
        31: "MT",
    }.items()
    for country in countries.split()
}

# First digits of cards of that length (ISO/IEC 7812 ranges in use). Without them a tenth of all
# barcodes (13 digits), times in milliseconds (13), device numbers (15) and post ids (18, 19) would
# be cards.
_MAESTRO = r"50|5[6-8]|6"
_SIXTEEN = r"4|5[0-8]|2(?:2(?:0[0-4]|2[1-9]|[3-9])|[3-6]|7(?:[01]|20))|3[05]|6|8[12]|9792"
_FIRST_DIGITS = {
    12: r"50|5[6-8]|63|67",
    13: rf"4|{_MAESTRO}",
    14: r"30|36|3[89]|50|5[6-8]|6",
    15: rf"3[47]|1800|2131|2014|2149|{_MAESTRO}",
    16: _SIXTEEN,
    17: r"50|5[6-8]|6[237]",
    18: r"50|5[6-8]|6[237]",
    19: r"4|50|5[6-8]|6[0-57]",
}
_WRITTEN_LIKE_CARDS = frozenset(((4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3)))


def found(text: str) -> Iterator[Span]:
    if not has_digits(text):
        return
    iban, introduced, card, group = _patterns()
    for match in iban.finditer(text):
        country = match["country"].upper()
        end = _iban_end(text, match.start(), _IBAN_CHARACTERS.get(country, 0))
        # A digit mistyped does not make it anybody else's: what is called an IBAN is taken for one.
        if end and (
            _is_iban(text[match.start() : end])
            or introduced.search(text[max(0, match.start() - 20) : match.start()])
        ):
            yield match.start(), end, "IBAN"
    for match in card.finditer(text):
        groups = [g.span() for g in group.finditer(text, *match.span())]
        for start, end in _cards(text, groups):
            yield start, end, "CARD"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            r"(?:(?<![A-Za-z0-9])|(?<=IBAN))(?P<country>[A-Za-z]{2}) ?\d{2}(?=[ .-]?[A-Za-z0-9])"
        ),
        re.compile(r"\biban\W{0,3}(?:\w{1,6}\W{1,3}){0,2}\Z|IBAN\Z", re.IGNORECASE),
        re.compile(r"(?<![\w.,])\d(?:(?:[ -]|\.(?=\d{4}))?\d){11,30}(?!\w)"),
        re.compile(r"\d+"),
    )


def _iban_end(text: str, start: int, characters: int) -> int | None:
    """Where the account number ends that begins here, written with or without single spaces."""
    end, left = start, characters
    while left and end < len(text):
        if text[end].isascii() and text[end].isalnum():
            left -= 1
        elif text[end] not in " -." or text[end - 1] in " -.":
            return None
        end += 1
    if left or not characters or text[end : end + 1].isalnum():
        return None
    return end


def _is_iban(value: str) -> bool:
    """ISO 13616: moved four places, letters as numbers, the remainder by 97 is 1."""
    compact = re.sub("[ .-]", "", value).upper()
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _cards(text: str, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The whole run of digits, or what is grouped as on a card within it: the date until which it
    is valid and other numbers may stand right beside."""
    whole = (groups[0][0], groups[-1][1])
    if _is_card(text[slice(*whole)]):
        yield whole
        return
    lengths = [end - start for start, end in groups]
    for first in range(len(groups)):
        for count in (1, 3, 4, 5):
            written = tuple(lengths[first : first + count])
            if written in _WRITTEN_LIKE_CARDS or (count == 1 and written[0] >= 12):
                start, end = groups[first][0], groups[first + len(written) - 1][1]
                if _is_card(text[start:end]):
                    yield start, end


def _is_card(value: str) -> bool:
    """ISO/IEC 7812: the Luhn sum is a multiple of ten."""
    number = digits(value)
    first = _FIRST_DIGITS.get(len(number))
    if first is None or not re.match(first, number):
        return False
    doubled = [int(d) * 2 for d in number[-2::-2]]
    total = sum(int(d) for d in number[-1::-2]) + sum(d - 9 if d > 9 else d for d in doubled)
    return total % 10 == 0 and len(set(number)) > 1
