"""Withdrawing: a mention that is gone leaves its case too."""

from __future__ import annotations

from earshot.domain.errors import ConflictError
from earshot.domain.hearing import Hearing
from earshot.domain.mention import Found, Gone
from earshot.domain.withdrawing import withdrawn
from earshot.flows.racing import MOST_TRIES
from earshot.flows.replying.means import following
from earshot.flows.scoring import Scoring, known_in, with_room

MOST_READ = 100
"""Of the mentions that are left, to choose the one that the case shows."""


def withdraw(found: Found, gone: Gone, scoring: Scoring) -> Hearing:
    """Takes the mention's words, author and address out of its case, once, however often it comes;
    the delivery of the case then does so with the copy beside it."""
    for _ in range(MOST_TRIES):
        case = with_room(scoring.cases.get(gone.case_id), scoring)
        known = known_in(case, gone.mention_id, scoring.cases)
        if case is None or known is None:
            return Hearing(case=None, reason="gone, and no case it belonged to")
        if known.gone_at is not None:
            return Hearing(case=None, reason="it is known that the mention is gone")
        left = [
            (attached, other)
            for attached, other in scoring.cases.said(case.id, MOST_READ)
            if attached.mention_id != gone.mention_id and other.gone is None
        ]
        rules, now = scoring.configuration.follow_ups, scoring.clock()
        changed = withdrawn(case, known, gone, left, rules=rules, now=now)
        changed = following(case, changed, scoring.configuration, now)
        try:
            scoring.cases.save(changed, replaces_version=case.version)
        except ConflictError:
            continue
        return Hearing(case=changed, reason=f"a mention of the case is gone: {gone.why}")
    raise ConflictError(f"case {gone.case_id} changed {MOST_TRIES} times while it was written")
