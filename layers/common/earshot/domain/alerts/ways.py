"""Ways: by which channels a contact is told, in order, and which of them may not be used now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from earshot.domain.alerts.desk import Desk, earliest, frees_at
from earshot.domain.alerts.rules import Caps
from earshot.domain.contact import Contact
from earshot.domain.impact import Urgency

Way = tuple[str, ...]
"""Channels that are used at once; one of them is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """`open` in order of preference. `closed` says by channel why it may not be used now;
    `frees_at` is when the first of those that are over their cap may be used again."""

    open: tuple[Way, ...]
    closed: dict[str, str]
    frees_at: datetime | None = None


def preferred(contact: Contact, urgency: Urgency, asked: Way = ()) -> tuple[Way, ...]:
    """What the level asks for, all at once, then what the contact prefers, then whatever else they
    have: a person who can be reached at all is reached."""
    own = {"urgent": contact.urgent, "high": contact.high, "normal": contact.normal}[urgency]
    written = [tuple(each.split("+")) for each in own] if own is not None else _usual(urgency)
    has = channels_of(contact)
    others = reversed(has) if urgency == "normal" else has
    every = (asked, *written, *((channel,) for channel in others))
    wanted = [tuple(channel for channel in way if channel in has) for way in every]
    ways: list[Way] = []
    used: set[str] = set()
    for way in wanted:
        fresh = tuple(channel for channel in way if channel not in used)
        used.update(fresh)
        if fresh:
            ways.append(fresh)
    return tuple(ways)


def channels_of(contact: Contact) -> Way:
    """All that they have: those that wake first."""
    chats = tuple(f"chat:{name}" for name in contact.chats)
    sms = ("sms",) if contact.phone is not None else ()
    return (*sms, *chats, *(("email",) if contact.email is not None else ()))


def open_ways(
    ways: tuple[Way, ...],
    desk: Desk,
    caps: Caps,
    *,
    failing: frozenset[str],
    now: datetime,
) -> Ways:
    """The ways without what failed for good before, and without what is over its cap."""
    closed: dict[str, str] = {}
    frees: list[datetime | None] = []
    for channel in (channel for way in ways for channel in way):
        if channel in failing:
            closed[channel] = "what was sent there before did not arrive"
        elif (free := frees_at(desk, channel, caps, now)) is not None:
            closed[channel] = f"over its cap of an hour until {free:%H:%M}"
            frees.append(free)
    opened = (tuple(channel for channel in way if channel not in closed) for way in ways)
    return Ways(open=tuple(filter(None, opened)), closed=closed, frees_at=earliest(frees))


def _usual(urgency: Urgency) -> list[Way]:
    """A mail beside the SMS: one wakes, the other tells it all. What is normal wakes nobody."""
    return [("email",)] if urgency == "normal" else [("sms", "email")]
