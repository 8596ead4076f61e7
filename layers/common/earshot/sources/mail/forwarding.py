"""Forwarded mails: whose words they are.

What a program writes above a forwarded mail is all that is known of the original, and only the one
who forwards it vouches for that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from earshot.domain.address import address_in, without_addresses
from earshot.sources.mail.letter import Letter
from earshot.sources.mail.phrases import FORWARDED, FORWARDING_SUBJECT, ORIGINAL
from earshot.sources.mail.quoting import Block, header_block, lines_of, own_words

_DEEPEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """A mail within a mail's text. `date` is as the program wrote it, in its own language."""

    sender_name: str
    sender: str
    subject: str
    date: str
    text: str


def forwarded_in(letter: Letter, is_colleague: Callable[[str], bool]) -> Forwarded | None:
    """The mail that was forwarded in a letter's text; None where it forwards none.

    Of mails in mails the innermost, as long as colleagues handed it on or nothing was added: what a
    customer forwards belongs to what the customer says.
    """
    lines = lines_of(letter.text())
    start = _beginning(lines, loosely=bool(FORWARDING_SUBJECT.match(letter.subject)))
    found: Forwarded | None = None
    for _ in range(_DEEPEST):
        if start is None:
            break
        block, lines = start
        found = _read(block, lines)
        if words_of(found) and not is_colleague(found.sender):
            break
        start = _beginning(lines, loosely=False)
    return found


def _read(block: Block, lines: Sequence[str]) -> Forwarded:
    sender = block.fields["from"].replace("mailto:", "").replace("*", "")
    return Forwarded(
        sender_name=without_addresses(sender),
        sender=(address_in(sender) or "").casefold(),
        subject=block.fields.get("subject", "").strip("* "),
        date=block.fields.get("date", "").strip("* "),
        text="\n".join(lines),
    )


def words_of(forwarded: Forwarded) -> str:
    return own_words(forwarded.text)


def _beginning(lines: Sequence[str], *, loosely: bool) -> tuple[Block, list[str]] | None:
    """The headers of the first forwarded mail, and the lines behind them."""
    for number, line in enumerate(lines):
        written = line.strip()
        if FORWARDED.fullmatch(written):
            rest = _unquoted(lines[number + 1 :])
            first = next((n for n, text in enumerate(rest[:4]) if text.strip()), None)
            block = None if first is None else header_block(rest, first, is_marked=True)
            if block is not None:
                return block, rest[block.end :]
        elif loosely:
            is_mark = bool(ORIGINAL.fullmatch(written))
            block = header_block(lines, number + is_mark, is_marked=is_mark)
            if block is not None:
                return block, list(lines[block.end :])
    return None


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Apple Mail marks all of a forwarded mail as quoted."""
    first = next((line for line in lines if line.strip()), "")
    if not first.startswith(">"):
        return list(lines)
    return [line.removeprefix(">").removeprefix(" ") for line in lines]
