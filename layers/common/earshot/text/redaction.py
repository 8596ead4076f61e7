"""Redaction: personal data out of a text, before it is stored, logged or sent.

What is found is replaced by its type in brackets. Every pattern has bounded repeats and begins at a
boundary, so the time grows with the length of the text and no faster; marks hold no digits, dots or
at-signs, so redacting twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Redacted:
    """`spans` are (start, end, type) in the text that came in, in order, never overlapping."""

    text: str
    spans: tuple[Span, ...]


def redact(text: str, language: str | None = None) -> Redacted:
    """The text with marks such as [EMAIL] in place of what identifies someone.

    `language` is a hint that this version does not need: numbers are written by country, and a
    Dutchman complains in English too.
    """
    spans: list[Span] = []
    for start, end, kind in sorted(_found(text), key=lambda span: (span[0], -span[1])):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end, kind))
    pieces: list[str] = []
    at = 0
    for start, end, kind in spans:
        pieces += [text[at:start], f"[{kind}]"]
        at = end
    return Redacted("".join([*pieces, text[at:]]), tuple(spans))


_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?!\w)"
)
_IBAN_START = re.compile(r"(?<![A-Za-z0-9])(?P<country>[A-Za-z]{2})\d{2}(?= ?[A-Za-z0-9])")
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
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d])")
_IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)")
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+|00 ?)[1-9](?:[ ()./-]{0,2}\d){6,14}(?!\d)")

# National forms, as people write them: (00) 00000-0000 in Brazil, 0-leading in Germany, France,
# Italy, the Netherlands, Belgium and Britain, nine digits in Portugal and Spain, ten in Mexico and
# the United States. Each needs its separators or its leading digit, so that prices, years and
# counts stay.
_NATIONAL = re.compile(
    r"(?<![\w.,/:€$£-])(?:"
    r"\(0?\d{2,4}\)(?:[ ./-]{0,2}\d){6,9}"
    r"|0[1-9](?:[ ./-]?\d){7,11}"
    r"|[269]\d{2}(?:[ .-]?\d{3}){2}"
    r"|[67]\d{2}(?:[ .-]?\d{2}){3}"
    r"|9\d{2}(?:[ .-]?\d{2}){3}"
    r"|\d{2}[ .-]\d{4,5}[ .-]\d{4}"
    r"|\d{3}[ .-]\d{3}[ .-]\d{4}"
    r")(?![\d%€$£]|[.,/:-]\d)"
)
_DATE = re.compile(r"[0-3]?\d([./-])[01]?\d\1\d{2,4}\b")

# What introduces a number that stands for a customer or a purchase, in the seven languages.
_ORDER_WORDS = (
    r"order|booking|reservation|tracking|parcel|invoice|customer|account|ticket|case|contract|policy"
    r"|pedido|encomenda|reserva|fatura|factura|cliente|contrato|rastreio|protocolo|processo|seguimiento"
    r"|bestelling|bestelnummer|ordernummer|pakket|factuur|klantnummer|klant|boeking|zaaknummer"
    r"|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|kundennummer|buchung"
    r"|vertragsnummer|sendungsnummer|vorgangsnummer"
    r"|commande|réservation|facture|client|contrat|colis|dossier"
    r"|ordine|prenotazione|fattura|contratto|spedizione|pratica"
)
_NUMBER_SIGN = (
    r"(?:number|numero|número|numéro|nummer|núm|num|nro|nr|no|nº|n°|ref|id|code|código|codice)"
)
_ORDER = re.compile(
    rf"(?<!\w)(?:{_ORDER_WORDS})s?(?:[ -]?{_NUMBER_SIGN})?[ .:#°º-]{{0,4}}"
    r"(?P<value>(?=[A-Za-z0-9-]{0,30}\d)[A-Za-z]{0,4}[-]?\d[A-Za-z0-9-]{3,30})(?!\w)",
    re.IGNORECASE,
)


def _found(text: str) -> Iterator[Span]:
    for kind, pattern, accepted in _FINDERS:
        for match in pattern.finditer(text):
            if accepted(match.group()):
                yield match.start(), match.end(), kind
    for match in _IBAN_START.finditer(text):
        end = _iban_end(text, match.start(), _IBAN_CHARACTERS.get(match["country"].upper(), 0))
        if end is not None:
            yield match.start(), end, "IBAN"
    for match in _ORDER.finditer(text):
        yield match.start("value"), match.end("value"), "ORDER"


def _iban_end(text: str, start: int, characters: int) -> int | None:
    """Where the account number ends that begins here, written with or without single spaces."""
    end, left = start, characters
    while left and end < len(text):
        if text[end].isascii() and text[end].isalnum():
            left -= 1
        elif text[end] != " " or text[end - 1] == " ":
            return None
        end += 1
    if left or not characters or text[end : end + 1].isalnum():
        return None
    return end if _is_iban(text[start:end]) else None


def _digits(found: str) -> str:
    return "".join(c for c in found if c.isdecimal() and c.isascii())


def _is_iban(found: str) -> bool:
    """ISO 13616: moved four places, letters as numbers, the remainder by 97 is 1."""
    compact = found.replace(" ", "").upper()
    turned = compact[4:] + compact[:4]
    if not turned.isascii() or not turned.isalnum():
        return False
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def _is_card(found: str) -> bool:
    """ISO/IEC 7812: the Luhn sum is a multiple of ten."""
    digits = _digits(found)
    doubled = [int(d) * 2 for d in digits[-2::-2]]
    total = sum(int(d) for d in digits[-1::-2]) + sum(d - 9 if d > 9 else d for d in doubled)
    return total % 10 == 0 and len(set(digits)) > 1


def _is_address(found: str) -> bool:
    try:
        ip_address(found)
    except ValueError:
        return False
    # "::" and "1::2" are C++ and times of day more often than addresses.
    return "." in found or found.count(":") >= 3


def _is_phone(found: str) -> bool:
    return 8 <= len(_digits(found)) <= 15 and not _DATE.match(found)


def _always(found: str) -> bool:
    return True


_FINDERS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("EMAIL", _EMAIL, _always),
    ("CARD", _CARD, _is_card),
    ("IP", _IPV4, _is_address),
    ("IP", _IPV6, _is_address),
    ("PHONE", _INTERNATIONAL, _is_phone),
    ("PHONE", _NATIONAL, _is_phone),
)
