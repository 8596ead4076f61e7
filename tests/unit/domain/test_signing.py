"""Whether a session still serves, and when signing in may be tried again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.domain.asking import Session
from earshot.domain.errors import (
    AccessRefusedError,
    RateLimitedError,
    SourceError,
    SourceUnavailableError,
)
from earshot.domain.signing import SignIns, after_failure, after_sign_in, is_behind, serves
from tests.unit.domain.examples import NOW, after


def session(ends_in: float) -> Session:
    return Session(token="t", expires_at=after(ends_in))


@pytest.mark.parametrize(
    ("ends_in", "expected"), [(7_200, True), (301, True), (300, False), (0, False), (-60, False)]
)
def test_a_session_serves_until_five_minutes_before_its_end(ends_in: float, expected: bool) -> None:
    assert serves(session(ends_in), NOW) is expected


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(0, 1), (1, 2), (2, 4), (5, 32), (6, 60), (7, 60), (10_000, 60)],
)
def test_signing_in_is_tried_again_after_1_2_4_minutes_up_to_an_hour(
    failures: int, minutes: int
) -> None:
    found = after_failure(SignIns(failures=failures), AccessRefusedError("401"), NOW)
    assert found.not_before == NOW + timedelta(minutes=minutes)
    assert (found.failures, found.error, found.detail) == (failures + 1, "access_refused", "401")


@pytest.mark.parametrize(
    ("error", "expected_in"),
    [
        (RateLimitedError("429", after(86_400)), 86_400),
        (RateLimitedError("429", after(30)), 60),
        (RateLimitedError("429"), 60),
        (SourceUnavailableError("500"), 60),
    ],
)
def test_a_platform_that_limits_sign_ins_is_obeyed(error: SourceError, expected_in: float) -> None:
    assert after_failure(SignIns(), error, NOW).not_before == after(expected_in)


def test_what_a_platform_says_about_a_refusal_is_bounded() -> None:
    found = after_failure(SignIns(), AccessRefusedError("x" * 9_999), NOW)
    assert len(found.detail or "") == 200


def test_a_sign_in_that_works_forgets_the_failures_before() -> None:
    failed = after_failure(SignIns(), AccessRefusedError("401"), NOW)
    assert failed.failures == 1
    assert after_sign_in(session(60), NOW) == SignIns(expires_at=after(60), kept_at=NOW)


@pytest.mark.parametrize(
    ("found_ends_in", "kept_ago", "expected"),
    [
        (None, 0, True),
        (None, 60, True),
        (None, 61, False),
        (100, 10, True),
        (7_200, 10, False),
        (7_300, 10, False),
    ],
    ids=[
        "none is found yet",
        "for a minute",
        "then it is lost",
        "an older one is found",
        "the same is found",
        "a newer one is found",
    ],
)
def test_a_session_that_was_kept_a_moment_ago_may_not_show_yet(
    found_ends_in: float | None, kept_ago: float, expected: bool
) -> None:
    known = SignIns(expires_at=after(7_200), kept_at=after(-kept_ago))
    found = None if found_ends_in is None else session(found_ends_in)
    assert is_behind(found, known, NOW) is expected


def test_without_a_session_ever_kept_there_is_none_to_wait_for() -> None:
    assert not is_behind(None, SignIns(), NOW)
