"""Addresses: a street with its house number, and the postcode and town that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, has_digits

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_NAME = rf"{_UPPER}[\w'’.-]{{0,30}}"
_SMALL = r"(?:d[aeo]s?|del|las?|los|el|e|y|i|en|les?|du|des|di|della|delle|dei|degli|dell['’])"
# The name of a street, or a town, in the Romance languages: capitals with small words between.
_ROMANCE_NAME = (
    rf"(?:{_SMALL} |[ldLD]['’]|[Dd]ell['’]){{0,3}}{_NAME}"
    rf"(?: (?:{_SMALL} |[ldLD]['’]|[Dd]ell['’]){{0,3}}{_NAME}){{0,4}}"
)
# rua das flores: without capitals a small word has to tell that a name follows.
_LOWER_NAME = r"(?:d[aeo]s?|del|de las?|de los)(?: la)? [^\W\d_]{3,20}"
_TOWN_WORD = rf"{_UPPER}(?:[^\W\d_]|['’.-]){{0,30}}(?!\w)"
_TOWN = rf"{_TOWN_WORD}(?: (?:d[aeio]s? |del |la |am |aan den )?{_TOWN_WORD}){{0,2}}"

# Measures after a number make it no house number: 3 weeks, 20 Uhr, 5 km.
_NO_MEASURE = (
    r"(?![\w%€$£]|[.,:/]\d|:|º|°| ?(?:(?i:uhr|uur|u|h|hs|hrs?|min|mins|minut\w{0,4}"
    r"|stund\w{0,2}|hours?|horas?|ore|heures?|days?|d[ií]as?|giorni|jours?|tagen?|dagen|weeks?|wochen?|weken|semanas?"
    r"|settimane|semaines?|months?|meses|mesi|mois|monaten?|maanden|years?|anos?|años?|anni|ans"
    r"|jahren?|jaar|persone|personas|personnes|clienti|clientes|clients|kunden|autos?|cars|carros|coches|voitures"
    r"|times|veces|vezes|volte|fois|mal|keer|x|k?m|miles|euros?|eur|people|personen|pessoas|a?m|pm)"
    r"(?!\w)|[%€$£]))"
)
_NUMBER = (
    rf"\d{{1,5}}(?: ?[a-zA-Z](?!\w))?(?:[-/]\d{{1,4}}[a-zA-Z]?|/[a-zA-Z](?!\w)){{0,3}}{_NO_MEASURE}"
)
# Without capitals, what follows the number has to tell that the address ends there.
_CLEAR_END = (
    r"(?=[.!?;)](?!\d)|,(?! ?\d)|\n|\Z| [-–] |,? \d{4,5}(?!\w)|,? \d[º°ª]"
    r"|,? (?:apt|apto|ap|piso|bloco|int|scala|bus|cp|cap|cep)(?!\w))"
)

_NO_STREET_NAME = (
    r"(?:del|dell[aeo]|dei|degli|desde|hasta|con|per|por|para|pour|avec|les|las|los|des|der|que|mas"
    r"|non|não|est|más|son|dalle|alle|dal|fino|até"
    r"|(?:barr|ferm|bloqu|coup|bouch)ées?|entières?)(?!\w)"
)
_UNIT = (
    r"(?:,? (?i:apt|apartment|flat|unit|suite|ste|floor|apto?|ap|bloco|andar|piso|puerta|esc|bus"
    r"|app|int|scala|interno|wohnung|whg|appt|bât)(?!\w)[.:]? ?\w{1,5}"
    r"|,? \d{1,2}[º°ªo]\.?(?: ?(?:(?i:esq|dto|dir|izq|izda|dcha)|[A-D])(?!\w)\.?)?){0,2}"
)
_MONTHS = (
    r"(?i:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|okt|oct|nov|de[zc]|ene|abr|ago|fev|set|out|gen|mag"
    r"|giu|lug|ott|dic|avr|juin|juil|août|fév|déc)[a-zé]{0,7} "
)
_POSTCODE = (
    r"(?:\d{4} ?[A-Z]{2}(?!\w)|\d{5}-\d{3}|\d{4}-\d{3}|\d{4,5}(?!\w|[.,]\d)"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w))"
)
_STATE = r"(?:,? ?[-–/,] ?[A-Z]{2}(?!\w))?"
_PLACE = (
    rf"(?:(?:,|,? [-–]| in| à| a| en| em)? ?(?<=[ ,]){_POSTCODE}(?:,? {_TOWN}{_STATE})?"
    rf"|(?:,| [-–]) {_TOWN}{_STATE}(?:,? (?:[A-Z]{{2}},? )?{_POSTCODE})?)?"
)

_ROMANCE_STREET = (
    r"(?:Rua|R\.|Avenida|Av\.?|Avda\.?|Travessa|Praça|Largo|Alameda|Estrada|Rodovia|Calçada|Beco"
    r"|Calle|C/ ?|Paseo|Plaza|Pza\.|Carrer|Ronda|Camino|Carretera|Travesía"
    r"|Via|V\.le|V\.|Viale|Piazza|P\.za|P\.zza|P\.zle|Piazzale|Corso|C\.so|Vicolo|Largo|Lungomare"
    r"|Contrada|Strada)"
)
_NO_STREETS = frozenset(
    "twitter facebook whatsapp instagram email e-mail mail sms paypal amazon google telegram app"  # noqa: SIM905
    " linkedin youtube chat messenger ebay tiktok".split()
)
_GERMANIC_LOWER = r"stra(?:ß|ss)e|str\.|straat|laan|gracht|plein|singel|dreef|plantsoen"
_GERMANIC_UPPER = r"weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|kade|dijk|steeg"
_NO_GERMANIC = frozenset(
    "parkplatz stellplatz sitzplatz arbeitsplatz campingplatz spielplatz liegeplatz startplatz"  # noqa: SIM905
    " heimweg rückweg umweg hinweg arbeitsweg schulweg onderweg snelweg halverwege fietsweg"
    " hering frühling kreisstraße landesstraße staatsstraße bundesstraße fensterplatz stehplatz"
    " schlafplatz rastplatz autosnelweg afweg".split()
)
# Aflevering, storing, spring: those are no ring roads.
_NO_RING = re.compile(r"[eioup]ring\Z")
_ARTICLES = frozenset(("der", "die", "das", "dem", "den", "ein", "eine", "einer", "dieser"))


def found(text: str) -> Iterator[Span]:
    if not has_digits(text):
        return
    tail, english, romance, germanic, codes, *others = _patterns()

    def whole(match: re.Match[str]) -> Span:
        ends = tail.match(text, match.end())
        return match.start(), ends.end() if ends else match.end(), "ADDRESS"

    for match in english.finditer(text):
        if not _is_product(match["number"], match["street"]):
            yield whole(match)
    for match in romance.finditer(text):
        if match["name"].split()[0].lower() not in _NO_STREETS:
            yield whole(match)
    for match in germanic.finditer(text):
        if _is_street(match["street"].lower().split()):
            yield whole(match)
    for pattern in others:
        yield from map(whole, pattern.finditer(text))
    for match in codes.finditer(text):
        yield *match.span("code"), "ADDRESS"


def _is_street(words: list[str]) -> bool:
    """Nur Platz 21, Glückwunsch Platz 1: squares are Berliner, Potsdamer, Alter ..."""
    first, *more = words
    if first in _NO_GERMANIC or _NO_RING.search(first) or (first in _ARTICLES and len(more) == 1):
        return False
    return not more or more[-1] != "platz" or words[-2].endswith("er")


def _is_product(number: str, street: str) -> bool:
    """In 2019 Google Drive: a year, and a word that ends other names than streets'."""
    return "Google" in street or (
        len(number) == 4
        and number[:2] in ("19", "20")
        and street.endswith(
            ("Drive", "Way", "Place", "Walk", "Trail", "Row", "Circle", "Square", "Hill")
        )
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{_UNIT}{_PLACE}"),
        re.compile(
            rf"(?<![\w.,€$£:-])(?P<number>\d{{1,5}})[A-Za-z]?(?:-\d{{1,4}})?,? (?P<street>"
            rf"(?:(?:{_NAME}|\d{{1,3}}(?:st|nd|rd|th)|the) ){{1,4}}"
            r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Square|Sq"
            r"|Place|Pl|Terrace|Way|Boulevard|Blvd|Gardens|Grove|Mews|Parkway|Pkwy|Highway|Hwy|Hill"
            r"|Row|Walk|Circle|Trail)(?!\w)"
            rf"|(?!(?:minutes?|hours?|miles?|days?|weeks?|way|blocks?)(?!\w))[a-z]{{3,20}}"
            r" (?:street|avenue|road|lane)(?!\w))\.?"
        ),
        re.compile(
            rf"(?<![\w.])(?:{_ROMANCE_STREET}|(?i:rua|avenida|av\.|travessa|praça|alameda|calle"
            rf"|plaza|paseo|viale|piazza|corso)|(?:\A|(?<=in )|(?<=di )|(?<=da )|(?<=: ))via) ?"
            rf"(?<=[ /.])(?P<name>{_ROMANCE_NAME}|{_LOWER_NAME})"
            rf"(?:,? ?(?:n\.?º|nº|n°|n\.|n|núm\.?|número|numero|#)|,)? ?(?<=[ º°.#,])\.? ?"
            rf"{_NUMBER}"
        ),
        re.compile(
            rf"(?<![\w.-])(?P<street>(?:(?P<first>{_UPPER}[\w'’.-]{{1,25}} )"
            rf"(?:{_UPPER}[\w'’.-]{{1,25}} )?)?"
            rf"(?:[^\W\d_][\w'’.-]{{1,30}}?(?:{_GERMANIC_LOWER})|{_UPPER}[\w'’.-]{{2,30}}?(?:{_GERMANIC_UPPER})"
            rf"|(?(first)|(?!))(?:Stra(?:ß|ss)e|Str\.|Allee|Weg|Platz|Laan|Plein|Ring|Damm"
            rf"|Gasse|Ufer|Chaussee|Gracht|Dijk|Kade|Singel|Steig)"
            rf"|Stra(?:ß|ss)e de[sr] [\w.]{{2,20}}(?: {_NAME})?|Unter den Linden"
            rf"|(?i:laan|plein|straat|weg|dijk) van (?:de[nr]? |het )?{_NAME}))"
            rf" ?(?<=[ .]){_NUMBER}"
        ),
        # Postcodes of a street, or a side of it, where they are called one.
        re.compile(
            r"(?<!\w)(?:(?i:cep|post ?code|código postal))(?: (?:is|é|:))?[ :]{1,2}"
            r"(?P<code>\d{5}-\d{3}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
            r"(?!\w)"
        ),
        re.compile(
            rf"(?<![\w.,€$£:-])\d{{1,4}}(?: ?(?:bis|ter|quater|[a-dA-D])(?!\w))?,? (?:"
            rf"(?i:rue|avenue|av\.|boulevard|bd|blvd|impasse|allée|chemin)"
            rf" (?:{_ROMANCE_NAME}|(?:d[ue]s?|de la|de l['’]|d['’]|la|le) ?[^\W\d_]{{3,20}})"
            rf"|(?i:place|quai|cours|route|square|passage|faubourg|ruelle|villa) {_ROMANCE_NAME}"
            rf")(?<![.-])"
        ),
        # Am Markt 3a, Grote Markt 1: only the postcode tells that it is one.
        re.compile(
            rf"(?<!\w)(?:(?:Am|Im|An der|An den|Auf der|Auf dem|Zum|Zur|Unter den|In der|Op de"
            rf"|Aan de) {_NAME}|(?!{_MONTHS}){_TOWN_WORD}(?: {_TOWN_WORD}){{0,2}})"
            rf" \d{{1,4}} ?[a-z]?,? (?:\d{{5}} |\d{{4}} ?[A-Z]{{2}} |[BF]-\d{{4,5}} "
            rf"|(?!19|20[1-9])\d{{4}} (?<=, .....))"
            rf"(?!Euro|EUR|Stück|Uhr){_TOWN}"
        ),
        # In French Belgium and Switzerland the number stands behind.
        re.compile(
            r"(?<!\w)(?i:rue|avenue|av\.|boulevard|bd|chemin|ch\.|route|place|quai|chaussée|impasse"
            rf"|allée|clos) (?:{_ROMANCE_NAME}),? \d{{1,4}}[a-zA-Z]?(?:,? bte \d{{1,3}})?"
            r"(?=[.!?;,)]|\n|\Z| \d{4,5} [A-Z])"
        ),
        # rua augusta 1500, c/ mayor 7: in small letters, where it is clear that nothing goes on.
        re.compile(
            rf"(?<![\w.#@])(?:(?:rua|avenida|av\.|travessa|calle|c/|plaza|paseo|viale|piazza|corso"
            rf"|(?<=in )via)(?: |(?<=/))(?:(?:d[aeio]s?|del|la|los) )?"
            rf"(?!{_NO_STREET_NAME})[^\W\d_]{{3,20}} "
            rf"(?:(?:(?:d[aeio]s?|del) )?(?!{_NO_STREET_NAME})[^\W\d_]{{3,20}} )?"
            r"(?:n[º°.]? ?)?(?!(?:19|20)\d\d(?!\d))\d{1,5}[a-g]?"
            rf"|\d{{1,4}},? (?:rue|avenue|av\.|boulevard|bd)"
            rf"(?: (?!{_NO_STREET_NAME})[^\W\d_]{{3,20}}){{1,2}}){_CLEAR_END}",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?<![\w.])\d{1,5} (?:[nsew]\.? )?\d{1,3}(?:st|nd|rd|th) (?:st|street|ave|avenue)"
            r"(?!\w)\.?|(?<!\w)(?:p\.? ?o\.? ?box|postfach|postbus|apartado(?: de correos)?"
            r"|caixa postal|casella postale) \d{1,6}(?: \d{2})?(?!\w)",
            re.IGNORECASE,
        ),
    )
