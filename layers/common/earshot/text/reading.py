"""Cuts a text into tokens and folds each to plain words and marks, in linear time.

Handles, links, digits and what redaction has put in the place of personal data become marks, so
that nothing later can learn, or leak, who is meant.
"""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 10_000
"""How much of a text is read; what a person wants is said well before."""

LONGEST_WORD = 40

HANDLE, LINK, NUMBER, HASHTAG = "@", "http", "0", "#"
"""Words that stand for a handle, a link, a number, the sign before a hashtag."""

# Marks that combine and characters that nobody sees; without them "re\u200bfund" is one word.
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
_PLAIN = r"[@#]?\w+(?:['’]\w+)*|[^\w\s]"
_TOKEN = re.compile(_PLAIN)
# What only few texts need: links, and the marks that redaction puts in the place of personal data.
_LINKED_TOKEN = re.compile(
    r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+|t\.co/\S+"
    r"|\[(?:EMAIL|PHONE|CARD|IBAN|ORDER|ADDRESS|PERSON|HANDLE|ID|IP)\]|" + _PLAIN
)
_LINK_STARTS = ("http:", "https:", "www.", "pic.twitter", "t.co/")
_ELISION = re.compile(
    r"(l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|dall|sull|quest|quell|cos|com|dov"
    r"|anch|tutt|bell|nient|sant|v)'(?=.)"
)
_HUMP = re.compile(r"(?<=[a-zà-þ])(?=[A-Z])|_+")
_STRETCHED = re.compile(r"(\w)\1{2,}")
_DIGITS = re.compile(r"[0-9]+")
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "…": ".",
    "‼": "!", "⁉": "?",
}  # fmt: skip


def pieces(text: str) -> list[str]:
    """What stands between the spaces of a text; never raises, whatever the text."""
    return text[:MOST_CHARACTERS].split()


def tokens(text: str) -> list[str]:
    """Words, marks, emoji, handles and links as written; those of a text are its pieces'."""
    seen = text[:MOST_CHARACTERS]
    if not seen.isascii():
        seen = _UNSEEN.sub("", seen)
    pattern = _LINKED_TOKEN if "/" in seen or "[" in seen or "www." in seen else _TOKEN
    return pattern.findall(seen)


def words(token: str) -> tuple[str, ...]:
    """What one token says: mostly one folded word; "n'ai" is two, "#WorstAppEver" four.

    The mark of redacted personal data says nothing: `()`.
    """
    first = token[0]
    if len(token) > 1:
        if first == "@":
            return (HANDLE,)
        if first == "[":
            return ()
        if token.startswith(_LINK_STARTS) and not token.isalnum():
            return (LINK,)
    if first == HASHTAG and len(token) > 1:
        return (HASHTAG, *(w for hump in _HUMP.split(token[1:]) for w in _folded(hump)))
    return _folded(token)


def fold(text: str) -> str:
    """Lower case without accents; code points are folded one by one, since normalising a whole
    text sorts runs of combining marks and takes quadratic time on hostile ones."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return "".join(_LETTERS.get(c) or _plain(c) for c in lowered)


def is_own(token: str) -> bool:
    """Whether a token is the writer's: all but what redaction has put in the place of another."""
    return token[0] != "[" or len(token) == 1


def is_shouted(token: str) -> bool:
    """Whether a word is written in capitals; shorter ones are mostly abbreviations."""
    return len(token) >= 4 and token.isupper() and token.isalpha()


def is_stretched(token: str) -> bool:
    """Whether a letter is drawn out: "sooo"."""
    return token[0].isalpha() and _STRETCHED.search(token[:LONGEST_WORD]) is not None


def plainest(word: str) -> str:
    """A word folded, with letters drawn out cut to two and numbers to one mark."""
    folded = _STRETCHED.sub(r"\1\1", fold(word[: 2 * LONGEST_WORD]))[:LONGEST_WORD]
    return _DIGITS.sub(NUMBER, folded)


def _folded(token: str) -> tuple[str, ...]:
    word = plainest(token)
    cut = []
    if "'" in word:
        while found := _ELISION.match(word):
            cut.append(found[1])
            word = word[found.end() :]
        word = word.replace("'", "")
    return (*cut, word) if word else tuple(cut)


def _plain(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(_LETTERS.get(p, p) for p in parts if unicodedata.category(p) not in ("Mn", "Cf"))
