"""Withdrawing: what it does to a case that one of its mentions is no longer to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from earshot.domain.attaching import excerpt, showing
from earshot.domain.case import UNACKNOWLEDGED, Attached, Case
from earshot.domain.journal import EARSHOT
from earshot.domain.mention import Author, Found, Gone
from earshot.domain.policy import FollowUpRules
from earshot.domain.transition import move, noted


def withdrawn(
    case: Case,
    known: Attached,
    gone: Gone,
    left: Sequence[tuple[Attached, Found]],
    *,
    rules: FollowUpRules,
    now: datetime,
) -> Case:
    """The case without anything of that mention but the mark that it was there.

    `left` are the case's other mentions, as many as one reads. While some are left the case shows
    the heaviest of them. When none is, nothing names the author any more; a case that nobody has
    taken on ends there, as there is nothing to read and nobody to answer, and any other stays with
    who has it. What it weighed and what was done stays on record.
    """
    count = case.gone + 1
    if count < case.mentions:
        why = f"one mention is gone: {gone.why}"
        after = _showing_another(noted(case, who=EARSHOT, what="gone", why=why, now=now), left)
    else:
        why = f"nothing is left of what the author said: {gone.why}"
        after = _nameless(_ended(case, why, rules, now))
    marked = replace(known, read_at=gone.at, content="", gone_at=gone.at)
    others = tuple(a for a in after.outbox.attach if a.mention_id != known.mention_id)
    return replace(after, gone=count, outbox=replace(after.outbox, attach=(*others, marked)))


def _ended(case: Case, why: str, rules: FollowUpRules, now: datetime) -> Case:
    if case.state in UNACKNOWLEDGED:
        return move(case, "withdraw", who=EARSHOT, why=why, now=now, rules=rules)
    return noted(case, who=EARSHOT, what="gone", why=why, now=now)


def _showing_another(case: Case, left: Sequence[tuple[Attached, Found]]) -> Case:
    """What the case shows may be of the mention that is gone, whose words and address nobody knows
    any more: it stays only where a mention that is left says the same."""
    mentions = [found.mention for _, found in left]
    if any((m.url, excerpt(m.text)) == (case.url, case.excerpt) for m in mentions):
        return case
    if not left:
        return replace(case, excerpt="", url="")
    heaviest = max(left, key=lambda pair: (pair[0].complaint, pair[0].impact_score))
    return showing(case, heaviest[1].mention)


def _nameless(case: Case) -> Case:
    """The author gets a name that is this case's own: one for all would make one person of them."""
    return replace(
        case, excerpt="", url="", thread="", author=Author(id=f"gone-{case.id}", name="")
    )
