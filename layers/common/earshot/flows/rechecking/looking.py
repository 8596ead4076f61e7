"""Looking: what a second look takes, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from earshot.domain.asking import Session
from earshot.domain.case import Case
from earshot.domain.configuration import Configuration, Pair
from earshot.domain.cursor import Query
from earshot.domain.mention import Found
from earshot.domain.rechecking import buried
from earshot.flows.keeping import Keeping
from earshot.ports import Agenda, Cases, Clock, Due, Http, Mentions, Polls, Source, Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecking:
    """Everything that rechecking takes. `query` is what a pair asks with, from that moment on;
    `session_for` its session, None where its source needs none."""

    configuration: Configuration
    agenda: Agenda
    turns: Turns
    cases: Cases
    mentions: Mentions
    polls: Polls
    http: Http
    source: Callable[[str], Source]
    query: Callable[[Pair, datetime], Query]
    session_for: Callable[[Pair], Session | None]
    clock: Clock

    @property
    def keeping(self) -> Keeping:
        return Keeping(configuration=self.configuration, mentions=self.mentions, clock=self.clock)


@dataclass(slots=True)
class Entry:
    """What is due, while it is dealt with: the mentions that it is about, each with the pair that
    asks for it, and how that went.

    `is_left`: nobody got to ask, it stays due. `is_spoilt`: the question failed. `is_untold`: the
    answer left some of it out. `is_settled`: it was written anew, and with it when it is due.
    """

    due: Due
    confirmed_at: datetime
    asked: list[tuple[Pair, Found]]
    case: Case | None = None
    said: dict[str, Found] = field(default_factory=dict)
    is_left: bool = False
    is_spoilt: bool = False
    is_untold: bool = False
    is_settled: bool = False


def bury(found: Found, why: str, now: datetime, rechecking: Rechecking) -> None:
    """Leaves only the mark that it was there. The stream carries it on to the case."""
    kept = timedelta(seconds=rechecking.configuration.retention.mentions_seconds)
    rechecking.mentions.bury(buried(found, why, now), now + kept)
