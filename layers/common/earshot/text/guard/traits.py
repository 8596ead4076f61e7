"""What the learnt judgement sees of a sentence: words, words side by side, their letters, what they
mean, and which signs the phrases find. Training and judging share this module, so that they can
never see different things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

ROW_BITS = 16
"""2^16 rows for everything."""

LETTERS_IN_A_ROW = (3, 4, 5)

WORD_TIMES, PAIR_TIMES, LETTERS_TIMES, MEANING_TIMES, SIGN_TIMES = 2, 1, 1, 2, 2
"""How often each counts. Words, meanings and signs are few beside letters, and tell more. A
sentence's length is the root of the sum of their squares."""

SHORTEST_SQUARE = 200
"""About eight words: a shorter sentence is judged as if it had so many, since a few words are no
reason to be surer."""

_EDGE = "^"
_BEFORE, _NO_SIGN = "<", "-"


def row_of(trait: str) -> int:
    return crc32(trait.encode("utf-8", "surrogatepass")) >> (32 - ROW_BITS)


def of_word(word: str) -> str:
    return f"w{word}"


def of_letters(word: str) -> list[str]:
    """The letters of a folded word in rows, its edges among them; of a mark or a number none."""
    if not word[0].isalpha():
        return []
    padded = f" {word} "
    return [
        f"l{padded[at : at + long]}"
        for long in LETTERS_IN_A_ROW
        for at in range(len(padded) + 1 - long)
    ]


def of_pairs(words: Sequence[str]) -> list[str]:
    """Words side by side, the first of a sentence with its beginning."""
    return [f"p{one} {other}" for one, other in pairwise((_EDGE, *words))]


def of_meanings(meanings: Sequence[str], mark: str) -> list[str]:
    """What words mean, and what is meant before and after; `mark` ends the sentence."""
    row = [_BEFORE, *meanings, mark]
    return [*(f"m{one}" for one in meanings), *(f"n{one} {other}" for one, other in pairwise(row))]


def of_signs(signs: Sequence[str]) -> list[str]:
    """The keys of phrases' signs in a sentence: an apology, a private way."""
    return [f"s{sign}" for sign in signs or (_NO_SIGN,)]


def ending(words: Sequence[str]) -> str:
    """The mark that ends a sentence, as `of_meanings` takes it."""
    return words[-1] if words[-1] in "?!" else "."


def all_of(
    words: Sequence[str], meanings: Sequence[str], signs: Sequence[str]
) -> list[tuple[str, int]]:
    """Every trait of a sentence and how often it counts, some more than once."""
    return [
        *((of_word(word), WORD_TIMES) for word in words),
        *((letters, LETTERS_TIMES) for word in words for letters in of_letters(word)),
        *((pair, PAIR_TIMES) for pair in of_pairs(words)),
        *((meant, MEANING_TIMES) for meant in of_meanings(meanings, ending(words))),
        *((sign, SIGN_TIMES) for sign in of_signs(signs)),
    ]
