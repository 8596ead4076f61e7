"""What goes into the record of a reply on Bluesky: its key, its facets, what it refers to.

Contract: https://docs.bsky.app/docs/advanced-guides/posts, https://atproto.com/specs/tid. Links and
mentions are facets beside the text, whose places count bytes of UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.outlet import Outgoing
from earshot.publishers.posting import part
from earshot.reading.bluesky import DID, POST_URI

_FACET = "app.bsky.richtext.facet"
_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
_CLOCK_BITS = 10
_CID = re.compile(r"[A-Za-z0-9]{1,200}")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_TRAILING = ".,;:!?'»”)]}"
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)


def record_key(outgoing: Outgoing) -> str:
    """The key of the reply's record: a TID (https://atproto.com/specs/tid), 53 bits of microseconds
    and ten of a clock's id, as 13 letters that sort by time. Below the second it is the reply's own
    key that counts, since many may be planned for the same."""
    number = int(outgoing.key, 16)
    micros = int(outgoing.planned_at.timestamp()) * 10**6 + (number >> _CLOCK_BITS) % 10**6
    value = micros << _CLOCK_BITS | number % (1 << _CLOCK_BITS)
    return "".join(_SORTABLE[value >> 5 * place & 31] for place in reversed(range(13)))


def facets_of(text: str, handle: object, did: object) -> Iterator[dict[str, Any]]:
    """Its links, and mentions of the one account whose DID is known, by their bytes in UTF-8."""
    spans: list[tuple[int, int, dict[str, str]]] = [
        (found.start(), found.start() + len(shown), {"$type": f"{_FACET}#link", "uri": shown})
        for found in _LINK.finditer(text)
        if (shown := found[0].rstrip(_TRAILING))
    ]
    if isinstance(handle, str) and isinstance(did, str) and handle and re.fullmatch(DID, did):
        named = re.compile(rf"(?<![\w@./])@{re.escape(handle)}(?![\w-])", re.IGNORECASE)
        spans += [
            (found.start(), found.end(), {"$type": f"{_FACET}#mention", "did": did})
            for found in named.finditer(text)
        ]
    for start, end, feature in sorted(spans, key=lambda span: span[0]):
        first = len(text[:start].encode("utf-8", "replace"))
        last = first + len(text[start:end].encode("utf-8", "replace"))
        yield {"index": {"byteStart": first, "byteEnd": last}, "features": [feature]}


def graphemes(text: str) -> int:
    """How many characters people see, and never fewer: marks, joined emoji, shades of skin and
    flags as one. The standard library knows no more of Unicode's segmentation than categories."""
    count, before, flags = 0, "", 0
    for letter in text:
        is_flag = ord(letter) in _REGIONAL
        flags = flags + 1 if is_flag else 0
        is_part = (
            unicodedata.category(letter) in ("Mn", "Me")
            or letter == "\u200d"
            or (before == "\u200d" and ord(letter) > 0x2000)
            or ord(letter) in _SKIN
            or (is_flag and flags % 2 == 0)
        )
        count += not (is_part and before)
        before = letter
    return count


def references_to(answered: Mapping[str, Any]) -> dict[str, Any]:
    """Parent and root of a reply; a post that answers nothing is its thread's root."""
    parent = _reference(answered)
    if parent is None:
        raise MalformedAnswerError("a post without its cid")
    root = _reference(part(answered, "record", "reply", "root"))
    return {"root": root or parent, "parent": parent}


def _reference(post: Mapping[str, Any]) -> dict[str, str] | None:
    uri, cid = post.get("uri"), post.get("cid")
    if not isinstance(uri, str) or not isinstance(cid, str):
        return None
    return {"uri": uri, "cid": cid} if POST_URI.fullmatch(uri) and _CID.fullmatch(cid) else None
