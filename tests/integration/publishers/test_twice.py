"""A reply is posted once, wherever the connection ends and whenever the second attempt comes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from earshot.domain.errors import (
    DeliveryError,
    EarshotError,
    ReplyRefusedError,
    SourceError,
    UncertainReplyError,
)
from earshot.domain.outlet import OUTLETS
from earshot.publishers import registry
from tests.integration.publishers.stages import KEY, Stage, stage

REQUESTS = {"mastodon": 3, "bluesky": 4, "discourse": 3, "github": 2, "email": 1, "webhook": 1}
"""How many a first attempt makes; the last of them posts."""

ENDS = {
    "before it is taken": {"is_taken": False},
    "after it is taken": {"is_taken": True},
    "in the middle of the answer": {"is_taken": True, "cut": True},
}
LATER = {"at once": timedelta(), "two hours later": timedelta(hours=2)}


POINTS = [
    (name, number, end, later)
    for name, requests in REQUESTS.items()
    for number in range(requests)
    for end in ENDS
    for later in LATER
]


def test_there_is_a_publisher_for_every_outlet() -> None:
    assert set(registry.NAMES) == set(OUTLETS) == set(REQUESTS)


@pytest.mark.parametrize("name", OUTLETS)
def test_a_reply_is_posted_and_read_back_under_the_id_that_was_told(name: str) -> None:
    with stage(name) as world:
        posted = world.publish()

        assert world.requests() == REQUESTS[name]
        assert len(world.posted()) == 1
        assert posted.native_id in [each.native_id for each in world.read_back()]


@pytest.mark.parametrize(("name", "number", "end", "later"), POINTS)
def test_a_connection_that_ends_anywhere_makes_no_second_reply(
    name: str, number: int, end: str, later: str
) -> None:
    with stage(name) as world:
        world.fail_at(number, **ENDS[end])
        with pytest.raises((SourceError, DeliveryError)):
            world.publish()
        before = world.posted()
        world.clock.now += LATER[later]

        second = outcome(world)

        if name == "email":
            # Nobody can tell, so nobody tries: a person is asked.
            assert isinstance(second, UncertainReplyError)
            assert world.posted() == before
        else:
            assert second in [each.native_id for each in world.read_back()]
            assert len(world.posted()) == 1


@pytest.mark.parametrize("name", [each for each in OUTLETS if each != "email"])
@pytest.mark.parametrize("later", LATER)
def test_any_number_of_further_attempts_find_the_first(name: str, later: str) -> None:
    with stage(name) as world:
        first = world.publish()
        for _ in range(3):
            world.clock.now += LATER[later]
            assert world.publish(again=True).native_id == first.native_id

        assert len(world.posted()) == 1


@pytest.mark.parametrize("name", [each for each in OUTLETS if each != "email"])
def test_a_second_attempt_that_dies_as_well_leaves_the_third_to_find_it(name: str) -> None:
    with stage(name) as world:
        world.fail_at(REQUESTS[name] - 1, is_taken=True)
        with pytest.raises(SourceError):
            world.publish()
        for number in range(3):
            world.fail_at(number, is_taken=True)
            outcome(world)
            if world.server is not None:
                world.server.recover()

        assert isinstance(outcome(world), str)
        assert len(world.posted()) == 1


@pytest.mark.parametrize("name", [each for each in OUTLETS if each != "email"])
def test_another_reply_below_the_same_post_is_another_reply(name: str) -> None:
    with stage(name) as world:
        first = world.publish()
        text = "It is solved now, thank you for your patience."
        second = world.publish(key=KEY[::-1], text=text, again=True)

        assert len(world.posted()) == 2
        assert name == "webhook" or second.native_id != first.native_id


def outcome(world: Stage) -> str | EarshotError:
    """The id of the reply, or what was raised; a refusal would be a lie once it is posted."""
    try:
        return world.publish(again=True).native_id
    except (SourceError, DeliveryError, UncertainReplyError) as error:
        assert not isinstance(error, ReplyRefusedError)
        return error
