"""Pages of cases: highest impact first within each state, merged from the shards of an index."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from earshot.adapters.store.documents import record, text
from earshot.adapters.store.shards import CASE_SHARDS
from earshot.adapters.store.table import Item, Table, Value
from earshot.domain.case import CLOSED, LIVE, Case, State
from earshot.domain.errors import ConfigurationError
from earshot.ports import CaseFilter

TOP_RANK = "~"
"""Above every rank, which begin with digits."""


def page_of_cases(
    table: Table, wanted: CaseFilter, limit: int, after: str | None
) -> tuple[list[Case], str | None]:
    """Up to `limit` cases, and a cursor where there may be more. ConfigurationError for a cursor
    that is not ours."""
    states: tuple[State, ...] = (wanted.state,) if wanted.state else (*LIVE, *CLOSED)
    position = _position(after) if after else (0, TOP_RANK)
    if position[0] >= len(states):
        return [], None
    found = list(islice(_ranked(table, states, position, wanted), limit + 1))
    keys = [(str(item["pk"]), str(item["sk"])) for _, item in found[:limit]]
    by_key = {str(item["pk"]): record(Case, item) for item in table.batch_get(keys)}
    cases = [by_key[pk] for pk, _ in keys if pk in by_key]
    if len(found) <= limit:
        return cases, None
    last_state, last_item = found[limit - 1]
    return cases, _cursor(last_state, text(last_item, "rank"))


def _ranked(
    table: Table, states: tuple[State, ...], position: tuple[int, str], wanted: CaseFilter
) -> Iterator[tuple[int, Item]]:
    first, rank = position
    for number in range(first, len(states)):
        below = rank if number == first else TOP_RANK
        shards = [
            _shard(table, f"{states[number]}#{shard}", below, wanted)
            for shard in range(CASE_SHARDS)
        ]
        merged = merge(*shards, key=lambda item: text(item, "rank"), reverse=True)
        yield from ((number, item) for item in merged)


def _shard(table: Table, shard: str, below: str, wanted: CaseFilter) -> Iterator[Item]:
    """The items of one shard under a rank, read lazily a page at a time."""
    values: dict[str, Value] = {
        "shard": shard,
        "from": f"{wanted.min_impact:03d}#",
        "below": below,
    }
    filters = {
        "brand": wanted.brand,
        "source": wanted.source,
        "language": wanted.language,
        "author": wanted.author,
    }
    asked = {name: value for name, value in filters.items() if value is not None}
    items = table.query(
        "#state_shard = :shard AND #rank BETWEEN :from AND :below",
        values | asked,
        index="cases",
        where=" AND ".join(f"#{name} = :{name}" for name in asked) or None,
        descending=True,
    )
    # BETWEEN includes its ends, and a key condition takes only one range.
    return (item for item in items if text(item, "rank") != below)


def _cursor(state: int, rank: str) -> str:
    return urlsafe_b64encode(json.dumps([state, rank]).encode()).decode()


def _position(cursor: str) -> tuple[int, str]:
    try:
        state, rank = json.loads(urlsafe_b64decode(cursor.encode()))
    except (Base64Error, ValueError, TypeError) as error:
        raise ConfigurationError("cursor: not one of ours") from error
    if not isinstance(state, int) or state < 0 or not isinstance(rank, str):
        raise ConfigurationError("cursor: not one of ours")
    return state, rank
