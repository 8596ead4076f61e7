"""Receipts: what a channel took, in its own item under the channel's reference; and beside the
deliveries of the cases that it told of, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from earshot.adapters.store.documents import (
    document,
    milliseconds,
    moment,
    number,
    record,
    text,
    ttl,
)
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.alerts.address import receipt
from earshot.domain.alerts.feedback import (
    TELLING,
    Delivery,
    Feedback,
    Part,
    Receipt,
    is_lost,
    outcome,
    weight,
)
from earshot.domain.alerts.notice import Notice
from earshot.domain.contact import Contact
from earshot.domain.errors import ConflictError
from earshot.domain.policy import Channel

KEPT = timedelta(days=7)
"""SES tries to deliver a mail for up to 14 hours, and carriers tell of an SMS for up to 72; a
complaint that comes later still will be made again."""

SENT, UNUSED = "sent: ", "not used"
"""How outcomes begin that senders write (`flows.notifying.sending`)."""

BECAME_KEPT = timedelta(days=180)
"""With a case it leaves when the case does, whose expiry it is given when the case closes; this is
for news of a case that is closed already, and of alerts of our own."""


@dataclass(frozen=True, slots=True)
class TableReceipts:
    table: Table

    def keep(
        self,
        reference: str,
        contact: Contact,
        channel: Channel,
        notices: Sequence[Notice],
        now: datetime,
    ) -> None:
        if channel not in TELLING:
            return
        pk, sk = _key(reference)
        item: Item = {
            "pk": pk,
            "sk": sk,
            "kind": "receipt",
            "document": document(receipt(reference, contact, channel, notices, now)),
            "weight": 0,
            "expires_at": ttl(now + KEPT),
        }
        # Kept twice, it must not forget what is known of the message by now.
        with suppress(ConflictError):
            self.table.put(item, "attribute_not_exists(#pk)")

    def get(self, reference: str) -> Receipt | None:
        item = self.table.get(_key(reference))
        if item is None:
            return None
        kept = record(Receipt, item)
        if "known" not in item:
            return kept
        return replace(kept, known=record(Feedback, {"document": item["known"]}))

    def record(self, receipt: Receipt, news: Feedback) -> None:
        self.table.write_all([_became(receipt, part, news) for part in receipt.parts])

    def stands(self, receipt: Receipt) -> bool:
        # What came in one message was told by the same channels, so one part of it tells for all.
        part = next((part for part in receipt.parts if part.case_id), None)
        if part is None:
            return False
        pk, prefix = _beside(receipt, part)
        items = self.table.query(
            "#pk = :pk AND begins_with(#sk, :prefix)", {"pk": pk, "prefix": prefix}
        )
        sent: dict[str, str] = {}
        lost: set[str] = set()
        for item in items:
            channel, _, reference = text(item, "sk").removeprefix(prefix).partition("#")
            if reference and item["lost"]:
                lost.add(reference)
            elif not reference and channel != receipt.channel:
                sent[channel] = _taken_as(item)
        return any(taken_as and taken_as not in lost for taken_as in sent.values())

    def close(self, receipt: Receipt, news: Feedback) -> None:
        with suppress(ConflictError):
            self.table.update(
                _key(receipt.reference),
                "SET #known = :known, #weight = :weight",
                "#weight < :weight",
                {"known": document(news), "weight": weight(news)},
            )


def deliveries_in(items: Iterable[Item]) -> list[Delivery]:
    """What the items of a case's deliveries tell: of each message what its channel says became of
    it, else what the channel did when it was handed over."""
    handed_over: list[tuple[Delivery, str]] = []
    became: dict[str, Delivery] = {}
    for item in items:
        message, contact, channel, *rest = text(item, "sk").removeprefix("DELIVERY#").split("#")
        taken_as = _taken_as(item)
        delivery = Delivery(
            contact=contact,
            channel=channel,
            message=message,
            outcome="sent" if taken_as else text(item, "outcome"),
            sent_at=moment(number(item, "sent_at")),
            at=moment(number(item, "at")),
        )
        if rest:
            became[rest[0]] = delivery
        else:
            handed_over.append((delivery, taken_as))
    known = {(d.message, d.contact, d.channel) for d in became.values()}
    # An alert that was lost is told anew under its name, and its channel is passed over then.
    others = (
        delivery
        for delivery, reference in handed_over
        if reference not in became
        and not (
            delivery.outcome.startswith(UNUSED)
            and (delivery.message, delivery.contact, delivery.channel) in known
        )
    )
    return [*became.values(), *others]


def _taken_as(item: Item) -> str:
    """The channel's reference in the record of a delivery, empty where it did not take it."""
    outcome = text(item, "outcome")
    return outcome.removeprefix(SENT) if outcome.startswith(SENT) else ""


def _key(reference: str) -> Key:
    return f"RECEIPT#{reference}", "RECEIPT"


def _beside(receipt: Receipt, part: Part) -> Key:
    """Where the deliveries of the part are, and how the names of its contact's begin."""
    pk = f"CASE#{part.case_id}" if part.case_id else f"TOLD#{part.notice}"
    return pk, f"DELIVERY#{part.message}#{receipt.contact}#"


def _became(receipt: Receipt, part: Part, news: Feedback) -> Item:
    # An item of its own, as the delivery is written anew when the alert goes by another channel.
    pk, prefix = _beside(receipt, part)
    return {
        "pk": pk,
        "sk": f"{prefix}{receipt.channel}#{receipt.reference}",
        "kind": "became",
        "outcome": outcome(news),
        "lost": int(is_lost(news)),
        "at": milliseconds(news.at),
        "sent_at": milliseconds(receipt.sent_at),
        "expires_at": ttl(receipt.sent_at + BECAME_KEPT),
    }
