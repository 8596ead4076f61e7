"""Contacts: e-mail and network addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.redaction.span import Span

# A program's version has four numbers too.
_VERSION = (
    r"(?:\bv|ver|versi[oó]n|versão|versione|versie|firmware|build|release|update)[ .:]{0,2}\Z"
)


def found(text: str) -> Iterator[Span]:
    email, spelled, ipv4, ipv6, version = _patterns()
    if "@" in text:
        for match in email.finditer(text):
            yield match.start(), match.end(), "EMAIL"
    for match in spelled.finditer(text):
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
            r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?!\w)"
        ),
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64} ?[\[(](?:at|arroba|ät)[\])] ?[\w-]{1,63}"
            r"(?: ?(?:\.|[\[(](?:dot|ponto|punto|punkt|point|punt)[\])]) ?[^\W_]{2,24}){1,3}(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)"),
        re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])"),
        re.compile(_VERSION, re.IGNORECASE),
    )


def _is_address(value: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(value)
    except ValueError:
        return False
    return True
