"""A case: one author's complaint in one thread, from first words to the customer's yes.

What must follow from a change (an escalation to start, follow-ups to plan, journal entries to
write) travels inside the record as its `outbox`: a change and its consequences are one write.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Literal

from earshot.domain.assessment import Assessment
from earshot.domain.correction import Missed
from earshot.domain.impact import AuthorHistory, Impact, Urgency
from earshot.domain.journal import EARSHOT, Entry
from earshot.domain.mention import Author
from earshot.domain.outlet import SentKind
from earshot.domain.policy import Policy

State = Literal[
    "open",
    "acknowledged",
    "in_progress",
    "awaiting_customer",
    "satisfied",
    "dismissed",
    "closed_unanswered",
    "reopened",
]

LIVE: tuple[State, ...] = ("open", "reopened", "acknowledged", "in_progress", "awaiting_customer")
"""States in which somebody still owes something, most pressing first."""

CLOSED: tuple[State, ...] = ("satisfied", "closed_unanswered", "dismissed")

UNACKNOWLEDGED: tuple[State, ...] = ("open", "reopened")

FollowUpKind = Literal[
    "handler_check",
    "customer_check",
    "silence",
    "reply",
    "read_answer",
    "clock_look",
    "handed_over",
]

OF_A_STATE: tuple[FollowUpKind, ...] = ("handler_check", "customer_check", "silence")
"""Those that the next state has no use for. The others look for themselves whether there is
anything left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A dated duty on a case. `number` is unique in it; `round` counts repeats of the kind.

    `about` is the name of the reply that is to be sent (`reply`), or the mention that a person is
    to read (`read_answer`), or which clock runs out first and when (`clock_look`), or the contact
    whom somebody gave the case to (`handed_over`).
    """

    case_id: str
    number: int
    kind: FollowUpKind
    due_at: datetime
    round: int = 1
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """How far an escalation has come. `policy` is the one in force when it started.

    `level` 0 means that no alert went out yet; `retriggers` counts acknowledgements that were not
    followed by work. `reached` is True once a channel took a message for anybody at all; of the
    last alert, `failed` says that a channel did not, and `nobody` that there was nobody to tell.
    `held` are the contacts whose messages wait on purpose. What waits, for that or for a channel
    that works again, is looked at again at `look_at`; None also where no moment is known.

    Until `low_until`, when support hours start, its urgency is low; None: high, and never low
    again. `run` counts the executions that drove it: one that sleeps is not woken but replaced.
    `ended` is the reason it stopped for good.
    """

    policy: Policy
    level: int = 0
    repeat: int = 0
    retriggers: int = 0
    alerted_at: datetime | None = None
    reached: bool = False
    failed: bool = False
    nobody: bool = False
    held: tuple[str, ...] = ()
    look_at: datetime | None = None
    low_until: datetime | None = None
    run: int = 1
    ended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A mention that belongs to the case, as it was assessed when read at `read_at`.

    `content` changes when its words do. `missed` is what a person said of it where the assessment
    had taken it for no complaint. `gone_at` is when its platform was found to show it no longer.
    """

    mention_id: str
    read_at: datetime
    content: str
    complaint: bool
    assessment: Assessment
    impact_score: int
    missed: Missed | None = None
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the brand wrote in the thread, under one of its own accounts."""

    mention_id: str
    at: datetime
    account: str
    url: str


ReplyState = Literal["waiting", "sending", "sent", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply on a case. `name` is its own in the case; `to` the mention it answers.

    `waiting` was written by a person and not tried yet; `sending`, it may be out there since the
    last attempt at `tried_at`; `sent` it is, as `native_id` at `url`; `refused` it never will be,
    for `reason`. A `text` that is empty is drafted when its time has come, with the person's
    `news` in it.
    """

    case_id: str
    name: str
    kind: SentKind
    language: str
    who: str
    planned_at: datetime
    state: ReplyState
    text: str = ""
    news: str = ""
    to: str = ""
    variation: str = ""
    reason: str = ""
    tried_at: datetime | None = None
    sent_at: datetime | None = None
    native_id: str = ""
    url: str = ""

    @property
    def automated(self) -> bool:
        """Whether no person asked for it."""
        return self.who == EARSHOT


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongDesk:
    """Where the complaint belongs that is not ours: the name of that desk, and its address."""

    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """What a change still has to cause. Each part may be carried out twice without harm.

    `refile` is True where what is kept beside the case is to expire with it, or no longer;
    `recheck` where its mentions are to be looked at again soon; `count` where somebody else has it
    now, and it is to be counted for them.
    """

    escalate: bool = False
    refile: bool = False
    recheck: bool = False
    count: bool = False
    attach: tuple[Attached, ...] = ()
    answers: tuple[Answer, ...] = ()
    replies: tuple[Reply, ...] = ()
    plan: tuple[FollowUp, ...] = ()
    cancel: tuple[FollowUp, ...] = ()
    journal: tuple[Entry, ...] = ()

    @property
    def empty(self) -> bool:
        return self == Outbox()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`version` counts changes; `cycle` counts openings, and names the escalation of each.

    `reactions_per_hour` is the most that any reading of its mentions found. `gone` of its
    `mentions` are no longer to be seen where they were written. `answered_at` is when the brand
    first answered in the thread, `answered_cycle` the opening in which it did so last.
    `recheckable`: its source can be asked again about its mentions.
    `journal_head` is the hash of the last of its `entries`, None where none was sealed yet.
    `handler` is the contact, and `team` the team, that the owner's rules route it to; `assignee`
    is whom somebody gave it to. `wrong_desk` is set where it is somebody else's. `asked_at` is when
    the customer was asked whether it is solved, None where that was not since it was last our turn.
    """

    id: str
    brand: str
    watch: str
    source: str
    author: Author
    thread: str
    state: State
    language: str
    impact: Impact
    urgency: Urgency
    severity: float
    topics: tuple[str, ...]
    history: AuthorHistory
    excerpt: str
    url: str
    published_at: datetime
    opened_at: datetime
    changed_at: datetime
    last_mention_at: datetime
    version: int = 1
    cycle: int = 1
    mentions: int = 1
    gone: int = 0
    recheckable: bool = False
    answered_at: datetime | None = None
    answered_cycle: int = 0
    reactions_per_hour: float | None = None
    entries: int = 0
    journal_head: str | None = None
    numbered: int = 0
    handler: str | None = None
    team: str | None = None
    wrong_desk: WrongDesk | None = None
    assignee: str | None = None
    asked_at: datetime | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    closed_at: datetime | None = None
    chain: Chain | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    outbox: Outbox = field(default_factory=Outbox)

    @property
    def holder(self) -> str | None:
        """Whose case it is: that of whom somebody gave it to, else of whom it was routed to."""
        return self.assignee or self.handler

    @property
    def opening(self) -> str:
        """Names this cycle among all that a case of this id ever had: when its author complains in
        the thread again long after it has expired, a case of the same id begins at cycle 1."""
        return f"{int(self.opened_at.timestamp())}-{self.cycle}"

    @property
    def execution(self) -> str:
        """Names the execution of the state machine that drives the escalation now."""
        run = self.chain.run if self.chain is not None else 1
        return f"{self.id}-{self.opening}" + (f"-{run}" if run > 1 else "")


def case_id(brand: str, source: str, author_id: str, thread: str) -> str:
    """26 hex digits, the same for every mention by one author in one thread of one brand."""
    # As JSON, because names come from strangers and could hold any separator.
    name = json.dumps([brand, source, author_id, thread])
    return sha256(name.encode()).hexdigest()[:26]
