"""Attaching: what a mention brings to its case: that it was said, what it weighs, what people are
shown of it, and the escalation that it asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from earshot.domain.assessment import Assessment
from earshot.domain.case import (
    Attached,
    Case,
)
from earshot.domain.heard import Heard, HearingRules
from earshot.domain.impact import CAME_BACK, Impact, urgency
from earshot.domain.mention import Mention, reactions_per_hour
from earshot.domain.polling import content_print
from earshot.domain.transition import (
    escalating,
    raised,
)
from earshot.domain.weighing import reopened

EXCERPT_CHARACTERS = 280
"""What an alert quotes of a mention; people decide on two or three sentences."""


def attached(case: Case, known: Attached | None, heard: Heard) -> Case:
    """The case with the mention among those that are said in it; `known` as it was before."""
    kept = Attached(
        mention_id=heard.mention.id,
        read_at=heard.found.read_at,
        content=content_print(heard.mention).hex(),
        complaint=heard.complaint,
        assessment=heard.assessment,
        impact_score=heard.impact.score,
        missed=heard.missed,
    )
    others = tuple(a for a in case.outbox.attach if a.mention_id != kept.mention_id)
    pace = reactions_per_hour(heard.mention, heard.found.read_at)
    is_back = known is not None and known.gone_at is not None
    # A new mention makes the case young again.
    recheck = heard.found.recheckable and (known is None or is_back)
    return replace(
        case,
        mentions=case.mentions + (1 if known is None else 0),
        gone=case.gone - (1 if is_back else 0),
        recheckable=case.recheckable or heard.found.recheckable,
        last_mention_at=max(case.last_mention_at, heard.mention.created_at),
        reactions_per_hour=max(case.reactions_per_hour or 0.0, pace),
        outbox=replace(case.outbox, attach=(*others, kept), recheck=case.outbox.recheck or recheck),
    )


def weighed(case: Case, heard: Heard, rules: HearingRules) -> Case:
    """The case under the mention's impact, where that is a complaint's and heavier. One of which
    everything is gone takes its words and its author from whatever is said next."""
    came_back = any(c.name == CAME_BACK for c in case.impact.contributions)
    impact = reopened(heard.impact) if came_back else heard.impact
    if not case.url and not case.excerpt:
        case = showing(case, heard.mention)
    if not heard.complaint or impact.score <= case.impact.score:
        return case
    return replace(
        under(case, impact, rules),
        severity=heard.assessment.severity,
        topics=main_topics(heard.assessment) or case.topics,
        history=heard.history,
        excerpt=excerpt(heard.mention.text),
        url=heard.mention.url,
        author=heard.mention.author,
    )


def showing(case: Case, mention: Mention) -> Case:
    """The case with this mention as the one that people see first."""
    return replace(
        case,
        excerpt=excerpt(mention.text),
        url=mention.url,
        author=mention.author,
        thread=mention.thread,
    )


def under(case: Case, impact: Impact, rules: HearingRules) -> Case:
    """The case with this impact, and the urgency that follows from it."""
    level = urgency(
        impact.score,
        urgent_score=rules.urgent_impact_score,
        high_score=rules.high_impact_score,
    )
    return replace(case, impact=impact, urgency=level)


def returned(case: Case, rules: HearingRules, now: datetime) -> Case:
    """A case that was just reopened, weighed as one that came back: never lighter than before."""
    return alerting(under(case, reopened(case.impact), rules), rules, now)


def alerting(case: Case, rules: HearingRules, now: datetime) -> Case:
    """Starts the escalation where the impact asks for one and none ran in this cycle; one that
    waits for support hours does so no longer where the case has become urgent."""
    if case.chain is not None:
        return raised(case, now)
    if case.impact.score < rules.alert_impact_score:
        return case
    if case.state not in ("open", "reopened"):
        return case
    why = f"impact {case.impact.score} reaches the alert threshold {rules.alert_impact_score}"
    # Imported here: most of what is heard alerts nobody.
    from earshot.domain.alerts.labels import case_labels
    from earshot.domain.alerts.routing import routed

    route = routed(case_labels(case), rules.routes).route
    policy, hours = rules.by_route.get(route.name, (rules.policy, rules.support_hours))
    return escalating(case, policy, why, now, support_hours=hours)


def main_topics(assessment: Assessment) -> tuple[str, ...]:
    """Those that are likelier than not."""
    return tuple(topic for topic, probability in assessment.topics if probability >= 0.5)


def excerpt(text: str) -> str:
    """The beginning of a text on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT_CHARACTERS:
        return line
    kept = line[: EXCERPT_CHARACTERS - 1]
    at_word = kept.rsplit(" ", 1)[0] if " " in kept[EXCERPT_CHARACTERS // 2 :] else kept
    return at_word + "…"
