"""The words of digests beside those of `phrases`, one module of data per language."""

from __future__ import annotations

from importlib import import_module
from typing import TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.phrases import DEFAULT_LANGUAGE


class DigestPhrases(TypedDict):
    """One language's words. Names in braces are filled in; `topics` by the domain's names."""

    language: str
    one: str
    other: str
    one_about: str
    other_about: str
    topics: dict[str, str]
    storm: str
    group: str
    first: str
    more: str
    open_all: str
    link_note: str
    sms_first: str


def digest_phrases_in(language: str) -> DigestPhrases:
    """The phrases of one of the seven languages, English for any other; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(DigestPhrases, import_module(f"{__name__}.{known}").PHRASES)
