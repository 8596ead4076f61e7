"""Parameters: how a query's values are read, and what /openapi.json says of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from api.problems import RefusedError

LONGEST_LINE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """`read` takes what was written; ValueError says what to write instead. `schema` is JSON
    Schema, and where it has a `default` that stands for what was not given."""

    name: str
    description: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]


def choice(name: str, description: str, choices: Sequence[str]) -> Parameter:
    def read(written: str) -> str:
        if written not in choices:
            raise ValueError(f"write one of {', '.join(choices)}")
        return written

    schema = {"type": "string", "enum": list(choices)}
    return Parameter(name=name, description=description, read=read, schema=schema)


def whole_number(name: str, description: str, lowest: int, highest: int, default: int) -> Parameter:
    def read(written: str) -> int:
        # int() would take 1_0 and the digits of every script.
        number = int(written) if re.fullmatch(r"[0-9]{1,9}", written) else -1
        if not lowest <= number <= highest:
            raise ValueError(f"write a whole number from {lowest} to {highest}")
        return number

    schema = {"type": "integer", "minimum": lowest, "maximum": highest, "default": default}
    return Parameter(name=name, description=description, read=read, schema=schema)


def line(name: str, description: str) -> Parameter:
    def read(written: str) -> str:
        if len(written) > LONGEST_LINE:
            raise ValueError(f"write at most {LONGEST_LINE} characters")
        return written

    schema = {"type": "string", "maxLength": LONGEST_LINE}
    return Parameter(name=name, description=description, read=read, schema=schema)


def day(name: str, description: str) -> Parameter:
    """The beginning of a day by UTC, written as 2026-03-01."""

    def read(written: str) -> datetime:
        problem = "write a day, for example 2026-03-01"
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            raise ValueError(problem)
        try:
            return datetime.fromisoformat(written).replace(tzinfo=UTC)
        except ValueError as error:
            raise ValueError(problem) from error

    schema = {"type": "string", "format": "date"}
    return Parameter(name=name, description=description, read=read, schema=schema)


def checked(parameters: Sequence[Parameter], given: Mapping[str, str]) -> dict[str, Any]:
    """Every parameter's value, its default, or None. Others are ignored, and so are empty ones,
    which a form sends for what was left out. RefusedError names the one that is wrong."""
    values: dict[str, Any] = {}
    for parameter in parameters:
        written = given.get(parameter.name, "")
        try:
            values[parameter.name] = (
                parameter.read(written) if written else parameter.schema.get("default")
            )
        except ValueError as error:
            raise RefusedError(400, f"{parameter.name}: {error}", field=parameter.name) from error
    return values
