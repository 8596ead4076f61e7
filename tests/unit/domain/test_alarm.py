"""Alarms: told once, cleared once, and not again and again by a source that comes and goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import get_args

import pytest

from earshot.domain.alarm import (
    REFRESHED,
    WEIGHTS,
    Alarm,
    after_look,
    after_telling,
    is_overdue,
    settled_after,
    taken_up,
)
from earshot.domain.trouble import AnyKind, Kind, Trouble
from tests.unit.domain.examples import NOW


def suffering(kind: Kind = "failing", since: datetime = NOW) -> Trouble:
    return Trouble(kind=kind, since=since, reason="because")


@dataclass
class Looks:
    """A pair that is looked at each five minutes, and an owner who is told at once."""

    at: datetime = NOW
    repeat_after: timedelta | None = None
    alarm: Alarm | None = None
    writes: int = 0

    def __post_init__(self) -> None:
        self.told: list[tuple[str, bool]] = []

    def look(self, found: Kind | None, *, well: bool | None = None, minutes: float = 5) -> None:
        self.at += timedelta(minutes=minutes)
        trouble = suffering(found) if found else None
        is_well = found is None if well is None else well
        after = after_look(
            self.alarm, trouble, is_well, "a", self.at, repeat_after=self.repeat_after
        )
        if after is None:
            return
        self.writes += 1
        self.alarm = after
        if after.news is not None:
            self.told.append((after.news.trouble.kind, after.news.over_at is not None))
            self.alarm = after_telling(after, self.at)

    def looks(self, found: Kind | None, *, well: bool | None = None, minutes: int) -> None:
        for _ in range(minutes // 5):
            self.look(found, well=well)


def test_every_kind_of_trouble_has_a_weight() -> None:
    assert set(WEIGHTS) == set(get_args(AnyKind))


def test_a_well_pair_costs_no_write() -> None:
    looks = Looks()
    looks.looks(None, minutes=600)
    assert (looks.told, looks.writes) == ([], 0)


def test_a_trouble_is_told_once_and_its_end_once() -> None:
    looks = Looks()
    looks.looks("failing", minutes=600)
    looks.looks(None, minutes=600)
    assert looks.told == [("failing", False), ("failing", True)]
    assert looks.alarm is not None
    assert looks.alarm.standing is None


def test_an_end_is_told_after_half_an_hour_and_since_when_it_was() -> None:
    looks = Looks()
    looks.look("failing")
    looks.looks(None, minutes=30)
    assert looks.told == [("failing", False)]
    assert looks.alarm is not None
    after = after_look(looks.alarm, None, True, "a", looks.at + timedelta(minutes=5))
    assert after is not None
    assert after.news is not None
    assert after.news.over_at == looks.at - timedelta(minutes=25)


def test_a_source_that_comes_and_goes_within_half_an_hour_is_one_trouble() -> None:
    looks = Looks()
    for _ in range(100):
        looks.looks("failing", minutes=20)
        looks.looks(None, minutes=25)
    assert looks.told == [("failing", False)]


def test_a_failure_that_is_not_worth_telling_still_keeps_it_from_being_well() -> None:
    looks = Looks()
    looks.look("failing")
    for _ in range(20):
        looks.looks(None, minutes=25)
        looks.look(None, well=False)
    assert looks.told == [("failing", False)]


def test_a_restless_source_is_told_less_and_less() -> None:
    looks = Looks()
    for _ in range(24 * 7):
        looks.looks("failing", minutes=15)
        looks.looks(None, minutes=45)
    # It would be 336 letters. Twice in the first hours; then its 45 good minutes are not enough.
    assert len(looks.told) == 3


@pytest.mark.parametrize(
    ("changes", "minutes"), [(0, 30), (1, 30), (2, 60), (3, 120), (6, 960), (7, 1440), (90, 1440)]
)
def test_how_long_a_pair_has_to_be_well(changes: int, minutes: int) -> None:
    alarm = Alarm(first_seen_at=NOW, kept_at=NOW, changes=changes)
    assert settled_after(alarm) == timedelta(minutes=minutes)


def test_after_a_quiet_day_a_source_is_trusted_again() -> None:
    looks = Looks()
    for _ in range(3):
        looks.look("failing", minutes=60 * 25)
        looks.looks(None, minutes=35)
    assert looks.told == [("failing", False), ("failing", True)] * 3


# Other troubles.


def test_what_weighs_more_is_told_at_once() -> None:
    looks = Looks()
    for kind in ("silent", "expiring", "last_day", "failing", "refused"):
        looks.look(kind)
    kinds = [kind for kind, _ in looks.told]
    assert kinds == ["silent", "expiring", "last_day", "failing", "refused"]


@pytest.mark.parametrize("lighter", ["limited", "unread", "expiring", "silent"])
def test_what_weighs_no_more_is_told_when_it_has_lasted(lighter: Kind) -> None:
    looks = Looks()
    looks.look("failing")
    looks.looks(lighter, minutes=30)
    assert looks.told == [("failing", False)]
    looks.look(lighter)
    assert looks.told == [("failing", False), (lighter, False)]


def test_two_troubles_that_take_turns_are_told_as_one() -> None:
    looks = Looks()
    for _ in range(50):
        looks.looks("failing", minutes=10)
        looks.looks("limited", minutes=10)
    assert looks.told == [("failing", False)]


# What is on its way.


def test_nothing_changes_until_the_news_is_told() -> None:
    raised = after_look(None, suffering(), False, "a", NOW)
    assert raised is not None
    assert after_look(raised, suffering("refused"), False, "b", NOW + timedelta(hours=1)) is None
    assert after_look(raised, None, True, "b", NOW + timedelta(hours=1)) is None


@pytest.mark.parametrize(("seconds", "overdue"), [(59, False), (60, True)])
def test_news_is_somebody_elses_for_a_minute(seconds: int, overdue: bool) -> None:
    raised = after_look(None, suffering(), False, "a", NOW)
    assert raised is not None
    now = NOW + timedelta(seconds=seconds)
    assert is_overdue(raised, now) is overdue
    assert not is_overdue(taken_up(raised, now), now)
    assert not is_overdue(after_telling(raised, now), now)


def test_each_write_is_a_version_of_its_own() -> None:
    raised = after_look(None, suffering(), False, "a", NOW)
    assert raised is not None
    told = after_telling(taken_up(raised, NOW), NOW)
    assert [raised.version, told.version] == [2, 4]


def test_an_alarm_that_stands_for_long_is_written_anew_before_it_is_forgotten() -> None:
    raised = after_look(None, suffering(), False, "a", NOW)
    assert raised is not None
    told = after_telling(raised, NOW)
    just_before = NOW + REFRESHED - timedelta(seconds=1)
    assert after_look(told, suffering(), False, "b", just_before) is None
    again = after_look(told, suffering(), False, "b", NOW + REFRESHED)
    assert again == replace(told, version=told.version + 1, kept_at=NOW + REFRESHED)


def test_what_lasts_is_told_again_only_where_the_owner_wants_that() -> None:
    once, again = Looks(), Looks(repeat_after=timedelta(hours=4))
    for looks in (once, again):
        looks.looks("failing", minutes=12 * 60)
        looks.looks(None, minutes=60)
    assert once.told == [("failing", False), ("failing", True)]
    assert again.told == [("failing", False)] * 3 + [("failing", True)]


def test_a_repeat_says_nothing_of_a_source_that_comes_and_goes() -> None:
    looks = Looks(repeat_after=timedelta(hours=4))
    looks.looks("failing", minutes=9 * 60)
    assert looks.alarm is not None
    assert looks.alarm.changes == 1
