"""What if we die right here: the process is killed around every AWS call it makes.

A story is played once undisturbed and its calls are counted. Then it is played again and again,
killed each time at another call; what Lambda would deliver again is delivered again, the sweeps
come round, and the end must be the same: the same items, everybody told, nobody told twice but in
the one window that no sender can close, between handing a message over and writing that down.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from earshot import wiring
from earshot.domain.verifying import Verification, verified
from earshot.flows.acting import Command, act
from earshot.flows.reading.cases import journal
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import MILD, SEVERE, found, listening_to, mention
from workbench.rehearsal.world import World, world
from workbench.servers.hackernews import HackerNewsServer, Item

Site = HackerNewsServer
Story = Callable[[World, Site], None]

SENDS = ("Publish", "SendEmail")


@dataclass(frozen=True)
class End:
    """`journals` is what verifying each case's journal says."""

    items: dict[str, Any]
    messages: Counter[str]
    journals: list[Verification]


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


def come_to_rest(earshot: World) -> None:
    """What the schedules find of anything that was left lying."""
    earshot.settle()
    earshot.pass_time(minutes=2)
    earshot.minute()
    earshot.five_minutes()


def by_hand(earshot: World, command: Command) -> None:
    """A person's request, which is one write and does not die here."""
    (case,) = earshot.cases()
    act(case["id"], command, who="ana", acting=wiring.acting())


def played(story: Story, deaths: Deaths, *, twice: bool = False) -> End:
    with HackerNewsServer() as site, world(site.host, deaths) as earshot:
        earshot.deliver_twice = twice
        earshot.push(listening_to(site.url))
        story(earshot, site)
        come_to_rest(earshot)
        items = {name_of(i): lasting(i) for i in earshot.items() if is_lasting(i)}
        told = [f"sms {phone}" for phone, _ in earshot.texts()]
        told += [f"email {address} {subject}" for address, subject in earshot.letters()]
        return End(items, Counter(told), list(map(verified_journal, earshot.cases())))


def verified_journal(case: dict[str, Any]) -> Verification:
    told = journal(str(case["id"]), wiring.reading())
    return verified(told.entries, case_id=told.case_id, head=told.journal_head)


def name_of(item: dict[str, Any]) -> str:
    """Its keys, without the moment at which the case was opened."""
    return re.sub(r"#[0-9]{10}-", "#", f"{item['pk']} {item['sk']}")


def is_lasting(item: dict[str, Any]) -> bool:
    """Links are random, and one that nobody holds does no harm; what polls remember is compared in
    `test_polling`."""
    return item.get("kind") in ("mention", "case", "attached", "journal", "followup", "delivery")


OF_THE_MOMENT = ("at", "pair", "hash", "previous", "journal_head")


def lasting(item: dict[str, Any]) -> dict[str, Any]:
    """The item without what differs from run to run: references of channels, moments of tries."""
    kept = {name: value for name, value in item.items() if not name.endswith("_at")}
    for name in ("fence", "sk"):
        kept.pop(name, None)
    if "outcome" in kept:
        kept["outcome"] = str(kept["outcome"]).partition(":")[0]
    for name in {"document", "found"} & kept.keys():
        kept[name] = timeless(json.loads(kept[name]))
    if "rank" in kept:
        kept["rank"] = str(kept["rank"]).split("#")[0]
    return kept


def timeless(value: Any) -> Any:
    """Without moments, without the numbers in sentences (who reads a minute later sees fewer
    reactions an hour), without the pair, whose server has another port each time, and without the
    journal's seals, which are of all that: whether they hold is asked of each end by itself."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if not k.endswith("_at") and k not in OF_THE_MOMENT}
        return {k: timeless(v) for k, v in kept.items()}
    if isinstance(value, list):
        return [timeless(item) for item in value]
    return re.sub(r"[0-9]+", "#", value) if isinstance(value, str) and " " in value else value


def differences(end: End, expected: End) -> dict[str, tuple[Any, Any]]:
    names = end.items.keys() | expected.items.keys()
    pairs = {name: (end.items.get(name), expected.items.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


READS = ("Get", "BatchGet", "Query", "List", "Describe")
"""How the names of calls begin that change nothing."""


@cache
def undisturbed(story: Story) -> tuple[End, tuple[str, ...]]:
    deaths = Deaths()
    end = played(story, deaths)
    return end, tuple(deaths.calls)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_ends_the_same_wherever_the_process_dies(story: Story) -> None:
    expected, calls = undisturbed(story)
    assert expected.messages, "a story in which nobody is told proves nothing"
    for place in places(calls):
        end = played(story, place)
        where = f"killed {'after' if place.after else 'before'} call {place.at}: {place.died}"
        assert place.died == calls[place.at or 0], where
        assert differences(end, expected) == {}, where
        assert end.messages >= expected.messages, where
        extra = end.messages - expected.messages
        assert sum(extra.values()) <= (1 if place.died in SENDS else 0), where
        assert end.journals == expected.journals, where


def places(calls: tuple[str, ...]) -> Iterator[Deaths]:
    """Before the first call and after each that changes something. Before any other is after the
    one that precedes it: in between nothing happens outside of the process, and who only read has
    left nothing behind."""
    yield Deaths(at=0, after=False)
    for at, name in enumerate(calls):
        if not name.startswith(READS):
            yield Deaths(at=at, after=True)


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_story_in_which_everything_comes_twice_ends_the_same(story: Story) -> None:
    expected, _ = undisturbed(story)
    end = played(story, Deaths(), twice=True)
    assert differences(end, expected) == {}
    assert end.messages == expected.messages
    assert end.journals == expected.journals


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_the_journal_of_a_story_is_one_chain_from_its_first_entry(story: Story) -> None:
    (kept,) = undisturbed(story)[0].journals
    assert (kept.ok, kept.unchained) == (True, 0), kept.reason
    assert kept.count > 1


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
