"""`earshot silences` and `earshot silence` against the API's own handler."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from click.testing import CliRunner, Result

from earshot.domain.alerts.silencing import Silence
from earshot.wiring import classifying, shared, stores
from tests.integration.api.client import event, send
from tests.integration.api.hearing import Told, case_of
from workbench.cli.main import main
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, world


class Gateway(BaseHTTPRequestHandler):
    """Hands requests to the API's function."""

    def _answer(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length else None
        answered = send(event(self.command, self.path, body=body))
        content = answered.body.encode()
        self.send_response(answered.status)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_DELETE = _answer  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def earshot(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr(classifying, "classifier", Told)
    with world() as made:
        made.push(CONFIGURATION)
        yield made


@pytest.fixture
def url(earshot: World) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def run(url: str, *command: str) -> Result:
    return CliRunner().invoke(main, command, env={"EARSHOT_URL": url}, catch_exceptions=False)


def add(url: str, *arguments: str) -> Result:
    return run(url, "silence", "add", "--reason", "the depot floods", *arguments)


def active() -> list[Silence]:
    return stores.silences().active(shared.now())


def answer(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_silence_is_added_listed_and_ended(url: str) -> None:
    made = answer(add(url, "--for", "2h", "brand=lumo", "topic!=outage", "--json"))
    (kept,) = active()
    assert (kept.id, kept.matchers) == (made["id"], ("brand=lumo", "topic!=outage"))
    (_, line) = run(url, "silences").stdout.splitlines()
    assert line.split()[:4] == [kept.id, "active", "brand=lumo", "topic!=outage"]
    assert line.rstrip().endswith("ana@lumo.example  the depot floods  -")
    (_, line) = run(url, "silence", "end", kept.id).stdout.splitlines()
    assert line.split()[:2] == [kept.id, "expired"]
    assert line.endswith("ana@lumo.example")
    assert active() == []
    (listed,) = answer(run(url, "silences", "--json"))["silences"]
    assert listed["state"] == "expired"


def test_a_silence_may_be_added_from_one_time_until_another(url: str) -> None:
    times = ("--from", "2026-03-02T11:00+01:00", "--until", "2026-03-02T12:30+01:00")
    made = answer(add(url, *times, "brand=lumo", "--json"))
    assert (made["starts_at"], made["ends_at"]) == (
        "2026-03-02T10:00:00+00:00",
        "2026-03-02T11:30:00+00:00",
    )


def test_a_preview_shows_what_would_be_muted_and_adds_nothing(earshot: World, url: str) -> None:
    case_id = case_of(earshot, delivered=False)
    told = add(url, "--for", "2h", "--preview", "brand=lumo").stdout
    assert "It would mute 1 of the cases that wait for somebody now, 1 of them with" in told
    assert [line.split()[0] for line in told.splitlines() if line][-1] == case_id
    assert active() == []
    told = add(url, "--for", "2h", "brand=lumo").stdout
    assert "It mutes 1 of the cases" in told
    assert len(active()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--for", "2h", "colour=red"], "matchers.0: no alert has that label"),
        (["--for", "2h", "brand!=lumo"], "matchers: these would mute every kind of alert"),
        (["--for", "31d", "brand=lumo"], "for: 31d is too long"),
        (["brand=lumo"], "ends_at: write either this or for"),
        (["--until", "tomorrow", "brand=lumo"], "ends_at: "),
    ],
)
def test_what_is_refused_is_told_in_a_sentence(url: str, arguments: list[str], said: str) -> None:
    result = add(url, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"the API answered 400: {said}" in result.stderr
    assert active() == []


def test_without_a_matcher_or_a_reason_nothing_is_asked(url: str) -> None:
    assert run(url, "silence", "add", "--for", "2h", "brand=lumo").exit_code == 2
    assert add(url, "--for", "2h").exit_code == 2


@pytest.mark.parametrize("silence_id", ["0" * 24, "../cases"])
def test_a_silence_that_is_none_cannot_be_ended(url: str, silence_id: str) -> None:
    result = run(url, "silence", "end", silence_id)
    assert result.exit_code == 1
    assert "the API answered 404" in result.stderr
