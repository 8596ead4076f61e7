"""`earshot addresses` and `earshot address clear` against an API on the loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner, Result

from workbench.cli.main import main

FAILING = {
    "contact": "ana",
    "channel": "email",
    "failing": True,
    "reason": "bounced: \x1b[31mPermanent General",
    "given_up_at": "2026-03-02T09:00:00+00:00",
    "misses": 0,
    "arrived_at": None,
}
WELL = {"contact": "ana", "channel": "chat:team", "failing": False, "misses": 0}


class Api(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer(200 if self.path == "/addresses" else 404, {"addresses": [FAILING, WELL]})

    def do_DELETE(self) -> None:
        known = self.path == "/addresses/ana/chat:team/failures"
        self.answer(200 if known else 404, WELL if known else {"detail": "ana has no fax"})

    def answer(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_addresses_are_listed_with_what_is_wrong_and_no_control_characters(url: str) -> None:
    done = run("addresses", "--url", url)
    assert done.exit_code == 0
    [heads, *_] = done.output.splitlines()
    assert heads.split()[:3] == ["contact", "channel", "used"]
    assert "Permanent General" in done.output
    assert "\x1b" not in done.output
    assert json.loads(run("addresses", "--url", url, "--json").output)["addresses"][1] == WELL


def test_an_address_is_cleared_by_its_contact_and_channel(url: str) -> None:
    done = run("address", "clear", "ana", "chat:team", "--url", url)
    assert (done.exit_code, "chat:team" in done.output) == (0, True)


def test_what_is_no_address_is_refused_with_the_apis_reason(url: str) -> None:
    done = run("address", "clear", "ana", "fax", "--url", url)
    assert done.exit_code == 1
    assert "ana has no fax" in done.output
