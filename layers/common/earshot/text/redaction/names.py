"""Names: of people who introduce themselves or sign. A name that nothing introduces stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span

_INTRODUCTIONS = (
    r"my (?:full |first |last |sur)?name is|my name's|the name is|name'?s"
    r"|(?:o )?meu nome(?: completo)? é|(?:eu )?me chamo|chamo-me"
    r"|me llamo|mi nombre(?: completo)? es"
    r"|mijn (?:volledige )?naam is|ik heet|mijn achternaam is"
    r"|ich hei(?:ß|ss)e|mein (?:voller )?name (?:ist|lautet)|mein nachname ist"
    r"|je m['’]appelle|mon nom(?: complet)? est|je me nomme"
    r"|mi chiamo|il mio nome (?:completo )?è"
    r"|(?:account ?holder|(?:full |customer )?name|nome(?: completo)?|nombre(?: completo)?|nom"
    r"|(?:voor|achter)?naam|(?:vor|nach)?name|nome e cognome|titular|titulaire|intestatario|cliente"
    r"|kunde|klant|client|customer) ?:"
)
_FAREWELLS = (
    r"(?:best |kind |warm |with )?regards|sincerely|yours(?: sincerely| faithfully| truly)?"
    r"|best wishes|signed"
    r"|atenciosamente|(?:com os melhores |melhores )?cumprimentos|atentamente|abraços?|assinado"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|un saludo|firmado"
    r"|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|hoogachtend"
    r"|(?:mit )?(?:freundlichen|besten|vielen|liebe[n]?|viele|beste)? ?gr(?:ü|ue)(?:ß|ss)en?|mfg|lg"
    r"|hochachtungsvoll"
    r"|(?:bien )?cordialement|bien à vous|sincères salutations|salutations"
    r"|(?:cordiali |distinti )?saluti|in fede|firmato"
)
_TITLE = (
    r"(?:(?:dr|mr|mrs|ms|mx|prof|sr|sra|srta|dña|don|doña|dhr|mevr|mw|herr|frau|m|mme|mlle"
    r"|monsieur|madame|sig|signor|signora|dott)(?!\w)\.? ){0,2}"
)
_WORDS = r"[^\W\d_][\w'’-]{0,30}(?: [^\W\d_][\w'’-]{0,30}\.?){0,5}"

# Small words within names, and what follows an introduction in capitals without being a name.
_PARTICLES = frozenset(
    "de da do dos das e del la las los y van der den het ter ten te von zu zum zur di du le el bin"  # noqa: SIM905
    " d' dell della".split()
)
_NOT_NAMES = frozenset(
    "not on in the wrong misspelled incorrect spelled still also your our team support customer"  # noqa: SIM905
    " service não no nicht falsch programm pas non niet sbagliato errado i my and equipe équipe"
    " equipo eure ihr euer il la le el o a un una unknown anonymous na nein nee".split()
)


def found(text: str) -> Iterator[Span]:
    introduced, signed = _patterns()
    for match in introduced.finditer(text):
        end = _name_end(match["name"])
        if end:
            yield match.start("name"), match.start("name") + end, "PERSON"
    for match in signed.finditer(text):
        if _name_end(match["name"]) == len(match["name"]):
            yield match.start("name"), match.end("name"), "PERSON"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(
            rf"(?<![\w\[])(?:{_INTRODUCTIONS})[ :,\"'“„«]{{0,3}}{_TITLE}(?P<name>{_WORDS})",
            re.IGNORECASE,
        ),
        # Clear only where nothing but the name stands between the farewell and the line's end.
        re.compile(
            rf"(?<![\w\[])(?:{_FAREWELLS})(?: ?,[ \n]{{0,3}}| ?[\n]{{1,3}}){_TITLE}"
            r"(?P<name>[^\W\d_][\w'’-]{0,30}(?: [^\W\d_][\w'’-]{0,30}\.?){0,3})"
            r"(?=[ .!]{0,3}(?:\n|\Z))",
            re.IGNORECASE,
        ),
    )


def _name_end(words: str) -> int:
    """How much of the words is a name: capitals, with small words only in between; 0 for none."""
    end = at = 0
    for word in words.split(" "):
        bare = word.rstrip(".")
        lower = bare.lower()
        if lower in _NOT_NAMES and lower not in _PARTICLES:
            break
        if bare[:1].isupper():
            end = at + len(bare)
            # A full stop ends the sentence unless it follows an initial.
            if word != bare and len(bare) > 2:
                break
        elif lower not in _PARTICLES:
            break
        at += len(word) + 1
    return end
