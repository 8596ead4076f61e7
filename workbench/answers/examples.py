"""The written answers, and posts of the corpus that stand for answers of the same kind."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.text.answering.weights import ANSWERS

FOLDER = Path(__file__).parent
CORPUS = FOLDER.parent / "corpus"

BORROWED = {
    "complaint": ("no", 200),
    "question": ("unclear", 50),
    "settled": ("yes", 25),
    "praise": ("yes", 25),
    "news": ("unclear", 12),
    "advert": ("unclear", 12),
    "banter": ("unclear", 12),
    "everyday": ("unclear", 60),
}
"""By kind of post: what it would be as an answer, and how many of each language are taken."""

LONGEST_BORROWED = 140

FRESH = ("first", "second", "third")
"""Sets that nothing is ever learnt from. The third is a third of what the hard ones came with."""


@dataclass(frozen=True, slots=True)
class Example:
    language: str
    answer: str
    text: str

    @property
    def held_out(self) -> bool:
        """One in three, by the text alone: the same ones for ever."""
        return zlib.crc32(self.text.encode()) % 3 == 0

    @property
    def message(self) -> str:
        """The text with its line breaks."""
        return self.text.replace(" / ", "\n")


def written(file: Path | None = None, language: str | None = None) -> list[Example]:
    """All answers, or those of a file. ValueError names a line that is none."""
    if file is not None:
        return list(_lines(file, language or file.stem))
    return [example for lang in LANGUAGES for example in _lines(FOLDER / f"{lang}.tsv", lang)]


def hard() -> list[Example]:
    """Answers of `hard/`: on purpose in words that nobody thinks of. All are learnt from; the third
    fresh set is theirs to be judged by."""
    return [
        example for lang in LANGUAGES for example in _lines(FOLDER / "hard" / f"{lang}.tsv", lang)
    ]


def fresh(which: str) -> list[Example]:
    """Answers of `fresh/`, one of FRESH: never learnt from."""
    return [e for lang in LANGUAGES for e in _lines(FOLDER / "fresh" / which / f"{lang}.tsv", lang)]


def borrowed() -> list[Example]:
    """Short posts of the corpus, chosen by their texts alone."""
    found: list[Example] = []
    for language in LANGUAGES:
        by_kind: dict[str, list[str]] = {}
        for file in sorted((CORPUS / language).glob("*.tsv")):
            for line in file.read_text(encoding="utf-8").splitlines()[1:]:
                kind, *_, text = line.split("\t")
                if kind in BORROWED and len(text) < LONGEST_BORROWED:
                    by_kind.setdefault(kind, []).append(text)
        for kind, (answer, many) in BORROWED.items():
            chosen = sorted(by_kind.get(kind, ()), key=lambda text: zlib.crc32(text.encode()))
            found.extend(Example(language, answer, text) for text in chosen[:many])
    return found


def _lines(file: Path, language: str) -> Iterator[Example]:
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    if head != "answer\ttext":
        raise ValueError(f"{file}: the first line is not answer, text")
    for line in lines:
        answer, tab, text = line.partition("\t")
        if answer not in ANSWERS or not tab or not text.strip() or "\t" in text:
            raise ValueError(f"{file}: {line!r} is not an answer and a text")
        yield Example(language, answer, text)
