"""The words of the pages behind the links of our messages, one module of data per language.

What the alert itself says already (the title, the button, how reach is told) is taken from there,
so that the page a person lands on sounds like the message they come from.
"""

from __future__ import annotations

from importlib import import_module
from typing import TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.domain.link import FollowUpAnswer

DEFAULT_LANGUAGE = "en"


class AckPhrases(TypedDict):
    """One language's words. Names in braces are filled in."""

    waiting: str
    unchanged: str

    done_title: str
    done: str
    next_heading: str
    next_reply: str
    next_record: str
    next_check: str
    next_lapse: str

    taken_title: str
    closed_title: str
    earlier_title: str
    used_title: str
    used_own_title: str
    expired_title: str
    expired: str
    unknown_title: str
    unknown: str
    busy_title: str
    busy: str
    choose_title: str
    choose: str
    moved_on_title: str
    expired_answer: str
    next_customer: str
    next_silence: str
    answered_title: dict[FollowUpAnswer, str]
    answered: dict[FollowUpAnswer, str]
    """What came of each answer, with `{who}` where it is said who gave it."""

    standing: dict[str, str]
    """How the case stands: `nobody`, `somebody` (with `{who}`), `at_work` where it is
    not on record who, and the states in which nothing is left to take on."""

    to_status: str


def ack_phrases_in(language: str) -> AckPhrases:
    """English for any language but the seven; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(AckPhrases, import_module(f"{__name__}.{known}").PHRASES)
