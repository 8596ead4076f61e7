"""Overhearing: HTTP that notes every request and what came back, without anybody's secrets."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from earshot.domain.errors import SourceError
from earshot.ports import Http, Response

SHORTEST_SECRET = 4
"""What is shorter would be found in every address, and is no secret."""

LIMIT_HEADERS = re.compile(r"retry-after|(x-)?rate-?limit.*|x-rate-limit.*|.*quota.*", re.I)
_TELLING = re.compile(r"(?i)([?&](?:[\w-]*(?:key|token|secret|password)))=[^&#]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request as it may be shown, and its answer. `response` is None where there was none, and
    then `error` says why."""

    method: str
    url: str
    seconds: float
    response: Response | None = None
    error: SourceError | None = None

    @property
    def limits(self) -> dict[str, str]:
        """What the platform said of its limits."""
        headers = self.response.headers if self.response else {}
        return {name: value for name, value in headers.items() if LIMIT_HEADERS.fullmatch(name)}


class OverheardHttp:
    """`conceal` are secrets by the name that is shown in their place; more may be added."""

    def __init__(self, http: Http, conceal: dict[str, str]) -> None:
        self._http = http
        self.conceal = conceal
        self.exchanges: list[Exchange] = []

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        return self._noted("GET", url, lambda: self._http.get(url, headers))

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        return self._noted("POST", url, lambda: self._http.post(url, body, headers))

    def _noted(self, method: str, url: str, ask: Callable[[], Response]) -> Response:
        began = time.monotonic()
        shown = without(url, self.conceal)
        try:
            response = ask()
        except SourceError as error:
            seconds = time.monotonic() - began
            self.exchanges.append(Exchange(method=method, url=shown, seconds=seconds, error=error))
            raise
        seconds = time.monotonic() - began
        noted = Exchange(method=method, url=shown, seconds=seconds, response=response)
        self.exchanges.append(noted)
        return response


def without(text: str, secrets: Mapping[str, str]) -> str:
    """The text with every secret replaced by its name, in whatever form an address holds it."""
    for name, secret in secrets.items():
        if len(secret) < SHORTEST_SECRET:
            continue
        for form in {secret, quote(secret, safe=""), quote(secret), quote_plus(secret)}:
            text = text.replace(form, f"<{name}>")
    # What a platform calls a key is one, wherever it came from.
    return _TELLING.sub(lambda m: m[0] if m[0].endswith(">") else f"{m[1]}=<hidden>", text)
