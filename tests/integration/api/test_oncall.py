"""Who is on call, as the API tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from earshot.domain.calendar import Calendar
from earshot.domain.configuration import Configuration
from earshot.domain.policy import Level
from earshot.domain.rotation import Override, Rotation, Shift
from tests.integration.api.client import MACHINE, event, get, send
from workbench.rehearsal.given import CONFIGURATION, POLICY
from workbench.rehearsal.world import World


def rotating(configuration: Configuration, **rotations: Rotation) -> Configuration:
    """With these rotations, and a policy whose levels name a rotation, both, and a contact."""
    levels = (
        Level(contacts=("support",)),
        Level(contacts=("support", "ana"), channels=("sms",), timeout_seconds=600),
        Level(contacts=("bram",)),
    )
    policy = replace(POLICY, levels=levels, repeats=2)
    return replace(configuration, rotations=rotations, escalation={"default": policy})


@pytest.fixture
def daily(earshot: World) -> Iterator[World]:
    """Ana from today's midnight on, Bram from tomorrow's."""
    rotation = Rotation(
        contacts=("ana", "bram"), hand_over="00:00", first_turn=f"{earshot.now():%Y-%m-%d}"
    )
    earshot.push(rotating(CONFIGURATION, support=rotation))
    yield earshot


def test_each_rotation_tells_who_is_on_call_now_and_next(daily: World) -> None:
    today = daily.now().replace(hour=0, minute=0, second=0, microsecond=0)
    days = [(today + timedelta(days=n)).isoformat() for n in range(3)]
    answer = get("/oncall").json

    assert answer["at"] == daily.now().isoformat()
    assert answer["rotations"] == [
        {
            "rotation": "support",
            "time_zone": "UTC",
            "now": {
                "contacts": ["ana"],
                "since": days[0],
                "until": days[1],
                "kind": "plan",
                "reason": f"the turn of {days[0][:10]}",
            },
            "next": {
                "contacts": ["bram"],
                "since": days[1],
                "until": days[2],
                "kind": "plan",
                "reason": f"the turn of {days[1][:10]}",
            },
        }
    ]


def test_each_brand_tells_whom_each_level_would_reach(daily: World) -> None:
    (brand,) = get("/oncall").json["brands"]

    assert (brand["brand"], brand["display_name"]) == ("lumo", "Lumo")
    assert (brand["policy"], brand["repeats"]) == ("default", 2)
    assert [(lv["level"], lv["names"], lv["contacts"]) for lv in brand["levels"]] == [
        (1, ["support"], ["ana"]),
        # Once, though she is named and on call.
        (2, ["support", "ana"], ["ana"]),
        (3, ["bram"], ["bram"]),
    ]
    assert [(lv["channels"], lv["timeout_seconds"]) for lv in brand["levels"]][:2] == [
        ([], 1800),
        (["sms"], 600),
    ]


def test_the_next_day_it_is_the_other(daily: World) -> None:
    daily.pass_time(days=1)
    answer = get("/oncall").json

    assert answer["rotations"][0]["now"]["contacts"] == ["bram"]
    levels = answer["brands"][0]["levels"]
    assert [level["contacts"] for level in levels] == [["bram"], ["bram", "ana"], ["bram"]]


def test_an_override_is_told_as_one(earshot: World) -> None:
    day = earshot.now()
    override = Override(
        contact="bram",
        from_=f"{day:%Y-%m-%d} 00:00",
        until=f"{day + timedelta(days=1):%Y-%m-%d} 00:00",
    )
    earshot.push(
        rotating(CONFIGURATION, support=Rotation(contacts=("ana",), overrides=(override,)))
    )
    held = get("/oncall").json["rotations"][0]

    assert (held["now"]["contacts"], held["now"]["kind"]) == (["bram"], "override")
    assert held["now"]["reason"].startswith("bram takes over from")
    assert (held["next"]["contacts"], held["next"]["until"]) == (["ana"], None)


def test_a_gap_and_a_rotation_that_never_changes_are_told(earshot: World) -> None:
    never = Calendar(hours={"mon": ((0, 1),)}, holidays=tuple(f"{m:02}-{d:02}" for m in range(1, 13)
                     for d in range(1, 29)))  # fmt: skip
    gap = Rotation(shifts=(Shift(contacts=("ana",), calendar="never"),))
    made = rotating(CONFIGURATION, support=gap, alone=Rotation(contacts=("bram",)))
    earshot.push(replace(made, calendars={"never": never}))
    answer = get("/oncall").json
    support, alone = answer["rotations"]

    assert (support["now"]["contacts"], support["now"]["kind"]) == ([], "nobody")
    assert (alone["now"]["contacts"], alone["now"]["since"]) == (["bram"], None)
    assert (alone["now"]["until"], alone["next"]) == (None, None)
    assert [level["contacts"] for level in answer["brands"][0]["levels"]] == [[], ["ana"], ["bram"]]


def test_without_rotations_the_levels_are_told_all_the_same(earshot: World) -> None:
    answer = get("/oncall").json

    assert answer["rotations"] == []
    levels = answer["brands"][0]["levels"]
    assert [(level["names"], level["contacts"]) for level in levels] == [
        (["ana"], ["ana"]),
        (["bram"], ["bram"]),
    ]


def test_machines_may_ask_and_strangers_may_not(earshot: World) -> None:
    assert send(event("GET", "/oncall", authorizer=MACHINE)).status == 200
    assert send(event("GET", "/oncall", authorizer=None)).status == 401


def test_nobodys_address_is_told(earshot: World) -> None:
    assert "@" not in get("/oncall").body
    assert "+3" not in get("/oncall").body
