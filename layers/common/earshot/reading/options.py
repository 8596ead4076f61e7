"""The owner's options of a source: plain values in, the source's own frozen dataclass out.

The configuration is validated in full when it is pushed; this is the last line of defence against
values stored by an older version, and costs no pydantic at a poller's cold start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from earshot.domain.configuration import SECRET_SUFFIX
from earshot.domain.errors import ConfigurationError

T = TypeVar("T")


def read_options(kind: type[T], values: Mapping[str, object]) -> T:
    """An instance of the dataclass `kind`; lists become tuples, unknown names are left out, names
    of secrets are empty: the flow passes the secret itself, see `secret_of`.

    Raises ConfigurationError naming what is missing.
    """
    known = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    given = {name: "" for name in known if name.endswith(SECRET_SUFFIX)} | dict(values)
    chosen: dict[str, Any] = {
        name: tuple(value) if isinstance(value := given[name], list) else value
        for name in known
        if given.get(name) is not None
    }
    try:
        return kind(**chosen)
    except TypeError as error:
        raise ConfigurationError(f"options of this source: {error}") from error


def secret_of(values: Mapping[str, object], name: str) -> str | None:
    """The resolved secret, as the flow passes it under the option's name without `_secret`; never
    part of the stored options."""
    secret = values.get(name)
    return secret if isinstance(secret, str) and secret else None
