"""The cues of each language, compiled when a language is first met.

The kinds are the same in every language, so that one set of weights serves all seven:

facts           problem waiting unanswered overcharge duration again
wishes          demand question
blame           reproach accuse threat danger irony
tone            bad awful good great thanks solved
what it is not  fine idiom advert news reply
who speaks      own address
grammar         negator intensifier diminisher contrast number

`fine` and `idiom` are shields: what they cover ("no complaints", "this game is sick") counts for
nothing else. The topics of the domain are kinds too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from earshot.text.folding import fold, tokens_of
from earshot.text.patterns import Cues, compile_cues

SHIELDS = frozenset({"fine", "idiom"})

_TWO_SPELLINGS = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`numbers` are the words that count as a number."""

    cues: Cues
    numbers: frozenset[str]


@cache
def lexicon_in(language: str) -> Lexicon:
    """The language's lexicon; `language` is one of the domain's LANGUAGES."""
    module = import_module(f"earshot.text.lexicon.{language}")
    cues: dict[str, str] = {**module.CUES, **module.TOPICS}
    numbers = " ".join(cues.pop("number").replace(",", " ").split())
    return Lexicon(
        cues=compile_cues(cues, language in _TWO_SPELLINGS),
        numbers=frozenset(tokens_of(fold(numbers))),
    )
