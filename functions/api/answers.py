"""Answers: what goes back, and the headers that go with all of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from typing import Any

JSON_TYPE = "application/json"
HTML_TYPE = "text/html; charset=utf-8"
FORM_TYPE = "application/x-www-form-urlencoded"

NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

SECURITY_HEADERS = {
    # Answers are about people, or carry a secret in their address.
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": NOTHING_LOADS,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`headers` are added to SECURITY_HEADERS, or replace them."""

    body: str
    status: int = 200
    media_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict)


def as_json(record: object, status: int = 200, media_type: str = JSON_TYPE) -> Answer:
    body = json.dumps(record, default=_plain, ensure_ascii=False, separators=(",", ":"))
    return Answer(body=body, status=status, media_type=media_type)


def _plain(value: Any) -> Any:
    """Records as objects. Unlike stored documents these keep their nulls: who reads them may rely
    on every key being there."""
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} has no JSON form")
