"""Requests that came with an Idempotency-Key: written in the transaction of what they caused."""

from __future__ import annotations

from datetime import datetime, timedelta

from earshot.adapters.store.documents import ttl
from earshot.adapters.store.table import Item, Key, Write
from earshot.ports import Once

KEPT = timedelta(hours=24)
"""How long a repeated request is recognised."""


def request_write(once: Once, at: datetime, made: str = "") -> Write:
    """Fails where the request was carried out before. `made` is the id of what it made, where that
    does not follow from the request itself."""
    pk, sk = request_key(once.name)
    item: Item = {
        "pk": pk,
        "sk": sk,
        "kind": "request",
        "digest": once.digest,
        "expires_at": ttl(at + KEPT),
        **({"made": made} if made else {}),
    }
    return Write(item=item, condition="attribute_not_exists(#pk)")


def request_key(name: str) -> Key:
    return f"REQUEST#{name}", "REQUEST"
