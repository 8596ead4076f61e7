"""HTTP requests to the deployed API on this machine.

The API answers at `<id>.execute-api.localhost:<port>`. Browsers know that every name under
`localhost` is this machine; the resolvers of many systems do not. So the connection goes to
127.0.0.1, and the name travels in the Host header.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """`headers` have names in lower case; the body is UTF-8 text."""

    status: int
    headers: Mapping[str, str]
    body: str


def request(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: str | None = None,
    timeout_seconds: float = 30.0,
) -> Answer:
    """Sends one request to a `localhost` address. ValueError for any other; OSError as it comes."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host not in ("localhost", "127.0.0.1") and not host.endswith(".localhost"):
        raise ValueError(f"{host} is not this machine")
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 80, timeout=timeout_seconds)
    try:
        connection.request(
            method,
            path,
            body=None if body is None else body.encode(),
            headers={"Host": parts.netloc, **(headers or {})},
        )
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, response.read().decode())
    finally:
        connection.close()
