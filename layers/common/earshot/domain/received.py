"""What was sent to us: the mentions in one delivery, and why there are no more."""

from __future__ import annotations

from dataclasses import dataclass

from earshot.domain.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """`faults` name entries that could not be read. `passed_over` says why a whole delivery is
    nobody's mention (spam, an answer from a machine); nothing was wrong with reading it.
    `recipients` are the addresses that a mail was sent to, in lower case."""

    mentions: tuple[Mention, ...] = ()
    faults: tuple[str, ...] = ()
    passed_over: str = ""
    recipients: frozenset[str] = frozenset()
