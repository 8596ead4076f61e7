"""A fault in the owner's file: where it is, what is wrong, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

Path = tuple[str | int, ...]
"""The way to a value: `("brands", 0, "watches")`."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`line` counts from 1; `where` is the path as text, empty for the file as a whole."""

    line: int
    where: str
    problem: str

    def told(self, file: str) -> str:
        """`earshot.yaml:12: brands[0].name: write ...`"""
        where = f"{self.where}: " if self.where else ""
        told = f"{where}{self.problem}"
        # Keys and names are text from the file, and this is printed to a terminal.
        visible = "".join(letter if letter.isprintable() else "?" for letter in told)
        return f"{file}:{self.line}: {visible}"


def spelled(path: Path) -> str:
    """`brands[0].watches`"""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step[:60]}" for step in path)
    return "".join(steps).removeprefix(".")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown word: a likely spelling, or what there is."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    if not names:
        return ""
    return f"; there is {', '.join(names[:20])}" + (", ..." if len(names) > 20 else "")
