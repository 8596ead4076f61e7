"""Views: the shapes in which people see cases. Times are aware; null means that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.alerts.feedback import Delivery
from earshot.domain.case import FollowUpKind, State, WrongDesk
from earshot.domain.clocks.running import ClockState
from earshot.domain.impact import Impact, Urgency
from earshot.domain.journal import Entry
from earshot.domain.mention import Author, Engagement
from earshot.domain.standing import EarlierCase
from earshot.flows.reading.clocks import EscalationView
from earshot.flows.reading.replies import DraftView, ReplyView


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A case as one line of a list. `mention_count` counts the author's mentions in the thread,
    `gone_count` those of them that are no longer to be seen there. `answered_at` is when the brand
    first answered in the thread. `handler` and `team` are whom the owner's rules route it to,
    `assignee` is whom somebody gave it to; `wrong_desk` is set where it belongs to somebody else.
    """

    id: str
    brand: str
    watch: str
    source: str
    language: str
    state: State
    urgency: Urgency
    impact: Impact
    severity: float
    topics: tuple[str, ...]
    author: Author
    excerpt: str
    url: str
    mention_count: int
    gone_count: int
    handler: str | None
    team: str | None
    assignee: str | None
    wrong_desk: WrongDesk | None
    published_at: datetime
    opened_at: datetime
    changed_at: datetime
    last_mention_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    answered_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """`cursor` asks for the next page; null where there is none."""

    cases: tuple[CaseSummary, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    topic: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentView:
    """What a text tells: probabilities 0-1, and `severity` as the expected level 0-4."""

    language: str
    language_confidence: float
    complaint: float
    severity: float
    negative: float
    sarcasm: float
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """A mention of a case; `text` is without personal data. With `gone_at` the platform shows it no
    longer, which `gone_why` explains, and nothing is left of it but what it weighed."""

    id: str
    url: str
    text: str
    author: Author
    created_at: datetime
    date_guessed: bool
    edited_at: datetime | None
    read_at: datetime
    truncated: bool
    in_reply_to: str | None
    engagement: Engagement
    assessment: AssessmentView
    impact_score: int
    gone_at: datetime | None
    gone_why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What the brand answered in the thread, by one of its own accounts."""

    at: datetime
    account: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """When what happened, by when what has to be done (`targets`, under the policy that
    `targets_reason` names), and what the escalation does next; null where none was started.

    `targets_followed` is false where the journal is too long to tell how the clocks stand."""

    published_at: datetime
    opened_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    answered_at: datetime | None
    last_mention_at: datetime
    changed_at: datetime
    closed_at: datetime | None
    targets: tuple[ClockState, ...]
    targets_reason: str
    targets_followed: bool
    escalation: EscalationView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    number: int
    kind: FollowUpKind
    due_at: datetime
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The author's other cases here: `complaints` leaves out the false alarms among `cases`."""

    complaints: int
    unresolved: int
    cases: tuple[EarlierCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView(CaseSummary):
    """The whole case. `mentions` are in the order they were written, and not all of them where
    `mentions_capped`; `assessment` is that of the one that weighs most. `deliveries`
    are what was sent about it, the latest alert last. `journal_head` is the hash of the journal's
    last entry; null where that was written before entries were sealed. `asked_at` is when the
    customer was asked whether it is solved; `drafts` are words that could be said to them next.
    `contacts` are the names of all to whom it can be given."""

    mentions: tuple[MentionView, ...]
    mentions_capped: bool
    answers: tuple[AnswerView, ...]
    assessment: AssessmentView | None
    clocks: Clocks
    deliveries: tuple[Delivery, ...]
    follow_ups: tuple[FollowUpView, ...]
    history: HistoryView
    journal_head: str | None
    asked_at: datetime | None
    replies: tuple[ReplyView, ...]
    drafts: tuple[DraftView, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalView:
    """The case's entries, oldest first; only the last of them where `capped`. `hash` seals an entry
    and names it as `previous` in the next; `journal_head` is the last one's, as the case keeps it.
    """

    case_id: str
    entries: tuple[Entry, ...]
    capped: bool
    journal_head: str | None
