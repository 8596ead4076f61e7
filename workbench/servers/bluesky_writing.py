"""What a host of Bluesky does with a record that is written into a repository of its.

Like the original: only one's own repository; the key of a post is a TID; `swapRecord: null` wants
no record of that key to be there (InvalidSwap), without it a record replaces another; the text has
at most 300 characters; a reply names two posts with their cids.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

MOST_CHARACTERS = 300
_TID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
_UNSAID = object()


class RefusedError(Exception):
    """Carries the error's name and the host's own words."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True)
class Written:
    uri: str
    record: dict[str, Any]
    is_new: bool


def read(body: bytes, did: str, kept: dict[str, dict[str, Any]]) -> Written:
    """The record to be written, among those that are `kept` by address. Raises RefusedError."""
    asked = json.loads(body)
    collection, key, record = asked["collection"], asked["rkey"], asked["record"]
    if asked["repo"] != did:
        raise RefusedError("AuthenticationRequired", "Authentication Required")
    if collection == "app.bsky.feed.post":
        _require_post(key, record)
    uri = f"at://{did}/{collection}/{key}"
    swap = asked.get("swapRecord", _UNSAID)
    before = kept.get(uri)
    if before == record:
        return Written(uri, record, is_new=False)
    if swap is not _UNSAID and swap != (cid_of(before) if before else None):
        raise RefusedError("InvalidSwap", f"Record was at {cid_of(before or {})}")
    return Written(uri, record, is_new=True)


def cid_of(record: object) -> str:
    """What names a content; the original's are longer, and as good as unique too."""
    return f"bafyrei{sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:40]}"


def _require_post(key: str, record: dict[str, Any]) -> None:
    if not _TID.fullmatch(key):
        raise RefusedError("InvalidRequest", f"Invalid record key {key}")
    if len(record["text"]) > MOST_CHARACTERS:
        raise RefusedError("InvalidRequest", "Record/text must not be longer than 300 graphemes")
    for name in ("root", "parent"):
        reference = record.get("reply", {}).get(name, {})
        if not str(reference.get("uri")).startswith("at://") or not reference.get("cid"):
            raise RefusedError("InvalidRequest", f"Record/reply/{name} must be a strong reference")
