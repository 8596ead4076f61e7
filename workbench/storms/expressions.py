"""The expressions that our adapters write for DynamoDB, as far as readings use them.

Contract: "Condition and filter expressions" and "Update expressions" in DynamoDB's developer guide.
A comparison with an attribute that is not there is false. `AND` binds closer than `OR`. The actions
of an update all see the item as it was. Anything else than what is known here is a ValueError.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

Attributes = Mapping[str, Any]
Condition = Callable[[Attributes, Attributes], bool]
"""Of an item and the values of an expression, by ":name"."""

_TOKEN = re.compile(r"\s*(attribute_(?:not_)?exists\(#\w+\)|[#:]\w+|<=|>=|<|>|=|\(|\)|AND|OR)")
_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_SET = re.compile(r"#(\w+) = (?:if_not_exists\(#(\w+), :(\w+)\) \+ )?:(\w+)")


@cache
def condition_of(text: str) -> Condition:
    """The condition, ready to be asked."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != re.sub(r"\s", "", text):
        raise ValueError(f"a condition that is not known here: {text}")
    found = _either(tokens)
    if tokens:
        raise ValueError(f"a condition that goes on: {text}")
    return found


@cache
def update_of(text: str) -> Callable[[Attributes, Attributes], dict[str, Any]]:
    """The update: the item as it is afterwards."""
    changes, _, removed = text.removeprefix("SET ").partition(" REMOVE ")
    sets = [_set(each) for each in re.split(r", (?=#\w+ =)", changes)]
    gone = [each.strip().removeprefix("#") for each in removed.split(",")]

    def updated(item: Attributes, values: Attributes) -> dict[str, Any]:
        after = dict(item)
        for name, change in sets:
            after[name] = change(item, values)
        return {name: value for name, value in after.items() if name not in gone}

    return updated


def _set(text: str) -> tuple[str, Callable[[Attributes, Attributes], Any]]:
    action = _SET.fullmatch(text.strip())
    if action is None:
        raise ValueError(f"an update that is not known here: {text}")
    name, counter, start, given = action.groups()

    def counted(item: Attributes, values: Attributes) -> Any:
        before = item.get(counter, values[f":{start}"])
        return {"N": str(int(before["N"]) + int(values[f":{given}"]["N"]))}

    return name, counted if counter else lambda _, values: values[f":{given}"]


def _either(tokens: list[str]) -> Condition:
    parts = [_both(tokens)]
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        parts.append(_both(tokens))
    return lambda item, values: any(part(item, values) for part in parts)


def _both(tokens: list[str]) -> Condition:
    parts = [_single(tokens)]
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        parts.append(_single(tokens))
    return lambda item, values: all(part(item, values) for part in parts)


def _single(tokens: list[str]) -> Condition:
    first = tokens.pop(0)
    if first == "(":
        inner = _either(tokens)
        tokens.pop(0)
        return inner
    name = first.partition("#")[2].rstrip(")")
    if first.startswith("attribute_"):
        is_wanted = first.startswith("attribute_exists")
        return lambda item, _: (name in item) == is_wanted
    compare, value = _COMPARES[tokens.pop(0)], tokens.pop(0)

    def compared(item: Attributes, values: Attributes) -> bool:
        if name not in item:
            return False
        ((kind, there),), ((asked_kind, asked),) = item[name].items(), values[value].items()
        if kind != asked_kind:
            return False
        return compare(int(there), int(asked)) if kind == "N" else compare(there, asked)

    return compared
