"""The budget of a classifier, counted in the table: what two processes may spend together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from botocore.session import get_session
from moto import mock_aws

from earshot.adapters.store.budgets import TableBudget
from earshot.adapters.store.table import Table
from earshot.domain.errors import StoreError
from workbench.rehearsal.template import table_properties

NAME = "earshot"


def at(written: str) -> datetime:
    return datetime.fromisoformat(written)


NOON = at("2026-03-30T12:00:00+00:00")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with mock_aws():
        made = get_session().create_client("dynamodb", "eu-west-1")
        made.create_table(**table_properties(NAME))
        yield made


def process(client: Any, per_day: int = 10, per_month: int = 100) -> TableBudget:
    return TableBudget(Table(client, NAME), "classifier", per_day, per_month)


def kept(client: Any) -> dict[str, dict[str, Any]]:
    """The months' items, by month."""
    items = [
        {name: value for name, held in item.items() for value in held.values()}
        for item in client.scan(TableName=NAME)["Items"]
    ]
    return {item["sk"]: item for item in items}


@pytest.mark.parametrize(
    ("per_day", "per_month", "calls", "taken"),
    [
        (3, 100, [1, 1, 1, 1], [True, True, True, False]),
        (100, 3, [1, 1, 1, 1], [True, True, True, False]),
        (3, 3, [2, 2, 1, 1], [True, False, True, False]),
        (1, 100, [2, 1], [False, True]),
        (100, 1, [2, 1], [False, True]),
        (2, 100, [2, 1], [True, False]),
    ],
)
def test_a_limit_is_reached_and_never_exceeded(
    client: Any, per_day: int, per_month: int, calls: list[int], taken: list[bool]
) -> None:
    budget = process(client, per_day, per_month)
    assert [budget.take(each, NOON) for each in calls] == taken
    spent = sum(each for each, was_taken in zip(calls, taken, strict=True) if was_taken)
    assert int(kept(client)["2026-03"]["calls"]) == spent


@pytest.mark.parametrize(
    ("moment", "taken"),
    [
        ("2026-03-30T23:59:59.999+00:00", False),
        ("2026-03-31T00:00:00+00:00", True),
        # The same two moments by clocks elsewhere: the day is UTC's.
        ("2026-03-31T01:59:59+02:00", False),
        ("2026-03-30T19:00:00-05:00", True),
    ],
)
def test_a_new_day_begins_at_utcs_midnight(client: Any, moment: str, taken: bool) -> None:
    budget = process(client, per_day=1)
    assert budget.take(1, NOON)
    assert budget.take(1, at(moment)) is taken


def test_a_new_day_does_not_begin_a_new_month(client: Any) -> None:
    budget = process(client, per_day=2, per_month=3)
    assert [budget.take(2, NOON), budget.take(2, at("2026-03-31T00:00:00+00:00"))] == [True, False]
    assert budget.take(1, at("2026-03-31T00:00:00+00:00"))
    assert budget.take(2, at("2026-04-01T00:00:00+00:00"))
    assert {month: item["calls"] for month, item in kept(client).items()} == {
        "2026-03": "3",
        "2026-04": "2",
    }


def test_processes_share_one_budget_and_a_new_one_finds_it(client: Any) -> None:
    one, other = process(client, per_day=3), process(client, per_day=3)
    assert [one.take(1, NOON), other.take(1, NOON), one.take(1, NOON)] == [True] * 3
    assert [other.take(1, NOON), process(client, per_day=3).take(1, NOON)] == [False, False]


def test_a_limit_that_was_raised_counts_on(client: Any) -> None:
    assert process(client, per_day=1).take(1, NOON)
    assert not process(client, per_day=1).take(1, NOON)
    raised = process(client, per_day=2)
    assert [raised.take(1, NOON), raised.take(1, NOON)] == [True, False]


def test_counting_is_one_conditional_write_so_that_no_two_can_both_be_the_last(
    client: Any,
) -> None:
    asked: list[tuple[str, bool]] = []

    def note(model: Any, params: Any, **_: Any) -> None:
        asked.append((model.name, b"ConditionExpression" in params["body"]))

    client.meta.events.register("before-call", note)
    process(client).take(1, NOON)
    assert asked == [("UpdateItem", True)]


def test_a_month_is_one_small_item_that_expires_in_epoch_seconds(client: Any) -> None:
    budget = process(client)
    for day in range(1, 32):
        assert budget.take(1, at(f"2026-03-{day:02}T12:00:00+00:00"))
    (item,) = kept(client).values()
    assert (item["pk"], item["kind"], item["calls"]) == ("BUDGET#classifier", "budget", "31")
    assert {name for name in item if name.startswith("day_")} == {
        f"day_{day:02}" for day in range(1, 32)
    }
    expires_at = datetime.fromtimestamp(int(item["expires_at"]), NOON.tzinfo)
    assert expires_at == at("2026-06-01T12:00:00+00:00")


def test_a_table_that_does_not_answer_is_no_empty_budget(client: Any) -> None:
    client.delete_table(TableName=NAME)
    with pytest.raises(StoreError):
        process(client).take(1, NOON)
