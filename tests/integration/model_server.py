"""A language model on loopback that speaks Converse, and can be told what to answer."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self


@dataclass
class ModelServer:
    """`answer` is the body, `asked` holds (path, request) of every question."""

    answer: bytes = b"{}"
    status: int = 200
    error: str = ""
    wait_seconds: float = 0.0
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __enter__(self) -> Self:
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                model.asked.append((self.path, json.loads(body)))
                time.sleep(model.wait_seconds)
                self.send_response(model.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(model.answer)))
                if model.error:
                    self.send_header("x-amzn-ErrorType", model.error)
                self.end_headers()
                self.wfile.write(model.answer)

            def log_message(self, *_: Any) -> None:
                """Nothing: pytest's output is for failures."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: Any, client_address: Any) -> None:
                """Nothing: a client that gave up waiting is what is tested."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"
