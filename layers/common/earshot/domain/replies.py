"""What an owner asks of every reply: phrases that are forbidden, phrases that must be there; and
the owner's own templates for drafts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from earshot.domain.limits import Count, Shape
from earshot.domain.own_topics import Keyword, LanguageCode

MOST_PHRASES = 200
MOST_REQUIRED = 10
MOST_OWN_CONTACTS = 100
MOST_TEMPLATES = 20
MOST_TEMPLATE_CHARACTERS = 1_000

ReplyKind = Literal[
    "holding",
    "introduction",
    "wrong_desk",
    "apology",
    "private",
    "update",
    "changed",
    "satisfaction",
    "review",
]
"""What is said to a customer, in the order in which it mostly comes: the message is here and
somebody is on it; who that is; where the right desk is; an apology; a private channel; how far it
is; what changed thanks to them; whether it is solved; a neutral request for a review."""

REPLY_KINDS: tuple[ReplyKind, ...] = get_args(ReplyKind)

Phrases = Annotated[tuple[Keyword, ...], Count(0, MOST_PHRASES)]
Required = Annotated[tuple[Keyword, ...], Count(0, MOST_REQUIRED)]
OwnContact = Annotated[
    str, Shape(r"\S(.{0,98}\S)?", "an address or a number of yours, 1 to 100 characters")
]
KindName = Annotated[str, Shape("|".join(REPLY_KINDS), f"one of {', '.join(REPLY_KINDS)}")]
ReplyLink = Annotated[
    str,
    Shape(
        r"https?://[^\s<>\"']{1,190}|[^\s<>\"'@:/]{1,64}@[^\s<>\"'@:/]{1,120}",
        "a web address or a mailbox, at most 200 characters",
    ),
]
Template = Annotated[
    str,
    Shape(
        rf"(?s)(?=.*\S).{{1,{MOST_TEMPLATE_CHARACTERS}}}",
        f"a text of 1 to {MOST_TEMPLATE_CHARACTERS} characters",
    ),
]
Templates = Annotated[tuple[Template, ...], Count(0, MOST_TEMPLATES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplates:
    """An owner's templates for one kind of reply, by language.

    They stand beside ours; with `only`, ours are not used in the languages that are written here.
    """

    in_language: dict[LanguageCode, Templates] = field(default_factory=dict)
    only: bool = False


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
    which are nobody's personal data. `templates` are for drafts, by `REPLY_KINDS`, and `links` what
    a draft of that kind points to: where to talk in private, where to leave a review.
    """

    forbidden: Phrases = ()
    required: Required = ()
    in_language: dict[LanguageCode, LanguagePhrases] = field(default_factory=dict)
    contacts: Annotated[tuple[OwnContact, ...], Count(0, MOST_OWN_CONTACTS)] = ()
    templates: dict[KindName, OwnTemplates] = field(default_factory=dict)
    links: dict[KindName, ReplyLink] = field(default_factory=dict)

    def forbidden_in(self, language: str) -> tuple[str, ...]:
        here = self.in_language.get(language)
        return (*self.forbidden, *(here.forbidden if here else ()))

    def required_in(self, language: str) -> tuple[str, ...]:
        here = self.in_language.get(language)
        return (*self.required, *(here.required if here else ()))

    def templates_for(self, kind: str, language: str) -> tuple[tuple[str, ...], bool]:
        """The owner's templates, and whether there are to be no others."""
        own = self.templates.get(kind, OwnTemplates())
        written = own.in_language.get(language, ())
        return written, own.only and bool(written)


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
        templates={
            kind: _templates(
                common.templates.get(kind, OwnTemplates()), own.templates.get(kind, OwnTemplates())
            )
            for kind in dict.fromkeys((*common.templates, *own.templates))
        },
        links={**common.links, **own.links},
    )


def _templates(common: OwnTemplates, own: OwnTemplates) -> OwnTemplates:
    """A brand that wants its own templates only wants none of all brands' either."""
    languages = dict.fromkeys((*common.in_language, *own.in_language))
    return OwnTemplates(
        in_language={
            language: (
                *(() if own.only and here else common.in_language.get(language, ())),
                *here,
            )
            for language in languages
            for here in (own.in_language.get(language, ()),)
        },
        only=common.only or own.only,
    )


def _joined(one: LanguagePhrases, other: LanguagePhrases) -> LanguagePhrases:
    return LanguagePhrases(
        forbidden=(*one.forbidden, *other.forbidden), required=(*one.required, *other.required)
    )
