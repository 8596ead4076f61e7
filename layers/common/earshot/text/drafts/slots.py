"""What goes into a draft, made fit for it or left out.

A customer chooses their name and their words, so both may be an insult, an advert or a trick: what
we would not say ourselves is not said in their name either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from earshot.text.drafts.facts import Facts
from earshot.text.drafts.wording import Wording
from earshot.text.guard import Circumstances, check
from earshot.text.messages.hostile import one_line, web_link
from earshot.text.reading import fold
from earshot.text.redaction import redact

LEFT_OUT_FIRST = ("quote", "topic", "case", "brand", "customer", "handler", "link", "news")
"""Where a reply would be too long: what it can best do without comes first."""

_LONGEST_NAME, _LONGEST_TITLE, _LONGEST_LINK, _LONGEST_NEWS = 40, 60, 200, 300
_LONGEST_QUOTE, _FEWEST_QUOTED, _MOST_NAMES = 80, 3, 4
_GAP = "\N{REPLACEMENT CHARACTER}"
"""In place of a link or a handle within their words."""
MOST_READ = 2_000
"""Of what a stranger wrote: the rest could not be said anyway."""

_CALLS = frozenset("everyone here channel all todos todas alle tous tutti team".split())  # noqa: SIM905
"""Handles that wake a whole room."""


def fitting(facts: Facts, wording: Wording, language: str) -> Mapping[str, str]:
    """Slot -> what may be said there, without those of which nothing may."""
    found = {
        "customer": _customer(facts.customer, language),
        "topic": wording.topics.get(facts.topic or ""),
        "quote": quoted(facts.words, wording, language),
        "handler": _titled(facts.handler),
        "case": _case(facts.case),
        "link": _link(facts.link),
        "brand": _titled(facts.brand),
        "news": _news(facts.news),
    }
    return {slot: value for slot, value in found.items() if value}


def quoted(words: str | None, wording: Wording, language: str) -> str | None:
    """The first whole clause of their words that is short and that nobody would mind reading again,
    in marks of quotation."""
    shown = _unsayable().sub(_GAP, one_line((words or "")[:MOST_READ], MOST_READ))
    for clause in _clauses().split(shown):
        bare = clause.strip(f" ,;:-–—'’{_GAP}")
        fits = len(bare) <= _LONGEST_QUOTE and len(bare.split()) >= _FEWEST_QUOTED
        if fits and _plain().fullmatch(bare) and not bare.isupper():
            own = fold(bare).split()
            said_of_nobody = any(word.startswith(wording.unquoted) for word in own)
            if not said_of_nobody and _decent(bare, language):
                return wording.quote.format(bare)
    return None


def _customer(name: str | None, language: str) -> str | None:
    shown = one_line((name or "")[:MOST_READ], MOST_READ)
    handle = _handle().fullmatch(shown)
    if handle and handle.group(1).rstrip(".").lower() in _CALLS:
        return None
    if handle and not handle.group(2):
        return f"@{handle.group(1)}" if len(shown) <= _LONGEST_NAME else None
    if handle:
        # Without its server it would call somebody else, with it it reads as a mailbox.
        shown = handle.group(1)
    if _addressed().search(shown):
        return None
    # Letters and their marks, in any script; emoji and markup fall away.
    kept = "".join(
        c if c in " '’.-" or unicodedata.category(c)[0] in "LM" or c.isdecimal() else " "
        for c in shown
    )
    bare = " ".join(kept.split()).strip(" .'’-")
    if not any(c.isalpha() for c in bare) or len(bare) > _LONGEST_NAME:
        return None
    if len(bare.split()) > _MOST_NAMES or not _decent(bare, language):
        return None
    return bare.title() if bare.isupper() and len(bare) > 3 else bare


def _titled(name: str | None) -> str | None:
    """A handler, a desk or a brand: the owner's word, so only its form is looked at."""
    bare = one_line((name or "")[:MOST_READ], MOST_READ)
    if not bare or len(bare) > _LONGEST_TITLE or not _title().fullmatch(bare):
        return None
    return bare


def _case(number: str | None) -> str | None:
    bare = one_line((number or "")[:MOST_READ], MOST_READ)
    return bare if _number().fullmatch(bare) else None


def _link(address: str | None) -> str | None:
    bare = (address or "").strip()
    if len(bare) > _LONGEST_LINK:
        return None
    return bare if _mailbox().fullmatch(bare) else web_link(bare)


def _news(sentence: str | None) -> str | None:
    bare = one_line((sentence or "")[:MOST_READ], MOST_READ)
    if not bare or len(bare) > _LONGEST_NEWS:
        return None
    return bare if bare[-1] in ".!?…" else f"{bare}."


def _decent(text: str, language: str) -> bool:
    """Whether we could say it ourselves, in public, to anybody."""
    return (
        not redact(text, language).spans and check(text, Circumstances(language=language)).allowed
    )


@cache
def _unsayable() -> re.Pattern[str]:
    """A whole word that is, or becomes, a link or a mention."""
    return re.compile(r"(?<!\S)\S*(?:://|www\.|@|[^\W_]\.[^\W\d_]{2})\S*", re.IGNORECASE)


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(r"[.!?…;()\"“”„«»]+|,? [-–—] |,(?= )")


@cache
def _plain() -> re.Pattern[str]:
    """Words and small numbers: no link, handle, markup, emoji, no number that may be somebody's."""
    return re.compile(r"(?!.*\d[\d ]{4})(?:[^\W_]|[\u0300-\u036f '’,%€$£:/-])+")


@cache
def _handle() -> re.Pattern[str]:
    return re.compile(r"@([A-Za-z0-9_][\w.-]{0,80})(@[\w.-]{1,200})?", re.ASCII)


@cache
def _addressed() -> re.Pattern[str]:
    """Anything that is, or becomes, a link, a mention or a command."""
    return re.compile(
        r"://|\bwww\.|[@/\\<>#$%{}\[\]|=]|(?<=[^\W_])\.(?=[^\W\d_]{2})", re.IGNORECASE
    )


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f '’.,&+()/!-])*")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?=.*\d)#?[A-Za-z0-9][A-Za-z0-9 ./#-]{0,29}")


@cache
def _mailbox() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}", re.ASCII)
