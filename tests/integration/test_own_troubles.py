"""What the owner hears of Earshot itself, played on an AWS in memory, wherever the process dies."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from earshot.adapters.store.account_looks import TableAccountLooks
from earshot.adapters.store.budgets import TableBudget
from earshot.domain.account.look import EVERY
from earshot.domain.alerts.rules import Caps
from earshot.wiring import shared, stores
from tests.integration.dying import READS
from workbench.rehearsal.account import ANSWERS
from workbench.rehearsal.death import Deaths
from workbench.rehearsal.given import CONFIGURATION
from workbench.rehearsal.world import REGION, Context, World, client, world

CAPPED = replace(CONFIGURATION, caps=Caps(sms_a_month=2))


def look(earshot: World, times: int = 1) -> None:
    for _ in range(times):
        earshot.clock.shift(timedelta(minutes=5))
        earshot.invoke_until_taken("FollowupReminder", {"source": "aws.events"})
        earshot.functions["EscalateCase"]({"source": "aws.events"}, Context())


def set_aside() -> None:
    queue = os.environ["EARSHOT_SET_ASIDE_URL"]
    client("sqs").send_message(QueueUrl=queue, MessageBody='{"error": "it is none of ours"}')


def take_out() -> None:
    client("sqs").purge_queue(QueueUrl=os.environ["EARSHOT_SET_ASIDE_URL"])


def spend(earshot: World, sms: int) -> None:
    TableBudget(shared.table(), "sms", 100, 100).take(sms, earshot.now())


def told() -> list[str]:
    """The subjects of the letters."""
    sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    return [str(message.subject).removeprefix("Earshot · ") for message in sent]


def play(earshot: World) -> None:
    """A record is set aside, and somebody sees to it; the last looks find what was left lying."""
    set_aside()
    look(earshot, 3)
    take_out()
    look(earshot, 8)


def played(deaths: Deaths) -> tuple[Counter[str], dict[str, object]]:
    with world(deaths=deaths) as earshot:
        earshot.push(CONFIGURATION)
        play(earshot)
        alarms = stores.troubles().read(["poison:StreamFailures"], earshot.now())
        return about_itself(), {k: (alarm.standing, alarm.news) for k, alarm in alarms.items()}


def about_itself() -> Counter[str]:
    """Sources are another test's: nothing is ever read here, and that is told after a while."""
    return Counter(title for title in told() if "Hacker News" not in title)


@cache
def undisturbed() -> tuple[Counter[str], dict[str, object], tuple[str, ...]]:
    deaths = Deaths()
    letters, left = played(deaths)
    return letters, left, tuple(deaths.calls)


def test_records_that_were_given_up_are_told_once_and_cleared_once() -> None:
    letters, left, _ = undisturbed()
    title = "Records die niet verwerkt konden worden: StreamFailures"
    assert letters == {title: 1, f"Voorbij: {title}": 1}
    assert left == {"poison:StreamFailures": (None, None)}


def test_the_sms_of_a_month_are_told_to_be_used_up_until_the_next_one() -> None:
    with world() as earshot:
        earshot.push(replace(CONFIGURATION, caps=Caps(sms_a_month=2)))
        spend(earshot, 1)
        look(earshot)
        assert about_itself() == {}
        spend(earshot, 1)
        title = "De sms'en van deze maand zijn op"
        for _ in range(3):
            look(earshot, 2)
            assert about_itself() == {title: 1}
            earshot.clock.shift(timedelta(days=10))
        look(earshot, 8)
        assert about_itself() == {title: 1, f"Voorbij: {title}": 1}


def test_nothing_is_lost_wherever_the_process_dies_and_nothing_is_told_twice() -> None:
    expected, left, calls = undisturbed()
    writes = [at for at, call in enumerate(calls) if not call.startswith(READS)]
    for at in writes:
        place = Deaths(at=at, after=True)
        letters, left_now = played(place)
        where = f"killed after call {at}: {place.died}"
        assert left_now == left, where
        assert letters.keys() == expected.keys(), where
        assert max(letters.values()) <= 1, where


def test_the_account_is_asked_once_an_hour_and_what_was_found_is_kept() -> None:
    with world() as earshot:
        earshot.push(CONFIGURATION)
        look(earshot, 1)
        first = TableAccountLooks(shared.table()).last()
        assert first is not None
        assert first.at == earshot.now()
        assert {one.level for one in first.findings} == {"ok", "warn"}
        look(earshot, 11)
        assert earshot.deaths.calls.count("GetSMSAttributes") == 1
        look(earshot, 1)
        assert earshot.deaths.calls.count("GetSMSAttributes") == 2
        second = TableAccountLooks(shared.table()).last()
        assert second is not None
        assert second.at - first.at == EVERY


def test_an_account_that_cannot_send_is_told_and_is_told_when_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with world() as earshot:
        earshot.push(CONFIGURATION)
        with monkeypatch.context() as patch:
            patch.setitem(ANSWERS["sesv2.GetAccount"], "SendingEnabled", False)
            look(earshot, 4)
        assert len(told()) == 1
        look(earshot, 24)
        paused, over = about_itself()
        assert paused in over


def test_a_look_that_is_denied_keeps_nobody_else_from_looking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with world() as earshot:
        earshot.push(CONFIGURATION)
        monkeypatch.setenv("EARSHOT_DEAD_LETTERS_URL", "https://sqs.example/123/none")
        monkeypatch.setenv("EARSHOT_ESCALATION_ARN", earshot.machine_arn + "-none")
        shared.settings.cache_clear()
        spend(earshot, 100)
        look(earshot, 1)
        assert len(told()) == 1


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level("CRITICAL")
    yield
