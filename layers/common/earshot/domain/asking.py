"""Asking a platform: as whom, how often, and what became of what it published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from earshot.domain.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What a platform gave for our credentials.

    `token` goes with each request until `expires_at`; with `renewal`, good until
    `renewal_expires_at` (None: it is not told), a new one is had without signing in again. `place`
    is the address that the platform wants to be asked at, where that is another.
    """

    token: str
    expires_at: datetime
    renewal: str | None = None
    renewal_expires_at: datetime | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a platform lets one credential ask: so many `requests` in each `seconds`."""

    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of mentions: those that are there, as they are now, and the `native_id`s of those
    that are gone. What is in neither could not be told."""

    found: tuple[Mention, ...] = ()
    gone: tuple[str, ...] = ()
