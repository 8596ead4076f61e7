"""Signing in: who does it just now, and how it went, on the credential's item."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from earshot.adapters.store.documents import document, milliseconds, number, record
from earshot.adapters.store.polls import credential_key
from earshot.adapters.store.table import Item, Table
from earshot.domain.errors import ConflictError
from earshot.domain.signing import SignIns
from earshot.ports import SignInClaim


@dataclass(frozen=True, slots=True)
class TableSignIns:
    table: Table

    def claim(self, credential: str, now: datetime, until: datetime) -> SignInClaim | None:
        try:
            item = self.table.update(
                credential_key(credential),
                "SET #signing_until = :until, #kind = :kind,"
                " #fence = if_not_exists(#fence, :zero) + :one",
                "(attribute_not_exists(#signing_until) OR #signing_until <= :now)"
                " AND (attribute_not_exists(#sign_in_at) OR #sign_in_at <= :now)",
                {
                    "until": milliseconds(until),
                    "now": milliseconds(now),
                    "kind": "credential",
                    "zero": 0,
                    "one": 1,
                },
            )
        except ConflictError:
            return None
        fence = number(item, "fence") or 0
        return SignInClaim(credential=credential, fence=fence, before=_sign_ins(item))

    def standing(self, credential: str) -> SignIns:
        return _sign_ins(self.table.get(credential_key(credential)) or {})

    def settle(self, claim: SignInClaim, now_is: SignIns) -> None:
        with suppress(ConflictError):
            self.table.update(
                credential_key(claim.credential),
                "SET #document = :document, #sign_in_at = :sign_in_at REMOVE #signing_until",
                "#fence = :fence",
                {
                    "document": document(now_is),
                    "sign_in_at": milliseconds(now_is.not_before) if now_is.not_before else 0,
                    "fence": claim.fence,
                },
            )


def _sign_ins(item: Item) -> SignIns:
    return record(SignIns, item) if "document" in item else SignIns()
