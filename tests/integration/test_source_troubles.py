"""What the owner hears of sources: once and once, wherever the process dies, and what people see.

The readings themselves are written down by hand; what is played is all that follows from them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from earshot.domain.alarm import KEPT, Alarm, after_telling, first_look
from earshot.domain.configuration import Configuration, WatchedSource
from earshot.domain.polling import Health, Poll
from earshot.wiring import stores
from tests.integration.api.client import event
from tests.integration.dying import READS, some
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import REGION, Context, World, world

OWNER = "bram@lumo.example"
PLACES = ("one.example", "two.example", "three.example")


def listening() -> Configuration:
    sources = tuple(WatchedSource(use="mastodon", options={"host": host}) for host in PLACES)
    (brand,) = CONFIGURATION.brands
    (watch,) = brand.watches
    return replace(
        CONFIGURATION,
        brands=(replace(brand, watches=(replace(watch, sources=sources),)),),
    )


KEYS = tuple(pair.source_key for pair in listening().pairs())


def is_read(earshot: World, key: str, **health: Any) -> None:
    """As if a reading of the pair had just ended like this."""
    now = earshot.now()
    held = Health(**{"last_success_at": now} | health)
    lease = stores.polls().lease(key, now, now + timedelta(seconds=1))
    assert lease is not None
    poll = Poll(since=now, health=held, next_at=now + timedelta(minutes=1))
    stores.polls().release(lease, poll, {})


def look(earshot: World, failing: tuple[str, ...] = ()) -> None:
    """Five minutes later, all pairs read, some of them in vain."""
    earshot.clock.shift(timedelta(minutes=5))
    for key in KEYS:
        if key in failing:
            since = earshot.now() - timedelta(hours=1)
            is_read(earshot, key, error="gone", failures=2, failing_since=since)
        else:
            is_read(earshot, key)
    earshot.invoke_until_taken("FollowupReminder", {"source": "aws.events"})
    earshot.functions["EscalateCase"]({"source": "aws.events"}, Context())


def play(earshot: World) -> None:
    """Two pairs fail, a third joins them, and all are well again; the last looks find what was left
    lying."""
    for _ in range(2):
        look(earshot, KEYS[:2])
    for _ in range(2):
        look(earshot, KEYS)
    for _ in range(9):
        look(earshot)


def played(deaths: Deaths, *, twice: bool = False) -> tuple[Counter[str], dict[str, Any]]:
    """How often each pair was told of in letters, and what is left of the alarms."""
    with world(deaths=deaths) as earshot:
        earshot.deliver_twice = twice
        earshot.push(listening())
        play(earshot)
        alarms = stores.troubles().read(KEYS, earshot.now())
        left = {key: (alarm.standing, alarm.news) for key, alarm in alarms.items()}
        return Counter(told()), left


def told() -> Iterator[str]:
    """`bram@... subject: place` for each pair in each letter."""
    for message in ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages:
        (address,) = message.destinations["ToAddresses"]
        for place in PLACES:
            if place.replace(".", ".\u2060") in message.body:
                yield f"{address} {message.subject}: {place}"


@cache
def undisturbed() -> tuple[Counter[str], dict[str, Any], tuple[str, ...]]:
    deaths = Deaths()
    letters, left = played(deaths)
    return letters, left, tuple(deaths.calls)


def test_all_that_changed_together_is_one_letter() -> None:
    with world() as earshot:
        earshot.push(listening())
        play(earshot)
        assert len(earshot.letters()) == 3


def test_the_owner_hears_once_and_once_that_it_is_over() -> None:
    letters, left, _ = undisturbed()
    subjects = ("Earshot · Storing bij Mastodon", "Earshot · Mastodon: weer in orde")
    assert letters == {f"{OWNER} {subject}: {place}": 1 for subject in subjects for place in PLACES}
    assert left == dict.fromkeys(KEYS, (None, None))


def places() -> Iterator[Deaths]:
    """Before anything, and after each call that changes something; between those nothing happens
    outside of the process."""
    _, _, calls = undisturbed()
    yield Deaths(at=0, after=False)
    for at, call in enumerate(calls):
        if not call.startswith(READS):
            yield Deaths(at=at, after=True)


def test_nothing_is_lost_wherever_the_process_dies_and_nothing_is_told_twice() -> None:
    expected, left, calls = undisturbed()
    assert {"PutItem", "UpdateItem"} <= set(calls)
    for place in some(list(places()), 3):
        letters, left_now = played(place)
        where = f"killed after call {place.at}: {place.died}"
        assert left_now == left, where
        assert letters.keys() == expected.keys(), where
        assert max(letters.values()) <= 1, where


def test_what_comes_twice_is_told_once() -> None:
    assert played(Deaths(), twice=True) == undisturbed()[:2]


def test_between_the_fifth_minutes_nobody_looks() -> None:
    with world() as earshot:
        earshot.push(listening())
        earshot.clock.shift(timedelta(minutes=1))
        earshot.invoke("FollowupReminder", {"source": "aws.events"})
        assert set(earshot.deaths.calls) == {"Query"}


def test_without_a_configuration_there_is_nothing_to_look_at() -> None:
    with world() as earshot:
        assert earshot.invoke("FollowupReminder", {"source": "aws.events"}) == {"removed": 0}


def test_people_see_what_the_owner_was_told() -> None:
    from api.handler import handler as api

    with world() as earshot:
        earshot.functions["Api"] = api
        earshot.push(listening())
        look(earshot, KEYS[:1])
        answer = earshot.invoke("Api", event("GET", "/sources"))
        sources = json.loads(answer["body"])["sources"]
        assert sources[0]["trouble"] == {
            "kind": "gone",
            "since": (earshot.now() - timedelta(hours=1)).isoformat(),
            "reason": "gone for 60 minutes, 2 times in a row",
            "told_at": earshot.now().isoformat(),
        }
        assert [source["trouble"] for source in sources[1:]] == [None, None]


# The table's part.


def test_of_two_who_write_an_alarm_one_wins() -> None:
    with world() as earshot:
        troubles, now = stores.troubles(), earshot.now()
        alarm = first_look(now)
        assert troubles.save("a", alarm, None, now)
        assert not troubles.save("a", alarm, None, now)
        second = after_telling(alarm, now)
        assert troubles.save("a", second, alarm.version, now)
        assert not troubles.save("a", second, alarm.version, now)
        assert troubles.read(["a", "b"], now) == {"a": second}


def test_an_alarm_that_expired_counts_as_none_though_it_is_still_there() -> None:
    with world() as earshot:
        troubles, now = stores.troubles(), earshot.now()
        old = Alarm(first_seen_at=now, kept_at=now, version=7)
        assert troubles.save("a", old, None, now)
        later = now + KEPT
        assert troubles.read(["a"], later - timedelta(seconds=1)) == {"a": old}
        assert troubles.read(["a"], later) == {}
        assert troubles.save("a", first_look(later), None, later)


def test_alarms_and_letters_leave_the_table_after_a_month_in_seconds() -> None:
    with world() as earshot:
        earshot.push(listening())
        look(earshot, KEYS[:1])
        kinds = {item["kind"]: item for item in earshot.items() if "kind" in item}
        for kind in ("trouble", "letter"):
            left_seconds = int(kinds[kind]["expires_at"]) - earshot.now().timestamp()
            assert left_seconds == KEPT.total_seconds()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
