"""Whatever happens to a case, in whatever order, twice or late: what must never be is not.

A Hypothesis state machine lives cases through the real flows, in memory: 2,000 of them, each of up
to 50 steps, in four parts that may run side by side.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from earshot.domain.case import UNACKNOWLEDGED, Case
from earshot.domain.errors import (
    EarshotError,
    IllegalTransitionError,
    ReplyRefusedError,
    SourceUnavailableError,
    StoreError,
    WrongFieldError,
)
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.domain.sending import kind_of
from earshot.domain.verifying import verified
from earshot.flows.acting import Command, act
from tests.unit.flows.lives import ANGRY, COMPLAINT, NO, UNCLEAR, YES, Life

LOST = SourceUnavailableError("cut short")
TROUBLES: dict[str, EarshotError] = {
    "lost": LOST,
    "down": SourceUnavailableError("503"),
    "locked": ReplyRefusedError("the thread is locked"),
}
COMMANDS = {
    "acknowledge": Command(action="acknowledge"),
    "assign": Command(action="assign", to="ben"),
    "hand over": Command(action="assign", to="cleo"),
    "answered": Command(action="reply", note="by telephone"),
    "update": Command(action="reply", kind="update"),
    "ask": Command(action="reply", kind="satisfaction"),
    "await": Command(action="await_customer"),
    "yes": Command(action="customer_says", answer="yes"),
    "no": Command(action="customer_says", answer="no"),
    "dismiss": Command(action="dismiss"),
    "reopen": Command(action="reopen"),
}
SECONDS = (1, 61, 130, 1_800, 4 * 3_600, 48 * 3_600, 7 * 86_400)


class CaseLives(RuleBasedStateMachine):
    """One author's thread with everything that can come of it."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Life()
        self.heard = self.minded = 0
        self.last: Case | None = None
        self.entries: list[Entry] = []
        self.introductions = 0

    # ------------------------------------------------------------------ what happens

    @initialize(heard=st.booleans())
    def a_complaint_is_published(self, heard: bool) -> None:
        self.life.writes(COMPLAINT)
        if heard:
            self.everything_catches_up(0)

    @rule(
        text=st.sampled_from((YES, NO, UNCLEAR, COMPLAINT, ANGRY)),
        late_seconds=st.sampled_from((0, 0, 90, 5_000)),
    )
    def the_customer_writes(self, text: str, late_seconds: int) -> None:
        self.life.writes(text, late_seconds=late_seconds)

    @rule()
    def the_brand_writes_by_hand(self) -> None:
        self.life.writes("Hi kim, please write to us.", own=True)

    @rule(index=st.integers(0, 11))
    def any_mention_is_heard_again_or_out_of_order(self, index: int) -> None:
        self.hear(self.life.records[index % len(self.life.records)])

    @rule(index=st.integers(0, 11))
    def any_duty_falls_due_again(self, index: int) -> None:
        left = self.life.world.follow_ups.left
        if left:
            self.life.minds(left[index % len(left)])
            self.check("reminding")

    @rule(seconds=st.sampled_from(SECONDS))
    def time_passes(self, seconds: int) -> None:
        self.life.world.clock.advance(seconds)

    @rule(seconds=st.sampled_from((0, *SECONDS)))
    def everything_catches_up(self, seconds: int) -> None:
        self.life.world.clock.advance(seconds)
        while self.heard < len(self.life.records):
            self.heard += 1
            self.hear(self.life.records[self.heard - 1])
        left = self.life.world.follow_ups.left
        for _ in range(3):
            self.life.delivers()
            self.life.falls_due()
            while self.minded < len(left):
                self.minded += 1
                self.life.minds(left[self.minded - 1])
                self.check("reminding")

    @rule()
    def what_waits_is_delivered(self) -> None:
        self.life.delivers()

    @rule()
    def an_escalation_goes_on(self) -> None:
        before, told = self.case(), len(self.life.world.notifier.sent)
        self.life.escalates()
        after = self.case()
        if before is not None and after is not None and before.state not in UNACKNOWLEDGED:
            # Somebody has it: nobody is alerted of it any more.
            assert len(self.life.world.notifier.sent) == told
        self.check("escalating")

    @rule(name=st.sampled_from(sorted(COMMANDS)), seconds=st.sampled_from((0, 61, 48 * 3_600)))
    def somebody_acts(self, name: str, seconds: int) -> None:
        before = self.case()
        if before is None:
            return
        try:
            act(before.id, COMMANDS[name], who="ana", acting=self.life.world.acting())
        except (IllegalTransitionError, WrongFieldError):
            return
        after = self.case()
        assert after is not None
        self.introductions += after.assignee != before.assignee
        self.check("yes" if name == "yes" else "acting")
        if seconds:
            self.everything_catches_up(seconds)

    @rule(trouble=st.sampled_from(sorted(TROUBLES)))
    def the_platform_has_trouble(self, trouble: str) -> None:
        self.life.world.platform.troubles.append(TROUBLES[trouble])
        if trouble == "lost":
            self.life.world.platform.after = [LOST]

    @rule()
    def the_next_write_dies(self) -> None:
        def die(case: Case) -> None:
            self.life.world.cases.before = None
            raise StoreError("died")

        self.life.world.cases.before = die
        try:
            self.everything_catches_up(0)
        except StoreError:
            self.minded = max(0, self.minded - 1)
            self.heard = max(0, self.heard - 1)
        self.life.world.cases.before = None

    # ------------------------------------------------------------------ what must never be

    def case(self) -> Case | None:
        return next(iter(self.life.world.cases.kept.values()), None)

    def hear(self, found: Found) -> None:
        before = self.case()
        self.life.hears(found)
        asked = before is not None and before.asked_at is not None
        is_yes = found.mention.text == YES and asked
        self.check("yes" if is_yes else "hearing")

    def check(self, what: str) -> None:
        """After each change, which `what` caused: "yes" where the customer said yes."""
        before, now = self.last, self.case()
        if now is None or (before is not None and now.version == before.version):
            return
        self.last = now
        if now.state == "satisfied" and (before is None or before.state != "satisfied"):
            assert what == "yes", f"satisfied by {what}"
        new = [e for e in now.outbox.journal if e.number > len(self.entries)]
        assert [e.number for e in new] == list(range(len(self.entries) + 1, now.entries + 1))
        self.entries += new
        if before is not None:
            assert now.version > before.version
            assert now.cycle >= before.cycle
            assert now.numbered >= before.numbered
            assert now.changed_at >= before.changed_at
            assert now.last_mention_at >= before.last_mention_at
        assert len({f.number for f in now.follow_ups}) == len(now.follow_ups)
        assert sum(f.kind == "clock_look" for f in now.follow_ups) <= 1
        self.check_replies(now)

    def check_replies(self, now: Case) -> None:
        world = self.life.world
        assert world.platform.doubled == 0
        posted = [r for r in world.replies.kept.values() if r.state == "sent"]
        assert len(posted) <= len(world.platform.posts)
        assert len({r.native_id for r in posted}) == len(posted)
        by_kind: dict[str, int] = {}
        for reply in posted:
            by_kind[kind_of(reply.name)] = by_kind.get(kind_of(reply.name), 0) + 1
        assert by_kind.get("holding", 0) <= now.cycle
        assert by_kind.get("introduction", 0) <= self.introductions
        assert len(set(world.platform.texts)) == len(world.platform.posts)

    def teardown(self) -> None:
        """Its journal is whole and as it was written; each clock was told of once."""
        now = self.case()
        if now is None:
            return
        journal = [e for e in self.entries if e.number <= now.entries]
        told = verified(journal, case_id=now.id, head=now.journal_head)
        assert told.ok, told.reason
        clocks = [(e.what, e.why.partition(": ")[0]) for e in journal if e.what in CLOCK_NEWS]
        assert len(set(clocks)) == len(clocks), clocks


CLOCK_NEWS = ("clock_warned", "clock_missed")

LIVED = settings(
    max_examples=500,
    stateful_step_count=50,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("part", range(4))
def test_what_must_never_be_is_not(part: int) -> None:
    run_state_machine_as_test(seed(part)(CaseLives), settings=LIVED)
