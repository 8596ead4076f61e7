"""A writer's own words: without what they quote and what their program adds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from earshot.sources.mail.phrases import (
    ATTRIBUTIONS,
    FORWARDED,
    HEADER_LINE,
    ORIGINAL,
    SHORT_ATTRIBUTION,
    SIGNED_BY_DEVICE,
)

MOST_LINES = 4_000
_LONGEST_ATTRIBUTION = 400
_HEADER_LINES = 12
_SIGNATURE_LINES = 6
_BAR = re.compile(r"(?:\| ?)+[^|]*")
"""A line that some programs mark with bars for `>`. Rows of a table have more of them."""


@dataclass(frozen=True, slots=True)
class Block:
    """The headers of a quoted mail: `fields` by what they mean, `end` is the first line behind."""

    fields: dict[str, str]
    end: int


def lines_of(text: str) -> list[str]:
    spaced = text.replace("\xa0", " ").replace("\u202f", " ")
    return [line.rstrip() for line in spaced.split("\n")[:MOST_LINES]]


def own_words(text: str) -> str:
    """The text without quoted mails, the lines that introduce them, and signatures."""
    kept = without_signature(_before_original(_without_quotes(lines_of(text))))
    return "\n".join(kept).strip()


def without_signature(lines: Sequence[str]) -> list[str]:
    """Up to the line "-- " (RFC 3676, 4.3), or to what a telephone wrote near the end."""
    left = sum(bool(line) for line in lines)
    for number, line in enumerate(lines):
        if line == "--" or (left <= _SIGNATURE_LINES and SIGNED_BY_DEVICE.fullmatch(line.strip())):
            return list(lines[:number])
        left -= bool(line)
    return list(lines)


def header_block(lines: Sequence[str], start: int, *, is_marked: bool) -> Block | None:
    """The headers that begin at a line, in whichever language: a sender, and a date or a subject
    close below. Without a line that marks them, the sender comes first, or a date above all of
    sender, recipient and subject. None for ordinary text."""
    fields: dict[str, str] = {}
    at = start
    while at < min(len(lines), start + _HEADER_LINES):
        found = HEADER_LINE.fullmatch(lines[at].strip())
        if found is not None and found.lastgroup is not None:
            kind = next(name for name, value in found.groupdict().items() if value is not None)
            fields.setdefault(kind, found["value"].strip())
            if not is_marked and not {"from", "date"} & fields.keys():
                return None
        elif not fields or not lines[at].strip() or not _goes_on(lines, at):
            break
        at += 1
    if "from" not in fields or not {"date", "subject"} & fields.keys():
        return None
    is_dated_first = not is_marked and next(iter(fields)) == "date"
    if is_dated_first and not {"to", "subject"} <= fields.keys():
        return None
    return Block(fields, at)


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to the header above it: another header follows."""
    return any(HEADER_LINE.fullmatch(line.strip()) for line in lines[at + 1 : at + 3])


def _without_quotes(lines: list[str]) -> list[str]:
    """Without lines that are marked as quoted, and what introduces those. Where nothing is marked,
    the introduction is where the own words end."""
    lengths = {at: length for at in range(len(lines)) if (length := _attribution(lines, at))}
    marked = _marked(lines, lengths)
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = 0 if at in marked else lengths.get(at) or _short_attribution(lines, at, marked)
        if length and not marked:
            break
        if not length and at not in marked:
            kept.append(lines[at])
        at += length or 1
    return kept


def _marked(lines: Sequence[str], lengths: Mapping[int, int]) -> set[int]:
    """The lines that begin with `>`; those with a bar too, where one follows an introduction."""
    behind = (_next(lines, at + length) for at, length in lengths.items())
    has_bars = any(lines[at].startswith("|") and _BAR.fullmatch(lines[at]) for at in behind)
    return {
        number
        for number, line in enumerate(lines)
        if line.startswith(">")
        or (has_bars and line.startswith("|") and _BAR.fullmatch(line) is not None)
    }


def _next(lines: Sequence[str], at: int) -> int:
    """The first line from there on that is not empty; the last of all where none is."""
    return next((each for each in range(at, len(lines)) if lines[each]), len(lines) - 1)


def _attribution(lines: Sequence[str], at: int) -> int:
    """How many lines introduce a quotation here: none, or up to three, as programs wrap them. One
    that begins further below is not taken together with the words above it."""
    ends = range(at + 1, min(at + 3, len(lines)) + 1)
    end = next((each for each in ends if _introduces(lines[at:each])), 0)
    is_shorter = any(_introduces(lines[start:end]) for start in range(at + 1, end))
    return 0 if is_shorter else max(end - at, 0)


def _introduces(lines: Sequence[str]) -> bool:
    if not all(lines) or sum(map(len, lines)) > _LONGEST_ATTRIBUTION:
        return False
    joined = " ".join(line.strip() for line in lines)
    # Nearly all lines end without a colon, and need no pattern tried.
    return joined.endswith(":") and any(pattern.fullmatch(joined) for pattern in ATTRIBUTIONS)


def _short_attribution(lines: Sequence[str], at: int, marked: Set[int]) -> int:
    is_short = len(lines[at]) <= _LONGEST_ATTRIBUTION and lines[at].endswith(":")
    is_above = is_short and _next(lines, at + 1) in marked
    return int(is_above and SHORT_ATTRIBUTION.fullmatch(lines[at].strip()) is not None)


def _before_original(lines: list[str]) -> list[str]:
    """Up to the headers of another mail. A form that lists its fields looks the same, but has
    nothing above them."""
    for number, line in enumerate(lines):
        is_mark = bool(ORIGINAL.fullmatch(line.strip()))
        if FORWARDED.fullmatch(line.strip()) or header_block(
            lines, number + is_mark, is_marked=is_mark
        ):
            return lines[:number]
    return lines
