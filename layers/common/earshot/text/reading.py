"""Cuts a text into tokens and folds each to plain words and marks, in linear time.

Handles, links, digits and what redaction has put in the place of personal data become marks, so
that nothing later can learn, or leak, who is meant.

There are no patterns here: what people mostly type is told by a few methods of strings, in less
time than a pattern needs, and importing patterns takes longer than reading the model.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

MOST_CHARACTERS = 10_000
"""How much of a text is read; what a person wants is said well before."""

LONGEST_WORD = 40

HANDLE, LINK, NUMBER, HASHTAG = "@", "http", "0", "#"
"""Words that stand for a handle, a link, a number, the sign before a hashtag."""

# Marks that combine and characters that nobody sees; without them "re\u200bfund" is one word.
_UNSEEN = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD),
        (0x0300, 0x036F),
        (0x061C, 0x061C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x2064),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_APOSTROPHES = "'’"
_BETWEEN = ".,!?"
_APART = tuple((mark, f" {mark} ") for mark in _BETWEEN)
"""Marks that are tokens of their own wherever they stand outside of a link."""
_ENDS = _BETWEEN + "…:;)"
"""What mostly stands after a word, each a token of its own too."""

_LINKS = ("http://", "https://", "www.", "pic.twitter.com/", "t.co/")
_LINK_STARTS = ("http:", "https:", "www.", "pic.twitter", "t.co/")
_REDACTED = frozenset(
    f"[{kind}]"
    for kind in (
        "EMAIL", "PHONE", "CARD", "IBAN", "ORDER", "ADDRESS", "PERSON", "HANDLE", "ID", "IP",
    )
)  # fmt: skip
_LONGEST_REDACTED = max(map(len, _REDACTED))
_ELIDED = frozenset(
    (
        "l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu",
        "un", "dell", "all", "nell", "dall", "sull", "quest", "quell", "cos", "com", "dov", "anch",
        "tutt", "bell", "nient", "sant", "v",
    )
)  # fmt: skip
_TO_NOUGHT = str.maketrans("123456789", "0" * 9)
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "…": ".",
    "‼": "!", "⁉": "?",
}  # fmt: skip

_MOST_FOLDED = 4_000
"""Characters whose folding is remembered; the letters of any few alphabets."""


def pieces(text: str) -> list[str]:
    """What stands between the spaces and commas of a text; never raises, whatever the text.

    Full stops are of a link, so where there may be one the spaces alone are cut at.
    """
    seen = text[:MOST_CHARACTERS]
    if "/" not in seen and "www." not in seen:
        for mark, apart in _APART:
            seen = seen.replace(mark, apart)
    return seen.split()


def tokens(text: str) -> list[str]:
    """Words, marks, emoji, handles and links as written; those of a text are its pieces'.

    A token is its own only token.
    """
    return [token for piece in pieces(text) for token in cut(piece)]


def cut(piece: str) -> list[str]:
    """The tokens of a piece."""
    if piece.isalnum():
        return [piece]
    if not (piece.isascii() or _UNSEEN.isdisjoint(piece)):
        piece = "".join([c for c in piece if c not in _UNSEEN])
    has_links = "/" in piece or "www." in piece
    body = piece.rstrip(_ENDS)
    if _is_plain(body) and not has_links:
        return [body, *piece[len(body) :]]
    found = []
    at, many = 0, len(piece)
    while at < many:
        if has_links and _begins_link(piece, at):
            end = many
        else:
            end = _mark_end(piece, at) if piece[at] == "[" else at
            end = end if end > at else _word_end(piece, at)
        found.append(piece[at:end])
        at = end
    return found


def words(token: str) -> tuple[str, ...]:
    """What one token says: mostly one folded word; "n'ai" is two, "#WorstAppEver" four.

    The mark of redacted personal data says nothing: `()`.
    """
    if token.isalpha():
        if token.isascii() and len(token) <= LONGEST_WORD:
            word = token.lower()
            return (word if _is_unstretched(word) else _shortened(word),)
    elif len(token) > 1 and not token.isalnum():
        first = token[0]
        if first == "@":
            return (HANDLE,)
        if first == "[":
            return ()
        if token.startswith(_LINK_STARTS):
            return (LINK,)
        if first == HASHTAG:
            return (HASHTAG, *(w for hump in _humps(token[1:]) for w in _folded(hump)))
    return _folded(token)


def fold(text: str) -> str:
    """Lower case without accents; code points are folded one by one, since normalising a whole
    text sorts runs of combining marks and takes quadratic time on hostile ones."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_FOLDED)


def is_own(token: str) -> bool:
    """Whether a token is the writer's: all but what redaction has put in the place of another."""
    return token[0] != "[" or len(token) == 1


def is_shouted(token: str) -> bool:
    """Whether a word is written in capitals; shorter ones are mostly abbreviations."""
    return len(token) >= 4 and token.isupper() and token.isalpha()


def is_stretched(token: str) -> bool:
    """Whether a letter is drawn out: "sooo"."""
    seen = token[:LONGEST_WORD]
    return not _is_unstretched(seen) and seen[0].isalpha() and _shortened(seen) != seen


def plainest(word: str) -> str:
    """A word folded, with letters drawn out cut to two and numbers to one mark."""
    folded = _shortened(fold(word[: 2 * LONGEST_WORD]))[:LONGEST_WORD]
    if folded.isalpha():
        return folded
    folded = folded.translate(_TO_NOUGHT)
    while "00" in folded:
        folded = folded.replace("00", NUMBER)
    return folded


def _is_plain(body: str) -> bool:
    """Whether this is surely one token: a word, a handle or hashtag, or a word like "don't"."""
    if body.isalnum():
        return True
    if body[:1] in ("@", HASHTAG):
        return body[1:].isalnum()
    before, _, after = body.partition("'")
    return before.isalnum() and after.isalnum()


def _begins_link(piece: str, at: int) -> bool:
    """Whether a link stands here, up to the next space."""
    return any(piece.startswith(link, at) and len(piece) > at + len(link) for link in _LINKS)


def _mark_end(piece: str, at: int) -> int:
    """Where a mark of redaction ends that starts here; here, if none does."""
    end = piece.find("]", at, at + _LONGEST_REDACTED) + 1
    return end if piece[at:end] in _REDACTED else at


def _word_end(piece: str, at: int) -> int:
    """Where a word ends that starts here, perhaps with a sign; after this character, if none does.

    Apostrophes are of a word where they stand inside it.
    """
    end = start = at + 1 if piece[at] in "@#" else at
    many = len(piece)
    while end < many:
        if piece[end].isalnum() or piece[end] == "_":
            end += 1
        elif (
            end > start
            and piece[end] in _APOSTROPHES
            and (piece[end + 1 : end + 2].isalnum() or piece[end + 1 : end + 2] == "_")
        ):
            end += 2
        else:
            break
    return end if end > start else at + 1


def _humps(tag: str) -> list[str]:
    """The words of a hashtag, by its capitals and underscores."""
    marked = [tag[:1]]
    for before, letter in pairwise(tag):
        if "A" <= letter <= "Z" and ("a" <= before <= "z" or "à" <= before <= "þ"):
            marked.append("_")
        marked.append(letter)
    return "".join(marked).split("_")


def _folded(token: str) -> tuple[str, ...]:
    word = plainest(token)
    if word.isalnum():
        return (word,)
    elided = []
    if "'" in word:
        before, _, after = word.partition("'")
        while after and before in _ELIDED:
            elided.append(before)
            word = after
            before, _, after = word.partition("'")
        word = word.replace("'", "")
    return (*elided, word) if word else tuple(elided)


def _is_unstretched(word: str) -> bool:
    """Whether surely no letter is drawn out: none stands there three times."""
    return len(set(word)) > len(word) - 2


def _shortened(word: str) -> str:
    """A word with letters and digits drawn out cut to two."""
    if _is_unstretched(word):
        return word
    kept: list[str] = []
    for c in word:
        if kept[-2:] != [c, c] or not (c.isalnum() or c == "_"):
            kept.append(c)
    return "".join(kept)


class _Folded(dict[int, str]):
    """What each character is folded to, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _LETTERS.get(character) or _plain(character)
        if len(self) >= _MOST_FOLDED:
            self.clear()
        self[code] = folded
        return folded


_FOLDED = _Folded()


def _plain(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(_LETTERS.get(p, p) for p in parts if unicodedata.category(p) not in ("Mn", "Cf"))
