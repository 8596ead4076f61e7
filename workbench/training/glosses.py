"""Glossaries: what a word is in plain English, so that what German posts teach of "Rechnung" holds
for "facture" in French ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.text.features import FIRST_GLOSS, UNGLOSSED
from earshot.text.lexicon import EMOJI, MARKS

GLOSSARY = Path(__file__).parents[1] / "glossary"


def read(language: str, folder: Path = GLOSSARY) -> dict[str, tuple[str, ...]]:
    """The glosses of each word that has some, marks and emoji, which gloss themselves, among them;
    raises ValueError naming a line that is wrong."""
    file = folder / f"{language}.tsv"
    glossary: dict[str, tuple[str, ...]] = {
        mark: (mark,) for written in MARKS.values() for mark in written.split()
    }
    glossary |= {face: (face,) for faces in EMOJI.values() for face in faces}
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, glosses = line.partition("\t")
        if not word or not glosses or word in glossary:
            raise ValueError(f"{file}: not a new word, a tab and its glosses: {line!r}")
        glossary[word] = tuple(glosses.split(" "))
    return glossary


def numbers(folder: Path = GLOSSARY) -> dict[str, int]:
    """A number for each gloss of any language."""
    named = {
        gloss
        for language in LANGUAGES
        for glosses in read(language, folder).values()
        for gloss in glosses
    }
    return {gloss: number for number, gloss in enumerate(sorted(named), FIRST_GLOSS)}


def written(
    language: str,
    numbered: Mapping[str, int],
    kept: Collection[int] | None = None,
    folder: Path = GLOSSARY,
) -> str:
    """A glossary as the layer reads it, of words with a gloss among `kept` (None: all)."""
    words = defaultdict[tuple[int, ...], list[str]](list)
    for word, glosses in read(language, folder).items():
        found = tuple(numbered[gloss] for gloss in glosses)
        if kept is not None:
            found = tuple(number if number in kept else UNGLOSSED for number in found)
        if any(found):
            words[found].append(word)
    return "\n".join(
        " ".join([",".join(map(str, found)), *sorted(words[found])]) for found in sorted(words)
    )
