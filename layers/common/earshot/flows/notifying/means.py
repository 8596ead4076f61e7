"""Everything that notifying takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from earshot.domain.alerts.notice import Notice
from earshot.domain.configuration import Configuration
from earshot.domain.contact import Contact
from earshot.domain.policy import Channel
from earshot.flows.notifying.posting import Posting
from earshot.ports import (
    Budget,
    Cases,
    Clock,
    Deliveries,
    Desks,
    Firing,
    Notifier,
    Silences,
)

KeepReceipt = Callable[[str, Contact, Channel, Sequence[Notice], datetime], None]
"""Remembers under the channel's reference what it took just now; see `Receipts.keep`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notifying:
    """`secret` makes an unguessable string of 128 bits or more; `sms_budget` is the month's.
    `failing` tells to which of a contact's channels nothing is to be sent now."""

    configuration: Configuration
    cases: Cases
    desks: Desks
    deliveries: Deliveries
    keep_receipt: KeepReceipt
    failing: Callable[[Contact, datetime], frozenset[str]]
    silences: Silences
    firing: Firing
    sms_budget: Budget
    notifier: Notifier
    clock: Clock
    secret: Callable[[], str]
    api_url: str

    @property
    def posting(self) -> Posting:
        return Posting(
            configuration=self.configuration,
            desks=self.desks,
            firing=self.firing,
            clock=self.clock,
        )
