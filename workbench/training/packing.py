"""From fitted numbers to the model file's small whole ones."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np

from earshot.domain.languages import LANGUAGES
from earshot.text.features import GLOSS_BITS, GRAM_ROWS
from earshot.text.lexicon import EMOJI, MARKS, normalised, parse, parse_glosses
from earshot.text.model import BIAS, Kept, Model, Table, numbers_of, table_of
from earshot.text.sums import GLOSS_SHARE, GRAM_SHARE
from workbench.training import glosses
from workbench.training.examples import LEXICON
from workbench.training.heads import ABOUTS, HEADS, Fitted, Floats
from workbench.training.matrix import Dictionary, Rows
from workbench.training.tongues import NAMES


def concepts(folder: Path = LEXICON) -> dict[str, int]:
    """A number for each concept: those written in the lexicons, marks and emoji."""
    written = {
        line.partition(":")[0]
        for language in LANGUAGES
        for line in (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        if ":" in line
    }
    return {name: number for number, name in enumerate(sorted(written | {*MARKS, *EMOJI}))}


def lexicon(language: str, folder: Path = LEXICON) -> str:
    """The lexicon of a language as the layer reads it: folded, the first of equals kept."""
    lines, known = [], set[str]()
    for line in (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        name, colon, entries = line.partition(":")
        if not colon:
            continue
        kept = []
        for entry in entries.split(","):
            for word in normalised(entry.strip(), language):
                if word.strip("*") and word not in known:
                    known.add(word)
                    kept.append(word)
        lines.append(f"{name}:{','.join(kept)}")
    return "\n".join(lines)


def dictionaries() -> dict[str, Dictionary]:
    """What each language's words mean, by the lexicons and glossaries as the layer reads them."""
    numbers, glossed = concepts(), glosses.numbers()
    return {
        language: Dictionary(
            parse(lexicon(language), numbers), parse_glosses(glosses.written(language, glossed))
        )
        for language in LANGUAGES
    }


def packed(
    heads: Fitted,
    rows: Rows,
    abouts: Fitted,
    tongues: Fitted,
    *,
    deciding: Mapping[str, Any],
) -> Model:
    """The model as it ships."""
    grams_at = len(rows.words)
    glosses_at = grams_at + GRAM_ROWS
    weights = heads.weights.copy()
    weights[:, grams_at:glosses_at] *= sqrt(GRAM_SHARE)
    weights[:, glosses_at:] *= sqrt(GLOSS_SHARE)
    scales = _scales(weights)
    known, numbered = {row >> GLOSS_BITS for row in rows.glosses}, glosses.numbers()
    return Model(
        heads=tuple(HEADS),
        intercepts=_rounded(heads.intercepts),
        words=Kept(numbers_of(rows.words), _table(weights[:, :grams_at], scales)),
        glosses=Kept(numbers_of(rows.glosses), _table(weights[:, glosses_at:], scales)),
        grams=_table(weights[:, grams_at:glosses_at], scales),
        topics=tuple(ABOUTS),
        topic_intercepts=_rounded(abouts.intercepts),
        abouts=_table(abouts.weights, _scales(abouts.weights)),
        languages=NAMES,
        language_intercepts=_rounded(tongues.intercepts),
        tongues=_table(tongues.weights, _scales(tongues.weights)),
        concepts=concepts(),
        lexicons={name: _compressed(lexicon(name)) for name in LANGUAGES},
        glossaries={
            name: _compressed(glosses.written(name, numbered, known)) for name in LANGUAGES
        },
        deciding=deciding,
    )


STEPS = 80
"""The largest weight of a head in steps: as many as let the file stay under 2.5 MB, since more make
fewer rows light. 127 would gain less than 0.0001 of AUC on real posts and 0.2 of F1."""


def _scales(weights: Floats) -> tuple[float, ...]:
    """What one step of a stored weight is worth, for each head: none is cut, since the few largest
    tell most."""
    largest = np.abs(weights).max(axis=1)
    return tuple(float(f"{(one or 1.0) / STEPS:.6g}") for one in largest)


def _table(weights: Floats, scales: tuple[float, ...]) -> Table:
    steps = np.rint(weights / np.array(scales)[:, None])
    stored = (steps + BIAS).astype(np.uint8)
    return table_of(stored.T.tobytes(), scales)


def _compressed(text: str) -> bytes:
    return zlib.compress(text.encode(), 9)


def _rounded(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in values)
