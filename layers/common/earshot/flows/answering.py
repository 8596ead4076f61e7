"""Answering: what one of the brand's own accounts wrote finds the case that it answers."""

from __future__ import annotations

from earshot.domain.answering import answer_of, answered
from earshot.domain.case import Case, case_id
from earshot.domain.errors import ConflictError
from earshot.domain.hearing import Hearing
from earshot.domain.mention import Found, mention_id
from earshot.domain.sending import is_ours
from earshot.flows.racing import MOST_TRIES
from earshot.flows.replying.means import following
from earshot.flows.scoring import Scoring, score, with_room

MOST_REPLIES = 100
"""Of one case that are looked at."""

LONGEST_ANSWER_POSTS = 5
"""An answer may be written as several posts, each under the one before."""


def answer(found: Found, scoring: Scoring) -> Hearing:
    """Writes the brand's answer on the case that it answers, once, however often it comes.

    It is never assessed and never opens a case. What it answers is scored first where that has not
    happened yet: of two records of a stream that carry different items either may come first.
    """
    if scoring.replies.is_ours(found.id):
        return Hearing(case=None, reason="we sent it ourselves")
    asked = answered_by(found, scoring)
    if asked is None:
        return Hearing(case=None, reason="the brand's own, and nothing is known that it answers")
    mention = asked.mention
    name = case_id(asked.brand, mention.source, mention.author.id, mention.thread)
    if scoring.cases.get(name) is None:
        score(asked, changed=False, scoring=scoring)
    for _ in range(MOST_TRIES):
        case = with_room(scoring.cases.get(name), scoring)
        if case is None:
            return Hearing(case=None, reason="the brand's own, to what is no complaint")
        if _is_known(case, found.id, scoring):
            return Hearing(case=None, reason="this answer of the brand is known")
        if is_ours(found.mention, scoring.replies.of(case.id, MOST_REPLIES)):
            return Hearing(case=None, reason="we sent it ourselves")
        rules, now = scoring.configuration.follow_ups, scoring.clock()
        changed = answered(case, answer_of(found.mention), rules, now)
        changed = following(case, changed, scoring.configuration, now)
        try:
            scoring.cases.save(changed, replaces_version=case.version)
        except ConflictError:
            continue
        return Hearing(case=changed, reason="the brand answered in the thread")
    raise ConflictError(f"case {name} changed {MOST_TRIES} times while it was being written")


def answered_by(found: Found, scoring: Scoring) -> Found | None:
    """The mention that is answered: the one above, behind other posts of the brand's own; where
    that one is not kept, the beginning of the thread. None where neither is."""
    post = found.mention
    for _ in range(LONGEST_ANSWER_POSTS):
        above = post.in_reply_to and _kept(found, post.in_reply_to, scoring)
        if not above:
            break
        if not above.own:
            return above
        post = above.mention
    first = _kept(found, post.thread, scoring)
    return None if first is None or first.own else first


def _kept(found: Found, native_id: str, scoring: Scoring) -> Found | None:
    above = scoring.mentions.get(found.brand, mention_id(found.mention.source, native_id))
    return None if above is None or above.gone is not None else above


def _is_known(case: Case, answer_id: str, scoring: Scoring) -> bool:
    """The outbox is asked first: it is emptied only after the answer is kept beside the case."""
    if any(known.mention_id == answer_id for known in case.outbox.answers):
        return True
    return scoring.cases.has_answer(case.id, answer_id)
