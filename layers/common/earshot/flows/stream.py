"""The table's stream: records told apart, handled in order, and handed back where one fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from earshot.domain.errors import ConfigurationError, EarshotError
from earshot.domain.plain import from_plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Record:
    """One change of one item. `kind` says what the item is (docs/data.md)."""

    event: str
    kind: str
    attributes: Mapping[str, Any]

    def read(self, cls: type[T]) -> T:
        """The record inside the item. ConfigurationError where there is none of that kind."""
        try:
            document = json.loads(self.attributes["document"])
        except (KeyError, TypeError, ValueError) as error:
            raise ConfigurationError(f"an item without a {cls.__name__}") from error
        return from_plain(cls, document)


def consume(
    records: Sequence[Mapping[str, Any]],
    handle: Callable[[Record], None],
    failed: Callable[[Record, EarshotError], None],
) -> dict[str, list[dict[str, str]]]:
    """Handles records in order up to the first that fails, and asks for the rest again.

    The stream keeps the order of each item's changes, so nothing behind a failure is touched: the
    answer names the first record to deliver again, and Lambda sends it and all that follow. One
    that would fail for ever (its brand is gone, it is not one of ours) is reported and passed over,
    so that it holds up no other; what it came from stays in the table.
    """
    for raw in records:
        record = _read(raw)
        try:
            handle(record)
        except EarshotError as error:
            failed(record, error)
            if error.permanent:
                continue
            return {"batchItemFailures": [{"itemIdentifier": raw["dynamodb"]["SequenceNumber"]}]}
    return {"batchItemFailures": []}


def _read(raw: Mapping[str, Any]) -> Record:
    """What the item is now, or was before it was removed."""
    image = raw["dynamodb"].get("NewImage") or raw["dynamodb"].get("OldImage") or {}
    attributes = {name: value for name, held in image.items() for value in held.values()}
    return Record(
        event=raw["eventName"], kind=str(attributes.get("kind", "")), attributes=attributes
    )
