"""A small model made by hand, which the tests of the text package share."""

from __future__ import annotations

import random
import zlib
from collections.abc import Mapping
from typing import Any

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from earshot.text.deciding import ANSWERS, AS_CUSTOMER, REGISTER, REGISTERS, TOLD_APART
from earshot.text.features import ABOUT_ROWS, GRAM_ROWS, LANGUAGE_BITS, WORD_BITS
from earshot.text.lexicon import EMOJI, MARKS
from earshot.text.model import BIAS, Model, Table

HEADS = (REGISTER, *TOLD_APART, *AS_CUSTOMER)
NAMES = (*LANGUAGES, OTHER_LANGUAGE)
WRITTEN = "negation:not,never,doesnt\nwork:work*,open\nwait:wait*,waiter"
CONCEPTS = {
    name: number for number, name in enumerate(sorted({*MARKS, *EMOJI, "negation", "work", "wait"}))
}


def small_model(seed: int = 7) -> Model:
    """Three topics, eight heads, the languages; weights drawn by chance, the same for a seed."""
    drawn = random.Random(seed)

    def table(rows: int, width: int) -> Table:
        scales = tuple(round(drawn.uniform(0.001, 0.02), 5) for _ in range(width))
        return Table(drawn.randbytes(rows * width), width, scales)

    words = table(1 << WORD_BITS, len(HEADS))
    return Model(
        heads=HEADS,
        intercepts=(0.1, -0.2, 0.3, -0.4, 0.2, -0.1, 0.3, -0.3),
        words=words,
        grams=Table(drawn.randbytes(GRAM_ROWS * len(HEADS)), len(HEADS), words.scales),
        topics=("delivery", "outage", "other"),
        topic_intercepts=(-1.0, 0.5, 0.0),
        abouts=table(ABOUT_ROWS, 3),
        languages=NAMES,
        language_intercepts=(0.0,) * len(NAMES),
        tongues=table(1 << LANGUAGE_BITS, len(NAMES)),
        concepts=CONCEPTS,
        lexicons={language: zlib.compress(WRITTEN.encode()) for language in LANGUAGES},
        deciding=deciding_head(),
    )


def knowing_no_word(language_intercepts: Mapping[str, float]) -> Table:
    """A table in which no spelling tells a language; the intercepts decide."""
    width = len(language_intercepts)
    return Table(bytes([BIAS]) * (width << LANGUAGE_BITS), width, (0.01,) * width)


def deciding_head() -> dict[str, Any]:
    """What a model file says of the second layer: every answer leans on the heads alike."""
    evidence = len(HEADS) + len(TOLD_APART) + 1 + 3
    answers = {answer: [*[0.1] * evidence, -0.5] for answer in ANSWERS}
    return {
        "answers": {f"{name} {register}": answers for name in NAMES for register in REGISTERS},
        "levels": {register: [[1.0, 1.0], [4.0, 4.0]] for register in REGISTERS},
    }
