"""Operations: what the API does, each declared once for the router and for /openapi.json."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from api.answers import JSON_TYPE, Answer
from api.parameters import Parameter
from api.problems import RefusedError

MOST_BODY_BYTES = 64 * 1024
"""A note of the longest sort, many times over; the gateway itself would let 10 MB pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`query` holds every declared parameter, checked. `headers` have lower-case names."""

    path: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    event: Mapping[str, Any]
    who: str | None

    def body(self, most_bytes: int = MOST_BODY_BYTES) -> bytes:
        """Decoded. RefusedError for what is too large or no base64."""
        written = self.event.get("body") or ""
        try:
            encoded = self.event.get("isBase64Encoded")
            body = b64decode(written, validate=True) if encoded else written.encode()
        except (Base64Error, ValueError) as error:
            raise RefusedError(400, "the body cannot be decoded", field="body") from error
        if len(body) > most_bytes:
            raise RefusedError(413, f"the body has more than {most_bytes} bytes")
        return body


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """`answers` is the record that an answer with `status` carries, or None where it is a page or a
    document; as "module:Name" where loading it is only for those who ask for it.

    `pages` are the statuses that are answered as a page too, `refusals` those answered as a
    problem, each with its meaning. `body` gives the model of the request's body: a function,
    since loading the models costs more than most requests; it comes as `body_type`. A `public`
    operation has no caller.
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    summary: str
    handle: Callable[[Request], Answer]
    answers: type | str | None = None
    status: int = 200
    media_type: str = JSON_TYPE
    parameters: tuple[Parameter, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Callable[[], Any] | None = None
    body_type: str = JSON_TYPE
    body_required: bool = True
    pages: Mapping[int, str] = field(default_factory=dict)
    refusals: Mapping[int, str] = field(default_factory=dict)
    public: bool = False

    @property
    def record(self) -> type | None:
        """What it answers, loaded."""
        if not isinstance(self.answers, str):
            return self.answers
        module, _, name = self.answers.partition(":")
        record: type = getattr(import_module(module), name)
        return record

    def is_at(self, path: str) -> bool:
        return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", self.path), path) is not None
