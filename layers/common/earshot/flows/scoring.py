"""Scoring: a mention becomes an assessment, a complaint becomes a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from earshot.domain.assessment import Assessment, is_complaint
from earshot.domain.case import Attached, Case, case_id
from earshot.domain.configuration import Configuration
from earshot.domain.correction import as_missed
from earshot.domain.errors import ConflictError
from earshot.domain.heard import Heard, HearingRules
from earshot.domain.hearing import Hearing, expects_answer, hear
from earshot.domain.impact import AuthorHistory, Impact
from earshot.domain.mention import Found, mention_id
from earshot.domain.own_topics import keywords_in, risky
from earshot.domain.weighing import Scales, weigh
from earshot.flows.racing import MOST_TRIES
from earshot.flows.replying.means import following
from earshot.ports import Cases, Classifier, Clock, Mentions, Replies

Router = Callable[[Case | None, Case, datetime], Case]
"""From a case as it was (None: there was none) and as it is, the same with a handler where it needs
one."""

FULL_OUTBOX_MENTIONS = 20
"""An author who posts faster than the stream delivers must not fill the case's item (400 KB)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """Everything that scoring takes. `deliver` empties the outbox of a case, by its id; `route` is
    None where the owner has no rules for that."""

    configuration: Configuration
    classifier: Classifier
    cases: Cases
    mentions: Mentions
    replies: Replies
    clock: Clock
    deliver: Callable[[str], object]
    route: Router | None = None


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
        case = with_room(scoring.cases.get(name), scoring)
        if case is None and not complaint:
            return Hearing(case=None, reason="no complaint, and no case it belongs to")
        known = known_in(case, mention.id, scoring.cases)
        if history is None:
            history = scoring.cases.history(
                found.brand, mention.source, mention.author.id, besides=name
            )
        heard = _heard(found, assessment, known, history, complaint=complaint, scoring=scoring)
        if case is not None and expects_answer(case, mention):
            heard = replace(heard, answer=_answer(found, case, scoring))
        now = scoring.clock()
        hearing = hear(case, known, heard, rules, now)
        if hearing.case is None:
            return hearing
        whose = hearing.case if scoring.route is None else scoring.route(case, hearing.case, now)
        changed_case = following(case, whose, scoring.configuration, now)
        try:
            scoring.cases.save(changed_case, replaces_version=case.version if case else None)
        except ConflictError:
            continue
        return replace(hearing, case=changed_case)
    raise ConflictError(f"case {name} changed {MOST_TRIES} times while it was being written")


def _answer(found: Found, case: Case, scoring: Scoring) -> Literal["yes", "no", "unclear"]:
    """What the words say to our question; of those to somebody else in the thread that is for a
    person to tell."""
    # Imported where somebody was asked.
    from earshot.text.answering import answer

    mention = found.mention
    told = answer(mention.text, mention.language or case.language).answer
    return told if _is_for_us(found, scoring) else "unclear"


def _is_for_us(found: Found, scoring: Scoring) -> bool:
    """Whether it answers us, the brand's own accounts, or what its author wrote before; also where
    it only belongs to the conversation, and where nobody else reads it."""
    mention = found.mention
    above = mention.in_reply_to
    if found.pair is None or above in (None, mention.thread):
        return True
    above_id = mention_id(mention.source, above)
    if scoring.replies.is_ours(above_id):
        return True
    post = scoring.mentions.get(found.brand, above_id)
    return post is not None and (post.own or post.mention.author.id == mention.author.id)


def _heard(
    found: Found,
    assessment: Assessment,
    known: Attached | None,
    history: AuthorHistory,
    *,
    complaint: bool,
    scoring: Scoring,
) -> Heard:
    configuration = scoring.configuration
    missed = known.missed if known is not None else None
    if missed is not None:
        # A person said what this mention is; an edit or a growing audience does not unsay it.
        assessment, complaint = as_missed(assessment, missed), True
    if complaint:
        assessment = with_own_topics(assessment, found, configuration)
    return Heard(
        found=found,
        assessment=assessment,
        complaint=complaint,
        missed=missed,
        impact=impact_of(
            found, assessment, history, complaint=complaint, configuration=configuration
        ),
        history=history,
    )


def impact_of(
    found: Found,
    assessment: Assessment,
    history: AuthorHistory,
    *,
    complaint: bool,
    configuration: Configuration,
) -> Impact:
    """By the time its reactions were counted: delivered late or twice, it weighs the same."""
    scales = Scales(
        usual=configuration.usual,
        risky_topics=risky(configuration.topics_for(found.brand)),
        floor_score=configuration.thresholds.high_impact_score,
    )
    return weigh(
        found.mention, assessment, history, found.read_at, complaint=complaint, scales=scales
    )


def with_own_topics(
    assessment: Assessment, found: Found, configuration: Configuration
) -> Assessment:
    """A complaint's assessment with the owner's own topics, whoever assessed it."""
    own_topics = configuration.topics_for(found.brand)
    if not own_topics:
        return assessment
    # Imported where there are any: the API, which only acts on cases, starts without.
    from earshot.text.keywords import topics_in, with_topics

    keywords = keywords_in(own_topics, assessment.language)
    return with_topics(assessment, topics_in(found.mention.text, keywords))


def hearing_rules(configuration: Configuration, brand: str) -> HearingRules:
    """As configured now. Support hours whose calendar was removed since are always."""
    thresholds, policies = configuration.thresholds, configuration.escalation
    policy = configuration.policy_for(brand)
    return HearingRules(
        policy=policy,
        alert_impact_score=thresholds.alert_impact_score,
        urgent_impact_score=thresholds.urgent_impact_score,
        high_impact_score=thresholds.high_impact_score,
        follow_ups=configuration.follow_ups,
        support_hours=configuration.support_hours(policy),
        routes=configuration.routes,
        by_route={
            route.name: (
                policies[route.escalation],
                configuration.support_hours(policies[route.escalation]),
            )
            for route in configuration.routes
            if route.escalation in policies
        },
    )


def with_room(case: Case | None, scoring: Scoring) -> Case | None:
    """The case with an outbox that takes one more mention; what is in a full one is delivered."""
    if case is None or len(case.outbox.attach) + len(case.outbox.answers) < FULL_OUTBOX_MENTIONS:
        return case
    scoring.deliver(case.id)
    return scoring.cases.get(case.id)


def known_in(case: Case | None, mention_id: str, cases: Cases) -> Attached | None:
    """The mention as it was attached before. The outbox is asked first: it is emptied only after
    the attachment is written, so between the two nothing can be missed."""
    if case is None:
        return None
    for attached in case.outbox.attach:
        if attached.mention_id == mention_id:
            return attached
    return cases.attached(case.id, mention_id)
