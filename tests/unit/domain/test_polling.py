"""When a pair is due, what is new in a reading, and how healthy the pair is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.cursor import Cursor, Page
from earshot.domain.errors import (
    AccessRefusedError,
    MalformedAnswerError,
    RateLimitedError,
    SourceError,
    SourceGoneError,
    SourceUnavailableError,
)
from earshot.domain.mention import Mention
from earshot.domain.pacing import TICK_SLACK_SECONDS
from earshot.domain.polling import (
    Health,
    Poll,
    content_print,
    failed,
    is_due,
    name_print,
    novel,
    seen_after,
    spread,
    succeeded,
)
from earshot.domain.silence import Gaps, after_gap
from tests.unit.domain.examples import NOW, after, liked, mention

HOUR, DAY = 3_600, 86_400
NEXT = Cursor(position="9", etag='"e"')


def page(*mentions: Mention, **changes: Any) -> Page:
    return replace(Page(mentions=mentions, cursor=NEXT), **changes)


# Due.


@pytest.mark.parametrize(
    ("next_in", "leased_for", "expected"),
    [
        (None, None, True),
        (-60, None, True),
        (0, None, True),
        (0.001, None, False),
        (60, None, False),
        (None, 1, False),
        (-60, 0.001, False),
        (-60, 0, True),
        (-60, -1, True),
        (60, -1, False),
    ],
    ids=[
        "never read",
        "late",
        "now",
        "a moment early",
        "later",
        "never read, being read",
        "late, being read",
        "late, the lease ends now",
        "late, the lease ran out",
        "later, the lease ran out",
    ],
)
def test_a_pair_is_due_when_its_time_has_come_and_nobody_reads_it(
    next_in: float | None, leased_for: float | None, expected: bool
) -> None:
    next_at = None if next_in is None else after(next_in)
    leased_until = None if leased_for is None else after(leased_for)
    assert is_due(next_at, leased_until, NOW) is expected


@pytest.mark.parametrize("reading_seconds", [0.2, 5, 14])
def test_a_pair_due_each_minute_is_read_at_each_tick(reading_seconds: float) -> None:
    poll = Poll(since=NOW)
    for tick in range(5):
        assert is_due(poll.next_at, None, after(60 * tick))
        poll = succeeded(poll, page(), 0, 60, after(60 * tick + reading_seconds))


@pytest.mark.parametrize("early_seconds", [0.001, 5, 15])
def test_no_slack_is_taken_from_what_a_platform_set(early_seconds: float) -> None:
    limited = succeeded(Poll(since=NOW), page(not_before=after(900)), 0, 60, NOW)
    refused = failed(Poll(since=NOW), RateLimitedError("429", after(900)), 60, NOW)
    assert not is_due(limited.next_at, None, after(900 - early_seconds))
    assert not is_due(refused.next_at, None, after(900 - early_seconds))


# Novel.


def test_what_was_never_seen_is_new_oldest_first() -> None:
    late, early = mention("late", created_at=after(9)), mention("early", created_at=after(1))
    twin = mention("a twin", created_at=after(9))
    assert novel((late, twin, early), {}) == [(early, "new"), (twin, "new"), (late, "new")]


def test_nothing_in_what_was_seen_is_new() -> None:
    posts = (mention("a"), mention("b", engagement=liked(7)))
    assert novel(posts, seen_after(page(*posts), {})) == []


def test_the_overlap_of_two_readings_is_not_new() -> None:
    a, b, c = mention("a"), mention("b", created_at=after(1)), mention("c", created_at=after(2))
    seen = seen_after(page(a, b), {})
    assert novel((b, c), seen) == [(c, "new")]


def test_changed_words_are_an_edit_even_while_it_spreads() -> None:
    seen = seen_after(page(mention("a")), {})
    edited = mention("a", text="other words", engagement=liked(64))
    assert novel((edited,), seen) == [(edited, "edited")]


def test_an_edit_is_news_once() -> None:
    edited = mention("a", text="other words")
    seen = seen_after(page(edited), seen_after(page(mention("a")), {}))
    assert novel((edited,), seen) == []


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        (0, 0, False),
        (0, 1, True),
        (1, 1, False),
        (1, 2, True),
        (2, 3, False),
        (3, 4, True),
        (64, 127, False),
        (127, 128, True),
        (128, 127, False),
        (10**6, 0, False),
    ],
)
def test_a_post_spreads_with_each_doubling_of_its_reactions(
    before: int, now: int, news: bool
) -> None:
    seen = seen_after(page(mention(engagement=liked(before))), {})
    post = mention(engagement=liked(now))
    assert novel((post,), seen) == ([(post, "spreading")] if news else [])


def test_a_count_that_falls_and_rises_again_is_no_news() -> None:
    seen = seen_after(page(mention(engagement=liked(100))), {})
    seen = seen_after(page(mention(engagement=liked(1))), seen)
    assert novel((mention(engagement=liked(100)),), seen) == []


@pytest.mark.parametrize(
    ("likes", "expected"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (100, 7), (10**9, 30)]
)
def test_spread_counts_doublings(likes: int, expected: int) -> None:
    assert spread(mention(engagement=liked(likes))) == expected


def test_spread_fits_a_byte_whatever_a_source_claims() -> None:
    assert spread(mention(engagement=liked(10**400))) == 255


def test_a_count_below_zero_is_no_spread() -> None:
    assert spread(mention(engagement=liked(-1_000))) == 0


# Seen.


def test_a_304_forgets_nothing() -> None:
    seen = seen_after(page(mention("a"), mention("b")), {})
    kept = seen_after(page(unchanged=True), seen)
    assert kept == seen
    assert kept is not seen


def test_a_reading_remembers_what_it_listed_and_no_more() -> None:
    seen = seen_after(page(mention("a"), mention("b")), {})
    assert set(seen_after(page(mention("b"), mention("c")), seen)) == {
        name_print(mention("b")),
        name_print(mention("c")),
    }
    assert seen_after(page(), seen) == {}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.text(max_size=3), st.integers(0, 300))))
def test_a_reading_is_never_news_to_itself(listed: list[tuple[str, str, int]]) -> None:
    posts = {n: mention(n, text=t, engagement=liked(likes)) for n, t, likes in listed}
    seen = seen_after(page(*posts.values()), {})
    assert novel(tuple(posts.values()), seen) == []
    assert all(len(name) == 8 and len(state) == 5 for name, state in seen.items())


def test_prints_are_made_of_any_text() -> None:
    broken = mention("\ud83d", text="\ud83d")
    assert len(name_print(broken)) == 8
    assert len(content_print(broken)) == 4
    assert content_print(broken) != content_print(mention(text="?"))


# Next time.


@pytest.mark.parametrize(
    ("every_seconds", "not_before_in", "expected_in"),
    [
        (60, None, 45),
        (60, 30, 45),
        (60, 45, 45),
        (60, 46, 46),
        (60, 900, 900),
        (60, -900, 45),
        (300, None, 285),
        (30, None, 15),
        (10, None, 5),
        (7 * DAY, 900, 7 * DAY - 15),
    ],
)
def test_a_reading_comes_back_a_tick_early_and_not_before_the_platform_lets_it(
    every_seconds: int, not_before_in: float | None, expected_in: float
) -> None:
    not_before = None if not_before_in is None else after(not_before_in)
    poll = succeeded(Poll(since=NOW), page(not_before=not_before), 0, every_seconds, NOW)
    assert poll.next_at == after(expected_in)


SICK = Health(
    last_success_at=NOW - timedelta(hours=3),
    last_new_at=NOW - timedelta(hours=9),
    failing_since=NOW - timedelta(hours=2),
    failures=5,
    error="unavailable",
    detail="too slow",
    faults=2,
)


@pytest.mark.parametrize(("new", "last_new_at"), [(0, SICK.last_new_at), (3, NOW)])
def test_a_success_moves_the_cursor_and_heals(new: int, last_new_at: datetime) -> None:
    since = NOW - timedelta(days=1)
    poll = succeeded(
        Poll(since=since, cursor=Cursor(position="1"), health=SICK),
        page(faults=("a bad entry",)),
        new,
        60,
        NOW,
    )
    assert (poll.since, poll.cursor) == (since, NEXT)
    assert poll.health == Health(
        last_success_at=NOW,
        last_new_at=last_new_at,
        detail="a bad entry",
        faults=1,
    )


def test_gaps_are_between_readings_that_listed_something_new_whoever_stored_it_first() -> None:
    poll = Poll(since=NOW)
    for at, new, heard in ((0, 1, 1), (60, 0, 0), (300, 0, 2), (360, 5, 0)):
        poll = succeeded(poll, page(), new, 60, after(at), heard=heard)
    assert poll.health.gaps == after_gap(Gaps(), 300)
    assert (poll.health.last_new_at, poll.health.last_heard_at) == (after(360), after(300))
    assert poll.health.quiet_since == after(300)


def test_a_pair_that_was_kept_by_an_older_version_is_quiet_since_its_last_new_item() -> None:
    assert Health(last_new_at=NOW).quiet_since == NOW
    assert Health().quiet_since is None


@pytest.mark.parametrize(
    ("failures", "every_seconds", "expected_in"),
    [
        (0, 60, 60),
        (1, 60, 120),
        (2, 60, 240),
        (5, 60, 1_920),
        (6, 60, 3_600),
        (7, 60, 3_600),
        (10_000, 60, 3_600),
        (2, 10, 40),
        (10_000, 10, 3_600),
        (0, 300, 300),
        (3, 300, 2_400),
        (4, 300, 3_600),
        (0, DAY, DAY),
        (9, DAY, DAY),
    ],
)
def test_a_failing_source_is_tried_after_1_2_4_times_its_interval_up_to_an_hour(
    failures: int, every_seconds: int, expected_in: int
) -> None:
    poll = Poll(since=NOW, health=Health(failures=failures))
    after_it = failed(poll, SourceUnavailableError("no answer"), every_seconds, NOW)
    assert after_it.next_at == after(expected_in - TICK_SLACK_SECONDS)
    assert after_it.health.failures == failures + 1


@pytest.mark.parametrize(
    ("retry_in", "failures", "expected_in"),
    [
        (900, 0, 900),
        (30, 0, 45),
        (50, 0, 50),
        (-30, 0, 45),
        (900, 9, 900),
        (5 * HOUR, 0, 5 * HOUR),
        (None, 0, 45),
        (None, 3, 465),
    ],
)
def test_a_rate_limit_is_kept_to_the_second(
    retry_in: float | None, failures: int, expected_in: float
) -> None:
    retry_at = None if retry_in is None else after(retry_in)
    poll = Poll(since=NOW, health=Health(failures=failures))
    assert failed(poll, RateLimitedError("429", retry_at), 60, NOW).next_at == after(expected_in)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SourceError("x"), "error"),
        (SourceUnavailableError("x"), "unavailable"),
        (RateLimitedError("x"), "rate_limited"),
        (AccessRefusedError("x"), "access_refused"),
        (SourceGoneError("x"), "gone"),
        (MalformedAnswerError("x"), "malformed"),
    ],
)
def test_a_failure_keeps_the_cursor_and_is_classified_by_its_code(
    error: SourceError, code: str
) -> None:
    poll = Poll(since=NOW, cursor=NEXT, health=Health(last_success_at=NOW, last_new_at=NOW))
    after_it = failed(poll, error, 60, after(60))
    assert (after_it.cursor, after_it.since) == (NEXT, NOW)
    assert after_it.health == Health(
        last_success_at=NOW,
        last_new_at=NOW,
        failing_since=after(60),
        failures=1,
        error=code,
        detail="x",
    )


def test_a_source_fails_since_its_first_failure() -> None:
    once = failed(Poll(since=NOW), SourceUnavailableError("x"), 60, after(60))
    twice = failed(once, AccessRefusedError("y"), 60, after(120))
    assert twice.health.failing_since == after(60)
    assert (twice.health.error, twice.health.detail) == ("access_refused", "y")


def test_what_a_source_says_about_its_failure_is_bounded() -> None:
    after_it = failed(Poll(since=NOW), SourceUnavailableError("x" * 10_000), 60, NOW)
    assert len(after_it.health.detail or "") == 200


def test_what_a_part_that_was_not_read_had_listed_is_remembered() -> None:
    before = seen_after(page(mention("a"), mention("b")), {})
    after_part = seen_after(replace(page(mention("b")), partial=True), before)
    assert set(after_part) == set(before)
    assert set(seen_after(page(mention("b")), after_part)) < set(before)
