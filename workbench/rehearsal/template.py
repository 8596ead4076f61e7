"""What the template says, for tests that build the same things in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

TEMPLATE = Path(__file__).parents[2] / "template.yaml"


class _Loader(yaml.SafeLoader):
    """CloudFormation's short tags, kept as {tag: value}: nothing here needs them resolved."""


def _tagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {suffix: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {suffix: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {suffix: loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _tagged)


@cache
def resources() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(TEMPLATE.read_text(), _Loader)  # noqa: S506 - a SafeLoader
    found: dict[str, Any] = loaded["Resources"]
    return found


def table_properties(name: str) -> dict[str, Any]:
    """The arguments of CreateTable that give the template's table."""
    properties = resources()["Table"]["Properties"]
    wanted = ("BillingMode", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")
    return {
        "TableName": name,
        "StreamSpecification": {
            "StreamEnabled": True,
            "StreamViewType": properties["StreamSpecification"]["StreamViewType"],
        },
        **{key: properties[key] for key in wanted},
    }


@cache
def stream_patterns(function: str) -> list[str]:
    """The event filters (JSON) of a function's stream source."""
    events = resources()[function]["Properties"]["Events"].values()
    (stream,) = [e["Properties"] for e in events if e["Type"] == "DynamoDB"]
    return [f["Pattern"] for f in stream["FilterCriteria"]["Filters"]]
