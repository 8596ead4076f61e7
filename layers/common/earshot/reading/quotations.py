"""Words without those of others that they quote, in time linear in their length.

A quotation is left out of what answers somebody: there its words stand above, and were heard where
they stood. Whether all of a text may go is the caller's to say: a complaint may be written as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

ELEMENTS = re.compile(
    r"""<(/?)(aside|blockquote|details)(?=[\s/>])((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""",
    re.IGNORECASE,
)
"""Tags of the elements that quote: a slash where they close, their name, their attributes."""

# Not Reddit's hidden text (`>!so!<`), faces (`>:(`, `>_<`), comparisons (`>= 3`) and the end of an
# HTML comment, without which that would run on.
_QUOTED = re.compile(r" {0,3}(?:>|&gt;)(?![!:;=]|[._-]+(?:<|&lt;)|.*-->)")
_EMPTY = re.compile(r"\s*(?:>|&gt;)\s*")
"""Within a quotation an empty line; anywhere else the end of a tag that began further up."""
_FENCE = re.compile(r" {0,3}(```|~~~)")
_CALLOUT = re.compile(r"\s*(?:>|&gt;)\s*\[!(?:note|tip|important|warning|caution)\]", re.IGNORECASE)
"""GitHub's coloured boxes, which are written as quotations and hold the author's own words."""
_NOBODYS = re.compile(r"https?://\S+|@[\w.@/-]+")


def without_quoted(
    text: str, tags: re.Pattern[str], is_quotation: Callable[[str, str], bool], between: str
) -> str:
    """Without what stands between tags that `is_quotation` by their name (in lower case) and their
    attributes, whatever is nested in there; `between` stands in its place. What is never closed
    is no quotation."""
    kept: list[str] = []
    opened: list[tuple[str, bool]] = []
    names: Counter[str] = Counter()
    depth = at = start = 0
    for tag in tags.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            quotes = is_quotation(name, tag[3])
            start = tag.start() if quotes and not depth else start
            opened.append((name, quotes))
            names[name] += 1
            depth += quotes
        elif names[name]:
            was_within, closed = depth > 0, ""
            while closed != name:
                closed, quotes = opened.pop()
                names[closed] -= 1
                depth -= quotes
            if was_within and not depth:
                kept.append(text[at:start])
                at = tag.end()
    return between.join([*kept, text[at:]])


def without_blockquotes(html: str) -> str:
    return without_quoted(html, ELEMENTS, lambda name, _: name == "blockquote", "<br>")


def without_quoted_lines(markdown: str) -> str:
    """Without lines that begin with `>`, but for code and callouts. A line right below a quotation
    stays, which Markdown would count among it: nearly always it is the answer."""
    kept: list[str] = []
    fence = ""
    is_callout = was_quoted = False
    for line in markdown.split("\n"):
        is_quoted = not fence and _QUOTED.match(line) is not None
        is_quoted = is_quoted and (was_quoted or not _EMPTY.fullmatch(line))
        if is_quoted and not was_quoted:
            is_callout = _CALLOUT.match(line) is not None
        if not is_quoted or is_callout:
            kept.append(line)
        found = None if is_quoted else _FENCE.match(line)
        if found is not None:
            fence = found[1] if not fence else "" if found[1] == fence else fence
        was_quoted = is_quoted
    return "\n".join(kept)


def says_something(text: str) -> bool:
    """Whether somebody's own words or pictograms are in it, beyond links, handles and dots."""
    return any(
        sign.isalnum() or unicodedata.category(sign) == "So" for sign in _NOBODYS.sub("", text)
    )
