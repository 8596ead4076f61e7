"""Trouble: what is worth waking the owner for, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from earshot.domain import errors
from earshot.domain.configuration import Pair
from earshot.domain.polling import Health, Poll, Usage
from earshot.domain.silence import Gaps
from earshot.domain.trouble import is_awaited, is_well, trouble
from tests.unit.domain.examples import NOW

PAIR = Pair(
    brand="acme",
    watch="acme-main",
    source_key="acme-main/mastodon/1",
    source="mastodon",
    every_seconds=60,
    options={},
    terms=("acme",),
    languages=("en",),
)
HOURLY = replace(PAIR, every_seconds=3_600)
DAILY = replace(PAIR, every_seconds=86_400)


def ago(**duration: float) -> datetime:
    return NOW - timedelta(**duration)


def ahead(**duration: float) -> datetime:
    return NOW + timedelta(**duration)


def poll(next_at: datetime | None = None, **health: Any) -> Poll:
    held = Health(**{"last_success_at": ago(minutes=1)} | health)
    return Poll(since=ago(days=30), health=held, next_at=next_at or ahead(minutes=1))


def failing(error: str, failures: int, since: datetime, **changes: Any) -> Poll:
    return poll(error=error, failures=failures, failing_since=since, **changes)


def kind_of(pair: Pair, kept: Poll | None, **about: Any) -> str | None:
    found = trouble(pair, kept, NOW, **about)
    return found.kind if found else None


def test_a_pair_that_is_read_has_no_trouble() -> None:
    assert trouble(PAIR, poll(), NOW) is None


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("access_refused", "refused"),
        ("misconfigured", "misconfigured"),
        ("address_refused", "misconfigured"),
        ("gone", "gone"),
    ],
)
def test_what_only_a_person_can_mend_is_told_after_the_second_failure(
    error: str, kind: str
) -> None:
    assert kind_of(PAIR, failing(error, 1, ago(minutes=1))) is None
    assert kind_of(PAIR, failing(error, 2, ago(minutes=1))) == kind


@pytest.mark.parametrize("error", ["unavailable", "malformed", "too_large", "error", "new_class"])
def test_what_may_pass_is_told_after_half_an_hour(error: str) -> None:
    assert kind_of(PAIR, failing(error, 9, ago(minutes=29, seconds=59))) is None
    assert kind_of(PAIR, failing(error, 5, ago(minutes=30))) == "failing"


def test_a_rate_limit_is_told_after_three_hours() -> None:
    assert kind_of(PAIR, failing("rate_limited", 4, ago(hours=2, minutes=59))) is None
    assert kind_of(PAIR, failing("rate_limited", 4, ago(hours=3))) == "limited"


def test_every_class_of_error_that_a_source_can_have_is_some_trouble() -> None:
    for cls in errors.SourceError.__subclasses__():
        assert kind_of(PAIR, failing(cls.code, 3, ago(days=1))) is not None
        permanent = kind_of(PAIR, failing(cls.code, 2, ago(seconds=60))) is not None
        assert permanent == cls.permanent, cls.code


@pytest.mark.parametrize(
    ("pair", "failures", "lasted", "kind"),
    [
        (PAIR, 1, {"minutes": 29}, None),
        (PAIR, 1, {"minutes": 30}, "refused"),
        (PAIR, 0, {"minutes": 30}, "refused"),
        (HOURLY, 1, {"minutes": 119}, None),
        (HOURLY, 1, {"hours": 2}, "refused"),
        (HOURLY, 2, {"hours": 1}, "refused"),
        (DAILY, 1, {"hours": 47}, None),
        (DAILY, 2, {"hours": 24}, "refused"),
    ],
)
def test_who_failed_once_or_lets_others_sign_in_has_to_wait_for_longer(
    pair: Pair, failures: int, lasted: dict[str, float], kind: str | None
) -> None:
    assert kind_of(pair, failing("access_refused", failures, ago(**lasted))) == kind


# Not read at all.


@pytest.mark.parametrize("kept", [None, Poll(since=ago(days=1))], ids=["no item", "never read"])
@pytest.mark.parametrize(
    ("first_seen_at", "kind"),
    [(None, None), (ago(minutes=29), None), (ago(minutes=30), "unread")],
)
def test_a_pair_that_was_never_read_is_unread_half_an_hour_after_we_first_looked(
    kept: Poll | None, first_seen_at: datetime | None, kind: str | None
) -> None:
    assert kind_of(PAIR, kept, first_seen_at=first_seen_at) == kind


@pytest.mark.parametrize(
    ("due", "seen", "kind"),
    [
        ({"minutes": 29}, {"hours": 9}, None),
        ({"minutes": 30}, {"hours": 9}, "unread"),
        ({"days": 60}, {"minutes": 29}, None),
        ({"days": 60}, {"minutes": 30}, "unread"),
    ],
    ids=["just due", "long due", "put back into the configuration", "put back and not read"],
)
def test_a_pair_that_is_due_and_not_read(
    due: dict[str, float], seen: dict[str, float], kind: str | None
) -> None:
    kept = poll(next_at=ago(**due), last_success_at=ago(days=61))
    assert kind_of(PAIR, kept, first_seen_at=ago(**seen)) == kind
    assert kind_of(PAIR, kept) is None


def test_a_pair_is_awaited_ten_minutes_after_it_is_due() -> None:
    assert is_awaited(PAIR, None, NOW)
    assert not is_awaited(PAIR, poll(), NOW)
    assert not is_awaited(PAIR, poll(next_at=ago(minutes=9)), NOW)
    assert is_awaited(PAIR, poll(next_at=ago(minutes=10)), NOW)


@pytest.mark.parametrize(
    ("pair", "read", "next_at", "until", "free_at", "kind"),
    [
        (PAIR, {"hours": 2}, ahead(hours=9), None, None, None),
        (PAIR, {"hours": 3}, ahead(hours=9), None, None, "limited"),
        (PAIR, {"hours": 3}, ahead(hours=9), None, ahead(hours=9), None),
        (PAIR, {"hours": 3}, ago(hours=2), ahead(minutes=1), None, "limited"),
        (PAIR, {"hours": 3}, ago(hours=2), ago(minutes=1), None, None),
        (DAILY, {"hours": 23}, ahead(hours=1), None, None, None),
    ],
    ids=[
        "two hours",
        "three hours",
        "its own share",
        "its credential was told to wait",
        "its credential may ask again",
        "its own interval",
    ],
)
def test_a_pair_that_has_to_wait_for_hours_is_limited(
    pair: Pair,
    read: dict[str, float],
    next_at: datetime,
    until: datetime | None,
    free_at: datetime | None,
    kind: str | None,
) -> None:
    kept = poll(next_at=next_at, last_success_at=ago(**read), usage=Usage(free_at=free_at))
    about = {"credential_until": until, "first_seen_at": ago(days=9)}
    assert kind_of(pair, kept, **about) == kind


# Tokens.


@pytest.mark.parametrize(
    ("left", "kind"),
    [
        ({"days": 7, "seconds": 1}, None),
        ({"days": 7}, "expiring"),
        ({"days": 1, "seconds": 1}, "expiring"),
        ({"days": 1}, "last_day"),
        ({"hours": -1}, "last_day"),
    ],
)
def test_a_token_that_ends(left: dict[str, float], kind: str | None) -> None:
    usage = Usage(session_expires_at=ahead(**left))
    assert kind_of(PAIR, poll(usage=usage)) == kind
    assert kind_of(PAIR, poll(usage=usage), renews_itself=True) is None


def test_what_renews_a_session_may_end_since_a_new_one_is_signed_in_for() -> None:
    usage = Usage(session_expires_at=ahead(hours=1), renewal_expires_at=ahead(hours=2))
    assert kind_of(PAIR, poll(usage=usage), renews_itself=True) is None


# Silence, and what weighs more.

GAPS = Gaps(seen=20, usual_seconds=600, longest_seconds=7_200)


def test_a_silent_pair_is_told_since_when() -> None:
    found = trouble(PAIR, poll(gaps=GAPS, last_new_at=ago(hours=7)), NOW)
    assert found is not None
    assert (found.kind, found.since) == ("silent", ago(hours=7))
    assert found.reason == (
        "nothing new for 7 hours; usually every 10 minutes, at most 2 hours of late"
    )


def test_the_gravest_trouble_is_told() -> None:
    quiet: dict[str, Any] = {"gaps": GAPS, "last_new_at": ago(hours=7)}
    ending: dict[str, Any] = {"usage": Usage(session_expires_at=ahead(days=3))}
    assert kind_of(PAIR, poll(**quiet, **ending)) == "expiring"
    late = poll(next_at=ago(hours=1), **quiet, **ending)
    assert kind_of(PAIR, late, first_seen_at=ago(days=1)) == "unread"
    assert kind_of(PAIR, failing("gone", 2, ago(hours=1), **quiet, **ending)) == "gone"


def test_a_pair_that_just_failed_is_neither_silent_nor_well() -> None:
    kept = failing("unavailable", 1, ago(minutes=1), gaps=GAPS, last_new_at=ago(hours=7))
    assert trouble(PAIR, kept, NOW) is None
    assert not is_well(kept)


@pytest.mark.parametrize(
    ("kept", "well"), [(None, False), (Poll(since=NOW), False), (poll(), True)]
)
def test_only_a_pair_that_was_read_is_well(kept: Poll | None, well: bool) -> None:
    assert is_well(kept) is well


def test_a_reason_says_nothing_that_a_platform_wrote() -> None:
    kept = failing("malformed", 7, ago(hours=2), detail="<b>call +1 900 555</b>")
    found = trouble(PAIR, kept, NOW)
    assert found is not None
    assert found.reason == "malformed for 2 hours, 7 times in a row"
