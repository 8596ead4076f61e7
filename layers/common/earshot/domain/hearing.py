"""Hearing: what one more mention does to the case it belongs to, if any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from earshot.domain.attaching import alerting, attached, excerpt, main_topics, under, weighed
from earshot.domain.case import (
    CLOSED,
    Attached,
    Case,
    case_id,
)
from earshot.domain.heard import Heard, HearingRules
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import Mention
from earshot.domain.polling import content_print
from earshot.domain.transition import (
    Action,
    move,
    noted,
    planned,
    refusal,
)
from earshot.domain.weighing import reopened


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """`case` is the changed case to write, None where nothing changes; `reason` says why."""

    case: Case | None
    reason: str


def hear(
    case: Case | None, known: Attached | None, heard: Heard, rules: HearingRules, now: datetime
) -> Hearing:
    """What the mention does to the case.

    `known` is the same mention as it was attached before: a replay changes nothing, an edit or a
    growing audience changes what the case weighs.
    """
    if known is not None and known.read_at >= heard.found.read_at:
        return Hearing(case=None, reason="this reading of the mention is known")
    if case is None:
        if not heard.complaint:
            return Hearing(case=None, reason="no complaint, and no case it belongs to")
        return Hearing(case=_opened(heard, rules, now), reason="a complaint opens a case")
    if known is not None and _same(known, heard):
        return Hearing(case=None, reason="nothing in it has changed")
    taken_back = _brings_back(case, known, heard) == "customer_says_no"
    same_kind = known is not None and known.gone_at is None and known.complaint >= heard.complaint
    if known is not None and same_kind and not taken_back:
        return _changed(case, known, heard, rules, now)
    return _another(case, known, heard, rules, now)


def _same(known: Attached, heard: Heard) -> bool:
    """A reading that says nothing new: the poll that wrote it died before it could remember."""
    return (
        known.content == content_print(heard.mention).hex()
        and known.complaint == heard.complaint
        and known.impact_score >= heard.impact.score
    )


def _another(
    case: Case, known: Attached | None, heard: Heard, rules: HearingRules, now: datetime
) -> Hearing:
    """One more mention by the author in the thread, a remark that has become a complaint, or one
    that was gone and is there again."""
    if action := _brings_back(case, known, heard):
        why = _WHY_BACK[action]
        again = move(case, action, who=EARSHOT, why=why, now=now, rules=rules.follow_ups)
        # What was dismissed was never settled: it is weighed by these words alone.
        before = heard.impact if case.state == "dismissed" else reopened(again.impact)
        back = weighed(attached(under(again, before, rules), known, heard), heard, rules)
        return Hearing(case=alerting(back, rules, now), reason=f"{why}: it is reopened")
    solved = known is None and not heard.complaint and heard.answer == "yes"
    if solved and refusal(case.state, "customer_says_yes") is None:
        return _solved(case, heard, rules, now)
    if known is None and _is_their_turn(case, heard.mention):
        return _unclear(case, heard, rules, now)
    if not heard.complaint and case.state in CLOSED:
        return Hearing(case=None, reason="no complaint, in a case that is closed")
    what = "complaint" if heard.complaint else "remark"
    why = f"another {what} by the author in the thread"
    extended = noted(case, who=EARSHOT, what="hear", why=why, now=now)
    if known is None and case.state == "in_progress":
        extended = _to_be_read(extended, heard, now)
    extended = weighed(attached(extended, known, heard), heard, rules)
    return Hearing(case=alerting(extended, rules, now), reason=f"another {what} in the thread")


_WHY_BACK: dict[Action, str] = {
    "complain_again": "the author complained again in the thread",
    "customer_says_no": "the customer says that it is not solved",
}


def _brings_back(case: Case, known: Attached | None, heard: Heard) -> Action | None:
    """How these words reopen the case, None where they do not."""
    is_new = known is None or known.content != content_print(heard.mention).hex()
    answer = heard.answer if is_new else None
    if answer == "no" and refusal(case.state, "customer_says_no") is None:
        return "customer_says_no"
    if not heard.complaint or refusal(case.state, "complain_again") is not None:
        return None
    # It is solved, they say, and still they are angry: that is for a person to read.
    torn = answer == "yes" and case.state == "awaiting_customer"
    return None if torn else "complain_again"


def _is_their_turn(case: Case, mention: Mention) -> bool:
    """Whether we wait for just these words. What they wrote before we asked, and we hear of late,
    are others."""
    if case.state != "awaiting_customer":
        return False
    return case.asked_at is None or mention.created_at > case.asked_at


def expects_answer(case: Case, mention: Mention) -> bool:
    """Whether the mention is to be read as an answer: it came after the customer was asked, of
    which a closed case still knows."""
    if case.state not in ("awaiting_customer", "satisfied", "closed_unanswered"):
        return False
    return case.asked_at is not None and mention.created_at > case.asked_at


def _to_be_read(case: Case, heard: Heard, now: datetime) -> Case:
    """Whoever works on it reads what the customer writes; who writes three times is read once."""
    if any(f.kind == "read_answer" for f in case.follow_ups):
        return case
    return planned(case, "read_answer", now, about=heard.mention.id)


def _solved(case: Case, heard: Heard, rules: HearingRules, now: datetime) -> Hearing:
    why = "the customer says that it is solved"
    settled = move(case, "customer_says_yes", who=EARSHOT, why=why, now=now, rules=rules.follow_ups)
    return Hearing(case=attached(settled, None, heard), reason=why)


def _unclear(case: Case, heard: Heard, rules: HearingRules, now: datetime) -> Hearing:
    """It is our turn: a person reads what they wrote."""
    why = "the customer wrote, and a person has to read it"
    ours = move(case, "customer_writes", who=EARSHOT, why=why, now=now, rules=rules.follow_ups)
    ours = _to_be_read(ours, heard, now)
    return Hearing(case=weighed(attached(ours, None, heard), heard, rules), reason=why)


def _opened(heard: Heard, rules: HearingRules, now: datetime) -> Case:
    mention = heard.mention
    opened = Case(
        id=case_id(heard.found.brand, mention.source, mention.author.id, mention.thread),
        brand=heard.found.brand,
        watch=heard.found.watch,
        source=mention.source,
        author=mention.author,
        thread=mention.thread,
        state="open",
        language=heard.assessment.language,
        impact=heard.impact,
        urgency="normal",
        severity=heard.assessment.severity,
        topics=main_topics(heard.assessment),
        history=heard.history,
        excerpt=excerpt(mention.text),
        url=mention.url,
        published_at=mention.created_at,
        opened_at=now,
        changed_at=now,
        last_mention_at=mention.created_at,
        version=0,
        mentions=0,
    )
    noted_case = noted(opened, who=EARSHOT, what="open", why=heard.impact.reason, now=now)
    said = attached(noted_case, None, heard)
    return alerting(under(said, heard.impact, rules), rules, now)


def _changed(
    case: Case, known: Attached, heard: Heard, rules: HearingRules, now: datetime
) -> Hearing:
    """An edit, or more people reacting: the case keeps the heavier of the two impacts."""
    edited = known.content != content_print(heard.mention).hex()
    why = "the mention was edited" if edited else "more people react to the mention"
    changed = noted(case, who=EARSHOT, what="reread", why=why, now=now)
    changed = attached(changed, known, heard)
    if case.state in CLOSED:
        return Hearing(case=changed, reason=f"{why}, after the case was closed")
    changed = weighed(changed, heard, rules)
    if edited and case.mentions == 1:
        changed = replace(changed, excerpt=excerpt(heard.mention.text))
    return Hearing(case=alerting(changed, rules, now), reason=why)
