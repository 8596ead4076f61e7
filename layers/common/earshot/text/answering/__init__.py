"""What a customer wrote when we asked whether it is solved: yes, no, or something for a person.

A wrong yes closes a case that is none; a wrong no only asks again, and unclear is read by a person.
So a yes has to be likely, and whatever is not is unclear.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from earshot.text.answering.judging import Judge

YES_FROM = 0.6
MOST_NO = 0.3
"""A yes is likelier than all else together, and a no is unlikely; docs/answers.md has what other
limits would cost."""

NO_FROM = 0.4


class Answer(NamedTuple):
    """`confidence`, 0-1, is the probability of what is told; of `unclear`, that it is neither a
    likely yes nor a likely no."""

    answer: Literal["yes", "no", "unclear"]
    confidence: float


def answer(text: str, language: str | None = None) -> Answer:
    """Any text, in time linear in its length; `language` is what the platform or thread claims."""
    found = _judge().probabilities(text, language)
    return told(found["yes"], found["no"], found["unclear"])


def told(
    yes: float, no: float, unclear: float, yes_from: float = YES_FROM, most_no: float = MOST_NO
) -> Answer:
    """What is told of these probabilities."""
    if yes >= yes_from and no <= most_no:
        return Answer("yes", yes)
    if no >= NO_FROM and no > max(yes, unclear):
        return Answer("no", no)
    # Torn between yes and no is as unclear as nothing said at all.
    return Answer("unclear", max(unclear, 1 - max(yes, no)))


@cache
def _judge() -> Judge:
    from earshot.text.answering.judging import Judge

    return Judge()
