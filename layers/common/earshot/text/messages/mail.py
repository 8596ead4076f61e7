"""Alerts and reminders as email: a subject and the same letter twice, plain and in HTML."""

from __future__ import annotations

from earshot.text.messages.facts import AlertFacts, Duty, Email
from earshot.text.messages.hostile import one_line
from earshot.text.messages.html_part import html_part
from earshot.text.messages.letter import Letter, alert_letter, source_name
from earshot.text.messages.phrases import phrases_in
from earshot.text.messages.plain_part import plain_part

# Mail programs show 40 to 70 characters; what matters stands first.
SUBJECT_CHARACTERS = 120


def email(facts: AlertFacts) -> Email:
    """The alert: what was said, by whom, why it weighs, what is known of the author, what to do."""
    letter = alert_letter(facts)
    return _email(alert_subject(facts, letter), letter)


def reminder(facts: AlertFacts, duty: Duty) -> Email:
    """A follow-up to the handler, about what has fallen due, with the buttons that answer it and
    what goes with it: see `AlertFacts`. `acknowledge_by` is the time by which it should be done,
    where there is one; without an `acknowledge_link` there is no button, only the ways to the
    case."""
    # Its words are for few of those who load this module: alerts are far more.
    from earshot.text.messages.reminder_letter import reminder_letter

    letter = reminder_letter(facts, duty)
    return _email(reminder_subject(facts, letter), letter)


def alert_subject(facts: AlertFacts, letter: Letter) -> str:
    """`Urgent 87/100 · Lumo · level 2: Carla (Mastodon)`, one line."""
    level = phrases_in(facts.language)["level"].format(level=facts.level)
    brand = f"{letter.brand} · {level}" if facts.level > 1 else letter.brand
    weight = f"{letter.urgency_word} {letter.score}/100"
    return one_line(f"{weight} · {brand}: {_who(facts, letter)}", SUBJECT_CHARACTERS)


def reminder_subject(facts: AlertFacts, letter: Letter) -> str:
    """`Is it done? · Lumo: Carla (Mastodon)`, one line."""
    return one_line(f"{letter.title} · {letter.brand}: {_who(facts, letter)}", SUBJECT_CHARACTERS)


def _who(facts: AlertFacts, letter: Letter) -> str:
    return f"{letter.author} ({source_name(facts.source, phrases_in(facts.language))})"


def _email(subject: str, letter: Letter) -> Email:
    return Email(subject=subject, text=plain_part(letter), html=html_part(letter))
