"""The pages behind the link of an alert: what it asks, and what came of the press of its button.

Each works without a script, loads nothing, and escapes every text in one place. Only a link that
is good, and the press that used it, show what was said: any other page tells how the case stands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from html import escape
from typing import Literal

from api.pages.ack_phrases import AckPhrases, ack_phrases_in
from api.pages.ack_style import STYLE
from api.pages.policy import NOTHING_ELSE, hash_source
from earshot.domain.case import CLOSED, UNACKNOWLEDGED, Case
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.link import LINK_VALID
from earshot.flows.acting import Link
from earshot.flows.telling import case_facts
from earshot.text.messages.letter import Letter, alert_letter
from earshot.text.messages.moments import when
from earshot.text.messages.phrases import phrases_in

Outcome = Literal["ask", "done", "needless", "used", "expired", "unknown", "busy"]


@cache
def policy() -> str:
    """The Content-Security-Policy of these pages."""
    return f"{NOTHING_ELSE}; form-action 'self'; style-src {hash_source(STYLE)}"


def ack_page(
    outcome: Outcome, link: Link, reader: Contact, configuration: Configuration | None
) -> str:
    """The whole page, in the reader's language and time zone. `unknown` and `busy` need no case."""
    words = ack_phrases_in(reader.language)
    if link.case is None or configuration is None or outcome in ("unknown", "busy"):
        title, text = _without_case(outcome, words)
        again = _button(reader) if outcome == "busy" else _to_status(words, None)
        return _document(reader, title, "", f"<h1>{_text(title)}</h1>{_paragraph(text)}{again}")
    case = link.case
    letter = alert_letter(case_facts(case, reader, configuration, api_url=""))
    if outcome == "ask":
        body = _asking(case, letter, reader, words)
        return _document(reader, letter.title, letter.brand, body, letter.opened)
    title = words["done_title"] if outcome == "done" else _title(outcome, case, reader, words)
    told = _done(case, reader, words) if outcome == "done" else _told(outcome, case, words)
    said = _said(letter) if outcome == "done" else ""
    mark = ' class="done"' if outcome == "done" else ""
    body = f"<h1{mark}>{_text(title)}</h1>{told}{_to_status(words, case, reader)}{said}"
    return _document(reader, title, letter.brand, body, letter.opened)


def _without_case(outcome: Outcome, words: AckPhrases) -> tuple[str, str]:
    if outcome == "busy":
        return words["busy_title"], words["busy"]
    return words["unknown_title"], words["unknown"]


def _asking(case: Case, letter: Letter, reader: Contact, words: AckPhrases) -> str:
    since = words["waiting"].format(when=_when(case.opened_at, reader))
    reasons = "".join(
        f"<li><b>+{reason.points}</b> <i>{_text(reason.label)}</i>{_text(reason.meaning)}</li>"
        for reason in letter.reasons
    )
    return (
        f'<p class="mark {letter.urgency}"><b>{_text(letter.urgency_word)}</b>'
        f"{letter.score}/100</p><h1>{_text(letter.title)}</h1>"
        f'<p class="soft">{_text(since)}</p>{_said(letter)}'
        f"{_button(reader)}{_paragraph(letter.asked_why)}"
        f'<p class="soft">{_text(words["unchanged"])}</p>'
        f"<h2>{_text(letter.score_heading)}</h2><ul>{reasons}</ul>"
        f"<h2>{_text(letter.known_heading)}</h2>{_paragraph(letter.known)}"
    )


def _said(letter: Letter) -> str:
    """The complaint and who made it; the address of the original is vetted by the letter."""
    said = "<br>".join(map(_text, letter.excerpt))
    original = ""
    if letter.original is not None:
        original = (
            f'<p class="soft"><a href="{_text(letter.original.address)}" rel="noopener noreferrer"'
            f">{_text(letter.original.label)}</a></p>"
        )
    return (
        f'<blockquote dir="auto">{said}</blockquote>'
        f'<p class="soft"><bdi>{_text(letter.author)}</bdi> · {_text(letter.about_author)}</p>'
        f"{original}"
    )


def _done(case: Case, reader: Contact, words: AckPhrases) -> str:
    steps = [words["next_reply"], words["next_record"]]
    checks = [f.due_at for f in case.follow_ups if f.kind == "handler_check"]
    if checks:
        steps.append(words["next_check"].format(when=_when(min(checks), reader)))
    if (lapses_at := _lapses_at(case)) is not None:
        steps.append(words["next_lapse"].format(when=_when(lapses_at, reader)))
    listed = "".join(f"<li>{_text(step)}</li>" for step in steps)
    done = words["done"].format(who=case.acknowledged_by or reader.name)
    return f"{_paragraph(done)}<h2>{_text(words['next_heading'])}</h2><ol>{listed}</ol>"


def _lapses_at(case: Case) -> datetime | None:
    """When the alarm starts again unless the case moves; None where nobody was alerted, or an
    acknowledgement is trusted for ever."""
    patience = case.chain.policy.acknowledge_timeout_seconds if case.chain else None
    if patience is None or case.acknowledged_at is None:
        return None
    return case.acknowledged_at + timedelta(seconds=patience)


def _title(outcome: Outcome, case: Case, reader: Contact, words: AckPhrases) -> str:
    if outcome == "expired":
        return words["expired_title"]
    if outcome == "used":
        theirs = case.state not in CLOSED and reader.name in (case.assignee, case.acknowledged_by)
        return words["used_own_title"] if theirs else words["used_title"]
    if case.state in CLOSED:
        return words["closed_title"]
    return words["earlier_title"] if case.state in UNACKNOWLEDGED else words["taken_title"]


def _told(outcome: Outcome, case: Case, words: AckPhrases) -> str:
    expired = words["expired"].format(hours=int(LINK_VALID.total_seconds() // 3600))
    return (_paragraph(expired) if outcome == "expired" else "") + _paragraph(
        _standing(case, words)
    )


def _standing(case: Case, words: AckPhrases) -> str:
    standing = words["standing"]
    if case.state in UNACKNOWLEDGED:
        return standing["nobody"]
    if case.state in standing:
        return standing[case.state]
    who = case.assignee or case.acknowledged_by
    return standing["somebody"].format(who=who) if who else standing["at_work"]


def _button(reader: Contact) -> str:
    label = phrases_in(reader.language)["acknowledge_button"]
    return f'<form class="ask" method="post"><button>{_text(label)}</button></form>'


def _to_status(words: AckPhrases, case: Case | None, reader: Contact | None = None) -> str:
    if case is None or reader is None:
        return f'<p><a class="case" href="/">{_text(words["to_status"])}</a></p>'
    label = phrases_in(reader.language)["open_case"]
    return f'<p><a class="case" href="/#case/{_text(case.id)}">{_text(label)}</a></p>'


def _document(reader: Contact, title: str, brand: str, body: str, foot: str = "") -> str:
    footer = f"<footer>{_text(foot)}</footer>" if foot else ""
    return (
        f'<!doctype html><html lang="{_text(reader.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        # Phones turn numbers, dates and places into links unless they are told not to.
        '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">'
        f"<title>{_text(title)} · Earshot</title><style>{STYLE}</style></head>"
        f"<body><header><b>Earshot</b>{_text(brand)}</header><main>{body}</main>{footer}"
        "</body></html>"
    )


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>" if text else ""


def _when(at: datetime, reader: Contact) -> str:
    return when(at, reader.time_zone, phrases_in(reader.language))


def _text(text: str) -> str:
    """Any text, as it may stand between tags or in a quoted attribute."""
    return escape(text)
