"""The guestbook of docs/sources.md: what the page says is enough for a source that works."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from earshot.domain.errors import MalformedAnswerError
from earshot.ports import Response
from earshot.sources import registry
from workbench.cli.main import main
from workbench.configuration.checking import check, source_options
from workbench.servers.loopback import LoopbackServer, Reply, Request
from workbench.storms.stage import Saying, Stage
from workbench.storms.storm import storm
from workbench.storms.weather import Limit

ROOT = Path(__file__).parents[3]
LISTED = 50
WANTED = """
brands:
  - name: lumo
    display_name: Lumo
    watches:
      - name: lumo-main
        terms: [lumo]
        sources:
          - use: guestbook
            options:
              {options}
contacts:
  - name: ana
    email: ana@lumo.example
escalation:
  default:
    levels:
      - contacts: [ana]
        channels: [email]
owner: ana
"""


class GuestbookServer(LoopbackServer):
    def __init__(self) -> None:
        self.entries: dict[int, dict[str, object]] = {}
        super().__init__(self._reply)

    def _reply(self, request: Request) -> Reply:
        before = int(request.first("before", "999999999"))
        listed = sorted((e for e in self.entries.values()), key=_number, reverse=True)
        page = [entry for entry in listed if _number(entry) < before][:LISTED]
        return Reply(200, json.dumps({"entries": page}).encode())


def _number(entry: dict[str, object]) -> int:
    return int(str(entry["id"]))


def stage() -> Stage:
    server = GuestbookServer()
    ids: dict[int, int] = {}

    def say(saying: Saying) -> None:
        ids[saying.number] = len(ids) + 1
        server.entries[ids[saying.number]] = {
            "id": ids[saying.number],
            "name": saying.author,
            "text": saying.text,
            "written_at": saying.at.isoformat(),
        }

    def forget(number: int) -> None:
        del server.entries[ids[number]]

    return Stage(
        server=server,
        options=({"url": server.url},),
        say=say,
        forget=forget,
        limits=(Limit("an address", 60, 60),),
        too_many=lambda *_: Reply(429, b"", {"Retry-After": "60"}),
        broken=lambda: 0,
    )


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The page's module under its name, and the line that it asks for."""
    page = (ROOT / "docs/sources.md").read_text()
    section = page.partition("\n## Adding a source\n")[2]
    code = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    line = re.search(r'`("guestbook": "(earshot\.sources\.guestbook)",)`', section)
    assert code is not None
    assert line is not None
    module = ModuleType(line[2])
    monkeypatch.setitem(sys.modules, line[2], module)
    exec(compile(code[1], "docs/sources.md", "exec"), module.__dict__)
    monkeypatch.setitem(registry._MODULES, "guestbook", line[2])
    monkeypatch.setattr(registry, "NAMES", (*registry.NAMES, "guestbook"))
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)


def test_a_recorded_answer_of_it_is_parsed(tmp_path: Path) -> None:
    entry = {"id": 7, "name": "Carla", "text": "Sad.", "written_at": "2026-03-02T08:00:00Z"}
    (tmp_path / "answer.json").write_text(json.dumps({"entries": [entry, {"id": 8}]}))
    result = CliRunner().invoke(main, ["parse", "guestbook", str(tmp_path / "answer.json")])
    assert result.exit_code == 0
    (told,) = map(json.loads, result.stdout.splitlines())
    assert (told["source"], told["text"], told["author"]["name"]) == ("guestbook", "Sad.", "Carla")
    assert "entry 1: no id, name or text" in result.stderr


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ("url: https://site.example", None),
        ("url: ftp://site.example", "url"),
        ("address: https://site.example", "address"),
    ],
)
def test_its_options_are_checked_with_the_rest(options: str, fault: str | None) -> None:
    checked = check(WANTED.format(options=options).encode(), source_options())
    assert (checked.configuration is None) == (fault is not None)
    if fault is not None:
        assert any(fault in str(each) for each in checked.faults)


def test_it_is_read_through_a_storm_like_any_other() -> None:
    outcome = storm("guestbook", 300, on=stage)
    assert outcome.faults.total() > 0
    assert outcome.deaths.total() > 0
    assert (outcome.lost, outcome.stored_twice, outcome.strangers) == (0, 0, 0)
    assert outcome.exceeded == 0


def test_whatever_it_answers_is_an_error_of_sources_or_a_fault() -> None:
    module = registry.load("guestbook")
    for body in (b"", b"<html>", b"[]", b"null", b'{"entries": 3}', b"\xff\xfe"):
        with pytest.raises(MalformedAnswerError):
            module.parse(Response(200, {}, body, "https://site.example/entries"), datetime.now(UTC))
