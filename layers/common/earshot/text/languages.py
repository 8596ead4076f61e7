"""Which of our languages a text is in: everyday words, endings, accents, the platform's claim."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from earshot.domain.assessment import LANGUAGES, OTHER_LANGUAGE
from earshot.text.folding import LINK, Reading, fold, tokens_of
from earshot.text.function_words import ENDINGS, FOREIGN_LETTERS, LETTERS, NEIGHBOURS, WORDS

_ALL = (*LANGUAGES, OTHER_LANGUAGE)
_MOST_WORDS = 120
_FOREIGN_RATIO = 0.4
_CLAIM_SCORE = 2.0
_LETTER_SCORE, _ENDING_SCORE, _NEIGHBOUR_SCORE, _FOREIGN_LETTER_SCORE = 1.2, 0.5, 0.7, 3.5
_SHORT_OTHER_SCORE = -1.0
"""Hand-set: two everyday words outweigh a claim, one rare letter nearly does."""


def identify(reading: Reading, claimed: str | None) -> tuple[str, float]:
    """The language and its probability; OTHER_LANGUAGE where it is none of ours.

    A text without any word is in the language the platform claims, or in OTHER_LANGUAGE.
    """
    claim = (claimed or "").strip().lower().replace("_", "-").split("-")[0]
    if reading.foreign_ratio > _FOREIGN_RATIO:
        return OTHER_LANGUAGE, min(1.0, 0.5 + reading.foreign_ratio / 2)
    scores = dict.fromkeys(_ALL, 0.0)
    scores[OTHER_LANGUAGE] = _SHORT_OTHER_SCORE
    if claim:
        scores[claim if claim in LANGUAGES else OTHER_LANGUAGE] += _CLAIM_SCORE
    words = [token for token in reading.tokens if token.isalpha() and token != LINK]
    _add_words(scores, words[:_MOST_WORDS])
    _add_letters(scores, reading.lowered)
    return _most_likely(scores, bool(words))


def _add_words(scores: dict[str, float], words: Sequence[str]) -> None:
    known = _word_scores()
    endings = _ending_scores()
    unknown = 0
    for word in words:
        found = known.get(word)
        if found is None:
            unknown += 1
            found = endings.get(word[-4:]) or endings.get(word[-3:]) or endings.get(word[-2:])
            if found is None or len(word) < 4:
                continue
        for language, score in found:
            scores[language] += score
    if len(words) >= 4:
        scores[OTHER_LANGUAGE] += max(0.0, unknown / len(words) - 0.75) * 8


def _add_letters(scores: dict[str, float], lowered: str) -> None:
    if lowered.isascii():
        return
    for language, letters in LETTERS.items():
        scores[language] += _LETTER_SCORE * sum(letter in lowered for letter in letters)
    scores[OTHER_LANGUAGE] += _FOREIGN_LETTER_SCORE * sum(
        letter in lowered for letter in FOREIGN_LETTERS
    )


def _most_likely(scores: Mapping[str, float], has_words: bool) -> tuple[str, float]:
    best = max(_ALL, key=lambda language: scores[language])
    if not has_words and scores[best] <= 0:
        return OTHER_LANGUAGE, 0.5
    total = sum(math.exp(max(-50.0, scores[one] - scores[best])) for one in _ALL)
    return best, 1 / total


@cache
def _word_scores() -> dict[str, tuple[tuple[str, float], ...]]:
    """A word counts the less, the more of our languages share it."""
    owners: dict[str, set[str]] = {}
    for language, words in WORDS.items():
        for word in tokens_of(fold(words)):
            owners.setdefault(word, set()).add(language)
    neighbours = set(tokens_of(fold(NEIGHBOURS)))
    scores: dict[str, tuple[tuple[str, float], ...]] = {}
    for word, languages in owners.items():
        score = (2.0, 1.1, 0.7, 0.45, 0.3, 0.2, 0.1)[len(languages) - 1]
        scores[word] = _each(languages, score * (0.75 if word in neighbours else 1.0))
        if word in neighbours:
            scores[word] += ((OTHER_LANGUAGE, _NEIGHBOUR_SCORE * score / 2),)
    for word in neighbours - owners.keys():
        scores[word] = ((OTHER_LANGUAGE, 2 * _NEIGHBOUR_SCORE),)
    return scores


@cache
def _ending_scores() -> dict[str, tuple[tuple[str, float], ...]]:
    owners: dict[str, set[str]] = {}
    for language, endings in ENDINGS.items():
        for ending in endings.split():
            owners.setdefault(ending, set()).add(language)
    return {ending: _each(found, _ENDING_SCORE / len(found)) for ending, found in owners.items()}


def _each(languages: Iterable[str], score: float) -> tuple[tuple[str, float], ...]:
    return tuple((language, score) for language in sorted(languages))
