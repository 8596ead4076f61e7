"""Silences in the table: in the order of their ends, read from now on, ended once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.session import get_session
from moto import mock_aws

from earshot.adapters.store import silences as store
from earshot.adapters.store.cases import TableCases
from earshot.adapters.store.silences import KEPT, PARTITION, TableSilences
from earshot.adapters.store.table import Table
from earshot.domain.alerts.silencing import Silence, Wanted, made
from earshot.domain.errors import ConflictError
from earshot.ports import Once
from workbench.rehearsal.template import table_properties

NAME = "earshot"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with mock_aws():
        created = get_session().create_client("dynamodb", "eu-west-1")
        created.create_table(**table_properties(NAME))
        yield created


@pytest.fixture
def silences(client: Any) -> TableSilences:
    return TableSilences(Table(client, NAME))


def silence(number: int, starts_at: datetime, ends_at: datetime) -> Silence:
    wanted = Wanted(matchers=("brand=acme",), reason="flood", starts_at=starts_at, ends_at=ends_at)
    # Made long before, so that any of these starts was still to come.
    return made(wanted, nonce=f"{number:016x}", author="ana", now=NOON - timedelta(days=20))


def test_a_silence_is_read_as_it_was_written(silences: TableSilences) -> None:
    kept = silence(1, NOON, NOON + HOUR)
    silences.put(kept)
    assert silences.get(kept.id) == kept
    assert silences.get("0" * 24) is None


def test_a_silence_is_written_once(silences: TableSilences) -> None:
    kept = silence(1, NOON, NOON + HOUR)
    silences.put(kept)
    with pytest.raises(ConflictError):
        silences.put(replace(kept, reason="another"))
    assert silences.get(kept.id) == kept


@pytest.mark.parametrize(
    ("at", "is_active"),
    [
        (NOON - SECOND, False),
        (NOON, True),
        (NOON + HOUR - timedelta(milliseconds=1), True),
        (NOON + HOUR, False),
        (NOON + HOUR + timedelta(milliseconds=1), False),
    ],
)
def test_only_what_is_active_now_is_active(
    silences: TableSilences, at: datetime, is_active: bool
) -> None:
    silences.put(silence(1, NOON, NOON + HOUR))
    assert bool(silences.active(at)) == is_active


def test_those_that_last_are_read_soonest_end_first(silences: TableSilences) -> None:
    over = silence(1, NOON - 2 * HOUR, NOON - HOUR)
    long = silence(2, NOON - HOUR, NOON + 9 * HOUR)
    short = silence(3, NOON - HOUR, NOON + HOUR)
    later = silence(4, NOON + 2 * HOUR, NOON + 3 * HOUR)
    for each in (over, long, short, later):
        silences.put(each)
    assert silences.lasting(NOON) == [short, later, long]
    assert silences.active(NOON) == [short, long]
    assert silences.past(NOON, 10) == [over]


def test_those_that_are_over_are_read_latest_end_first_and_so_many(silences: TableSilences) -> None:
    over = [silence(n, NOON - 9 * HOUR, NOON - n * HOUR) for n in range(1, 6)]
    for each in over:
        silences.put(each)
    assert silences.past(NOON, 3) == over[:3]


@pytest.mark.parametrize("ended_early", [False, True])
def test_a_silence_is_kept_for_so_long_and_not_shown_longer(
    client: Any, silences: TableSilences, ended_early: bool
) -> None:
    kept = silence(1, NOON - HOUR, NOON + HOUR)
    silences.put(kept)
    over_at = kept.ends_at
    if ended_early:
        over_at = NOON
        silences.end(kept.id, "ben", NOON)
    (item,) = client.scan(TableName=NAME)["Items"]
    assert int(item["expires_at"]["N"]) == (over_at + KEPT).timestamp()
    assert silences.past(over_at + KEPT - SECOND, 10)
    assert silences.past(over_at + KEPT, 10) == []


def test_what_was_ended_early_leaves_those_that_last_before_its_time(
    silences: TableSilences,
) -> None:
    kept = silence(1, NOON, NOON + timedelta(days=30))
    silences.put(kept)
    silences.end(kept.id, "ben", NOON)
    assert [s.id for s in silences.lasting(NOON + KEPT - SECOND)] == [kept.id]
    assert silences.lasting(NOON + KEPT) == []


@pytest.mark.parametrize("at", [NOON - SECOND, NOON, NOON + HOUR - SECOND])
def test_a_silence_is_ended_once_and_stays_on_record(silences: TableSilences, at: datetime) -> None:
    kept = silence(1, NOON, NOON + HOUR)
    silences.put(kept)
    ended = silences.end(kept.id, "ben", at)
    assert ended == replace(kept, ended_at=at, ended_by="ben")
    with pytest.raises(ConflictError):
        silences.end(kept.id, "cleo", at)
    assert silences.get(kept.id) == ended
    assert silences.active(at) == []
    assert silences.lasting(at) == [ended]


def test_what_is_over_or_was_never_there_cannot_be_ended(
    client: Any, silences: TableSilences
) -> None:
    kept = silence(1, NOON, NOON + HOUR)
    silences.put(kept)
    for silence_id, at in ((kept.id, NOON + HOUR), ("0" * 24, NOON)):
        with pytest.raises(ConflictError):
            silences.end(silence_id, "ben", at)
    assert silences.get(kept.id) == kept
    assert len(client.scan(TableName=NAME)["Items"]) == 1


def test_a_request_makes_one_silence_and_is_found_by_its_name(silences: TableSilences) -> None:
    first, second = (silence(n, NOON, NOON + HOUR) for n in (1, 2))
    once = Once(name="n1", digest="d1")
    silences.put(first, once)
    with pytest.raises(ConflictError):
        silences.put(second, once)
    assert silences.get(second.id) is None
    assert silences.made_by("n1") == first
    assert silences.made_by("n2") is None
    assert TableCases(silences.table, 86_400).asked_once("n1") == "d1"


def test_what_is_read_of_all_silences_is_bounded(
    client: Any, silences: TableSilences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_READ", 3)
    for number in range(5):
        silences.put(silence(number, NOON, NOON + (number + 1) * HOUR))
    assert len(silences.lasting(NOON)) == 3


def test_all_silences_are_in_one_partition_and_in_no_index(
    client: Any, silences: TableSilences
) -> None:
    silences.put(silence(1, NOON, NOON + HOUR))
    (item,) = client.scan(TableName=NAME)["Items"]
    assert item["pk"]["S"] == PARTITION
    assert {"due_shard", "state_shard", "author_key", "outbox", "news"}.isdisjoint(item)
