"""Choosing: which member of a team takes a case. Every step keeps its reason.

The same case, members, loads and moment always give the same answer, in whatever order the members
are written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from math import log

_DRAWN = 2**48


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`answers_in` is empty where it is all languages. `opens_at` is when their hours begin: not
    after now where it is in them, None where nobody can say. `most_cases` None is no limit."""

    name: str
    answers_in: tuple[str, ...] = ()
    opens_at: datetime | None
    most_cases: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The members whose load decides. `in_hours` is False where it is nobody's hours."""

    members: tuple[Member, ...]
    in_hours: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    name: str
    reason: str


def present(members: Sequence[Member], language: str, now: datetime) -> Present:
    """Those who answer in the language and are within their hours. Where nobody answers in it all
    count, and where it is nobody's hours all of those count."""
    answering = [m for m in members if not m.answers_in or language in m.answers_in]
    reasons: list[str] = []
    if not answering:
        reasons.append(f"nobody answers in {language}, so all count")
    elif len(answering) < len(members):
        reasons.append(f"{len(answering)} of {len(members)} answer in {language}")
    left = answering or list(members)
    there = [m for m in left if m.opens_at is not None and m.opens_at <= now]
    if not there:
        reasons.append("it is nobody's hours")
    elif len(there) < len(left):
        reasons.append(f"{len(there)} of {len(left)} within their hours")
    return Present(members=tuple(there or left), in_hours=bool(there), reasons=tuple(reasons))


def chosen(case_id: str, there: Present, loads: Mapping[str, int]) -> Chosen:
    """Of those who are below their limit, who has the fewest live cases relative to it; among
    equals, by a lot in which a limit twice as high wins twice as often.

    Where it is nobody's hours, of them who opens first. Where nobody is below their limit, all
    count. `loads` are live cases by name, 0 where one is missing; nobody's are needed of one member
    alone. At least one member.
    """
    reasons = list(there.reasons)
    below = [m for m in there.members if _is_below(m, loads)]
    if not below:
        reasons.append("nobody is below their limit")
    elif len(below) < len(there.members):
        reasons.append(f"{len(below)} of {len(there.members)} below their limit")
    left = below or list(there.members)
    if not there.in_hours:
        left, told = _opening_first(left)
        reasons.append(told)
    # Whoever has no limit counts as whoever has the highest, or nobody else would get any case.
    highest = max((m.most_cases or 0 for m in there.members), default=0) or 1

    def fullness(member: Member) -> float:
        return loads.get(member.name, 0) / (member.most_cases or highest)

    least = min(map(fullness, left))
    as_few = [m for m in left if fullness(m) == least]
    drawn = min(as_few, key=lambda m: (_lot(case_id, m, m.most_cases or highest), m.name))
    reasons.append(_why(drawn, loads, len(left), len(as_few)))
    return Chosen(drawn.name, "; ".join(reasons))


def _is_below(member: Member, loads: Mapping[str, int]) -> bool:
    return member.most_cases is None or loads.get(member.name, 0) < member.most_cases


def _opening_first(members: Sequence[Member]) -> tuple[list[Member], str]:
    known = [m.opens_at for m in members if m.opens_at is not None]
    if not known:
        return list(members), "nobody's hours begin soon"
    first = min(known)
    left = [m for m in members if m.opens_at == first]
    who = left[0].name if len(left) == 1 else f"{len(left)} of {len(members)}"
    return left, f"{who} open{'s' * (len(left) == 1)} first, at {first.isoformat('T', 'seconds')}"


def _why(first: Member, loads: Mapping[str, int], left: int, as_few: int) -> str:
    if left == 1:
        return f"that leaves {first.name}"
    live, of = loads.get(first.name, 0), f" of {first.most_cases}" if first.most_cases else ""
    if as_few == 1:
        return f"{first.name} has the least to do, {live}{of} cases"
    return f"{first.name} by lot of {as_few} who have the least to do, {live}{of} cases"


def _lot(case_id: str, member: Member, weight: int) -> float:
    """The lowest wins. Of numbers that are spread evenly in (0, 1], -log(number) / weight is lowest
    as often as its weight says (Efraimidis and Spirakis, 2006); that of a hash is as good as one
    that is drawn, and the same in every replay."""
    drawn = int.from_bytes(sha256(f"{case_id}\n{member.name}".encode()).digest()[:6], "big")
    return -log((drawn + 1) / _DRAWN) / weight
