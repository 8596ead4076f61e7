"""`earshot status`, `cases`, `case`, `sources` against an API on the loopback."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from earshot.domain.journal import Entry, sealed
from workbench.cli.case import time_left
from workbench.cli.main import main

CASES = [
    {"id": f"c{n}", "state": "open", "impact": {"score": 90 - n}, "excerpt": f"\x1b[2Jcase {n}"}
    for n in range(5)
]
ON_CALL = {
    "at": "2026-03-04T12:00:00+00:00",
    "rotations": [
        {
            "rotation": "support",
            "time_zone": "Europe/Berlin",
            "now": {
                "contacts": ["ana"],
                "since": "2026-03-23T08:00:00+00:00",
                "until": "2026-03-30T07:00:00+00:00",
                "kind": "plan",
                "reason": "the turn of 2026-03-23",
            },
            "next": {"contacts": [], "until": None},
        },
        {"rotation": "odd\x1b", "time_zone": "Mars/Base", "now": {"until": "soon"}, "next": None},
    ],
    "brands": [
        {
            "display_name": "Acme",
            "policy": "default",
            "levels": [
                {
                    "level": 1,
                    "names": ["support"],
                    "contacts": ["ana"],
                    "channels": [],
                    "timeout_seconds": 900,
                },
                {"level": 2, "names": ["ben"], "contacts": ["ben"], "channels": ["sms", "email"]},
            ],
        }
    ],
}
JOURNAL = {"entries": [{"at": "2026-03-01T12:00:00Z", "who": "ana", "what": "acknowledge"}]}


def journal_of(case_id: str) -> dict[str, Any]:
    """As the API tells it: three entries, sealed."""
    entries: list[Entry] = []
    for what, who, why in (
        ("open", "earshot", "severity 3.9 of 4"),
        ("told_customer", "earshot", "holding: https://social.example/9"),
        ("note", "ana", "called\nher \x1b[2J"),
    ):
        number = len(entries) + 1
        at = datetime(2026, 3, 1, 12, number, tzinfo=UTC)
        entry = Entry(number=number, at=at, who=who, what=what, why=why)
        entries.append(sealed(entry, case_id, entries[-1].hash if entries else None))
    told = [
        {f: getattr(e, f) for f in ("number", "who", "what", "why", "previous", "hash")}
        | {"at": e.at.isoformat()}
        for e in entries
    ]
    return {
        "case_id": case_id,
        "entries": told,
        "capped": False,
        "journal_head": entries[-1].hash,
    }


LIVELY: dict[str, Any] = {
    "id": "c7",
    "handler": "ana",
    "assignee": None,
    "clocks": {
        "opened_at": "2026-03-01T12:00:00+00:00",
        "targets": [
            {
                "clock": "first_reply",
                "state": "running",
                "due_at": "2026-03-01T13:00:00+00:00",
                "met_at": None,
                "reason": "an hour for the first reply",
            },
            {
                "clock": "acknowledge",
                "state": "missed",
                "due_at": "2026-03-01T12:15:00+00:00",
                "met_at": "2026-03-01T12:20:00+00:00",
                "reason": "it came too late",
            },
        ],
    },
    "mentions": [
        {
            "created_at": "2026-03-01T11:59:00+00:00",
            "author": {"name": "Maria"},
            "text": "twice! \x1b[2J",
            "url": "https://social.example/1",
            "gone_at": None,
        },
        {
            "created_at": "2026-03-01T12:30:00+00:00",
            "author": {"name": ""},
            "text": "",
            "url": "",
            "gone_at": "2026-03-01T12:40:00+00:00",
            "gone_why": "deleted there",
        },
    ],
    "replies": [
        {
            "name": "own.1",
            "kind": "own",
            "who": "ana",
            "state": "sent",
            "text": "We are sorry.",
            "planned_at": "2026-03-01T12:10:00+00:00",
            "sent_at": "2026-03-01T12:12:00+00:00",
            "url": "https://social.example/5",
            "reason": "",
        },
        {
            "name": "introduction.1",
            "kind": "introduction",
            "who": "earshot",
            "state": "refused",
            "text": "",
            "planned_at": "2026-03-01T12:05:00+00:00",
            "sent_at": None,
            "url": "",
            "reason": "the topic is closed",
        },
    ],
    "answers": [
        {"at": "2026-03-01T12:12:00+00:00", "account": "ana", "url": "https://social.example/5"},
        {"at": "2026-03-01T12:13:00+00:00", "account": "Lumo", "url": "https://social.example/6"},
    ],
    "drafts": [
        {"kind": "update", "language": "pt", "text": "Olá Maria", "unsent_because": "it is off"},
    ],
}

TARGETS: dict[str, Any] = {
    "since": "2026-01-31T00:00:00+00:00",
    "capped": True,
    "clocks": [
        {
            "clock": "first_reply",
            "met": 9,
            "missed": 1,
            "met_ratio": 0.9,
            "p50_seconds": 160.0,
            "p90_seconds": 3_725.0,
        },
        {"clock": "\x1b[1mx", "met": 0, "missed": 2, "met_ratio": 0.0, "p50_seconds": None},
        "odd",
    ],
}


class Api(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, body = self.answer()
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(content)))
        if status == 302:
            self.send_header("location", "/status")
        self.end_headers()
        self.wfile.write(content)

    def answer(self) -> tuple[int, Any]:
        if self.headers["authorization"] != "Bearer t":
            return 401, {"message": "Unauthorized"}
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        if url.path == "/cases":
            start, limit = int(query.get("cursor", ["0"])[0]), int(query["limit"][0])
            if limit > 100:
                return 400, {"title": "Bad request", "detail": "limit is at most 100"}
            end = min(start + 2, start + limit)
            page: dict[str, Any] = {"cases": CASES[start:end]}
            return 200, page | ({"cursor": str(end)} if end < len(CASES) else {})
        found: dict[str, tuple[int, Any]] = {
            "/status": (200, {"cases": {"open": 3}, "sources": [{"key": "a", "error": None}]}),
            "/kept/status": (200, {"cases": {"open": 3}, "targets": TARGETS}),
            "/cases/c1": (200, CASES[1]),
            "/cases/c1/journal": (200, JOURNAL),
            "/cases/c7": (200, LIVELY),
            "/cases/c7/journal": (200, journal_of("c7")),
            "/tampered/cases/c7": (200, LIVELY),
            "/tampered/cases/c7/journal": (200, journal_of("c8")),
            "/oncall": (200, ON_CALL),
            "/bare/oncall": (200, {"rotations": [], "brands": []}),
            "/sources": (200, {"sources": [{"key": "a/b", "failures": 2}, {"key": "c"}]}),
            "/moved/status": (302, b""),
            "/broken/status": (200, b"<html>"),
            "/list/status": (200, []),
        }
        gone = {"title": "Not found", "detail": "there is no case '\x1b[1mx'", "status": 404}
        return found.get(url.path, (404, gone))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def ask(url: str, *arguments: str, token: str = "t") -> Result:
    return CliRunner().invoke(
        main, [*arguments, "--url", url], env={"EARSHOT_TOKEN": token}, catch_exceptions=False
    )


def test_the_status_is_a_table_of_all_it_says(url: str) -> None:
    assert ask(url, "status").stdout.splitlines() == [
        "what              is",
        "cases.open        3",
        "sources[0].key    a",
        "sources[0].error  -",
    ]


def test_how_many_clocks_were_met_is_a_table_of_its_own(url: str) -> None:
    lines = [re.split(r"\s{2,}", line) for line in ask(f"{url}/kept", "status").stdout.splitlines()]
    assert lines == [
        ["what", "is"],
        ["cases.open", "3"],
        [""],
        ["clocks that started since 2026-01-31T00:00:00+00:00, the latest of them"],
        ["clock", "met", "missed", "met ratio", "half within", "nine in ten within"],
        ["first_reply", "9", "1", "90%", "3m", "1h02m"],
        ["\ufffd[1mx", "0", "2", "0%", "-", "-"],
    ]


def test_cases_are_read_page_by_page_up_to_the_limit(url: str) -> None:
    _, *rows = ask(url, "cases", "--limit", "1000").stdout.splitlines()
    answer = json.loads(ask(url, "cases", "--limit", "3", "--json").stdout)

    assert [row.split()[0] for row in rows] == ["c0", "c1", "c2", "c3", "c4"]
    assert rows[0].split()[3] == "90"
    assert [case["id"] for case in answer["cases"]] == ["c0", "c1", "c2"]
    assert answer["cursor"] == "3"


def test_a_case_comes_with_its_journal(url: str) -> None:
    told = ask(url, "case", "c1")
    answer = json.loads(ask(url, "case", "c1", "--json").stdout)

    lines = [line.split() for line in told.stdout.splitlines()]
    assert ["impact.score", "89"] in lines
    assert lines[-2][2:] == ["ana", "took", "the", "case", "on.", "-"]
    assert answer == {"case": CASES[1], "journal": JOURNAL}


@pytest.fixture
def in_kathmandu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_kathmandu")
def test_a_case_is_told_in_tables_by_the_readers_own_clock(url: str) -> None:
    told = ask(url, "case", "c7").stdout
    tables = [
        [re.split(r"\s{2,}", line) for line in table.splitlines()] for table in told.split("\n\n")
    ]

    assert tables[0] == [
        ["what", "is"],
        ["id", "c7"],
        ["handler", "ana"],
        ["assignee", "-"],
        ["clocks.opened_at", "2026-03-01T12:00:00+00:00"],
    ]
    assert tables[1] == [
        ["clocks"],
        ["clock", "state", "due", "left", "why"],
        ["first_reply", "running", "2026-03-01 18:45", "0m", "an hour for the first reply"],
        [
            "acknowledge",
            "missed, done 2026-03-01 18:05",
            "2026-03-01 18:00",
            "-",
            "it came too late",
        ],
    ]
    assert tables[2] == [
        ["conversation"],
        ["at", "who", "what", "text", "where"],
        ["2026-03-01 17:44", "Maria", "wrote", "twice! \ufffd[2J", "https://social.example/1"],
        ["2026-03-01 17:50", "Earshot", "introduction, refused: the topic is closed", "-", "-"],
        ["2026-03-01 17:57", "ana", "own, sent", "We are sorry.", "https://social.example/5"],
        ["2026-03-01 17:58", "Lumo", "answered there", "-", "https://social.example/6"],
        ["2026-03-01 18:15", "somebody", "is gone", "deleted there"],
    ]
    assert tables[3] == [
        ["drafts"],
        ["kind", "language", "text", "not sent, because"],
        ["update", "pt", "Olá Maria", "it is off"],
    ]
    assert tables[4][:5] == [
        ["what was done"],
        ["at", "what", "why"],
        ["2026-03-01 17:46", "Earshot opened the case.", "severity 3.9 of 4"],
        [
            "2026-03-01 17:47",
            "Earshot wrote to the customer: We have your message.",
            "https://social.example/9",
        ],
        ["2026-03-01 17:48", "ana noted:", "called her \ufffd[2J"],
    ]
    assert " ".join(tables[4][5]).startswith("c7: 3 entries; every entry is as it was written")


def test_a_case_says_so_where_its_journal_is_not_as_it_was_written(url: str) -> None:
    last = ask(f"{url}/tampered", "case", "c7").stdout.splitlines()[-1]

    assert last == "c7: NOT AS WRITTEN: entry 1 was changed, or is of another case"


@pytest.mark.parametrize(
    ("state", "due_at", "left"),
    [
        ("running", "2026-03-01T13:30:00+00:00", "1h30m"),
        ("running", "2026-03-01T12:00:30+00:00", "0m"),
        ("running", "2026-03-01T11:00:00+00:00", "0m"),
        ("running", "2026-03-01T14:00:00+01:00", "1h00m"),
        ("running", None, None),
        ("running", "soon", None),
        ("running", "2026-03-01T13:00:00", None),
        ("paused", "2026-03-01T13:00:00+00:00", None),
        ("missed", "2026-03-01T11:00:00+00:00", None),
    ],
)
def test_only_a_clock_that_runs_has_time_left(
    state: str, due_at: str | None, left: str | None
) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    assert time_left({"state": state, "due_at": due_at}, now) == left


def test_sources_are_told_with_whatever_is_known_of_them(url: str) -> None:
    assert ask(url, "sources").stdout == "key  failures\na/b  2\nc    -\n"


def test_who_is_on_call_is_told_by_each_rotations_own_clock(url: str) -> None:
    lines = [re.split(r"\s{2,}", line) for line in ask(url, "oncall").stdout.splitlines()]

    assert lines == [
        ["rotation", "on call", "until", "why", "next", "time zone"],
        ["support", "ana", "2026-03-30 09:00", "the turn of 2026-03-23", "nobody", "Europe/Berlin"],
        ["odd\ufffd", "nobody", "soon", "-", "-", "Mars/Base"],
        [""],
        ["brand", "policy", "level", "alerts", "now", "by", "seconds"],
        ["Acme", "default", "1", "support", "ana", "as each prefers", "900"],
        ["Acme", "default", "2", "ben", "ben", "sms email", "-"],
    ]


def test_who_is_on_call_comes_as_it_is_for_scripts(url: str) -> None:
    assert json.loads(ask(url, "oncall", "--json").stdout) == ON_CALL


def test_without_rotations_the_levels_alone_are_told(url: str) -> None:
    told = ask(f"{url}/bare", "oncall").stdout

    assert told.split() == ["brand", "policy", "level", "alerts", "now", "by", "seconds"]


def test_a_strangers_text_cannot_steer_the_terminal(url: str) -> None:
    for arguments in (
        ["cases"],
        ["cases", "--json"],
        ["case", "c1"],
        ["case", "c7"],
        ["case", "\x1bx"],
    ):
        result = ask(url, *arguments)
        assert "\x1b" not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("path", "token", "said"),
    [
        ("", "", "nobody in without a valid --token"),
        ("", "wrong", "nobody in without a valid --token"),
        ("/nothing", "t", "the API answered 404: there is no case"),
        ("/moved", "t", "the API answered 302"),
        ("/broken", "t", "the API answered 200: no reason"),
        ("/list", "t", "the API answered 200: no reason"),
    ],
)
def test_a_refusal_is_told_in_a_sentence(url: str, path: str, token: str, said: str) -> None:
    result = ask(url + path, "status", token=token)

    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("nowhere", ["http://127.0.0.1:1", "nonsense://x", "http://["])
def test_an_api_that_does_not_answer_is_told(nowhere: str) -> None:
    result = ask(nowhere, "status")

    assert result.exit_code == 1
    assert "does not answer" in result.stderr
