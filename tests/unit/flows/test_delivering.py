"""Delivering: what waits in a case's outbox happens, at least once and without harm twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from earshot.domain.case import Case, Outbox
from earshot.domain.errors import StoreError
from earshot.domain.journal import Entry
from earshot.domain.transition import escalating, move, noted
from earshot.flows.delivering import deliver, sweep
from tests.unit.domain.examples import (
    NOW,
    POLICY,
    RULES,
    after,
    attached,
    case,
    chain,
    follow_up,
    found,
)
from tests.unit.flows.world import World

ENTRY = Entry(number=3, at=NOW, who="ana", what="note", why="called")
PLANNED, CANCELLED = follow_up(number=2, due_in=60), follow_up(number=1, due_in=60)
FULL = Outbox(
    escalate=True, attach=(attached(),), plan=(PLANNED,), cancel=(CANCELLED,), journal=(ENTRY,)
)


def waiting(world: World, **changes: Any) -> Case:
    """A case with something of everything in its outbox, and what that refers to."""
    world.follow_ups.put(CANCELLED)
    world.mentions.kept["acme", attached().mention_id] = found()
    return world.kept(**{"outbox": FULL, "chain": chain(), "follow_ups": (PLANNED,)} | changes)


def caused(world: World) -> tuple[object, ...]:
    return (
        tuple(world.escalations.started),
        dict(world.cases.belonging),
        dict(world.follow_ups.kept),
        dict(world.cases.entries),
    )


def test_everything_that_waits_happens_and_the_outbox_is_empty(world: World) -> None:
    kept = waiting(world)
    assert deliver(kept.id, world.delivering()) == "delivered"
    assert world.escalations.started == [(kept.id, 1)]
    assert world.cases.attached(kept.id, attached().mention_id) == attached()
    assert list(world.follow_ups.kept.values()) == [PLANNED]
    assert world.follow_ups.left == [CANCELLED]
    assert world.cases.journal(kept.id) == [ENTRY]
    assert world.now(kept.id) == replace(kept, outbox=Outbox())


def test_delivering_twice_causes_everything_once(world: World) -> None:
    kept = waiting(world)
    deliver(kept.id, world.delivering())
    once = caused(world)
    assert deliver(kept.id, world.delivering()) == "nothing is waiting"
    world.cases.put(kept)  # the outbox as a worker that died before settling left it
    deliver(kept.id, world.delivering())
    assert caused(world) == once


@pytest.mark.parametrize("dies_at", range(6))
def test_a_death_anywhere_leaves_the_outbox_and_a_second_delivery_completes_it(
    dies_at: int,
) -> None:
    whole = World()
    deliver(waiting(whole).id, whole.delivering())
    world = World()
    kept = waiting(world)
    calls = 0

    class Dying:
        """Passes calls on to the fakes, and dies at one of them."""

        def __init__(self, behind: object) -> None:
            self.behind = behind

        def __getattr__(self, name: str) -> Any:
            method = getattr(self.behind, name)
            if name == "get":
                return method

            def call(*arguments: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls > dies_at:
                    raise StoreError("died")
                return method(*arguments)

            return call

    delivering = world.delivering()
    dying = replace(
        delivering,
        cases=Dying(delivering.cases),
        follow_ups=Dying(delivering.follow_ups),
        escalations=Dying(delivering.escalations),
    )
    with pytest.raises(StoreError):
        deliver(kept.id, dying)
    assert world.now(kept.id).outbox == FULL
    deliver(kept.id, delivering)
    assert caused(world) == caused(whole)


@pytest.mark.parametrize("outbox", [None, Outbox()], ids=["no case", "an empty outbox"])
def test_where_nothing_waits_nothing_happens(world: World, outbox: Outbox | None) -> None:
    if outbox is not None:
        world.kept(outbox=outbox)
    assert deliver(case().id, world.delivering()) == "nothing is waiting"
    assert caused(world) == ((), {}, {}, {})


def test_what_changed_meanwhile_keeps_its_outbox(world: World) -> None:
    kept = waiting(world)
    start = world.escalations.start

    def change_then_start(case: Case) -> None:
        world.cases.put(noted(world.now(case.id), who="ben", what="note", why="", now=NOW))
        start(case)

    world.escalations.start = change_then_start  # type: ignore[method-assign]
    deliver(kept.id, world.delivering())
    left = world.now(kept.id)
    assert [entry.who for entry in left.outbox.journal] == ["ana", "ben"]
    assert left.outbox.escalate


def test_a_mention_that_has_expired_since_is_passed_over(world: World) -> None:
    kept = waiting(world)
    world.mentions.kept.clear()
    assert deliver(kept.id, world.delivering()) == "delivered"
    assert world.cases.belonging == {}
    assert world.cases.journal(kept.id) == [ENTRY]


def test_a_slow_delivery_does_not_undo_a_newer_reading(world: World) -> None:
    newer = attached(read_at=after(60))
    waiting(world)
    world.cases.attach(case().id, newer, found(read_at=after(60)))
    deliver(case().id, world.delivering())
    assert world.cases.attached(case().id, newer.mention_id) == newer


def test_an_escalation_is_named_by_case_and_cycle(world: World) -> None:
    kept = waiting(world, cycle=3)
    deliver(kept.id, world.delivering())
    assert world.escalations.started == [(kept.id, 3)]


def test_each_cycle_escalates_once(world: World) -> None:
    loud = escalating(case("open", chain=None), POLICY, "impact 70", NOW)
    world.cases.put(loud)
    deliver(loud.id, world.delivering())
    back = move(
        move(world.now(loud.id), "dismiss", who="ana", why="", now=NOW, rules=RULES),
        "reopen",
        who="ana",
        why="",
        now=NOW,
        rules=RULES,
    )
    world.cases.put(escalating(back, POLICY, "impact 85", NOW))
    deliver(loud.id, world.delivering())
    assert world.escalations.started == [(loud.id, 1), (loud.id, 2)]


def test_a_quiet_return_before_delivery_does_not_use_up_the_new_cycles_escalation(
    world: World,
) -> None:
    loud = escalating(case("open", chain=None), POLICY, "impact 70", NOW)
    dismissed = move(loud, "dismiss", who="ana", why="", now=NOW, rules=RULES)
    back = move(dismissed, "reopen", who="ana", why="", now=NOW, rules=RULES)
    world.cases.put(back)
    deliver(back.id, world.delivering())
    assert world.escalations.started == []
    world.cases.put(escalating(world.now(back.id), POLICY, "impact 85", NOW))
    deliver(back.id, world.delivering())
    assert world.escalations.started == [(back.id, 2)]


# The sweep.


@pytest.mark.parametrize(("waited_seconds", "swept"), [(0, 0), (59, 0), (60, 1), (3_600, 1)])
def test_the_sweep_takes_what_the_stream_should_have_delivered(
    world: World, waited_seconds: int, swept: int
) -> None:
    waiting(world)
    assert sweep(world.delivering(), after(waited_seconds)) == swept
    assert world.now(case().id).outbox.empty is bool(swept)


def test_one_case_that_cannot_be_delivered_does_not_keep_the_others(world: World) -> None:
    for name in ("a", "b", "c"):
        waiting(world, id=name)
    start = world.escalations.start

    def refuse_a(case: Case) -> None:
        if case.id == "a":
            raise StoreError("the state machine is gone")
        start(case)

    world.escalations.start = refuse_a  # type: ignore[method-assign]
    with pytest.raises(StoreError):
        sweep(world.delivering(), after(3_600))
    assert not world.now("a").outbox.empty
    assert world.now("b").outbox.empty
    assert world.now("c").outbox.empty
