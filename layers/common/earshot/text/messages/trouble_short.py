"""A letter about trouble, a source's or Earshot's own, as one SMS segment and for a chat."""

from __future__ import annotations

from earshot.text.messages.chat import labelled
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS, ChatMessage
from earshot.text.messages.gsm7 import SEGMENT_SEPTETS, cut, septets, transliterated
from earshot.text.messages.hostile import one_line, shortened, unlinked
from earshot.text.messages.mail import SUBJECT_CHARACTERS
from earshot.text.messages.trouble_letter import (
    Section,
    TroubleFacts,
    TroubleLetter,
    trouble_letter,
)

# A cut sentence shorter than this tells nothing.
_SHORTEST_SEPTETS = 16


def trouble_sms(facts: TroubleFacts) -> str:
    return letter_sms(trouble_letter(facts))


def trouble_chat(facts: TroubleFacts) -> ChatMessage:
    return letter_chat(trouble_letter(facts))


def letter_sms(letter: TroubleLetter) -> str:
    """`Earshot: Nobody on call: week. A complaint that ... https://...`, one segment.

    The link to the status page, or to the case, is never cut; one that leaves no room for what is
    wrong is left out. What room there is behind the title goes to what it means.
    """
    title = _in_alphabet(f"Earshot: {letter.title}")
    link = letter.status.address if letter.status else ""
    if septets(link) > SEGMENT_SEPTETS // 2 + _SHORTEST_SEPTETS:
        link = ""
    room = SEGMENT_SEPTETS - (septets(link) + 1 if link else 0)
    told = cut(title, room)
    if told == title and letter.sections:
        first = letter.sections[0]
        left = room - septets(told) - septets(". ")
        meaning = _in_alphabet(first.meaning or letter.intro)
        if left >= min(_SHORTEST_SEPTETS, septets(meaning)):
            told = f"{told}. {cut(meaning, left)}".rstrip()
    return f"{told} {link}".strip()


def letter_chat(letter: TroubleLetter) -> ChatMessage:
    """The whole letter as far as it goes: the section that no longer fits, and those behind it, are
    left to the status page, whose link is never cut."""
    title = one_line(f"Earshot · {letter.title}", SUBJECT_CHARACTERS)
    status = labelled(letter.status, letter.colon)
    room = MOST_CHAT_CHARACTERS - len(title) - len(status) - 2
    text = letter.intro
    for section in letter.sections:
        longer = f"{text}\n\n{_section(section, letter)}"
        if len(longer) > room:
            text = text if section is not letter.sections[0] else shortened(longer, room)
            break
        text = longer
    return ChatMessage(title=title, text="\n\n".join(filter(None, (text, status))))


def _section(section: Section, letter: TroubleLetter) -> str:
    """Rows come last: there may be many, and what to do is worth more than the last of them."""
    told = (
        (letter.meaning_heading, section.meaning),
        (letter.to_do_heading, section.to_do),
    )
    lines = [section.heading] if section.heading else []
    lines += [f"{name}{letter.colon}{words}" for name, words in told if words]
    return "\n".join((*lines, *(f"- {row}" for row in section.rows)))


def _in_alphabet(text: str) -> str:
    return unlinked(transliterated(text), "(link)", gap=" ")
