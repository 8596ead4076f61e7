"""What statuses, dates and waiting times mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from earshot.domain.errors import (
    AccessRefusedError,
    ConfigurationError,
    MalformedAnswerError,
    NotFoundError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.reading.answers import json_of, require_success, retry_after
from earshot.reading.counts import count
from earshot.reading.dates import parse_epoch, parse_http_date, parse_iso, settle
from earshot.reading.language import claimed_language
from earshot.reading.options import read_options, secret_of
from earshot.sources import registry
from earshot.sources.feeds import Options
from tests.unit.sources.fakes import NOW, answer


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (301, SourceUnavailableError),
        (304, SourceUnavailableError),
        (400, MalformedAnswerError),
        (401, AccessRefusedError),
        (403, AccessRefusedError),
        (404, SourceGoneError),
        (408, SourceUnavailableError),
        (410, SourceGoneError),
        (418, MalformedAnswerError),
        (429, RateLimitedError),
        (451, AccessRefusedError),
        (500, SourceUnavailableError),
        (503, RateLimitedError),
        (599, SourceUnavailableError),
    ],
)
def test_a_status_stands_for_an_error(status: int, error: type[SourceError]) -> None:
    with pytest.raises(error):
        require_success(answer(status=status), None)


def test_a_success_is_no_error_and_a_limit_says_when_it_ends() -> None:
    require_success(answer(status=200), None)
    with pytest.raises(RateLimitedError) as caught:
        require_success(answer(status=429), NOW)
    assert caught.value.retry_at == NOW


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Mon, 04 May 2026 12:05:00 GMT", 300),
        ("Mon, 04 May 2026 14:05:00 +0200", 300),
        ("Mon, 04 May 2020 12:00:00 GMT", None),
        ("9" * 5000, 86_400),
        ("Mon, 04 May 2099 12:00:00 GMT", 86_400),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_beyond_a_day(
    header: str, seconds: int | None
) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert retry_after(answer(headers={"retry-after": header}), NOW) == expected


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 200_000, b"1" * 5000, b"\xff\xfe\x00"])
def test_what_is_no_json_is_malformed(body: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        json_of(answer(body))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-04T12:00:00Z", NOW),
        ("2026-05-04T12:00:00.000+00:00", NOW),
        ("2026-05-04T14:00:00+02:00", NOW),
        ("2026-05-04T12:00:00", NOW),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("1" * 100, None),
        (None, None),
        (1, None),
    ],
)
def test_iso_dates_are_read_as_utc(text: object, moment: datetime | None) -> None:
    assert parse_iso(text) == moment


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [(NOW.timestamp(), NOW), (10**30, None), (float("nan"), None), (True, None), ("1", None)],
)
def test_epochs_out_of_range_are_none(seconds: object, moment: datetime | None) -> None:
    assert parse_epoch(seconds) == moment


@pytest.mark.parametrize("text", ["nonsense", "x" * 100, "Mon, 99 May 2026 12:00:00 GMT"])
def test_a_broken_http_date_is_none(text: str) -> None:
    assert parse_http_date(text) is None


@pytest.mark.parametrize(
    ("claimed", "created_at", "guessed"),
    [
        (None, NOW, True),
        (NOW + timedelta(seconds=301), NOW, True),
        (NOW + timedelta(seconds=300), NOW + timedelta(seconds=300), False),
        (datetime(1999, 1, 1, tzinfo=UTC), datetime(1999, 1, 1, tzinfo=UTC), False),
    ],
)
def test_now_stands_in_for_dates_that_cannot_be(
    claimed: datetime | None, created_at: datetime, guessed: bool
) -> None:
    assert settle(claimed, NOW) == (created_at, guessed)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("PT_br", "pt"),
        ("deu", "de"),
        ("zh-Hant-TW", "zh"),
        ("und", None),
        ("", None),
        ("english", None),
        (None, None),
    ],
)
def test_a_language_claim_is_its_primary_subtag(tag: object, language: str | None) -> None:
    assert claimed_language(tag) == language


@pytest.mark.parametrize(
    ("value", "number"), [(3, 3), (-3, 0), (True, 0), ("3", 0), (None, 0), (10**30, 10**12)]
)
def test_counts_are_sane(value: object, number: int) -> None:
    assert count(value) == number


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_source_has_the_shape_of_one(name: str) -> None:
    module = registry.load(name)
    assert module.Options.__dataclass_params__.frozen
    assert all(
        callable(getattr(module, each)) for each in ("fetch", "parse", "limits", "lists_mentions")
    )


def test_an_unknown_source_is_named_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"'friendster'.*feeds, github, hackernews"):
        registry.load("friendster")


def test_options_name_what_is_missing_and_ignore_what_they_do_not_know() -> None:
    assert read_options(Options, {"url": "https://x.example", "token": "t"}).url
    with pytest.raises(ConfigurationError, match="url"):
        read_options(Options, {})


@pytest.mark.parametrize(
    ("values", "token"), [({"token": "t"}, "t"), ({"token": ""}, None), ({}, None)]
)
def test_the_token_is_what_the_flow_resolved(values: dict[str, object], token: str | None) -> None:
    assert secret_of(values, "token") == token
