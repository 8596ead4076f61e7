"""A letter about sources as email: a subject and the same letter twice, plain and in HTML."""

from __future__ import annotations

from html import escape

from earshot.text.messages.facts import Email
from earshot.text.messages.hostile import one_line, shortened
from earshot.text.messages.html_frame import framed, heading, rule
from earshot.text.messages.letter import Link
from earshot.text.messages.trouble_letter import (
    Section,
    TroubleFacts,
    TroubleLetter,
    trouble_letter,
)

_SUBJECT_CHARACTERS = 120
_PREHEADER_CHARACTERS = 110

# Text and ground of the mark; each pair has a contrast of 4.5 or more (WCAG AA).
_TROUBLE = "color:#ffffff;background-color:#8a5300"
_OVER = "color:#ffffff;background-color:#1f6b45"


def trouble_mail(facts: TroubleFacts) -> Email:
    """Which sources are in trouble, since when, what may be missed, what to do; or that it is
    over."""
    letter = trouble_letter(facts)
    return Email(
        subject=one_line(f"Earshot · {letter.title}", _SUBJECT_CHARACTERS),
        text=_plain(letter),
        html=_html(letter),
    )


def _plain(letter: TroubleLetter) -> str:
    paragraphs = [letter.title, letter.intro]
    for section in letter.sections:
        paragraphs.append("\n".join((section.heading, *(f"- {row}" for row in section.rows))))
        told = (
            (letter.meaning_heading, section.meaning),
            (letter.to_do_heading, section.to_do),
        )
        paragraphs += [
            f"{name}{letter.colon}{words}" if not letter.over else words
            for name, words in told
            if words
        ]
        paragraphs.append("\n".join(section.notes))
    if letter.status is not None:
        paragraphs.append(f"{letter.status.label}{letter.colon}{letter.status.address}")
    # "-- " on its own line is how mail programs know where the message ends.
    paragraphs.append(f"-- \n{letter.footer}")
    return "\n\n".join(each for each in paragraphs if each) + "\n"


def _html(letter: TroubleLetter) -> str:
    preheader = " · ".join(section.heading for section in letter.sections)
    card = (
        '<div style="font-size:14px;line-height:24px">'
        f'<span style="{_OVER if letter.over else _TROUBLE};border-radius:12px;padding:3px 10px;'
        f'font-weight:600">{escape(letter.mark)}</span></div>'
        '<h1 class="i" style="margin:10px 0 8px;color:#1f2a33;font-size:24px;line-height:30px;'
        f'font-weight:700;overflow-wrap:anywhere">{escape(letter.title)}</h1>'
        f"{_paragraph(letter.intro)}"
        f"{''.join(_section(section, letter) for section in letter.sections)}"
        f"{_button(letter.status)}"
    )
    return framed(
        language=letter.language,
        title=letter.title,
        preheader=shortened(preheader, _PREHEADER_CHARACTERS),
        about=letter.brands,
        card=card,
        footer=escape(letter.footer),
    )


def _section(section: Section, letter: TroubleLetter) -> str:
    rows = "<br>".join(escape(row) for row in section.rows)
    told = _told(letter.meaning_heading, section.meaning, headed=not letter.over)
    told += _told(letter.to_do_heading, section.to_do, headed=True)
    notes = "<br>".join(escape(note) for note in section.notes)
    return (
        f'{rule()}<h2 class="i" style="margin:0 0 8px;color:#1f2a33;font-size:17px;'
        f'line-height:24px;font-weight:700;overflow-wrap:anywhere">{escape(section.heading)}</h2>'
        '<div class="q i" style="margin:0;padding:10px 14px;border-left:4px solid #1f7a72;'
        "border-radius:4px;background-color:#f3f6f5;color:#1f2a33;font-size:15px;line-height:24px;"
        f'overflow-wrap:anywhere;word-break:break-word">{rows}</div>{told}{_small(notes)}'
    )


def _told(name: str, words: str, *, headed: bool) -> str:
    if not words:
        return ""
    above = heading(name) if headed else _paragraph("")
    return f"{above}{_paragraph(words)}"


def _paragraph(words: str) -> str:
    return (
        '<p class="i" style="margin:0;color:#1f2a33;font-size:16px;line-height:24px">'
        f"{escape(words)}</p>"
        if words
        else '<p style="margin:0;font-size:0;line-height:10px">&nbsp;</p>'
    )


def _small(html: str) -> str:
    if not html:
        return ""
    return (
        '<p class="s" style="margin:10px 0 0;color:#5b6670;font-size:14px;line-height:22px;'
        f'overflow-wrap:anywhere">{html}</p>'
    )


def _button(link: Link | None) -> str:
    if link is None:
        return ""
    address = escape(link.address)
    return (
        f'<p style="margin:24px 0 4px"><a href="{address}" style="display:inline-block;'
        "background-color:#14665f;border:13px solid #14665f;border-width:12px 24px;"
        "border-radius:8px;color:#ffffff;font-size:16px;line-height:22px;font-weight:600;"
        f'text-decoration:none">{escape(link.label)}</a></p>'
    )
