"""The table's stream: in order, up to the first record that has to come again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from earshot.domain.case import FollowUp
from earshot.domain.errors import (
    ConfigurationError,
    ConflictError,
    DeliveryError,
    EarshotError,
    IllegalTransitionError,
    NotConfiguredError,
    NotFoundError,
    StoreError,
)
from earshot.flows.stream import Record, consume
from tests.fakes import FakeQueue
from tests.unit.domain.examples import follow_up

DOCUMENT = (
    '{"case_id":"%s","number":1,"kind":"silence","due_at":"2026-03-02T12:00:00+00:00","round":1}'
)


def raw(number: int, kind: str = "followup", **changes: Any) -> dict[str, Any]:
    image = {
        "pk": {"S": f"CASE#{number}"},
        "kind": {"S": kind},
        "document": {"S": DOCUMENT % number},
        "due_at": {"N": "1772452800000"},
    }
    dynamodb = {"SequenceNumber": str(number), "NewImage": image} | changes
    return {"eventName": "INSERT", "dynamodb": dynamodb}


def removed(number: int) -> dict[str, Any]:
    record = raw(number)
    image = record["dynamodb"].pop("NewImage")
    return {"eventName": "REMOVE", "dynamodb": record["dynamodb"] | {"OldImage": image}}


def consumed(
    records: list[dict[str, Any]],
    errors: Mapping[str, Exception] | None = None,
    aside: FakeQueue | None = None,
) -> tuple[list[str], list[str], list[str]]:
    """(handled, reported, to come again), by the number in each record."""
    handled: list[str] = []
    reported: list[str] = []

    def handle(record: Record) -> None:
        number = record.attributes["pk"].removeprefix("CASE#")
        if errors and number in errors:
            raise errors[number]
        handled.append(number)

    def failed(record: Record, error: Exception) -> None:
        reported.append(record.attributes["pk"].removeprefix("CASE#"))

    answer = consume(records, handle, failed, aside or FakeQueue())
    return handled, reported, [f["itemIdentifier"] for f in answer["batchItemFailures"]]


def test_records_are_handled_in_order() -> None:
    assert consumed([raw(1), raw(2), raw(3)]) == (["1", "2", "3"], [], [])


def test_an_empty_batch_is_no_failure() -> None:
    assert consumed([]) == ([], [], [])


PASSING = [ConflictError("x"), StoreError("x"), DeliveryError("x"), NotConfiguredError("x")]
LASTING = [
    NotFoundError("x"),
    ConfigurationError("x"),
    IllegalTransitionError("x"),
    DeliveryError("x", permanent=True),
    StoreError("x", permanent=True),
    ZeroDivisionError("a fault of our own"),
]


@pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_nothing_behind_a_record_that_comes_again_is_touched(error: EarshotError, at: int) -> None:
    handled, reported, again = consumed([raw(1), raw(2), raw(3)], {str(at): error})
    assert handled == [str(n) for n in range(1, at)]
    assert reported == again == [str(at)]


@pytest.mark.parametrize("error", LASTING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_record_that_would_fail_for_ever_is_set_aside(error: Exception, at: int) -> None:
    aside = FakeQueue()
    handled, reported, again = consumed([raw(1), raw(2), raw(3)], {str(at): error}, aside)
    assert handled == [str(n) for n in (1, 2, 3) if n != at]
    assert (reported, again) == ([str(at)], [])
    assert len(aside.bodies) == 1


def test_what_is_set_aside_says_why_and_where_to_find_it() -> None:
    aside = FakeQueue()
    keys = {"pk": {"S": "CASE#1"}, "sk": {"S": "FOLLOWUP#000001"}}
    consumed([raw(1, Keys=keys)], {"1": NotFoundError("there is no brand 'lumo'")}, aside)
    assert json.loads(aside.bodies[0]) == {
        "eventName": "INSERT",
        "dynamodb": {"Keys": keys},
        "error": "NotFoundError: there is no brand 'lumo'",
    }


def test_an_item_that_is_gone_is_set_aside_whole() -> None:
    aside = FakeQueue()
    consumed([removed(2)], {"2": NotFoundError("x")}, aside)
    image = json.loads(aside.bodies[0])["dynamodb"]["OldImage"]
    assert image["document"]["S"] == DOCUMENT % 2


def test_what_cannot_be_set_aside_comes_again() -> None:
    class Broken(FakeQueue):
        def send(self, bodies: Sequence[str]) -> None:
            raise StoreError("throttled")

    with pytest.raises(StoreError):
        consumed([raw(1)], {"1": NotFoundError("x")}, Broken())


def test_a_record_tells_what_the_item_is_now_or_was() -> None:
    told: list[Record] = []
    consume([raw(1), removed(2)], told.append, lambda record, error: None, FakeQueue())
    assert [(record.event, record.kind) for record in told] == [
        ("INSERT", "followup"),
        ("REMOVE", "followup"),
    ]
    assert [record.attributes["due_at"] for record in told] == ["1772452800000"] * 2
    assert told[1].read(FollowUp) == follow_up("silence", case_id="2")


@pytest.mark.parametrize(
    "image",
    [
        {},
        {"pk": {"S": "CASE#2"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}, "document": {"S": "{"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}, "document": {"S": "[]"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}, "document": {"S": "{}"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}, "document": {"N": "7"}},
        {"pk": {"S": "CASE#2"}, "kind": {"S": "followup"}, "document": {"NULL": True}},
    ],
    ids=[
        "nothing",
        "no kind",
        "no document",
        "half a document",
        "a list",
        "an empty object",
        "a number",
        "null",
    ],
)
def test_what_is_not_ours_holds_up_no_other(image: dict[str, Any]) -> None:
    read: list[FollowUp] = []
    reported: list[Exception] = []
    aside = FakeQueue()

    def handle(record: Record) -> None:
        read.append(record.read(FollowUp))

    answer = consume(
        [raw(1), raw(2, NewImage=image), raw(3)],
        handle,
        lambda record, error: reported.append(error),
        aside,
    )
    assert [one.case_id for one in read] == ["1", "3"]
    assert [type(error) for error in reported] == [ConfigurationError]
    assert len(aside.bodies) == 1
    assert answer == {"batchItemFailures": []}
