"""Planning: which messages go now, which wait, and the reason that people read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from earshot.domain.alerts.desk import Desk
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import Plan, after_telling, plan
from earshot.domain.alerts.rules import DEFAULT_ROUTE, Inhibition, StormRules
from earshot.domain.alerts.silencing import Silence
from earshot.domain.alerts.stages import Scene
from earshot.domain.contact import Contact
from earshot.domain.impact import Urgency

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANA = Contact(name="ana", email="ana@acme.example")
SCENE = Scene(contact=ANA, now=NOW, routes={"default": DEFAULT_ROUTE})
SILENCE = Silence(
    id="s1",
    matchers=("brand=acme",),
    starts_at=NOW - timedelta(hours=1),
    ends_at=NOW + timedelta(hours=1),
    author="ben",
    reason="we know",
    created_at=NOW - timedelta(hours=1),
)


def notice(
    number: int = 1,
    urgency: Urgency = "high",
    *,
    group: str = "acme/delivery",
    age_seconds: float = 60,
    score: int = 60,
) -> Notice:
    at = NOW - timedelta(seconds=age_seconds)
    return Notice(
        id=f"case{number}.1.ana",
        contact="ana",
        kind="case",
        labels={"kind": "case", "brand": "acme", "topic": "delivery"},
        group=group,
        urgency=urgency,
        score=score,
        starts_at=at,
        posted_at=at,
        case_id=f"case{number}",
    )


def planned(*notices: Notice, desk: Desk | None = None, **scene: Any) -> Plan:
    return plan(desk or Desk(contact="ana"), notices, replace(SCENE, **scene))


def told(made: Plan) -> list[list[str]]:
    return [[each.case_id for each in message.notices] for message in made.messages]


@pytest.mark.parametrize(
    ("given", "scene", "reason", "look_in_seconds"),
    [
        (notice(age_seconds=10), {}, "wait", 20),
        (notice(), {"silences": (SILENCE,)}, "silenced by ben", 60),
        (
            notice(),
            {
                "inhibitions": (Inhibition(source=("kind=incident",), target=("kind=case",)),),
                "firing": ({"kind": "incident"},),
            },
            "incident",
            60,
        ),
        (notice(), {"quiet_until": NOW + timedelta(hours=8)}, "quiet hours", 8 * 3_600),
        (notice(1, "urgent"), {"silences": (SILENCE,)}, "silenced by ben", 60),
    ],
)
def test_what_is_held_says_why_and_when_to_look_again(
    given: Notice, scene: dict[str, Any], reason: str, look_in_seconds: int
) -> None:
    made = planned(given, **scene)
    assert made.messages == ()
    assert reason in made.held[given.id].reason
    assert made.look_at == NOW + timedelta(seconds=look_in_seconds)


@pytest.mark.parametrize(
    ("scene", "reason"),
    [
        ({"told": frozenset({notice().id})}, "told already"),
        ({"over": {notice().id: "ana has it"}}, "ana has it"),
        ({"over": {notice().id: "ana has it"}, "silences": (SILENCE,)}, "ana has it"),
    ],
)
def test_what_is_over_or_told_leaves_the_desk(scene: dict[str, Any], reason: str) -> None:
    made = planned(notice(), **scene)
    assert (made.messages, made.held, made.look_at) == ((), {}, None)
    assert reason in made.dropped[notice().id]


def test_the_severe_waits_neither_for_its_group_nor_for_the_morning() -> None:
    made = planned(notice(1, "urgent", age_seconds=0), quiet_until=NOW + timedelta(hours=8))
    assert told(made) == [["case1"]]


def test_a_group_is_told_at_once_and_together_worst_first() -> None:
    made = planned(notice(1, score=61), notice(2, score=75), notice(3, group="acme/outage"))
    assert told(made) == [["case2", "case1"], ["case3"]]
    assert [message.why for message in made.messages] == ["group", "alone"]


def test_a_group_that_was_told_of_waits_for_its_interval() -> None:
    desk = Desk(contact="ana")
    (message,) = planned(notice(1)).messages
    desk = after_telling(desk, message, SCENE)
    later = NOW + timedelta(seconds=90)
    made = planned(replace(notice(2), posted_at=later, starts_at=later), desk=desk, now=later)
    assert made.messages == ()
    tick = made.look_at
    assert tick is not None
    assert timedelta(seconds=240) < tick - NOW <= timedelta(seconds=300)
    made = planned(replace(notice(2), posted_at=later, starts_at=later), desk=desk, now=tick)
    assert told(made) == [["case2"]]


def stormy(count: int = 5, last_ago_seconds: int = 30) -> Desk:
    last = NOW - timedelta(seconds=last_ago_seconds)
    times = tuple(last - timedelta(seconds=10 * n) for n in reversed(range(count)))
    return Desk(contact="ana", messages=times)


MANY = tuple(notice(number, group=f"g{number}", score=60 + number) for number in range(9))


def test_the_first_messages_of_a_storm_go_out_as_they_come_and_the_rest_waits() -> None:
    made = planned(*MANY)
    assert told(made) == [["case8"], ["case7"], ["case6"], ["case5"], ["case4"]]
    assert set(made.held) == {notice(number).id for number in range(4)}
    assert "storm" in made.held[notice(0).id].reason


@pytest.mark.parametrize(
    ("urgency", "last_ago_seconds", "goes"),
    [
        ("high", 299, False),
        ("high", 300, True),
        ("urgent", 59, False),
        ("urgent", 60, True),
    ],
)
def test_a_storm_is_told_in_one_digest_each_interval(
    urgency: Urgency, last_ago_seconds: int, goes: bool
) -> None:
    notices = (*MANY, notice(9, urgency, group="g9", score=50))
    made = planned(*notices, desk=stormy(last_ago_seconds=last_ago_seconds))
    if goes:
        assert [message.why for message in made.messages] == ["storm"]
        assert told(made)[0][:2] == (
            ["case9", "case8"] if urgency == "urgent" else ["case8", "case7"]
        )
        assert (made.held, made.look_at) == ({}, None)
    else:
        assert made.messages == ()
        wait = 300 if urgency == "high" else 60
        assert made.look_at == NOW + timedelta(seconds=wait - last_ago_seconds)


@pytest.mark.parametrize(
    ("last_ago_seconds", "told_at_once"),
    # While it lasts, none goes alone: it would put off the digest that the others wait for.
    [(599, [9]), (600, [1, 1, 1, 1, 1])],
)
def test_a_storm_is_over_when_the_window_has_passed_since_the_last_message(
    last_ago_seconds: int, told_at_once: list[int]
) -> None:
    rules = StormRules(more_than=5, within_seconds=600)
    made = planned(*MANY, desk=stormy(last_ago_seconds=last_ago_seconds), storms=rules)
    assert [len(message.notices) for message in made.messages] == told_at_once
