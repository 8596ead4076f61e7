"""Who is alerted next and when: PagerDuty's semantics, as design.md asks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earshot.domain.alerted import Told, alerted, attended, ended
from earshot.domain.case import CLOSED, Case, Chain, State
from earshot.domain.escalation import (
    MOST_RETRIGGERS,
    AlertUrgency,
    Step,
    alert_name,
    next_step,
    whom,
)
from earshot.domain.plain import from_plain, to_plain
from earshot.domain.policy import MOST_REPEATS, Level, Policy
from earshot.domain.transition import escalating, move
from tests.unit.domain.examples import NOW, POLICY, RULES, after, case, chain

DAY = 86_400
TRUSTING = POLICY  # levels of 900, 1800 and 600 s, two repeats, an acknowledgement is trusted
STRICT = replace(POLICY, acknowledge_timeout_seconds=3_600)


def at(
    state: State, *, policy: Policy = TRUSTING, acknowledged_in: float = 0, **chained: Any
) -> Case:
    """A case whose chain's last alert went out at NOW and reached somebody."""
    went_out = bool(chained.get("level"))
    chained = {"alerted_at": NOW if went_out else None, "reached": went_out} | chained
    acknowledged = state == "acknowledged"
    return case(
        state,
        chain=chain(policy=policy, **chained),
        acknowledged_at=after(acknowledged_in) if acknowledged else None,
        acknowledged_by="ana" if acknowledged else None,
    )


def alert(level: int, repeat: int = 0, *, lapsed: bool = False) -> tuple[Any, ...]:
    return "alert", level, repeat, 0, lapsed


def wait(seconds: int) -> tuple[Any, ...]:
    return "wait", 0, 0, seconds, False


STOP = ("stop", 0, 0, 0, False)

# (case, seconds since its last alert, what is next)
TIMED: list[tuple[Case, float, tuple[Any, ...]]] = [
    # Nobody was alerted yet.
    (at("open"), 0, alert(1)),
    (at("open"), -60, alert(1)),
    (at("open"), 30 * DAY, alert(1)),
    (at("reopened"), 0, alert(1)),
    (at("open", level=0, repeat=0, retriggers=3), 0, alert(1)),
    (at("open", level=1, alerted_at=None), 0, alert(1)),
    # The first level has 900 s.
    (at("open", level=1), -5, wait(905)),
    (at("open", level=1), 0, wait(900)),
    (at("open", level=1), 1, wait(899)),
    (at("open", level=1), 0.5, wait(900)),
    (at("open", level=1), 898.999999, wait(2)),
    (at("open", level=1), 899, wait(1)),
    (at("open", level=1), 899.25, wait(1)),
    (at("open", level=1), 899.999999, wait(1)),
    (at("open", level=1), 900, alert(2)),
    (at("open", level=1), 900.000001, alert(2)),
    (at("open", level=1), 30 * DAY, alert(2)),
    (at("reopened", level=1), 899, wait(1)),
    (at("reopened", level=1), 900, alert(2)),
    # The second has 1800 s, the third 600 s.
    (at("open", level=2), 900, wait(900)),
    (at("open", level=2), 1_799, wait(1)),
    (at("open", level=2), 1_800, alert(3)),
    (at("open", level=3), 599, wait(1)),
    # After the last level the round begins again, twice.
    (at("open", level=3), 600, alert(1, 1)),
    (at("open", level=1, repeat=1), 0, wait(900)),
    (at("open", level=1, repeat=1), 900, alert(2, 1)),
    (at("open", level=2, repeat=1), 1_800, alert(3, 1)),
    (at("open", level=3, repeat=1), 599, wait(1)),
    (at("open", level=3, repeat=1), 600, alert(1, 2)),
    (at("open", level=1, repeat=2), 900, alert(2, 2)),
    (at("open", level=3, repeat=2), 599, wait(1)),
    (at("open", level=3, repeat=2), 600, STOP),
    (at("open", level=3, repeat=2), 30 * DAY, STOP),
    (at("reopened", level=3, repeat=2), 600, STOP),
    # As long as not one message was taken by its channel, the most rounds of any policy count.
    (at("open", level=1, reached=False), 899, wait(1)),
    (at("open", level=1, reached=False), 900, alert(2)),
    (at("open", level=3, reached=False), 599, wait(1)),
    (at("open", level=3, reached=False), 600, alert(1, 1)),
    (at("open", level=3, repeat=2, reached=False), 600, alert(1, 3)),
    (at("open", level=3, repeat=8, reached=False), 600, alert(1, 9)),
    (at("open", level=3, repeat=9, reached=False), 599, wait(1)),
    (at("open", level=3, repeat=9, reached=False), 600, STOP),
    (at("open", level=2, repeat=5), 1_800, alert(3, 5)),
    (at("open", level=3, repeat=5), 600, STOP),
    # An acknowledgement stops the chain, at every level.
    (at("acknowledged", level=1), 1, STOP),
    (at("acknowledged", level=1), 900, STOP),
    (at("acknowledged", level=2, repeat=1), 1_800, STOP),
    (at("acknowledged", level=3, repeat=2), 30 * DAY, STOP),
    (at("acknowledged", level=0), 0, STOP),
    # Where it must be followed by work, it lapses after an hour, and everything starts anew.
    (at("acknowledged", policy=STRICT, level=1), 0, wait(3_600)),
    (at("acknowledged", policy=STRICT, level=1), 900, wait(2_700)),
    (at("acknowledged", policy=STRICT, level=1), 3_599, wait(1)),
    (at("acknowledged", policy=STRICT, level=1), 3_599.999999, wait(1)),
    (at("acknowledged", policy=STRICT, level=1), 3_600, alert(1, lapsed=True)),
    (at("acknowledged", policy=STRICT, level=3, repeat=2), 3_600, alert(1, lapsed=True)),
    (at("acknowledged", policy=STRICT, level=1, acknowledged_in=600), 3_600, wait(600)),
    (
        at("acknowledged", policy=STRICT, level=1, acknowledged_in=600),
        4_200,
        alert(1, lapsed=True),
    ),
    # Nine times; the tenth lapse is a matter for people.
    (at("acknowledged", policy=STRICT, level=1, retriggers=8), 3_600, alert(1, lapsed=True)),
    (at("acknowledged", policy=STRICT, level=1, retriggers=9), 3_599, wait(1)),
    (at("acknowledged", policy=STRICT, level=1, retriggers=9), 3_600, STOP),
    # Work, waiting for the customer and every end stop it.
    (at("in_progress", policy=STRICT, level=1), 0, STOP),
    (at("in_progress", policy=STRICT, level=1), 30 * DAY, STOP),
    (at("awaiting_customer", policy=STRICT, level=2), 1_800, STOP),
    (at("satisfied", level=1), 900, STOP),
    (at("closed_unanswered", level=1), 900, STOP),
    (at("dismissed", level=1), 900, STOP),
    (at("dismissed"), 0, STOP),
]


def test_the_table_has_more_than_forty_timed_cases() -> None:
    assert len(TIMED) > 40


@pytest.mark.parametrize(("before", "elapsed_seconds", "expected"), TIMED)
def test_the_next_step(before: Case, elapsed_seconds: float, expected: tuple[Any, ...]) -> None:
    step = next_step(before, before.cycle, after(elapsed_seconds))
    assert (step.action, step.level, step.repeat, step.wait_seconds, step.lapsed) == expected
    assert step.reason


LOW = after(3_600)

# (case, seconds since its last alert, what is next, when its waiting is over); urgency is low for
# an hour. `look_at` is 600 s.
HELD_BACK: list[tuple[Case, float, tuple[Any, ...], float | None]] = [
    # Low urgency: the first level once, and then nothing until it turns high.
    (at("open", low_until=LOW), 0, ("alert", 1, "low"), None),
    (at("open", low_until=LOW), 3_599.999999, ("alert", 1, "low"), None),
    (at("open", low_until=LOW), 3_600, ("alert", 1, "high"), None),
    (at("open", low_until=LOW, level=1), 0, ("wait", 3_600, "high"), 3_600),
    (at("open", low_until=LOW, level=1), 900, ("wait", 2_700, "high"), 3_600),
    (at("open", low_until=LOW, level=1), 3_599.5, ("wait", 1, "high"), 3_600),
    (at("open", low_until=LOW, level=1), 3_600, ("alert", 1, "high"), None),
    (at("open", low_until=LOW, level=3), 3_600, ("alert", 1, "high"), None),
    (at("reopened", low_until=LOW, level=1), DAY, ("alert", 1, "high"), None),
    # Where nobody was there the next level is told, and after the last nobody.
    (at("open", low_until=LOW, level=1, nobody=True), 0, ("alert", 2, "low"), None),
    (at("open", low_until=LOW, level=3, nobody=True), 0, ("wait", 3_600, "high"), 3_600),
    # The severe is always high, whoever forgot to say so.
    (replace(at("open", low_until=LOW), urgency="urgent"), 0, ("alert", 1, "high"), None),
    (replace(at("open", low_until=LOW, level=1), urgency="urgent"), 0, ("alert", 1, "high"), None),
    # An acknowledgement lapses no earlier.
    (at("acknowledged", low_until=LOW, level=1), 0, ("stop", 0, "high"), None),
    (
        at("acknowledged", policy=STRICT, low_until=LOW, level=1, acknowledged_in=-1_000),
        2_700,
        ("wait", 900, "high"),
        3_600,
    ),
    (
        at("acknowledged", policy=STRICT, low_until=LOW, level=1, acknowledged_in=60),
        0,
        ("wait", 3_660, "high"),
        3_660,
    ),
    # What waits is looked at before a level's time is over, to the second.
    (at("open", level=1, look_at=after(600)), 0, ("wait", 600, "high"), 900),
    (at("open", level=1, look_at=after(600)), 599.25, ("wait", 1, "high"), 900),
    (at("open", level=1, look_at=after(600)), 600, ("attend", 0, "high"), 900),
    (at("open", level=1, look_at=after(600)), 899, ("attend", 0, "high"), 900),
    (at("open", level=1, look_at=after(600)), 900, ("alert", 2, "high"), None),
    (at("open", level=1, look_at=after(900)), 0, ("wait", 900, "high"), 900),
    (at("open", level=1, look_at=after(901)), 0, ("wait", 900, "high"), 900),
    (at("open", level=1, look_at=after(-60)), 0, ("attend", 0, "high"), 900),
    (at("open", level=0, look_at=after(-60)), 0, ("alert", 1, "high"), None),
    (at("open", level=1, low_until=LOW, look_at=after(600)), 0, ("wait", 600, "high"), 3_600),
    # After the last level only for what waits on purpose.
    (at("open", level=3, repeat=2, look_at=after(700)), 600, ("stop", 0, "high"), None),
    (
        at("open", level=3, repeat=2, look_at=after(700), held=("ana",)),
        600,
        ("wait", 100, "high"),
        None,
    ),
    (
        at("open", level=3, repeat=2, look_at=after(700), held=("ana",)),
        700,
        ("attend", 0, "high"),
        None,
    ),
    (at("open", level=3, repeat=2, held=("ana",)), 600, ("stop", 0, "high"), None),
    # Who has acknowledged or ended it is told nothing more.
    (at("acknowledged", level=1, look_at=after(600)), 600, ("stop", 0, "high"), None),
    (
        at("acknowledged", policy=STRICT, level=1, look_at=after(600)),
        600,
        ("wait", 3_000, "high"),
        3_600,
    ),
    (at("dismissed", level=1, look_at=after(600)), 600, ("stop", 0, "high"), None),
    # Waiting on purpose is no failure, and a failure beside it is one.
    (at("open", level=3, repeat=2, reached=False, held=("ana",)), 600, ("stop", 0, "high"), None),
    (
        at("open", level=3, repeat=2, reached=False, held=("ana",), failed=True),
        600,
        ("alert", 1, "high"),
        None,
    ),
    (at("open", level=3, repeat=2, failed=True), 600, ("stop", 0, "high"), None),
]


@pytest.mark.parametrize(("before", "elapsed_seconds", "expected", "over_in"), HELD_BACK)
def test_what_is_low_or_held_waits(
    before: Case, elapsed_seconds: float, expected: tuple[Any, ...], over_in: float | None
) -> None:
    step = next_step(before, before.cycle, after(elapsed_seconds))
    assert (step.action, step.level or step.wait_seconds, step.urgency) == expected
    assert step.until == (None if over_in is None else after(over_in))


def test_an_execution_that_was_replaced_while_it_slept_stops_and_ends_nothing() -> None:
    before = at("open", level=1, run=2)
    step = next_step(before, 1, after(900), execution=replace(before, chain=chain()).execution)
    assert (step.action, step.reason) == ("stop", "another execution has taken over")
    assert ended(before, step, after(900), RULES) is None
    assert next_step(before, 1, after(900), execution=before.execution).level == 2
    assert next_step(before, 1, after(900)).level == 2


@pytest.mark.parametrize("cycle", [0, 1, 3, 99])
@pytest.mark.parametrize("state", ["open", "reopened", "acknowledged"])
def test_an_escalation_of_another_cycle_stops(state: State, cycle: int) -> None:
    before = replace(at(state, policy=STRICT, level=1), cycle=2)
    step = next_step(before, cycle, after(DAY))
    assert (step.action, "reopened" in step.reason) == ("stop", True)
    assert ended(before, step, after(DAY), RULES) is None


def test_a_case_without_an_escalation_has_no_next_alert() -> None:
    assert next_step(case("open", chain=None), 1, NOW).action == "stop"


@pytest.mark.parametrize(
    ("before", "elapsed_seconds", "reason"),
    [
        (at("open"), 0, "nobody was alerted yet"),
        (at("open", level=1, nobody=True), 0, "there was nobody to tell on level 1"),
        (at("open", level=1, low_until=LOW), 0, "of low urgency until 2026-03-02T13:00:00+00:00"),
        (at("open", level=1, low_until=LOW), 3_600, "the support hours have started"),
        (
            replace(at("open", level=1, low_until=LOW), urgency="urgent"),
            0,
            "it has become urgent",
        ),
        (
            at("open", level=1, look_at=after(60)),
            0,
            "level 1 has until 2026-03-02T12:15:00+00:00; what is held is looked at again at "
            "2026-03-02T12:01:00+00:00",
        ),
        (
            at("open", level=1, look_at=after(60)),
            60,
            "what is held is looked at again; level 1 has until 2026-03-02T12:15:00+00:00",
        ),
        (at("open", level=1), 0, "level 1 has until 2026-03-02T12:15:00+00:00"),
        (at("open", level=1), 900, "level 1 did not acknowledge within 15m"),
        (at("open", level=3), 600, "level 3 did not acknowledge within 10m; again"),
        (
            at("open", level=3, repeat=2),
            600,
            "level 3 did not acknowledge within 10m, and it was the last",
        ),
        (at("acknowledged", level=1), 0, "ana acknowledged it"),
        (
            at("acknowledged", policy=STRICT, level=1),
            0,
            "ana acknowledged it and has until 2026-03-02T13:00:00+00:00",
        ),
        (
            at("acknowledged", policy=STRICT, level=1),
            3_600,
            "ana acknowledged it, and no work followed within 1h",
        ),
        (
            at("acknowledged", policy=STRICT, level=1, retriggers=9),
            3_600,
            "ana acknowledged it; it lapsed too often",
        ),
        (at("in_progress", level=1), 0, "somebody works on it: in progress"),
        (at("closed_unanswered", level=1), 0, "the case is closed unanswered"),
    ],
)
def test_every_step_says_why(before: Case, elapsed_seconds: float, reason: str) -> None:
    assert next_step(before, 1, after(elapsed_seconds)).reason == reason


# After an alert.


def step_of(
    level: int, repeat: int = 0, *, lapsed: bool = False, urgency: AlertUrgency = "high"
) -> Step:
    return Step(
        action="alert", level=level, repeat=repeat, lapsed=lapsed, urgency=urgency, reason="why"
    )


SENT = (Told(contact="ana", channel="sms", reached=True, outcome="sent"),)
FAILED = (Told(contact="ana", channel="email", reached=False, outcome="failed: OptedOut"),)
HELD = (
    Told(
        contact="ben",
        channel="sms",
        reached=False,
        held=True,
        outcome="held until 07:00: quiet hours",
    ),
)


def test_an_alert_is_recorded_with_whom_it_told() -> None:
    recorded = alerted(at("open"), step_of(1), SENT + FAILED, after(7), RULES)
    assert recorded.chain == chain(level=1, alerted_at=after(7), reached=True, failed=True)
    (entry,) = recorded.outbox.journal
    assert (entry.who, entry.what) == ("earshot", "alert")
    assert entry.why == "level 1: why. ana by sms: sent; ana by email: failed: OptedOut"
    assert recorded.version == 4


@pytest.mark.parametrize(
    ("before", "told", "reached"),
    [
        (False, (), False),
        (False, FAILED, False),
        (False, SENT, True),
        (False, FAILED + SENT, True),
        (True, FAILED, True),
    ],
)
def test_who_was_reached_once_stays_reached(
    before: bool, told: tuple[Told, ...], reached: bool
) -> None:
    recorded = alerted(at("open", level=1, reached=before), step_of(2), told, NOW, RULES)
    assert recorded.chain is not None
    assert recorded.chain.reached is reached


def test_an_alert_that_reached_nobody_says_so_and_the_chain_goes_on() -> None:
    recorded = alerted(at("open"), step_of(1), (), NOW, RULES)
    assert "nobody could be told" in recorded.outbox.journal[0].why
    assert next_step(recorded, 1, after(900)).level == 2


def test_an_alert_after_a_lapse_opens_the_case_again_and_counts() -> None:
    before = at("acknowledged", policy=STRICT, level=2, repeat=1, retriggers=3)
    recorded = alerted(before, step_of(1, lapsed=True), SENT, after(3_600), RULES)
    assert recorded.state == "open"
    assert recorded.cycle == before.cycle
    assert recorded.chain == chain(
        policy=STRICT, level=1, repeat=0, retriggers=4, alerted_at=after(3_600), reached=True
    )
    assert [e.what for e in recorded.outbox.journal] == ["acknowledgement_lapses", "alert"]


@pytest.mark.parametrize("state", ["acknowledged", "in_progress", "dismissed", "satisfied"])
def test_an_alert_that_somebody_overtook_is_recorded_and_moves_nothing(state: State) -> None:
    recorded = alerted(at(state, level=1), step_of(2), SENT, after(900), RULES)
    assert recorded.state == state
    assert recorded.chain == chain(level=2, alerted_at=after(900), reached=True)


def test_the_alert_of_a_chain_that_is_gone_changes_nothing() -> None:
    before = case("reopened", chain=None)
    assert alerted(before, step_of(1), (), NOW, RULES) is before


def chain_after(
    before: Case, step: Step, told: tuple[Told, ...], look_at: datetime | None = None
) -> Chain:
    recorded = alerted(before, step, told, after(60), RULES, look_at=look_at)
    assert recorded.chain is not None
    return recorded.chain


def test_what_is_held_is_on_record_and_counts_as_neither_reached_nor_failed() -> None:
    recorded = alerted(at("open"), step_of(1), HELD + HELD, after(7), RULES, look_at=after(600))
    assert recorded.chain == chain(level=1, alerted_at=after(7), held=("ben",), look_at=after(600))
    assert "ben by sms: held until 07:00: quiet hours" in recorded.outbox.journal[0].why


@pytest.mark.parametrize(
    ("told", "failed"),
    [((), False), (SENT, False), (HELD, False), (FAILED, True), (SENT + FAILED + HELD, True)],
)
def test_whether_a_channel_failed_is_the_last_alerts(told: tuple[Told, ...], failed: bool) -> None:
    assert chain_after(at("open", level=1, failed=True), step_of(2), told).failed is failed


@pytest.mark.parametrize(
    ("told", "look_at", "nobody"),
    [((), None, True), ((), after(90), False), (SENT, None, False), (HELD, None, False)],
)
def test_nobody_was_there_where_not_one_message_is_spoken_of(
    told: tuple[Told, ...], look_at: datetime | None, nobody: bool
) -> None:
    before = at("open", level=1, nobody=True)
    assert chain_after(before, step_of(2), told, look_at).nobody is nobody


@pytest.mark.parametrize(
    ("earlier", "later", "lapsed", "expected"),
    [
        (None, None, False, None),
        (90, None, False, 90),
        (None, 90, False, 90),
        (90, 91, False, 90),
        (91, 90, False, 90),
        (90, None, True, None),
        (90, 91, True, 91),
    ],
)
def test_the_earliest_look_counts_and_an_acknowledgement_settles_it(
    earlier: float | None, later: float | None, lapsed: bool, expected: float | None
) -> None:
    before = at(
        "acknowledged" if lapsed else "open",
        policy=STRICT,
        level=1,
        held=("ana",),
        look_at=None if earlier is None else after(earlier),
    )
    look_at = None if later is None else after(later)
    recorded = chain_after(before, step_of(1, lapsed=lapsed), HELD, look_at)
    assert recorded.look_at == (None if expected is None else after(expected))
    assert recorded.held == (("ben",) if lapsed else ("ana", "ben"))


@pytest.mark.parametrize(("urgency", "low_until"), [("low", LOW), ("high", None)])
def test_an_alert_of_high_urgency_ends_the_low_for_good(
    urgency: AlertUrgency, low_until: datetime | None
) -> None:
    before = at("open", low_until=LOW)
    assert chain_after(before, step_of(1, urgency=urgency), SENT).low_until == low_until


def test_a_low_alert_that_took_until_the_hours_had_started_is_told_again_as_a_high_one() -> None:
    before = at("open", low_until=LOW)
    step = next_step(before, 1, after(3_599))
    recorded = alerted(before, step, SENT, after(3_601), RULES)
    again = next_step(recorded, 1, after(3_601))
    assert (step.urgency, again.action, again.level, again.urgency) == ("low", "alert", 1, "high")
    assert alert_name(before, step) != alert_name(recorded, again)


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (step_of(1), "1772452800-1.3.0.1"),
        (step_of(2, 5), "1772452800-1.3.5.2"),
        (step_of(1, lapsed=True), "1772452800-1.4.0.1"),
        (step_of(1, urgency="low"), "1772452800-1.3.0.1.low"),
    ],
)
def test_an_alert_is_called_by_opening_beginning_round_level_and_urgency(
    step: Step, name: str
) -> None:
    assert alert_name(at("open", level=1, retriggers=3), step) == name


@pytest.mark.parametrize(
    ("who", "lapsed", "expected"),
    [
        ("eve", False, ("ben", "cleo")),
        ("eve", True, ("ben", "cleo", "eve")),
        ("cleo", True, ("ben", "cleo")),
        (None, True, ("ben", "cleo")),
    ],
)
def test_an_alert_is_for_its_level_and_for_who_let_an_acknowledgement_lapse(
    who: str | None, lapsed: bool, expected: tuple[str, ...]
) -> None:
    before = replace(at("acknowledged", level=1), acknowledged_by=who)
    assert whom(before, step_of(2, lapsed=lapsed)) == expected


def test_without_an_escalation_an_alert_is_for_nobody() -> None:
    assert whom(case("open", chain=None), step_of(1)) == ()


# What is held is looked at.


def looked(
    before: Case, look_at: datetime | None, told: tuple[Told, ...] = ()
) -> tuple[Case, Chain]:
    case_after = attended(before, look_at, after(60), told=told)
    assert case_after is not None
    assert case_after.chain is not None
    return case_after, case_after.chain


WAITING = at("open", level=1, reached=False, held=("ana", "ben"), look_at=after(60))


def test_a_look_that_tells_nobody_moves_the_next_one_and_is_no_line_in_the_journal() -> None:
    case_after, chain_ = looked(WAITING, after(300))
    assert chain_ == chain(level=1, alerted_at=NOW, held=("ana", "ben"), look_at=after(300))
    assert case_after.version == WAITING.version + 1
    assert case_after.outbox == WAITING.outbox
    assert case_after.changed_at == WAITING.changed_at


def test_what_is_told_at_last_is_journalled_and_reached() -> None:
    case_after, chain_ = looked(WAITING, after(300), SENT + HELD)
    assert chain_ == chain(level=1, alerted_at=NOW, reached=True, held=("ben",), look_at=after(300))
    (entry,) = case_after.outbox.journal
    assert (entry.who, entry.what, entry.why) == ("earshot", "attend", "ana by sms: sent")
    assert case_after.version == WAITING.version + 1


def test_what_fails_at_last_has_failed() -> None:
    _, chain_ = looked(WAITING, None, FAILED)
    assert (chain_.reached, chain_.failed, chain_.held) == (False, True, ())
    _, chain_ = looked(replace(WAITING, chain=chain_), None, SENT)
    assert (chain_.reached, chain_.failed) == (True, True)


def test_without_another_look_nothing_is_held() -> None:
    _, chain_ = looked(WAITING, None)
    assert (chain_.held, chain_.look_at) == ((), None)


def test_what_is_held_without_an_end_stays_held() -> None:
    _, chain_ = looked(WAITING, None, HELD)
    assert (chain_.held, chain_.look_at) == (("ben",), None)


@pytest.mark.parametrize("seconds", [-60, 0, 60, 60.5])
def test_the_next_look_is_never_at_once(seconds: float) -> None:
    case_after, chain_ = looked(WAITING, after(seconds))
    assert chain_.look_at == after(61)
    assert next_step(case_after, 1, after(60)).wait_seconds == 1


def test_a_look_that_changes_nothing_writes_nothing() -> None:
    before = at("open", level=1, held=("ana",), look_at=after(600))
    assert attended(before, after(600), NOW) is None
    assert attended(at("open", level=1), None, NOW) is None
    assert attended(case("open", chain=None), after(600), NOW) is None


def test_what_was_told_is_journalled_though_all_else_is_as_it_was() -> None:
    before = at("open", level=1, failed=True)
    case_after = attended(before, None, NOW, told=SENT)
    assert case_after is not None
    assert len(case_after.outbox.journal) == 1


def test_a_chain_is_kept_as_it_is() -> None:
    full = chain(
        level=1,
        alerted_at=NOW,
        failed=True,
        nobody=True,
        held=("ana",),
        look_at=after(60),
        low_until=LOW,
        run=2,
    )
    assert from_plain(Chain, to_plain(full)) == full


def test_a_chain_that_was_kept_before_there_was_urgency_is_high() -> None:
    old = {"policy": to_plain(POLICY), "level": 1, "alerted_at": NOW.isoformat(), "reached": True}
    assert from_plain(Chain, old) == chain(level=1, alerted_at=NOW, reached=True)


# The end.


def test_an_end_is_recorded_once() -> None:
    stop = Step(action="stop", reason="ana acknowledged it")
    over = ended(at("acknowledged", level=1), stop, after(60), RULES)
    assert over is not None
    assert over.chain == chain(level=1, alerted_at=NOW, reached=True, ended="ana acknowledged it")
    assert [(e.what, e.why) for e in over.outbox.journal] == [
        ("stop_alerting", "ana acknowledged it")
    ]
    assert ended(over, stop, after(120), RULES) is None


def test_what_never_escalated_has_no_end() -> None:
    assert ended(case(chain=None), Step(action="stop", reason="x"), NOW, RULES) is None


# The whole of it, as the state machine runs it.


def run(policy: Policy, acknowledged_at: dict[int, float] | None = None) -> list[tuple[Any, ...]]:
    """Every alert as (seconds since the start, level, repeat, lapsed), until the escalation stops;
    `acknowledged_at` is when somebody acknowledges the n-th alert, in seconds after it."""
    answers = acknowledged_at or {}
    now: datetime = NOW
    current = escalating(case("open", chain=None), policy, "impact", now)
    alerts: list[tuple[Any, ...]] = []
    for _ in range(1_000):
        step = next_step(current, 1, now)
        if step.action == "stop":
            return alerts
        if step.action == "alert":
            alerts.append(((now - NOW).total_seconds(), step.level, step.repeat, step.lapsed))
            current = alerted(current, step, SENT, now, RULES)
            if len(alerts) in answers:
                now += timedelta(seconds=answers[len(alerts)])
                current = move(current, "acknowledge", who="ana", why="", now=now, rules=RULES)
        else:
            now += timedelta(seconds=step.wait_seconds)
    raise AssertionError("the escalation never stops")


def test_a_case_that_nobody_took_is_asked_after() -> None:
    stop = Step(action="stop", reason="level 3 did not acknowledge, and it was the last")
    over = ended(at("open", level=3), stop, after(60), RULES)
    assert over is not None
    (check,) = over.follow_ups
    assert (check.kind, check.due_at) == ("handler_check", after(60 + RULES.handler_after_seconds))
    assert over.outbox.plan == (check,)


def test_nobody_answers_and_every_level_hears_of_it_in_time() -> None:
    assert run(POLICY) == [
        (0, 1, 0, False),
        (900, 2, 0, False),
        (2_700, 3, 0, False),
        (3_300, 1, 1, False),
        (4_200, 2, 1, False),
        (6_000, 3, 1, False),
        (6_600, 1, 2, False),
        (7_500, 2, 2, False),
        (9_300, 3, 2, False),
    ]


def test_an_acknowledgement_of_the_second_level_is_the_last_anybody_hears() -> None:
    assert run(POLICY, {2: 60}) == [(0, 1, 0, False), (900, 2, 0, False)]


def test_an_acknowledgement_without_work_begins_the_rounds_anew() -> None:
    assert run(STRICT, {2: 60})[:4] == [
        (0, 1, 0, False),
        (900, 2, 0, False),
        (900 + 60 + 3_600, 1, 0, True),
        (900 + 60 + 3_600 + 900, 2, 0, False),
    ]


def test_acknowledging_for_ever_without_work_ends_after_nine_new_starts() -> None:
    alerts = run(STRICT, dict.fromkeys(range(1, 100), 60))
    assert len(alerts) == 1 + MOST_RETRIGGERS == 10
    assert [lapsed for _, _, _, lapsed in alerts] == [False] + [True] * 9


timeouts = st.integers(1, 7 * DAY)
policies = st.builds(
    lambda seconds, repeats: Policy(
        levels=tuple(Level(contacts=("ana",), timeout_seconds=s) for s in seconds),
        repeats=repeats,
    ),
    st.lists(timeouts, min_size=1, max_size=6),
    st.integers(0, MOST_REPEATS),
)


@given(policies)
def test_each_level_is_alerted_once_a_round_exactly_when_the_one_before_ran_out(
    policy: Policy,
) -> None:
    expected, start = [], 0
    for repeat in range(policy.repeats + 1):
        for number, level in enumerate(policy.levels, start=1):
            expected.append((start, number, repeat, False))
            start += level.timeout_seconds
    assert run(policy) == expected


@given(policies, st.floats(0, 10**6))
def test_a_wait_ends_at_the_timeout_and_less_than_a_second_after(
    policy: Policy, elapsed: float
) -> None:
    before = at("open", policy=policy, level=1)
    now = after(elapsed)
    step = next_step(before, 1, now)
    if step.action == "wait":
        until = after(policy.levels[0].timeout_seconds)
        awake = now + timedelta(seconds=step.wait_seconds)
        assert step.wait_seconds >= 1
        assert until <= awake < until + timedelta(seconds=1)


def test_closed_states_are_all_in_the_table() -> None:
    assert {before.state for before, _, expected in TIMED if expected == STOP} >= set(CLOSED)
