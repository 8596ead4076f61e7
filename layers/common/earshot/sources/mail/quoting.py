"""A writer's own words: without what they quote and what their program adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earshot.sources.mail.phrases import (
    ATTRIBUTIONS,
    FORWARDED,
    HEADER_LINE,
    ORIGINAL,
    SIGNED_BY_DEVICE,
)

MOST_LINES = 4_000
_LONGEST_ATTRIBUTION = 400
_HEADER_LINES = 12
_SIGNATURE_LINES = 6


@dataclass(frozen=True, slots=True)
class Block:
    """The headers of a quoted mail: `fields` by what they mean, `end` is the first line behind."""

    fields: dict[str, str]
    end: int


def lines_of(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\xa0", " ").split("\n")[:MOST_LINES]]


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
    close below. Without a line that marks them, the sender comes first. None for ordinary text."""
    fields: dict[str, str] = {}
    at = start
    while at < min(len(lines), start + _HEADER_LINES):
        found = HEADER_LINE.fullmatch(lines[at].strip())
        if found is not None and found.lastgroup is not None:
            kind = next(name for name, value in found.groupdict().items() if value is not None)
            fields.setdefault(kind, found["value"].strip())
            if not is_marked and "from" not in fields:
                return None
        elif not fields or not lines[at].strip() or not _goes_on(lines, at):
            break
        at += 1
    if "from" not in fields or not {"date", "subject"} & fields.keys():
        return None
    return Block(fields, at)


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to the header above it: another header follows."""
    return any(HEADER_LINE.fullmatch(line.strip()) for line in lines[at + 1 : at + 3])


def _without_quotes(lines: list[str]) -> list[str]:
    """Without lines that are marked as quoted, and what introduces those. Where nothing is marked,
    the introduction is where the own words end."""
    is_marked = any(line.startswith(">") for line in lines)
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = 0 if lines[at].startswith(">") else _attribution(lines, at)
        if length and not is_marked:
            break
        if not length and not lines[at].startswith(">"):
            kept.append(lines[at])
        at += length or 1
    return kept


def _attribution(lines: Sequence[str], at: int) -> int:
    """How many lines introduce a quotation here: none, or up to three, as programs wrap them."""
    joined = ""
    for length in (1, 2, 3):
        if at + length > len(lines):
            return 0
        joined = f"{joined} {lines[at + length - 1].strip()}".strip()
        if len(joined) > _LONGEST_ATTRIBUTION:
            return 0
        if any(pattern.fullmatch(joined) for pattern in ATTRIBUTIONS):
            return length
    return 0


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
