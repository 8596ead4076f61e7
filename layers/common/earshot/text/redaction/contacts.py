"""Contacts: e-mail and network addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span

# A program's version has four numbers too.
_VERSION = (
    r"(?:\bv|ver|versi[oó]n|versão|versione|versie|firmware|build|release|update|patch|driver|app"
    r"|android|ios|windows|chrome|firefox|edge|kernel)[ .:/-]{0,2}\Z"
)

# Where people have their mail: with these, half an address is one.
_PROVIDERS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|gmx|t-online|orange|wanadoo|laposte"
    r"|libero|virgilio|tiscali|sapo|bol|uol|ziggo|kpnmail|telenet|proton|protonmail)"
)
_AT = r"(?:at|ät|arroba|arobase|chiocciola|apenstaartje|klammeraffe)"
_DOT = r"(?:dot|ponto|punto|punkt|point|punt)"
_TOP = r"(?:com|net|org|info|eu|uk|ie|us|pt|br|es|mx|ar|cl|co|nl|be|de|at|ch|fr|ca|it|me|io)"


def found(text: str) -> Iterator[Span]:
    email, ipv4, ipv6, version = _patterns()
    if "@" in text:
        for match in email.finditer(text):
            yield match.start(), match.end(), "EMAIL"
    if _may_spell().search(text):
        for match in _spelled().finditer(text):
            yield match.start(), match.end(), "EMAIL"
    for match in ipv4.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if _is_address(match.group()) and not version.search(before):
            yield match.start(), match.end(), "IP"
    for match in ipv6.finditer(text):
        # "::" and "1::2" are C++ and times of day more often than addresses.
        if match.group().count(":") >= 3 and _is_address(match.group()):
            yield match.start(), match.end(), "IP"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            r"(?<![\w.+%-])(?:[odOD]['’])?[\w.+%-]{1,64}@"
            r"(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?!\w)"
            rf"|{_PROVIDERS}(?:,[a-z]{{2,3}})?(?![\w.@]))"
            rf"|(?<![\w.+%-])[\w.+-]{{1,64}} ?@ ?{_PROVIDERS}\.[a-z]{{2,3}}(?:\.[a-z]{{2}})?(?!\w)"
        ),
        re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)"),
        re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])"),
        re.compile(_VERSION, re.IGNORECASE),
    )


@cache
def _may_spell() -> re.Pattern[str]:
    return re.compile(
        rf"[\])] ?|%40| {_DOT} |arroba|arobase|chiocciola|apenstaart|affe", re.IGNORECASE
    )


@cache
def _spelled() -> re.Pattern[str]:
    """In brackets or in words: ana (at) mail (dot) pt, ana arroba mail ponto pt."""
    return re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64} ?[\[(](?:at|arroba|ät)[\])] ?[\w-]{1,63}"
        rf"(?: ?(?:\.|[\[(]{_DOT}[\])]) ?[^\W_]{{2,24}}){{1,3}}(?!\w)"
        rf"|(?<![\w.+-])[\w.+-]{{1,64}} (?:(?!at ){_AT}|at(?= [\w-]{{1,63}} {_DOT} ))"
        rf" [\w-]{{1,63}}(?:(?: {_DOT} |\.)[^\W_]{{2,24}}){{0,2}}(?: {_DOT} |\.){_TOP}(?!\w)"
        r"|(?<![\w.+-])[\w.+-]{1,64}%40[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,24}(?!\w)",
        re.IGNORECASE,
    )


def _is_address(value: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(value)
    except ValueError:
        return False
    return True
