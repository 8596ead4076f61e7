"""Alerts in small storms: none lost, none told twice but by a death, nobody told more than the caps
allow; and the same counts on notifiers that get it wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial

import pytest

from earshot.adapters.store.desks import TableDesks
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.rules import Caps, Route, StormRules
from workbench.storms.alert_outcome import AlertOutcome
from workbench.storms.alerted import BY_DAY, BY_NIGHT, CONFIGURATION
from workbench.storms.alerts import AlertStorm, alert_storm
from workbench.storms.fates import Weather
from workbench.storms.naive_alerts import naive_alert_storm

PACE = timedelta(milliseconds=60)
"""As of 10,000 alerts in 10 minutes."""
SEVERAL = 250
STORMY = Weather(sending_deaths_ratio=0.2)


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)


@cache
def played(alerts: int, weather: Weather) -> AlertOutcome:
    return alert_storm(alerts, alerts * PACE, weather)


def kept(outcome: AlertOutcome) -> bool:
    """Everything that is promised of a storm."""
    return (
        (outcome.lost, outcome.untold, outcome.unnamed) == (0, 0, 0)
        and (outcome.doubled.outside, outcome.over_cap, outcome.over_month) == (0, 0, 0)
        and outcome.doubled.by_one_death <= 1
    )


def test_a_storm_is_told_completely_once_and_within_the_caps() -> None:
    outcome = played(SEVERAL, STORMY)
    assert outcome.severe > 0
    assert outcome.refused > 0
    assert outcome.deaths > 0
    assert outcome.doubled.notices > 0, "nobody died between sending and marking"
    assert outcome.repeated == 0
    assert kept(outcome), outcome


def test_the_first_alert_of_a_storm_is_told_within_its_groups_wait() -> None:
    outcome = played(SEVERAL, STORMY)
    assert outcome.first_wait is not None
    assert outcome.first_wait <= timedelta(seconds=30)


def test_nobody_gets_more_than_a_handful_of_messages_about_hundreds_of_alerts() -> None:
    assert max(played(SEVERAL, STORMY).by_contact.values()) <= 15


@pytest.mark.parametrize(
    ("failing_ratio", "deaths_ratio", "seed", "starts_at"),
    [
        (0.0, 0.0, "one", BY_DAY),
        (0.0, 0.05, "two", BY_NIGHT),
        (0.3, 0.0, "one", BY_NIGHT),
        (0.3, 0.05, "one", BY_DAY),
        (0.3, 0.05, "two", BY_NIGHT),
        (0.3, 0.15, "three", BY_DAY),
        (0.9, 0.0, "one", BY_DAY),
        (0.9, 0.05, "two", BY_NIGHT),
    ],
)
def test_whatever_the_weather_none_is_lost(
    failing_ratio: float, deaths_ratio: float, seed: str, starts_at: datetime
) -> None:
    weather = Weather(
        seed=seed,
        starts_at=starts_at,
        failing_ratio=failing_ratio,
        deaths_ratio=deaths_ratio,
        sending_deaths_ratio=3 * deaths_ratio,
    )
    outcome = played(50 if failing_ratio < 0.9 else 20, weather)
    assert (outcome.deaths > 0, outcome.refused > 0) == (deaths_ratio > 0, failing_ratio > 0)
    assert kept(outcome), outcome
    if failing_ratio < 0.9:
        # Where nobody at all is reached for half an hour, the alert is given again.
        assert outcome.repeated == 0


# The counters, on what is made to fail.


class Forgetful(TableDesks):
    """Does not write down that it told the first of them."""

    def remember(
        self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime
    ) -> None:
        if now > BY_DAY + timedelta(seconds=40):
            super().remember(notices, outcomes, now)


class MarksFirst(TableDesks):
    """Takes for told what it looks at."""

    def waiting(self, contact: str, most: int, after: str = "") -> list[Notice]:
        found = super().waiting(contact, most, after)
        self.remember(found, {}, BY_DAY)
        return found

    def told(self, notices: Sequence[Notice]) -> frozenset[str]:
        return frozenset()


def test_who_does_not_mark_what_was_told_tells_it_again_without_a_death() -> None:
    outcome = alert_storm(60, 60 * PACE, desks=Forgetful)
    assert outcome.lost == 0
    assert outcome.doubled.outside > 0


def test_who_marks_first_loses_what_fails_afterwards() -> None:
    outcome = alert_storm(60, 60 * PACE, desks=MarksFirst)
    assert outcome.lost > 0
    assert outcome.untold > outcome.lost


def test_who_knows_no_caps_goes_over_them() -> None:
    loud = replace(
        CONFIGURATION,
        routes=(Route(name="default", group_wait_seconds=0, group_interval_seconds=1),),
        storms=StormRules(more_than=100),
        caps=Caps(sms_a_month=100_000, sms_an_hour=100, emails_an_hour=1_000),
    )
    outcome = alert_storm(200, 200 * timedelta(seconds=1), configuration=loud)
    assert outcome.over_cap > 0
    assert outcome.over_month > 0


def test_the_notifier_that_is_written_first_loses_and_doubles_and_floods() -> None:
    outcome = naive_alert_storm(400, 400 * PACE)
    assert outcome.lost > 0
    assert outcome.doubled.outside > 0
    assert outcome.over_cap > 0
    assert not kept(outcome)


def test_what_a_channel_took_from_somebody_who_died_is_counted() -> None:
    """However the sender ends, as many messages are known as the channels took."""
    storm = AlertStorm(replace(STORMY, sending_deaths_ratio=1.0), CONFIGURATION, TableDesks)
    for number in range(40):
        storm.later(number * PACE, partial(storm.alert, number))
    storm.play(timedelta(minutes=30))
    assert storm.channels.accepted == len(storm.channels.tellings.taken) > 0
