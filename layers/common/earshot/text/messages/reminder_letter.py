"""What stands in a reminder: what has fallen due, what goes with it, the buttons that answer."""

from __future__ import annotations

from dataclasses import replace

from earshot.domain.link import answers_of
from earshot.text.messages import hostile
from earshot.text.messages.facts import AlertFacts, Duty
from earshot.text.messages.letter import Block, Letter, Link, letter_of, link_to, words_of
from earshot.text.messages.moments import when
from earshot.text.messages.phrases import Phrases, phrases_in
from earshot.text.messages.reminder_phrases import ReminderPhrases, reminder_phrases_in

_MOST_COPIED_CHARACTERS = 6_000
"""The longest reply that any platform takes by far, and little of what a mail may weigh."""

_WHY_CHARACTERS = 300


def reminder_letter(facts: AlertFacts, duty: Duty) -> Letter:
    """The letter of a follow-up. Where the duty asks something, the `acknowledge_link` is the
    address that its answers are given at; a button to take the case on where it asks nothing."""
    phrases, words = phrases_in(facts.language), reminder_phrases_in(facts.language)
    title, due = _title_and_due(facts, duty, words, phrases)
    letter = letter_of(
        facts,
        phrases,
        title=title,
        asked=due,
        asked_why=words["ask"][duty],
        notes=_notes(facts, words, phrases),
    )
    letter = replace(letter, blocks=_blocks(facts, duty, words, phrases))
    if not answers_of(duty):
        return letter
    at = letter.button.address if letter.button else ""
    answers = tuple(
        Link(label=words["answers"][answer], address=f"{at}?answer={answer}")
        for answer in (answers_of(duty) if at else ())
    )
    plain = words["answers_plain"]
    return replace(letter, button=None, link_plain=plain, answers=answers, answers_at=at)


def _title_and_due(
    facts: AlertFacts, duty: Duty, words: ReminderPhrases, phrases: Phrases
) -> tuple[str, str]:
    """What it is about, and by when; the second is empty where no time is known."""
    if duty in ("clock_warned", "clock_missed") and facts.clock is not None:
        at = when(facts.due_at, facts.time_zone, phrases) if facts.due_at else ""
        due = words["clock"][duty][facts.clock].format(when=at) if at else ""
        return words["clock_title"][duty][facts.clock], due
    if facts.acknowledge_by is None:
        return words["title"][duty], ""
    at = when(facts.acknowledge_by, facts.time_zone, phrases)
    return words["title"][duty], words["due"].format(when=at)


def _notes(facts: AlertFacts, words: ReminderPhrases, phrases: Phrases) -> tuple[str, ...]:
    """Why a reply could not be sent: a platform's own words may be in it."""
    why = hostile.unlinked(hostile.one_line(facts.why, _WHY_CHARACTERS), phrases["link_mark"])
    return (f"{words['why']}{phrases['colon']}{why}",) if why else ()


def _blocks(
    facts: AlertFacts, duty: Duty, words: ReminderPhrases, phrases: Phrases
) -> tuple[Block, ...]:
    if duty == "read_answer":
        lines = words_of(facts.answer, phrases)
        link = link_to(words["open_answer"], facts.answer_url)
        block = Block(heading=words["they_wrote"], lines=lines, theirs=True, link=link)
        return (block,) if lines else ()
    if duty == "customer_check":
        language = facts.draft_language or facts.written_in or ""
        spoken = phrases["written_in"].get(language)
        heading = words["question_in"].format(language=spoken) if spoken else words["question"]
        return _to_copy(heading, facts.draft, language)
    if duty == "reply_failed":
        return _to_copy(words["reply"], facts.reply, facts.draft_language or "")
    return ()


def _to_copy(heading: str, text: str, language: str) -> tuple[Block, ...]:
    lines = tuple(hostile.copied(text, _MOST_COPIED_CHARACTERS))
    return (Block(heading=heading, lines=lines, theirs=False, language=language),) if lines else ()
