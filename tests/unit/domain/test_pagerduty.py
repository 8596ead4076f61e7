"""PagerDuty's escalation semantics, played on a state machine that sleeps as the real one does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from earshot.domain.alerted import Told, alerted, attended, ended
from earshot.domain.attaching import returned
from earshot.domain.case import Case, Outbox
from earshot.domain.escalation import Step, alert_name, next_step, whom
from earshot.domain.hearing import hear
from earshot.domain.policy import MOST_REPEATS, Policy
from earshot.domain.transition import Action, move
from tests.unit.domain.examples import RULES, attached, heard, hearing_rules, mention
from tests.unit.domain.pagerduty_cases import CALENDARS, POLICIES, ROWS, Row
from workbench.configuration.validation import validated


def moment(text: str) -> datetime:
    """`2 12:15:30`, in March 2026; no time: the midnight."""
    day, _, clock = text.strip().partition(" ")
    hour, minute, second = (*map(int, (clock or "0:00").split(":")), 0, 0)[:3]
    return datetime(2026, 3, int(day), hour, minute, second, tzinfo=UTC)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def spelled(now: datetime) -> str:
    return f"{now.day} {now:%H:%M:%S}".removesuffix(":00")


@dataclass(slots=True)
class Sleeper:
    """An execution of the state machine: it does nothing before it wakes."""

    name: str
    cycle: int
    wakes_at: datetime


@dataclass
class Play:
    """Everything that happens to one case, in order. What happens in the second in which somebody
    wakes happens before."""

    row: Row
    case: Case
    rules: Any
    sleepers: list[Sleeper] = field(default_factory=list)
    started: set[str] = field(default_factory=set)
    alerts: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    told: int = 0

    def run(self) -> list[str]:
        self.deliver(moment(self.row.starts))
        happening = [
            (moment(" ".join(e.split()[:2])), e.split()[2:]) for e in lines(self.row.events)
        ]
        for _ in range(1_000):
            next_wake = min((s.wakes_at for s in self.sleepers), default=None)
            if happening and (next_wake is None or happening[0][0] <= next_wake):
                now, event = happening.pop(0)
                self.happens(event, now)
                self.deliver(now)
            elif next_wake is None:
                return self.log
            else:
                sleeper = next(s for s in self.sleepers if s.wakes_at == next_wake)
                self.wake(sleeper, next_wake)
        raise AssertionError("it never ends")

    def deliver(self, now: datetime) -> None:
        """What the outbox asks for: an execution of a name that ran before is not started again."""
        if self.case.outbox.escalate and self.case.execution not in self.started:
            self.started.add(self.case.execution)
            self.sleepers.append(Sleeper(self.case.execution, self.case.cycle, now))
        self.case = replace(self.case, outbox=Outbox())

    def happens(self, event: list[str], now: datetime) -> None:
        what, *rest = event
        if what == "policy":
            self.rules = replace(self.rules, policy=POLICIES[rest[0]])
        elif what == "hours":
            self.rules = replace(self.rules, support_hours=CALENDARS[rest[0]])
        elif what in ("rises", "complains"):
            same = what == "rises"
            post = mention("p1" if same else f"p{now:%d%H%M}", created_at=now)
            known = attached(read_at=now - timedelta(minutes=1)) if same else None
            loud = heard(post, score=int(rest[0]), read_at=now)
            after = hear(self.case, known, loud, self.rules, now).case
            assert after is not None
            self.case = after
        else:
            who = rest[0] if rest else "ana"
            action = cast(Action, what)
            self.case = move(self.case, action, who=who, why="", now=now, rules=RULES)
            if what == "reopen":
                self.case = returned(self.case, self.rules, now)

    def wake(self, sleeper: Sleeper, now: datetime) -> None:
        before = self.case
        step = next_step(before, sleeper.cycle, now, execution=sleeper.name)
        assert step.reason
        if step.action == "wait":
            assert step.wait_seconds >= 1
            sleeper.wakes_at = now + timedelta(seconds=step.wait_seconds)
            return
        self.log.append(f"{spelled(now)} {self.told_of(step)}")
        if step.action == "alert":
            self.alerts.append(alert_name(before, step))
            look_at, told = self.outcome()
            self.case = alerted(before, step, told, now, RULES, look_at=look_at)
        elif step.action == "attend":
            look_at, told = self.outcome()
            self.case = attended(before, look_at, now, told=told) or before
        else:
            self.sleepers.remove(sleeper)
            self.case = ended(before, step, now, RULES) or before
            assert step.elsewhere == (self.case is before)
        self.case = replace(self.case, outbox=Outbox())

    def told_of(self, step: Step) -> str:
        if step.action != "alert":
            return "replaced" if step.elsewhere else step.action
        words = ["alert", str(step.level)]
        words += ["again", str(step.repeat)] if step.repeat else []
        words += ["low"] if step.urgency == "low" else []
        words += ["lapsed"] if step.lapsed else []
        return f"{' '.join(words)}: {' '.join(whom(self.case, step))}"

    def outcome(self) -> tuple[datetime | None, tuple[Told, ...]]:
        outcome = self.row.told[min(self.told, len(self.row.told) - 1)]
        self.told += 1
        kind, _, at = outcome.partition(" ")
        look_at = moment(at) if at else None
        if kind == "nobody":
            return None, ()
        told = Told(
            contact="ana", channel="sms", reached=kind == "sent", outcome=kind, held=kind == "held"
        )
        return look_at, (told,)


def played(row: Row) -> Play:
    now = moment(row.starts)
    rules = hearing_rules(policy=row.policy, support_hours=row.hours)
    opened = hear(None, None, heard(score=row.score, read_at=now), rules, now).case
    assert opened is not None
    return Play(row=row, case=opened, rules=rules)


def test_the_table_has_the_forty_cases_that_were_promised() -> None:
    assert len(ROWS) >= 40
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_an_escalation_does_what_pagerdutys_would(row: Row) -> None:
    play = played(row)
    expected = lines(row.expected)
    done = play.run()

    if expected[-1] == "...":
        expected.pop()
        assert len(done) > len(expected)
        done = done[: len(expected)]
    assert done == expected
    # Deliveries are kept by this name: two alerts of one name would be told of once.
    assert len(set(play.alerts)) == len(play.alerts)


def test_a_tenth_repeat_is_refused_when_it_is_written() -> None:
    levels = [{"contacts": ["ana"]}]
    policy, problems = validated(Policy, {"levels": levels, "repeats": MOST_REPEATS})
    assert problems == []
    assert policy is not None
    assert policy.repeats == 9
    _, (problem,) = validated(Policy, {"levels": levels, "repeats": 10})
    assert problem[0] == ("repeats",)
