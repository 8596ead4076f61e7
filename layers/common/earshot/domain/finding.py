"""A finding: how one thing stands that Earshot depends on, why it matters, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from earshot.domain.contact import Contact

Level = Literal["ok", "warn", "bad"]
"""`bad`: somebody is not reached, or will not be. `warn`: it works, and may soon not."""

_MOST_NAMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`name` is the same at every look. The sentences are in English; contacts are in them by name,
    never by address, and all whom it concerns are `contacts`. `why` it matters and what `to_do` are
    empty where all is well."""

    name: str
    level: Level
    what: str
    why: str = ""
    to_do: str = ""
    contacts: tuple[str, ...] = ()


def fine(name: str, what: str) -> Finding:
    return Finding(name=name, level="ok", what=what)


def named(contacts: Sequence[Contact]) -> str:
    """`ana, ben and 3 more`."""
    first = ", ".join(one.name for one in contacts[:_MOST_NAMES])
    more = len(contacts) - _MOST_NAMES
    return f"{first} and {more} more" if more > 0 else first
