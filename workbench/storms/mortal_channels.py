"""Channels that refuse some of the messages, and processes that may die before or after each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from traceback import walk_tb

from earshot.domain.alerts.notice import Notice
from earshot.domain.alerts.planning import Message
from earshot.domain.contact import Contact
from earshot.domain.errors import DeliveryError
from earshot.flows.notifying.sending import send
from earshot.ports import Clock
from workbench.rehearsal.death import Death
from workbench.storms.fates import Fates
from workbench.storms.process import Process
from workbench.storms.tellings import Taken, Tellings

FOR_GOOD_RATIO = 0.1
"""Of the refusals."""


@dataclass(slots=True)
class Channels:
    """All of them, as the world sees them. `is_marked` says of a notice's id whether it is on
    record as told. `accepted` counts what they took."""

    fates: Fates
    clock: Clock
    is_marked: Callable[[str], bool]
    tellings: Tellings = field(default_factory=Tellings)
    accepted: int = 0
    refused: int = 0

    def take(self) -> str:
        """The message's reference. DeliveryError where it is refused."""
        dice = self.fates.dice
        if dice.random() < self.fates.weather.failing_ratio:
            self.refused += 1
            raise DeliveryError("Throttling", permanent=dice.random() < FOR_GOOD_RATIO)
        self.accepted += 1
        return f"message-{self.accepted}"

    def told(
        self, process: int, contact: str, channel: str, address: str, notices: Sequence[str]
    ) -> None:
        """What the message was that was taken just now."""
        self.tellings.taken.append(
            Taken(
                at=self.clock(),
                process=process,
                contact=contact,
                channel=channel,
                address=address,
                notices=tuple(notices),
                marked=frozenset(filter(self.is_marked, notices)),
            )
        )


@dataclass(slots=True)
class MortalChannels:
    """The channels as one process has them, and the receipts that it keeps.

    Who dies after a channel took the message kept no receipt of it; what it was is seen then from
    what the process had in hand (`bury`).
    """

    number: int
    process: Process
    channels: Channels
    _in_hand: str | None = None

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
            self._in_hand = address
            return reference

        self.channels.fates.sending(self.process)
        return self.process.call(medium, take)

    def _told(self, contact: str, channel: str, notices: Sequence[Notice]) -> None:
        assert self._in_hand is not None, "a receipt for what no channel took"
        ids = [notice.id for notice in notices]
        self.channels.told(self.number, contact, channel, self._in_hand, ids)
        self._in_hand = None
