"""Composing: the words of a reply, and what the guard says of them."""

from __future__ import annotations

from dataclasses import replace

from earshot.domain.assigning.naming import handler_name
from earshot.domain.case import Case, Reply
from earshot.domain.configuration import Configuration
from earshot.domain.errors import NoDraftError
from earshot.domain.languages import LANGUAGES
from earshot.domain.mention import Found
from earshot.domain.outlet import NAMED_FIRST
from earshot.domain.sending import kind_of
from earshot.flows.replying.means import PRIVATE_SOURCES
from earshot.flows.telling import display_name
from earshot.text.drafts import Draft, Facts, drafted
from earshot.text.guard import Circumstances, Verdict, check


def draft(
    reply: Reply,
    case: Case,
    found: Found | None,
    said: list[Reply],
    configuration: Configuration,
) -> Draft:
    """Words for a reply without any, unlike all that was `said` in the thread. NoDraftError where
    there are none, or the customer's language is none of ours; NotFoundError where the owner has
    removed the brand."""
    if case.language not in LANGUAGES or reply.kind == "own":
        raise NoDraftError(f"there are no drafts of kind {reply.kind} in {case.language!r}")
    rules = configuration.replies_for(case.brand)
    earlier = [each for each in said if each.name != reply.name and each.text]
    desk = case.wrong_desk if reply.kind == "wrong_desk" else None
    facts = Facts(
        case_id=case.id,
        number=1 + sum(kind_of(each.name) == reply.kind for each in earlier),
        customer=case.author.name,
        topic=case.topics[0] if case.topics else None,
        words=found.mention.text if found is not None else None,
        handler=desk.name if desk else handler_name(case, configuration),
        link=desk.link if desk else rules.links.get(reply.kind),
        brand=display_name(case.brand, configuration),
        news=reply.news or None,
        source=case.source,
        public=is_public(case),
        automated=reply.automated,
    )
    taken = [each.text for each in earlier]
    room = NAMED_FIRST.get(case.source)
    if room is not None:
        room -= len(f"@{case.author.name} ")
    return drafted(reply.kind, facts, case.language, taken=taken, rules=rules, most_characters=room)


def worded(
    reply: Reply,
    case: Case,
    found: Found | None,
    said: list[Reply],
    configuration: Configuration,
) -> Reply:
    """The reply with its words, a person's or a draft's. Raises as `draft` does."""
    if reply.text:
        return reply
    words = draft(reply, case, found, said, configuration)
    return replace(reply, text=words.text, language=words.language, variation=words.variation)


def judged(reply: Reply, case: Case, found: Found | None, configuration: Configuration) -> Verdict:
    """What the guard says of the reply as it would stand there. NotFoundError where the owner has
    removed the brand."""
    language = reply.language if reply.language in LANGUAGES else "en"
    return check(
        reply.text,
        Circumstances(
            language=language,
            public=is_public(case),
            source=case.source,
            complaint=found.mention.text if found is not None else None,
            severity=case.severity,
            customer_name=case.author.name,
            automated=reply.automated,
            rules=configuration.replies_for(case.brand),
        ),
    )


def is_public(case: Case) -> bool:
    return case.source not in PRIVATE_SOURCES
