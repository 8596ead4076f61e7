"""An alert as HTML. Every text of the letter is escaped here or in the frame, and nowhere else."""

from __future__ import annotations

from html import escape

from earshot.text.messages.html_frame import (
    MARKS,
    button,
    buttons,
    framed,
    heading,
    mark,
    notes,
    quote,
    rule,
    small_print,
    text_link,
    title,
    to_copy,
    who,
)
from earshot.text.messages.letter import Block, Letter, Reason

_SAID = "font-size:17px;line-height:26px"


def html_part(letter: Letter) -> str:
    """A whole document."""
    parts = (_opening, _said, _asked, _why, _known)
    return framed(
        language=letter.language,
        title=letter.title,
        preheader=letter.preheader,
        about=letter.brand,
        card="".join(part(letter) for part in parts),
        footer=f"{escape(letter.opened)}<br>{escape(letter.footer)}",
    )


def _opening(letter: Letter) -> str:
    marked = mark(MARKS[letter.urgency], letter.urgency_word, f"{letter.score}/100")
    return f"{marked}{title(letter.title)}{notes(letter.notes)}"


def _said(letter: Letter) -> str:
    said = quote(letter.excerpt, _SAID)
    author = who(letter.author, letter.about_author)
    handed = "".join(map(_handed, letter.blocks))
    return f"{heading(letter.said_heading)}{said}{author}{text_link(letter.original)}{handed}"


def _handed(block: Block) -> str:
    if not block.theirs:
        return f"{heading(block.heading)}{to_copy(block.lines, block.language)}"
    said = quote(block.lines, _SAID)
    return f"{heading(block.heading)}{said}{text_link(block.link)}"


def _asked(letter: Letter) -> str:
    asked = f"<strong>{escape(letter.asked)}</strong><br>" if letter.asked else ""
    return (
        f'{rule()}<p class="i" style="margin:0;color:#1f2a33;font-size:16px;line-height:24px">'
        f"{asked}{escape(letter.asked_why)}</p>{button(letter.button)}{buttons(letter.answers)}"
        f"{_address(letter)}"
    )


def _address(letter: Letter) -> str:
    """For who cannot press the button."""
    address = escape(letter.button.address if letter.button else letter.answers_at)
    if not address:
        return ""
    return small_print(
        f'{escape(letter.link_plain)}<br><a class="a" href="{address}" style="color:#14665f;'
        f'overflow-wrap:anywhere;word-break:break-all">{address}</a><br>'
        f"{escape(letter.link_note)}"
    )


def _why(letter: Letter) -> str:
    reasons = "".join(map(_reason, letter.reasons))
    return f"{rule()}{heading(letter.score_heading, first=True)}{reasons}" if reasons else ""


def _reason(reason: Reason) -> str:
    return (
        '<p class="s" style="margin:0 0 8px;color:#5b6670;font-size:15px;line-height:22px">'
        f'<span class="i" style="color:#1f2a33;font-weight:700">{reason.points:+d}</span>&nbsp; '
        f'<span class="i" style="color:#1f2a33;font-weight:600">{escape(reason.label)}</span> '
        f"&nbsp;{escape(reason.meaning)}</p>"
    )


def _known(letter: Letter) -> str:
    return (
        f"{heading(letter.known_heading)}"
        '<p class="i" style="margin:0;color:#1f2a33;font-size:15px;line-height:22px">'
        f"{escape(letter.known)}</p>{text_link(letter.case)}"
    )
