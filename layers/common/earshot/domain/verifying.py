"""Verifying: whether a journal is as it was written, from its entries and the case's head alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earshot.domain.journal import Entry, seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """`count` entries were looked at; of those, the `unchained` first ones are from before there
    were seals, and nothing vouches for them. `first_fault` is the number of the first entry that is
    not what belongs there, None where `ok`."""

    ok: bool
    count: int
    unchained: int
    first_fault: int | None
    reason: str


def verified(
    entries: Sequence[Entry], *, case_id: str, head: str | None, from_number: int = 1
) -> Verification:
    """Whether these are all the case's entries from `from_number` on, in order and unchanged.

    `head` is what the case keeps as the hash of its last entry, None where none was sealed yet.
    Where the reading begins later than at 1, what the first entry follows is not known and taken as
    it says.
    """
    unchained, last = 0, None
    for place, entry in enumerate(entries):
        due = from_number + place
        if (fault := _misplaced(entry, due) or _broken(entry, case_id)) is not None:
            return _faulty(entries, unchained, min(due, entry.number), fault)
        if entry.hash is None:
            if last is not None:
                why = f"entry {due} has no seal, though entry {due - 1} has one"
                return _faulty(entries, unchained, due, why)
            unchained += 1
            continue
        if entry.previous != last and (place or from_number == 1):
            return _faulty(entries, unchained, due, _unfollowing(due, last))
        last = entry.hash
    if last != head:
        return _beheaded(entries, unchained, head, from_number)
    return Verification(
        ok=True,
        count=len(entries),
        unchained=unchained,
        first_fault=None,
        reason=_sound(len(entries), unchained, from_number),
    )


def _misplaced(entry: Entry, due: int) -> str | None:
    if entry.number > due:
        return f"entry {due} is missing"
    if entry.number < due:
        return f"entry {entry.number} stands where entry {due} belongs"
    return None


def _broken(entry: Entry, case_id: str) -> str | None:
    if entry.hash is None:
        if entry.previous is not None:
            return f"the seal of entry {entry.number} was taken off"
        return None
    if entry.hash != seal(entry, case_id):
        return f"entry {entry.number} was changed, or is of another case"
    return None


def _unfollowing(number: int, last: str | None) -> str:
    if last is None and number > 1:
        return f"entry {number} follows a sealed entry, but the one before it has no seal"
    if last is None:
        return "entry 1 follows another entry, but nothing can be before it"
    return f"entry {number} does not follow the entry {number - 1} that is here"


def _beheaded(
    entries: Sequence[Entry], unchained: int, head: str | None, from_number: int
) -> Verification:
    """Every entry follows the one before it, but the last is not the one the case knows."""
    after = from_number + len(entries)
    if head is None:
        first = from_number + unchained
        why = f"entry {first} and what follows are sealed, but the case knows of no seal"
        return _faulty(entries, unchained, first, why)
    hashes = [entry.hash for entry in entries]
    if head in hashes:
        added = from_number + hashes.index(head) + 1
        why = f"entry {added} and what follows came after the last entry that the case knows"
        return _faulty(entries, unchained, added, why)
    why = f"the case knows another last entry: from entry {after} on entries are missing, or all"
    return _faulty(entries, unchained, after, f"{why} that are sealed were written anew")


def _faulty(entries: Sequence[Entry], unchained: int, number: int, why: str) -> Verification:
    return Verification(
        ok=False, count=len(entries), unchained=unchained, first_fault=number, reason=why
    )


def _sound(count: int, unchained: int, from_number: int) -> str:
    if not count:
        return "there are no entries"
    last = from_number + count - 1
    if unchained == count:
        return f"unchained until {last}: no entry is sealed, and nothing vouches for them"
    told = "every entry is as it was written, and none is missing"
    if from_number > 1:
        told = f"from entry {from_number} on {told}"
    if unchained:
        told += f"; unchained until {from_number + unchained - 1}: nothing vouches for those"
    return told
