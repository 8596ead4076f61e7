"""A digest as HTML. Every text of the letter is escaped here or in the frame, and nowhere else."""

from __future__ import annotations

from html import escape

from earshot.text.messages.digest_letter import DigestLetter, Item
from earshot.text.messages.html_frame import (
    MARKS,
    button,
    framed,
    mark,
    notes,
    quote,
    rule,
    small_print,
    text_link,
    title,
    who,
)


def digest_html(letter: DigestLetter) -> str:
    """A whole document."""
    worst = letter.items[0]
    opening = mark(
        MARKS[worst.letter.urgency],
        worst.letter.urgency_word,
        f"{worst.letter.score}/100",
    )
    why = "".join(map(_paragraph, letter.why))
    items = "".join(map(_item, letter.items))
    return framed(
        language=letter.language,
        title=letter.title,
        preheader=worst.letter.preheader,
        about=letter.brands,
        card=f"{opening}{title(letter.title)}{why}{items}{_rest(letter)}",
        footer=escape(letter.footer),
    )


def _item(item: Item) -> str:
    letter = item.letter
    said = quote([item.excerpt], "font-size:16px;line-height:24px")
    return (
        f"{rule()}{mark(MARKS[letter.urgency], letter.urgency_word, _weight(item))}"
        f"{notes(letter.notes)}"
        f'<div style="padding-top:10px">{said}</div>'
        f"{who(letter.author, letter.about_author)}{text_link(letter.original)}"
        f"{_paragraph(letter.asked)}{button(letter.button)}"
    )


def _weight(item: Item) -> str:
    return f"{item.letter.score}/100 · {item.letter.brand}"


def _rest(letter: DigestLetter) -> str:
    """How many more, and where; what is to be known of the links."""
    more = _paragraph(letter.more) if letter.more else ""
    return f"{rule()}{more}{text_link(letter.all)}<br>{small_print(escape(letter.link_note))}"


def _paragraph(text: str) -> str:
    return (
        '<p class="i" style="margin:10px 0 0;color:#1f2a33;font-size:15px;line-height:22px;'
        f'overflow-wrap:anywhere">{escape(text)}</p>'
        if text
        else ""
    )
