"""A small model made by hand, which the tests of the text package share."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.deciding import ANSWERS, AS_CUSTOMER, REGISTER, REGISTERS, TOLD_APART
from earshot.text.features import (
    ABOUT_ROWS,
    EDGE,
    FIRST_GLOSS,
    GLOSS_BITS,
    GRAM_ROWS,
    LANGUAGE_BITS,
    WORD_BITS,
    gloss_row,
    whole_word,
    word_row,
)
from earshot.text.lexicon import EMOJI, MARKS
from earshot.text.model import BIAS, LIGHT, Kept, Model, Table, numbers_of, table_of

HEADS = (REGISTER, *TOLD_APART, *AS_CUSTOMER)
NAMES = (*LANGUAGES, OTHER_LANGUAGE)
WRITTEN = "negation:not,never,doesnt\nwork:work*,open\nwait:wait*,waiter"
CONCEPTS = {
    name: number for number, name in enumerate(sorted({*MARKS, *EMOJI, "negation", "work", "wait"}))
}


KEPT_WORDS = sorted(
    {
        *range(0, 1 << WORD_BITS, 5),
        *(word_row(whole_word(word)) for word in ("not", "work", "never", "again", "!")),
    }
)
"""Some words and letters that the tests' texts have, and some that none has."""

DO, NOT, WORK, AGAIN, MARK = range(FIRST_GLOSS, FIRST_GLOSS + 5)
RARE = (1 << GLOSS_BITS) - 1
GLOSSED = (
    f"{DO},{NOT} doesnt dont\n{NOT} not\n{WORK} work works\n{AGAIN} again\n{MARK} ! !!\n{RARE} quux"
)
KEPT_GLOSSES = sorted(
    [
        *map(gloss_row, (DO, NOT, WORK, MARK)),
        *(
            gloss_row(*pair)
            for pair in (
                (EDGE, NOT), (DO, NOT), (NOT, NOT), (NOT, WORK), (WORK, AGAIN), (MARK, MARK),
                (MARK, EDGE), (RARE, RARE),
            )
        ),
    ]
)  # fmt: skip


def small_model(seed: int = 7) -> Model:
    """Three topics, six heads, the languages; weights drawn by chance, the same for a seed."""
    drawn = random.Random(seed)

    def rows(count: int, width: int) -> bytes:
        """Nine in ten are light, one of nine."""
        light = [
            bytes([BIAS + drawn.randint(-LIGHT, LIGHT) for _ in range(width)]) for _ in range(9)
        ]
        return b"".join([drawn.choice((*light, drawn.randbytes(width))) for _ in range(count)])

    def table(count: int, width: int) -> Table:
        scales = tuple(round(drawn.uniform(0.001, 0.02), 5) for _ in range(width))
        return table_of(rows(count, width), scales)

    grams = table(GRAM_ROWS, len(HEADS))

    def kept(numbers: Sequence[int]) -> Kept:
        return Kept(numbers_of(numbers), table_of(rows(len(numbers), len(HEADS)), grams.scales))

    return Model(
        heads=HEADS,
        intercepts=(0.1, -0.2, 0.3, -0.4, 0.2, -0.1),
        words=kept(KEPT_WORDS),
        glosses=kept(KEPT_GLOSSES),
        grams=grams,
        topics=("delivery", "outage", "other"),
        topic_intercepts=(-1.0, 0.5, 0.0),
        abouts=table(ABOUT_ROWS, 3),
        languages=NAMES,
        language_intercepts=(0.0,) * len(NAMES),
        tongues=table(1 << LANGUAGE_BITS, len(NAMES)),
        concepts=CONCEPTS,
        lexicons={language: zlib.compress(WRITTEN.encode()) for language in LANGUAGES},
        glossaries={language: zlib.compress(GLOSSED.encode()) for language in LANGUAGES},
        deciding=deciding_head(),
    )


def knowing_no_word(language_intercepts: Mapping[str, float]) -> Table:
    """A table in which no spelling tells a language; the intercepts decide."""
    width = len(language_intercepts)
    return table_of(bytes([BIAS]) * (width << LANGUAGE_BITS), (0.01,) * width)


def deciding_head() -> dict[str, Any]:
    """What a model file says of the second layer: every answer leans on the heads alike."""
    evidence = len(HEADS) + len(TOLD_APART) + 1 + 3
    answers = {answer: [*[0.1] * evidence, -0.5] for answer in ANSWERS}
    return {
        "answers": {f"{name} {register}": answers for name in NAMES for register in REGISTERS},
        "levels": {register: [[1.0, 1.0], [4.0, 4.0]] for register in REGISTERS},
    }
