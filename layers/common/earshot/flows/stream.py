"""The table's stream: records told apart, handled in order, and handed back where one fails."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from earshot.domain.errors import ConfigurationError, EarshotError
from earshot.domain.plain import from_plain
from earshot.ports import Queue

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
    failed: Callable[[Record, Exception], None],
    set_aside: Queue,
) -> dict[str, list[dict[str, str]]]:
    """Handles records in order up to the first that may yet be handled later, and asks for the rest
    again.

    The stream keeps the order of each item's changes, so nothing behind such a failure is touched:
    the answer names the first record to deliver again, and Lambda sends it and all that follow. One
    that would fail for ever (its brand is gone, it is not one of ours, the fault is ours) is set
    aside in a queue, so that it holds up no other and is not lost; an alarm watches the queue.
    """
    for raw in records:
        record = _read(raw)
        try:
            handle(record)
        except Exception as error:  # noqa: BLE001 - one record's edge: none may hold up the others
            failed(record, error)
            if isinstance(error, EarshotError) and not error.permanent:
                again = {"itemIdentifier": raw["dynamodb"]["SequenceNumber"]}
                return {"batchItemFailures": [again]}
            set_aside.send([_account(raw, error)])
    return {"batchItemFailures": []}


def _account(raw: Mapping[str, Any], error: Exception) -> str:
    """What a person needs to put it right: the item's key, and the item itself where it is gone."""
    kept = {"Keys": raw["dynamodb"].get("Keys", {})}
    if raw["eventName"] == "REMOVE":
        kept["OldImage"] = raw["dynamodb"].get("OldImage", {})
    why = f"{type(error).__name__}: {error}"[:500]
    return json.dumps({"eventName": raw["eventName"], "dynamodb": kept, "error": why})


def _read(raw: Mapping[str, Any]) -> Record:
    """What the item is now, or was before it was removed."""
    image = raw["dynamodb"].get("NewImage") or raw["dynamodb"].get("OldImage") or {}
    attributes = {name: value for name, held in image.items() for value in held.values()}
    return Record(
        event=raw["eventName"], kind=str(attributes.get("kind", "")), attributes=attributes
    )
