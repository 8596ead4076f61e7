"""Which of the table's refusals mean that somebody else was first."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from earshot.adapters.store.table import Table
from earshot.domain.errors import ConflictError, EarshotError, StoreError

ITEM = {"pk": "a", "sk": "b"}


class Refusing:
    """A client whose every write ends in the same error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def put_item(self, **request: Any) -> None:
        raise self.error

    def transact_write_items(self, **request: Any) -> None:
        raise self.error


def refused(code: str, *reasons: str) -> ClientError:
    """As botocore makes it: the reasons stand beside the error, one for each write."""
    response: Any = {"Error": {"Code": code, "Message": "refused"}}
    if reasons:
        response["CancellationReasons"] = [{"Code": reason} for reason in reasons]
    return ClientError(response, "Write")


def put(error: Exception) -> EarshotError:
    with pytest.raises(EarshotError) as raised:
        Table(Refusing(error), "earshot").put(ITEM)
    return raised.value


def transact(*reasons: str) -> EarshotError:
    error = refused("TransactionCanceledException", *reasons)
    with pytest.raises(EarshotError) as raised:
        Table(Refusing(error), "earshot").transact([])
    return raised.value


def test_a_condition_that_does_not_hold_is_a_conflict() -> None:
    assert isinstance(put(refused("ConditionalCheckFailedException")), ConflictError)


@pytest.mark.parametrize(
    ("error", "permanent"),
    [
        # Callers of a single write take a conflict for "known already", which this is not.
        (refused("TransactionConflictException"), False),
        (refused("ProvisionedThroughputExceededException"), False),
        (refused("ValidationException"), True),
        (ReadTimeoutError(endpoint_url="http://table.example"), False),
    ],
)
def test_any_other_refusal_of_a_single_write_is_the_tables(
    error: Exception, permanent: bool
) -> None:
    told = put(error)

    assert isinstance(told, StoreError)
    assert told.permanent is permanent


@pytest.mark.parametrize(
    "reasons",
    [
        ("None", "ConditionalCheckFailed"),
        ("TransactionConflict", "None"),
        ("ThrottlingError", "ConditionalCheckFailed"),
    ],
)
def test_a_transaction_that_came_second_is_a_conflict(reasons: tuple[str, ...]) -> None:
    told = transact(*reasons)

    assert isinstance(told, ConflictError)
    assert ", ".join(reasons) in str(told)


@pytest.mark.parametrize(
    ("reasons", "permanent"),
    [
        (("ThrottlingError", "None"), False),
        (("ProvisionedThroughputExceeded",), False),
        (("None", "ValidationError"), True),
        (("ItemCollectionSizeLimitExceeded",), False),
        ((), False),
    ],
)
def test_a_transaction_cancelled_for_another_reason_is_no_conflict(
    reasons: tuple[str, ...], permanent: bool
) -> None:
    told = transact(*reasons)

    assert isinstance(told, StoreError)
    assert told.permanent is permanent
