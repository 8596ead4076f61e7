"""HTTP that takes platforms' fixed addresses to servers on this machine, over real sockets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from earshot.ports import Http, Response


@dataclass(frozen=True)
class Detour:
    """`servers` are base addresses by the host that they stand in for."""

    http: Http
    servers: Mapping[str, str]

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        return self.http.get(self._led(url), headers)

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        return self.http.post(self._led(url), body, headers)

    def _led(self, url: str) -> str:
        parts = urlsplit(url)
        base = self.servers.get(parts.hostname or "")
        if base is None:
            return url
        led = urlsplit(base)
        return parts._replace(scheme=led.scheme, netloc=led.netloc).geturl()
