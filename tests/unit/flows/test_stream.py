"""The table's stream: in order, up to the first record that has to come again."""

from __future__ import annotations

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
    records: list[dict[str, Any]], errors: dict[str, EarshotError] | None = None
) -> tuple[list[str], list[str], list[str]]:
    """(handled, reported, to come again), by the number in each record."""
    handled: list[str] = []
    reported: list[str] = []

    def handle(record: Record) -> None:
        number = record.attributes["pk"].removeprefix("CASE#")
        if errors and number in errors:
            raise errors[number]
        handled.append(number)

    def failed(record: Record, error: EarshotError) -> None:
        reported.append(record.attributes["pk"].removeprefix("CASE#"))

    answer = consume(records, handle, failed)
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
]


@pytest.mark.parametrize("error", PASSING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_nothing_behind_a_record_that_comes_again_is_touched(error: EarshotError, at: int) -> None:
    handled, reported, again = consumed([raw(1), raw(2), raw(3)], {str(at): error})
    assert handled == [str(n) for n in range(1, at)]
    assert reported == again == [str(at)]


@pytest.mark.parametrize("error", LASTING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_record_that_would_fail_for_ever_is_reported_and_passed_over(
    error: EarshotError, at: int
) -> None:
    handled, reported, again = consumed([raw(1), raw(2), raw(3)], {str(at): error})
    assert handled == [str(n) for n in (1, 2, 3) if n != at]
    assert (reported, again) == ([str(at)], [])


def test_a_fault_of_our_own_is_not_swallowed() -> None:
    def handle(record: Record) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        consume([raw(1)], handle, lambda record, error: None)


def test_a_record_tells_what_the_item_is_now_or_was() -> None:
    told: list[Record] = []
    consume([raw(1), removed(2)], told.append, lambda record, error: None)
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
    reported: list[EarshotError] = []

    def handle(record: Record) -> None:
        read.append(record.read(FollowUp))

    answer = consume(
        [raw(1), raw(2, NewImage=image), raw(3)],
        handle,
        lambda record, error: reported.append(error),
    )
    assert [one.case_id for one in read] == ["1", "3"]
    assert [error.permanent for error in reported] == [True]
    assert answer == {"batchItemFailures": []}
