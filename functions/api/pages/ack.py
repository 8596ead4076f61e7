"""The pages behind the links of our messages: what each asks, and what came of a press.

Each works without a script, loads nothing, and escapes every text in one place. Only a link that
is good, and the press that used it, show what was said: any other page tells how the case stands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from html import escape
from typing import Literal, get_args

from api.pages.ack_phrases import AckPhrases, ack_phrases_in
from api.pages.ack_style import STYLE
from api.pages.policy import NOTHING_ELSE, hash_source
from earshot.domain.case import CLOSED, UNACKNOWLEDGED, Case, FollowUpKind
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.link import FOLLOW_UP_LINK_VALID, LINK_VALID
from earshot.flows.pressing import Link
from earshot.flows.telling import case_facts
from earshot.text.messages.facts import Duty
from earshot.text.messages.letter import Letter, alert_letter
from earshot.text.messages.moments import when
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.reminder_letter import reminder_letter
from earshot.text.messages.reminder_phrases import reminder_phrases_in

Outcome = Literal["ask", "choose", "done", "needless", "used", "expired", "unknown", "busy"]


@cache
def policy() -> str:
    """The Content-Security-Policy of these pages."""
    return f"{NOTHING_ELSE}; form-action 'self'; style-src {hash_source(STYLE)}"


def ack_page(
    outcome: Outcome,
    link: Link,
    reader: Contact,
    configuration: Configuration | None,
    *,
    chosen: str | None = None,
) -> str:
    """The whole page, in the reader's language and time zone. `unknown` and `busy` need no case;
    the button that was `chosen` in the mail comes first."""
    words = ack_phrases_in(reader.language)
    if link.case is None or configuration is None or outcome in ("unknown", "busy"):
        title, text = _without_case(outcome, words)
        again = _form(link, reader, chosen) if outcome == "busy" else _to_status(words, None)
        return _document(reader, title, "", f"<h1>{_text(title)}</h1>{_paragraph(text)}{again}")
    case = link.case
    letter = _letter(link, case, reader, configuration)
    if outcome == "ask":
        body = _asking(case, letter, reader, words, _form(link, reader, chosen))
        return _document(reader, letter.title, letter.brand, body, letter.opened)
    if outcome == "choose":
        title, asked = words["choose_title"], _paragraph(words["choose"])
        body = f"<h1>{_text(title)}</h1>{asked}{_said(letter)}{_form(link, reader, chosen)}"
        return _document(reader, title, letter.brand, body, letter.opened)
    if outcome == "done":
        title, told = _thanks(link, case, reader, words)
    else:
        title, told = _title(outcome, link, case, reader, words), _told(outcome, link, case, words)
    said = _said(letter) if outcome == "done" else ""
    mark = ' class="done"' if outcome == "done" else ""
    body = f"<h1{mark}>{_text(title)}</h1>{told}{_to_status(words, case, reader)}{said}"
    return _document(reader, title, letter.brand, body, letter.opened)


def _is_alerts(link: Link) -> bool:
    return link.token is None or link.token.purpose == "acknowledge"


def _letter(link: Link, case: Case, reader: Contact, configuration: Configuration) -> Letter:
    """The letter that the link came with, as far as the case still tells it."""
    facts = case_facts(case, reader, configuration, api_url="")
    duty = next((d for d in get_args(Duty) if link.token and d == link.token.purpose), None)
    return alert_letter(facts) if duty is None else reminder_letter(facts, duty)


def _without_case(outcome: Outcome, words: AckPhrases) -> tuple[str, str]:
    if outcome == "busy":
        return words["busy_title"], words["busy"]
    return words["unknown_title"], words["unknown"]


def _asking(case: Case, letter: Letter, reader: Contact, words: AckPhrases, form: str) -> str:
    since = words["waiting"].format(when=_when(case.opened_at, reader))
    reasons = "".join(
        f"<li><b>+{reason.points}</b> <i>{_text(reason.label)}</i>{_text(reason.meaning)}</li>"
        for reason in letter.reasons
    )
    return (
        f'<p class="mark {letter.urgency}"><b>{_text(letter.urgency_word)}</b>'
        f"{letter.score}/100</p><h1>{_text(letter.title)}</h1>"
        f'<p class="soft">{_text(since)}</p>{_said(letter)}'
        f"{form}{_paragraph(letter.asked_why)}"
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


def _thanks(link: Link, case: Case, reader: Contact, words: AckPhrases) -> tuple[str, str]:
    """The title of the page after a press, and what comes next."""
    if link.answer is None or link.answer == "acknowledge":
        title, done = words["done_title"], words["done"]
        steps = [words["next_reply"], words["next_record"], *_steps(case, reader, words)]
    else:
        title, done = words["answered_title"][link.answer], words["answered"][link.answer]
        steps = _steps(case, reader, words)
    if _is_alerts(link) and (lapses_at := _lapses_at(case)) is not None:
        steps.append(words["next_lapse"].format(when=_when(lapses_at, reader)))
    told = _paragraph(done.format(who=link.token.contact if link.token else reader.name))
    listed = "".join(f"<li>{_text(step)}</li>" for step in steps)
    if not steps:
        return title, told
    return title, f"{told}<h2>{_text(words['next_heading'])}</h2><ol>{listed}</ol>"


def _steps(case: Case, reader: Contact, words: AckPhrases) -> list[str]:
    """What is planned, the first of each kind."""
    said: dict[FollowUpKind, str] = {
        "handler_check": words["next_check"],
        "customer_check": words["next_customer"],
        "silence": words["next_silence"],
    }
    due = {kind: [f.due_at for f in case.follow_ups if f.kind == kind] for kind in said}
    return [
        said[kind].format(when=_when(min(moments), reader))
        for kind, moments in due.items()
        if moments
    ]


def _lapses_at(case: Case) -> datetime | None:
    """When the alarm starts again unless the case moves; None where nobody was alerted, or an
    acknowledgement is trusted for ever."""
    patience = case.chain.policy.acknowledge_timeout_seconds if case.chain else None
    if patience is None or case.acknowledged_at is None:
        return None
    return case.acknowledged_at + timedelta(seconds=patience)


def _title(outcome: Outcome, link: Link, case: Case, reader: Contact, words: AckPhrases) -> str:
    if outcome == "expired":
        return words["expired_title"]
    if outcome == "used":
        theirs = case.state not in CLOSED and reader.name in (case.assignee, case.acknowledged_by)
        return words["used_own_title"] if theirs and _is_alerts(link) else words["used_title"]
    if case.state in CLOSED:
        return words["closed_title"]
    if not _is_alerts(link):
        return words["moved_on_title"]
    return words["earlier_title"] if case.state in UNACKNOWLEDGED else words["taken_title"]


def _told(outcome: Outcome, link: Link, case: Case, words: AckPhrases) -> str:
    standing = _paragraph(_standing(case, words))
    if outcome != "expired":
        return standing
    if _is_alerts(link):
        hours = int(LINK_VALID.total_seconds() // 3600)
        return _paragraph(words["expired"].format(hours=hours)) + standing
    return _paragraph(words["expired_answer"].format(days=FOLLOW_UP_LINK_VALID.days)) + standing


def _standing(case: Case, words: AckPhrases) -> str:
    standing = words["standing"]
    if case.state in UNACKNOWLEDGED:
        return standing["nobody"]
    if case.state in standing:
        return standing[case.state]
    who = case.assignee or case.acknowledged_by
    return standing["somebody"].format(who=who) if who else standing["at_work"]


def _form(link: Link, reader: Contact, chosen: str | None) -> str:
    """The buttons, to where the page itself is: the secret stands in the address alone."""
    if _is_alerts(link):
        label = phrases_in(reader.language)["acknowledge_button"]
        return f'<form class="ask" method="post"><button>{_text(label)}</button></form>'
    labels = reminder_phrases_in(reader.language)["answers"]
    # Sorting is stable: the others keep the order that the mail has.
    buttons = "".join(
        f'<button name="answer" value="{_text(answer)}">{_text(labels[answer])}</button>'
        for answer in sorted(link.answers, key=lambda answer: answer != chosen)
    )
    return f'<form class="ask several" method="post">{buttons}</form>'


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
