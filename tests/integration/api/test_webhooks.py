"""Webhooks through the real handler: signed deliveries become mentions, once each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from earshot.domain.configuration import Configuration, WatchedSource
from earshot.wiring import classifying, shared
from tests.integration.api.client import Answered, event, get, send
from tests.integration.api.hearing import Told
from workbench.rehearsal.death import Death, Deaths
from workbench.rehearsal.given import CONFIGURATION, SEVERE
from workbench.rehearsal.world import World, client, world

SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
OPTIONS = {"name": "crm", "signing_secret": "crm-webhook"}
TWO = [{"id": "r-1", "text": SEVERE, "author": "Carla"}, {"id": "r-2", "text": "Also broken."}]


def taking(**options: Any) -> Configuration:
    """The owner's configuration with a webhook beside what is polled."""
    brand = CONFIGURATION.brands[0]
    source = WatchedSource(use="webhook", options=OPTIONS | options)
    watch = replace(brand.watches[0], sources=(*brand.watches[0].sources, source), exclude=("win",))
    brand = replace(brand, watches=(watch,), accounts={"webhook": ("Lumo Care",)})
    return replace(CONFIGURATION, brands=(brand,))


@pytest.fixture
def deaths() -> Deaths:
    return Deaths()


@pytest.fixture
def earshot(monkeypatch: pytest.MonkeyPatch, deaths: Deaths) -> Iterator[World]:
    from api.handler import handler as api

    monkeypatch.setattr(classifying, "classifier", Told)
    with world(deaths=deaths) as made:
        made.functions["Api"] = api
        made.push(taking())
        store_secret(SECRET)
        yield made


def store_secret(value: str) -> None:
    parameter = {"Name": "/earshot/test/crm-webhook", "Type": "SecureString"}
    client("ssm").put_parameter(**parameter, Value=value, Overwrite=True)


def delivery(
    earshot: World, document: Any, *, name: str = "crm", id_: str = "msg_1", **changed: str
) -> dict[str, Any]:
    body = document if isinstance(document, str) else json.dumps(document)
    at = earshot.now()
    headers = {
        "Webhook-Id": id_,
        "Webhook-Timestamp": str(int(at.timestamp())),
        "Webhook-Signature": Webhook(SECRET).sign(id_, at, body),
    } | changed
    return event("POST", f"/webhooks/{name}", body=body, headers=headers, authorizer=None)


def deliver(earshot: World, document: Any, **about: Any) -> Answered:
    return send(delivery(earshot, document, **about))


def stored(earshot: World) -> list[dict[str, Any]]:
    kept = [item for item in earshot.items() if item.get("kind") == "mention"]
    return sorted(
        (json.loads(i["document"])["mention"] for i in kept), key=lambda m: m["native_id"]
    )


def test_a_signed_delivery_becomes_mentions_and_a_case(earshot: World) -> None:
    answered = deliver(earshot, TWO)
    assert answered.status == 202
    assert len(answered.json["mentions"]) == 2
    first, second = stored(earshot)
    assert (first["source"], first["native_id"]) == ("webhook", "crm/r-1")
    assert second["text"] == "Also broken."
    earshot.settle()
    assert {case["source"] for case in earshot.cases()} == {"webhook"}


def test_the_body_counts_as_it_came_and_in_base64_too(earshot: World) -> None:
    body = '{"id": "r-1",\n  "text": "Não funciona 💥"}'
    given = delivery(earshot, body)
    again = event("POST", "/webhooks/crm", body=body.encode(), headers=given["headers"])
    assert send(again).status == 202
    assert stored(earshot)[0]["text"] == "Não funciona 💥"


def test_a_delivery_that_comes_again_changes_nothing(earshot: World) -> None:
    first = deliver(earshot, [{"text": "One."}, {"text": "Two."}])
    records = len(earshot.records())
    again = deliver(earshot, [{"text": "One."}, {"text": "Two."}])
    assert again.json == first.json
    assert len(earshot.records()) == records


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("at", range(4))
def test_a_death_between_two_mentions_loses_none_and_stores_none_twice(
    earshot: World, deaths: Deaths, at: int, *, after: bool
) -> None:
    # A secret that is remembered asks for nothing: configuration, then a write for each mention.
    deaths.at, deaths.after = at, after
    given = delivery(earshot, TWO)
    with pytest.raises(Death):
        earshot.invoke("Api", given)
    assert deaths.died is not None
    assert earshot.invoke("Api", given)["statusCode"] == 202
    assert [mention["native_id"] for mention in stored(earshot)] == ["crm/r-1", "crm/r-2"]
    inserts = [r for r in earshot.records() if r["dynamodb"]["Keys"]["sk"]["S"] == "MENTION"]
    assert len(inserts) == 2


def test_an_edit_replaces_what_was_said(earshot: World) -> None:
    deliver(earshot, {"id": "r-1", "text": "Fine.", "created_at": "2026-03-01T09:00:00Z"})
    edited = {"id": "r-1", "text": "Awful.", "created_at": "2026-03-01T09:00:00Z"}
    deliver(earshot, {**edited, "edited_at": "2026-03-02T08:00:00Z"}, id_="msg_2")
    assert [mention["text"] for mention in stored(earshot)] == ["Awful."]


def refusals(earshot: World) -> dict[str, dict[str, Any]]:
    late = delivery(earshot, TWO)
    earshot.clock.shift(timedelta(seconds=301))
    good = delivery(earshot, TWO)
    return {
        "unknown": delivery(earshot, TWO, name="erp"),
        "odd name": delivery(earshot, TWO, name="..%2fcrm"),
        "unsigned": event("POST", "/webhooks/crm", body=json.dumps(TWO), authorizer=None),
        "replayed late": late,
        "another body": {**good, "body": good["body"] + " "},
        "another id": delivery(earshot, TWO, **{"Webhook-Id": "msg_9"}),
        "no body": {k: v for k, v in good.items() if k != "body"},
    }


def test_whatever_is_wrong_with_a_signature_is_answered_alike(earshot: World) -> None:
    answers = {what: send(given) for what, given in refusals(earshot).items()}
    answers["no secret"] = _without_a_secret(earshot)
    odd = answers.pop("odd name")
    assert odd.status in (401, 404)
    assert {answered.status for answered in answers.values()} == {401}
    assert len({answered.body for answered in answers.values()}) == 1
    assert stored(earshot) == []


def _without_a_secret(earshot: World) -> Answered:
    client("ssm").delete_parameter(Name="/earshot/test/crm-webhook")
    earshot.push(taking())
    return deliver(earshot, TWO)


def test_a_secret_that_was_replaced_is_in_force_within_minutes(earshot: World) -> None:
    assert deliver(earshot, TWO).status == 202
    store_secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    earshot.clock.shift(timedelta(seconds=301))
    assert deliver(earshot, TWO).status == 401
    store_secret(f"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw {SECRET}")
    earshot.clock.shift(timedelta(seconds=301))
    assert deliver(earshot, TWO).status == 202


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ("not JSON", 400),
        ({"foo": "bar"}, 400),
        ([{"text": "x"}] * 101, 400),
        ({"text": "x" * 300_000}, 413),
        ([], 202),
    ],
)
def test_what_cannot_be_read_is_told_to_who_signed_it(
    earshot: World, document: Any, status: int
) -> None:
    assert deliver(earshot, document).status == status


def test_a_bad_entry_is_named_and_the_others_are_taken(earshot: World) -> None:
    answered = deliver(earshot, [{"text": "Broken."}, {"foo": "bar"}])
    assert (answered.status, len(answered.json["mentions"])) == (202, 1)
    assert answered.json["faults"] == ["entry 1: no text"]


@pytest.mark.parametrize(
    ("entry", "left_out"),
    [
        ({"text": "It never came."}, 0),
        # An exclusion of the watch counts, and what the brand says to nobody is no mention.
        ({"text": "Win a lamp!"}, 1),
        ({"text": "New lamps are in.", "author": "Lumo Care"}, 1),
        ({"text": "We are sorry.", "author": "Lumo Care", "in_reply_to": "r-1"}, 0),
    ],
)
def test_terms_need_not_match_but_exclusions_count(
    earshot: World, entry: dict[str, Any], left_out: int
) -> None:
    answered = deliver(earshot, entry)
    assert answered.json["left_out"] == left_out
    assert len(stored(earshot)) == 1 - left_out


def test_an_owner_may_want_the_terms_to_match(earshot: World) -> None:
    earshot.push(taking(match_terms=True))
    answered = deliver(earshot, [{"text": "It never came."}, {"text": "My Lumo never came."}])
    assert (answered.json["left_out"], len(stored(earshot))) == (1, 1)


def test_another_shape_is_read_by_the_configuration(earshot: World) -> None:
    earshot.push(taking(shape={"mentions": "events[].review", "text": "comment", "id": "uid"}))
    deliver(earshot, {"events": [{"review": {"uid": 5, "comment": "It never came."}}]})
    assert [mention["native_id"] for mention in stored(earshot)] == ["crm/5"]


def test_personal_data_is_gone_before_it_is_stored(earshot: World) -> None:
    said = "Write me: ana@post.example. It never came."
    deliver(earshot, {"text": said, "author": {"id": "ana@post.example", "name": "Ana"}})
    assert "ana@post.example" not in json.dumps(earshot.items())


def test_a_table_that_does_not_answer_is_tried_again_by_the_sender(
    earshot: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = delivery(earshot, TWO)
    monkeypatch.setenv("EARSHOT_TABLE", "another-table")
    shared.table.cache_clear()
    shared.settings.cache_clear()
    assert send(given).status == 503


def test_a_webhook_is_not_polled_and_not_late(earshot: World) -> None:
    earshot.minute()
    listed = get("/sources").json["sources"]
    assert [each["source"] for each in listed] == ["hackernews"]


def test_only_a_post_is_open(earshot: World) -> None:
    assert send(event("GET", "/webhooks/crm")).status == 405
