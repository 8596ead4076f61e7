"""Sending: which replies a case has coming, whether one is still wanted, and what became of it.

A reply is named by its kind and by what caused it (`holding.1764000000-1`), and sent once under
that name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from earshot.domain.case import CLOSED, LIVE, Case, FollowUp, Reply
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import Mention
from earshot.domain.outlet import SentKind
from earshot.domain.transition import noted, planned

BY_ITSELF: tuple[SentKind, ...] = (
    "holding",
    "introduction",
    "wrong_desk",
    "satisfaction",
    "review",
)
"""What is sent without a person, where the owner wants it. They say that somebody is there, and are
no answer to the complaint: no clock stops for them."""

STILL_WANTED: tuple[SentKind, ...] = ("changed", "review")
"""What is said to a customer whose case is closed."""

AGAIN_AFTER_SECONDS = (60, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800)
"""How long to wait after each failed attempt: about sixteen hours in all, which outlasts a
platform's bad day and not the patience of a customer."""


ASKED_FOR = "+"
"""Begins the cause of what a person wants said: no contact's name has one."""


def reply_name(kind: SentKind, cause: str) -> str:
    return f"{kind}.{cause}"


def kind_of(name: str) -> SentKind:
    kind: SentKind = name.partition(".")[0]  # type: ignore[assignment]
    return kind


def reply_key(reply: Reply) -> str:
    """32 hex digits that no other reply has, by which a platform knows it again."""
    return sha256(f"{reply.case_id}\n{reply.name}".encode()).hexdigest()[:32]


def with_reply(
    case: Case, kind: SentKind, cause: str, now: datetime, *, after_seconds: int = 0
) -> Case:
    """The case with this reply to be sent, once for each cause."""
    name = reply_name(kind, cause)
    if any(f.kind == "reply" and f.about == name for f in case.follow_ups):
        return case
    return planned(case, "reply", now + timedelta(seconds=after_seconds), about=name)


def with_replies(
    before: Case | None,
    after: Case,
    switched_on: Collection[SentKind],
    now: datetime,
    *,
    review_after_seconds: int,
) -> Case:
    """The changed case with what is now to be said by itself: that the message is here, who takes
    care of it, where the right desk is, and, however a case was closed, the request for a review.

    A case that a person reopened hears nothing: its customer wrote nothing that we could have.
    """
    case = after
    opened = before is None or before.cycle != after.cycle
    if opened and (before is None or _came_back(after)):
        elsewhere = after.wrong_desk is not None and after.assignee is None
        first: SentKind = "wrong_desk" if elsewhere else "holding"
        if first in switched_on:
            case = with_reply(case, first, after.opening, now)
    taken = after.assignee is not None and (before is None or before.assignee != after.assignee)
    if taken and after.state in LIVE and "introduction" in switched_on:
        case = with_reply(case, "introduction", f"{after.opening}.{after.assignee}", now)
    closed = before is not None and before.state != after.state
    if closed and after.state in ("satisfied", "closed_unanswered") and "review" in switched_on:
        case = with_reply(case, "review", after.opening, now, after_seconds=review_after_seconds)
    return case


def _came_back(case: Case) -> bool:
    """Whether the customer's own words reopened it."""
    return any(e.what in ("complain_again", "customer_says_no") for e in case.outbox.journal)


def unwanted(case: Case, name: str) -> str | None:
    """Why the reply is not to be sent any more, None where it is. Reasons are for the journal."""
    kind, cause = kind_of(name), name.partition(".")[2]
    opening, _, whom = cause.partition(".")
    against = {
        "what it would answer is gone": case.gone >= case.mentions,
        "the case was dismissed": case.state == "dismissed",
        "the case is closed": case.state in CLOSED and kind not in STILL_WANTED,
        "the case was reopened since": kind in BY_ITSELF and opening != case.opening,
        "the brand has answered already": kind in ("holding", "wrong_desk")
        and not whom
        and case.answered_cycle == case.cycle,
        "somebody has it now": kind == "wrong_desk" and not whom and case.assignee is not None,
        "somebody else has it now": kind == "introduction"
        and not whom.startswith(ASKED_FOR)
        and case.assignee != whom,
        "it is not the customer's turn": kind == "satisfaction"
        and case.state != "awaiting_customer",
        "the case is open again": kind == "review" and case.state not in CLOSED,
    }
    return next((reason for reason, holds in against.items() if holds), None)


def put_back(case: Case, follow_up: FollowUp, now: datetime) -> Case:
    """The case with the attempt that was not made planned anew. The follow-up that has fired is the
    caller's to take off."""
    again_at = now + timedelta(seconds=AGAIN_AFTER_SECONDS[0])
    later = planned(case, "reply", again_at, follow_up.round, follow_up.about)
    return replace(later, version=case.version + 1, changed_at=now)


def put_off(
    case: Case, follow_up: FollowUp, why: str, now: datetime, not_before: datetime | None = None
) -> Case | None:
    """The case with another attempt planned; None where it was tried often enough. The follow-up
    that has fired is the caller's to take off."""
    if follow_up.round > len(AGAIN_AFTER_SECONDS):
        return None
    again_at = now + timedelta(seconds=AGAIN_AFTER_SECONDS[follow_up.round - 1])
    if not_before is not None:
        latest = now + timedelta(seconds=AGAIN_AFTER_SECONDS[-1])
        again_at = max(again_at, min(not_before, latest))
    tried = noted(case, who=EARSHOT, what="reply_delayed", why=f"{follow_up.about}: {why}", now=now)
    return planned(tried, "reply", again_at, follow_up.round + 1, follow_up.about)


def written(case: Case, reply: Reply, now: datetime) -> Case:
    """The case with a person's reply to be sent at once."""
    noted_case = noted(case, who=reply.who, what="write", why=reply.kind, now=now)
    kept = replace(
        noted_case,
        outbox=replace(noted_case.outbox, replies=(*noted_case.outbox.replies, reply)),
    )
    return planned(kept, "reply", now, about=reply.name)


def said(case: Case, reply: Reply, now: datetime) -> Case:
    """The case after something was said by itself."""
    why = f"{reply.kind}: {reply.url}" if reply.url else reply.kind
    return noted(case, who=reply.who, what="told_customer", why=why, now=now)


def unsaid(case: Case, name: str, why: str, now: datetime) -> Case:
    """The case after a reply that will not be sent."""
    return noted(case, who=EARSHOT, what="reply_refused", why=f"{name}: {why}", now=now)


def asked(case: Case, at: datetime) -> Case:
    """The case whose customer was asked then: what they write afterwards in the thread is the
    answer."""
    recheck = case.outbox.recheck or case.recheckable
    return replace(case, asked_at=at, outbox=replace(case.outbox, recheck=recheck))


FEWEST_WORDS = 4
"""By so many words at the end of a post one of our replies is known again."""


def is_ours(mention: Mention, replies: Iterable[Reply]) -> bool:
    """Whether what the brand's account posted is one of the replies that we sent. One that may have
    got through is known by its words: its sender may have died before it was told where it is."""
    words = _words(mention.text)
    for reply in replies:
        if reply.native_id and reply.native_id == mention.native_id:
            return True
        # Platforms put whom it answers before it; of few words that is nobody else's by chance.
        sent = _words(reply.text)
        alike = words == sent or (len(sent) >= FEWEST_WORDS and words[-len(sent) :] == sent)
        if sent and alike and not reply.native_id and reply.tried_at is not None:
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
