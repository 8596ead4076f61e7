"""Records to plain JSON values and back: how everything of ours is stored and sent.

A small builder instead of pydantic, whose import alone would be a fifth of a poller's cold start.
It handles frozen dataclasses of str, int, float, bool, datetime, Literal, Enum, `X | None`,
`tuple[X, ...]`, `tuple[X, Y]`, `dict[str, X]`, Annotated, and `object` for what is kept as it came.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from earshot.domain.errors import ConfigurationError

T = TypeVar("T")
_Reader = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """What `json.dumps` takes: dataclasses as dicts, datetimes as ISO 8601 with their offset.

    A field that is None is left out, unless its default is something else. ValueError for a
    datetime without a time zone, TypeError for what JSON cannot say.
    """
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {_key(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, datetime):
        return _aware(value).isoformat()
    if isinstance(value, Enum):
        return to_plain(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(held)
            for name, omitted_when_none in _written_fields(type(value))
            if (held := getattr(value, name)) is not None or not omitted_when_none
        }
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(cls: type[T], document: Any) -> T:
    """The record that `to_plain` wrote. ConfigurationError names the path of what does not fit.

    Types are checked, limits (`earshot.domain.limits`) are not: those are checked when an owner's
    words come in. Keys that the class does not have are passed over, since a newer version may have
    written them while functions are being replaced.
    """
    try:
        return cast(T, _reader(cls)(document))
    except _MisfitError as misfit:
        path = misfit.path.removeprefix(".")
        where = f"{cls.__name__}: {path}" if path else cls.__name__
        raise ConfigurationError(f"{where}: {misfit.reason}") from None


class _MisfitError(Exception):
    """Collects its path on the way out, so that the way in costs nothing."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def inside(self, step: str) -> _MisfitError:
        return _MisfitError(self.reason, step + self.path)


@cache
def _written_fields(cls: type) -> tuple[tuple[str, bool], ...]:
    """(name, whether None is left out) of each field; left out only where absence reads as None."""
    return tuple((f.name, _absent(f) is None) for f in _fields(cls))


def _fields(cls: type) -> tuple[Field[Any], ...]:
    return tuple(f for f in fields(cls) if f.init)


def _absent(field: Field[Any]) -> Any:
    """What a left out field may mean: its default, None for none, MISSING for a factory."""
    if field.default_factory is not MISSING:
        return MISSING
    return None if field.default is MISSING else field.default


@cache
def _record_reader(cls: type) -> _Reader:
    hints = get_type_hints(cls, include_extras=True)
    readers = {f.name: _reader(hints[f.name]) for f in _fields(cls)}
    defaulted = {
        f.name for f in _fields(cls) if f.default is not MISSING or f.default_factory is not MISSING
    }

    def read(document: Any) -> Any:
        if not isinstance(document, dict):
            raise _expected("an object", document)
        values = {}
        for name, reader in readers.items():
            if name in document or name not in defaulted:
                try:
                    values[name] = reader(document.get(name, _NOTHING))
                except _MisfitError as misfit:
                    raise misfit.inside(f".{name}") from None
        return cls(**values)

    return read


_NOTHING = object()
"""Stands where a field is absent: `X | None` takes it for None, all others refuse it."""


def _reader(hint: Any) -> _Reader:
    """The function that reads one type; TypeError for a type this module does not handle."""
    hint = _bare(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is not None:
        return _composed(hint, origin, args)
    if hint in _SCALARS:
        return _SCALARS[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member(hint)
    raise TypeError(f"{hint!r} cannot be read from plain values")


def _composed(hint: Any, origin: Any, args: tuple[Any, ...]) -> _Reader:
    if origin is Literal:
        return _one_of(args)
    if origin is tuple:
        return _sequence(args)
    if origin is dict and _bare(args[0]) is str:
        return _mapping(args[1])
    present = [alternative for alternative in args if alternative is not NoneType]
    if origin in (Union, UnionType) and len(present) == 1:
        return _optional(_reader(present[0]))
    raise TypeError(f"{hint!r} cannot be read from plain values")


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _anything(value: Any) -> Any:
    if value is _NOTHING:
        raise _MisfitError("missing")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _expected("text", value)
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _expected("true or false", value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _expected("a whole number", value)
    return value


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _expected("a number", value)
    return float(value)


def _moment(value: Any) -> datetime:
    try:
        return _aware(datetime.fromisoformat(_text(value)))
    except ValueError:
        raise _MisfitError("expected an ISO 8601 time with its offset") from None


_SCALARS: dict[Any, _Reader] = {
    object: _anything,
    Any: _anything,
    str: _text,
    bool: _truth,
    int: _whole,
    float: _number,
    datetime: _moment,
}


def _one_of(choices: tuple[Any, ...]) -> _Reader:
    def read(value: Any) -> Any:
        # `True == 1`: the type must be the same too.
        if not any(value == choice and type(value) is type(choice) for choice in choices):
            raise _MisfitError(f"expected one of {', '.join(map(repr, choices))}")
        return value

    return read


def _member(enumeration: type[Enum]) -> _Reader:
    def read(value: Any) -> Any:
        try:
            return enumeration(value)
        except ValueError:
            raise _MisfitError(f"no {enumeration.__name__} has this value") from None

    return read


def _optional(reader: _Reader) -> _Reader:
    return lambda value: None if value is None or value is _NOTHING else reader(value)


def _sequence(args: tuple[Any, ...]) -> _Reader:
    endless = len(args) == 2 and args[1] is Ellipsis
    readers = tuple(map(_reader, args[:1] if endless else args))

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _expected("a list", value)
        if not endless and len(value) != len(readers):
            raise _MisfitError(f"expected {len(readers)} values, found {len(value)}")
        each = readers * len(value) if endless else readers
        built = []
        for reader, item in zip(each, value, strict=True):
            try:
                built.append(reader(item))
            except _MisfitError as misfit:
                raise misfit.inside(f"[{len(built)}]") from None
        return tuple(built)

    return read


def _mapping(hint: Any) -> _Reader:
    reader = _reader(hint)

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise _expected("an object", value)
        built = {}
        for key, item in value.items():
            try:
                built[_text(key)] = reader(item)
            except _MisfitError as misfit:
                raise misfit.inside(f".{key}") from None
        return built

    return read


def _expected(what: str, found: Any) -> _MisfitError:
    """Names the type and never the value, which may be a stranger's text."""
    if found is _NOTHING:
        return _MisfitError("missing")
    return _MisfitError(f"expected {what}, found {type(found).__name__}")


def _aware(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("a time without its offset could mean any hour")
    return moment


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{type(key).__name__} cannot be a key")
    return key
