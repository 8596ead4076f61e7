"""What if we die right here: the process is killed around every AWS call it makes.

A story is played once undisturbed and its calls are counted. Then it is played again and again,
killed each time at another call; what Lambda would deliver again is delivered again, the sweeps
come round, and the end must be the same: the same items, everybody told, nobody told twice but in
the one window that no sender can close, between handing a message over and writing that down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from earshot.flows.acting import Command, act
from earshot.wiring import api
from tests.integration.dying import (
    Recorded,
    Site,
    Story,
    check_every_death,
    differences,
    played,
    undisturbed,
)
from workbench.rehearsal.given import MILD, SEVERE, found, mention
from workbench.rehearsal.world import World
from workbench.servers.hackernews import Item


def a_severe_complaint_is_polled_and_goes_up_two_levels(earshot: World, site: Site) -> None:
    site.publish(item(1001, SEVERE, earshot))
    listen(earshot)
    earshot.pass_time(minutes=31)


def a_complaint_is_edited_and_repeated_in_its_thread(earshot: World, site: Site) -> None:
    site.publish(item(1001, MILD, earshot))
    listen(earshot)
    site.edit(1001, SEVERE)
    listen(earshot)
    said = mention(SEVERE, native_id="1002", thread="1001", at=earshot.now())
    found(said, earshot.now())
    earshot.settle()


def a_case_is_followed_up_until_the_customer_falls_silent(earshot: World, site: Site) -> None:
    found(mention(MILD, followers=100, at=earshot.now()), earshot.now())
    earshot.settle()
    by_hand(earshot, Command(action="acknowledge"))
    earshot.pass_time(hours=5)
    earshot.follow_up()
    by_hand(earshot, Command(action="await_customer"))
    earshot.pass_time(hours=49)
    earshot.follow_up()
    earshot.pass_time(days=8)
    earshot.follow_up()


STORIES: tuple[Story, ...] = (
    a_severe_complaint_is_polled_and_goes_up_two_levels,
    a_complaint_is_edited_and_repeated_in_its_thread,
    a_case_is_followed_up_until_the_customer_falls_silent,
)


def item(number: int, text: str, earshot: World) -> Item:
    return Item(
        id=number, author="carla", text=text, created_at=earshot.now() - timedelta(minutes=3)
    )


def listen(earshot: World) -> None:
    """Two minutes: the lease of a poll that died has run out by the second."""
    earshot.minute()
    earshot.pass_time(minutes=1)
    earshot.minute()
    earshot.pass_time(minutes=1)


def by_hand(earshot: World, command: Command) -> None:
    """A person's request, which is one write and does not die here."""
    (case,) = earshot.cases()
    act(case["id"], command, who="ana", acting=api.acting())


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_ends_the_same_wherever_the_process_dies(story: Story) -> None:
    assert check_every_death(story) >= 10


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_in_which_everything_comes_twice_ends_the_same(story: Story) -> None:
    expected, _ = undisturbed(story)
    end = played(story, Recorded(), twice=True)
    assert differences(end, expected) == {}
    assert end.messages == expected.messages


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
