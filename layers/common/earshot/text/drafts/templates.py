"""Templates: sentences with slots, and parts that are left out where a slot is empty.

    {customer}       the slot's value; without one the whole template cannot be said
    [, {customer}]   left out where the slot has no value
    [{a} is|We are]  the first of these whose slots all have a value; one without slots always does

Brackets do not stand within brackets. A double bracket or brace stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SLOTS = ("customer", "topic", "quote", "handler", "case", "link", "brand", "news")

_Piece = tuple[str, bool]
"""A text, and whether it is the name of a slot."""
_Way = tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """Each of `spots` is a number of ways to say it, of which the first that can be said is."""

    spots: tuple[tuple[_Way, ...], ...]

    def said(self, values: Mapping[str, str]) -> str | None:
        """None where a slot that must be there has no value."""
        parts: list[str] = []
        for ways in self.spots:
            for way in ways:
                filled = [values.get(text) if is_slot else text for text, is_slot in way]
                if None not in filled:
                    parts.extend(part for part in filled if part)
                    break
            else:
                return None
        return "".join(parts)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(
            text for ways in self.spots for way in ways for text, is_slot in way if is_slot
        )


@lru_cache(maxsize=2048)
def parse(written: str) -> Template:
    """ValueError says what is wrong with it and what may be written."""
    spots: list[tuple[_Way, ...]] = []
    inside: list[list[_Piece]] | None = None
    loose: list[_Piece] = []
    for token in _tokens(written):
        here = loose if inside is None else inside[-1]
        if token == "[":  # noqa: S105
            if inside is not None:
                raise ValueError("a [ within [...]; brackets do not stand within brackets")
            inside = [[]]
        elif token == "]":  # noqa: S105
            if inside is None:
                raise ValueError("a ] without its [; write ]] for the sign itself")
            spots += [((piece,),) for piece in loose]
            loose.clear()
            spots.append(_ways(inside))
            inside = None
        elif token == "|" and inside is not None:  # noqa: S105
            inside.append([])
        elif token.startswith("{") and token.endswith("}"):
            here.append((_slot(token), True))
        elif token in ("{", "}"):
            raise ValueError(f"a {token} by itself; write {token * 2} for the sign itself")
        else:
            here.append((_UNESCAPED.get(token, token), False))
    if inside is not None:
        raise ValueError("a [ without its ]; write [[ for the sign itself")
    return Template((*spots, *(((piece,),) for piece in loose)))


_UNESCAPED = {"[[": "[", "]]": "]", "{{": "{", "}}": "}"}


def _tokens(written: str) -> Sequence[str]:
    return re.findall(r"\[\[|\]\]|\{\{|\}\}|\{[^{}\[\]|]*\}|[\[\]{}|]|[^\[\]{}|]+", written)


def _slot(token: str) -> str:
    name = token[1:-1].strip()
    if name not in SLOTS:
        allowed = ", ".join(f"{{{slot}}}" for slot in SLOTS)
        raise ValueError(f"there is no {{{name[:40]}}}; write one of {allowed}")
    return name


def _ways(written: Sequence[Sequence[_Piece]]) -> tuple[_Way, ...]:
    """Where none of them can be said without a slot, nothing is said."""
    ways = tuple(tuple(way) for way in written)
    always = any(not any(is_slot for _, is_slot in way) for way in ways)
    if len(ways) == 1 and always:
        raise ValueError("[...] without a slot in it; take the brackets away")
    return ways if always else (*ways, ())
