"""A table in memory that speaks the part of DynamoDB that readings use, as botocore's client does.

moto takes milliseconds for a write, too long for ten thousand of them, killed and repeated; this
takes microseconds. The expressions are the adapters' own and are evaluated as they stand
(`workbench.storms.expressions`), so what holds here is what the adapters ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Any

from botocore.exceptions import ClientError

from workbench.storms.expressions import condition_of, update_of

Item = dict[str, Any]
"""Attribute values as DynamoDB has them: {"S": "text"}, {"N": "1"}, {"B": b"..."}."""


class MemoryTable:
    """`taken` are the puts that were, in order, as the table's stream would tell of them."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], Item] = {}
        self.taken: list[Item] = []
        self._lock = Lock()

    def put_item(self, *, Item: Item, **request: Any) -> dict[str, Any]:  # noqa: N803
        key = _key(Item)
        with self._lock:
            _require(request, self.items.get(key))
            self.items[key] = dict(Item)
            self.taken.append(Item)
        return {}

    def update_item(self, *, Key: Item, UpdateExpression: str, **request: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            before = self.items.get(_key(Key))
            _require(request, before)
            values = request.get("ExpressionAttributeValues", {})
            after = update_of(UpdateExpression)({**Key, **(before or {})}, values)
            self.items[_key(Key)] = after
        return {"Attributes": after}

    def get_item(self, *, Key: Item, **_: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            found = self.items.get(_key(Key))
        return {} if found is None else {"Item": dict(found)}

    def batch_get_item(self, *, RequestItems: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N803
        ((name, asked),) = RequestItems.items()
        wanted = set(asked.get("ExpressionAttributeNames", {}).values())
        with self._lock:
            found = [self.items[_key(key)] for key in asked["Keys"] if _key(key) in self.items]
        shown = [{k: v for k, v in item.items() if not wanted or k in wanted} for item in found]
        return {"Responses": {name: shown}}


def _key(item: Mapping[str, Any]) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]


def _require(request: Mapping[str, Any], item: Item | None) -> None:
    text = request.get("ConditionExpression")
    values = request.get("ExpressionAttributeValues", {})
    if text is not None and not condition_of(text)(item or {}, values):
        error = {"Code": "ConditionalCheckFailedException", "Message": "The condition failed."}
        raise ClientError({"Error": error}, "Write")
