"""What a message is made from, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from earshot.domain.impact import AuthorHistory, Contribution, Urgency

if TYPE_CHECKING:
    from earshot.domain.clocks.policy import ClockName

Duty = Literal[
    "handler_check",
    "customer_check",
    "read_answer",
    "reply_failed",
    "clock_warned",
    "clock_missed",
    "handed_over",
]
"""What a reminder is about: whether it is done; to ask the customer whether it is solved; to read
what the customer wrote; a reply that could not be sent; a deadline that is near, or missed; a case
that somebody gave to the reader."""

Held = Literal["quiet_hours", "cap", "silence", "inhibited", "storm", "unreachable"]
"""Why something was kept back: the contact's hours, a cap, a silence, a graver alert, too many at
once, or no channel that would take it."""

Together = Literal["storm", "group", "held"]
"""Why several cases come in one message: more than N in M minutes, because they belong together, or
because they were kept back until now."""

MOST_LISTED = 20
"""Who has more at once looks at the status page, and a mail of more than 102 KB is cut by Gmail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """A case as one contact is to hear of it.

    `excerpt` is redacted already; it, `author`, `url` and `source` come from outside and may hold
    anything. `source` is a registry name such as `mastodon`; `written_in` the mention's language
    (ISO 639-1) or None; `followers` None where the platform does not tell. `level` counts from 1,
    `repeat` from 0. `time_zone` (IANA name) and `language` are the contact's. `acknowledge_link`
    is the contact's own and may be empty where there is nothing to acknowledge; `case_link` leads
    to the case on the status page, where there is one.

    `lapsed_by` is who acknowledged before, and nothing followed. `held_since` is when the alert was
    first to go out, where it was kept back until now, for `held_reason` if that is to be told.
    `waits` is for one of low urgency, that goes to nobody else before the support hours begin, at
    `waits_until` if known.

    The rest is for reminders, whose `acknowledge_link` is where their buttons lead. `draft` is the
    question to the customer, in `draft_language` or else the language they wrote in; `answer` what
    they wrote last, as hostile as the excerpt, at `answer_url`; `reply` what could not be sent, and
    `why` the reason; `clock` is the one that is, or was, due at `due_at`.
    """

    case_id: str
    brand: str
    excerpt: str
    url: str
    author: str
    followers: int | None
    source: str
    written_in: str | None
    impact_score: int
    reasons: tuple[Contribution, ...]
    urgency: Urgency
    history: AuthorHistory
    level: int
    repeat: int
    opened_at: datetime
    acknowledge_by: datetime | None
    acknowledge_link: str
    time_zone: str
    language: str
    case_link: str = ""
    lapsed_by: str = ""
    held_since: datetime | None = None
    held_reason: Held | None = None
    waits: bool = False
    waits_until: datetime | None = None
    draft: str = ""
    draft_language: str | None = None
    answer: str = ""
    answer_url: str = ""
    reply: str = ""
    why: str = ""
    clock: ClockName | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFacts:
    """Several cases as one contact is to hear of them at once.

    `items` is not empty and holds the worst first, each with the contact's own link; what is beyond
    MOST_LISTED is only counted. `count` is of all of them, `since` when the first was to go out.
    `brand` (as people write it) and `topic` are what they have in common, empty where nothing.
    `more_than` in `within_seconds` is what the owner calls a storm, `held_reason` why they were
    held. `time_zone` and `language` are the contact's and count for the items too; `status_link`
    leads to all of them.
    """

    items: tuple[AlertFacts, ...]
    count: int
    reason: Together
    since: datetime
    status_link: str
    time_zone: str
    language: str
    brand: str = ""
    topic: str = ""
    more_than: int = 5
    within_seconds: int = 600
    held_reason: Held | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """One message in two forms. `subject` is one line without control characters."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMessage:
    """Plain text for a chat, which knows no markup: what a stranger wrote may look like some.
    `title` is one line; the two together have at most MOST_CHAT_CHARACTERS."""

    title: str
    text: str


MOST_CHAT_CHARACTERS = 1_500
"""The least that the chats we know take in one message is 2,000 (Discord), before escaping."""
