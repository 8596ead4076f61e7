"""`earshot corrections` against the API's own handler: from the dismissal to training's file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from click.testing import CliRunner, Result

from earshot.wiring import classifying
from tests.integration.api.client import act, event, send
from tests.integration.api.hearing import Told, case_of
from workbench.cli.main import main
from workbench.rehearsal.given import CONFIGURATION, MILD
from workbench.rehearsal.world import World, world
from workbench.training.examples import in_file


class Gateway(BaseHTTPRequestHandler):
    """Hands requests to the API's function. No page is longer than two cases."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = dict(parse_qsl(asked.query)) | {"limit": "2"}
        answered = send(event("GET", asked.path, query))
        content = answered.body.encode()
        self.send_response(answered.status)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

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


def corrections(url: str, *arguments: str) -> Result:
    command = ["corrections", "--url", url, *arguments]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def dismissed(earshot: World, number: int) -> None:
    text = f"{MILD} ({number})"
    act(case_of(earshot, text, native_id=f"m{number}", author=f"a{number}"), "dismiss")
    earshot.settle()


def test_every_page_is_read_and_training_reads_the_file(
    earshot: World, url: str, tmp_path: Path
) -> None:
    for number in range(5):
        dismissed(earshot, number)
    told = corrections(url, "--into", str(tmp_path))
    path = tmp_path / "en" / "corrections.tsv"
    assert told.exit_code == 0
    assert [line.split() for line in told.stdout.splitlines()][1] == [str(path), "5", "0"]
    read = list(in_file(path, "en"))
    assert sorted(example.text for example in read) == [f"{MILD} ({n})" for n in range(5)]
    assert {(e.kind, e.complaint, e.topics) for e in read} == {("everyday", False, ())}


def test_a_case_that_was_dismissed_twice_is_written_once(
    earshot: World, url: str, tmp_path: Path
) -> None:
    case_id = case_of(earshot, MILD)
    for action in ("dismiss", "reopen", "dismiss"):
        earshot.pass_time(minutes=1)
        act(case_id, action)
        earshot.settle()
    dismissed(earshot, 1)
    answer = json.loads(corrections(url, "--json").stdout)
    assert len(answer["corrections"]) == 2


def test_only_what_was_corrected_since_is_written(earshot: World, url: str, tmp_path: Path) -> None:
    dismissed(earshot, 1)
    earshot.pass_time(days=2)
    dismissed(earshot, 2)
    corrections(url, "--since", f"{earshot.now():%Y-%m-%d}", "--into", str(tmp_path))
    (read,) = in_file(tmp_path / "en" / "corrections.tsv", "en")
    assert read.text == f"{MILD} (2)"


def test_a_day_that_is_none_is_refused(url: str) -> None:
    assert corrections(url, "--since", "yesterday").exit_code == 2
