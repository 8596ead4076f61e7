"""An alert or a reminder for a chat: plain text, and short."""

from __future__ import annotations

from earshot.text.messages.facts import MOST_CHAT_CHARACTERS, AlertFacts, ChatMessage, Duty
from earshot.text.messages.hostile import shortened
from earshot.text.messages.letter import Block, Letter, Link, alert_letter
from earshot.text.messages.mail import alert_subject, reminder_subject

# What is left of the excerpt before anything else gives way to it.
_ENOUGH_CHARACTERS = 200
# What gives way, the first of these first; the link to acknowledge with, or those to answer with,
# never do.
_GIVING_WAY = ("reasons", "known", "case", "original", "notes", "handed")
_HANDED_CHARACTERS = 500


def chat(facts: AlertFacts) -> ChatMessage:
    """The alert: what was said, by whom, what is asked with the link, why it weighs."""
    letter = alert_letter(facts)
    return _message(alert_subject(facts, letter), letter)


def reminder_chat(facts: AlertFacts, duty: Duty) -> ChatMessage:
    """The follow-up to the handler; see `mail.reminder`."""
    from earshot.text.messages.reminder_letter import reminder_letter

    letter = reminder_letter(facts, duty)
    return _message(reminder_subject(facts, letter), letter)


def _message(title: str, letter: Letter) -> ChatMessage:
    reasons = " · ".join(f"{each.points:+d} {each.label}" for each in letter.reasons)
    parts = {
        "notes": "\n".join(letter.notes),
        "author": f"{letter.author} · {letter.about_author}",
        "original": labelled(letter.original, letter.colon),
        "handed": "\n\n".join(_handed(block, letter.colon) for block in letter.blocks),
        "asked": "\n".join(filter(None, (letter.asked, labelled(letter.button, letter.colon)))),
        "known": f"{letter.known_heading}{letter.colon}{letter.known}",
        "reasons": f"{letter.score_heading}{letter.colon}{reasons}" if reasons else "",
        "case": labelled(letter.case, letter.colon),
    }
    if letter.button is None:
        answers = (labelled(answer, letter.colon) for answer in letter.answers)
        parts["asked"] = "\n".join(filter(None, (letter.asked, letter.asked_why, *answers)))
    said = "\n".join(f"> {line}" for line in letter.excerpt)
    room = MOST_CHAT_CHARACTERS - len(title)
    for name in _GIVING_WAY:
        if len(_text(parts, "")) + min(len(said), _ENOUGH_CHARACTERS) <= room - 2:
            break
        parts[name] = ""
    left = room - len(_text(parts, "")) - 2
    return ChatMessage(title=title, text=_text(parts, shortened(said, left) if left > 2 else ""))


def _text(parts: dict[str, str], said: str) -> str:
    who = "\n".join(filter(None, (said, parts["author"], parts["original"])))
    why = "\n".join(filter(None, (parts["reasons"], parts["known"], parts["case"])))
    shown = (parts["notes"], who, parts["handed"], parts["asked"], why)
    return "\n\n".join(filter(None, shown))


def _handed(block: Block, colon: str) -> str:
    """The beginning of it: whoever is to copy all of it has the mail."""
    lines = shortened("\n".join(block.lines), _HANDED_CHARACTERS).split("\n")
    told = "\n".join(f"> {line}" if block.theirs else line for line in lines)
    return "\n".join(filter(None, (f"{block.heading}{colon}".rstrip(), told)))


def labelled(link: Link | None, colon: str) -> str:
    return f"{link.label}{colon}{link.address}" if link else ""
