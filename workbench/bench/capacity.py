"""Capacity: write units and calls, counted from what really happened to the table.

Neither emulator reports consumed capacity as AWS bills it, so it is computed from the stream, which
carries every write with the item before and after: a unit per KB of the larger of the two, and for
each index a unit per KB of what was put into it and of what was taken out. Source: "Read/write
capacity units" and "Using global secondary indexes" in DynamoDB's developer guide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from workbench.bench.figure import Figure
from workbench.rehearsal.given import CONFIGURATION, PRAISE, SEVERE, found, listening_to, mention
from workbench.rehearsal.template import resources
from workbench.rehearsal.world import World, world
from workbench.servers.hackernews import HackerNewsServer, Item

MENTIONS = 20
FEW, MANY = 1_000, 10_000
MOST_WRITE_UNITS = 3
MOST_GROWTH = 1.1
TRANSACTIONAL_WRITE_UNITS = 5
"""What one write with one index costs as a transaction, by design.md's measurement."""

Image = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one event: write units, and AWS calls by operation."""

    write_units: float
    calls: float


def figures() -> list[Figure]:
    plain = measured(PRAISE, FEW)
    severe = measured(SEVERE, FEW)
    escalation = escalating()
    return [
        _units("write_units.mention", plain.write_units, MOST_WRITE_UNITS),
        _units("write_units.complaint", severe.write_units),
        _calls("calls.mention", plain.calls),
        _calls("calls.complaint", severe.calls),
        _calls("calls.escalation", escalation.calls),
        _growth("growth.mention", plain, measured(PRAISE, MANY)),
        _growth("growth.complaint", severe, measured(SEVERE, MANY)),
    ]


def measured(text: str, stored: int) -> Cost:
    """One mention's cost, from the source to rest, in a table that holds `stored` others.

    A minute in which a reading brings MENTIONS of them, less a minute that brings none.
    """
    with HackerNewsServer() as site, world(site.host) as earshot:
        earshot.push(listening_to(site.url))
        _fill(earshot, stored)
        earshot.settle()
        _minute(earshot)
        idle = _minute(earshot)
        for number in range(MENTIONS):
            site.publish(
                Item(id=number + 1, author=f"a{number}", text=text, created_at=earshot.now())
            )
        busy = _minute(earshot)
        return Cost(
            write_units=(busy.write_units - idle.write_units) / MENTIONS,
            calls=(busy.calls - idle.calls) / MENTIONS,
        )


def _minute(earshot: World) -> Cost:
    earshot.pass_time(minutes=1)
    before, calls = len(earshot.records()), len(earshot.deaths.calls)
    earshot.minute()
    units = sum(write_units(record) for record in earshot.records()[before:])
    return Cost(write_units=units, calls=len(earshot.deaths.calls) - calls)


def escalating() -> Cost:
    """One escalation through both levels until nobody is left to tell."""
    with world() as earshot:
        earshot.push(CONFIGURATION)
        earshot.settle()
        found(mention(SEVERE, at=earshot.now()), earshot.now())
        counted = Counter(_only_escalating(earshot, lambda: _through(earshot)))
        return Cost(write_units=0, calls=counted.total())


def _through(earshot: World) -> None:
    earshot.settle()
    for _ in range(2):
        earshot.pass_time(**{"minutes": 31})


def _only_escalating(earshot: World, play: Callable[[], None]) -> list[str]:
    """The calls that the escalation's own function made."""
    calls: list[str] = []
    escalate = earshot.functions["EscalateCase"]

    def watched(event: dict[str, Any], context: Any) -> Any:
        before = len(earshot.deaths.calls)
        answer = escalate(event, context)
        calls.extend(earshot.deaths.calls[before:])
        return answer

    earshot.functions["EscalateCase"] = watched
    play()
    return calls


def _fill(earshot: World, stored: int) -> None:
    for number in range(stored):
        said = mention(PRAISE, native_id=f"old{number}", author=f"o{number}", at=earshot.now())
        found(said, earshot.now() - timedelta(minutes=1))


def write_units(record: Mapping[str, Any]) -> int:
    """What the write behind a stream record cost."""
    old: Image = record["dynamodb"].get("OldImage", {})
    new: Image = record["dynamodb"].get("NewImage", {})
    table = _kilobytes(max(_bytes(old), _bytes(new)))
    return table + sum(_index_units(index, old, new) for index in _indexes())


def _index_units(index: Mapping[str, Any], old: Image, new: Image) -> int:
    """Nothing where the entry stays as it is, one write where it comes, goes or changes, two where
    its keys change: the old entry is deleted and a new one put."""
    before, after = _entry(index, old), _entry(index, new)
    if before == after:
        return 0
    keys = [key["AttributeName"] for key in index["KeySchema"]]
    if before and after and any(before[key] != after[key] for key in keys):
        return _kilobytes(_bytes(before)) + _kilobytes(_bytes(after))
    return _kilobytes(max(_bytes(before), _bytes(after)))


def _entry(index: Mapping[str, Any], image: Image) -> Image:
    """What the index holds of the item; nothing where the item lacks one of its keys."""
    keys = [key["AttributeName"] for key in index["KeySchema"]]
    if not all(key in image for key in keys):
        return {}
    kept = {"pk", "sk", *keys, *index["Projection"].get("NonKeyAttributes", [])}
    return {name: value for name, value in image.items() if name in kept}


def _indexes() -> list[Mapping[str, Any]]:
    indexes: list[Mapping[str, Any]] = resources()["Table"]["Properties"]["GlobalSecondaryIndexes"]
    return indexes


def _bytes(image: Image) -> int:
    """Names and values; numbers take about a byte for two digits and one more."""
    size = 0
    for name, held in image.items():
        ((kind, value),) = held.items()
        size += len(name.encode())
        size += len(str(value)) // 2 + 2 if kind == "N" else len(str(value).encode())
    return size


def _kilobytes(size: int) -> int:
    return max(1, ceil(size / 1024))


def _units(name: str, value: float, most: float | None = None) -> Figure:
    return Figure(
        name=name,
        value=value,
        unit="write units",
        reference=TRANSACTIONAL_WRITE_UNITS,
        reference_name="a transaction for each mention",
        runs=MENTIONS,
        most=most,
    )


def _calls(name: str, value: float) -> Figure:
    return Figure(
        name=name,
        value=value,
        unit="AWS calls",
        reference=1,
        reference_name="the one write that nobody can avoid",
        runs=MENTIONS,
    )


def _growth(name: str, few: Cost, many: Cost) -> Figure:
    return Figure(
        name=name,
        value=(many.write_units + many.calls) / (few.write_units + few.calls),
        unit="ratio",
        reference=1.0,
        reference_name=f"write units and calls at {MANY:,} stored items over those at {FEW:,}",
        runs=MENTIONS,
        most=MOST_GROWTH,
    )
