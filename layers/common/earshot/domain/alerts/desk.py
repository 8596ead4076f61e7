"""A contact's desk: what they were told lately, which is what waits, storms and caps go by.

One process at a time works at a desk, so that nobody is told more than the rules allow, however
many alerts begin at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from earshot.domain.alerts.grouping import GroupState
from earshot.domain.alerts.rules import Caps, StormRules

HOUR = timedelta(hours=1)

PATIENCE = (5, 15, 60, 300)
"""Seconds until all channels of a contact are tried again, after each time that none worked: what
passes by itself is soon over, and what does not is mended by people. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`messages` are the times of the last messages, oldest first, as far back as storms look.
    `sent` are by medium (`sms`, `email`, `chat`) when something was handed over in the last hour.
    `groups` by their key; `failures` counts how often in a row no channel took a message.
    `looks` is by group when it has its turn, of the first that wait for it, and `look_at` when
    anything at all is due, as of the last look. `known` counts the notices that were laid there
    until then: if there are more, somebody has died before they looked.
    `in_hand` names the message that went out last, and `handed` has by channel under what reference
    it was taken: where somebody dies between two channels, only the second one tells it again.
    """

    contact: str
    messages: tuple[datetime, ...] = ()
    sent: dict[str, tuple[datetime, ...]] = field(default_factory=dict)
    groups: dict[str, GroupState] = field(default_factory=dict)
    failures: int = 0
    looks: dict[str, datetime] = field(default_factory=dict)
    look_at: datetime | None = None
    known: int = 0
    in_hand: str = ""
    handed: dict[str, str] = field(default_factory=dict)


MOST_GROUPS = 60
"""A desk is one item, written before each message: with so many groups, whose keys are as long as
they can be, and as many messages as the usual caps allow it stays below 50 KB. A group that is left
out is as if it had never been told of, or did not wait; storms and caps hold all the same."""


def medium(channel: str) -> str:
    """`chat` for `chat:team`: caps count by medium."""
    return channel.partition(":")[0]


def after_handing_over(desk: Desk, channel: str, now: datetime) -> Desk:
    """The desk with one more message counted by its medium. Written before the message goes: who
    dies then has sent too little, never too much."""
    kind = medium(channel)
    within = tuple(at for at in desk.sent.get(kind, ()) if now - at < HOUR)
    return replace(desk, sent=desk.sent | {kind: (*within, now)})


def taken_before(desk: Desk, message: str) -> dict[str, str]:
    """By which channels the message was taken from somebody who died before all of them had it."""
    return desk.handed if desk.in_hand == message else {}


def after_taking(desk: Desk, message: str, channel: str, reference: str) -> Desk:
    """The desk after the channel took the message; written with the next one that goes."""
    taken = taken_before(desk, message) | {channel: reference}
    return replace(desk, in_hand=message, handed=taken)


def after_message(desk: Desk, now: datetime, storms: StormRules) -> Desk:
    """The desk after a message was taken by a channel."""
    window = timedelta(seconds=storms.within_seconds)
    lately = tuple(at for at in desk.messages if now - at < window)
    # What a storm is decided by, and the last one, which the next digest counts from.
    return replace(desk, messages=(*lately, now)[-(storms.more_than + 1) :], failures=0)


def after_failure(desk: Desk) -> Desk:
    return replace(desk, failures=desk.failures + 1)


def tried_again_at(desk: Desk, now: datetime) -> datetime:
    """When a desk that nobody could be reached from is worked at again."""
    waited = PATIENCE[min(max(desk.failures, 1), len(PATIENCE)) - 1]
    return now + timedelta(seconds=waited)


def cap_of(kind: str, caps: Caps) -> int:
    """How many messages of the medium a contact may get in any hour."""
    return {
        "sms": caps.sms_an_hour,
        "email": caps.emails_an_hour,
        "chat": caps.chats_an_hour,
    }[kind]


def frees_at(desk: Desk, channel: str, caps: Caps, now: datetime) -> datetime | None:
    """When the contact may get the next message by that channel; None: now.

    Any 60 minutes count, not the hours of a clock, so that nobody gets twice the cap around the
    hour. A cap of 0 frees never, which is an hour from now and so on.
    """
    kind = medium(channel)
    cap = cap_of(kind, caps)
    within = [at for at in desk.sent.get(kind, ()) if now - at < HOUR]
    if len(within) < cap:
        return None
    return within[-cap] + HOUR if cap else now + HOUR


def soonest(turns: Mapping[str, datetime]) -> dict[str, datetime]:
    """The turns of groups that a desk remembers."""
    return dict(sorted(turns.items(), key=lambda each: each[1])[:MOST_GROUPS])


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    return min((at for at in moments if at is not None), default=None)
