"""An alert as HTML. Every text of the letter is escaped here and nowhere else.

Outlook for Windows ignores padding on a link, so the button is as wide as its border.
"""

from __future__ import annotations

from html import escape

from earshot.text.messages.html_frame import framed, heading, rule, text_link
from earshot.text.messages.letter import Letter, Reason

# Text and ground of the urgency mark; each pair has a contrast of 4.5 or more (WCAG AA).
_MARKS = {
    "urgent": "color:#ffffff;background-color:#a8321f",
    "high": "color:#ffffff;background-color:#8a5300",
    "normal": "color:#ffffff;background-color:#4a6072",
}


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
    notes = "".join(
        '<p class="n" style="margin:12px 0 0;padding:10px 12px;border-radius:8px;'
        f'background-color:#fbf1d9;color:#5c4300;font-size:15px;line-height:22px">{escape(note)}</p>'
        for note in letter.notes
    )
    return (
        '<div style="font-size:14px;line-height:24px">'
        f'<span style="{_MARKS[letter.urgency]};border-radius:12px;padding:3px 10px;'
        f'font-weight:600">{escape(letter.urgency_word)}</span>'
        f'<span class="s" style="color:#5b6670">&nbsp; {letter.score}/100</span></div>'
        '<h1 class="i" style="margin:10px 0 0;color:#1f2a33;font-size:24px;line-height:30px;'
        f'font-weight:700">{escape(letter.title)}</h1>{notes}'
    )


def _said(letter: Letter) -> str:
    said = "<br>".join(escape(line) for line in letter.excerpt)
    quote = (
        '<div class="q i" dir="auto" style="margin:0;padding:14px 16px;border-left:4px solid '
        "#1f7a72;border-radius:4px;background-color:#f3f6f5;color:#1f2a33;font-size:17px;"
        f'line-height:26px;overflow-wrap:anywhere;word-break:break-word">{said}</div>'
    )
    return (
        f"{heading(letter.said_heading)}{quote if said else ''}"
        '<p class="s" style="margin:10px 0 0;color:#5b6670;font-size:15px;line-height:22px">'
        '<bdi class="i" style="color:#1f2a33;font-weight:600;overflow-wrap:anywhere">'
        f"{escape(letter.author)}</bdi> · {escape(letter.about_author)}</p>"
        f"{text_link(letter.original)}"
    )


def _asked(letter: Letter) -> str:
    asked = f"<strong>{escape(letter.asked)}</strong><br>" if letter.asked else ""
    return (
        f'{rule()}<p class="i" style="margin:0;color:#1f2a33;font-size:16px;line-height:24px">'
        f"{asked}{escape(letter.asked_why)}</p>{_button(letter)}"
    )


def _button(letter: Letter) -> str:
    if letter.button is None:
        return ""
    address = escape(letter.button.address)
    return (
        f'<p style="margin:18px 0"><a href="{address}" style="display:inline-block;'
        "background-color:#14665f;border:14px solid #14665f;border-width:13px 26px;"
        "border-radius:8px;color:#ffffff;font-size:17px;line-height:22px;font-weight:600;"
        f'text-decoration:none">{escape(letter.button.label)}</a></p>'
        '<p class="s" style="margin:0;color:#5b6670;font-size:13px;line-height:20px">'
        f'{escape(letter.link_plain)}<br><a class="a" href="{address}" style="color:#14665f;'
        f'overflow-wrap:anywhere;word-break:break-all">{address}</a><br>'
        f"{escape(letter.link_note)}</p>"
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
