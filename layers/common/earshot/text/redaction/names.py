"""Names: of people who introduce themselves or sign. A name that nothing introduces stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span

_MY_NAME_IS = (
    r"my (?:full |first |last |sur)?name is|my name['’]s|the name is|name['’]s"
    r"|(?:o )?meu nome(?: completo)? é|(?:eu )?me chamo|chamo-me"
    r"|me llamo|mi nombre(?: completo)? es"
    r"|mijn (?:volledige )?naam is|ik heet|mijn achternaam is"
    r"|ich hei(?:ß|ss)e|mein (?:voller )?name (?:ist|lautet)|mein nachname ist"
    r"|je m['’]appelle|mon nom(?: complet)? est|je me nomme"
    r"|mi chiamo|il mio nome (?:completo )?è"
)
_LABELS = (
    r"(?:account ?holder|(?:full |customer )?name|nome(?: completo)?|nombre(?: completo)?|nom"
    r"|(?:voor|achter)?naam|(?:vor|nach)?name|nome e cognome|cognome|prénom|apellidos?|sobrenome"
    r"|titular|titulaire|intestatario|cliente"
    r"|kunde|klant|client|customer) ?:"
)
# On whose name something is, with a first and a last name: alone it may be a country's, or God's.
_ON_NAME = (
    r"in the name of|booked (?:under|for)|em nome d[eoa]|a nombre de|op naam van|auf den namen"
    r"|au nom de|(?:intestat[aoei]|a nome) (?:a|di)"
)
# Who one is, with a first and a last name where the clause ends or goes on as it does with people:
# "I'm Happy" and "je suis Charlie" are no introductions.
_I_AM = (
    r"i['’]?m|i am|this is|soy|sou(?: [oa])?|ich bin(?: d(?:ie|er))?|hier ist|ik ben|je suis|sono"
)
_GOES_ON = (
    r"(?=,? (?:from|customer|account|and i|clienta?e?|kund(?:e|in)|klant|aus|uit|da|de|di)(?!\w)"
    r"|, (?!the |a |an |der |die |das |de |el |la |le |il )|[.!]? ?(?:\n|\Z))"
)
_NOT_PEOPLE = frozenset(
    "customer customers client cliente kunde kundin klant team gold platinum"  # noqa: SIM905
    " premium plus prime member fan users user service support real bank airways"
    " airlines air amazon apple google".split()
)
_FAREWELLS = (
    r"(?:best |kind |warm |with )?regards|sincerely|yours(?: sincerely| faithfully| truly)?"
    r"|best wishes|signed"
    r"|atenciosamente|att|atte|(?:com os melhores |melhores )?cumprimentos|atentamente|abraços?"
    r"|assinado"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|un saludo|firmado"
    r"|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|gr|mvg|hoogachtend"
    r"|(?:mit )?(?:freundlichen|besten|vielen|liebe[n]?|viele|beste)? ?gr(?:ü|ue)(?:ß|ss)en?|mfg"
    r"|lg|vg"
    r"|hochachtungsvoll"
    r"|(?:bien )?cordialement|cdlt|bien à vous|sincères salutations|salutations"
    r"|(?:cordiali |distinti )?saluti|in fede|firmato"
)
# Thanked are companies too: a name stands on a line of its own.
_THANKS = (
    r"(?:many )?thanks(?: in advance)?|thank you|cheers|obrigad[oa]|gracias(?: de antemano)?"
    r"|(?:alvast )?bedankt|danke(?: im voraus)?|merci(?: d['’]avance)?|grazie"
)
_TITLE = (
    r"(?:(?:dr|mr|mrs|ms|mx|prof|sr|sra|srta|dña|don|doña|dhr|mevr|mw|herr|frau|m|mme|mlle"
    r"|monsieur|madame|sig|signor|signora|dott)(?!\w)\.? ){0,2}"
)
_WORD = r"[^\W\d_](?:[\w'’-]|\.(?=[^\W\d_]\.)){0,30}"
_WORDS = rf"{_WORD}\.?(?: {_WORD}\.?){{0,5}}"

# Small words within names, and what follows an introduction in capitals without being a name.
_PARTICLES = frozenset(
    "de da do dos das e del la las los y van der den het ter ten te von zu zum zur di du le el bin"  # noqa: SIM905
    " d' dell della".split()
)
_SMALL = rf"(?:{'|'.join(sorted(_PARTICLES))})"
_NOT_NAMES = frozenset(
    "not on in the wrong misspelled incorrect spelled still also your our team"  # noqa: SIM905
    " support customer service não no nicht falsch programm pas non niet sbagliato"
    " errado i my and equipe équipe equipo eure ihr euer il la le el o a un una"
    " unknown anonymous na nein nee nome nom prénom cognome email e-mail mail tel"
    " phone telefone teléfono telefon adresse address dr mr mrs ms prof nº hase"
    " haas".split()
)

_MOST_SMALL_WORDS = 3
_AND = ("e", "y")

# What follows "my name is" in small letters and is no name.
_SMALL_WORDS = frozenset(
    "actually an at be being been but blocked blacklisted call cut different for"  # noqa: SIM905
    " from gone have help here how if is it literally missing mud never now"
    " nowhere nothing of only or please really registered since so that there this"
    " to too was we what when who why with you because had has am are wow comment"
    " cómo como come hoe déjà quoi e é de da do em eu já lo lama limpo mas meu"
    " minha moro nada para pra porque que quero quiero sem ser sin sou su sujo"
    " todo tudo um vivo y ya yo pero tengo tenho ninguém nadie aan aus ben bij dan"
    " dat die en er ein eine euch für habe heb het hier ich ik im immer ist ja"
    " kein maar man met mijn mir mit nog nur ook op schon seit uit und van von"
    " warum wat weil wie wil wo ze zu à ai avec car ce ces dans depuis des du elle"
    " est et j'ai j'habite je mais mal me mon ne on ou où par personne pour qui"
    " sans sur suis tu une vous al anche che chi con di fuori ho io ma mai mi"
    " nessuno niente per perché quindi se si sono voglio".split()
)


def found(text: str) -> Iterator[Span]:
    introduced, signed = _patterns()
    for match in introduced.finditer(text):
        end = _name_end(match["name"])
        if not end and match["mine"]:
            end = _small_name_end(match["name"], text[match.end() :][:1])
        if end:
            yield match.start("name"), match.start("name") + end, "PERSON"
    for match in signed.finditer(text):
        end = _name_end(match["name"])
        if end and end == len(match["name"].rstrip(".")):
            yield match.start("name"), match.start("name") + end, "PERSON"
    # Few posts have a first and a last name in them: the rest need not be searched for one.
    for pattern in _of_full_names() if _two_capitals().search(text) else ():
        for match in pattern.finditer(text):
            if not _NOT_PEOPLE.intersection(match["name"].lower().split()):
                yield match.start("name"), match.end("name"), "PERSON"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    after = rf"[ :,\"'“„«]{{0,3}}{_TITLE}(?P<name>{_WORDS})"
    own = rf"(?P<name>{_WORD}\.?(?: {_WORD}\.?){{0,3}}?)(?=[ .!]{{0,3}}(?:\n|\Z))"
    return (
        re.compile(
            rf"(?<![\w\[])(?:(?P<mine>{_MY_NAME_IS})(?!\w)|{_LABELS}){after}", re.IGNORECASE
        ),
        # Clear only where nothing but the name stands between the farewell and the line's end.
        re.compile(
            rf"(?<![\w\[])(?:(?:{_FAREWELLS})(?: ?,[ \n]{{0,3}}| ?[\n]{{1,3}})"
            rf"|(?:{_THANKS})[,.!]? ?\n{{1,3}}){_TITLE}{own}",
            re.IGNORECASE,
        ),
    )


@cache
def _two_capitals() -> re.Pattern[str]:
    return re.compile(rf"[A-ZÀ-ÖØ-Þ][\w'’-]{{1,30}} (?:{_SMALL} |[A-Z]\. ){{0,2}}[A-ZÀ-ÖØ-Þ]")


@cache
def _of_full_names() -> tuple[re.Pattern[str], ...]:
    capital = r"(?-i:[A-ZÀ-ÖØ-Þ](?:['’][A-Z])?[^\W\d_A-ZÀ-ÖØ-Þ][\w'’-]{0,30})"
    full = rf"(?P<name>{capital}(?: (?:{capital}|(?-i:[A-Z]\.)|{_SMALL})){{0,3}} {capital})(?!\w)"
    return (
        re.compile(rf"(?<![\w\[])(?:{_ON_NAME}) {_TITLE}{full}", re.IGNORECASE),
        re.compile(
            rf"(?:(?<=[.!?,] )|(?<=\n)|\A)(?:{_I_AM}) {_TITLE}{full}{_GOES_ON}", re.IGNORECASE
        ),
    )


def _small_name_end(words: str, following: str) -> int:
    """As `_name_end`, of a name written in small letters: up to three words where then the clause
    ends, a sentence begins or a common word follows, else the first; 0 where that is common too."""
    run: list[str] = []
    ends = following != " "
    for word in words.split(" "):
        common = _is_common(word) and (not run or word in _AND or word not in _PARTICLES)
        if common or (run and (word[:1].isupper() or _ends_sentence(run[-1]))):
            ends = True
            break
        run.append(word)
    while run and run[-1] in _PARTICLES:
        run.pop()
    name = run if ends and len(run) <= _MOST_SMALL_WORDS else run[:1]
    return len(" ".join(name).rstrip("."))


def _ends_sentence(word: str) -> bool:
    """A full stop after more than an initial."""
    return word.endswith(".") and len(word) > 2


def _is_common(word: str) -> bool:
    lower = word.rstrip(".").lower()
    return lower in _SMALL_WORDS or lower in _NOT_NAMES


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
            # A full stop ends the sentence unless it follows initials.
            if word != bare and any(len(part) > 1 for part in bare.split(".")):
                break
        elif lower not in _PARTICLES:
            break
        at += len(word) + 1
    return end
