"""Fetches what strangers may control: vetted addresses, a limit on bytes, and one deadline.

The whole request, names, redirects, handshake and a body that drips included, has `total_seconds`.
Time-outs of sockets are for each read, and a byte a second never meets them; so an alarm shuts the
connection down at the deadline, whatever it is doing.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from earshot import __version__
from earshot.adapters.addresses import (
    Resolver,
    Target,
    system_resolver,
    target_of,
    vetted_addresses,
)
from earshot.adapters.bodies import ENCODINGS, decoded
from earshot.domain.errors import AddressRefusedError, SourceUnavailableError
from earshot.ports import Response

LIMIT_BYTES = 2 * 1024 * 1024
TOTAL_SECONDS = 10.0
MAX_REDIRECTS = 5
_CONNECT_SECONDS = 4.0
_PIECE_BYTES = 65_536
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_FRAMING = frozenset(["content-length", "transfer-encoding"])
_HARMLESS = frozenset(
    ["accept", "accept-language", "if-none-match", "if-modified-since", "user-agent"]
)
"""What goes along to another host. Of all else, any header may be somebody's key."""


class SafeHttp:
    """`ports.Http` over real sockets.

    `private_hosts` are exact "host:port" that may be private (empty on AWS); `contact` tells a
    server's operator in the User-Agent whom to write to; `resolve` and `tls` are replaced in tests.
    """

    def __init__(
        self,
        *,
        contact: str,
        private_hosts: frozenset[str] = frozenset(),
        resolve: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        self._user_agent = f"Earshot/{__version__} (listens for complaints; contact: {contact})"
        self._private_hosts = private_hosts
        self._resolve = resolve
        self._given_tls = tls
        self._total_seconds = total_seconds

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """As `ports.Http.get`; redirects are followed, each vetted anew."""
        deadline = _Deadline(time.monotonic() + self._total_seconds)
        target = target_of(url)
        sent = dict(headers or {})
        all_permanent = True
        for redirects in range(MAX_REDIRECTS + 1):
            response = self._exchange("GET", target, sent, None, deadline)
            location = response.headers.get("location")
            if response.status not in _REDIRECTS or location is None:
                return Response(
                    response.status,
                    response.headers,
                    response.body,
                    target.url,
                    target.url if redirects and all_permanent else None,
                )
            all_permanent = all_permanent and response.status in _PERMANENT
            following = _following(target, location)
            if following.origin != target.origin:
                sent = {name: value for name, value in sent.items() if name.lower() in _HARMLESS}
            target = following
        raise SourceUnavailableError(f"more than {MAX_REDIRECTS} redirects")

    def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
        """As `ports.Http.post`: what is posted holds secrets, and follows nobody elsewhere."""
        deadline = _Deadline(time.monotonic() + self._total_seconds)
        return self._exchange("POST", target_of(url), dict(headers or {}), body, deadline)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return self._given_tls or ssl.create_default_context()

    def _exchange(
        self,
        method: str,
        target: Target,
        headers: Mapping[str, str],
        sent_body: bytes | None,
        deadline: _Deadline,
    ) -> Response:
        addresses = vetted_addresses(target, deadline.bounded(self._resolve), self._private_hosts)
        try:
            with self._connected(target, addresses, deadline) as connection:
                connection.request(
                    method,
                    target.path,
                    body=sent_body,
                    headers=self._headers(target, headers),
                    preload_content=False,
                    decode_content=False,
                )
                with closing(connection.getresponse()) as answer:
                    received = {name.lower(): answer.headers[name] for name in answer.headers}
                    encoding = received.get("content-encoding", "")
                    # Nobody reads a redirect's body, and it may be as long as it likes.
                    is_redirect = answer.status in _REDIRECTS and "location" in received
                    pieces = () if is_redirect else _pieces(answer)
                    body = decoded(pieces, encoding, LIMIT_BYTES)
        except (OSError, HTTPError, HTTPException, ValueError, SourceUnavailableError) as error:
            if deadline.has_passed:
                raise SourceUnavailableError("too slow") from error
            if isinstance(error, SourceUnavailableError):
                raise
            raise SourceUnavailableError(f"no whole answer: {type(error).__name__}") from error
        if deadline.has_passed:
            # Cut off by the alarm, a body without a stated length looks complete.
            raise SourceUnavailableError("too slow")
        if answer.status == 200 and not body and received.keys().isdisjoint(_FRAMING):
            # What is cut within its headers looks like an answer without a body.
            raise SourceUnavailableError("the answer ends before its body")
        return Response(answer.status, received, body, target.url)

    @contextmanager
    def _connected(
        self, target: Target, addresses: list[str], deadline: _Deadline
    ) -> Iterator[HTTPConnection]:
        """A connection to one of the vetted addresses, in the name of the host."""
        plain = _dial(addresses, target.port, deadline)
        connection = HTTPConnection(target.host, target.port, timeout=deadline.remaining_seconds)
        with deadline.alarm(plain), closing(plain), closing(connection):
            if target.scheme == "https":
                plain.settimeout(deadline.remaining_seconds)
                # urllib3 would look the name up again; given a socket, it only speaks HTTP on it.
                connection.sock = self._tls.wrap_socket(plain, server_hostname=target.host)
            else:
                connection.sock = plain
            yield connection

    def _headers(self, target: Target, headers: Mapping[str, str]) -> dict[str, str]:
        return {
            "User-Agent": self._user_agent,
            **headers,
            "Host": target.authority,
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
        }


class _Deadline:
    """The moment, by the monotonic clock, when a request is over."""

    def __init__(self, at_seconds: float) -> None:
        self._at_seconds = at_seconds

    @property
    def has_passed(self) -> bool:
        return time.monotonic() >= self._at_seconds

    @property
    def remaining_seconds(self) -> float:
        """Never quite 0, which sockets take for "do not wait at all"."""
        return max(self._at_seconds - time.monotonic(), 0.001)

    @contextmanager
    def alarm(self, connection: socket.socket) -> Iterator[None]:
        """Shuts the connection down at the deadline, on a duplicate of the socket, because TLS
        takes the original over."""
        duplicate = connection.dup()
        timer = Timer(self.remaining_seconds, _shut_down, [duplicate])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            duplicate.close()

    def bounded(self, resolve: Resolver) -> Resolver:
        """The resolver in a thread of its own, since name servers know no deadline of ours."""

        def resolve_in_time(host: str, port: int) -> list[str]:
            answers: SimpleQueue[list[str] | OSError | UnicodeError] = SimpleQueue()

            def ask() -> None:
                try:
                    answers.put(resolve(host, port))
                except (OSError, UnicodeError) as error:
                    answers.put(error)

            Thread(target=ask, daemon=True).start()
            try:
                answer = answers.get(timeout=self.remaining_seconds)
            except Empty as error:
                raise TimeoutError("too slow") from error
            if isinstance(answer, Exception):
                raise answer
            return answer

        return resolve_in_time


def _dial(addresses: list[str], port: int, deadline: _Deadline) -> socket.socket:
    """A connection to the first address that takes one; a dead one must not use up the time."""
    refused: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection(
                (address, port), timeout=min(_CONNECT_SECONDS, deadline.remaining_seconds)
            )
        except OSError as error:
            refused = error
        if deadline.has_passed:
            break
    raise SourceUnavailableError("no connection") from refused


def _pieces(answer: BaseHTTPResponse) -> Iterator[bytes]:
    """By `read`, not `stream`, whose chunk headers may be of any length."""
    while piece := answer.read(_PIECE_BYTES, decode_content=False):
        yield piece


def _following(target: Target, location: str) -> Target:
    """Where a redirect leads. Raises AddressRefusedError, as for any address."""
    with suppress(UnicodeError):  # what is no UTF-8 is quoted as it is
        location = location.encode("latin-1").decode("utf-8")
    try:
        return target_of(urljoin(target.url, location))
    except ValueError as error:
        raise AddressRefusedError("the redirect cannot be read") from error


def _shut_down(connection: socket.socket) -> None:
    with suppress(OSError):  # it ended in the same moment
        connection.shutdown(socket.SHUT_RDWR)
