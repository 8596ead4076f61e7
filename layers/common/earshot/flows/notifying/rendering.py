"""Rendering: what a message says, made when the first channel asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import Message
from earshot.domain.case import Case
from earshot.domain.contact import Contact
from earshot.domain.link import LINK_VALID, digest
from earshot.flows.notifying.means import Notifying
from earshot.flows.telling import case_facts, display_name
from earshot.ports import Token
from earshot.text.messages import AlertFacts, Email, email, sms
from earshot.text.messages.facts import MOST_LISTED, ChatMessage, DigestFacts, Together

KEPT_BACK = timedelta(minutes=2)
"""An alert that waited for longer says since when: its reader shall not wonder."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The same message for each kind of channel, each made when it is asked for."""

    sms: Callable[[], str]
    email: Callable[[], Email]
    chat: Callable[[], ChatMessage]


def rendered(
    message: Message, cases: Mapping[str, Case], contact: Contact, notifying: Notifying
) -> Rendered:
    """Links to acknowledge with are made here, one for each case and contact."""
    if message.worst.form == "cases":
        return _of_cases(message, cases, contact, notifying)
    status_link = f"{notifying.api_url}/"
    if message.worst.form == "sources":
        return _of_sources(message, contact, status_link)
    return _of_own(message, contact, status_link)


def _of_cases(
    message: Message, cases: Mapping[str, Case], contact: Contact, notifying: Notifying
) -> Rendered:
    told = [notice for notice in message.notices if notice.case_id in cases]
    facts = tuple(_facts(notice, cases, contact, notifying) for notice in told[:MOST_LISTED])
    if len(told) == 1:
        from earshot.text.messages.chat import chat

        (alert,) = facts
        return Rendered(lambda: sms(alert), lambda: email(alert), lambda: chat(alert))
    from earshot.text.messages.digest import digest_chat, digest_email, digest_sms

    several = _digest(message, facts, contact, notifying)
    return Rendered(
        lambda: digest_sms(several),
        lambda: digest_email(several),
        lambda: digest_chat(several),
    )


def _digest(
    message: Message, facts: tuple[AlertFacts, ...], contact: Contact, notifying: Notifying
) -> DigestFacts:
    notices, storms = message.notices, notifying.configuration.storms
    since = min(notice.posted_at for notice in notices)
    reason: Together = "storm" if message.why == "storm" else "group"
    if message.why == "group" and notifying.clock() - since >= KEPT_BACK:
        reason = "held"
    return DigestFacts(
        items=facts,
        count=len(notices),
        reason=reason,
        since=since,
        status_link=f"{notifying.api_url}/",
        time_zone=contact.time_zone,
        language=contact.language,
        brand=display_name(_shared(notices, "brand"), notifying.configuration),
        topic=_shared(notices, "topic"),
        more_than=storms.more_than,
        within_seconds=storms.within_seconds,
    )


def _shared(notices: tuple[Notice, ...], label: str) -> str:
    values = {notice.labels.get(label, "") for notice in notices}
    return values.pop() if len(values) == 1 else ""


def _facts(
    notice: Notice, cases: Mapping[str, Case], contact: Contact, notifying: Notifying
) -> AlertFacts:
    now = notifying.clock()
    case = cases[notice.case_id]
    by = notice.posted_at + timedelta(seconds=notice.acknowledge_within_seconds)
    return case_facts(
        case,
        contact,
        notifying.configuration,
        level=notice.level,
        repeat=notice.repeat,
        acknowledge_by=by if by > now and not notice.waits else None,
        acknowledge_link=f"{notifying.api_url}/ack/{_new_token(notice, now, notifying)}",
        api_url=notifying.api_url,
        lapsed_by=notice.lapsed_by,
        held_since=notice.posted_at if now - notice.posted_at >= KEPT_BACK else None,
        waits=notice.waits,
    )


def _new_token(notice: Notice, now: datetime, notifying: Notifying) -> str:
    secret = notifying.secret()
    notifying.deliveries.save_token(
        Token(
            digest=digest(secret),
            case_id=notice.case_id,
            cycle=notice.cycle,
            level=notice.level,
            contact=notice.contact,
            expires_at=now + LINK_VALID,
        )
    )
    return secret


def _of_sources(message: Message, contact: Contact, status_link: str) -> Rendered:
    # Imported where they are used: nearly every message is about a case.
    from earshot.domain.plain import from_plain
    from earshot.text.messages.trouble_letter import TroubledSource, TroubleFacts
    from earshot.text.messages.trouble_mail import trouble_mail
    from earshot.text.messages.trouble_short import trouble_chat, trouble_sms

    written: list[Any] = [one for notice in message.notices for one in notice.facts["sources"]]
    facts = TroubleFacts(
        sources=tuple(from_plain(TroubledSource, one) for one in written),
        over=all(notice.is_over for notice in message.notices),
        time_zone=contact.time_zone,
        language=contact.language,
        status_link=status_link,
    )
    return Rendered(
        lambda: trouble_sms(facts), lambda: trouble_mail(facts), lambda: trouble_chat(facts)
    )


def _of_own(message: Message, contact: Contact, status_link: str) -> Rendered:
    from earshot.domain.plain import from_plain
    from earshot.text.messages.own import OwnFacts, OwnNews, own_chat, own_email, own_sms

    news = OwnNews(
        facts=tuple(from_plain(OwnFacts, dict(notice.facts)) for notice in message.notices),
        time_zone=contact.time_zone,
        language=contact.language,
        status_link=status_link,
    )
    return Rendered(lambda: own_sms(news), lambda: own_email(news), lambda: own_chat(news))
