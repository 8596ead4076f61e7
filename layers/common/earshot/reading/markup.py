"""HTML to the text a person would read, in time linear in its length.

Not `html.parser`: on unclosed comments and tags it takes quadratic time in the Python versions we
support, and strangers write this HTML. The tokens follow the HTML standard (13.2.5) as far as text
is concerned: comments, declarations, quoted attributes, raw text of scripts and the like.
"""

from __future__ import annotations

import re
from html import unescape

_ELEMENTS = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li
    link main map mark marquee math menu meta meter nav noembed noframes noscript object ol optgroup
    option output p param picture pre progress q rp rt ruby s samp script section select slot small
    source span strike strong style sub summary sup svg table tbody td template textarea tfoot th
    thead time title tr track tt u ul var video wbr xmp""".split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """address article aside blockquote body br center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol
    option p pre section summary table tbody tfoot thead title tr ul""".split()  # noqa: SIM905
)
_CELLS = frozenset(["td", "th"])
_UNREAD = frozenset(
    ["script", "style", "iframe", "noembed", "noframes", "template", "object", "applet", "xmp"]
)
"""Elements whose content is not text for people, or stands in for what we do not show."""

_NAME = re.compile(r"/?([A-Za-z][^\s/>]*)")
_DECLARATION = re.compile(r"[!?][A-Za-z\[]|/[^A-Za-z]")
# Possessive, so that a tag without an end is given up after one pass.
_TAG_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _UNREAD}
_HUGE_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,});?")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAK = "\x00"  # cannot occur in the text: _UNPRINTABLE went first


def plain_text(html: str, *, is_markup: bool = True) -> str:
    """What a reader sees: no tags, scripts, comments; entities as characters; blocks on lines.

    With `is_markup=False` the text claims to be plain: only elements that HTML has are taken for
    tags, because many claim it wrongly, and `List<String>` stays.
    """
    source = _UNPRINTABLE.sub("", html.replace("\r\n", "\n").replace("\r", "\n"))
    pieces, has_tags = _strip(source, is_markup)
    if has_tags:
        pieces = [piece.replace("\n", " ") for piece in pieces]
    joined = "".join(pieces)
    if "<![CDATA[" in source:
        joined = joined.replace("]]>", "")
    text = unescape(_HUGE_REFERENCE.sub("\ufffd", joined))
    return tidy(text.replace(_BREAK, "\n"))


def tidy(text: str) -> str:
    """Printable characters only, runs of space as one, no blank lines, nothing at the ends."""
    printable = _UNPRINTABLE.sub("", text)
    spaced = re.sub(r"[^\S\n]+", " ", printable)
    return re.sub(r" ?\n[ \n]*", "\n", spaced).strip()


def one_line(text: object, limit: int = 200) -> str:
    """A name or title on one line, at most `limit` characters; empty where it is no text."""
    return " ".join(tidy(text).split())[:limit].strip() if isinstance(text, str) else ""


def _strip(source: str, is_markup: bool) -> tuple[list[str], bool]:
    pieces: list[str] = []
    has_tags = False
    quotes_pair = True
    last_end = source.rfind(">")
    at = 0
    while (mark := source.find("<", at)) >= 0:
        pieces.append(source[at:mark])
        at, has_tag, shown = mark + 1, False, "<"
        if source.startswith("<!--", mark):
            at, shown = _end(source, "-->", mark + 2), ""
        elif source.startswith("<![CDATA[", mark):
            at, shown = mark + len("<![CDATA["), ""
        elif _DECLARATION.match(source, mark + 1):
            at, shown = _end(source, ">", mark), ""
        elif (named := _NAME.match(source, mark + 1)) is not None:
            name = named[1].lower()
            known = name in _ELEMENTS
            end = -1
            if mark < last_end and (is_markup or known):
                rest = _TAG_REST.match(source, named.end()) if quotes_pair else None
                # A quote that never closes would hide every later tag and cost a pass for each.
                quotes_pair = rest is not None
                end = _end(source, ">", mark) if rest is None else rest.end()
            if end >= 0 or known:
                has_tag, at = True, end
                shown = _BREAK if name in _BLOCKS else " " if name in _CELLS else ""
            if end >= 0 and name in _UNREAD and source[mark + 1] != "/" != source[end - 2]:
                closer = _CLOSERS[name].search(source, end)
                at = -1 if closer is None else closer.start()
        pieces.append(shown)
        has_tags = has_tags or has_tag
        if at < 0:
            break
    else:
        pieces.append(source[at:])
    return pieces, has_tags


def _end(source: str, closer: str, start: int) -> int:
    """Just behind the closer, or -1: what is never closed runs to the end."""
    found = source.find(closer, start)
    return -1 if found < 0 else found + len(closer)
