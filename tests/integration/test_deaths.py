"""What if we die right here: the process is killed before and after every AWS call it makes.

A story is played once undisturbed and its calls are counted. Then it is played again and again,
killed each time at another call; what Lambda would deliver again is delivered again, the sweeps
come round, and the end must be the same: the same items, everybody told, nobody told twice but in
the one window that no sender can close, between handing a message over and writing that down.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from earshot import wiring
from earshot.flows.acting import Command, act
from workbench.rehearsal.given import CONFIGURATION, MILD, SEVERE, edited, found, mention
from workbench.rehearsal.world import Deaths, World, world

Story = Callable[[World], None]

SENDS = ("Publish", "SendEmail")


@dataclass(frozen=True)
class End:
    items: dict[str, Any]
    messages: Counter[str]


def a_severe_complaint_goes_up_two_levels(earshot: World) -> None:
    found(mention(at=earshot.now()), earshot.now())
    come_to_rest(earshot)
    earshot.pass_time(minutes=31)
    come_to_rest(earshot)


def a_complaint_is_edited_and_repeated_in_its_thread(earshot: World) -> None:
    said = mention(MILD, at=earshot.now())
    found(said, earshot.now())
    come_to_rest(earshot)
    found(edited(said, SEVERE, earshot.now()), earshot.now(), "edited")
    found(mention(SEVERE, native_id="1002", thread="1001", at=earshot.now()), earshot.now())
    come_to_rest(earshot)


def a_case_is_followed_up_until_the_customer_falls_silent(earshot: World) -> None:
    found(mention(MILD, at=earshot.now()), earshot.now())
    come_to_rest(earshot)
    by_hand(earshot, Command(action="acknowledge"))
    come_to_rest(earshot)
    earshot.pass_time(hours=5)
    come_to_rest(earshot)
    by_hand(earshot, Command(action="await_customer"))
    come_to_rest(earshot)
    earshot.pass_time(hours=49)
    come_to_rest(earshot)
    earshot.pass_time(days=8)
    come_to_rest(earshot)


STORIES: tuple[Story, ...] = (
    a_severe_complaint_goes_up_two_levels,
    a_complaint_is_edited_and_repeated_in_its_thread,
    a_case_is_followed_up_until_the_customer_falls_silent,
)


def come_to_rest(earshot: World) -> None:
    """All that moves by itself, and the sweeps that find what was left lying."""
    earshot.settle()
    earshot.minute()
    earshot.clock.shift(timedelta(minutes=2))
    earshot.five_minutes()
    earshot.settle()


def by_hand(earshot: World, command: Command) -> None:
    """A person's request, which is one write and does not die here."""
    (case,) = earshot.cases()
    act(case["id"], command, who="ana", acting=wiring.acting())


def played(story: Story, deaths: Deaths, *, twice: bool = False) -> End:
    with world(deaths=deaths) as earshot:
        earshot.deliver_twice = twice
        earshot.push(CONFIGURATION)
        story(earshot)
        items = {f"{i['pk']} {i['sk']}": lasting(i) for i in earshot.items() if is_lasting(i)}
        told = [f"sms {phone}" for phone, _ in earshot.texts()]
        told += [f"email {address} {subject}" for address, subject in earshot.letters()]
        return End(items, Counter(told))


def is_lasting(item: dict[str, Any]) -> bool:
    """Links are random, and a link that nobody holds does no harm."""
    return item.get("kind") not in ("token", "request", None)


def lasting(item: dict[str, Any]) -> dict[str, Any]:
    """The item without what differs from run to run: references of channels, moments of tries."""
    kept = {name: value for name, value in item.items() if not name.endswith("_at")}
    if "outcome" in kept:
        kept["outcome"] = str(kept["outcome"]).partition(":")[0]
    if "document" in kept:
        kept["document"] = timeless(json.loads(kept["document"]))
    if "rank" in kept:
        kept["rank"] = str(kept["rank"]).split("#")[0]
    return kept


def timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: timeless(v) for k, v in value.items() if not k.endswith("_at")}
    if isinstance(value, list):
        return [timeless(item) for item in value]
    return value


@cache
def undisturbed(story: Story) -> tuple[End, tuple[str, ...]]:
    deaths = Deaths()
    end = played(story, deaths)
    return end, tuple(deaths.calls)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_ends_the_same_wherever_the_process_dies(story: Story) -> None:
    expected, calls = undisturbed(story)
    assert expected.messages, "a story in which nobody is told proves nothing"
    doubled = 0
    for at in range(len(calls)):
        for after in (False, True):
            deaths = Deaths(at=at, after=after)
            end = played(story, deaths)
            where = f"killed {'after' if after else 'before'} call {at}: {deaths.died}"
            assert deaths.died == calls[at], where
            assert end.items == expected.items, where
            extra = end.messages - expected.messages
            assert end.messages >= expected.messages, where
            in_window = deaths.died in SENDS and after
            assert not extra or in_window or is_the_marking(calls, at, after), where
            assert sum(extra.values()) <= 1, where
            doubled += sum(extra.values())
    assert doubled <= 2 * sum(calls.count(send) for send in SENDS)


def is_the_marking(calls: tuple[str, ...], at: int, after: bool) -> bool:
    """True where the process died before it could write down that it had sent."""
    return not after and at > 0 and calls[at - 1] in SENDS


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_in_which_everything_comes_twice_ends_the_same(story: Story) -> None:
    expected, _ = undisturbed(story)
    assert played(story, Deaths(), twice=True) == expected


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
