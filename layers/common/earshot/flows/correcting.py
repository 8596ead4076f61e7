"""Correcting: a person says that a mention is a complaint though we took it for none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.domain.case import Attached, Case, case_id
from earshot.domain.configuration import Configuration
from earshot.domain.correction import Missed, as_missed
from earshot.domain.errors import ConflictError, IllegalTransitionError, NotFoundError
from earshot.domain.heard import Heard
from earshot.domain.hearing import hear
from earshot.domain.mention import Found
from earshot.domain.transition import noted
from earshot.flows.racing import MOST_TRIES
from earshot.flows.repeating import is_done, once_by
from earshot.flows.replying.means import following
from earshot.flows.scoring import Router, hearing_rules, impact_of, known_in, with_own_topics
from earshot.ports import Cases, Classifier, Clock, Mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A missed mention of a brand, what is right, and why, for the journal."""

    brand: str
    missed: Missed
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correcting:
    """Everything that correcting takes. `route` is None where the owner has no rules for that."""

    configuration: Configuration
    cases: Cases
    mentions: Mentions
    classifier: Classifier
    clock: Clock
    route: Router | None = None


def report_missed(
    mention_id: str,
    report: Report,
    *,
    who: str,
    correcting: Correcting,
    idempotency_key: str | None = None,
) -> Case:
    """The case that the mention opens or extends. With a key, a repeated request changes nothing
    and answers the case as it is.

    Raises NotFoundError for a mention or brand that is not (or no longer) there,
    IllegalTransitionError where it is a complaint already or the brand's own,
    RepeatedRequestError where the key stands for another report, ConflictError when it keeps
    losing races.
    """
    found = correcting.mentions.get(report.brand, mention_id)
    if found is None or found.gone is not None:
        raise NotFoundError(f"there is no mention {mention_id} of {report.brand}")
    if found.own:
        raise IllegalTransitionError("one of the brand's own accounts wrote it")
    mention = found.mention
    name = case_id(found.brand, mention.source, mention.author.id, mention.thread)
    once = once_by(idempotency_key, f"mention {report.brand} {mention_id}", who, report)
    for _ in range(MOST_TRIES):
        case = correcting.cases.get(name)
        if case is not None and is_done(once, correcting.cases):
            return case
        changed = _corrected(case, found, report, who, correcting)
        if correcting.route is not None:
            changed = correcting.route(case, changed, correcting.clock())
        changed = following(case, changed, correcting.configuration, correcting.clock())
        try:
            correcting.cases.save(
                changed, replaces_version=case.version if case else None, once=once
            )
        except ConflictError:
            continue
        return changed
    raise ConflictError(f"case {name} is being changed by others; try again")


def _corrected(
    case: Case | None, found: Found, report: Report, who: str, correcting: Correcting
) -> Case:
    mention, now = found.mention, correcting.clock()
    known = known_in(case, mention.id, correcting.cases)
    if known is not None and known.complaint:
        raise IllegalTransitionError("this mention counts as a complaint already")
    name = case_id(found.brand, mention.source, mention.author.id, mention.thread)
    history = correcting.cases.history(found.brand, mention.source, mention.author.id, besides=name)
    assessed = correcting.classifier.assess(mention.text, mention.language)
    assessment = as_missed(assessed, report.missed)
    assessment = with_own_topics(assessment, found, correcting.configuration)
    heard = Heard(
        found=_reread(found, known, now),
        assessment=assessment,
        complaint=True,
        missed=report.missed,
        impact=impact_of(
            found, assessment, history, complaint=True, configuration=correcting.configuration
        ),
        history=history,
    )
    hearing = hear(case, known, heard, hearing_rules(correcting.configuration, found.brand), now)
    if hearing.case is None:
        raise ConflictError(f"the mention cannot be heard just now: {hearing.reason}")
    why = report.note or "we took this mention for no complaint"
    return noted(hearing.case, who=who, what="missed", why=why, now=now)


def _reread(found: Found, known: Attached | None, now: datetime) -> Found:
    """The mention as if it were read this moment: no reading of before may undo what a person
    says, however late it is delivered."""
    if known is not None:
        now = max(now, known.read_at + timedelta(milliseconds=1))
    return replace(found, read_at=now)
