"""Phones: international numbers, and national ones as people write them in our countries.

Free and shared-cost lines stay, and so does what is called a helpline: a company publishes those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, digits, has_digits

_EXTENSION = r"(?: ?(?:x|ext\.?|ramal|poste|interno|Durchwahl) ?\d{1,6})?"
_INTERNATIONAL = (
    r"(?:(?<![\w+])\+|(?<![\w+:.,/€$£-])00 ?)[1-9](?:[ ()./-]{0,3}\d){6,14}"
    rf"{_EXTENSION}(?!\d)"
)

# (00) 00000-0000 in Brazil, or eleven digits with a mobile's 9; 0-leading in Germany, France,
# Italy, the Netherlands, Belgium and Britain; nine digits in Portugal and Spain; ten in Mexico, the
# United States and for Italian mobiles. Each needs its separators or its leading digit, so that
# prices, years and counts stay.
_NATIONAL = (
    r"(?<![\w.,/€$£+-])(?<!\d:)(?:"
    r"\((?!19|20\d\d)0?\d{2,4}\)(?:[ ./-]{0,3}\d){6,9}"
    r"|0[1-9](?:(?: ?[./-] ?| {1,2})?\d){7,11}"
    r"|[269]\d{2}(?:[ .-]?\d{3}){2}"
    r"|[67]\d{2}(?:[ .-]?\d{2}){3}"
    r"|[89]\d{2}(?:[ .-]\d{2}){3}|8\d{2}(?:[ .-]\d{3}){2}|9\d{8}"
    r"|3[2-9]\d(?:[ ./-]?\d{6,7}|[ ./-]\d{2,3}[ .-]?\d{2}[ .-]?\d{2,3})"
    r"|(?:2[12]|9[1-8])[ .-]\d{3}[ .-]?\d{2}[ .-]?\d{2}"
    r"|[1-9]\d[ .-]9?\d{4}[ .-]?\d{4}|[1-9][1-9]9\d{8}"
    r"|(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}"
    rf"){_EXTENSION}(?![\w%€$£]|[.,/:-]\d"
    r"| (?:[€$£]|(?:euros?|eur|units|views|people|users|reais|pesos|dollars)(?!\w)))"
)
_WORDS = (
    r"phone|telephone|mobile|cell|cellphone|tel|fax|whats(?:app)?|wapp|wpp|wsp|wasap|wa"
    r"|(?:call|text|ring|reach) me|my number"
    r"|(?:answer|call|dial|phon|ring)(?:ed|ing|e)?|ligar|ligando|llamar|llamando|llamé|bellen|gebeld"
    r"|anrufen|angerufen|appeler|appelé|chiamare|chiamato"
    r"|meu número|mi número|mon numéro|mijn nummer|meine nummer|mio numero"
    r"|telefone|telemóvel|telemovel|celular|tlm|tlf|tfno|fone|zap|lig(?:a|ue)(?:-me| para mim)?"
    r"|contacto|contato"
    r"|teléfono|telefono|móvil|cel|movil|ll[aá]m[ae]n?me|fijo"
    r"|telefoon|telefoonnummer|mobiel|gsm|bel me|bereikbaar|mobieltje"
    r"|telefon|telefonnummer|fon|natel|handy|handynummer|mobil|mobilnummer|rufnummer|festnetz|erreichbar"
    r"|téléphone|portable|tél|mobile|appele[zr]?-moi|joignable"
    r"|cellulare|cell|chiama(?:te)?mi|recapito"
)
_FILLERS = (
    r"number|no|nr|num|número|numero|numéro|nummer|n°|nº|me|is|es|é|è|est|ist|lautet|at|on|to|under"
    r"|my|al|el|o|em|para|no|op|onder|met|unter|auf|au|sur|le|il|in|registered|contact"
)
_INTRODUCED = (
    rf"(?<![\w\[])(?:{_WORDS})(?!\w)[ .:,=\n-]{{0,3}}(?:(?:{_FILLERS})(?!\w)[ .:,=-]{{1,3}}){{0,4}}"
    rf"(?P<value>[(+]?\d(?:[ ()./-]{{0,2}}\d){{6,14}}{_EXTENSION})(?![\w%€$£]|[.,/:-]\d)"
)
_HELPLINE = (
    r"(?<!\w)(?:(?:help|hot|info|service|support)[ -]?(?:line|lijn|telefon|nummer|desk|hotline)"
    r"|call ?cent(?:er|re)|switchboard"
    r"|customer (?:service|care|support|relations)s?(?: (?:line|number|phone|team))?"
    r"|support (?:line|number|team)|contact ?cent(?:er|re)|(?:call|ring|phone) us"
    r"|linha de (?:apoio|atendimento)|central de atendimento|sac|apoio ao cliente|suporte"
    r"|atendimento ao cliente|lig(?:ue|uem)-nos"
    r"|(?:línea|teléfono) de (?:atención|ayuda)(?: al cliente)?|atención al cliente|centralita"
    r"|servicio al cliente|soporte(?: técnico)?|ll[áa]m(?:e|a|en)nos"
    r"|klantenservice|klantenlijn|kundenservice|kundenhotline|kundendienst|kundensupport"
    r"|bel(?:t)? ons|ruf(?:t|en sie)? uns an"
    r"|service clients?|service après-vente|sav|numéro vert|standard|appelez-nous"
    r"|numero verde|servizio clienti|assistenza(?: clienti)?|centralino|chiam(?:a|ate)ci)"
    r"(?:[ :,(-]{1,3}(?:number|nummer|número|numéro|numero|is|es|é|è|est|ist|at|on|op|al|allo|au|no"
    r"|em|o|para|unter|onder|nr|tel|\())"
    r"{0,3}[ .:(-]{0,3}\Z"
)
_DATE = r"(?:[0-3]?\d([./-])[01]?\d\1\d{2,4}|(?:19|20)\d\d([./-])[01]\d\2[0-3]\d)(?![./-]?\d)"

# Free, shared-cost and premium lines by country code, "" for how they are dialled at home.
_COMPANY_LINES = {
    "1": ("800", "833", "844", "855", "866", "877", "888", "900"),
    "31": ("800", "900", "906", "909", "88"),
    "32": ("800", "900", "78"),
    "33": ("80", "81", "82", "89", "969"),
    "34": ("800", "900", "901", "902"),
    "351": ("800", "808", "707", "760", "761"),
    "39": ("800", "803", "840", "848", "892", "899", "199"),
    "44": ("800", "808", "84", "87", "3", "9"),
    "43": ("800", "810", "820", "821", "900", "930"),
    "41": ("800", "84", "90"),
    "49": ("800", "180", "900", "137"),
    "52": ("800",),
    "55": ("800", "300", "400"),
}
# At home the groups tell: 0345 678 9012 is a British company, 0345 123456 a Dutch household.
_AT_HOME = (
    r"\(?0(?:800|808|900|906|909)|00 ?800|0180[ -]?\d[ /-]|08(?:[ .]\d\d){4}\Z"
    r"|0(?:3[03]\d|34[345]|37[01]|84[345]|87[0-3])[ -]?\d{3}[ -]\d{4}\Z"
    r"|088[ -]\d{3}|09 ?69(?:[ .]?\d\d){3}\Z|08(?:0\d|1[01]|9\d)[ .]\d{3}[ .]\d{3}\Z"
    r"|\(?(?:01[ .-]|1[ .-]?)?\(?(?:800|833|844|855|866|877|888|900)\)?[ .-]?\d{3}[ .-]?\d{4}\Z"
    r"|(?:80[03589]|90[0-2]|707|76[01]|84[08]|89[29])(?:[ .-]?\d){6}\Z"
)


def found(text: str) -> Iterator[Span]:
    if not has_digits(text):
        return
    international, national, linked, introduced, helpline, *_ = _patterns()
    for pattern in (international, national):
        for match in pattern.finditer(text):
            if _is_personal(match.group()) and not _called_a_helpline(
                helpline, text, match.start()
            ):
                yield match.start(), match.end(), "PHONE"
    for match in linked.finditer(text):
        yield match.start("value"), match.end("value"), "PHONE"
    for match in introduced.finditer(text):
        if _is_personal(match["value"], fewest_digits=7) and not _called_a_helpline(
            helpline, text, match.start("value")
        ):
            yield match.start("value"), match.end("value"), "PHONE"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(_INTERNATIONAL),
        re.compile(_NATIONAL),
        re.compile(r"(?:wa\.me/|whatsapp\.com/send/?\?phone=)\+?(?P<value>\d{8,15})(?!\d)"),
        re.compile(_INTRODUCED, re.IGNORECASE),
        re.compile(_HELPLINE, re.IGNORECASE),
        re.compile(_DATE),
        re.compile(_AT_HOME),
    )


def _called_a_helpline(helpline: re.Pattern[str], text: str, start: int) -> bool:
    return helpline.search(text[max(0, start - 60) : start]) is not None


def _is_personal(value: str, fewest_digits: int = 8) -> bool:
    number = digits(value)
    *_, date, at_home = _patterns()
    if not fewest_digits <= len(number) <= 15 or len(set(number)) == 1 or date.match(value):
        return False
    if value.startswith("+") or (number.startswith("00") and not number.startswith("00800")):
        number = number if value.startswith("+") else number[2:]
        return not any(
            number.startswith(country + line) or number.startswith(country + "0" + line)
            for country, lines in _COMPANY_LINES.items()
            for line in lines
        )
    return not at_home.match(value)
