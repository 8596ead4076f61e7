"""What people do with a case, through POST /cases/{id}/actions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from earshot.adapters.store.cases import TableCases
from earshot.domain.case import Case
from earshot.domain.errors import ConflictError
from tests.integration.api.client import MACHINE, Answered, act, event, get, send
from tests.integration.api.hearing import case_of, mild
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World

Action = tuple[str, dict[str, Any]]

ASSUMED = "arn:aws:sts::123456789012:assumed-role/reporting"

ACKNOWLEDGE: Action = ("acknowledge", {})
ASSIGN: Action = ("assign", {"to": "bram"})
REPLY: Action = ("reply", {})
AWAIT: Action = ("await_customer", {})
YES: Action = ("customer_says", {"answer": "yes"})
NO: Action = ("customer_says", {"answer": "no"})
DISMISS: Action = ("dismiss", {})
REOPEN: Action = ("reopen", {})
NOTE: Action = ("note", {"note": "she called"})


def _all(case_id: str, actions: list[Action]) -> Answered:
    return [act(case_id, action, **fields) for action, fields in actions][-1]


def _journal(case_id: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = get(f"/cases/{case_id}/journal").json["entries"]
    return entries


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        ([ACKNOWLEDGE], "acknowledged"),
        ([ASSIGN], "in_progress"),
        ([ACKNOWLEDGE, ASSIGN, ASSIGN], "in_progress"),
        ([REPLY], "in_progress"),
        ([REPLY, AWAIT], "awaiting_customer"),
        ([REPLY, AWAIT, REPLY], "awaiting_customer"),
        ([REPLY, AWAIT, YES], "satisfied"),
        ([REPLY, AWAIT, NO], "reopened"),
        ([NO], "open"),
        ([YES], "satisfied"),
        ([YES, NO], "reopened"),
        ([DISMISS], "dismissed"),
        ([DISMISS, REOPEN], "reopened"),
        ([YES, REOPEN, ACKNOWLEDGE], "acknowledged"),
        ([NOTE], "open"),
        ([DISMISS, NOTE], "dismissed"),
    ],
)
def test_actions_move_a_case(earshot: World, actions: list[Action], state: str) -> None:
    answered = _all(case_of(earshot), actions)
    assert (answered.status, answered.json["state"]) == (200, state)
    assert get(f"/cases/{answered.json['id']}").json["state"] == state


@pytest.mark.parametrize(
    ("before", "action", "needs"),
    [
        ([ACKNOWLEDGE], ACKNOWLEDGE, "open, reopened"),
        ([], AWAIT, "acknowledged, in progress"),
        ([], REOPEN, "closed unanswered, dismissed, satisfied"),
        ([DISMISS], ACKNOWLEDGE, "open, reopened"),
        ([DISMISS], DISMISS, "open"),
        ([DISMISS], YES, "open"),
        ([YES], ASSIGN, "open"),
        ([YES], REPLY, "open"),
    ],
)
def test_what_a_case_cannot_do_now_is_refused_with_the_reason(
    earshot: World, before: list[Action], action: Action, needs: str
) -> None:
    case_id = mild(earshot, 1)
    for made, fields in before:
        act(case_id, made, **fields)
    entries = _journal(case_id)
    answered = act(case_id, action[0], **action[1])
    assert answered.status == 409
    assert "while the case is" in answered.json["detail"]
    assert needs.partition(",")[0] in answered.json["detail"]
    assert _journal(case_id) == entries


def test_an_action_without_a_case_is_not_found(earshot: World) -> None:
    assert act("0" * 26, "acknowledge").status == 404


def test_an_assignee_is_a_contact_and_shown(earshot: World) -> None:
    case_id = mild(earshot, 1)
    assert act(case_id, "assign", to="bram").json["assignee"] == "bram"
    refused = act(case_id, "assign", to="nobody")
    assert (refused.status, refused.json["field"]) == (400, "to")
    assert get(f"/cases/{case_id}").json["assignee"] == "bram"


def test_whoever_is_given_a_case_hears_so_by_mail_within_two_minutes_and_once(
    earshot: World,
) -> None:
    case_id = mild(earshot, 1)
    act(case_id, "assign", to="bram")
    for _ in range(3):
        earshot.settle()
        earshot.pass_time(minutes=1)
        earshot.follow_up()
    bram = CONFIGURATION.contact("bram").email
    letters = [whole for to, whole in earshot.letters() if to == bram]
    assert len(letters) == 1
    told = [entry["what"] for entry in get(f"/cases/{case_id}/journal").json["entries"]]
    assert told.count("tell_assignee") == 1
    kinds = [due["kind"] for due in get(f"/cases/{case_id}").json["follow_ups"]]
    assert kinds == ["handler_check"]


# ---------------------------------------------------------------- who


@pytest.mark.parametrize(
    ("authorizer", "who"),
    [
        ({"jwt": {"claims": {"sub": "1", "email": "ana@lumo.example"}}}, "ana@lumo.example"),
        ({"jwt": {"claims": {"sub": "1", "username": "ana"}}}, "ana"),
        ({"jwt": {"claims": {"sub": "1", "cognito:username": "ana"}}}, "ana"),
        ({"jwt": {"claims": {"sub": "0f1e"}}}, "0f1e"),
        ({"jwt": {"claims": {"sub": "1", "email": "an\x00a\n@lumo.example"}}}, "ana@lumo.example"),
        (MACHINE, "machine:nightly"),
        ({"iam": {"userArn": f"{ASSUMED}/ana@lumo.example"}}, "machine:ana@lumo.example"),
        ({"iam": {"userArn": "arn:aws:iam::123456789012:user/tools/digest"}}, "machine:digest"),
        ({"iam": {"userArn": "arn:aws:iam::123456789012:root"}}, "machine:root"),
    ],
)
def test_who_acted_is_whom_the_gateway_vouches_for(
    earshot: World, authorizer: dict[str, Any], who: str
) -> None:
    case_id = mild(earshot, 1)
    body = json.dumps({"action": "acknowledge"})
    answered = send(event("POST", f"/cases/{case_id}/actions", body=body, authorizer=authorizer))
    assert answered.json["acknowledged_by"] == who
    assert _journal(case_id)[-1]["who"] == who


@pytest.mark.parametrize("name", ["who", "by", "acknowledged_by", "user"])
def test_the_body_cannot_say_who_acted(earshot: World, name: str) -> None:
    answered = act(mild(earshot, 1), "acknowledge", **{name: "somebody else"})
    assert (answered.status, answered.json["field"]) == (400, name)


@pytest.mark.parametrize(
    "path", ["/status", "/cases", "/cases/" + "0" * 26, "/sources", "/openapi.json"]
)
@pytest.mark.parametrize("authorizer", [None, {}, {"jwt": {"claims": {}}}])
def test_a_route_that_was_left_open_by_mistake_shows_nothing(
    earshot: World, path: str, authorizer: dict[str, Any] | None
) -> None:
    answered = send(event("GET", path, authorizer=authorizer))
    assert answered.status == 401
    assert answered.headers["www-authenticate"] == "Bearer"


# ---------------------------------------------------------------- once


def test_a_repeated_request_with_its_key_is_carried_out_once(earshot: World) -> None:
    case_id = mild(earshot, 1)
    answers = [act(case_id, "note", key="k-1", note="she called") for _ in range(3)]
    assert [answered.status for answered in answers] == [200, 200, 200]
    assert [e["what"] for e in _journal(case_id)] == ["open", "note"]


def test_a_repeated_acknowledgement_with_its_key_is_no_conflict(earshot: World) -> None:
    case_id = mild(earshot, 1)
    first = act(case_id, "acknowledge", key="k-1")
    assert act(case_id, "acknowledge", key="k-1").json == first.json
    assert act(case_id, "acknowledge", key="k-2").status == 409


def test_a_key_belongs_to_its_case_and_its_caller(earshot: World) -> None:
    one, other = mild(earshot, 1), mild(earshot, 2)
    act(one, "note", key="k", note="a")
    act(other, "note", key="k", note="b")
    body = json.dumps({"action": "note", "note": "c"})
    headers = {"Idempotency-Key": "k"}
    send(event("POST", f"/cases/{one}/actions", body=body, headers=headers, authorizer=MACHINE))
    assert [e["why"] for e in _journal(one) if e["what"] == "note"] == ["a", "c"]
    assert [e["why"] for e in _journal(other) if e["what"] == "note"] == ["b"]


@pytest.mark.parametrize("key", ["a b", "k" * 256, "ключ", "\x00"])
def test_a_key_that_is_none_is_refused(earshot: World, key: str) -> None:
    answered = act(mild(earshot, 1), "acknowledge", key=key)
    assert (answered.status, answered.json["field"]) == (400, "Idempotency-Key")


# ---------------------------------------------------------------- races


@pytest.fixture
def before_the_next_save(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], None]:
    """Lets something happen between a request's reading of a case and its writing it, once."""
    waiting: list[Callable[[], Any]] = []
    save = TableCases.save

    def interrupted(self: TableCases, case: Case, **how: Any) -> None:
        if waiting:
            waiting.pop()()
        save(self, case, **how)

    monkeypatch.setattr(TableCases, "save", interrupted)
    return waiting.append


def test_a_note_that_loses_a_race_is_written_after_the_winner(
    earshot: World, before_the_next_save: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    before_the_next_save(lambda: act(case_id, "acknowledge"))
    answered = act(case_id, "note", note="mine")
    assert (answered.status, answered.json["state"]) == (200, "acknowledged")
    assert [e["what"] for e in _journal(case_id)] == ["open", "acknowledge", "note"]


def test_of_two_acknowledgements_at_once_one_wins_and_the_other_hears_why(
    earshot: World, before_the_next_save: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    inner: list[Answered] = []
    before_the_next_save(lambda: inner.append(act(case_id, "acknowledge")))
    outer = act(case_id, "acknowledge")
    assert (inner[0].status, outer.status) == (200, 409)
    assert "acknowledged" in outer.json["detail"]
    assert [e["what"] for e in _journal(case_id)] == ["open", "acknowledge"]


def test_two_requests_with_one_key_at_once_are_one(
    earshot: World, before_the_next_save: Callable[[Callable[[], Any]], None]
) -> None:
    case_id = mild(earshot, 1)
    before_the_next_save(lambda: act(case_id, "note", key="k", note="once"))
    assert act(case_id, "note", key="k", note="once").status == 200
    assert [e["what"] for e in _journal(case_id)] == ["open", "note"]


def test_a_request_that_keeps_losing_gives_up_with_a_conflict(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = mild(earshot, 1)

    def lost(self: TableCases, case: Case, **how: Any) -> None:
        raise ConflictError("put_item: ConditionalCheckFailedException")

    monkeypatch.setattr(TableCases, "save", lost)
    answered = act(case_id, "acknowledge")
    assert answered.status == 409
    assert "try again" in answered.json["detail"]


# ---------------------------------------------------------------- bodies


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (None, "body"),
        ("", "body"),
        ("{", "body"),
        ("action=acknowledge", "body"),
        ("\x00", "body"),
        (b"\xff\xfe", "body"),
        ("[" * 20_000, "body"),
        ("[]", "body"),
        ('"acknowledge"', "body"),
        ("7", "body"),
        ("null", "body"),
        ("{}", "action"),
        ('{"action": "explode"}', "action"),
        ('{"action": "merge"}', "action"),
        ('{"action": ["acknowledge"]}', "action"),
        ('{"action": null}', "action"),
        ('{"action": "assign"}', "to"),
        ('{"action": "assign", "to": ""}', "to"),
        ('{"action": "assign", "to": 7}', "to"),
        ('{"action": "assign", "to": "' + "x" * 41 + '"}', "to"),
        ('{"action": "note"}', "note"),
        ('{"action": "note", "note": "   "}', "note"),
        ('{"action": "note", "note": "' + "x" * 4001 + '"}', "note"),
        ('{"action": "acknowledge", "note": {}}', "note"),
        ('{"action": "customer_says"}', "answer"),
        ('{"action": "customer_says", "answer": "maybe"}', "answer"),
        ('{"action": "acknowledge", "nota": "x"}', "nota"),
    ],
)
def test_a_body_that_cannot_be_read_names_what_is_wrong(
    earshot: World, body: str | bytes | None, field: str
) -> None:
    case_id = mild(earshot, 1)
    answered = send(event("POST", f"/cases/{case_id}/actions", body=body))
    assert (answered.status, answered.json["field"]) == (400, field)
    assert answered.headers["content-type"] == "application/problem+json"
    assert len(_journal(case_id)) == 1


def test_a_body_may_come_in_base64(earshot: World) -> None:
    body = json.dumps({"action": "note", "note": "não é ✓"}).encode()
    case_id = mild(earshot, 1)
    assert send(event("POST", f"/cases/{case_id}/actions", body=body)).status == 200
    assert _journal(case_id)[-1]["why"] == "não é ✓"


def test_base64_that_is_none_is_refused(earshot: World) -> None:
    given = event("POST", f"/cases/{mild(earshot, 1)}/actions", body=b"")
    answered = send({**given, "body": "%%%"})
    assert (answered.status, answered.json["field"]) == (400, "body")


@pytest.mark.parametrize(("length", "status"), [(65_536, 400), (65_537, 413)])
def test_a_body_that_is_too_large_is_not_read(earshot: World, length: int, status: int) -> None:
    answered = send(event("POST", f"/cases/{mild(earshot, 1)}/actions", body=" " * length))
    assert answered.status == status


def test_a_note_is_kept_as_it_was_written(earshot: World) -> None:
    note = "<script>alert(1)</script>\n=cmd|' /C calc'!A0 ' OR 1=1; -- ☃ \u202e \\u0000"
    case_id = mild(earshot, 1)
    act(case_id, "note", note=note)
    assert _journal(case_id)[-1]["why"] == note
