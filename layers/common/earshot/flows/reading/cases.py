"""Cases as people see them: a line in a list, the whole of one, and its journal."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from earshot.domain.alerts.feedback import Delivery
from earshot.domain.assessment import Assessment
from earshot.domain.case import LIVE, Answer, Attached, Case
from earshot.domain.errors import NotFoundError
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.flows.reading import Reading
from earshot.flows.reading.clocks import escalation_view, targets_view
from earshot.flows.reading.replies import drafts, replies
from earshot.flows.reading.views import (
    AnswerView,
    AssessmentView,
    CasePage,
    CaseSummary,
    CaseView,
    Clocks,
    FollowUpView,
    HistoryView,
    JournalView,
    MentionView,
    TopicView,
)
from earshot.ports import CaseFilter

MOST_MENTIONS = 100
"""Of one case. Each may be 8 KB, and an answer of Lambda's holds 6 MB: whoever writes thousands of
replies in a thread must not make the case unreadable."""

MOST_ENTRIES = 1_000

MOST_LOOKS = 3
"""At a case that changes while its journal is read."""

MOST_DELIVERIES = 300
"""Ten alerts to ten people by three channels each."""


def page(wanted: CaseFilter, limit: int, after: str | None, reading: Reading) -> CasePage:
    """Highest impact first within each state. UnknownCursorError."""
    cases, cursor = reading.cases.page(wanted, limit, after)
    now = reading.clock()
    # The index lags a moment behind: a case may have left the state that was asked for.
    kept = [c for c in cases if wanted.state in (None, c.state) and _is_kept(c, reading, now)]
    return CasePage(cases=tuple(map(summary, kept)), cursor=cursor)


def whole(case_id: str, reading: Reading) -> CaseView:
    """NotFoundError where there is no such case, or none any more."""
    case = _case(case_id, reading)
    mentions = _mentions(case, reading)
    clocks = targets_view(case, reading)
    last = mentions[-1].id if mentions else None
    answered = reading.mentions.get(case.brand, last) if last else None
    heaviest = max(mentions, key=lambda m: m.impact_score, default=None)
    return CaseView(
        **_line(case),
        mentions=mentions,
        mentions_capped=len(mentions) >= MOST_MENTIONS,
        answers=_answers(case, reading),
        assessment=heaviest.assessment if heaviest else None,
        clocks=Clocks(
            published_at=case.published_at,
            opened_at=case.opened_at,
            acknowledged_at=case.acknowledged_at,
            acknowledged_by=case.acknowledged_by,
            answered_at=case.answered_at,
            last_mention_at=case.last_mention_at,
            changed_at=case.changed_at,
            closed_at=case.closed_at,
            targets=clocks.targets,
            targets_reason=clocks.reason,
            targets_followed=clocks.followed,
            escalation=escalation_view(case, reading.clock()),
        ),
        deliveries=_deliveries(case, reading),
        follow_ups=tuple(
            FollowUpView(number=f.number, kind=f.kind, due_at=f.due_at, round=f.round)
            for f in sorted(case.follow_ups, key=lambda f: f.due_at)
            # When its clocks are looked at says nothing that they do not say themselves.
            if f.kind != "clock_look"
        ),
        history=_history(case, reading),
        journal_head=case.journal_head,
        asked_at=case.asked_at,
        replies=replies(case, reading),
        drafts=drafts(case, answered, reading),
        contacts=tuple(contact.name for contact in reading.configuration.contacts),
    )


def journal(case_id: str, reading: Reading) -> JournalView:
    """What is on record and what is still on its way there. NotFoundError."""
    case, last = _journalled(case_id, reading)
    for _ in range(MOST_LOOKS - 1):
        if not last or last[-1].number <= case.entries:
            break
        # More than the case knew: it went on in between, and its head is no longer theirs.
        case, last = _journalled(case_id, reading)
    return JournalView(
        case_id=case.id,
        entries=tuple(last),
        capped=bool(last) and last[0].number > 1,
        journal_head=case.journal_head,
    )


def _journalled(case_id: str, reading: Reading) -> tuple[Case, list[Entry]]:
    case = _case(case_id, reading)  # before the journal: what is delivered in between is in both
    entries = {e.number: e for e in reading.lookups.journal(case.id, MOST_ENTRIES)}
    entries |= {e.number: e for e in case.outbox.journal}
    return case, sorted(entries.values(), key=lambda e: e.number)[-MOST_ENTRIES:]


def summary(case: Case) -> CaseSummary:
    return CaseSummary(**_line(case))


def _line(case: Case) -> dict[str, Any]:
    counted = {"mention_count": case.mentions, "gone_count": case.gone}
    return counted | {
        f.name: getattr(case, f.name) for f in fields(CaseSummary) if f.name not in counted
    }


def _case(case_id: str, reading: Reading) -> Case:
    case = reading.cases.get(case_id)
    if case is None or not _is_kept(case, reading, reading.clock()):
        raise NotFoundError(f"there is no case {case_id}")
    return case


def _is_kept(case: Case, reading: Reading, now: datetime) -> bool:
    """False once its time is over: the table removes what has expired only days later."""
    kept = timedelta(seconds=reading.configuration.retention.closed_cases_seconds)
    return case.closed_at is None or case.closed_at + kept > now


def _mentions(case: Case, reading: Reading) -> tuple[MentionView, ...]:
    """Those beside the case, and those that are still on their way there."""
    beside = {a.mention_id: (a, f) for a, f in reading.lookups.mentions(case.id, MOST_MENTIONS)}
    for attached in case.outbox.attach[-MOST_MENTIONS:]:
        known = beside.get(attached.mention_id)
        if known is None or known[0].read_at < attached.read_at:
            found = reading.mentions.get(case.brand, attached.mention_id)
            if found is not None:
                beside[attached.mention_id] = (attached, found)
    ordered = sorted(beside.values(), key=lambda pair: pair[1].mention.created_at)
    return tuple(_mention(attached, found) for attached, found in ordered)


def _answers(case: Case, reading: Reading) -> tuple[AnswerView, ...]:
    """First to last. A case that nobody answered is not asked for answers."""
    if case.answered_at is None:
        return ()
    beside = reading.cases.answers(case.id, MOST_MENTIONS)
    known: dict[str, Answer] = {a.mention_id: a for a in (*beside, *case.outbox.answers)}
    ordered = sorted(known.values(), key=lambda a: (a.at, a.mention_id))
    return tuple(AnswerView(at=a.at, account=a.account, url=a.url) for a in ordered)


def _deliveries(case: Case, reading: Reading) -> tuple[Delivery, ...]:
    """By alert, in the order in which they were given; their names end in numbers."""
    found = reading.lookups.deliveries(case.id, MOST_DELIVERIES)
    return tuple(
        sorted(found, key=lambda d: (len(d.message), d.message, d.contact, d.channel, d.outcome))
    )


def _mention(attached: Attached, found: Found) -> MentionView:
    mention = found.mention
    return MentionView(
        id=attached.mention_id,
        url=mention.url,
        text=mention.text,
        author=mention.author,
        created_at=mention.created_at,
        date_guessed=mention.date_guessed,
        edited_at=mention.edited_at,
        read_at=attached.read_at,
        truncated=mention.truncated,
        in_reply_to=mention.in_reply_to,
        engagement=mention.engagement,
        assessment=_assessment(attached.assessment),
        impact_score=attached.impact_score,
        gone_at=found.gone.at if found.gone else None,
        gone_why=found.gone.why if found.gone else None,
    )


def _assessment(assessment: Assessment) -> AssessmentView:
    return AssessmentView(
        language=assessment.language,
        language_confidence=assessment.language_confidence,
        complaint=assessment.complaint,
        severity=assessment.severity,
        negative=assessment.negative,
        sarcasm=assessment.sarcasm,
        topics=tuple(TopicView(topic=t, probability=p) for t, p in assessment.topics),
    )


def _history(case: Case, reading: Reading) -> HistoryView:
    earlier = reading.lookups.earlier(case.brand, case.source, case.author.id, besides=case.id)
    meant = [e.state for e in earlier if e.state != "dismissed"]
    unresolved = sum(state in LIVE or state == "closed_unanswered" for state in meant)
    return HistoryView(complaints=len(meant), unresolved=unresolved, cases=tuple(earlier))
