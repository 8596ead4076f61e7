"""Mail addresses: personal, so none is kept; where one identifies somebody, a digest does."""

from __future__ import annotations

import re
from hashlib import sha256

_ADDRESS = re.compile(r"[^\s@<>(),;:\"\[\]]{1,100}@[^\s@<>(),;:\"\[\]]{1,200}")

DIGEST_LETTERS = 16


def digest_of(address: str) -> str:
    """16 hex digits for an address however its letters are cased."""
    return sha256(address.strip().casefold().encode("utf-8", "replace")).hexdigest()[
        :DIGEST_LETTERS
    ]


def is_digest(text: str) -> bool:
    return re.fullmatch(rf"[0-9a-f]{{{DIGEST_LETTERS}}}", text) is not None


def address_in(text: str) -> str | None:
    """The first mail address in a text, None where there is none."""
    found = _ADDRESS.search(text)
    return found[0] if found else None


def without_addresses(text: str) -> str:
    """A name without the addresses that stand in it or around it."""
    return " ".join(_ADDRESS.sub(" ", text).split()).strip(" <>(),;:'\"[]")
