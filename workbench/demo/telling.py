"""What is told: a time in the story, what happened, to what. Only what was observed becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Verb = Literal[
    "found",
    "weighed",
    "no case",
    "alerted",
    "escalated",
    "sms",
    "mail",
    "acknowledged",
    "stopped",
    "grouped",
    "edited",
    "answered",
    "replied",
    "followed up",
    "settled",
    "reopened",
    "source",
    "checked",
]


@dataclass(frozen=True, slots=True, order=True)
class StoryTime:
    """When it is in the story. The system itself runs on the real clock."""

    day: int
    clock: str

    def __str__(self) -> str:
        return f"Day {self.day} {self.clock}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the story. `case_id` is empty where it is about no case."""

    verb: Verb
    text: str
    case_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case as the live view shows it now."""

    language: str
    place: str
    author: str
    impact_score: int
    urgency: str
    state: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the live view keeps in sight. `sources` are (name, error or None)."""

    cases: tuple[CaseLine, ...] = ()
    sources: tuple[tuple[str, str | None], ...] = ()
    sms: int = 0
    mails: int = 0


class Teller(Protocol):
    """Tells it on the terminal."""

    def step(self, text: str) -> None:
        """What is being set up."""
        ...

    def chapter(self, at: StoryTime, title: str) -> None: ...

    def tell(self, at: StoryTime, happening: Happening) -> None: ...

    def show(self, overview: Overview) -> None: ...
