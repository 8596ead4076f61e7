"""Which alert a message was: its link's token says for which case, level and person."""

from __future__ import annotations

from dataclasses import dataclass, field

from earshot.adapters.store.deliveries import TableDeliveries
from earshot.domain.link import digest
from workbench.demo.outboxes import Message


@dataclass(frozen=True, slots=True, order=True)
class Alert:
    """One message that was due: to whom, by what, about which level of which opening of a case."""

    case_id: str
    cycle: int
    level: int
    contact: str
    channel: str


@dataclass(slots=True)
class Ledger:
    """Looks each token up once."""

    deliveries: TableDeliveries
    entries: dict[str, Alert] = field(default_factory=dict)

    def enter(self, message: Message) -> Alert | None:
        """The alert that a message was; None for what is none, such as a reminder."""
        if message.secret is None:
            return None
        token = self.deliveries.token(digest(message.secret))
        if token is None or token.purpose != "acknowledge":
            return None
        alert = Alert(token.case_id, token.cycle, token.level, token.contact, message.channel)
        self.entries[message.reference] = alert
        return alert
