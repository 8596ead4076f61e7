"""A case's life in memory: what is published, delivered, falls due and is done, step by step, the
stream's records in hand, to be given twice, late or in another order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from earshot.domain.case import Case, FollowUp
from earshot.domain.errors import DeliveryError
from earshot.domain.followup import Duty
from earshot.domain.mention import Found, Mention
from earshot.domain.outlet import SENT_KINDS, Outlet
from earshot.flows.acting import Command, act
from earshot.flows.alerting import Order, alert, decide, look
from earshot.flows.delivering import deliver
from earshot.flows.noticing import notice
from earshot.flows.reminding import remind
from tests.unit.domain.examples import assessment, author, mention
from tests.unit.flows.world import CONFIGURATION, World

COMPLAINT, ANGRY = "My acme kettle broke after a week.", "Still broken, and nobody answers!"
YES, NO, UNCLEAR = "Yes, it works now, thank you!", "No, it is still broken.", "I was away."

HOUR, DAY = 3_600, 86_400

OUTLET = Outlet(use="mastodon", kinds=SENT_KINDS, options={"host": "one.example"})


def answering_world() -> World:
    """An owner who lets everything be sent."""
    brand = replace(CONFIGURATION.brands[0], outlets=(OUTLET,))
    world = World(configuration=replace(CONFIGURATION, brands=(brand,)))
    world.classifier.known = {
        COMPLAINT: assessment(severity=3.0),
        ANGRY: assessment(severity=3.5),
    }
    return world


@dataclass
class Life:
    """One author's thread. `records` are the mentions that the stream holds."""

    world: World = field(default_factory=answering_world)
    records: list[Found] = field(default_factory=list)

    def writes(self, text: str, *, own: bool = False, late_seconds: float = 0.0) -> Found:
        """Published just now, or found so much later."""
        number = len(self.records) + 1
        now = self.world.clock()
        post = mention(
            f"p{number}",
            text=text,
            created_at=now - timedelta(seconds=late_seconds),
            in_reply_to=None if number == 1 else "p1",
            author=author(id="acme", name="@acme@social.example") if own else author(),
        )
        return self.record(post, own=own)

    def record(self, post: Mention, *, own: bool = False) -> Found:
        found = Found(
            mention=post,
            brand="acme",
            watch="acme-main",
            read_at=self.world.clock(),
            own=own,
            recheckable=True,
        )
        self.world.mentions.kept["acme", found.id] = found
        self.records.append(found)
        return found

    def hears(self, found: Found) -> None:
        notice(found, changed=False, scoring=self.world.scoring())

    def delivers(self) -> None:
        for case_id in list(self.world.cases.kept):
            deliver(case_id, self.world.delivering())

    def falls_due(self) -> list[FollowUp]:
        """What leaves the table by now; its records are the world's `follow_ups.left`."""
        before = len(self.world.follow_ups.left)
        self.world.follow_ups.sweep(self.world.clock())
        return self.world.follow_ups.left[before:]

    def minds(self, follow_up: FollowUp) -> Duty:
        return remind(follow_up, self.world.reminding())

    def goes_on(self, seconds: float = 0.0) -> list[Duty]:
        """Time passes; everything is delivered and done that is due by then, in order. Returns what
        was done, without the looks at the clocks."""
        self.world.clock.advance(seconds)
        done: list[Duty] = []
        for _ in range(20):
            self.delivers()
            due = self.falls_due()
            if not due:
                return done
            done += [d for d in map(self.minds, due) if d.action != "clock_look"]
        raise AssertionError("duties without end")

    def escalates(self) -> None:
        """Each escalation that was started takes its next step."""
        for case_id, cycle in self.world.escalations.started:
            case = self.world.cases.get(case_id)
            order = Order(case_id=case_id, cycle=cycle, execution=case.execution if case else None)
            step = decide(order, self.world.notifying())
            order = replace(order, level=step.level, repeat=step.repeat)
            try:
                if step.action == "alert":
                    alert(order, self.world.notifying())
                elif step.action == "attend":
                    look(order, self.world.notifying())
            except DeliveryError:
                continue

    @property
    def case(self) -> Case:
        (case,) = self.world.cases.kept.values()
        return case

    @property
    def journal(self) -> list[str]:
        """What was done, delivered or not."""
        kept = {e.number: e.what for e in self.world.cases.journal(self.case.id)}
        kept |= {e.number: e.what for e in self.case.outbox.journal}
        return [kept[number] for number in sorted(kept)]

    @property
    def sent(self) -> list[str]:
        """The kinds of what stands on the platform, in the order in which it was posted."""
        kinds = {reply.text: reply.kind for reply in self.world.replies.kept.values()}
        return [kinds[text] for text in self.world.platform.texts]


def begun() -> Life:
    """A life in which a complaint was heard."""
    life = Life()
    life.hears(life.writes(COMPLAINT))
    return life


def acts(life: Life, action: Any, **command: Any) -> None:
    act(life.case.id, Command(action=action, **command), who="ben", acting=life.world.acting())


def asked() -> Life:
    """A life in which the customer was asked a minute ago."""
    life = begun()
    life.goes_on()
    acts(life, "assign", to="ben")
    life.goes_on()
    acts(life, "await_customer")
    life.goes_on(48 * HOUR)
    assert life.case.asked_at is not None
    life.world.clock.advance(60)
    return life
