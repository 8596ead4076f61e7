"""What waits on desks outlives whoever works there: all are told, wherever somebody dies.

As `test_deaths`, with the deaths where alerts are given: in the function that works at desks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.alerts.rules import Route
from earshot.domain.calendar import Calendar
from earshot.domain.configuration import Thresholds
from earshot.domain.contact import Contact
from earshot.domain.policy import Level, Policy
from tests.integration.dying import (
    Recorded,
    Site,
    Story,
    check_every_death,
    differences,
    played,
    undisturbed,
)
from workbench.rehearsal.given import AT_ONCE, CONFIGURATION, SEVERE, found, mention
from workbench.rehearsal.world import World

MORTAL = ("EscalateCase",)

ANA = Contact(name="ana", email="ana@lumo.example", phone="+351912345678")
EVENINGS = Calendar(hours={"mon-fri": ((18 * 60, 22 * 60),)})
PATIENT = Policy(levels=(Level(contacts=("ana",), timeout_seconds=12 * 3_600),))


def owned(earshot: World, ana: Contact = ANA, **changes: Any) -> None:
    """Ana alone is alerted; nothing is ever urgent."""
    given = replace(
        CONFIGURATION,
        contacts=(ana, CONFIGURATION.contact("bram")),
        escalation={"default": PATIENT},
        thresholds=Thresholds(alert_impact_score=50, high_impact_score=50, urgent_impact_score=101),
        calendars={"evenings": EVENINGS},
        routes=(),
    )
    earshot.push(replace(given, **changes))


def complained(earshot: World, number: int) -> None:
    author = f"author-{number}"
    said = mention(SEVERE, native_id=str(number), author=author, at=earshot.now())
    found(said, earshot.now())
    earshot.settle()


def swept(earshot: World, **later: float) -> None:
    """The sweep of a minute comes before any execution wakes."""
    earshot.clock.shift(timedelta(**later))
    earshot.invoke_until_taken("EscalateCase", {"source": "aws.events"})
    earshot.settle()


def two_cases_wait_for_their_group_and_are_told_together(earshot: World, site: Site) -> None:
    owned(earshot)
    complained(earshot, 1)
    complained(earshot, 2)
    earshot.pass_time(seconds=30)
    earshot.pass_time(seconds=30)


def one_is_held_over_quiet_hours_and_told_by_the_sweep(earshot: World, site: Site) -> None:
    owned(earshot, replace(ANA, hours="evenings"))
    complained(earshot, 1)
    swept(earshot, hours=9)
    earshot.pass_time(seconds=30)


def one_whose_sms_fails_for_good_goes_by_email(earshot: World, site: Site) -> None:
    owned(earshot, replace(ANA, phone="no number", high=("sms", "email")), routes=AT_ONCE)
    complained(earshot, 1)
    earshot.pass_time(seconds=30)


def a_storm_of_eight_cases_ends_in_a_digest(earshot: World, site: Site) -> None:
    alone = Route(name="default", group_wait_seconds=0, group_interval_seconds=1)
    owned(earshot, replace(ANA, phone=None), routes=(alone,))
    for number in range(1, 9):
        complained(earshot, number)
        earshot.clock.shift(timedelta(seconds=2))
    earshot.pass_time(minutes=5)
    earshot.pass_time(seconds=30)


TOLD: dict[Story, dict[str, int]] = {
    two_cases_wait_for_their_group_and_are_told_together: {"sms": 1, "email": 1},
    one_is_held_over_quiet_hours_and_told_by_the_sweep: {"sms": 1, "email": 1},
    one_whose_sms_fails_for_good_goes_by_email: {"email": 1},
    a_storm_of_eight_cases_ends_in_a_digest: {"email": 6},
}


@pytest.mark.parametrize("story", TOLD, ids=lambda s: s.__name__)
def test_a_story_tells_what_it_says(story: Story) -> None:
    end, _ = undisturbed(story, MORTAL)
    told = Counter[str]()
    for message, times in end.messages.items():
        told[message.partition(" ")[0]] += times
    assert told == TOLD[story]


@pytest.mark.parametrize("story", TOLD, ids=lambda s: s.__name__)
def test_it_ends_the_same_wherever_the_process_dies(story: Story) -> None:
    storm = story is a_storm_of_eight_cases_ends_in_a_digest
    assert check_every_death(story, MORTAL, together=storm, one_in=2 if storm else 1) > 5


@pytest.mark.parametrize("story", TOLD, ids=lambda s: s.__name__)
def test_it_ends_the_same_where_everything_comes_twice(story: Story) -> None:
    expected, _ = undisturbed(story, MORTAL)
    end = played(story, Recorded(), twice=True)
    assert differences(end, expected) == {}
    assert end.messages == expected.messages


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
