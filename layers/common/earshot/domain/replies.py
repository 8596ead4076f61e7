"""What an owner asks of every reply: phrases that are forbidden, phrases that must be there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from earshot.domain.limits import Count, Shape
from earshot.domain.own_topics import Keyword, LanguageCode

MOST_PHRASES = 200
MOST_REQUIRED = 10
MOST_OWN_CONTACTS = 100

Phrases = Annotated[tuple[Keyword, ...], Count(0, MOST_PHRASES)]
Required = Annotated[tuple[Keyword, ...], Count(0, MOST_REQUIRED)]
OwnContact = Annotated[
    str, Shape(r"\S(.{0,98}\S)?", "an address or a number of yours, 1 to 100 characters")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePhrases:
    """What counts in replies of one language only."""

    forbidden: Phrases = ()
    required: Required = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRules:
    """`forbidden` and `required` are looked for as an own topic's keywords are, in every language,
    those of `in_language` only in that one.

    `contacts` are the company's own mail addresses, their domains, telephone numbers and streets,
    which are nobody's personal data.
    """

    forbidden: Phrases = ()
    required: Required = ()
    in_language: dict[LanguageCode, LanguagePhrases] = field(default_factory=dict)
    contacts: Annotated[tuple[OwnContact, ...], Count(0, MOST_OWN_CONTACTS)] = ()

    def forbidden_in(self, language: str) -> tuple[str, ...]:
        here = self.in_language.get(language)
        return (*self.forbidden, *(here.forbidden if here else ()))

    def required_in(self, language: str) -> tuple[str, ...]:
        here = self.in_language.get(language)
        return (*self.required, *(here.required if here else ()))


def together(common: ReplyRules, own: ReplyRules) -> ReplyRules:
    """A brand's rules beside those for all brands: both count."""
    languages = dict.fromkeys((*common.in_language, *own.in_language))
    return ReplyRules(
        forbidden=(*common.forbidden, *own.forbidden),
        required=(*common.required, *own.required),
        in_language={
            language: _joined(
                common.in_language.get(language, LanguagePhrases()),
                own.in_language.get(language, LanguagePhrases()),
            )
            for language in languages
        },
        contacts=(*common.contacts, *own.contacts),
    )


def _joined(one: LanguagePhrases, other: LanguagePhrases) -> LanguagePhrases:
    return LanguagePhrases(
        forbidden=(*one.forbidden, *other.forbidden), required=(*one.required, *other.required)
    )
