"""The words of letters about Earshot's own trouble, one module of data per language."""

from __future__ import annotations

from importlib import import_module
from typing import TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.phrases import DEFAULT_LANGUAGE
from earshot.text.messages.trouble_phrases import Words


class OwnPhrases(TypedDict):
    """One language's words, beside those of `phrases` and `trouble_phrases`. Names in braces are
    filled in; `details` are what the values are called, by their names."""

    language: str
    title_over: str
    mark: str
    intro: str
    intro_over: str
    kinds: dict[str, Words]
    details: dict[str, str]
    channels: dict[str, str]
    periods: dict[str, str]
    queues: dict[str, str]
    more: str
    open: str
    footer: str
    footer_over: str


def own_phrases_in(language: str) -> OwnPhrases:
    """The phrases of one of the seven languages, English for any other; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(OwnPhrases, import_module(f"{__name__}.{known}").PHRASES)
