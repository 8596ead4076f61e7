"""Noticing: a mention's item in the table has changed; who wrote it and what is left says what it
means."""

from __future__ import annotations

from earshot.domain.hearing import Hearing
from earshot.domain.mention import Found
from earshot.flows.answering import answer
from earshot.flows.scoring import Scoring, score
from earshot.flows.withdrawing import withdraw


def notice(found: Found, *, changed: bool, scoring: Scoring) -> Hearing:
    """`changed` is True where the mention was known before."""
    if found.gone is not None:
        return withdraw(found, found.gone, scoring)
    if found.own:
        return answer(found, scoring)
    return score(found, changed=changed, scoring=scoring)
