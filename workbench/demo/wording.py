"""A journal entry or a message, in the words of the story."""

from __future__ import annotations

import re

from earshot.domain.journal import EARSHOT
from workbench.demo.outboxes import Message
from workbench.demo.sight import Entry, SeenCase
from workbench.demo.telling import Happening, Verb

_LEVEL = re.compile(r"level (\d+): (.*?)\. (.*)", re.DOTALL)

_VERBS: dict[str, Verb] = {
    "acknowledge": "acknowledged",
    "stop_alerting": "stopped",
    "hear": "grouped",
    "reread": "edited",
    "assign": "answered",
    "reply": "answered",
    "await_customer": "answered",
    "note": "answered",
    "remind_handler": "followed up",
    "ask_customer": "followed up",
    "told_customer": "answered",
    "write": "answered",
    "customer_writes": "answered",
    "read_answer": "followed up",
    "tell_assignee": "followed up",
    "customer_says_yes": "settled",
    "silence": "settled",
    "customer_says_no": "reopened",
    "complain_again": "reopened",
    "reopen": "reopened",
}

# What the verb says already is not said again.
_SAID = {
    "acknowledge": "",
    "stop_alerting": "",
    "reread": "",
    "hear": "",
    "remind_handler": "the handler is asked",
    "ask_customer": "",
    "tell_assignee": "told whose it is now",
    "told_customer": "",
    "write": "wants to say",
    "customer_says_yes": "the customer says yes",
    "customer_says_no": "the customer says no",
    "await_customer": "awaits the customer, told",
    "assign": "assigned",
    "reply": "replied to",
}


def level_of(entry: Entry) -> int:
    """The level that an `alert` entry alerted, 0 for every other."""
    found = _LEVEL.match(entry.why)
    return int(found[1]) if found else 0


def entry_told(case: SeenCase, entry: Entry, place: str) -> tuple[Happening, ...]:
    """The lines of the story that this entry stands for."""
    who = f"{case.author} ({case.language})"
    if entry.what == "open":
        quoted = shortened(case.excerpt, 100)
        return (
            _happening(case, "found", heard(place, case.language, case.author, quoted)),
            _happening(case, "weighed", f"{who}: impact {case.impact_score} of 100: {entry.why}"),
        )
    if entry.what == "escalate":
        return (_happening(case, "weighed", f"{who}: {entry.why}"),)
    if entry.what == "alert":
        return (_alert(case, entry, who),)
    verb = _VERBS.get(entry.what, "checked")
    by = "" if entry.who == EARSHOT else f"by {entry.who}"
    what = _SAID.get(entry.what, entry.what.replace("_", " "))
    done = " ".join(part for part in (what, by) if part)
    return (_happening(case, verb, ": ".join(part for part in (who, done, entry.why) if part)),)


def message_told(message: Message) -> Happening:
    """The SMS as it was sent, or the mail's subject. The link's secret stays out of terminals."""
    if message.channel == "sms":
        text = message.text.replace(message.link or "\0", "[link]")
        return Happening(verb="sms", text=f"to {message.to}: {text}")
    return Happening(verb="mail", text=f"to {message.to}: {message.subject}")


def _alert(case: SeenCase, entry: Entry, who: str) -> Happening:
    told = _LEVEL.match(entry.why)
    if told is None:
        return _happening(case, "alerted", f"{who}: {entry.why}")
    level, why, whom = told.groups()
    whom = whom.replace(": sent", "").replace("; ", ", ")
    if level == "1":
        return _happening(case, "alerted", f"{who}: {whom}")
    return _happening(case, "escalated", f"{who}: {why}, so level {level}: {whom}")


def heard(place: str, language: str, author: str, quoted: str) -> str:
    return f"{place}, {language}: {author}: “{quoted}”"


def shortened(text: str, characters: int) -> str:
    return text if len(text) <= characters else f"{text[: characters - 1].rstrip()}…"


def _happening(case: SeenCase, verb: Verb, text: str) -> Happening:
    return Happening(verb=verb, text=text, case_id=case.id)
