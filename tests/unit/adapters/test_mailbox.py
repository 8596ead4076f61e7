"""The bucket in which SES leaves mail: what its refusals mean."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from earshot.adapters.mailbox import S3Mailbox
from earshot.domain.errors import StoreError


def refused(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code}}, "GetObject")


class FakeBucket:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def get_object(self, **_: Any) -> Any:
        raise self._error


@pytest.mark.parametrize(
    ("error", "permanent"),
    [
        (refused("NoSuchKey"), True),
        # What who may not list the bucket is told of a mail that it has forgotten.
        (refused("AccessDenied"), True),
        (refused("SlowDown"), False),
        (refused("InternalError"), False),
        (ReadTimeoutError(endpoint_url="https://s3.example"), False),
    ],
    ids=str,
)
def test_a_mail_that_is_gone_is_told_from_a_bucket_that_does_not_answer(
    error: Exception, *, permanent: bool
) -> None:
    with pytest.raises(StoreError) as told:
        S3Mailbox(lambda: FakeBucket(error), "mail", 100).read("mail/1")
    assert told.value.permanent is permanent


def test_an_empty_mail_is_empty() -> None:
    assert S3Mailbox(lambda: FakeBucket(refused("InvalidRange")), "mail", 100).read("mail/1") == b""
