"""Telling: a case as one contact is to hear of it."""

from __future__ import annotations

from datetime import datetime

from earshot.domain.case import Case
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.errors import NotFoundError
from earshot.text.messages import AlertFacts


def case_facts(
    case: Case,
    contact: Contact,
    configuration: Configuration,
    *,
    api_url: str,
    level: int = 1,
    repeat: int = 0,
    acknowledge_by: datetime | None = None,
    acknowledge_link: str = "",
    lapsed_by: str = "",
    held_since: datetime | None = None,
    waits: bool = False,
) -> AlertFacts:
    """The case as this contact is to hear of it."""
    return AlertFacts(
        case_id=case.id,
        brand=display_name(case.brand, configuration),
        excerpt=case.excerpt,
        url=case.url,
        author=case.author.name,
        followers=case.author.followers,
        source=case.source,
        written_in=case.language,
        impact_score=case.impact.score,
        reasons=case.impact.contributions,
        urgency=case.urgency,
        history=case.history,
        level=level,
        repeat=repeat,
        opened_at=case.opened_at,
        acknowledge_by=acknowledge_by,
        acknowledge_link=acknowledge_link,
        time_zone=contact.time_zone,
        language=contact.language,
        case_link=f"{api_url}/#case/{case.id}",
        lapsed_by=lapsed_by,
        held_since=held_since,
        waits=waits,
        waits_until=case.chain.low_until if waits and case.chain is not None else None,
    )


def display_name(brand: str, configuration: Configuration) -> str:
    """A case outlives the configuration that it was opened under."""
    try:
        return configuration.brand(brand).display_name
    except NotFoundError:
        return brand
