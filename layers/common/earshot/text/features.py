"""What the model sees of a text: hashed words and letters, and the rows of concepts and of glosses
that its words make.

Training and assessing share this module, so that they can never see different things.
"""

from __future__ import annotations

from itertools import pairwise
from zlib import crc32

from earshot.text.reading import HANDLE, LINK, NUMBER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

WORD_BITS = 18
"""2^18 rows for words and their letters, so that few frequent ones share one; the model keeps the
rows that enough texts have."""

TOPIC_BITS = 15
"""2^15 rows for telling topics: eight rows of words share one."""

MOST_CONCEPTS = 126
"""Concepts are numbered below this; START and END stand before the first and after the last."""

START, END = MOST_CONCEPTS, MOST_CONCEPTS + 1

GRAM_ROWS = (END + 1) ** 2 + END + 1
"""A row for each concept and each two in a row."""

ABOUT_ROWS = (1 << TOPIC_BITS) + MOST_CONCEPTS
"""Topics are told by words and by concepts, one by one."""

UNGLOSSED, EDGE = 0, 1
"""What is no gloss: a word without one, and what stands before the first and after the last."""

FIRST_GLOSS = 2

GLOSS_BITS = 16
"""Glosses are numbered below 2^16, so that two of them make one number."""

LANGUAGE_BITS = 14
"""2^14 rows for telling languages apart."""

LETTERS_IN_A_ROW = 4
"""Letters are read in fours. Threes to fives gain 0.002 of AUC and cost three times the time."""

_MARKS = {HANDLE, LINK, NUMBER}
_SIDE = END + 1


def word_rows(word: str) -> list[int]:
    """The rows of a folded word: itself, and each four letters of it with its boundaries."""
    return [word_row(spelling) for spelling in (whole_word(word), *letters_of_word(word))]


def whole_word(word: str) -> str:
    """How a folded word itself is spelled for `word_row`."""
    return f"w:{word}"


def letters_of_word(word: str) -> list[str]:
    """Each four letters of a folded word with its boundaries; of a mark none."""
    if not word[0].isalnum() or word in _MARKS:
        return []
    padded = f" {word} "
    return [padded[at : at + LETTERS_IN_A_ROW] for at in range(len(word) + 3 - LETTERS_IN_A_ROW)]


def word_row(spelling: str) -> int:
    """The row of a word or of its letters."""
    return crc32(spelling.encode("utf-8", "surrogatepass")) >> (32 - WORD_BITS)


def gram_rows(concepts: Sequence[int]) -> list[int]:
    """The rows of each concept and of each two in a row, START before the first and END after the
    last."""
    row = [START, *concepts, END]
    return [*concepts, *(gram_row(pair) for pair in pairwise(row))]


def gloss_rows(glosses: Sequence[int]) -> list[int]:
    """The rows of each gloss and of each two in a row, EDGE before the first and after the last."""
    row = [EDGE, *glosses, EDGE]
    in_a_row = [gloss_row(*pair) for pair in pairwise(row) if UNGLOSSED not in pair]
    return [*(gloss_row(gloss) for gloss in glosses if gloss != UNGLOSSED), *in_a_row]


def gloss_row(first: int, second: int = UNGLOSSED) -> int:
    """The row of a gloss, or of two in a row."""
    return (first << GLOSS_BITS) + second


def topic_row(row: int) -> int:
    """The row of a word, or of its letters, among those that tell topics."""
    return row >> (WORD_BITS - TOPIC_BITS)


def about_row(concept: int) -> int:
    """The row of a concept among those that tell topics."""
    return (1 << TOPIC_BITS) + concept


def gram_row(pair: tuple[int, int]) -> int:
    """The row of two concepts in a row."""
    return _SIDE + pair[0] * _SIDE + pair[1]


def language_rows(token: str) -> list[int]:
    """The rows of a token as written but for its case, whole and in threes: accents tell languages
    apart."""
    whole = whole_token(token)
    return [language_row(spelling) for spelling in (whole, *letters_of_token(whole))]


def whole_token(token: str) -> str:
    """How a token itself is spelled for `language_row`."""
    return f" {token} "


def letters_of_token(whole: str) -> list[str]:
    """Each three letters of a token with its boundaries."""
    return [whole[at : at + 3] for at in range(len(whole) - 2)]


def language_row(spelling: str) -> int:
    """The row of a token or of its letters."""
    return crc32(spelling.encode("utf-8", "surrogatepass")) >> (32 - LANGUAGE_BITS)
