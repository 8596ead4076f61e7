"""One DynamoDB table, spoken to in plain values; its errors become ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from earshot.domain.errors import ConflictError, StoreError

Value = str | int | bytes
Item = Mapping[str, Value]
Key = tuple[str, str]

WRITES_PER_BATCH = 25  # BatchWriteItem's limit
MOST_BATCH_TRIES = 8
"""What DynamoDB did not process is asked for again: a throttled table catches up within a few."""
KEYS_PER_BATCH_GET = 100  # DynamoDB's limit
NEVER_TAKEN = frozenset({"ValidationException", "ValidationError"})
"""The request itself is wrong: the same one would be refused for ever. The second is its name among
the reasons of a cancelled transaction."""

NOT_AS_EXPECTED = "ConditionalCheckFailedException"
"""The one refusal of a single write that is a conflict. TransactionConflictException (a transaction
is at the item just now) is left a StoreError there: to several callers a conflict means "it is
known already" and not "read again", and they would take for done what was never written."""

CONFLICTS = frozenset({"ConditionalCheckFailed", "TransactionConflict"})
"""The reasons for which a transaction may succeed once it is decided anew; any other (throttling,
a fault in the request) is the table's refusal, however often we read again."""


@dataclass(frozen=True, slots=True)
class Write:
    """One write of a transaction: an item to put, or an update of a key."""

    item: Item | None = None
    key: Key | None = None
    update: str | None = None
    condition: str | None = None
    values: Mapping[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Expressions name attributes as `#name` and values as `:value`; names need no declaring."""

    client: Any
    name: str

    def get(self, key: Key) -> Item | None:
        """Strongly consistent: decisions are made on what it says."""
        answer = self._call("get_item", Key=_key(key), ConsistentRead=True)
        return _decoded(answer["Item"]) if "Item" in answer else None

    def put(
        self, item: Item, condition: str | None = None, values: Mapping[str, Value] | None = None
    ) -> None:
        """ConflictError where the condition does not hold."""
        self._call("put_item", Item=_encoded(item), **_expressions(values, condition=condition))

    def update(
        self,
        key: Key,
        update: str,
        condition: str | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> Item:
        """The item as it is afterwards. ConflictError where the condition does not hold."""
        answer = self._call(
            "update_item",
            Key=_key(key),
            ReturnValues="ALL_NEW",
            **_expressions(values, update=update, condition=condition),
        )
        return _decoded(answer.get("Attributes", {}))

    def delete(
        self, key: Key, condition: str | None = None, values: Mapping[str, Value] | None = None
    ) -> None:
        """ConflictError where the condition does not hold; an absent item is deleted already."""
        self._call("delete_item", Key=_key(key), **_expressions(values, condition=condition))

    def query(
        self,
        condition: str,
        values: Mapping[str, Value],
        *,
        index: str | None = None,
        where: str | None = None,
        descending: bool = False,
        most: int | None = None,
        page: int | None = None,
    ) -> Iterator[Item]:
        """The items that match, page after page. `most` bounds what is read, not what matches;
        `page` is how many are read at once, for those who will stop early."""
        request: dict[str, Any] = _expressions(values, key=condition, where=where)
        if index is None:
            request["ConsistentRead"] = True
        else:
            request["IndexName"] = index
        if page is not None:
            request["Limit"] = page
        left = most
        while left is None or left > 0:
            if left is not None:
                request["Limit"] = left
            answer = self._call("query", ScanIndexForward=not descending, **request)
            yield from (_decoded(item) for item in answer["Items"])
            if "LastEvaluatedKey" not in answer:
                return
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
            left = None if left is None else left - int(answer["ScannedCount"])

    def count(self, condition: str, values: Mapping[str, Value], *, index: str, most: int) -> int:
        """How many items match, counted up to `most`."""
        found = 0
        request = _expressions(values, key=condition) | {"IndexName": index, "Select": "COUNT"}
        while True:
            answer = self._call("query", Limit=most - found, **request)
            found += int(answer["Count"])
            if "LastEvaluatedKey" not in answer or found >= most:
                return found
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def batch_get(
        self, keys: Sequence[Key], attributes: Sequence[str] = (), *, consistent: bool = False
    ) -> list[Item]:
        """Those of the items that exist, in any order; only the attributes asked for, if any."""
        found: list[Item] = []
        for start in range(0, len(keys), KEYS_PER_BATCH_GET):
            wanted: dict[str, Any] = {
                "Keys": [_key(key) for key in keys[start : start + KEYS_PER_BATCH_GET]]
            }
            if consistent:
                wanted["ConsistentRead"] = True
            if attributes:
                wanted["ProjectionExpression"] = ", ".join(f"#{name}" for name in attributes)
                wanted["ExpressionAttributeNames"] = {f"#{name}": name for name in attributes}
            request = {self.name: wanted}
            while request:
                answer = _call(self.client, "batch_get_item", RequestItems=request)
                found += [_decoded(item) for item in answer["Responses"].get(self.name, [])]
                request = answer.get("UnprocessedKeys", {})
        return found

    def write_all(self, items: Sequence[Item], removed: Sequence[Key] = ()) -> None:
        """Puts and deletes without conditions, in order of batches but not within one: what follows
        from another write belongs into another call. Each may happen twice."""
        requests: list[dict[str, Any]] = [{"PutRequest": {"Item": _encoded(i)}} for i in items]
        requests += [{"DeleteRequest": {"Key": _key(key)}} for key in removed]
        for start in range(0, len(requests), WRITES_PER_BATCH):
            left = {self.name: requests[start : start + WRITES_PER_BATCH]}
            for _ in range(MOST_BATCH_TRIES):
                left = _call(self.client, "batch_write_item", RequestItems=left).get(
                    "UnprocessedItems", {}
                )
                if not left:
                    break
            else:
                raise StoreError("batch_write_item: the table is too busy")

    def transact(self, writes: Sequence[Write]) -> None:
        """All or none. ConflictError where a condition fails or another write is under way.

        Any other reason to cancel it is a StoreError."""
        requests = []
        for write in writes:
            expressions = _expressions(write.values, update=write.update, condition=write.condition)
            target = {"TableName": self.name} | expressions
            if write.item is not None:
                requests.append({"Put": target | {"Item": _encoded(write.item)}})
            elif write.key is not None:
                requests.append({"Update": target | {"Key": _key(write.key)}})
        _call(self.client, "transact_write_items", TransactItems=requests)

    def _call(self, operation: str, **request: Any) -> dict[str, Any]:
        return _call(self.client, operation, TableName=self.name, **request)


def _call(client: Any, operation: str, **request: Any) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = getattr(client, operation)(**request)
    except ClientError as error:
        raise _refusal(operation, error) from error
    except BotoCoreError as error:
        raise StoreError(f"{operation}: {type(error).__name__}") from error
    return answer


def _refusal(operation: str, error: ClientError) -> ConflictError | StoreError:
    code = error.response["Error"]["Code"]
    # Only a cancelled transaction has reasons: one a write, `None` for those that were well.
    given = error.response.get("CancellationReasons") or ()
    reasons = [reason.get("Code", "None") for reason in given]
    told = f"{operation}: {code}" + (f" ({', '.join(reasons)})" if reasons else "")
    if code == NOT_AS_EXPECTED or not CONFLICTS.isdisjoint(reasons):
        return ConflictError(told)
    return StoreError(told, permanent=not NEVER_TAKEN.isdisjoint((code, *reasons)))


def _expressions(
    values: Mapping[str, Value] | None,
    *,
    key: str | None = None,
    where: str | None = None,
    update: str | None = None,
    condition: str | None = None,
) -> dict[str, Any]:
    """Only what is there, with every #name declared."""
    given = {
        "KeyConditionExpression": key,
        "FilterExpression": where,
        "UpdateExpression": update,
        "ConditionExpression": condition,
    }
    request: dict[str, Any] = {name: text for name, text in given.items() if text is not None}
    names = {name for text in request.values() for name in re.findall(r"#(\w+)", text)}
    if names:
        request["ExpressionAttributeNames"] = {f"#{name}": name for name in sorted(names)}
    if values:
        request["ExpressionAttributeValues"] = {
            f":{name}": _attribute(value) for name, value in values.items()
        }
    return request


def _key(key: Key) -> dict[str, dict[str, str]]:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def _encoded(item: Item) -> dict[str, dict[str, Any]]:
    return {name: _attribute(value) for name, value in item.items()}


def _attribute(value: Value) -> dict[str, Any]:
    if isinstance(value, str):
        return {"S": value}
    return {"B": value} if isinstance(value, bytes) else {"N": str(value)}


def _decoded(item: Mapping[str, Mapping[str, Any]]) -> Item:
    """Strings, whole numbers and bytes: the only attribute types that we write."""
    decoded: dict[str, Value] = {}
    for name, attribute in item.items():
        ((kind, value),) = attribute.items()
        decoded[name] = int(value) if kind == "N" else value
    return decoded
