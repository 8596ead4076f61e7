"""Verdicts: what the guard is told about a reply, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from earshot.domain.replies import ReplyRules

Rule = Literal[
    "RIDICULE",
    "ARGUING",
    "BLAMING",
    "PRIVATE_DATA",
    "NO_APOLOGY",
    "NOT_PERSONAL",
    "FALSE_PROMISE",
    "PLATFORM_RULE",
    "POLICY",
    "TONE",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a reply is judged by.

    `language` is the reply's, one of the seven. `severity` is the level (0-4) of the complaint it
    answers, 0 where there is none. `references` are numbers that we ourselves gave out for this
    case. `automated` is a reply that no person reads before it is sent.
    """

    language: str = "en"
    public: bool = True
    source: str | None = None
    complaint: str | None = None
    severity: float = 0.0
    customer_name: str | None = None
    references: tuple[str, ...] = ()
    automated: bool = False
    rules: ReplyRules = field(default_factory=ReplyRules)


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """`start` and `end` index the reply, end exclusive; where something is missing, all of it."""

    start: int
    end: int
    rule: Rule
    explanation: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons` are in the order of the text; `suggestions` say what to write instead."""

    allowed: bool
    reasons: tuple[Reason, ...]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """A fault before it has words: `key` names its explanation, `shown` what that quotes."""

    rule: Rule
    key: str
    start: int
    end: int
    shown: str = ""
