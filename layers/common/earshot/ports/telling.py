"""What contacts are told by, and where it is kept what they were told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from earshot.domain.alarm import Alarm
    from earshot.domain.alerts.address import AddressStanding
    from earshot.domain.alerts.desk import Desk
    from earshot.domain.alerts.feedback import Feedback, Receipt
    from earshot.domain.alerts.notice import Notice
    from earshot.domain.alerts.silencing import Silence
    from earshot.domain.case import Case
    from earshot.domain.contact import Contact
    from earshot.domain.policy import Channel
    from earshot.ports.cases import Once, Token


class Deliveries(Protocol):
    """What was sent to whom, and the links that were sent with it."""

    def claim(self, case_id: str, message: str, contact: str, channel: Channel) -> bool:
        """False where that message has been handed over already."""
        ...

    def settle(
        self, case_id: str, message: str, contact: str, channel: Channel, outcome: str
    ) -> None:
        """Records that it was handed over ("sent ...") or refused for good ("failed ...")."""
        ...

    def save_token(self, token: Token) -> None: ...

    def token(self, digest: str) -> Token | None: ...


@dataclass(frozen=True, slots=True)
class Seat:
    """The right to work at a contact's desk: whoever has the highest `fence` may write it back.
    `called` counts how often somebody posted there."""

    contact: str
    fence: int
    called: int
    desk: Desk


class Desks(Protocol):
    """Where notices wait until their contact is told."""

    def post(self, notice: Notice, now: datetime) -> None:
        """Lays the notice on its contact's desk, unless it lies there, and has the desk looked
        at."""
        ...

    def take(self, contact: str, now: datetime, until: datetime) -> Seat | None:
        """None where somebody else works at the desk."""
        ...

    def waiting(self, contact: str, most: int, after: str = "") -> list[Notice]:
        """Up to `most` of what waits there, in the order of the ids, from the one after `after`
        on."""
        ...

    def told(self, notices: Sequence[Notice]) -> frozenset[str]:
        """The ids of those that were told before."""
        ...

    def note(self, seat: Seat, desk: Desk, until: datetime) -> None:
        """Writes the desk and keeps the seat. ConflictError where somebody else has it by now."""
        ...

    def remember(
        self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime
    ) -> None:
        """They were told, with what came of it by channel; they wait no longer."""
        ...

    def failed(self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime) -> None:
        """They were not told; what came of it by channel."""
        ...

    def clear(self, notices: Sequence[Notice]) -> None:
        """They wait no longer: there is nothing left to tell."""
        ...

    def give_back(self, seat: Seat, desk: Desk, look_at: datetime | None) -> None:
        """Writes the desk and leaves the seat. The desk is due at `look_at`, or at once where
        something was posted meanwhile; None: when something is posted."""
        ...

    def due(self, now: datetime, most: int) -> list[str]:
        """The contacts whose desks are to be looked at, about `most` of them."""
        ...

    def told_notice(self, notice_id: str) -> Notice | None:
        """A notice that was told within the last week."""
        ...


class Silences(Protocol):
    """Where silences are kept: each until some days after it has ended."""

    def active(self, now: datetime) -> list[Silence]: ...

    def lasting(self, now: datetime) -> list[Silence]:
        """All that were made to last beyond now, soonest end first: those that are active, pending,
        and those that somebody has ended."""
        ...

    def past(self, now: datetime, most: int) -> list[Silence]:
        """Up to `most` of the others, latest end first."""
        ...

    def get(self, silence_id: str) -> Silence | None: ...

    def put(self, silence: Silence, once: Once | None = None) -> None:
        """Writes a new one; with `once`, a second one under the same name is a ConflictError."""
        ...

    def made_by(self, request: str) -> Silence | None:
        """What the request with this name (`Once.name`) made."""
        ...

    def end(self, silence_id: str, who: str, at: datetime) -> Silence:
        """As it is then. ConflictError where there is none, or it is over already."""
        ...


class Firing(Protocol):
    """Where it is kept which alerts keep others from being told: those that are the source of an
    inhibition. They stay until somebody says that they are over, or a month."""

    def put(self, alert: str, labels: dict[str, str], now: datetime) -> None: ...

    def remove(self, alert: str) -> None: ...

    def all(self) -> dict[str, dict[str, str]]:
        """The labels by alert."""
        ...


class Receipts(Protocol):
    """What channels took, by the reference that they gave: for when they tell what became of it."""

    def keep(
        self,
        reference: str,
        contact: Contact,
        channel: Channel,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        """The channel took a message with these notices just now. Twice is the same as once, and
        nothing is kept of channels that never tell what became of a message."""
        ...

    def get(self, reference: str) -> Receipt | None:
        """None where we never sent that, or more than a week ago."""
        ...

    def record(self, receipt: Receipt, news: Feedback) -> None:
        """Writes beside each delivery of the message what became of it."""
        ...

    def stands(self, receipt: Receipt) -> bool:
        """True where the same was told by another channel as well, and not lost there."""
        ...

    def close(self, receipt: Receipt, news: Feedback) -> None:
        """From now on the news are known: they were acted on. Nothing where weightier ones are."""
        ...


class Addresses(Protocol):
    """How the addresses of contacts stand."""

    def failing(self, contact: Contact, now: datetime) -> frozenset[str]:
        """The contact's channels to whose present address nothing is to be sent now."""
        ...

    def note(self, receipt: Receipt, news: Feedback) -> None:
        """Counts the news of the message for the address that it went to. ConflictError where it
        keeps losing races."""
        ...

    def standings(self, contact: Contact) -> dict[str, AddressStanding]:
        """By channel, of the contact's present addresses, those that anything is known of."""
        ...

    def clear(self, contact: Contact, channel: Channel, now: datetime) -> bool:
        """Forgets what counts against the address; False where nothing did."""
        ...


class Troubles(Protocol):
    """Where it is kept what the owner was told of pairs, and what became of the letters."""

    def read(self, keys: Sequence[str], now: datetime) -> dict[str, Alarm]: ...

    def save(self, key: str, alarm: Alarm, replaces_version: int | None, now: datetime) -> bool:
        """False where the alarm is not at that version; None is for a pair that has none."""
        ...

    def is_told(self, letter: str) -> bool:
        """True where it is on record that the letter was handed over, or refused for good."""
        ...

    def told(self, letter: str, outcome: str, now: datetime) -> None: ...


class Notifier(Protocol):
    """Hands messages to channels; raises DeliveryError, returns the channel's reference."""

    def sms(self, phone: str, text: str) -> str: ...

    def email(self, address: str, subject: str, text: str, html: str) -> str: ...

    def chat(self, url_secret: str, title: str, text: str) -> str:
        """`url_secret` names the secret that holds the chat's address."""
        ...


class Escalations(Protocol):
    def start(self, case: Case) -> None:
        """Starts the escalation of the case's cycle; one that was started counts as success."""
        ...
