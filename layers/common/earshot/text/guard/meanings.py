"""What words mean in a company's reply, the same in all languages: `meanings.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path


class Meanings:
    """`words` and `stems` map folded words, whole or their beginnings, to what they mean."""

    __slots__ = ("lengths", "stems", "words")

    def __init__(
        self, words: Mapping[str, tuple[str, ...]], stems: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.words = words
        self.stems = stems
        self.lengths = sorted(set(map(len, stems)))

    def of(self, word: str) -> tuple[str, ...]:
        """All that a word means, each once."""
        found = dict.fromkeys(self.words.get(word, ()))
        for length in self.lengths:
            if length > len(word):
                break
            found.update(dict.fromkeys(self.stems.get(word[:length], ())))
        return tuple(found)


@cache
def of_language(language: str) -> Meanings:
    """Nothing means anything in a language that is none of ours."""
    written = Path(__file__).with_name("meanings.txt").read_text("utf-8")
    return parse(written.splitlines(), language)


def parse(lines: Iterable[str], language: str) -> Meanings:
    """Reads lines of `meaning language word stem* ...`."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, spoken, *entries = line.split() if line[:1] != "#" else ("", "")
        if spoken != language:
            continue
        for entry in entries:
            kept, spelled = (stems, entry[:-1]) if entry[-1] == "*" else (words, entry)
            kept[spelled] = (*kept.get(spelled, ()), name)
    return Meanings(words, stems)
