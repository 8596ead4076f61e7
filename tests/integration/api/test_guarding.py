"""Replies checked through the real handler."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.replies import ReplyRules
from tests.integration.api.client import Answered, event, send
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import World


def checked(**fields: Any) -> Answered:
    return send(event("POST", "/replies/check", body=json.dumps(fields)))


def test_a_good_reply_is_allowed(earshot: World) -> None:
    answer = checked(reply="Hi Ana, sorry about the delay. I'm looking into it right now.")

    assert answer.status == 200
    assert answer.json == {"allowed": True, "reasons": [], "suggestions": []}


def test_a_bad_one_is_refused_with_the_words_in_its_language(earshot: World) -> None:
    reply = "Hallo Ana, das ist Ihr eigener Fehler."
    answer = checked(reply=reply, complaint="Paket kaputt, unverschämt", language="de-AT")

    assert answer.json["allowed"] is False
    reason = next(r for r in answer.json["reasons"] if r["rule"] == "BLAMING")
    assert reply[reason["start"] : reason["end"]] in reason["explanation"]
    assert "Schuld" in reason["explanation"]
    assert answer.json["suggestions"]


def test_the_owners_rules_count(earshot: World) -> None:
    earshot.push(replace(CONFIGURATION, replies=ReplyRules(forbidden=("cheap",))))
    answer = checked(reply="Hi Ana, sorry! The cheap one is on its way.")

    assert [r["rule"] for r in answer.json["reasons"]] == ["POLICY"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("no json", "body"),
        ("[]", "body"),
        ("{}", "reply"),
        ('{"reply": ""}', "reply"),
        ('{"reply": 1}', "reply"),
        ('{"reply": "x", "public": "maybe"}', "public"),
        ('{"reply": "x", "replay": "y"}', "replay"),
        ('{"reply": "x", "brand": "nobody"}', "brand"),
    ],
)
def test_what_cannot_be_read_is_named(earshot: World, body: str, field: str) -> None:
    answer = send(event("POST", "/replies/check", body=body))

    assert (answer.status, answer.json["field"]) == (400, field)
