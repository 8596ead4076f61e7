"""An owner's own topics: what else complaints can be about, found by keywords."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from earshot.domain.languages import LANGUAGES
from earshot.domain.limits import Count, Shape

MOST_TOPICS = 30
MOST_KEYWORDS = 50

Keyword = Annotated[
    str,
    Shape(
        r"(?=.{2,60}$)([^\s*]{3,}\*|[^\s*]+)( ([^\s*]{3,}\*|[^\s*]+)){0,5}",
        "1 to 6 words with single spaces between, 2 to 60 characters in all;"
        " a * stands only at the end of a word, after three letters at least",
    ),
]
Keywords = Annotated[tuple[Keyword, ...], Count(0, MOST_KEYWORDS)]
LanguageCode = Annotated[str, Shape("|".join(LANGUAGES), f"one of {', '.join(LANGUAGES)}")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTopic:
    """`keywords` are looked for in every language, those of `in_language` only in that one.

    A `risk` weighs like safety and is never low (see `weighing`).
    """

    keywords: Keywords = ()
    in_language: dict[LanguageCode, Keywords] = field(default_factory=dict)
    risk: bool = False


def keywords_in(topics: Mapping[str, OwnTopic], language: str) -> dict[str, tuple[str, ...]]:
    """Topic -> what to look for in a text of that language."""
    return {
        name: (*topic.keywords, *topic.in_language.get(language, ()))
        for name, topic in topics.items()
    }


def risky(topics: Mapping[str, OwnTopic]) -> frozenset[str]:
    return frozenset(name for name, topic in topics.items() if topic.risk)
