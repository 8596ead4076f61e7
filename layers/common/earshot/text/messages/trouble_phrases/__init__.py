"""The words of letters about sources, one module of data per language."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.domain.trouble import Kind
from earshot.text.messages.phrases import DEFAULT_LANGUAGE


class Words(NamedTuple):
    """What a kind of trouble is called, what may be missed meanwhile, and what to do."""

    label: str
    meaning: str
    to_do: str


class TroublePhrases(TypedDict):
    """One language's words. Names in braces are filled in."""

    language: str
    title: str
    title_over: str
    mark: str
    mark_over: str
    intro: str
    intro_over: str
    kinds: dict[Kind, Words]
    what_it_means: str
    what_to_do: str
    since: str
    from_to: str
    ends: str
    more: str
    secret: str
    over: str
    documentation: str
    open_status: str
    footer: str
    footer_over: str


def trouble_phrases_in(language: str) -> TroublePhrases:
    """The phrases of one of the seven languages, English for any other; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(TroublePhrases, import_module(f"{__name__}.{known}").PHRASES)
