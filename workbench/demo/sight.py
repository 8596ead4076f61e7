"""Sight: looks at the running system from outside, and says what is new.

Cases, journals and sources by the API with a token, messages from the emulator's outboxes, what the
functions logged from its log.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workbench.demo import outboxes
from workbench.demo.function_log import FunctionLog
from workbench.demo.ledger import Ledger
from workbench.demo.outboxes import Message
from workbench.demo.story import handle
from workbench.run.desk import Desk

REMINDERS = ("remind_handler", "ask_customer", "read_answer", "tell_assignee")
MAILED = "by email"
"""Journal entries that are followed by a mail, where it is not asked in the thread."""

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a case's journal."""

    number: int
    at: datetime
    who: str
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCase:
    """A case as the API tells it, with its journal."""

    id: str
    source: str
    language: str
    author: str
    state: str
    urgency: str
    impact_score: int
    reason: str
    excerpt: str
    mention_count: int
    changed_at: str
    journal: tuple[Entry, ...] = ()

    def entries(self, what: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.journal if entry.what == what)

    def has(self, what: str) -> bool:
        return bool(self.entries(what))


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the last look found that the one before had not."""

    entries: tuple[tuple[SeenCase, Entry], ...] = ()
    messages: tuple[Message, ...] = ()


@dataclass(slots=True)
class Sight:
    """What is known of the system now; `look` brings it up to date."""

    desk: Desk
    endpoint: str
    log: FunctionLog
    ledger: Ledger
    cases: dict[str, SeenCase] = field(default_factory=dict)
    sources: dict[str, JsonObject] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)

    def look(self) -> News:
        self.log.read_on()
        messages = []
        for message in outboxes.sent(self.endpoint):
            if message.reference not in self.messages:
                self.messages[message.reference] = message
                self.ledger.enter(message)
                messages.append(message)
        return News(messages=tuple(messages), entries=tuple(self._look_at_cases()))

    def case_by(self, author: str) -> SeenCase | None:
        """The case of an author, of whom the story has one each."""
        return next((c for c in self.cases.values() if handle(c.author) == author), None)

    def alerts(self, case: SeenCase, level: int, contact: str, cycle: int) -> list[Message]:
        """What was sent to the contact for this level, in this opening of the case."""
        wanted = (case.id, cycle, level, contact)
        return [
            self.messages[reference]
            for reference, alert in self.ledger.entries.items()
            if (alert.case_id, alert.cycle, alert.level, alert.contact) == wanted
        ]

    def reminders(self) -> tuple[int, int]:
        """How many follow-ups journals say fell due, and how many mails there are that are no
        alerts, which are theirs."""
        journalled = sum(
            sum(MAILED in entry.why for entry in case.journal if entry.what in REMINDERS)
            for case in self.cases.values()
        )
        return journalled, len(self.messages.keys() - self.ledger.entries.keys())

    def look_at_sources(self) -> dict[str, JsonObject]:
        """By their key, such as `orvandel/hackernews/1f3a5c7e`."""
        self.sources = {str(each["key"]): each for each in self.desk.get("/sources")["sources"]}
        return self.sources

    def told(self) -> str:
        """All of it in a line, for whoever has to find out why something did not happen."""
        cases = "; ".join(
            f"{case.author}: {case.state}, impact {case.impact_score},"
            f" {'/'.join(entry.what for entry in case.journal)}"
            for case in self.cases.values()
        )
        errors = set(self.log.errors())
        return (
            f"{len(self.messages)} messages; cases: {cases or 'none'};"
            f" errors logged: {', '.join(sorted(errors)) or 'none'}"
        )

    def _look_at_cases(self) -> Iterator[tuple[SeenCase, Entry]]:
        for told in self.desk.get("/cases", limit=100)["cases"]:
            before = self.cases.get(told["id"])
            if before is not None and before.changed_at == told["changed_at"]:
                continue
            known = before.journal if before else ()
            entries = tuple(self._journal(told["id"]))
            case = _case(told, entries)
            self.cases[case.id] = case
            yield from ((case, entry) for entry in entries[len(known) :])

    def _journal(self, case_id: str) -> Iterator[Entry]:
        for entry in self.desk.get(f"/cases/{case_id}/journal")["entries"]:
            yield Entry(
                number=entry["number"],
                at=datetime.fromisoformat(entry["at"]),
                who=entry["who"],
                what=entry["what"],
                why=entry["why"],
            )


def _case(told: JsonObject, journal: tuple[Entry, ...]) -> SeenCase:
    return SeenCase(
        id=told["id"],
        source=told["source"],
        language=told["language"],
        author=told["author"]["name"],
        state=told["state"],
        urgency=told["urgency"],
        impact_score=told["impact"]["score"],
        reason=told["impact"]["reason"],
        excerpt=told["excerpt"],
        mention_count=told["mention_count"],
        changed_at=told["changed_at"],
        journal=journal,
    )
