"""HTTP, as the sources and publishers use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer: header names in lower case, the body decoded from its content encoding.

    `url` is where it came from after redirects; `moved_to` is set where every redirect on the way
    was permanent (301, 308).
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved_to: str | None = None


class Http(Protocol):
    """Fetches from addresses that the owner configured and strangers may control."""

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Any status is an answer. Raises AddressRefusedError, AnswerTooLargeError and
        SourceUnavailableError (nothing, too slow, cut short)."""
        ...

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        """As `get`, except that redirects are not followed: they are the answer."""
        ...
