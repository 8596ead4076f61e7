"""Handles: of people who say what they are called on a platform. Most others are a company's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span, has_digits

_WHERE = (
    r"insta(?:gram)?|ig|twitter|tiktok|telegram|snap(?:chat)?|discord|skype|mastodon|bluesky|threads"
    r"|reddit|linkedin|facebook|fb|steam|psn|gamertag|xbox"
)
_NAMES = (
    r"handle|user ?name|user|login|nick(?:name)?|account|screen ?name"
    r"|usuário|utilizador|perfil|conta|arroba|usuario|cuenta|apodo"
    r"|gebruikersnaam|gebruiker|accountnaam|profiel|benutzername|benutzer|nutzername|konto|profil"
    r"|pseudo|identifiant|compte|utente|nome utente|profilo"
)
_MY = r"my|o meu|meu|minha|a minha|mi|mijn|m'n|mein|meine|mon|ma|il mio|mio|la mia"
_IS = r"(?:is|é|es|ist|lautet|est|c'est|è|:)"


def found(text: str) -> Iterator[Span]:
    if "@" not in text and "_" not in text and not has_digits(text):
        return
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield match.start("value"), match.end("value"), "HANDLE"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    at = r"@[\w.\-]{2,60}(?<=\w)(?:@[\w\-]{1,60}(?:\.[\w\-]{1,60}){1,3})?"
    return (
        # Mine, with the sign before it: my account is @ana, meu insta: @ana.
        re.compile(
            rf"(?<!\w)(?:{_MY}) (?:{_WHERE}|{_NAMES})(?: (?:{_WHERE}|{_NAMES}|name|id))?"
            rf"(?: ?{_IS}){{1,2}} ?(?P<value>{at})",
            re.IGNORECASE,
        ),
        # Without the sign it has to be said that one follows, and to look like none but a handle.
        re.compile(
            rf"(?<!\w)(?:(?:{_MY}) (?:{_WHERE}|{_NAMES})(?: (?:{_WHERE}|{_NAMES}|name|id))?"
            rf"|user ?name|gamertag|benutzername|gebruikersnaam|nome utente|discord) ?{_IS}"
            r" ?(?P<value>(?=[\w.\-]{0,30}[\d_#])[\w.\-]{3,32}(?<=\w)(?:#\d{4})?)(?!\w)",
            re.IGNORECASE,
        ),
    )
