"""A small threaded HTTP server on loopback that can be told to misbehave.

A protocol is one function from a request to a reply; everything that can go wrong on a network is
here, so every protocol has it: wrong statuses, bodies cut short, bodies that drip, silence.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """A GET or POST as it came: header names in lower case, the query in its order."""

    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    method: str = "GET"
    body: bytes = b""

    def first(self, name: str, default: str = "") -> str:
        return next((value for key, value in self.query if key == name), default)

    def every(self, name: str) -> list[str]:
        return [value for key, value in self.query if key == name]


@dataclass(frozen=True, slots=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong instead of, or with, the protocol's own reply.

    `reply` replaces it; `cut` ends the body half-way; `wait_seconds` passes before the first byte,
    `drip_seconds` before every further one; `hang_up` closes the connection without a word.
    """

    reply: Reply | None = None
    cut: bool = False
    wait_seconds: float = 0.0
    drip_seconds: float = 0.0
    hang_up: bool = False


def status(code: int, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Fault:
    """The fault of answering with a status."""
    return Fault(reply=Reply(code, body or f"{code}\n".encode(), headers or {}))


class LoopbackServer:
    """Serves one protocol until it is closed; `requests` are all that came, in order.

    Faults queued by `fail_next` are used once each; the one set by `fail_always` stays until
    `recover`.
    """

    def __init__(self, answer: Callable[[Request], Reply], port: int = 0) -> None:
        self._answer = answer
        self._faults: deque[Fault] = deque()
        self._standing_fault: Fault | None = None
        self._lock = Lock()
        self._closing = Event()
        self.requests: list[Request] = []
        self._server = _Server(("127.0.0.1", port), _handler(self))
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    @property
    def host(self) -> str:
        """ "host:port", as an allow-list of private hosts names it."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def fail_next(self, *faults: Fault) -> None:
        with self._lock:
            self._faults.extend(faults)

    def fail_always(self, fault: Fault) -> None:
        with self._lock:
            self._standing_fault = fault

    def recover(self) -> None:
        with self._lock:
            self._faults.clear()
            self._standing_fault = None

    def close(self) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def take(self, request: Request) -> tuple[Reply, Fault]:
        """The reply to a request and what goes wrong with it."""
        with self._lock:
            self.requests.append(request)
            fault = self._faults.popleft() if self._faults else self._standing_fault
        fault = fault or Fault()
        return fault.reply or self._answer(request), fault

    def wait(self, seconds: float) -> None:
        """Sleeps, but not beyond the server's end."""
        self._closing.wait(seconds)


class _Server(ThreadingHTTPServer):
    # Requests that still drip when a test ends must not hold it up.
    daemon_threads = True
    block_on_close = False


def _handler(server: LoopbackServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer("GET", b"")

        def do_POST(self) -> None:
            self._answer("POST", self.rfile.read(int(self.headers.get("Content-Length", "0"))))

        def _answer(self, method: str, body: bytes) -> None:
            parts = urlsplit(self.path)
            request = Request(
                unquote(parts.path),
                tuple(parse_qsl(parts.query, keep_blank_values=True)),
                {name.lower(): value for name, value in self.headers.items()},
                method,
                body,
            )
            reply, fault = server.take(request)
            self.close_connection = True
            server.wait(fault.wait_seconds)
            if fault.hang_up:
                return
            with suppress(OSError):  # the client may have had enough
                self._send(reply, fault)

        def _send(self, reply: Reply, fault: Fault) -> None:
            self.send_response(reply.status)
            headers = {"Content-Length": str(len(reply.body)), **reply.headers}
            if reply.status in (204, 304):
                del headers["Content-Length"]
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            body = reply.body[: len(reply.body) // 2] if fault.cut else reply.body
            if not fault.drip_seconds:
                self.wfile.write(body)
                return
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                server.wait(fault.drip_seconds)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Silent: whoever runs the server tells its story."""

    return Handler


def pause_until(condition: Callable[[], bool], timeout_seconds: float = 5.0) -> bool:
    """Whether the condition came true in time; asked every few milliseconds."""
    end = time.monotonic() + timeout_seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return condition()
