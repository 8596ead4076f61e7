"""A letter as HTML that mail programs show alike.

Everything inline, because some drop the style sheet; no tables and no pictures. The style sheet
only adds the dark colours, which `!important` puts over the inline ones. Where it is dropped, or a
program turns the colours by itself, the light ones are chosen to survive it. Outlook for Windows
ignores padding on a link, so the button is as wide as its border.
"""

from __future__ import annotations

from html import escape

from earshot.text.messages.letter import Letter, Link, Reason

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
# Text and ground of the urgency mark; each pair has a contrast of 4.5 or more (WCAG AA).
_MARKS = {
    "urgent": "color:#ffffff;background-color:#a8321f",
    "high": "color:#ffffff;background-color:#8a5300",
    "normal": "color:#ffffff;background-color:#4a6072",
}
_DARK = (
    ".g{background-color:#14191e!important}"
    ".c{background-color:#1d242b!important;border-color:#323c46!important}"
    ".i{color:#ece9e3!important}"
    ".s{color:#a9b3bc!important}"
    ".q{background-color:#262f37!important;border-color:#4fb3a9!important}"
    ".a{color:#6fcabf!important}"
    ".r{border-color:#323c46!important}"
    ".n{background-color:#3a3016!important;color:#f0ddae!important}"
)
# Fills what a mail program would otherwise show behind the preheader in the list of messages.
_PREHEADER_PADDING = "&#8199;&#847; " * 60


def html_part(letter: Letter) -> str:
    """A whole document; every text of the letter is escaped here and nowhere else."""
    title = escape(letter.title)
    return (
        f'<!DOCTYPE html><html lang="{escape(letter.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="supported-color-schemes" content="light dark">'
        # Phones turn numbers, dates and places into links unless they are told not to.
        '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">'
        f"<title>{title}</title><style>:root{{color-scheme:light dark}}"
        f"@media (prefers-color-scheme:dark){{{_DARK}}}</style></head>"
        f'<body class="g" style="margin:0;padding:0;background-color:#f4f2ed;{_FONT}">'
        f'<div style="display:none;max-height:0;overflow:hidden">{escape(letter.preheader)}'
        f"{_PREHEADER_PADDING}</div>"
        '<div class="g" role="article" style="background-color:#f4f2ed;padding:20px 12px 32px">'
        '<div style="max-width:600px;margin:0 auto">'
        f"{_masthead(letter)}"
        '<div class="c" style="background-color:#ffffff;border:1px solid #e0dcd3;'
        'border-radius:12px;padding:24px 22px">'
        f"{_opening(letter, title)}{_said(letter)}{_asked(letter)}{_why(letter)}{_known(letter)}"
        f"</div>{_footer(letter)}</div></div></body></html>"
    )


def _masthead(letter: Letter) -> str:
    return (
        '<div class="s" style="color:#5b6670;font-size:14px;line-height:20px;padding:0 4px 12px">'
        f'<span class="i" style="color:#1f2a33;font-weight:700">Earshot</span>'
        f"&nbsp; {escape(letter.brand)}</div>"
    )


def _opening(letter: Letter, title: str) -> str:
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
        f'font-weight:700">{title}</h1>{notes}'
    )


def _said(letter: Letter) -> str:
    said = "<br>".join(escape(line) for line in letter.excerpt)
    quote = (
        '<div class="q i" dir="auto" style="margin:0;padding:14px 16px;border-left:4px solid '
        "#1f7a72;border-radius:4px;background-color:#f3f6f5;color:#1f2a33;font-size:17px;"
        f'line-height:26px;overflow-wrap:anywhere;word-break:break-word">{said}</div>'
    )
    return (
        f"{_heading(letter.said_heading)}{quote if said else ''}"
        '<p class="s" style="margin:10px 0 0;color:#5b6670;font-size:15px;line-height:22px">'
        '<bdi class="i" style="color:#1f2a33;font-weight:600;overflow-wrap:anywhere">'
        f"{escape(letter.author)}</bdi> · {escape(letter.about_author)}</p>"
        f"{_text_link(letter.original)}"
    )


def _asked(letter: Letter) -> str:
    asked = f"<strong>{escape(letter.asked)}</strong><br>" if letter.asked else ""
    return (
        f'{_rule()}<p class="i" style="margin:0;color:#1f2a33;font-size:16px;line-height:24px">'
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
    return f"{_rule()}{_heading(letter.score_heading, first=True)}{reasons}" if reasons else ""


def _reason(reason: Reason) -> str:
    return (
        '<p class="s" style="margin:0 0 8px;color:#5b6670;font-size:15px;line-height:22px">'
        f'<span class="i" style="color:#1f2a33;font-weight:700">{reason.points:+d}</span>&nbsp; '
        f'<span class="i" style="color:#1f2a33;font-weight:600">{escape(reason.label)}</span> '
        f"&nbsp;{escape(reason.meaning)}</p>"
    )


def _known(letter: Letter) -> str:
    return (
        f"{_heading(letter.known_heading)}"
        '<p class="i" style="margin:0;color:#1f2a33;font-size:15px;line-height:22px">'
        f"{escape(letter.known)}</p>{_text_link(letter.case)}"
    )


def _footer(letter: Letter) -> str:
    return (
        '<p class="s" style="margin:14px 4px 0;color:#5b6670;font-size:13px;line-height:20px">'
        f"{escape(letter.opened)}<br>{escape(letter.footer)}</p>"
    )


def _heading(text: str, *, first: bool = False) -> str:
    above = 0 if first else 22
    return (
        f'<h2 class="s" style="margin:{above}px 0 8px;color:#5b6670;font-size:14px;'
        f'line-height:20px;font-weight:600">{escape(text)}</h2>'
    )


def _text_link(link: Link | None) -> str:
    if link is None:
        return ""
    return (
        '<p style="margin:6px 0 0;font-size:15px;line-height:22px">'
        f'<a class="a" href="{escape(link.address)}" style="color:#14665f;font-weight:600">'
        f"{escape(link.label)}</a></p>"
    )


def _rule() -> str:
    return (
        '<div class="r" style="border-top:1px solid #e0dcd3;margin:22px 0 20px;font-size:0;'
        'line-height:0">&nbsp;</div>'
    )
