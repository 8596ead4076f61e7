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

_TOKEN = re.compile(
    r"\s*(attribute_(?:not_)?exists\(#\w+\)|begins_with\(#\w+, :\w+\)"
    r"|[#:]\w+|<=|>=|<|>|=|\(|\)|AND|OR)"
)
_BEGINS = re.compile(r"begins_with\(#(\w+), :(\w+)\)")
_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_SET = re.compile(r"#(\w+) = (?:if_not_exists\(#(\w+), :(\w+)\)(?: \+ :(\w+))?|:(\w+))")
_ADD = re.compile(r"#(\w+) :(\w+)")


@cache
def condition_of(text: str) -> Condition:
    """The condition, ready to be asked."""
    tokens = _TOKEN.findall(text)
    if re.sub(r"\s", "", "".join(tokens)) != re.sub(r"\s", "", text):
        raise ValueError(f"a condition that is not known here: {text}")
    found = _either(tokens)
    if tokens:
        raise ValueError(f"a condition that goes on: {text}")
    return found


@cache
def update_of(text: str) -> Callable[[Attributes, Attributes], dict[str, Any]]:
    """The update: the item as it is afterwards. Its parts come in the order SET, REMOVE, ADD."""
    rest, _, added = text.removeprefix("SET ").partition(" ADD ")
    changes, _, removed = rest.partition(" REMOVE ")
    sets = [_set(each) for each in re.split(r", (?=#\w+ =)", changes)]
    sets += [_add(each) for each in added.split(", ") if each]
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
    name, kept, start, more, given = action.groups()
    if kept is None:
        return name, lambda _, values: values[f":{given}"]
    if more is None:
        return name, lambda item, values: item.get(kept, values[f":{start}"])
    return name, lambda item, values: _sum(item.get(kept, values[f":{start}"]), values[f":{more}"])


def _add(text: str) -> tuple[str, Callable[[Attributes, Attributes], Any]]:
    action = _ADD.fullmatch(text.strip())
    if action is None:
        raise ValueError(f"an update that is not known here: ADD {text}")
    name, given = action.groups()
    return name, lambda item, values: _sum(item.get(name, {"N": "0"}), values[f":{given}"])


def _sum(one: Any, other: Any) -> Any:
    return {"N": str(int(one["N"]) + int(other["N"]))}


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
    if begins := _BEGINS.fullmatch(first):
        attribute, start = begins.groups()
        return lambda item, values: (
            attribute in item and item[attribute]["S"].startswith(values[f":{start}"]["S"])
        )
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
