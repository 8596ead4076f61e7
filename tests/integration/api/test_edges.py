"""What the API answers to what it does not expect."""

from __future__ import annotations

import base64
import json
import os
from typing import Any
from urllib.parse import quote

import pytest

from earshot.adapters.store.table import Table
from earshot.domain.errors import StoreError
from tests.integration.api.client import act, event, get, send
from tests.integration.api.hearing import mild
from workbench.rehearsal.world import World, client, start_processes_anew

DEEP = base64.urlsafe_b64encode(b"[" * 300).decode()


def _cursor(position: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "abc"),
        ("limit", "0"),
        ("limit", "101"),
        ("limit", "-1"),
        ("limit", "1e2"),
        ("limit", "1_0"),
        ("limit", "٣"),
        ("limit", "9" * 400),
        ("min_impact", "200"),
        ("min_impact", "101"),
        ("min_impact", "-1"),
        ("min_impact", "nan"),
        ("min_impact", "5.5"),
        ("state", "foo"),
        ("state", "OPEN"),
        ("state", "open,acknowledged"),
        ("language", "klingon"),
        ("brand", "x" * 501),
        ("author", "x" * 5000),
        ("cursor", "abc"),
        ("cursor", "ключ"),
        ("cursor", "x" * 501),
        ("cursor", DEEP),
        ("cursor", _cursor([0])),
        ("cursor", _cursor([-1, "~"])),
        ("cursor", _cursor([True, "080#01772442000000#" + "0" * 26])),
        ("cursor", _cursor([0, "", 1])),
        ("cursor", _cursor([0, ""])),
        ("cursor", _cursor([0, "~"])),
        ("cursor", _cursor(["0", "080#01772442000000#" + "0" * 26])),
        ("cursor", _cursor([0, "\ud800"])),
        ("cursor", _cursor({"state": 0})),
    ],
)
def test_a_parameter_that_cannot_be_read_is_named(earshot: World, name: str, value: str) -> None:
    answered = get("/cases", **{name: value})
    assert answered.status == 400
    assert answered.json["field"] == name
    assert answered.json["status"] == 400
    assert answered.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("name", "value"), [("limit", "1"), ("limit", "100"), ("min_impact", "0")])
def test_the_ends_of_a_range_are_in_it(earshot: World, name: str, value: str) -> None:
    assert get("/cases", **{name: value}).status == 200


def test_a_cursor_beyond_the_last_state_is_an_empty_page(earshot: World) -> None:
    cursor = _cursor([999, "080#01772442000000#" + "0" * 26])
    assert get("/cases", cursor=cursor).json == {"cases": [], "cursor": None}


ODD_IDS = [
    "nothing",
    "0" * 26,
    "0" * 25,
    "0" * 27,
    "A" * 26,
    "0" * 25 + "\n",
    "x" * 5000,
    "..",
    "%00",
    "\x00",
    "a b",
    "<script>",
    "' OR 1=1",
    "☃",
    "\ud83d\ude00",
    "é" * 26,
    "a,b",
    "CASE#1",
    "a?b",
    "{id}",
    "$ne",
    "a/b",
]


@pytest.mark.parametrize("odd", ODD_IDS)
@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize("rest", ["", "/journal"])
def test_a_case_that_is_none_is_not_found(
    earshot: World, odd: str, encoded: bool, rest: str
) -> None:
    name = quote(odd, errors="surrogatepass") if encoded else odd
    answered = get(f"/cases/{name}{rest}")
    assert answered.status == 404
    assert answered.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("odd", ODD_IDS)
def test_acting_on_a_case_that_is_none_is_not_found(earshot: World, odd: str) -> None:
    assert act(odd, "acknowledge").status == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/cases", "GET"),
        ("DELETE", "/cases/" + "0" * 26, "GET"),
        ("GET", "/cases/" + "0" * 26 + "/actions", "POST"),
        ("PUT", "/status", "GET"),
        ("POST", "/up", "GET"),
        ("OPTIONS", "/sources", "GET"),
        ("PATCH", "/openapi.json", "GET"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_refused(
    earshot: World, method: str, path: str, allowed: str
) -> None:
    answered = send(event(method, path))
    assert (answered.status, answered.headers["allow"]) == (405, allowed)
    assert answered.json["title"] == "Method Not Allowed"


@pytest.mark.parametrize("path", ["/nothing", "/cases/", "//", "/CASES", "/up/", "/../up", "/ü"])
def test_an_address_where_nothing_is_is_not_found(earshot: World, path: str) -> None:
    answered = get(path)
    assert answered.status == 404
    assert answered.json["status"] == 404


@pytest.mark.parametrize("path", ["/up", "/status", "/cases", "/nothing", "/openapi.json"])
def test_all_answers_carry_the_security_headers(earshot: World, path: str) -> None:
    headers = get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-robots-tag"].startswith("noindex")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", ["/up", "/cases"])
def test_a_head_request_has_the_headers_and_no_body(earshot: World, path: str) -> None:
    answered = send(event("HEAD", path))
    assert (answered.status, answered.body) == (200, "")
    assert answered.headers["content-type"] == "application/json"


def test_up_is_for_anyone_and_tells_nothing(earshot: World) -> None:
    answered = send(event("GET", "/up", authorizer=None))
    assert (answered.status, answered.json) == (200, {"up": True})


def test_before_the_first_push_the_api_is_up_and_says_what_is_missing(earshot: World) -> None:
    key = {"pk": {"S": "CONFIG"}, "sk": {"S": "CURRENT"}}
    client("dynamodb").delete_item(TableName="earshot", Key=key)
    start_processes_anew()
    assert get("/up").status == 200
    for path in ("/status", "/cases", "/sources"):
        answered = get(path)
        assert answered.status == 503
        assert "earshot config push" in answered.json["detail"]


def test_a_table_that_does_not_answer_is_no_secret_but_its_words_are(
    earshot: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("EARSHOT_TABLE", "another-table")
    start_processes_anew()
    for path in ("/up", "/status"):
        answered = get(path)
        assert answered.status == 503
        assert "another-table" not in answered.body
        assert "ResourceNotFound" not in answered.body
        assert [record.levelname for record in caplog.records] == ["ERROR"]
        caplog.clear()


def test_a_fault_of_ours_leaks_nothing_and_is_logged_once(
    earshot: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(self: Table, key: tuple[str, str]) -> None:
        raise ZeroDivisionError("secret words of /var/task")

    case_id = mild(earshot, 1)
    monkeypatch.setattr(Table, "get", broken)
    caplog.clear()
    answered = get(f"/cases/{case_id}")
    assert (answered.status, answered.json["title"]) == (500, "Internal Server Error")
    assert "secret" not in answered.body
    assert "ZeroDivision" not in answered.body
    (record,) = caplog.records
    assert (record.levelname, record.getMessage()) == ("ERROR", "a request failed")
    assert vars(record)["route"] == "/cases/{id}"


def test_a_missing_setting_is_ours_to_mend(earshot: World) -> None:
    del os.environ["EARSHOT_TABLE"]
    start_processes_anew()
    answered = get("/status")
    assert answered.status == 500
    assert "EARSHOT" not in answered.body


def test_store_errors_are_their_own(earshot: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def throttled(self: Table, *_: Any, **__: Any) -> None:
        raise StoreError("query: ProvisionedThroughputExceededException")

    monkeypatch.setattr(Table, "query", throttled)
    answered = get("/cases")
    assert answered.status == 503
    assert "Provisioned" not in answered.body


@pytest.mark.parametrize(
    "missing", ["headers", "requestContext", "rawQueryString", "queryStringParameters", "body"]
)
def test_an_event_with_less_than_usual_is_answered(earshot: World, missing: str) -> None:
    given = event("GET", "/up", {"a": "b"})
    if missing == "requestContext":
        given["requestContext"] = {"http": given["requestContext"]["http"], "stage": "$default"}
    else:
        given.pop(missing, None)
    assert send(given).status == 200
