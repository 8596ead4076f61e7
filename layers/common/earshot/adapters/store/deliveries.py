"""Deliveries and the links sent with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from earshot.adapters.store.documents import document, moment, number, record, text, ttl
from earshot.adapters.store.table import Item, Key, Table
from earshot.domain.errors import ConflictError
from earshot.domain.policy import Channel
from earshot.ports import Token

PENDING = "pending"


@dataclass(frozen=True, slots=True)
class TableDeliveries:
    table: Table

    def claim(self, case_id: str, message: str, contact: str, channel: Channel) -> bool:
        """What was not sent may be claimed again: whoever held it died, or was refused."""
        item = delivery_item(case_id, message, contact, channel, PENDING)
        try:
            self.table.put(item, "attribute_not_exists(#pk)")
        except ConflictError:
            kept = self.table.get(delivery_key(case_id, message, contact, channel))
            return kept is None or not text(kept, "outcome").startswith("sent")
        return True

    def settle(
        self, case_id: str, message: str, contact: str, channel: Channel, outcome: str
    ) -> None:
        self.table.update(
            delivery_key(case_id, message, contact, channel),
            "SET #outcome = :outcome",
            values={"outcome": outcome},
        )

    def save_token(self, token: Token) -> None:
        pk, sk = token_key(token.digest)
        self.table.put(
            {
                "pk": pk,
                "sk": sk,
                "kind": "token",
                "document": document(token),
                "expires_at": ttl(token.expires_at),
            }
        )

    def token(self, digest: str) -> Token | None:
        item = self.table.get(token_key(digest))
        if item is None:
            return None
        token = record(Token, item)
        return token if "used_at" not in item else _used(token, item)


def delivery_item(case_id: str, message: str, contact: str, channel: Channel, outcome: str) -> Item:
    pk, sk = delivery_key(case_id, message, contact, channel)
    return {"pk": pk, "sk": sk, "kind": "delivery", "outcome": outcome}


def token_key(digest: str) -> Key:
    return f"TOKEN#{digest}", "TOKEN"


def _used(token: Token, item: Item) -> Token:
    return replace(token, used_at=moment(number(item, "used_at")))


def delivery_key(case_id: str, message: str, contact: str, channel: Channel) -> Key:
    return f"CASE#{case_id}", f"DELIVERY#{message}#{contact}#{channel}"
