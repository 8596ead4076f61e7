"""Scoring: a mention becomes an assessment, a complaint becomes a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from earshot.domain.assessment import is_complaint
from earshot.domain.case import Attached, Case, case_id
from earshot.domain.configuration import Configuration
from earshot.domain.errors import ConflictError
from earshot.domain.hearing import Heard, Hearing, HearingRules, hear
from earshot.domain.impact import AuthorHistory, weigh
from earshot.domain.mention import Found
from earshot.flows.racing import MOST_TRIES
from earshot.ports import Cases, Classifier, Clock

FULL_OUTBOX_MENTIONS = 20
"""An author who posts faster than the stream delivers must not fill the case's item (400 KB)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """Everything that scoring takes. `deliver` empties the outbox of a case, by its id."""

    configuration: Configuration
    classifier: Classifier
    cases: Cases
    clock: Clock
    deliver: Callable[[str], object]


def score(found: Found, *, changed: bool, scoring: Scoring) -> Hearing:
    """Assesses the mention and writes what it does to its case.

    `changed` is True where the mention was known and has been edited or has spread. A mention that
    is no complaint and can belong to no case costs no read and no write.
    """
    mention = found.mention
    assessment = scoring.classifier.assess(mention.text, mention.language)
    threshold = scoring.configuration.thresholds.complaint_ratio
    complaint = is_complaint(assessment, threshold)
    if not complaint and not changed and mention.thread == mention.native_id:
        return Hearing(case=None, reason="no complaint")
    name = case_id(found.brand, mention.source, mention.author.id, mention.thread)
    rules = hearing_rules(scoring.configuration, found.brand)
    history: AuthorHistory | None = None
    for _ in range(MOST_TRIES):
        case = scoring.cases.get(name)
        if case is None and not complaint:
            return Hearing(case=None, reason="no complaint, and no case it belongs to")
        if case is not None and len(case.outbox.attach) >= FULL_OUTBOX_MENTIONS:
            scoring.deliver(name)
            case = scoring.cases.get(name)
        known = _known(case, mention.id, scoring.cases)
        if history is None:
            history = scoring.cases.history(
                found.brand, mention.source, mention.author.id, besides=name
            )
        now = scoring.clock()
        heard = Heard(
            found=found,
            assessment=assessment,
            complaint=complaint,
            impact=weigh(mention, assessment, history, now),
            history=history,
        )
        hearing = hear(case, known, heard, rules, now)
        if hearing.case is None:
            return hearing
        try:
            scoring.cases.save(hearing.case, replaces_version=case.version if case else None)
        except ConflictError:
            continue
        return hearing
    raise ConflictError(f"case {name} changed {MOST_TRIES} times while it was being written")


def hearing_rules(configuration: Configuration, brand: str) -> HearingRules:
    thresholds = configuration.thresholds
    return HearingRules(
        policy=configuration.policy_for(brand),
        alert_impact_score=thresholds.alert_impact_score,
        urgent_impact_score=thresholds.urgent_impact_score,
        high_impact_score=thresholds.high_impact_score,
        follow_ups=configuration.follow_ups,
    )


def _known(case: Case | None, mention_id: str, cases: Cases) -> Attached | None:
    """The mention as it was attached before. The outbox is asked first: it is emptied only after
    the attachment is written, so between the two nothing can be missed."""
    if case is None:
        return None
    for attached in case.outbox.attach:
        if attached.mention_id == mention_id:
            return attached
    return cases.attached(case.id, mention_id)
