"""The words of reminders beside those of `phrases`, one module of data per language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypedDict, cast

from earshot.domain.languages import LANGUAGES
from earshot.text.messages.facts import Duty
from earshot.text.messages.phrases import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from earshot.domain.clocks.policy import ClockName
    from earshot.domain.link import PressedAnswer

ClockNews = Literal["clock_warned", "clock_missed"]


class ReminderPhrases(TypedDict):
    """One language's words. Names in braces are filled in.

    `title` and `ask` say what it is about and what to do, `answers` what the buttons say.
    `clock_title` and `clock` take the place of the title, and say by when, where it is known which
    clock it is.
    """

    language: str
    title: dict[Duty, str]
    ask: dict[Duty, str]
    due: str
    answers: dict[PressedAnswer, str]
    answers_plain: str
    they_wrote: str
    open_answer: str
    question: str
    question_in: str
    reply: str
    why: str
    clock_title: dict[ClockNews, dict[ClockName, str]]
    clock: dict[ClockNews, dict[ClockName, str]]


def reminder_phrases_in(language: str) -> ReminderPhrases:
    """The phrases of one of the seven languages, English for any other; loaded when first asked."""
    known = language if language in LANGUAGES else DEFAULT_LANGUAGE
    return cast(ReminderPhrases, import_module(f"{__name__}.{known}").PHRASES)
