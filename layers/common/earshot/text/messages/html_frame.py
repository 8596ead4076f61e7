"""What every letter has as HTML: a document that mail programs show alike, and its smallest parts.

Everything inline, because some drop the style sheet; no tables and no pictures. The style sheet
only adds the dark colours, which `!important` puts over the inline ones. Where it is dropped, or a
program turns the colours by itself, the light ones are chosen to survive it.
"""

from __future__ import annotations

from html import escape

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
)
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
