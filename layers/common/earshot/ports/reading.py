"""Where it is kept how far sources were read, as whom, and what is to be looked at again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from earshot.domain.asking import Session
    from earshot.domain.case import Case
    from earshot.domain.mention import Found
    from earshot.domain.polling import Novelty, Poll, Seen
    from earshot.domain.rechecking import Asked
    from earshot.domain.signing import SignIns


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to read a pair: whoever holds the highest `fence` may write its poll back."""

    key: str
    fence: int
    poll: Poll | None
    seen: Seen


class Polls(Protocol):
    """Where the readings of watch-source pairs are kept."""

    def due(self, keys: Sequence[str], now: datetime, credentials: Mapping[str, str]) -> list[str]:
        """Those of the keys whose time has come, that nobody reads, and whose credential (by key,
        of those that share one) was not told to wait."""
        ...

    def lease(
        self, key: str, now: datetime, until: datetime, again_at: datetime | None = None
    ) -> Lease | None:
        """None where somebody else holds it, or its time has not come. Should the reading die, the
        pair's next turn is at `again_at`: what it may have asked for counts as asked."""
        ...

    def release(self, lease: Lease, poll: Poll, seen: Seen) -> None:
        """Writes the poll back and gives the lease up. ConflictError where the fence has moved."""
        ...

    def read(self, keys: Sequence[str]) -> dict[str, Poll]: ...

    def limit(self, credential: str, until: datetime) -> None:
        """No pair with this credential is due before that."""
        ...

    def limited(self, credentials: Sequence[str]) -> dict[str, datetime]:
        """Until when the credentials were told to wait, of those that ever were."""
        ...


@dataclass(frozen=True, slots=True)
class SignInClaim:
    """The right to sign in with a credential, and how that went before."""

    credential: str
    fence: int
    before: SignIns


class SignInClaims(Protocol):
    """Who signs in, and how it went: one at a time, wherever they run."""

    def claim(self, credential: str, now: datetime, until: datetime) -> SignInClaim | None:
        """None where somebody signs in just now, or the last failure keeps us waiting."""
        ...

    def standing(self, credential: str) -> SignIns:
        """How signing in has gone until now."""
        ...

    def settle(self, claim: SignInClaim, now_is: SignIns) -> None:
        """Writes how it went and gives the claim up; nothing where somebody else has claimed it
        since."""
        ...


class Sessions(Protocol):
    """Where the sessions of credentials are kept, as secret as passwords."""

    def get(self, credential: str) -> Session | None: ...

    def put(self, credential: str, session: Session) -> None: ...


class Mentions(Protocol):
    """Where mentions are kept."""

    def save(
        self,
        found: Found,
        novelty: Novelty,
        expires_at: datetime,
        recheck_at: datetime | None = None,
    ) -> bool:
        """Writes it where it is new or changed; False where it is known already, or was found gone
        less than a day ago. With `recheck_at` it is on the agenda then."""
        ...

    def bury(self, gone: Found, expires_at: datetime) -> bool:
        """Leaves what is left of a mention that is gone (`rechecking.buried`) in its place; False
        where that is done already."""
        ...

    def get(self, brand: str, mention_id: str) -> Found | None:
        """As it was kept last; with `gone` where nothing is left of it."""
        ...


@dataclass(frozen=True, slots=True)
class Due:
    """An entry of the agenda: a mention by (brand, id), or a case by its id. `order` is the list
    that it stands in (`rechecking.order_of`)."""

    order: str
    due_at: datetime
    mention: tuple[str, str] | None = None
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What an entry is about. `found` is None for a case; `confirmed_at` is when its platform last
    said that it is there; `has_expired` is True where it only waits to be removed."""

    due: Due
    confirmed_at: datetime
    found: Found | None = None
    has_expired: bool = False


class Agenda(Protocol):
    """What must be looked at again, in lists by time."""

    def waiting(self, orders: Sequence[str], now: datetime) -> list[str]:
        """Those of the lists in which something is due."""
        ...

    def due(self, order: str, now: datetime, most: int) -> list[Due]:
        """What is due in the list, longest overdue first; about `most` of it."""
        ...

    def kept(self, dues: Sequence[Due], now: datetime) -> list[Kept]:
        """What they are about, in the order of `dues`; what is there no more, is gone, or was put
        off since is left out."""
        ...

    def put(self, case: Case, at: datetime) -> None:
        """The case's mentions are to be looked at then."""
        ...

    def put_off(self, due: Due, until: datetime, confirmed_at: datetime | None = None) -> None:
        """Unless it was put off since. With `confirmed_at`, all of it was found in its place."""
        ...

    def strike(self, due: Due) -> None:
        """Takes it off the agenda, unless it was put on it anew since."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to ask with a credential: whoever holds the highest `fence` may write `asked`."""

    credential: str
    fence: int
    asked: Asked | None


class Turns(Protocol):
    """Where it is counted what was asked with each credential."""

    def take(self, credential: str, now: datetime, until: datetime) -> Turn | None:
        """None where somebody else is asking."""
        ...

    def note(self, turn: Turn, asked: Asked) -> None:
        """Writes it down and keeps the turn. ConflictError where somebody else has it by now."""
        ...

    def give_back(self, turn: Turn, asked: Asked) -> None:
        """As `note`, and the next may ask."""
        ...
