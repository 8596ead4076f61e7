"""What the guard says to whoever wrote a reply, in the reply's language.

Each `LANGUAGE.txt` has a line for every kind of fault: its key, why it is refused and what to write
instead, with tabs between. `{words}` stands for what the reply says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from earshot.text.guard.verdict import Find

_MOST_SHOWN_CHARACTERS = 120


def explained(find: Find, language: str) -> str:
    words = " ".join(find.shown.split())
    if len(words) > _MOST_SHOWN_CHARACTERS:
        words = words[: _MOST_SHOWN_CHARACTERS - 1] + "…"
    # Not `format`: what people write has braces too.
    return of_language(language)[find.key][0].replace("{words}", words)


def suggested(rule: str, key: str, language: str) -> str:
    return of_language(language)[key][1]


@cache
def of_language(language: str) -> Mapping[str, tuple[str, str]]:
    """Key -> (why, what instead)."""
    written = (Path(__file__).parent / f"{language}.txt").read_text("utf-8")
    rows = [line.split("\t") for line in written.splitlines() if line]
    return {key: (why, instead) for key, why, instead in rows}
