"""Telling languages apart: a linear head a language, and one for what is none of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from earshot.domain.languages import LANGUAGES, OTHER_LANGUAGE
from workbench.training.examples import CORPUS, LEXICON, Example
from workbench.training.heads import Fitted, logistic
from workbench.training.matrix import languages_matrix

NAMES = (*LANGUAGES, OTHER_LANGUAGE)
STRENGTH = 10.0

PIECE_WORDS = (2, 5)
"""Whole posts are easy; pieces of these lengths of them teach to tell a few words."""

SINGLE_WORD_WEIGHT = 0.3
"""A word alone may well be of several languages."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text, whole or a piece, and its language, one of NAMES."""

    text: str
    language: str


def others(folder: Path = CORPUS) -> list[Spoken]:
    """Sentences in languages that are none of ours, most of them our neighbours'."""
    lines = (folder / "other.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [Spoken(line.split("\t")[1], OTHER_LANGUAGE) for line in lines]


def interface_strings(folder: Path | None) -> list[Spoken]:
    """Strings of user interfaces in our languages, where the datasets are at hand."""
    if folder is None:
        return []
    lines = (folder / "train/language_id.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if "\t" in line)
    return [Spoken(text, language) for language, text in pairs if language in LANGUAGES]


def learnt_from(
    examples: Sequence[Example], folder: Path | None, strangers: Sequence[Spoken]
) -> list[Spoken]:
    """Everything whose language is known, pieces of the posts, and the words of the lexicons;
    `strangers` are posts in none of our languages, see `others`."""
    posts = [*(Spoken(e.text, e.language) for e in examples if not e.held_out), *strangers]
    return [*posts, *pieces(posts), *interface_strings(folder), *single_words()]


def single_words() -> list[Spoken]:
    """The lexicons' entries, each a text: what tells a post of two words."""
    return [
        Spoken(word, language)
        for language in LANGUAGES
        for line in (LEXICON / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        for word in map(str.strip, line.partition(":")[2].split(","))
        if word and not word.endswith("*")
    ]


def pieces(posts: Sequence[Spoken]) -> Iterator[Spoken]:
    """A few words from each post, from a place that depends on the post alone."""
    for post in posts:
        spoken = post.text.split()
        for count in PIECE_WORDS:
            if len(spoken) > count + 1:
                start = sum(map(ord, post.text)) % (len(spoken) - count)
                yield Spoken(" ".join(spoken[start : start + count]), post.language)


def fit(texts: Sequence[Spoken]) -> Fitted:
    """One head a language."""
    matrix = languages_matrix(spoken.text for spoken in texts)
    shares = [1.0 if " " in spoken.text else SINGLE_WORD_WEIGHT for spoken in texts]
    weights, intercepts = [], []
    for name in NAMES:
        model = logistic(STRENGTH).set_params(tol=0.05)
        model.fit(matrix, [spoken.language == name for spoken in texts], sample_weight=shares)
        weights.append(model.coef_[0])
        intercepts.append(model.intercept_[0])
    return Fitted(np.array(weights), np.array(intercepts))


def heard(fitted: Fitted, posts: Sequence[Spoken]) -> list[str]:
    """The language each post is taken for."""
    found = fitted.logits(languages_matrix(spoken.text for spoken in posts))
    return [NAMES[place] for place in found.argmax(axis=1)]
