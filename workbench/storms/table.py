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
        self.partitions: dict[str, dict[str, Item]] = {}
        self.taken: list[Item] = []
        self._due: dict[tuple[str, str], Item] = {}
        self._lock = Lock()

    @property
    def items(self) -> dict[tuple[str, str], Item]:
        return {
            (pk, sk): item
            for pk, partition in self.partitions.items()
            for sk, item in partition.items()
        }

    def put_item(self, *, Item: Item, **request: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            _require(request, self._get(Item))
            self._put(Item)
            self.taken.append(Item)
        return {}

    def update_item(self, *, Key: Item, UpdateExpression: str, **request: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            before = self._get(Key)
            _require(request, before)
            values = request.get("ExpressionAttributeValues", {})
            after = update_of(UpdateExpression)({**Key, **(before or {})}, values)
            self._put(after)
        return {"Attributes": after}

    def delete_item(self, *, Key: Item, **request: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            _require(request, self._get(Key))
            self._remove(Key)
        return {}

    def get_item(self, *, Key: Item, **_: Any) -> dict[str, Any]:  # noqa: N803
        with self._lock:
            found = self._get(Key)
        return {} if found is None else {"Item": dict(found)}

    def batch_get_item(self, *, RequestItems: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N803
        ((name, asked),) = RequestItems.items()
        wanted = set(asked.get("ExpressionAttributeNames", {}).values())
        with self._lock:
            found = [item for key in asked["Keys"] if (item := self._get(key)) is not None]
        shown = [{k: v for k, v in item.items() if not wanted or k in wanted} for item in found]
        return {"Responses": {name: shown}}

    def batch_write_item(self, *, RequestItems: Mapping[str, Any]) -> dict[str, Any]:  # noqa: N803
        ((_, requests),) = RequestItems.items()
        with self._lock:
            for request in requests:
                if "PutRequest" in request:
                    self._put(request["PutRequest"]["Item"])
                else:
                    self._remove(request["DeleteRequest"]["Key"])
        return {}

    def query(self, *, KeyConditionExpression: str, **request: Any) -> dict[str, Any]:  # noqa: N803
        """In one page. Of an index all items are looked at, of `due` those in it, in no order."""
        values, most = request["ExpressionAttributeValues"], request.get("Limit")
        fits = condition_of(KeyConditionExpression)
        with self._lock:
            if request.get("IndexName") == "due":
                places = list(self._due.values())
            elif "IndexName" in request:
                places = [item for each in self.partitions.values() for item in each.values()]
            else:
                partition = self.partitions.get(values[":pk"]["S"], {})
                places = [partition[sk] for sk in sorted(partition)]
            found = [dict(item) for item in places if fits(item, values)][:most]
        return {"Items": found, "ScannedCount": len(found)}

    def _get(self, key: Item) -> Item | None:
        pk, sk = _key(key)
        return self.partitions.get(pk, {}).get(sk)

    def _put(self, item: Item) -> None:
        pk, sk = _key(item)
        kept = dict(item)
        self.partitions.setdefault(pk, {})[sk] = kept
        if "due_at" in kept:
            self._due[pk, sk] = kept
        else:
            self._due.pop((pk, sk), None)

    def _remove(self, key: Item) -> None:
        pk, sk = _key(key)
        self.partitions.get(pk, {}).pop(sk, None)
        self._due.pop((pk, sk), None)


def _key(item: Mapping[str, Any]) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]


def _require(request: Mapping[str, Any], item: Item | None) -> None:
    text = request.get("ConditionExpression")
    values = request.get("ExpressionAttributeValues", {})
    if text is not None and not condition_of(text)(item or {}, values):
        error = {"Code": "ConditionalCheckFailedException", "Message": "The condition failed."}
        raise ClientError({"Error": error}, "Write")
