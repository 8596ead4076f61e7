"""The words of every message, one module of data per language."""

from __future__ import annotations

from importlib import import_module
from typing import TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.facts import Held

DEFAULT_LANGUAGE = "en"


class Phrases(TypedDict):
    """One language's words. Names in braces are filled in; everything else is shown as it is."""

    language: str
    urgency: dict[str, str]
    title: dict[str, str]
    level: str
    sms_take: str
    sms_take_by: str
    sms_lapsed: str
    sms_held: str
    sms_waits: str
    level_note: str
    repeat_note: str
    lapsed_note: str
    held_note: str
    held: dict[Held, str]

    acknowledge_by: str
    acknowledge_soon: str
    waits: str
    waits_until: str
    acknowledge_why: str
    acknowledge_button: str
    link_plain: str
    link_note: str

    said: str
    follower_one: str
    follower_other: str
    reach_unknown: str
    gone: str
    """In place of what was said, where nothing of it is left."""
    someone: str
    written_in: dict[str, str]
    sources: dict[str, str]
    link_mark: str
    open_original: str
    open_case: str

    why_score: str
    contributions: dict[str, tuple[str, str]]
    """Name -> (label, meaning), with `{reach}` and `{history}` filled in. An empty meaning leaves
    the floor to the sentence that the contribution brings with it, which is in English."""

    author_known: str
    earlier_none: str
    earlier_one: str
    earlier_other: str
    unsettled_none: str
    unsettled_one: str
    unsettled_other: str

    case_opened: str
    footer: str

    weekdays: tuple[str, ...]
    weekday_letters: int
    """How many of a weekday's letters are enough, as people shorten it."""
    months: tuple[str, ...]
    date: str
    first_of_month: str
    thousands: str
    zero_is_singular: bool
    colon: str


def phrases_in(language: str) -> Phrases:
    """The phrases of one of the seven languages, English for any other; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(Phrases, import_module(f"{__name__}.{known}").PHRASES)
