"""Silences, through POST and GET /silences and DELETE /silences/{id}."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from earshot.adapters.store.silences import TableSilences
from earshot.domain.alerts import silencing
from earshot.domain.alerts.silencing import Silence
from earshot.wiring import stores
from tests.integration.api.client import MACHINE, PERSON, Answered, act, described, event, get, send
from tests.integration.api.hearing import case_of, mild
from workbench.rehearsal.world import World

ANA = "ana@lumo.example"


def asked(*matchers: str, **fields: Any) -> dict[str, Any]:
    given = {
        "matchers": list(matchers) or ["brand=lumo"],
        "for": "2h",
        "reason": "the depot floods",
    }
    return {name: value for name, value in {**given, **fields}.items() if value is not None}


def post(body: Any, key: str | None = None, authorizer: Any = PERSON, **query: Any) -> Answered:
    headers = {"idempotency-key": key} if key else {}
    written = body if isinstance(body, str | bytes) else json.dumps(body)
    return send(event("POST", "/silences", query, written, headers, authorizer))


def end(silence_id: str, authorizer: Any = PERSON) -> Answered:
    return send(event("DELETE", f"/silences/{silence_id}", authorizer=authorizer))


def listed() -> list[dict[str, Any]]:
    silences: list[dict[str, Any]] = get("/silences").json["silences"]
    return silences


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


# ---------------------------------------------------------------- making one


def test_a_silence_is_made_and_listed(earshot: World) -> None:
    answered = post(asked("brand=lumo", "topic!=outage"))
    made = answered.json
    assert (answered.status, made["state"], made["author"]) == (200, "active", ANA)
    assert (made["matchers"], made["reason"]) == (
        ["brand=lumo", "topic!=outage"],
        "the depot floods",
    )
    assert at(made["ends_at"]) - at(made["starts_at"]) == timedelta(hours=2)
    assert (made["ended_at"], made["ended_by"]) == (None, None)
    del made["mutes"]
    assert listed() == [made]


def test_it_may_begin_later_and_end_at_a_time(earshot: World) -> None:
    starts_at, ends_at = (earshot.now() + timedelta(hours=n) for n in (1, 3))
    times = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat(), "for": None}
    made = post(asked(**times)).json
    assert made["state"] == "pending"
    assert (at(made["starts_at"]), at(made["ends_at"])) == (starts_at, ends_at)


def test_the_author_is_whom_the_gateway_vouches_for(earshot: World) -> None:
    assert post(asked(), authorizer=MACHINE).json["author"] == "machine:nightly"


def test_nobody_silences_without_signing_in(earshot: World) -> None:
    made = post(asked()).json
    assert post(asked(), authorizer=None).status == 401
    assert end(made["id"], authorizer=None).status == 401
    assert [each["id"] for each in listed()] == [made["id"]]


def test_what_is_muted_is_told_when_it_is_made(earshot: World) -> None:
    worst = case_of(earshot, delivered=False)
    other = mild(earshot, 1)
    act(mild(earshot, 2), "acknowledge")
    mutes = post(asked("source=hackernews")).json["mutes"]
    assert (mutes["count"], mutes["capped"], mutes["alerting_count"]) == (2, False, 1)
    assert [case["id"] for case in mutes["cases"]] == [worst, other]
    assert mutes["routes"] == {"default": 2}
    (first, _) = mutes["cases"]
    shown = get(f"/cases/{worst}").json
    assert (first["brand"], first["urgency"], first["score"], first["excerpt"]) == (
        "lumo",
        shown["urgency"],
        shown["impact"]["score"],
        shown["excerpt"],
    )


@pytest.mark.parametrize(
    ("query", "field"), [({"preview": "true"}, None), ({}, True), ({"preview": "false"}, True)]
)
def test_a_preview_tells_what_it_would_mute_and_stores_nothing(
    earshot: World, query: dict[str, str], field: bool | None
) -> None:
    case_id = case_of(earshot, delivered=False)
    previewed = post(asked(preview=field), key="k", **query).json
    assert previewed["id"] is None
    assert [case["id"] for case in previewed["mutes"]["cases"]] == [case_id]
    assert listed() == []
    # Nor is the key spent: the silence itself may come with it.
    made = post(asked(), key="k").json
    assert made["mutes"] == previewed["mutes"]
    assert len(listed()) == 1


def test_a_preview_is_refused_for_what_the_silence_would_be(earshot: World) -> None:
    assert post(asked("brand!=lumo"), preview="true").json["field"] == "matchers"
    assert post(asked(), preview="maybe").json["field"] == "preview"


TIME = "2999-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("", "body"),
        ("{", "body"),
        ("[]", "body"),
        (b"\xff", "body"),
        ("{}", "matchers"),
        (asked(matchers=None), "matchers"),
        (asked(matchers=[]), "matchers"),
        (asked(matchers="brand=lumo"), "matchers"),
        (asked(*(f"brand!=b{n}" for n in range(21))), "matchers"),
        (asked("brand=lumo", "colour=red"), "matchers.1"),
        (asked("brand=lumo", "brand"), "matchers.1"),
        (asked("source=~("), "matchers.0"),
        (asked("brand=" + "x" * 201), "matchers.0"),
        (asked("brand=" + "x" * 301), "matchers.0"),
        (asked("brand=~.*"), "matchers"),
        (asked("topic!=outage"), "matchers"),
        (asked(reason=None), "reason"),
        (asked(reason=" "), "reason"),
        (asked(reason="a\nb"), "reason"),
        (asked(reason="x" * 201), "reason"),
        (asked(reason=7), "reason"),
        (asked(**{"for": None}), "ends_at"),
        (asked(ends_at=TIME), "ends_at"),
        (asked(**{"for": "2"}), "for"),
        (asked(**{"for": "soon"}), "for"),
        (asked(**{"for": "0s"}), "for"),
        (asked(**{"for": "31d"}), "for"),
        (asked(**{"for": 7200}), "for"),
        (asked(**{"for": None, "ends_at": "tomorrow"}), "ends_at"),
        (asked(**{"for": None, "ends_at": "2026-03-01T12:00:00"}), "ends_at"),
        (asked(**{"for": None, "ends_at": 1772366400}), "ends_at"),
        (asked(**{"for": None, "ends_at": "2000-01-01T00:00:00Z"}), "ends_at"),
        (asked(**{"for": None, "ends_at": TIME}), "ends_at"),
        (asked(**{"for": None, "ends_at": "9999-12-31T23:59:59-14:00"}), "ends_at"),
        (asked(starts_at="9999-12-31T23:59:59-14:00"), "starts_at"),
        (asked(starts_at=TIME), "starts_at"),
        (asked(starts_at="noon"), "starts_at"),
        (asked(preview="yes"), "preview"),
        (asked(previw=True), "previw"),
        (asked(author="somebody else"), "author"),
        (asked(id="0" * 24), "id"),
    ],
)
def test_a_body_that_cannot_be_read_names_what_is_wrong(
    earshot: World, body: Any, field: str
) -> None:
    answered = post(body)
    assert (answered.status, answered.json["field"]) == (400, field)
    assert answered.headers["content-type"] == "application/problem+json"
    assert listed() == []


def test_a_start_that_is_past_is_now(earshot: World) -> None:
    made = post(asked(starts_at="0001-01-01T00:00:00+14:00")).json
    assert made["state"] == "active"
    assert at(made["starts_at"]) == at(made["created_at"])


@pytest.mark.parametrize("value", ["a'b", 'q"q', "<b>", "☃", "é" * 200, "=cmd", "%00"])
def test_a_value_is_kept_as_it_was_written(earshot: World, value: str) -> None:
    inner = f"x{value}x"[:200]
    made = post(asked(f"brand={inner}", reason=inner)).json
    assert (made["matchers"], made["reason"]) == ([f"brand={inner}"], inner)
    assert listed()[0]["matchers"] == [f"brand={inner}"]


# ---------------------------------------------------------------- once


def test_a_repeated_request_with_its_key_makes_one_silence(earshot: World) -> None:
    answers = [post(asked(), key="k-1") for _ in range(3)]
    assert [answered.status for answered in answers] == [200, 200, 200]
    assert {answered.json["id"] for answered in answers} == {each["id"] for each in listed()}
    assert len(listed()) == 1


def test_a_key_stands_for_one_request_of_one_caller(earshot: World) -> None:
    post(asked(), key="k-1")
    assert post(asked(reason="fire"), key="k-1").status == 409
    assert post(asked(reason="fire"), key="k-1", authorizer=MACHINE).status == 200
    assert len(listed()) == 2


def test_a_key_that_is_none_is_refused(earshot: World) -> None:
    assert post(asked(), key="a b").json["field"] == "Idempotency-Key"


# ---------------------------------------------------------------- how many


def test_beyond_so_many_it_is_refused_with_the_reason(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silencing, "MOST_LIVE", 2)
    made = [post(asked()).json["id"] for _ in range(2)]
    refused = post(asked())
    assert refused.status == 409
    assert "2 silences are active or pending" in refused.json["detail"]
    end(made[0])
    assert post(asked()).status == 200


# ---------------------------------------------------------------- ending


def test_an_ended_silence_mutes_nothing_and_stays_listed(earshot: World) -> None:
    made = post(asked()).json
    answered = end(made["id"], authorizer=MACHINE)
    assert answered.status == 200
    assert (answered.json["state"], answered.json["ended_by"]) == ("expired", "machine:nightly")
    assert stores.silences().active(earshot.now()) == []
    assert listed() == [answered.json]


def test_an_ended_silence_cannot_be_ended_again(earshot: World) -> None:
    made = post(asked()).json
    end(made["id"])
    again = end(made["id"], authorizer=MACHINE)
    assert again.status == 409
    assert f"ended by {ANA}" in again.json["detail"]
    assert listed()[0]["ended_by"] == ANA


@pytest.mark.parametrize("odd", ["0" * 24, "0" * 23, "0" * 25, "A" * 24, "nothing", "..", "%00"])
def test_a_silence_that_is_none_is_not_found(earshot: World, odd: str) -> None:
    answered = end(odd)
    assert answered.status == 404
    assert answered.headers["content-type"] == "application/problem+json"


def test_of_two_who_end_it_at_once_one_does(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = post(asked()).json
    inner: list[Answered] = []
    write = TableSilences.end

    def interrupted(self: TableSilences, *how: Any) -> Silence:
        monkeypatch.setattr(TableSilences, "end", write)
        inner.append(end(made["id"], authorizer=MACHINE))
        return write(self, *how)

    monkeypatch.setattr(TableSilences, "end", interrupted)
    outer = end(made["id"])
    assert (inner[0].status, outer.status) == (200, 409)
    assert listed()[0]["ended_by"] == "machine:nightly"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/silences", "GET, POST"),
        ("PUT", "/silences", "GET, POST"),
        ("GET", "/silences/" + "0" * 24, "DELETE"),
        ("POST", "/silences/" + "0" * 24, "DELETE"),
        ("DELETE", "/cases", "GET"),
    ],
)
def test_an_address_takes_its_own_methods_only(
    earshot: World, method: str, path: str, allowed: str
) -> None:
    answered = send(event(method, path))
    assert (answered.status, answered.headers["allow"]) == (405, allowed)


def test_the_document_tells_how_a_silence_is_written() -> None:
    schema = described()["components"]["schemas"]
    body = described()["paths"]["/silences"]["post"]["requestBody"]["content"]["application/json"]
    written = schema[body["schema"]["$ref"].rpartition("/")[2]]
    assert written["required"] == ["matchers", "reason"]
    assert set(written["properties"]) == {
        "matchers", "reason", "starts_at", "ends_at", "for", "preview",
    }  # fmt: skip
    assert {"200", "401", "403", "404", "409"} <= set(
        described()["paths"]["/silences/{id}"]["delete"]["responses"]
    )
