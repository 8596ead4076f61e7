"""Reminders: the letter of a follow-up, with what belongs to it and the link that answers it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from earshot.domain.case import Case, FollowUp, Reply
from earshot.domain.contact import Contact
from earshot.domain.errors import NoDraftError, NotFoundError
from earshot.domain.followup import Duty
from earshot.domain.link import FOLLOW_UP_LINK_VALID, answers_of, digest
from earshot.flows.telling import case_facts
from earshot.ports import Token
from earshot.text.messages import Email, reminder
from earshot.text.messages.facts import Duty as Kind

if TYPE_CHECKING:
    from earshot.flows.reminding import Reminding

KINDS: dict[str, Kind] = {
    "remind_handler": "handler_check",
    "ask_customer": "customer_check",
    "read_answer": "read_answer",
    "reply_failed": "reply_failed",
    "tell_assignee": "handed_over",
}
"""The kind of letter by what the duty is."""


def letter(
    case: Case,
    follow_up: FollowUp,
    duty: Duty,
    contact: Contact,
    reminding: Reminding,
    *,
    reply: Reply | None = None,
) -> Email:
    """The letter to the contact. Its link is kept before the letter goes out, so that it works
    whoever dies then; `reply` is the one that could not be sent."""
    kind = KINDS[duty.action]
    facts = case_facts(case, contact, reminding.configuration, api_url=reminding.api_url)
    about = _about(case, follow_up, duty, reminding, reply)
    if answers_of(kind):
        secret = _new_link(case, follow_up, kind, contact, reminding)
        about["acknowledge_link"] = f"{reminding.api_url}/ack/{secret}"
    return reminder(replace(facts, **about), kind)


def _new_link(
    case: Case, follow_up: FollowUp, kind: Kind, contact: Contact, reminding: Reminding
) -> str:
    secret = reminding.secret()
    reminding.deliveries.save_token(
        Token(
            digest=digest(secret),
            case_id=case.id,
            cycle=case.cycle,
            level=0,
            contact=contact.name,
            expires_at=reminding.clock() + FOLLOW_UP_LINK_VALID,
            purpose=kind,
            follow_up=follow_up.number,
        )
    )
    return secret


def _about(
    case: Case, follow_up: FollowUp, duty: Duty, reminding: Reminding, reply: Reply | None
) -> dict[str, Any]:
    """What the letter is about beside its case."""
    if duty.action == "read_answer":
        found = reminding.replying().mentions.get(case.brand, follow_up.about)
        if found is None or found.gone is not None:
            return {}
        return {"answer": found.mention.text, "answer_url": found.mention.url}
    if duty.action == "reply_failed":
        text, language = (reply.text, reply.language) if reply is not None else ("", None)
        return {"reply": text, "draft_language": language, "why": duty.reason}
    if duty.action == "ask_customer":
        why = {"why": duty.reason} if reply is not None else {}
        question = reply if reply is not None and reply.text else _question(case, reminding)
        if question is not None:
            return {"draft": question.text, "draft_language": question.language} | why
        return why
    return {}


def _question(case: Case, reminding: Reminding) -> Reply | None:
    """What the handler could ask the customer, in the customer's words; None where we do not speak
    their language, or have said it in every way we know."""
    # Imported where there is something to ask: most reminders have no draft.
    from earshot.flows.replying.composing import worded
    from earshot.flows.replying.sending import MOST_REPLIES

    now = reminding.clock()
    blank = Reply(
        case_id=case.id,
        name=f"satisfaction.{case.opening}.letter",
        kind="satisfaction",
        language=case.language,
        # A person says it, and not an automated account.
        who="handler",
        planned_at=now,
        state="waiting",
    )
    said = reminding.replying().replies.of(case.id, MOST_REPLIES)
    with suppress(NoDraftError, NotFoundError):
        return worded(blank, case, None, said, reminding.configuration)
    return None
