"""Stories that are killed around every AWS call they make, and how two ends are compared.

Not every death is played. One after the same calls of an invocation of the same function is the
same death, so of each such place the first is chosen. Before a call is after the one that precedes
it: in between nothing happens outside of the process, and who only read has left nothing behind.
Around messages all are played that are left then; of the others one in OF_OTHERS, always the same.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any, TypeVar

from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import listening_to
from workbench.rehearsal.world import World, world
from workbench.servers.hackernews import HackerNewsServer

Site = HackerNewsServer
Story = Callable[[World, Site], None]

SENDS = ("Publish", "SendEmail")
"""Until the call after the next one it is written down nowhere that a message went: in between is
its receipt."""

READS = ("Get", "BatchGet", "Query", "List", "Describe")
"""How the names of calls begin that change nothing."""


OF_OTHERS = 3
"""Playing all of them takes minutes."""

T = TypeVar("T")


def some(places: Sequence[T], one_in: int) -> Sequence[T]:
    """One in so many deaths, always the same; all of them where EARSHOT_EVERY_DEATH is set, which
    is for who has changed what the story is about."""
    return places if os.environ.get("EARSHOT_EVERY_DEATH") else places[::one_in]


@dataclass
class Recorded(Deaths):
    """`begun` are the invocations: which function, and how many calls were made before. Calls are
    counted in the `mortal` functions only, or in all."""

    mortal: Collection[str] = ()
    begun: list[tuple[str, int]] = field(default_factory=list)

    def watch(self, earshot: World) -> None:
        for name, function in earshot.functions.items():
            earshot.functions[name] = self._watched(name, function)

    def _watched(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def invoked(event: dict[str, Any], context: Any) -> Any:
            self.watching = not self.mortal or name in self.mortal
            if self.watching:
                self.begun.append((name, len(self.calls)))
            return function(event, context)

        return invoked


@dataclass(frozen=True)
class End:
    items: dict[str, Any]
    messages: Counter[str]


def come_to_rest(earshot: World) -> None:
    """What the schedules find of anything that was left lying."""
    earshot.settle()
    earshot.pass_time(minutes=2)
    earshot.minute()
    earshot.five_minutes()
    earshot.clock.shift(timedelta(minutes=1))
    earshot.invoke_until_taken("EscalateCase", {"source": "aws.events"})
    # Executions hear some minutes later what a sweep has told.
    earshot.pass_time(minutes=6)


def played(story: Story, deaths: Recorded, *, twice: bool = False) -> End:
    with HackerNewsServer() as site, world(site.host, deaths) as earshot:
        deaths.watch(earshot)
        earshot.deliver_twice = twice
        earshot.push(listening_to(site.url))
        story(earshot, site)
        come_to_rest(earshot)
        items: dict[str, Any] = {
            name_of(item): lasting(item) for item in earshot.items() if is_lasting(item)
        }
        for case in earshot.cases():
            items[f"journal of {case['id']}"] = told_of(earshot.journal(case["id"]))
        told = [f"sms {phone}" for phone, _ in earshot.texts()]
        told += [f"email {address} {subject}" for address, subject in earshot.letters()]
        return End(items, Counter(told))


def name_of(item: dict[str, Any]) -> str:
    """Its keys, without the moment at which the case was opened."""
    return re.sub(r"#[0-9]{10}-", "#", f"{item['pk']} {item['sk']}")


def is_lasting(item: dict[str, Any]) -> bool:
    """Links are random, and one that nobody holds does no harm; what polls remember is compared in
    `test_polling`. A notice that still waits would be a difference."""
    return item.get("kind") in ("mention", "case", "attached", "followup", "delivery", "notice")


def lasting(item: dict[str, Any]) -> dict[str, Any]:
    """The item without what differs from run to run: references of channels, moments of tries, and
    how often a case was written."""
    kept = {name: value for name, value in item.items() if not name.endswith("_at")}
    for name in ("fence", "sk", "version"):
        kept.pop(name, None)
    if "outcome" in kept:
        kept["outcome"] = str(kept["outcome"]).partition(":")[0]
    for name in {"document", "found"} & kept.keys():
        kept[name] = timeless(json.loads(kept[name]))
        for counted in ("version", "entries", "journal_head", "hash", "previous"):
            kept[name].pop(counted, None)
        if kept[name].get("chain"):
            # Who finds that it was told knows no more which channel had failed before.
            kept[name]["chain"].pop("failed", None)
    if "rank" in kept:
        kept["rank"] = str(kept["rank"]).split("#")[0]
    return kept


def timeless(value: Any) -> Any:
    """Without moments, without the numbers in sentences (who reads a minute later sees fewer
    reactions an hour), and without the pair, whose server has another port each time."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if not k.endswith("_at") and k not in ("at", "pair")}
        return {k: timeless(v) for k, v in kept.items()}
    if isinstance(value, list):
        return [timeless(item) for item in value]
    return re.sub(r"[0-9]+", "#", value) if isinstance(value, str) and " " in value else value


def told_of(journal: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Who did what, and why. Whoever dies at a contact's desk keeps it for half a minute: what is
    alerted then waits so long, and is told in an entry of its own. Who heard of it by which channel
    is compared by the deliveries."""
    entries = [(entry["who"], entry["what"], timeless(entry["why"])) for entry in journal]
    return [
        (who, what, why.partition(". ")[0] if what == "alert" else why)
        for who, what, why in entries
        if what != "attend"
    ]


def differences(end: End, expected: End) -> dict[str, tuple[Any, Any]]:
    names = end.items.keys() | expected.items.keys()
    pairs = {name: (end.items.get(name), expected.items.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


@cache
def undisturbed(story: Story, mortal: tuple[str, ...] = ()) -> tuple[End, Recorded]:
    deaths = Recorded(mortal=mortal)
    return played(story, deaths), deaths


def places(lived: Recorded) -> Iterator[Recorded]:
    """Before the first call, and after each that changes something."""
    yield Recorded(at=0, after=False, mortal=lived.mortal)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    ends = [start for _, start in lived.begun[1:]] + [len(lived.calls)]
    for (function, start), end in zip(lived.begun, ends, strict=True):
        for at in range(start, end):
            place = (function, tuple(lived.calls[start : at + 1]))
            if place not in seen and not lived.calls[at].startswith(READS):
                yield Recorded(at=at, after=True, mortal=lived.mortal)
            seen.add(place)


def chosen(lived: Recorded, of_others: int) -> list[Recorded]:
    """Of the places those around messages, and one in `of_others` of the rest."""
    every = list(places(lived))
    others = [place for place in every if not near_a_message(lived, place.at or 0)]
    left_out = {place.at for place in others} - {place.at for place in some(others, of_others)}
    return [place for place in every if place.at not in left_out]


def near_a_message(lived: Recorded, at: int) -> bool:
    """From the call before a message goes until it is off its desk."""
    return not set(SENDS).isdisjoint(lived.calls[max(0, at - 4) : at + 2])


def check_every_death(
    story: Story, mortal: tuple[str, ...] = (), *, together: bool = False, one_in: int = 1
) -> int:
    """How many deaths were died. AssertionError where one of them changed the end. `together`: what
    waits because somebody died may be told in one message then. `one_in` thins out the deaths of a
    story that takes long."""
    expected, lived = undisturbed(story, mortal)
    assert expected.messages, "a story in which nobody is told proves nothing"
    died = 0
    for place in some(chosen(lived, OF_OTHERS), one_in):
        end = played(story, place)
        where = f"killed {'after' if place.after else 'before'} call {place.at}: {place.died}"
        assert place.died == lived.calls[place.at or 0], where
        assert differences(end, expected) == {}, where
        assert together or end.messages >= expected.messages, where
        lately = lived.calls[max(0, (place.at or 0) - 1) : (place.at or 0) + 1]
        extra = end.messages.total() - expected.messages.total()
        assert extra <= (not set(SENDS).isdisjoint(lately)), (where, end.messages)
        died += 1
    return died
