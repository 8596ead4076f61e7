"""Attending: one contact's desk is looked at, and what may be told now is told.

A seat at the desk is taken first: whoever dies there leaves what waits, and the next one comes when
the seat has run out. A notice is marked as told after a channel took it, so that a death in
between, and nothing else, tells it twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from earshot.domain.alerts.desk import (
    HOUR,
    Desk,
    after_failure,
    earliest,
    soonest,
    tried_again_at,
)
from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import LOOK_AGAIN, after_telling, foreseen, plan
from earshot.domain.alerts.ruling import Ruling, drops, holds
from earshot.domain.alerts.storm import shut
from earshot.domain.errors import EarshotError, NotFoundError
from earshot.flows.notifying.means import Notifying
from earshot.flows.notifying.sending import AtHand, Attempt, send
from earshot.flows.notifying.situation import as_it_is, cases_of, situation
from earshot.ports import Seat

SEATED = timedelta(seconds=30)
"""How long a seat lasts from one message to the next: two channels that hang, and some room. Who
dies there keeps the others waiting as long."""

BUSY = "somebody else writes to this contact just now"

SOON = timedelta(seconds=5)
"""When to look again where that is so."""

MOST_LOOKED_AT = 500
"""At once of what waits on one desk, which is also the most that a digest tells of. More is a storm
or a long night."""

MOST_PARTS = 10
"""So many times as much in one sitting, in a few seconds: what is severe among it shall not wait
behind what is held."""

MOST_RECORDED = 20
"""Of a digest that no channel took; each try says the same of all of it."""

MOST_DESKS = 100
"""A sweep looks at most at so many of each shard; the rest is the next minute's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """What became of the notices, by their ids: what each channel did, or why it was not told now.
    `all_held` is what holds every notice that is not among them. `look_at` is when the desk is
    looked at again, None where nothing waits there."""

    attempts: dict[str, Attempt] = field(default_factory=dict)
    untold: dict[str, Ruling] = field(default_factory=dict)
    all_held: Ruling | None = None
    look_at: datetime | None = None

    def of_case(self, case_id: str) -> tuple[str, ...]:
        """Of the notices those of the case: their ids begin with its own."""
        seen = dict.fromkeys((*self.attempts, *self.untold))
        return tuple(key for key in seen if key.startswith(f"{case_id}."))


def attend(
    contact: str, notifying: Notifying, posted: Notice | None = None, *, thorough: bool = False
) -> Attended:
    """Looks at the desk, and no more of it than is needed where only what was `posted` just now is
    new to it; `thorough` is for whoever cannot know. Errors are raised when the seat was given
    back."""
    now = notifying.clock()
    seat = notifying.desks.take(contact, now, now + SEATED)
    if seat is None:
        return Attended(all_held=holds(BUSY, now + SOON), look_at=now + SOON)
    sitting = _Sitting(notifying, seat)
    try:
        attended = sitting.work() if thorough else sitting.glance(posted) or sitting.work()
    except Exception:
        # Somebody else shall try at once, unless the desk is theirs already.
        with suppress(EarshotError):
            notifying.desks.give_back(seat, sitting.desk, notifying.clock())
        raise
    notifying.desks.give_back(seat, sitting.desk, attended.look_at)
    return attended


def sweep(notifying: Notifying) -> int:
    """Attends every desk that is due; returns how many. One that cannot be attended does not keep
    the others; its error is raised when all had their turn."""
    failed: Exception | None = None
    due = notifying.desks.due(notifying.clock(), MOST_DESKS)
    for contact in due:
        try:
            attend(contact, notifying, thorough=True)
        except Exception as error:  # noqa: BLE001 - one desk's edge: raised below
            failed = error
    if failed is not None:
        raise failed
    return len(due)


class _Sitting:
    """The work at one desk, which changes as messages go out."""

    def __init__(self, notifying: Notifying, seat: Seat) -> None:
        self.notifying = notifying
        self.seat = seat
        self.desk = seat.desk
        self.has_failed = False

    def glance(self, posted: Notice | None) -> Attended | None:
        """What the desk alone tells; None where all that waits has to be looked at."""
        now, new = self.notifying.clock(), self.seat.called - self.desk.known
        if new > (1 if posted is not None else 0):
            return None
        ruling = foreseen(self.desk, posted, now)
        look_at = self.desk.look_at
        if ruling is None:
            ruling = shut(self.desk, self.notifying.configuration.storms, now)
            look_at = ruling.until if ruling is not None else None
        if ruling is None:
            return None
        self.desk = replace(self.desk, known=self.seat.called)
        return Attended(all_held=ruling, look_at=look_at)

    def work(self) -> Attended:
        """All that waits, part by part, each by what the ones before have left of the rules."""
        attended, turns, after = Attended(), dict[str, datetime](), ""
        for _ in range(MOST_PARTS):
            waiting = self.notifying.desks.waiting(self.seat.contact, MOST_LOOKED_AT, after)
            if waiting:
                attended = _both(attended, self._work_at(waiting, turns))
            if len(waiting) < MOST_LOOKED_AT:
                break
            after = waiting[-1].id
            self._reserved(self.desk)
        else:
            # The rest is for whoever sits here next, when some of this is told or over.
            later = earliest((attended.look_at, self.notifying.clock() + LOOK_AGAIN))
            attended = replace(attended, look_at=later)
        look_at = attended.look_at
        self.desk = replace(
            self.desk, looks=soonest(turns), look_at=look_at, known=self.seat.called
        )
        return attended

    def _work_at(self, waiting: Sequence[Notice], turns: dict[str, datetime]) -> Attended:
        """`turns` gets the turns of the groups that wait for theirs."""
        notifying, desks = self.notifying, self.notifying.desks
        now = notifying.clock()
        try:
            contact = notifying.configuration.contact(self.seat.contact)
        except NotFoundError:
            desks.clear(waiting)
            gone = drops("no longer a contact")
            return Attended(untold={notice.id: gone for notice in waiting})
        cases = cases_of(waiting, notifying)
        notices = {notice.id: as_it_is(notice, cases) for notice in waiting}
        scene = situation(contact, list(notices.values()), cases, now, notifying)
        at_hand = AtHand(scene, cases, notifying)
        made = plan(self.desk, list(notices.values()), scene)
        untold = made.held | {key: drops(why) for key, why in made.dropped.items()}
        if made.dropped:
            desks.clear([notices[key] for key in made.dropped])
        attempts: dict[str, Attempt] = {}
        looks = [made.look_at]
        for message in made.messages:
            attempt = send(message, self.desk, at_hand, self._reserved)
            attempts |= {notice.id: attempt for notice in message.notices}
            if attempt.reached:
                self.desk = after_telling(self.desk, message, scene)
                self._keep(message.notices, attempt)
            else:
                looks.append(self._put_off(message.notices, attempt, untold))
        for group, turn_at in made.looks.items():
            turns[group] = min(turn_at, turns.get(group, turn_at))
        return Attended(attempts=attempts, untold=untold, look_at=earliest(looks))

    def _reserved(self, desk: Desk) -> None:
        """Written before each message goes: that it counts, and that the seat is still ours."""
        until = self.notifying.clock() + SEATED
        self.notifying.desks.note(self.seat, desk, until)
        self.desk = desk

    def _keep(self, notices: Sequence[Notice], attempt: Attempt) -> None:
        now = self.notifying.clock()
        self.notifying.desks.remember(notices, attempt.outcomes, now)

    def _put_off(
        self, notices: Sequence[Notice], attempt: Attempt, untold: dict[str, Ruling]
    ) -> datetime:
        """No channel took it: when it is tried again."""
        now = self.notifying.clock()
        self.notifying.desks.failed(notices[:MOST_RECORDED], attempt.outcomes, now)
        until = attempt.held_until
        if until is None:
            # However many messages there are, the channels that fail are the same.
            if not self.has_failed:
                self.desk = after_failure(self.desk)
            self.has_failed = True
            until = tried_again_at(self.desk, now) if attempt.error is not None else now + HOUR
        untold |= {notice.id: holds(attempt.reason, until) for notice in notices}
        return until


def _both(one: Attended, other: Attended) -> Attended:
    return Attended(
        attempts=one.attempts | other.attempts,
        untold=one.untold | other.untold,
        look_at=earliest((one.look_at, other.look_at)),
    )
