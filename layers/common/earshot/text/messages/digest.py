"""Several cases to one contact in one message, for each kind of channel."""

from __future__ import annotations

from earshot.text.messages.chat import labelled
from earshot.text.messages.digest_html import digest_html
from earshot.text.messages.digest_letter import DigestLetter, Item, digest_letter, more
from earshot.text.messages.digest_segment import digest_sms
from earshot.text.messages.facts import MOST_CHAT_CHARACTERS, ChatMessage, DigestFacts, Email
from earshot.text.messages.hostile import one_line, shortened
from earshot.text.messages.mail import SUBJECT_CHARACTERS

__all__ = ["DigestFacts", "digest_chat", "digest_email", "digest_sms"]

_CHAT_EXCERPT_CHARACTERS = 100


def digest_email(facts: DigestFacts) -> Email:
    """How many there are and why they come together; of each what was said, by whom, and a link of
    its own to take it on; how many more there are, and where."""
    letter = digest_letter(facts)
    return Email(subject=_subject(letter), text=_plain(letter), html=digest_html(letter))


def digest_chat(facts: DigestFacts) -> ChatMessage:
    """As many of them as fit, the worst first, each with its link; at least the worst."""
    letter = digest_letter(facts)
    title = _subject(letter)
    room = MOST_CHAT_CHARACTERS - len(title)
    listed = text = ""
    for number, item in enumerate(letter.items, 1):
        listed = f"{listed}\n\n{_short(number, item)}"
        rest = (more(facts, number), labelled(letter.all, letter.colon))
        longer = " ".join(letter.why) + listed + "\n\n" + "\n".join(filter(None, rest))
        if number > 1 and len(longer) > room:
            break
        text = longer
    return ChatMessage(title=title, text=text.rstrip())


def _subject(letter: DigestLetter) -> str:
    """`Urgent 87/100 · 40 complaints about Lumo`."""
    worst = letter.worst
    told = f"{worst.urgency_word} {worst.score}/100 · {letter.title}"
    return one_line(told, SUBJECT_CHARACTERS)


def _plain(letter: DigestLetter) -> str:
    paragraphs = [
        letter.title,
        "\n".join(letter.why),
        *(_numbered(number, item) for number, item in enumerate(letter.items, 1)),
        "\n".join(filter(None, (letter.more, labelled(letter.all, letter.colon)))),
        letter.link_note,
        # "-- " on its own line is how mail programs know where the message ends.
        f"-- \n{letter.footer}",
    ]
    return "\n\n".join(each for each in paragraphs if each) + "\n"


def _numbered(number: int, item: Item) -> str:
    letter = item.letter
    lines = (
        _head(number, item),
        *letter.notes,
        f"> {item.excerpt}",
        f"{letter.author} · {letter.about_author}",
        labelled(letter.original, letter.colon),
        letter.asked,
        labelled(letter.button, letter.colon),
    )
    return "\n".join(line for line in lines if line)


def _short(number: int, item: Item) -> str:
    letter = item.letter
    lines = (
        _head(number, item),
        f"> {shortened(item.excerpt, _CHAT_EXCERPT_CHARACTERS)}",
        f"{letter.author} · {letter.about_author}",
        labelled(letter.button, letter.colon),
    )
    return "\n".join(line for line in lines if line)


def _head(number: int, item: Item) -> str:
    """`1. URGENT 87/100 · Lumo`: capitals mark the severe."""
    letter = item.letter
    word = letter.urgency_word
    shown = word.upper() if letter.urgency == "urgent" else word
    return f"{number}. {shown} {letter.score}/100 · {letter.brand}"
