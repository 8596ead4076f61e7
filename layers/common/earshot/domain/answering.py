"""Answering: what it does to a case that the brand itself wrote in its thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from earshot.domain.case import Answer, Case
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import Mention
from earshot.domain.policy import FollowUpRules
from earshot.domain.transition import move, noted, refusal


def answer_of(mention: Mention) -> Answer:
    """The record of it; what was said stays where it was said."""
    return Answer(
        mention_id=mention.id,
        at=mention.created_at,
        account=mention.author.name,
        url=mention.url,
    )


def told_as(answer: Answer) -> tuple[str, str]:
    """Who did it, and why, as the journal has it."""
    why = f"the brand answered in the thread: {answer.url}" if answer.url else "the brand answered"
    return answer.account or EARSHOT, why


def answered(case: Case, answer: Answer, rules: FollowUpRules, now: datetime) -> Case:
    """The case with the brand's answer: on record always, a reply where the table allows one.

    An answer that is older than the words for which the case was reopened replies to the words
    before them. It may be heard of late, and must not end an escalation that began since.
    """
    who, why = told_as(answer)
    outdated = case.state == "reopened" and answer.at <= case.last_mention_at
    if outdated or refusal(case.state, "reply"):
        after = noted(case, who=who, what="reply", why=why, now=now)
    else:
        after = move(case, "reply", who=who, why=why, now=now, rules=rules)
    others = tuple(a for a in after.outbox.answers if a.mention_id != answer.mention_id)
    first_at = answer.at if case.answered_at is None else min(case.answered_at, answer.at)
    return replace(
        after,
        answered_at=first_at,
        answered_cycle=case.answered_cycle if outdated else case.cycle,
        outbox=replace(after.outbox, answers=(*others, answer)),
    )
