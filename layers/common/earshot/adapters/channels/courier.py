"""Carries what the chat library posts over `ports.Http` in place of its own connections.

The library posts with requests, and says afterwards only whether it worked. requests takes
transports of one's own, called adapters. This one vets addresses, has one deadline for everything,
follows no redirect, and says why a message was refused: it raises, so that the library does not get
to sleep and try again, which is our queue's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from io import BytesIO
from json import dumps, loads
from typing import Any

import requests.sessions
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest
from requests.structures import CaseInsensitiveDict

from earshot.domain.errors import (
    AddressRefusedError,
    DeliveryError,
    SourceError,
    SourceUnavailableError,
)
from earshot.ports import Http
from earshot.ports import Response as Answer

Amend = Callable[[dict[str, Any]], None]
"""Adds to a message what its platform lets us ask for and the library does not."""

_OURS = frozenset(
    ["host", "user-agent", "accept-encoding", "connection", "content-length", "transfer-encoding"]
)
"""Headers that belong to whoever carries."""

_PASSING = frozenset([408, 425, 429])
"""Too slow, too early, too many: the same message may be taken later. Any other 4xx is for good."""

_MOVED_FOR_GOOD = frozenset([301, 308])


@dataclass(slots=True)
class Errand:
    """One message on its way, in one request. `address` is where it goes, if the library is not
    asked. What came of it is `answer`, a 2xx, or `refusal`: the library may catch what is raised.
    """

    http: Http
    amend: Amend
    address: str | None = None
    answer: Answer | None = None
    refusal: DeliveryError | None = None

    def post(self, request: PreparedRequest) -> Answer:
        """Raises DeliveryError for every answer but a 2xx."""
        try:
            self.answer = self._posted(request)
        except DeliveryError as refusal:
            self.refusal = refusal
            raise
        return self.answer

    def _posted(self, request: PreparedRequest) -> Answer:
        if request.method != "POST" or self.answer is not None:
            raise DeliveryError("this service takes more than one POST", permanent=True)
        body, headers = self._message(request)
        try:
            answer = self.http.post(self.address or str(request.url), body, headers)
        except AddressRefusedError as error:
            raise DeliveryError(str(error), permanent=True) from error
        except SourceError as error:
            silent = isinstance(error, SourceUnavailableError)
            raise DeliveryError(str(error), silent=silent) from error
        if 200 <= answer.status < 300:
            return answer
        raise DeliveryError(f"answered {answer.status}", permanent=_is_permanent(answer.status))

    def _message(self, request: PreparedRequest) -> tuple[bytes, Mapping[str, str]]:
        headers = {k: _text(v) for k, v in request.headers.items() if k.lower() not in _OURS}
        body = request.body.encode() if isinstance(request.body, str) else request.body
        if not isinstance(body, bytes):
            raise DeliveryError("this service takes no plain message", permanent=True)
        if _text(request.headers.get("Content-Type", "")).startswith("application/json"):
            payload = loads(body)
            self.amend(payload)
            body = dumps(payload, ensure_ascii=False).encode()
        return body, headers


_errand: ContextVar[Errand | None] = ContextVar("errand", default=None)


@contextmanager
def carrying(errand: Errand) -> Iterator[None]:
    """Within, everything that requests is asked to send in this thread goes by the errand."""
    token = _errand.set(errand)
    try:
        yield
    finally:
        _errand.reset(token)


class _Courier(HTTPAdapter):
    """The transport of every session; without an errand it is the one that it replaces."""

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        errand = _errand.get()
        if errand is None:
            return super().send(request, *args, **kwargs)
        answer = errand.post(request)
        response = requests.Response()
        response.status_code = answer.status
        response.headers = CaseInsensitiveDict(answer.headers)
        response.raw = BytesIO(answer.body)
        response.url = str(request.url)
        response.request = request
        return response


# The library makes a new session for every post, and there is no other way into those.
requests.sessions.HTTPAdapter = _Courier  # type: ignore[attr-defined]


def _text(header: str | bytes) -> str:
    return header if isinstance(header, str) else header.decode("latin-1")


def _is_permanent(status: int) -> bool:
    return status in _MOVED_FOR_GOOD or (400 <= status < 500 and status not in _PASSING)
