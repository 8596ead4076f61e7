"""An outlet: where replies may be sent by themselves, and which of them the owner switched on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal, get_args

from earshot.domain.limits import Count, Shape
from earshot.domain.mention import Mention
from earshot.domain.replies import REPLY_KINDS, ReplyKind

SentKind = Literal[ReplyKind, "own"]
"""What can be sent: the kinds that are drafted, and a person's own words."""

SENT_KINDS: tuple[SentKind, ...] = (*REPLY_KINDS, "own")

OutletName = Literal["mastodon", "bluesky", "discourse", "github", "email", "webhook"]

OUTLETS: tuple[OutletName, ...] = get_args(OutletName)

NAMED_FIRST: Mapping[str, int] = {"mastodon": 500}
"""Where a reply begins with whom it answers, and how many characters both together may have."""

SentKindName = Annotated[str, Shape("|".join(SENT_KINDS), f"one of {', '.join(SENT_KINDS)}")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Replies to what was found in the source `use` may be sent there, of these `kinds` and no
    others; what is not written is not sent. `options` are that platform's own."""

    use: Annotated[str, Shape("|".join(OUTLETS), f"one of {', '.join(OUTLETS)}")]
    kinds: Annotated[tuple[SentKindName, ...], Count(1, len(SENT_KINDS))]
    options: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A reply on its way to a platform, whose text has passed the guard.

    `key` is 32 hex digits, and `planned_at` a moment, that are the same in every attempt to send
    it and in no other reply. `to` is what it answers. `automated`: nobody read it before.
    """

    key: str
    text: str
    language: str
    planned_at: datetime
    to: Mention
    automated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What the platform made of a reply. `native_id` is the one that reading its source would find
    it under, empty where it cannot be read there."""

    native_id: str
    url: str
    at: datetime
