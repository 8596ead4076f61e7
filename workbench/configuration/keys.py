"""How the fields of the configuration's records are spelled in the file, and which there are."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from workbench.configuration.faults import Path

_UNITS = ("_seconds", "_ratio", "_score", "_days")


def key_of(field: str) -> str:
    """A key is the field's name without its unit: `every_seconds` is written `every`; and without
    the underscore that tells it from a word of Python: `from_` is `from`."""
    for unit in _UNITS:
        field = field.removesuffix(unit)
    return field.removesuffix("_")


def keys_at(record: Any, path: Path) -> tuple[str, ...]:
    """The keys that may stand at the path of a file of this record; none where anything may."""
    kind = _plain(record)
    for step in path:
        kind = _plain(_inside(kind, step))
    return tuple(map(key_of, _hints(kind))) if is_dataclass(kind) else ()


def _inside(kind: Any, step: str | int) -> Any:
    if is_dataclass(kind):
        return {key_of(name): hint for name, hint in _hints(kind).items()}.get(str(step))
    if get_origin(kind) is tuple and isinstance(step, int):
        return get_args(kind)[0]
    if get_origin(kind) is dict and isinstance(step, str):
        return get_args(kind)[1]
    return None


def _hints(record: Any) -> dict[str, Any]:
    hints = get_type_hints(record, include_extras=True)
    return {field.name: hints[field.name] for field in fields(record)}


def _plain(hint: Any) -> Any:
    """Without limits, and of what may be left out, what may be written."""
    if get_origin(hint) is Annotated:
        return _plain(get_args(hint)[0])
    written = [each for each in get_args(hint) if each is not NoneType]
    return written[0] if get_origin(hint) in (Union, UnionType) and len(written) == 1 else hint
