"""What a pair may ask of its platform, and when it is read again."""

from __future__ import annotations

from bisect import bisect_left
from random import Random

import pytest

from earshot.domain.asking import Allowance
from earshot.domain.pacing import (
    FEWEST_REQUESTS,
    SHARED_RATIO,
    SHORTEST_SECONDS,
    Pace,
    credential_of,
    next_turn,
    pace,
)
from tests.unit.domain.examples import NOW, after

HOUR, DAY = 3_600, 86_400

MASTODON = Allowance(300, 900)
GITHUB = Allowance(30, 60)
GITHUB_ANYONE = Allowance(10, 60)
HACKERNEWS = Allowance(10_000, HOUR)
BLUESKY = Allowance(3_000, 300)
YOUTUBE = Allowance(10_000, DAY)
DAILY = Allowance(100, DAY)
STACKEXCHANGE = Allowance(300, DAY)
REDDIT = Allowance(1_000, 600)
FEED = Allowance(6, 60)
CURT = Allowance(2, 60)
ALL = (
    MASTODON,
    GITHUB,
    GITHUB_ANYONE,
    HACKERNEWS,
    BLUESKY,
    YOUTUBE,
    DAILY,
    STACKEXCHANGE,
    REDDIT,
    FEED,
    CURT,
)


# What a reading may ask for.


@pytest.mark.parametrize(
    ("allowance", "pairs", "requests", "pause_seconds"),
    [
        (HACKERNEWS, 1, 98, 0.46),
        (HACKERNEWS, 10, 9, 4.55),
        (MASTODON, 1, 11, 3.93),
        (MASTODON, 3, 8, 12.5),
        (MASTODON, 30, 2, 150.0),
        (MASTODON, 100, 1, 375.0),
        (MASTODON, 300, 1, 1_125.0),
        (GITHUB, 1, 10, 4.29),
        (GITHUB, 6, 1, 15.0),
        (GITHUB_ANYONE, 1, 3, 12.0),
        (BLUESKY, 1, 313, 0.14),
        (DAILY, 1, 8, 1_200.0),
        (DAILY, 20, 1, 21_600.0),
        (DAILY, 200, 1, 216_000.0),
        (FEED, 1, 2, 21.43),
        (CURT, 1, 1, 37.5),
        (Allowance(1, 1), 1, 1, 1.25),
        (Allowance(1, DAY), 1, 1, 108_000.0),
    ],
)
def test_a_pair_has_its_part_of_what_the_platform_allows(
    allowance: Allowance, pairs: int, requests: int, pause_seconds: float
) -> None:
    found = pace(allowance, pairs)
    assert found.requests == requests
    assert found.pause_seconds == pytest.approx(pause_seconds, abs=0.01)


@pytest.mark.parametrize("pairs", [1, 2, 3, 7, 20, 50, 99])
@pytest.mark.parametrize("allowance", ALL, ids=lambda a: f"{a.requests} in {a.seconds}")
def test_whatever_the_pairs_do_together_the_platform_is_never_asked_for_more(
    allowance: Allowance, pairs: int
) -> None:
    """All pairs ask in step, which is the worst they can do, for three windows and more."""
    if pairs > allowance.requests:
        pytest.skip("then the platform has the last word")
    found = pace(allowance, pairs)
    chance = Random(f"{allowance} {pairs}")
    asked: list[float] = []
    at = 0.0
    while at < 3 * allowance.seconds + HOUR and len(asked) < 20_000:
        # Mostly all that is allowed, now at once and now over half a minute.
        count = found.requests if chance.random() < 0.7 else chance.randint(1, found.requests)
        taking = chance.choice((0.0, 5.0, 30.0))
        asked += [at + taking * number / count for number in range(count)]
        at = max(at + SHORTEST_SECONDS, asked[-1] + count * found.pause_seconds)
    busiest = max(
        bisect_left(asked, start + allowance.seconds) - number for number, start in enumerate(asked)
    )
    assert pairs * busiest <= allowance.requests


@pytest.mark.parametrize("pairs", [1, 2, 5])
@pytest.mark.parametrize(
    "allowance", [MASTODON, HACKERNEWS, BLUESKY, REDDIT, YOUTUBE], ids=lambda a: str(a.requests)
)
def test_a_part_of_a_generous_allowance_is_left_to_others(allowance: Allowance, pairs: int) -> None:
    found = pace(allowance, pairs)
    in_window = found.requests + allowance.seconds / found.pause_seconds
    assert pairs * in_window <= allowance.requests * SHARED_RATIO + 0.01


@pytest.mark.parametrize("allowance", ALL, ids=lambda a: f"{a.requests} in {a.seconds}")
@pytest.mark.parametrize("pairs", [1, 2, 10, 1_000])
def test_a_reading_can_always_ask_for_something(allowance: Allowance, pairs: int) -> None:
    found = pace(allowance, pairs)
    assert found.requests >= 1
    assert found.pause_seconds > 0


@pytest.mark.parametrize("allowance", [HACKERNEWS, BLUESKY, REDDIT], ids=lambda a: str(a.requests))
def test_a_generous_platform_is_asked_for_as_much_at_every_tick(allowance: Allowance) -> None:
    assert pace(allowance, 1).full_pause_seconds <= SHORTEST_SECONDS


def test_on_a_days_allowance_several_streams_are_still_read_together() -> None:
    assert pace(STACKEXCHANGE, 1).requests == pace(YOUTUBE, 10).requests == FEWEST_REQUESTS


def test_a_reading_that_took_everything_waits_for_everything() -> None:
    assert Pace(requests=4, pause_seconds=2.5).full_pause_seconds == 10


# Who asks.


def test_a_credential_is_known_by_the_options_that_say_who_asks() -> None:
    names = ("host", "token_secret")
    one = credential_of("mastodon", names, {"host": "a.example", "token_secret": "t", "tags": "x"})
    same = credential_of("mastodon", names, {"token_secret": "t", "host": "a.example"})
    assert one == same
    assert one.startswith("mastodon-")


@pytest.mark.parametrize(
    ("source", "options"),
    [
        ("mastodon", {"host": "b.example", "token_secret": "t"}),
        ("mastodon", {"host": "a.example", "token_secret": "u"}),
        ("mastodon", {"host": "a.example"}),
        ("other", {"host": "a.example", "token_secret": "t"}),
    ],
)
def test_another_host_token_or_source_is_another_credential(
    source: str, options: dict[str, object]
) -> None:
    names = ("host", "token_secret")
    one = credential_of("mastodon", names, {"host": "a.example", "token_secret": "t"})
    assert credential_of(source, names, options) != one


# When it is read again.


@pytest.mark.parametrize(
    ("every", "left_over", "talkative", "expected_in", "reason"),
    [
        (60, False, False, 45, "the owner's interval"),
        (60, True, True, 45, "the owner's interval"),
        (30, True, True, 15, "the owner's interval"),
        (300, False, False, 285, "the owner's interval"),
        (300, False, True, 135, "there was something new"),
        (300, True, False, 45, "something was left to be read"),
        (300, True, True, 45, "something was left to be read"),
        (61, False, True, 45, "there was something new"),
        (119, False, True, 45, "there was something new"),
        (DAY, False, True, DAY / 2 - 15, "there was something new"),
        (DAY, True, False, 45, "something was left to be read"),
    ],
)
def test_a_talkative_watch_is_read_sooner_and_what_was_left_at_once(
    every: int, left_over: bool, talkative: bool, expected_in: float, reason: str
) -> None:
    turn = next_turn(every, NOW, left_over=left_over, talkative=talkative)
    assert (turn.at, turn.reason) == (after(expected_in), reason)


@pytest.mark.parametrize(
    ("not_before_in", "free_in", "expected_in", "reason"),
    [
        (None, None, 45, "something was left to be read"),
        (44, 44, 45, "something was left to be read"),
        (None, 46, 46, "its share of what the platform allows"),
        (46, None, 46, "the platform said so"),
        (900, 46, 900, "the platform said so"),
        (46, 900, 900, "its share of what the platform allows"),
        (900, 900, 900, "its share of what the platform allows"),
    ],
)
def test_nothing_is_read_before_its_share_and_the_platform_allow_it(
    not_before_in: float | None, free_in: float | None, expected_in: float, reason: str
) -> None:
    turn = next_turn(
        300,
        NOW,
        left_over=True,
        not_before=None if not_before_in is None else after(not_before_in),
        free_at=None if free_in is None else after(free_in),
    )
    assert (turn.at, turn.reason) == (after(expected_in), reason)
