"""Desks with more on them than is looked at at once: what is due is found, and nothing more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.domain.alerts.planning import LOOK_AGAIN
from earshot.flows.notifying.attending import (
    MOST_LOOKED_AT,
    MOST_PARTS,
    attend,
    sweep,
)
from tests.unit.domain.examples import NOW
from tests.unit.flows.desk_work import (
    BOTH,
    DOWN,
    OPENING,
    ana_reads_in_the_evening,
    laid,
    nothing_waits,
    pass_minutes,
)
from tests.unit.flows.world import World

LAST = 99_999
"""Its case comes behind all the others in the order in which desks are read."""


def full(world: World, parts: float = 1) -> None:
    """One group, as one that nobody waits for is told at once."""
    for number in range(int(parts * MOST_LOOKED_AT)):
        laid(world, 10_000 + number, topics=("delivery",))


@pytest.mark.parametrize("parts", [0.5, 1, 1.5, 3])
def test_what_is_urgent_is_told_at_once_however_much_waits_for_the_morning(
    world: World, parts: float
) -> None:
    ana_reads_in_the_evening(world)
    full(world, parts)
    laid(world, LAST, "urgent")
    attend("ana", world.notifying(), thorough=True)
    assert world.notifier.reached == BOTH
    assert [notice.case_id for notice in world.desks.done.values()] == [f"case{LAST}"]


@pytest.mark.parametrize("parts", [0.5, 1, 1.5])
def test_a_desk_full_of_what_is_held_is_not_due_before_that_is(world: World, parts: float) -> None:
    ana_reads_in_the_evening(world)
    full(world, parts)
    sweep(world.notifying())
    assert world.desks.looks == {"ana": OPENING}


def test_a_desk_with_more_than_one_sitting_can_see_is_looked_at_again_in_a_minute(
    world: World,
) -> None:
    ana_reads_in_the_evening(world)
    full(world, MOST_PARTS)
    sweep(world.notifying())
    assert world.desks.looks == {"ana": NOW + LOOK_AGAIN}


@pytest.mark.parametrize("parts", [0.5, 1, 1.5])
def test_a_full_desk_does_not_try_failing_channels_any_sooner(world: World, parts: float) -> None:
    world.notifier.refusals = dict.fromkeys(BOTH, DOWN)
    full(world, parts)
    sweep(world.notifying())
    assert world.desks.looks == {"ana": NOW + timedelta(seconds=5)}


def test_all_of_a_full_desk_is_told_in_the_end(world: World) -> None:
    full(world, 2.5)
    sweep(world.notifying())
    pass_minutes(world, 20)
    assert nothing_waits(world)
    assert len(world.desks.done) == 2.5 * MOST_LOOKED_AT
