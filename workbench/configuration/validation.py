"""pydantic over the domain's own records: their types and limits, as faults with their paths."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import ErrorDetails

from workbench.configuration.faults import Path, did_you_mean
from workbench.configuration.keys import key_of, keys_at

T = TypeVar("T")


class _Document(BaseModel):
    # The records inside are plain dataclasses, and those take these rules over from here.
    model_config = ConfigDict(extra="forbid", alias_generator=key_of)


def validated(record: type[T], value: object) -> tuple[T | None, list[tuple[Path, str]]]:
    """The record that was written, or None and all that is wrong with it."""
    try:
        # mypy does not see that a class is hashable.
        checked: Any = _model(cast(Hashable, record)).model_validate({"document": value})
        return cast(T, checked.document), []
    except ValidationError as error:
        return None, list(_told(record, error))


@cache
def _model(record: Hashable) -> type[_Document]:
    return create_model("Document", __base__=_Document, document=(record, ...))


def _told(record: type, error: ValidationError) -> Iterator[tuple[Path, str]]:
    for detail in error.errors(include_url=False):
        path = tuple(step for step in detail["loc"][1:] if step != "[key]")
        yield path, _problem(record, path, detail)


def _problem(record: type, path: Path, detail: ErrorDetails) -> str:
    """Says what to write. Never repeats a value, except where it can only be a slip of a word."""
    kind, value = detail["type"], detail["input"]
    if kind == "unexpected_keyword_argument":
        return f"unknown key{did_you_mean(key_of(str(path[-1])), keys_at(record, path[:-1]))}"
    if kind == "literal_error":
        wanted = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
        return f"write one of {wanted.replace(' or ', ', ')}"
    if kind in ("string_too_short", "string_too_long"):
        context = detail["ctx"]
        shortest, longest = context.get("min_length"), context.get("max_length")
        limit = f"at most {longest}" if shortest is None else f"at least {shortest}"
        return f"write {limit} characters"
    if kind == "value_error":
        return f"{detail['ctx']['error']}{_hint(value, detail)}"
    return f"{_WANTED.get(kind, detail['msg'])}{_hint(value, detail)}"


_WANTED = {
    "missing": "missing; it is required",
    "string_type": "write text",
    "tuple_type": 'write a list, each entry on a line of its own after "- "',
    "list_type": 'write a list, each entry on a line of its own after "- "',
    "dict_type": "write a mapping of keys to values",
    "dataclass_type": "write a mapping of keys to values",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "float_parsing": "write a number",
}


def _hint(value: object, detail: ErrorDetails) -> str:
    """The two traps of YAML that people fall into."""
    if detail["type"] == "missing":
        return ""
    if value is None:
        return ' (nothing stands here; # begins a comment, so a hashtag needs quotes: "#acme")'
    text_wanted = detail["type"] == "string_type" or "characters" in detail["msg"]
    if text_wanted and isinstance(value, bool | int | float):
        return " (put it in quotes to make it text)"
    return ""
