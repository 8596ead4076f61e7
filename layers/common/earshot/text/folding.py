"""Folds text to plain lower-case Latin letters and cuts it into tokens, in linear time.

Handles, links and digits become marks, so that nothing later can learn or leak who is meant.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MOST_CHARACTERS = 10_000
"""How much of a text is read; what a person wants is said well before."""

HANDLE, LINK, NUMBER, STOP, COMMA = "@", "http", "0", ".", ","
"""Tokens that stand for a handle, a link, a number, the end of a sentence and of a clause."""

_LONGEST_TOKEN = 40
_MOST_REMEMBERED = 4_096
_UNSEEN = {"Cf", "Cc", "Cs", "Mn", "Me", "Co", "Cn"}
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "′": "'", "…": ".", "¿": " ", "¡": " ",
    "“": " ", "”": " ", "«": " ", "»": " ", "—": " ", "–": " ",
}  # fmt: skip


class _Folding(dict[int, str]):
    """Code point to folded text. One character at a time: normalising a whole text sorts runs of
    combining marks and takes quadratic time on hostile ones."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = self._fold(character)
        if len(self) < _MOST_REMEMBERED:
            self[point] = folded
        return folded

    def _fold(self, character: str) -> str:
        if character in "\n\t\r":
            return character
        if unicodedata.category(character) in _UNSEEN:
            return ""
        parts = unicodedata.normalize("NFKD", character).lower()
        return "".join(
            _LETTERS.get(part, part) for part in parts if unicodedata.category(part) not in _UNSEEN
        )


_FOLDING = _Folding()
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_MASKED = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|@\w+")
# What redaction puts in the place of personal data: in capitals, English, and nobody's own words.
_REDACTED = re.compile(r"\[(?:EMAIL|PHONE|CARD|IBAN|ORDER|ADDRESS|PERSON|HANDLE|ID|IP)\]")
_ELISION = re.compile(
    r"\b(l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|dall|sull|quest|quell|cos|com|dov"
    r"|anch|tutt|bell|nient|sant)'"
)
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_TOKEN = re.compile(r"[a-z]+|[0-9]+(?:[.,:][0-9]+)*|@|,|[.!?;:\n]+")
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the lexicons see it.

    `tokens` are folded words and marks, after a STOP; `commas` are the
    places of tokens that follow one; `lowered` keeps accents, for telling languages apart;
    `foreign_ratio` is the share of letters that are not Latin; `shouted` counts words in capitals
    where not everything is.
    """

    tokens: tuple[str, ...]
    commas: frozenset[int]
    lowered: str
    foreign_ratio: float
    shouted: int
    exclamations: int
    questions: int
    handles: int
    links: int
    hashtags: int
    numbers: int
    percentages: int
    starts_with_handle: bool


def fold(text: str) -> str:
    """The text in plain lower-case letters: no accents, no invisible characters."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def tokens_of(folded: str) -> list[str]:
    """Words and marks of a folded, masked text; "don't" is one word, "l'app" two."""
    if "'" in folded:
        folded = _ELISION.sub(r"\1 ", folded).replace("'", "")
    tokens = []
    for token in _TOKEN.findall(_STRETCHED.sub(r"\1\1", folded)):
        first = token[0]
        if first.isalpha():
            tokens.append(token[:_LONGEST_TOKEN])
        elif first.isdigit():
            tokens.append(NUMBER)
        elif first in (HANDLE, COMMA):
            tokens.append(first)
        elif not tokens or tokens[-1] != STOP:
            tokens.append(STOP)
    return tokens


def read(text: str) -> Reading:
    """Never raises, whatever the text; reads its first MOST_CHARACTERS visible characters."""
    seen = _INVISIBLE.sub("", text)[:MOST_CHARACTERS]
    masked, links, handles, starts = _mask(seen)
    folded = fold(masked)
    tokens, commas = _without_commas(tokens_of(folded))
    letters = sum(map(str.isalpha, folded))
    latin = sum(len(token) for token in tokens if token.isalpha()) if letters else 0
    shouted = len(_SHOUTED.findall(masked))
    words = sum(1 for token in tokens if token.isalpha())
    return Reading(
        tokens=tokens,
        commas=commas,
        lowered=masked.lower(),
        foreign_ratio=max(0.0, 1 - latin / letters) if letters else 0.0,
        shouted=shouted if shouted < words * 0.8 or words <= 3 else 3,
        exclamations=masked.count("!"),
        questions=masked.count("?"),
        handles=handles,
        links=links,
        hashtags=masked.count("#"),
        numbers=tokens.count(NUMBER),
        percentages=masked.count("%"),
        starts_with_handle=starts,
    )


def _without_commas(tokens: list[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """A cue may run over a comma ("great, another delay"), a negation may not."""
    kept = [STOP]
    commas = set()
    for token in tokens:
        if token == COMMA:
            commas.add(len(kept))
        else:
            kept.append(token)
    return tuple(kept), frozenset(commas)


def _mask(text: str) -> tuple[str, int, int, bool]:
    handles = links = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal handles, links
        if found[0][0] == "@":
            handles += 1
            return " @ "
        links += 1
        return " http "

    masked = _MASKED.sub(mark, _REDACTED.sub(" ", text))
    return masked, links, handles, text.lstrip()[:1] == "@"
