"""Transitions: how a case moves from state to state, in one table, and what each move plans."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from earshot.domain.business_time import next_open
from earshot.domain.calendar import Calendar
from earshot.domain.case import (
    CLOSED,
    LIVE,
    OF_A_STATE,
    UNACKNOWLEDGED,
    Case,
    Chain,
    FollowUp,
    FollowUpKind,
    State,
)
from earshot.domain.errors import ConfigurationError, IllegalTransitionError
from earshot.domain.journal import EARSHOT, Entry, sealed
from earshot.domain.policy import FollowUpRules, Policy

Action = Literal[
    "acknowledge",
    "assign",
    "reply",
    "await_customer",
    "customer_says_yes",
    "customer_says_no",
    "dismiss",
    "reopen",
    "complain_again",
    "customer_writes",
    "silence",
    "acknowledgement_lapses",
    "withdraw",
]

TRANSITIONS: dict[Action, dict[State, State]] = {
    "acknowledge": {"open": "acknowledged", "reopened": "acknowledged"},
    "assign": {
        "open": "in_progress",
        "reopened": "in_progress",
        "acknowledged": "in_progress",
        "in_progress": "in_progress",
        "awaiting_customer": "in_progress",
    },
    "reply": {
        "open": "in_progress",
        "reopened": "in_progress",
        "acknowledged": "in_progress",
        "in_progress": "in_progress",
        "awaiting_customer": "awaiting_customer",
    },
    "await_customer": {
        "acknowledged": "awaiting_customer",
        "in_progress": "awaiting_customer",
    },
    "customer_says_yes": {
        "open": "satisfied",
        "reopened": "satisfied",
        "acknowledged": "satisfied",
        "in_progress": "satisfied",
        "awaiting_customer": "satisfied",
        "closed_unanswered": "satisfied",
    },
    # While we still owe the work a "no" is no news; once we asked or closed, it is.
    "customer_says_no": {
        "awaiting_customer": "reopened",
        "satisfied": "reopened",
        "closed_unanswered": "reopened",
    },
    "dismiss": {
        "open": "dismissed",
        "reopened": "dismissed",
        "acknowledged": "dismissed",
        "in_progress": "dismissed",
        "awaiting_customer": "dismissed",
    },
    "reopen": {
        "satisfied": "reopened",
        "dismissed": "reopened",
        "closed_unanswered": "reopened",
    },
    "complain_again": {
        "awaiting_customer": "reopened",
        "satisfied": "reopened",
        "dismissed": "reopened",
        "closed_unanswered": "reopened",
    },
    # It is our turn again: what they wrote is neither a complaint nor a clear answer.
    "customer_writes": {"awaiting_customer": "in_progress"},
    "silence": {"awaiting_customer": "closed_unanswered"},
    "acknowledgement_lapses": {"acknowledged": "open"},
    # Nobody is woken for words that nobody can read any more. Who has taken the case on may be
    # talking with the customer elsewhere: they see what happened, and the case is theirs to end.
    "withdraw": {"open": "closed_unanswered", "reopened": "closed_unanswered"},
}


def refusal(state: State, action: Action) -> str | None:
    """Why this cannot be done now, None where it can."""
    if state in TRANSITIONS[action]:
        return None
    allowed = ", ".join(sorted(s.replace("_", " ") for s in TRANSITIONS[action]))
    verb = action.replace("_", " ")
    return f"cannot {verb} while the case is {state.replace('_', ' ')}; that needs: {allowed}"


def move(
    case: Case, action: Action, *, who: str, why: str, now: datetime, rules: FollowUpRules
) -> Case:
    """The case after the action, with its consequences in the outbox.

    Raises IllegalTransitionError with the reason where the table does not allow it.
    """
    if reason := refusal(case.state, action):
        raise IllegalTransitionError(reason)
    state = TRANSITIONS[action][case.state]
    moved = noted(replace(case, state=state), who=who, what=action, why=why, now=now)
    if action == "acknowledge":
        moved = replace(moved, acknowledged_at=now, acknowledged_by=who)
    if state in CLOSED:
        moved = replace(moved, closed_at=now)
    if (state in CLOSED) != (case.state in CLOSED):
        moved = replace(moved, outbox=replace(moved.outbox, refile=True))
    if state in UNACKNOWLEDGED:
        moved = replace(moved, acknowledged_at=None, acknowledged_by=None)
    if state in LIVE and state != "awaiting_customer":
        moved = replace(moved, asked_at=None)
    if state == "reopened":
        # An escalation that was still to be started was the old cycle's.
        outbox = replace(moved.outbox, escalate=False)
        outbox = replace(outbox, recheck=outbox.recheck or case.recheckable)
        moved = replace(moved, cycle=case.cycle + 1, chain=None, closed_at=None, outbox=outbox)
    # What the brand says while the customer is awaited puts no question off.
    if state != case.state or (action in ("assign", "reply") and state != "awaiting_customer"):
        moved = replanned(moved, now, rules)
    return moved


def noted(case: Case, *, who: str, what: str, why: str, now: datetime) -> Case:
    """The case with one more journal entry and a higher version; the state stays."""
    entry = Entry(number=case.entries + 1, at=now, who=who, what=what, why=why)
    entry = sealed(entry, case.id, case.journal_head)
    return replace(
        case,
        version=case.version + 1,
        entries=entry.number,
        journal_head=entry.hash,
        changed_at=now,
        outbox=replace(case.outbox, journal=(*case.outbox.journal, entry)),
    )


def escalating(
    case: Case, policy: Policy, why: str, now: datetime, *, support_hours: Calendar | None = None
) -> Case:
    """The case with its escalation to be started, the policy as it is now kept with it.

    Of the support hours only the moment is kept at which they start: urgency is decided once, and
    a calendar with its holidays would weigh more than all the rest of a case.
    """
    until = _low_until(case, support_hours, now)
    if until is not None:
        why += f"; of low urgency until the support hours start at {_told(until)}"
    started = noted(case, who=EARSHOT, what="escalate", why=why, now=now)
    return replace(
        started,
        chain=Chain(policy=policy, low_until=until),
        outbox=replace(started.outbox, escalate=True),
    )


def raised(case: Case, now: datetime) -> Case:
    """The case, its escalation of high urgency at once where it has become urgent while that was
    low. Its execution sleeps until the support hours start, so another one is started."""
    chain = case.chain
    if chain is None or chain.low_until is None or now >= chain.low_until:
        return case
    if case.urgency != "urgent" or case.state not in (*UNACKNOWLEDGED, "acknowledged"):
        return case
    why = "it has become urgent and does not wait for the support hours"
    woken = noted(case, who=EARSHOT, what="escalate", why=why, now=now)
    # Before the first alert nothing sleeps: whoever drives it finds the urgency as it is.
    asleep = chain.level > 0
    return replace(
        woken,
        chain=replace(chain, low_until=now, run=chain.run + (1 if asleep else 0)),
        outbox=replace(woken.outbox, escalate=woken.outbox.escalate or asleep),
    )


def _low_until(case: Case, support_hours: Calendar | None, now: datetime) -> datetime | None:
    """When support hours start; None where urgency is high from the beginning, as that of the
    severe always is. A calendar that cannot be read must keep nobody from being alerted."""
    if support_hours is None or case.urgency == "urgent":
        return None
    with suppress(ConfigurationError):
        starts_at = next_open(support_hours, now)
        return starts_at if starts_at > now else None
    return None


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def fired(case: Case, follow_up: FollowUp) -> Case:
    """The case without a follow-up that has fallen due; the version is the caller's to raise."""
    return replace(
        case,
        follow_ups=tuple(f for f in case.follow_ups if f.number != follow_up.number),
        outbox=replace(
            case.outbox,
            plan=tuple(f for f in case.outbox.plan if f.number != follow_up.number),
        ),
    )


def planned(
    case: Case, kind: FollowUpKind, due_at: datetime, round_: int = 1, about: str = ""
) -> Case:
    """The case with one more follow-up, in its list and in its outbox."""
    follow_up = FollowUp(
        case_id=case.id,
        number=case.numbered + 1,
        kind=kind,
        due_at=due_at,
        round=round_,
        about=about,
    )
    return replace(
        case,
        numbered=follow_up.number,
        follow_ups=(*case.follow_ups, follow_up),
        outbox=replace(case.outbox, plan=(*case.outbox.plan, follow_up)),
    )


def unplanned(case: Case, *kinds: FollowUpKind) -> Case:
    """The case without its follow-ups of these kinds."""
    left = tuple(f for f in case.follow_ups if f.kind in kinds)
    return replace(
        case,
        follow_ups=tuple(f for f in case.follow_ups if f.kind not in kinds),
        outbox=replace(
            case.outbox,
            plan=tuple(f for f in case.outbox.plan if f.kind not in kinds),
            cancel=(*case.outbox.cancel, *left),
        ),
    )


def replanned(case: Case, now: datetime, rules: FollowUpRules) -> Case:
    """Follow-ups belong to a state: entering one cancels the last one's and plans its own."""
    case = unplanned(case, *OF_A_STATE)
    if case.state in ("acknowledged", "in_progress", "reopened"):
        due_at = now + timedelta(seconds=rules.handler_after_seconds)
        return planned(case, "handler_check", due_at)
    if case.state == "awaiting_customer":
        ask_at = now + timedelta(seconds=rules.customer_after_seconds)
        return planned(case, "customer_check", ask_at)
    return unplanned(case, "read_answer", "handed_over") if case.state in CLOSED else case
