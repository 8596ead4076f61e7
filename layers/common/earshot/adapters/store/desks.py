"""Desks: what waits to be told to each contact, and what they were told lately.

A contact's partition holds the desk, one item, and an item for each notice that waits. That a
notice was told is kept for a week, so that one that is posted again is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from earshot.adapters.store.deliveries import delivery_item
from earshot.adapters.store.documents import document, milliseconds, number, record, ttl
from earshot.adapters.store.shards import DUE_SHARDS, due_shard
from earshot.adapters.store.table import Item, Key, Table, Value
from earshot.domain.alerts.desk import Desk
from earshot.domain.alerts.notice import Notice
from earshot.domain.errors import ConflictError
from earshot.ports import Seat

WAITING = "NOTICE#"

KEPT = timedelta(days=30)
"""A desk that nobody was told anything from, and a notice that nothing could be done about."""

TOLD_KEPT = timedelta(days=7)
"""Longer than anything posts the same notice again: the stream and the state machine retry for a
day, and the escalation names each of its alerts anew."""


@dataclass(frozen=True, slots=True)
class TableDesks:
    table: Table

    def post(self, notice: Notice, now: datetime) -> None:
        pk, sk = _waiting(notice)
        item: Item = {
            "pk": pk,
            "sk": sk,
            "kind": "notice",
            "document": document(notice),
            "expires_at": ttl(now + KEPT),
        }
        # The desk is due first: who dies in between has left a desk that is looked at in vain.
        self._call_for(notice.contact, now)
        try:
            self.table.put(item, "attribute_not_exists(#pk)")
        except ConflictError:
            return

    def take(self, contact: str, now: datetime, until: datetime) -> Seat | None:
        try:
            item = self.table.update(
                _desk(contact),
                "SET #leased_until = :until, #fence = if_not_exists(#fence, :zero) + :one,"
                " #called = if_not_exists(#called, :zero), #kind = :kind,"
                " #expires_at = :expires_at",
                "attribute_not_exists(#leased_until) OR #leased_until <= :now",
                {
                    "until": milliseconds(until),
                    "now": milliseconds(now),
                    "zero": 0,
                    "one": 1,
                    "kind": "desk",
                    "expires_at": ttl(now + KEPT),
                },
            )
        except ConflictError:
            return None
        kept = record(Desk, item) if "document" in item else Desk(contact=contact)
        return Seat(
            contact=contact,
            fence=number(item, "fence") or 0,
            called=number(item, "called") or 0,
            desk=kept,
        )

    def waiting(self, contact: str, most: int, after: str = "") -> list[Notice]:
        # Nothing else in the partition comes behind the notices.
        items = self.table.query(
            "#pk = :pk AND #sk > :after",
            {"pk": _desk(contact)[0], "after": f"{WAITING}{after}"},
            most=most,
        )
        return [record(Notice, item) for item in items]

    def note(self, seat: Seat, desk: Desk, until: datetime) -> None:
        self._write(
            seat,
            desk,
            "SET #document = :document, #leased_until = :until",
            {"until": milliseconds(until)},
        )

    def told(self, notices: Sequence[Notice]) -> frozenset[str]:
        keys = {_told(notice.id): notice.id for notice in notices}
        items = self.table.batch_get(list(keys), ("pk", "sk"), consistent=True)
        return frozenset(keys[str(item["pk"]), str(item["sk"])] for item in items)

    def remember(
        self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime
    ) -> None:
        # Told first, then off the desk: in between, one that is looked at again is known. With that
        # goes by what it was told, which nobody writes down any more who finds it told.
        told = [_told_item(notice, now) for notice in notices]
        self.table.write_all([*told, *_delivered(notices, outcomes, now)])
        self.table.write_all([], [_waiting(notice) for notice in notices])

    def failed(self, notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime) -> None:
        self.table.write_all(_delivered(notices, outcomes, now))

    def told_notice(self, notice_id: str) -> Notice | None:
        item = self.table.get(_told(notice_id))
        return None if item is None else record(Notice, item)

    def clear(self, notices: Sequence[Notice]) -> None:
        self.table.write_all([], [_waiting(notice) for notice in notices])

    def give_back(self, seat: Seat, desk: Desk, look_at: datetime | None) -> None:
        when, values = _due(seat.contact, look_at)
        try:
            self._write(
                seat,
                desk,
                f"SET #document = :document{when}",
                {**values, "called": seat.called},
                " AND #called = :called",
            )
        except ConflictError:
            # Called for in the meantime: it stays due, and whoever comes next sees what was posted.
            self._write(seat, desk, "SET #document = :document REMOVE #leased_until")

    def due(self, now: datetime, most: int) -> list[str]:
        found: list[str] = []
        for shard in range(DUE_SHARDS):
            items = self.table.query(
                "#due_shard = :shard AND #due_at <= :now",
                {"shard": f"DESK#{shard}", "now": milliseconds(now)},
                index="due",
                most=most,
            )
            found += [str(item["pk"]).removeprefix("DESK#") for item in items]
        return found

    def _call_for(self, contact: str, now: datetime) -> None:
        self.table.update(
            _desk(contact),
            "SET #due_shard = :due_shard, #due_at = :now, #kind = :kind, #expires_at = :expires_at"
            " ADD #called :one",
            None,
            {
                "due_shard": due_shard("DESK", contact),
                "now": milliseconds(now),
                "kind": "desk",
                "expires_at": ttl(now + KEPT),
                "one": 1,
            },
        )

    def _write(
        self,
        seat: Seat,
        desk: Desk,
        update: str,
        values: Mapping[str, Value] | None = None,
        condition: str = "",
    ) -> None:
        known: Item = {"document": document(desk), "fence": seat.fence, **(values or {})}
        self.table.update(_desk(seat.contact), update, f"#fence = :fence{condition}", known)


def _due(contact: str, look_at: datetime | None) -> tuple[str, Item]:
    if look_at is None:
        return " REMOVE #leased_until, #due_shard, #due_at", {}
    shard = due_shard("DESK", contact)
    return (
        ", #due_shard = :due_shard, #due_at = :due_at REMOVE #leased_until",
        {"due_shard": shard, "due_at": milliseconds(look_at)},
    )


def _told_item(notice: Notice, now: datetime) -> Item:
    pk, sk = _told(notice.id)
    return {
        "pk": pk,
        "sk": sk,
        "kind": "told",
        "document": document(notice),
        "told_at": milliseconds(now),
        "expires_at": ttl(now + TOLD_KEPT),
    }


def _delivered(notices: Sequence[Notice], outcomes: Mapping[str, str], now: datetime) -> list[Item]:
    sent_at = milliseconds(now)
    return [
        {
            **delivery_item(notice.case_id, notice.message, notice.contact, channel, outcome),
            "sent_at": sent_at,
        }
        for notice in notices
        if notice.case_id
        for channel, outcome in outcomes.items()
    ]


def _desk(contact: str) -> Key:
    return f"DESK#{contact}", "DESK"


def _waiting(notice: Notice) -> Key:
    return f"DESK#{notice.contact}", f"{WAITING}{notice.id}"


def _told(notice_id: str) -> Key:
    return f"TOLD#{notice_id}", "TOLD"
