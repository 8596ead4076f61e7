"""What a post of a Discourse forum says itself, and not by quoting.

The forum shows `[quote="ana, post:3, topic:12"]` as `<aside class="quote" data-username="ana" ...>`
with a title and a `<blockquote>`; a link to another of its topics the same, without a name; links
elsewhere as `<aside class="onebox">`, which quotes nobody. What it trimmed off a post that came by
mail is `<details class="elided">`. Whoever quotes themselves was heard where that stood.
"""

from __future__ import annotations

import re

from earshot.reading.markup import plain_text
from earshot.reading.quotations import (
    ELEMENTS,
    says_something,
    without_blockquotes,
    without_quoted,
    without_quoted_lines,
)

_BRACKETS = re.compile(r"\[(/?)(quote)((?:=[^\[\]\n]*+)?)\]", re.IGNORECASE)
_CLASS = re.compile(r"""(?:^|\s)class\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)
_QUOTING = {"aside": "quote", "details": "elided"}
"""The class that makes a quotation of an element."""


def shown(cooked: str, *, is_answer: bool) -> str:
    """The text of a post as the forum shows it, without the posts it quotes. Of an answer also
    without quotations of nobody known, where it says anything itself."""
    own = without_quoted(cooked, ELEMENTS, _quotes_a_post, "<br>")
    bare = plain_text(without_blockquotes(own)) if is_answer else ""
    return bare if says_something(bare) else plain_text(own)


def typed(raw: str, *, is_answer: bool) -> str:
    """The same of a post in Markdown, as it was typed."""
    own = without_quoted(raw.replace("\r\n", "\n"), _BRACKETS, lambda *_: True, "\n")
    bare = plain_text(without_quoted_lines(own), is_markup=False) if is_answer else ""
    return bare if says_something(bare) else plain_text(own, is_markup=False)


def _quotes_a_post(name: str, attributes: str) -> bool:
    found = _CLASS.search(attributes)
    kinds = " ".join(each or "" for each in found.groups()).lower().split() if found else []
    return _QUOTING.get(name) in kinds
