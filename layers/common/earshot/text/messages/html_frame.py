"""What every letter has as HTML: a document that mail programs show alike, and its smallest parts.

Everything inline, because some drop the style sheet; no tables and no pictures. The style sheet
only adds the dark colours, which `!important` puts over the inline ones. Where it is dropped, or a
program turns the colours by itself, the light ones are chosen to survive it.

Outlook for Windows ignores padding on a link, so a button is as wide as its border.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import chain, repeat

from earshot.text.messages.letter import Link

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_DARK = (
    ".g{background-color:#14191e!important}"
    ".c{background-color:#1d242b!important;border-color:#323c46!important}"
    ".i{color:#ece9e3!important}"
    ".s{color:#a9b3bc!important}"
    ".q{background-color:#262f37!important;border-color:#4fb3a9!important}"
    ".a{color:#6fcabf!important}"
    ".r{border-color:#323c46!important}"
    ".n{background-color:#3a3016!important;color:#f0ddae!important}"
    ".b{background-color:#2f3a44!important;border-color:#2f3a44!important;color:#8fd8cf!important}"
)
# Text and ground of a mark; each pair has a contrast of 4.5 or more (WCAG AA).
MARKS = {
    "urgent": "color:#ffffff;background-color:#a8321f",
    "high": "color:#ffffff;background-color:#8a5300",
    "normal": "color:#ffffff;background-color:#4a6072",
    "over": "color:#ffffff;background-color:#1f6b45",
}
# Fills what a mail program would otherwise show behind the preheader in the list of messages.
_PREHEADER_PADDING = "&#8199;&#847; " * 60


def framed(*, language: str, title: str, preheader: str, about: str, card: str, footer: str) -> str:
    """A whole document around `card` and `footer`, which are HTML; the others are text. `about` is
    whom the letter is about."""
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="supported-color-schemes" content="light dark">'
        # Phones turn numbers, dates and places into links unless they are told not to.
        '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">'
        f"<title>{escape(title)}</title><style>:root{{color-scheme:light dark}}"
        f"@media (prefers-color-scheme:dark){{{_DARK}}}</style></head>"
        f'<body class="g" style="margin:0;padding:0;background-color:#f4f2ed;{_FONT}">'
        f'<div style="display:none;max-height:0;overflow:hidden">{escape(preheader)}'
        f"{_PREHEADER_PADDING}</div>"
        '<div class="g" role="article" style="background-color:#f4f2ed;padding:20px 12px 32px">'
        '<div style="max-width:600px;margin:0 auto">'
        f"{_masthead(about)}"
        '<div class="c" style="background-color:#ffffff;border:1px solid #e0dcd3;'
        f'border-radius:12px;padding:24px 22px">{card}</div>{_footer(footer)}'
        "</div></div></body></html>"
    )


def _masthead(about: str) -> str:
    return (
        '<div class="s" style="color:#5b6670;font-size:14px;line-height:20px;padding:0 4px 12px">'
        f'<span class="i" style="color:#1f2a33;font-weight:700">Earshot</span>'
        f"&nbsp; {escape(about)}</div>"
    )


def _footer(footer: str) -> str:
    return (
        '<p class="s" style="margin:14px 4px 0;color:#5b6670;font-size:13px;line-height:20px">'
        f"{footer}</p>"
    )


def heading(text: str, *, first: bool = False) -> str:
    above = 0 if first else 22
    return (
        f'<h2 class="s" style="margin:{above}px 0 8px;color:#5b6670;font-size:14px;'
        f'line-height:20px;font-weight:600">{escape(text)}</h2>'
    )


def mark(colours: str, word: str, beside: str = "") -> str:
    """A word on one of the MARKS, and what stands beside it in small."""
    small = (
        f'<span class="s" style="color:#5b6670">&nbsp; {escape(beside)}</span>' if beside else ""
    )
    return (
        '<div style="font-size:14px;line-height:24px;overflow-wrap:anywhere">'
        f'<span style="{colours};border-radius:12px;padding:3px 10px;font-weight:600">'
        f"{escape(word)}</span>{small if beside else ''}</div>"
    )


def title(text: str) -> str:
    return (
        '<h1 class="i" style="margin:10px 0 0;color:#1f2a33;font-size:24px;line-height:30px;'
        f'font-weight:700;overflow-wrap:anywhere">{escape(text)}</h1>'
    )


def quote(lines: Iterable[str], size: str) -> str:
    """What was said, each line in its own direction; `size` is the style of its letters."""
    said = "".join(f'<div dir="auto">{escape(line)}</div>' for line in lines)
    return (
        '<div class="q i" style="margin:0;padding:12px 16px;border-left:4px solid '
        f"#1f7a72;border-radius:4px;background-color:#f3f6f5;color:#1f2a33;{size};"
        f'overflow-wrap:anywhere;word-break:break-word">{said}</div>'
        if said
        else ""
    )


def notes(lines: Iterable[str]) -> str:
    """What went before, in one box."""
    told = "<br>".join(map(escape, lines))
    return (
        '<p class="n" style="margin:12px 0 0;padding:10px 12px;border-radius:8px;'
        "background-color:#fbf1d9;color:#5c4300;font-size:15px;line-height:22px;"
        f'overflow-wrap:anywhere">{told}</p>'
        if told
        else ""
    )


def who(author: str, about: str) -> str:
    return (
        '<p class="s" style="margin:10px 0 0;color:#5b6670;font-size:15px;line-height:22px">'
        '<bdi class="i" style="color:#1f2a33;font-weight:600;overflow-wrap:anywhere">'
        f"{escape(author)}</bdi> · {escape(about)}</p>"
    )


def button(link: Link | None) -> str:
    return f'<p style="margin:18px 0 8px">{_pressed(link, _LOUD)}</p>' if link else ""


def buttons(links: Iterable[Link]) -> str:
    """Several, of which one is to be pressed; beside each other where there is room. The first
    stands out, the others are as large and quieter."""
    looks = chain([_LOUD], repeat(_QUIET))
    shown = " ".join(_pressed(link, look) for link, look in zip(links, looks, strict=False))
    return f'<p style="margin:18px 0 8px">{shown}</p>' if shown else ""


_LOUD = ' style="background-color:#14665f;border:14px solid #14665f;color:#ffffff;'
_QUIET = ' class="b" style="background-color:#e3efed;border:14px solid #e3efed;color:#14665f;'


def _pressed(link: Link, look: str) -> str:
    return (
        f'<a href="{escape(link.address)}"{look}border-width:13px 26px;display:inline-block;'
        "border-radius:8px;margin:0 8px 10px 0;font-size:17px;line-height:22px;font-weight:600;"
        f'text-decoration:none">{escape(link.label)}</a>'
    )


def to_copy(lines: Iterable[str], language: str) -> str:
    """A text to be copied whole: where mail programs let it, one press selects all of it."""
    text = "<br>".join(map(escape, lines))
    spoken = f' lang="{escape(language)}"' if language else ""
    return (
        f'<div class="q i" dir="auto"{spoken} style="margin:0;padding:12px 16px;border:1px dashed '
        "#1f7a72;border-radius:8px;background-color:#f3f6f5;color:#1f2a33;font-size:16px;"
        "line-height:25px;overflow-wrap:anywhere;word-break:break-word;-webkit-user-select:all;"
        f'user-select:all">{text}</div>'
    )


def small_print(html: str) -> str:
    return (
        '<p class="s" style="margin:0;color:#5b6670;font-size:13px;line-height:20px;'
        f'overflow-wrap:anywhere">{html}</p>'
    )


def text_link(link: Link | None) -> str:
    if link is None:
        return ""
    return (
        '<p style="margin:6px 0 0;font-size:15px;line-height:22px">'
        f'<a class="a" href="{escape(link.address)}" style="color:#14665f;font-weight:600">'
        f"{escape(link.label)}</a></p>"
    )


def rule() -> str:
    return (
        '<div class="r" style="border-top:1px solid #e0dcd3;margin:22px 0 20px;font-size:0;'
        'line-height:0">&nbsp;</div>'
    )
