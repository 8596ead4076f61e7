"""A letter as plain text."""

from __future__ import annotations

from earshot.text.messages.letter import Block, Letter, Link

# Above and below what is to be copied, so that nothing else is.
_CUT = "-" * 20


def plain_part(letter: Letter) -> str:
    """Paragraphs apart by an empty line; what a stranger wrote stands behind `> `, line by line."""
    paragraphs = [
        f"{letter.title} ({letter.score}/100)",
        *letter.notes,
        _section(
            letter.said_heading,
            *(f"> {line}" for line in letter.excerpt),
            f"{letter.author} · {letter.about_author}",
            _line(letter, letter.original),
        ),
        *(_handed(letter, block) for block in letter.blocks),
        _section(
            letter.asked,
            letter.asked_why,
            _line(letter, letter.button),
            *(_line(letter, answer) for answer in letter.answers),
        ),
        letter.link_note if letter.button or letter.answers else "",
        _section(
            letter.score_heading,
            *(
                f"{each.points:<+4d} {each.label}{letter.colon}{each.meaning}"
                for each in letter.reasons
            ),
        ),
        _section(letter.known_heading, letter.known),
        _section(letter.opened, _line(letter, letter.case)),
        # "-- " on its own line is how mail programs know where the message ends.
        f"-- \n{letter.footer}",
    ]
    return "\n\n".join(each for each in paragraphs if each) + "\n"


def _handed(letter: Letter, block: Block) -> str:
    if block.theirs:
        lines = (f"> {line}" for line in block.lines)
        return _section(block.heading, *lines, _line(letter, block.link))
    return "\n".join((block.heading, _CUT, *block.lines, _CUT))


def _section(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _line(letter: Letter, link: Link | None) -> str:
    return f"{link.label}{letter.colon}{link.address}" if link else ""
