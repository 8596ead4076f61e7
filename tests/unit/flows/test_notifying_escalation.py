"""What waits on desks, as the escalations of its cases see it: told once, and on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from earshot.domain.alerts.rules import Caps
from earshot.domain.case import Case
from earshot.domain.escalation import Step, next_step
from earshot.domain.policy import Level, Policy
from earshot.domain.rotation import Override, Rotation
from earshot.flows.alerting import Order, alert, decide, look
from earshot.flows.notifying.attending import sweep
from tests.unit.domain.examples import NOW, after, chain, impact
from tests.unit.flows.desk_work import (
    BOTH,
    DOWN,
    OPENING,
    REFUSED,
    ana_is,
    ana_reads_in_the_evening,
    letters,
    moved,
    settle,
)
from tests.unit.flows.world import ANA_EMAIL, ANA_SMS, BEN_EMAIL, World

ANA_ONLY = Policy(levels=(Level(contacts=("ana",), timeout_seconds=900),))


def opened(world: World, number: int = 1, policy: Policy = ANA_ONLY, **about: Any) -> Order:
    """A case whose escalation begins now."""
    given = {"impact": impact(60 + number), "topics": ("delivery",), "opened_at": world.clock()}
    kept = world.kept(id=f"case{number}", chain=chain(policy=policy), **given | about)
    return Order(case_id=kept.id, cycle=kept.cycle, execution=kept.execution)


def step_of(world: World, order: Order) -> Step:
    """What the state machine does next: decides, and carries it out."""
    step = decide(order, world.notifying())
    if step.action == "alert":
        alert(replace(order, level=step.level, repeat=step.repeat), world.notifying())
    elif step.action == "attend":
        look(order, world.notifying())
    return step


def run(world: World, order: Order, *, until_minutes: float, sweeping: bool = False) -> None:
    """The execution to the second, with the sweep of each minute where it is asked for."""
    end = world.clock() + timedelta(minutes=until_minutes)
    due = world.clock()
    while world.clock() < end:
        if world.clock() >= due:
            step = step_of(world, order)
            if step.action == "stop":
                return
            due = world.clock() + timedelta(seconds=max(1, step.wait_seconds))
        if sweeping:
            sweep(world.notifying())
        on_the_minute = world.clock() + timedelta(minutes=1)
        world.clock.at = min(due, end, on_the_minute) if sweeping else min(due, end)


def journal(world: World, case_id: str = "case1") -> list[str]:
    return [f"{entry.what}: {entry.why}" for entry in world.now(case_id).outbox.journal]


def chained(world: World, case_id: str = "case1") -> Any:
    kept = world.now(case_id).chain
    assert kept is not None
    return kept


def alerts(world: World, case_id: str = "case1") -> int:
    return sum(line.startswith("alert: ") for line in journal(world, case_id))


def test_what_is_held_is_on_record_with_its_reason_and_told_when_it_may_be(world: World) -> None:
    ana_reads_in_the_evening(world)
    hours = replace(ANA_ONLY, levels=(replace(ANA_ONLY.levels[0], timeout_seconds=86_400),))
    order = opened(world, policy=hours)
    step_of(world, order)
    (line,) = journal(world)
    assert line.endswith("ana by any channel: held until 2026-03-02T18:00:00+00:00: quiet hours")
    assert (chained(world).held, chained(world).look_at) == (("ana",), OPENING)
    assert step_of(world, order).wait_seconds == 6 * 3_600
    world.clock.at = OPENING
    assert step_of(world, order).action == "attend"
    assert journal(world)[1:] == ["attend: ana by sms: sent; ana by email: sent"]
    assert (chained(world).reached, chained(world).held, chained(world).look_at) == (True, (), None)


def by_the_sweep(world: World, other: Order) -> None:
    sweep(world.notifying())


def by_the_other_case(world: World, other: Order) -> None:
    assert step_of(world, other).action == "attend"


@pytest.mark.parametrize("somebody_else", [by_the_sweep, by_the_other_case])
def test_what_somebody_else_told_is_on_record_and_counts_as_reached(
    world: World, somebody_else: Callable[[World, Order], None]
) -> None:
    settle(world, routes=())
    order, other = opened(world, 1), opened(world, 2)
    step_of(world, order)
    step_of(world, other)
    world.clock.advance(30)
    somebody_else(world, other)
    assert letters(world) == [["case2", "case1"]]
    step_of(world, order)
    assert journal(world)[1:] == ["attend: ana by any channel: it was told already"]
    assert (chained(world).reached, chained(world).held, chained(world).look_at) == (True, (), None)


def test_what_is_urgent_is_looked_at_again_where_somebody_writes_to_the_contact(
    world: World,
) -> None:
    settle(world, routes=())
    order = opened(world, urgency="urgent")
    world.desks.seated.add("ana")
    assert step_of(world, order).action == "alert"
    assert (chained(world).held, chained(world).look_at) == (("ana",), after(5))
    world.clock.advance(5)
    assert step_of(world, order).action == "attend"
    assert chained(world).look_at == after(10)
    world.desks.seated.clear()
    world.clock.advance(5)
    assert step_of(world, order).action == "attend"
    assert letters(world) == [["case1"]]
    assert chained(world).reached


def test_what_is_not_urgent_is_left_to_the_sweep_of_each_minute(world: World) -> None:
    settle(world, routes=())
    order = opened(world)
    step_of(world, order)
    world.clock.advance(30)
    world.desks.seated.add("ana")
    assert step_of(world, order).action == "attend"
    assert (chained(world).held, chained(world).look_at) == (("ana",), after(30 + 300))
    world.desks.seated.clear()
    world.clock.advance(30)
    sweep(world.notifying())
    assert letters(world) == [["case1"]]


@pytest.mark.parametrize("sweeping", [False, True])
@pytest.mark.parametrize("repeats", [0, 2])
def test_an_owners_repeats_are_kept_to_whoever_told_the_first_message(
    world: World, repeats: int, sweeping: bool
) -> None:
    settle(world, routes=())
    order = opened(world, policy=replace(ANA_ONLY, repeats=repeats))
    run(world, order, until_minutes=600, sweeping=sweeping)
    assert alerts(world) == 1 + repeats
    assert len(letters(world)) == 1 + repeats
    assert chained(world).ended is not None


def test_two_cases_of_a_group_begin_together_and_both_know_that_it_was_told(world: World) -> None:
    settle(world, routes=())
    orders = [opened(world, 1), opened(world, 2)]
    for _ in range(120):
        for order in orders:
            step_of(world, order)
        world.clock.advance(30)
    for case_id in ("case1", "case2"):
        assert chained(world, case_id).reached
        assert chained(world, case_id).ended is not None
        assert alerts(world, case_id) == 1 + ANA_ONLY.repeats


def test_what_is_over_every_cap_waits_on_purpose_and_costs_the_owner_no_repeats(
    world: World,
) -> None:
    settle(world, caps=Caps(sms_an_hour=1, emails_an_hour=1))
    first, order = opened(world, 1), opened(world, 2, topics=("outage",))
    step_of(world, first)
    world.clock.advance(2)
    step_of(world, order)
    assert (chained(world, "case2").held, chained(world, "case2").failed) == (("ana",), False)
    run(world, order, until_minutes=300)
    assert alerts(world, "case2") == 1


def test_a_channel_that_refused_is_on_record_also_where_another_is_over_its_cap(
    world: World,
) -> None:
    ana_is(world, high=("sms", "email"))
    settle(world, caps=Caps(sms_an_hour=1))
    step_of(world, opened(world, 1))
    world.notifier.refusals = {ANA_EMAIL: REFUSED}
    step_of(world, opened(world, 2, topics=("outage",)))
    assert "ana by email: failed: OptedOut" in journal(world, "case2")[0]
    assert (chained(world, "case2").failed, chained(world, "case2").held) == (True, ("ana",))


def test_who_acknowledges_while_a_message_waits_is_spared_it(world: World) -> None:
    settle(world, routes=())
    order = opened(world)
    step_of(world, order)
    moved(world, "case1", "acknowledge")
    world.clock.advance(30)
    assert step_of(world, order).action == "stop"
    sweep(world.notifying())
    assert world.notifier.sent == []


SUPPORT = Policy(levels=(Level(contacts=("support",), timeout_seconds=86_400),))


def ana_hands_over_to_ben(world: World) -> None:
    """At 15:00; it is noon."""
    handed = Override(contact="ben", from_="2026-03-02 15:00", until="2026-03-03 15:00")
    rotation = Rotation(contacts=("ana",), overrides=(handed,))
    settle(world, rotations={"support": rotation})


def test_who_was_on_call_when_it_was_alerted_is_told_though_somebody_took_over(
    world: World,
) -> None:
    ana_reads_in_the_evening(world)
    ana_hands_over_to_ben(world)
    order = opened(world, policy=SUPPORT)
    step_of(world, order)
    assert chained(world).held == ("ana",)
    world.clock.at = OPENING
    assert step_of(world, order).action == "attend"
    assert world.notifier.reached == BOTH
    assert journal(world)[1:] == ["attend: ana by sms: sent; ana by email: sent"]


def test_the_next_alert_goes_to_whoever_is_on_call_by_then(world: World) -> None:
    ana_hands_over_to_ben(world)
    short = replace(SUPPORT, levels=(replace(SUPPORT.levels[0], timeout_seconds=4 * 3_600),))
    order = opened(world, policy=replace(short, repeats=1))
    step_of(world, order)
    world.clock.advance(4 * 3_600)
    step_of(world, order)
    assert world.notifier.reached == [*BOTH, BEN_EMAIL]


def test_a_lapse_that_is_held_for_who_acknowledged_is_told_to_them(world: World) -> None:
    ana_reads_in_the_evening(world)
    strict = Policy(
        levels=(Level(contacts=("ben",), timeout_seconds=86_400),),
        acknowledge_timeout_seconds=3_600,
    )
    order = opened(
        world,
        state="acknowledged",
        acknowledged_by="ana",
        acknowledged_at=after(-3_600),
    )
    kept = world.now("case1")
    lapsing = chain(policy=strict, level=1, alerted_at=after(-7_200), reached=True)
    world.cases.put(replace(kept, chain=lapsing))
    step_of(world, order)
    assert world.notifier.reached == [BEN_EMAIL]
    assert chained(world).held == ("ana",)
    world.clock.at = OPENING
    assert step_of(world, order).action == "attend"
    assert world.notifier.reached == [BEN_EMAIL, *BOTH]


def test_channels_that_work_again_are_on_record_whoever_found_out(world: World) -> None:
    order = opened(world)
    world.notifier.refusals = {ANA_SMS: DOWN, ANA_EMAIL: DOWN}
    alert(replace(order, level=1, attempt=9), world.notifying())
    assert not chained(world).reached
    world.notifier.refusals = {}
    world.clock.advance(5)
    sweep(world.notifying())
    assert world.notifier.reached == BOTH
    assert step_of(world, order).action == "attend"
    assert chained(world).reached


def test_looking_again_at_what_is_still_held_writes_nothing_into_the_journal(world: World) -> None:
    ana_reads_in_the_evening(world)
    order = opened(world)
    step_of(world, order)
    before = journal(world)
    for _ in range(3):
        world.clock.advance(60)
        kept: Case = world.now("case1")
        world.cases.put(replace(kept, chain=replace(chained(world), look_at=world.clock())))
        assert next_step(world.now("case1"), 1, world.clock()).action == "attend"
        step_of(world, order)
    assert journal(world) == before
    assert chained(world).look_at == OPENING
    assert NOW < OPENING
