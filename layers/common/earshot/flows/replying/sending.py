"""Sending: one reply is given to its platform, once, whoever dies on the way.

Before the platform is called it is on record that it will be; an attempt that finds such a record
makes sure first. What fails is tried again by a follow-up of its own, so that a platform that is
down holds up nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.case import Case, FollowUp, Reply
from earshot.domain.errors import (
    ConflictError,
    DeliveryError,
    EarshotError,
    NoDraftError,
    NotFoundError,
    RateLimitedError,
    ReplyRefusedError,
    UncertainReplyError,
)
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import Found, Mention, mention_id
from earshot.domain.outlet import Outgoing, Outlet
from earshot.domain.sending import kind_of, reply_key, unwanted
from earshot.flows.replying.composing import judged, worded
from earshot.flows.replying.means import Replying, outlet_of, refusal_to_send
from earshot.text.guard import Verdict

UNDER_WAY_SECONDS = 120
"""Longer than a function may run: who began longer ago has ended, well or not."""

LOOK_FIRST = "; an earlier attempt may have got through: look whether it stands there already"

MOST_REPLIES, MOST_MENTIONS = 100, 200
"""Of one case that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an attempt: `sent`, `refused` for good, `unwanted` by now, to be tried
    `later`, not before `again_at` where that is known, or `untried` for want of time."""

    result: Literal["sent", "refused", "unwanted", "later", "untried"]
    why: str
    reply: Reply | None = None
    again_at: datetime | None = None


def send(case: Case, follow_up: FollowUp, replying: Replying, now: datetime) -> Outcome:
    """Sends the reply that the follow-up is about, unless that was done. StoreError where it cannot
    be told: then nothing was sent."""
    name = follow_up.about
    kept = replying.replies.get(case.id, name)
    if kept is not None and kept.state in ("sent", "refused"):
        result: Literal["sent", "refused"] = "sent" if kept.state == "sent" else "refused"
        return Outcome(result=result, why=kept.reason, reply=kept)
    tried_at = kept.tried_at if kept is not None and kept.state == "sending" else None
    if tried_at is not None and now < tried_at + timedelta(seconds=UNDER_WAY_SECONDS):
        return Outcome(result="untried", why="another attempt may be under way", reply=kept)
    reply = kept or _planned(case, follow_up)
    if why := unwanted(case, name):
        return _unwanted(reply, kept, why, replying)
    if replying.clock() >= replying.ends_at:
        return Outcome(result="untried", why="there was no time left for it", reply=reply)
    return _prepared(reply, kept, case, replying, now)


def _unwanted(reply: Reply, kept: Reply | None, why: str, replying: Replying) -> Outcome:
    """A person whose words are not said hears of it. What may be out there since an attempt before
    stays on record as that."""
    if kept is None:
        return Outcome(result="unwanted", why=why, reply=reply)
    outcome = _kept_back(kept, f"it is no longer wanted: {why}", replying)
    return outcome if not reply.automated else replace(outcome, result="unwanted")


def _planned(case: Case, follow_up: FollowUp) -> Reply:
    """What is sent by itself is nowhere kept before its time."""
    return Reply(
        case_id=case.id,
        name=follow_up.about,
        kind=kind_of(follow_up.about),
        language=case.language,
        who=EARSHOT,
        planned_at=follow_up.due_at,
        state="waiting",
    )


def _prepared(
    reply: Reply, kept: Reply | None, case: Case, replying: Replying, now: datetime
) -> Outcome:
    """The reply with its words, past the guard, on its way."""
    configuration = replying.configuration
    outlet = outlet_of(case, configuration)
    off = refusal_to_send(case, reply.kind, configuration)
    found = _answered(reply, case, replying)
    if outlet is None or off is not None or found is None:
        return _kept_back(reply, off or "what it would answer is gone", replying)
    try:
        said = replying.replies.of(case.id, MOST_REPLIES)
        ready = replace(_worded(reply, case, found, said, replying), to=found.id)
        verdict = judged(ready, case, found, configuration)
    except (NoDraftError, NotFoundError) as error:
        return _kept_back(reply, str(error), replying)
    try:
        _pass(verdict)
        to = replying.addressed(found.mention)
    except EarshotError as error:
        if error.permanent:
            return _kept_back(ready, str(error), replying)
        return Outcome(result="later", why=str(error), reply=reply)
    trying = replace(ready, state="sending", tried_at=now)
    try:
        replying.replies.begin(trying, kept)
    except ConflictError:
        return Outcome(result="untried", why="another attempt is under way", reply=kept)
    again = kept is not None and kept.state == "sending"
    return _published(trying, to, outlet, replying, now, again=again)


def _worded(reply: Reply, case: Case, found: Found, said: list[Reply], replying: Replying) -> Reply:
    """What has its words keeps them, so that every attempt says the same."""
    if reply.text or replying.rewriting is None:
        return worded(reply, case, found, said, replying.configuration)
    # Imported where it is switched on.
    from earshot.flows.replying.rewriting import reworded

    return reworded(reply, case, found, said, replying)


def _pass(verdict: Verdict) -> None:
    """Raises ReplyRefusedError where the guard does not let it through."""
    if not verdict.allowed:
        why = "; ".join(f"{r.rule}: {r.explanation}" for r in verdict.reasons)
        raise ReplyRefusedError(f"the guard refuses it: {why}")


def _published(
    reply: Reply,
    to: Mention,
    outlet: Outlet,
    replying: Replying,
    now: datetime,
    *,
    again: bool,
) -> Outcome:
    outgoing = Outgoing(
        key=reply_key(reply),
        text=reply.text,
        language=reply.language,
        planned_at=reply.planned_at,
        to=to,
        automated=reply.automated,
    )
    try:
        means = replying.means(outlet)
        posted = replying.publisher(outlet.use).publish(outgoing, means, now, again=again)
    except RateLimitedError as error:
        return Outcome(result="later", why=str(error), reply=reply, again_at=error.retry_at)
    except EarshotError as error:
        if error.permanent:
            # What keeps this attempt out says nothing about the one before.
            unsure = again and not isinstance(error, ReplyRefusedError | UncertainReplyError)
            return _refused(reply, f"{error}{LOOK_FIRST if unsure else ''}", replying)
        if isinstance(error, DeliveryError) and error.unsent and not again:
            return _unsent(reply, str(error), replying)
        return Outcome(result="later", why=str(error), reply=reply)
    except Exception as error:  # noqa: BLE001 - one reply's edge: whatever it is, it is tried again
        return Outcome(result="later", why=f"{type(error).__name__} while posting", reply=reply)
    sent = replace(
        reply,
        state="sent",
        sent_at=posted.at,
        native_id=posted.native_id,
        url=posted.url,
    )
    if posted.native_id:
        replying.replies.claim(mention_id(to.source, posted.native_id), now)
    replying.replies.settle(sent)
    return Outcome(result="sent", why="", reply=sent)


def _unsent(reply: Reply, why: str, replying: Replying) -> Outcome:
    """Nothing got through, so the next attempt is a first one again: where nobody can look, a
    second would not be made."""
    waiting = replace(reply, state="waiting")
    # Somebody who took it up meanwhile knows better.
    with suppress(ConflictError):
        replying.replies.begin(waiting, reply)
    return Outcome(result="later", why=why, reply=waiting)


def _kept_back(reply: Reply, why: str, replying: Replying) -> Outcome:
    """Refused before the platform was asked. Of an attempt before this one, that says nothing."""
    return _refused(reply, f"{why}{LOOK_FIRST if reply.state == 'sending' else ''}", replying)


def _refused(reply: Reply, why: str, replying: Replying) -> Outcome:
    refused = replace(reply, state="refused", reason=why)
    replying.replies.settle(refused)
    return Outcome(result="refused", why=why, reply=refused)


def given_up(outcome: Outcome, replying: Replying) -> Outcome:
    """What was tried for long enough is refused; whether it got through, nobody knows."""
    assert outcome.reply is not None
    return _kept_back(outcome.reply, f"it could not be sent: {outcome.why}", replying)


def _answered(reply: Reply, case: Case, replying: Replying) -> Found | None:
    """What the reply answers: what was chosen before, else the last of what the customer wrote that
    is still there."""
    if reply.to:
        found = replying.mentions.get(case.brand, reply.to)
        return None if found is None or found.gone is not None else found
    beside = [found for _, found in replying.cases.said(case.id, MOST_MENTIONS)]
    fresh = (replying.mentions.get(case.brand, a.mention_id) for a in case.outbox.attach)
    there = [f for f in (*beside, *fresh) if f is not None and f.gone is None and not f.own]
    return max(there, key=lambda f: (f.mention.created_at, f.id), default=None)
