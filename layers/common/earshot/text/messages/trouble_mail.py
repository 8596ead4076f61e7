"""A letter about sources as email: a subject and the same letter twice, plain and in HTML."""

from __future__ import annotations

from html import escape

from earshot.text.messages.facts import Email
from earshot.text.messages.hostile import one_line, shortened
from earshot.text.messages.html_frame import MARKS, button, framed, heading, mark, rule, title
from earshot.text.messages.trouble_letter import (
    Section,
    TroubleFacts,
    TroubleLetter,
    trouble_letter,
)

_SUBJECT_CHARACTERS = 120
_PREHEADER_CHARACTERS = 110


def trouble_mail(facts: TroubleFacts) -> Email:
    """Which sources are in trouble, since when, what may be missed, what to do; or that it is
    over."""
    return letter_mail(trouble_letter(facts))


def letter_mail(letter: TroubleLetter) -> Email:
    return Email(
        subject=one_line(f"Earshot · {letter.title}", _SUBJECT_CHARACTERS),
        text=_plain(letter),
        html=_html(letter),
    )


def _plain(letter: TroubleLetter) -> str:
    paragraphs = [letter.title, letter.intro]
    for section in letter.sections:
        head = (section.heading,) if section.heading else ()
        paragraphs.append("\n".join((*head, *(f"- {row}" for row in section.rows))))
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
    headings = [section.heading for section in letter.sections if section.heading]
    rows = [row for section in letter.sections for row in section.rows]
    preheader = " · ".join(headings or rows)
    marked = mark(MARKS["over" if letter.over else "high"], letter.mark)
    sections = "".join(_section(section, letter) for section in letter.sections)
    card = f"{marked}{title(letter.title)}{_intro(letter)}{sections}{_status(letter)}"
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
    head = (
        f'{rule()}<h2 class="i" style="margin:0 0 8px;color:#1f2a33;font-size:17px;'
        f'line-height:24px;font-weight:700;overflow-wrap:anywhere">{escape(section.heading)}</h2>'
    )
    return (
        f"{head if section.heading else _paragraph('')}"
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


def _intro(letter: TroubleLetter) -> str:
    return f'<div style="padding-top:8px">{_paragraph(letter.intro)}</div>'


def _status(letter: TroubleLetter) -> str:
    return f'<div style="padding-top:6px">{button(letter.status)}</div>'
