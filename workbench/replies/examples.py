"""The written sentences, and those of replies."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS
from earshot.text.drafts.wording import of_language as drafts_in
from earshot.text.guard import patterns
from earshot.text.guard.learnt import DOUBTED_RULES, FAULTS
from earshot.text.guard.said import BREAKS, read
from earshot.text.guard.sentences import FEWEST_WORDS, sentences

FOLDER = Path(__file__).parent
CLASSES = ("ok", *FAULTS)
LEARNT_RULES = frozenset((*(rule for rule, _ in FAULTS.values()), "NO_APOLOGY"))

_FILLED = {"customer": "Ana", "handler": "Ben Weber", "case": "A-2031", "brand": "Acme"}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as the layer reads it; `kind` is one of CLASSES. `origin` is the text that it is
    of: a written sentence is its own. `phrased` is one in which phrases of DOUBTED_RULES are."""

    language: str
    kind: str
    words: tuple[str, ...]
    signs: tuple[str, ...]
    origin: str
    phrased: bool = False

    @property
    def bad(self) -> bool:
        return self.kind != "ok"


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply, of `round` 0 where phrases may be written by it or by its other half."""

    language: str
    round: int
    allowed: bool
    rules: tuple[str, ...]
    complaint: str
    text: str

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.text.encode()) % 2 == 1

    @property
    def tells(self) -> bool:
        """Whether a sentence of it can show whether it is good: data in public is no manner."""
        return self.allowed or not LEARNT_RULES.isdisjoint(self.rules)


def written(folder: Path = FOLDER / "sentences") -> list[Example]:
    """The sentences of all languages. ValueError names a line that is none."""
    files = ((folder / f"{language}.tsv", language) for language in LANGUAGES)
    return [example for file, language in files for example in in_file(file, language)]


def in_file(file: Path, language: str) -> Iterator[Example]:
    """Lines of class and sentence, now and then two, which are read as one; of equal ones the first
    counts."""
    seen = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        kind, tab, text = line.partition("\t")
        if kind not in CLASSES or not tab or not text.strip() or "\t" in text:
            raise ValueError(f"{file}: {line!r} is not a class and a sentence")
        said = read(text)
        words = tuple(word for place, word in enumerate(said.words) if said.own(place))
        if len(words) >= FEWEST_WORDS and words not in seen:
            seen.add(words)
            words = words if words[-1] in BREAKS else (*words, ".")
            matches = patterns.of_language(language).matches(said)
            signs = tuple(sorted({key for rule, key in matches if rule == "SIGN"}))
            phrased = any(rule in DOUBTED_RULES for rule, _ in matches)
            yield Example(language, kind, words, signs, text, phrased)


def replies(folder: Path = FOLDER) -> list[Reply]:
    """Those that phrases were written by, and their other half; round 0."""
    return [
        _reply(language, "0", *line.split("\t"))
        for language in LANGUAGES
        for line in (folder / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]


def unseen(folder: Path = FOLDER / "unseen") -> list[Reply]:
    """Later rounds; nothing is learnt from them."""
    return [
        _reply(language, *line.split("\t"))
        for language in LANGUAGES
        for line in (folder / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]


def drafts() -> list[Example]:
    """Sentences of the drafts that we write ourselves, which have to stay allowed."""
    texts = [
        (language, said)
        for language in LANGUAGES
        for kind in REPLY_KINDS
        for variation in drafts_in(language).kinds[kind]
        for part in variation
        for slots in ({}, _FILLED)
        if (said := part.said({slot: slots[slot] for slot in part.slots if slot in slots}))
    ]
    return [e for language, text in dict.fromkeys(texts) for e in of_text(language, text, "ok")]


def of_text(language: str, text: str, kind: str, complaint: str | None = None) -> Iterator[Example]:
    """The sentences of a text, all of one kind."""
    said = read(text, complaint)
    matches = patterns.of_language(language).matches(said)
    for one in sentences(said, matches):
        yield Example(language, kind, one.words, one.signs, text)


def of_replies(chosen: Iterable[Reply], kind: str) -> list[list[Example]]:
    """The sentences of each, without those replies that have none."""
    each = (list(of_text(r.language, r.text, kind, r.complaint or None)) for r in chosen)
    return [found for found in each if found]


def _reply(language: str, number: str, *columns: str) -> Reply:
    allowed, rules, _, _, _, complaint, text = columns
    return Reply(
        language=language,
        round=int(number),
        allowed=allowed == "yes",
        rules=tuple(rules.split(",")),
        complaint=complaint,
        text=text.replace("\\n", "\n"),
    )
