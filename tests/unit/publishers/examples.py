"""A reply on its way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from earshot.domain.mention import Author, Mention
from earshot.domain.outlet import Outgoing

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def mention(**changes: Any) -> Mention:
    return Mention(
        **{
            "source": "email",
            "native_id": "abc@mail.example",
            "url": "",
            "author": Author(id="jo@mail.example", name="Jo"),
            "text": "Late again\n\nMy parcel is late",
            "language": "en",
            "created_at": NOW,
            "thread": "abc@mail.example",
            **changes,
        }
    )


def outgoing(**changes: Any) -> Outgoing:
    return Outgoing(
        **{
            "key": "0123456789abcdef" * 2,
            "text": "We are on it.",
            "language": "en",
            "planned_at": NOW,
            "to": mention(),
            "automated": True,
            **changes,
        }
    )
