"""Where chains break: what strangers write, what owners change, and what comes back after years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.adapters.store.mentions import TableMentions
from earshot.domain.errors import ConfigurationError, RepeatedRequestError
from earshot.domain.mention import Author
from earshot.flows.acting import Command, act
from earshot.flows.cleaning import LONGEST_ID_BYTES, clean
from earshot.wiring import api, shared
from workbench.rehearsal.given import CONFIGURATION, SEVERE, found, mention
from workbench.rehearsal.world import TABLE, World, start_processes_anew, world


@pytest.fixture
def earshot() -> Iterator[World]:
    with world() as made:
        made.push(CONFIGURATION)
        yield made


def test_a_configuration_that_cannot_be_read_loses_no_record(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    document = {"S": '{"brands": "what a newer version writes"}'}
    item = {"pk": {"S": "CONFIG"}, "sk": {"S": "CURRENT"}, "document": document}
    earshot.dynamodb.put_item(TableName=TABLE, Item=item)
    start_processes_anew()
    with pytest.raises(ConfigurationError):
        earshot.settle()
    assert earshot.set_aside() == []
    earshot.push(CONFIGURATION)
    earshot.settle()
    assert len(earshot.texts()) == 1


def test_a_record_that_can_never_be_handled_is_set_aside_and_holds_up_nothing(
    earshot: World,
) -> None:
    said = mention(native_id="1", author="a", at=earshot.now())
    held = found(said, earshot.now())
    orphan = replace(held, brand="a-brand-that-is-gone")
    TableMentions(shared.table()).save(orphan, "new", earshot.now() + timedelta(days=1))
    found(mention(native_id="2", author="b", at=earshot.now()), earshot.now())
    earshot.settle()
    assert len(earshot.cases()) == 2
    (aside,) = earshot.set_aside()
    assert aside["dynamodb"]["Keys"]["pk"]["S"].startswith("MENTION#a-brand-that-is-gone#")
    assert "a-brand-that-is-gone" in aside["error"]


@pytest.mark.parametrize("letter", ["x", "é", "💥", "\ud800"])
def test_a_strangers_endless_name_still_makes_a_case(earshot: World, letter: str) -> None:
    endless = letter * 3_000
    said = mention(SEVERE, at=earshot.now(), thread=endless)
    said = clean(replace(said, author=Author(id=endless, name=endless)))
    assert len(said.author.id.encode()) <= LONGEST_ID_BYTES
    found(said, earshot.now())
    earshot.settle()
    assert len(earshot.cases()) == 1


def test_a_case_that_comes_back_after_it_expired_alerts_again(earshot: World) -> None:
    said = mention(at=earshot.now())
    found(said, earshot.now())
    earshot.settle()
    (case,) = earshot.cases()
    act(case["id"], Command(action="dismiss"), who="ana", acting=api.acting())
    earshot.settle()
    beside = [i for i in earshot.items() if i["pk"] == f"CASE#{case['id']}" and i["sk"] != "CASE"]
    assert beside
    assert all("expires_at" in item for item in beside)
    earshot.clock.shift(timedelta(days=200))
    earshot.dynamodb.delete_item(
        TableName=TABLE, Key={"pk": {"S": f"CASE#{case['id']}"}, "sk": {"S": "CASE"}}
    )
    again = mention(native_id="1002", thread="1001", at=earshot.now())
    found(again, earshot.now())
    earshot.settle()
    assert len(earshot.texts()) == 2


def test_what_belongs_to_a_case_that_comes_back_stays(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    (case,) = earshot.cases()
    act(case["id"], Command(action="dismiss"), who="ana", acting=api.acting())
    earshot.settle()
    act(case["id"], Command(action="reopen"), who="ana", acting=api.acting())
    earshot.settle()
    beside = [
        item for item in earshot.items() if item.get("kind") in ("journal", "attached", "delivery")
    ]
    assert beside
    assert not any("expires_at" in item for item in beside)


def test_a_key_that_was_used_for_another_request_is_refused(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    (case,) = earshot.cases()
    acting = api.acting()
    note = Command(action="note", note="called them")
    first = act(case["id"], note, who="ana", acting=acting, idempotency_key="k")
    again = act(case["id"], note, who="ana", acting=acting, idempotency_key="k")
    assert again.version == first.version
    with pytest.raises(RepeatedRequestError):
        other = Command(action="dismiss")
        act(case["id"], other, who="ana", acting=acting, idempotency_key="k")


def test_a_case_that_nobody_took_is_asked_after(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    earshot.settle()
    earshot.pass_time(minutes=31)
    earshot.pass_time(minutes=31)
    (case,) = earshot.cases()
    assert case["chain"]["ended"]
    letters = len(earshot.letters())
    earshot.pass_time(hours=5)
    earshot.follow_up()
    assert len(earshot.letters()) == letters + 1
