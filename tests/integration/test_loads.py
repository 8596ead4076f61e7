"""Whose live cases are, on the table itself: nothing drifts, whatever comes late or twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from botocore.session import get_session
from moto import mock_aws

from earshot.adapters.store.loads import TableLoads
from earshot.adapters.store.table import Table
from earshot.domain.case import Case
from tests.unit.domain.examples import NOW, case
from workbench.rehearsal.template import table_properties

NAME = "earshot"


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """One for all tests here: to make it takes longer than all of them."""
    with pytest.MonkeyPatch.context() as environment, mock_aws():
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            environment.setenv(name, "test")
        made = get_session().create_client("dynamodb", "eu-west-1")
        made.create_table(**table_properties(NAME))
        yield made


@pytest.fixture
def loads(client: Any) -> TableLoads:
    for item in client.scan(TableName=NAME)["Items"]:
        client.delete_item(TableName=NAME, Key={key: item[key] for key in ("pk", "sk")})
    return TableLoads(Table(client, NAME))


def kept(client: Any) -> list[dict[str, Any]]:
    return [
        {name: value for name, held in item.items() for value in held.values()}
        for item in client.scan(TableName=NAME)["Items"]
    ]


ROUTED = case(version=3, handler="ana")
GIVEN = replace(ROUTED, version=5, assignee="ben", state="in_progress")
CLOSED = replace(GIVEN, version=7, state="satisfied", closed_at=NOW)


@pytest.mark.parametrize("order", list(permutations([ROUTED, GIVEN, GIVEN])))
def test_the_newest_version_counts_in_whatever_order_they_are_delivered(
    loads: TableLoads, order: tuple[Case, ...]
) -> None:
    for version in order:
        loads.note(version)
    assert loads.of("ana", 10) == frozenset()
    assert loads.of("ben", 10) == {ROUTED.id}


def test_a_closed_case_counts_for_nobody_and_its_item_leaves(
    loads: TableLoads, client: Any
) -> None:
    loads.note(CLOSED)
    loads.note(GIVEN)
    assert loads.of("ben", 10) == frozenset()
    (item,) = kept(client)
    assert "due_shard" not in item
    assert int(item["expires_at"]) == (NOW + timedelta(days=1)).timestamp()


def test_a_case_that_comes_back_counts_again_and_does_not_leave(
    loads: TableLoads, client: Any
) -> None:
    for version in (GIVEN, CLOSED, replace(GIVEN, version=8, state="reopened")):
        loads.note(version)
    assert loads.of("ben", 10) == {ROUTED.id}
    assert "expires_at" not in kept(client)[0]


def test_a_case_that_begins_again_long_after_it_expired_counts(loads: TableLoads) -> None:
    loads.note(CLOSED)
    loads.note(replace(ROUTED, version=1, opened_at=NOW + timedelta(days=400)))
    loads.note(CLOSED)
    assert loads.of("ana", 10) == {ROUTED.id}


def test_a_case_of_nobody_counts_for_nobody(loads: TableLoads) -> None:
    loads.note(ROUTED)
    loads.note(replace(ROUTED, version=4, handler=None))
    assert loads.of("ana", 10) == frozenset()


def test_no_more_are_counted_than_asked_for(loads: TableLoads) -> None:
    for number in range(5):
        loads.note(case(id=f"case-{number}", handler="ana"))
    assert len(loads.of("ana", 3)) == 3
    assert len(loads.of("ana", 10)) == 5
