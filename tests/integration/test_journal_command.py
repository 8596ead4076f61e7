"""`earshot journal verify` against the API's own handler, its answers tampered with, and files."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import pytest
from click.testing import CliRunner, Result

from earshot.domain.journal import Entry
from earshot.domain.verifying import verified
from earshot.flows.reading.cases import journal
from earshot.ports import Lookups
from earshot.wiring import api, classifying
from tests.integration.api.client import act, event, get, send
from tests.integration.api.hearing import Told, case_of, mild
from workbench.cli.main import main
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World, world

Journal = dict[str, Any]
Tamper = Callable[[Journal], None]


class Gateway(BaseHTTPRequestHandler):
    """Hands requests to the API's function; what is `tampered` with is answered instead."""

    tampered: dict[str, Journal]

    def do_GET(self) -> None:
        case_id = self.path.removesuffix("/journal").rpartition("/")[2]
        if self.path.endswith("/journal") and case_id in self.tampered:
            status, content = 200, json.dumps(self.tampered[case_id]).encode()
        else:
            url = urlsplit(self.path)
            answered = send(event("GET", url.path, dict(parse_qsl(url.query))))
            status, content = answered.status, answered.body.encode()
        self.send_response(status)
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
def url(earshot: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Gateway, "tampered", {}, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def verify(*arguments: str, url: str | None = None) -> Result:
    # Of the environment around the tests nothing may say where an API is.
    given = {"EARSHOT_URL": url, "EARSHOT_TOKEN": None}
    return CliRunner().invoke(main, ["journal", "verify", *arguments], env=given)


def journal_of(case_id: str) -> Journal:
    answer: Journal = get(f"/cases/{case_id}/journal").json
    return answer


def worked_on(earshot: World) -> str:
    """A case with entries by people; the last of them is still in its outbox."""
    case_id = case_of(earshot)
    assert act(case_id, "acknowledge", note="ich kümmere mich 😌").status == 200
    earshot.settle()
    assert act(case_id, "note", note="=cmd() \u202e").status == 200
    return case_id


def tampered(case_id: str, how: Tamper) -> None:
    journal = journal_of(case_id)
    how(journal)
    Gateway.tampered[case_id] = journal


def test_the_journal_and_the_case_tell_the_same_head(earshot: World) -> None:
    case_id = worked_on(earshot)
    journal = journal_of(case_id)
    assert journal["entries"][-1]["what"] == "note"
    assert journal["journal_head"] == journal["entries"][-1]["hash"]
    assert get(f"/cases/{case_id}").json["journal_head"] == journal["journal_head"]
    links = [entry["previous"] for entry in journal["entries"]]
    assert links == [None, *(entry["hash"] for entry in journal["entries"][:-1])]


def test_what_is_written_while_the_journal_is_read_does_not_look_like_an_insertion(
    earshot: World,
) -> None:
    case_id = worked_on(earshot)
    reading = api.reading()
    asked: list[str] = []

    class Late:
        """The case goes on after it was read, and before its entries are."""

        def __getattr__(self, name: str) -> Any:
            return getattr(reading.lookups, name)

        def journal(self, case_id: str, most: int) -> list[Entry]:
            if not asked:
                assert act(case_id, "note", note="meanwhile").status == 200
                earshot.settle()
            asked.append(case_id)
            return reading.lookups.journal(case_id, most)

    told = journal(case_id, replace(reading, lookups=cast(Lookups, Late())))
    assert "meanwhile" in [entry.why for entry in told.entries]
    assert len(asked) == 2
    assert verified(told.entries, case_id=case_id, head=told.journal_head).ok


def test_a_journal_as_it_was_written_verifies(earshot: World, url: str) -> None:
    case_id = worked_on(earshot)
    journal = journal_of(case_id)
    result = verify(case_id, url=url)
    assert (result.exit_code, result.stderr) == (0, "")
    count = len(journal["entries"])
    assert result.stdout == (
        f"{case_id}: {count} entries; every entry is as it was written, and none is missing; "
        f"head {journal['journal_head']}\n"
    )


def rewrite(journal: Journal) -> None:
    journal["entries"][1]["why"] = "nothing happened\x1b[2J"


def cut(journal: Journal) -> None:
    del journal["entries"][-1]


def post_date(journal: Journal) -> None:
    journal["entries"][0]["at"] = "2020-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (rewrite, "entry 2 was changed, or is of another case"),
        (cut, "entries are missing"),
        (post_date, "entry 1 was changed"),
    ],
)
def test_a_fault_is_told_and_ends_with_1(earshot: World, url: str, how: Tamper, told: str) -> None:
    case_id = worked_on(earshot)
    tampered(case_id, how)
    result = verify(case_id, url=url)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{case_id}: NOT AS WRITTEN: ")
    assert told in result.stdout


def test_the_journal_of_another_case_does_not_pass_for_this_ones(earshot: World, url: str) -> None:
    one, other = mild(earshot, 1), mild(earshot, 2)
    Gateway.tampered[one] = journal_of(other)
    assert verify(other, url=url).exit_code == 0
    assert verify(one, url=url).exit_code == 1


def test_all_journals_are_looked_at_and_each_fault_is_told(earshot: World, url: str) -> None:
    sound, faulty, odd = mild(earshot, 1), mild(earshot, 2), mild(earshot, 3)
    tampered(faulty, post_date)
    Gateway.tampered[odd] = {"entries": "none"}
    result = verify("--all", url=url)
    assert result.exit_code == 1
    assert f"{sound}: 1 entry; every entry" in result.stdout
    assert f"{faulty}: NOT AS WRITTEN: entry 1" in result.stdout
    assert f"{odd}: could not be looked at: this is no journal" in result.stdout
    assert "3 journals: 1 as they were written, 1 not, 1 could not be looked at" in result.stdout


def test_all_journals_as_they_were_written_end_with_0(
    earshot: World, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.cli.journal.LARGEST_PAGE", 2)
    for number in range(3):
        mild(earshot, number)
    result = verify("--all", "--json", url=url)
    assert result.exit_code == 0
    told = json.loads(result.stdout)["journals"]
    assert [(one["ok"], one["count"], one["first_fault"]) for one in told] == [(True, 1, None)] * 3
    assert all(len(one["journal_head"]) == 64 for one in told)


def test_a_head_that_was_noted_down_must_still_be_in_the_journal(earshot: World, url: str) -> None:
    case_id = mild(earshot, 1)
    noted = journal_of(case_id)["journal_head"]
    assert act(case_id, "acknowledge").status == 200
    assert journal_of(case_id)["journal_head"] != noted
    assert verify(case_id, "--head", noted, url=url).exit_code == 0
    result = verify(case_id, "--head", "0" * 64, url=url)
    assert result.exit_code == 1
    assert "the hash noted down earlier is not in it" in result.stdout


def test_answers_that_were_kept_verify_without_any_api(earshot: World, tmp_path: Path) -> None:
    one, other = mild(earshot, 1), mild(earshot, 2)
    journals = [journal_of(one), journal_of(other)]
    single, listed, lines = (tmp_path / name for name in ("one.json", "list.json", "lines.jsonl"))
    single.write_text(json.dumps(journals[0]))
    listed.write_text(json.dumps(journals, ensure_ascii=False, indent=2), encoding="utf-8")
    lines.write_text("".join(json.dumps(journal) + "\n" for journal in journals))
    assert verify(one, "--file", str(single)).exit_code == 0
    assert verify("--all", "--file", str(listed)).exit_code == 0
    assert verify("--all", "--file", str(lines)).exit_code == 0
    assert verify(other, "--file", str(lines)).exit_code == 0
    missing = verify(other, "--file", str(single))
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert f"holds no journal of {other}" in missing.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "holds no journal"),
        ("[]", "holds no journal"),
        ("{nonsense", "is not JSON"),
        ('{"a": 1}\nnonsense', "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("7", "this is no journal"),
        ('{"entries": [{"number": "x"}]}', "this is no journal: Entry: "),
        ('{"entries": [], "journal_head": 7}', "an odd journal_head"),
    ],
)
def test_what_is_no_journal_ends_with_2(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "odd").write_text(content)
    result = verify("--all", "--file", str(tmp_path / "odd"))
    assert result.exit_code == 2, result.output
    assert told in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name one CASE, or say --all"),
        (("abc", "--all"), "name one CASE, or say --all"),
        (("--all", "--head", "0" * 64), "--head is of one CASE"),
        (("abc",), "say where journals are"),
        (("abc", "--file", "/nowhere/at/all"), "No such file"),
        (("abc", "--url", "http://127.0.0.1:1"), "does not answer"),
        (("--all", "--url", "http://127.0.0.1:1"), "does not answer"),
    ],
)
def test_what_cannot_be_looked_at_ends_with_2(arguments: tuple[str, ...], told: str) -> None:
    result = verify(*arguments)
    assert result.exit_code == 2, result.output
    assert told in result.output


def test_a_case_that_is_not_there_ends_with_2(earshot: World, url: str) -> None:
    result = verify("f" * 26, url=url)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the API answered 404" in result.stderr
