"""What an answer is judged by beside its meanings: each word as it is, and what it is about.

Nobody writes down phrases for "the fridge hums" or "ask me on Friday". What such words are worth
is learnt, by language, and so are the concepts of the lexicon, which all languages share. Training
and answering share this module.
"""

from __future__ import annotations

from itertools import pairwise

from earshot.text.answering.evidence import sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def wording(text: str, language: str, concept: Callable[[str], str | None]) -> list[str]:
    """The names of all words, concepts and two concepts in a row, each once."""
    words = [word for run, _ in sentences(text) for word in run]
    named = [name for word in words if (name := concept(word))]
    found = {f"w {language} {word}" for word in words}
    found.update(f"x {name}" for name in named)
    found.update(f"xx {x} {y}" for x, y in pairwise(["<", *named, ">"]))
    return sorted(found)
