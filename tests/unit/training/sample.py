"""A small part of the corpus, and the model that it teaches in two seconds."""

from __future__ import annotations

import hashlib
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from zlib import crc32

from earshot.text.model import Model, write
from workbench.training import making, tongues
from workbench.training.examples import Example, corpus

LANGUAGES_TAUGHT = ("en", "it")
MOST_ALIKE = 2


@cache
def sample() -> list[Example]:
    """Some 400 mentions in two languages: some of each kind, severity, topic and register."""
    taken: Counter[tuple[object, ...]] = Counter()
    chosen = []
    for example in sorted(corpus(), key=lambda e: crc32(e.text.encode())):
        if example.language in LANGUAGES_TAUGHT:
            topic = (example.topics or ("",))[0]
            of = (example.language, example.tweeted, example.kind, example.severity, topic)
            taken[of] += 1
            if taken[of] <= MOST_ALIKE:
                chosen.append(example)
    return chosen


def heard(examples: Sequence[Example]) -> list[tongues.Spoken]:
    """What teaches the languages' heads: the sample, and strangers."""
    return [*(tongues.Spoken(e.text, e.language) for e in examples), *tongues.others()[:100],
            *(tongues.Spoken(e.text, e.language) for e in corpus()[::100])]  # fmt: skip


def taught(examples: Sequence[Example]) -> Model:
    """The model that they teach, with languages heard from the sample."""
    with warnings.catch_warnings():
        # So few texts cannot be split evenly by everything.
        warnings.filterwarnings("ignore", message="The least populated class")
        return making.make(examples, tongues.fit(heard(sample())))


def digest() -> str:
    """Of the file that the sample makes among texts held out."""
    examples = sample()
    held_out = [replace(e, text=f"secret {e.text}", held_out=True) for e in examples[::5]]
    return hashlib.sha256(write(taught(held_out + examples))).hexdigest()
