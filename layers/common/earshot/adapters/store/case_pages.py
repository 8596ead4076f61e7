"""Pages of cases: highest impact first within each state, merged from the shards of an index."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator
from heapq import merge

from earshot.adapters.store.documents import record, text
from earshot.adapters.store.shards import CASE_SHARDS
from earshot.adapters.store.table import Item, Table
from earshot.domain.case import CLOSED, LIVE, Case, State
from earshot.domain.errors import UnknownCursorError
from earshot.ports import CaseFilter

TOP_RANK = "~"
"""Above every rank, which begin with digits."""

RANK = re.compile(r"[0-9]{3}#[0-9]{14}#[0-9a-f]{26}")

FILTERED_AT_ONCE = 250
MOST_EXAMINED = 2_000
"""A rare filter would otherwise read the whole index for one page; the cursor goes on from there.
Filtering here and not in the query costs the same reads, and tells how far it has come."""


def page_of_cases(
    table: Table, wanted: CaseFilter, limit: int, after: str | None
) -> tuple[list[Case], str | None]:
    """Up to `limit` cases, and a cursor where there may be more: a page may be short, or empty,
    and still have one. UnknownCursorError for a cursor that is not ours."""
    states: tuple[State, ...] = (wanted.state,) if wanted.state else (*LIVE, *CLOSED)
    position = _position(after) if after else (0, TOP_RANK)
    found: list[Item] = []
    asked = _asked(wanted)
    at_once = FILTERED_AT_ONCE if asked else limit + 1
    ranked = _ranked(table, states, position, wanted.min_impact, at_once)
    cursor: str | None = None
    for examined, (number, item) in enumerate(ranked):
        if len(found) == limit or examined == MOST_EXAMINED:
            cursor = _cursor(*position)
            break
        position = number, text(item, "rank")
        if all(item.get(name) == value for name, value in asked.items()):
            found.append(item)
    keys = [(text(item, "pk"), text(item, "sk")) for item in found]
    by_key = {text(item, "pk"): record(Case, item) for item in table.batch_get(keys)}
    return [by_key[pk] for pk, _ in keys if pk in by_key], cursor


def _asked(wanted: CaseFilter) -> dict[str, str]:
    """Attribute -> value, of what is not told by the index's keys."""
    filters = {
        "brand": wanted.brand,
        "source": wanted.source,
        "language": wanted.language,
        "author": wanted.author,
    }
    return {name: value for name, value in filters.items() if value is not None}


def _ranked(
    table: Table,
    states: tuple[State, ...],
    position: tuple[int, str],
    min_impact: int,
    at_once: int,
) -> Iterator[tuple[int, Item]]:
    """(index of the state, item) of all that rank under the position."""
    first, rank = position
    for number in range(first, len(states)):
        below = rank if number == first else TOP_RANK
        shards = [
            _shard(table, f"{states[number]}#{shard}", f"{min_impact:03d}#", below, at_once)
            for shard in range(CASE_SHARDS)
        ]
        merged = merge(*shards, key=lambda item: text(item, "rank"), reverse=True)
        yield from ((number, item) for item in merged)


def _shard(table: Table, shard: str, above: str, below: str, at_once: int) -> Iterator[Item]:
    """The items of one shard between two ranks, read lazily a page at a time."""
    if below < above:  # a cursor from a page with a lower impact; the range would be refused
        return iter(())
    items = table.query(
        "#state_shard = :shard AND #rank BETWEEN :above AND :below",
        {"shard": shard, "above": above, "below": below},
        index="cases",
        descending=True,
        page=at_once,
    )
    # BETWEEN includes its ends, and a key condition takes only one range.
    return (item for item in items if text(item, "rank") != below)


def _cursor(state: int, rank: str) -> str:
    return urlsafe_b64encode(json.dumps([state, rank]).encode()).decode()


def _position(cursor: str) -> tuple[int, str]:
    try:
        state, rank = json.loads(urlsafe_b64decode(cursor.encode()))
    except (Base64Error, ValueError, TypeError, RecursionError) as error:
        raise UnknownCursorError("the cursor is not one of ours") from error
    if type(state) is not int or state < 0 or not (isinstance(rank, str) and RANK.fullmatch(rank)):
        raise UnknownCursorError("the cursor is not one of ours")
    return state, rank
