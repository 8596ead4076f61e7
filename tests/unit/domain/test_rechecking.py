"""What must be looked at again, when, and what a second look says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.asking import Allowance
from earshot.domain.case import CLOSED, State, case_id
from earshot.domain.mention import Author
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.polling import Novelty
from earshot.domain.rechecking import (
    Asked,
    backed_off,
    buried,
    confirmed_until,
    current,
    first_look_at,
    is_due_minute,
    is_taken_over,
    is_unconfirmed,
    limited,
    next_look_at,
    order_of,
    reread,
    room,
    source_of,
    waits,
    well,
)
from tests.unit.domain.examples import NOW, after, author, case, found, liked, mention

MINUTE, HOUR, DAY = 60, 3_600, 86_400
NEVER = None


@pytest.mark.parametrize(
    ("minute", "due"), [(0, True), (1, False), (4, False), (5, True), (59, False), (55, True)]
)
def test_what_is_due_is_taken_each_five_minutes(minute: int, due: bool) -> None:
    assert is_due_minute(NOW.replace(minute=minute, second=40)) is due


def test_a_list_is_of_one_watch_in_one_source() -> None:
    assert source_of(order_of("acme-main", "mastodon")) == "mastodon"


@pytest.mark.parametrize(
    ("age_seconds", "every_seconds"),
    [
        (0, 15 * MINUTE),
        (2 * HOUR - 1, 15 * MINUTE),
        (2 * HOUR, HOUR),
        (DAY - 1, HOUR),
        (DAY, 6 * HOUR),
        (7 * DAY - 1, 6 * HOUR),
        (7 * DAY, DAY),
        (30 * DAY - 1, DAY),
        (30 * DAY, 7 * DAY),
        (300 * DAY, 7 * DAY),
    ],
)
def test_a_young_case_is_looked_at_often_and_an_old_one_rarely(
    age_seconds: int, every_seconds: int
) -> None:
    old = case(last_mention_at=after(-age_seconds))
    assert next_look_at(old, NEVER, NOW) == after(every_seconds)


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize(
    ("duty_seconds", "then"), [(NEVER, None), (48 * HOUR, 24 * HOUR), (30 * DAY, 15 * DAY)]
)
def test_a_closed_case_is_looked_at_for_its_platforms_sake_alone(
    state: State, duty_seconds: int | None, then: int | None
) -> None:
    assert next_look_at(case(state), duty_seconds, NOW) == (then and after(then))


@pytest.mark.parametrize(
    ("age_seconds", "then"), [(0, 15 * MINUTE), (8 * DAY, DAY), (40 * DAY, DAY)]
)
def test_a_live_case_is_looked_at_as_often_as_either_asks(age_seconds: int, then: int) -> None:
    old = case(last_mention_at=after(-age_seconds))
    assert next_look_at(old, 48 * HOUR, NOW) == after(then)


def test_the_first_look_is_counted_from_the_change_that_asks_for_it() -> None:
    assert first_look_at(case(changed_at=after(7))) == after(7 + 15 * MINUTE)


@pytest.mark.parametrize(
    ("duty_seconds", "then"), [(NEVER, None), (48 * HOUR, after(DAY)), (30 * DAY, after(15 * DAY))]
)
def test_a_duty_is_done_at_half_of_its_time(duty_seconds: int | None, then: Any) -> None:
    assert confirmed_until(duty_seconds, NOW) == then


@pytest.mark.parametrize(
    ("duty_seconds", "days", "dropped"),
    [
        (NEVER, 400, False),
        (30 * DAY, 29.99, False),
        (30 * DAY, 30, True),
        (48 * HOUR, 3, False),
        (48 * HOUR, 28.99, False),
        (48 * HOUR, 29, True),
    ],
)
def test_what_is_never_confirmed_is_kept_no_longer_than_the_platform_allows(
    duty_seconds: int | None, days: float, dropped: bool
) -> None:
    assert is_unconfirmed(duty_seconds, NOW, after(days * DAY)) is dropped


# What a second look says.


@pytest.mark.parametrize(
    ("seen", "novelty"),
    [
        ({}, None),
        ({"engagement": liked(2)}, None),
        ({"engagement": liked(4)}, "spreading"),
        ({"engagement": liked(0)}, None),
        ({"text": "all is well"}, "edited"),
        ({"text": "all is well", "engagement": liked(9)}, "edited"),
        ({"edited_at": after(5)}, None),
        ({"thread": "another", "in_reply_to": "p0"}, None),
        ({"author": author(followers=5)}, None),
    ],
)
def test_what_is_new_in_a_mention(seen: dict[str, Any], novelty: Novelty | None) -> None:
    kept = mention(engagement=liked(2))
    assert reread(kept, replace(kept, **seen))[1] == novelty


def test_a_mention_stays_where_and_when_it_was_first_found() -> None:
    kept = mention(
        engagement=liked(9), edited_at=after(9), author=author(followers=7), in_reply_to="p0"
    )
    seen = mention(
        thread="t", created_at=after(99), author=author(name="Kim!"), url="", language=None
    )
    assert reread(kept, seen)[0] == kept


def test_what_is_told_anew_is_taken() -> None:
    seen = mention(engagement=liked(9), edited_at=after(9), author=author(followers=7))
    now, _ = reread(mention(), seen)
    assert (now.engagement, now.edited_at) == (liked(9), after(9))
    assert now.author == author(followers=7)


@pytest.mark.parametrize(("name", "taken"), [("kim", False), ("[deleted]", True)])
def test_words_without_their_author_are_gone(name: str, taken: bool) -> None:
    seen = mention(author=Author(id=name, name=name))
    assert is_taken_over(mention(author=Author(id="kim", name="kim")), seen) is taken


def test_nothing_a_person_could_be_known_by_stays_of_what_is_gone() -> None:
    post = mention("p7", text="ACME broke it", author=author(followers=3))
    left = buried(found(post), "it was deleted", after(9))
    assert left.gone is not None
    assert (left.id, left.gone.at, left.gone.why) == (post.id, after(9), "it was deleted")
    assert left.gone.case_id == case_id("acme", "mastodon", post.author.id, "p1")
    written = str(to_plain(left))
    for secret in (post.text, post.author.id, post.author.name, post.url, post.native_id, "p1"):
        assert secret not in written
    assert from_plain(type(left), to_plain(left)) == left


# Asking within our share.

HOURLY, DAILY = Allowance(3_000, HOUR), Allowance(100, DAY)


@pytest.mark.parametrize(
    ("allowance", "elapsed", "used", "granted"),
    [
        (HOURLY, 0, 0, 50),
        (HOURLY, 0, 50, 0),
        (HOURLY, 300, 50, 50),
        (HOURLY, 3_300, 0, 600),
        (HOURLY, 3_599, 600, 0),
        (HOURLY, 3_599, 700, 0),
        (DAILY, 0, 0, 1),
        (DAILY, 0, 1, 0),
        (DAILY, 3_600, 1, 0),
        (DAILY, 4_100, 1, 1),
        (DAILY, 86_399, 20, 0),
        (Allowance(3, HOUR), 0, 0, 1),
        (Allowance(3, HOUR), 3_599, 1, 0),
        (Allowance(30, 60), 0, 0, 6),
    ],
)
def test_a_fifth_of_the_allowance_is_spread_over_its_window(
    allowance: Allowance, elapsed: int, used: int, granted: int
) -> None:
    assert room(Asked(since=NOW, used=used), allowance, after(elapsed)) == granted


def test_all_runs_of_a_window_together_use_a_fifth() -> None:
    asked, total = Asked(since=NOW), 0
    for run in range(288):
        granted = room(asked, DAILY, after(300 * run))
        asked, total = replace(asked, used=asked.used + granted), total + granted
    assert total == 20


@pytest.mark.parametrize(("elapsed", "used"), [(0, 7), (3_599, 7), (3_600, 0), (9_999, 0)])
def test_another_window_begins_when_one_is_over(elapsed: int, used: int) -> None:
    before = Asked(since=NOW, used=7, failures=2, not_before=after(9))
    now = current(before, HOURLY, after(elapsed))
    assert (now.used, now.failures, now.not_before) == (used, 2, after(9))
    assert current(None, HOURLY, NOW) == Asked(since=NOW)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 5), (1, 10), (2, 20), (6, 320), (7, 360), (99, 360)]
)
def test_a_platform_that_fails_is_asked_less_and_less(failures: int, minutes: int) -> None:
    asked = backed_off(Asked(since=NOW, failures=failures), NOW)
    assert (asked.failures, asked.not_before) == (failures + 1, after(60 * minutes))
    assert well(asked) == Asked(since=NOW)


@pytest.mark.parametrize(("told", "until"), [(after(77), 77), (None, 900)])
def test_a_rate_limit_waits_as_long_as_it_says(told: Any, until: int) -> None:
    asked = limited(Asked(since=NOW), told, NOW)
    assert asked.not_before == after(until)
    assert waits(asked, after(until - 1))
    assert not waits(asked, after(until))
    assert not waits(Asked(since=NOW), NOW + timedelta(days=1))
