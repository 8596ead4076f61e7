"""Repeating: a request that comes with an Idempotency-Key is carried out once."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from earshot.domain.errors import RepeatedRequestError
from earshot.domain.plain import to_plain
from earshot.ports import Cases, Once


def once_by(key: str | None, what: str, who: str, command: Any) -> Once | None:
    """The key counts for one caller and one thing, which `what` names; None without a key."""
    if key is None:
        return None
    return Once(name=_hash([what, who, key]), digest=_hash(to_plain(command)))


def is_done(once: Once | None, cases: Cases) -> bool:
    """Whether this very request was carried out before; RepeatedRequestError for another one."""
    digest = None if once is None else cases.asked_once(once.name)
    if once is not None and digest is not None and digest != once.digest:
        raise RepeatedRequestError("this Idempotency-Key was used for another request")
    return digest is not None


def _hash(what: object) -> str:
    return sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
