"""Where cases are kept, what belongs to them, and what people look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from earshot.domain.alerts.feedback import Delivery
    from earshot.domain.case import Answer, Attached, Case, FollowUp, State
    from earshot.domain.clocks.reporting import Decided
    from earshot.domain.impact import AuthorHistory
    from earshot.domain.journal import Entry
    from earshot.domain.mention import Found
    from earshot.domain.standing import EarlierCase, Standing


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What `cases` to list; None asks for all."""

    state: State | None = None
    brand: str | None = None
    source: str | None = None
    language: str | None = None
    author: str | None = None
    min_impact: int = 0


@dataclass(frozen=True, slots=True)
class Once:
    """A request that is carried out once: its `name`, and a `digest` of what it asked for."""

    name: str
    digest: str


class Cases(Protocol):
    """Where cases are kept, with their mentions and journals."""

    def get(self, case_id: str) -> Case | None: ...

    def several(self, case_ids: Sequence[str]) -> dict[str, Case]:
        """Those of them that there are, by their id."""
        ...

    def save(
        self,
        case: Case,
        *,
        replaces_version: int | None,
        spending: TokenUse | None = None,
        once: Once | None = None,
    ) -> None:
        """Writes the case with its outbox; ConflictError where it is not at that version.

        `replaces_version` None opens it. With `spending`, the token is used up in the same
        transaction (ConflictError where it is used or expired); with `once`, a second save under
        the same name is a ConflictError.
        """
        ...

    def settle(self, case: Case) -> None:
        """Empties the outbox, unless the case has changed since."""
        ...

    def refile(self, case: Case) -> None:
        """Lets what is kept beside the case expire when it does: with a closed one, never with a
        live one."""
        ...

    def undelivered(self, now: datetime) -> list[str]:
        """Cases whose outbox has waited longer than it should."""
        ...

    def attach(self, case_id: str, attached: Attached, found: Found) -> None: ...

    def attached(self, case_id: str, mention_id: str) -> Attached | None: ...

    def said(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        """Up to `most` of the case's mentions, in no order; those that are gone are among them."""
        ...

    def keep_answer(self, case_id: str, answer: Answer) -> None: ...

    def answers(self, case_id: str, most: int) -> list[Answer]:
        """Up to `most` of the brand's answers in the thread, in no order."""
        ...

    def has_answer(self, case_id: str, mention_id: str) -> bool: ...

    def write(self, case_id: str, entry: Entry) -> None: ...

    def journalled(self, case_id: str, behind: int, most: int) -> list[Entry]:
        """Up to `most` of the journal's entries whose number is above `behind`, in their order."""
        ...

    def history(
        self, brand: str, source: str, author_id: str, *, besides: str
    ) -> AuthorHistory: ...

    def page(
        self, wanted: CaseFilter, limit: int, after: str | None
    ) -> tuple[list[Case], str | None]:
        """Highest impact first within each state, and an opaque cursor where there are more."""
        ...

    def count(self, state: State, most: int) -> int:
        """How many cases are in the state, counted up to `most`."""
        ...

    def asked_once(self, name: str) -> str | None:
        """The digest of the request that was carried out under that name, None where none was."""
        ...


class Lookups(Protocol):
    """What people look at beside single cases. Each read is bounded, whatever the table holds."""

    def standings(self, state: State, most: int) -> tuple[list[Standing], bool]:
        """Cases in the state, highest impact first, and whether there are more than these: at
        least `most` where there are so many."""
        ...

    def next_follow_up(self) -> tuple[str, datetime] | None:
        """The case whose follow-up falls due first of all, and when; looks at clocks are none."""
        ...

    def next_looks(self, most: int) -> tuple[list[FollowUp], bool]:
        """Up to about `most` of the looks at clocks that come next, in order and without a gap,
        and whether there are more."""
        ...

    def earlier(
        self, brand: str, source: str, author_id: str, *, besides: str
    ) -> list[EarlierCase]:
        """The author's latest cases, newest first."""
        ...

    def mentions(self, case_id: str, most: int) -> list[tuple[Attached, Found]]:
        """Up to `most` of the case's mentions, in no order."""
        ...

    def journal(self, case_id: str, most: int) -> list[Entry]:
        """The last entries of the case's journal, oldest first."""
        ...

    def deliveries(self, case_id: str, most: int) -> list[Delivery]:
        """What was sent about the case and to whom, and what became of it: of up to `most` items,
        in no order."""
        ...

    def corrected(
        self, since: datetime, until: datetime, after: str | None, most: int
    ) -> list[tuple[str, str]]:
        """(position, case id) of up to `most` corrections by people from `since` on, oldest first,
        behind the position `after`. UnknownCursorError for a position that is none."""
        ...


class DecidedClocks(Protocol):
    """Where it is kept how the clocks of cases were decided."""

    def keep(self, case: Case, day: date, decided: Sequence[Decided], now: datetime) -> None:
        """Writes what is known now of the case's clocks that started on that day, in place of what
        was known before."""
        ...

    def latest(self, since: date, now: datetime, most: int) -> tuple[list[Decided], bool]:
        """Of clocks that started on `since` or later, of up to about `most` cases and days, latest
        first, and whether there are more."""
        ...


class Loads(Protocol):
    """Which live cases each contact has, routed or given to them."""

    def note(self, case: Case) -> None:
        """Counts the case for whoever has it, and for nobody else; once it is closed for nobody.
        Twice is the same as once, and an older version of the case changes nothing."""
        ...

    def of(self, contact: str, most: int) -> frozenset[str]:
        """The ids of up to `most` of the contact's live cases. What was just noted may be missing
        for a moment."""
        ...


class FollowUps(Protocol):
    """Where dated duties wait."""

    def put(self, follow_up: FollowUp) -> None: ...

    def remove(self, follow_up: FollowUp) -> None: ...

    def sweep(self, now: datetime) -> int:
        """Removes what is due, so that its removal is seen; returns how many."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """What a link in a message stands for; only a hash of the link itself is kept.

    `purpose` is what its message asks (`link.Purpose`); `level` is the alert's, `follow_up` the
    number of the follow-up that it is about, each 0 where it is the other.
    """

    digest: str
    case_id: str
    cycle: int
    level: int
    contact: str
    expires_at: datetime
    used_at: datetime | None = None
    purpose: str = "acknowledge"
    follow_up: int = 0


@dataclass(frozen=True, slots=True)
class TokenUse:
    digest: str
    at: datetime
