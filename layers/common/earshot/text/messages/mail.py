"""Alerts and reminders as email: a subject and the same letter twice, plain and in HTML."""

from __future__ import annotations

from earshot.text.messages.facts import AlertFacts, Duty, Email
from earshot.text.messages.hostile import one_line
from earshot.text.messages.html_part import html_part
from earshot.text.messages.letter import Letter, alert_letter, reminder_letter, source_name
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.plain_part import plain_part

# Mail programs show 40 to 70 characters; what matters stands first.
_SUBJECT_CHARACTERS = 120


def email(facts: AlertFacts) -> Email:
    """The alert: what was said, by whom, why it weighs, what is known of the author, what to do."""
    phrases = phrases_in(facts.language)
    letter = alert_letter(facts)
    level = f" · {phrases['level'].format(level=facts.level)}" if facts.level > 1 else ""
    return _email(
        f"{letter.urgency_word} {letter.score}/100 · {letter.brand}{level}: {_who(facts, letter)}",
        letter,
    )


def reminder(facts: AlertFacts, duty: Duty) -> Email:
    """The follow-up to the handler, about what has fallen due. `acknowledge_by` is the time by
    which it should be done, where there is one; without an `acknowledge_link` there is no button,
    only the ways to the case."""
    letter = reminder_letter(facts, duty)
    return _email(f"{letter.title} · {letter.brand}: {_who(facts, letter)}", letter)


def _who(facts: AlertFacts, letter: Letter) -> str:
    return f"{letter.author} ({source_name(facts.source, phrases_in(facts.language))})"


def _email(subject: str, letter: Letter) -> Email:
    return Email(
        subject=one_line(subject, _SUBJECT_CHARACTERS),
        text=plain_part(letter),
        html=html_part(letter),
    )
