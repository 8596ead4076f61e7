"""The ports in memory: what `adapters` promise, kept to the letter, conditional writes included.

Where somebody else is to be faster, a test hooks in: `FakeCases.before` is called at each save
before it is judged, `FakeNotifier.meanwhile` while a message is handed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from earshot.domain.alarm import KEPT, Alarm
from earshot.domain.alerts.desk import Desk
from earshot.domain.alerts.notice import Notice
from earshot.domain.asking import Session
from earshot.domain.case import CLOSED, LIVE, Answer, Attached, Case, FollowUp, Outbox, State
from earshot.domain.clocks.reporting import Decided
from earshot.domain.contact import Contact
from earshot.domain.errors import ConfigurationError, ConflictError
from earshot.domain.impact import AuthorHistory, usual_pace
from earshot.domain.journal import Entry
from earshot.domain.mention import Found
from earshot.domain.policy import Channel
from earshot.domain.polling import Novelty, Poll, Seen, is_due, spread
from earshot.domain.rechecking import Asked, order_of
from earshot.domain.signing import SignIns
from earshot.ports import (
    CaseFilter,
    Due,
    Kept,
    Lease,
    Once,
    Seat,
    SignInClaim,
    Token,
    TokenUse,
    Turn,
)

NEVER = datetime.max.replace(tzinfo=UTC)
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
    next_at: datetime | None = None
    poll: Poll | None = None
    seen: Seen = field(default_factory=dict)


@dataclass
class FakePolls:
    """`limits` by credential."""

    readings: dict[str, _Reading] = field(default_factory=dict)
    limits: dict[str, datetime] = field(default_factory=dict)

    def due(self, keys: Sequence[str], now: datetime, credentials: Mapping[str, str]) -> list[str]:
        def waits(key: str) -> bool:
            reading = self.readings.get(key, _Reading())
            limit = self.limits.get(credentials.get(key, ""), now)
            return limit > now or not is_due(reading.next_at, reading.leased_until, now)

        return [key for key in keys if not waits(key)]

    def lease(
        self, key: str, now: datetime, until: datetime, again_at: datetime | None = None
    ) -> Lease | None:
        reading = self.readings.setdefault(key, _Reading())
        if not is_due(reading.next_at, reading.leased_until, now):
            return None
        reading.fence += 1
        reading.leased_until, reading.next_at = until, again_at or now
        return Lease(key=key, fence=reading.fence, poll=reading.poll, seen=dict(reading.seen))

    def release(self, lease: Lease, poll: Poll, seen: Seen) -> None:
        reading = self.readings[lease.key]
        if reading.fence != lease.fence:
            raise ConflictError("the fence has moved")
        reading.leased_until, reading.poll, reading.seen = None, poll, dict(seen)
        reading.next_at = poll.next_at

    def read(self, keys: Sequence[str]) -> dict[str, Poll]:
        found = ((key, self.readings[key].poll) for key in keys if key in self.readings)
        return {key: poll for key, poll in found if poll is not None}

    def limit(self, credential: str, until: datetime) -> None:
        self.limits[credential] = max(until, self.limits.get(credential, until))

    def limited(self, credentials: Sequence[str]) -> dict[str, datetime]:
        return {name: self.limits[name] for name in credentials if name in self.limits}


@dataclass
class _Signing:
    fence: int = 0
    claimed_until: datetime | None = None
    sign_ins: SignIns = field(default_factory=SignIns)


@dataclass
class FakeSignInClaims:
    kept: dict[str, _Signing] = field(default_factory=dict)

    def claim(self, credential: str, now: datetime, until: datetime) -> SignInClaim | None:
        signing = self.kept.setdefault(credential, _Signing())
        if not is_due(signing.sign_ins.not_before, signing.claimed_until, now):
            return None
        signing.fence += 1
        signing.claimed_until = until
        return SignInClaim(credential, signing.fence, signing.sign_ins)

    def standing(self, credential: str) -> SignIns:
        return self.kept.get(credential, _Signing()).sign_ins

    def settle(self, claim: SignInClaim, now_is: SignIns) -> None:
        signing = self.kept[claim.credential]
        if signing.fence == claim.fence:
            signing.sign_ins, signing.claimed_until = now_is, None


@dataclass
class FakeSessions:
    kept: dict[str, Session] = field(default_factory=dict)

    def get(self, credential: str) -> Session | None:
        return self.kept.get(credential)

    def put(self, credential: str, session: Session) -> None:
        self.kept[credential] = session


@dataclass
class FakeMentions:
    """`saved` lists every write that was taken, as the table's stream would tell of it; `rechecks`
    is when each is on the agenda, `looked_at` when it was last confirmed by a second look."""

    kept: dict[tuple[str, str], Found] = field(default_factory=dict)
    expiries: dict[tuple[str, str], datetime] = field(default_factory=dict)
    saved: list[Found] = field(default_factory=list)
    rechecks: dict[tuple[str, str], datetime] = field(default_factory=dict)
    looked_at: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def save(
        self,
        found: Found,
        novelty: Novelty,
        expires_at: datetime,
        recheck_at: datetime | None = None,
    ) -> bool:
        key = (found.brand, found.mention.id)
        before = self.kept.get(key)
        if before is not None and not _supersedes(found, before, novelty):
            return False
        self._write(key, found, expires_at)
        if recheck_at is not None:
            self.rechecks[key] = recheck_at
        return True

    def bury(self, gone: Found, expires_at: datetime) -> bool:
        before = self.kept.get((gone.brand, gone.id))
        if before is not None and before.gone is not None:
            return False
        self._write((gone.brand, gone.id), gone, expires_at)
        return True

    def get(self, brand: str, mention_id: str) -> Found | None:
        return self.kept.get((brand, mention_id))

    def _write(self, key: tuple[str, str], found: Found, expires_at: datetime) -> None:
        self.kept[key] = found
        self.expiries[key] = expires_at
        self.rechecks.pop(key, None)
        self.looked_at.pop(key, None)
        self.saved.append(found)


def _supersedes(found: Found, before: Found, novelty: Novelty) -> bool:
    if before.gone is not None:
        return before.gone.at < found.read_at - timedelta(days=1)
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
    answered: dict[tuple[str, str], Answer] = field(default_factory=dict)
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

    def several(self, case_ids: Sequence[str]) -> dict[str, Case]:
        return {case_id: self.kept[case_id] for case_id in case_ids if case_id in self.kept}

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

    def said(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        return self.mentions(case_id)[:most]

    def keep_answer(self, case_id: str, answer: Answer) -> None:
        self.answered[case_id, answer.mention_id] = answer

    def answers(self, case_id: str, most: int) -> list[Answer]:
        return [a for (owner, _), a in self.answered.items() if owner == case_id][:most]

    def has_answer(self, case_id: str, mention_id: str) -> bool:
        return (case_id, mention_id) in self.answered

    def mentions(self, case_id: str) -> list[tuple[Attached, Found]]:
        pairs = [pair for (owner, _), pair in self.belonging.items() if owner == case_id]
        return sorted(pairs, key=lambda pair: pair[1].mention.created_at)

    def write(self, case_id: str, entry: Entry) -> None:
        self.entries[case_id, entry.number] = entry

    def journal(self, case_id: str) -> list[Entry]:
        return [self.entries[key] for key in sorted(self.entries) if key[0] == case_id]

    def journalled(self, case_id: str, behind: int, most: int) -> list[Entry]:
        return [e for e in self.journal(case_id) if behind < e.number <= behind + most]

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
class FakeAgenda:
    """`cases` are the entries of cases: (list, due, confirmed)."""

    mentions: FakeMentions
    cases: dict[str, tuple[str, datetime, datetime]] = field(default_factory=dict)

    def waiting(self, orders: Sequence[str], now: datetime) -> list[str]:
        return [order for order in orders if self.due(order, now, 1)]

    def due(self, order: str, now: datetime, most: int) -> list[Due]:
        alone = [
            Due(order=order, due_at=at, mention=key)
            for key, at in self.mentions.rechecks.items()
            if order_of(self.mentions.kept[key].watch, self.mentions.kept[key].mention.source)
            == order
        ]
        of_cases = [
            Due(order=listed, due_at=at, case_id=case_id)
            for case_id, (listed, at, _) in self.cases.items()
            if listed == order
        ]
        dues = [due for due in (*alone, *of_cases) if due.due_at <= now]
        return sorted(dues, key=lambda due: due.due_at)[:most]

    def kept(self, dues: Sequence[Due], now: datetime) -> list[Kept]:
        return [self._kept(due, now) for due in dues if self._is_current(due)]

    def put(self, case: Case, at: datetime) -> None:
        order = order_of(case.watch, case.source)
        confirmed_at = self.cases.get(case.id, (order, at, case.changed_at))[2]
        self.cases[case.id] = (order, at, confirmed_at)

    def put_off(self, due: Due, until: datetime, confirmed_at: datetime | None = None) -> None:
        if not self._is_current(due):
            return
        if due.mention is not None:
            self.mentions.rechecks[due.mention] = until
            if confirmed_at is not None:
                self.mentions.looked_at[due.mention] = confirmed_at
        elif due.case_id is not None:
            order, _, before = self.cases[due.case_id]
            self.cases[due.case_id] = (order, until, confirmed_at or before)

    def strike(self, due: Due) -> None:
        if self._is_current(due):
            self.mentions.rechecks.pop(due.mention or ("", ""), None)
            self.cases.pop(due.case_id or "", None)

    def _is_current(self, due: Due) -> bool:
        if due.mention is not None:
            return self.mentions.rechecks.get(due.mention) == due.due_at
        return due.case_id in self.cases and self.cases[due.case_id][1] == due.due_at

    def _kept(self, due: Due, now: datetime) -> Kept:
        if due.mention is None:
            return Kept(due=due, confirmed_at=self.cases[due.case_id or ""][2])
        found = self.mentions.kept[due.mention]
        return Kept(
            due=due,
            confirmed_at=self.mentions.looked_at.get(due.mention, found.read_at),
            found=found,
            has_expired=self.mentions.expiries[due.mention] <= now,
        )


@dataclass
class FakeTurns:
    """By credential: what was asked, and until when it is taken."""

    asked: dict[str, Asked] = field(default_factory=dict)
    taken: dict[str, datetime] = field(default_factory=dict)
    fences: dict[str, int] = field(default_factory=dict)

    def take(self, credential: str, now: datetime, until: datetime) -> Turn | None:
        if self.taken.get(credential, now) > now:
            return None
        self.taken[credential] = until
        self.fences[credential] = self.fences.get(credential, 0) + 1
        return Turn(credential, self.fences[credential], self.asked.get(credential))

    def note(self, turn: Turn, asked: Asked) -> None:
        if self.fences[turn.credential] != turn.fence:
            raise ConflictError("the fence has moved")
        self.asked[turn.credential] = asked

    def give_back(self, turn: Turn, asked: Asked) -> None:
        self.note(turn, asked)
        del self.taken[turn.credential]


@dataclass
class FakeLoads:
    """The versions that were noted last; `asked` are whose cases were looked up."""

    noted: dict[str, Case] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def note(self, case: Case) -> None:
        known = self.noted.get(case.id, case)
        if (known.opened_at, known.version) <= (case.opened_at, case.version):
            self.noted[case.id] = case

    def of(self, contact: str, most: int) -> frozenset[str]:
        self.asked.append(contact)
        theirs = [c.id for c in self.noted.values() if c.state in LIVE and c.holder == contact]
        return frozenset(theirs[:most])


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
class FakeDecidedClocks:
    """By case and day."""

    kept: dict[tuple[str, date], tuple[Decided, ...]] = field(default_factory=dict)

    def keep(self, case: Case, day: date, decided: Sequence[Decided], now: datetime) -> None:
        self.kept[case.id, day] = tuple(decided)

    def latest(self, since: date, now: datetime, most: int) -> tuple[list[Decided], bool]:
        return [one for (_, day), all_ in self.kept.items() if day >= since for one in all_], False


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
class FakeDesks:
    """`seated` are contacts at whose desks somebody else works."""

    desks: dict[str, Desk] = field(default_factory=dict)
    notices: dict[str, Notice] = field(default_factory=dict)
    done: dict[str, Notice] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], str] = field(default_factory=dict)
    looks: dict[str, datetime] = field(default_factory=dict)
    seated: set[str] = field(default_factory=set)
    fences: Counter[str] = field(default_factory=Counter)
    called: Counter[str] = field(default_factory=Counter)

    def post(self, notice: Notice, now: datetime) -> None:
        self.looks[notice.contact] = now
        self.called[notice.contact] += 1
        self.notices.setdefault(notice.id, notice)

    def take(self, contact: str, now: datetime, until: datetime) -> Seat | None:
        if contact in self.seated:
            return None
        self.seated.add(contact)
        self.fences[contact] += 1
        desk = self.desks.get(contact) or Desk(contact=contact)
        return Seat(contact, self.fences[contact], self.called[contact], desk)

    def waiting(self, contact: str, most: int, after: str = "") -> list[Notice]:
        there = [notice for notice in self.notices.values() if notice.contact == contact]
        return [each for each in sorted(there, key=lambda each: each.id) if each.id > after][:most]

    def told(self, notices: Sequence[Notice]) -> frozenset[str]:
        return frozenset(notice.id for notice in notices if notice.id in self.done)

    def note(self, seat: Seat, desk: Desk, until: datetime) -> None:
        if self.fences[seat.contact] != seat.fence:
            raise ConflictError("somebody else sits there")
        self.desks[seat.contact] = desk

    def remember(
        self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime
    ) -> None:
        for notice in notices:
            self.done[notice.id] = notice
            self.notices.pop(notice.id, None)
        self.failed(notices, outcomes, now)

    def failed(self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime) -> None:
        for notice in notices:
            self.outcomes |= {(notice.id, channel): what for channel, what in outcomes.items()}

    def clear(self, notices: Sequence[Notice]) -> None:
        for notice in notices:
            self.notices.pop(notice.id, None)

    def give_back(self, seat: Seat, desk: Desk, look_at: datetime | None) -> None:
        self.note(seat, desk, self.looks.get(seat.contact, NEVER))
        self.seated.discard(seat.contact)
        if self.called[seat.contact] != seat.called:
            return
        if look_at is None:
            self.looks.pop(seat.contact, None)
        else:
            self.looks[seat.contact] = look_at

    def due(self, now: datetime, most: int) -> list[str]:
        return [contact for contact, look_at in self.looks.items() if look_at <= now][:most]

    def told_notice(self, notice_id: str) -> Notice | None:
        return self.done.get(notice_id)


@dataclass
class FakeFiring:
    kept: dict[str, dict[str, str]] = field(default_factory=dict)

    def put(self, alert: str, labels: dict[str, str], now: datetime) -> None:
        self.kept[alert] = labels

    def remove(self, alert: str) -> None:
        self.kept.pop(alert, None)

    def all(self) -> dict[str, dict[str, str]]:
        return dict(self.kept)


@dataclass
class FakeReceipts:
    """`kept` are what was handed over: reference, contact, channel, ids of the notices."""

    kept: list[tuple[str, str, str, tuple[str, ...]]] = field(default_factory=list)

    def keep(
        self,
        reference: str,
        contact: Contact,
        channel: Channel,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        ids = tuple(notice.id for notice in notices)
        self.kept.append((reference, contact.name, channel, ids))


@dataclass
class FakeAddresses:
    """`bad` are channels by contact to which nothing arrives."""

    bad: dict[str, frozenset[str]] = field(default_factory=dict)

    def failing(self, contact: Contact, now: datetime) -> frozenset[str]:
        return self.bad.get(contact.name, frozenset())


@dataclass
class FakeBudget:
    left: int = 1_000

    def take(self, calls: int, now: datetime) -> bool:
        if calls > self.left:
            return False
        self.left -= calls
        return True


@dataclass
class FakeTroubles:
    """`letters` by name: what became of each. `before` is called at each save."""

    kept: dict[str, Alarm] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    before: Callable[[str], None] | None = None

    def read(self, keys: Sequence[str], now: datetime) -> dict[str, Alarm]:
        return {
            key: alarm
            for key in keys
            if (alarm := self.kept.get(key)) is not None and alarm.kept_at + KEPT > now
        }

    def save(self, key: str, alarm: Alarm, replaces_version: int | None, now: datetime) -> bool:
        if self.before is not None:
            self.before(key)
        kept = self.kept.get(key)
        if kept is not None and replaces_version is None and kept.kept_at + KEPT <= now:
            kept = None
        if (kept.version if kept else None) != replaces_version:
            return False
        self.kept[key] = alarm
        return True

    def is_told(self, letter: str) -> bool:
        return letter in self.letters

    def told(self, letter: str, outcome: str, now: datetime) -> None:
        self.letters[letter] = outcome


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

    def chat(self, url_secret: str, title: str, text: str) -> str:
        return self._hand_over(url_secret, f"{title}\n{text}")

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
    """`started` holds each (case, cycle) once for each of its executions, however often they are
    asked for."""

    started: list[tuple[str, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    asked: int = 0

    def start(self, case: Case) -> None:
        self.asked += 1
        if case.execution not in self.names:
            self.names.add(case.execution)
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
