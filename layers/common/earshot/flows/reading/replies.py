"""What was said to the customer of a case, what is being said, and what could be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.case import Case, Reply, ReplyState, State
from earshot.domain.errors import NoDraftError, NotFoundError
from earshot.domain.mention import Found
from earshot.domain.outlet import SentKind
from earshot.domain.sending import reply_name
from earshot.flows.reading import Reading
from earshot.flows.replying.means import refusal_to_send

MOST_REPLIES = 100

OFFERED: dict[State, tuple[SentKind, ...]] = {
    "open": ("holding", "apology", "private", "update"),
    "reopened": ("holding", "apology", "private", "update"),
    "acknowledged": ("introduction", "apology", "private", "update", "satisfaction"),
    "in_progress": ("introduction", "apology", "private", "update", "satisfaction"),
    "awaiting_customer": ("update", "satisfaction"),
    "satisfied": ("changed", "review"),
    "closed_unanswered": ("changed", "review"),
    "dismissed": (),
}
"""What may be said next, in the order in which it mostly comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """`who` is earshot for what was sent by itself. `reason` says why it was refused."""

    name: str
    kind: SentKind
    text: str
    language: str
    who: str
    state: ReplyState
    planned_at: datetime
    tried_at: datetime | None
    sent_at: datetime | None
    url: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """Words that could be said now, in the customer's language. Where they may not be sent from
    here, `unsent_because` says why, and they are for copying; null where they may."""

    kind: SentKind
    text: str
    language: str
    unsent_because: str | None


def replies(case: Case, reading: Reading) -> tuple[ReplyView, ...]:
    """First to last, with those that are still on their way to where they are kept."""
    return tuple(
        ReplyView(
            name=reply.name,
            kind=reply.kind,
            text=reply.text,
            language=reply.language,
            who=reply.who,
            state=reply.state,
            planned_at=reply.planned_at,
            tried_at=reply.tried_at,
            sent_at=reply.sent_at,
            url=reply.url,
            reason=reply.reason,
        )
        for reply in _kept(case, reading)
    )


def drafts(case: Case, found: Found | None, reading: Reading) -> tuple[DraftView, ...]:
    """Of each kind that may come next, where there are words left that the thread has not had.
    `found` is the mention that would be answered."""
    offered = OFFERED[case.state]
    if not offered:
        return ()
    # Imported where somebody looks at a case: no other request needs the phrases.
    from earshot.flows.replying.composing import draft

    said = _kept(case, reading)
    views = []
    for kind in offered:
        planned = Reply(
            case_id=case.id,
            name=reply_name(kind, case.opening),
            kind=kind,
            language=case.language,
            who="",
            planned_at=reading.clock(),
            state="waiting",
        )
        try:
            words = draft(planned, case, found, said, reading.configuration)
        except (NoDraftError, NotFoundError):
            continue
        views.append(
            DraftView(
                kind=kind,
                text=words.text,
                language=words.language,
                unsent_because=refusal_to_send(case, kind, reading.configuration),
            )
        )
    return tuple(views)


def _kept(case: Case, reading: Reading) -> list[Reply]:
    kept = {reply.name: reply for reply in case.outbox.replies}
    kept |= {reply.name: reply for reply in reading.replies.of(case.id, MOST_REPLIES)}
    return sorted(kept.values(), key=lambda reply: (reply.planned_at, reply.name))
