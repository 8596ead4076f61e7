"""Notices on desks, as alerts lay them there: to begin a test of notifying from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from earshot.domain.alerts.notice import Notice
from earshot.domain.calendar import Calendar
from earshot.domain.contact import Contact
from earshot.domain.errors import DeliveryError
from earshot.domain.escalation import Step
from earshot.domain.impact import Urgency
from earshot.domain.link import digest
from earshot.domain.policy import Level, Policy
from earshot.domain.transition import move
from earshot.flows.notifying.attending import Attended, attend, sweep
from earshot.flows.notifying.posting import case_notices, post
from tests.unit.domain.examples import NOW, RULES, chain, impact
from tests.unit.flows.world import ANA_EMAIL, ANA_SMS, World

REFUSED = DeliveryError("OptedOut", permanent=True)
DOWN = DeliveryError("Throttling")
BOTH = [ANA_SMS, ANA_EMAIL]
EVENINGS = Calendar(hours={"mon-fri": ((18 * 60, 22 * 60),)})
OPENING = NOW.replace(hour=18)


def settle(world: World, **changes: Any) -> None:
    world.configuration = replace(world.configuration, **changes)


def ana_is(world: World, **changes: Any) -> Contact:
    contacts = {contact.name: contact for contact in world.configuration.contacts}
    contacts["ana"] = replace(contacts["ana"], **changes)
    settle(world, contacts=tuple(contacts.values()))
    return contacts["ana"]


def ana_reads_in_the_evening(world: World) -> None:
    ana_is(world, hours="evenings")
    settle(world, calendars={"evenings": EVENINGS})


def laid(
    world: World, number: int = 1, urgency: Urgency = "high", *, contact: str = "ana", **case: Any
) -> Notice:
    """The notice of a case of that number, on the contact's desk, which nobody has looked at yet.
    Each number is a topic of its own, and so a group, unless one is given."""
    about = {"impact": impact(60 + number), "topics": (f"topic-{number}",)} | case
    kept = world.kept(
        id=f"case{number}",
        urgency=urgency,
        opened_at=world.clock(),
        chain=chain(policy=Policy(levels=(Level(contacts=(contact,)),))),
        **about,
    )
    step = Step(action="alert", level=1, reason="")
    (notice,), _ = case_notices(kept, step, world.configuration, world.clock())
    post([notice], world.notifying().posting)
    return notice


def posted(world: World, number: int = 1, urgency: Urgency = "high", **case: Any) -> Attended:
    """As an alert does: laid on the desk, and looked at."""
    notice = laid(world, number, urgency, **case)
    return attend(notice.contact, world.notifying(), notice)


def pass_minutes(world: World, minutes: float) -> None:
    """With the sweep of each."""
    until = world.clock() + timedelta(minutes=minutes)
    while world.clock() < until:
        world.clock.at = min(until, world.clock() + timedelta(minutes=1))
        sweep(world.notifying())


def linked(world: World, text: str) -> list[str]:
    """The cases whose acknowledge links the text has, in its order."""
    secrets = dict.fromkeys(re.findall(r"https://api\.example/ack/(secret-\d+)", text))
    return [world.deliveries.tokens[digest(secret)].case_id for secret in secrets]


def letters(world: World, address: str = ANA_EMAIL) -> list[list[str]]:
    """Of each letter to the address, the cases that it tells of."""
    return [linked(world, text) for to, text in world.notifier.sent if to == address]


def nothing_waits(world: World, contact: str = "ana") -> bool:
    return contact not in world.desks.looks and world.desks.waiting(contact, 1) == []


def moved(world: World, case_id: str, action: Any) -> None:
    """What ben does with the case."""
    kept = world.now(case_id)
    world.cases.put(move(kept, action, who="ben", why="", now=world.clock(), rules=RULES))
