"""Plays: what the beats do, and how they wait for what must come of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from earshot.adapters.store.mentions import TableMentions
from earshot.domain.mention import Mention
from workbench.demo.expecting import BeatFailedError, until
from workbench.demo.minutes import Minutes
from workbench.demo.outboxes import Message
from workbench.demo.overview import overview
from workbench.demo.record import Record
from workbench.demo.sight import JsonObject, SeenCase, Sight
from workbench.demo.story import BRAND, PLACE_OF, PLACES, Place, Post, handle
from workbench.demo.telling import Happening, StoryTime, Teller, Verb
from workbench.demo.wording import entry_told, level_of, message_told
from workbench.demo.world import ACCOUNT, World
from workbench.run.desk import Desk

T = TypeVar("T")

WITHIN_SECONDS = 30.0
"""How long the system may take for what it does at once. That is about a second; a few cold starts
on a machine that is busy elsewhere take many."""

INTERVAL_SECONDS = 0.6
"""After how long a source is due again: the demo's second, less what Earshot allows schedules."""

LONGEST_BACKOFF_SECONDS = 60.0
"""How long a source that failed a few times may be left alone before it is tried again."""


@dataclass(slots=True)
class Play:
    """A story under way: the world it changes, the system that hears of it, and what was seen."""

    world: World
    minutes: Minutes
    desk: Desk
    sight: Sight
    teller: Teller
    mentions: TableMentions
    keys: dict[Place, str]
    record: Record = field(default_factory=Record)
    down: set[Place] = field(default_factory=set)
    next_poll_at: float = 0.0
    untold: list[Message] = field(default_factory=list)
    at: StoryTime = field(default_factory=lambda: StoryTime(1, "08:00"))
    beat: str = ""

    @contextmanager
    def scene(self, day: int, clock: str, beat: str) -> Iterator[None]:
        """One beat, at its time in the story."""
        self.at, self.beat = StoryTime(day, clock), beat
        self.teller.chapter(self.at, beat)
        began = time.monotonic()
        yield
        self.look()
        self.record.beats.append((beat, time.monotonic() - began))

    # What happens.

    def publish(self, post: Post) -> str:
        """Somebody writes; returns the mention's id, by which the functions log it."""
        self.record.published_at[post.author] = datetime.now(UTC)
        self.record.polls_to_alert[post.author] = 0
        return self.world.publish(post)

    def poll(self) -> None:
        """The minute's poll: every source that is not known to be down is read, once."""
        time.sleep(max(0.0, self.next_poll_at - time.monotonic()))
        began_at = datetime.now(UTC)
        for author in self.record.polls_to_alert:
            case = self.sight.case_by(author)
            if case is None or not case.has("alert"):
                self.record.polls_to_alert[author] += 1
        self.minutes.poll()
        for place in self.keys.keys() - self.down:
            self.read_since(place, began_at)
        self.next_poll_at = time.monotonic() + INTERVAL_SECONDS

    def remind(self) -> None:
        """The minute's sweep of follow-ups."""
        self.minutes.remind()

    def stored(self, mention_id: str) -> Mention:
        """The mention as it lies in the table."""
        found = self.mentions.get(BRAND, mention_id)
        if found is None:
            raise self.refused(f"the mention {mention_id} in the table")
        return found.mention

    # What is seen.

    def look(self) -> None:
        """Looks once, and tells whatever is new."""
        news = self.sight.look()
        for case, entry in news.entries:
            place = PLACES[PLACE_OF[handle(case.author)]]
            for happening in entry_told(case, entry, place):
                self.teller.tell(self.at, happening)
        self.untold += news.messages
        self.untold = [message for message in self.untold if not self._told(message)]
        self.teller.show(overview(self.sight, self.keys))

    def _told(self, message: Message) -> bool:
        """Tells a message, but not before the journal says why it was sent."""
        alert = self.sight.ledger.entries.get(message.reference)
        case = self.sight.cases.get(alert.case_id) if alert else None
        levels = map(level_of, case.entries("alert")) if case else ()
        if alert is not None and alert.level not in levels:
            return False
        self.teller.tell(self.at, message_told(message))
        return True

    def tell(self, verb: Verb, text: str) -> None:
        """A line that a beat has seen for itself."""
        self.teller.tell(self.at, Happening(verb=verb, text=text))

    def expect(
        self, what: str, look: Callable[[], T | None], within_seconds: float = WITHIN_SECONDS
    ) -> T:
        """Waits for it, and tells what is new meanwhile; the beat fails when it does not come."""

        def looked() -> T | None:
            self.look()
            return look()

        return until(looked, within_seconds=within_seconds, refused=lambda: self.refused(what))

    def require(self, what: str, *, holds: bool) -> None:
        """What must be so now."""
        if not holds:
            raise self.refused(what)

    def refused(self, expected: str) -> BeatFailedError:
        return BeatFailedError(self.beat, expected, self.sight.told())

    # What most beats wait for.

    def case(self, post: Post, what: str, holds: Callable[[SeenCase], object]) -> SeenCase:
        """The post's case, once it is as it should be."""

        def found() -> SeenCase | None:
            case = self.sight.case_by(post.author)
            return case if case is not None and holds(case) else None

        return self.expect(f"the case of {post.author}: {what}", found)

    def alert(
        self, post: Post, level: int, contact: str, cycle: int = 1
    ) -> tuple[Message, Message]:
        """The SMS and the mail of an alert, once both were sent and the journal says so."""

        def found() -> tuple[Message, Message] | None:
            case = self.sight.case_by(post.author)
            if case is None or level not in map(level_of, case.entries("alert")):
                return None
            by = {m.channel: m for m in self.sight.alerts(case, level, contact, cycle)}
            return (by["sms"], by["email"]) if len(by) == 2 else None

        what = f"{contact} (level {level}) to be told of {post.author} by SMS and mail"
        return self.expect(what, found)

    def read_since(self, place: Place, moment: datetime) -> JsonObject:
        """The source's health by the API, once it was read successfully after the moment."""

        def found() -> JsonObject | None:
            health = self.sight.look_at_sources()[self.keys[place]]
            at = health["last_success_at"]
            return health if at and datetime.fromisoformat(at) > moment else None

        return self.expect(f"{PLACES[place]} to be read", found)

    def health(self, place: Place, *, well: bool) -> JsonObject:
        """The source's health by the API, once it is well, or not; polls until it is well."""

        def found() -> JsonObject | None:
            health = self.sight.look_at_sources()[self.keys[place]]
            if (health["error"] is None) == well:
                return health
            if well:
                self.poll()
            return None

        state = "well" if well else "known to be failing"
        return self.expect(f"{PLACES[place]} to be {state}", found, LONGEST_BACKOFF_SECONDS)

    def reminder(self, post: Post, what: str, to: str) -> Message:
        """The mail of a follow-up that fell due; sweeps while it waits."""

        def found() -> Message | None:
            self.remind()
            case = self.sight.case_by(post.author)
            if case is None or not case.has(what):
                return None
            alerts = self.sight.ledger.entries
            mails = (m for m in self.sight.messages.values() if m.reference not in alerts)
            return next((m for m in mails if m.to == to and case.id in m.text), None)

        return self.expect(f"{to} to be reminded of {post.author}", found)

    def said(self, post: Post, kind: str, times: int = 1) -> str:
        """What the brand's account wrote to the post's author, as it stands in the thread, once the
        case knows of it; sweeps while it waits."""

        def found() -> str | None:
            self.remind()
            case = self.sight.case_by(post.author)
            if case is None:
                return None
            replies = self.desk.get(f"/cases/{case.id}")["replies"]
            sent = [r for r in replies if r["kind"] == kind and r["state"] == "sent"]
            texts = [status.text for status in self.world.said_to(post)]
            if len(sent) < times or not any(sent[-1]["text"] in text for text in texts):
                return None
            return str(sent[-1]["text"])

        text = self.expect(f"{post.author} to be told: {kind}", found)
        self.tell("replied", f"@{ACCOUNT} to {post.author} ({post.language}): “{text}”")
        return text
