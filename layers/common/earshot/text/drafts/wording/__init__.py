"""The words of drafts, one file per language.

`@quote` and `@label` are how a quotation looks and what an automated account says of itself;
`@unquoted` are how words begin that we repeat of nobody: insults, and what would be a crime; each
`@topic` is what follows "the trouble ...", with its preposition. There is none for grave matters:
"the trouble with discrimination" would belittle them.

Below the name of each kind stand its variations, one a line, in three parts: how it begins, what it
says, how it ends. Each part is whole sentences, since parts of different variations are put
together when all are used up. The customer stands in the first part only, `{link}` in the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from earshot.domain.languages import LANGUAGES
from earshot.domain.replies import REPLY_KINDS
from earshot.text.drafts.templates import Template, parse
from earshot.text.reading import fold

PARTS = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """`quote` has `{}` where the words go. `kinds` are variations by kind of reply."""

    quote: str
    label: str
    unquoted: tuple[str, ...]
    topics: Mapping[str, str]
    kinds: Mapping[str, tuple[tuple[Template, ...], ...]]


@cache
def of_language(language: str) -> Wording:
    """Read when the first draft of a language is asked for. LookupError for a language that has
    none."""
    if language not in LANGUAGES:
        raise LookupError(f"there are no drafts in {language!r}")
    return read((Path(__file__).parent / f"{language}.txt").read_text("utf-8"))


def read(written: str) -> Wording:
    """ValueError names the line that cannot be read."""
    named: dict[str, str] = {}
    topics: dict[str, str] = {}
    kinds: dict[str, list[tuple[Template, ...]]] = {}
    kind = ""
    for number, raw in enumerate(written.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name, _, value = line[1:].partition(" = ")
            about, _, topic = name.partition(" ")
            (topics if about == "topic" else named)[topic or about] = value
        elif line in REPLY_KINDS:
            kind = line
        else:
            parts = line.split(" / ")
            if not kind or len(parts) != PARTS:
                raise ValueError(f"line {number}: write three parts under the name of a kind")
            kinds.setdefault(kind, []).append(tuple(map(parse, parts)))
    return Wording(
        quote=named["quote"],
        label=named["label"],
        unquoted=tuple(map(fold, named["unquoted"].split())),
        topics=topics,
        kinds={name: tuple(each) for name, each in kinds.items()},
    )
