"""Second looks through the real handlers: what is gone, edited and answered; deaths around every
AWS call on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from earshot.domain.configuration import Configuration
from earshot.sources import registry
from tests.integration.dying import READS, differences, lasting, name_of, some, told_of
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import MILD, PRAISE, SEVERE, listening_to
from workbench.rehearsal.world import World, world
from workbench.servers.hackernews import HackerNewsServer, Item

SORRY = "We are sorry, and look into it at once."
REPLY = "Thanks, but it is still not solved, and I am out of patience."

Story = Callable[[World, HackerNewsServer], None]


@pytest.fixture(autouse=True)
def threads(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setitem(registry._MODULES, "threads", "tests.integration.threads_source")
    caplog.set_level("CRITICAL")


def watching(base_url: str) -> Configuration:
    given = listening_to(base_url)
    brand = given.brands[0]
    watch = brand.watches[0]
    source = replace(watch.sources[0], use="threads")
    watch = replace(watch, sources=(source,))
    return replace(
        given, brands=(replace(brand, watches=(watch,), accounts={"threads": ("lumo_help",)}),)
    )


@contextmanager
def scene(deaths: Deaths | None = None) -> Iterator[tuple[World, HackerNewsServer]]:
    with HackerNewsServer() as site, world(site.host, deaths) as earshot:
        earshot.push(watching(site.url))
        yield earshot, site


def item(number: int, text: str, earshot: World, **changes: Any) -> Item:
    made = Item(
        id=number, author="carla", text=text, created_at=earshot.now() - timedelta(minutes=3)
    )
    return replace(made, **changes)


def listen(earshot: World) -> None:
    """Two minutes: the lease of a poll that died has run out by the second."""
    for _ in range(2):
        earshot.minute()
        earshot.pass_time(minutes=1)


begun: list[int] = []
"""How many calls had been made when the last story began to look."""


def look(earshot: World) -> None:
    """The schedule's next two runs of second looks: one that dies keeps its turn for a minute."""
    begun[:] = [len(earshot.deaths.calls)]
    for _ in range(2):
        earshot.pass_time(minutes=5 - earshot.now().minute % 5)
        earshot.minute()


def stored(earshot: World) -> str:
    return json.dumps([i for i in earshot.items() if i["pk"].startswith(("MENTION#", "CASE#"))])


def kinds(earshot: World) -> list[str]:
    return sorted(str(item.get("kind")) for item in earshot.items())


def gone(earshot: World, site: HackerNewsServer) -> None:
    site.publish(item(1001, MILD, earshot))
    listen(earshot)
    earshot.pass_time(minutes=15)
    site.remove(1001)
    look(earshot)


def edited(earshot: World, site: HackerNewsServer) -> None:
    site.publish(item(1001, MILD, earshot))
    listen(earshot)
    # Behind the overlap of the readings: only a second look sees it.
    earshot.pass_time(hours=3)
    site.edit(1001, SEVERE)
    look(earshot)


def answered(earshot: World, site: HackerNewsServer) -> None:
    site.publish(item(1001, SEVERE, earshot))
    listen(earshot)
    below = {"story_id": 1001, "parent_id": 1001, "created_at": earshot.now()}
    site.publish(
        item(1002, SORRY, earshot, author="lumo_help", **below),
        item(1003, REPLY, earshot, **below),
        item(1004, "Same with me!", earshot, author="lee", **below),
    )
    earshot.pass_time(minutes=10)
    look(earshot)


STORIES: tuple[Story, ...] = (gone, edited, answered)


def test_what_is_gone_there_is_gone_here() -> None:
    with scene() as (earshot, site):
        gone(earshot, site)
        (case,) = earshot.cases()
        assert (case["state"], case["gone"]) == ("closed_unanswered", 1)
        assert [e["what"] for e in earshot.journal(case["id"])] == ["open", "withdraw"]
        for secret in ("refund", "carla", "1001"):
            assert secret not in stored(earshot)
        # A search that still lists it brings nothing back.
        site.publish(item(1001, MILD, earshot))
        listen(earshot)
        assert "refund" not in stored(earshot)
        assert len(earshot.cases()) == 1


def test_an_edit_behind_the_readings_alerts() -> None:
    with scene() as (earshot, site):
        edited(earshot, site)
        (case,) = earshot.cases()
        assert case["excerpt"].startswith("Lumo charged me twice")
        assert len(earshot.texts()) == 1


def test_the_brands_answer_ends_the_escalation_and_the_authors_reply_joins_the_case() -> None:
    with scene() as (earshot, site):
        answered(earshot, site)
        earshot.pass_time(minutes=31)
        (case,) = earshot.cases()
        assert (case["state"], case["mentions"]) == ("in_progress", 2)
        assert case["answered_at"] is not None
        assert len(earshot.texts()) == 1, "the second level was woken though the brand answered"
        assert "Same with me!" not in stored(earshot)
        assert kinds(earshot).count("answer") == 1


def test_what_is_no_complaint_is_confirmed_without_being_assessed_again() -> None:
    with scene() as (earshot, site):
        site.publish(item(1001, PRAISE, earshot))
        listen(earshot)
        before = len(earshot.records())
        earshot.pass_time(days=1)
        look(earshot)
        mentions = [r for r in earshot.records()[before:] if "MENTION#" in json.dumps(r)]
        # One write of the agenda, which the template's filter keeps from scoring.
        assert [r["eventName"] for r in mentions] == ["MODIFY"]
        assert all("news" not in r["dynamodb"]["NewImage"] for r in mentions)


def test_a_quiet_table_costs_no_message() -> None:
    with scene() as (earshot, _):
        listen(earshot)
        answer = earshot.invoke("PollMentions", {"source": "aws.events"})
        assert answer["rechecks"] == 0


@dataclass(frozen=True)
class End:
    items: dict[str, Any]
    messages: list[str]


@cache
def undisturbed(story: Story) -> tuple[End, tuple[str, ...], int]:
    """Its end, its calls, and which of them is the first of the look."""
    deaths = Deaths()
    end = played(story, deaths)
    return end, tuple(deaths.calls), begun[0]


def played(story: Story, deaths: Deaths, *, twice: bool = False) -> End:
    with scene(deaths) as (earshot, site):
        earshot.deliver_twice = twice
        story(earshot, site)
        earshot.settle()
        earshot.pass_time(minutes=2)
        earshot.five_minutes()
        earshot.pass_time(minutes=6)
        kept = [i for i in earshot.items() if i.get("kind") in LASTING]
        told = sorted(f"{phone}" for phone, _ in earshot.texts())
        items: dict[str, Any] = {name_of(i): without_turns(i) for i in kept}
        for case in earshot.cases():
            items[f"journal of {case['id']}"] = told_of(earshot.journal(case["id"]))
        return End(items, told)


LASTING = ("mention", "case", "attached", "followup", "answer", "recheck")


def without_turns(item: dict[str, Any]) -> dict[str, Any]:
    """`news` is gone once an item was confirmed, which is a matter of runs."""
    return {k: v for k, v in lasting(item).items() if k not in ("news", "rank")}


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_second_look_ends_the_same_wherever_the_process_dies(story: Story) -> None:
    expected, calls, first = undisturbed(story)
    # Deaths on the way there are in `test_deaths`.
    changing = [at for at, name in enumerate(calls) if not name.startswith(READS)]
    for at in some([at for at in changing if at >= first - 1], 2):
        place = Deaths(at=at, after=True)
        end = played(story, place)
        where = f"killed after call {place.at}: {place.died}"
        assert place.died == calls[at], where
        assert differences(end, expected) == {}, where  # type: ignore[arg-type]
        assert len(end.messages) - len(expected.messages) in (0, 1), where
        assert set(end.messages) == set(expected.messages), where


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.__name__)
def test_a_second_look_in_which_everything_comes_twice_ends_the_same(story: Story) -> None:
    expected, _, _ = undisturbed(story)
    end = played(story, Deaths(), twice=True)
    assert differences(end, expected) == {}  # type: ignore[arg-type]
    assert end.messages == expected.messages
