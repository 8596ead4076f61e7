"""A feed's bytes made into well-formed, bounded XML before the feed parser sees them.

feedparser reads every dialect, but strangers choose its input: its expressions for encodings, for
the document's head and for author names take quadratic time or worse (40 kB keep them busy for ten
seconds), and one bad character sends the whole document to a parser that guesses. So the document
is decoded by `feed_charset`, rewritten here by one pass over its tags, and handed on as UTF-8:

- no document type: entities are characters where they are short text, and their names otherwise;
  nothing external is ever looked up, nothing expands;
- only the elements that mentions are made of, for the parser stumbles over some of the others (a
  point on a map that is none), and the whole feed with it; short texts are cut;
- tags are balanced, attributes quoted, prefixes declared, impossible characters gone;
- what is inside a text element is text: its markup is escaped, as RSS does, and read elsewhere.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from html.entities import html5
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from earshot.domain.errors import MalformedAnswerError
from earshot.sources.feed.entry import MAX_ENTRIES
from earshot.sources.feed.vocabulary import (
    ATTRIBUTES,
    KEPT,
    MEDIA_KEPT,
    PREFIXES,
    SHORT,
    SKIPPED,
    STRUCTURE,
    TEXTS,
)

MAX_ELEMENTS = 60_000
"""Feeds have tens of elements an entry; feedparser takes 20 us for each (measured)."""
MAX_MARKS = 200_000
"""Tags of any kind, those within texts included; each takes 6 us here (measured)."""
MAX_ATTRIBUTES = 16
"""Of an element, declarations apart: to find one, the XML parser looks at all of them, so that many
take quadratic time. More than `feed_vocabulary.ATTRIBUTES` holds (ours)."""
MAX_PREFIXES = 32
"""That a document declares; feeds have about ten (ours)."""
MAX_HEAD_CHARACTERS = 65_536
MAX_ENTITY_CHARACTERS = 200
MAX_WRITTEN_CHARACTERS = 4_000_000
"""Escaping makes a document longer; the XML parser stops at every escaped sign."""
MAX_GROWTH_CHARACTERS = 200_000
"""What entities may add to a document altogether."""
MAXSHORT_CHARACTERS = 200
MAX_PLAIN_CHARACTERS = 8192
MAX_DEPTH = 32
"""How far out an end tag looks for its element (ours; feeds nest six deep)."""

_NAME = r"(?:[A-Za-z_][A-Za-z0-9_.-]*)"
_BLANKS = re.compile(r"[ \t\r\n]{8,}")
_MARK = re.compile(r"<(?=[A-Za-z_!?/])")
_TAG = re.compile(rf"<(/?)(?:({_NAME}):)?({_NAME})(?=[\s/>])")
# Possessive, and quotes only behind "=": one pass, also over a tag that never ends.
_TAG_REST = re.compile(r"""((?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_NESTED = re.compile(r"[^<]*+<(?:[A-Za-z]|!--)")
_ATTRIBUTE = re.compile(
    rf"""(?<![^\s"'/])(?:({_NAME}):)?({_NAME})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_DECLARED = re.compile(rf"""\sxmlns:({_NAME})\s*=\s*["'][^"'\s]""")
_USED = re.compile(rf"<({_NAME}):")
_ENTRY = re.compile(rf"<(?:{_NAME}:)?(?:entry|item)(?=[\s/>])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]*);)")
_ENTITY = re.compile(
    rf"""<!ENTITY\s+({_NAME})\s+(?:"([^"&%<]*)"|'([^'&%<]*)'|"(&\#\d+;|&\#[xX][0-9a-fA-F]+;)")"""
)
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """Well-formed UTF-8 XML, and how many entries it holds no more."""

    document: bytes
    entries_left_out: int = 0


def repair(document: str) -> Repaired:
    """The same feed with its first entries. Raises MalformedAnswerError where it has none of a
    feed's elements, too many elements, or entities that grow out of hand."""
    text = _BLANKS.sub("\n", _ILLEGAL.sub("", document))
    entities = {
        name: double or single or reference
        for name, double, single, reference in _ENTITY.findall(text[:MAX_HEAD_CHARACTERS])
    }
    return _Rewriting(text, entities).run()


@dataclass(slots=True)
class _Open:
    """An element that is open: its name as written, the local part in lower case, how many more
    characters it may hold, whether it is written out, whether it holds markup that is written out
    as text, and whether nothing within it counts."""

    name: str
    local: str
    room: int = 0
    is_written: bool = False
    nested: bool = False
    is_skipped: bool = False


class _Rewriting:
    """One pass over a document; what it holds is the open elements and the pieces written."""

    def __init__(self, text: str, entities: dict[str, str]) -> None:
        self.text = text
        self.entities = entities
        self.growth = 0
        self.written = 0
        self.marks = 0
        self.elements = 0
        self.entries = 0
        self.last_section_end = text.rfind("]]>")
        self.pieces = ["<?xml version='1.0' encoding='utf-8'?>\n"]
        self.open = [_Open("", "")]  # the document, which holds no text
        prefixes = dict.fromkeys(_DECLARED.findall(text))
        # Names lose the prefixes that are not among these, so none is left without a meaning.
        self.declared = {*islice(prefixes, MAX_PREFIXES)} - {"xml", "xmlns"}
        self.undeclared = (set(_USED.findall(text)) - self.declared) & PREFIXES.keys()
        self.is_feed = False

    def run(self) -> Repaired:
        text = self.text
        at = 0
        left_out = 0
        while (found := _MARK.search(text, at)) is not None:
            mark = found.start()
            self.marks += 1
            if self.marks > MAX_MARKS:
                raise MalformedAnswerError(f"more than {MAX_MARKS} tags")
            self._write(text[at:mark])
            if text.startswith("<![CDATA[", mark):
                at = self._section(mark)
            elif text.startswith("<!--", mark):
                at = _behind(text, "-->", mark + 4)
            elif text.startswith(("<!", "<?"), mark):
                at = _behind(text, ">", mark)
            elif (tag := _TAG.match(text, mark)) and (rest := _TAG_REST.match(text, tag.end())):
                at = self._tag(tag, rest)
                if self.entries > MAX_ENTRIES:
                    left_out = 1 + sum(1 for _ in _ENTRY.finditer(text, at))
                    break
            else:
                self._write("<")
                at = mark + 1
        else:
            self._write(text[at:])
        while len(self.open) > 1:
            self._close()
        if not self.is_feed:
            raise MalformedAnswerError("the body is no feed")
        return Repaired("".join(self.pieces).encode(), left_out)

    def _section(self, mark: int) -> int:
        """A CDATA section that never ends is taken for a stray mark, and what follows is read."""
        start = mark + len("<![CDATA[")
        if start > self.last_section_end:
            return start
        end = self.text.index("]]>", start)
        self._write(self.text[start:end], is_literal=True)
        return end + len("]]>")

    def _tag(self, tag: re.Match[str], rest: re.Match[str]) -> int:
        prefix, local = tag[2], tag[3]
        lowered = local.lower()
        name = f"{prefix}:{local}" if prefix in self.declared or prefix in PREFIXES else local
        inside = self.open[-1]
        is_markup = (inside.is_written and inside.local in TEXTS) and (
            lowered not in STRUCTURE if not tag[1] else name != inside.name
        )
        if is_markup and not (tag[1] and lowered in STRUCTURE):
            self._append(escape(self.text[tag.start() : rest.end()]))
        elif tag[1]:
            self._end(name)
        else:
            self._start(prefix, name, lowered, rest)
        return rest.end()

    def _start(self, prefix: str | None, name: str, lowered: str, rest: re.Match[str]) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise MalformedAnswerError(f"more than {MAX_ELEMENTS} elements")
        is_root = len(self.open) == 1 and self.elements == 1
        if lowered in ("entry", "item"):
            self.entries += 1
            if self.entries > MAX_ENTRIES:
                return
            self._begin_entry(name)
        elif is_root and lowered in STRUCTURE:
            self.is_feed = True
        is_skipped = (
            self.open[-1].is_skipped
            or lowered in SKIPPED
            or (prefix == "media" and lowered not in MEDIA_KEPT)
        )
        if is_root and lowered not in STRUCTURE:
            self._write_start("document", "document", rest)
        elif is_skipped or lowered not in KEPT:
            self.open.append(_Open(name, lowered, is_skipped=is_skipped))
        else:
            self._write_start(name, lowered, rest)
        if rest[1].endswith("/"):
            self._close()

    def _begin_entry(self, name: str) -> None:
        """What came before it ends here, where its own end is missing."""
        self.is_feed = True
        while len(self.open) > 2 and self.open[-1].local not in STRUCTURE:
            self._close()
        self._end(name)

    def _write_start(self, name: str, lowered: str, rest: re.Match[str]) -> None:
        nested = lowered in TEXTS and _NESTED.match(self.text, rest.end()) is not None
        attributes = self._attributes(rest[1])
        if attributes.get("type", "").lower() in ("xhtml", "application/xhtml+xml"):
            nested = True
        if nested and "type" in attributes:
            attributes["type"] = "html"
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        self.pieces.append(f"<{name}{written}>")
        self.open.append(_Open(name, lowered, _room(lowered), is_written=True, nested=nested))

    def _end(self, name: str) -> None:
        """Ends the innermost element of that name with those left open in it; none, nothing."""
        # The outermost element stays open: what comes after it, which XML forbids, is read too.
        innermost = self.open[max(2, len(self.open) - MAX_DEPTH) :]
        if any(element.name == name for element in innermost):
            while self.open[-1].name != name:
                self._close()
            self._close()

    def _close(self) -> None:
        element = self.open.pop()
        if element.is_written:
            self.pieces.append(f"</{element.name}>")

    def _attributes(self, written: str) -> dict[str, str]:
        """Those that the feed parser reads, and the declarations of prefixes."""
        kept: dict[str, str] = {}
        declarations: dict[str, str] = {}
        for prefix, local, double, single, bare in _ATTRIBUTE.findall(written):
            name = f"{prefix}:{local}" if prefix else local
            value = double or single or bare
            if "xmlns" in (name, prefix):
                value = "".join(value.split())  # a space in it is one name too many for SAX
                if prefix and not (value and local in self.declared):
                    continue
                declarations.setdefault(name, self._characters(value))
            elif (
                local.lower() in ATTRIBUTES
                and (not prefix or prefix == "xml" or prefix in self.declared)
                and len(kept) < MAX_ATTRIBUTES
            ):
                kept.setdefault(name, self._characters(value))
        if len(self.open) == 1:
            declarations |= {f"xmlns:{each}": PREFIXES[each] for each in sorted(self.undeclared)}
        return declarations | kept

    def _write(self, text: str, *, is_literal: bool = False) -> None:
        """Text between tags. Where markup is written out as text, what was text stays text."""
        if self.open[-1].nested:
            self._append(escape(escape(text) if is_literal else text))
        else:
            self._append(escape(text if is_literal else self._characters(text)))

    def _append(self, escaped: str) -> None:
        element = self.open[-1]
        if len(escaped) > element.room:
            escaped = escaped[: element.room]
            # A cut must not leave half of "&amp;".
            escaped = escaped[: escaped.rfind("&")] if "&" in escaped[-4:] else escaped
            element.room = 0
        element.room -= len(escaped)
        self.written += len(escaped)
        if self.written > MAX_WRITTEN_CHARACTERS:
            raise MalformedAnswerError("the body is too long once it is escaped")
        self.pieces.append(escaped)

    def _characters(self, text: str) -> str:
        return _REFERENCE.sub(self._character, text) if "&" in text else text

    def _character(self, reference: re.Match[str]) -> str:
        number, name = reference[1], reference[2]
        if number:
            return _numbered(number)
        value = self.entities.get(name or "", "")
        if not value or len(value) > MAX_ENTITY_CHARACTERS:
            return html5.get(f"{name};", reference[0])
        self.growth += len(value)
        if self.growth > MAX_GROWTH_CHARACTERS:
            raise MalformedAnswerError("the entities of the body expand too far")
        return _numbered(value[2:-1]) if value.startswith("&#") else value


def _numbered(number: str) -> str:
    digits, base = (number[1:], 16) if number[0] in "xX" else (number, 10)
    code = int(digits, base) if len(digits) <= 8 else 0
    character = chr(code) if code <= 0x10FFFF else "\ufffd"
    return "\ufffd" if _ILLEGAL.match(character) else character


def _room(local: str) -> int:
    """How many characters an element may hold directly; texts are cut only after they are read."""
    if local in TEXTS:
        return sys.maxsize
    return MAXSHORT_CHARACTERS if local in SHORT else MAX_PLAIN_CHARACTERS


def _behind(text: str, closer: str, start: int) -> int:
    found = text.find(closer, start)
    return len(text) if found < 0 else found + len(closer)
