"""The journal: the append-only record of everything done on a case, each entry sealed to the one
before it (docs/decisions/0020)."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

EARSHOT = "earshot"
"""Who did it, where no person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what, when and why. `number` orders a case's entries and never repeats in it.

    `hash` seals all the rest, `previous` included, which is the hash of the entry before: None in
    the first that was sealed. Entries from before there were seals have neither.
    """

    number: int
    at: datetime
    who: str
    what: str
    why: str
    previous: str | None = None
    hash: str | None = None


def sealed(entry: Entry, case_id: str, previous: str | None) -> Entry:
    """The entry as the one that follows `previous` in the journal of that case."""
    following = replace(entry, previous=previous)
    return replace(following, hash=seal(following, case_id))


def seal(entry: Entry, case_id: str) -> str:
    """SHA-256, in 64 hex digits, of all that the entry says and of the case it says it of.

    What is hashed is one JSON object in ASCII, its keys in order and without spaces, the time in
    UTC: whoever has the entries can do it again without us. A field that is added one day is left
    out where it is None, or every old seal breaks.
    """
    said = {
        "at": entry.at.astimezone(UTC).isoformat(),
        "case": case_id,
        "number": entry.number,
        "previous": entry.previous,
        "what": entry.what,
        "who": entry.who,
        "why": entry.why,
    }
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()
