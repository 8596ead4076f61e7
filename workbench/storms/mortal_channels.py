"""Channels that refuse some of the messages, and processes that may die before or after each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from traceback import walk_tb

from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import Message
from earshot.domain.contact import Contact
from earshot.domain.errors import DeliveryError
from earshot.flows.notifying.sending import send
from earshot.ports import Clock
from workbench.rehearsal.death import Death
from workbench.storms.process import Process
from workbench.storms.tellings import Taken, Tellings

FOR_GOOD_RATIO = 0.1
"""Of the refusals."""


@dataclass(slots=True)
class Channels:
    """All of them, as the world sees them. `failing_ratio` of what comes is refused; `is_marked`
    says of a notice's id whether it is on record as told."""

    failing_ratio: float
    dice: Random
    clock: Clock
    is_marked: Callable[[str], bool]
    tellings: Tellings = field(default_factory=Tellings)
    refused: int = 0
    _references: count[int] = field(default_factory=count)

    def take(self) -> str:
        """The message's reference. DeliveryError where it is refused."""
        if self.dice.random() < self.failing_ratio:
            self.refused += 1
            raise DeliveryError("Throttling", permanent=self.dice.random() < FOR_GOOD_RATIO)
        return f"message-{next(self._references)}"


@dataclass(slots=True)
class MortalChannels:
    """The channels as one process has them, and the receipts that it keeps.

    Who dies after a channel took the message kept no receipt of it; what it was is seen then from
    what the process had in hand (`bury`). `before` hears of each message that is about to go.
    """

    number: int
    process: Process
    channels: Channels
    before: Callable[[Process], None]
    _in_hand: tuple[str, datetime] | None = None

    def sms(self, phone: str, text: str) -> str:
        return self._hand_over("sms", phone)

    def email(self, address: str, subject: str, text: str, html: str) -> str:
        return self._hand_over("email", address)

    def chat(self, url_secret: str, title: str, text: str) -> str:
        return self._hand_over("chat", url_secret)

    def keep_receipt(
        self,
        reference: str,
        contact: Contact,
        channel: str,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        self._told(contact.name, channel, notices)
        self.process.call("put_item", lambda: None)

    def bury(self, death: Death) -> None:
        """The process has died: what a channel took of it and it did not write down is told too."""
        self.channels.tellings.died.add(self.number)
        if self._in_hand is None:
            return
        for frame, _ in walk_tb(death.__traceback__):
            if frame.f_code is send.__code__:
                message: Message = frame.f_locals["message"]
                channel: str = frame.f_locals["channel"]
                self._told(message.worst.contact, channel, message.notices)
                return
        raise AssertionError("a message was handed over that nobody sent") from death

    def _hand_over(self, medium: str, address: str) -> str:
        def take() -> str:
            reference = self.channels.take()
            self._in_hand = address, self.channels.clock()
            return reference

        self.before(self.process)
        return self.process.call(medium, take)

    def _told(self, contact: str, channel: str, notices: Sequence[Notice]) -> None:
        assert self._in_hand is not None, "a receipt for what no channel took"
        address, at = self._in_hand
        self._in_hand = None
        ids = tuple(notice.id for notice in notices)
        self.channels.tellings.taken.append(
            Taken(
                at=at,
                process=self.number,
                contact=contact,
                channel=channel,
                address=address,
                notices=ids,
                marked=frozenset(filter(self.channels.is_marked, ids)),
            )
        )
