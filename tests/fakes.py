"""The ports in memory: what `adapters` promise, kept to the letter, conditional writes included.

Where somebody else is to be faster, a test hooks in: `FakeCases.before` is called at each save
before it is judged, `FakeNotifier.meanwhile` while a message is handed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from earshot.domain.case import CLOSED, LIVE, Attached, Case, FollowUp, Outbox, State
from earshot.domain.errors import ConfigurationError, ConflictError
from earshot.domain.impact import AuthorHistory, usual_pace
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.domain.policy import Channel
from earshot.domain.polling import Novelty, Poll, Seen, is_due, spread
from earshot.ports import CaseFilter, Lease, Once, Token, TokenUse

OUTBOX_PATIENCE = timedelta(seconds=60)


@dataclass
class FakeClock:
    """Stands still until it is told to go on."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def advance(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class _Reading:
    fence: int = 0
    leased_until: datetime | None = None
    poll: Poll | None = None
    seen: Seen = field(default_factory=dict)


@dataclass
class FakePolls:
    readings: dict[str, _Reading] = field(default_factory=dict)

    def due(self, keys: Sequence[str], now: datetime) -> list[str]:
        def waits(reading: _Reading) -> bool:
            next_at = reading.poll.next_at if reading.poll else None
            return not is_due(next_at, reading.leased_until, now)

        return [key for key in keys if key not in self.readings or not waits(self.readings[key])]

    def lease(self, key: str, now: datetime, until: datetime) -> Lease | None:
        reading = self.readings.setdefault(key, _Reading())
        if reading.leased_until is not None and reading.leased_until > now:
            return None
        reading.fence += 1
        reading.leased_until = until
        return Lease(key=key, fence=reading.fence, poll=reading.poll, seen=dict(reading.seen))

    def release(self, lease: Lease, poll: Poll, seen: Seen) -> None:
        reading = self.readings[lease.key]
        if reading.fence != lease.fence:
            raise ConflictError("the fence has moved")
        reading.leased_until, reading.poll, reading.seen = None, poll, dict(seen)

    def read(self, keys: Sequence[str]) -> dict[str, Poll]:
        found = ((key, self.readings[key].poll) for key in keys if key in self.readings)
        return {key: poll for key, poll in found if poll is not None}


@dataclass
class FakeMentions:
    """`saved` lists every write that was taken, as the table's stream would tell of it."""

    kept: dict[tuple[str, str], Found] = field(default_factory=dict)
    expiries: dict[tuple[str, str], datetime] = field(default_factory=dict)
    saved: list[Found] = field(default_factory=list)

    def save(self, found: Found, novelty: Novelty, expires_at: datetime) -> bool:
        key = (found.brand, found.mention.id)
        before = self.kept.get(key)
        if before is not None and not _supersedes(found, before, novelty):
            return False
        self.kept[key] = found
        self.expiries[key] = expires_at
        self.saved.append(found)
        return True

    def get(self, brand: str, mention_id: str) -> Found | None:
        return self.kept.get((brand, mention_id))


def _supersedes(found: Found, before: Found, novelty: Novelty) -> bool:
    never = datetime.min.replace(tzinfo=UTC)
    edited_at = found.mention.edited_at or never
    known_at = before.mention.edited_at or never
    wider = spread(found.mention) > spread(before.mention)
    return {
        "new": edited_at > known_at or wider,
        "edited": found.read_at > before.read_at and edited_at >= known_at,
        "spreading": wider,
    }[novelty]


@dataclass
class FakeCases:
    deliveries: FakeDeliveries
    kept: dict[str, Case] = field(default_factory=dict)
    belonging: dict[tuple[str, str], tuple[Attached, Found]] = field(default_factory=dict)
    entries: dict[tuple[str, int], Entry] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    saves: list[Case] = field(default_factory=list)
    refiled: list[str] = field(default_factory=list)
    before: Callable[[Case], None] | None = None

    def put(self, case: Case) -> Case:
        """What somebody else wrote."""
        self.kept[case.id] = case
        return case

    def get(self, case_id: str) -> Case | None:
        return self.kept.get(case_id)

    def save(
        self,
        case: Case,
        *,
        replaces_version: int | None,
        spending: TokenUse | None = None,
        once: Once | None = None,
    ) -> None:
        if self.before is not None:
            self.before(case)
        kept = self.kept.get(case.id)
        if (kept.version if kept else None) != replaces_version:
            raise ConflictError("the case is not at that version")
        if once is not None and once.name in self.requests:
            raise ConflictError("the request was carried out")
        if spending is not None:
            self.deliveries.spend(spending)
        if once is not None:
            self.requests[once.name] = once.digest
        self.kept[case.id] = case
        self.saves.append(case)

    def settle(self, case: Case) -> None:
        kept = self.kept.get(case.id)
        if kept is not None and kept.version == case.version:
            self.kept[case.id] = replace(kept, outbox=Outbox())

    def refile(self, case: Case) -> None:
        self.refiled.append(case.id)

    def undelivered(self, now: datetime) -> list[str]:
        waiting = (case for case in self.kept.values() if not case.outbox.empty)
        return [case.id for case in waiting if case.changed_at + OUTBOX_PATIENCE <= now]

    def attach(self, case_id: str, attached: Attached, found: Found) -> None:
        before = self.belonging.get((case_id, attached.mention_id))
        if before is None or before[0].read_at <= attached.read_at:
            self.belonging[case_id, attached.mention_id] = (attached, found)

    def attached(self, case_id: str, mention_id: str) -> Attached | None:
        pair = self.belonging.get((case_id, mention_id))
        return pair[0] if pair else None

    def mentions(self, case_id: str) -> list[tuple[Attached, Found]]:
        pairs = [pair for (owner, _), pair in self.belonging.items() if owner == case_id]
        return sorted(pairs, key=lambda pair: pair[1].mention.created_at)

    def write(self, case_id: str, entry: Entry) -> None:
        self.entries[case_id, entry.number] = entry

    def journal(self, case_id: str) -> list[Entry]:
        return [self.entries[key] for key in sorted(self.entries) if key[0] == case_id]

    def history(self, brand: str, source: str, author_id: str, *, besides: str) -> AuthorHistory:
        earlier = [
            case
            for case in self.kept.values()
            if (case.brand, case.source, case.author.id) == (brand, source, author_id)
            and case.id != besides
        ]
        states = [case.state for case in earlier if case.state != "dismissed"]
        paces = [c.reactions_per_hour for c in earlier if c.reactions_per_hour is not None]
        return AuthorHistory(
            complaints=len(states),
            unresolved=sum(state in LIVE or state == "closed_unanswered" for state in states),
            reactions_per_hour=usual_pace(paces),
        )

    def page(
        self, wanted: CaseFilter, limit: int, after: str | None
    ) -> tuple[list[Case], str | None]:
        order: tuple[State, ...] = (*LIVE, *CLOSED)
        fits = [case for case in self.kept.values() if _fits(case, wanted)]
        fits.sort(key=lambda case: (order.index(case.state), -case.impact.score, case.id))
        start = int(after or 0)
        more = len(fits) > start + limit
        return fits[start : start + limit], str(start + limit) if more else None

    def count(self, state: State, most: int) -> int:
        return min(most, sum(case.state == state for case in self.kept.values()))

    def asked_once(self, name: str) -> str | None:
        return self.requests.get(name)


def _fits(case: Case, wanted: CaseFilter) -> bool:
    asked = (
        (wanted.state, case.state),
        (wanted.brand, case.brand),
        (wanted.source, case.source),
        (wanted.language, case.language),
        (wanted.author, case.author.id),
    )
    return case.impact.score >= wanted.min_impact and all(
        want is None or want == has for want, has in asked
    )


@dataclass
class FakeFollowUps:
    kept: dict[tuple[str, int], FollowUp] = field(default_factory=dict)
    left: list[FollowUp] = field(default_factory=list)

    def put(self, follow_up: FollowUp) -> None:
        self.kept[follow_up.case_id, follow_up.number] = follow_up

    def remove(self, follow_up: FollowUp) -> None:
        gone = self.kept.pop((follow_up.case_id, follow_up.number), None)
        if gone is not None:
            self.left.append(gone)

    def sweep(self, now: datetime) -> int:
        due = [follow_up for follow_up in self.kept.values() if follow_up.due_at <= now]
        for follow_up in due:
            self.remove(follow_up)
        return len(due)


@dataclass
class FakeDeliveries:
    outcomes: dict[tuple[str, str, str, Channel], str | None] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)

    def claim(self, case_id: str, message: str, contact: str, channel: Channel) -> bool:
        outcome = self.outcomes.setdefault((case_id, message, contact, channel), None)
        return outcome is None or not outcome.startswith("sent")

    def settle(
        self, case_id: str, message: str, contact: str, channel: Channel, outcome: str
    ) -> None:
        self.outcomes[case_id, message, contact, channel] = outcome

    def save_token(self, token: Token) -> None:
        self.tokens[token.digest] = token

    def token(self, digest: str) -> Token | None:
        return self.tokens.get(digest)

    def spend(self, use: TokenUse) -> None:
        token = self.tokens.get(use.digest)
        if token is None or token.used_at is not None or token.expires_at <= use.at:
            raise ConflictError("the link is used or expired")
        self.tokens[use.digest] = replace(token, used_at=use.at)


@dataclass
class FakeNotifier:
    """`refusals` by phone number or address; `sent` holds (address, text) in order."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    refusals: dict[str, Exception] = field(default_factory=dict)
    meanwhile: Callable[[], None] | None = None

    def sms(self, phone: str, text: str) -> str:
        return self._hand_over(phone, text)

    def email(self, address: str, subject: str, text: str, html: str) -> str:
        return self._hand_over(address, f"{subject}\n{text}")

    def _hand_over(self, address: str, text: str) -> str:
        if self.meanwhile is not None:
            self.meanwhile()
        if address in self.refusals:
            raise self.refusals[address]
        self.sent.append((address, text))
        return f"m{len(self.sent)}"

    @property
    def reached(self) -> list[str]:
        return [address for address, _ in self.sent]


@dataclass
class FakeEscalations:
    """`started` holds each (case, cycle) once, however often it is asked for."""

    started: list[tuple[str, int]] = field(default_factory=list)
    asked: int = 0

    def start(self, case: Case) -> None:
        self.asked += 1
        if (case.id, case.cycle) not in self.started:
            self.started.append((case.id, case.cycle))


@dataclass
class FakeQueue:
    bodies: list[str] = field(default_factory=list)

    def send(self, bodies: Sequence[str]) -> None:
        self.bodies += bodies


@dataclass
class FakeSecrets:
    kept: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        if name not in self.kept:
            raise ConfigurationError(f"there is no secret {name!r}")
        return self.kept[name]
