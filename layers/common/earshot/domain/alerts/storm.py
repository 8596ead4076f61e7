"""Storms: many messages to one contact in a short time become one digest after another."""

from __future__ import annotations

from datetime import datetime, timedelta

from earshot.domain.alerts.desk import Desk
from earshot.domain.alerts.rules import StormRules
from earshot.domain.alerts.ruling import Ruling, holds, passes


def is_storm(desk: Desk, rules: StormRules, now: datetime) -> bool:
    """True where one message more would be more than the rules call a storm. What was one lasts
    until the window has passed since the last message: or else each message that leaves the window
    would let a single one out, and put off the digest that all the others wait for."""
    window = timedelta(seconds=rules.within_seconds)
    # Of the messages before the last the desk keeps those that were in the window with it.
    return len(desk.messages) >= rules.more_than and now - desk.messages[-1] < window


def shut(desk: Desk, rules: StormRules, now: datetime) -> Ruling | None:
    """While it storms, what holds whatever waits until the next digest can go at the earliest: who
    posts another notice need not look at all that waits. None where it has to be looked at."""
    if not is_storm(desk, rules, now):
        return None
    ruling = digested(desk, rules, urgent=True, now=now)
    return ruling if ruling.verdict == "hold" else None


def digested(desk: Desk, rules: StormRules, *, urgent: bool, now: datetime) -> Ruling:
    """Whether the next digest may go now, while it storms. The first messages never come here: that
    they went out as they came is what makes a storm."""
    every = rules.urgent_every_seconds if urgent else rules.digest_every_seconds
    due_at = desk.messages[-1] + timedelta(seconds=every)
    many = f"{len(desk.messages)} messages in {rules.within_seconds // 60} minutes"
    if now < due_at:
        return holds(f"a storm, {many}: the next digest", due_at)
    return passes(f"a storm, {many}: one digest")
