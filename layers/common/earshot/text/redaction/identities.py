"""Identities: numbers that states give to people.

Those with an unmistakable shape and check are found anywhere. Bare digits are found where a word
introduces them: at once, or further on in the sentence if their check digits agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from earshot.text.redaction.span import Span, digits, has_digits

_WORDS = (
    r"bsn|burgerservicenummer|sofi-?nummer|paspoort(?:nummer)?|rijbewijs(?:nummer)?|id-?kaart"
    r"|identiteitskaart(?:nummer)?|rijksregister(?:nummer)?|insz|registre national|numéro national"
    r"|nif|nipc|contribuinte|cpf|rg|niss|cnh|cart[ãa]o de cidad[ãa]o|passaporte"
    r"|título de eleitor|bilhete de identidade"
    r"|dni|(?-i:NIE|RUT|NIR)|pasaporte|curp|rfc|nss|seguridad social|c[ée]dula|cui[tl]"
    r"|permiso de conducir"
    r"|ssn|social security|national insurance|ni (?:number|no)|nino|passport|driver'?s licen[sc]e"
    r"|driving licen[sc]e|id (?:number|card)|tax (?:id|number)|nhs (?:number|no)|ppsn?"
    r"|social insurance number"
    r"|steuer-?id(?:nr|-nr|nummer)?|id-?nr|steuernummer|steuer-?nr|steuer-?identifikationsnummer"
    r"|sozialversicherungs(?:nummer|nr)|sv(?:-?nummer|-?nr)|rentenversicherungsnummer|ahv(?:-?(?:nummer|nr))?"
    r"|numéro avs|ausweisnummer|personalausweis(?:nummer)?|reisepass(?:nummer)?"
    r"|führerschein(?:nummer)?"
    r"|sécurité sociale|(?:numéro de )?sécu|passeport|permis de conduire|carte d['’]identité"
    r"|(?:numéro|n°|num) fiscal|numéro spi|identifiant fiscal"
    r"|codice fiscale|carta d['’]identità|passaporto|patente(?: di guida)?|tessera sanitaria"
)
_FILLER_WORDS = 4
"""BSN is, driver's license number is, nummer van mijn paspoort is."""

_INTRODUCED = (
    rf"(?<![\w\[])(?:{_WORDS})(?![\w])(?P<gap>[^\d\n\[]{{0,40}}?)(?<![\w.,/-])"
    r"(?P<value>\d{8} ?\d ?[A-Z]{2}\d|\d{2} ?\d{6} ?[A-Z] ?\d{3}"
    r"|[A-Za-z]{0,3}-?\d(?:[ ./-]?\d){5,14}(?:-?[A-Za-z]| (?-i:[A-Z]))?"
    r"|(?=(?:[A-Z]{0,6}\d){3})[A-Z0-9]{8,18})(?!\w|[.,]\d|[%€$£])"
)

# An expired passport has a date, and a licence may be a year old: neither is its number.
_DATE = re.compile(
    r"[0-3]?\d([./-])[01]?\d\1(?:19|20)?\d\d\Z|(?:19|20)\d\d([./-])[01]?\d\2[0-3]?\d\Z"
)


def found(text: str) -> Iterator[Span]:
    if not has_digits(text):
        return
    shaped, introduced = _patterns()
    for pattern, agrees in shaped:
        for match in pattern.finditer(text):
            if agrees(match.group()):
                yield match.start(), match.end(), "ID"
    for match in introduced.finditer(text):
        if _DATE.match(match["value"]):
            continue
        near = len(match["gap"].split()) <= _FILLER_WORDS and not re.search("[.!?;]", match["gap"])
        if near or any(agrees(match["value"]) for agrees in (_is_bsn, _is_nif, _is_cpf)):
            yield match.start("value"), match.end("value"), "ID"


@cache
def _patterns() -> tuple[
    tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...], re.Pattern[str]
]:
    month = "[A-EHLMPR-T]"
    omocode = r"[\dLMNP-V]"
    return (
        (
            (re.compile(r"(?<![\w.,-])\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?![\w]|[.,-]\d)"), _is_cpf),
            (
                re.compile(
                    r"(?<![\w.,-])(?:\d{2}\.?\d{3}\.?\d{3}|[XYZxyz][ -]?\d{7})[ -]?[A-Za-z](?![\w])"
                ),
                _is_dni,
            ),
            (
                re.compile(
                    rf"(?<!\w)[A-Z]{{6}}{omocode}{{2}}{month}{omocode}{{2}}[A-Z]{omocode}{{3}}"
                    r"[A-Z](?!\w)",
                    re.IGNORECASE,
                ),
                _is_codice_fiscale,
            ),
            (
                re.compile(r"(?<!\w)[A-Z]{3} [A-Z]{3} \d\d[A-Z]\d\d [A-Z]\d{3}[A-Z](?!\w)"),
                _is_codice_fiscale,
            ),
            # Belgium's, Switzerland's, Chile's and Mexico's, each with marks of its own.
            (re.compile(r"(?<![\w.,-])\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d(?![\w-])"), _is_rijksregister),
            (re.compile(r"(?<![\w.,-])756\.?\d{4}\.?\d{4}\.?\d\d(?![\w-])"), _is_ahv),
            (re.compile(r"(?<![\w.,-])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![\w-])"), _is_rut),
            (
                re.compile(
                    r"(?<!\w)[A-Z]{4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX][A-Z]{5}"
                    r"[A-Z\d]\d(?!\w)",
                    re.IGNORECASE,
                ),
                bool,
            ),
            (re.compile(r"(?<![\w.-])(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])"), bool),
            (
                re.compile(
                    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
                    r" ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"
                ),
                bool,
            ),
            (
                re.compile(
                    r"(?<![\w.,-])[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ABab])"
                    r" ?\d{3} ?\d{3} ?\d\d(?!\w)"
                ),
                _is_nir,
            ),
        ),
        re.compile(_INTRODUCED, re.IGNORECASE),
    )


def _is_bsn(value: str) -> bool:
    """The eleven test of the Dutch tax office: weights 9 to 2, and -1 for the last digit."""
    number = digits(value).zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        len(number) == 9 and sum(int(d) * w for d, w in zip(number, weights, strict=True)) % 11 == 0
    )


def _is_nif(value: str) -> bool:
    """Portugal: weights 9 to 2; eleven less the remainder by eleven, ten and eleven being 0."""
    number = digits(value)
    if len(number) != 9:
        return False
    total = sum(int(d) * w for d, w in zip(number, range(9, 1, -1), strict=False))
    return int(number[8]) == (11 - total % 11) % 11 % 10


def _is_cpf(value: str) -> bool:
    """Brazil: both check digits are by eleven, weights counting down to 2."""
    number = digits(value)
    if len(number) != 11 or len(set(number)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(d) * (length + 1 - i) for i, d in enumerate(number[:length]))
        if int(number[length]) != total * 10 % 11 % 10:
            return False
    return True


def _is_dni(value: str) -> bool:
    """Spain: the letter is the remainder by 23; X, Y and Z of foreigners count 0, 1 and 2."""
    compact = re.sub(r"[ .-]", "", value).upper()
    number = compact[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == compact[-1]


_ODD = tuple(map("BAKPLCQDREVOSFTGUHMINJWZYX".index, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _is_codice_fiscale(value: str) -> bool:
    """Italy (DM 23/12/1976): odd places count by a table, even ones by their order; modulo 26."""
    code = value.replace(" ", "").upper()
    orders = [int(c) if c.isdigit() else ord(c) - ord("A") for c in code]
    total = sum(_ODD[n] if i % 2 == 0 else n for i, n in enumerate(orders[:15]))
    return orders[15] == total % 26


def _is_nir(value: str) -> bool:
    """France: the key is 97 less the remainder by 97; Corsica's 2A and 2B count 19 and 18."""
    compact = value.replace(" ", "").upper().replace("2A", "19").replace("2B", "18")
    return int(compact[13:]) == 97 - int(compact[:13]) % 97


def _is_rijksregister(value: str) -> bool:
    """Belgium: 97 less the remainder by 97; those born since 2000 count a 2 in front."""
    number = digits(value)
    check = 97 - int(number[9:])
    return check in (int(number[:9]) % 97, int("2" + number[:9]) % 97)


def _is_ahv(value: str) -> bool:
    """Switzerland: the check digit of EAN-13."""
    return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits(value))) % 10 == 0


def _is_rut(value: str) -> bool:
    """Chile: weights 2 to 7 from the right, over and over; eleven less the remainder, K for ten."""
    number = digits(value[:-1])[::-1]
    rest = -sum(int(d) * (2 + i % 6) for i, d in enumerate(number)) % 11
    return "0123456789K"[rest] == value[-1].upper()
